"""Progress: lines now and then in a log, nothing for a short run."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from cleaner.batch.plan import Tally
from cleaner.cli.progress import progress


def clock(*seconds: float) -> Iterator[float]:
    """The times that a clock shows, one a look."""
    return iter(seconds)


def test_a_log_gets_a_line_every_ten_seconds(capsys: pytest.CaptureFixture[str]) -> None:
    """The first tally, before the first page, is the start."""
    times = clock(0, 11, 14, 30)
    with progress(quiet=False, clock=lambda: next(times)) as watch:
        watch(Tally(total=200))
        for done in (22, 30, 60):
            watch(Tally(written=done - 1, rejected=1, total=200))
    assert capsys.readouterr().err == (
        "cleaner: 22 of 200 pages, 2.0 pages/s, 1 rejected, 89 s left\n"
        "cleaner: 60 of 200 pages, 2.0 pages/s, 1 rejected, 70 s left\n"
    )


def test_pages_of_an_earlier_run_say_nothing_of_this_ones_rate(capsys: pytest.CaptureFixture[str]) -> None:
    """They were there before the clock began."""
    times = clock(0, 10)
    with progress(quiet=False, clock=lambda: next(times)) as watch:
        watch(Tally(written=1000, total=101_010, before=1000))
        watch(Tally(written=1010, total=101_010, before=1000))
    assert capsys.readouterr().err == ("cleaner: 1010 of 101010 pages, 1.0 pages/s, 0 rejected, 27 h 47 min left\n")


def test_a_total_that_nobody_knows_is_not_told(capsys: pytest.CaptureFixture[str]) -> None:
    """Rows of a dump are not counted beforehand."""
    times = clock(0, 60)
    with progress(quiet=False, clock=lambda: next(times)) as watch:
        watch(Tally())
        watch(Tally(written=60))
    assert capsys.readouterr().err == "cleaner: 60 pages, 1.0 pages/s, 0 rejected\n"


def test_quiet_is_quiet(capsys: pytest.CaptureFixture[str]) -> None:
    """However long it takes."""
    with progress(quiet=True) as watch:
        watch(Tally(written=1))
    assert capsys.readouterr().err == ""


def test_a_part_of_a_run_is_told_by_its_name(capsys: pytest.CaptureFixture[str]) -> None:
    """Learning comes before cleaning, and counts by itself."""
    times = clock(0, 10)
    with progress(quiet=False, what="learning", clock=lambda: next(times)) as watch:
        watch(Tally(total=40))
        watch(Tally(written=20, total=40))
    assert capsys.readouterr().err == "cleaner: learning: 20 of 40 pages, 2.0 pages/s, 0 rejected, 10 s left\n"
