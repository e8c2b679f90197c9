"""The second look: what the first scores say of a block's surroundings and of the page as a whole.

Two thirds of what a line-by-line judgement gets wrong is not the line but the place: comments and
teasers read like story. Their place shows in the scores over the page, so a second set of trees sees
windows of first scores, the best contiguous stretch, and the vocabulary of the surest blocks.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from cleaner.decide.along import FAR, Numbers, shifted, since, stacked, sums, until, windows
from cleaner.decide.structure import FirstLook

SURE, UNLIKELY = 0.8, 0.15
SURE_WORDS = 8  # a block this long that is surely story holds the story's place
LOUDEST = 8.0  # log-odds: beyond that a score says no more
MOST_WORDS = 80.0
_NEAR = (-3, -2, -1, 1, 2, 3)
_WINDOWS = (2, 4, 8, 16, 32)
_COUNTED = (4, 16)
_STRETCHES = ("", "wide ")

SECOND_COLUMNS: tuple[str, ...] = (
    "first",
    *(f"first {by:+d}" for by in _NEAR),
    *(f"story {side} {width}" for width in _WINDOWS for side in ("above", "below", "around")),
    *(f"stories {side} {width}" for width in _COUNTED for side in ("above", "below")),
    "story part above", "story words above", "story words below", "page story words", "page story part",
    "from sure", "to sure", "from junk", "to junk", "junk since sure", "junk until sure",
    *(f"{kind}stretch {what}" for kind in _STRETCHES for what in ("from", "to", "length", "part", "words off")),
    "sure words", "stretch words", "junk words", "own vocabulary",
    "page sure part", "page sure blocks", "rank", "page doubt",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Stretch:
    """The contiguous stretch with the largest sum: first and last block, and its part of all gains."""

    first: int
    last: int
    part: float


def second_look(first: FirstLook, scores: Numbers) -> NDArray[np.float32]:
    """The second look's own columns, in the order of SECOND_COLUMNS, from the first log-odds of all blocks."""
    size = len(scores)
    odds = np.clip(np.asarray(scores, dtype=np.float64), -LOUDEST, LOUDEST)
    chances = 1 / (1 + np.exp(-odds))
    words = np.minimum(first.words, MOST_WORDS).astype(np.float64) + 0.5
    sure, junk = (chances > SURE) & (first.words >= SURE_WORDS), chances < UNLIKELY
    stretches = [_stretch(np.clip(odds, -3, 3) * np.sqrt(words)), _stretch(np.clip(odds + 1, -2, 3) * np.sqrt(words))]
    wide = stretches[1]
    at = np.arange(size)
    inside = (at >= wide.first) & (at <= wide.last) & (chances > 0.5)
    shared = first.vocabulary
    rows = [
        odds,
        *(shifted(odds, by, -LOUDEST - 1) for by in _NEAR),
        *_windows(chances, words),
        *_amounts(chances, words),
        since(sure), until(sure), since(junk), until(junk),
        *_junk_between(sure, junk),
        *(row for stretch in stretches for row in _beside(stretch, words)),
        shared.shared_with(chances > SURE), shared.shared_with(inside), shared.shared_with(junk),
        np.log1p(shared.size),
        float((chances * words)[chances > 0.5].sum() / words.sum()), float(sure.sum()),
        np.searchsorted(np.sort(odds), odds) / size, float(np.abs(odds).mean()),
    ]  # fmt: skip
    return stacked(rows, size)


def _windows(chances: Numbers, words: Numbers) -> list[Numbers]:
    """Word-weighted mean chance above and below, and the lesser of the two; the block itself is left out."""
    mass, weight, count = sums(chances * words), sums(words), sums(chances)
    found, counted = [], []
    for width, (left, at, right) in zip(_WINDOWS, windows(len(chances), _WINDOWS), strict=True):
        above = (mass[at] - mass[left]) / np.maximum(0.5, weight[at] - weight[left])
        below = (mass[right] - mass[at + 1]) / np.maximum(0.5, weight[right] - weight[at + 1])
        found += [above, below, np.minimum(above, below)]
        if width in _COUNTED:
            counted.append((count[at] - count[left]) / np.maximum(1, at - left))
            counted.append((count[right] - count[at + 1]) / np.maximum(1, right - at - 1))
    return found + counted


def _amounts(chances: Numbers, words: Numbers) -> list[Numbers | float]:
    """How much story stands above and below, and on the page."""
    mass = sums(chances * words)
    total = float(mass[-1])
    return [mass[:-1] / max(total, 1e-6), mass[:-1], total - mass[1:], total, total / float(words.sum())]


def _junk_between(sure: NDArray[np.bool_], junk: NDArray[np.bool_]) -> list[Numbers]:
    """Blocks of sure furniture between a block and the nearest sure story above, and below."""
    total = sums(junk)
    at = np.arange(len(sure))
    above = shifted(np.maximum.accumulate(np.where(sure, at, -1)), -1, -1)
    below = shifted(np.minimum.accumulate(np.where(sure, at, len(sure))[::-1])[::-1], 1, len(sure))
    since_sure = np.where(above >= 0, total[at] - total[np.maximum(above, 0)], FAR)
    until_sure = np.where(below < len(sure), total[below] - total[at + 1], FAR)
    return [since_sure, until_sure]


def _stretch(gains: Numbers) -> _Stretch:
    """The stretch with the largest sum of gains (Kadane's method; Bentley 1984); -1, -1 where no gain is positive."""
    total = sums(gains)
    lowest = np.minimum.accumulate(total[:-1])
    reached = total[1:] - lowest
    last = int(np.argmax(reached))
    best = float(reached[last])
    if best <= 0:
        return _Stretch(-1, -1, 0.0)
    return _Stretch(int(np.argmin(total[: last + 1])), last, best / float(np.maximum(gains, 0).sum()))


def _beside(stretch: _Stretch, words: Numbers) -> list[Numbers | float]:
    """Where every block stands beside the stretch: blocks from its first and last, words between."""
    if stretch.first < 0:
        return [-FAR - 1, FAR + 1, 0.0, 0.0, -1.0]
    at = np.arange(len(words))
    weight = sums(words)
    before = np.maximum(0.0, weight[stretch.first] - weight[np.minimum(at + 1, stretch.first)])
    after = np.maximum(0.0, weight[np.maximum(at, stretch.last + 1)] - weight[stretch.last + 1])
    return [
        np.clip(at - stretch.first, -FAR, FAR),
        np.clip(at - stretch.last, -FAR, FAR),
        float(stretch.last - stretch.first + 1),
        stretch.part,
        before + after,
    ]
