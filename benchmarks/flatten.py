"""HTML to text as people's flatteners print it: text browsers, Markdown writers, scrapers' one-liners.

The labelled pages are HTML; what is cleaned is flattened text, and nobody knows by which tool. Each form here
prints a page the way one family of tools does, so that pages can be measured, and trained on, under all of
them. Modelled on the printed output of lynx 2.9 and w3m 0.5 (`-dump`), links 2 (`-dump`), markdownify and
html2text, and on Beautiful Soup's `get_text` with the separators that people give it; none of their code.
"""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any
from unicodedata import east_asian_width

from benchmarks.rows import HIDDEN, Part, Printer, Row
from benchmarks.suites import Item, Suite
from cleaner.readers import read

_MENU_ITEM = 40  # characters; an item longer than this makes its list no menu


def _blocks(rows: Sequence[Row], part: Callable[[Part], str] = lambda part: part.text) -> list[tuple[Row, str]]:
    printed = ((row, row.text(part)) for row in rows)
    return [(row, text) for row, text in printed if text]


def _joined(rows: Sequence[Row], separator: str) -> list[tuple[bool, str]]:
    """Lines with whether they stand apart; the short items of one list in one line."""
    lines: list[tuple[bool, str]] = []
    last = 0
    for row, text in _blocks(rows):
        if row.group and len(text) <= _MENU_ITEM:
            if row.group == last:
                lines[-1] = (lines[-1][0], lines[-1][1] + separator + text)
                continue
            last = row.group
        else:
            last = 0
        lines.append((row.apart, text))
    return lines


def _tabbed(rows: Sequence[Row]) -> str:
    lines: list[str] = []
    last = 0
    for row, text in _blocks(rows):
        menu = row.group and len(text) <= _MENU_ITEM
        if menu and row.group == last:
            lines[-1] += "\t" + text
        else:
            cells = "".join(part.text for part in row.parts).split("\t") if row.kind == "row" else [text]
            lines.append("\t" * min(row.tabs, 6) + "\t".join(" ".join(cell.split()) for cell in cells if cell.strip()))
        last = row.group if menu else 0
    return "\n".join(lines)


def _paragraphs(lines: Iterable[tuple[bool, str]]) -> str:
    return "\n".join(f"\n{text}" if apart else text for apart, text in lines).strip("\n")


def _fill(text: str, width: int, first: str, rest: str) -> str:
    """Wrapped at a width in columns of a terminal, where a Chinese character takes two."""
    if text.isascii():
        return textwrap.fill(text, width, initial_indent=first, subsequent_indent=rest, break_on_hyphens=False,
                             break_long_words=False)  # fmt: skip
    lines, line, used = [], first, len(first)
    for word in _breakable(text):
        columns = sum(2 if east_asian_width(character) in "WF" else 1 for character in word.rstrip())
        if used + columns > width and line.strip():
            lines.append(line.rstrip())
            line, used = rest, len(rest)
        line += word
        used += columns + len(word) - len(word.rstrip())
    return "\n".join([*lines, line.rstrip()])


def _breakable(text: str) -> Iterator[str]:
    """Words with the space after them, wide characters but those of Korean one by one."""
    word = ""
    for character in text:
        if east_asian_width(character) in "WF" and not "\uac00" <= character <= "\ud7a3":
            if word:
                yield word
            word = ""
            yield character
        elif character == " ":
            yield word + character
            word = ""
        else:
            word += character
    if word:
        yield word


