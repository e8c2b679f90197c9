"""A whole batch: named inputs -> documents, rejects and a summary, every page counted once, whatever interrupts it."""

from __future__ import annotations

import json
import os
import time
from collections.abc import Callable
from contextlib import AbstractContextManager, ExitStack, nullcontext
from dataclasses import asdict, dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any

from cleaner.batch import inputs
from cleaner.batch.learning import Lesson, Listener, learn
from cleaner.batch.manifest import Done, Manifest, Row, database_errors_as_the_disks, toolkit
from cleaner.batch.names import Names, safe_name
from cleaner.batch.near_duplicates import NearDuplicates, need_library, write_duplicates
from cleaner.batch.outputs import (
    DUPLICATES,
    MANIFEST,
    PARTIAL,
    REJECTS,
    SUMMARY,
    TEMPLATES,
    TEXTS,
    AtomicFile,
    beside,
    format_for,
    is_file,
    own_paths,
)
from cleaner.batch.plan import NOBODY, Plan, Tally, Watch
from cleaner.batch.pool import Limits, run
from cleaner.batch.rendered import Rendered, render_task
from cleaner.batch.report import write_report
from cleaner.batch.sinks import Sink, Spool, open_sink
from cleaner.batch.task import Failure, Item, Skipped
from cleaner.batch.workers import prepare
from cleaner.errors import ConfigError
from cleaner.options import Options
from cleaner.templates import Book
from cleaner.writers import SUFFIXES, Format

# A checkpoint waits for the disk: one a second costs little, and no more than a second's work is done twice.
_CHECKPOINT_SECONDS = 1.0
_CHECKPOINT_PAGES = 1000


def run_batch(plan: Plan, watch: Watch = NOBODY) -> Tally:
    """Clean all pages the inputs name into `plan.out`, with `.rejects.jsonl` and `.summary.json` beside it.

    All files take their place when the run is complete. Stopped early, by whatever, it leaves what was finished under
    names ending in `.partial`, and `.manifest.sqlite`, from which the same plan goes on. A plan that is carried out
    already, its inputs unchanged, does nothing.

    Raises ConfigError for a plan that cannot be carried out, before anything is written: for one that does not fit
    what an earlier run has done into `out`, and for an `out` that another run is writing; OSError as the disk does.
    """
    to = format_for(plan.out, plan.to)
    if plan.dedup:
        need_library()
    own = own_paths(plan.out) | _report_paths(plan)
    _keep_apart(plan, own)
    place = beside(plan.out, MANIFEST)
    if plan.fresh:
        _make_way(place)
    with database_errors_as_the_disks(place), Manifest(place) as manifest:
        manifest.take_down(inputs.walk(plan.inputs, own))
        tally = _Run(plan, to, manifest, watch).carry_out()
        if plan.report is not None:
            duplicates = beside(plan.out, DUPLICATES) if plan.dedup else None
            write_report(manifest, plan.report, beside(plan.out, REJECTS), duplicates)
        return tally


def _make_way(place: Path) -> None:
    """Take away what is no manifest at all; one that is, is emptied under its lock."""
    if not place.is_file():
        return
    with place.open("rb") as file:
        begins = file.read(6)
    if begins not in (b"", b"SQLite"):
        place.unlink()


def _report_paths(plan: Plan) -> frozenset[Path]:
    """Where the report is written, resolved. Raises ConfigError for a place where it cannot be."""
    if plan.report is None:
        return frozenset()
    place, out = plan.report.resolve(), plan.out.resolve()
    if place in own_paths(plan.out) or out in place.parents:
        raise ConfigError(f"{plan.report}: the run writes there already; choose another place for the report")
    if not place.parent.is_dir():
        raise ConfigError(f"{plan.report}: no such folder; make it, or choose another place for the report")
    return frozenset({place, beside(place, PARTIAL)})


def _keep_apart(plan: Plan, own: frozenset[Path]) -> None:
    """Refuse a plan that would write over its own input."""
    place = plan.out.resolve()
    for text in plan.inputs:
        path = Path(text).resolve()
        if path in own or (place in path.parents and not is_file(place)):
            raise ConfigError(f"{plan.out}: the output would replace the input {text}; choose another place")


