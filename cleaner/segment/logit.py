"""A choice among lines, or none of them: what their signs are worth together.

A conditional logit (McFadden 1974): each line's worth is the sum of its signs' weights, "none of them" has a worth of
its own, and the highest is chosen. The weights are learned from labelled pages and ship as data files.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from operator import mul
from typing import Protocol, TypeVar


class Signed(Protocol):
    """Anything that has signs, in the order of the weights' names."""

    @property
    def signs(self) -> tuple[float, ...]: ...


C = TypeVar("C", bound=Signed)


@dataclass(frozen=True, slots=True)
class Logit:
    """One weight a sign of a line, and one a sign that no line is right."""

    lines: tuple[float, ...]
    none: tuple[float, ...]

    @classmethod
    def from_mapping(cls, values: Mapping[str, float], lines: Sequence[str], none: Sequence[str]) -> Logit:
        """From a data file's form, sign to weight; a sign it does not name is worth nothing."""
        return cls(tuple(values.get(name, 0.0) for name in lines), tuple(values.get(name, 0.0) for name in none))

    def worth(self, candidate: Signed) -> float:
        """The sum of a line's signs' weights."""
        return float(sum(map(mul, candidate.signs, self.lines)))

    def worth_of_none(self, none: Sequence[float]) -> float:
        """What it is worth that no line is right."""
        return float(sum(map(mul, none, self.none)))

    def choose(self, candidates: Sequence[C], none: Sequence[float]) -> C | None:
        """The line that is worth most, the first of equals; None where none is worth more."""
        chosen, most = None, self.worth_of_none(none)
        for candidate in candidates:
            worth = self.worth(candidate)
            if worth > most:
                chosen, most = candidate, worth
        return chosen
