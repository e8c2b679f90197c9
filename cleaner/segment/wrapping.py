"""Hard-wrapped lines: was the text broken at a fixed width, and does this line go on in the next?"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

# Text browsers wrap at 72 to 80 columns, mail and old corpora down to 60; wider "wraps" are paragraphs.
NARROWEST, WIDEST = 55, 100
# Share of the lines that run on into a next one whose first word would not have fitted beside them. In
# wrapped paragraphs every line but the last is such a line; in lists of headlines one in five by chance.
OVERFLOW_SHARE = 0.5
FEWEST_LINES = 4
LONGEST_WORD = 40
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
        _overflows(line, following, width)
        for line, following in pairwise(lines)
        if following.strip() and len(line) > width // 2 and not _BULLET.match(following)
    ]
    overflowing = sum(runs_on)
    return width if overflowing >= max(FEWEST_LINES - 1, OVERFLOW_SHARE * len(runs_on)) else 0


def unwrap(line: str, following: str, width: int) -> bool:
    """Whether `following` continues `line`: its first word would not have fitted before the width."""
    if _BULLET.match(following):
        return False
    indent, next_indent = _indent(line), _indent(following)
    if next_indent > indent and not _BULLET.match(line):
        return False
    return _overflows(line, following, width)


def _overflows(line: str, following: str, width: int) -> bool:
    """Whether the next line's first word would have passed the width; a line without spaces is no word."""
    first_word = following.split(maxsplit=1)[0]
    return len(first_word) <= LONGEST_WORD and len(line) + 1 + len(first_word) > width - 1


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())
