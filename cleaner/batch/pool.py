"""Work on many tasks, here or in worker processes, results in the order of the tasks.

Each worker is a pebble pool of one process: pebble keeps the time limit and restarts the process, and as no worker
shares a channel with another it is always known whose page took it down, and no worker dies with a lock that the
others wait for.
"""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, wait
from concurrent.futures import TimeoutError as PageTimeout
from concurrent.futures.process import BrokenProcessPool
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from multiprocessing import get_context
from typing import Any, Generic, TypeVar

from pebble import ProcessExpired, ProcessFuture, ProcessPool

from cleaner.batch.task import Failure, Item, Refused, Skipped, Task, failure
from cleaner.batch.workers import deaf
from cleaner.errors import CleanerError, ConfigError

T = TypeVar("T")

Work = Callable[[Task], T]

# Tasks in hand for each worker: enough that none waits while a slow page holds up the order (of 706 pages of WCXB the
# median took 0.15 s, the slowest 2.7 s), few enough that memory does not grow with the input.
LOOK_AHEAD = 32
# Bytes of pages in hand above which no more are read: records come with their page, and it may be a large one.
MOST_HELD = 50_000_000
# Of these with the worker itself: one to work on and one to begin without waiting for the parent.
_HANDED = 2

# A page is tried so often before it is told as the one that takes its process down: what killed the process may have
# had nothing to do with the page (the system was short of memory, somebody ended a process).
TRIES = 3
# A worker that fails to start so often will not start.
_STARTS = 3
# Seconds without any sign of a worker after which it is taken for lost; starting takes a few.
_SILENCE = 120.0
# Seconds that a page may outlast its limit before pebble is taken to have missed it.
_GRACE = 30.0


@dataclass(frozen=True, slots=True)
class Limits:
    """What the work may take.

    jobs: worker processes; 1 without a timeout works in this process.
    timeout: seconds for one page; its worker is then killed and replaced. None for no limit.
    prepare: called first in every worker, at nobody's cost in time.

    Raises ConfigError for a number that makes no sense.
    """

    jobs: int = 1
    timeout: float | None = None
    prepare: Callable[[], None] | None = None

    def __post_init__(self) -> None:
        if not isinstance(self.jobs, int) or self.jobs < 1:
            raise ConfigError(f"jobs is {self.jobs!r}; give a number of processes, 1 or more")
        if self.timeout is not None and not (isinstance(self.timeout, int | float) and self.timeout > 0):
            raise ConfigError(f"timeout is {self.timeout!r}; give a number of seconds above 0, or none for no limit")


def run(
    tasks: Iterable[Item], work: Work[T], limits: Limits
) -> Generator[tuple[Item, T | Failure | Skipped], None, None]:
    """Yield each task with its result or failure, in order; `LOOK_AHEAD * jobs` at most are in hand, `MOST_HELD` bytes.

    work: picklable, as are its results.

    What was refused comes with its failure, what is skipped with itself. Raises CleanerError where no worker starts.
    """
    if limits.jobs == 1 and limits.timeout is None:
        return ((task, _here(task, work)) for task in tasks)
    return _Pool(work, limits).run(iter(tasks))


def _here(task: Item, work: Work[T]) -> T | Failure | Skipped:
    return guarded(work, task) if isinstance(task, Task) else _settled(task)


def _settled(task: Refused | Skipped) -> Failure | Skipped:
    return task.failure if isinstance(task, Refused) else task


def guarded(work: Work[T], task: Task) -> T | Failure:
    """The work's result, or the failure it ended in. What nobody foresaw costs its page, not the run."""
    try:
        return work(task)
    except Exception as error:  # noqa: BLE001  # told with its type in the page's failure
        return failure(error)


def _started() -> None:
    """A worker's first task: when it is done the worker has started."""


class _Waiting(Generic[T]):
    """A task in the window, and its result when there is one."""

    __slots__ = ("future", "result", "size", "slot", "task", "tries")

    def __init__(self, task: Item) -> None:
        self.task = task
        self.result: T | Failure | Skipped | None = None if isinstance(task, Task) else _settled(task)
        data = task.data if isinstance(task, Task) else None
        self.size = len(data) if isinstance(data, str | bytes) else 0
        self.tries = 0
        self.slot: _Slot[T] | None = None
        self.future: ProcessFuture[T | Failure] | None = None


