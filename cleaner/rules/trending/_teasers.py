"""Headlines each followed by a short summary, and what tells them from the sections of a story."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cleaner.model import Block, Call, Hit
from cleaner.rules.shape import FILLERS, TEXT, Shape, dated

FEWEST_TEASERS = 3
# Labels and dates in a row: more of them are a menu or a table.
MOST_FILLERS = 4
TEASER_WORDS = 60
# Beside a teaser, a short line with one of these tells that it is one.
_SIGNS = ("read_more", "published", "byline")
SIGN_WORDS = 12


def teaser_hits(blocks: Sequence[Block], kinds: Sequence[Shape]) -> Iterator[Hit]:
    """Stretches of headline, summary, headline, summary in which most summaries bear a teaser's sign."""
    dates = dated(blocks, kinds)
    teasers: list[int] = []
    for at in range(1, len(kinds) + 1):
        ended = at == len(kinds) or (kinds[at] in TEXT and kinds[at - 1] in TEXT) or blocks[at].headline
        if at < len(kinds) and not ended and _is_summary(blocks, kinds, at):
            teasers.append(at)
        if ended or (teasers and at - teasers[-1] > 2 * MOST_FILLERS):
            yield from _hits(blocks, kinds, teasers, dates)
            teasers = []


def _is_summary(blocks: Sequence[Block], kinds: Sequence[Shape], at: int) -> bool:
    return kinds[at] in TEXT and blocks[at].words <= TEASER_WORDS and Shape.HEADLINE in kinds[max(0, at - 3) : at]


def _hits(
    blocks: Sequence[Block], kinds: Sequence[Shape], teasers: Sequence[int], dates: frozenset[int]
) -> Iterator[Hit]:
    sure = sum(_says_so(blocks, at) for at in teasers)
    signs = sum(_says_so(blocks, at) or not dates.isdisjoint((at - 1, at + 1, at + 2)) for at in teasers)
    if len(teasers) < FEWEST_TEASERS or 3 * signs < 2 * len(teasers):
        return
    # Dates alone may be the prices or counts in a list of the story's own.
    weight = 0.85 if 2 * sure >= len(teasers) else 0.5
    start = teasers[0]
    while start and start > teasers[0] - 3 and kinds[start] is not Shape.HEADLINE:
        start -= 1
    end = teasers[-1] + 1
    while end < len(blocks) and end <= teasers[-1] + 2 and kinds[end] in FILLERS:
        end += 1
    why = f"in a run of {len(teasers)} headlines with a short summary, {signs} of them dated, signed or cut off"
    yield from (Hit(at, Call.DROP, weight, why) for at in range(start, end))


def _says_so(blocks: Sequence[Block], at: int) -> bool:
    """Cut off, or with an author, a date of publication or "read more" beside it."""
    if blocks[at].text.rstrip("])").endswith(("...", "…")) or blocks[at].marked("read_more"):
        return True
    beside = (*blocks[at - 1 : at], *blocks[at + 1 : at + 3])
    return any(near.words <= SIGN_WORDS and near.marked(*_SIGNS) is not None for near in beside)
