"""Guards: what is kept against the evidence, because losing story is worse than keeping junk."""

from __future__ import annotations

from collections.abc import Sequence

from cleaner.decide import thresholds
from cleaner.decide.structure import shape
from cleaner.model import Block, Call, Hit

LOSS = "decide/loss-guard"
CLEAN = "decide/clean-text"
WHY = {
    LOSS: "reads like story on a page of which hardly any prose would be left; kept, see the warning",
    CLEAN: "no rule names it, and the text around it is clean",
}


def guarded(
    blocks: Sequence[Block], hits: Sequence[Hit], scores: Sequence[float], kept: Sequence[bool]
) -> dict[int, str]:
    """Blocks that a guard keeps: block index to the guard's name."""
    clean = dict.fromkeys(_clean_text(blocks, hits, kept), CLEAN)
    return clean | dict.fromkeys(_heavy_loss(blocks, scores, kept), LOSS)


def _heavy_loss(blocks: Sequence[Block], scores: Sequence[float], kept: Sequence[bool]) -> list[int]:
    """Prose that would go from a page that would keep hardly any."""
    prose = [b for b in blocks if b.words >= thresholds.PROSE_WORDS and shape(b).ends == "sentence"]
    total = sum(block.words for block in prose)
    held = sum(block.words for block in prose if kept[block.index])
    if held >= thresholds.LEAST_PROSE_KEPT * total:
        return []
    return [b.index for b in prose if not kept[b.index] and scores[b.index] > thresholds.GUARD_SCORE]


def _clean_text(blocks: Sequence[Block], hits: Sequence[Hit], kept: Sequence[bool]) -> list[int]:
    """Lines that no rule names, in flattened text that was clean before.

    Clean is a text of which next to nothing would go, or in which no rule is sure of any furniture: the weights
    were learned from whole pages, and a short text without menus looks to them like the part of one.
    """
    if any(block.dom is not None for block in blocks):
        return []
    named = {hit.block for hit in hits if hit.call is Call.DROP and hit.weight >= thresholds.NAMES_FURNITURE}
    lost = [block for block in blocks if not kept[block.index]]
    unnamed = [block.index for block in lost if block.index not in named]
    words = sum(block.words for block in blocks)
    if named and sum(block.words for block in lost) > thresholds.CLEAN_SHARE * words:
        return []
    return unnamed
