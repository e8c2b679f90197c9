"""The rules' own voice in the decision, beside what the learned weights make of their hits.

A rule that was there when the weights were learned speaks through them, and by itself half as loud as one that came
later or in a pack.
"""

from __future__ import annotations

from collections.abc import Sequence, Set

from cleaner.decide import thresholds
from cleaner.model import Call, Hit

Voices = tuple[tuple[str, float], ...]


def voices(hits: Sequence[Hit], learned: Set[str]) -> Voices:
    """What the hits on one block add to its log-odds: the loudest rule against it and the loudest for it.

    learned: names of the rules that speak through the weights. Pairs of the rule in words and log-odds; the sum of the
    numbers is what is added.
    """
    against, speaks_for = 0.0, 0.0
    loudest = {}
    for hit in hits:
        loudness = _loudness(hit, thresholds.LEARNED_VOICE if hit.rule in learned else 1.0)
        if loudness < against:
            against, loudest["against"] = loudness, hit.rule
        elif loudness > speaks_for:
            speaks_for, loudest["for"] = loudness, hit.rule
    spoken = (("against", against), ("for", speaks_for))
    return tuple((f"rule {loudest[side]}", loudness) for side, loudness in spoken if loudness)


def unless_named(smoothed: Sequence[bool], scores: Sequence[float], hits: Sequence[Sequence[Hit]]) -> list[bool]:
    """Smoothing pulls lines to what stands around them, but no line back into the story that a sure rule drops.

    The same the other way round, for lines that a KEEP rule names, cost a point of precision on portals.
    """
    return [
        keeps and (score > 0 or not any(hit.call is Call.DROP and hit.weight > thresholds.SURE_HIT for hit in on_block))
        for keeps, score, on_block in zip(smoothed, scores, hits, strict=True)
    ]


def _loudness(hit: Hit, share: float) -> float:
    if hit.weight >= thresholds.SETTLING_CONFIDENCE and hit.rule in thresholds.SETTLING:
        return -thresholds.SETTLING[hit.rule]
    sure = hit.weight > thresholds.SURE_HIT
    if hit.call is Call.KEEP:
        return share * (thresholds.VOICE_KEEP if sure else thresholds.UNSURE_KEEP)
    return -share * (thresholds.VOICE_DROP if sure else thresholds.UNSURE_DROP)
