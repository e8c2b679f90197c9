"""Whole menus on one line.

What it drops: a line of short items parted by bars, bullets or slashes, and a line most of whose words are
the names of sections or a menu's words.

Why it is junk: flattening joins the links of a menu with spaces or bars.

What it must keep: sentences that list sections, lines that state an author, a date or a source, and lines
whose items are share buttons or terms, which have rules of their own.

Example: `News | Sports | Weather | Obituaries`, `Home World Politics Business Culture`

Since: 0.1.0
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from cleaner.model import Block, Call, Hit
from cleaner.rules.shape import FIELD_MARKS, ends_like_sentence, line_marks, pieces, quoted, states_year

MENU = ("menu", "section", "search", "account", "edition")
OTHER_RULES = ("trending", "latest", "related", "columns", "tags", "tool", "copyright")

# A menu of more words than this would be a page of links, which line breaks part.
LONGEST = 80

# Items are names: on average no longer than this many words. Three unmarked items may be cities of a
# dateline, so items that no table knows must be four.
ITEM_WORDS = 4
ITEMS = 4

# A page's title may name section and site after the headline; bars of labels this long hold no headline.
LABEL_WORDS = 2

# Words on one line without signs between them: so many of them must be known, and this share of all.
KNOWN = 3
KNOWN_SHARE = 0.6


def judge(blocks: Sequence[Block]) -> Iterable[Hit]:
    for block in blocks:
        if not 3 <= block.words <= LONGEST or block.marked(*FIELD_MARKS):
            continue
        if ends_like_sentence(block.text) or block.marked(*OTHER_RULES, place="line"):
            continue
        items = pieces(block.text)
        found = _parted(block, items) if len(items) > 2 else _joined(block)
        if found:
            weight, why = found
            yield Hit(block.index, Call.DROP, weight, why)


def _parted(block: Block, items: Sequence[str]) -> tuple[float, str] | None:
    if block.words > ITEM_WORDS * len(items) or states_year(block.text):
        return None
    marks = [line_marks(item) for item in items]
    known = sum(any(mark.category in MENU for mark in found) for found in marks)
    others = sum(bool(found) for found in marks) - known
    if block.headline and block.words > LABEL_WORDS * len(items):
        return None
    if others > known or (known < 2 and len(items) < ITEMS):
        return None
    weight = 0.5 + 0.4 * known / len(items)
    return weight, f"{len(items)} short items on one line, from {quoted(items[0])} to {quoted(items[-1])}"


def _joined(block: Block) -> tuple[float, str] | None:
    words = block.text.split()
    known = [word for word in words if any(mark.category in MENU for mark in line_marks(word))]
    if len(known) < KNOWN or len(known) < KNOWN_SHARE * len(words):
        return None
    return 0.9, f"{len(known)} of its {len(words)} words name sections or menus: {quoted(' '.join(known))}"
