"""The learned weights: a data file, read once."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

from cleaner.decide.trees import Trees
from cleaner.model import PageKind


@dataclass(frozen=True, slots=True)
class Weights:
    """Both looks for one kind of page, and the cost, in log-odds, of changing between story and furniture.

    lean: log-odds added to every block; above 0 since losing story costs more than keeping junk.
    learned: names of the rules whose hits the trees ask about.
    """

    first: Trees
    second: Trees
    change: float
    lean: float
    learned: frozenset[str]

    @classmethod
    def from_mapping(cls, data: Mapping[str, Any]) -> Weights:
        """From the data file's form: `first` and `second`, as `Trees` reads them, `change` and `lean`."""
        first, second = Trees.from_mapping(data["first"]), Trees.from_mapping(data["second"])
        asked = (*first.columns, *second.columns)
        learned = frozenset(column.removeprefix("rule ") for column in asked if column.startswith("rule "))
        return cls(first, second, float(data["change"]), float(data["lean"]), learned)


@cache
def weights_for(kind: PageKind) -> Weights:
    """The weights that ship with this version, made by `python -m benchmarks train`."""
    text = (resources.files("cleaner.decide") / f"{kind}.json").read_text(encoding="utf-8")
    return Weights.from_mapping(json.loads(text))
