"""What the signs of a headline are worth: a data file, read once.

`python -m benchmarks train-headline` learns the weights from labelled pages.
"""

from __future__ import annotations

import json
from functools import cache
from importlib import resources

from cleaner.model import PageKind
from cleaner.segment.headline_signs import NAMES, NONE
from cleaner.segment.logit import Logit


@cache
def headline_weights(kind: PageKind) -> Logit:
    """The weights that ship with this version."""
    text = (resources.files("cleaner.segment") / "headline_weights.json").read_text(encoding="utf-8")
    return Logit.from_mapping(json.loads(text)[kind], NAMES, NONE)
