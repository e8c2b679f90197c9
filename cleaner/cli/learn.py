"""`cleaner learn`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from cleaner.cli.talk import INTERRUPTED, REJECTED, about, complain, writing
from cleaner.options import Options

if TYPE_CHECKING:
    from cleaner.batch.learning import Learned


@click.command()
@click.argument("inputs", nargs=-1, required=True, metavar="INPUT ...")
@click.option(
    "-o", "--output", required=True, type=click.Path(path_type=Path), help="The file of templates, whole or not at all."
)
@click.option(
    "--site", callback=lambda ctx, param, value: value or None, help="Whose pages these are. [each page tells]"
)
@click.option("--jobs", type=click.IntRange(min=1), default=1, help="Worker processes. [1]")
@click.option(
    "--timeout",
    type=click.FloatRange(min=0),
    default=60,
    help="Seconds a page may take before it is left out; 0 for no limit. [60]",
)
@click.option("--max-bytes", type=click.IntRange(min=1), help="Largest page in bytes. [20000000]")
@click.option("--quiet", is_flag=True, help="No progress and no summary line; errors are still told.")
def learn(  # noqa: PLR0913  # one parameter an option is click's way
    *,
    inputs: tuple[str, ...],
    output: Path,
    site: str | None,
    jobs: int,
    timeout: float,
    max_bytes: int | None,
    quiet: bool,
) -> None:
    """Learn what repeats across the pages of each site, for `--templates` of the other commands.

    \b
    cleaner learn pages/ -o templates
    cleaner learn crawl.jsonl.gz -o templates --jobs 2
    cleaner clean page.html --templates templates

    INPUT as for `cleaner batch`. A page's site is the registered domain of its address: the record's, the WARC's, the
    page's canonical link, or a folder named like one; else the name of the folder that holds it, or what --site says.
    Of a site with fewer than five pages nothing is learned. The order of the pages makes no difference.
    """
    from cleaner.batch.learning import Lesson, Listener
    from cleaner.batch.learning import learn as learn_pages
    from cleaner.cli.progress import progress

    options = Options(site=site) if max_bytes is None else Options(site=site, max_bytes=max_bytes)
    lesson = Lesson(inputs=inputs, out=output, jobs=jobs, timeout=timeout or None, options=options)
    try:
        with writing(output), progress(quiet) as tell:
            listener = Listener(
                lambda so_far: tell(so_far.tally()), lambda id, failure: complain(about(id, failure.message))
            )
            learned = learn_pages(lesson, listener)
    except KeyboardInterrupt:
        complain(f"interrupted; {output} is as it was")
        raise click.exceptions.Exit(INTERRUPTED) from None
    if not quiet:
        complain(_summary(learned, output))
    if learned.rejected:
        raise click.exceptions.Exit(REJECTED)


def _summary(learned: Learned, output: Path) -> str:
    sites = "1 site" if learned.sites == 1 else f"{learned.sites} sites"
    said = f"{learned.pages} pages, templates of {sites} in {output}"
    if learned.few:
        said += f"; {learned.few} sites have fewer than five pages"
    if learned.unnamed:
        said += f"; {learned.unnamed} pages name no site: give --site"
    return said + (f"; {learned.rejected} rejected" if learned.rejected else "")
