"""Markup within limits, so that libxml2 reads all of it in bounded time and memory.

libxml2 stops at 2,048 nested elements (the rest of the page would be lost), takes time that grows with the square of
the number of attributes of one element, and begins a second tree after `</html>`. All are met here by rewriting the
markup before it is parsed: text, comments and line ends stay where they are, so that line numbers do not move.
"""

from __future__ import annotations

import re
from collections import Counter

# No page in use has so many; at this number the square is still below 2 ms.
MAX_ATTRIBUTES = 1_000
# Below libxml2's 2,048 by what its parser opens by itself (html, head, body, p, tbody, …).
MAX_OPEN = 2_000

# One attribute as the HTML standard's tokeniser reads it. Possessive throughout: linear in any input.
_ATTRIBUTE = r"""(?:[\s/]*+[^\s/>][^\s/>=]*+(?:\s*+=\s*+(?:"[^"]*+(?:"|\Z)|'[^']*+(?:'|\Z)|[^\s>"'][^\s>]*+)?+)?+)"""
_NAME = r"[a-zA-Z][^\s/>]*+"
_RAW = "script|style|textarea|title|xmp|iframe|noembed|noframes"
_FEW = rf"{_ATTRIBUTE}{{0,{MAX_ATTRIBUTES}}}+"
_COMMENT = r"<!--(?:-?>|.*?(?:--!?>|\Z))|<[!?/](?![a-zA-Z])[^>]*+(?:>|\Z)|<![^>]*+(?:>|\Z)"
_CONTENT = r"(?(raw)[^<]*+(?:<(?!/(?P=raw)[\s/>])[^<]*+)*+)"
_END = r"[\s/]*+(?:>|\Z)"

_TOKEN = re.compile(
    rf"{_COMMENT}"
    rf"|(?P<open><(?:(?P<raw>{_RAW})(?=[\s/>])|(?P<name>{_NAME})){_FEW})(?P<more>{_ATTRIBUTE}*+)(?P<end>{_END}{_CONTENT})"
    rf"|</(?P<close>{_NAME}){_ATTRIBUTE}*+{_END}",
    re.DOTALL | re.IGNORECASE,
)
_VOID = frozenset(
    ["area", "base", "br", "col", "embed", "frame", "hr", "img", "input", "link", "meta", "param", "source", "track",
     "wbr"]
)  # fmt: skip
# A tag that is left out between two words leaves a space, unless it stood inside a line of text.
INLINE = frozenset(
    ["a", "abbr", "b", "bdi", "bdo", "cite", "code", "em", "font", "i", "mark", "q", "s", "small", "span", "strong",
     "sub", "sup", "u"]
)  # fmt: skip


def crowded(markup: str) -> bool:
    """Whether some element has more than MAX_ATTRIBUTES attributes."""
    return any(token["more"] for token in _TOKEN.finditer(markup))


def fewer_attributes(markup: str) -> tuple[str, int]:
    """The markup with at most MAX_ATTRIBUTES attributes an element, and how many elements lost some."""
    cut = 0

    def first_ones(token: re.Match[str]) -> str:
        nonlocal cut
        if not token["more"]:
            return token[0]
        cut += 1
        return token["open"] + "\n" * token["more"].count("\n") + token["end"]

    return _TOKEN.sub(first_ones, markup), cut


def one_document(markup: str) -> str:
    """The markup without the end tags of body and html, which the HTML standard reads over where more follows."""

    def without_ends(token: re.Match[str]) -> str:
        ends = token["close"] and token["close"].lower() in ("body", "html")
        return "\n" * token[0].count("\n") if ends else token[0]

    return _TOKEN.sub(without_ends, markup)


def less_nesting(markup: str) -> str:
    """The markup without the tags that could open more than MAX_OPEN elements inside each other; no text is lost.

    What is open is counted from above: an end tag closes an element only where it is the innermost, because libxml2
    ignores other end tags by rules of its own.
    """
    stack: list[str] = []
    skipped: Counter[str] = Counter()

    def shallow(token: re.Match[str]) -> str:
        if token["name"]:
            name = token["name"].lower()
            if name in _VOID:
                return token[0]
            if len(stack) < MAX_OPEN:
                stack.append(name)
                return token[0]
            skipped[name] += 1
            return _trace(name, token[0])
        if token["close"]:
            name = token["close"].lower()
            if skipped[name]:
                skipped[name] -= 1
                return _trace(name, token[0])
            if stack and stack[-1] == name:
                stack.pop()
        return token[0]

    return _TOKEN.sub(shallow, markup)


def _trace(name: str, tag: str) -> str:
    return ("" if name in INLINE else " ") + "\n" * tag.count("\n")
