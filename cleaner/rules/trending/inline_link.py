"""One line that sends the reader to another story: "Also read: …".

What it drops: a line that opens with such words, "Read more:" and the headline below it, a line in brackets
that opens with them, such words behind the letter that an icon left, and lines in capitals between
paragraphs that read as headlines.

Why it is junk: it stands in the middle of the story and is not part of it.

What it must keep: a paragraph that happens to open with such words ("Read more about her life and you will
find …") and a subheading in capitals, which is short.

Example: `Also read: Harbour reopens after storm`

Since: 0.1.0
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from cleaner.lexicon import glued_label
from cleaner.model import Block, Call, Hit
from cleaner.rules.phrases import labels, paused, phrase_weight, spoken
from cleaner.rules.shape import LINKED, TEXT, Shape, ends_like_sentence, quoted
from cleaner.rules.sheet import Sheet, places

OPENINGS = ("related", "read_more", "trending", "latest")
# "Watch: …" opens with a phrase of the player's; only before a colon does it lead to another story.
WATCHED = ("player",)
# Longer lines are paragraphs; the longest headlines with their opening words have about this many.
MOST_WORDS = 36
# Subheadings in capitals have up to 8 words in some languages' newspapers; link lines are mostly longer.
FEWEST_CAPITAL_WORDS, SURE_CAPITAL_WORDS = 5, 9
# Where most lines are in capitals, capitals say nothing.
MOST_CAPITALS = 0.2
_BETWEEN = re.compile("(?<=[sp])h(?=[sp])")
_ICON = re.compile("[a-z]")


def judge(blocks: Sequence[Block]) -> Iterable[Hit]:
    """Hits on link lines, and on the headline below a link line that has only the opening words."""
    page = Sheet.of(blocks)
    for block in page.pick(page.marked(*OPENINGS, *WATCHED)):
        yield from _opened(page, block)
    for block in page:
        label = glued_label(block.text) if block.words <= MOST_WORDS else None
        if label is not None and label.category in OPENINGS:
            why = f"{quoted(label.phrase)} glued to a headline, as flattened links to other stories are"
            yield Hit(block.index, Call.DROP, 0.95, why)
    for at in places(_ICON, page.firsts):
        yield from _behind_icon(page[at])
    capitals = [block for block in page.pick(page.capitals) if _capitals(block)]
    if len(capitals) <= max(3, MOST_CAPITALS * len(page)):
        for block in capitals:
            if _between_prose(page.kinds, block.index):
                weight = 0.7 if block.words >= SURE_CAPITAL_WORDS else 0.3
                why = f"{quoted(block.text)}, a headline in capitals between paragraphs"
                yield Hit(block.index, Call.DROP, weight, why)
    yield from _linked(page)


def _opened(page: Sheet, block: Block) -> Iterator[Hit]:
    if block.marked("read_more", place="line"):
        below = block.index + 1
        if block.text.endswith((":", "：")) and page.kinds[below : below + 1] == Shape.HEADLINE:
            yield Hit(block.index, Call.DROP, 0.95, f"{quoted(block.text)} above a headline")
            yield Hit(below, Call.DROP, 0.7, f"the headline below {quoted(block.text)}")
        return
    mark = block.marked(*OPENINGS, place="start")
    watched = mark is None
    mark = mark or block.marked(*WATCHED, place="start")
    if mark is None or block.words > MOST_WORDS or spoken(block, mark):
        return
    if paused(block, mark) or _bracketed(block.text):
        why = f"opens with {quoted(mark.phrase)} and a pause, as links to other stories do"
        yield Hit(block.index, Call.DROP, 0.95, why)
    elif not watched and block.index not in page.texts:
        yield Hit(block.index, Call.DROP, 0.7 * phrase_weight(block, mark), f"opens with {quoted(mark.phrase)}")


def _bracketed(text: str) -> bool:
    return text[0] in "([" and text[-1] in ")]"


def _behind_icon(block: Block) -> Iterator[Hit]:
    """Icons of some fonts are letters to a flattener: "lRelated Harbour reopens"."""
    if block.words > MOST_WORDS or not block.text[1:2].isupper():
        return
    first, *more = block.text[1:].split(maxsplit=2)
    for label in (first, " ".join((first, *more[:1]))):
        if not labels()[label].isdisjoint(OPENINGS):
            yield Hit(block.index, Call.DROP, 0.9, f"an icon's letter before {quoted(label)}")
            return


def _capitals(block: Block) -> bool:
    if not FEWEST_CAPITAL_WORDS <= block.words <= MOST_WORDS or block.headline:
        return False
    if block.marks:
        return False
    # Only scripts with two cases have capitals; a full stop makes it a shouted sentence.
    cased = sum(character.isupper() for character in block.text)
    return 2 * cased > len(block.text) and not block.text.endswith(".")


def _between_prose(kinds: str, at: int) -> bool:
    return not TEXT.isdisjoint(kinds[max(0, at - 2) : at]) and not TEXT.isdisjoint(kinds[at + 1 : at + 3])


def _linked(page: Sheet) -> Iterator[Hit]:
    """HTML knows links: a headline wholly inside one, right between two paragraphs."""
    for block in page.pick(places(_BETWEEN, page.kinds)):
        if block.link_share is None or block.link_share < LINKED:
            continue
        if block.kind != "heading" and not block.headline and not ends_like_sentence(block.text):
            yield Hit(block.index, Call.DROP, 0.6, "a headline inside one link, between two paragraphs")
