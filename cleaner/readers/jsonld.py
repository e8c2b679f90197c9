"""schema.org statements in `<script type="application/ld+json">`: the article node of a page, within bounds."""

from __future__ import annotations

import json
import re
from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

# Bounds on what one page may make us read; far above what pages in use carry.
_MAX_SCRIPTS = 30
_MAX_LENGTH = 1_000_000
_MAX_NODES = 5_000
_MAX_AUTHORS = 30

_WRAPPER = re.compile(r"^\s*+(?:<!--|//\s*+<!\[CDATA\[|<!\[CDATA\[)|(?:-->|(?://\s*+)?\]\]>)\s*+$")
_ARTICLE = re.compile(r"(?:Article|BlogPosting|LiveBlogPosting|Report|Review)$")
_LINE_ENDS = str.maketrans("\r\n\t", "   ")


@dataclass(frozen=True, slots=True)
class Article:
    """What the first article node says, as it is written there; authors are persons only."""

    headline: str | None = None
    authors: tuple[str, ...] = ()
    published: str | None = None
    modified: str | None = None


def article(scripts: Iterable[str]) -> Article:
    """The first schema.org article of these scripts, in page order; an empty Article where there is none.

    Broken JSON is passed over, and so is what lies beyond the bounds; nothing raises.
    """
    nodes = [node for script, _ in zip(scripts, range(_MAX_SCRIPTS), strict=False) for node in _nodes(_load(script))]
    named = {node["@id"]: node for node in nodes if isinstance(node.get("@id"), str) and "name" in node}
    for node in nodes:
        if any(_ARTICLE.search(kind) for kind in _types(node)):
            return Article(
                headline=_string(node.get("headline")),
                authors=tuple(_persons(node.get("author"), named)),
                published=_string(node.get("datePublished")),
                modified=_string(node.get("dateModified")),
            )
    return Article()


def _load(script: str) -> Any:
    if len(script) > _MAX_LENGTH:
        return None
    bare = _WRAPPER.sub("", script).strip().rstrip(";")
    try:
        # Line ends inside strings are the commonest fault of hand-made JSON-LD.
        return json.loads(bare.translate(_LINE_ENDS))
    except (ValueError, RecursionError):
        return None


def _nodes(value: Any) -> Iterator[dict[str, Any]]:
    """Every object in the value, nearest to the top first."""
    waiting = deque([value])
    for _ in range(_MAX_NODES):
        if not waiting:
            return
        found = waiting.popleft()
        if isinstance(found, dict):
            yield found
            waiting.extend(inner for inner in found.values() if isinstance(inner, dict | list))
        elif isinstance(found, list):
            waiting.extend(found[:_MAX_NODES])


def _types(node: Mapping[str, Any]) -> list[str]:
    kinds = node.get("@type")
    kinds = kinds if isinstance(kinds, list) else [kinds]
    return [kind for kind in kinds if isinstance(kind, str)]


def _persons(author: Any, named: Mapping[str, Mapping[str, Any]]) -> Iterator[str]:
    for entry in (author if isinstance(author, list) else [author])[:_MAX_AUTHORS]:
        person = entry
        if isinstance(person, dict) and "name" not in person and isinstance(person.get("@id"), str):
            person = named.get(person["@id"])
        if isinstance(person, str):
            yield person
        elif isinstance(person, dict) and (not _types(person) or "Person" in _types(person)):
            names = person.get("name")
            for name in names if isinstance(names, list) else [names]:
                if isinstance(name, str):
                    yield name


def _string(value: Any) -> str | None:
    return value if isinstance(value, str) else None
