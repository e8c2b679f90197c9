"""A line that repeats the page's headline.

What it drops: every appearance of the headline after the first, with or without the site's name after it:
the page title, the end of a breadcrumb, the share bar's copy, the list of latest stories.

Why it is junk: the document has its headline once.

What it must keep: the first appearance, from which the title is read, and paragraphs.

Example: `Harbour reopens after storm` / … / `Harbour reopens after storm | The Coast`

Since: 0.1.0
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from cleaner.model import Block, Call, Hit
from cleaner.rules.shape import quoted
from cleaner.rules.sheet import Sheet, places

# Separators after which a breadcrumb or a share bar repeats the headline.
_LEADS = (">", "/", "»", "|", ":", "›", "-")
LEAST_CHARACTERS = 20
_CUT = re.compile("[….]")
# Words around the headline in one line with it: a breadcrumb, "Share this story:".
MOST_EXTRA = 50


def judge(blocks: Sequence[Block]) -> Iterable[Hit]:
    """Hits on every later appearance of the headline."""
    page = Sheet.of(blocks)
    if not page.headlines:
        return
    first, *again = page.pick(page.headlines)
    headline = min((block.folded for block in (first, *again)), key=len)
    endings = page.saying(headline) if len(headline) >= LEAST_CHARACTERS else set()
    for block in page.pick(endings.union(page.headlines[1:], places(_CUT, page.lasts)) - {first.index}):
        if block.headline:
            yield Hit(block.index, Call.DROP, 0.95, f"repeats the headline of line {first.first}")
        elif _trails(block, headline):
            yield Hit(block.index, Call.DROP, 0.85, f"ends in the headline, after {quoted(block.text)}")
        elif page.kinds[block.index] == page.kinds[first.index] and _cut_short(block, headline):
            yield Hit(block.index, Call.DROP, 0.7, "the headline of the page, cut short")


def _trails(block: Block, headline: str) -> bool:
    """A breadcrumb or share bar whose last part is the headline."""
    if len(headline) < LEAST_CHARACTERS or not block.folded.endswith(headline):
        return False
    lead = block.folded[: -len(headline)].rstrip()
    return len(lead) <= MOST_EXTRA and lead.endswith(_LEADS)


def _cut_short(block: Block, headline: str) -> bool:
    bare = block.folded.rstrip(". ")
    return len(bare) >= LEAST_CHARACTERS and block.folded.endswith("...") and headline.startswith(bare)