def _lynx(rows: Sequence[Row], numbered: bool) -> str:
    targets: list[str] = []
    seen: list[str] = []

    def part(piece: Part) -> str:
        if piece.mark == "link" and piece.text.strip():
            if not numbered or (seen and seen[-1] == piece.target):
                return piece.text
            seen.append(piece.target)
            targets.append(piece.target)
            lead = " " if piece.text[:1].isspace() else ""
            return f"{lead}[{len(targets)}]{piece.text.lstrip()}"
        if piece.mark == "image":
            return piece.text or f" [{piece.target.rsplit('/')[-1]}] " if piece.target else " [INLINE] "
        return {"button": f"(BUTTON) {piece.text}", "input": f" {piece.text or '_' * 20} "}.get(piece.mark, piece.text)

    lines = []
    for row, text in _blocks(rows, part):
        first = rest = "   "
        if row.kind == "li":
            rest = "   " * row.depth + "    "
            first = rest[:-2] + "*+o#"[max(0, row.depth - 1) % 4] + " "
        elif row.kind == "h1":
            first = rest = " " * max(0, (79 - len(text)) // 2)
        elif row.kind in ("h2", "h3"):
            first = rest = ""
        lines.append((row.apart, _fill(text, 79, first, rest)))
    printed = _paragraphs(lines)
    if targets:
        listed = "\n".join(f"{number:>4}. {target}" for number, target in enumerate(targets, 1))
        printed += f"\n\nReferences\n\n   Visible links:\n{listed}"
    return printed


def _w3m(rows: Sequence[Row]) -> str:
    def part(piece: Part) -> str:
        if piece.mark == "image":
            return f" [{piece.text or piece.target.rsplit('/')[-1].split('.')[0][:12] or 'img'}] "
        return {"button": f"[{piece.text.strip()}]", "input": f" [{piece.text or ' ' * 1}] "}.get(
            piece.mark, piece.text
        )

    lines = []
    for row, text in _blocks(rows, part):
        rest = "  " * row.depth if row.kind == "li" else ""
        lines.append((row.apart, _fill(text, 80, rest[:-2] + "• " if rest else "", rest)))
    return _paragraphs(lines)


def _links(rows: Sequence[Row]) -> str:
    def part(piece: Part) -> str:
        if piece.mark == "image":
            return piece.text or " [IMG] "
        if piece.mark == "link" and piece.text.strip():
            return f"{piece.text.rstrip()} [link]{' ' if piece.text[-1:].isspace() else ''}"
        return {"button": f"[ {piece.text.strip()} ]", "input": f" {'_' * 16} "}.get(piece.mark, piece.text)

    lines = [(False, "   Link: canonical"), (False, "   Link: shortcut icon")]
    for row, text in _blocks(rows, part):
        rest = "     " * row.depth + "  " if row.kind == "li" else "     " if row.kind == "pre" else "   "
        lines.append((row.apart, _fill(text, 77, rest[:-2] + "* " if row.kind == "li" else rest, rest)))
    return _paragraphs(lines)


def _markdown(rows: Sequence[Row]) -> str:
    def part(piece: Part) -> str:
        core = piece.text.strip()
        lead = " " if piece.text[:1].isspace() else ""
        tail = " " if piece.text[-1:].isspace() else ""
        if piece.mark == "image":
            return f"![{core}]({piece.target})" if piece.target else core
        if not core:
            return piece.text
        around = {"link": ("[", f"]({piece.target})"), "bold": ("**", "**"), "italic": ("*", "*")}
        before, after = around.get(piece.mark, ("", ""))
        return f"{lead}{before}{core}{after}{tail}"

    lines: list[tuple[bool, str]] = []
    last = ""
    for row, text in _blocks(rows, part):
        if row.kind == "row":
            cells = [cell.strip() for cell in "".join(map(part, row.parts)).split("\t")]
            lines.append((last != "row", "| " + " | ".join(" ".join(cell.split()) for cell in cells) + " |"))
            if last != "row":
                lines.append((False, "|" + " --- |" * len(cells)))
        elif row.kind == "li":
            lines.append((last != "li", f"{'  ' * max(0, row.depth - 1)}* {text}"))
        else:
            lines.append((True, "#" * int(row.kind[1]) + " " + text if row.kind[0] == "h" else text))
        last = row.kind
    return _paragraphs(lines)


def _nodes(body: Any) -> list[str]:
    """Every text node by itself."""
    rows = Printer().walk(body)
    return [
        text for row in rows for part in row.parts if part.mark != "image" and (text := " ".join(part.text.split()))
    ]


def _source_text(body: Any, separator: str) -> str:
    """All text with the white space of the markup, as `get_text()` and tag-stripping regexes leave it."""
    parts: list[str] = []
    stack: list[tuple[Any, bool]] = [(body, True)]
    while stack:
        element, entering = stack.pop()
        if not entering:
            parts.append(element.tail or "")
            continue
        if element is not body:
            stack.append((element, False))
        if isinstance(element.tag, str) and element.tag not in HIDDEN:
            parts.append(element.text or "")
            stack.extend((child, True) for child in reversed(element))
    return separator.join(parts)


def _body(html: bytes) -> Any:
    root = read(html, kind="html").root
    found = root.find(".//body") if root.tag == "html" else root
    return found if found is not None else root


def _rows(body: Any) -> list[Row]:
    return Printer().walk(body)


_FORMS: dict[str, Callable[[Any], str]] = {
    # lynx -dump: indented, wrapped at 79 columns, links numbered and listed at the end
    "lynx": lambda body: _lynx(_rows(body), numbered=True),
    # lynx -dump -nolist
    "lynx_nolist": lambda body: _lynx(_rows(body), numbered=False),
    # w3m -dump: no indent, wrapped at 80 columns
    "w3m": lambda body: _w3m(_rows(body)),
    # links -dump and kin: `[link]`, `[IMG]`, `[ Button ]`
    "links": lambda body: _links(_rows(body)),
    # a list of short items in one line, between bars; paragraphs parted by blank lines
    "bars": lambda body: _paragraphs(_joined(_rows(body), " | ")),
    # the same with spaces only
    "spaces": lambda body: _paragraphs(_joined(_rows(body), " ")),
    # lines indented by tabs as deep as they are nested, the items of a menu and the cells of a table parted by tabs
    "tabs": lambda body: _tabbed(_rows(body)),
    # every text node on its own line: `get_text("\n", strip=True)`
    "nodes": lambda body: "\n".join(_nodes(body)),
    # every text node on its own line, a blank line between all
    "nodes_spaced": lambda body: "\n\n".join(_nodes(body)),
    # a line a block, a blank line between all
    "spaced": lambda body: "\n\n".join(text for _, text in _blocks(_rows(body))),
    # a line a block, no blank line anywhere
    "dense": lambda body: "\n".join(text for _, text in _blocks(_rows(body))),
    # a line a block, wrapped at 72 columns, no blank line and no indent
    "wrapped": lambda body: "\n".join(_fill(text, 72, "", "") for _, text in _blocks(_rows(body))),
    # Markdown: headings, bullets, links, emphasis, tables
    "markdown": lambda body: _markdown(_rows(body)),
    # everything in one line
    "one_line": lambda body: " ".join(text for _, text in _blocks(_rows(body))),
    # `get_text()`: nothing between elements but the markup's own white space
    "get_text": lambda body: _source_text(body, ""),
    # tags replaced by spaces, white space as it stands
    "stripped": lambda body: _source_text(body, " "),
}

FORMS = tuple(_FORMS)


def flatten(html: bytes, form: str) -> str:
    """The page as text, as the tools of this form print it; raises KeyError for a form that is not in FORMS."""
    return _FORMS[form](_body(html))


def flattened(suite: Suite, form: str) -> Suite:
    """The pages of an HTML suite as their flattened texts, named `SUITE.FORM`."""
    items = []
    for item in suite.items:
        page = item.read()
        items.append(Item(item.id, flatten(page if isinstance(page, bytes) else page.encode("utf-8"), form), item.gold))
    return Suite(f"{suite.name}.{form}", suite.task, "flat", tuple(items))
