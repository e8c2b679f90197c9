"""Measures over whole texts: shingles, bags of words, snippets, days.

Sources: four-gram precision and recall averaged over pages, F1 of the averages, is the measure of
scrapinghub/article-extraction-benchmark (2019); bag-of-words F1 averaged over pages is that of WCXB
(Foley 2026), as are the snippets that must and must not appear.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from statistics import fmean
from typing import Any

from benchmarks.suites import Item

Prediction = Mapping[str, Any]
Measures = dict[str, float]

SHINGLE = 4

_WORD = re.compile(r"\w+")


def fold(value: object) -> str:
    """Lower case, white space collapsed; "" for None."""
    return "" if value is None else " ".join(str(value).lower().split())


def body(prediction: Prediction) -> str:
    """What is scored of a document: the standfirst, unless the story repeats it, and the story."""
    text, summary = prediction.get("text") or "", prediction.get("summary") or ""
    if not summary or fold(summary) in fold(text):
        return str(text)
    return f"{summary}\n\n{text}"


def harmonic(left: float, right: float) -> float:
    """The F1 of a precision and a recall, 0 where both are 0."""
    return 2 * left * right / (left + right) if left + right else 0.0


def shingles(text: str) -> Counter[tuple[str, ...]]:
    """Runs of four words with their counts; a text of one to three words is one run."""
    words = _WORD.findall(text)
    if len(words) <= SHINGLE:
        return Counter([tuple(words)]) if words else Counter()
    return Counter(zip(*(words[start:] for start in range(SHINGLE)), strict=False))


def shingle_scores(pairs: Iterable[tuple[str, str]]) -> Measures:
    """`f1`, `precision`, `recall` over (gold, predicted) texts.

    A page with an empty prediction says nothing of precision, one with empty gold nothing of recall.
    """
    precisions, recalls = [], []
    for gold, predicted in pairs:
        wanted, given = shingles(gold), shingles(predicted)
        common = (wanted & given).total()
        if given:
            precisions.append(common / given.total())
        if wanted:
            recalls.append(common / wanted.total())
    precision, recall = _mean(precisions), _mean(recalls)
    return {"f1": harmonic(precision, recall), "precision": precision, "recall": recall}


def bag_of_words(gold: str, predicted: str) -> float:
    """F1 of the words as bags, case folded; where gold is empty, 1 for an empty prediction and 0 for any other."""
    wanted, given = Counter(_WORD.findall(gold.lower())), Counter(_WORD.findall(predicted.lower()))
    if not wanted:
        return float(not given)
    common = (wanted & given).total()
    return harmonic(common / given.total(), common / wanted.total()) if common else 0.0


def score_bodies(items: Sequence[Item], predictions: Mapping[str, Prediction]) -> Measures:
    """`pages`, `f1`, `precision`, `recall`, `bow`, and where gold has snippets their `with` and `without`."""
    pairs = [(str(item.gold["text"]), body(predictions.get(item.id, {}))) for item in items]
    scores = {"pages": len(items)} | shingle_scores(pairs) | {"bow": _mean([bag_of_words(*pair) for pair in pairs])}
    if any(item.gold.get("with") or item.gold.get("without") for item in items):
        scores |= _snippets(items, predictions)
    return scores


def score_snippets(items: Sequence[Item], predictions: Mapping[str, Prediction]) -> Measures:
    """`pages`, the share of must-appear snippets found (`with`), of must-not-appear ones absent (`without`)."""
    return {"pages": len(items)} | _snippets(items, predictions)


def score_dates(items: Sequence[Item], predictions: Mapping[str, Prediction]) -> Measures:
    """The predicted day of publication: counts `right`, `wrong`, `none`; `precision`, `recall`, `f1`."""
    days = [(str(item.gold["published"]), predictions.get(item.id, {}).get("published")) for item in items]
    given = [(gold, str(day)[:10]) for gold, day in days if day]
    right = sum(gold == day for gold, day in given)
    precision, recall = right / max(1, len(given)), right / max(1, len(items))
    counts = {"pages": len(items), "right": right, "wrong": len(given) - right, "none": len(items) - len(given)}
    return counts | {"precision": precision, "recall": recall, "f1": harmonic(precision, recall)}


def page_value(item: Item, prediction: Prediction) -> float:
    """One page's value, for finding the worst: bag-of-words F1, share of snippets right, or the day right (0 or 1)."""
    if "text" in item.gold:
        return bag_of_words(str(item.gold["text"]), body(prediction))
    if "published" in item.gold:
        return score_dates([item], {item.id: prediction})["recall"]
    shares = _snippets([item], {item.id: prediction})
    return (shares["with"] + shares["without"]) / 2


def _snippets(items: Sequence[Item], predictions: Mapping[str, Prediction]) -> Measures:
    present: dict[str, list[bool]] = {"with": [], "without": []}
    for item in items:
        text = fold(body(predictions.get(item.id, {})))
        for kind, answers in present.items():
            answers.extend((fold(snippet) in text) is (kind == "with") for snippet in item.gold.get(kind) or ())
    return {kind: sum(answers) / max(1, len(answers)) for kind, answers in present.items()}


def _mean(values: Sequence[float]) -> float:
    return fmean(values) if values else 0.0
