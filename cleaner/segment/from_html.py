"""HTML to blocks: one a run of inline content, with what the DOM knows of it.

The tree is walked once, without recursion, and never changed. Tables that hold data become a block a
row; tables that only lay the page out are walked like any other container.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from cleaner.lexicon import marks
from cleaner.lexicon.folding import count_words, fold
from cleaner.model import Block, BlockKind, Dom, Page
from cleaner.segment.main_content import Chosen, choose

SKIPPED = frozenset({
    "script", "style", "template", "svg", "math", "iframe", "object", "head", "datalist", "canvas",
})  # fmt: skip
INLINE = frozenset({
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "br", "cite", "code", "data", "del", "dfn", "em", "font", "i",
    "img", "input", "ins", "kbd", "label", "mark", "nobr", "q", "rp", "rt", "ruby", "s", "samp", "small",
    "span", "strike", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr", "picture", "source", "audio",
    "video", "map", "area", "noindex", "amp-img",
})  # fmt: skip
LINE_BREAKS = frozenset({"br", "p"})
READ_ATTRIBUTES = frozenset({"class", "id", "role", "itemprop", "hidden", "aria-hidden", "style"})
HEADINGS = {f"h{level}": level for level in range(1, 7)}
KINDS: dict[str, BlockKind] = {
    **dict.fromkeys(HEADINGS, "heading"),
    "li": "list_item",
    "dt": "list_item",
    "dd": "list_item",
    "blockquote": "quote",
    "pre": "code",
    "figcaption": "caption",
    "caption": "caption",
}
_KIND_ANCESTORS = ("figcaption", "blockquote", "li")
_TOKENS = re.compile(r"[a-z]+|[A-Z][a-z]+|[A-Z]+(?![a-z])")
_HIDDEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
MOST_PATH = 12  # elements of the path that are kept, nearest last
MOST_CLASS_TEXT = 300  # characters of class and id that are read for words


def stated_titles(page: Page) -> tuple[str, ...]:
    """What the head calls the page, folded: og:title, then `<title>`."""
    root = page.root
    if root is None:
        return ()
    found = [
        meta.get("content") or ""
        for meta in root.iter("meta")
        if (meta.get("property") or meta.get("name") or "").lower() in ("og:title", "twitter:title")
    ]
    found += ["".join(title.itertext()) for title in root.iter("title")][:1]
    return tuple(dict.fromkeys(fold(text)[:500] for text in found if text.strip()))


def blocks_of(page: Page) -> tuple[Block, ...]:
    """Blocks of an HTML page in document order; `chosen` is trafilatura's own choice, as evidence."""
    if page.root is None:
        return ()
    chosen = choose(page.root)
    return tuple(_block(index, run, chosen) for index, run in enumerate(_runs(page.root)))


@dataclass(slots=True)
class _Run:
    """Inline content gathered so far inside one container."""

    tag: str
    path: tuple[str, ...]
    words: frozenset[str]
    line: int
    parts: list[str] = field(default_factory=list)
    characters: int = 0
    linked: int = 0
    hidden: int = 0


@dataclass(frozen=True, slots=True)
class _Place:
    """Where the walk stands: the nearest block container and what it inherits."""

    tag: str
    path: tuple[str, ...]
    words: frozenset[str]
    hidden: bool
    linked: bool
    line: int


def _runs(root: Any) -> list[_Run]:
    body = root.find(".//body") if root.tag == "html" else root
    return _Walker().walk(body if body is not None else root)


