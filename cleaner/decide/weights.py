"""The learned weights: a data file, read once, and the sums made with them."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from heapq import nsmallest
from importlib import resources
from itertools import repeat
from types import MappingProxyType

from cleaner.model import PageKind


@dataclass(frozen=True, slots=True)
class Linear:
    """Log-odds that a block is story, as a sum of one weight a feature."""

    bias: float
    weights: Mapping[str, float]

    def score(self, features: Sequence[str]) -> float:
        """Log-odds of one block."""
        return self.bias + sum(map(self.weights.get, features, repeat(0.0)))

    def evidence(self, features: Sequence[str], most: int = 8) -> tuple[tuple[str, float], ...]:
        """The features that moved the sum most, strongest first."""
        moved = [(feature, self.weights[feature]) for feature in features if feature in self.weights]
        return tuple(nsmallest(most, moved, key=_by_strength))


def _by_strength(pair: tuple[str, float]) -> tuple[float, str]:
    return (-abs(pair[1]), pair[0])


@dataclass(frozen=True, slots=True)
class Weights:
    """Both looks for one kind of page, and the cost of changing between story and furniture."""

    first: Linear
    second: Linear
    change: float

    @classmethod
    def from_mapping(cls, values: Mapping[str, object]) -> Weights:
        """From the data file's form: `{"first": {"bias", "weights"}, "second": {…}, "change"}`."""
        first, second, change = values["first"], values["second"], values["change"]
        assert isinstance(first, dict)
        assert isinstance(second, dict)
        assert isinstance(change, float | int)
        return cls(_linear(first), _linear(second), float(change))


def _linear(values: dict[str, object]) -> Linear:
    bias, weights = values["bias"], values["weights"]
    assert isinstance(bias, float | int)
    assert isinstance(weights, dict)
    return Linear(float(bias), MappingProxyType(weights))


@cache
def weights_for(kind: PageKind) -> Weights:
    """The weights that ship with this version, made by `python -m benchmarks train`."""
    text = (resources.files("cleaner.decide") / "weights.json").read_text(encoding="utf-8")
    return Weights.from_mapping(json.loads(text)[kind])
