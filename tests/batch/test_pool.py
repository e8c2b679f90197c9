"""Work in processes: in order, bounded, and one bad page costs only itself."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator

import pytest

from cleaner.batch.pool import LOOK_AHEAD, Limits, run
from cleaner.batch.task import Failure, Item, Refused, Skipped, Task
from cleaner.errors import ConfigError, ReadError


def shout(task: Task) -> str:
    """Upper case, but for three words that go wrong, each in its own way."""
    if task.data == "wrong":
        raise ReadError("page: not a page; give another")
    if task.data == "bug":
        raise KeyError("nobody thought\nof this")
    if task.data == "sleep":
        time.sleep(60)
    if task.data == "die":
        os._exit(7)
    return str(task.data).upper()


def as_tasks(*words: str) -> list[Item]:
    """A task a word, its id the word."""
    return [Task(word, word) for word in words]


def test_an_error_of_one_page_is_its_failure_and_no_more() -> None:
    """Errors on purpose are told as they are, others with their type."""
    results = [result for _, result in run(as_tasks("a", "wrong", "bug", "b"), shout, Limits())]
    assert results == [
        "A",
        Failure("read", "ReadError", "page: not a page; give another"),
        Failure("clean", "KeyError", "KeyError: 'nobody thought\\nof this'"),
        "B",
    ]


def test_one_job_reads_no_further_than_it_has_worked() -> None:
    """A stream of pages is cleaned as it comes."""
    taken: list[str] = []

    def stream() -> Iterator[Task]:
        for word in "abc":
            taken.append(word)
            yield Task(word, word)

    results = run(stream(), shout, Limits())
    next(results)
    assert taken == ["a"]


def test_processes_keep_order_kill_the_slow_and_survive_the_crashed() -> None:
    """One pool for all of it, as processes start slowly: a timeout and a crash cost their own pages only."""
    gone = Refused("gone", Failure("read", "ReadError", "gone"))
    tasks = [*as_tasks("a", "sleep", "b", "die", "c", "wrong"), gone, Skipped("a request"), *as_tasks("d", "e", "f")]
    results = list(run(tasks, shout, Limits(jobs=2, timeout=1.5)))
    assert [task.id for task, _ in results] == [task.id for task in tasks]
    told = [result.stage if isinstance(result, Failure) else result for _, result in results]
    assert told == ["A", "timeout", "B", "crash", "C", "read", "read", Skipped("a request"), "D", "E", "F"]


def test_processes_read_no_more_than_a_window_ahead() -> None:
    """Memory does not grow with the input, and a closed iterator ends the workers."""
    taken = 0

    def stream() -> Iterator[Task]:
        nonlocal taken
        for number in range(1000):
            taken += 1
            yield Task(str(number), "x")

    results = run(stream(), shout, Limits(jobs=2))
    next(results)
    assert taken <= 2 * LOOK_AHEAD + 1
    results.close()


def test_large_pages_are_read_ahead_by_their_bytes(monkeypatch: pytest.MonkeyPatch) -> None:
    """Sixty-four pages of 20 MB would be more than a gigabyte."""
    monkeypatch.setattr("cleaner.batch.pool.MOST_HELD", 2500)
    taken = 0

    def stream() -> Iterator[Task]:
        nonlocal taken
        for number in range(100):
            taken += 1
            yield Task(str(number), "x" * 1000)

    results = run(stream(), shout, Limits(jobs=2))
    next(results)
    assert taken <= 4
    results.close()


@pytest.mark.parametrize(("jobs", "timeout"), [(0, None), (-1, None), (1, 0.0), (1, -2.0), (1, float("nan"))])
def test_numbers_that_make_no_sense_are_refused_at_once(jobs: int, timeout: float | None) -> None:
    """Not when the first page is asked for."""
    with pytest.raises(ConfigError, match="give a number"):
        Limits(jobs, timeout)
