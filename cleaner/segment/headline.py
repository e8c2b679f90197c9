"""Which block is the page's headline, and which repeat it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from cleaner.model import Block

FEWEST_WORDS, MOST_WORDS = 3, 32
MOST_CHARACTERS = 220
PROSE_WORDS = 20
FURNITURE_WORDS = 14  # a line shorter than this speaks against a stretch of prose
SENTENCE_WORDS = 7  # a line that ends a sentence may be shorter before it does
# How many blocks above the story are looked at: standfirst, byline, date, captions, share bar and a
# list of teasers may stand between a headline and its story.
FARTHEST = 40
LEAST_SCORE = 2.2
SHARED = 0.3  # share of its vocabulary that makes a paragraph part of the story below it
# ` | Site`, ` - Site`, ` — Site`: what page titles add to a headline.
_SUFFIX = re.compile(r"\s+[|\-–—•·:\"/]+\s+[^|]{2,60}$")  # a folded » is a plain quotation mark
_WORD = re.compile(r"\w+")
_SYLLABLES = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
# What text browsers and Markdown writers put for links, buttons and pictures.
_MACHINE = re.compile(r"\]\(|://|\[link\]|\(BUTTON\)|\[[^\]\s]{1,80}\.(?:jpe?g|png|gif|webp|svg)\]")
_SENTENCE_BREAK = re.compile(r"[^\W\d_]{3}[.。] +[^\W\d_a-z]")
_BAR = re.compile(r"\s[|·•/›»>]\s|\t")
_DIGIT = re.compile(r"\d")
_DATE = re.compile(r"\b(?:19|20)\d\d\b|\b\d{1,2}:\d{2}\b")
FURNITURE = (
    "menu", "section", "search", "account", "breadcrumb", "trending", "latest", "related", "columns", "share",
    "follow", "network", "newsletter", "subscribe", "app", "donate", "advertisement", "sponsored", "cookie",
    "comments", "copyright", "terms", "contact", "about", "edition", "feedback", "player", "tool", "next_previous",
)  # fmt: skip


def stamp(blocks: Sequence[Block], titles: Sequence[str]) -> tuple[Block, ...]:
    """The same blocks, `headline` set on the headline and on what repeats it.

    titles: what an HTML page calls itself in its head, folded, best first; empty for flattened text.
    """
    chosen = _stated(blocks, titles) if titles else None
    if chosen is None:
        chosen = _likeliest(blocks, bool(titles))
    if chosen is None:
        return tuple(blocks)
    headline = bare(chosen.folded) if _stands_bare(blocks, bare(chosen.folded)) else chosen.folded
    return tuple(replace(block, headline=True) if _repeats(block, headline) else block for block in blocks)


def bare(folded: str) -> str:
    """A page title without the site's name after it."""
    return _SUFFIX.sub("", folded) if len(folded) < 400 else folded


def _repeats(block: Block, headline: str) -> bool:
    if len(block.folded) > len(headline) + 80:
        return False
    return headline in (block.folded, bare(block.folded), bare(bare(block.folded)))


def _stands_bare(blocks: Sequence[Block], folded: str) -> bool:
    return len(folded.split()) >= FEWEST_WORDS and any(block.folded == folded for block in blocks)


def _stated(blocks: Sequence[Block], titles: Sequence[str]) -> Block | None:
    for title in titles:
        for form in dict.fromkeys((title, bare(title), bare(bare(title)))):
            exact = [block for block in blocks if block.folded == form]
            if exact:
                return max(exact, key=lambda block: (bool(block.dom and block.dom.level == 1), -block.index))
    return None


def _likeliest(blocks: Sequence[Block], is_html: bool) -> Block | None:
    anchor = _core_start(blocks)
    if anchor is None:
        return None
    counts = Counter(bare(block.folded) for block in blocks)
    story = _vocabulary(blocks, anchor)
    anchor = _first_of_story(blocks, anchor, story)
    opening = frozenset(_content(bare(blocks[0].folded))) if _could_be(blocks[0]) else frozenset()
    best: tuple[float, int] | None = None
    for block in (blocks[0], *blocks[max(1, anchor - FARTHEST) : anchor + 1]):
        if not _could_be(block):
            continue
        words = _content(bare(block.folded))
        score = _form(block) + _surroundings(blocks, block, anchor)
        if counts[bare(block.folded)] > 1:
            score += 1.0
        if words:
            need = 2 if block.index == anchor else 1  # a block's own words are no proof of it
            shared = sum(story[word] >= need for word in words) / len(words)
            score += 3.0 * shared
            if block.index == 0 and shared:
                score += 1.0  # not the bare name of the site
            if block.index:
                # The first line is most often the page's title: the headline, reworded, and the site.
                score += 3.0 * sum(word in opening for word in words) / max(len(words), len(opening), 1)
        if is_html and block.dom:
            score += {1: 3.0, 2: 1.0}.get(block.dom.level, -1.0)
        if best is None or score > best[0]:
            best = (score, block.index)
    return blocks[best[1]] if best and best[0] >= LEAST_SCORE else None


