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
from cleaner.rules.footer._notice import notice, suspects
from cleaner.rules.shape import FURNITURE_PROSE, ends_like_sentence, quoted
from cleaner.rules.sheet import Sheet

# Without prose on the page the line must at least stand in its second half.
SHORT_WORDS = 12
# A line that only may be a copyright line closes nothing.
SURE = 0.8


def judge(blocks: Sequence[Block]) -> Iterable[Hit]:
    page = Sheet.of(blocks)
    _, end = page.prose_span
    foot = end or len(page) // 2
    closing = next((block for block in suspects(page) if block.index >= foot and _closes(block)), None)
    if closing:
        why = f"it follows the copyright line {quoted(closing.text)}"
        yield from (Hit(block.index, Call.DROP, _weight(block), why) for block in page[closing.index + 1 :])


def _closes(block: Block) -> bool:
    found = notice(block, at_foot=True)
    return found is not None and found[0] >= SURE


def _weight(block: Block) -> float:
    if block.marked(*FURNITURE_PROSE, "contact", "about", "feedback"):
        return 0.85
    return 0.75 if block.words <= SHORT_WORDS and not ends_like_sentence(block.text) else 0.5
