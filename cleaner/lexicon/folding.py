"""Folding: the form of a text in which lexicon phrases and repeated lines are compared."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

_PLAIN = {
    "\u2018": "'", "\u2019": "'", "\u201b": "'", "\u02bc": "'", "`": "'", "\u00b4": "'",
    "\u201c": '"', "\u201d": '"', "\u201e": '"', "\u00ab": '"', "\u00bb": '"',
    "\u2010": "-", "\u2011": "-", "\u2012": "-", "\u2013": "-", "\u2014": "-", "\u2015": "-", "\u2212": "-",
    "\u00a0": " ", "\u2026": "...",
    # Turkish has two letters i; in capitals nobody but a Turk tells them apart.
    "\u0130": "i", "\u0131": "i",
}  # fmt: skip
_TABLE = str.maketrans(_PLAIN)
_LONG = 1_000  # characters; from here on a search for each sign is quicker than a look at each character
_OPENING = re.compile(r"[\W\d_]*")
# Scripts written without spaces: a phrase may touch its neighbours there.
_UNSPACED = re.compile("[\u0e00-\u0eff\u1000-\u109f\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]")
# Their punctuation brings its own space.
_FULL_STOPS = re.compile("[\u3000-\u303f\uff01-\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uff65]")


def fold(text: str) -> str:
    """Case-folded, with plain quotes and dashes and single spaces; the length may change."""
    return " ".join(text.translate(_TABLE).casefold().split())


def fold_all(texts: Sequence[str]) -> list[str]:
    """`fold` of every text, in one pass over all.

    texts: with single spaces and without line ends, as blocks have them; folding makes no white space of anything
    that was none.
    """
    whole = "\n".join(texts)
    if len(whole) < _LONG:
        whole = whole.translate(_TABLE)
    else:
        for sign, plain in _PLAIN.items() if not whole.isascii() else (("`", "'"),):
            whole = whole.replace(sign, plain)
    return whole.casefold().split("\n") if texts else []


def core_span(folded: str) -> tuple[int, int]:
    """Start and end of what is left without digits, counts and punctuation at either end."""
    if folded[:1].isalpha() and folded[-1].isalpha():
        return 0, len(folded)
    opening = _OPENING.match(folded)
    start = opening.end() if opening else 0
    closing = _OPENING.match(folded[::-1])
    return start, len(folded) - (closing.end() if closing else 0)


def joins(text: str, at: int) -> bool:
    """Whether the characters on both sides of this position belong to one word."""
    if at <= 0 or at >= len(text):
        return False
    left, right = text[at - 1], text[at]
    if left == "\n":
        return False  # the text before it is another one
    if left.isascii() and right.isascii():
        return left.isalnum() and right.isalnum()
    if unicodedata.combining(right) or unicodedata.category(right) == "Mc":
        return True  # a vowel sign belongs to the letter before it
    return _in_word(left) and _in_word(right) and not (_UNSPACED.match(left) or _UNSPACED.match(right))


def touches(left: str, right: str) -> bool:
    """Whether these characters, parted by a line's end, belong side by side: scripts without spaces need none there."""
    if _FULL_STOPS.match(left) or _FULL_STOPS.match(right):
        return True
    return _UNSPACED.match(left) is not None and _UNSPACED.match(right) is not None


def _in_word(character: str) -> bool:
    return character.isalnum() or unicodedata.category(character).startswith("M")


def is_spaced(text: str) -> bool:
    """Whether nothing in the text is written without spaces."""
    return text.isascii() or _UNSPACED.search(text) is None


def count_words(text: str) -> int:
    """Words by white space; in scripts without spaces two characters count as one word."""
    if text.isascii():
        return len(text.split())
    unspaced = len(_UNSPACED.findall(text))
    return len(text.split()) if unspaced < 2 else len(_UNSPACED.sub(" ", text).split()) + (unspaced + 1) // 2
