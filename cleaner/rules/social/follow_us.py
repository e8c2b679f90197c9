"""Requests to follow the publisher, and the networks listed below them.

What it drops: lines that ask to follow, and the networks' names that come next.

Why it is junk: it promotes the publisher's channels.

What it must keep: sentences in which somebody follows something, and quotations.

Example: `Connect us on` above `LinkedIn Youtube RSS`

Since: 0.1.0
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from cleaner.model import Block, Call, Hit, Mark
from cleaner.rules.phrases import known_words, phrase_weight, spoken, strongest
from cleaner.rules.shape import ends_like_sentence, quoted

# A request that names a network may be a whole sentence (`Follow our reporters on Facebook and …`).
WITH_NETWORK_WORDS = 40

NETWORK = frozenset({"network"})

# A line of networks' names below the request: at most so many words, half of them names.
NETWORKS_WORDS = 20
KNOWN_SHARE = 0.5


def judge(blocks: Sequence[Block]) -> Iterable[Hit]:
    request: Mark | None = None
    for block in blocks:
        mark = strongest(block, "follow")
        if mark and (weight := _weight(block, mark)):
            yield Hit(block.index, Call.DROP, weight, f"it asks to follow: {quoted(mark.phrase)}")
            request = mark
        elif request and _is_networks(block):
            yield Hit(block.index, Call.DROP, 0.9, f"networks' names below {quoted(request.phrase)}")
        else:
            request = None


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
    return bool(known_words(block.text.split(), NETWORK, KNOWN_SHARE))
