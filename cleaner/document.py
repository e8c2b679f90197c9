"""The cleaned page. It carries its verdicts: explanation is never a second path."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from cleaner import writers
from cleaner.model import Fate, Field, StoryBlock, Verdict


@dataclass(frozen=True, slots=True)
class Document:
    """A cleaned page. Field meanings: README, "The document". `to_dict` gives the contract's JSON form.

    marks: what the tool that printed the page put between its words (link numbers, `(BUTTON)`), as line and text.
    """

    id: str | None
    url: str | None
    language: str | None
    title: str | None
    summary: str | None
    authors: tuple[str, ...]
    desk: str | None
    published: str | None
    modified: str | None
    dateline: Mapping[str, Any] | None
    source: Mapping[str, Any] | None
    credits: Mapping[str, Any]
    blocks: tuple[StoryBlock, ...]
    warnings: tuple[str, ...]
    fields: tuple[Field, ...]
    verdicts: tuple[Verdict, ...]
    stats: Mapping[str, int]
    marks: tuple[tuple[int, str], ...] = ()

    @property
    def text(self) -> str:
        """The story: its blocks joined by a blank line, captions left out."""
        return "\n\n".join(block.text for block in self.blocks if block.kind != "caption")

    @property
    def dropped(self) -> Sequence[Verdict]:
        """The ledger: verdicts of the blocks that are in neither the story nor a field."""
        return [verdict for verdict in self.verdicts if verdict.fate is Fate.DROPPED]

    def to_dict(self, ledger: bool = False) -> dict[str, Any]:
        """The contract's JSON object, schema `cleaner/document/1`; `ledger` adds every removed line."""
        return writers.to_dict(self, ledger=ledger)

    def to_json(self, ledger: bool = False) -> str:
        """`to_dict` as indented JSON with a final newline, other scripts as they are."""
        return writers.to_json(self, ledger=ledger)

    def to_markdown(self) -> str:
        """Title, summary and story as Markdown."""
        return writers.to_markdown(self)
