"""Bylines and dates that a page prints over several lines, put together: `By` / `Ann Lee` / `and` / `Bo Day`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from cleaner.normalise.layout import Layout
from cleaner.normalise.tokens import label_words, lowered

MOST_LINES, MOST_WORDS = 8, 6
_LONGEST_LABEL = 30
_JOINING = frozenset(
    {"and", "&", "und", "et", "y", "e", "og", "och", "en", "ja", "i", "и", "та", "και", "ve", "dan", "và", "și", ","}
)
_CLOCK = re.compile(
    r"(?:(?:at|um|à|às|kl\.?|om|alle|a las|klo)\s)?\d{1,2}[:.h]\d\d(?![./\d])[\s\w.:+()]{0,14}", re.IGNORECASE
)
_HAS_CLOCK = re.compile(r"\d[:h]\d\d|\d\s?[ap]\.?m\b", re.IGNORECASE)
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


@dataclass(frozen=True, slots=True)
class Run:
    """Lines read as one: their words with a space between, and their indexes."""

    text: str
    members: tuple[int, ...]


def gather(layout: Layout, index: int) -> Run:
    """The run that this line opens or, below a label of its own line (`By`, `Published`), belongs to."""
    first = index - 1 if _is_label_above(layout, index) else index
    members = list(range(first, index + 1))
    while len(members) < MOST_LINES and _goes_on(layout, members):
        members.append(members[-1] + 1)
    return Run(" ".join(layout.blocks[member].text for member in members), tuple(members))


def is_label(text: str) -> bool:
    """Whether this is nothing but a label of a byline or date."""
    if len(text) > _LONGEST_LABEL:
        return False
    return lowered(text).strip(" :") in _labels()


@cache
def _labels() -> frozenset[str]:
    return label_words("by") | label_words("published") | label_words("modified")


def _is_label_above(layout: Layout, index: int) -> bool:
    above = index - 1
    return above >= 0 and above not in layout.headlines and is_label(layout.blocks[above].text)


def _goes_on(layout: Layout, members: list[int]) -> bool:
    following = members[-1] + 1
    if following >= len(layout.blocks) or following in layout.headlines:
        return False
    last, block = layout.blocks[members[-1]], layout.blocks[following]
    if block.words > MOST_WORDS or len(block.text) > 80:
        return False
    if is_label(last.text) or _joins(last.text.rsplit(" ", 1)[-1]) or last.text.endswith(","):
        return not is_label(block.text)
    if _joins(block.text.split(" ", 1)[0]):
        return last.words <= MOST_WORDS
    return bool(_CLOCK.fullmatch(block.text)) and bool(_YEAR.search(last.text)) and not _HAS_CLOCK.search(last.text)


def _joins(word: str) -> bool:
    return word.lower() in _JOINING
