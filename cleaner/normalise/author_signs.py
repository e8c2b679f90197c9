"""What can be seen of a line of flattened text that may say who wrote the story: numbers with names.

Flattened text has lost the markup that tells an author's name from that of somebody in a picture, in a list or in the
story. What is left is how signatures stand: under a headline, beside a date, with a label or a job; and how others do:
beside a photo credit, in the story's own sentences, in a row of names. What each sign is worth is learned
(`author_weights.json`).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from cleaner.lexicon import furniture_words, words_of
from cleaner.lexicon.folding import fold
from cleaner.model import Block, Call
from cleaner.normalise import byline, dates, gazetteer, given_names, runs, signers, small_words
from cleaner.normalise import names as names_of
from cleaner.normalise.byline import Byline
from cleaner.normalise.layout import PROSE_WORDS, Layout
from cleaner.normalise.moments import Hints
from cleaner.normalise.runs import Run
from cleaner.normalise.signature import parted
from cleaner.segment.story_core import is_furniture

# How far above and below a headline, above and below the story's first lines, and after the story names are looked for.
ABOVE, BELOW, ABOVE_STORY, INTO_STORY, AFTER = 6, 32, 12, 8, 12
MOST_WORDS = 14
MOST_LINES = 160  # that are read at all: a page of headlines is no reason to read every line
_NEAR = 3
_FAR = 25
_SEVERAL = 3  # phrases of furniture: a word of fewer may be a name as well (`Faith`)
_SHORTEST = 3  # letters of a name's last word that is looked for in the story

FORM = (
    "label", "job", "own date", "several names", "agency", "one word", "two words", "four words",
    "capitals", "script without capitals", "eight words",
)  # fmt: skip
PLACE = (
    "right below headline", "second or third below headline", "distance below headline", "far below headline",
    "right above headline", "no headline above", "right above story", "distance above story", "inside story",
    "right after story", "after story",
)  # fmt: skip
BOTH = (
    "label right below headline", "label after story", "label inside story", "label and one word", "bare after story",
    "bare inside story", "bare far below headline", "bare, no date near", "label and several names",
    "bare, surname in story", "bare, surname often in story", "photo credit below, surname in story",
)  # fmt: skip
COMPANY = (
    "date right below", "date right above", "date near", "date's label beside", "photo credit right below",
    "photo credit right above", "name right below", "name right above", "job right below", "prose right below",
    "furniture right below", "furniture right above", "label right above",
)  # fmt: skip
WORDS = (
    "surname in story", "surname often in story", "surname in headline", "stands again", "stands three times",
    "common word", "place name", "lexicon mark", "a word of furniture", "a rare word of furniture",
    "most words of furniture", "all words of furniture", "function word",
    "given name", "given names only",
)  # fmt: skip
RULES = ("kept", "taken for a comment", "taken for a list", "taken for navigation", "taken for a repetition", "caption")
NAMES = FORM + PLACE + COMPANY + WORDS + RULES + BOTH
NONE = ("none", "none: no headline", "none: a label stands", "none: no date", "none: many names")
_MOST_FURNITURE, _GIVEN = NAMES.index("most words of furniture"), NAMES.index("given name")


@dataclass(frozen=True, slots=True)
class Signer:
    """A line, or several read as one, that may sign the story: what it says, and its signs in the order of NAMES."""

    run: Run
    signed: Byline
    signs: tuple[float, ...]


def candidates(layout: Layout, hints: Hints) -> tuple[list[Signer], tuple[float, ...]]:
    """The lines that may sign the story, in page order, and the signs that none does, in the order of NONE."""
    page = _Page(layout, hints)
    found: list[Signer] = []
    for run, signed in _readings(page):
        signer = Signer(run, signed, page.signs(run, signed))
        if not _is_rubric(signer):
            found.append(signer)
    none = (
        1.0,
        float(not layout.headlines),
        float(any(signer.signed.labelled for signer in found)),
        float(not any(page.dated(index) for index in page.looked_at)),
        min(1.0, len(found) / 10),
    )
    return found, none


def _is_rubric(signer: Signer) -> bool:
    """Whether bare words are those of menus and buttons for the most part, and none is a given name."""
    return bool(signer.signs[_MOST_FURNITURE] and not signer.signed.labelled and not signer.signs[_GIVEN])


def _is_menu(block: Block) -> bool:
    """The same of a line that has not been read yet, told from all its words."""
    words = block.folded.split(" ")
    furniture = furniture_words()
    return 2 * sum([word in furniture for word in words]) > len(words) and not given_names.is_given(block.text)


def _readings(page: _Page) -> Iterator[tuple[Run, Byline]]:
    """What each line says, or the run of lines that it opens; no line of a run is read again by itself."""
    done = -1
    for index in page.looked_at:
        if index <= done or not page.may_sign(index):
            continue
        run = runs.gather(page.layout, index)
        for line in dict.fromkeys((run, Run(page.layout.blocks[index].text, (index,)))):
            signed = byline.read(parted(line.text), page.hints)
            if signed and signed.authors and signed.rest_starts_at is None:
                yield line, signed
                done = line.members[-1]
                break


class _Page:
    """What the signs of every line need to know of its page."""

    def __init__(self, layout: Layout, hints: Hints) -> None:
        self.layout, self.hints = layout, hints
        self.blocks = layout.blocks
        self.looked_at = _looked_at(layout)
        self._dated: dict[int, bool] = {}

    @cached_property
    def story(self) -> str:
        """The words of the story's paragraphs; names are looked for in them."""
        return "\n".join(block.text for block in self.layout.story() if block.words >= PROSE_WORDS)

    @cached_property
    def title(self) -> str:
        """The words of the headline."""
        return " ".join(self.blocks[index].text for index in self.layout.headlines[:2])

    @cached_property
    def small(self) -> frozenset[str]:
        """The words that the page writes small somewhere."""
        return small_words.of(self.blocks)

    @cached_property
    def counts(self) -> Counter[str]:
        """How often each short line stands on the page."""
        return Counter(block.folded for block in self.blocks if block.words <= MOST_WORDS)

    def may_sign(self, index: int) -> bool:
        """Whether it is worth reading: no sentence, no table, no known furniture, and a capital or none to be had."""
        block = self.blocks[index]
        if len(block.text) > byline.LONGEST or block.kind == "table":
            return False
        if byline.label_end(block.text) or runs.is_label(block.text):
            return True
        if block.words > MOST_WORDS or is_furniture(block):
            return False
        return not block.text.isascii() or (not block.text.islower() and " " in block.text and not _is_menu(block))

    def dated(self, index: int) -> bool:
        """Whether this line holds a date, and little else."""
        if not 0 <= index < len(self.blocks) or index in self.layout.headlines:
            return False
        if index not in self._dated:
            text = self.blocks[index].text
            figures = len(text) <= dates.LONGEST and any(map(str.isdigit, text))
            self._dated[index] = figures and dates.read(text, self.hints) is not None
        return self._dated[index]

    def signs(self, run: Run, signed: Byline) -> tuple[float, ...]:
        """The signs of one candidate, in the order of NAMES."""
        first, last = run.members[0], run.members[-1]
        stands = last if runs.is_label(self.blocks[first].text) else first
        names = signed.authors
        seen = (
            *_form(run, signed, names),
            *self._place(first, last),
            *self._company(first, last),
            *self._words(names, stands),
        )
        return (*seen, *self._rules(stands), *_both(seen))

    def _place(self, first: int, last: int) -> tuple[float, ...]:
        layout = self.layout
        above = max((index for index in layout.headlines if index < first), default=None)
        down = first - above if above is not None else _FAR
        up = min((index - last for index in layout.headlines if index > last), default=_FAR)
        to_story = layout.start - last
        return (
            float(down == 1),
            float(down in (2, 3)),
            min(down, _FAR) / _FAR,
            float(down > 10),
            float(up <= 2),
            float(above is None),
            float(to_story == 1),
            min(max(to_story, 0), _FAR) / _FAR,
            float(layout.start < first <= layout.end),
            float(0 < first - layout.end <= 3),
            float(first > layout.end),
        )

    def _company(self, first: int, last: int) -> tuple[float, ...]:
        below, above = self._block(last + 1), self._block(first - 1)
        near = [*range(last + 1, last + 1 + _NEAR), *range(first - _NEAR, first)]
        return (
            float(self.dated(last + 1)),
            float(self.dated(first - 1)),
            float(any(map(self.dated, near))),
            float(
                any(
                    b is not None and b.marked("published", "modified", place="line") is not None
                    for b in (below, above)
                )
            ),
            float(_is_credit(below)),
            float(_is_credit(above)),
            float(self._is_name(last + 1)),
            float(self._is_name(first - 1)),
            float(below is not None and below.words <= MOST_WORDS and signers.has_role(below.text)),
            float(below is not None and below.words >= PROSE_WORDS),
            float(below is not None and is_furniture(below)),
            float(above is not None and is_furniture(above)),
            float(
                above is not None and (runs.is_label(above.text) or above.marked("byline", place="line") is not None)
            ),
        )

    def _words(self, names: Sequence[str], index: int) -> tuple[float, ...]:
        surnames = [word for word in (name.split(" ")[-1] for name in names) if len(word) >= _SHORTEST]
        count = max((self.story.count(word) for word in surnames), default=0)
        again = self.counts[self.blocks[index].folded]
        return (
            float(count > 0),
            float(count > 2),
            float(any(word in self.title for word in surnames)),
            float(again == 2),
            float(again > 2),
            float(any(small_words.is_partly_common(name, self.small) for name in names)),
            float(any(map(gazetteer.is_known, names))),
            float(any(mark.category not in ("byline", "published", "modified") for mark in self.blocks[index].marks)),
            *self._vocabulary(names),
        )

    def _vocabulary(self, names: Sequence[str]) -> tuple[float, ...]:
        """Whether one word of the names, or half of them, is one of furniture; small words; given names."""
        words = [fold(word).strip(".,:;!?") for name in names for word in name.split(" ")]
        words = [word for word in words if word not in names_of.PARTICLES]
        often, ever = furniture_words(_SEVERAL), furniture_words()
        rare = sum(word in ever and word not in often and not given_names.is_given(word) for word in words)
        common = sum(word in often for word in words)
        small = not words_of(self.hints.language or "en").isdisjoint(words)
        given = sum(map(given_names.is_given, names))
        return (
            float(common > 0),
            float(rare > 0),
            float(2 * (common + rare) > len(words)),
            float(common + rare == len(words)),
            float(small),
            float(given > 0),
            float(given == len(names)),
        )

    def _rules(self, index: int) -> tuple[float, ...]:
        verdict = self.layout.verdicts[index]
        against = [hit.rule for hit in verdict.hits if hit.call is Call.DROP]
        rooms = ("comments/", "trending/", "navigation/", "repeats/")
        taken = (any(rule.startswith(room) for rule in against) for room in rooms)
        return (float(verdict.kept), *map(float, taken), float(self.blocks[index].kind == "caption"))

    def _block(self, index: int) -> Block | None:
        return self.blocks[index] if 0 <= index < len(self.blocks) else None

    def _is_name(self, index: int) -> bool:
        block = self._block(index)
        if block is None or block.words > 4 or not byline.is_bare(block.text):
            return False
        signed = byline.read(block.text, self.hints)
        return signed is not None and bool(signed.authors)