class _Run:
    """One run: finds out where to begin, and takes the pages from there to the end."""

    def __init__(self, plan: Plan, to: Format, manifest: Manifest, watch: Watch) -> None:
        self._plan = plan
        self._to = to
        self._manifest = manifest
        self._watch = watch
        ours = manifest.state != "new"
        self._sink: Sink = open_sink(plan.out, to, self._kept, ours)
        self._rejects = Spool(beside(plan.out, REJECTS))
        self._names = Names(manifest.has_key, fold=not is_file(plan.out))

    def carry_out(self) -> Tally:
        """Begin, go on, finish, or do nothing, as the manifest says; the tally at the end."""
        if self._plan.fresh:
            self._manifest.reset()
        if self._manifest.state != "new":
            self._refuse_other_settings()
        if self._manifest.state == "placing":
            self._place()
        if self._manifest.state == "finished" and self._is_still_good():
            self._watch.news(f"{self._plan.out} is complete and its inputs are unchanged: nothing to do")
            return self._tally()
        options = self._learned() if self._plan.learn else self._plan.options
        with ExitStack() as stack:
            stack.callback(self._sink.close)
            stack.callback(self._rejects.close)
            self._clean(self._begin(), options)
        self._place()
        return self._tally()

    def _settings(self) -> dict[str, Any]:
        """All that shapes the output but the inputs themselves, by the names that users know."""
        plan = self._plan
        settings: dict[str, Any] = {"toolkit": toolkit(), "form": self._to, "ledger": plan.ledger}
        settings |= {"learn": plan.learn, "dedup": plan.dedup}
        settings |= {f"{name}-column": value for name, value in asdict(plan.columns).items()}
        as_read: dict[str, Any] = json.loads(json.dumps(settings | asdict(plan.options)))
        if plan.options.templates:  # another file of the same templates is as good
            as_read["templates"] = Book(Path(plan.options.templates)).digest()
        return as_read

    def _refuse_other_settings(self) -> None:
        before, now = self._manifest.fact("settings") or {}, self._settings()
        changed = [
            f"{name} was {before.get(name)!r} and is {now.get(name)!r}"
            for name in sorted(before | now)
            if before.get(name) != now.get(name)
        ]
        if changed:
            way = "give the same again, another output, or --fresh to start over"
            raise ConfigError(
                f"{self._plan.out}: an earlier run into it had other settings: {'; '.join(changed)}; {way}"
            )

    def _is_still_good(self) -> bool:
        """Whether a finished run can stand as it is; if not, the manifest is made to go on from what can be kept of it.

        Says what is done again. Raises ConfigError where OUT was changed since.
        """
        out = self._plan.out
        written = [beside(out, name) for name in (REJECTS, SUMMARY, *([DUPLICATES] if self._plan.dedup else []))]
        if not all(Path(path).exists() for path in (out, *written)):
            self._watch.news(f"what an earlier run wrote to {out} is gone: all pages are done again")
        elif self._stamp() != self._manifest.fact("stamp"):
            raise ConfigError(f"{out}: changed since a run wrote it; move it away, or replace it with --fresh")
        elif self._manifest.first_changed() is None:
            return True
        elif not self._plan.dedup and self._sink.restore() and self._rejects.restore():
            self._manifest.note(state="running")
            return False
        else:
            self._watch.news(f"the inputs have changed since {out} was finished: all pages are done again")
        self._manifest.reset()
        return False

    def _learned(self) -> Options:
        """The options with the templates of the inputs' sites, learned now unless this run has done so already."""
        place = beside(self._plan.out, TEMPLATES)
        changed = self._manifest.first_changed() is not None
        if self._manifest.state == "new" or changed or not place.is_file():
            if self._manifest.state != "new":
                self._watch.news(
                    "what was learned no longer fits the inputs: all pages are learned from and done again"
                )
                self._manifest.reset()
            plan = self._plan
            self._watch.news("learning what repeats across the pages of each site")
            lesson = Lesson(
                inputs=plan.inputs, out=place, avoid=own_paths(plan.out), jobs=plan.jobs, timeout=plan.timeout,
                memory=plan.memory, columns=plan.columns, options=plan.options,
            )  # fmt: skip
            total = self._tally().total
            tell = Listener(lambda so_far: self._watch.learning(so_far.tally(total)))
            self._watch.news(f"learned the templates of {learn(lesson, tell).sites} sites")
        return replace(self._plan.options, templates=str(place))

    def _begin(self) -> Done:
        """Open the files where the last run left them, or anew."""
        manifest = self._manifest
        changed = manifest.first_changed()
        if manifest.state == "running" and changed is not None and (lost := manifest.forget_from(changed)):
            self._watch.news(f"the inputs have changed since the last run: {lost} pages are done again")
        done = manifest.done()
        if not (self._sink.open(done.output_end) and self._rejects.open(done.rejects_end)):
            self._watch.news(f"what the last run left of {self._plan.out} is gone: all pages are done again")
            manifest.reset()
            done = manifest.done()
            self._sink.open(0)
            self._rejects.open(0)
        if done.pages:
            self._watch.news(f"going on where the last run stopped: {done.pages} pages are done")
        manifest.adopt(state="running", settings=self._settings())
        return done

    def _texts(self) -> AbstractContextManager[NearDuplicates | None]:
        return NearDuplicates(beside(self._plan.out, TEXTS)) if self._plan.dedup else nullcontext()

    def _clean(self, done: Done, options: Options) -> None:
        plan = self._plan
        files = self._manifest.inputs(done.input)
        how = inputs.Reading(plan.options.max_bytes, plan.columns, plan.memory)
        tasks = inputs.tasks(files, how, self._names, done.within)
        work = partial(render_task, options=options, to=self._to, ledger=plan.ledger, dedup=plan.dedup)
        results = run(tasks, work, Limits(plan.jobs, plan.timeout, partial(prepare, plan.memory)))
        tally = self._tally()
        tally = replace(tally, before=tally.done)
        self._watch.tally(tally)
        with self._texts() as texts:
            if texts:
                texts.forget_from(done.pages)
            log = _Log(self._manifest, _Files(self._sink, self._rejects, texts), self._names, done.pages)
            try:
                for task, result in results:
                    tally = log.add(task, result, tally)
                    self._watch.tally(tally)
            except KeyboardInterrupt:
                log.checkpoint()
                raise
            finally:
                # Its workers end now, not when it is collected.
                results.close()
            log.checkpoint()

    def _place(self) -> None:
        """Put all files in their places; a run that is killed at it is finished by the next."""
        manifest = self._manifest
        if manifest.state != "placing":
            manifest.note(state="placing")
        self._sink.settle()
        self._rejects.settle()
        counts = manifest.counts()
        summary: dict[str, Any] = {"in": sum(counts.values())} | dict(counts) | {"skipped_why": manifest.skipped()}
        self._check(counts["written"] + counts["rejected"])
        with self._texts() as texts:
            if texts:
                summary["duplicates"] = write_duplicates(beside(self._plan.out, DUPLICATES), texts.duplicates())
        with AtomicFile(beside(self._plan.out, SUMMARY)) as file:
            file.write("", json.dumps(summary, indent=2, ensure_ascii=False) + "\n")
        manifest.note(state="finished", stamp=self._stamp())
        beside(self._plan.out, TEXTS).unlink(missing_ok=True)

    def _check(self, done: int) -> None:
        """Compare what was counted with what stands in the files: nothing lost, nothing twice."""
        total = inputs.count_pages(self._manifest.names())
        refused = self._manifest.ask("SELECT count(*) FROM input WHERE fault IS NOT NULL")[0][0]
        assert total is None or total + refused == done, "a page was lost or counted twice"

    def _stamp(self) -> list[int]:
        """What tells OUT from one that somebody changed; a folder is told by its being there."""
        found = os.stat(self._plan.out)
        return [found.st_size, found.st_mtime_ns] if is_file(self._plan.out) else []

    def _tally(self) -> Tally:
        total = inputs.count_pages(self._manifest.names())
        if total is not None:
            total += self._manifest.ask("SELECT count(*) FROM input WHERE fault IS NOT NULL")[0][0]
        return Tally(**self._manifest.counts(), total=total)

    def _kept(self) -> Callable[[str], bool]:
        return self._manifest.among_written(lambda id: safe_name(id, SUFFIXES[self._to]))