class _Walker:
    """One pass over the tree that gathers runs of inline content."""

    def __init__(self) -> None:
        self._done: list[_Run] = []
        self._run: _Run | None = None
        self._breaks = 0
        self._link_ended = False

    def walk(self, body: Any) -> list[_Run]:
        start = _Place(str(body.tag), (), frozenset(), False, False, body.sourceline or 1)
        stack: list[tuple[Any, _Place, bool]] = [(body, start, True)]
        while stack:
            element, place, entering = stack.pop()
            if not entering:
                self._leave(element, place)
                continue
            inner = self._enter(element, place)
            if inner is None:
                self._add(element.tail, place)
                continue
            if element is not body:
                stack.append((element, place, False))
            if element.tag == "tr" and _is_data_row(element):
                self._row(element, inner)
                continue
            self._add(element.text, inner)
            stack.extend((child, inner, True) for child in reversed(element))
        self._finish()
        return self._done

    def _enter(self, element: Any, place: _Place) -> _Place | None:
        tag = element.tag
        if not isinstance(tag, str) or tag in SKIPPED:
            return None
        if tag == "br":
            self._breaks += 1
            return place
        if tag not in INLINE:
            self._finish()
        linked = place.linked or tag == "a"
        if tag == "a" and self._link_ended:
            # Links that touch each other are items of a menu, which style sheets set apart.
            self._add(" ", place)
        if tag in INLINE and READ_ATTRIBUTES.isdisjoint(element.attrib):
            return _Place(place.tag, place.path, place.words, place.hidden, linked, place.line)
        words = place.words | _words(element)
        hidden = place.hidden or _is_hidden(element)
        if tag in INLINE:
            return _Place(place.tag, place.path, words, hidden, linked, place.line)
        return _Place(tag, (*place.path, tag)[-MOST_PATH:], words, hidden, linked, element.sourceline or place.line)

    def _leave(self, element: Any, place: _Place) -> None:
        if element.tag not in INLINE:
            self._finish()
        self._link_ended = element.tag == "a"
        # The text after an element belongs to the place around it.
        self._add(element.tail, place)

    def _add(self, text: str | None, place: _Place) -> None:
        if not text:
            return
        visible = len(text) - text.count(" ") - text.count("\n") - text.count("\t")
        if visible and not text.isspace():
            self._break_line(text)
            self._link_ended = False
        if self._run is None:
            if not visible or text.isspace():
                return
            self._run = _Run(place.tag, place.path, place.words, place.line)
        elif len(self._run.parts) < 64:
            # Inline elements carry words too: `<span class="byline">`.
            self._run.words |= place.words
        self._run.parts.append(text)
        self._run.characters += visible
        if place.linked:
            self._run.linked += visible
        if place.hidden:
            self._run.hidden += visible

    def _break_line(self, text: str) -> None:
        """Old pages end paragraphs with `<br>`, and headline, byline and date too; others wrap lines with it."""
        breaks, self._breaks = self._breaks, 0
        if not breaks or self._run is None:
            return
        if breaks == 1 and _goes_on("".join(self._run.parts[-2:]), text):
            self._run.parts.append(" ")
        else:
            self._finish()

    def _row(self, element: Any, place: _Place) -> None:
        cells = (" ".join("".join(_cell_text(cell)).split()) for cell in element if cell.tag in ("td", "th"))
        text = " | ".join(cell for cell in cells if cell)
        self._add(text, place)
        if self._run is not None:
            self._run.tag = "tr"
            self._run.linked = sum(len("".join(a.itertext()).replace(" ", "")) for a in element.iter("a"))

    def _finish(self) -> None:
        if self._run is not None:
            self._done.append(self._run)
        self._run, self._breaks, self._link_ended = None, 0, False


def _goes_on(before: str, after: str) -> bool:
    """Whether a line broken by `<br>` goes on in the next: an open sentence, or one that resumes small."""
    before, after = before.rstrip(), after.lstrip()
    return after[:1].islower() or after[:1] in ",.;:)" or before[-1:] in ",-–—"


def _cell_text(cell: Any) -> Iterator[str]:
    """Text of a cell of a data row, a space where the page breaks its line."""
    for part in cell.iter():
        if isinstance(part.tag, str):
            if part.tag in LINE_BREAKS:
                yield " "
            yield part.text or ""
        if part is not cell:
            yield f" {part.tail or ''}" if part.tag in LINE_BREAKS else part.tail or ""


def _is_data_row(row: Any) -> bool:
    """A row whose two or more cells hold short inline text only: data, not layout."""
    cells = [cell for cell in row if cell.tag in ("td", "th")]
    if len(cells) < 2 or _has_text_outside_cells(row):
        return False
    for cell in cells:
        for count, part in enumerate(cell.iter()):
            if part is not cell and isinstance(part.tag, str) and part.tag not in INLINE | LINE_BREAKS:
                return False
            if count > 30:
                return False
        if len("".join(cell.itertext())) > 200:
            return False
    return True


def _has_text_outside_cells(row: Any) -> bool:
    """Whether text stands between the cells of a row, where no markup should put it but browsers show it."""
    between = [row.text, *(child.tail for child in row)]
    others = (child for child in row if isinstance(child.tag, str) and child.tag not in SKIPPED | {"td", "th"})
    texts = [*between, *("".join(other.itertext()) for other in others)]
    return any(text and not text.isspace() for text in texts)


def _words(element: Any) -> frozenset[str]:
    attributes = element.attrib
    if not attributes or element.tag in ("html", "body"):
        return frozenset()
    text = " ".join(attributes.get(name, "") for name in ("class", "id", "role", "itemprop"))[:MOST_CLASS_TEXT]
    return frozenset(word.lower() for word in _TOKENS.findall(text) if len(word) > 1)


def _is_hidden(element: Any) -> bool:
    attributes = element.attrib
    return (
        "hidden" in attributes
        or attributes.get("aria-hidden") == "true"
        or bool(_HIDDEN_STYLE.search(attributes.get("style", "")[:500]))
    )


def _block(index: int, run: _Run, chosen: Chosen) -> Block:
    text = "".join(run.parts)
    text = text.strip("\n") if run.tag == "pre" else " ".join(text.split())
    folded = fold(text)
    words = count_words(text)
    share = run.linked / run.characters if run.characters else 0.0
    return Block(
        index=index,
        text=text,
        folded=folded,
        first=run.line,
        last=run.line,
        kind=_kind(run),
        words=words,
        marks=marks(folded),
        link_share=min(1.0, share),
        dom=Dom(
            path=run.path,
            words=run.words,
            link_share=min(1.0, share),
            chosen=chosen.share(folded),
            level=HEADINGS.get(run.tag, 0),
            hidden=2 * run.hidden > run.characters,
        ),
    )


def _kind(run: _Run) -> BlockKind:
    if run.tag == "tr":
        return "table"
    if run.tag in KINDS:
        return KINDS[run.tag]
    for tag in reversed(run.path[-4:]):
        if tag in HEADINGS or tag in _KIND_ANCESTORS:
            return KINDS[tag]
    return "paragraph"
