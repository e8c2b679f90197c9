"""A short line without a full stop between two paragraphs.

What it keeps: a single such line; a heading of the markup above a paragraph counts for a little too.

Why it is story: sites put their lists above and below the story; one line between two paragraphs is most
often its subheading.

What it must drop: lines that the lexicon knows as furniture, lines in a row, which are a list, and
lines that come back, which a template repeats.

Example: … `Nobody was hurt.` / `How the rescue went` / `The first boat arrived at six.` …

Since: 0.1.0
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from cleaner.model import Block, Call, Hit
from cleaner.rules.phrases import FIELD_MARKS, paused
from cleaner.rules.shape import FILLERS, Shape, opens_small
from cleaner.rules.sheet import Sheet, places

MOST_WORDS = 14
_ABOVE_TEXT = re.compile("[lh](?=[sp])")
# What the lexicon may find in a subheading without making it furniture: "Sport", "Background", "The latest".
_HARMLESS = frozenset({"section", "latest", "related", "correction"})
# Marks at its start: of fields, which other rooms read, unless a colon follows ("Photo: …").
_HARMLESS_STARTS = _HARMLESS.union(FIELD_MARKS, ("caption", "edition"))


def judge(blocks: Sequence[Block]) -> Iterable[Hit]:
    """Keep hits on lone short lines between paragraphs, stronger where the markup calls them headings."""
    page = Sheet.of(blocks)
    kinds = page.kinds
    for block in page.pick(places(_ABOVE_TEXT, kinds)):
        at = block.index
        if not at or block.words > MOST_WORDS:
            continue
        if (
            len(page.repeated.get(block.folded, ())) > 2
            or block.headline
            or opens_small(block.text)
            or block.kind in ("caption", "table", "code")
        ):
            continue
        if _is_furniture(block):
            continue
        if at - 1 in page.texts and Shape.PROSE in (kinds[at - 1], kinds[at + 1]):
            heading = block.kind == "heading"
            weight = (0.8 if heading else 0.6) * (0.5 if block.marks else 1.0)
            yield Hit(at, Call.KEEP, weight, "a short line between two paragraphs" + ", marked as heading" * heading)
        elif block.kind == "heading" and kinds[at + 1] == Shape.PROSE and kinds[at - 1] not in FILLERS:
            yield Hit(at, Call.KEEP, 0.4, "a heading above a paragraph")


def _is_furniture(block: Block) -> bool:
    """Its words lead elsewhere: a line of the lexicon's, or an opening such as "Related: …"."""
    for mark in block.marks:
        if mark.place == "line" and mark.category not in _HARMLESS:
            return True
        if mark.place == "start" and (mark.category not in _HARMLESS_STARTS or paused(block, mark)):
            return True
    return False
