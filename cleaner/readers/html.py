"""HTML to an element tree: all of its text, whatever the markup does.

libxml2 reads no network and expands no entity that a document declares (the HTML parser has none), and nothing is
run. Its `sourceline` is exact up to line 65,535 and stays there beyond.
"""

from __future__ import annotations

from functools import lru_cache
from typing import cast

import lxml.html
from lxml import etree

from cleaner.errors import ReadError
from cleaner.readers import tame
from cleaner.readers.characters import plain
from cleaner.readers.text import unix

_FATAL = 3  # etree.ErrorLevels.FATAL: the parser stopped before the end
_UNREAD = frozenset({"script", "style"})


def parse(markup: str, max_depth: int) -> tuple[lxml.html.HtmlElement, tuple[str, ...]]:
    """The root element of the markup and what had to be mended.

    markup: decoded and mended by `characters.mend`. An empty page gives `<html><body></body></html>`.
    max_depth: elements deeper than this are dissolved: their text becomes text of the element at that depth.

    Text of the tree is `characters.plain`, entities such as `&nbsp;` and `&shy;` included. Raises ReadError when
    libxml2 cannot read the markup to its end, which no input known to us does.
    """
    repairs = []
    markup = unix(markup)  # as the HTML standard does first; libxml2 would not count a CR
    if tame.crowded(markup):
        markup, cut = tame.fewer_attributes(markup)
        if cut:
            repairs.append(f"attributes-cut: {cut} elements had more than {tame.MAX_ATTRIBUTES} attributes")
    root = _whole_tree(markup)
    if count := _flatten(root, max_depth):
        repairs.append(f"deep-nesting: {count} elements at depth {max_depth} hold the text of what was nested deeper")
    _make_plain(root)
    return root, tuple(repairs)


def _whole_tree(markup: str) -> lxml.html.HtmlElement:
    root, whole = _tree(markup)
    if whole and _goes_on(root):
        markup = tame.one_document(markup)
        root, whole = _tree(markup)
    if not whole:
        root, whole = _tree(tame.less_nesting(markup))
    if not whole:
        raise ReadError("markup: libxml2 stops before its end; flatten the page to text and clean that")
    return root


def _goes_on(root: lxml.html.HtmlElement) -> bool:
    """Whether something stands behind `</body>` or `</html>`: libxml2 puts it outside the body or the tree."""
    body = root.find("body")
    behind = [*root.itersiblings(etree.Element), *(body.itersiblings(etree.Element) if body is not None else ())]
    return bool(behind) or any(element.tail and element.tail.strip() for element in (root, body) if element is not None)


def _tree(markup: str) -> tuple[lxml.html.HtmlElement, bool]:
    """The tree, and whether the parser came to the end of the markup."""
    # `huge_tree` lifts libxml2's limits on text nodes and depth; `options.max_bytes` bounds both.
    parser = lxml.html.HTMLParser(encoding="utf-8", huge_tree=True)
    try:
        root = etree.fromstring(markup.encode("utf-8"), parser)
    except etree.XMLSyntaxError:
        root = None
    whole = all(entry.level < _FATAL for entry in parser.error_log)
    if root is None:  # no element and no text: empty, or a comment alone
        root = etree.fromstring(b"<html><body></body></html>", parser)
    return root, whole


def _flatten(root: lxml.html.HtmlElement, max_depth: int) -> int:
    """Dissolve what lies deeper than `max_depth`; how many elements took the text of their descendants in."""
    parents = cast(list[lxml.html.HtmlElement], _parents_at(max_depth)(root))
    for parent in parents:
        text = _text(parent)
        for child in list(parent):
            parent.remove(child)
        parent.text = text
    return len(parents)


@lru_cache(maxsize=8)
def _parents_at(depth: int) -> etree.XPath:
    """An XPath for the elements at this depth (the root's is 1) that have children; libxml2 finds none at no cost."""
    return etree.XPath("/*" * depth + "[*]")


def _text(element: lxml.html.HtmlElement) -> str:
    """The element's own and its descendants' text, a space where a block began or ended."""
    parts: list[str] = []
    for event, node in etree.iterwalk(element, events=("start", "end", "comment", "pi")):
        if event == "start" and node.tag not in _UNREAD:
            parts += [_gap(node.tag), node.text or ""]
        elif event == "end" and node is not element:
            parts += [_gap(node.tag), node.tail or ""]
        elif event in ("comment", "pi"):
            parts.append(node.tail or "")
    return "".join(parts)


def _gap(tag: str) -> str:
    return "" if tag in tame.INLINE else " "


def _make_plain(root: lxml.html.HtmlElement) -> None:
    for element in root.iter():
        text, tail = element.text, element.tail
        # Most text is plain already, and `plain` hands that back as the same object.
        if text and isinstance(element.tag, str) and element.tag not in _UNREAD and (new := plain(text)) is not text:
            element.text = new
        if tail and (new := plain(tail)) is not tail:
            element.tail = new
