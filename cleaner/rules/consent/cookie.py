"""Cookie and consent notices.

What it drops: lines that ask for consent or tell of cookies, and the buttons and terms beside them.

Why it is junk: the law makes the page ask; it is no part of the story.

What it must keep: stories about cookies, of both kinds, and about consent, in sentences among the prose.

Example: `We use cookies to improve your visit.`, below it `Accept all`

Since: 0.1.0
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from cleaner.model import Block, Call, Hit, Mark
from cleaner.rules.phrases import phrase_weight, spoken, strongest
from cleaner.rules.shape import quoted
from cleaner.rules.sheet import Sheet

# Notices run to a paragraph, mostly before or after the story.
NOTICE_WORDS = 120

# Blocks this near to a notice, of at most so many words, belong to it if they speak of terms.
BESIDE = 2
BESIDE_WORDS = 60
BESIDE_MARKS = ("terms", "account")

NAMES = frozenset({"cookie", "cookies", "consent", "gdpr", "cmp", "onetrust", "didomi", "cookiebar", "cookiebanner"})


def judge(blocks: Sequence[Block]) -> Iterable[Hit]:
    page = Sheet.of(blocks)
    first, end = page.prose_span
    named = page.named(NAMES)
    notice = -BESIDE - 1
    for block in page.pick(page.marked("cookie", *BESIDE_MARKS) | named.keys()):
        mark = strongest(block, "cookie")
        if mark and (weight := _weight(block, mark, among_prose=first <= block.index < end)):
            notice = block.index
            yield Hit(block.index, Call.DROP, weight, f"it asks for consent: {quoted(mark.phrase)}")
        elif block.index in named:
            yield Hit(block.index, Call.DROP, 0.8, f"the markup calls it '{named[block.index]}'")
        elif block.index - notice <= BESIDE and block.words <= BESIDE_WORDS and (mark := block.marked(*BESIDE_MARKS)):
            yield Hit(block.index, Call.DROP, 0.6, f"{quoted(mark.phrase)} beside a consent notice")


def _weight(block: Block, mark: Mark, among_prose: bool) -> float:
    weight = phrase_weight(block, mark)
    if among_prose or spoken(block, mark) or block.words > NOTICE_WORDS:
        return weight
    return max(weight, 0.8 if mark.place == "start" else 0.6)
