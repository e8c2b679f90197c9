"""Measures over single lines: datelines, bylines, dates, credits, sources and their look-alikes.

A line is right when every core field is equal in gold and prediction, a field that one side lacks
being empty; a look-alike (gold `null`) is right when nothing was read from it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

from benchmarks.metrics import Measures, Prediction, fold
from benchmarks.suites import Item

CORE: dict[str, tuple[str, ...]] = {
    "dateline": ("location", "locations", "date", "agency", "authors"),
    "byline": ("authors", "desk", "agency", "published", "modified"),
    "dates": ("published", "modified"),
    "credit": ("agencies", "reporters", "writers", "editors", "contributors", "photographers"),
    "source": ("name", "domain", "url"),
}


def is_scored(item: Item) -> bool:
    """Whether the line alone can tell: gold tags those that need their page with `needs-context`."""
    return "needs-context" not in (item.gold.get("tags") or ())


def verdicts(item: Item, prediction: Prediction) -> dict[str, bool]:
    """By core field that either side fills, whether it is right; empty for a look-alike."""
    want, have = item.gold["expect"], prediction.get("expect") or {}
    if want is None:
        return {}
    filled = [name for name in CORE[item.gold["kind"]] if want.get(name) or have.get(name)]
    return {name: _field_right(name, want, have.get(name)) for name in filled}


def is_right(item: Item, prediction: Prediction) -> bool:
    """Whether the whole line is right."""
    if item.gold["expect"] is None:
        return not prediction.get("expect")
    return prediction.get("expect") is not None and all(verdicts(item, prediction).values())


def score_datelines(items: Sequence[Item], predictions: Mapping[str, Prediction]) -> dict[str, Measures]:
    """Groups of measures: `all`, then each kind (positives all right, negatives left alone) and each of its fields."""
    groups: dict[str, Measures] = defaultdict(lambda: defaultdict(float))
    scored = [item for item in items if is_scored(item)]
    for item in scored:
        prediction, kind = predictions.get(item.id, {}), item.gold["kind"]
        sign = "negatives" if item.gold["expect"] is None else "positives"
        groups[kind][sign] += 1
        groups[kind][f"{sign}_right"] += is_right(item, prediction)
        for name, right in verdicts(item, prediction).items():
            groups[f"{kind}.{name}"]["items"] += 1
            groups[f"{kind}.{name}"]["right"] += right
    exact = sum(is_right(item, predictions.get(item.id, {})) for item in scored)
    overall = {"items": len(scored), "right": exact, "share": exact / max(1, len(scored))}
    return {"all": overall} | {name: dict(groups[name]) for name in sorted(groups)}


def _field_right(name: str, want: Mapping[str, Any], have: object) -> bool:
    """Gold's value counts, and so do its `alt`, the repaired spelling of a place, an outlet read as desk or agency."""
    if not want.get(name) and not have:
        return True
    alt = want.get("alt")
    accepted = [want.get(name), alt.get(name) if isinstance(alt, dict) else None]
    if name == "location":
        accepted.append(want.get("location_alt"))
    if name in ("desk", "agency") and not want.get(name):
        accepted.append(want.get("outlet"))
    return any(_same(value, have) for value in accepted if value)


def _same(want: object, have: object) -> bool:
    """Equal but for case, white space and the order of lists; of an object, the keys that gold has."""
    if isinstance(want, list):
        return isinstance(have, list | tuple | None) and sorted(map(fold, want)) == sorted(map(fold, have or ()))
    if isinstance(want, dict):
        return isinstance(have, dict) and all(_same(value, have.get(key)) for key, value in want.items())
    return fold(want) == fold(have)
