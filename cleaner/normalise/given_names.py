"""Names that children are given, in some seventy countries.

`given_names.json` holds them folded; `python -m benchmarks.given_names` writes it from Faker's lists. A word that is
none of them may be a name all the same: most of Africa and much of Asia are thin in the lists.
"""

from __future__ import annotations

from functools import cache

from cleaner.lexicon import furniture_words
from cleaner.normalise import tables

_SEVERAL = 3  # phrases of furniture: a word of so many is no sign of a person (`Page`, `Link`)


def is_given(name: str) -> bool:
    """Whether one of a name's words is a given name, and no word that furniture is made of."""
    known = _given_names()
    return any(word.strip(".,") in known for word in name.casefold().split(" "))


@cache
def listed() -> frozenset[str]:
    """All that the lists have, folded, words of furniture among them."""
    return frozenset(tables.load("given_names.json"))


@cache
def _given_names() -> frozenset[str]:
    return listed() - furniture_words(_SEVERAL)
