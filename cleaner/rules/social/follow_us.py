"""Requests to follow the publisher, and the networks listed below them.

What it drops: lines that ask to follow, and the networks' names that come next.

Why it is junk: it promotes the publisher's channels.

What it must keep: sentences in which somebody follows something, and quotations.

Example: `Connect us on` above `LinkedIn Youtube RSS`

Since: 0.1.0
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from cleaner.model import Block, Call, Hit, Mark
from cleaner.rules.phrases import labels, phrase_weight, spoken, strongest
from cleaner.rules.shape import ends_like_sentence, quoted
from cleaner.rules.sheet import Sheet

# A request that names a network may be a whole sentence (`Follow our reporters on Facebook and …`).
WITH_NETWORK_WORDS = 40

NETWORK = frozenset({"network"})

# A line of networks' names below the request: at most so many words, half of them names.
NETWORKS_WORDS = 20
KNOWN_SHARE = 0.5


def judge(blocks: Sequence[Block]) -> Iterable[Hit]:
    page = Sheet.of(blocks)
    for block in page.pick(page.marked("follow")):
        mark = strongest(block, "follow")
        if mark and (weight := _weight(block, mark)):
            yield Hit(block.index, Call.DROP, weight, f"it asks to follow: {quoted(mark.phrase)}")
            yield from _below(page, block.index, mark)


def _below(page: Sheet, at: int, request: Mark) -> Iterator[Hit]:
    while (at := at + 1) < len(page) and not _asks(page[at]) and _is_networks(page[at]):
        yield Hit(at, Call.DROP, 0.9, f"networks' names below {quoted(request.phrase)}")


def _asks(block: Block) -> bool:
    mark = strongest(block, "follow")
    return mark is not None and _weight(block, mark) > 0


def _weight(block: Block, mark: Mark) -> float:
    weight = phrase_weight(block, mark)
    if weight < 0.75 and block.words <= WITH_NETWORK_WORDS and block.marked("network") and not spoken(block, mark):
        return 0.75 if mark.place == "start" else 0.6
    return weight


def _is_networks(block: Block) -> bool:
    if block.marked("network", place="line"):
        return True
    if block.words > NETWORKS_WORDS or ends_like_sentence(block.text):
        return False
    return bool(labels().known_words(block.text.split(), NETWORK, KNOWN_SHARE))
