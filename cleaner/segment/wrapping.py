"""Hard-wrapped lines: was the text broken at a fixed width, and does this line go on in the next?"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

# Text browsers wrap at 72 to 80 columns, mail and old corpora down to 60; wider "wraps" are paragraphs.
NARROWEST, WIDEST = 55, 100
# Share of the page's longer lines that must stand close to the width before it is taken for one.
CLOSE_SHARE = 0.5
CLOSE = 14  # columns: a longer word than this seldom ends a line early
FEWEST_LINES = 4
_BULLET = re.compile(r"\s*(?:[•·‣▪◦●■*+#o=-]|\d{1,3}[.)])\s+\S")


def wrap_width(lines: Sequence[str]) -> int:
    """The column at which the page was wrapped, or 0 if it was not.

    Lines wrapped at a width end as close to it as their last word lets them, and none passes it.
    """
    lengths = sorted(len(line) for line in lines if line.strip())
    if len(lengths) < FEWEST_LINES:
        return 0
    # A few over-long lines (addresses of links, a table) do not undo a wrapped page.
    width = lengths[int(len(lengths) * 0.98) - 1] if len(lengths) >= 50 else lengths[-1]
    if not NARROWEST <= width <= WIDEST:
        return 0
    runs_on = [
        len(line)
        for line, following in pairwise(lines)
        if following.strip() and len(line) > width // 2 and not _BULLET.match(following)
    ]
    if len(runs_on) < FEWEST_LINES - 1:
        return 0
    close = sum(width - length <= CLOSE for length in runs_on)
    return width if close >= CLOSE_SHARE * len(runs_on) else 0


def unwrap(line: str, following: str, width: int) -> bool:
    """Whether `following` continues `line`: its first word would not have fitted before the width."""
    if _BULLET.match(following):
        return False
    indent, next_indent = _indent(line), _indent(following)
    if next_indent > indent and not _BULLET.match(line):
        return False
    first_word = following.split(maxsplit=1)[0]
    return len(line) + 1 + len(first_word) > width - 1


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())
