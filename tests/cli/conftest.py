"""Pages on disk, and a function that runs the command on them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from cleaner.cli import main

STORY = """Ferry returns to Lundholm after nine days in the yard

The ferry to Lundholm sailed again on Monday morning, nine days after a storm had torn its ramp away
and left the four hundred people of the island without a boat.

"We had milk, we had bread, but we had no mail," said Marit Olsen, who has kept the island's only shop
since her mother gave it up in the spring of last year.

The county said that the repair had cost two million and that a second boat would be chartered before
the winter. It did not say who would pay for it.
"""
HTML = "<html><body><article><h1>{}</h1>{}</article></body></html>".format(
    STORY.splitlines()[0], "".join(f"<p>{part}</p>" for part in STORY.split("\n\n")[1:])
)


@pytest.fixture
def pages(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working folder with `pages/`: two stories and something that is none."""
    folder = tmp_path / "pages"
    (folder / "sub").mkdir(parents=True)
    (folder / "ferry.txt").write_text(STORY, encoding="utf-8")
    (folder / "sub" / "ferry.html").write_text(HTML, encoding="utf-8")
    (folder / "chart.txt").write_bytes(b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n1 0 obj\n")
    (folder / "notes.docx").write_bytes(b"PK")
    monkeypatch.chdir(tmp_path)
    return folder


Run = Callable[..., Result]


@pytest.fixture
def cleaner() -> Run:
    """Run `cleaner` with these arguments, and what is piped in as `input`; programming errors come through."""

    def run(*arguments: str | Path, input: str | bytes | None = None) -> Result:
        words = [str(argument) for argument in arguments]
        return CliRunner().invoke(main, words, input=input, catch_exceptions=False)

    return run
