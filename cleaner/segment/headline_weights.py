"""What the signs of a headline are worth: a data file, read once.

A conditional logit (McFadden 1974): each line's worth is the sum of its signs' weights, "none of them" has a
worth of its own, and the highest is chosen. `python -m benchmarks train-headline` learns the weights from
labelled pages.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from operator import mul

from cleaner.model import PageKind
from cleaner.segment.headline_signs import NAMES, NONE, Candidate


@dataclass(frozen=True, slots=True)
class HeadlineWeights:
    """One weight a sign, in the order of NAMES and of NONE."""

    lines: tuple[float, ...]
    none: tuple[float, ...]

    @classmethod
    def from_mapping(cls, values: Mapping[str, float]) -> HeadlineWeights:
        """From the data file's form, sign to weight; a sign it does not name is worth nothing."""
        return cls(tuple(values.get(name, 0.0) for name in NAMES), tuple(values.get(name, 0.0) for name in NONE))

    def choose(self, candidates: Sequence[Candidate], none: Sequence[float]) -> int | None:
        """The block index of the line that is worth most, the first of equals; None where none is worth more."""
        chosen, most = None, sum(map(mul, none, self.none))
        for candidate in candidates:
            worth = sum(map(mul, candidate.signs, self.lines))
            if worth > most:
                chosen, most = candidate.index, worth
        return chosen


@cache
def headline_weights(kind: PageKind) -> HeadlineWeights:
    """The weights that ship with this version."""
    text = (resources.files("cleaner.segment") / "headline_weights.json").read_text(encoding="utf-8")
    return HeadlineWeights.from_mapping(json.loads(text)[kind])
