"""The publisher's own pages: about us, advertise, careers, feedback.

What it drops: short lines that are such a link, or bars of them.

Why it is junk: it leads to the publisher, not into the story.

What it must keep: sentences, and sub-headings of a story that merely begin alike.

Example: `Give Feedback`, `About us | Advertise | Careers`

Since: 0.1.0
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from cleaner.model import Block, Call, Hit
from cleaner.rules.phrases import labels
from cleaner.rules.shape import ends_like_sentence, quoted
from cleaner.rules.sheet import Sheet

OWN = frozenset({"about", "feedback"})

# A link of these words is a name or a short request (`Report a mistake in this article`).
LINK_WORDS = 8
BAR_WORDS = 40


def judge(blocks: Sequence[Block]) -> Iterable[Hit]:
    page = Sheet.of(blocks)
    _, end = page.prose_span
    for block in page.pick(page.meaning(OWN) | page.marked(*OWN)):
        if block.words > BAR_WORDS or block.headline:
            continue
        if mark := block.marked(*OWN, place="line"):
            yield Hit(block.index, Call.DROP, 0.9, f"the line is nothing but {quoted(mark.phrase)}")
        elif bar := labels().known(page.bars.get(block.index, ()), OWN, fewest=2):
            yield Hit(block.index, Call.DROP, 0.9, f"a bar of the publisher's own pages: {quoted(' | '.join(bar))}")
        elif (mark := block.marked(*OWN)) and block.words <= LINK_WORDS and not ends_like_sentence(block.text):
            weight = 0.7 if mark.place == "start" or block.index >= end else 0.4
            yield Hit(block.index, Call.DROP, weight, f"a short line that says {quoted(mark.phrase)}")
