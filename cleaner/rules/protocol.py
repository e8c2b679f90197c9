"""The one shape of a rule: a module with a docstring and `judge`."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Protocol

from cleaner.model import Block, Hit


class Rule(Protocol):
    """A rule module. `judge` sees the whole sequence, yields hits, and changes nothing.

    A module's functions answer to a protocol's methods, `self` left out; its name and docstring are
    read here, never set (every object has a `__doc__`).
    """

    @property
    def __name__(self) -> str: ...

    def judge(self, blocks: Sequence[Block]) -> Iterable[Hit]:
        """Yield a Hit for every block the rule has something to say about, in any order."""
        ...
