"""The lists at a page's foot: sectors, editions, other products, and what stands below their headings.

What it drops: below the last prose, headings of the publisher's lists and the short lines that follow them,
and headings in capitals that stand in a row with nothing below.

Why it is junk: they list the site, not the story.

What it must keep: everything above the last paragraph of prose; sentences; a lone heading that no table
knows.

Example: `SECTORS`, `EDITIONS`, `OTHER LINKS` one below the other, the lists gone

Since: 0.1.0
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from cleaner.model import Block, Call, Hit
from cleaner.rules.phrases import FIELD_MARKS
from cleaner.rules.shape import ends_like_sentence, quoted
from cleaner.rules.sheet import Sheet

# Headings that only the foot of a page has.
HEADINGS = ("edition", "about")

# Lines that other rules name better; they stand within the lists without ending them.
NAMED_BETTER = (
    "share", "follow", "network", "newsletter", "subscribe", "app", "donate", "terms", "contact", "feedback",
    "copyright", "search", "account", "cookie", "advertisement",
)  # fmt: skip

# A country's name also labels a headline in a list of news: the next lines must be of the foot too.
AHEAD = 2

# An item is a name; a heading in capitals is shorter still, and two in a row make a foot.
ITEM_WORDS = 5
CAPITAL_WORDS = 4
IN_A_ROW = 2


def judge(blocks: Sequence[Block]) -> Iterable[Hit]:
    page = Sheet.of(blocks)
    _, end = page.prose_span
    hits = {hit.block: hit for hit in _governed(page, end)}
    for hit in _capitals(page, end):
        if hit.block not in hits or hits[hit.block].weight < hit.weight:
            hits[hit.block] = hit
    return hits.values()


def _governed(page: Sheet, end: int) -> Iterator[Hit]:
    headings = page.marked(*HEADINGS, place="line")
    first = min((at for at in headings if at >= end), default=len(page))
    heading: str | None = None
    for block in page[first:]:
        at = block.index
        mark = block.marked(*HEADINGS, place="line") if at in headings else None
        if mark and _is_item(block) and all(map(_belongs, page[at + 1 : at + 1 + AHEAD])):
            heading = mark.phrase
            why = f"{quoted(heading)} heads a list of the site, below the story"
            yield Hit(block.index, Call.DROP, 0.95 if mark.category == "edition" else 0.75, why)
        elif heading and _is_item(block) and block.marked(*NAMED_BETTER) is None:
            yield Hit(block.index, Call.DROP, 0.7, f"a short line in the lists below {quoted(heading)}")
        elif block.words > ITEM_WORDS:
            heading = None


def _capitals(page: Sheet, end: int) -> Iterator[Hit]:
    headings = page.pick([at for at in page.capitals if at >= end])
    for row in _rows(block for block in headings if block.words <= CAPITAL_WORDS and _is_item(block)):
        if len(row) >= IN_A_ROW:
            why = f"one of {len(row)} headings in capitals in a row below the story, with nothing under them"
            weight = min(0.97, 0.65 + 0.08 * len(row))
            yield from (Hit(item.index, Call.DROP, weight, why) for item in row if item.marked(*NAMED_BETTER) is None)


def _rows(blocks: Iterable[Block]) -> Iterator[list[Block]]:
    """The blocks parted wherever another stood between them."""
    row: list[Block] = []
    for block in blocks:
        if row and block.index != row[-1].index + 1:
            yield row
            row = []
        row.append(block)
    if row:
        yield row


def _belongs(block: Block) -> bool:
    return _is_item(block) or block.marked(*NAMED_BETTER) is not None


def _is_item(block: Block) -> bool:
    if block.words > ITEM_WORDS or block.headline or block.marked(*FIELD_MARKS):
        return False
    return not ends_like_sentence(block.text)