class _Slot(Generic[T]):
    """One worker process and the tasks that it has been handed, oldest first."""

    def __init__(self, work: Callable[[Task], T | Failure], limits: Limits) -> None:
        self._work = work
        self._limits = limits
        self.handed: deque[_Waiting[T]] = deque()
        self._failed_starts = 0
        self._start()

    def _start(self) -> None:
        context = get_context("spawn")
        with deaf():
            self._pool = ProcessPool(max_workers=1, initializer=self._limits.prepare, context=context)
            self.started: ProcessFuture[None] = self._pool.schedule(_started)
        self._sign = time.monotonic()

    def stop(self) -> None:
        """End the process at once."""
        self._pool.stop()  # type: ignore[no-untyped-call]  # pebble types its arguments, not this
        with suppress(RuntimeError):  # a pool that never had a task has nothing to join
            self._pool.join()

    def restart(self) -> None:
        """Put a new process in the place of this one; what it was handed goes back to the window."""
        self.stop()
        for waiting in self.handed:
            waiting.future = waiting.slot = None
        self.handed.clear()
        self._start()

    def hand(self, waiting: _Waiting[T]) -> None:
        """Give it a task."""
        assert isinstance(waiting.task, Task)
        waiting.slot = self
        with deaf():
            waiting.future = self._pool.schedule(self._work, args=(waiting.task,), timeout=self._limits.timeout)
        if not self.handed:
            self._sign = time.monotonic()
        self.handed.append(waiting)

    @property
    def futures(self) -> list[ProcessFuture[Any]]:
        """What it has still to do; its start counts until something is done."""
        return [waiting.future for waiting in self.handed if waiting.future is not None]

    def collect(self) -> None:
        """Take the results that are there; deal with a process that ended or fell silent."""
        while self.handed and self.handed[0].future is not None and self.handed[0].future.done():
            self._sign = time.monotonic()
            if not self._take(self.handed[0]):
                self.restart()
                return
        if self.handed and time.monotonic() - self._sign > self._patience():
            self._blame(self.handed[0], "its worker process no longer answers")
            self.restart()

    def _patience(self) -> float:
        head = self.handed[0].future
        if head is None or not head.running():
            return _SILENCE
        return float("inf") if self._limits.timeout is None else self._limits.timeout + _GRACE

    def _take(self, head: _Waiting[T]) -> bool:
        """The head's result; False where the process must be replaced."""
        assert head.future is not None
        try:
            head.result = head.future.result()
        except PageTimeout:
            why = f"took longer than {self._limits.timeout:g} seconds; allow more time (--timeout, timeout=)"
            head.result = Failure("timeout", "TimeoutError", why)
        except ProcessExpired as error:
            self._blame(head, f"its worker process ended at once (exit code {error.exitcode})")
            return False
        except BrokenProcessPool as error:
            if not self._has_started():
                self._count_failed_start(error)
            else:
                self._blame(head, "its worker process ended at once")
            return False
        self._failed_starts = 0
        self.handed.popleft()
        # A process that met its memory limit may hold on to most of it.
        return not (isinstance(head.result, Failure) and head.result.error == "MemoryError")

    def _has_started(self) -> bool:
        return self.started.done() and self.started.exception() is None

    def _count_failed_start(self, error: BaseException) -> None:
        self._failed_starts += 1
        if self._failed_starts >= _STARTS:
            raise CleanerError(
                'the worker processes do not start; call from under `if __name__ == "__main__":`, or with jobs=1'
            ) from error

    def _blame(self, head: _Waiting[T], what: str) -> None:
        head.tries += 1
        if head.tries >= TRIES:
            why = f"{what}, {TRIES} times over; clean the page by itself to see why"
            head.result = Failure("crash", "ProcessExpired", why)


class _Pool(Generic[T]):
    """Workers behind a window of tasks.

    The processes are spawned, never forked: a fork of a process with threads can hang, and Windows and
    macOS know nothing else. A script must therefore call from under `if __name__ == "__main__":`.
    """

    def __init__(self, work: Work[T], limits: Limits) -> None:
        self._work = partial(guarded, work)
        self._limits = limits
        self._window: deque[_Waiting[T]] = deque()
        self._slots: list[_Slot[T]] = []

    def run(self, tasks: Iterator[Item]) -> Generator[tuple[Item, T | Failure | Skipped], None, None]:
        """Yield the results in order. A closed iterator ends the workers at once."""
        try:
            self._fill(tasks)
            while self._window:
                head = self._window[0]
                while head.result is None:
                    self._await()
                self._window.popleft()
                self._fill(tasks)
                yield head.task, head.result
        finally:
            for slot in self._slots:
                slot.stop()

    def _fill(self, tasks: Iterator[Item]) -> None:
        held = sum(waiting.size for waiting in self._window)
        while len(self._window) < LOOK_AHEAD * self._limits.jobs and held < MOST_HELD:
            task = next(tasks, None)
            if task is None:
                break
            self._window.append(_Waiting(task))
            held += self._window[-1].size
        self._hand_out()

    def _hand_out(self) -> None:
        """Give every task that waits to the worker with the fewest in hand, as long as one has room."""
        for waiting in self._window:
            if waiting.result is not None or waiting.slot is not None:
                continue
            slot = self._free()
            if slot is None:
                return
            slot.hand(waiting)

    def _free(self) -> _Slot[T] | None:
        """A worker with room; a new one where all have work and there may be more."""
        least = min(self._slots, key=lambda slot: len(slot.handed), default=None)
        if (least is None or least.handed) and len(self._slots) < self._limits.jobs:
            self._slots.append(_Slot(self._work, self._limits))
            return self._slots[-1]
        return least if least is not None and len(least.handed) < _HANDED else None

    def _await(self) -> None:
        """Wait until something happens, take what is done, and hand out what waits."""
        wait([future for slot in self._slots for future in slot.futures], timeout=1.0, return_when=FIRST_COMPLETED)
        for slot in self._slots:
            slot.collect()
        self._hand_out()
