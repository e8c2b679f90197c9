"""A page's blocks, and what the rules ask of the whole page: looked up once, when the first rule asks.

Most blocks say nothing to most rules. A rule therefore asks the sheet for the few blocks that may be its
own, by the lexicon's marks (`marked`), by what stands in their text (`holding`, `saying`) or by how they read
(`kinds`, `firsts`, `lasts`: strings of one letter a block, which regular expressions search), and looks at
those alone.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import cached_property
from itertools import accumulate, repeat
from operator import add, attrgetter

from cleaner.lexicon.folding import fold
from cleaner.model import Block, BlockKind, Place
from cleaner.rules import phrases
from cleaner.rules.shape import (
    DIGIT,
    ENDINGS,
    PROSE_WORDS,
    Shape,
    ends_like_sentence,
    is_prose,
    shape,
    states_year,
)

# A bar, or a menu's words on one line, is no longer than this; more words would be a page of links, which
# line breaks part.
BAR_WORDS = 80
# The least share of a line's words that any rule asks to be a table's.
LABELLED_SHARE = 0.6
# Lines whose numbers mean something by themselves: dates, counts, ranks, telephone numbers.
NUMBERED_WORDS = 20
# "3 hours ago", "vor 3 Stunden": in every language a unit follows the digits, and the words come back.
FEWEST_ALIKE = 3

_PLACES: tuple[Place | None, ...] = (None, "line", "start", "within")
_NO_LABEL = re.compile(f"[^{Shape.LABEL}]")
_STAMP = re.compile(Shape.STAMP)
_PARAGRAPH = re.compile(Shape.PROSE)
_TEXT = re.compile(f"[{Shape.SENTENCE}{Shape.PROSE}]")
_AGO = re.compile(r"\d{1,2}(?=\s?[^\W\d_][^\d:%$€£]{0,20}$)")
_DATE = re.compile(r"(?<!\d)\d{1,4}([-/.])\d{1,2}\1\d{2,4}(?!\d)")


def places(pattern: re.Pattern[str], letters: str) -> list[int]:
    """Where a pattern begins in a sheet's letters, one of which stands for each block."""
    return [match.start() for match in pattern.finditer(letters)]


class Lines:
    """Texts one below the other, to find which of them hold a piece."""

    __slots__ = ("_starts", "_whole")

    def __init__(self, texts: Sequence[str]) -> None:
        self._whole = "\n".join(texts)
        self._starts = list(accumulate(map(add, map(len, texts), repeat(1)), initial=0))

    def holding(self, pieces: Iterable[str]) -> set[int]:
        """Indices of the texts that hold one of these pieces, none of which has a line break; linear for each."""
        found: set[int] = set()
        for piece in pieces:
            # A sign that stands nowhere is found out fastest without the spaces around it.
            at = self._whole.find(piece) if piece.strip() in self._whole else -1
            while at >= 0:
                line = bisect_right(self._starts, at)
                found.add(line - 1)
                at = self._whole.find(piece, self._starts[line])
        return found


