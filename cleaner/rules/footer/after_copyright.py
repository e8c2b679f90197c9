"""What still follows the copyright line.

What it drops: blocks below a copyright line at the page's foot: short lines, and legal sentences.

Why it is junk: the copyright line closes the page; below it stand addresses, partners, legal notes.

What it must keep: a story that goes on below a copyright line, as it does below the © of a photo: with
prose after it, the line is not at the foot.

Example: `Harbour Street 4, 5003 Bergen` below `© 2031 The Harbour Courier`

Since: 0.1.0
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from cleaner.model import Block, Call, Hit
from cleaner.rules.footer._notice import notice
from cleaner.rules.shape import FURNITURE_PROSE, ends_like_sentence, prose_span, quoted

# Without prose on the page the line must at least stand in its second half.
SHORT_WORDS = 12
# A line that only may be a copyright line closes nothing.
SURE = 0.8


def judge(blocks: Sequence[Block]) -> Iterable[Hit]:
    _, end = prose_span(blocks)
    foot = blocks[max(end, 0 if end else len(blocks) // 2) :]
    closing: Block | None = None
    for block in foot:
        if closing:
            yield Hit(block.index, Call.DROP, _weight(block), f"it follows the copyright line {quoted(closing.text)}")
        elif (found := notice(block, at_foot=True)) and found[0] >= SURE:
            closing = block


def _weight(block: Block) -> float:
    if block.marked(*FURNITURE_PROSE, "contact", "about", "feedback"):
        return 0.85
    return 0.75 if block.words <= SHORT_WORDS and not ends_like_sentence(block.text) else 0.5
