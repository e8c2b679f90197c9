"""Folding: the form of a text in which lexicon phrases and repeated lines are compared."""

from __future__ import annotations

import re
import unicodedata

_PLAIN = str.maketrans(
    {"\u2018": "'", "\u2019": "'", "\u201b": "'", "\u02bc": "'", "`": "'", "\u00b4": "'",
     "\u201c": '"', "\u201d": '"', "\u201e": '"', "\u00ab": '"', "\u00bb": '"',
     "\u2010": "-", "\u2011": "-", "\u2012": "-", "\u2013": "-", "\u2014": "-", "\u2015": "-", "\u2212": "-",
     "\u00a0": " ", "\u2026": "...",
     # Turkish has two letters i; in capitals nobody but a Turk tells them apart.
     "\u0130": "i", "\u0131": "i"}
)  # fmt: skip
_OPENING = re.compile(r"[\W\d_]*")
# Scripts written without spaces: a phrase may touch its neighbours there.
_UNSPACED = re.compile("[\u0e00-\u0eff\u1000-\u109f\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]")


def fold(text: str) -> str:
    """Case-folded, with plain quotes and dashes and single spaces; the length may change."""
    return " ".join(text.translate(_PLAIN).casefold().split())


def core_span(folded: str) -> tuple[int, int]:
    """Start and end of what is left without digits, counts and punctuation at either end."""
    opening = _OPENING.match(folded)
    start = opening.end() if opening else 0
    closing = _OPENING.match(folded[::-1])
    return start, len(folded) - (closing.end() if closing else 0)


def joins(text: str, at: int) -> bool:
    """Whether the characters on both sides of this position belong to one word."""
    if at <= 0 or at >= len(text):
        return False
    left, right = text[at - 1], text[at]
    if unicodedata.combining(right) or unicodedata.category(right) == "Mc":
        return True  # a vowel sign belongs to the letter before it
    return _in_word(left) and _in_word(right) and not (_UNSPACED.match(left) or _UNSPACED.match(right))


def _in_word(character: str) -> bool:
    return character.isalnum() or unicodedata.category(character).startswith("M")


def count_words(text: str) -> int:
    """Words by white space; in scripts without spaces two characters count as one word."""
    unspaced = len(_UNSPACED.findall(text))
    return len(text.split()) if unspaced < 2 else len(_UNSPACED.sub(" ", text).split()) + (unspaced + 1) // 2
