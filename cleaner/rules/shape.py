"""What several rules ask of a page's shape: where its prose lies, what a line ends in, what it is made of.

Nothing here knows a language: it reads lengths, punctuation and position. Words come from the lexicon's marks.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

from cleaner import lexicon
from cleaner.lexicon import LOOKED_AT
from cleaner.lexicon.folding import fold
from cleaner.model import Block, Mark

# A paragraph this long that ends like a sentence is read as prose; standfirsts and short news paragraphs
# run to 20 words and more, teasers and captions seldom do and end like sentences.
PROSE_WORDS = 20

# A headline is seldom longer; what is longer and ends like a sentence is not an item of a menu or list.
HEADLINE_WORDS = 18

# Long paragraphs with these marks are the page's own talk (legal text, offers), not the story.
FURNITURE_PROSE = ("copyright", "terms", "cookie", "newsletter", "subscribe", "paywall", "app", "donate", "account")

# What marks a line that other rooms read as a field of the document.
FIELD_MARKS = ("byline", "published", "modified", "source", "credit", "correction")

# The longest labels of the phrase tables have fewer characters.
LABEL_CHARACTERS = 120

# Signs that part the items of a line. A slash, hyphen or `>` counts only between spaces.
_SEPARATOR = re.compile(r"\s*[|¦•·●▪›»→⟩❯]\s*|\s[>/–—-]\s|\t+")
_SENTENCE_END = re.compile(r"[.!?…。！？｡।۔؟։።]$")
_CLOSING = "\"'”’»›)]）」』】 "
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


def ends_like_sentence(text: str) -> bool:
    """Whether the text ends in sentence punctuation, closing quotes and brackets aside."""
    return _SENTENCE_END.search(text[-12:].rstrip(_CLOSING)) is not None


def is_prose(block: Block) -> bool:
    """A paragraph of whole sentences that is not the page's own talk."""
    if block.words < PROSE_WORDS or block.kind in ("caption", "code"):
        return False
    return ends_like_sentence(block.text) and block.marked(*FURNITURE_PROSE) is None


def prose_span(blocks: Sequence[Block]) -> tuple[int, int]:
    """Index of the first block of prose and of the block after the last one; (0, 0) without any prose."""
    prose = [block.index for block in blocks if is_prose(block)]
    return (prose[0], prose[-1] + 1) if prose else (0, 0)


def pieces(text: str) -> list[str]:
    """The items of a line's beginning parted by bars, bullets, arrows, spaced slashes or tabs."""
    return [piece for part in _SEPARATOR.split(text[:LOOKED_AT]) if (piece := part.strip())]


def line_marks(text: str) -> tuple[Mark, ...]:
    """The marks of which this piece of a line is the whole; none for a piece longer than any label."""
    return _line_marks(text) if len(text) <= LABEL_CHARACTERS else ()


def states_year(text: str) -> bool:
    """Whether it holds a year of four digits, as dates do."""
    return _YEAR.search(text) is not None


def strongest(block: Block, *categories: str) -> Mark | None:
    """The mark of these categories that says most: the whole line, else the start, else any."""
    return (
        block.marked(*categories, place="line")
        or block.marked(*categories, place="start")
        or block.marked(*categories, place="within")
    )


def spoken(block: Block, mark: Mark) -> bool:
    """Whether the phrase stands inside quotation marks: then somebody says it, the page does not."""
    at = block.folded.find(mark.phrase)
    before = block.folded[:at] if at > 0 else ""
    return before.count('"') % 2 == 1


def phrase_weight(block: Block, mark: Mark) -> float:
    """How much a phrase says of its block: all of a short line, little of a paragraph; 0 for nothing.

    The steps are a line of a menu (8 words), a headline (16) and a short paragraph (30 to 40).
    """
    if mark.place == "line":
        return 0.95
    if spoken(block, mark):
        return 0.0
    steps = ((8, 0.9), (16, 0.8), (40, 0.6)) if mark.place == "start" else ((8, 0.7), (16, 0.5), (30, 0.3))
    return next((weight for words, weight in steps if block.words <= words), 0.0)


def named_in_markup(blocks: Iterable[Block], names: frozenset[str]) -> Mapping[int, str]:
    """Blocks of HTML whose class, id or role words hold one of these names: block index to name.

    A name that more than a third of the page's words stand under is a wrapper's and tells nothing.
    """
    under: Counter[str] = Counter()
    named: dict[int, str] = {}
    total = 0
    for block in blocks:
        total += block.words
        if block.dom is None:
            continue
        for name in sorted(block.dom.words & names):
            under[name] += block.words
            named.setdefault(block.index, name)
    return {index: name for index, name in named.items() if under[name] * 3 <= total}


def quoted(text: str, length: int = 40) -> str:
    """The text in quotation marks for a reason, cut to this many characters."""
    return f"'{text}'" if len(text) <= length else f"'{text[: length - 1].rstrip()}…'"


@lru_cache(maxsize=8_192)  # several rules ask for the same words of menus, page after page
def _line_marks(text: str) -> tuple[Mark, ...]:
    return tuple(mark for mark in lexicon.marks(fold(text)) if mark.place == "line")
