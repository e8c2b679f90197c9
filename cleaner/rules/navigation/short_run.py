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

from collections.abc import Iterable, Iterator, Sequence

from cleaner.model import Block, Call, Hit
from cleaner.rules.phrases import FIELD_MARKS
from cleaner.rules.shape import ends_like_sentence, prose_span, quoted, states_year

# An item of a menu is a name, seldom longer than five words; three in a row may still be a place, a
# name and a date above a story.
ITEM_WORDS = 5
RUN = 4

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

# Lines this near below a headline may be the author's name, the place, the date.
BELOW_HEADLINE = 2


def judge(blocks: Sequence[Block]) -> Iterable[Hit]:
    first, end = prose_span(blocks)
    for run in _runs(blocks):
        if not _is_menu(blocks, run):
            continue
        marked = sum(bool(block.marks) and block.marked(*KNOWN, place="line") is not None for block in run)
        inside = first <= run[0].index < end
        if inside and marked * 2 < len(run) < LONG_RUN:
            continue
        weight = min(0.95, (0.3 if inside else 0.5) + 0.02 * min(len(run), LONG_RUN) + 0.4 * marked / len(run))
        why = f"one of {len(run)} short lines in a row without a sentence, from {quoted(run[0].text)}"
        for block in _own(run, end):
            heading = block.index >= end > 0 and block.text.isupper()
            yield Hit(block.index, Call.DROP, weight * HEADING_AT_FOOT if heading else weight, why)


def _runs(blocks: Sequence[Block]) -> Iterator[list[Block]]:
    run: list[Block] = []
    headline = -BELOW_HEADLINE - 1
    for block in blocks:
        headline = block.index if block.headline else headline
        if block.index - headline > BELOW_HEADLINE and _is_item(block):
            run.append(block)
            continue
        if len(run) >= RUN:
            yield run
        run = []
    if len(run) >= RUN:
        yield run


def _own(run: Sequence[Block], end: int) -> Iterator[Block]:
    for block in run:
        if not block.marks:
            yield block
            continue
        if block.index >= end and block.marked(*FOOT, place="line"):
            return
        if block.marked(*MENU, place="line") or block.marked(*NAMED_BETTER) is None:
            yield block


def _is_item(block: Block) -> bool:
    if block.words > ITEM_WORDS or block.headline or block.kind in ("quote", "table", "code", "caption"):
        return False
    if ends_like_sentence(block.text) or block.text.endswith((":", "：", ";")) or states_year(block.text):
        return False
    return not block.marks or block.marked(*FIELD_MARKS, "caption", "copyright") is None


def _is_menu(blocks: Sequence[Block], run: Sequence[Block]) -> bool:
    before = blocks[run[0].index - 1].text if run[0].index else ""
    if before.endswith((":", "：")):
        return False
    if sum(_mostly_digits(block.text) for block in run) >= NUMBERS * len(run):
        return False
    if sum(block.text.endswith(",") or block.text[0].islower() for block in run) >= VERSE * len(run):
        return False
    shares = [block.link_share for block in run if block.link_share is not None]
    return not shares or sum(shares) >= LINKED * len(shares)


def _mostly_digits(text: str) -> bool:
    return sum(character.isdigit() for character in text) * 3 >= len(text)
