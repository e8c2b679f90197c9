"""Statements about a page that stand in its first lines, as readers that make Markdown of a page print them:

Title: …
URL Source: https://…
Published Time: 2024-05-11T09:30:00-04:00
Markdown Content:
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from cleaner.model import Block, Field, Stated

_KEYS = {
    "title": "title",
    "url": "url",
    "url source": "url",
    "source url": "url",
    "published time": "published",
    "published": "published",
    "date": "published",
    "author": "authors",
    "authors": "authors",
    "description": "summary",
    "markdown content": "",
}
_LINE = re.compile(r"(?P<key>[A-Za-z][A-Za-z ]{2,20}):\s*(?P<value>.*)")
_MOST_LINES = 10
_FEWEST = 2  # one `Title:` alone may be a story's own line
RULE, WHY = "normalise/front-matter", "the page's first lines state it"


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """The statements by name of the document's field, and the blocks they stand in, an empty name for a bare label."""

    values: dict[str, str]
    blocks: tuple[tuple[Block, str], ...]


def find(blocks: Sequence[Block]) -> FrontMatter | None:
    """The front matter of flattened text, which opens with the page's title and goes on with its address or date."""
    values: dict[str, str] = {}
    found: list[tuple[Block, str]] = []
    for block in blocks[:_MOST_LINES]:
        line = _LINE.fullmatch(block.text)
        name = _KEYS.get(line["key"].lower()) if line else None
        if line is None or name is None or bool(name) != bool(line["value"]) or name in values:
            break
        found.append((block, name))
        if name:
            values[name] = line["value"].strip()
    if len(values) < _FEWEST or next(iter(values)) != "title" or not values.keys() & {"url", "published"}:
        return None
    return FrontMatter(values, tuple(found))


def added(stated: Stated, front: FrontMatter) -> Stated:
    """The head's statements with those of the front matter."""
    values = front.values
    return replace(
        stated,
        title=values.get("title", stated.title),
        published=values.get("published", stated.published),
        canonical=values.get("url", stated.canonical),
        authors=(values["authors"],) if "authors" in values else stated.authors,
        description=values.get("summary", stated.description),
    )


def consume(fields: Sequence[Field], front: FrontMatter) -> list[Field]:
    """The fields with an entry for each line of the front matter, in the place of the entry that stands in no line.

    A bare label (`Markdown Content:`) closes the front matter and goes with the statement before it.
    """
    found = list(fields)
    last = ""
    for block, name in front.blocks:
        last = name or last
        same = [field for field in found if field.name == last]
        if not same:
            continue
        entry = Field(last, same[0].value, block.text, RULE, WHY, block.first, block.index)
        found = [field for field in found if field.name != last or field.line is not None] + [entry]
    return found
