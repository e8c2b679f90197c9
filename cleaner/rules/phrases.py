"""What the words of a block say: the lexicon's marks, the items of a bar, the names that the markup gives."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from cleaner import lexicon
from cleaner.lexicon import LOOKED_AT
from cleaner.lexicon.folding import fold
from cleaner.model import Block, Mark

# What marks a line that other rooms read as a field of the document.
FIELD_MARKS = ("byline", "published", "modified", "source", "credit", "correction")

# The longest labels of the phrase tables have fewer characters.
LABEL_CHARACTERS = 120

# Signs that part the items of a line. A slash, hyphen or `>` counts only between spaces.
_SEPARATOR = re.compile(r"[|¦•·●▪›»→⟩❯]|\s[>/–—-]\s|\t")
_SIGNS = frozenset("|¦•·●▪›»→⟩❯>/–—-\t")
# Signs that part a line's opening words from what they introduce.
_PAUSES = (":", "：", "-", "|", ">", "»", "→", "/", "[", '"')
_STRENGTH = {"line": 0, "start": 1, "within": 2}


class Item(NamedTuple):
    """A part of a line, and the categories of the phrases of which it is the whole."""

    text: str
    categories: frozenset[str]


def strongest(block: Block, *categories: str) -> Mark | None:
    """The mark of these categories that says most: the whole line, else the start, else any."""
    best = None
    for mark in block.marks:
        if mark.category in categories and (best is None or _STRENGTH[mark.place] < _STRENGTH[best.place]):
            best = mark
    return best


def spoken(block: Block, mark: Mark) -> bool:
    """Whether the phrase stands inside quotation marks: then somebody says it, the page does not."""
    at = block.folded.find(mark.phrase)
    before = block.folded[:at] if at > 0 else ""
    return before.count('"') % 2 == 1


def paused(block: Block, mark: Mark) -> bool:
    """Whether a colon, dash or bar parts the opening words from the rest, as labels are parted."""
    rest = block.folded[block.folded.find(mark.phrase) + len(mark.phrase) :].lstrip()
    return mark.phrase.endswith(":") or rest.startswith(_PAUSES)


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


@lru_cache(maxsize=16_384)  # several rules ask for the same words of menus, page after page
def labels(text: str) -> frozenset[str]:
    """Categories of the phrases of which this piece of a line is the whole; none if longer than any label."""
    if len(text) > LABEL_CHARACTERS:
        return frozenset()
    return frozenset(mark.category for mark in lexicon.marks(fold(text)) if mark.place == "line")


@lru_cache(maxsize=2_048)  # five rules ask for the bars of one page
def items(text: str) -> tuple[Item, ...]:
    """The items of a line's beginning parted by bars, bullets, arrows, spaced slashes or tabs; none if there is one."""
    if _SIGNS.isdisjoint(text):
        return ()
    parts = [part for part in map(str.strip, _SEPARATOR.split(text[:LOOKED_AT])) if part]
    return tuple(Item(part, labels(part)) for part in parts) if len(parts) > 1 else ()


def known(parts: Sequence[Item], categories: frozenset[str]) -> list[str]:
    """Those of the parts that are a phrase of one of these categories."""
    return [part.text for part in parts if not part.categories.isdisjoint(categories)]


def known_words(words: Sequence[str], categories: frozenset[str], share: float) -> list[str]:
    """Those of the words that mean one of these categories alone; none if they are a smaller share of all."""
    found: list[str] = []
    for count, word in enumerate(words, start=1):
        if not labels(word).isdisjoint(categories):
            found.append(word)
        elif count - len(found) > (1 - share) * len(words):
            return []  # most lines are sentences and headlines: their first words tell
    return found


def named_in_markup(blocks: Sequence[Block], names: frozenset[str]) -> Mapping[int, str]:
    """Blocks of HTML whose class, id or role words hold one of these names: block index to name.

    A name that more than a third of the page's words stand under is a wrapper's and tells nothing.
    """
    if not any(block.dom for block in blocks[:1]):
        return {}  # flattened text
    under: Counter[str] = Counter()
    named: dict[int, str] = {}
    total = 0
    for block in blocks:
        total += block.words
        if block.dom is None or names.isdisjoint(block.dom.words):
            continue
        for name in sorted(block.dom.words & names):
            under[name] += block.words
            named.setdefault(block.index, name)
    return {index: name for index, name in named.items() if under[name] * 3 <= total}
