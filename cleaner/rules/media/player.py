"""What video and audio players leave behind.

What it drops: "Loading the player", "Video unavailable", "Watch live", and running times such as 02:31 on
a line of their own.

Why it is junk: buttons and messages of a player that the text does not have.

What it must keep: sentences about videos, and the times of day of a live report, which stand before its
entries: a running time counts for little where no player's words stand near it.

Example: `Video unavailable` / `02:31`

Since: 0.1.0
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence

from cleaner.model import Block, Call, Hit
from cleaner.rules.phrases import phrase_weight
from cleaner.rules.shape import TEXT, Shape, quoted
from cleaner.rules.sheet import Sheet, places

# "01:02 / 02:31", "1:02:31", "-0:00"
_RUNNING_TIME = re.compile(r"[-(]?\d{1,2}:\d{2}(?::\d{2})?\)?(?:\s*[/|-]\s*\d{1,2}:\d{2}(?::\d{2})?)?$")
_OPENING = re.compile(r"[-(\d]")
NEAR = 2
# The entries of a live report: so many clock times, each with a sentence within two lines.
FEWEST_ENTRIES = 3


def judge(blocks: Sequence[Block]) -> Iterable[Hit]:
    """Hits on a player's words and on running times."""
    page = Sheet.of(blocks)
    times = {at for at in places(_OPENING, page.firsts) if _RUNNING_TIME.match(page[at].text)}
    clocks = _clocks(page, times)
    for block in page.pick(page.marked("player") | times):
        if block.headline:
            continue
        mark = block.marked("player")
        if mark and mark.place != "within" and block.index not in page.texts:
            weight = phrase_weight(block, mark)
            if weight:
                yield Hit(block.index, Call.DROP, weight, f"opens with {quoted(mark.phrase)}, a player's words")
        elif mark and mark.place == "line":
            yield Hit(block.index, Call.DROP, 0.9, f"{quoted(block.text)}, a player's message")
        elif block.index in times and block.index not in clocks:
            around = page[max(0, block.index - NEAR) : block.index + NEAR + 1]
            beside = any(near.marked("player", "caption") for near in around)
            why = f"{quoted(block.text)}, a running time" + (" beside a player's words" if beside else "")
            yield Hit(block.index, Call.DROP, 0.9 if beside else 0.5, why)


def _clocks(page: Sheet, times: Collection[int]) -> Collection[int]:
    """Times that open the entries of a live report; none for one or two, which may be a player's."""
    found = {
        at for at in times if page.kinds[at] == Shape.STAMP and not TEXT.isdisjoint(page.kinds[at + 1 : at + 1 + NEAR])
    }
    return found if len(found) >= FEWEST_ENTRIES else ()
