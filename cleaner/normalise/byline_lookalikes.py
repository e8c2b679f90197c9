"""Lines and names that only look signed: the speaker under a quotation, a book and its year, a button."""

from __future__ import annotations

import re

from cleaner.lexicon import furniture_words
from cleaner.normalise import byline_labels, given_names

_SEVERAL = 3  # phrases of furniture that a word must be of
_DASHES = "—–-"
# What a speaker is, after his name: an office of something. Who signs prints his job alone, or his paper.
_OFFICE = re.compile(
    r"[—–-]{1,2}\s?[^\W\d_][^,]{3,40},\s[^,]{0,60}?(?:\b(?:of|at|for|de|du|des|del|della|da|do|der|vom|von|van|i|på|för)\b"
    r"|\b(?:CEO|CFO|president|chair|chairman|chairwoman|founder|co-founder|minister|mayor|owner|spokes\w+|Sprecher(?:in)?"
    r"|resident|teacher|manager)\b)",
    re.IGNORECASE,
)
_BOOK = re.compile(r"\([^()\d,]{3,60},\s(?:\d{1,4}\s\w{1,6}[,;]\s)?(?:19|20)\d\d\)$")


def is_other(text: str) -> bool:
    """Whether the line names the speaker of a quotation or the author of a book."""
    if text[:1] in _DASHES and _OFFICE.match(text):
        return not byline_labels.label_end(text.lstrip(f"{_DASHES} "))
    return text[-1:] == ")" and _BOOK.search(text) is not None


def is_button(name: str) -> bool:
    """Whether all its words are such as furniture is made of (`Full Bio`), and not all of them given names too."""
    furniture = furniture_words(_SEVERAL)
    if name.partition(" ")[0].lower() not in furniture:
        return False
    words = name.lower().split(" ")
    return furniture.issuperset(words) and not given_names.listed().issuperset(words)
