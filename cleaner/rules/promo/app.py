"""Offers of the publisher's app and its notifications.

What it drops: lines that ask to install an app or to allow notifications, and app stores' names alone.

Why it is junk: it promotes another way to the same publisher.

What it must keep: stories about apps, which speak of them in sentences.

Example: `Download our app`, `Google Play`

Since: 0.1.0
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from cleaner.model import Block, Call, Hit
from cleaner.rules.phrases import phrase_weight, strongest
from cleaner.rules.shape import quoted
from cleaner.rules.sheet import Sheet


def judge(blocks: Sequence[Block]) -> Iterable[Hit]:
    page = Sheet.of(blocks)
    for block in page.pick(page.marked("app")):
        mark = strongest(block, "app")
        if mark and (weight := phrase_weight(block, mark)):
            yield Hit(block.index, Call.DROP, weight, f"it offers an app: {quoted(mark.phrase)}")
