"""What of a page is compared with other pages: its lines' keys, which of them are prose, and where they stand."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Sequence, Set
from dataclasses import dataclass
from heapq import nlargest
from itertools import groupby

from cleaner.model import Block, Where
from cleaner.rules.shape import ends_like_sentence, is_prose

PLACES: tuple[Where, ...] = ("above", "amid", "boxed", "below")

# Counts and dates change from page to page ("3 comments", "Page 2 of 7"); the figures of a sentence are news.
MASKED_WORDS = 8
LONGEST_KEY = 300  # characters; of a longer line a digest stands for the rest
# A line that fewer pages share may be shared by chance, or by a story that was printed twice.
FEWEST_PAGES = 3
SENTENCE_WORDS = 6
# Of pages of labelled portals up to 0.57 is prose that others have, furniture all of it; a live report's pages have
# more of each other's.
MOSTLY = 0.6
# A label stands by itself between paragraphs; a share bar or box that interrupts the story has more lines.
ALONE_LINES = 2

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


def of_the_site(page: PageLines, shared: Set[str]) -> Set[str]:
    """Of the keys that other pages share, those that may be the site's.

    Where most of a page's prose stands on other pages, these may tell its story too, at another hour or under another
    address: then no prose is the site's, though it may be a long legal notice.
    """
    prose = page.paragraphs()
    return shared - prose if mostly_in(prose, shared) else shared


def mostly_in(prose: Set[str], others: Set[str]) -> bool:
    """Whether most of some prose, by its length, stands among other keys."""
    return sum(map(len, prose & others)) > MOSTLY * sum(map(len, prose))


def places(page: PageLines, shared: Set[str]) -> list[Where]:
    """Where each line stands, seen from the story: the paragraphs that do not recur. shared: the keys that do.

    `above` the first of them, or where there is none; `below` the last; between the two, a line that recurs is `amid`
    where at most one other such line stands beside it, as labels do, and `boxed` in a longer run. A line that the page
    has elsewhere too is `amid` wherever it stands so alone: the house's name in a sentence cut at its link.
    """
    recurs = [key in shared for key in page.keys]
    story = [at for at, again in enumerate(recurs) if page.prose[at] and not again]
    first, last = (story[0], story[-1]) if story else (len(recurs), len(recurs))
    times = Counter(page.keys)
    found: list[Where] = []
    for again, run in groupby(recurs):
        start, length = len(found), len(list(run))
        end = start + length
        alone = again and length <= ALONE_LINES and start > 0 and end < len(recurs)
        for at in range(start, end):
            inside = first < at < last
            if alone and (inside or times[page.keys[at]] > 1):
                found.append("amid")
            else:
                found.append("boxed" if inside else "above" if at <= first else "below")
    return found
