"""Counts of shares, comments and views.

What it drops: lines of a number and one word for what is counted, and lone numbers beside share buttons.

Why it is junk: they change while the page stays the same.

What it must keep: numbers in tables, ranks in lists, scores, years, and counts inside sentences.

Example: `12 Shares`, `1.2K views`

Since: 0.1.0
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from cleaner.model import Block, Call, Hit
from cleaner.rules.phrases import labels
from cleaner.rules.shape import quoted
from cleaner.rules.sheet import Sheet

# A number as counters print it, with the thousands' letter of several languages, and what it counts,
# after it or before it. "1. Facebook" is an item of a list.
_NUMBER = r"\(?\d(?:[\d.,\u00a0 ]{0,10}\d)?(?:\s?(?:k|m|mn|mil|mln|tys|тыс|тис|χιλ|bin|rb)\b\.?|\s?[万萬千만천])?\)?\+?"
_ASCII_DIGIT = re.compile("[0-9]")
_LABEL = r"[^\W\d][^\d.!?]{0,23}"
_COUNT = re.compile(rf"{_NUMBER}\s?:?\s?({_LABEL})", re.IGNORECASE)
_COUNT_AFTER = re.compile(rf"({_LABEL}?)\s?:?\s?{_NUMBER}", re.IGNORECASE)
_ALONE = re.compile(_NUMBER, re.IGNORECASE)

COUNTED = frozenset({"share", "comments", "comment_tool", "follow", "network", "tool"})
BUTTONS = ("share", "network", "follow", "comments", "comment_tool")

# A counter has a number and at most three words.
COUNTER_WORDS = 5


def judge(blocks: Sequence[Block]) -> Iterable[Hit]:
    page = Sheet.of(blocks)
    buttons = page.marked(*BUTTONS, place="line")
    for block in page.pick(page.numbered):
        text = block.text
        if block.words > COUNTER_WORDS or not (text.isascii() or _ASCII_DIGIT.search(text)):
            continue
        number_first = text[0] == "(" or text[0].isdecimal()
        if count := (_COUNT if number_first else _COUNT_AFTER).fullmatch(text):
            if not COUNTED.isdisjoint(labels()[count[1]]):
                yield Hit(block.index, Call.DROP, 0.9, f"a number and what it counts: {quoted(block.text)}")
        elif not buttons.isdisjoint((block.index - 1, block.index + 1)) and _ALONE.fullmatch(block.text):
            yield Hit(block.index, Call.DROP, 0.7, f"a lone number, {quoted(block.text)}, beside a share button")
