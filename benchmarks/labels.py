"""Gold text to block labels: which blocks of a page stand in the story that a person marked.

Gold names the story's text, not its blocks. A block is story when half of its word four-grams stand in
the gold; a block too short for that must be a whole gold line, or stand between its neighbours' places
in the gold.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from cleaner.model import Block

GRAM = 4
LEAST_SHARE = 0.5
CJK = "\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af"
_UNIT = re.compile(rf"[{CJK}]|[^\W{CJK}]+")
KEPT = frozenset({"title", "summary", "body", "subhead"})
EITHER = frozenset({"caption", "credit", "byline", "date", "title_dup"})


def units(text: str) -> list[str]:
    """Words, or characters in scripts without spaces, case-folded."""
    return _UNIT.findall(text.casefold())


def label_by_text(blocks: Sequence[Block], gold: str) -> list[int]:
    """1 for blocks that stand in the gold text, 0 for the others."""
    story = units(gold)
    places: dict[tuple[str, ...], int] = {}
    for at in range(len(story) - GRAM + 1):
        places.setdefault(tuple(story[at : at + GRAM]), at)
    lines = {tuple(units(line)) for line in gold.split("\n")} - {()}
    labels, spans = [], []
    words = [units(block.text) for block in blocks]
    for own in words:
        grams = [tuple(own[at : at + GRAM]) for at in range(len(own) - GRAM + 1)]
        found = [places[gram] for gram in grams if gram in places]
        if grams:
            labels.append(int(len(found) >= LEAST_SHARE * len(grams)))
        else:
            labels.append(int(tuple(own) in lines))
        spans.append((min(found), max(found) + GRAM) if labels[-1] and found else None)
    for index, own in enumerate(words):
        if not labels[index] and own and len(own) < GRAM and _between(spans, index, own, story):
            labels[index] = 1
    return labels


def _between(spans: Sequence[tuple[int, int] | None], index: int, own: Sequence[str], story: Sequence[str]) -> bool:
    """Whether the gold holds these few words between the places of the blocks around them."""
    before = next((span for span in reversed(spans[max(0, index - 2) : index]) if span), None)
    after = next((span for span in spans[index + 1 : index + 3] if span), None)
    if before is None or after is None or not 0 < after[0] - before[1] < 40:
        return False
    gap = story[before[1] : after[0]]
    return any(list(gap[at : at + len(own)]) == list(own) for at in range(len(gap)))


def label_by_line(blocks: Sequence[Block], entries: Sequence[dict[str, Any]]) -> list[int]:
    """Labels of a line-labelled document: 1 story, 0 junk, -1 where either is right."""
    by_line = {entry["n"] + 1: entry for entry in entries}
    labels = []
    for block in blocks:
        own = [by_line[number] for number in range(block.first, block.last + 1) if number in by_line]
        names = {entry["label"] for entry in own}
        if not own or names & EITHER or any(entry.get("mixed") for entry in own):
            labels.append(-1)
        elif names <= KEPT:
            labels.append(1)
        else:
            labels.append(-1 if names & KEPT else 0)
    return labels
