"""What the tests share: the pages of `fixtures/pages`, and the flag that rewrites their snapshots."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings

ROOT = Path(__file__).parent.parent
PAGES = ROOT / "fixtures" / "pages"
SEEDS = ROOT / "seeds"
INPUTS = {"input.html": "html", "input.txt": "text"}

# The suite must never be flaky: it takes the same examples each time. `--hypothesis-profile=explore` looks further.
_SLOW_MACHINE = [HealthCheck.too_slow]
settings.register_profile(
    "fixed", derandomize=True, max_examples=25, deadline=None, suppress_health_check=_SLOW_MACHINE
)
settings.register_profile("explore", max_examples=500, deadline=None, suppress_health_check=_SLOW_MACHINE)
settings.load_profile("fixed")


@dataclass(frozen=True, slots=True)
class Sample:
    """One folder of `fixtures/pages`.

    kind: `html` or `text`, by the name of its input file.
    origin: the mapping of its `origin.toml`.
    """

    slug: str
    folder: Path
    kind: str
    origin: dict[str, Any]

    @property
    def data(self) -> bytes:
        """The page as a crawler stored it."""
        name = next(name for name, kind in INPUTS.items() if kind == self.kind)
        return (self.folder / name).read_bytes()


@cache
def pages() -> tuple[Sample, ...]:
    """Every page of `fixtures/pages`, ordered by its slug; AssertionError for a folder without exactly one input."""
    samples = []
    for folder in sorted(path for path in PAGES.iterdir() if path.is_dir()):
        kinds = [kind for name, kind in INPUTS.items() if (folder / name).is_file()]
        assert len(kinds) == 1, f"{folder.name}: needs either input.html or input.txt"
        origin = tomllib.loads((folder / "origin.toml").read_text(encoding="utf-8"))
        samples.append(Sample(folder.name, folder, kinds[0], origin))
    return tuple(samples)


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the flag without which no test writes a file of the project."""
    parser.addoption(
        "--rewrite-snapshots",
        action="store_true",
        help="write fixtures/pages/*/expected.json and explain.txt from what the toolkit does now",
    )


@pytest.fixture
def rewrite_snapshots(request: pytest.FixtureRequest) -> bool:
    """True where the run was told to write snapshots instead of comparing them."""
    return bool(request.config.getoption("--rewrite-snapshots"))
