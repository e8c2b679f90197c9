"""Requests to the reader to write: opinions, experiences, tips.

What it drops: lines and sentences that ask readers for opinions, experiences, pictures or tips, and tell how
to reach the newsroom with them.

Why it is junk: it is meant for the day of publication and for readers of the site.

What it must keep: the questions of an interview ("What do you think of the new harbour?"), which an answer
follows, and what somebody is quoted saying.

Example: `What do you think? Have your say in the comments below.`

Since: 0.1.0
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from cleaner.model import Block, Call, Hit
from cleaner.rules.notices import notice
from cleaner.rules.shape import TEXT, quoted
from cleaner.rules.sheet import Sheet

_ASKS = ("?", "？", "؟", ";")  # the last is the Greek sign


def judge(blocks: Sequence[Block]) -> Iterable[Hit]:
    page = Sheet.of(blocks)
    for block in page.pick(page.marked("call_out")):
        found = None if _is_interview(page, block) else notice(page, block, "call_out")
        if found:
            weight, mark = found
            yield Hit(block.index, Call.DROP, weight, f"it asks readers to write: {quoted(mark.phrase)}")


def _is_interview(page: Sheet, block: Block) -> bool:
    """A question with text below it, unless it is nothing but the request."""
    if not block.text.endswith(_ASKS) or block.marked("call_out", place="line"):
        return False
    return page.kinds[block.index + 1 : block.index + 2] in TEXT
