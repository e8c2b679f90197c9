"""Paid subscriptions, and the walls before what is paid for.

What it drops: lines that offer a subscription or say that the rest is for subscribers.

Why it is junk: it sells the page instead of telling the story.

What it must keep: business stories about subscribers and subscriptions, and what somebody is quoted saying.

Example: `This article is for subscribers only`, `Subscribe for 1 euro a month`

Since: 0.1.0
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from cleaner.model import Block, Call, Hit
from cleaner.rules.phrases import phrase_weight, strongest
from cleaner.rules.shape import is_prose, quoted
from cleaner.rules.sheet import Sheet

OFFERS = ("paywall", "subscribe")

NAMES = frozenset({"paywall", "subscribe", "subscription", "piano", "premium", "regwall"})


def judge(blocks: Sequence[Block]) -> Iterable[Hit]:
    page = Sheet.of(blocks)
    named = page.named(NAMES)
    for block in page.pick(page.marked(*OFFERS) | named.keys()):
        mark = strongest(block, *OFFERS)
        if mark and (weight := phrase_weight(block, mark)):
            what = "speaks of what only subscribers may read" if mark.category == "paywall" else "offers a subscription"
            yield Hit(block.index, Call.DROP, weight, f"it {what}: {quoted(mark.phrase)}")
        elif block.index in named and not is_prose(block):
            yield Hit(block.index, Call.DROP, 0.5, f"the markup calls it '{named[block.index]}'")
