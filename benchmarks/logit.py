"""Learning of conditional logits (`cleaner/segment/logit.py`): which line of a page it is, or none."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from scipy.optimize import minimize

from benchmarks.folds import FOLDS
from benchmarks.suites import Item
from cleaner.segment.logit import Logit, Signed

STRENGTH = 1.0  # of the L2 penalty
LEAST_WEIGHT = 0.05  # a smaller one moves nothing and is left out of the data file


@dataclass(frozen=True, slots=True)
class Source:
    """One labelled article before it is read; `form` is `html`, a flattener, or `real`."""

    set: str
    form: str
    item: Item


@dataclass(frozen=True, slots=True)
class Page:
    """A page's lines, which of them are right, the signs that none is, its fold, and what the page counts.

    set, form: what the table tells it by.
    """

    lines: Sequence[Signed]
    right: Sequence[bool]
    none: tuple[float, ...]
    fold: int
    set: str
    form: str
    share: float = 1.0


class Matrix:
    """All pages as one table: a row a line and one for "none" at each page's end."""

    def __init__(self, pages: Sequence[Page], names: Sequence[str], none: Sequence[str]) -> None:
        rows, right, starts = [], [], [0]
        for page in pages:
            rows += [line.signs + (0.0,) * len(none) for line in page.lines]
            rows.append((0.0,) * len(names) + page.none)
            right += [*page.right, not any(page.right)]
            starts.append(len(rows))
        self.pages, self.lines, self.none = pages, names, none
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
        named = zip((*self.lines, *self.none), fitted.tolist(), strict=True)
        return {name: round(weight, 3) for name, weight in named if abs(weight) >= LEAST_WEIGHT}

    def cross_validate(self, what: str) -> str:
        """How right the choice is on pages whose site its weights never saw, as a table; `what` a line does.

        Per cent of pages by set and form: right, wrong and none where a right line stands; none where none does.
        """
        folds = np.asarray([page.fold for page in self.pages])
        weights = [Logit.from_mapping(self.fit(folds != fold), self.lines, self.none) for fold in range(FOLDS)]
        calls = ((page, _call(page, weights[page.fold])) for page in self.pages)
        return _table(calls, what)


def _call(page: Page, weights: Logit) -> str:
    choice = weights.choose(page.lines, page.none)
    if choice is None:
        return "none"
    return "right" if page.right[next(at for at, line in enumerate(page.lines) if line is choice)] else "wrong"


def _table(calls: Iterable[tuple[Page, str]], what: str) -> str:
    counts: dict[tuple[str, str], Counter[str]] = {}
    for page, call in calls:
        for key in ((page.set, page.form), ("all", page.form)):
            counts.setdefault(key, Counter())[call if any(page.right) else f"absent, {call}"] += 1
    lines = [f"{'set':12}{'form':10} {what}: right / wrong / none | no line: none"]
    for (name, form), count in sorted(counts.items()):
        stands = count["right"] + count["wrong"] + count["none"]
        absent = count.total() - stands
        shares = " / ".join(f"{count[call] / max(1, stands):6.1%}" for call in ("right", "wrong", "none"))
        none = count["absent, none"] / max(1, absent)
        lines.append(f"{name:12}{form:10} {stands:5} {shares} | {absent:5} {none:6.1%}")
    return "\n".join(lines)
