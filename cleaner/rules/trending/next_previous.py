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
from cleaner.rules.shape import FILLERS, Shape, quoted
from cleaner.rules.sheet import Sheet

# "Next: " and a headline.
MOST_WORDS = 30
# "of" in "1 of 5" leads to no story.
SHORTEST = 3


def judge(blocks: Sequence[Block]) -> Iterable[Hit]:
    """Hits on the words and on the headline below them."""
    page = Sheet.of(blocks)
    for block in page.pick(page.marked("next_previous")):
        at = block.index
        mark = block.marked("next_previous", place="line")
        if mark is None:
            opened = block.marked("next_previous", place="start")
            if opened and block.words <= MOST_WORDS and at not in page.texts:
                yield Hit(at, Call.DROP, 0.7, f"opens with {quoted(opened.phrase)}")
            continue
        yield Hit(at, Call.DROP, 0.5 if at + 1 in page.texts else 0.9, f"{quoted(block.text)} alone on its line")
        named = _named(page.kinds, at) if len(mark.phrase) >= SHORTEST else 0
        if named and not page[named].headline:
            yield Hit(named, Call.DROP, 0.8, f"the headline below {quoted(block.text)}")


def _named(kinds: str, at: int) -> int:
    """Index of the headline that the words at `at` lead to, or 0; one label may stand between."""
    below = at + 1
    if below < len(kinds) and kinds[below] in FILLERS:
        below += 1
    if below < len(kinds) and kinds[below] == Shape.HEADLINE:
        return below
    return 0
