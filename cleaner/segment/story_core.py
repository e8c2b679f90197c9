"""Where the page's story begins, roughly and in one pass: what a headline is looked for above.

The core is the stretch with the largest sum of words above what furniture has (Pasternack & Roth 2009, maximum
subsequence segmentation, on blocks in place of tokens); prose above it that shares its words belongs to it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from cleaner.model import Block

PROSE_WORDS = 20
FURNITURE_WORDS = 14  # a line shorter than this speaks against a stretch of prose
SENTENCE_WORDS = 7  # a line that ends a sentence may be shorter before it does
MOST_WORDS = 60  # of one block that count: a page of one giant block has a core all the same
STORY_BLOCKS = 15  # from where the core begins, whose words are counted
FARTHEST = 20  # blocks without prose: above such a gap no prose is taken for the same story
SHARED = 0.3  # share of its words that makes a paragraph part of the story below it
FURNITURE = frozenset({
    "menu", "section", "search", "account", "breadcrumb", "trending", "latest", "related", "columns", "share",
    "follow", "network", "newsletter", "subscribe", "app", "donate", "advertisement", "sponsored", "cookie",
    "comments", "copyright", "terms", "contact", "about", "edition", "feedback", "player", "tool", "next_previous",
})  # fmt: skip
_ENDS = (".", "!", "?", "…", "。", "！", "？", "।", "؟")
# A word by its first letters, so that endings do not part what belongs together; short words carry little meaning.
_STEM = re.compile(r"\b\w{4,6}")
# Vowel signs of the Indic scripts are no letters to `\w`, but stand inside words.
_INDIC_STEM = re.compile("(?<![\\w\u0900-\u0dff])[\\w\u0900-\u0963\u0971-\u0dff]{4,6}")
_INDIC = re.compile("[\u0900-\u0dff]")
_WORD = re.compile(r"\w+")
_SYLLABLES = re.compile("[\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_LOOKED_AT = 200  # characters of a block whose words are taken


@dataclass(frozen=True, slots=True)
class Story:
    """Where the story stands.

    first: index of its first paragraph. core: where its longest stretch begins, there or below.
    counts: in how many of the core's first blocks each stem stands.
    """

    first: int
    core: int
    counts: Counter[str]


def find_story(blocks: Sequence[Block]) -> Story | None:
    """The page's story; None where there is no prose."""
    core = _core_start(blocks)
    if core is None:
        return None
    counts = Counter[str]()
    for block in blocks[core : core + STORY_BLOCKS]:
        if block.words >= SENTENCE_WORDS:
            counts.update(set(stems(block.folded)))
    return Story(_above_core(blocks, core, counts), core, counts)


def stems(folded: str) -> list[str]:
    """Beginnings of the longer words, which carry meaning; pairs of characters where one is a syllable or a word."""
    folded = folded[:_LOOKED_AT]
    if not folded.isascii():
        if len(_SYLLABLES.findall(folded)) > len(folded) / 3:
            return [pair for word in _WORD.findall(folded) for pair in map("".join, pairwise(word))]
        if _INDIC.search(folded):
            return _INDIC_STEM.findall(folded)
    return _STEM.findall(folded)


def ends(text: str) -> bool:
    """Whether a sentence ends with this text."""
    return text.rstrip("\"'’”»)]").endswith(_ENDS)


def is_furniture(block: Block) -> bool:
    """Whether the lexicon knows a phrase of menus, share bars, footers and their like in it."""
    return any_of(block, FURNITURE)


def any_of(block: Block, categories: frozenset[str]) -> bool:
    """Whether a mark of these categories stands in it; as a loop, since every block of every page is asked."""
    for mark in block.marks:  # noqa: SIM110 - `any` costs a generator each time
        if mark.category in categories:
            return True
    return False


def _core_start(blocks: Iterable[Block]) -> int | None:
    best, run, run_start = 0.0, 0.0, 0
    start: int | None = None
    for block in blocks:
        if run <= 0:
            if block.words <= SENTENCE_WORDS:
                continue  # begins no stretch, whatever it says
            run, run_start = 0.0, block.index
        run += _gain(block)
        if run > best:
            best, start = run, run_start
    return start


def _gain(block: Block) -> float:
    """How much a block speaks for prose (above 0) or for furniture."""
    if is_furniture(block):
        return -FURNITURE_WORDS
    if ends(block.text):
        return min(block.words, MOST_WORDS) - SENTENCE_WORDS
    gain = min(block.words, MOST_WORDS) - FURNITURE_WORDS
    return gain / 2 if block.words >= PROSE_WORDS else gain


def _above_core(blocks: Sequence[Block], core: int, counts: Counter[str]) -> int:
    """Lists and teasers may break a story: where its first paragraph of the same words stands above the core."""
    first, looked = core, 0
    for block in reversed(blocks[:core]):
        looked += 1
        if looked > FARTHEST:
            break
        if block.words >= PROSE_WORDS and ends(block.text) and not is_furniture(block):
            words = stems(block.folded)
            if sum(word in counts for word in words) >= SHARED * len(words):
                first, looked = block.index, 0
    return first
