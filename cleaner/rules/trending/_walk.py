"""How far a heading's list of headlines goes: a walk down the page that knows what ends such a list."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from cleaner.model import Block
from cleaner.rules.shape import FILLERS, TEXT, Shape, ends_like_sentence, opens_small

HEADINGS = ("trending", "latest", "related", "columns")
# Lines that open another part of the page: the run is over there. Bylines, dates, section names, share
# buttons and advertisements stand between the items of a list and do not end it.
PARTS = ("newsletter", "subscribe", "app", "donate", "cookie", "paywall", "comments", "copyright", "terms",
         "contact", "about", "feedback", "follow", "tags", "next_previous")  # fmt: skip
# A phrase that opens a longer line is a heading only with so few words in all ("Most read in Sport").
HEADING_WORDS = 6
# An item may carry number, section, date, author, picture credit and counts, each on a line of its own.
MOST_FILLERS = 8
# Labels and dates that belong to the last item.
MOST_TAIL = 3
# A teaser's summary; paragraphs of a story are longer in the mean, but not always.
TEASER_WORDS = 60


@dataclass(frozen=True, slots=True)
class Run:
    """Indices after the heading that belong to its list, and what ended it."""

    end: int
    items: int
    ended: str
    teasers: int = 0
    sure: int = 0


def stands_in_menu(blocks: Sequence[Block], at: int) -> bool:
    """Whether a heading's word is here one item of a menu: "Opinion" between two other sections."""
    around = [blocks[other] for other in (at - 1, at + 1) if 0 <= other < len(blocks)]
    named = [other for other in around if other.marked("section", "menu", place="line")]
    return len(named) == 2 and blocks[at].marked("section", "menu", place="line") is not None


def is_heading(block: Block) -> bool:
    """Whether the line is, or opens with, the heading of a list of other stories."""
    if not block.marks or block.headline or block.words > HEADING_WORDS:
        return False
    if block.marked(*HEADINGS, place="line"):
        return True
    # "Related: …" with words after the colon is a link in one line, which governs nothing.
    open_ended = not ends_like_sentence(block.text) and ": " not in block.text
    return open_ended and block.marked(*HEADINGS, place="start") is not None


def govern(blocks: Sequence[Block], kinds: Sequence[Shape], heading: int, below_story: bool) -> Run:
    """The run with its teasers where they can be told from a story, else the run up to the first prose."""
    wide = _walk(blocks, kinds, heading, teasers=True)
    resumes = wide.ended == "prose"
    if not wide.teasers or (2 * wide.sure >= wide.teasers and (wide.teasers >= 2 or not resumes)):
        return wide
    paired = heading + 2 < len(kinds) and kinds[heading + 1] is Shape.HEADLINE and kinds[heading + 2] in TEXT
    if paired and wide.teasers >= 2 and not resumes and below_story:
        return wide
    return _walk(blocks, kinds, heading, teasers=False)


def _walk(blocks: Sequence[Block], kinds: Sequence[Shape], heading: int, teasers: bool) -> Run:
    """Go down from the heading until something ends its list; linear, and blocks walked are not walked again."""
    last = heading
    items = found = sure = 0
    ended = "end"
    for at in range(heading + 1, len(blocks)):
        ended = _what_ends(blocks, kinds, heading, at)
        if not ended and kinds[at] is Shape.PROSE:
            if not (teasers and blocks[at].words <= TEASER_WORDS):
                ended = "prose"
            else:
                found += 1
                sure += _surely_teaser(blocks, kinds, at)
        if not ended and at - last > MOST_FILLERS:
            ended = "quiet"
        if ended:
            break
        if kinds[at] is Shape.HEADLINE or (kinds[at] in TEXT and last == at - 1 and at - 1 > heading):
            items += kinds[at] is Shape.HEADLINE
            last = at
    else:
        at, ended = len(blocks), "end"
    return Run(_cut(blocks, kinds, (heading, last, at), ended), items, ended, found, sure)


def _what_ends(blocks: Sequence[Block], kinds: Sequence[Shape], heading: int, at: int) -> str:
    """Why the run cannot go beyond this block; empty if it can."""
    block = blocks[at]
    if is_heading(block):
        return "heading"
    if block.marks and (block.marked(*PARTS, place="line") or block.marked("copyright", "comments", place="start")):
        return "part"
    if block.headline and Shape.PROSE in kinds[at : at + MOST_FILLERS]:
        return "headline"
    if kinds[at] in TEXT and (at - 1 == heading or kinds[at - 1] in TEXT):
        # A list never has two paragraphs in a row.
        return "prose"
    if kinds[at] is Shape.HEADLINE and opens_small(block.text):
        # The rest of a sentence that was cut at a link.
        return "prose"
    return ""


def _surely_teaser(blocks: Sequence[Block], kinds: Sequence[Shape], at: int) -> bool:
    """A cut-off text, or a date, an author or "read more" beside it: stories have none between paragraphs."""
    block = blocks[at]
    if block.text.rstrip("])").endswith(("...", "…")) or block.marked("read_more"):
        return True
    around = (at - 1, at + 1, at + 2)
    return any(
        0 <= near < len(blocks)
        and (kinds[near] is Shape.STAMP or blocks[near].marked("read_more", "byline", "published") is not None)
        for near in around
    )


def _cut(blocks: Sequence[Block], kinds: Sequence[Shape], span: tuple[int, int, int], ended: str) -> int:
    """Index after the run's last line: its items and a few labels after them, without the story's sentences."""
    heading, last, stop = span
    end = last + 1
    if ended == "prose":
        while end - 1 > heading and kinds[end - 1] in TEXT:
            end -= 1
        return end
    limit = stop if ended in ("heading", "part", "end") else last + 1
    while end < limit and end - last <= MOST_TAIL and last > heading and kinds[end] in FILLERS:
        end += 1
    return end
