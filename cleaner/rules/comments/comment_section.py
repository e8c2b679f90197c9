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

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence

from cleaner.model import Block, Call, Hit
from cleaner.rules.shape import ends_like_sentence, quoted
from cleaner.rules.sheet import Sheet

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
    page = Sheet.of(blocks)
    headings = [block for block in page.pick(page.marked("comments")) if _is_heading(block)]
    if not headings:
        return
    tools = sorted(page.marked("comment_tool"))
    parts = _parts(page)
    governed = 0
    for block in headings:
        at = block.index
        if at < governed:
            continue
        heading = quoted(block.text)
        end = parts[bisect_right(parts, at)]
        weight = _confidence(page, tools, at, end)
        yield Hit(at, Call.DROP, max(weight, 0.8), f"{heading}, the heading or count of a comment section")
        if weight:
            why = f"below {heading}, with {page.paragraph_words[at]} words of paragraphs above it"
            yield from (Hit(line, Call.DROP, weight, why) for line in range(at + 1, end))
            governed = end


def _is_heading(block: Block) -> bool:
    if block.words > HEADING_WORDS or block.headline:
        return False
    if block.marked("comments", place="line"):
        return True
    return block.marked("comments", place="start") is not None and not ends_like_sentence(block.text)


def _parts(page: Sheet) -> Sequence[int]:
    """Places of the lines that open another part of the page, and its end."""
    named = (block for block in page.pick(page.marked(*PARTS, place="line")) if block.words <= HEADING_WORDS)
    return [*sorted({block.index for block in named} | page.marked("copyright", place="start")), len(page)]


def _confidence(page: Sheet, tools: Sequence[int], heading: int, end: int) -> float:
    """How sure it is that the heading governs what follows; 0 where it may be a count in a share bar."""
    above = page.paragraph_words
    if above[heading] < LEAST_STORY_WORDS:
        return 0.0
    buttons = bisect_left(tools, min(end, heading + 1 + NEAR)) - bisect_left(tools, heading + 1)
    share = above[heading] / above[-1]
    if buttons >= FEWEST_TOOLS:
        return 0.95 if share >= STORY_SHARE or buttons >= 2 * FEWEST_TOOLS else 0.7
    # Nothing shows that these are comments; lists of other stories have rules that know them better.
    if above[end] == above[heading]:
        return 0.4
    return 0.6 if share >= STORY_SHARE else 0.0
