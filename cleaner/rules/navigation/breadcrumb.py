"""Breadcrumbs: the way from the front page to this one.

What it drops: a line of items parted by arrows that begins with a menu's or section's word, or stands above
the prose.

Why it is junk: it repeats where the page hangs in the site, often with the headline at its end.

What it must keep: comparisons and keyboard paths within a sentence, and lines that merely begin with an
arrow.

Example: `Home › Regions › Coast › Ferry resumes after storm`

Since: 0.1.0
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from cleaner.model import Block, Call, Hit
from cleaner.rules.phrases import labels, strongest
from cleaner.rules.shape import ends_like_sentence, quoted
from cleaner.rules.sheet import Sheet

# The signs that part breadcrumbs; `/` and `-` only between spaces. A guillemet also closes quotations,
# so it too must stand between spaces.
_SLASH = re.compile(r"\s[/-]\s")
_ARROW = re.compile(r"[›→⟩❯]|\s(?:[»/-]|>{1,2})\s")

# Headings of lists may part their names with slashes too (`Opinion / Blog`).
LISTS = ("trending", "latest", "related", "columns")

# Items before the last, which may be the headline, are names of at most this many words.
ITEM_WORDS = 5
LONGEST = 40
CHARACTERS = 400


def judge(blocks: Sequence[Block]) -> Iterable[Hit]:
    page = Sheet.of(blocks)
    first, _ = page.prose_span
    for block in page.pick(page.marked("breadcrumb") | page.bars.keys() | page.holding(" >> ")):
        if block.words > LONGEST or len(block.text) > CHARACTERS or block.marked(*LISTS, place="line"):
            continue
        mark = strongest(block, "breadcrumb")
        if mark and mark.place != "within":
            yield Hit(block.index, Call.DROP, 0.9, f"it opens with {quoted(mark.phrase)}, as breadcrumbs do")
        elif weight := _weight(page, block, above=block.index < first or not first):
            yield Hit(block.index, Call.DROP, weight, f"names parted by arrows, from {quoted(block.text)}")


def _weight(page: Sheet, block: Block, above: bool) -> float:
    items = [item.strip() for item in _ARROW.split(block.text)]
    if len(items) < 2 or not all(items) or any(len(item.split()) > ITEM_WORDS for item in items[:-1]):
        return 0.0
    opening = labels()[items[0]]
    if "menu" in opening or ("section" in opening and above):
        return 0.9 if len(items) > 2 or not ends_like_sentence(block.text) else 0.5
    if _SLASH.search(block.text):
        return 0.0  # names of people and cities are parted so as well
    return 0.6 if above and len(items) > 2 and not ends_like_sentence(block.text) else 0.0
