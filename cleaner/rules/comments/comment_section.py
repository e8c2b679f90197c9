"""The readers' comments below the story.

What it drops: a heading such as "34 Comments" or "Leave a reply" and everything it governs: forms, names,
dates and comments as long as paragraphs, to the end of the page or to the heading of another part.

Why it is junk: readers wrote it, not the newsroom.

What it must keep: the story. A count of comments in the share bar above or within it governs nothing: the
heading must stand below most of the page's prose, or buttons of a comment section must follow it.

Example: `2 Comments` / `Mara K. says:` / `I was on that ferry. It was awful.` / `Reply`

Since: 0.1.0
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import accumulate

from cleaner.model import Block, Call, Hit
from cleaner.rules.shape import Shape, ends_like_sentence, quoted, shapes

# "Join the conversation about this story" has 6.
HEADING_WORDS = 7
# Comments have no bound, the story above them has a beginning: so many words of paragraphs at least.
LEAST_STORY_WORDS = 40
# Buttons ("Reply", "Report") within so many lines show that a comment section follows.
NEAR = 40
FEWEST_TOOLS = 2
# Without buttons, this share of the page's paragraphs must stand above the heading.
STORY_SHARE = 0.6
PARTS = ("trending", "latest", "related", "columns", "newsletter", "follow", "copyright", "terms")


def judge(blocks: Sequence[Block]) -> Iterable[Hit]:
    """Hits on headings and on what they govern."""
    kinds = shapes(blocks)
    above = list(accumulate((b.words if kinds[b.index] is Shape.PROSE else 0 for b in blocks), initial=0))
    tools = list(accumulate((int(b.marked("comment_tool") is not None) for b in blocks), initial=0))
    ends = _ends(blocks)
    at = 0
    while at < len(blocks):
        if not _is_heading(blocks[at]):
            at += 1
            continue
        heading = quoted(blocks[at].text)
        end = ends[at]
        weight = _confidence(above, tools, at, end)
        yield Hit(at, Call.DROP, max(weight, 0.8), f"{heading}, the heading or count of a comment section")
        why = f"below {heading}, with {above[at]} words of paragraphs above it"
        if weight:
            yield from (Hit(line, Call.DROP, weight, why) for line in range(at + 1, end))
        at = end if weight else at + 1


def _is_heading(block: Block) -> bool:
    if not block.marks or block.words > HEADING_WORDS or block.headline:
        return False
    if block.marked("comments", place="line"):
        return True
    return block.marked("comments", place="start") is not None and not ends_like_sentence(block.text)


def _ends(blocks: Sequence[Block]) -> list[int]:
    """For each block the index of the next line below it that opens another part of the page."""
    ends = [len(blocks)] * (len(blocks) + 1)
    for block in reversed(blocks):
        ends[block.index] = block.index if block.marks and _opens_part(block) else ends[block.index + 1]
    return ends[1:]


def _opens_part(block: Block) -> bool:
    heading = block.words <= HEADING_WORDS and block.marked(*PARTS, place="line") is not None
    return heading or block.marked("copyright", place="start") is not None


def _confidence(above: Sequence[int], tools: Sequence[int], heading: int, end: int) -> float:
    """How sure it is that the heading governs what follows; 0 where it may be a count in a share bar."""
    if above[heading] < LEAST_STORY_WORDS:
        return 0.0
    buttons = tools[min(end, heading + 1 + NEAR)] - tools[heading + 1]
    share = above[heading] / above[-1]
    if buttons >= FEWEST_TOOLS:
        return 0.95 if share >= STORY_SHARE or buttons >= 2 * FEWEST_TOOLS else 0.7
    # Nothing shows that these are comments; lists of other stories have rules that know them better.
    if above[end] == above[heading]:
        return 0.4
    return 0.6 if share >= STORY_SHARE else 0.0
