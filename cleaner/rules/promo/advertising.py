"""Marks of advertisements, and sponsored links.

What it drops: lines that mark an advertisement or a sponsored link.

Why it is junk: the advertisement itself is gone; its mark stands between two paragraphs of the story.

What it must keep: stories about advertising and sponsors, which speak of them in sentences.

Example: `Advertisement`, `Story continues below`

Since: 0.1.0
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from cleaner.model import Block, Call, Hit
from cleaner.rules.phrases import phrase_weight, strongest
from cleaner.rules.shape import is_prose, quoted
from cleaner.rules.sheet import Sheet

MARKS = ("advertisement", "sponsored")

# Class, id and role words that ad servers and content systems give to their slots.
NAMES = frozenset(
    {"ad", "ads", "advert", "adverts", "advertisement", "advertising", "sponsored", "taboola", "outbrain"}
)


def judge(blocks: Sequence[Block]) -> Iterable[Hit]:
    page = Sheet.of(blocks)
    named = page.named(NAMES)
    for block in page.pick(page.marked(*MARKS) | named.keys()):
        mark = strongest(block, *MARKS)
        if mark and (weight := phrase_weight(block, mark)):
            yield Hit(block.index, Call.DROP, weight, f"it marks an advertisement: {quoted(mark.phrase)}")
        elif block.index in named:
            weight = 0.3 if is_prose(block) else 0.7
            yield Hit(block.index, Call.DROP, weight, f"the markup calls it '{named[block.index]}'")
