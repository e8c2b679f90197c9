"""The second look: what the first scores say of a block's surroundings and of the page as a whole.

Two thirds of what a line-by-line judgement gets wrong is not the line but the place: comments and
teasers read like story. Their place shows in the scores over the page, so a second set of weights
sees windows of first scores, the best contiguous stretch, and the vocabulary of the surest blocks.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence

from cleaner.decide.structure import COARSE, bucket, content_words
from cleaner.model import Block

WINDOWS = (1, 2, 4, 8, 16)
CHANCES = (0.05, 0.15, 0.3, 0.5, 0.7, 0.85, 0.95)
LOG_ODDS = (-5, -3.5, -2.5, -1.5, -0.75, 0, 0.75, 1.5, 2.5, 3.5, 5)
DISTANCES = (1, 2, 4, 8, 16, 40)
SURE = 0.8


def describe_context(blocks: Sequence[Block], scores: Sequence[float]) -> list[list[str]]:
    """Features of every block from the first log-odds of all blocks."""
    chances = [1 / (1 + math.exp(-max(-30.0, min(30.0, score)))) for score in scores]
    weights = [min(block.words, 80) for block in blocks]
    found: list[list[str]] = [[f"first={bucket(score, LOG_ODDS)}"] for score in scores]
    for features, block, score in zip(found, blocks, scores, strict=True):
        features.append(f"first+length={bucket(score, LOG_ODDS)}|{bucket(block.words, COARSE)}")
    _windows(chances, weights, found)
    _stretch(scores, weights, found)
    _vocabulary(blocks, chances, found)
    _whole(chances, weights, found)
    return found


def _windows(chances: Sequence[float], weights: Sequence[int], found: list[list[str]]) -> None:
    """Word-weighted mean chance above and below, for several windows, the block itself left out."""
    mass, words = [0.0], [0]
    for chance, weight in zip(chances, weights, strict=True):
        mass.append(mass[-1] + chance * weight)
        words.append(words[-1] + weight)
    count = len(chances)

    def mean(left: int, right: int) -> int:
        left, right = max(0, left), min(count, right)
        total = words[right] - words[left] if right > left else 0
        return bucket((mass[right] - mass[left]) / total, CHANCES) if total else 9

    for index, features in enumerate(found):
        for window in WINDOWS:
            above, below = mean(index - window, index), mean(index + 1, index + 1 + window)
            features.append(f"above {window}={above}")
            features.append(f"below {window}={below}")
            if window in (2, 8):
                low, high = min(above, below), max(above, below)
                features.append(f"around {window}={low}{high}|{bucket(chances[index], CHANCES)}")
        best_above = max(chances[max(0, index - 6) : index], default=0.0)
        best_below = max(chances[index + 1 : index + 7], default=0.0)
        features.append(f"best near={bucket(best_above, CHANCES)}{bucket(best_below, CHANCES)}")


def _stretch(scores: Sequence[float], weights: Sequence[int], found: list[list[str]]) -> None:
    """Distance to the contiguous stretch with the largest sum of word-weighted scores (Kadane 1984)."""
    best, start, end, run, run_start = 0.0, 0, -1, 0.0, 0
    for index, (score, weight) in enumerate(zip(scores, weights, strict=True)):
        gain = max(-3.0, min(3.0, score)) * math.sqrt(weight)
        if run <= 0:
            run, run_start = gain, index
        else:
            run += gain
        if run > best:
            best, start, end = run, run_start, index
    for index, features in enumerate(found):
        if end < 0:
            place = "none"
        elif index < start:
            place = f"before{bucket(start - index, DISTANCES)}"
        elif index > end:
            place = f"after{bucket(index - end, DISTANCES)}"
        else:
            place = "inside"
        features.append(f"stretch={place}")
        features.append(f"stretch+first={place}|{bucket(scores[index], (-2, 0, 2))}")


def _vocabulary(blocks: Sequence[Block], chances: Sequence[float], found: list[list[str]]) -> None:
    """Share of a block's words that the surest blocks hold too."""
    vocabularies = [content_words(block) for block in blocks]
    sure: Counter[str] = Counter()
    for words, chance in zip(vocabularies, chances, strict=True):
        if chance > SURE:
            sure.update(words)
    for words, chance, block, features in zip(vocabularies, chances, blocks, found, strict=True):
        if words:
            need = 2 if chance > SURE else 1
            share = sum(sure[word] >= need for word in words) / len(words)
            features.append(f"sure words={bucket(share, (0.05, 0.15, 0.3, 0.45, 0.6))}|{bucket(block.words, COARSE)}")


def _whole(chances: Sequence[float], weights: Sequence[int], found: list[list[str]]) -> None:
    """How much of the page the first look took for story."""
    words = sum(weights)
    sure = sum(weight for chance, weight in zip(chances, weights, strict=True) if chance > SURE)
    share = bucket(sure / words if words else 0.0, (0.05, 0.2, 0.4, 0.6, 0.8, 0.95))
    amount = bucket(sure, (20, 60, 150, 400, 1000))
    for index, features in enumerate(found):
        features.append(f"story share={share}|{bucket(chances[index], (0.2, 0.5, 0.8))}")
        features.append(f"story words={amount}|{bucket(chances[index], (0.2, 0.5, 0.8))}")
