"""A short sentence that is a paragraph of its own.

What it keeps: "It was vetoed." between two paragraphs, and such a sentence at the story's very end.

Why it is story: it ends as a sentence does and stands among paragraphs; its length alone would drop it.

What it must drop: sentences that the lexicon knows as furniture ("Share this."), and those far from prose.

Example: … `The bill reached the president on Monday.` / `It was vetoed.` / `Its authors will try again.` …

Since: 0.1.0
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from cleaner.model import Block, Call, Hit
from cleaner.rules.phrases import FIELD_MARKS
from cleaner.rules.shape import TEXT, Shape, ends_like_sentence, opens_small, shapes

# What a story's sentence may be marked with: fields that other rooms read.
_HARMLESS = frozenset(FIELD_MARKS)


def judge(blocks: Sequence[Block]) -> Iterable[Hit]:
    """Keep hits, stronger between paragraphs than beside one."""
    kinds = shapes(blocks)
    for block in blocks:
        if kinds[block.index] is Shape.PROSE or not ends_like_sentence(block.text) or opens_small(block.text):
            continue
        if (
            block.headline
            or block.kind == "caption"
            or any(mark.place != "within" and mark.category not in _HARMLESS for mark in block.marks)
        ):
            continue
        before = kinds[block.index - 1] if block.index else None
        after = kinds[block.index + 1] if block.index + 1 < len(blocks) else None
        beside = (before in TEXT) + (after in TEXT)
        if beside and Shape.PROSE in kinds[max(0, block.index - 3) : block.index + 4]:
            where = "between paragraphs" if beside == 2 else "beside a paragraph"
            yield Hit(block.index, Call.KEEP, 0.8 if beside == 2 else 0.3, f"a sentence of {block.words} words {where}")
