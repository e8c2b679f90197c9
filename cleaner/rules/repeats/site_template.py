"""A line that other pages of the same site have too.

What it drops: lines that three or more other pages of the site have in the same place, above the story, below it or
in a box that interrupts it: menus, share bars, notices, invitations. Only where templates were learned from the site.

Why it is junk: a story is told once; a template is printed on every page.

What it must keep: labels alone between paragraphs ("What happened"), which every story of a house may have; a line
that stands elsewhere on the other pages (a slogan quoted in the story, a standfirst that others tease); the
headline; and sentences beside the story, unless nearly all pages end in them.

Example: `Read us every morning` on 14 of 17 pages of a site

Since: 0.1.0
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from cleaner.model import Block, Call, Hit, Recurrence
from cleaner.rules.shape import TEXT
from cleaner.rules.sheet import Sheet

# Other pages of the site with the line in the same place, and their share of those learned from. Sections have
# furniture of their own: a tenth of a site's pages is enough for a line that reads like none of the story's.
FEWEST = 3
SHARE, MOST_SHARE = 0.1, 0.5
# Of so many other pages, this share is nearly all: then even a sentence right below the story is the site's.
MANY, NEARLY_ALL = 8, 0.9
SURE, LIKELY, DOUBTFUL = 0.95, 0.8, 0.5


def judge(blocks: Sequence[Block]) -> Iterable[Hit]:
    """Hits on the lines that recur."""
    page = Sheet.of(blocks)
    for block in page:
        if block.recurs and not block.headline and (weight := _weight(page, block, block.recurs)):
            yield Hit(block.index, Call.DROP, weight, _why(block.recurs))


def _weight(page: Sheet, block: Block, recurs: Recurrence) -> float:
    """How sure it is; 0 where it says nothing."""
    share = recurs.alike / recurs.of
    if recurs.place == "amid" or recurs.alike < FEWEST or share < SHARE:
        return 0.0
    if recurs.of >= MANY and share >= NEARLY_ALL:
        return SURE
    if page.kinds[block.index] in TEXT and _beside_story(page, block.index):
        return DOUBTFUL if share >= MOST_SHARE else 0.0
    return SURE if share >= MOST_SHARE else LIKELY


def _beside_story(page: Sheet, at: int) -> bool:
    """Whether the next block above or below is a paragraph that no other page has."""
    return any(other in page.prose and page[other].recurs is None for other in (at - 1, at + 1))


def _why(recurs: Recurrence) -> str:
    place = "in a box amid" if recurs.place == "boxed" else recurs.place
    return f"stands on {recurs.pages} of {recurs.of} other pages of {recurs.site}, {place} the story"
