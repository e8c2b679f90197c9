"""The `cleaner` command and what holds for all its subcommands: help, version, errors, exit codes."""

from __future__ import annotations

from typing import Any

import click

import cleaner
from cleaner.cli.batch import batch
from cleaner.cli.clean import clean
from cleaner.cli.explain import explain
from cleaner.cli.learn import learn
from cleaner.cli.rules import rules
from cleaner.cli.schema import schema
from cleaner.cli.talk import INTERRUPTED, UNUSABLE, complain
from cleaner.errors import CleanerError


class _Group(click.Group):
    """Turns what a user can cause into one line and an exit code; programming errors stay visible."""

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except CleanerError as error:
            complain(str(error))
            ctx.exit(UNUSABLE)
        except KeyboardInterrupt:
            complain("interrupted")
            ctx.exit(INTERRUPTED)


def _version(ctx: click.Context, param: click.Parameter, wanted: bool) -> None:
    if wanted and not ctx.resilient_parsing:
        click.echo(f"cleaner {cleaner.__version__}")
        ctx.exit()


@click.group(cls=_Group, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.option(
    "--version", is_flag=True, is_eager=True, expose_value=False, callback=_version, help="Print the version."
)
def main() -> None:
    """Clean scraped news pages, and say why every removed line went.

    \b
    cleaner clean page.html                      one page, as JSON
    cleaner explain page.txt                     every line of it, kept or dropped, with its reason
    cleaner batch pages/ -o clean.jsonl --jobs 2 a folder of pages
    cleaner learn pages/ -o templates            what repeats across the pages of each site

    Exit codes: 0 all fine, 1 some inputs were rejected, 2 wrong usage, 130 interrupted.
    """


for command in (clean, batch, explain, learn, rules, schema):
    main.add_command(command)
