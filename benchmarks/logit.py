"""Learning of conditional logits (`cleaner/segment/logit.py`): which line of a page it is, or none."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from scipy.optimize import minimize

STRENGTH = 1.0  # of the L2 penalty
LEAST_WEIGHT = 0.05  # a smaller one moves nothing and is left out of the data file


@dataclass(frozen=True, slots=True)
class Page:
    """The signs of a page's lines, which of them are right, the signs that none is, and what the page counts."""

    lines: Sequence[tuple[float, ...]]
    right: Sequence[bool]
    none: tuple[float, ...]
    share: float = 1.0


class Matrix:
    """All pages as one table: a row a line and one for "none" at each page's end."""

    def __init__(self, pages: Sequence[Page], names: Sequence[str], none: Sequence[str]) -> None:
        rows, right, starts = [], [], [0]
        for page in pages:
            rows += [signs + (0.0,) * len(none) for signs in page.lines]
            rows.append((0.0,) * len(names) + page.none)
            right += [*page.right, not any(page.right)]
            starts.append(len(rows))
        self.names = (*names, *none)
        self.signs = np.asarray(rows)
        self.right = np.asarray(right)
        self.page = np.repeat(np.arange(len(pages)), np.diff(starts))
        self.shares = np.asarray([page.share for page in pages])

    def fit(self, pages: Any) -> dict[str, float]:
        """Weights learned from these pages (a mask), by name; right lines of one page share its likelihood."""
        rows = pages[self.page]
        signs, right, page = self.signs[rows], self.right[rows], self.page[rows]
        starts = np.flatnonzero(np.r_[True, page[1:] != page[:-1]])
        shares = self.shares[page[starts]]
        sizes = np.diff(np.r_[starts, len(page)])

        def loss(weights: Any) -> tuple[float, Any]:
            worth = signs @ weights
            odds = np.exp(worth - np.repeat(np.maximum.reduceat(worth, starts), sizes))
            whole, good = np.add.reduceat(odds, starts), np.add.reduceat(odds * right, starts) + 1e-300
            pull = odds * (np.repeat(shares / whole, sizes) - right * np.repeat(shares / good, sizes))
            value = (shares * (np.log(whole) - np.log(good))).sum() + STRENGTH / 2 * weights @ weights
            return float(value), signs.T @ pull + STRENGTH * weights

        fitted = minimize(loss, np.zeros(signs.shape[1]), jac=True, method="L-BFGS-B", options={"maxiter": 300}).x
        named = zip(self.names, fitted.tolist(), strict=True)
        return {name: round(weight, 3) for name, weight in named if abs(weight) >= LEAST_WEIGHT}
