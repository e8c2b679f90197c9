"""How surely a block is a notice of the page: words that the page says of itself or to its reader.

A notice opens with its words, or it stands where the story does not run on; a sentence between two paragraphs
that merely holds such words may be the story's own.
"""

from __future__ import annotations

from cleaner.model import Block, Mark
from cleaner.rules.phrases import phrase_weight, spoken
from cleaner.rules.shape import TEXT
from cleaner.rules.sheet import Sheet

# The longest notices are a paragraph; the words that make one stand in its first sentences.
NOTICE_WORDS = 90
# A notice that opens with other words ("For the sake of openness: …") is a sentence or two.
HOLDING_WORDS = 60
# A sentence of the story that opens alike runs on with the story's own words.
OPENING_WORDS = 16


def notice(page: Sheet, block: Block, category: str) -> tuple[float, Mark] | None:
    """How surely the block is a notice of this category, and the phrase that tells so; None if nothing does."""
    if block.headline or block.words > NOTICE_WORDS:
        return None
    if mark := block.marked(category, place="line"):
        return 0.95, mark
    opens, holds = block.marked(category, place="start"), block.marked(category, place="within")
    amid = amid_text(page, block.index)
    if opens and holds and not spoken(block, opens):
        return 0.95, opens
    if opens and (weight := phrase_weight(block, opens)):
        return (weight * 0.5 if amid and block.words > OPENING_WORDS else weight), opens
    if holds and not amid and not spoken(block, holds) and block.words <= HOLDING_WORDS:
        return 0.6, holds
    return None


def amid_text(page: Sheet, at: int) -> bool:
    """Whether sentences or paragraphs stand right above and right below the block."""
    return page.kinds[at - 1 : at] in TEXT and page.kinds[at + 1 : at + 2] in TEXT
