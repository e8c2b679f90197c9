"""Credit lines at the story's end."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from cleaner.model import Field
from cleaner.normalise import credit
from cleaner.normalise.layout import Layout

_RULE = "normalise/credit"
_LISTS = ("agencies", "reporters", "writers", "editors", "contributors", "photographers")


def read(layout: Layout, taken: Collection[int]) -> list[Field]:
    """A `credits` field for every credit line; a picture's credit says nothing of the text and is left alone."""
    found = []
    for index in layout.closing():
        block = layout.blocks[index]
        if index in taken or len(block.text) > credit.LONGEST or not layout.speaks(index):
            continue
        value = credit.parse(block.text)
        shown = _value(value) if value and not value.photo else {}
        if shown:
            why = f"a credit line at the story's end naming {', '.join(sorted(shown)).replace('_', ' ')}"
            found.append(Field("credits", shown, block.text, _RULE, why, block.first, block.index))
    return found


def _value(read: credit.Credit) -> dict[str, Any]:
    value: dict[str, Any] = {name: list(getattr(read, name)) for name in _LISTS if getattr(read, name)}
    if read.generic_agencies:
        value["generic_agencies"] = True
    return value
