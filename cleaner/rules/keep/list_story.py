"""The items of a list or ranking that is part of the story.

What it keeps: the run of items below a sentence that ends in a colon, and numbered headings each followed
by prose.

Why it is story: the story introduces these lines, or explains them, though they look like a menu.

What it must drop: what stands below a heading that ends in a colon ("Related:"): it introduces nothing.

Example: `The council named three winners:` / `• North Pier` / `• Fish Market` / `• Old Lighthouse`

Since: 0.1.0
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from cleaner.model import Block, Call, Hit
from cleaner.rules.shape import LINKED, Shape, quoted
from cleaner.rules.sheet import Sheet, places

# "The winners are:" is a sentence, "Related stories:" is a heading.
LEAST_INTRODUCTION = 6
MOST_ITEMS = 30
FEWEST_ITEMS = 2
# The introduction stands in the story: a paragraph, at most so many lines above it.
NEAR = 4
FEWEST_RANKED = 3
_HEADINGS = ("trending", "latest", "related", "columns", "tags", "share", "follow", "newsletter", "read_more")
_BULLET = re.compile(r"[-–—•*·]\s+|\(?(?:\d{1,2}|[a-z])[.)]\s+")
_COLON = re.compile("[:：]")
_NUMBERED = re.compile(r"[#№(\d]")
_NUMBER = re.compile(r"[#№]?\(?(\d{1,3})[.):]\s*[^\W\d_]")


def judge(blocks: Sequence[Block]) -> Iterable[Hit]:
    """Keep hits on introduced items and on numbered headings that prose explains."""
    page = Sheet.of(blocks)
    for block in page.pick(places(_COLON, page.lasts)):
        if _introduces(block) and Shape.PROSE in page.kinds[max(0, block.index - NEAR) : block.index]:
            yield from _introduced(page, block)
    ranked = _ranked(page)
    if len(ranked) >= FEWEST_RANKED:
        why = f"one of {len(ranked)} numbered headings, each followed by prose"
        yield from (Hit(at, Call.KEEP, 0.8, why) for at in ranked)


def _introduces(block: Block) -> bool:
    return block.words >= LEAST_INTRODUCTION and not block.headline and block.marked(*_HEADINGS) is None


def _introduced(page: Sheet, sentence: Block) -> Iterator[Hit]:
    """The items below the sentence: bulleted ones, else short lines up to a gap or a paragraph."""
    first = sentence.index + 1
    if first >= len(page):
        return
    bulleted = _is_item(page[first])
    end = first
    while end < len(page) and end - first < MOST_ITEMS:
        block = page[end]
        if _is_item(block) != bulleted or block.headline or block.marked(*_HEADINGS, place="line"):
            break
        if not bulleted and (page.kinds[end] == Shape.PROSE or (block.gap and end > first and not page[first + 1].gap)):
            break
        end += 1
    # Unmarked lines are items only if the story resumes below them.
    if end - first < FEWEST_ITEMS or not (bulleted or end in page.texts):
        return
    weight = 0.85 if bulleted else 0.5
    why = f"an item of the list that {quoted(sentence.text[-60:])} introduces"
    yield from (Hit(at, Call.KEEP, weight, why) for at in range(first, end))


def _is_item(block: Block) -> bool:
    if block.link_share is not None and block.link_share >= LINKED:
        return False  # a list of links, whatever stands above it
    return block.kind == "list_item" or _BULLET.match(block.folded) is not None


def _ranked(page: Sheet) -> list[int]:
    """Indices of numbered headings with prose below whose numbers count up or down without a gap."""
    found = [
        (at, int(match.group(1)))
        for at in places(_NUMBERED, page.firsts)
        if page.kinds[at] in (Shape.HEADLINE, Shape.LABEL, Shape.STAMP)
        and Shape.PROSE in page.kinds[at + 1 : at + 3]
        and (match := _NUMBER.match(page[at].text))
    ]
    numbers = [number for _, number in found]
    steps = [abs(after - before) == 1 for before, after in pairwise(numbers)]
    beside = zip([False, *steps], [*steps, False], strict=True) if found else ()
    return [at for (at, _), (above, below) in zip(found, beside, strict=False) if above or below]
