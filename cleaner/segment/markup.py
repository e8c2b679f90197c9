"""What tools print around the words of a page, read away: link numbers, buttons, Markdown.

Text browsers number links (`[12]Home`), name buttons (`(BUTTON) Search`) and stand in for pictures (`[IMG]`);
Markdown writers put addresses, stars and pipes around words. None of it was on the page. Numbers in brackets,
stars and dashes also stand in stories, so they are read away only where the whole page shows the tool's hand.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from cleaner.model import Line

# lynx, w3m, links, elinks.
_PLACEHOLDER = re.compile(
    r"\(BUTTON\)|\[(?:INS|DEL):|:(?:INS|DEL)\]"
    r"|\[(?:IMG|INLINE|LINK|link|IMAGE|image|EMBED|USEMAP|ISMAP|OBJECT|IFRAME|BUTTON|[ _]+)\]"
    r"|\[[^\]\[\s]{1,80}\.(?:jpe?g|png|gif|webp|svg|avif)\]"
)
_NUMBER = re.compile(r"\[(\d{1,4})\](?=[^\s.,;:!?)\]])")
FEWEST_NUMBERS = 5
RISING = 0.8  # share of link numbers that are larger than the one before: a browser counts them through the page
_ADDRESS = r"[^()\s]{0,2000}+(?:\([^()\s]{0,200}+\)[^()\s]{0,2000}+)?(?:\s{1,3}\"[^\"\n]{0,300}+\")?"
_PICTURE = re.compile(rf"!\[([^\[\]]{{0,500}}+)\]\({_ADDRESS}\)")
_LINK = re.compile(rf"\[([^\[\]]{{0,1000}}+)\]\({_ADDRESS}\)")
_TARGET = re.compile(rf"(?<=\])\({_ADDRESS}\)")
_LINKED = re.compile(r"\]\((?:https?:|/|#|mailto:|tel:|javascript:)")
_HEADED = re.compile(r"(?:^|\n)\s{0,3}#{1,6} ")
_EMPHASIS = re.compile(r"(?<![\w*_\\])(\*{1,3}|_{1,3})(?=[^\s*_])([^*_\n]{1,1000}+)(?<=[^\s\\])\1(?!\w)")
_ESCAPED = re.compile(r"\\([\\`*_{}\[\]()#+\-.!|>~&])")
_TABLE_ROW = re.compile(r"\s*\|.*\|\s*")
TABLE_RULE = re.compile(r"\s*\|?(?:\s*:?-{3,}:?\s*\|)+(?:\s*:?-{3,}:?)?\s*")
FEWEST_STARS = 4


@dataclass(frozen=True, slots=True)
class Habits:
    """What the tool that printed the page puts around words."""

    placeholders: bool
    numbers: bool
    markdown: bool

    def __bool__(self) -> bool:
        return self.placeholders or self.numbers or self.markdown

    def away(self, text: str) -> str:
        """The text without the tool's marks, white space as it stands; empty where the text was nothing but marks."""
        if self.placeholders and ("[" in text or "_" in text or "(B" in text):
            text = _PLACEHOLDER.sub("", text)
        if self.numbers and "[" in text:
            text = _NUMBER.sub("", text)
        if self.markdown:
            text = _plain(text)
        return text


def habits(text: str) -> Habits:
    """The habits of the tool that printed this page."""
    brackets = "[" in text
    placeholders = (brackets or "(BUTTON)" in text) and _PLACEHOLDER.search(text) is not None
    return Habits(placeholders, brackets and _is_numbered(text), _is_markdown(text))


def read_away(lines: Sequence[Line]) -> list[tuple[int, str]]:
    """What `Habits.away` takes from a page's lines that a reader could take for words: line number and text.

    Addresses, link numbers, names of buttons and pictures; stars, pipes and backslashes say nothing. For the ledger:
    every word of the input is in the story, in a field, or there.
    """
    hand = habits("\n".join(line.text for line in lines))
    if not hand:
        return []
    patterns = [
        pattern
        for pattern, used in ((_PLACEHOLDER, hand.placeholders), (_NUMBER, hand.numbers), (_TARGET, hand.markdown))
        if used
    ]
    return [
        (line.number, match[0])
        for line in lines
        if not hand.away(line.text).isspace() and hand.away(line.text)
        for pattern in patterns
        for match in pattern.finditer(line.text)
    ]


def is_table_row(text: str) -> bool:
    """A row of a Markdown table: it begins and ends with a pipe."""
    return text.count("|") > 2 and _TABLE_ROW.fullmatch(text) is not None


def cells(row: str) -> Sequence[str]:
    """The filled cells of a table's row."""
    return [cell for cell in map(str.strip, row.split("|")) if cell]


def _is_numbered(text: str) -> bool:
    numbers = [int(number) for number in _NUMBER.findall(text)]
    rising = sum(before < after for before, after in pairwise(numbers))
    return len(numbers) >= FEWEST_NUMBERS and rising >= RISING * (len(numbers) - 1)


def _is_markdown(text: str) -> bool:
    return (
        ("](" in text and _LINKED.search(text) is not None)
        or text.count("**") >= FEWEST_STARS
        or ("# " in text and len(_HEADED.findall(text)) > 1)
    )


def _plain(text: str) -> str:
    if "](" in text:
        text = _LINK.sub(r"\1", _PICTURE.sub(r"\1", text))
    if "*" in text or "_" in text:
        # Twice, for emphasis inside emphasis.
        text = _EMPHASIS.sub(r"\2", _EMPHASIS.sub(r"\2", text))
    return _ESCAPED.sub(r"\1", text) if "\\" in text else text
