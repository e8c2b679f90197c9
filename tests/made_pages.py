"""Invented pages for the tests of batches."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

STORY = """Ferry returns to Lundholm after {number} days

The ferry to Lundholm sailed again on Monday morning, {number} days after a storm had torn its ramp away.

"We had milk, we had bread, but we had no mail," said Marit Olsen, who keeps the island's only shop.
"""

# A site's frame around a headline and a story, and headlines of it.
COURIER = (
    "The Harbour Courier\n\nBoats and people\n\nTide room\n\n{}\n\n{}\n\nLantern club\n\nRope and tar\n\nWho we are\n"
)
COURIER_TITLES = (
    "Ferry returns to Aldermoor",
    "Baker wins the fair",
    "School bell falls silent",
    "Otters at the weir",
    "New lamp",
)


def story(number: int) -> str:
    """A page, another one for every number."""
    return STORY.format(number=number)


def write_pages(folder: Path, count: int) -> Path:
    """So many pages, of which the fourth is none, and a file that is skipped."""
    folder.mkdir(parents=True, exist_ok=True)
    for number in range(count):
        data = b"%PDF-1.4\n\x00" if number == 3 else story(number).encode()
        (folder / f"{number:03}.txt").write_bytes(data)
    (folder / "notes.docx").write_bytes(b"PK")
    return folder


def rows(path: Path) -> list[dict[str, Any]]:
    """The records of a JSONL file."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def written(out: Path) -> dict[str, bytes]:
    """What a run wrote, by name: OUT, or each file below it, its rejects and its summary."""
    files = [out] if out.is_file() else [path for path in out.rglob("*") if path.is_file()]
    files += [out.with_name(out.name + suffix) for suffix in (".rejects.jsonl", ".summary.json")]
    return {path.relative_to(out.parent).as_posix(): path.read_bytes() for path in files}
