"""One page of many: what is to be cleaned, what came of it, and what went wrong."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Literal

from cleaner.errors import CleanerError, LimitError, ReadError
from cleaner.readers import encoding

if TYPE_CHECKING:
    from cleaner.document import Document
    from cleaner.options import Options

Stage = Literal["read", "clean", "limit", "timeout", "crash"]


@dataclass(frozen=True, slots=True)
class Task:
    """A page to clean; the arguments of `pipeline.clean`, and what its archive says of it.

    charset: what the server declared, in its words (`windows-1251`).
    fetched: the day on which the page was fetched, `2024-02-13`.
    origin: the number of the input it comes from.
    """

    id: str | None
    data: Any
    kind: Literal["auto", "html", "text"] = "auto"
    url: str | None = None
    charset: str | None = None
    fetched: str | None = None
    origin: int = 0


@dataclass(frozen=True, slots=True)
class Failure:
    """Why a page has no document.

    stage: `read`, it cannot be read as a page; `limit`, it passes a limit of size, depth or memory; `clean`, the
        cleaning failed; `timeout`, it took too long; `crash`, it took its process down.
    error: the exception's type (`ReadError`).
    message: one line for people.
    """

    stage: Stage
    error: str
    message: str


@dataclass(frozen=True, slots=True)
class Refused:
    """A page that is known not to be cleanable before anybody tries."""

    id: str | None
    failure: Failure
    origin: int = 0


@dataclass(frozen=True, slots=True)
class Skipped:
    """A record that is no page, and why: `request record`, `type image/png`."""

    reason: str
    origin: int = 0

    @property
    def id(self) -> None:
        """What is no page has no id."""
        return


Item = Task | Refused | Skipped


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of one page: a document or an error, never both."""

    id: str | None
    document: Document | None = None
    error: Failure | None = None


def clean_task(task: Task, options: Options) -> Document:
    """The task's document; raises what `pipeline.clean` raises.

    A page whose date of publication lies after the day it was fetched gets a `date-conflict` warning.
    """
    from cleaner.pipeline import clean  # here, so that the first worker pays for it, not the import

    document = clean(decoded(task), kind=task.kind, url=task.url, id=task.id, options=options)
    published = (document.published or "")[:10]
    # Two days may lie between two clocks' names of one moment; a date of less precision cannot conflict by days.
    if task.fetched is None or len(published) < 10 or published <= _next_day(task.fetched):
        return document
    warning = f"date-conflict: published {published}, but fetched on {task.fetched} already"
    return replace(document, warnings=(*document.warnings, warning))


def decoded(task: Task) -> Any:
    """The page as text where the server's charset decodes it without a fault; else as it came, for the reader to judge.

    Valid UTF-8 and byte order marks go before what a server says, as in `readers.encoding`.
    """
    data = task.data
    codec = encoding.codec(task.charset or "")
    if not isinstance(data, bytes) or not codec or encoding.marked(data):
        return data
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        try:
            return data.decode(codec)
        except UnicodeDecodeError:
            pass
    return data


def _next_day(day: str) -> str:
    from datetime import date, timedelta

    return (date.fromisoformat(day) + timedelta(days=1)).isoformat()


def warm_up() -> None:
    """Load all that a first page loads, so that no page's time limit has to pay for it."""
    from cleaner.pipeline import clean

    clean("<html><body><p>A page of one line.</p></body></html>", kind="html")


def failure(error: Exception) -> Failure:
    """The failure that tells of this exception; one that nobody foresaw is told with its type."""
    name = type(error).__name__
    if isinstance(error, MemoryError):
        return Failure("limit", name, "needs more memory than a worker may take; raise --max-memory, or leave it out")
    if not isinstance(error, CleanerError):
        return Failure("clean", name, f"{name}: {' '.join(str(error).split())}"[:1000])
    stage: Stage = "read" if isinstance(error, ReadError) else "limit" if isinstance(error, LimitError) else "clean"
    return Failure(stage, name, str(error))
