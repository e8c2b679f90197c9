"""Text for a terminal: what cannot be printed made visible, and lines wrapped by the columns they take."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

# Control characters, and the marks that turn the direction of what follows: a page could repaint the
# terminal with them or show its lines in another order than they stand.
_UNPRINTABLE = re.compile("[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


def printable(text: str) -> str:
    """The text on one line, white space collapsed, each unprintable character shown as U+FFFD."""
    return _UNPRINTABLE.sub("�", " ".join(text.split()))


def columns(text: str) -> int:
    """Terminal columns the text takes: two for wide characters (Unicode TR11), none for combining ones."""
    if text.isascii():
        return len(text)
    return sum(_columns_of(char) for char in text)


def wrap(text: str, width: int, most: int) -> list[str]:
    """The text in at most `most` lines of at most `width` columns; `…` ends the last one where more was said."""
    lines: list[str] = []
    line = ""
    for piece in _pieces(text, width):
        if columns(line) + columns(piece.rstrip()) > width:
            if len(lines) == most - 1:
                return [*lines, _shorten(line + piece, width)]
            lines.append(line.rstrip())
            line = ""
        line += piece
    return [*lines, line.rstrip()]


def _pieces(text: str, width: int) -> Iterator[str]:
    """Words with their following space; what is wider than a line comes character by character."""
    for word in re.findall(r"\S+\s*", text):
        if columns(word) > width:
            yield from word
        else:
            yield word


def _shorten(text: str, width: int) -> str:
    kept = ""
    taken = 1  # for the ellipsis
    for char in text:
        taken += _columns_of(char)
        if taken > width:
            break
        kept += char
    return kept.rstrip() + "…"


def _columns_of(char: str) -> int:
    if unicodedata.east_asian_width(char) in "WF":
        return 2
    return 0 if unicodedata.category(char) in ("Mn", "Me", "Cf") else 1
