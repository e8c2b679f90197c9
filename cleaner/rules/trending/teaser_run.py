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

from collections.abc import Iterable, Iterator, Sequence

from cleaner.model import Block, Call, Hit
from cleaner.rules.shape import TEXT, Shape, opens_small, shapes
from cleaner.rules.trending._teasers import MOST_FILLERS, teaser_hits
from cleaner.rules.trending._walk import HEADINGS, PARTS

# Four headline-length lines in a row can be headline, standfirst, byline and caption.
FEWEST_HEADLINES = 5
# Lists of links print headlines twice; one headline that comes back among many may be a section's name.
REPEATED = 0.15
OPENING = PARTS + HEADINGS


def judge(blocks: Sequence[Block]) -> Iterable[Hit]:
    """Hits on every line of each run."""
    kinds = shapes(blocks)
    yield from _headline_runs(blocks, kinds)
    yield from teaser_hits(blocks, kinds)


def _headline_runs(blocks: Sequence[Block], kinds: Sequence[Shape]) -> Iterator[Hit]:
    first = kinds.index(Shape.PROSE) if Shape.PROSE in kinds else -1
    for start, end in _runs(blocks, kinds):
        items = [at for at in range(start, end) if kinds[at] is Shape.HEADLINE]
        if len(items) < FEWEST_HEADLINES or (start and blocks[start - 1].text.endswith((":", "：", ",", ";"))):
            continue
        repeats = len(items) - len({blocks[at].folded for at in items})
        many = REPEATED * len(items) <= repeats > 0
        weight = round(0.5 + 0.2 * (len(items) >= 2 * FEWEST_HEADLINES) + 0.2 * many, 1)
        if end + 1 >= first > start:
            # Headline, standfirst, byline and captions may stand right above the first paragraph.
            weight /= 2
        why = f"in a run of {len(items)} headline-length lines" + (f", {repeats} of them repeats" if repeats else "")
        yield from (Hit(at, Call.DROP, weight, why) for at in range(start, end))


def _runs(blocks: Sequence[Block], kinds: Sequence[Shape]) -> Iterator[tuple[int, int]]:
    """Start and end of each stretch from a headline to a headline with few labels between."""
    start = last = -1
    for at, kind in enumerate(kinds):
        breaks = kind in TEXT or _opens_part(blocks[at]) or (kind is Shape.HEADLINE and _unlike(blocks[at]))
        if start >= 0 and (breaks or at - last > MOST_FILLERS + 1):
            yield start, last + 1
            start = -1
        if kind is Shape.HEADLINE and not breaks:
            start, last = (at if start < 0 else start), at
    if start >= 0:
        yield start, last + 1


def _opens_part(block: Block) -> bool:
    """The headline, or the heading of another part of the page, which other rules know by its words."""
    return block.headline or (bool(block.marks) and block.marked(*OPENING, place="line") is not None)


def _unlike(block: Block) -> bool:
    """Pieces of a sentence, items of an enumeration and rows of a table are no headlines."""
    open_ended = block.text.endswith((",", ";", ":", "，", "、", "；", "："))
    return opens_small(block.text) or open_ended or block.kind in ("table", "code", "caption")
