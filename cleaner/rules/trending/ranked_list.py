"""A numbered list of headlines.

What it drops: numbers that count up from 1, each with a headline below or behind it, and the repeats and
section labels between them.

Why it is junk: it is the site's most-read list, whose heading the flattener lost or nobody knows.

What it must keep: a ranking that is the story (its items are followed by prose), a numbered list that a
sentence ending in a colon introduces, and numbered points that are sentences.

Example: `1` / `Harbour reopens after storm` / `World` / `2` / `Ferry fares to rise` / `Local` / `3` / …

Since: 0.1.0
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from cleaner.model import Block, Call, Hit
from cleaner.rules.shape import FILLERS, Shape, shapes

# Two numbers in a row happen by chance (a table, a score), three with headlines between them do not.
FEWEST_NUMBERS = 3
# Headline, its repeat, author, section, date and picture credit at most between one number and the next.
MOST_BETWEEN = 6
_BARE = re.compile(r"[#№]?(\d{1,2})[.):]?$")
_OPENING = re.compile(r"[#№]?(\d{1,2})(?:[.):]\s*|\s+)(?=[^\W\d_]|[\"'“‘«„])")
_HEADING = ("trending", "latest", "related", "columns")


def judge(blocks: Sequence[Block]) -> Iterable[Hit]:
    """Hits on every line of each numbered list of headlines."""
    kinds = shapes(blocks)
    last_prose = max((at for at, kind in enumerate(kinds) if kind is Shape.PROSE), default=-1)
    at = 0
    while at < len(blocks):
        if _number(blocks[at]) != 1:
            at += 1
            continue
        count, end = _count_up(blocks, kinds, at)
        if count >= FEWEST_NUMBERS and not _introduced(blocks, at):
            weight, sign = _confidence(blocks[max(0, at - 2) : end], below_story=last_prose < at)
            why = f"one of {count} headlines numbered from 1{sign}"
            yield from (Hit(line, Call.DROP, weight, why) for line in range(at, end))
        at = max(end, at + 1)


def _number(block: Block) -> int | None:
    match = _BARE.match(block.text) or _OPENING.match(block.text)
    return int(match.group(1)) if match else None


def _count_up(blocks: Sequence[Block], kinds: Sequence[Shape], start: int) -> tuple[int, int]:
    """How far the numbers count up from `start`, and the index after the last number's headline and labels."""
    count, last = 1, start
    headlines = _holds_headline(blocks, kinds, start)
    for at in range(start + 1, len(blocks)):
        if kinds[at] in (Shape.PROSE, Shape.SENTENCE):
            # An item that prose explains belongs to a ranking that is the story.
            return (count - 1 if at - last <= 2 else count), last + 1
        if _number(blocks[at]) == count + 1 and headlines:
            count, last, headlines = count + 1, at, _holds_headline(blocks, kinds, at)
        elif at - last > MOST_BETWEEN:
            break
        else:
            headlines = headlines or kinds[at] is Shape.HEADLINE
    return count, _tail(blocks, kinds, last)


def _holds_headline(blocks: Sequence[Block], kinds: Sequence[Shape], at: int) -> bool:
    return kinds[at] is Shape.HEADLINE or (kinds[at] is Shape.LABEL and _OPENING.match(blocks[at].text) is not None)


def _tail(blocks: Sequence[Block], kinds: Sequence[Shape], last: int) -> int:
    """The last number's own headline, its repeat and one label."""
    end = last + 1
    if kinds[last] is Shape.NUMBER and end < len(blocks) and kinds[end] is Shape.HEADLINE:
        end += 1
        if end < len(blocks) and blocks[end].folded == blocks[end - 1].folded:
            end += 1
    if end < len(blocks) and kinds[end] in FILLERS and all(mark.category == "section" for mark in blocks[end].marks):
        end += 1
    return end


def _introduced(blocks: Sequence[Block], at: int) -> bool:
    before = blocks[at - 1] if at else None
    return before is not None and before.text.endswith((":", "：")) and before.marked(*_HEADING) is None


def _confidence(lines: Sequence[Block], below_story: bool) -> tuple[float, str]:
    """Weight and the sign it rests on; the first two lines stand above the list."""
    if any(block.marked(*_HEADING, place="line") for block in lines[:2]):
        return 0.95, ", under a heading of such lists"
    items = [block.folded for block in lines if block.words > 3]
    if len(set(items)) < len(items):
        return 0.9, ", with repeats"
    return (0.7, ", below the story") if below_story else (0.4, "")
