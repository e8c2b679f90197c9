"""Sentences cut at inline tags: does a line only make sense together with the one before?

`get_text("\\n")` and its kin put every inline tag on a line of its own, so a linked name inside a
sentence becomes a line, and the rest of the sentence opens with a small letter or a comma.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from cleaner.lexicon import function_words, marks
from cleaner.lexicon.folding import fold

# A page whose lines open with a comma, a full stop or a small letter this often was cut at inline tags.
FEWEST_CUTS = 2
CUT_SHARE = 0.02
SENTENCE_CHARACTERS = 30  # an open line this long is the begin of a sentence rather than a menu item
SENTENCE_WORDS = 5
LINK_WORDS = 9  # the text of a link inside a sentence is seldom longer
LOOK_AHEAD = 3  # lines in which a cut sentence must go on
CLOSING = frozenset(",.;:!?)]}’”»、。，；：！？）】」』،؛؟")
SENTENCE_END = frozenset(".!?…。！？؟।")
QUOTES = "\"'’”»)]"


def is_cut(lines: Sequence[str]) -> bool:
    """Whether the page's flattener put inline tags on lines of their own."""
    filled = [line.strip() for line in lines if line.strip()]
    cuts = sum(
        (line[0] in CLOSING and len(line) > 1)
        or (line[0].islower() and before[-1] not in SENTENCE_END and max(len(line), len(before)) > SENTENCE_CHARACTERS)
        for before, line in pairwise(filled)
    )
    return cuts >= FEWEST_CUTS and cuts >= CUT_SHARE * len(filled)


def rejoin(paragraph: str, lines: Sequence[str]) -> bool:
    """Whether the first of `lines` continues the sentence that `paragraph` left open.

    lines: the next few lines without blanks before them, the first being the one in question.
    """
    paragraph, line = paragraph.strip(), lines[0].strip()
    if line[0] in CLOSING:
        return not line.startswith(("...", "…"))
    if paragraph.rstrip(QUOTES)[-1:] in SENTENCE_END:
        return False
    if paragraph[-1:] in ",(«“‘[":
        return True
    words = paragraph.split()
    hangs = words[-1].casefold() in _small_words()
    is_sentence = len(words) >= (SENTENCE_WORDS - 1 if hangs else SENTENCE_WORDS) and (
        hangs or len(paragraph) > SENTENCE_CHARACTERS
    )
    if line[0].islower():
        return is_sentence or len(line.split()) >= SENTENCE_WORDS
    if not is_sentence or marks(fold(line[:80])):
        return False
    return hangs or _goes_on(lines)


def _goes_on(lines: Sequence[str]) -> bool:
    """Whether a link's text stands here: a few words, then the rest of the sentence."""
    for line, following in pairwise(lines[:LOOK_AHEAD]):
        words = line.split()
        if len(words) > LINK_WORDS or words[-1][-1] in SENTENCE_END or words[-1].casefold() in _small_words():
            return False  # no link's text: a sentence of its own stands or begins here
        opening = following.strip()[0]
        if opening.islower() or opening in CLOSING:
            return True
    return False


@cache
def _small_words() -> frozenset[str]:
    """Function words of all languages: a line that ends in one is no heading."""
    return frozenset().union(*function_words().values())
