"""Flattened text to lines that keep the way back to the input's line numbers."""

from __future__ import annotations

import html
import re
from itertools import count

from cleaner.model import Line
from cleaner.readers.characters import plain

# What breaks a line on the screen, but not in an editor's count.
_BREAKS = re.compile("[\v\f\x85\u2028\u2029]")

# A reference that a flattening tool left: complete with its semicolon, escaped once or (`&amp;nbsp;`) several times.
# Bounded repeats: no name in HTML is longer than 31 letters, no code point than seven digits.
_REFERENCE = re.compile(
    r"&(?:(?:amp|AMP|\#0{0,4}38|\#[xX]0{0,4}26);)*"
    r"(?:(\#[0-9]{1,7}|\#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});)?"
)


def lines(text: str, references: bool = True) -> tuple[Line, ...]:
    """Every line of the text, blank ones too, in order.

    text: as decoded and mended. LF, CRLF or CR ends a line and counts; VT, FF, NEL, U+2028 and U+2029 split a line
        further, and the parts share its number.
    references: read HTML references that flattening left over (`&amp;`, `&nbsp;`, `&#39;`) as the characters a
        reader of the page saw. Only complete ones with a semicolon that HTML knows; a bare `&` is an `&`.

    A last line end opens no further line, so an empty text has no line at all.
    """
    numbered = _split(text)
    if _BREAKS.search(text) is None:
        return tuple(Line(number, _clean(line, references)) for number, line in enumerate(numbered, 1))
    return tuple(
        Line(number, _clean(part, references))
        for number, line in enumerate(numbered, 1)
        for part in _BREAKS.split(line)
    )


def unix(text: str) -> str:
    """The text with LF for every CRLF and CR, which no line number notices."""
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def markup_lines(markup: str) -> tuple[Line, ...]:
    """The lines of HTML markup, untouched but for their ends; numbers agree with an editor's and with `sourceline`."""
    return tuple(map(Line, count(1), _split(markup)))


def _split(text: str) -> list[str]:
    """What stands between the line ends LF, CRLF and CR; `replace` and `split` are ten times quicker than a regex."""
    numbered = unix(text).split("\n")
    if numbered[-1] == "":
        numbered.pop()
    return numbered


def _clean(line: str, references: bool) -> str:
    if references and "&" in line:
        line = _REFERENCE.sub(_character, line)
    return plain(line)


def _character(match: re.Match[str]) -> str:
    if match[1] is None:
        return "&"
    reference = f"&{match[1]};"
    read = html.unescape(reference)
    # A reference to a line end must not break a line that has one number.
    return read if not read.isspace() else " "
