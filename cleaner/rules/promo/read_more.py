"""Invitations to read on elsewhere.

What it drops: lines that say `read more` or the like, alone or before a headline, and teasers that end in
it.

Why it is junk: it is a link to this or another page.

What it must keep: sentences in which somebody reads more.

Example: `Continue reading`, `Read more: Harbour closed for a week`

Since: 0.1.0
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from cleaner.model import Block, Call, Hit
from cleaner.rules.phrases import spoken, strongest
from cleaner.rules.shape import ends_like_sentence, is_prose, quoted
from cleaner.rules.sheet import Sheet

# The words and the headline they lead to.
LED_WORDS = 22
# A teaser and its link.
TEASER_WORDS = 40


def judge(blocks: Sequence[Block]) -> Iterable[Hit]:
    page = Sheet.of(blocks)
    for block in page.pick(page.marked("read_more")):
        mark = strongest(block, "read_more")
        if mark is None or spoken(block, mark):
            continue
        if mark.place == "line":
            yield Hit(block.index, Call.DROP, 0.95, f"the line is nothing but {quoted(mark.phrase)}")
        elif mark.place == "start" and block.words <= LED_WORDS:
            # "Learn more about the harbour in our guide." may be a sentence of the story.
            weight = 0.6 if ends_like_sentence(block.text) else 0.8
            yield Hit(block.index, Call.DROP, weight, f"{quoted(mark.phrase)} before what reads as a headline")
        elif block.folded.rstrip(" .»>›→…]")[-len(mark.phrase) :] == mark.phrase and block.words <= TEASER_WORDS:
            weight = 0.4 if is_prose(block) else 0.6
            yield Hit(block.index, Call.DROP, weight, f"it ends in {quoted(mark.phrase)}, as teasers do")