def _form(run: Run, signed: Byline, names: Sequence[str]) -> tuple[float, ...]:
    words = [len(name.split(" ")) for name in names]
    return (
        float(signed.labelled),
        float(signed.role is not None),
        float(bool(signed.published or signed.modified)),
        float(len(names) > 1),
        float(signed.agency is not None),
        float(max(words) == 1),
        float(max(words) == 2),
        float(max(words) > 3),
        float(run.text.isupper()),
        float(not any(c.isupper() or c.islower() for c in names[0])),
        float(run.text.count(" ") > 6),
    )


def _both(signs: Sequence[float]) -> tuple[float, ...]:
    """Signs that mean another thing together."""
    said = dict(zip(FORM + PLACE + COMPANY + WORDS, signs, strict=True))
    label = said["label"]
    bare = (1 - label) * (1 - said["job"])
    return (
        label * max(said["right below headline"], said["second or third below headline"]),
        label * said["after story"],
        label * said["inside story"],
        label * said["one word"],
        bare * said["after story"],
        bare * said["inside story"],
        bare * said["far below headline"],
        bare * (1 - max(said["date near"], said["own date"])),
        label * said["several names"],
        bare * said["surname in story"],
        bare * said["surname often in story"],
        said["photo credit right below"] * said["surname in story"],
    )


def _is_credit(block: Block | None) -> bool:
    return block is not None and (block.kind == "caption" or block.marked("caption") is not None)


def _looked_at(layout: Layout) -> list[int]:
    """Indexes of lines near the headline and around the story, in page order.

    Left out are headlines, and below the story what belongs to a list or to comments.
    """
    size = len(layout.blocks)
    stretches = [(headline - ABOVE, headline + BELOW) for headline in layout.headlines]
    if layout.start < size:
        stretches.append((layout.start - ABOVE_STORY, layout.start + INTO_STORY))
    near = {index for low, high in stretches for index in range(max(0, low), min(size, high + 1))}
    above = {index for index in near if index <= layout.end}
    below = filter(layout.speaks, range(max(0, layout.end - 1), layout.tail(AFTER)))
    return sorted(above.union(below).difference(layout.headlines))[:MOST_LINES]
