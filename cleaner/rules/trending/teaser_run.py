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
from cleaner.rules.lines import FILLERS, TEXT, Shape, opens_small, shapes
from cleaner.rules.trending._walk import HEADINGS, PARTS

# Four headline-length lines in a row can be headline, standfirst, byline and caption.
FEWEST_HEADLINES = 5
FEWEST_TEASERS = 3
# Labels and dates in a row: more of them are a menu or a table.
MOST_FILLERS = 4
TEASER_WORDS = 60
# Beside a teaser, these tell that it is one.
_SIGNS = ("read_more", "published", "byline")


def judge(blocks: Sequence[Block]) -> Iterable[Hit]:
    """Hits on every line of each run."""
    kinds = shapes(blocks)
    yield from _headline_runs(blocks, kinds)
    yield from _teaser_runs(blocks, kinds)


def _headline_runs(blocks: Sequence[Block], kinds: Sequence[Shape]) -> Iterator[Hit]:
    first = kinds.index(Shape.PROSE) if Shape.PROSE in kinds else -1
    for start, end in _runs(blocks, kinds):
        items = [at for at in range(start, end) if kinds[at] is Shape.HEADLINE]
        if len(items) < FEWEST_HEADLINES or (start and blocks[start - 1].text.endswith((":", "：", ",", ";"))):
            continue
        repeats = len(items) - len({blocks[at].folded for at in items})
        weight = round(0.5 + 0.2 * (len(items) >= 2 * FEWEST_HEADLINES) + 0.2 * (repeats > 0), 1)
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
    return block.headline or block.marked(*PARTS, *HEADINGS, place="line") is not None


def _unlike(block: Block) -> bool:
    """Pieces of a sentence, items of an enumeration and rows of a table are no headlines."""
    open_ended = block.text.endswith((",", ";", ":", "，", "、", "；", "："))
    return opens_small(block.text) or open_ended or block.kind in ("table", "code", "caption")


def _teaser_runs(blocks: Sequence[Block], kinds: Sequence[Shape]) -> Iterator[Hit]:
    """Stretches of headline, summary, headline, summary in which most summaries bear a teaser's sign."""
    teasers: list[int] = []
    for at in range(1, len(kinds) + 1):
        ended = at == len(kinds) or (kinds[at] in TEXT and kinds[at - 1] in TEXT) or blocks[at].headline
        if at < len(kinds) and not ended and _is_summary(blocks, kinds, at):
            teasers.append(at)
        if ended or (teasers and at - teasers[-1] > 2 * MOST_FILLERS):
            yield from _teaser_hits(blocks, kinds, teasers)
            teasers = []


def _is_summary(blocks: Sequence[Block], kinds: Sequence[Shape], at: int) -> bool:
    return kinds[at] in TEXT and blocks[at].words <= TEASER_WORDS and Shape.HEADLINE in kinds[max(0, at - 3) : at]


def _teaser_hits(blocks: Sequence[Block], kinds: Sequence[Shape], teasers: Sequence[int]) -> Iterator[Hit]:
    sure = sum(_says_so(blocks, at) for at in teasers)
    signs = sum(_says_so(blocks, at) or _dated(kinds, at) for at in teasers)
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
    return any(near.marked(*_SIGNS) is not None for near in (*blocks[at - 1 : at], *blocks[at + 1 : at + 3]))


def _dated(kinds: Sequence[Shape], at: int) -> bool:
    return Shape.STAMP in (kinds[at - 1], *kinds[at + 1 : at + 3])
