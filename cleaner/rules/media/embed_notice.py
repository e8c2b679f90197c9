"""Notices where something from another site stood: a post, a video, a map.

What it drops: "This content is hosted by a third party", "View this post on Instagram", requests to accept
cookies or to switch JavaScript on, and the labels of their buttons.

Why it is junk: the embedded piece is gone, and what is left speaks of the page, not of the story.

What it must keep: stories about platforms and what they host, in sentences between paragraphs, and what
somebody is quoted saying.

Example: `An dieser Stelle finden Sie externen Inhalt`, `View this post on Instagram`

Since: 0.1.0
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from cleaner.model import Block, Call, Hit
from cleaner.rules.notices import notice
from cleaner.rules.shape import quoted
from cleaner.rules.sheet import Sheet


def judge(blocks: Sequence[Block]) -> Iterable[Hit]:
    page = Sheet.of(blocks)
    for block in page.pick(page.marked("embed")):
        if found := notice(page, block, "embed"):
            weight, mark = found
            yield Hit(block.index, Call.DROP, weight, f"it stands for an embedded piece: {quoted(mark.phrase)}")
