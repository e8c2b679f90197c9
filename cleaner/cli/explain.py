"""`cleaner explain`."""

from __future__ import annotations

import os
import sys
from typing import Literal

import click

from cleaner.cli.sources import named, source
from cleaner.cli.talk import REJECTED, about, complain
from cleaner.errors import CleanerError
from cleaner.options import Options


@click.command(short_help="Tell every line of a page, kept or dropped, and why.")
@click.argument("path", required=False, metavar="[PATH | -]")
@click.option("--kind", type=click.Choice(["auto", "html", "text"]), default="auto", help="What the page is. [auto]")
def explain(path: str | None, kind: Literal["auto", "html", "text"]) -> None:
    """Tell every line of a page, kept (+), in a field (=) or dropped (-), with the rule and its reason.

    \b
    cleaner explain page.txt
    cleaner explain page.html | less -R

    Colours only on a terminal, and not where NO_COLOR is set.
    """
    from cleaner import writers
    from cleaner.batch.outputs import encode
    from cleaner.pipeline import clean

    options = Options()
    page = source(named((path,) if path else ())[0], options.max_bytes)
    try:
        document = clean(page.data, kind=kind, options=options)
    except CleanerError as error:
        complain(about(page.name, str(error)))
        raise click.exceptions.Exit(REJECTED) from None
    colour = sys.stdout.isatty() and not os.environ.get("NO_COLOR")
    sys.stdout.buffer.write(encode(writers.to_explain(document, colour=colour)))
