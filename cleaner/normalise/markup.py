"""What a page's markup says to machines beside its visible words: `<time datetime>` and authors' elements."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from cleaner.model import Block, Page
from cleaner.normalise import byline, names, tables

_MOST = 300  # elements of one sort that are read
_LONGEST = 80
_AUTHORS = (
    "//a[contains(@rel, 'author') or contains(@href, '/author') or contains(@href, '/autor')"
    " or contains(@href, '/auteur')]"
    "|//*[@itemprop][contains(concat(' ', @itemprop, ' '), ' author ')]"
    "|//*[@class][contains(@class, 'author') or contains(@class, 'byline')]"
)


@dataclass(frozen=True, slots=True)
class Said:
    """One element: its visible words, white space collapsed, what it says to machines, and its line of the markup."""

    text: str
    value: str
    line: int


def times(page: Page) -> tuple[Said, ...]:
    """The page's `<time datetime>` elements that show something, in page order."""
    if page.root is None:
        return ()
    found = (Said(_text(time), time.get("datetime").strip(), time.sourceline or 0) for time in _dated(page.root))
    return tuple(said for said in found if said.text and said.value)


def of_block(said: Sequence[Said], block: Block) -> Said | None:
    """The element whose words stand in this block; of several, the one that stands nearest in the markup."""
    inside = [entry for entry in said if entry.text in block.text]
    return min(inside, key=lambda entry: abs(entry.line - block.first), default=None)


def authors(page: Page, loose: bool = True) -> tuple[str, ...]:
    """Persons named by elements that are an author's by relation, property, address or class, in page order.

    loose: whether elements inside an author's element, and those who wrote comments, count too; for lines that stand
        where signatures do.
    """
    if page.root is None:
        return ()
    elements = [named for element in _author_elements()(page.root)[:_MOST] for named in _naming(element, loose)]
    found = [_text(element) for element in elements if loose or not _is_comment(element)]
    persons = (names.clean_person(text[byline.label_end(text) :]) for text in found if text)
    return tuple(dict.fromkeys(person for person in persons if names.is_person(person) and not tables.agency(person)))


@cache
def _author_elements() -> Callable[[Any], list[Any]]:
    from lxml import etree  # flattened text does without

    return etree.XPath(_AUTHORS)  # type: ignore[return-value]  # the path selects elements


def _naming(element: Any, loose: bool) -> list[Any]:
    """The elements that hold a name: a link or property itself, of a class one without others inside, or those."""
    if element.tag == "a" or "author" in element.get("itemprop", "").split() or len(element) == 0:
        return [element]
    return [inner for inner in element if inner.tag in ("a", "span") and len(inner) == 0] if loose else []


def _is_comment(element: Any) -> bool:
    around = (element, *element.iterancestors())
    return any("comment" in f"{each.get('class', '')} {each.get('id', '')}".lower() for each in around)


def _dated(root: Any) -> Iterator[Any]:
    for time, _ in zip(root.iter("time"), range(_MOST), strict=False):
        if time.get("datetime"):
            yield time


def _text(element: Any) -> str:
    text = " ".join("".join(element.itertext()).split())
    return text if len(text) <= _LONGEST else ""
