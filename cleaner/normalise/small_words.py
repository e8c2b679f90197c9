"""Names told from common words: a word that the page also writes small is no part of a name.

`Master Gardener`, `Product Reviews` and `Top Growth Marketing` have the shape of a person's name, yet a page that
prints them writes of gardeners, reviews and growth; of `Ann Marlow` it writes no ann and no marlow. Says nothing in
scripts without capitals, and little in German, which writes all nouns with one.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable

from cleaner.model import Block
from cleaner.normalise.names import PARTICLES

_SHORTEST = 3
_MARKS = ".,;:!?\"'’”“()[]…"


def of(blocks: Iterable[Block]) -> frozenset[str]:
    """The words that these blocks write small."""
    words = {word for block in blocks for word in block.text.split()}
    return frozenset(word.strip(_MARKS) for word in words if word[:1].islower() and word.islower())


def is_common(name: str, small: Collection[str]) -> bool:
    """Whether every word of a name is a common one."""
    words = _words(name)
    return bool(words) and all(word.lower() in small for word in words)


def is_partly_common(name: str, small: Collection[str]) -> bool:
    """Whether one of its words is."""
    return any(word.lower() in small for word in _words(name))


def _words(name: str) -> list[str]:
    words = (word.strip(_MARKS) for word in name.split())
    return [word for word in words if len(word) >= _SHORTEST and word.lower() not in PARTICLES]
