"""What can be seen of a line that may be the page's headline: numbers with names.

Every sign is cheap, mostly between 0 and 1, and read from flattened text alone but for the levels of HTML's
headings. What each is worth is learned (`headline_weights.json`). Most tell how a headline stands: on the page's
first line or shortly above its story, over a byline or date, made of the story's own words.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

from cleaner.lexicon import line_categories
from cleaner.model import Block
from cleaner.segment.story_core import FURNITURE, PROSE_WORDS, Story, any_of, ends, find_story, is_furniture, stems

FEWEST_WORDS, MOST_WORDS = 3, 32
MOST_CHARACTERS = 220
FULL_WORDS = 8  # a headline of so many words is no shorter than most
LOOK_AHEAD = 12  # blocks: standfirst, byline, captions and a share bar may stand between a headline and its story
NEAR = 4  # blocks: about what a byline, a date and a share bar take
BELOW_START = 3  # blocks of the supposed story that are looked at: a caption may be taken for its first paragraph
TOP = 3  # blocks
BAR_ITEMS = 2  # a title has as many: the headline and the site's name
FAR = 40  # blocks above the story; whole menus and lists of teasers fit between
SHORTEST_INSIDE = 10  # characters; shorter lines stand in another by chance
NEXT_WORDS, NEXT_BLOCKS = 12, 3  # the next paragraphs below a line: how long at least, and how many

FORM = (
    "words", "words above 16", "ends in full stop", "breaks off", "two sentences", "begins small", "lexicon mark",
    "list item", "heading", "several bars",
)  # fmt: skip
PLACE = (
    "first line", "second or third line", "depth", "distance to story", "far above story", "first of story",
    "inside story", "prose above", "share of prose above", "blank line before", "blank line where few are",
    "stands again",
)  # fmt: skip
COMPANY = (
    "no prose near", "signature right below", "signature near", "furniture right below", "furniture below",
    "furniture above", "titles below", "titles above",
)  # fmt: skip
WORDS = (
    "weight in story", "story's share", "other words", "few words", "next paragraphs' share", "first line's share",
    "inside first line",
)  # fmt: skip
RANK = ("weight beside heaviest", "heaviest", "first heavy", "half as heavy right above", "half as heavy right below")
LEVEL = ("h1", "h2", "no heading in HTML")
NAMES = FORM + PLACE + COMPANY + WORDS + RANK + LEVEL
NONE = ("none", "none: page opens with prose", "none: page opens with story", "none: many lines to choose from")

# ` | Site`, ` - Site`, ` — Site`: what page titles add to a headline.
_SUFFIX = re.compile(r"\s+[|\-–—•·:\"/]+\s+[^|]{2,60}$")  # a folded » is a plain quotation mark
# What text browsers and Markdown writers put for links, buttons and pictures.
_MACHINE = re.compile(r"\]\(|://|\[link\]|\(BUTTON\)|\[[^\]\s]{1,80}\.(?:jpe?g|png|gif|webp|svg)\]")
_SENTENCE_BREAK = re.compile(r"[^\W\d_]{3}[.。] +[^\W\d_a-z]")
_BAR = re.compile(r"\s[|·•/›»>]\s|\t")
# A year, a time, a date in digits; the digit in front makes the search quick.
_DATE = re.compile(r"\d(?:(?:(?<=1)9|(?<=2)0)\d\d(?!\d)|:\d\d|[./-]\d\d?[./-]\d)")
_SIGNATURE = frozenset({"byline", "published", "modified"})


@dataclass(frozen=True, slots=True)
class Candidate:
    """A line that may be the headline: its block's index and its signs, in the order of NAMES."""

    index: int
    signs: tuple[float, ...]


