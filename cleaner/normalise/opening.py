"""The dateline or byline that opens the story's first paragraph."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from cleaner.model import Block, Field
from cleaner.normalise import byline, dateline
from cleaner.normalise.layout import Layout

_PARSED = 400  # characters of a paragraph that are looked at
_FEWEST_WORDS = 6
_KEYS = ("location", "locations", "date", "agency", "authors")


def read(layout: Layout, taken: Collection[int], *, site: str | None, language: str | None) -> list[Field]:
    """The dateline of the first paragraph, or of the second where it names agency or date; its reporters too."""
    paragraphs = (
        b for b in layout.story() if b.index not in taken and b.words >= _FEWEST_WORDS and b.kind == "paragraph"
    )
    for position, block in zip(range(2), paragraphs, strict=False):
        found = dateline.parse(_head(block), site=site, language=language)
        if found and found.own_paper and not _says(found):
            return []  # `本报讯` says nothing that a document has a field for, and is left to the story
        if found and (position == 0 or found.agency or found.date):
            return _fields(block, found)
        if position == 0 and (signed := _run_in(block)):
            return [signed]
    return []


def _says(found: dateline.Dateline) -> bool:
    return any(getattr(found, name) for name in _KEYS)


def _head(block: Block) -> str:
    return block.text[:_PARSED]


def _fields(block: Block, found: dateline.Dateline) -> list[Field]:
    raw = block.text[: found.rest_starts_at]
    shown: dict[str, Any] = {name: value for name, value in found.to_dict().items() if name in _KEYS}
    parts = ", ".join(name for name in ("location", "date", "agency") if name in shown) or "its reporters"
    why = f"the story opens with a dateline: {parts}"
    fields = [Field("dateline", shown, raw, "normalise/dateline", why, block.first, block.index, "prefix")]
    if found.authors:
        why = "the dateline names its reporters"
        value = list(found.authors)
        fields.append(Field("authors", value, raw, "normalise/dateline", why, block.first, block.index, "nothing"))
    return fields


def _run_in(block: Block) -> Field | None:
    signed = byline.run_in(_head(block))
    if signed is None:
        return None
    raw = block.text[: signed.rest_starts_at]
    why = "the story's first paragraph opens with a byline"
    return Field("authors", list(signed.authors), raw, "normalise/byline", why, block.first, block.index, "prefix")
