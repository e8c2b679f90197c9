"""Boosted trees read from data: log-odds of every block, and which columns moved them.

A tree asks one column at a time and adds its leaf's value to the sum (gradient boosting, Friedman 2001). What
moved a sum is told along each tree's path: the change of the mean value from a node to its child goes to the column
asked there (Saabas 2014), so that all shares and the base add up to the score.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

# Nodes of one look; leaves are kept as small numbers, since a document's verdicts keep them.
MOST_NODES = 65_536
# Blocks that walk at once: what a walk through all trees holds in memory stays small on long pages.
AT_ONCE = 128


@dataclass(frozen=True, slots=True)
class Trees:
    """A sum of trees. All arrays are flat over trees and their nodes; leaves are nodes that lead to themselves.

    columns: names of the columns that the trees ask, in the order of the rows that `rows` gives.
    column, threshold: what a node asks, and the value above which the walk goes right.
    below: for each node the node to its left, then that to its right; above: the node it hangs from.
    value: mean log-odds of what reaches the node, of a leaf its value.
    roots: the first node of each tree; depth: questions on the longest path.
    """

    columns: tuple[str, ...]
    column: NDArray[np.intp]
    threshold: NDArray[np.float32]
    below: NDArray[np.intp]
    above: NDArray[np.intp]
    value: NDArray[np.float64]
    roots: NDArray[np.intp]
    depth: int

    @classmethod
    def from_mapping(cls, data: Mapping[str, Any]) -> Trees:
        """From the data file's form: `columns`, and `trees` with `column`, `threshold`, `left`, `right`, `value` each.

        A tree's nodes are numbered from its root, 0; `column` is -1 for a leaf.
        """
        columns: list[int] = []
        thresholds: list[float] = []
        below: list[int] = []
        values: list[float] = []
        roots = []
        for tree in data["trees"]:
            root = len(columns)
            roots.append(root)
            for at, column in enumerate(tree["column"]):
                leaf = column < 0
                columns.append(max(column, 0))
                thresholds.append(tree["threshold"][at])
                below += (root + at, root + at) if leaf else (root + tree["left"][at], root + tree["right"][at])
            values += tree["value"]
        if len(columns) > MOST_NODES:
            raise ValueError(f"trees: {len(columns)} nodes; at most {MOST_NODES} can be numbered")
        pairs = np.array(below, dtype=np.intp)
        above = np.arange(len(columns))
        inside = np.repeat(np.arange(len(columns)), 2) != pairs
        above[pairs[inside]] = np.repeat(np.arange(len(columns)), 2)[inside]
        return cls(
            columns=tuple(data["columns"]),
            column=np.array(columns, dtype=np.intp),
            threshold=np.array(thresholds, dtype=np.float32),
            below=pairs,
            above=above,
            value=np.array(values, dtype=np.float64),
            roots=np.array(roots, dtype=np.intp),
            depth=int(data["depth"]),
        )

    def rows(self, names: Sequence[str]) -> list[int]:
        """Where the asked columns stand among columns of these names."""
        at = {name: row for row, name in enumerate(names)}
        return [at[name] for name in self.columns]

    def leaves(self, table: NDArray[np.float32], rows: Sequence[int]) -> NDArray[np.uint16]:
        """The leaf that every block reaches in every tree, shape (trees, blocks).

        table: shape (columns, blocks); rows: where the asked columns stand in it, as `rows` says.
        """
        found = np.empty((len(self.roots), table.shape[1]), dtype=np.uint16)
        for start in range(0, table.shape[1], AT_ONCE):
            part = table[list(rows), start : start + AT_ONCE]
            found[:, start : start + AT_ONCE] = self._walk(np.ascontiguousarray(part))
        return found

    def scores(self, leaves: NDArray[np.uint16]) -> NDArray[np.float64]:
        """Log-odds of every block, from the leaves it reaches."""
        found = np.empty(leaves.shape[1])
        for start in range(0, leaves.shape[1], AT_ONCE):
            part = leaves[:, start : start + AT_ONCE].astype(np.intp)
            found[start : start + AT_ONCE] = self.value.take(part, mode="clip").sum(axis=0)
        return found

    def moved(self, leaves: NDArray[np.uint16]) -> NDArray[np.float64]:
        """What each asked column moved one block's log-odds by, shape (asked columns,); leaves: those it reaches."""
        found = np.zeros(len(self.columns))
        node, root = leaves.astype(np.intp), self.roots
        while (inside := node != root).any():
            node, root = node[inside], root[inside]
            parent = self.above[node]
            found += np.bincount(self.column[parent], self.value[node] - self.value[parent], len(self.columns))
            node = parent
        return found

    def _walk(self, table: NDArray[np.float32]) -> NDArray[np.intp]:
        """Down all trees at once, a question a step: `take` without checks, since nothing else fits the time."""
        width = table.shape[1]
        asked, at = table.ravel(), np.arange(width)
        place = self.column * width
        node = np.repeat(self.roots[:, None], width, axis=1)
        for _ in range(self.depth):
            cell = place.take(node, mode="clip")
            cell += at
            right = asked.take(cell, mode="clip") > self.threshold.take(node, mode="clip")
            node <<= 1
            node += right
            node = self.below.take(node, mode="clip")
        return node