class _Page:
    """What the signs of every line need to know of its page, down to a little below the story's start."""

    __slots__ = ("blocks", "counts", "end", "first", "furniture", "gaps", "next_paragraph", "next_prose", "next_sign",
                 "next_words", "opening", "prose", "prose_words", "story", "titles_above", "titles_below")  # fmt: skip

    def __init__(self, blocks: Sequence[Block], story: Story) -> None:
        self.blocks, self.first, self.story = blocks, story.first, story.counts
        self.end = story.core + BELOW_START
        above = blocks[: self.end + LOOK_AHEAD]
        prose = [block.words >= PROSE_WORDS for block in above]
        signs = [_signs(block) for block in above]
        titles = [_like_a_title(block, signed) for block, signed in zip(above, signs, strict=True)]
        self.furniture = _sums([is_furniture(block) for block in above])
        self.prose = _sums(prose)
        self.prose_words = _sums([block.words if block.words >= PROSE_WORDS else 0 for block in blocks])
        self.next_prose, self.next_sign = _distances(prose), _distances(signs)
        self.titles_above = _runs(titles)
        self.titles_below = _runs(titles[::-1])[::-1]
        self.gaps = sum([block.gap > 0 for block in above]) / len(above)
        self.counts = Counter([block.folded for block in blocks if block.words <= MOST_WORDS])
        self.opening = frozenset(stems(bare(blocks[0].folded))) if could_be(blocks[0]) else frozenset[str]()
        self.next_paragraph = _distances([block.words >= NEXT_WORDS for block in above])
        self.next_words: dict[int, frozenset[str]] = {}

    def words_below(self, index: int) -> frozenset[str]:
        """The words of the next few paragraphs below a line; none where they are far."""
        distance = self.next_paragraph[index]
        if distance > LOOK_AHEAD:
            return frozenset()
        start = index + distance
        if start not in self.next_words:
            below = [block for block in self.blocks[start : start + LOOK_AHEAD] if block.words >= NEXT_WORDS]
            self.next_words[start] = frozenset().union(*(stems(block.folded) for block in below[:NEXT_BLOCKS]))
        return self.next_words[start]

    def worth_a_look(self, index: int) -> bool:
        """Whether a line is near the page's top or its story, or far above but over a byline or date.

        Whole menus and lists of teasers stand far above; of the labelled headlines 0.4 % are lost there.
        """
        return index < TOP or self.first - index <= FAR or self.next_sign[index] <= NEAR


def candidates(blocks: Sequence[Block]) -> tuple[list[Candidate], tuple[float, ...]]:
    """The lines that may be the headline, in page order, and the signs that none is, in the order of NONE.

    A page without prose has no story, and nothing to be the headline of.
    """
    story = find_story(blocks)
    if story is None:
        return [], (1.0, 0.0, 0.0, 0.0)
    page = _Page(blocks, story)
    lines = [block for block in blocks[: page.end] if page.worth_a_look(block.index) and could_be(block)]
    folded = [bare(block.folded) for block in lines]
    words = [_words(page, block, own) for block, own in zip(lines, folded, strict=True)]
    ranks = _ranks(lines, [own[0] * min(1.0, at.words / FULL_WORDS) for own, at in zip(words, lines, strict=True)])
    found = [
        Candidate(at.index, (*_form(at), *_place(page, at, own), *_company(page, at), *said, *rank, *_level(at)))
        for at, own, said, rank in zip(lines, folded, words, ranks, strict=True)
    ]
    return found, (1.0, float(blocks[0].words >= PROSE_WORDS), float(story.first == 0), math.log1p(len(lines)))


def could_be(block: Block) -> bool:
    """Whether a line has a headline's length, and is not known to be something else."""
    if not FEWEST_WORDS <= block.words <= MOST_WORDS or len(block.text) > MOST_CHARACTERS:
        return False
    for mark in block.marks:
        if mark.category in (FURNITURE if mark.place == "line" else _SIGNATURE) and mark.place != "within":
            return False
    if is_bar(block.folded):
        return False
    return not _MACHINE.search(block.text)


def is_bar(folded: str) -> bool:
    """Whether most items of a line are phrases of furniture: `About | Contact | Terms`; a title's section is one."""
    items = folded.split(" | ")
    return len(items) > BAR_ITEMS and sum(bool(line_categories(item)) for item in items) > len(items) / 2


def bare(folded: str) -> str:
    """A page title without the site's name after it."""
    return _SUFFIX.sub("", folded) if len(folded) < 400 else folded


def _form(block: Block) -> tuple[float, ...]:
    """What the line itself looks like."""
    text = block.text
    return (
        min(1.0, block.words / 12),
        max(0, block.words - 16) / 16,
        float(text.endswith((".", "。", "।")) and not text.endswith("...")),
        float(text.endswith((",", ";", ":", "…", "..."))),
        float(_SENTENCE_BREAK.search(text) is not None),
        float(text[0].islower() or text[0] in ",.;)"),
        float(bool(block.marks)),
        float(block.kind == "list_item"),
        float(block.kind == "heading"),
        float(len(_BAR.findall(text)) > 1),
    )


