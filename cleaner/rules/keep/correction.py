"""Corrections and notes of the editors.

What it keeps: "Correction: …", "Editor's note: …", and the paragraph below such words on their own line.

Why it is story: they change what the story says, though they stand where furniture stands.

What it must drop: "Corrections" in a footer, with no sentence in it or below it.

Example: `Correction: An earlier version of this story gave the wrong year.`

Since: 0.1.0
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from cleaner.model import Block, Call, Hit
from cleaner.rules.shape import quoted
from cleaner.rules.sheet import Sheet

# "Corrections" is a link of the footer where nothing is said below it.
MOST_WORDS = 150


def judge(blocks: Sequence[Block]) -> Iterable[Hit]:
    """Keep hits on notes and on the paragraph below a note's heading."""
    page = Sheet.of(blocks)
    for block in page.pick(page.marked("correction")):
        below = block.index + 1
        if block.marked("correction", place="line"):
            if below in page.texts:
                yield Hit(block.index, Call.KEEP, 0.8, f"{quoted(block.text)} above a paragraph")
                yield Hit(below, Call.KEEP, 0.8, f"the note below {quoted(block.text)}")
            continue
        mark = block.marked("correction", place="start")
        if mark and block.words <= MOST_WORDS and block.index in page.texts:
            yield Hit(block.index, Call.KEEP, 0.9, f"opens with {quoted(mark.phrase)}")
