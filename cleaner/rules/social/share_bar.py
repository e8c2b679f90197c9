"""Share buttons, flattened.

What it drops: lines that are a request to share, a network's name, or hardly more than several networks'
names.

Why it is junk: they are buttons.

What it must keep: sentences about sharing and about the networks; a network's name as a sub-heading is only
suspected.

Example: `Share this story`, `Facebook Twitter WhatsApp Email`

Since: 0.1.0
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from cleaner.model import Block, Call, Hit
from cleaner.rules.phrases import labels, phrase_weight, strongest
from cleaner.rules.shape import ends_like_sentence, quoted
from cleaner.rules.sheet import Sheet

BUTTONS = frozenset({"share", "network", "follow", "tool"})

# A bar of buttons: at most so many words, so many of them known, and this share of its items.
BAR_WORDS = 20
KNOWN = 2
KNOWN_SHARE = 0.6

# A request such as `Share your pictures of the storm with us.`
REQUEST_WORDS = 12

# Words for share bars in class, id and role attributes of common templates and share plug-ins.
NAMES = frozenset({"share", "sharing", "sharedaddy", "addthis", "addtoany", "social", "sharebar", "sharetools"})
NAMED_WORDS = 12

# "1. Facebook" is an item of a list.
_RANKED = re.compile(r"[#№]?\d{1,3}[.)]\s")


def judge(blocks: Sequence[Block]) -> Iterable[Hit]:
    page = Sheet.of(blocks)
    named = page.named(NAMES)
    buttons = page.marked(*BUTTONS, place="line")
    for block in page.pick(page.marked("share", "network") | page.meaning(BUTTONS) | named.keys()):
        found = _phrase(block) or _bar(page, block) or _network(block, buttons)
        if found:
            weight, why = found
            yield Hit(block.index, Call.DROP, weight, why)
        elif block.index in named and block.words <= NAMED_WORDS:
            yield Hit(block.index, Call.DROP, 0.6, f"the markup calls it '{named[block.index]}'")


def _phrase(block: Block) -> tuple[float, str] | None:
    mark = strongest(block, "share")
    weight = phrase_weight(block, mark) if mark else 0.0
    if mark is None or not weight:
        return None
    if mark.place != "line" and ends_like_sentence(block.text):
        # A button is no sentence; a request to share may be a short one.
        weight = weight / 2 if block.words <= REQUEST_WORDS else 0.0
    return (weight, f"it says {quoted(mark.phrase)}") if weight else None


def _bar(page: Sheet, block: Block) -> tuple[float, str] | None:
    if not KNOWN <= block.words <= BAR_WORDS or block.index in page.sentences:
        return None
    parts = page.bars.get(block.index, ())
    buttons = labels().known(parts, BUTTONS, fewest=KNOWN)
    if not buttons or len(buttons) < KNOWN_SHARE * len(parts):
        buttons = labels().known_words(block.text.split(), BUTTONS, KNOWN_SHARE)
    if len(buttons) < KNOWN:
        return None
    return 0.9, f"{len(buttons)} of its items are share buttons: {quoted(' '.join(buttons))}"


def _network(block: Block, buttons: frozenset[int]) -> tuple[float, str] | None:
    mark = block.marked("network", place="line")
    if mark is None or _RANKED.match(block.text):
        return None
    beside = not buttons.isdisjoint((block.index - 1, block.index + 1))
    return (0.95 if beside else 0.7), f"the line is a network's name, {quoted(mark.phrase)}"
