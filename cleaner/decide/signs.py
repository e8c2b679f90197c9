"""Characters by class: what a block's letters, digits and signs count, for all blocks of a page at once."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum
from functools import cache

import numpy as np
from numpy.typing import NDArray

# Of a longer block only so many characters are looked at: the beginning of a paragraph tells what it is.
LOOKED_AT = 2_000
LAST = 12  # characters from the end within which a text closes


class Sign(IntEnum):
    """Class of a character, as the shape of a line knows it."""

    OTHER = 0
    UPPER = 1
    LOWER = 2
    LETTER = 3  # of a script without case
    MARK = 4  # vowel signs and accents that belong to the letter before them
    DIGIT = 5
    SPACE = 6
    END = 7  # of a sentence, where a space follows
    STOP = 8  # of a sentence in any case: 。！？
    COMMA = 9
    COLON = 10
    QUOTE = 11
    CLOSE = 12  # a bracket that may stand behind the end of a sentence
    BAR = 13  # what parts the items of a menu
    PUNCTUATION = 14
    SYMBOL = 15


_NAMED = {
    sign: frozenset(characters)
    for sign, characters in (
        (Sign.END, ".!?…।؟۔։"),
        (Sign.STOP, "。！？｡"),
        (Sign.CLOSE, ")]）"),
        (Sign.COMMA, ",;،，、；؛"),
        (Sign.COLON, ":："),
        (Sign.BAR, "|¦•·●▪›→⟩❯>/"),
        (Sign.QUOTE, "\"'“”‘’«»„「」『』‚"),
        (Sign.SPACE, "\t\n "),
    )
}
_BY_CATEGORY = {
    "Lu": Sign.UPPER, "Lt": Sign.UPPER, "Ll": Sign.LOWER, "Lm": Sign.LETTER, "Lo": Sign.LETTER,
    "Mn": Sign.MARK, "Mc": Sign.MARK, "Me": Sign.MARK, "Nd": Sign.DIGIT,
    "Zs": Sign.SPACE, "Zl": Sign.SPACE, "Zp": Sign.SPACE,
}  # fmt: skip
_BY_FAMILY = {"P": Sign.PUNCTUATION, "S": Sign.SYMBOL}
_PLANE = 0x1_0000  # characters above are looked up as one symbol: emoji, mostly
_CLOSING = np.isin(np.arange(len(Sign)), (Sign.QUOTE, Sign.SPACE, Sign.CLOSE))
_LETTERS = np.isin(np.arange(len(Sign)), (Sign.UPPER, Sign.LOWER, Sign.LETTER))
_IN_WORD = _LETTERS | np.isin(np.arange(len(Sign)), (Sign.MARK, Sign.QUOTE))


@dataclass(frozen=True, slots=True)
class Counts:
    """What was counted, one number a block in every array.

    of: characters by class, shape (classes, blocks).
    sentences, words, capitals: ends of sentences, beginnings of words, capitals among these.
    tail: words behind the last end of a sentence; 0 where there is none. Who made a picture stands there.
    opens, closes: class of the first character, and of the last that closes no quote or bracket.
    codes, owner, signs: of every character looked at, its code point, its block and its class.
    """

    of: NDArray[np.float32]
    sentences: NDArray[np.float32]
    words: NDArray[np.float32]
    capitals: NDArray[np.float32]
    tail: NDArray[np.float32]
    opens: NDArray[np.uint8]
    closes: NDArray[np.uint8]
    codes: NDArray[np.uint32]
    owner: NDArray[np.int64]
    signs: NDArray[np.uint8]


def coded(texts: Sequence[str]) -> tuple[NDArray[np.uint32], NDArray[np.uint8], NDArray[np.int64], NDArray[np.int64]]:
    """Characters of texts joined by line feeds: code points, classes, whose they are; and where each text begins."""
    cut = [text[:LOOKED_AT] for text in texts]
    codes = np.frombuffer("\n".join(cut).encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
    lengths = np.fromiter(map(len, cut), dtype=np.int64, count=len(cut)) + 1  # with the line feed
    owner = np.repeat(np.arange(len(cut)), lengths)[:-1]
    return codes, _table()[np.minimum(codes, _PLANE)], owner, np.cumsum(lengths) - lengths


def count(texts: Sequence[str]) -> Counts:
    """Counts over blocks' texts, none of them empty; linear in their characters."""
    codes, signs, owner, starts = coded(texts)
    size = len(texts)
    cells = np.bincount(owner * len(Sign) + signs, minlength=size * len(Sign))
    of = cells.reshape(size, len(Sign)).T.astype(np.float32)
    of[Sign.SPACE, :-1] -= 1  # the line feeds
    begins = _LETTERS[signs]
    begins[1:] &= ~_IN_WORD[signs[:-1]]

    def tally(chosen: NDArray[np.bool_]) -> NDArray[np.float32]:
        return np.bincount(owner[chosen], minlength=size).astype(np.float32)

    at = np.arange(len(codes))
    ends = _sentence_ends(signs)
    ended = np.maximum.reduceat(np.where(ends, at, -1), starts)
    ended = np.where(ended >= starts, ended, len(codes))
    last = np.maximum.reduceat(np.where(_CLOSING[signs], -1, at), starts)
    return Counts(
        of=of,
        sentences=tally(ends),
        words=tally(begins),
        capitals=tally(begins & (signs == Sign.UPPER)),
        tail=tally(begins & (at > ended[owner])),
        opens=signs[starts],
        closes=np.where(last >= starts, signs[last], np.uint8(Sign.SPACE)),
        codes=codes,
        owner=owner,
        signs=signs,
    )


def closing(text: str) -> Sign:
    """Class of the last character of a text that closes no quote or bracket."""
    table = _table()
    for character in reversed(text[-LAST:]):
        sign = Sign(table[min(ord(character), _PLANE)])
        if not _CLOSING[sign]:
            return sign
    return Sign.SPACE


def ends_sentence(text: str) -> bool:
    """Whether the text ends like a sentence, closing quotes and brackets aside."""
    return closing(text) in (Sign.END, Sign.STOP)


def _sentence_ends(signs: NDArray[np.uint8]) -> NDArray[np.bool_]:
    """Characters that end a sentence: those that need it with a space, or a quote and a space, behind them."""
    after = np.full(len(signs) + 2, Sign.SPACE, dtype=np.uint8)
    after[:-2] = signs
    following, second = after[1:-1], after[2:]
    parted = (following == Sign.SPACE) | ((following == Sign.QUOTE) & (second == Sign.SPACE))
    ends: NDArray[np.bool_] = ((signs == Sign.END) & parted) | (signs == Sign.STOP)
    return ends


@cache
def _table() -> NDArray[np.uint8]:
    """Class by code point of the basic plane, and one more for all above it."""
    table = np.empty(_PLANE + 1, dtype=np.uint8)
    for code in range(_PLANE):
        category = unicodedata.category(chr(code))
        table[code] = _BY_CATEGORY.get(category, _BY_FAMILY.get(category[0], Sign.OTHER))
    for sign, characters in _NAMED.items():
        table[[ord(character) for character in characters]] = sign
    table[_PLANE] = Sign.SYMBOL
    return table
