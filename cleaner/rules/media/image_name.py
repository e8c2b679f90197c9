"""File names that text browsers print in place of pictures.

What it drops: a line that is nothing but the bracketed name of a picture file, as lynx prints it.

Why it is junk: the picture is gone, and a file's name tells a reader nothing.

What it must keep: a file name in a sentence, and a Markdown picture's own caption.

Example: `[harbour-at-dawn.jpg]`

Since: 0.1.0
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from cleaner.model import Block, Call, Hit
from cleaner.rules.shape import quoted
from cleaner.rules.sheet import Sheet, places

# Formats that pages show; a name longer than this is no name that a browser prints on one line.
_BRACKET = re.compile(r"\[")
_NAME = re.compile(
    r"(?:\[[^\]\s]{1,120}\.(?:jpe?g|png|gif|webp|svg|bmp|ico)(?:\?[^\]\s]{0,120})?\]\s*)+$", re.IGNORECASE
)


def judge(blocks: Sequence[Block]) -> Iterable[Hit]:
    """Hits on lines of picture names."""
    page = Sheet.of(blocks)
    for block in page.pick(places(_BRACKET, page.firsts)):
        if len(block.text) <= 500 and _NAME.match(block.text):
            yield Hit(block.index, Call.DROP, 0.95, f"the name of a picture file: {quoted(block.text)}")
