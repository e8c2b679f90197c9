"""The list of headlines under a heading such as "Trending", "Latest" or "Related".

What it drops: the heading and every line of the run it governs, however long: headlines, their repeats,
numbers, section labels, dates and teasers. A heading with nothing below it is dropped alone.

Why it is junk: the list advertises other stories; it is the same on every page of the site that day.

What it must keep: the story that resumes below the list (the run ends at running prose and at the page's
headline, and gives back the short sentences right before them), and the section of a story whose
subheading happens to be such a word (prose follows it at once).

Example: `TRENDING` / `1` / `Harbour reopens after storm` / `World` / `2` / `Ferry fares to rise` / `Local`

Since: 0.1.0
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from cleaner.model import Block, Call, Hit
from cleaner.rules.shape import Shape, quoted
from cleaner.rules.sheet import Sheet
from cleaner.rules.trending._walk import HEADING_WORDS, HEADINGS, Run, govern, headings, stands_in_menu, stops

# Words of menus as well ("News"), where they govern sections and not headlines.
MENU = ("menu", "section")
# A list of links inside a story is this short.
FEW = 3


def judge(blocks: Sequence[Block]) -> Iterable[Hit]:
    """Hits on headings and on the runs they govern."""
    page = Sheet.of(blocks)
    found = headings(page)
    if not found:
        return
    ends = stops(page, found)
    story = page.kinds.find(Shape.PROSE) if Shape.PROSE in page.kinds else len(page)
    walked = 0
    for at in found:
        if at >= walked and not stands_in_menu(page, at):
            run = govern(page, ends, at, at > story)
            yield from _hits(page, at, run, before_story=at < story)
            walked = run.end


def _hits(blocks: Sequence[Block], heading: int, run: Run, before_story: bool) -> Iterator[Hit]:
    title = quoted(blocks[heading].text)
    whole = blocks[heading].marked(*HEADINGS, place="line") is not None
    if not run.items:
        lone = "the story" if run.ended == "prose" else "nothing of its own"
        weight = 0.4 if run.ended == "prose" else 0.9
        yield Hit(heading, Call.DROP, weight if whole else weight / 2, f"{title} followed by {lone}")
        return
    why = f"{title} followed by {run.items} headline-length line{'s' * (run.items > 1)}"
    sure = run.items > 1 or run.ended != "prose"
    yield Hit(heading, Call.DROP, (1.0 if whole else 0.8) * (1.0 if sure else 0.7), why)
    weight = (0.95 if run.items > 1 else 0.6) * (1.0 if whole else 0.75) * (0.7 if before_story else 1.0)
    if blocks[heading].marked(*MENU, place="line"):
        weight *= 0.7
    for at in range(heading + 1, run.end):
        # The last line before prose may as well be the subheading of that prose.
        last = at == run.end - 1 and run.ended == "prose" and (run.items <= FEW or blocks[at].words <= HEADING_WORDS)
        yield Hit(at, Call.DROP, round(weight * (0.6 if last else 1.0), 2), f"in the list under {title}: {why}")
