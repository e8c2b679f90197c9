"""Guards: what is kept against the evidence, because losing story is worse than keeping junk."""

from __future__ import annotations

from collections.abc import Sequence, Set

from cleaner.decide import thresholds
from cleaner.decide.signs import ends_sentence
from cleaner.model import Block, Call, Hit

LOSS = "decide/loss-guard"
CLEAN = "decide/clean-text"
UNSURE = "decide/unsure"
WHY = {
    LOSS: "reads like story on a page of which hardly any prose would be left; kept, see the warning",
    CLEAN: "no rule names it, and the text around it is clean",
    UNSURE: "story or not cannot be told; kept, since it reads as prose beside the story and no rule speaks against it",
}


def guarded(
    blocks: Sequence[Block], hits: Sequence[Hit], scores: Sequence[float], kept: Sequence[bool]
) -> dict[int, str]:
    """Blocks that a guard keeps: block index to the guard's name."""
    against = {hit.block for hit in hits if hit.call is Call.DROP and hit.weight >= thresholds.NAMES_FURNITURE}
    clean = _clean_text(blocks, against, kept)
    lost = [block for block in blocks if not kept[block.index] and block.index not in against]
    spoken_for = {hit.block for hit in hits if hit.call is Call.KEEP and hit.weight >= thresholds.SPEAKS_FOR}
    spoken_of = {hit.block for hit in hits if hit.call is Call.DROP and hit.weight >= thresholds.NAMING_WEIGHT}
    doubtful = [block for block in lost if block.index not in spoken_of]
    held = [keeps or block.headline for keeps, block in zip(kept, blocks, strict=True)]
    unsure = [block.index for block in doubtful if _is_unsure(block, block.index in spoken_for, scores, held)]
    held = [keeps or at in unsure for at, keeps in enumerate(held)]
    # What a rule speaks for may lean on such a sentence too: two last paragraphs in a row.
    unsure += [block.index for block in doubtful if block.index in spoken_for and _is_unsure(block, True, scores, held)]
    held = [keeps or at in unsure for at, keeps in enumerate(held)]
    for block in doubtful:
        if not held[block.index] and _goes_on(block, scores, held):
            unsure.append(block.index)
            held[block.index] = True  # and what follows may go on from it
    heavy = _heavy_loss(blocks, [block for block in lost if scores[block.index] > thresholds.GUARD_SCORE], kept)
    return dict.fromkeys(heavy, LOSS) | dict.fromkeys(unsure, UNSURE) | dict.fromkeys(clean, CLEAN)


def _is_unsure(block: Block, spoken_for: bool, scores: Sequence[float], kept: Sequence[bool]) -> bool:
    """A sentence that lost narrowly, beside story or headline, and that nothing but its surroundings speaks against."""
    if scores[block.index] < thresholds.UNSURE_SCORE:
        return False
    if block.words < thresholds.SENTENCE_WORDS and not spoken_for:
        return False
    near = kept[max(0, block.index - thresholds.BESIDE) : block.index + thresholds.BESIDE + 1]
    return any(near) and ends_sentence(block.text)


def _goes_on(block: Block, scores: Sequence[float], kept: Sequence[bool]) -> bool:
    """A sentence right below story, a link or picture between them at most: short paragraphs of a short story."""
    above = kept[max(0, block.index - thresholds.RIGHT_BELOW) : block.index]
    return scores[block.index] >= thresholds.GOES_ON_SCORE and any(above) and _is_sentence(block)


def _heavy_loss(blocks: Sequence[Block], lost: Sequence[Block], kept: Sequence[bool]) -> list[int]:
    """Sentences that nothing names and that would go from a page that would keep hardly any."""
    sentences = [block for block in lost if _is_sentence(block)]
    held = sum(block.words for block in blocks if kept[block.index] and _is_sentence(block))
    total = held + sum(block.words for block in sentences)
    return [] if held >= thresholds.LEAST_PROSE_KEPT * total else [block.index for block in sentences]


def _is_sentence(block: Block) -> bool:
    return block.words >= thresholds.SENTENCE_WORDS and ends_sentence(block.text)


def _clean_text(blocks: Sequence[Block], named: Set[int], kept: Sequence[bool]) -> list[int]:
    """Lines that no rule names, in flattened text that was clean before.

    Clean is a text of which next to nothing would go, or in which no rule is sure of any furniture: the weights
    were learned from whole pages, and a short text without menus looks to them like the part of one.
    """
    if any(block.dom is not None for block in blocks):
        return []
    lost = [block for block in blocks if not kept[block.index]]
    unnamed = [block.index for block in lost if block.index not in named]
    words = sum(block.words for block in blocks)
    if len(unnamed) < len(lost) and sum(block.words for block in lost) > thresholds.CLEAN_SHARE * words:
        return []
    return unnamed
