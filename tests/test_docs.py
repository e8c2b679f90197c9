"""What the README shows works as it stands there."""

from __future__ import annotations

import json
import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

import cleaner
from cleaner.cli import main

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
SEED = ROOT / "seeds" / "002_0a6fc15f135fc704.txt"
PAGE = """<html lang="en"><head><title>Ferry returns to Aldermoor</title></head><body><nav><a href="/">Home</a></nav>
<article><h1>Ferry returns to Aldermoor</h1>
<p>The ferry across the Varrow sails again after eleven years, the council said on Monday.</p>
<p>Tickets cost two crowns, and dogs travel free on weekdays. The first boat leaves at six.</p></article>
</body></html>"""


def _blocks(language: str) -> Iterator[str]:
    yield from re.findall(rf"^```{language}\n(.*?)^```", README, flags=re.DOTALL | re.MULTILINE)


def _commands() -> list[str]:
    shown = [line[2:] for block in _blocks("console") for line in block.splitlines() if line.startswith("$ ")]
    inline = re.findall(r"`(cleaner [a-z][^`]*)`", README)
    return [command for command in [*shown, *inline] if command.startswith("cleaner ")]


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with the files that the README's commands name."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "page.html").write_text(PAGE, encoding="utf-8")
    (tmp_path / "page.txt").write_bytes(SEED.read_bytes())
    (tmp_path / "pages").mkdir()
    (tmp_path / "pages" / "one.html").write_text(PAGE, encoding="utf-8")
    return tmp_path


def test_the_readme_shows_commands() -> None:
    """The test below would pass on a README without any."""
    assert len(_commands()) >= 5


@pytest.mark.parametrize("command", _commands())
def test_a_command_of_the_readme_runs(command: str, desk: Path) -> None:
    """Every command a reader may copy ends with exit code 0."""
    arguments = shlex.split(command)[1:]
    if arguments == ["clean"]:  # named in a sentence, without its argument
        arguments.append("page.html")
    result = CliRunner().invoke(main, arguments)
    assert result.exit_code == 0, result.output


def test_the_python_of_the_readme_runs(desk: Path) -> None:
    """The example in Python does what its comments say."""
    (code,) = _blocks("python")
    names: dict[str, object] = {"pages": [PAGE]}
    # One job in this process: workers cannot import a module that was never a file.
    exec(compile(code.replace("jobs=2, timeout=10", "jobs=1"), "README.md", "exec"), names)
    document = names["doc"]
    assert isinstance(document, cleaner.Document)
    assert document.title == "Ferry returns to Aldermoor"


def test_the_json_of_the_readme_is_what_the_seed_gives() -> None:
    """The example after cleaning is no invention: every value in it begins as the real one does."""
    (shown,) = _blocks("json")
    document = cleaner.clean(SEED).to_dict()
    example = json.loads(shown)
    for name in ("title", "desk", "published", "source"):
        assert document[name] == example[name]
    for name in ("summary", "text"):
        assert document[name].startswith(example[name].removesuffix(" …"))
    assert document["evidence"]["published"]["why"] == example["evidence"]["published"]["why"]
    assert document["evidence"]["published"]["line"] == example["evidence"]["published"]["line"]
