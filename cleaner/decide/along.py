"""Helpers along the page: what stands so many blocks away, in a window, since the last one of a kind.

All take arrays whose last axis is the page's blocks, and are linear in its length.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[Any]

FAR = 200.0  # blocks: beyond that, how far makes no difference
OUTSIDE = -2.0  # stands for the value of a block beyond the page's edge; no column has it otherwise


def shifted(values: Numbers, by: int, outside: float = OUTSIDE) -> Numbers:
    """Every block gets the value of the block `by` places after it (before it, where negative)."""
    result = np.full_like(values, outside)
    count = values.shape[-1]
    if abs(by) < count:
        if by > 0:
            result[..., :-by] = values[..., by:]
        else:
            result[..., -by:] = values[..., :by]
    return result


def sums(values: Numbers) -> Numbers:
    """Sums up to each place, beginning with 0: the sum from a to b is `sums[b] - sums[a]`."""
    result = np.zeros((*values.shape[:-1], values.shape[-1] + 1))
    np.cumsum(values, axis=-1, out=result[..., 1:])
    return result


def windows(count: int, widths: Sequence[int]) -> Iterator[tuple[Numbers, Numbers, Numbers]]:
    """For each width: where the window above a block begins, the blocks themselves, where the one below ends."""
    at = np.arange(count)
    for width in widths:
        yield np.maximum(0, at - width), at, np.minimum(count, at + width + 1)


def means_around(values: Numbers, widths: Sequence[int]) -> list[Numbers]:
    """Mean over the blocks above and over those below each block, for every width: above, below, above, …"""
    total = sums(values)
    found = []
    for left, at, right in windows(values.shape[-1], widths):
        found.append((total[..., at] - total[..., left]) / np.maximum(1, at - left))
        found.append((total[..., right] - total[..., at + 1]) / np.maximum(1, right - at - 1))
    return found


def since(flags: NDArray[np.bool_]) -> Numbers:
    """Blocks since the last flagged one above, at most FAR."""
    at = np.arange(flags.shape[-1])
    last = np.maximum.accumulate(np.where(flags, at, -int(FAR)), axis=-1)
    before = shifted(last, -1, -FAR)
    return np.minimum(at - before, FAR)


def until(flags: NDArray[np.bool_]) -> Numbers:
    """Blocks until the next flagged one below, at most FAR."""
    return since(flags[..., ::-1])[..., ::-1]


def stacked(rows: Sequence[Any], count: int) -> NDArray[np.float32]:
    """Rows one above the other, numbers that stand for the whole page repeated for every block."""
    result = np.empty((len(rows), count), dtype=np.float32)
    for at, row in enumerate(rows):
        result[at] = row
    return result
