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
    """Both looks for one kind of page, and the cost, in log-odds, of changing between story and furniture."""

    first: Trees
    second: Trees
    change: float

    @classmethod
    def from_mapping(cls, data: Mapping[str, Any]) -> Weights:
        """From the data file's form: `{"first": …, "second": …, "change": …}`, both looks as `Trees` reads them."""
        return cls(Trees.from_mapping(data["first"]), Trees.from_mapping(data["second"]), float(data["change"]))


@cache
def weights_for(kind: PageKind) -> Weights:
    """The weights that ship with this version, made by `python -m benchmarks train`."""
    text = (resources.files("cleaner.decide") / f"{kind}.json").read_text(encoding="utf-8")
    return Weights.from_mapping(json.loads(text))
