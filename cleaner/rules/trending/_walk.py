"""How far a heading's list of headlines goes: a walk down the page that knows what ends such a list."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from cleaner.model import Block
from cleaner.rules.shape import FILLERS, TEXT, Shape, ends_like_sentence, opens_small
from cleaner.rules.sheet import Sheet

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


def headings(page: Sheet) -> list[int]:
    """Places of the lines that are, or open with, the heading of a list of other stories."""
    return [block.index for block in page.pick(page.marked(*HEADINGS)) if _is_heading(block)]


def stops(page: Sheet, headings: Iterable[int]) -> Mapping[int, str]:
    """What by its words ends every list above it: another heading, another part, the story's headline."""
    parts = page.marked(*PARTS, place="line") | page.marked("copyright", "comments", place="start")
    found = {at: "headline" for at in page.headlines if Shape.PROSE in page.kinds[at : at + MOST_FILLERS]}
    return found | dict.fromkeys(parts, "part") | dict.fromkeys(headings, "heading")


def stands_in_menu(page: Sheet, at: int) -> bool:
    """Whether a heading's word is here one item of a menu: "Opinion" between two other sections."""
    around = page[max(0, at - 1) : at + 2]
    return len(around) == 3 and all(block.marked("section", "menu", place="line") for block in around)


def govern(page: Sheet, stops: Mapping[int, str], heading: int, below_story: bool) -> Run:
    """The run with its teasers where they can be told from a story, else the run up to the first prose."""
    wide = _walk(page, stops, heading, teasers=True)
    resumes = wide.ended == "prose"
    if not wide.teasers or (2 * wide.sure >= wide.teasers and (wide.teasers >= 2 or not resumes)):
        return wide
    paired = page.kinds[heading + 1 : heading + 2] == Shape.HEADLINE and heading + 2 in page.texts
    if paired and wide.teasers >= 2 and not resumes and below_story:
        return wide
    return _walk(page, stops, heading, teasers=False)


def _is_heading(block: Block) -> bool:
    if block.headline or block.words > HEADING_WORDS:
        return False
    if block.marked(*HEADINGS, place="line"):
        return True
    # "Related: …" with words after the colon is a link in one line, which governs nothing.
    open_ended = not ends_like_sentence(block.text) and ": " not in block.text
    return open_ended and block.marked(*HEADINGS, place="start") is not None


def _walk(page: Sheet, stops: Mapping[int, str], heading: int, teasers: bool) -> Run:
    """Go down from the heading until something ends its list; linear, and blocks walked are not walked again."""
    last = heading
    items = found = sure = 0
    ended = "end"
    for at in range(heading + 1, len(page)):
        kind = page.kinds[at]
        ended = stops.get(at) or _what_ends(page, heading, at)
        if not ended and kind == Shape.PROSE:
            if not (teasers and page[at].words <= TEASER_WORDS):
                ended = "prose"
            else:
                found += 1
                sure += _surely_teaser(page, at)
        if not ended and at - last > MOST_FILLERS:
            ended = "quiet"
        if ended:
            break
        if kind == Shape.HEADLINE or (kind in TEXT and last == at - 1 and at - 1 > heading):
            items += kind == Shape.HEADLINE
            last = at
    else:
        at, ended = len(page), "end"
    return Run(_cut(page, (heading, last, at), ended), items, ended, found, sure)


def _what_ends(page: Sheet, heading: int, at: int) -> str:
    """Why the run cannot go beyond this block by the way it reads; empty if it can."""
    kind = page.kinds[at]
    if kind in TEXT and (at - 1 == heading or at - 1 in page.texts):
        # A list never has two paragraphs in a row.
        return "prose"
    if kind == Shape.HEADLINE and opens_small(page[at].text):
        # The rest of a sentence that was cut at a link.
        return "prose"
    return ""


def _surely_teaser(page: Sheet, at: int) -> bool:
    """A cut-off text, or a date, an author or "read more" beside it: stories have none between paragraphs."""
    block = page[at]
    if block.text.rstrip("])").endswith(("...", "…")) or block.marked("read_more"):
        return True
    around = page[at - 1 : at] + page[at + 1 : at + 3]
    return any(
        page.kinds[near.index] == Shape.STAMP or near.marked("read_more", "byline", "published") is not None
        for near in around
    )


def _cut(page: Sheet, span: tuple[int, int, int], ended: str) -> int:
    """Index after the run's last line: its items and a few labels after them, without the story's sentences."""
    heading, last, stop = span
    end = last + 1
    if ended == "prose":
        while end - 1 > heading and end - 1 in page.texts:
            end -= 1
        return end
    limit = stop if ended in ("heading", "part", "end") else last + 1
    while end < limit and end - last <= MOST_TAIL and last > heading and page.kinds[end] in FILLERS:
        end += 1
    return end
