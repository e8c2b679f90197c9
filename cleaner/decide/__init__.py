"""Evidence -> Verdicts: one decision over the whole sequence of blocks.

Named hits of the rules and the page's structure are features of one linear sum (log-odds that a block is
story); a second sum sees the first one's scores over the page; the best sequence is then found along
the page (Viterbi), and a loss guard looks at what would go. Every threshold and weight of the toolkit
lives in this room: `thresholds.py` and `weights.json`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from cleaner.decide import guards, thresholds
from cleaner.decide.context import describe_context
from cleaner.decide.dom import describe_dom
from cleaner.decide.smoothing import smooth
from cleaner.decide.structure import describe
from cleaner.decide.voices import Voices, unless_named, voices
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
    features = _features(blocks, hits, language, weights)
    on_block: list[list[Hit]] = [[] for _ in blocks]
    for hit in hits:
        on_block[hit.block].append(hit)
    spoken = [voices(own) for own in on_block]
    scores = [weights.second.score(own) + sum(x for _, x in said) for own, said in zip(features, spoken, strict=True)]
    kept = unless_named(smooth(scores, weights.change), scores, on_block)
    guarded = guards.guarded(blocks, hits, scores, kept)
    verdicts = []
    for block, own, said in zip(blocks, features, spoken, strict=True):
        at = block.index
        evidence = _said(weights.second.evidence(own, thresholds.EVIDENCE_FEATURES), said)
        verdict = _verdict(block, kept[at], scores[at], tuple(on_block[at]), evidence)
        guard = guarded.get(at)
        verdicts.append(replace(verdict, kept=True, rule=guard, why=guards.WHY[guard]) if guard else verdict)
    return Decision(tuple(verdicts), _warning(blocks, guarded))


def _features(blocks: Sequence[Block], hits: Sequence[Hit], language: str | None, weights: Weights) -> list[list[str]]:
    """All features of the second look, which holds those of the first."""
    features = describe(blocks, hits, language)
    describe_dom(blocks, features)
    first = [weights.first.score(own) for own in features]
    return [[*own, *around] for own, around in zip(features, describe_context(blocks, first), strict=True)]


def _said(learned: Sequence[tuple[str, float]], spoken: Voices) -> tuple[tuple[str, float], ...]:
    """Evidence in words, what is said alike added up, strongest first."""
    sums: dict[str, float] = {}
    for what, weight in (*((say(feature), weight) for feature, weight in learned), *spoken):
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


def _warning(blocks: Sequence[Block], guarded: Mapping[int, str]) -> tuple[str, ...]:
    lost = [index for index, guard in guarded.items() if guard == guards.LOSS]
    if not lost:
        return ()
    characters = sum(len(blocks[index].text) for index in lost)
    said = f"{len(lost)} blocks ({characters} characters) that read like story were kept against the evidence"
    return (f"heavy-loss: {said}",)
