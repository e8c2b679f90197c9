"""How worker processes are set up: deaf to Ctrl-C, within their limits, ended when their parent ends."""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager

from cleaner.batch.task import warm_up

MEGABYTE = 1_000_000

# Megabytes that one page may take. Ordinary pages take a tenth, the largest allowed ones (20 MB of HTML) half of it.
MEMORY = 2_000

# One page is worked on by one thread: workers share the cores among themselves, libraries must not share them again.
_THREADS = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "VECLIB_MAXIMUM_THREADS")


def prepare(memory: int | None) -> None:
    """Make this process a worker.

    memory: megabytes of data it may allocate; None for no limit. Enforced on Linux; macOS takes the limit and mostly
    does not keep it, Windows has none.
    """
    for name in _THREADS:
        os.environ.setdefault(name, "1")
    end_with_parent()
    warm_up()
    limit_memory(memory)


def end_with_parent() -> None:
    """End this process when its parent does, which may be killed and leave it at its page for ever."""
    parent = multiprocessing.parent_process()
    if parent is None:
        return

    def wait() -> None:
        parent.join()
        os._exit(1)

    threading.Thread(target=wait, daemon=True).start()


def limit_memory(megabytes: int | None) -> None:
    """Let this process allocate no more data than that; None for no limit."""
    if megabytes is None or sys.platform == "win32":
        return
    import resource

    # Linux counts all private writable memory as data, and leaves mapped libraries out.
    _, hard = resource.getrlimit(resource.RLIMIT_DATA)
    most = megabytes * MEGABYTE if hard == resource.RLIM_INFINITY else min(megabytes * MEGABYTE, hard)
    resource.setrlimit(resource.RLIMIT_DATA, (most, hard))


@contextmanager
def deaf() -> Iterator[None]:
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
