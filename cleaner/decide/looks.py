"""Both looks at a page, one after the other, and what moved each block's score."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from cleaner.decide.context import SECOND_COLUMNS, second_look
from cleaner.decide.dom import DOM_COLUMNS, dom_look
from cleaner.decide.structure import FIRST_COLUMNS, FirstLook, first_look
from cleaner.decide.weights import Weights
from cleaner.model import Block, Hit, PageKind


@dataclass(frozen=True, slots=True)
class Looks:
    """Log-odds of every block, and the leaves it reached in the trees of each look, shape (trees, blocks)."""

    weights: Weights
    scores: list[float]
    first: NDArray[np.uint16]
    second: NDArray[np.uint16]

    def evidence(self, at: int, most: int) -> list[tuple[str, float]]:
        """The columns that moved the block at this index most, strongest first, as (name, log-odds).

        What the second look took from the first one's score is shared out among the columns that moved that score
        the same way.
        """
        first, second = self.weights.first, self.weights.second
        earlier, later = first.moved(self.first[:, at]), second.moved(self.second[:, at])
        given = second.columns.index("first")
        alike = np.where(np.sign(earlier) == np.sign(later[given]), earlier, 0.0)
        if alike.any():
            alike *= later[given] / alike.sum()
            later[given] = 0.0
        names, moved = (*first.columns, *second.columns), np.concatenate([alike, later])
        strongest = np.argsort(-np.abs(moved), kind="stable")[:most].tolist()
        return [(names[row], float(moved[row])) for row in strongest if moved[row]]


def columns_of(kind: PageKind) -> tuple[str, ...]:
    """Names of the first look's columns for a kind of page; the second look has them and SECOND_COLUMNS."""
    return (*FIRST_COLUMNS, *DOM_COLUMNS) if kind == "html" else FIRST_COLUMNS


def table(
    blocks: Sequence[Block], hits: Sequence[Hit], language: str | None, kind: PageKind
) -> tuple[FirstLook, NDArray[np.float32]]:
    """The first look, and its columns with the DOM's where the page has one; shape (columns, blocks)."""
    first = first_look(blocks, hits, language)
    columns = first.columns
    return first, np.concatenate([columns, dom_look(blocks)]) if kind == "html" else columns


def look(blocks: Sequence[Block], hits: Sequence[Hit], language: str | None, kind: PageKind, weights: Weights) -> Looks:
    """Look twice at a page of at least one block."""
    names = columns_of(kind)
    first, columns = table(blocks, hits, language, kind)
    reached = weights.first.leaves(columns, weights.first.rows(names))
    context = second_look(first, weights.first.scores(reached))
    both = np.concatenate([columns, context])
    again = weights.second.leaves(both, weights.second.rows((*names, *SECOND_COLUMNS)))
    return Looks(weights, weights.second.scores(again).tolist(), reached, again)
