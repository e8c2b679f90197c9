"""`clean_many`: any iterable of pages -> their outcomes, in order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import Any

from cleaner.batch.pool import Limits, run
from cleaner.batch.records import record_task
from cleaner.batch.task import Failure, Item, Outcome, Refused, Task, clean_task, failure
from cleaner.batch.workers import MEMORY, prepare
from cleaner.errors import ConfigError, ReadError
from cleaner.options import Options
from cleaner.readers.files import document_id

Page = str | bytes | Path | tuple[str, Any] | Mapping[str, Any]


def clean_many(
    items: Iterable[Page],
    jobs: int = 1,
    timeout: float | None = None,
    options: Options | None = None,
) -> Iterator[Outcome]:
    """Clean many pages; yield one `Outcome` an item, in input order, as soon as its turn is done.

    items: each one of
        str or bytes    the page itself, without an id;
        Path            a file, its id the file's name without its page suffix;
        (id, page)      a page under an id, the page a str, bytes or Path;
        mapping         a record: `html` or `text` (or a usual name for them), and `url` and `id` if known.
    jobs: worker processes. With 1 and no timeout all is done in this process.
    timeout: seconds a page may take; it then ends in an error, and only it. Any timeout needs a process, and a
        process may take 2 GB of memory (on Linux), beyond which its page ends in an error too.
    options: as for `clean`.

    A page that fails has an `error` (stage, type, message) instead of a document; nothing that a page
    holds raises. At most 32 items a worker are read ahead. Worker processes are spawned: a script that
    asks for them must do so from under `if __name__ == "__main__":`.

    Raises ConfigError, at the call, for unusable `items` (a single page), `jobs` or `timeout`.
    """
    if isinstance(items, str | bytes | Path | Mapping):
        raise ConfigError(f"items is a single {type(items).__name__}; give an iterable of pages, such as [page]")
    work = partial(clean_task, options=options or Options())
    limits = Limits(jobs, timeout, partial(prepare, MEMORY))
    results = run((_task(item) for item in items), work, limits)
    return (_outcome(task, result) for task, result in results)


def _task(item: Page) -> Task | Refused:
    if isinstance(item, Mapping):
        return record_task(item)
    if isinstance(item, tuple) and len(item) == 2:
        id, data = item
        return Task(None if id is None else str(id), data)
    if isinstance(item, Path):
        return Task(document_id(item.name), item)
    if isinstance(item, str | bytes):
        return Task(None, item)
    wrong = f"a page cannot be of type {type(item).__name__}; give str, bytes, Path, (id, page) or a mapping"
    return Refused(None, failure(ReadError(wrong)))


def _outcome(task: Item, result: Any) -> Outcome:
    if isinstance(result, Failure):
        return Outcome(task.id, error=result)
    return Outcome(result.id, document=result)
