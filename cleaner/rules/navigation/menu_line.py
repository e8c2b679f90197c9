"""Lines that are nothing but a word of a menu.

What it drops: a line that is a menu's, search box's or account's word, a form's field or button, or the
name of a section; such a word beside a date.

Why it is junk: it leads elsewhere on the site and says nothing of the story.

What it must keep: sentences that begin with such a word, the headline, and section words that serve as
sub-headings between two paragraphs of the story.

Example: `Left Menu`, `Sign in`, `date 2031-04-02 Main Menu`

Since: 0.1.0
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from cleaner.model import Block, Call, Hit
from cleaner.rules.phrases import labels
from cleaner.rules.shape import quoted
from cleaner.rules.sheet import Sheet

MENU = ("menu", "search", "account", "breadcrumb")

# A line that opens with a menu's words and goes on (`Skip to the main part of this page`) stays this short.
START_WORDS = 8

# A section's name alone is a label more often than a sub-heading; between two paragraphs it may be either.
SECTION = 0.75
SECTION_AMONG_PROSE = 0.3

# Numeric dates, such as page headers print beside their menus; parts of at most this many words.
_DATE = re.compile(r"(?<!\d)\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}(?!\d)")
PART_WORDS = 3

# How lynx and w3m print a form: `(BUTTON) Close`, `Search ____________`.
_FORM = re.compile(r"\(BUTTON\)|_{8,60}")
FORMS = ("(BUTTON)", "_" * 8)

# Below the story, a line in capitals heads a list of the site's (footer/site-lists) and is no item.
HEADING_AT_FOOT = 0.5


def judge(blocks: Sequence[Block]) -> Iterable[Hit]:
    page = Sheet.of(blocks)
    _, end = page.prose_span
    forms = page.holding(*FORMS)
    dates = {at for at in page.numbered if page[at].words <= START_WORDS and _DATE.search(page[at].text)}
    for block in page.pick(page.marked(*MENU, "section") | forms | dates):
        if block.headline or block.words > START_WORDS:
            continue
        found = _menu(page, block) or _section(page, block)
        if found:
            weight, why = found
            if block.index >= end > 0 and block.text.isupper():
                weight = min(weight, HEADING_AT_FOOT)
            yield Hit(block.index, Call.DROP, weight, why)


def _menu(page: Sheet, block: Block) -> tuple[float, str] | None:
    if ("_" in block.text or "BUTTON" in block.text) and (field := _FORM.search(block.text)):
        return 0.9, f"a form's field or button, {quoted(field[0])}, as text browsers print them"
    if mark := block.marked(*MENU, place="line"):
        return 0.95, f"the line is nothing but {quoted(mark.phrase)}, a word of menus"
    if block.index in page.sentences:
        return None
    if mark := block.marked(*MENU, place="start"):
        return 0.75, f"a short line that opens with {quoted(mark.phrase)}, words of menus"
    return _beside_date(block)


def _beside_date(block: Block) -> tuple[float, str] | None:
    if not _DATE.search(block.text):
        return None
    parts = [part.strip() for part in _DATE.split(block.text) if part.strip()]
    if any(len(part.split()) > PART_WORDS for part in parts):
        return None
    for part in parts:
        if not labels()[part].isdisjoint(MENU):
            return 0.85, f"{quoted(part)}, a word of menus, beside a date"
    return None


def _section(page: Sheet, block: Block) -> tuple[float, str] | None:
    mark = block.marked("section", place="line")
    if mark is None:
        return None
    if {block.index - 1, block.index + 1} <= page.prose:
        return SECTION_AMONG_PROSE, f"{quoted(mark.phrase)} names a section, though it stands between paragraphs"
    return SECTION, f"the line is nothing but {quoted(mark.phrase)}, the name of a section"
