"""`cleaner explain`."""

from __future__ import annotations

import os
import sys
from typing import Literal

import click

from cleaner.cli.sources import how_to_clean, named, page_options, source
from cleaner.cli.talk import REJECTED, about, complain, say
from cleaner.errors import CleanerError


@click.command(short_help="Tell every line of a page, kept or dropped, and why.")
@click.argument("path", required=False, metavar="[PATH | -]")
@page_options
def explain(  # noqa: PLR0913  # one parameter an option is click's way
    *,
    path: str | None,
    kind: Literal["auto", "html", "text"],
    url: str | None,
    lang: str | None,
    max_bytes: int | None,
    templates: str | None,
    site: str | None,
) -> None:
    """Tell every line of a page, kept (+), in a field (=) or dropped (-), with the rule and its reason.

    \b
    cleaner explain page.txt
    cleaner explain page.html | less -R

    Give it what you gave `cleaner clean`, and it tells what that decided. Colours only on a terminal, and
    not where NO_COLOR is set.
    """
    from cleaner import writers
    from cleaner.pipeline import clean

    options = how_to_clean(language=lang, max_bytes=max_bytes, templates=templates, site=site)
    page = source(named(() if path is None else (path,))[0], options.max_bytes, url)
    try:
        document = clean(page.data, kind=kind, url=url, options=options)
    except CleanerError as error:
        complain(about(page.name, str(error)))
        raise click.exceptions.Exit(REJECTED) from None
    colour = sys.stdout.isatty() and not os.environ.get("NO_COLOR")
    say(writers.to_explain(document, colour=colour))
