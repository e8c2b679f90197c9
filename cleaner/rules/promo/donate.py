"""Requests for money and membership.

What it drops: lines that ask the reader to donate to the publisher, to support it or to become a member.

Why it is junk: it asks for the publisher, it does not tell the story.

What it must keep: stories in which people donate, and what somebody is quoted saying.

Example: `Support our journalism`

Since: 0.1.0
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from cleaner.model import Block, Call, Hit
from cleaner.rules.phrases import phrase_weight, strongest
from cleaner.rules.shape import quoted
from cleaner.rules.sheet import Sheet


def judge(blocks: Sequence[Block]) -> Iterable[Hit]:
    page = Sheet.of(blocks)
    for block in page.pick(page.marked("donate")):
        mark = strongest(block, "donate")
        if mark and (weight := phrase_weight(block, mark)):
            yield Hit(block.index, Call.DROP, weight, f"it asks for support: {quoted(mark.phrase)}")
