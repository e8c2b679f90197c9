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
from cleaner.rules.phrases import FIELD_MARKS, labels
from cleaner.rules.shape import quoted, states_year
from cleaner.rules.sheet import BAR_WORDS, Sheet

MENU = frozenset({"menu", "section", "search", "account", "edition"})
OTHER_RULES = ("trending", "latest", "related", "columns", "tags", "tool", "copyright")

# Items are names: on average no longer than this many words. Three unmarked items may be cities of a
# dateline, so items that no table knows must be four.
ITEM_WORDS = 4
ITEMS = 4

# A page's title may name section and site after the headline; bars of labels this long hold no headline.
LABEL_WORDS = 2

# Words on one line without signs between them: so many of them must be known, and this share of all. Three
# or four may, inside the story, as well be a phrase ("Social Media Services").
KNOWN = 3
SURE = 5
KNOWN_SHARE = 0.6


def judge(blocks: Sequence[Block]) -> Iterable[Hit]:
    page = Sheet.of(blocks)
    first, end = page.prose_span
    bars = {at for at, parts in page.bars.items() if len(parts) > 2}
    for block in page.pick(bars | page.meaning(MENU)):
        if not 3 <= block.words <= BAR_WORDS or block.index in page.sentences:
            continue
        if block.marks and (block.marked(*FIELD_MARKS) or block.marked(*OTHER_RULES, place="line")):
            continue
        inside = first <= block.index < end
        found = _parted(block, page.bars[block.index]) if block.index in bars else _joined(block, inside)
        if found:
            weight, why = found
            yield Hit(block.index, Call.DROP, weight, why)


def _parted(block: Block, parts: Sequence[str]) -> tuple[float, str] | None:
    if block.words > ITEM_WORDS * len(parts) or states_year(block.text):
        return None
    menu = len(labels().known(parts, MENU))
    others = sum(bool(labels()[part]) for part in parts) - menu
    if block.headline and block.words > LABEL_WORDS * len(parts):
        return None
    if others > menu or (menu < 2 and len(parts) < ITEMS) or (block.kind == "table" and 2 * menu < len(parts)):
        return None
    weight = 0.5 + 0.4 * menu / len(parts)
    return weight, f"{len(parts)} short items on one line, from {quoted(parts[0])} to {quoted(parts[-1])}"


def _joined(block: Block, inside: bool) -> tuple[float, str] | None:
    words = block.text.split()
    menu = labels().known_words(words, MENU, KNOWN_SHARE)
    if len(menu) < KNOWN:
        return None
    weight = 0.5 if inside and len(menu) < SURE else 0.9
    return weight, f"{len(menu)} of its {len(words)} words name sections or menus: {quoted(' '.join(menu))}"
