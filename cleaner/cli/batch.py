"""`cleaner batch`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from cleaner.cli.talk import INTERRUPTED, REJECTED, complain, writing
from cleaner.options import Options

if TYPE_CHECKING:
    from cleaner.batch.runner import Plan, Tally
    from cleaner.writers import Format


@click.command()
@click.argument("inputs", nargs=-1, required=True, metavar="INPUT ...")
@click.option(
    "-o",
    "--output",
    required=True,
    type=click.Path(path_type=Path),
    help="NAME.jsonl or NAME.jsonl.gz: one record a page. Any other name: a folder, one file a page.",
)
@click.option(
    "--to", type=click.Choice(["json", "jsonl", "md", "text"]), help="Form. [jsonl in a file, json in a folder]"
)
@click.option("--jobs", type=click.IntRange(min=1), default=1, help="Worker processes. [1]")
@click.option(
    "--timeout",
    type=click.FloatRange(min=0),
    default=60,
    help="Seconds a page may take before it is rejected; 0 for no limit. [60]",
)
@click.option("--max-bytes", type=click.IntRange(min=1), help="Largest page in bytes. [20000000]")
@click.option("--ledger", is_flag=True, help="Add every removed line with its rule and reason (JSON, JSONL).")
@click.option("--quiet", is_flag=True, help="No progress and no summary line; errors are still told.")
def batch(  # noqa: PLR0913  # one parameter an option is click's way
    *,
    inputs: tuple[str, ...],
    output: Path,
    to: Format | None,
    jobs: int,
    timeout: float,
    max_bytes: int | None,
    ledger: bool,
    quiet: bool,
) -> None:
    """Clean many pages: folders, files, patterns, JSONL.

    \b
    cleaner batch pages/ -o clean.jsonl --jobs 2
    cleaner batch pages/ -o clean/ --to md           the same tree, in Markdown
    cleaner batch 'news/**/*.html' dump.jsonl.gz -o clean.jsonl.gz

    INPUT: a folder (walked; symbolic links inside are not followed), a file or a pattern: .html .htm .xhtml
    .txt .jsonl, and each with .gz. JSONL rows name their page `html` or `text`, and `url` and `id`.
    A page's id is its path without these endings, or the row's `id`; a second page of that id is ID~2.

    Beside the output stand NAME.rejects.jsonl (id, stage, error, message of every page that failed) and
    NAME.summary.json (in = written + rejected + skipped). All take their place when the run is complete:
    what stood there stays till then. An interrupted run leaves what it finished in NAME.partial.
    """
    from cleaner.batch.runner import Plan

    if ledger and to in ("md", "text"):
        raise click.UsageError(f"--ledger needs JSON or JSONL; {to} has no place for it.")
    plan = Plan(
        inputs=inputs,
        out=output,
        to=to,
        jobs=jobs,
        timeout=timeout or None,
        ledger=ledger,
        options=Options() if max_bytes is None else Options(max_bytes=max_bytes),
    )
    tally = _run(plan, quiet)
    if not quiet:
        complain(_summary(tally, output))
    if tally.rejected:
        raise click.exceptions.Exit(REJECTED)


def _run(plan: Plan, quiet: bool) -> Tally:
    from cleaner.batch.outputs import PARTIAL
    from cleaner.batch.runner import run_batch
    from cleaner.cli.progress import progress

    try:
        with writing(plan.out), progress(quiet) as watch:
            return run_batch(plan, watch)
    except KeyboardInterrupt:
        complain(f"interrupted; what was finished is kept in {plan.out}{PARTIAL}")
        raise click.exceptions.Exit(INTERRUPTED) from None


def _summary(tally: Tally, output: Path) -> str:
    said = f"{tally.written} written to {output}, {tally.rejected} rejected, {tally.skipped} skipped"
    if tally.rejected:
        said += f"; see {output}.rejects.jsonl"
    elif tally.skipped:
        said += f"; see {output}.summary.json"
    return said
