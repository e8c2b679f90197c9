"""How a long run tells where it is: a bar on a terminal, a line now and then elsewhere."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from cleaner.cli.talk import complain

if TYPE_CHECKING:
    from cleaner.batch.plan import Tally

# Seconds between two lines in a log; a run that is over sooner says nothing but its summary.
EVERY = 10.0

Watch = Callable[["Tally"], None]


@contextmanager
def progress(quiet: bool, what: str = "", clock: Callable[[], float] = time.monotonic) -> Iterator[Watch]:
    """A function to call with each new tally; the clock starts, and a bar shows, with the first.

    what: names a part of a run.
    """
    if quiet:
        yield lambda tally: None
    elif sys.stderr.isatty():
        with _bar(what) as watch:
            yield watch
    else:
        yield _lines(f"{what}: " if what else "", clock)


@contextmanager
def _bar(what: str) -> Iterator[Watch]:
    from tqdm import tqdm

    bar = None

    def watch(tally: Tally) -> None:
        nonlocal bar
        if bar is None:
            # Pages of an earlier run say nothing of this one's rate.
            bar = tqdm(
                desc=what or None, unit=" pages", initial=tally.before, total=tally.total, dynamic_ncols=True,
                file=sys.stderr,
            )  # fmt: skip
        if tally.rejected:
            bar.set_postfix_str(f"{tally.rejected} rejected", refresh=False)
        bar.update(tally.done - bar.n)

    try:
        yield watch
    finally:
        if bar is not None:
            bar.close()


def _lines(opening: str, clock: Callable[[], float]) -> Watch:
    started = last = -1.0

    def watch(tally: Tally) -> None:
        nonlocal started, last
        now = clock()
        if started < 0:
            started = last = now
        if now - last < EVERY:
            return
        last = now
        rate = (tally.done - tally.before) / (now - started)
        said = f"{opening}{tally.done}{_of(tally.total)} pages, {rate:.1f} pages/s, {tally.rejected} rejected"
        if tally.total is not None and rate > 0:
            said += f", {_span((tally.total - tally.done) / rate)} left"
        complain(said)

    return watch


def _of(total: int | None) -> str:
    return "" if total is None else f" of {total}"


def _span(seconds: float) -> str:
    """`40 s`, `12 min`, `3 h 05 min`."""
    if seconds < 90:
        return f"{seconds:.0f} s"
    minutes = round(seconds / 60)
    return f"{minutes} min" if minutes < 90 else f"{minutes // 60} h {minutes % 60:02} min"
