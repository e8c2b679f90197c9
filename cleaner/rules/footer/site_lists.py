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
from cleaner.rules.shape import quoted
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
    items = _items(page, end)
    others = page.marked(*NAMED_BETTER)
    hits = {hit.block: hit for hit in _governed(page, items, others)}
    for hit in _capitals(page, items, others):
        if hit.block not in hits or hits[hit.block].weight < hit.weight:
            hits[hit.block] = hit
    return hits.values()


def _items(page: Sheet, end: int) -> set[int]:
    """Places of the short lines below the story that may be an item or a heading."""
    barred = page.sentences.union(page.marked(*FIELD_MARKS), page.headlines)
    return {block.index for block in page[end:] if block.words <= ITEM_WORDS and block.index not in barred}


def _governed(page: Sheet, items: set[int], others: frozenset[int]) -> Iterator[Hit]:
    headings = items & page.marked(*HEADINGS, place="line")
    heading: str | None = None
    for block in page[min(headings, default=len(page)) :]:
        at = block.index
        ahead = range(at + 1, min(at + 1 + AHEAD, len(page)))
        mark = block.marked(*HEADINGS, place="line") if at in headings else None
        if mark and all([below in items or below in others for below in ahead]):
            heading = mark.phrase
            why = f"{quoted(heading)} heads a list of the site, below the story"
            yield Hit(at, Call.DROP, 0.95 if mark.category == "edition" else 0.75, why)
        elif heading and at in items and at not in others:
            yield Hit(at, Call.DROP, 0.7, f"a short line in the lists below {quoted(heading)}")
        elif block.words > ITEM_WORDS:
            heading = None


def _capitals(page: Sheet, items: set[int], others: frozenset[int]) -> Iterator[Hit]:
    headings = (at for at in sorted(items & page.capitals) if page[at].words <= CAPITAL_WORDS)
    for row in _rows(headings):
        if len(row) >= IN_A_ROW:
            why = f"one of {len(row)} headings in capitals in a row below the story, with nothing under them"
            weight = min(0.97, 0.65 + 0.08 * len(row))
            yield from (Hit(at, Call.DROP, weight, why) for at in row if at not in others)


def _rows(places: Iterable[int]) -> Iterator[list[int]]:
    """The places parted wherever another stands between them."""
    row: list[int] = []
    for at in places:
        if row and at != row[-1] + 1:
            yield row
            row = []
        row.append(at)
    if row:
        yield row