@dataclass(frozen=True, slots=True)
class _Files:
    """What a page goes into. texts: what stories are compared in, if they are."""

    sink: Sink
    rejects: Spool
    texts: NearDuplicates | None


class _Log:
    """Writes what becomes of each page, and at every checkpoint has the disk and the manifest agree on it."""

    def __init__(self, manifest: Manifest, files: _Files, names: Names, pages: int) -> None:
        self._manifest = manifest
        self._sink, self._rejects, self._texts = files.sink, files.rejects, files.texts
        self._names = names
        self._pages = pages
        self._rows: list[Row] = []
        self._last = time.monotonic()

    def add(self, task: Item, result: Rendered | Failure | Skipped, tally: Tally) -> Tally:
        """Write a page's document or reject; the tally with it."""
        row = Row(self._pages, task.origin, task.id, None, "skipped", "", 0, 0)
        if isinstance(result, Skipped):
            row = replace(row, note=result.reason)
            tally = replace(tally, skipped=tally.skipped + 1)
        else:
            assert task.id is not None
            row = replace(row, key=self._names.key(task.id))
        if isinstance(result, Failure):
            record = {"id": task.id, "stage": result.stage, "error": result.error, "message": result.message}
            self._rejects.write("", json.dumps(record, ensure_ascii=False).encode("utf-8", "backslashreplace") + b"\n")
            row = replace(row, fate="rejected", note=result.stage)
            tally = replace(tally, rejected=tally.rejected + 1)
        elif isinstance(result, Rendered):
            self._sink.write(task.id or "", result.data)
            if self._texts:
                self._texts.add(self._pages, task.id or "", result.fingerprint)
            row = replace(
                row,
                fate="written",
                note=" ".join(result.warnings),
                site=result.site,
                milliseconds=result.milliseconds,
                rules=json.dumps(result.rules),
            )
            tally = replace(tally, written=tally.written + 1)
        self._rows.append(replace(row, output_end=self._sink.end, rejects_end=self._rejects.end))
        self._pages += 1
        if len(self._rows) >= _CHECKPOINT_PAGES or time.monotonic() - self._last >= _CHECKPOINT_SECONDS:
            self.checkpoint()
        return tally

    def checkpoint(self) -> None:
        """First the files, then the manifest: what it records is on disk."""
        if self._rows:
            self._sink.sync()
            self._rejects.sync()
            if self._texts:
                self._texts.commit()
            self._manifest.settle(self._rows)
            self._names.settled([row.key for row in self._rows if row.key is not None])
            self._rows.clear()
        self._last = time.monotonic()
