"""The links to the next and the previous story.

What it drops: "Next article", "Previous: …", and the headline below such words when they stand alone.

Why it is junk: the neighbouring stories have nothing to do with this one.

What it must keep: a subheading such as "Next" that prose follows at once.

Example: `Previous article` / `Harbour reopens after storm` / `Next article` / `Ferry fares to rise`

Since: 0.1.0
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from cleaner.model import Block, Call, Hit
from cleaner.rules.shape import FILLERS, TEXT, Shape, quoted, shapes

# "Next: " and a headline.
MOST_WORDS = 30
# "of" in "1 of 5" leads to no story.
SHORTEST = 3


def judge(blocks: Sequence[Block]) -> Iterable[Hit]:
    """Hits on the words and on the headline below them."""
    kinds = shapes(blocks)
    for block in blocks:
        at = block.index
        mark = block.marked("next_previous", place="line")
        if mark is None:
            opened = block.marked("next_previous", place="start")
            if opened and block.words <= MOST_WORDS and kinds[at] not in TEXT:
                yield Hit(at, Call.DROP, 0.7, f"opens with {quoted(opened.phrase)}")
            continue
        before_prose = at + 1 < len(blocks) and kinds[at + 1] in TEXT
        yield Hit(at, Call.DROP, 0.5 if before_prose else 0.9, f"{quoted(block.text)} alone on its line")
        named = _named(kinds, at) if len(mark.phrase) >= SHORTEST else 0
        if named and not blocks[named].headline:
            yield Hit(named, Call.DROP, 0.8, f"the headline below {quoted(block.text)}")


def _named(kinds: Sequence[Shape], at: int) -> int:
    """Index of the headline that the words at `at` lead to, or 0; one label may stand between."""
    below = at + 1
    if below < len(kinds) and kinds[below] in FILLERS:
        below += 1
    if below < len(kinds) and kinds[below] is Shape.HEADLINE:
        return below
    return 0
