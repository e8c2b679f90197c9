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

from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import pairwise

from cleaner.model import Block, Call, Hit
from cleaner.rules.shape import TEXT, Shape, prose_span, quoted, shapes

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
    kinds = shapes(blocks)
    first, end = prose_span(blocks)
    places: dict[str, list[int]] = defaultdict(list)
    for block in blocks:
        if block.words <= MOST_WORDS and not block.headline and kinds[block.index] is not Shape.SENTENCE:
            places[block.folded].append(block.index)
    for found in places.values():
        if len(found) < 2 or kinds[found[0]] is Shape.PROSE:
            continue
        why = f"{quoted(blocks[found[0]].text)} stands on the page {len(found)} times"
        doubled = any(after - before == 1 for before, after in pairwise(found))
        for at in found:
            weight = 0.8 if len(found) >= MANY else 0.7 if doubled else 0.5
            if not doubled and _before_text(kinds, at):
                if len(found) < MANY or blocks[at].words <= NAME_WORDS:
                    continue
                weight = AMONG_PROSE
            elif first <= at < end and not blocks[at].marks:
                weight = min(weight, _inside(blocks[at], kinds))
            yield Hit(at, Call.DROP, weight, why)


def _before_text(kinds: Sequence[Shape], at: int) -> bool:
    """A text follows at once: then the line may be a speaker's name or a subheading."""
    return at + 1 < len(kinds) and kinds[at + 1] in TEXT


def _inside(block: Block, kinds: Sequence[Shape]) -> float:
    """How much a repeat says above the page's last paragraph: tests and guides label their parts alike."""
    above, below = kinds[max(0, block.index - NEAR) : block.index], kinds[block.index + 1 : block.index + 1 + NEAR]
    among = not TEXT.isdisjoint(above) and not TEXT.isdisjoint(below)
    return AMONG_PROSE if among or block.text.endswith((":", "：")) else INSIDE
