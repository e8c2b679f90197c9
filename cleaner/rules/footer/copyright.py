"""Copyright lines.

What it drops: lines that open with a copyright sign or phrase, or state one beside a year.

Why it is junk: it says whose page this is, the same on every page of the site.

What it must keep: stories about copyright, which speak of it in sentences, and the © of a photo credit,
which it only suspects.

Example: `© 2031 The Harbour Courier. All rights reserved.`

Since: 0.1.0
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from cleaner.model import Block, Call, Hit, Mark
from cleaner.rules.shape import ends_like_sentence, prose_span, quoted, spoken, states_year, strongest

# The sign, or (c), and a year within the next words: `© Harbour Media, 1998-2031`.
_SIGN = re.compile(r"[©℗]|\(c\)(?=\s{0,2}(?:19|20)\d\d)")
_SIGN_AND_YEAR = re.compile(r"(?:[©℗]|\(c\)).{0,60}?(?:19|20)\d\d|(?:19|20)\d\d.{0,20}?[©℗]")

# A copyright notice, its sentences included, is seldom longer; a sentence about copyright is seldom
# shorter than a headline.
NOTICE_WORDS = 60
NOTICE_CHARACTERS = 800
SENTENCE_WORDS = 12


def judge(blocks: Sequence[Block]) -> Iterable[Hit]:
    _, end = prose_span(blocks)
    for block in blocks:
        if block.words > NOTICE_WORDS or len(block.text) > NOTICE_CHARACTERS:
            continue
        signed = _SIGN_AND_YEAR.search(block.folded)
        mark = strongest(block, "copyright")
        if signed:
            yield Hit(block.index, Call.DROP, 0.97, f"a copyright sign and a year: {quoted(signed[0])}")
        elif mark and (weight := _phrase(block, mark, at_foot=block.index >= end)):
            yield Hit(block.index, Call.DROP, weight, f"it says {quoted(mark.phrase)}")
        elif _SIGN.search(block.folded):
            weight = 0.8 if block.index >= end else 0.4
            yield Hit(block.index, Call.DROP, weight, f"a copyright sign without a year: {quoted(block.text)}")


def _phrase(block: Block, mark: Mark, at_foot: bool) -> float:
    if mark.place == "line":
        return 0.95
    if spoken(block, mark):
        return 0.0
    if states_year(block.text):
        return 0.95
    if " " not in mark.phrase and ends_like_sentence(block.text) and not at_foot:
        return 0.0  # one word inside a sentence: the sentence speaks of copyright
    about_it = block.words > SENTENCE_WORDS and ends_like_sentence(block.text) and not at_foot
    if about_it:
        return 0.4
    return 0.9 if mark.place == "start" else 0.75
