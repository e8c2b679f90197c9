"""Time the five parsers of single lines, beside a fixed piece of work on the same lines in the same minute."""

from __future__ import annotations

import re
import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any

from benchmarks.suites import Suite
from benchmarks.systems import language
from cleaner.normalise import byline, credit, dateline, dates, source

_ROUNDS = 25
_PARSERS: dict[str, Callable[..., Any]] = {
    module.__name__.rpartition(".")[2]: module.parse for module in (dateline, byline, dates, credit, source)
}
# What a machine is measured by: one regular expression and one split, ten times.
_YARDSTICK = re.compile(r"(?:[A-Z][a-z]+ ){2}\d{1,2}")


@dataclass(frozen=True, slots=True)
class LineTimes:
    """Microseconds a line: each parser's mean in the order of the parsers, and the yardstick's."""

    lines: int
    parsers: dict[str, float]
    yardstick: float

    @property
    def together(self) -> float:
        """All five parsers on one line; what they share is read once, by the first that asks."""
        return sum(self.parsers.values())


def measure(suite: Suite, rounds: int = _ROUNDS) -> LineTimes:
    """The mean over lines of each line's best time.

    Every round reads all lines in order, so that no line finds the caches as it left them; the best of the rounds is
    what the line costs when nothing else runs, which on a busy machine a mean never shows.
    """
    lines = [(str(item.source), _site(item.gold.get("site")), language(item)) for item in suite.items]
    best = {name: [float("inf")] * len(lines) for name in (*_PARSERS, "yardstick")}
    for _ in range(rounds):
        for index, (text, site, spoken) in enumerate(lines):
            for name, parse in _PARSERS.items():
                spent = _timed(partial(parse, text, site=site, language=spoken))
                best[name][index] = min(best[name][index], spent)
            best["yardstick"][index] = min(best["yardstick"][index], _timed(partial(_measure_of_machine, text)))
    means = {name: 1e6 * sum(values) / max(1, len(values)) for name, values in best.items()}
    return LineTimes(len(lines), {name: means[name] for name in _PARSERS}, means["yardstick"])


def as_text(suite: Suite, times: LineTimes) -> str:
    """One line a parser, and all together beside the yardstick."""
    rows = [f"{suite.name}  {times.lines} lines, microseconds a line"]
    rows += [f"  {name:10} {value:7.1f}" for name, value in times.parsers.items()]
    ratio = times.together / times.yardstick if times.yardstick else 0.0
    rows.append(f"  {'together':10} {times.together:7.1f}   {ratio:.2f} x the yardstick of {times.yardstick:.1f}")
    return "\n".join(rows)


def _timed(work: Callable[[], object]) -> float:
    """Seconds by the wall's clock: asking for CPU time takes as long as the shorter parsers."""
    start = time.perf_counter_ns()
    work()
    return (time.perf_counter_ns() - start) / 1e9


def _measure_of_machine(text: str) -> None:
    for _ in range(10):
        _YARDSTICK.search(text)
        text.lower().split()


def _site(site: object) -> str | None:
    """A site named `index:…` is a group of lines, not a site."""
    return str(site) if site and ":" not in str(site) else None