def _could_be(block: Block) -> bool:
    if not FEWEST_WORDS <= block.words <= MOST_WORDS or len(block.text) > MOST_CHARACTERS:
        return False
    if _MACHINE.search(block.text):
        return False
    return not (
        block.marked(*FURNITURE, place="line") or block.marked("byline", "published", "modified", place="start")
    )


def _form(block: Block) -> float:
    """How much the block itself looks like a headline."""
    score = min(block.words, 9) / 9
    if block.kind == "heading":
        score += 1.0
    elif block.kind == "list_item":
        score -= 1.5
    if block.text.endswith((".", "…", "。", ",", ";", ":")):
        score -= 2.5
    elif block.text.rstrip(")").endswith(("!", "?", "！", "？")):
        score -= 0.2
    if _SENTENCE_BREAK.search(block.text):
        score -= 1.5  # a caption and its credit, two sentences of a teaser
    if block.text[0].islower() or block.text[0] in ",.;)":
        score -= 2.0
    if block.marks:
        score -= 1.0
    if len(_BAR.findall(block.text)) >= 2:
        score -= 2.5  # a menu in one line, or a path through the site
    digits = len(_DIGIT.findall(block.text))
    if digits >= 6 and digits > len(block.text) / 6:
        score -= 2.5  # a date, a counter, a telephone number
    return score


def _surroundings(blocks: Sequence[Block], block: Block, anchor: int) -> float:
    """How much its place looks like a headline's: first on the page, or shortly above the story."""
    distance = anchor - block.index
    score = max(0.5 if block.index == 0 else 0.0, 1.5 - distance / 8)
    clean = block.index == 0 and not any(_is_furniture(below) for below in blocks[1 : anchor + 1])
    if clean and not block.text.endswith((".", "。", "।")):
        score += 1.5  # a text without furniture begins with its headline, if it has one
    if distance == 0:
        score -= 1.0
    below = blocks[block.index + 1 : block.index + 5]
    if below and _signs(below[0]):
        score += 0.5
    elif below and _is_furniture(below[0]):
        score -= 0.8  # the site's name stands above a menu
    if any(_signs(follower) for follower in below):
        score += 0.5
    return score


def _is_furniture(block: Block) -> bool:
    return block.marked(*FURNITURE) is not None or len(_BAR.findall(block.text)) >= 2


def _signs(block: Block) -> bool:
    """A byline or date line, as it stands below headlines."""
    return block.marked("byline", "published", "modified") is not None or _DATE.search(block.text[:80]) is not None


def _core_start(blocks: Sequence[Block]) -> int | None:
    """Where the page's longest stretch of prose begins (largest sum of words above furniture's length)."""
    best, run, run_start = 0.0, 0.0, 0
    start: int | None = None
    for block in blocks:
        gain = float(min(block.words, 60) - (SENTENCE_WORDS if _ends(block) else FURNITURE_WORDS))
        if block.marked(*FURNITURE):
            gain = -float(FURNITURE_WORDS)
        elif block.words >= PROSE_WORDS and not _ends(block):
            gain /= 2
        if run <= 0:
            run, run_start = gain, block.index
        else:
            run += gain
        if run > best:
            best, start = run, run_start
    return start


def _first_of_story(blocks: Sequence[Block], anchor: int, story: Counter[str]) -> int:
    """Prose above the longest stretch that shares its vocabulary: the story begins there, lists broke it."""
    at, looked = anchor - 1, 0
    while at >= 0 and looked < FARTHEST // 2:
        block = blocks[at]
        if block.words >= PROSE_WORDS and _ends(block) and not block.marked(*FURNITURE):
            words = _content(block.folded)
            if sum(word in story for word in words) >= SHARED * len(words):
                anchor, looked = at, 0
        at, looked = at - 1, looked + 1
    return anchor


def _vocabulary(blocks: Sequence[Block], anchor: int) -> Counter[str]:
    """In how many of the story's first blocks each word stands."""
    words: Counter[str] = Counter()
    for block in blocks[anchor : anchor + 40]:
        if block.words >= SENTENCE_WORDS:
            words.update(set(_content(block.folded)))
    return words


def _content(folded: str) -> list[str]:
    """Words that carry meaning, told by length; pairs of characters where one stands for a syllable or a word."""
    if len(_SYLLABLES.findall(folded[:400])) > len(folded[:400]) / 3:
        return [pair for word in _WORD.findall(folded[:1500]) for pair in map("".join, pairwise(word))]
    return [word for word in _WORD.findall(folded[:3000]) if len(word) > 3]


def _ends(block: Block) -> bool:
    return block.text.rstrip("\"'’”»)]").endswith((".", "!", "?", "…", "。", "！", "？", "।", "؟"))
