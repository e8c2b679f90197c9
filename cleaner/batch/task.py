"""One page of many: what is to be cleaned, what came of it, and what went wrong."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

from cleaner.errors import CleanerError, LimitError, ReadError

if TYPE_CHECKING:
    from cleaner.document import Document
    from cleaner.options import Options

Stage = Literal["read", "clean", "limit", "timeout", "crash"]


@dataclass(frozen=True, slots=True)
class Task:
    """A page to clean; the arguments of `pipeline.clean`."""

    id: str | None
    data: Any
    kind: Literal["auto", "html", "text"] = "auto"
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Failure:
    """Why a page has no document.

    stage: `read`, it cannot be read as a page; `limit`, it passes a size or depth limit; `clean`, the
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


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of one page: a document or an error, never both."""

    id: str | None
    document: Document | None = None
    error: Failure | None = None


def clean_task(task: Task, options: Options) -> Document:
    """The task's document; raises what `pipeline.clean` raises."""
    from cleaner.pipeline import clean  # here, so that the first worker pays for it, not the import

    return clean(task.data, kind=task.kind, url=task.url, id=task.id, options=options)


def warm_up() -> None:
    """Load all that a first page loads, so that no page's time limit has to pay for it."""
    from cleaner.pipeline import clean

    clean("<html><body><p>A page of one line.</p></body></html>", kind="html")


def failure(error: Exception) -> Failure:
    """The failure that tells of this exception; one that nobody foresaw is told with its type."""
    name = type(error).__name__
    if not isinstance(error, CleanerError):
        return Failure("clean", name, f"{name}: {' '.join(str(error).split())}"[:1000])
    stage: Stage = "read" if isinstance(error, ReadError) else "limit" if isinstance(error, LimitError) else "clean"
    return Failure(stage, name, str(error))
