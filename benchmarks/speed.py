"""CPU time a page, beside a peer that runs on the same pages in the same minute."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from benchmarks.suites import Item, Suite
from benchmarks.systems import System

_WARM_UP = 3  # pages that load tables, models and regexes before anything is timed


@dataclass(frozen=True, slots=True)
class Timing:
    """Milliseconds of CPU time a page, all threads of the process together."""

    system: str
    pages: int
    mean: float
    median: float
    slowest: float


def measure(suite: Suite, systems: Sequence[System], pages: int) -> list[Timing]:
    """Time the systems on evenly spaced pages of a suite.

    Page by page in turn, so that whatever else the machine does falls on all of them alike; the
    system that goes first changes from page to page, so that none always finds the page in the caches.
    """
    chosen = evenly(suite.items, pages)
    for item in chosen[:_WARM_UP]:
        for system in systems:
            system.run(item)
    spent: dict[str, list[float]] = {system.name: [] for system in systems}
    for number, item in enumerate(chosen):
        turn = number % len(systems)
        for system in (*systems[turn:], *systems[:turn]):
            start = time.process_time()
            system.run(item)
            spent[system.name].append(1000 * (time.process_time() - start))
    return [Timing(name, len(ms), sum(ms) / len(ms), median(ms), max(ms)) for name, ms in spent.items()]


def evenly(items: Sequence[Item], count: int) -> list[Item]:
    """At most `count` items, evenly spaced from the first on."""
    if len(items) <= count:
        return list(items)
    return [items[index * len(items) // count] for index in range(count)]


def as_text(suite: Suite, timings: Sequence[Timing]) -> str:
    """A line for each system, with the ratio of the first one's mean to its own."""
    lines = [f"{suite.name}  {suite.form}  {timings[0].pages} pages, CPU ms a page"]
    for timing in timings:
        ratio = f"  {timings[0].system} takes {timings[0].mean / timing.mean:.2f} x" if timing.mean else ""
        lines.append(
            f"  {timing.system:12} mean {timing.mean:8.2f}  median {timing.median:8.2f}  slowest {timing.slowest:9.2f}"
            f"{ratio if timing is not timings[0] else ''}"
        )
    return "\n".join(lines)