def _place(page: _Page, block: Block, folded: str) -> tuple[float, ...]:
    """Where on the page it stands."""
    index, distance = block.index, page.first - block.index
    again = page.counts[block.folded] > 1 or (folded != block.folded and page.counts[folded] > 0)
    return (
        float(index == 0),
        float(0 < index < 3),
        math.log1p(index) / 5,
        math.log1p(max(0, distance)) / 3,
        float(distance > FAR),
        float(distance == 0),
        float(distance < 0),
        math.log1p(page.prose[index]),
        page.prose_words[index] / max(1, page.prose_words[-1]),
        float(block.gap > 0 and index > 0),
        # On a page with blank lines everywhere, or nowhere, one tells nothing.
        float(block.gap > 0) - page.gaps if index else 0.0,
        float(again),
    )


def _company(page: _Page, block: Block) -> tuple[float, ...]:
    """What stands above and below it."""
    index = block.index
    signature = page.next_sign[index]
    last = len(page.furniture) - 1
    below = page.furniture[min(last, index + 1 + NEAR)] - page.furniture[index + 1]
    return (
        float(page.next_prose[index] > LOOK_AHEAD),
        float(signature == 1),
        float(signature <= NEAR),
        float(page.furniture[min(last, index + 2)] > page.furniture[index + 1]),
        below / NEAR,
        (page.furniture[index] - page.furniture[max(0, index - NEAR)]) / NEAR,
        page.titles_below[index] / 6,
        page.titles_above[index] / 6,
    )


def _words(page: _Page, block: Block, folded: str) -> tuple[float, ...]:
    """How much of it the story says again, and the page's first line."""
    words = stems(folded)
    if not words:
        return (0.0, 0.0, 0.0, 1.0, 0.0, 0.0, 0.0)
    own = int(block.index >= page.first)  # a block's own words are no proof of it
    counts = [count for count in (page.story[word] - own for word in words) if count > 0]
    following = page.words_below(block.index)
    first_share = len(page.opening.intersection(words)) / max(len(words), len(page.opening)) if block.index else 0.0
    return (
        sum(map(math.log1p, counts)) / len(words),
        len(counts) / len(words),
        min(1.0, (len(words) - len(counts)) / 6),
        float(len(words) < 2),
        sum(word in following for word in words) / len(words),
        first_share,
        float(block.index > 0 and len(folded) >= SHORTEST_INSIDE and folded in page.blocks[0].folded),
    )


def _ranks(lines: Sequence[Block], weights: Sequence[float]) -> Iterator[tuple[float, ...]]:
    """Each line beside the others by its weight in the story: beside the heaviest, and beside its neighbours."""
    heaviest = max(weights, default=0.0)
    by_index = {line.index: weight for line, weight in zip(lines, weights, strict=True)}
    above = 0.0
    for line, weight in zip(lines, weights, strict=True):
        share = weight / heaviest if heaviest else 0.0
        half = weight / 2
        yield (
            share,
            float(share == 1),
            float(share >= 0.6 > above),
            float(by_index.get(line.index - 1, 0.0) > half),
            float(by_index.get(line.index + 1, 0.0) > half),
        )
        above = max(above, share)


def _level(block: Block) -> tuple[float, ...]:
    """What HTML says of it."""
    level = block.dom.level if block.dom else None
    return float(level == 1), float(level == 2), float(level == 0)


def _signs(block: Block) -> bool:
    """A byline or date line, as it stands below headlines."""
    return any_of(block, _SIGNATURE) or _DATE.search(block.text, 0, 80) is not None


def _like_a_title(block: Block, signed: bool) -> bool:
    """Long and short enough for one of several headlines below each other: a list of teasers."""
    return FEWEST_WORDS < block.words < PROSE_WORDS and not signed and not ends(block.text)


def _sums(values: Iterable[int]) -> list[int]:
    """Sums of all values before each place, and of all."""
    return list(accumulate(values, initial=0))


def _distances(flags: Sequence[bool]) -> list[int]:
    """How far below each place the next flag stands; far where none does."""
    found, distance = [], FAR
    for flag in reversed(flags):
        found.append(distance)
        distance = 1 if flag else distance + 1
    return found[::-1]


def _runs(flags: Sequence[bool], most: int = 6) -> list[int]:
    """How many flags stand right before each place."""
    found, run = [], 0
    for flag in flags:
        found.append(run)
        run = min(most, run + 1) if flag else 0
    return found
