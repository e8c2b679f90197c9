"""Measures over flattened texts whose every line is labelled.

A line counts by its characters, in the share of its word trigrams (of characters in scripts without
spaces) that the output holds: so re-joined lines, dropped bullets and a dateline taken off do little harm.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from benchmarks.metrics import Measures, Prediction, fold, harmonic
from benchmarks.suites import Item

KEPT = frozenset({"title", "summary", "body", "subhead"})
# A field or the story may hold these: either is right, so they are not scored as lines.
EITHER = frozenset({"caption", "credit", "byline", "date", "title_dup"})
FIELDS = ("title", "published", "source", "authors")

_SPACELESS = "\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af"  # kana, Han, hangul
_UNIT = re.compile(rf"[{_SPACELESS}]|[^\W{_SPACELESS}]+")


@dataclass(frozen=True, slots=True)
class Tally:
    """Characters of one text: of its story and how much of it stayed, of its junk and how much went."""

    story: float
    stayed: float
    junk: float
    went: float
    left: Counter[str]

    @property
    def value(self) -> float:
        """Share of the story kept times share of the junk removed; a share of nothing is 1."""
        kept = self.stayed / self.story if self.story else 1.0
        return kept * (self.went / self.junk if self.junk else 1.0)


def tally(item: Item, prediction: Prediction) -> Tally:
    """One text's characters kept and removed, and the labels of the junk lines that are still mostly there."""
    output = "\n".join(str(prediction[name]) for name in ("title", "summary", "text") if prediction.get(name))
    held = set(_trigrams(output))
    units = {unit for gram in held for unit in gram}
    lines = str(item.gold["text"]).split("\n")
    story = stayed = junk = went = 0.0
    left: Counter[str] = Counter()
    for entry in item.gold["lines"]:
        line, label = lines[entry["n"]].strip(), entry["label"]
        grams = _trigrams(line)
        if not grams or label in EITHER or entry.get("mixed"):
            continue
        inside = sum(gram in held if len(gram) == 3 else units.issuperset(gram) for gram in grams) / len(grams)
        if label in KEPT:
            story += len(line)
            stayed += len(line) * inside
        elif len(grams) > 1:  # a line of one to three words may stand in the story by chance
            junk += len(line)
            went += len(line) * (1 - inside)
            left[label] += inside > 0.5
    return Tally(story, stayed, junk, went, left)


def score_lines(items: Sequence[Item], predictions: Mapping[str, Prediction]) -> dict[str, Measures]:
    """Groups of measures: `all` (docs, body kept, junk removed, their F1), `left LABEL`, `field NAME`."""
    tallies = [tally(item, predictions.get(item.id, {})) for item in items]
    kept = sum(t.stayed for t in tallies) / max(1, sum(t.story for t in tallies))
    removed = sum(t.went for t in tallies) / max(1, sum(t.junk for t in tallies))
    groups: dict[str, Measures] = {
        "all": {"docs": len(items), "kept": kept, "removed": removed, "f1": harmonic(kept, removed)}
    }
    left = sum((t.left for t in tallies), Counter[str]())
    groups |= {f"left {label}": {"lines": count} for label, count in left.most_common()}
    return groups | _fields(items, predictions)


def _fields(items: Sequence[Item], predictions: Mapping[str, Prediction]) -> dict[str, Measures]:
    groups: dict[str, Measures] = {}
    for name in FIELDS:
        counts = {"right": 0.0, "wrong": 0.0, "none": 0.0}
        for item in items:
            want = (item.gold.get("meta") or {}).get(name)
            if want:
                counts[_verdict(want, predictions.get(item.id, {}).get(name))] += 1
        groups[f"field {name}"] = counts
    return groups


def _verdict(want: object, have: object) -> str:
    if isinstance(have, dict):
        have = have.get("name")
    if isinstance(want, list):
        same = sorted(map(fold, want)) == sorted(map(fold, have if isinstance(have, list) else []))
    else:  # a date of the day is right where gold has no more; so is a title with the site's name after it
        same = str(fold(have)).startswith(fold(want))
    return "right" if same else "wrong" if have else "none"


def _trigrams(text: str) -> list[tuple[str, ...]]:
    units = _UNIT.findall(text.lower())
    if len(units) <= 3:
        return [tuple(units)] if units else []
    return list(zip(units, units[1:], units[2:], strict=False))