class Sheet(tuple[Block, ...]):
    """A page's blocks with their index; blocks are named by their position in it."""

    @classmethod
    def of(cls, blocks: Sequence[Block]) -> Sheet:
        """The blocks as a sheet; a sheet is itself, with all that it remembers."""
        return blocks if isinstance(blocks, cls) else cls(blocks)

    def pick(self, places: Collection[int]) -> list[Block]:
        """The blocks at these places, in page order."""
        return [self[at] for at in sorted(places)]

    # What the lexicon and the markup say of them.

    def marked(self, *categories: str, place: Place | None = None) -> frozenset[int]:
        """Places of the blocks with a mark of one of these categories (at this place in their text)."""
        index = self._marked[place]
        found = [index[category] for category in categories if category in index]
        return found[0] if len(found) == 1 else frozenset[int]().union(*found)

    def named(self, names: frozenset[str]) -> Mapping[int, str]:
        """Blocks of HTML whose class, id or role words hold one of these names: place to name.

        A name that more than a third of the page's words stand under is a wrapper's and tells nothing.
        """
        under: Counter[str] = Counter()
        named: dict[int, str] = {}
        for words, own in self._named.items():
            if words.isdisjoint(names):
                continue
            for name in sorted(words & names):
                under[name] += sum([self[at].words for at in own])
                named.update((at, name) for at in own if at not in named)
        return {at: name for at, name in named.items() if under[name] * 3 <= self._words}

    @cached_property
    def html(self) -> bool:
        """Whether the page's markup is known."""
        return len(self) > 0 and self[0].dom is not None

    @cached_property
    def headlines(self) -> tuple[int, ...]:
        """Places of the blocks that read as the page's headline."""
        return tuple(block.index for block in self if block.headline)

    def of_kind(self, *kinds: BlockKind) -> set[int]:
        """Places of the blocks of these kinds; paragraphs are not asked for."""
        return set[int]().union(*(self._kinds[kind] for kind in kinds if kind in self._kinds))

    # What stands in their text.

    def holding(self, *pieces: str) -> set[int]:
        """Places of the blocks in whose text one of these pieces stands."""
        return self._texts.holding(pieces)

    def saying(self, *pieces: str) -> set[int]:
        """Places of the blocks in whose folded text one of these pieces stands."""
        return self._folded.holding(pieces)

    @cached_property
    def bars(self) -> Mapping[int, tuple[str, ...]]:
        """The items of every bar: of each line of at most `BAR_WORDS` words that signs part in two or more."""
        found = self.holding(*phrases.SEPARATORS) | self.of_kind("code")  # whose white space is any
        parted = ((at, phrases.items(self[at].text)) for at in found if self[at].words <= BAR_WORDS)
        bars = {at: parts for at, parts in parted if parts}
        labels = phrases.labels()
        labels.learn([fold(part) for parts in bars.values() for part in parts if part not in labels])
        return bars

    def meaning(self, categories: frozenset[str]) -> set[int]:
        """Places of the bars an item of which is a phrase of these categories, and of other lines, no sentences,
        most of whose words are phrases of the lexicon, each by itself, and one of these categories."""
        return {at for at, meant in self._meanings.items() if not meant.isdisjoint(categories)}

    @cached_property
    def _meanings(self) -> Mapping[int, frozenset[str]]:
        sentences = self.sentences
        lines = {
            block.index: words
            for block in self
            if 2 <= block.words <= BAR_WORDS and block.index not in sentences and len(words := block.folded.split()) > 1
        }
        labels = phrases.labels()
        meanings = labels.meanings(lines, LABELLED_SHARE)
        for at, parts in self.bars.items():
            meanings[at] = meanings.get(at, frozenset()).union(*[labels[part] for part in parts])
        return meanings

    @cached_property
    def repeated(self) -> Mapping[str, Sequence[int]]:
        """The folded texts that stand on the page more than once, and where."""
        folded = list(map(attrgetter("folded"), self))
        times = Counter(folded)
        places: dict[str, list[int]] = defaultdict(list)
        if len(times) < len(folded):
            for at, text in enumerate(folded):
                if times[text] > 1:
                    places[text].append(at)
        return places

    @cached_property
    def numbered(self) -> set[int]:
        """Places of the lines of at most `NUMBERED_WORDS` words that hold a digit; what reads as a label has none."""
        lines = (self[at] for at in places(_NO_LABEL, self.kinds))
        return {block.index for block in lines if block.words <= NUMBERED_WORDS and DIGIT.search(block.text)}

    # How they read.

    @cached_property
    def kinds(self) -> str:
        """The shape of every block, a letter each."""
        return "".join(map(shape, self))

    @cached_property
    def texts(self) -> set[int]:
        """Places of the sentences and paragraphs."""
        return set(places(_TEXT, self.kinds))

    @cached_property
    def firsts(self) -> str:
        """The first character of every block."""
        return "".join([block.text[0] for block in self])

    @cached_property
    def lasts(self) -> str:
        """The last character of every block."""
        return "".join([block.text[-1] for block in self])

    @cached_property
    def sentences(self) -> set[int]:
        """Places of the blocks that end like a sentence."""
        return {at for at, last in enumerate(self.lasts) if last in ENDINGS and ends_like_sentence(self[at].text)}

    @cached_property
    def capitals(self) -> set[int]:
        """Places of the blocks whose letters are all capitals."""
        return {block.index for block in self if block.text.isupper()}

    @cached_property
    def prose(self) -> set[int]:
        """Places of the paragraphs of whole sentences that are not the page's own talk."""
        return {block.index for block in self if block.words >= PROSE_WORDS and is_prose(block)}

    @cached_property
    def prose_span(self) -> tuple[int, int]:
        """Place of the first block of prose and of the block after the last one; (0, 0) without any prose."""
        return (min(self.prose), max(self.prose) + 1) if self.prose else (0, 0)

    @cached_property
    def paragraph_words(self) -> Sequence[int]:
        """Words of the paragraphs above each block; one more entry for the whole page."""
        words = [0] * len(self)
        for at in places(_PARAGRAPH, self.kinds):
            words[at] = self[at].words
        return list(accumulate(words, initial=0))

    @cached_property
    def dated(self) -> frozenset[int]:
        """Lines that give a day or how long ago: the clock of a live report, quantities and counts do neither."""
        stamps = self.pick(places(_STAMP, self.kinds))
        spelt = [block for block in stamps if not block.folded[-1].isdecimal()]
        ago = {block.index: _AGO.sub("", block.folded) for block in spelt if _AGO.search(block.folded)}
        alike = Counter(ago.values())
        return frozenset(
            block.index
            for block in stamps
            if states_year(block.text) or alike[ago.get(block.index, "")] >= FEWEST_ALIKE or _DATE.search(block.text)
        )

    @cached_property
    def _texts(self) -> Lines:
        return Lines([block.text for block in self])

    @cached_property
    def _folded(self) -> Lines:
        return Lines([block.folded for block in self])

    @cached_property
    def _kinds(self) -> Mapping[str, Collection[int]]:
        index: dict[str, list[int]] = defaultdict(list)
        for block in self:
            if block.kind != "paragraph":
                index[block.kind].append(block.index)
        return index

    @cached_property
    def _words(self) -> int:
        return sum(block.words for block in self)

    @cached_property
    def _marked(self) -> Mapping[Place | None, Mapping[str, frozenset[int]]]:
        """Places of the marked blocks by the mark's place in the text, None for any, and its category."""
        index: dict[Place | None, dict[str, list[int]]] = {place: defaultdict(list) for place in _PLACES}
        for block in self:
            for mark in block.marks:
                index[mark.place][mark.category].append(block.index)
                index[None][mark.category].append(block.index)
        return {place: {name: frozenset(at) for name, at in named.items()} for place, named in index.items()}

    @cached_property
    def _named(self) -> Mapping[frozenset[str], Sequence[int]]:
        """Blocks by the words that their markup gives them, which neighbours share."""
        index: dict[frozenset[str], list[int]] = defaultdict(list)
        for block in self if self.html else ():
            if block.dom:
                index[block.dom.words].append(block.index)
        return index
