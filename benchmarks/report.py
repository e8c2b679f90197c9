"""Figures as text for the screen and as the Markdown tables of RESULTS.md."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.metrics import Measures
from benchmarks.scoring import Scores
from benchmarks.suites import Suite, Task

BEGIN = "<!-- benchmarks: begin; written by `python -m benchmarks table`, do not edit -->"
END = "<!-- benchmarks: end -->"

_COUNTS = frozenset(
    {
        "pages", "docs", "items", "lines", "failed", "right", "wrong", "none",
        "positives", "negatives", "positives_right", "negatives_right",
    }
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a table: a set or a part of it, and each system's measures."""

    task: Task
    form: str
    name: str
    measures: Mapping[str, Measures]


def as_text(suite: Suite, system: str, scores: Scores, worst: int = 0) -> str:
    """A block of aligned lines: a heading, a line for each group, then the worst items."""
    width = max(map(len, scores.groups))
    lines = [f"{suite.name}  {suite.task} {suite.form}  {system}"]
    for group, measures in scores.groups.items():
        figures = "  ".join(f"{name} {_figure(name, value)}" for name, value in measures.items())
        lines.append(f"  {group:{width}}  {figures}")
    lines += [f"  worst {key}  {value:.3f}" for key, value in scores.values[:worst]]
    return "\n".join(lines)


def as_tables(rows: Sequence[Row]) -> str:
    """Markdown tables, one for each task and form that has rows."""
    parts = []
    for title, intro, task, form, cell in _TABLES:
        chosen = [row for row in rows if (row.task, row.form) == (task, form)]
        if chosen:
            parts += [f"## {title}", intro, _table(chosen, cell)]
    return "\n\n".join(parts)


def replace_tables(path: Path, tables: str) -> None:
    """Write the tables between the two marker comments of a file, so that the prose around them stays.

    A file that does not exist is made; one without the markers raises ValueError and is left as it is.
    """
    old = path.read_text(encoding="utf-8") if path.is_file() else f"# Results\n\n{BEGIN}\n{END}\n"
    before, begin, rest = old.partition(BEGIN)
    _, end, after = rest.partition(END)
    if not begin or not end:
        raise ValueError(f"{path}: no marker comments; put these two lines where the tables belong:\n{BEGIN}\n{END}")
    path.write_text(f"{before}{BEGIN}\n\n{tables}\n\n{END}{after}", encoding="utf-8")


def _figure(name: str, value: float) -> str:
    return f"{value:.0f}" if name in _COUNTS else f"{value:.4f}"


def _bodies(measures: Measures) -> str:
    text = f"{measures['f1']:.4f} ({measures['precision']:.3f} / {measures['recall']:.3f}) · {measures['bow']:.4f}"
    if "lowest" in measures:
        text += f" · {measures['lowest']:.3f} – {measures['highest']:.3f}"
    return text + (f" · {measures['with']:.3f} / {measures['without']:.3f}" if "with" in measures else "")


def _snippets(measures: Measures) -> str:
    return f"{measures['with']:.4f} / {measures['without']:.4f}"


def _dates(measures: Measures) -> str:
    counts = " / ".join(f"{measures[name]:.0f}" for name in ("right", "wrong", "none"))
    return f"{measures['f1']:.4f} ({measures['precision']:.3f} / {measures['recall']:.3f}) · {counts}"


def _lines(measures: Measures) -> str:
    return f"{measures['f1']:.4f} ({measures['kept']:.4f} / {measures['removed']:.4f})"


def _datelines(measures: Measures) -> str:
    if "share" in measures:
        return f"{measures['share']:.4f} ({measures['right']:.0f} of {measures['items']:.0f})"
    parts = []
    if measures.get("positives"):
        parts.append(f"{measures['positives_right']:.0f} of {measures['positives']:.0f}")
    if measures.get("negatives"):
        parts.append(f"look-alikes left alone {measures['negatives_right']:.0f} of {measures['negatives']:.0f}")
    return ", ".join(parts)


_BODY_INTRO = (
    "Each cell: shingle F1 (precision / recall) · bow F1 · lowest and highest shingle F1 of the five folds, and where "
    "the set has snippets · must-appear found / must-not-appear absent."
)
_TABLES = (
    ("HTML", _BODY_INTRO, "bodies", "html", _bodies),
    ("Flattened text", _BODY_INTRO, "bodies", "flat", _bodies),
    (
        "Real flattened texts, by labelled lines",
        "Each cell: F1 (story kept / junk removed), by characters.",
        "lines",
        "flat",
        _lines,
    ),
    ("Snippets", "Each cell: must-appear found / must-not-appear absent.", "snippets", "html", _snippets),
    (
        "Day of publication",
        "Each cell: F1 (precision / recall) · right / wrong / none.",
        "dates",
        "html",
        _dates,
    ),
    (
        "Datelines, bylines, dates, credits, sources",
        "Single lines; one is right when all its core fields are.",
        "datelines",
        "line",
        _datelines,
    ),
)


def _table(rows: Sequence[Row], cell: Callable[[Measures], str]) -> str:
    systems = list(dict.fromkeys(name for row in rows for name in row.measures))
    lines = [_cells(["set", "n", *systems]), _cells(["---", "---:", *("---" for _ in systems)])]
    for row in rows:
        count = next(_count(measures) for measures in row.measures.values())
        lines.append(_cells([row.name, count, *(_cell(row.measures.get(system), cell) for system in systems)]))
    return "\n".join(lines)


def _cell(measures: Measures | None, cell: Callable[[Measures], str]) -> str:
    """A failure scores as empty, which some measures reward: it is said beside the figure."""
    if measures is None:
        return ""
    return cell(measures) + (f" (failed on {measures['failed']:.0f})" if "failed" in measures else "")


def _count(measures: Measures) -> str:
    for name in ("pages", "docs", "items"):
        if name in measures:
            return f"{measures[name]:.0f}"
    return f"{measures.get('positives', 0) + measures.get('negatives', 0):.0f}"


def _cells(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"
