"""The day of publication where no line signs the story with it: among other words, or alone on the page.

1. A short line right by the headline that names a day among other words (`By Ann Lee May 12, 2024`, `12.05.2024
   Category: Swimming`) dates the story; it stays where the verdict put it.
2. Where no such line stands, the page may still print one day only on a line of its own, above the story or soon after
   it. One is evidence; two are a list. A label (`Published`) settles it among several.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from cleaner.model import Block, Field
from cleaner.normalise import dates, other_days
from cleaner.normalise.layout import Layout
from cleaner.normalise.moments import Hints, Moment, scan
from cleaner.normalise.signature import DATES, Signature

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_MOST_WORDS = 16
_LONGEST = 120
_BY_HEADLINE = 8
_AFTER_STORY = 12
_SENTENCE_ENDS = (".", "!", "?", "…", "。", ":")
_FOREIGN_KINDS = ("caption", "table", "quote")


def read(layout: Layout, hints: Hints, found: Signature) -> None:
    """Add a day of publication to a signature that has none."""
    if "published" in found.fields:
        return
    beside = _beside_headline(layout, hints)
    if beside:
        block, moment = beside
        why = "the line beside the headline names the day among other words"
        found.put("published", _field(block, moment.iso, why))
        return
    if "modified" in found.fields:
        return
    alone = list(_alone(layout, hints))
    labelled = [(block, value) for block, value, is_labelled in alone if is_labelled]
    chosen = labelled or [(block, value) for block, value, _ in alone]
    if chosen and (labelled or len({value[:10] for _, value in chosen}) == 1):
        block, value = chosen[0]
        why = "the line is labelled so" if labelled else "no other line of the page is a date"
        found.put("published", _field(block, value, why))


def _field(block: Block, value: str, why: str) -> Field:
    return Field("published", value, block.text, DATES, why, block.first, block.index, "nothing")


def _beside_headline(layout: Layout, hints: Hints) -> tuple[Block, Moment] | None:
    for index, standing in layout.signing():
        block = layout.blocks[index]
        if standing != "near" or block.words > _MOST_WORDS or block.kind in _FOREIGN_KINDS:
            continue
        if layout.headlines and min(abs(index - headline) for headline in layout.headlines) > _BY_HEADLINE:
            continue
        moment = _sole_day(block.text, hints)
        if moment:
            return block, moment
    return None


def _sole_day(text: str, hints: Hints) -> Moment | None:
    """The one day that a line names, if it is sure of day and month; no label of a change stands before it."""
    if len(text) > _LONGEST or text.endswith(_SENTENCE_ENDS) or not _YEAR.search(text):
        return None
    found = scan(text, hints)
    days = sum(token.kind == "date" for token in found.tokens)
    if found.modified or days != 1 or found.warnings or dates.has_range(text, found.tokens):
        return None
    if other_days.are_meant(text, found.tokens, hints.language):
        return None
    return found.published


def _alone(layout: Layout, hints: Hints) -> Iterator[tuple[Block, str, bool]]:
    """Lines above the story or soon after it that are all date: block, day, whether labelled as of publication."""
    first = max(0, layout.headlines[0] - _BY_HEADLINE) if layout.headlines else 0
    for index in range(first, min(len(layout.blocks), layout.end + _AFTER_STORY)):
        block = layout.blocks[index]
        if len(block.text) > _LONGEST or not _YEAR.search(block.text) or not layout.speaks(index):
            continue
        stamps = dates.read(block.text, hints)
        if stamps and stamps.published and not stamps.warnings:
            labelled = any(token.kind == "published" for token in scan(block.text, hints).tokens)
            yield block, stamps.published, labelled
