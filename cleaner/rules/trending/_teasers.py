"""Headlines each followed by a short summary, and what tells them from the sections of a story."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cleaner.model import Call, Hit
from cleaner.rules.shape import FILLERS, Shape
from cleaner.rules.sheet import Sheet

FEWEST_TEASERS = 3
# Labels and dates in a row: more of them are a menu or a table.
MOST_FILLERS = 4
# From one summary to the next: labels, the next headline, labels.
FARTHEST = 2 * MOST_FILLERS + 1
TEASER_WORDS = 60
# Beside a teaser, a short line with one of these tells that it is one.
_SIGNS = ("read_more", "published", "byline")
SIGN_WORDS = 12


def teaser_hits(page: Sheet) -> Iterator[Hit]:
    """Stretches of headline, summary, headline, summary in which most summaries bear a teaser's sign."""
    teasers: list[int] = []
    for at in sorted(page.texts.union(page.headlines)):
        if not at:
            continue
        ended = page[at].headline or (at in page.texts and at - 1 in page.texts)
        summary = not ended and _is_summary(page, at)
        if teasers and (ended or (summary and at - teasers[-1] > FARTHEST)):
            yield from _hits(page, teasers)
            teasers = []
        if summary:
            teasers.append(at)
    yield from _hits(page, teasers)


def _is_summary(page: Sheet, at: int) -> bool:
    return page[at].words <= TEASER_WORDS and Shape.HEADLINE in page.kinds[max(0, at - 3) : at]


def _hits(page: Sheet, teasers: Sequence[int]) -> Iterator[Hit]:
    if len(teasers) < FEWEST_TEASERS:
        return
    surely = [_says_so(page, at) for at in teasers]
    sure = sum(surely)
    dated = (not page.dated.isdisjoint((at - 1, at + 1, at + 2)) for at in teasers)
    signs = sum(says_so or stamp for says_so, stamp in zip(surely, dated, strict=True))
    if 3 * signs < 2 * len(teasers):
        return
    # Dates alone may be the prices or counts in a list of the story's own.
    weight = 0.85 if 2 * sure >= len(teasers) else 0.5
    start = teasers[0]
    while start and start > teasers[0] - 3 and page.kinds[start] != Shape.HEADLINE:
        start -= 1
    end = teasers[-1] + 1
    while end < len(page) and end <= teasers[-1] + 2 and page.kinds[end] in FILLERS:
        end += 1
    why = f"in a run of {len(teasers)} headlines with a short summary, {signs} of them dated, signed or cut off"
    yield from (Hit(at, Call.DROP, weight, why) for at in range(start, end))


def _says_so(page: Sheet, at: int) -> bool:
    """Cut off, or with an author, a date of publication or "read more" beside it."""
    if page[at].text.rstrip("])").endswith(("...", "…")) or page[at].marked("read_more"):
        return True
    beside = (*page[at - 1 : at], *page[at + 1 : at + 3])
    return any(near.words <= SIGN_WORDS and near.marked(*_SIGNS) is not None for near in beside)
