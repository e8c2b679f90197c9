"""Hard-wrapped lines: was the text broken at a fixed width, and does this line go on in the next?"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

# Text browsers wrap at 72 to 80 columns, mail and old corpora down to 60, wide terminals at 120; wider "wraps" are
# paragraphs.
NARROWEST, WIDEST = 55, 125
# Share of the lines that run on into a next one whose first word would not have fitted beside them. In
# wrapped paragraphs every line but the last is such a line; in lists of headlines one in five by chance.
OVERFLOW_SHARE = 0.5
FEWEST_LINES = 4
LONGEST_WORD = 40
# A few over-long lines (a table, a name of many parts) do not undo a wrapped page.
OVERLONG_SHARE = 0.03
DENSE_SHARE = 0.05
_STOPS = tuple('.!?…。！？।؟۔:"”»’')
_BULLET = re.compile(r"\s*(?:[•·‣▪◦●■*+#o=-]|\[?\d{1,4}[.)\]])\s+\S")
_HANGUL = re.compile("[\u1100-\u115f\uac00-\ud7a3]")
# Characters that take two columns of a terminal (Unicode UAX #11, East Asian Wide and Fullwidth).
_WIDE = re.compile(
    "[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6]"
)


@dataclass(frozen=True, slots=True)
class Wrapping:
    """How a page was wrapped.

    width: the column at which it was, 0 if it was not. columns: of every line, where it was. dense: no blank lines part
    its paragraphs, so that one that ends near the width would take the next one with it.
    """

    width: int
    columns: Sequence[int]
    dense: bool = False

    def goes_on(self, lines: Sequence[str], at: int) -> bool:
        """Whether line `at` continues the one above it: its first word would not have fitted there."""
        line, following = lines[at - 1], lines[at]
        if self.columns[at - 1] > self.width or _BULLET.match(following):
            return False
        if self.dense and line.endswith(_STOPS) and not following.lstrip()[0].islower():
            return False
        if _indent(following) > _indent(line) and not _BULLET.match(line):
            return False
        return _overflows(self.columns[at - 1], following, self.width)


def wrapping(lines: Sequence[str], gaps: Sequence[int], spacing: int) -> Wrapping:
    """How the page was wrapped.

    lines: those with text. gaps: blank lines above each; more than `spacing` part paragraphs.

    Lines wrapped at a width end as close to it as their last word lets them, and none passes it.
    """
    if len(lines) < FEWEST_LINES:
        return Wrapping(0, ())
    overlong = int(len(lines) * OVERLONG_SHARE)
    if sorted(map(len, lines))[-1 - overlong] > WIDEST and not any("://" in line for line in lines):
        return Wrapping(0, ())
    columns = _columns(lines)
    # Addresses are never wrapped.
    lengths = sorted(length for length, line in zip(columns, lines, strict=True) if "://" not in line)
    width = lengths[-1 - min(overlong, len(lengths) - 1)] if lengths else 0
    if not NARROWEST <= width <= WIDEST:
        return Wrapping(0, ())
    overflowing = runs_on = 0
    for at in range(1, len(lines)):
        if gaps[at] <= spacing and width // 2 < columns[at - 1] <= width and not _BULLET.match(lines[at]):
            runs_on += 1
            overflowing += _overflows(columns[at - 1], lines[at], width)
    dense = sum(gap > spacing for gap in gaps) <= DENSE_SHARE * len(gaps)
    return Wrapping(width if overflowing >= max(FEWEST_LINES - 1, OVERFLOW_SHARE * runs_on) else 0, columns, dense)


def _columns(lines: Sequence[str]) -> list[int]:
    if all(map(str.isascii, lines)) or _WIDE.search("\n".join(lines)) is None:
        return list(map(len, lines))
    return [len(line) + (0 if line.isascii() else len(_WIDE.findall(line))) for line in lines]


def _overflows(columns: int, following: str, width: int) -> bool:
    """Whether the next line's first word would have passed the width; a line without spaces is no word.

    Scripts without spaces are broken between any two characters.
    """
    word = following.split(maxsplit=1)[0]
    if not word.isascii() and (wide := _WIDE.findall(word)):
        if not _HANGUL.match(wide[0]):
            return columns + 2 * word.startswith(wide[0]) > width - 2
        return columns + 1 + len(word) + len(wide) > width - 1
    return len(word) <= LONGEST_WORD and columns + 1 + len(word) > width - 1


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())
