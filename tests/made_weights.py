"""Weights made for one test: a bias, and what one value of one column adds to it."""

from __future__ import annotations

from typing import Any

from cleaner.decide.weights import Weights

ENDS = {"open": 0.0, "sentence": 3.0}


def bias(value: float) -> dict[str, Any]:
    """A tree that asks nothing."""
    return {"column": [-1], "threshold": [0], "left": [0], "right": [0], "value": [value]}


def when(column: int, value: float, weight: float) -> dict[str, Any]:
    """A tree that adds the weight where the column has this value, give or take a quarter."""
    return {"column": [column, -1, column, -1, -1], "threshold": [value - 0.25, 0, value + 0.25, 0, 0],
            "left": [1, 0, 3, 0, 0], "right": [2, 0, 4, 0, 0], "value": [0, 0, 0, weight, 0]}  # fmt: skip


def made(base: float = 0.0, *conditions: tuple[str, float, float], change: float = 0.0) -> Weights:
    """Only the second look has any: the base, and (column, value, weight) triples."""
    columns = ["first", *sorted({column for column, _, _ in conditions})]
    trees = [bias(base), *(when(columns.index(column), value, weight) for column, value, weight in conditions)]
    second = {"columns": columns, "depth": 2, "trees": trees}
    return Weights.from_mapping(
        {"first": {"columns": [], "depth": 0, "trees": [bias(0.0)]}, "second": second, "change": change, "lean": 0.0}
    )
