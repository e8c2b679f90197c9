"""Single comments, told by what comes back: buttons, or names and dates.

What it drops: buttons of a comment ("Reply", "Report abuse", votes), lines such as "Mara says:", and, where
such lines come back at short distances, the names, dates and paragraphs between them; below a story, posts
that each stand under a name and a date.

Why it is junk: readers wrote it, not the newsroom.

What it must keep: the story above the first entry, since only a name, a date and one paragraph belong to an
entry's first button; what stands around a lone "Like" in a share bar; a forum's posts, which have no story
above them; a live report, whose entries have a clock and few authors.

Example: `Mara K.` / `3 days ago` / `I was on that ferry.` / `Reply` / `Report`

Since: 0.1.0
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from cleaner.model import Block, Call, Hit
from cleaner.rules.comments._posts import rows
from cleaner.rules.shape import FILLERS, TEXT, quoted
from cleaner.rules.sheet import Sheet

# Name, date, up to 5 short paragraphs and a few buttons between two buttons of neighbouring comments.
FARTHEST = 12
FEWEST_ENTRIES = 3
# "12 likes", "Reply to Mara", "Mara K. says:".
BUTTON_WORDS = 6
# "34 Comments" may stand so many lines above the first of them.
NEAR = 8


def judge(blocks: Sequence[Block]) -> Iterable[Hit]:
    """Hits on buttons and on the entries between buttons that come back."""
    page = Sheet.of(blocks)
    buttons = [block.index for block in page.pick(page.marked("comment_tool")) if block.words <= BUTTON_WORDS]
    for at in buttons:
        yield Hit(at, Call.DROP, 0.7, f"{quoted(page[at].text)}, a button or opening of a comment")
    for group in _groups(buttons):
        entries = [at for at, before in zip(group, [-2, *group], strict=False) if at - before > 1]
        if len(entries) < FEWEST_ENTRIES:
            continue
        why = f"between {len(entries)} openings or buttons of comments"
        start = _entry_start(page.kinds, group[0])
        yield from (Hit(at, Call.DROP, 0.85, why) for at in range(start, group[-1] + 1))
    for row in rows(page):
        around = page[max(0, row.start - NEAR) : row.end]
        weight = 0.85 if any(block.marked("comments", "comment_tool") for block in around) else 0.6
        why = f"in a row of {row.count} posts, each under a name and a date, below the story"
        yield from (Hit(at, Call.DROP, weight, why) for at in range(row.start, row.end))


def _groups(buttons: Sequence[int]) -> Iterator[Sequence[int]]:
    group: list[int] = []
    for at in buttons:
        if group and at - group[-1] > FARTHEST:
            yield group
            group = []
        group.append(at)
    if group:
        yield group


def _entry_start(kinds: str, button: int) -> int:
    """Where the first entry begins: above its button at most one paragraph, above that a name and a date."""
    start = button
    if start and kinds[start - 1] in TEXT:
        start -= 1
    while start and button - start < 4 and kinds[start - 1] in FILLERS:
        start -= 1
    # A paragraph without a name above it may be the last of the story.
    return start if start < button - 1 or kinds[start] in FILLERS else button
