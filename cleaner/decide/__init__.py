"""Evidence -> Verdicts: one decision over the whole sequence of blocks.

Named hits of the rules and the page's structure are features of one linear sum (log-odds that a block is
story); a second sum sees the first one's scores over the page; the best sequence is then found along
the page (Viterbi), and a loss guard looks at what would go. Every threshold and weight of the toolkit
lives in this room: `thresholds.py` and `weights.json`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from cleaner.decide import thresholds
from cleaner.decide.context import describe_context
from cleaner.decide.dom import describe_dom
from cleaner.decide.smoothing import smooth
from cleaner.decide.structure import describe, shape
from cleaner.decide.weights import Weights, weights_for
from cleaner.decide.words import measure, say
from cleaner.model import Block, Call, Hit, PageKind, Verdict

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
    features = describe(blocks, hits, language)
    describe_dom(blocks, features)
    first = [weights.first.score(own) for own in features]
    context = describe_context(blocks, first)
    scores = [weights.second.score([*own, *around]) for own, around in zip(features, context, strict=True)]
    for hit in hits:
        if hit.rule in thresholds.SETTLING and hit.weight >= thresholds.SETTLING_CONFIDENCE:
            scores[hit.block] += thresholds.SETTLING[hit.rule]
    kept = smooth(scores, weights.change)
    guarded = _guard(blocks, scores, kept)
    by_block: dict[int, list[Hit]] = {}
    for hit in hits:
        by_block.setdefault(hit.block, []).append(hit)
    verdicts = []
    for block, own, around, score, keeps in zip(blocks, features, context, scores, kept, strict=True):
        evidence = _said(weights.second.evidence([*own, *around], 12))
        on_block = tuple(by_block.get(block.index, ()))
        if block.index in guarded:
            verdicts.append(_guarded(block, score, on_block, evidence))
        else:
            verdicts.append(_verdict(block, keeps, score, on_block, evidence))
    return Decision(tuple(verdicts), _warning(blocks, guarded))


def _said(evidence: Sequence[tuple[str, float]]) -> tuple[tuple[str, float], ...]:
    """Evidence in words, what is said alike added up, strongest first."""
    sums: dict[str, float] = {}
    for feature, weight in evidence:
        what = say(feature)
        sums[what] = sums.get(what, 0.0) + weight
    return tuple(sorted(sums.items(), key=lambda pair: (-abs(pair[1]), pair[0]))[:5])


def _verdict(
    block: Block, kept: bool, score: float, hits: tuple[Hit, ...], evidence: tuple[tuple[str, float], ...]
) -> Verdict:
    call = Call.KEEP if kept else Call.DROP
    named = max((hit for hit in hits if hit.call is call), key=lambda hit: hit.weight, default=None)
    if named is not None and named.weight >= thresholds.NAMING_WEIGHT:
        rule, why = named.rule, named.why
    else:
        sign = 1 if kept else -1
        for_it = [what for what, weight in evidence if weight * sign > 0][:3]
        rule = "decide/reads-as-story" if kept else "decide/reads-as-furniture"
        why = f"{measure(block)}; " + ("moved by " + ", ".join(for_it) if for_it else "its neighbours are alike")
    return Verdict(block, kept, score, rule, why, hits, evidence)


def _guard(blocks: Sequence[Block], scores: Sequence[float], kept: Sequence[bool]) -> frozenset[int]:
    """Blocks that the loss guard keeps: prose that would go from a page that would keep hardly any."""
    prose = [b for b in blocks if b.words >= thresholds.PROSE_WORDS and shape(b).ends == "sentence"]
    total = sum(block.words for block in prose)
    held = sum(block.words for block in prose if kept[block.index])
    if not total or held >= thresholds.LEAST_PROSE_KEPT * total:
        return frozenset()
    return frozenset(b.index for b in prose if not kept[b.index] and scores[b.index] > thresholds.GUARD_SCORE)


def _guarded(block: Block, score: float, hits: tuple[Hit, ...], evidence: tuple[tuple[str, float], ...]) -> Verdict:
    why = "reads like story on a page of which hardly any prose would be left; kept, see the warning"
    return Verdict(block, True, score, "decide/loss-guard", why, hits, evidence)


def _warning(blocks: Sequence[Block], guarded: frozenset[int]) -> tuple[str, ...]:
    if not guarded:
        return ()
    characters = sum(len(blocks[index].text) for index in guarded)
    said = f"{len(guarded)} blocks ({characters} characters) that read like story were kept against the evidence"
    return (f"heavy-loss: {said}",)
