"""Which words a page's blocks share: the story attracts what speaks of the same things.

Words of four letters and more that are no function words; in scripts without spaces, pairs of
characters stand for words.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

from cleaner.decide.signs import Counts, Sign, coded
from cleaner.lexicon import words_of
from cleaner.model import Block

SHORTEST = 4  # letters of a word that says what a text is about
# A page whose blocks count this many words a token is written without spaces between words.
UNSPACED = 2.0
_IN_WORD = np.isin(np.arange(len(Sign)), (Sign.UPPER, Sign.LOWER, Sign.LETTER, Sign.MARK, Sign.DIGIT))
# Words are told apart by a polynomial of their characters modulo 2**64; two of a page's words fall together once in
# some billion pages, and then two words count as one.
_LONGEST = 40
_POWERS = np.cumprod(np.full(_LONGEST, 0x9E37_79B9_7F4A_7C15, dtype=np.uint64))


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Every content word of every block, once a block.

    blocks: number of blocks of the page.
    owner, word: block and number of the word, one entry for each word that a block holds.
    kinds: how many different words the page has.
    size: how many a block has.
    function_share: share of a block's tokens that are function words; -1 where the language has no table.
    unspaced: the page is written in a script without spaces.
    """

    blocks: int
    owner: NDArray[np.int64]
    word: NDArray[np.int64]
    kinds: int
    size: NDArray[np.int64]
    function_share: NDArray[np.float64]
    unspaced: bool

    def shared_with(self, chosen: NDArray[np.bool_], *, beside_itself: bool = True) -> NDArray[np.float64]:
        """Share of a block's words that the chosen blocks hold too; -1 where it has none.

        beside_itself: a chosen block's own words do not count; another one must hold them.
        """
        if not len(self.word):
            return np.full(self.blocks, -1.0)
        among = chosen[self.owner]
        times = np.bincount(self.word[among], minlength=self.kinds)[self.word]
        found = times > among if beside_itself else times > 0
        return self._share(found)

    def nowhere_else(self) -> NDArray[np.float64]:
        """Share of a block's words that no other block of the page has; -1 where it has none."""
        if not len(self.word):
            return np.full(self.blocks, -1.0)
        return self._share(np.bincount(self.word, minlength=self.kinds)[self.word] == 1)

    def _share(self, found: NDArray[np.bool_]) -> NDArray[np.float64]:
        counted = np.bincount(self.owner, weights=found, minlength=self.blocks)
        return np.where(self.size > 0, counted / np.maximum(self.size, 1), -1.0)


@dataclass(frozen=True, slots=True)
class _Words:
    """The words of some texts in order: which text each stands in, its hash, its letters, what it opens with."""

    owner: NDArray[np.int64]
    hashed: NDArray[np.uint64]
    length: NDArray[np.int64]
    opens: NDArray[np.uint8]


def vocabulary(blocks: Sequence[Block], counts: Counts, language: str | None) -> Vocabulary:
    """The page's vocabulary; linear in its characters but for a sort of its words."""
    words = _words([block.folded for block in blocks])
    function_words = _function_words(language)
    is_function = _among(words.hashed, function_words)
    held = np.maximum(1, np.bincount(words.owner, minlength=len(blocks)))
    share = np.bincount(words.owner, weights=is_function, minlength=len(blocks)) / held
    unspaced = sum(block.words for block in blocks) > UNSPACED * len(words.owner)
    if unspaced:
        owner, hashed = _pairs(counts)
    else:
        says = (words.length >= SHORTEST) & (words.opens != Sign.DIGIT) & ~is_function
        owner, hashed = words.owner[says], words.hashed[says]
    kinds, word = np.unique(hashed, return_inverse=True)
    amount = max(1, len(kinds))
    once = np.unique(owner * amount + word)
    owner, word = once // amount, once % amount
    return Vocabulary(
        blocks=len(blocks),
        owner=owner,
        word=word,
        kinds=amount,
        size=np.bincount(owner, minlength=len(blocks)),
        function_share=share if len(function_words) else np.full(len(blocks), -1.0),
        unspaced=unspaced,
    )


def _words(texts: Sequence[str]) -> _Words:
    """The words of texts: runs of letters, accents and digits."""
    codes, signs, owner, _ = coded(texts)
    inside = np.zeros(len(codes) + 2, dtype=bool)
    inside[1:-1] = _IN_WORD[signs]
    turns = np.flatnonzero(inside[1:] != inside[:-1])
    begins, ends = turns[0::2], turns[1::2]
    if not len(begins):
        nothing = np.zeros(0, dtype=np.int64)
        return _Words(nothing, nothing.astype(np.uint64), nothing, nothing.astype(np.uint8))
    lengths = ends - begins
    first = np.cumsum(lengths) - lengths  # of each word among the characters that stand in words
    place = np.arange(int(lengths.sum())) - np.repeat(first, lengths)
    worth = codes[inside[1:-1]].astype(np.uint64) * _POWERS[np.minimum(place, _LONGEST - 1)]
    return _Words(owner[begins], np.add.reduceat(worth, first), lengths, signs[begins])


@cache
def _function_words(language: str | None) -> NDArray[np.uint64]:
    """Hashes of a language's function words, sorted; none where it has no table."""
    words = sorted(words_of(language))
    return np.unique(_words(words).hashed) if words else np.zeros(0, dtype=np.uint64)


def _among(hashed: NDArray[np.uint64], known: NDArray[np.uint64]) -> NDArray[np.bool_]:
    """Which hashes are among those known, which are sorted."""
    if not len(known):
        return np.zeros(len(hashed), dtype=bool)
    found: NDArray[np.bool_] = known[np.minimum(np.searchsorted(known, hashed), len(known) - 1)] == hashed
    return found


def _pairs(counts: Counts) -> tuple[NDArray[np.int64], NDArray[np.uint64]]:
    """Pairs of neighbouring letters without case: block and number of each."""
    letter = counts.signs == Sign.LETTER
    both = letter[:-1] & letter[1:]
    pairs = (counts.codes[:-1].astype(np.int64) << 21) | counts.codes[1:]
    return counts.owner[:-1][both], pairs[both].astype(np.uint64)
