"""Tools for the reader: print, text size, reading time, listen.

What it drops: lines that are such a button or several of them, reading times, and the letters of a
text-size switch.

Why it is junk: they are buttons.

What it must keep: sentences that begin alike, and sub-headings in the story.

Example: `Print`, `4 min read`, `A A A`

Since: 0.1.0
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from cleaner.model import Block, Call, Hit
from cleaner.rules.phrases import labels
from cleaner.rules.shape import quoted
from cleaner.rules.sheet import Sheet, places

# The switch prints the same letter two or three times, in sizes or with signs: `A A A`, `A- A+`.
_LETTER = re.compile("[AАTаa]")
_TEXT_SIZE = re.compile(r"[AАTaа][+-]?(?:[ |/]{1,3}[AАTaа][+-]?){1,3}")

SWITCH_CHARACTERS = 20

# A button and its target (`Listen to this article now`) or several buttons in a row.
TOOL_WORDS = 8
BAR_WORDS = 16
# Words without signs between them are a bar if nearly all are buttons: a headline may hold two of them.
KNOWN_WORDS = 0.75
TOOLS = frozenset({"tool", "share", "comment_tool"})


def judge(blocks: Sequence[Block]) -> Iterable[Hit]:
    page = Sheet.of(blocks)
    switches = {at for at in places(_LETTER, page.firsts) if len(page[at].text) <= SWITCH_CHARACTERS}
    for block in page.pick(page.marked("tool") | page.meaning(TOOLS) | switches):
        if block.words > BAR_WORDS:
            continue
        if block.index in switches and _TEXT_SIZE.fullmatch(block.text):
            yield Hit(block.index, Call.DROP, 0.9, f"a switch for the size of the text: {quoted(block.text)}")
        elif mark := block.marked("tool", place="line"):
            yield Hit(block.index, Call.DROP, 0.9, f"the line is a reader's tool, {quoted(mark.phrase)}")
        elif bar := _bar(page, block):
            yield Hit(block.index, Call.DROP, 0.9, f"a row of reader's tools: {quoted(' '.join(bar))}")
        elif (mark := block.marked("tool")) and block.words <= TOOL_WORDS and block.index not in page.sentences:
            weight = 0.75 if mark.place == "start" else 0.5
            yield Hit(block.index, Call.DROP, weight, f"a short line that says {quoted(mark.phrase)}")


def _bar(page: Sheet, block: Block) -> list[str]:
    if block.words < 2 or block.index in page.sentences:
        return []
    parts = page.bars.get(block.index, ())
    tools = labels().known(parts, TOOLS, fewest=2)
    if not tools or 2 * len(tools) < len(parts):
        tools = labels().known_words(block.text.split(), TOOLS, KNOWN_WORDS)
    return tools if len(tools) > 1 else []
