"""A short line that stands on the page more than once.

What it drops: lines that come back three times or more, lines doubled at once (a picture's text and its
caption, a link and its title), and headlines that appear twice far from prose.

Why it is junk: writers do not repeat a line; page templates do.

What it must keep: short sentences ("Never again."), the names of speakers before their words, refrains,
subheadings and the labels of a guide ("Pros:"), all of which stand among prose.

Example: `Ferry fares to rise` / `Ferry fares to rise` / `Local`

Since: 0.1.0
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from cleaner.model import Block, Call, Hit
from cleaner.rules.shape import TEXT, Shape, quoted
from cleaner.rules.sheet import Sheet

# Longer lines are paragraphs; a repeated paragraph may be standfirst and story.
MOST_WORDS = 30
MANY = 3
# The names of speakers come back before their words; an invitation to subscribe is longer.
NAME_WORDS = 2
# Between the page's first paragraph and its last, lists stand beside the story and labels within it ("Pros:",
# "Price range:"), which a paragraph within so many lines on both sides, or a colon, gives away.
INSIDE = 0.6
AMONG_PROSE = 0.4
NEAR = 6


def judge(blocks: Sequence[Block]) -> Iterable[Hit]:
    """Hits on the lines that come back; the headline is left to its own rule."""
    page = Sheet.of(blocks)
    for everywhere in page.repeated.values():
        lines = page.pick([at for at in everywhere if page.kinds[at] != Shape.SENTENCE])
        lines = [block for block in lines if block.words <= MOST_WORDS and not block.headline]
        if len(lines) > 1 and page.kinds[lines[0].index] != Shape.PROSE:
            yield from _hits(page, lines)


def _hits(page: Sheet, lines: Sequence[Block]) -> Iterator[Hit]:
    first, end = page.prose_span
    why = f"{quoted(lines[0].text)} stands on the page {len(lines)} times"
    doubled = any([after.index - before.index == 1 for before, after in pairwise(lines)])
    usual = 0.8 if len(lines) >= MANY else 0.7 if doubled else 0.5
    for block in lines:
        at, weight = block.index, usual
        # Where a text follows at once, the line may be a speaker's name or a subheading.
        if not doubled and at + 1 in page.texts:
            if len(lines) < MANY or block.words <= NAME_WORDS:
                continue
            weight = AMONG_PROSE
        elif first <= at < end and not block.marks:
            weight = min(weight, _inside(page, at))
        yield Hit(at, Call.DROP, weight, why)


def _inside(page: Sheet, at: int) -> float:
    """How much a repeat says above the page's last paragraph: tests and guides label their parts alike."""
    above, below = page.kinds[max(0, at - NEAR) : at], page.kinds[at + 1 : at + 1 + NEAR]
    among = not TEXT.isdisjoint(above) and not TEXT.isdisjoint(below)
    return AMONG_PROSE if among or page.lasts[at] in ":：" else INSIDE
