"""Pages without gold, labelled by what the toolkit reads from their HTML.

With the markup the story is found more surely than without; so the pages of other evaluations, which name a few
snippets or a date at most, teach how the same pages look when they are flattened (distillation; Hinton et al. 2015).
Snippets that must appear or must not overrule what was read; a page of which fewer than half of the snippets were
found teaches nothing.
"""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

import cleaner
from benchmarks.labels import label_by_text
from cleaner.model import Block

SET = "pool_dev"
LEAST_FOUND = 0.5
SHORTEST = 200  # characters: below that nothing was found worth learning


def pages(bench: Path) -> Iterator[tuple[str, Path, Mapping[str, Any]]]:
    """Id, HTML file and what is known (`url`, `with`, `without`, `published`) of each page, in order of ids."""
    known: dict[str, dict[str, Any]] = {}
    for name in ("dates", "snippets"):
        for line in (bench / SET / f"{name}.jsonl").read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            known.setdefault(row["id"], {}).update(row)
    for path in sorted((bench / SET / "html").glob("*.html.gz")):
        id_ = path.name.removesuffix(".html.gz")
        yield id_, path, known.get(id_, {})


def story(path: Path, known: Mapping[str, Any]) -> str:
    """The page's story as its HTML gives it; empty where it cannot be trusted."""
    text = _read(path)
    wanted = known.get("with") or []
    found = sum(snippet in text for snippet in wanted)
    return "" if len(text) < SHORTEST or found < LEAST_FOUND * len(wanted) else text


@lru_cache(maxsize=8)  # a page's forms come one after the other
def _read(path: Path) -> str:
    try:
        document = cleaner.clean(gzip.decompress(path.read_bytes()), kind="html")
    except cleaner.CleanerError:
        return ""
    return "\n".join([document.summary or "", *(block.text for block in document.blocks if block.kind != "caption")])


def label(blocks: Sequence[Block], text: str, known: Mapping[str, Any]) -> list[int]:
    """1 for blocks of the story, 0 for the others; the snippets have the last word."""
    labels = label_by_text(blocks, text)
    for at, block in enumerate(blocks):
        if any(snippet in block.text for snippet in known.get("with") or ()):
            labels[at] = 1
        elif any(snippet in block.text for snippet in known.get("without") or ()):
            labels[at] = 0
    return labels
