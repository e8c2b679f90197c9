"""Running text: several sentences, or one long one, made of a language's everyday words.

What it keeps: paragraphs, in any language; where words are not spaced, or no table knows the language's
function words, length and punctuation speak alone.

Why it is story: stories are written in sentences, menus and lists are not.

What it must drop: it says little of texts about cookies, offers or rights, which are prose too, and
nothing of headlines, labels and captions of one sentence.

Example: `The ferry had left the harbour at dawn. Nobody on board saw the rocks until it was too late.`

Since: 0.1.0
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Mapping, Sequence
from functools import cache

from cleaner.lexicon import function_words
from cleaner.model import Block, Call, Hit
from cleaner.rules.shape import FURNITURE_PROSE, Shape, sentences
from cleaner.rules.sheet import Sheet, places

# Share of words that are function words: prose of the languages in the tables has about 0.3 to 0.5,
# headlines and lists of names 0.0 to 0.2.
LEAST_FUNCTION = 0.2
# A paragraph of this length is as sure as it gets.
SURE_WORDS = 50
LOOKED_AT = 600  # characters; a longer paragraph is no different after them
COUNT_BYTES = 2  # of a count of words, of which fewer than 2 ** 16 stand in so many characters
_PROSE = re.compile(Shape.PROSE)
_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)?")
_PLAIN_WORD = re.compile(r"[A-Za-z]+(?:'[A-Za-z]+)?")  # the same in ASCII, found in half the time


def judge(blocks: Sequence[Block]) -> Iterable[Hit]:
    """Keep hits on paragraphs, stronger with length and function words."""
    page = Sheet.of(blocks)
    for block in page.pick(places(_PROSE, page.kinds)):
        if block.kind == "code":
            continue
        share = _function_share(block.folded[:LOOKED_AT])
        count = sentences(block.text)
        # A long line without a full stop is a table's row, a menu or a list of names.
        length = min(1.0, block.words / SURE_WORDS)
        wordy = share is None or share >= LEAST_FUNCTION
        weight = 0.4 + 0.6 * length if wordy and (count > 1 or block.index in page.sentences) else 0.3 * length
        if block.marked(*FURNITURE_PROSE):
            weight *= 0.4
        told = "" if share is None else f", {round(100 * share)} % of them function words"
        why = f"{block.words} words in {count} sentence{'s' * (count > 1)}{told}"
        yield Hit(block.index, Call.KEEP, round(weight, 2), why)


def _function_share(folded: str) -> float | None:
    """Largest share of one language's function words; None where no table knows any of the words."""
    words = (_PLAIN_WORD if folded.isascii() else _WORD).findall(folded)
    votes = _votes()
    total = sum([votes[word] for word in words if word in votes])
    if not total or len(words) <= 4:
        return None
    counts = memoryview(total.to_bytes(COUNT_BYTES * len(function_words()), sys.byteorder)).cast("H")
    return max(counts) / len(words)


@cache
def _votes() -> Mapping[str, int]:
    """Function word -> a number with a count for each language, 1 where the language has the word.

    The sum of such numbers counts the words of all languages at once. A table made once, never changed.
    """
    found: dict[str, int] = {}
    for place, words in enumerate(function_words().values()):
        for word in words:
            found[word] = found.get(word, 0) + (1 << 8 * COUNT_BYTES * place)
    return found
