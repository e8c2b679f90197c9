"""Work on many tasks, here or in worker processes, results in the order of the tasks."""

from __future__ import annotations

import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import TimeoutError as PageTimeout
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import partial
from itertools import islice
from multiprocessing import get_context
from typing import Generic, TypeVar

from pebble import ProcessExpired, ProcessFuture, ProcessPool

from cleaner.batch.task import Failure, Refused, Task, failure
from cleaner.errors import CleanerError, ConfigError

T = TypeVar("T")

Work = Callable[[Task], T]

# Tasks in hand for each worker: enough that none waits while a slow page holds up the order, few
# enough that memory does not grow with the input.
LOOK_AHEAD = 8

# A pool that breaks this often without finishing a page in between will not get better.
MOST_BREAKS = 3


@dataclass(slots=True)
class _Waiting(Generic[T]):
    """A task in the pool, or one that was refused before it got there."""

    task: Task | Refused
    future: ProcessFuture[T] | None = None


def run(
    tasks: Iterable[Task | Refused],
    work: Work[T],
    jobs: int = 1,
    timeout: float | None = None,
    warm_up: Callable[[], None] | None = None,
) -> Iterator[tuple[Task | Refused, T | Failure]]:
    """Yield each task with its result or failure, in order; at most `LOOK_AHEAD * jobs` are in hand.

    work: picklable, as are its results.
    jobs: worker processes; 1 without a timeout works in this process.
    timeout: seconds for one page; its worker is then killed and replaced. None for no limit.
    warm_up: called first in every worker, at nobody's cost in time.

    Raises ConfigError for an unusable number, at once.
    """
    if not isinstance(jobs, int) or jobs < 1:
        raise ConfigError(f"jobs is {jobs!r}; give a number of processes, 1 or more")
    if timeout is not None and not (isinstance(timeout, int | float) and timeout > 0):
        raise ConfigError(f"timeout is {timeout!r}; give a number of seconds above 0, or none for no limit")
    if jobs == 1 and timeout is None:
        return ((task, _here(task, work)) for task in tasks)
    return _Pool(work, jobs, timeout, warm_up).run(iter(tasks))


def _here(task: Task | Refused, work: Work[T]) -> T | Failure:
    return task.failure if isinstance(task, Refused) else guarded(work, task)


def guarded(work: Work[T], task: Task) -> T | Failure:
    """The work's result, or the failure it ended in. What nobody foresaw costs its page, not the run."""
    try:
        return work(task)
    except Exception as error:  # noqa: BLE001  # told with its type in the page's failure
        return failure(error)


class _Pool(Generic[T]):
    """Worker processes behind a window of tasks.

    The processes are spawned, never forked: a fork of a process with threads can hang, and Windows and
    macOS know nothing else. A script must therefore call from under `if __name__ == "__main__":`.
    """

    def __init__(self, work: Work[T], jobs: int, timeout: float | None, warm_up: Callable[[], None] | None) -> None:
        self._work = partial(guarded, work)
        self._jobs = jobs
        self._timeout = timeout
        self._warm_up = warm_up
        self._waiting: deque[_Waiting[T | Failure]] = deque()
        self._breaks = 0
        self._pool = self._start()

    def run(self, tasks: Iterator[Task | Refused]) -> Iterator[tuple[Task | Refused, T | Failure]]:
        """Yield the results in order. A closed iterator ends the workers at once."""
        try:
            self._fill(tasks)
            while self._waiting:
                head = self._waiting[0]
                result = self._result(head)
                self._waiting.popleft()
                self._fill(tasks)
                yield head.task, result
        finally:
            self._stop()

    def _start(self) -> ProcessPool:
        return ProcessPool(max_workers=self._jobs, initializer=self._warm_up, context=get_context("spawn"))

    def _stop(self) -> None:
        self._pool.stop()  # type: ignore[no-untyped-call]  # pebble types its arguments, not this
        with suppress(RuntimeError):  # a pool that never had a task has nothing to join
            self._pool.join()

    def _fill(self, tasks: Iterator[Task | Refused]) -> None:
        for task in islice(tasks, LOOK_AHEAD * self._jobs - len(self._waiting)):
            self._waiting.append(_Waiting(task))
        self._schedule()

    def _schedule(self) -> None:
        for waiting in self._waiting:
            if waiting.future is None and isinstance(waiting.task, Task):
                with _deaf():
                    waiting.future = self._pool.schedule(self._work, args=(waiting.task,), timeout=self._timeout)

    def _result(self, waiting: _Waiting[T | Failure]) -> T | Failure:
        if isinstance(waiting.task, Refused):
            return waiting.task.failure
        while True:
            assert waiting.future is not None
            try:
                result = waiting.future.result()
            except PageTimeout:
                why = f"took longer than {self._timeout:g} seconds; allow more time (--timeout, timeout=)"
                return Failure("timeout", "TimeoutError", why)
            except ProcessExpired as error:
                return Failure("crash", "ProcessExpired", _ended(error.exitcode))
            except BrokenProcessPool as error:
                self._mend(error)
            else:
                self._breaks = 0
                return result

    def _mend(self, error: BrokenProcessPool) -> None:
        """Start a new pool and hand it what the broken one had not finished."""
        self._breaks += 1
        if self._breaks >= MOST_BREAKS:
            raise CleanerError(
                'the worker processes do not start; call from under `if __name__ == "__main__":`, or with jobs=1'
            ) from error
        self._stop()
        self._pool = self._start()
        for waiting in self._waiting:
            if waiting.future is not None and _was_lost(waiting.future):
                waiting.future = None
        self._schedule()


@contextmanager
def _deaf() -> Iterator[None]:
    """Processes and threads started within do not hear Ctrl-C, not even while they load.

    The terminal sends it to all of them; it is the caller who ends the workers. A signal that comes in
    between reaches the caller afterwards. Windows has no such mask.
    """
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _ended(code: int | None) -> str:
    return f"its worker process ended at once (exit code {code}), perhaps for want of memory; clean it by itself"


def _was_lost(future: ProcessFuture[T]) -> bool:
    return not future.done() or isinstance(future.exception(), BrokenProcessPool)
