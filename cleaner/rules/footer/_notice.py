"""What makes a line a copyright notice, which two rules of the footer ask."""

from __future__ import annotations

import re

from cleaner.model import Block, Mark
from cleaner.rules.phrases import spoken, strongest
from cleaner.rules.shape import ends_like_sentence, quoted, states_year
from cleaner.rules.sheet import Sheet

# A copyright notice, its sentences included, is seldom longer; a sentence about copyright is seldom
# shorter than a headline.
NOTICE_WORDS = 60
NOTICE_CHARACTERS = 800
SENTENCE_WORDS = 12

# The sign, or (c), and a year within the next words: `© Harbour Media, 1998-2031`.
_SIGN = re.compile(r"[©℗]|\(c\)(?=\s{0,2}(?:19|20)\d\d)")
_SIGN_AND_YEAR = re.compile(r"(?:[©℗]|\(c\)).{0,60}?(?:19|20)\d\d|(?:19|20)\d\d.{0,20}?[©℗]")
_SIGNS = ("©", "℗", "(c)")


def suspects(page: Sheet) -> list[Block]:
    """The blocks that may be a notice: those with a copyright sign or a phrase of such."""
    return page.pick(page.marked("copyright") | page.saying(*_SIGNS))


def notice(block: Block, at_foot: bool) -> tuple[float, str] | None:
    """How surely the block is a copyright notice, and what tells so; None if nothing does.

    at_foot: the block stands below the page's last prose.
    """
    if block.words > NOTICE_WORDS or len(block.text) > NOTICE_CHARACTERS:
        return None
    signed = any(sign in block.folded for sign in _SIGNS)
    if signed and (found := _SIGN_AND_YEAR.search(block.folded)):
        return 0.97, f"a copyright sign and a year: {quoted(found[0])}"
    mark = strongest(block, "copyright")
    if mark and (weight := _phrase(block, mark, at_foot)):
        return weight, f"it says {quoted(mark.phrase)}"
    if signed and _SIGN.search(block.folded):
        return (0.8 if at_foot else 0.4), f"a copyright sign without a year: {quoted(block.text)}"
    return None


def _phrase(block: Block, mark: Mark, at_foot: bool) -> float:
    if mark.place == "line":
        return 0.95
    if spoken(block, mark):
        return 0.0
    if states_year(block.text):
        return 0.95
    sentence = ends_like_sentence(block.text)
    if sentence and " " not in mark.phrase and not (at_foot and _names_owner(block, mark)):
        return 0.0  # one word inside a sentence: the sentence speaks of copyright
    if sentence and block.words > SENTENCE_WORDS and not at_foot:
        return 0.4
    return 0.9 if mark.place == "start" else 0.75


def _names_owner(block: Block, mark: Mark) -> bool:
    """`Copyright Harbour Media.`: a name follows at once, no comma and no small letter."""
    following = block.text.split(maxsplit=2)[1:2]
    small = not following or following[0][0].islower()
    return mark.place == "start" and not small and not block.text.split(maxsplit=1)[0].endswith(",")
