"""What kind of line a block is, told from its length and punctuation.

Nothing here knows a language, so that it holds in every one; `phrases.py` knows what the words say, and
`sheet.py` what the page's blocks are together.
"""

from __future__ import annotations

import re
from enum import StrEnum

from cleaner.model import Block

# A link list inside prose: of an HTML paragraph this share of characters or more stands in links.
LINKED = 0.7
# Shorter lines are labels (a place, a section, an author), longer ones read as headlines: of the headlines
# of 119 labelled news pages 99 % have more words, of the menu lines of 68 real flattened pages 84 % do not.
LABEL_WORDS = 3
HEADLINE_WORDS = 30
# A paragraph: one sentence of this length (two thirds of the paragraphs of labelled news pages are as long),
# two shorter ones, or any long text.
ONE_SENTENCE_WORDS = 22
TWO_SENTENCE_WORDS = 12
LONG_WORDS = 45
# Dates and counts: so many words, or this share of digits ("26.12.2023 / 23:55", "3 hours ago").
STAMP_WORDS = 3
STAMP_DIGITS = 0.15

# A paragraph this long that ends like a sentence is read as prose when the page's prose is bounded;
# standfirsts and short news paragraphs run to 20 words and more, teasers and captions seldom do and end
# like sentences.
PROSE_WORDS = 20
# Long paragraphs with these marks are the page's own talk (legal text, offers), not the story.
FURNITURE_PROSE = (
    "copyright", "terms", "cookie", "embed", "newsletter", "subscribe", "paywall", "app", "donate", "account",
)  # fmt: skip

_CLOSING = "\"'”’»›)]）」』】 "
_ENDS = frozenset(".!?…。！？｡।۔؟։።")
_CLOSES = frozenset(_CLOSING)
# The last character of whatever ends like a sentence.
ENDINGS = _ENDS | _CLOSES
_FULL_STOPS = frozenset(".…。।።")
_CLOSED_BREAKS = frozenset("。！？")
# Punctuation, and before a capital or an uncased letter its closing quotes and a space; in one class of
# characters first, which the regex engine looks for quickly.
_BREAK = re.compile(r"[.!?…।؟。！？](?:(?<=[。！？])|[\"'’”»)\]]{0,2}\s+[^\W\d_a-z])")
DIGIT = re.compile(r"\d")
_NUMBER = re.compile(r"[#№]?\d{1,4}[.):]?$")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
# A line's digits are counted in so many characters: more of them are a paragraph's.
_COUNTED = 80


class Shape(StrEnum):
    """How a line reads: a letter each, so that a page's lines spell a word that can be searched."""

    NUMBER = "n"
    STAMP = "d"  # a date or a count
    LABEL = "l"
    HEADLINE = "h"
    SENTENCE = "s"
    PROSE = "p"


_LABEL = Shape.LABEL
FILLERS = frozenset({Shape.NUMBER, Shape.STAMP, Shape.LABEL})
TEXT = frozenset({Shape.SENTENCE, Shape.PROSE})


def shape(block: Block) -> Shape:
    """How the block reads by itself; linear in its length."""
    text, words = block.text, block.words
    if words <= LABEL_WORDS and text.replace(" ", "").isalpha():
        return _LABEL  # as most lines of a page are
    if block.link_share is not None and block.link_share >= LINKED:
        return _short_shape(text, words)
    if words >= TWO_SENTENCE_WORDS and _is_paragraph(text, words):
        return Shape.PROSE
    if text[-1:] in ENDINGS and _ends_in(text, _FULL_STOPS) and not _NUMBER.match(text):
        return Shape.SENTENCE
    return _short_shape(text, words)


def sentences(text: str) -> int:
    """Number of sentences, told by punctuation before a capital or an uncased letter."""
    return len(_BREAK.findall(text)) + (text[-1:] not in _CLOSED_BREAKS)


def ends_like_sentence(text: str) -> bool:
    """Whether the text ends in sentence punctuation, closing quotes and brackets aside."""
    last = text[-1:]
    return last in _ENDS or (last in _CLOSES and _ends_in(text[-12:], _ENDS))


def opens_small(text: str) -> bool:
    """Whether the line opens as the rest of a sentence does: with a small letter or a comma."""
    return text[0].islower() or text[0] in ",.;:)"


def states_year(text: str) -> bool:
    """Whether it holds a year of four digits, as dates do."""
    return ("20" in text or "19" in text) and _YEAR.search(text) is not None


def is_prose(block: Block) -> bool:
    """A paragraph of whole sentences that is not the page's own talk."""
    if block.words < PROSE_WORDS or block.kind in ("caption", "code"):
        return False
    return ends_like_sentence(block.text) and block.marked(*FURNITURE_PROSE) is None


def quoted(text: str, length: int = 40) -> str:
    """The text in quotation marks for a reason, cut to this many characters."""
    return f"'{text}'" if len(text) <= length else f"'{text[: length - 1].rstrip()}…'"


def _is_paragraph(text: str, words: int) -> bool:
    if words >= LONG_WORDS or (words >= ONE_SENTENCE_WORDS and ends_like_sentence(text)):
        return True
    return sentences(text) >= 2


def _ends_in(text: str, signs: frozenset[str]) -> bool:
    last = text[-1:]
    return last in signs or (last in _CLOSES and text.rstrip(_CLOSING)[-1:] in signs)


def _short_shape(text: str, words: int) -> Shape:
    digits = 0
    if not text.isalpha() and DIGIT.search(text, 0, _COUNTED):
        if _NUMBER.match(text):
            return Shape.NUMBER
        digits = len(DIGIT.findall(text, 0, _COUNTED))
    if digits and (words <= STAMP_WORDS or digits >= STAMP_DIGITS * len(text)):
        return Shape.STAMP
    if words <= LABEL_WORDS:
        return Shape.LABEL
    return Shape.HEADLINE if words <= HEADLINE_WORDS else Shape.PROSE
