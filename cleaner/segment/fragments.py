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
LABEL_WORDS = 3  # of a byline: `von`, `written by`
TAIL = 4  # lines that are looked back at
OPENING = frozenset(",(«“‘[")
CLOSING = frozenset(",.;:!?)]}’”»、。，；：！？）】」』،؛؟")
SENTENCE_END = frozenset(".!?…。！？؟।")
QUOTES = "\"'’”»)]"


def is_cut(lines: Sequence[str]) -> bool:
    """Whether the page's flattener put inline tags on lines of their own. No line is blank."""
    cuts = 0
    for before, line in pairwise(lines):
        first = line[0] if line[0] > " " else line.lstrip()[0]
        if first.islower():
            cuts += before[-1] not in SENTENCE_END and max(len(line), len(before)) > SENTENCE_CHARACTERS
        elif first in CLOSING:
            cuts += len(line) > 1
    return cuts >= FEWEST_CUTS and cuts >= CUT_SHARE * len(lines)


def may_rejoin(lines: Sequence[str], start: int, at: int) -> bool:
    """Whether `rejoin` is worth asking: a short line above and a capital mean a menu nearly always."""
    before, first = lines[at - 1], lines[at].lstrip()[0]
    return (
        at - 1 > start
        or before.count(" ") >= SENTENCE_WORDS - 2
        or before[-1] in OPENING
        or first.islower()
        or first in CLOSING
    )


def rejoin(lines: Sequence[str], start: int, at: int, stop: int) -> bool:
    """Whether line `at` continues the sentence that the lines from `start` on left open.

    stop: the end of the lines that follow it closely, itself included. No line is blank.
    """
    line, before = lines[at].strip(), lines[at - 1].rstrip()
    if line[0] in CLOSING:
        return not line.startswith(("...", "…"))
    if before.rstrip(QUOTES)[-1:] in SENTENCE_END:
        return False
    if before[-1] in OPENING:
        return True
    # The last few lines are enough to see whether a sentence is open, and bounded.
    paragraph = " ".join(map(str.strip, lines[max(start, at - TAIL) : at]))
    words = paragraph.split()
    hangs = words[-1].casefold() in _small_words()
    is_sentence = len(words) >= (SENTENCE_WORDS - 1 if hangs else SENTENCE_WORDS) and (
        hangs or len(paragraph) > SENTENCE_CHARACTERS
    )
    if line[0].islower():
        return (is_sentence or len(line.split()) >= SENTENCE_WORDS) and not _opens_signature(
            lines[at : at + LOOK_AHEAD]
        )
    if not is_sentence or not (hangs or _goes_on(lines[at:stop])):
        return False
    return not marks(fold(line[:80]))


def _goes_on(lines: Sequence[str]) -> bool:
    """Whether a link's text stands here: a few words, then the rest of the sentence."""
    for line, following in pairwise(lines):
        words = line.split()
        if len(words) > LINK_WORDS or words[-1][-1] in SENTENCE_END or words[-1].casefold() in _small_words():
            return False  # no link's text: a sentence of its own stands or begins here
        opening = following.lstrip()[0]
        if opening.islower() or opening in CLOSING:
            return True
    return False


def _opens_signature(lines: Sequence[str]) -> bool:
    """Whether a line is nothing but a byline's label (`von`, `by`), and its name stands below by itself.

    After `… was taken` / `by` / `Ann Lee` / `, who …` the sentence goes on.
    """
    if len(lines) < LOOK_AHEAD or len(lines[0].split()) > LABEL_WORDS or not lines[1].lstrip()[0].isupper():
        return False
    if not any(mark.category == "byline" and mark.place == "line" for mark in marks(fold(lines[0].strip()))):
        return False
    following = lines[2].lstrip()[0]
    return not following.islower() and following not in CLOSING


@cache
def _small_words() -> frozenset[str]:
    """Function words of all languages: a line that ends in one is no heading."""
    return frozenset().union(*function_words().values())
