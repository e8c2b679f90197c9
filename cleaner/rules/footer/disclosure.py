"""What the publisher says of the page: that it earns by its links, is old, was translated or made by a machine.

What it drops: affiliate disclosures, notices of an archive or of a page's age, notes that a machine wrote,
summed up or translated the text.

Why it is junk: it speaks of the page and stands on many of them in the same words.

What it must keep: stories about commissions, archives and artificial intelligence, in sentences between
paragraphs; corrections, which have a rule of their own.

Example: `When you purchase through links in our articles, we may earn a small commission.`

Since: 0.1.0
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from cleaner.model import Block, Call, Hit
from cleaner.rules.notices import notice
from cleaner.rules.shape import quoted
from cleaner.rules.sheet import Sheet


def judge(blocks: Sequence[Block]) -> Iterable[Hit]:
    page = Sheet.of(blocks)
    for block in page.pick(page.marked("disclosure")):
        if found := notice(page, block, "disclosure"):
            weight, mark = found
            yield Hit(block.index, Call.DROP, weight, f"it speaks of the page itself: {quoted(mark.phrase)}")
