"""Posts under a name and a date that come back at short distances, as readers' comments do without any buttons."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from cleaner.model import Block
from cleaner.rules.shape import FILLERS, Shape, ends_like_sentence
from cleaner.rules.sheet import Sheet

# Name, date, a dozen short paragraphs: farther apart, dated names are no neighbours.
FARTHEST = 12
FEWEST = 3
# The few authors of a live report sign many entries; of readers this share of the names differ.
VARIED = 0.4
# A story must stand above: a page of nothing but posts is a forum, and its posts are what it tells. The
# story's own author and date look like a post's, so that a first "post" must be as long as a story.
LEAST_STORY_WORDS = 40
LONG_STORY_WORDS = 150
# "Old Salt from the coast says:"
NAME_WORDS = 5
# In one line with its date, a name has words of its own beside a weekday and a month.
WORDS_BEFORE_DIGIT = 3
_BEFORE_DIGIT = re.compile(r"\D{0,60}")
_INITIAL = re.compile(r"\s[^\W\d_]\.$")
# What a name may be marked with; other marks name a button or another part of the page.
_HARMLESS = frozenset({"byline", "about", "comment_tool"})
_PARTS = ("trending", "latest", "related", "columns", "newsletter", "follow", "copyright", "terms", "tags", "share")


@dataclass(frozen=True, slots=True)
class Posts:
    """A row of posts: first line, the line after the last, and how many there are."""

    start: int
    end: int
    count: int


@dataclass(frozen=True, slots=True)
class _Head:
    """A post's name and date: its first line, the line of its text, its name."""

    start: int
    body: int
    name: str


def rows(page: Sheet) -> Iterator[Posts]:
    """The rows of posts that stand below a story."""
    for group in _groups(_heads(page)):
        prose = page.paragraph_words
        first = 0 if prose[group[0].start] >= LEAST_STORY_WORDS else 1
        if first and (len(group) < 2 or prose[group[1].start] < LONG_STORY_WORDS):
            continue
        heads = group[first:]
        told = sum(head.body in page.texts for head in heads)
        names = len({head.name for head in heads})
        if len(heads) >= FEWEST and names >= max(FEWEST, VARIED * len(heads)) and 2 * told >= len(heads):
            yield Posts(heads[0].start, _end(page, heads), len(heads))


def _heads(page: Sheet) -> Iterator[_Head]:
    """Every name with a date, above it, below it or in one line with it."""
    after = 0
    for at in sorted(page.dated):
        if at < after or at + 1 >= len(page):
            continue
        head = _head(page, at)
        if head and head.body < len(page):
            yield head
            after = head.body


def _head(page: Sheet, at: int) -> _Head | None:
    if at and _is_name(page[at - 1], page.kinds[at - 1]):
        doubled = at > 1 and page[at - 2].folded == page[at - 1].folded  # an avatar's text and the name
        return _Head(at - 1 - doubled, at + 1, page[at - 1].folded)
    opening = _BEFORE_DIGIT.match(page[at].folded)
    leading = opening[0].split() if opening else []
    if len(leading) >= WORDS_BEFORE_DIGIT and not page[at].marked(*_PARTS):
        return _Head(at, at + 1, leading[0])
    if _is_name(page[at + 1], page.kinds[at + 1]):
        return _Head(at, at + 2, page[at + 1].folded)
    return None


def _is_name(block: Block, kind: str) -> bool:
    if block.words > NAME_WORDS or block.headline or kind in (Shape.NUMBER, Shape.STAMP):
        return False
    if any(mark.place == "line" and mark.category not in _HARMLESS for mark in block.marks):
        return False
    return not ends_like_sentence(block.text) or _INITIAL.search(block.text) is not None


def _groups(heads: Iterator[_Head]) -> Iterator[list[_Head]]:
    group: list[_Head] = []
    for head in heads:
        if group and head.start - group[-1].start > FARTHEST and len(group) > 1:
            yield group
            group = []
        elif group and head.start - group[-1].start > FARTHEST:
            # A lone name and date far above may be the story's own.
            group = group[:1] if group[0].start < head.start else []
        group.append(head)
    if group:
        yield group


def _end(page: Sheet, heads: Sequence[_Head]) -> int:
    """The line after the last post's text, of which as much is taken as the longest post before it has."""
    longest = max(after.start - before.body for before, after in pairwise(heads))
    last = heads[-1].body
    limit = min(len(page), last + max(longest, 1))
    end = last
    while end < limit and not page[end].headline and not page[end].marked(*_PARTS, place="line"):
        end += 1
    while end > last + 1 and page.kinds[end - 1] in FILLERS:
        end -= 1
    return end
