"""Terms of use, privacy, imprint: the legal links of a page.

What it drops: lines that are a legal link or a bar of several, and legal sentences below the story.

Why it is junk: the law or the publisher wants them on every page.

What it must keep: stories about privacy and terms, which speak of them in sentences among the prose.

Example: `Courier Media | Disclaimer | Terms of use | Privacy Policy`

Since: 0.1.0
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from cleaner.model import Block, Call, Hit, Mark
from cleaner.rules.phrases import labels, spoken, strongest
from cleaner.rules.shape import ends_like_sentence, quoted
from cleaner.rules.sheet import Sheet

LEGAL = frozenset({"terms", "copyright"})
LINKS = LEGAL | {"contact", "about", "feedback", "edition", "subscribe", "app", "account", "menu"}

# A bar holds names; a legal sentence or two below the story is about a paragraph long.
BAR_WORDS = 60
PARAGRAPH_WORDS = 80


def judge(blocks: Sequence[Block]) -> Iterable[Hit]:
    page = Sheet.of(blocks)
    _, end = page.prose_span
    for block in page.pick(page.meaning(LEGAL) | page.marked("terms")):
        if block.words > PARAGRAPH_WORDS:
            continue
        mark = strongest(block, "terms")
        if mark and mark.place == "line":
            yield Hit(block.index, Call.DROP, 0.95, f"the line is nothing but {quoted(mark.phrase)}")
        elif bar := _bar(page, block):
            yield Hit(block.index, Call.DROP, 0.95, f"a bar of the page's own links: {quoted(' | '.join(bar))}")
        elif mark and (weight := _loose(block, mark, at_foot=block.index >= end)):
            yield Hit(block.index, Call.DROP, weight, f"it speaks of {quoted(mark.phrase)}")


def _bar(page: Sheet, block: Block) -> list[str]:
    """The known items of a bar, if one of them is legal and at least two are known."""
    if block.words > BAR_WORDS:
        return []
    links = labels().known(page.bars.get(block.index, ()), LINKS, fewest=2)
    return links if labels().known(links, LEGAL) else []


def _loose(block: Block, mark: Mark, at_foot: bool) -> float:
    if spoken(block, mark):
        return 0.0
    if ends_like_sentence(block.text):
        return 0.5 if at_foot else 0.0
    if block.words > (12 if at_foot else 8):
        return 0.4 if at_foot else 0.0
    return 0.85 if mark.place == "start" else 0.65
