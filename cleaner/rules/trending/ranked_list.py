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
from cleaner.rules.shape import FILLERS, TEXT, Shape
from cleaner.rules.sheet import Sheet, places

# Two numbers in a row happen by chance (a table, a score), three with headlines between them do not.
FEWEST_NUMBERS = 3
# Headline, its repeat, author, section, date and picture credit at most between one number and the next.
MOST_BETWEEN = 6
_BARE = re.compile(r"[#№]?(\d{1,2})[.):]?$")
_OPENING = re.compile(r"[#№]?(\d{1,2})(?:[.):]\s*|\s+)(?=[^\W\d_]|[\"'“‘«„])")
_NUMBERED = re.compile(r"[#№\d]")
_HEADING = ("trending", "latest", "related", "columns")


def judge(blocks: Sequence[Block]) -> Iterable[Hit]:
    """Hits on every line of each numbered list of headlines."""
    page = Sheet.of(blocks)
    last_prose = page.kinds.rfind(Shape.PROSE)
    walked = 0
    for at in places(_NUMBERED, page.firsts):
        if at < walked or _number(page[at]) != 1:
            continue
        count, walked = _count_up(page, at)
        if count >= FEWEST_NUMBERS and not _introduced(page, at):
            weight, sign = _confidence(page[max(0, at - 2) : walked], below_story=last_prose < at)
            why = f"one of {count} headlines numbered from 1{sign}"
            yield from (Hit(line, Call.DROP, weight, why) for line in range(at, walked))


def _number(block: Block) -> int | None:
    match = _BARE.match(block.text) or _OPENING.match(block.text)
    return int(match.group(1)) if match else None


def _count_up(page: Sheet, start: int) -> tuple[int, int]:
    """How far the numbers count up from `start`, and the index after the last number's headline and labels."""
    count, last = 1, start
    headlines = _holds_headline(page, start)
    for at in range(start + 1, len(page)):
        if page.kinds[at] in TEXT:
            # An item that prose explains belongs to a ranking that is the story.
            return (count - 1 if at - last <= 2 else count), last + 1
        if headlines and _number(page[at]) == count + 1:
            count, last, headlines = count + 1, at, _holds_headline(page, at)
        elif at - last > MOST_BETWEEN:
            break
        else:
            headlines = headlines or page.kinds[at] == Shape.HEADLINE
    return count, _tail(page, last)


def _holds_headline(page: Sheet, at: int) -> bool:
    kind = page.kinds[at]
    return kind == Shape.HEADLINE or (kind == Shape.LABEL and _OPENING.match(page[at].text) is not None)


def _tail(page: Sheet, last: int) -> int:
    """The last number's own headline, its repeat and one label."""
    end = last + 1
    if page.kinds[last] == Shape.NUMBER and page.kinds[end : end + 1] == Shape.HEADLINE:
        end += 1
        if end < len(page) and page[end].folded == page[end - 1].folded:
            end += 1
    filler = end < len(page) and page.kinds[end] in FILLERS
    if filler and all(mark.category == "section" for mark in page[end].marks):
        end += 1
    return end


def _introduced(page: Sheet, at: int) -> bool:
    before = page[at - 1] if at else None
    return before is not None and before.text.endswith((":", "：")) and before.marked(*_HEADING) is None


def _confidence(lines: Sequence[Block], below_story: bool) -> tuple[float, str]:
    """Weight and the sign it rests on; the first two lines stand above the list."""
    if any(block.marked(*_HEADING, place="line") for block in lines[:2]):
        return 0.95, ", under a heading of such lists"
    items = [block.folded for block in lines if block.words > 3]
    if len(set(items)) < len(items):
        return 0.9, ", with repeats"
    return (0.7, ", below the story") if below_story else (0.4, "")
