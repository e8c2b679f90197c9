"""Why each verdict fell, in words: worked out when somebody asks.

Of a corpus's lines hardly any is asked about, and putting one in words costs more than deciding on it. What it takes
is kept with the page; a reason that leaves the process takes its words along.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from cleaner.decide import thresholds
from cleaner.decide.looks import Looks
from cleaner.decide.voices import Voices
from cleaner.decide.words import measure, say
from cleaner.model import Block, Said

MOST_SAID = 5  # what weighed less is noise to a reader
MOST_NAMED = 3  # in the one sentence


@dataclass(frozen=True, slots=True)
class Reasons:
    """What the reasons of a page's verdicts are made from.

    spoken: the rules' voices on each block; scores, with the voices added: above 0 for story.
    """

    blocks: tuple[Block, ...]
    looks: Looks
    spoken: tuple[Voices, ...]
    kept: tuple[bool, ...]

    def evidence(self, at: int) -> tuple[tuple[str, float], ...]:
        """What moved the score of the block at this index, what is said alike added up, strongest first."""
        sums: dict[str, float] = {}
        learned = ((say(column), weight) for column, weight in self.looks.evidence(at, thresholds.EVIDENCE_COLUMNS))
        for what, weight in (*learned, *self.spoken[at]):
            sums[what] = sums.get(what, 0.0) + weight
        return tuple(sorted(sums.items(), key=lambda pair: (-abs(pair[1]), pair[0]))[:MOST_SAID])

    def why(self, at: int) -> str:
        """The block's shape, and what moved it to where it went."""
        sign = 1 if self.kept[at] else -1
        for_it = [what for what, weight in self.evidence(at) if weight * sign > 0][:MOST_NAMED]
        moved = "moved by " + ", ".join(for_it) if for_it else "its neighbours are alike"
        return f"{measure(self.blocks[at])}; {moved}"


@dataclass(frozen=True, slots=True, eq=False)
class Worked:
    """The reason of one verdict. named: the words of the rule or guard that named it, if one did."""

    page: Reasons
    at: int
    named: str | None = None

    @property
    def why(self) -> str:
        """One sentence in words."""
        return self.named or self.page.why(self.at)

    @property
    def evidence(self) -> tuple[tuple[str, float], ...]:
        """(what, log-odds) pairs, strongest first."""
        return self.page.evidence(self.at)

    def __reduce__(self) -> tuple[Any, ...]:
        return Said, (self.why, self.evidence)
