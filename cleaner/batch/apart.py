"""Archives read in a process of their own: a file that breaks its reader costs the rest of that file, nothing else.

The libraries that read Parquet and WARC are compiled. What they did not foresee ends the process they run in, and a
batch must outlive every file.
"""

from __future__ import annotations

import signal
from collections.abc import Callable, Iterator
from contextlib import suppress
from multiprocessing import get_context
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from types import TracebackType

from cleaner.batch.task import Failure, Item, Refused
from cleaner.batch.workers import deaf, end_with_parent, limit_memory

_PATIENCE = 5.0  # seconds that a process which has closed its end may take to be gone


class Reader:
    """One process that reads one file after another, started when the first is asked for, and again where it ended.

    memory: megabytes that reading may take; None for no limit.
    """

    def __init__(self, memory: int | None) -> None:
        self._memory = memory
        self._process: BaseProcess | None = None
        self._connection: Connection | None = None

    def __enter__(self) -> Reader:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def items(self, read: Callable[[], Iterator[Item]], name: str) -> Iterator[Item]:
        """What `read` yields, as it comes; where the process ends at it, one refusal for the rest.

        read: a function that can be pickled. name: of the file, for the refusal. Raises what `read` raises.
        """
        connection, number, whole = self._started(), 0, False
        try:
            connection.send(read)
            while (item := connection.recv()) is not None:
                if isinstance(item, Exception):
                    whole = True
                    raise item
                number += 1
                yield item
            whole = True
        except (EOFError, OSError):  # it ended: by a signal, or for want of memory
            yield Refused(name, Failure("crash", "ProcessExpired", self._end(name, number)))
        finally:
            if not whole:
                self.close()

    def close(self) -> None:
        """End the process, whatever it is at."""
        if self._connection is not None:
            self._connection.close()
        if self._process is not None:
            self._process.kill()
            self._process.join()
        self._process = self._connection = None

    def _started(self) -> Connection:
        if self._connection is None:
            context = get_context("spawn")
            self._connection, theirs = context.Pipe()
            self._process = context.Process(target=_serve, args=(theirs, self._memory), daemon=True)
            with deaf():
                self._process.start()
            theirs.close()
        return self._connection

    def _end(self, name: str, number: int) -> str:
        assert self._process is not None
        self._process.join(_PATIENCE)
        code = self._process.exitcode
        how = f"exit code {code}" if code is None or code >= 0 else _signal(-code)
        return f"{name}: its reader was ended after record {number} ({how}); the file is damaged or made to do so"


def _serve(connection: Connection, memory: int | None) -> None:
    """Read what is asked for until nobody asks any more."""
    end_with_parent()
    limit_memory(memory)
    with suppress(EOFError, BrokenPipeError, ConnectionResetError):
        while True:
            read = connection.recv()
            try:
                for item in read():
                    connection.send(item)
                connection.send(None)
            except (EOFError, BrokenPipeError, ConnectionResetError):
                raise
            except Exception as error:  # noqa: BLE001  # raised again where the items are asked for
                connection.send(error)


def _signal(number: int) -> str:
    with suppress(ValueError):
        return signal.Signals(number).name
    return f"signal {number}"
