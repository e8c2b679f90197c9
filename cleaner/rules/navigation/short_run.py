"""Runs of short lines without sentences: menus that were flattened line by line.

What it drops: four or more lines in a row, each a few words long and without sentence punctuation, before
the first or after the last paragraph of prose; among the prose only if most hold a menu's words.

Why it is junk: a story is made of sentences; only lists of links run on like this.

What it must keep: lists that a colon announces, tables of numbers, verse (lines that end in commas or begin
in lower case), interviews, the headline, and lines that state an author, a date or a source.

Example: `Cities / Seasons / Readers / Shop`, one below the other

Since: 0.1.0
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from cleaner.model import Block, BlockKind, Call, Hit
from cleaner.rules.phrases import FIELD_MARKS
from cleaner.rules.shape import quoted, states_year
from cleaner.rules.sheet import Sheet, places

# An item of a menu is a name, seldom longer than five words; three in a row may still be a place, a
# name and a date above a story.
ITEM_WORDS = 5
RUN = re.compile(b"[a-z]{4,}")
NO_ITEM = ord(" ")
# Labels and numbers are as short as that; other lines may be.
LONGER = re.compile("[^ln]")

# A list inside a story seldom has so many items; menus stand inside where a teaser precedes them.
LONG_RUN = 12

# Shares of a run's lines from which it reads as something else than a menu.
NUMBERS = 0.3
VERSE = 0.4

# Share of links under which a run of HTML is no menu.
LINKED = 0.5

# Lines with a menu's words, and lines whose words tell that they are something else of the page's own:
# these count for the run, but other rules name them better.
MENU = ("menu", "section", "search", "account")
NAMED_BETTER = (
    "share", "follow", "network", "newsletter", "subscribe", "app", "donate", "advertisement", "sponsored", "cookie",
    "terms", "contact", "about", "edition", "feedback", "tool", "read_more", "comments", "comment_tool",
    "trending", "latest", "related", "columns", "tags", "next_previous",
)  # fmt: skip

KNOWN = MENU + NAMED_BETTER

# Below the story, what follows one of these is a list of the site's (footer/site-lists).
FOOT = ("about", "edition")

# There, a line in capitals heads such a list and is no item.
HEADING_AT_FOOT = 0.6

# What ends like these, or is of these kinds, is no item.
NO_ITEM_ENDS = re.compile("[:：;]")
NO_ITEMS: tuple[BlockKind, ...] = ("quote", "table", "code", "caption")

# Lines this near below a headline may be the author's name, the place, the date.
BELOW_HEADLINE = 2


def judge(blocks: Sequence[Block]) -> Iterable[Hit]:
    page = Sheet.of(blocks)
    first, end = page.prose_span
    known = page.marked(*KNOWN, place="line")
    others = page.marked(*NAMED_BETTER) - page.marked(*MENU, place="line")
    foot = {at for at in page.marked(*FOOT, place="line") if at >= end}
    for run in _runs(page):
        marked = len(known.intersection(run))
        inside = first <= run.start < end
        if (inside and marked * 2 < len(run) < LONG_RUN) or not _is_menu(page, run):
            continue
        weight = min(0.95, (0.3 if inside else 0.5) + 0.02 * min(len(run), LONG_RUN) + 0.4 * marked / len(run))
        why = f"one of {len(run)} short lines in a row without a sentence, from {quoted(page[run.start].text)}"
        for at in run:
            if at in foot:
                break
            if at not in others:
                heading = at >= end > 0 and at in page.capitals
                yield Hit(at, Call.DROP, weight * HEADING_AT_FOOT if heading else weight, why)


def _runs(page: Sheet) -> Sequence[range]:
    letters = bytearray(page.kinds, "ascii")
    for at in _no_items(page):
        letters[at] = NO_ITEM
    return [range(*match.span()) for match in RUN.finditer(letters)]


def _no_items(page: Sheet) -> set[int]:
    below_headline = {
        at + below for at in page.headlines for below in range(BELOW_HEADLINE + 1) if at + below < len(page)
    }
    ends = page.sentences.union(places(NO_ITEM_ENDS, page.lasts))
    long = {at for at in places(LONGER, page.kinds) if page[at].words > ITEM_WORDS}
    years = {at for at in page.numbered if states_year(page[at].text)}
    other = years | page.marked(*FIELD_MARKS, "caption", "copyright") | page.of_kind(*NO_ITEMS)
    return below_headline | ends | long | other


def _is_menu(page: Sheet, run: range) -> bool:
    if run.start and page.lasts[run.start - 1] in ":：":
        return False
    lines = page[run.start : run.stop]
    if sum(map(_mostly_digits, lines)) >= NUMBERS * len(run):
        return False
    edges = zip(page.firsts[run.start : run.stop], page.lasts[run.start : run.stop], strict=True)
    if sum([last == "," or first.islower() for first, last in edges]) >= VERSE * len(run):
        return False
    shares = [block.link_share for block in lines if block.link_share is not None]
    return not shares or sum(shares) >= LINKED * len(shares)


def _mostly_digits(block: Block) -> bool:
    text = block.text
    return not text.isalpha() and sum(map(str.isdigit, text)) * 3 >= len(text)
