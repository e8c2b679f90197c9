"""`cleaner batch`."""

from __future__ import annotations

import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from cleaner.cli.sources import how_to_clean
from cleaner.cli.talk import INTERRUPTED, REJECTED, complain, writing

if TYPE_CHECKING:
    from cleaner.batch.plan import Plan, Tally

_PATH = click.Path(path_type=Path)
_ONE_OR_MORE = click.IntRange(min=1)

# A table, not a stack of decorators: it reads as the help does.
_OPTIONS: tuple[tuple[tuple[str, ...], dict[str, Any]], ...] = (
    (
        ("-o", "--output"),
        {
            "required": True,
            "type": _PATH,
            "help": "NAME.jsonl(.gz) or NAME.parquet: one record a page. Any other name: a folder, one file a page.",
        },
    ),
    (
        ("--to",),
        {
            "type": click.Choice(["jsonl", "parquet", "json", "md", "text"]),
            "help": "Form. [as a file is named; json in a folder]",
        },
    ),
    (("--jobs",), {"type": _ONE_OR_MORE, "default": 1, "help": "Worker processes. [1]"}),
    (
        ("--timeout",),
        {
            "type": click.FloatRange(min=0),
            "default": 60,
            "help": "Seconds a page may take before it is rejected; 0 for no limit. [60]",
        },
    ),
    (("--max-bytes",), {"type": _ONE_OR_MORE, "help": "Largest page in bytes. [20000000]"}),
    (
        ("--max-memory",),
        {
            "type": click.IntRange(min=0),
            "default": 2000,
            "metavar": "MB",
            "help": "Megabytes a worker may take before its page is rejected (Linux); 0 for no limit. [2000]",
        },
    ),
    (("--text-column",), {"metavar": "NAME", "help": "Column of records that holds text. [text, content, body, …]"}),
    (("--html-column",), {"metavar": "NAME", "help": "Column that holds markup. [html, raw_html, …]"}),
    (("--url-column",), {"metavar": "NAME", "help": "Column that holds the address. [url, link, …]"}),
    (("--id-column",), {"metavar": "NAME", "help": "Column that holds the id. [id, doc_id, …]"}),
    (
        ("--resume/--fresh",),
        {"default": True, "help": "Go on where an earlier run stopped, or start over. [--resume]"},
    ),
    (
        ("--ledger",),
        {"is_flag": True, "help": "Add every removed line with its rule and reason (not in text, md)."},
    ),
    (
        ("--report",),
        {"type": _PATH, "metavar": "FILE.html", "help": "Write a page on the run: sites, rules, warnings, rejects."},
    ),
    (("--templates",), {"type": click.Path(), "metavar": "FILE", "help": "What `cleaner learn` wrote of the sites."}),
    (("--site",), {"metavar": "NAME", "help": "The name under which all pages were learned. [each page tells]"}),
    (("--learn",), {"is_flag": True, "help": "Learn the sites' templates from the inputs first, and clean by them."}),
    (("--dedup",), {"is_flag": True, "help": "Tell in NAME.duplicates.jsonl which stories are nearly the same."}),
    (("--quiet",), {"is_flag": True, "help": "No progress and no summary line; errors are still told."}),
)


def _options(command: Callable[..., None]) -> Callable[..., None]:
    for names, settings in reversed(_OPTIONS):
        command = click.option(*names, **settings)(command)
    return command


@click.command()
@click.argument("inputs", nargs=-1, required=True, metavar="INPUT ...")
@_options
def batch(inputs: tuple[str, ...], output: Path, to: str | None, quiet: bool, **given: Any) -> None:
    """Clean many pages: folders, files, patterns, JSONL, Parquet, WARC.

    \b
    cleaner batch pages/ -o clean.jsonl --jobs 2
    cleaner batch pages/ -o clean/ --to md           the same tree, in Markdown
    cleaner batch 'news/**/*.html' dump.jsonl.gz -o clean.parquet
    cleaner batch crawl.warc.gz -o clean.jsonl.gz --report run.html

    INPUT: a folder (walked; symbolic links inside are not followed), a file or a pattern: .html .htm .xhtml
    .txt .jsonl .warc .wet, each with .gz too, and .parquet. Records name their page `html` or `text`, and `url` and
    `id`, or as the options say. A page's id is its path without these endings, or the record's; a second page of that
    id is ID~2.

    Beside the output stand NAME.rejects.jsonl (id, stage, error, message of every page that failed),
    NAME.summary.json (in = written + rejected + skipped) and NAME.manifest.sqlite (what has been done). All take their
    place when the run is complete: what stood there stays till then. The same command goes on where a run was
    stopped, by whatever, and does nothing where all is done and the inputs are as they were.
    """
    if given["ledger"] and to in ("md", "text"):
        raise click.UsageError(f"--ledger needs JSON, JSONL or Parquet; {to} has no place for it.")
    if given["learn"] and given["templates"]:
        raise click.UsageError("--learn makes templates, --templates takes those that were made; give one of them.")
    plan = _plan(inputs, output, to, given)
    tally = _run(plan, quiet)
    if not quiet:
        complain(_summary(tally, output))
    if tally.rejected:
        raise click.exceptions.Exit(REJECTED)


def _plan(inputs: tuple[str, ...], output: Path, to: str | None, given: dict[str, Any]) -> Plan:
    from cleaner.batch.plan import Plan
    from cleaner.batch.records import Columns

    return Plan(
        inputs=inputs,
        out=output,
        to=to,
        fresh=not given["resume"],
        jobs=given["jobs"],
        timeout=given["timeout"] or None,
        memory=given["max_memory"] or None,
        ledger=given["ledger"],
        columns=Columns(**{name: given[f"{name}_column"] for name in ("text", "html", "url", "id")}),
        report=given["report"],
        learn=given["learn"],
        dedup=given["dedup"],
        options=how_to_clean(**{name: given[name] or None for name in ("max_bytes", "templates", "site")}),
    )


def _run(plan: Plan, quiet: bool) -> Tally:
    from cleaner.batch.outputs import PARTIAL
    from cleaner.batch.plan import Watch
    from cleaner.batch.runner import run_batch
    from cleaner.cli.progress import progress

    try:
        with _ended_as_by_hand(), writing(plan.out), progress(quiet, "learning") as study, progress(quiet) as tell:
            return run_batch(plan, Watch(tell, study, lambda news: None if quiet else complain(news)))
    except KeyboardInterrupt:
        complain(f"interrupted; what was finished is kept in {plan.out}{PARTIAL}, the same command goes on from it")
        raise click.exceptions.Exit(INTERRUPTED) from None


@contextmanager
def _ended_as_by_hand() -> Iterator[None]:
    """Take SIGTERM, by which schedulers end a job, for Ctrl-C."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


def _summary(tally: Tally, output: Path) -> str:
    said = f"{tally.written} written to {output}, {tally.rejected} rejected, {tally.skipped} skipped"
    if tally.rejected:
        said += f"; see {output}.rejects.jsonl"
    elif tally.skipped:
        said += f"; see {output}.summary.json"
    return said
