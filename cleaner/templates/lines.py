"""What of a page is compared with other pages: its lines' keys, which of them are prose, and where they stand."""

from __future__ import annotations

import hashlib
import math
import re
from collections import Counter
from collections.abc import Container, Mapping, Sequence, Set
from dataclasses import dataclass
from heapq import nlargest
from itertools import accumulate, groupby
from typing import Literal

from cleaner.model import Block
from cleaner.rules.shape import ends_like_sentence, is_prose

Place = Literal["above", "amid", "below"]
PLACES: tuple[Place, ...] = ("above", "amid", "below")

# Counts and dates change from page to page ("3 comments", "Page 2 of 7"); the figures of a sentence are news.
MASKED_WORDS = 8
LONGEST_KEY = 300  # characters; of a longer line a digest stands for the rest
# A line that fewer pages share may be shared by chance, or by a story that was printed twice.
FEWEST_PAGES = 3
SENTENCE_WORDS = 6
# Prose that so many pages share is the site's even where it is most of a page's prose: long legal notices.
MANY_PAGES, NEARLY_ALL = 8, 0.9
# A label stands by itself between paragraphs; a share bar or box that interrupts the story has more lines.
ALONE_LINES = 2
ALONE_REACH = 2  # blocks on either side within which a paragraph must stand

_NUMBER = re.compile(r"\d+")
_LETTER = re.compile(r"[^\W\d_]")
_EDGES = " .,:;|/\\-*>•·"


@dataclass(frozen=True, slots=True)
class PageLines:
    """A page as its site's other pages are compared with it.

    identity: the same for copies of one page, for which its headline and its two longest blocks stand.
    headline: its key, "" where none was found.
    keys: a key for each block, "" for one that is not compared; prose: which blocks are paragraphs.
    """

    identity: str
    headline: str
    keys: tuple[str, ...]
    prose: tuple[bool, ...]

    def paragraphs(self) -> set[str]:
        """The keys of its paragraphs."""
        return {key for key, paragraph in zip(self.keys, self.prose, strict=True) if paragraph}


def lines_of(blocks: Sequence[Block]) -> PageLines:
    """The page's lines; linear in its length."""
    headline = next((block for block in blocks if block.headline), None)
    longest = sorted(nlargest(2, {block.folded for block in blocks}, key=lambda text: (len(text), text)))
    return PageLines(
        identity=digest("\n".join([headline.folded if headline else "", *longest])),
        headline=key(headline) if headline else "",
        keys=tuple(key(block) for block in blocks),
        prose=tuple(_reads_as_story(block) for block in blocks),
    )


def _reads_as_story(block: Block) -> bool:
    """A paragraph or a shorter sentence; the page's own talk reads so too, but recurs."""
    return is_prose(block) or (block.words >= SENTENCE_WORDS and ends_like_sentence(block.text))


def key(block: Block) -> str:
    """The form in which a block is compared: folded, edges bare, figures of short lines masked.

    "" where no letter is left: figures alone say nothing of a template.
    """
    bare = block.folded.strip(_EDGES)
    if not _LETTER.search(bare):
        return ""
    if block.words <= MASKED_WORDS:
        bare = _NUMBER.sub("0", bare)
    return bare if len(bare) <= LONGEST_KEY else f"{bare[:LONGEST_KEY]} {digest(bare)}"


def digest(text: str) -> str:
    """Sixteen hexadecimal figures that stand for the text."""
    return hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()


def of_the_site(page: PageLines, shared: Mapping[str, int], pages: int) -> Set[str]:
    """Of the keys that other pages share, those that may be the site's. shared: on how many of so many pages each is.

    Where most of a page's prose stands on other pages, these may tell its story too, at another hour: then only prose
    that nearly all pages have is the site's.
    """
    prose = page.paragraphs()
    if not mostly_in(prose, shared.keys()):
        return shared.keys()
    nearly_all = NEARLY_ALL * pages if pages >= MANY_PAGES else math.inf
    return {key for key, count in shared.items() if key not in prose or count >= nearly_all}


def mostly_in(prose: Set[str], others: Set[str]) -> bool:
    """Whether more than half of some prose, by its length, stands among other keys."""
    return 2 * sum(map(len, prose & others)) > sum(map(len, prose))


def places(page: PageLines, shared: Container[str]) -> list[Place]:
    """Where each line stands, seen from the story: the paragraphs that do not recur. shared: the keys that do.

    A line that recurs is `amid` where at most one other such line stands beside it, and there is story within two
    blocks on either side, or the page has the line elsewhere too: the house's name in a sentence cut at its link. All
    others are `above` where most of the story is below them, or there is none, and `below`.
    """
    recurs = [key in shared for key in page.keys]
    story = [paragraph and not again for paragraph, again in zip(page.prose, recurs, strict=True)]
    times = Counter(page.keys)
    before = list(accumulate(story, initial=0))
    found: list[Place] = ["above" if 2 * above <= before[-1] else "below" for above in before[:-1]]
    end = 0
    for again, run in groupby(recurs):
        start, end = end, end + len(list(run))
        if not again or end - start > ALONE_LINES or start == 0 or end == len(story):
            continue
        between = any(story[max(0, start - ALONE_REACH) : start]) and any(story[end : end + ALONE_REACH])
        for at in range(start, end):
            if between or times[page.keys[at]] > 1:
                found[at] = "amid"
    return found
