"""A whole batch: named inputs -> documents, rejects and a summary, every page counted once."""

from __future__ import annotations

import json
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path

from cleaner.batch import inputs
from cleaner.batch.outputs import PARTIAL, AtomicFile, Sink, beside, format_for, is_file, open_sink
from cleaner.batch.pool import run
from cleaner.batch.task import Failure, Task, clean_task, warm_up
from cleaner.errors import ConfigError
from cleaner.options import Options
from cleaner.writers import Format, render


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What a batch is asked to do.

    inputs: folders, files and patterns.
    out: a `.jsonl` or `.jsonl.gz` file, or a folder.
    to: form of the documents; None takes what fits `out`.
    jobs, timeout: as for `clean_many`.
    """

    inputs: tuple[str, ...]
    out: Path
    to: Format | None = None
    jobs: int = 1
    timeout: float | None = None
    ledger: bool = False
    options: Options = field(default_factory=Options)


@dataclass(frozen=True, slots=True)
class Tally:
    """Pages so far. total: pages to be read, None where only reading tells; skipped ones are not in it."""

    written: int = 0
    rejected: int = 0
    skipped: int = 0
    total: int | None = None

    @property
    def done(self) -> int:
        """Pages that are through, written or rejected."""
        return self.written + self.rejected


def run_batch(plan: Plan, watch: Callable[[Tally], None] = lambda tally: None) -> Tally:
    """Clean all pages the inputs name into `plan.out`, with `.rejects.jsonl` and `.summary.json` beside it.

    watch: called with the tally after every page, and once before the first.

    All files take their place when the run is complete. Stopped early (KeyboardInterrupt, a full disk), it
    leaves what was finished under names ending in `.partial`. Raises ConfigError for a plan that
    cannot be carried out, before anything is written, and OSError as the disk does.
    """
    to = format_for(plan.out, plan.to)
    own = _own_paths(plan.out)
    _keep_apart(plan, own[0])
    listing = inputs.find(plan.inputs, avoid=own)
    tally = Tally(skipped=sum(listing.skipped.values()), total=listing.pages)
    work = partial(_work, options=plan.options, to=to, ledger=plan.ledger)
    results = run(inputs.tasks(listing, plan.options.max_bytes), work, plan.jobs, plan.timeout, warm_up)
    with ExitStack() as stack:
        sink = open_sink(plan.out, to)
        stack.callback(sink.close)
        rejects = AtomicFile(beside(plan.out, ".rejects.jsonl"))
        stack.callback(rejects.close)
        watch(tally)
        for task, result in results:
            tally = _settle(task.id or "", result, sink, rejects, tally)
            watch(tally)
        sink.commit()
        rejects.commit()
    _write_summary(plan.out, tally, listing)
    return tally


def _work(task: Task, options: Options, to: Format, ledger: bool) -> str:
    return render(clean_task(task, options), to, ledger)


def _settle(id: str, result: str | Failure, sink: Sink, rejects: AtomicFile, tally: Tally) -> Tally:
    if isinstance(result, Failure):
        record = {"id": id, "stage": result.stage, "error": result.error, "message": result.message}
        rejects.write(id, json.dumps(record, ensure_ascii=False) + "\n")
        return replace(tally, rejected=tally.rejected + 1)
    sink.write(id, result)
    return replace(tally, written=tally.written + 1)


def _own_paths(out: Path) -> tuple[Path, ...]:
    """OUT and all that a run puts beside it, resolved, so that a walk does not read them as pages."""
    place = out.resolve()
    names = ("", ".rejects.jsonl", ".summary.json", ".replaced")
    paths = [place.with_name(place.name + name) for name in names]
    return (*paths, *(path.with_name(path.name + PARTIAL) for path in paths))


def _keep_apart(plan: Plan, place: Path) -> None:
    """Refuse a plan that would write over its own input."""
    for text in plan.inputs:
        path = Path(text).resolve()
        if path == place or (place in path.parents and not is_file(place)):
            raise ConfigError(f"{plan.out}: the output would replace the input {text}; choose another place")


def _write_summary(out: Path, tally: Tally, listing: inputs.Listing) -> None:
    total = tally.written + tally.rejected + tally.skipped
    assert tally.total in (None, tally.done), "a page was lost or counted twice"
    summary = {
        "in": total,
        "written": tally.written,
        "rejected": tally.rejected,
        "skipped": tally.skipped,
        "skipped_why": dict(listing.skipped),
    }
    with AtomicFile(beside(out, ".summary.json")) as file:
        file.write("", json.dumps(summary, indent=2, ensure_ascii=False) + "\n")
