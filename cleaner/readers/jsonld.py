"""schema.org statements in `<script type="application/ld+json">`: the article node of a page, within bounds.

A page may state several articles (its own, teasers, updates of a live blog) and the page itself beside them. Its own is
the one whose address or headline is the page's, else the one nearest to the top; what that node leaves open is taken
from the node of the page.
"""

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
_PAGE = re.compile(r"(?:WebPage|ItemPage|AboutPage|QAPage|FAQPage|HowTo|Recipe|Question|CreativeWork|Book)$")
_LINE_ENDS = str.maketrans("\r\n\t", "   ")


@dataclass(frozen=True, slots=True)
class Article:
    """What the page's article node says, as it is written there.

    authors: persons. organisations: authors that are not.
    """

    headline: str | None = None
    authors: tuple[str, ...] = ()
    organisations: tuple[str, ...] = ()
    published: str | None = None
    modified: str | None = None


def article(scripts: Iterable[str], address: str | None = None, title: str | None = None) -> Article:
    """The page's own schema.org article among these scripts; an empty Article where there is none.

    address, title: what the page's head gives as its own, to tell its article from others.
    Broken JSON is passed over, and so is what lies beyond the bounds; nothing raises.
    """
    nodes = [node for script, _ in zip(scripts, range(_MAX_SCRIPTS), strict=False) for node in _nodes(_load(script))]
    articles = [node for node in nodes if any(_ARTICLE.search(kind) for kind in _types(node))]
    pages = [node for node in nodes if any(_PAGE.search(kind) for kind in _types(node))]
    own = next((node for node in articles if _is_own(node, address, title)), articles[0] if articles else {})
    stated = [own, *pages]
    named = {node["@id"]: node for node in nodes if isinstance(node.get("@id"), str) and "name" in node}
    signers = next((entry for node in stated for entry in [node.get("author") or node.get("creator")] if entry), None)
    return Article(
        headline=_string(own.get("headline")),
        authors=tuple(_names(signers, named, persons=True)),
        organisations=tuple(_names(signers, named, persons=False)),
        published=_first(stated, "datePublished") or _first([own], "dateCreated"),
        modified=_first(stated, "dateModified"),
    )


def _is_own(node: Mapping[str, Any], address: str | None, title: str | None) -> bool:
    """Whether an article's headline is the page's title, or its address the page's."""
    headline = _string(node.get("headline"))
    if headline and title and headline.strip() and headline.strip() in title:
        return True
    main = node.get("mainEntityOfPage")
    addresses = (node.get("url"), node.get("@id"), main.get("@id") if isinstance(main, dict) else main)
    return bool(address) and any(_plain(said) == _plain(address) for said in addresses if isinstance(said, str))


def _plain(address: str | None) -> str:
    return (address or "").split("#")[0].split("?")[0].rstrip("/")


def _first(nodes: Iterable[Mapping[str, Any]], key: str) -> str | None:
    return next((value for node in nodes if (value := _string(node.get(key)))), None)


def _load(script: str) -> Any:
    if len(script) > _MAX_LENGTH:
        return None
    bare = _WRAPPER.sub("", script).strip().rstrip(";")
    try:
        # Line ends inside strings are the commonest fault of hand-made JSON-LD.
        return json.loads(bare.translate(_LINE_ENDS), strict=False)
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


def _names(author: Any, named: Mapping[str, Mapping[str, Any]], *, persons: bool) -> Iterator[str]:
    """The names of those authors that are persons (a bare string is taken for one), or of those that are not."""
    for entry in (author if isinstance(author, list) else [author])[:_MAX_AUTHORS]:
        person = entry
        if isinstance(person, dict) and "name" not in person and isinstance(person.get("@id"), str):
            person = named.get(person["@id"])
        if isinstance(person, str):
            yield from [person] if persons else []
        elif isinstance(person, dict) and (not _types(person) or "Person" in _types(person)) is persons:
            names = person.get("name")
            for name in names if isinstance(names, list) else [names]:
                if isinstance(name, str):
                    yield name


def _string(value: Any) -> str | None:
    return value if isinstance(value, str) else None
