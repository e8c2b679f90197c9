"""Evidence -> Verdicts: one decision over the whole sequence of blocks.

Named hits of the rules and the page's structure are columns that boosted trees turn into log-odds that a
block is story; a second set of trees sees the first one's scores over the page; the best sequence is then found
along the page (Viterbi), and a loss guard looks at what would go. Every threshold and weight of the toolkit
lives in this room: `thresholds.py`, `text.json` and `html.json`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from cleaner.decide import guards, thresholds
from cleaner.decide.looks import look
from cleaner.decide.reasons import Reasons, Worked
from cleaner.decide.smoothing import smooth
from cleaner.decide.voices import unless_named, voices
from cleaner.decide.weights import Weights, weights_for
from cleaner.model import Block, Call, Fate, Hit, PageKind, Verdict

__all__ = ["Decision", "decide"]


@dataclass(frozen=True, slots=True)
class Decision:
    """A verdict for every block, in order, and what the reader should be warned of."""

    verdicts: tuple[Verdict, ...]
    warnings: tuple[str, ...] = ()


def decide(
    blocks: Sequence[Block],
    hits: Sequence[Hit],
    *,
    kind: PageKind,
    language: str | None,
    weights: Weights | None = None,
) -> Decision:
    """Decide on every block of a page.

    weights: others than those that ship, for training and comparison.
    """
    if not blocks:
        return Decision(())
    weights = weights or weights_for(kind)
    looks = look(blocks, [hit for hit in hits if hit.rule not in thresholds.UNLEARNED], language, kind, weights)
    on_block: list[list[Hit]] = [[] for _ in blocks]
    for hit in hits:
        on_block[hit.block].append(hit)
    spoken = [voices(own, weights.learned) for own in on_block]
    scores = [weights.lean + score + sum(x for _, x in said) for score, said in zip(looks.scores, spoken, strict=True)]
    kept = unless_named(smooth(scores, weights.change), scores, on_block)
    guarded = guards.guarded(blocks, hits, scores, kept)
    reasons = Reasons(tuple(blocks), looks, tuple(spoken), tuple(kept))
    verdicts = []
    for block in blocks:
        at = block.index
        guard = guarded.get(at)
        rule, said = (guard, guards.WHY[guard]) if guard else _named(kept[at], on_block[at])
        reason = Worked(reasons, at, said)
        keeps = kept[at] or guard is not None
        fate = Fate.STORY if keeps else Fate.DROPPED
        verdicts.append(Verdict(block, keeps, scores[at], rule, reason, tuple(on_block[at]), fate))
    return Decision(tuple(verdicts), _warning(blocks, guarded))


def _named(kept: bool, hits: Sequence[Hit]) -> tuple[str, str | None]:
    """The rule that names a verdict, and its words: the surest of its side, or else the learned weights, without."""
    call = Call.KEEP if kept else Call.DROP
    surest: Hit | None = None
    for hit in hits:
        if hit.call is call and hit.weight >= thresholds.NAMING_WEIGHT and (not surest or hit.weight > surest.weight):
            surest = hit
    if surest:
        return surest.rule, surest.why
    return ("decide/reads-as-story" if kept else "decide/reads-as-furniture"), None


def _warning(blocks: Sequence[Block], guarded: Mapping[int, str]) -> tuple[str, ...]:
    lost = [index for index, guard in guarded.items() if guard == guards.LOSS]
    if not lost:
        return ()
    characters = sum(len(blocks[index].text) for index in lost)
    said = f"{len(lost)} blocks ({characters} characters) that read like story were kept against the evidence"
    return (f"heavy-loss: {said}",)
