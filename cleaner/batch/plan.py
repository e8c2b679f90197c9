"""What a batch is asked to do, how far it has come, and who is told."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from cleaner.batch.records import Columns
from cleaner.batch.workers import MEMORY
from cleaner.options import Options


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What a batch is asked to do.

    inputs: folders, files and patterns.
    out: a `.jsonl`, `.jsonl.gz` or `.parquet` file, or a folder.
    to: form of the documents (`jsonl`, `parquet`, `json`, `md`, `text`); None takes what fits `out`.
    fresh: forget what an earlier run into `out` has done.
    jobs, timeout: as for `clean_many`. memory: megabytes a worker may take; None for no limit.
    columns: where records have their page, address and id.
    report: an HTML file that tells of the run.
    learn: learn the templates of the inputs' sites first, into `.templates` beside `out`, and clean by them.
    dedup: tell in `.duplicates.jsonl` beside `out` which stories are alike.
    """

    inputs: tuple[str, ...]
    out: Path
    to: str | None = None
    fresh: bool = False
    jobs: int = 1
    timeout: float | None = None
    memory: int | None = MEMORY
    ledger: bool = False
    columns: Columns = field(default_factory=Columns)
    report: Path | None = None
    learn: bool = False
    dedup: bool = False
    options: Options = field(default_factory=Options)


@dataclass(frozen=True, slots=True)
class Tally:
    """Pages so far.

    total: pages to be read, None where only reading tells; skipped ones are not in it.
    before: pages of `done` that an earlier run did.
    """

    written: int = 0
    rejected: int = 0
    skipped: int = 0
    total: int | None = None
    before: int = 0

    @property
    def done(self) -> int:
        """Pages that are through, written or rejected."""
        return self.written + self.rejected


@dataclass(frozen=True, slots=True)
class Watch:
    """Who is told of a run.

    tally: after every page, and once before the first; learning: after every page that templates are learned from;
    news: what is unusual about the run.
    """

    tally: Callable[[Tally], None] = lambda tally: None
    learning: Callable[[Tally], None] = lambda tally: None
    news: Callable[[str], None] = lambda news: None


NOBODY = Watch()  # frozen, and does nothing
