"""From a suite and predictions to groups of measures, whatever the task."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from benchmarks.dateline_metrics import is_right, is_scored, score_datelines
from benchmarks.line_metrics import score_lines, tally
from benchmarks.metrics import Measures, Prediction, page_value, score_bodies, score_dates, score_snippets
from benchmarks.suites import Item, Suite

Measure = Callable[[Sequence[Item], Mapping[str, Prediction]], Measures]

_BY_PAGE: dict[str, Measure] = {"bodies": score_bodies, "snippets": score_snippets, "dates": score_dates}


@dataclass(frozen=True, slots=True)
class Scores:
    """A system's figures on a suite.

    groups: measures by group, `all` first; it counts the items on which the system `failed`, if any.
    values: (id, value) of every scored item, the worst first; what the value is depends on the task.
    """

    groups: dict[str, Measures]
    values: tuple[tuple[str, float], ...]


def score(suite: Suite, predictions: Mapping[str, Prediction], by: str | None = None) -> Scores:
    """Score a suite; `by` names a gold key (`lang`, `page_type`) whose values become groups of their own."""
    groups = _groups(suite.task, suite.items, predictions)
    failed = sum("error" in predictions.get(item.id, {}) for item in suite.items)
    if failed:
        groups["all"]["failed"] = failed
    if by:
        for value, members in split(suite.items, by).items():
            groups[f"{by} {value}"] = _groups(suite.task, members, predictions)["all"]
    items = [item for item in suite.items if suite.task != "datelines" or is_scored(item)]
    values = [(item.id, _value(suite.task, item, predictions.get(item.id, {}))) for item in items]
    return Scores(groups, tuple(sorted(values, key=lambda pair: (pair[1], pair[0]))))


def split(items: Sequence[Item], by: str) -> dict[str, list[Item]]:
    """The items by their value at a gold key, most frequent value first."""
    parts: dict[str, list[Item]] = {}
    for item in items:
        parts.setdefault(str(item.gold.get(by)), []).append(item)
    return dict(sorted(parts.items(), key=lambda part: (-len(part[1]), part[0])))


def _groups(task: str, items: Sequence[Item], predictions: Mapping[str, Prediction]) -> dict[str, Measures]:
    if task == "lines":
        return score_lines(items, predictions)
    if task == "datelines":
        return score_datelines(items, predictions)
    return {"all": _BY_PAGE[task](items, predictions)}


def _value(task: str, item: Item, prediction: Prediction) -> float:
    if task == "lines":
        return tally(item, prediction).value
    if task == "datelines":
        return float(is_right(item, prediction))
    return page_value(item, prediction)
