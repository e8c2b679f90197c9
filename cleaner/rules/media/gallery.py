"""What a gallery of pictures leaves behind: counters, arrows, buttons.

What it drops: "Image 2 of 13", "prev next", "3/12" beside its like, "View gallery".

Why it is junk: the pictures are gone.

What it must keep: fractions, scores and dates, which have no gallery's words beside them and do not count up
to the same number.

Example: `prev next Image 2 of 13`

Since: 0.1.0
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence

from cleaner.model import Block, Call, Hit
from cleaner.rules.phrases import labels, phrase_weight
from cleaner.rules.shape import quoted
from cleaner.rules.sheet import Sheet

# What stands before, a number, a slash or one short word ("of", "von", "sur", "из"), a number, what stands after.
_COUNTER = re.compile(r"(\D{0,40}?)(\d{1,3})(\s?/\s?|\s[^\W\d_]{1,6}\s)(\d{1,3})(\D{0,20})")
COUNTER_CHARACTERS = 70
_SIGNS = " :|·•()[]<>‹›«»-–—→←#.,"
KINDS = frozenset({"gallery", "caption", "next_previous", "player"})
# Lines this near show whose counter it is.
NEAR = 2
# Two lines of "5/5" are ratings; a gallery counts on.
FEWEST_SIBLINGS = 3
# A button of one word ("Next") may be any part's of the page; a gallery's own has more.
LABEL_WORDS = 2


def judge(blocks: Sequence[Block]) -> Iterable[Hit]:
    page = Sheet.of(blocks)
    counters = _counters(page)
    totals = _totals(counters)
    for at, (lead, _, sign, total, tail) in counters.items():
        weight, why = _counted(page, at, (lead, tail), sign, len(totals[total]) >= FEWEST_SIBLINGS)
        if weight:
            yield Hit(at, Call.DROP, weight, f"{quoted(page[at].text)}, {why}")
    for block in page.pick(page.marked("gallery") - counters.keys()):
        if block.headline or block.index in page.sentences:
            continue
        mark = block.marked("gallery", place="line") or block.marked("gallery", place="start")
        if mark and (weight := phrase_weight(block, mark)):
            sure = weight if block.words >= LABEL_WORDS else 0.4
            yield Hit(block.index, Call.DROP, sure, f"{quoted(mark.phrase)}, a button of a gallery")


def _counters(page: Sheet) -> Mapping[int, tuple[str, int, str, int, str]]:
    """The lines that count up to a number, and their pieces."""
    found = {}
    for block in page.pick(page.numbered):
        match = _COUNTER.fullmatch(block.text) if len(block.text) <= COUNTER_CHARACTERS else None
        if match and int(match[2]) <= int(match[4]) and int(match[4]) > 1:
            lead, tail = match[1].strip(_SIGNS), match[5].strip(_SIGNS)
            found[block.index] = (lead, int(match[2]), match[3].strip(), int(match[4]), tail)
    return found


def _totals(counters: Mapping[int, tuple[str, int, str, int, str]]) -> Mapping[int, Collection[int]]:
    """The numbers that count up to each total."""
    totals: dict[int, set[int]] = defaultdict(set)
    for _, number, _, total, _ in counters.values():
        totals[total].add(number)
    return totals


def _counted(page: Sheet, at: int, around: tuple[str, str], sign: str, has_siblings: bool) -> tuple[float, str]:
    told = [_labelled(words) for words in around if words]
    if told:
        return (0.95, "the counter of a gallery") if all(told) else (0.0, "")
    if has_siblings:
        return 0.8, "a counter whose like stand on other lines"
    beside = any(near.marked(*KINDS) for near in page[max(0, at - NEAR) : at + NEAR + 1])
    if sign == "/" and beside:
        return 0.6, "a counter beside a gallery's words"
    return 0.0, ""


def _labelled(words: str) -> bool:
    """Whether these words are a gallery's, together or each by itself."""
    known = labels()
    return not known[words].isdisjoint(KINDS) or bool(known.known_words(words.split(), KINDS, 1.0))
