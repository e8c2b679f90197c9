"""What kind of line a block is, and where a page's prose lies, told from length and punctuation.

Nothing here knows a language, so that it holds in every one; `phrases.py` knows what the words say.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from enum import Enum
from functools import cached_property, lru_cache

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

# "3 hours ago", "vor 3 Stunden": in every language a unit follows the digits, and the words come back.
FEWEST_ALIKE = 3

# A paragraph this long that ends like a sentence is read as prose when the page's prose is bounded;
# standfirsts and short news paragraphs run to 20 words and more, teasers and captions seldom do and end
# like sentences.
PROSE_WORDS = 20
# Long paragraphs with these marks are the page's own talk (legal text, offers), not the story.
FURNITURE_PROSE = ("copyright", "terms", "cookie", "newsletter", "subscribe", "paywall", "app", "donate", "account")

_CLOSING = "\"'”’»›)]）」』】 "
_ENDS = (".", "!", "?", "…", "。", "！", "？", "｡", "।", "۔", "؟", "։", "።")
_FULL_STOPS = (".", "…", "。", "।", "።")
_BREAK = re.compile(r"[.!?…।؟][\"'’”»)\]]{0,2}\s+[^\W\d_a-z]|[。！？]")
_DIGIT = re.compile(r"\d")
_NUMBER = re.compile(r"[#№]?\d{1,4}[.):]?$")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_AGO = re.compile(r"\d{1,2}(?=\s?[^\W\d_][^\d:%$€£]{0,20}$)")
_DATE = re.compile(r"(?<!\d)\d{1,4}([-/.])\d{1,2}\1\d{2,4}(?!\d)")


class Shape(Enum):
    """How a line reads."""

    NUMBER = "number"
    STAMP = "date or count"
    LABEL = "label"
    HEADLINE = "headline"
    SENTENCE = "sentence"
    PROSE = "paragraph"


FILLERS = frozenset({Shape.NUMBER, Shape.STAMP, Shape.LABEL})
TEXT = frozenset({Shape.SENTENCE, Shape.PROSE})


def shape(block: Block) -> Shape:
    """How the block reads by itself; linear in its length."""
    return _shape(block.text, block.words, block.link_share)


class Sheet(tuple[Block, ...]):
    """A page's blocks, which remember what two dozen rules ask of the whole page."""

    @cached_property
    def shapes(self) -> tuple[Shape, ...]:
        """The shape of every block."""
        return tuple(map(shape, self))

    @cached_property
    def prose_span(self) -> tuple[int, int]:
        """Index of the first block of prose and of the block after the last one."""
        prose = [block.index for block in self if is_prose(block)]
        return (prose[0], prose[-1] + 1) if prose else (0, 0)


def shapes(blocks: Sequence[Block]) -> Sequence[Shape]:
    """The shape of every block."""
    return blocks.shapes if isinstance(blocks, Sheet) else Sheet(blocks).shapes


def sentences(text: str) -> int:
    """Number of sentences, told by punctuation before a capital or an uncased letter."""
    return len(_BREAK.findall(text)) + (0 if text.endswith(("。", "！", "？")) else 1)


def ends_like_sentence(text: str) -> bool:
    """Whether the text ends in sentence punctuation, closing quotes and brackets aside."""
    if text[-1:] not in _CLOSING:
        return text.endswith(_ENDS)
    return text[-12:].rstrip(_CLOSING).endswith(_ENDS)


def opens_small(text: str) -> bool:
    """Whether the line opens as the rest of a sentence does: with a small letter or a comma."""
    return text[0].islower() or text[0] in ",.;:)"


def states_year(text: str) -> bool:
    """Whether it holds a year of four digits, as dates do."""
    return ("20" in text or "19" in text) and _YEAR.search(text) is not None


def dated(blocks: Sequence[Block], kinds: Sequence[Shape]) -> frozenset[int]:
    """Lines that give a day or how long ago: the clock of a live report, quantities and counts do neither."""
    stamps = [block for block in blocks if kinds[block.index] is Shape.STAMP]
    ago = {block.index: _AGO.sub("", block.folded) for block in stamps if _AGO.search(block.folded)}
    alike = Counter(ago.values())
    return frozenset(
        block.index
        for block in stamps
        if alike[ago.get(block.index, "")] >= FEWEST_ALIKE or states_year(block.text) or _DATE.search(block.text)
    )


def is_prose(block: Block) -> bool:
    """A paragraph of whole sentences that is not the page's own talk."""
    if block.words < PROSE_WORDS or block.kind in ("caption", "code"):
        return False
    return ends_like_sentence(block.text) and block.marked(*FURNITURE_PROSE) is None


def prose_span(blocks: Sequence[Block]) -> tuple[int, int]:
    """Index of the first block of prose and of the block after the last one; (0, 0) without any prose."""
    return blocks.prose_span if isinstance(blocks, Sheet) else Sheet(blocks).prose_span


def among_prose(blocks: Sequence[Block], at: int) -> bool:
    """Whether prose stands right above and right below: then even a menu's word may be a subheading."""
    return 0 < at < len(blocks) - 1 and is_prose(blocks[at - 1]) and is_prose(blocks[at + 1])


def quoted(text: str, length: int = 40) -> str:
    """The text in quotation marks for a reason, cut to this many characters."""
    return f"'{text}'" if len(text) <= length else f"'{text[: length - 1].rstrip()}…'"


@lru_cache(maxsize=4096)  # menus and footers are the same on page after page
def _shape(text: str, words: int, link_share: float | None) -> Shape:
    if link_share is not None and link_share >= LINKED:
        return _short_shape(text, words)
    if words >= LONG_WORDS:
        return Shape.PROSE
    if words >= ONE_SENTENCE_WORDS and ends_like_sentence(text):
        return Shape.PROSE
    if words >= TWO_SENTENCE_WORDS and sentences(text) >= 2:
        return Shape.PROSE
    if text.rstrip(_CLOSING).endswith(_FULL_STOPS) and not _NUMBER.match(text):
        return Shape.SENTENCE
    return _short_shape(text, words)


def _short_shape(text: str, words: int) -> Shape:
    if _NUMBER.match(text):
        return Shape.NUMBER
    digits = len(_DIGIT.findall(text[:80]))
    if digits and (words <= STAMP_WORDS or digits >= STAMP_DIGITS * len(text)):
        return Shape.STAMP
    if words <= LABEL_WORDS:
        return Shape.LABEL
    return Shape.HEADLINE if words <= HEADLINE_WORDS else Shape.PROSE
