"""A page laid out in rows, as a browser sets blocks below each other; what `flatten.py` prints them as is its own."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Literal

Mark = Literal["", "link", "bold", "italic", "button", "image", "input"]

HIDDEN = frozenset({
    "script", "style", "template", "svg", "math", "iframe", "head", "canvas", "datalist", "audio", "video",
})  # fmt: skip
_INLINE = frozenset({
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "button", "cite", "code", "data", "del", "dfn", "em", "font",
    "i", "img", "input", "ins", "kbd", "label", "mark", "nobr", "q", "s", "samp", "select", "small", "span",
    "strike", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr", "picture", "source", "textarea", "option",
})  # fmt: skip
_APART = frozenset({"p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "table", "blockquote", "pre", "dl", "hr"})
_BOLD, _ITALIC = frozenset({"b", "strong"}), frozenset({"i", "em", "cite"})


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of text inside a line, and what the markup made of it."""

    text: str
    mark: Mark = ""
    target: str = ""


@dataclass(slots=True)
class Row:
    """One printed line before wrapping.

    kind: `h1` to `h6`, `li`, `row` (a table's), `pre` or `p` for all else. apart: a blank line stands before it.
    depth: of nested lists; tabs: of nested blocks; group: number of the list it is an item of, 0 for none.
    """

    kind: str
    apart: bool
    depth: int
    tabs: int
    group: int
    parts: list[Part] = field(default_factory=list)

    def text(self, part: Callable[[Part], str] = lambda part: part.text) -> str:
        """The line with single spaces, each part printed by `part`."""
        return " ".join("".join(map(part, self.parts)).split())


@dataclass(frozen=True, slots=True)
class _Where:
    """What an element inherits from those around it."""

    kind: str = "p"
    depth: int = 0
    tabs: int = 0
    group: int = 0
    mark: Mark = ""
    target: str = ""


class Printer:
    """Walks a tree and lays its text out in rows, as a browser sets blocks below each other."""

    def __init__(self) -> None:
        self.rows: list[Row] = []
        self._open: Row | None = None
        self._apart = False
        self._groups = 0

    def walk(self, body: Any) -> list[Row]:
        stack: list[tuple[Any, _Where, bool]] = [(body, _Where(), True)]
        while stack:
            element, where, entering = stack.pop()
            if not entering:
                self._end(element)
                self._add(element.tail, where)
                continue
            if not isinstance(element.tag, str) or element.tag in HIDDEN:
                self._add(element.tail, where)
                continue
            inner = self._begin(element, where)
            if element is not body:
                stack.append((element, where, False))
            self._add(element.text, inner)
            stack.extend((child, inner, True) for child in reversed(element))
        self._flush()
        return self.rows

    def _begin(self, element: Any, where: _Where) -> _Where:
        tag = element.tag
        if tag in ("img", "input", "button"):
            return self._widget(element, where)
        if tag in _INLINE:
            mark: Mark = "bold" if tag in _BOLD else "italic" if tag in _ITALIC else where.mark
            target = where.target
            if tag == "a" and element.get("href"):
                mark, target = "link", element.get("href")
            return _Where(where.kind, where.depth, where.tabs, where.group, mark, target)
        if _is_inline(element):  # the cell of a table's row that prints on one line
            if self._open is not None:
                self._open.parts.append(Part("\t"))
            return where
        self._flush()
        self._apart = self._apart or tag in _APART
        group = where.group
        if tag in ("ul", "ol", "nav"):
            self._groups += 1
            group = self._groups
        kind = tag if tag in ("h1", "h2", "h3", "h4", "h5", "h6", "li", "pre") else where.kind
        kind = "row" if tag == "tr" and _is_short_row(element) else kind
        return _Where(kind, where.depth + (tag in ("ul", "ol")), where.tabs + 1, group, where.mark, where.target)

    def _widget(self, element: Any, where: _Where) -> _Where:
        if element.tag == "img":
            alt, source = element.get("alt") or "", (element.get("src") or "").split("?")[0]
            self._part(Part(alt, "image", source if source.startswith(("http", "/")) else ""), where)
        elif element.tag == "input" and element.get("type") != "hidden":
            self._part(Part(element.get("value") or element.get("placeholder") or "", "input"), where)
        return _Where(where.kind, where.depth, where.tabs, where.group, "button", "")

    def _end(self, element: Any) -> None:
        if not _is_inline(element):
            self._flush()
        self._apart = self._apart or element.tag in _APART

    def _add(self, text: str | None, where: _Where) -> None:
        if text and (self._open is not None or not text.isspace()):
            self._part(Part(text, where.mark, where.target), where)

    def _part(self, part: Part, where: _Where) -> None:
        if self._open is None:
            self._open = Row(where.kind, self._apart, where.depth, where.tabs, where.group)
            self._apart = False
        self._open.parts.append(part)

    def _flush(self) -> None:
        if self._open is not None and any(part.text.strip() or part.mark == "image" for part in self._open.parts):
            self.rows.append(self._open)
        self._open = None


def _is_inline(element: Any) -> bool:
    return element.tag in _INLINE or (element.tag in ("td", "th") and _is_short_row(element.getparent()))


def _is_short_row(row: Any) -> bool:
    """A table's row that prints on one line: two or more cells without blocks or long text."""
    cells = [cell for cell in row if cell.tag in ("td", "th")]
    inline = all(part.tag in _INLINE for cell in cells for part in cell.iterdescendants() if isinstance(part.tag, str))
    return len(cells) > 1 and inline and sum(len("".join(cell.itertext())) for cell in cells) <= 300
