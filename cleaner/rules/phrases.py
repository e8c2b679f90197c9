"""What the words of a block say: the lexicon's marks, the items of a bar, the labels among its words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from itertools import chain

from cleaner import lexicon
from cleaner.lexicon import LOOKED_AT
from cleaner.lexicon.folding import fold
from cleaner.model import Block, Mark

# What marks a line that other rooms read as a field of the document.
FIELD_MARKS = ("byline", "published", "modified", "source", "credit", "correction")

# So many words and items are remembered, some megabytes; the same words come back on page after page.
REMEMBERED = 65_536
# The longest labels of the phrase tables have fewer characters.
LABEL_CHARACTERS = 120

# Signs that part the items of a line. A slash, hyphen or `>` counts only between spaces.
SEPARATORS = (*"|¦•·●▪›»→⟩❯", " > ", " / ", " – ", " — ", " - ")
_SEPARATOR = re.compile(r"[|¦•·●▪›»→⟩❯]|\s[>/–—-]\s|\t")
# Signs that part a line's opening words from what they introduce.
_PAUSES = (":", "：", "-", "|", ">", "»", "→", "/", "[", '"')
_NOTHING: frozenset[str] = frozenset()
_STRENGTH = {"line": 0, "start": 1, "within": 2}


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


def items(text: str) -> tuple[str, ...]:
    """The items of a line's beginning parted by bars, bullets, arrows, spaced slashes or tabs; none if there is one."""
    parts = tuple(filter(None, map(str.strip, _SEPARATOR.split(text[:LOOKED_AT]))))
    return parts if len(parts) > 1 else ()


class Labels(dict[str, frozenset[str]]):
    """Pieces of lines, and the categories of the phrases of which each is the whole.

    A memory of what the lexicon said, which is asked for many pieces in one pass (`learn`), or for one when a
    rule comes across it. A piece longer than any label has none.
    """

    def __init__(self) -> None:
        super().__init__()
        self._meaningless: set[str] = set()

    def __missing__(self, piece: str) -> frozenset[str]:
        if len(piece) > LABEL_CHARACTERS:
            return _NOTHING
        folded = fold(piece)
        self.learn((folded,))
        meant = self[piece] = self.get(folded, _NOTHING)
        return meant

    def learn(self, folded: Iterable[str]) -> None:
        """Look folded pieces up together, those that are new."""
        new = [piece for piece in dict.fromkeys(folded) if piece not in self and len(piece) <= LABEL_CHARACTERS]
        if not new:
            return
        if len(self) > REMEMBERED:
            self.clear()
            self._meaningless.clear()
        for piece, marks in zip(new, lexicon.marks_of(new), strict=True):
            self[piece] = frozenset([mark.category for mark in marks if mark.place == "line"]) if marks else _NOTHING
        self._meaningless.update([piece for piece in new if not self[piece]])

    def known(self, parts: Sequence[str], categories: frozenset[str], fewest: int = 1) -> list[str]:
        """Those of the parts that are a phrase of one of these categories; none if they are fewer than `fewest`."""
        found = [part for part in parts if not self[part].isdisjoint(categories)]
        return found if len(found) >= fewest else []

    def known_words(self, words: Sequence[str], categories: frozenset[str], share: float) -> list[str]:
        """Those of the words that mean one of these categories alone; none if they are a smaller share of all."""
        found = self.known(words, categories)
        return found if len(words) - len(found) <= (1 - share) * len(words) else []

    def meanings(self, lines: Mapping[int, Sequence[str]], share: float) -> dict[int, frozenset[str]]:
        """Of the lines, given as folded words, at least this share of which are labels: all that these mean."""
        # Most lines are headlines: not one of their first words is a label, and so many may not be.
        opening = {at: words[: int((1 - share) * len(words)) + 1] for at, words in lines.items()}
        self.learn(chain.from_iterable(opening.values()))
        likely = [at for at, words in opening.items() if not self._meaningless.issuperset(words)]
        self.learn(word for at in likely for word in lines[at])
        meant = {at: [self[word] for word in lines[at]] for at in likely}
        return {
            at: _NOTHING.union(*found)
            for at, found in meant.items()
            if found.count(_NOTHING) <= (1 - share) * len(found)
        }


@cache
def labels() -> Labels:
    """The labels that this process remembers: like any cache it changes how fast an answer comes, never which."""
    return Labels()
