"""A run of headlines or teasers that has no heading.

What it drops: five headline-length lines or more in a row (numbers, labels and dates may stand between
them), and headlines each followed by a short summary and a date or "Read more".

Why it is junk: a story is made of sentences; only lists of other stories are headline after headline.

What it must keep: a list that the story introduces with a colon, items of a list that are sentences, and
sections of one paragraph under subheadings, which have no dates between them.

Example: `Harbour reopens after storm` / `Ferry fares to rise` / `Council votes on budget` / …

Since: 0.1.0
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from cleaner.model import Block, Call, Hit
from cleaner.rules.shape import Shape, opens_small
from cleaner.rules.sheet import Sheet, places
from cleaner.rules.trending._teasers import MOST_FILLERS, teaser_hits
from cleaner.rules.trending._walk import HEADINGS, PARTS

# Four headline-length lines in a row can be headline, standfirst, byline and caption.
FEWEST_HEADLINES = 5
# Lists of links print headlines twice; one headline that comes back among many may be a section's name.
REPEATED = 0.15
OPENING = PARTS + HEADINGS
_HEADLINE = re.compile(Shape.HEADLINE)


def judge(blocks: Sequence[Block]) -> Iterable[Hit]:
    """Hits on every line of each run."""
    page = Sheet.of(blocks)
    yield from _headline_runs(page)
    yield from teaser_hits(page)


def _headline_runs(page: Sheet) -> Iterator[Hit]:
    first = page.kinds.find(Shape.PROSE)
    for start, end in _runs(page):
        items = [at for at in range(start, end) if page.kinds[at] == Shape.HEADLINE]
        if len(items) < FEWEST_HEADLINES or (start and page.lasts[start - 1] in ":：,;"):
            continue
        repeats = len(items) - len({page[at].folded for at in items})
        many = REPEATED * len(items) <= repeats > 0
        weight = round(0.5 + 0.2 * (len(items) >= 2 * FEWEST_HEADLINES) + 0.2 * many, 1)
        if end + 1 >= first > start:
            # Headline, standfirst, byline and captions may stand right above the first paragraph.
            weight /= 2
        why = f"in a run of {len(items)} headline-length lines" + (f", {repeats} of them repeats" if repeats else "")
        yield from (Hit(at, Call.DROP, weight, why) for at in range(start, end))


def _runs(page: Sheet) -> Iterator[tuple[int, int]]:
    """Start and end of each stretch from a headline to a headline with few labels between."""
    breaks = page.marked(*OPENING, place="line").union(page.texts, page.headlines)
    start = last = -1
    for at in sorted(breaks.union(places(_HEADLINE, page.kinds))):
        broken = at in breaks or _unlike(page[at])
        if start >= 0 and (broken or at - last > MOST_FILLERS + 1):
            yield start, last + 1
            start = -1
        if not broken:
            start, last = (at if start < 0 else start), at
    if start >= 0:
        yield start, last + 1


def _unlike(block: Block) -> bool:
    """Pieces of a sentence, items of an enumeration and rows of a table are no headlines."""
    open_ended = block.text.endswith((",", ";", ":", "，", "、", "；", "："))
    return opens_small(block.text) or open_ended or block.kind in ("table", "code", "caption")
