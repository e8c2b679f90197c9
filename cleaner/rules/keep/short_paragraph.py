"""A short sentence that is a paragraph of its own.

What it keeps: "It was vetoed." between two paragraphs, and such a sentence at the story's very end.

Why it is story: it ends as a sentence does and stands among paragraphs; its length alone would drop it.

What it must drop: sentences that the lexicon knows as furniture ("Share this."), and those far from prose.

Example: … `The bill reached the president on Monday.` / `It was vetoed.` / `Its authors will try again.` …

Since: 0.1.0
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from cleaner.model import Block, Call, Hit
from cleaner.rules.phrases import FIELD_MARKS
from cleaner.rules.shape import Shape, opens_small
from cleaner.rules.sheet import Sheet, places

# What a story's sentence may be marked with: fields that other rooms read.
_HARMLESS = frozenset(FIELD_MARKS)
# Whatever is no paragraph and has a sentence or paragraph above or below.
_BESIDE = re.compile("(?<=[sp])[^p]|[^p](?=[sp])")


def judge(blocks: Sequence[Block]) -> Iterable[Hit]:
    """Keep hits, stronger between paragraphs than beside one."""
    page = Sheet.of(blocks)
    for block in page.pick(places(_BESIDE, page.kinds)):
        if block.index not in page.sentences or opens_small(block.text):
            continue
        if (
            block.headline
            or block.kind == "caption"
            or any(mark.place != "within" and mark.category not in _HARMLESS for mark in block.marks)
        ):
            continue
        beside = (block.index - 1 in page.texts) + (block.index + 1 in page.texts)
        if Shape.PROSE in page.kinds[max(0, block.index - 3) : block.index + 4]:
            where = "between paragraphs" if beside == 2 else "beside a paragraph"
            yield Hit(block.index, Call.KEEP, 0.8 if beside == 2 else 0.3, f"a sentence of {block.words} words {where}")
