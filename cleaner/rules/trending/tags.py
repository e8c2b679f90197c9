"""The story's tags.

What it drops: "Tags: ferry, harbour", "Filed under …", and below a bare "Topics" the run of labels.

Why it is junk: tags file the story for the site; they are links to lists of other stories.

What it must keep: what follows the labels, and headlines below a bare "Topics".

Example: `Filed under: Harbour, Storms` or `Tags` / `Harbour` / `Storms`

Since: 0.1.0
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from cleaner.model import Block, Call, Hit
from cleaner.rules.shape import FILLERS, Shape, ends_like_sentence, quoted
from cleaner.rules.sheet import Sheet

# A tag line lists names, at most so many words of them; a tag on its own line has up to 5 words.
MOST_WORDS = 60
TAG_WORDS = 5
MOST_TAGS = 30


def judge(blocks: Sequence[Block]) -> Iterable[Hit]:
    """Hits on tag lines and on the labels below a bare heading."""
    page = Sheet.of(blocks)
    for block in page.pick(page.marked("tags")):
        if block.marked("tags", place="line"):
            yield Hit(block.index, Call.DROP, 0.9, f"{quoted(block.text)} alone on its line")
            yield from _labels(page, block)
            continue
        mark = block.marked("tags", place="start")
        if mark and block.words <= MOST_WORDS and not ends_like_sentence(block.text):
            weight = 0.95 if block.index not in page.texts else 0.5
            yield Hit(block.index, Call.DROP, weight, f"opens with {quoted(mark.phrase)}, followed by names")


def _labels(page: Sheet, heading: Block) -> Iterator[Hit]:
    for block in page[heading.index + 1 : heading.index + 1 + MOST_TAGS]:
        kind = page.kinds[block.index]
        short = kind in FILLERS or (kind == Shape.HEADLINE and block.words <= TAG_WORDS)
        # A mark says that the line is something else: a button, another heading.
        if not short or block.headline or any(mark.place == "line" for mark in block.marks):
            return
        yield Hit(block.index, Call.DROP, 0.7, f"a label below {quoted(heading.text)}")
