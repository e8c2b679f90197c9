"""A line that opens, holds or continues a quotation among prose.

What it keeps: a line in quotation marks beside a paragraph, and each line up to the closing mark of a
quotation that an earlier line opened.

Why it is story: sites do not quote people in their menus, however short the words are.

What it must drop: headlines that begin with a quotation, in a list of headlines.

Example: `"We saw the light too late,` / `and then there was only water," the captain said.`

Since: 0.1.0
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from cleaner.model import Block, Call, Hit
from cleaner.rules.shape import TEXT, Shape, quoted
from cleaner.rules.sheet import Sheet

# Folding makes every language's double quotation marks plain, but not those of East Asia.
_OPENING = ('"', "「", "『")
# The dash of dialogues; a shorter one is a bullet.
_DASH = "—"
_CLOSED = ('"', "'", "」", "』")
# An open quotation goes on for so many lines at most: a forgotten closing mark must not keep the page.
MOST_CONTINUED = 3
NEAR = 2


def judge(blocks: Sequence[Block]) -> Iterable[Hit]:
    """Keep hits on lines of speech that stand among prose."""
    page = Sheet.of(blocks)
    openings = {block.index for block in page.pick(page.saying(*_OPENING) | page.holding(_DASH)) if _opens(block)}
    reached = {at + below for at in openings for below in range(MOST_CONTINUED + 1) if at + below < len(page)}
    left = 0
    for block in page.pick(reached):
        opened = block.index in openings
        if opened and _complete(page, block) and _among_prose(page.kinds, block.index):
            yield Hit(block.index, Call.KEEP, 0.8, f"{quoted(block.text)} opens a quotation among prose")
        elif left and block.index in page.texts:
            yield Hit(block.index, Call.KEEP, 0.6, "goes on with a quotation that an earlier line opened")
        unclosed = block.folded.count('"') % 2 == 1
        left = MOST_CONTINUED * opened if unclosed else max(0, left - 1)


def _opens(block: Block) -> bool:
    return (block.folded.startswith(_OPENING) or block.text.startswith(_DASH)) and block.words > 3


def _complete(page: Sheet, block: Block) -> bool:
    """A sentence, or a quotation closed at the line's end; else it may be a headline that begins with one."""
    sentence = block.index in page.texts or block.index in page.sentences
    return sentence or block.folded.endswith((*_CLOSED, ","))


def _among_prose(kinds: str, at: int) -> bool:
    """A paragraph on each side, within reach: one side alone may be the end of a list above the story."""
    before, after = kinds[max(0, at - NEAR) : at], kinds[at + 1 : at + 1 + NEAR]
    enclosed = not TEXT.isdisjoint(before) and not TEXT.isdisjoint(after)
    return enclosed or before.endswith(Shape.PROSE)
