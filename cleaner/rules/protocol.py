"""The one shape of a rule: a module with a docstring and `judge`."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Protocol

from cleaner.model import Block, Hit


class Rule(Protocol):
    """A rule module. `judge` sees the whole sequence, yields hits, and changes nothing."""

    __name__: str
    __doc__: str | None

    @staticmethod
    def judge(blocks: Sequence[Block]) -> Iterable[Hit]:
        """Yield a Hit for every block the rule has something to say about, in any order."""
        ...
