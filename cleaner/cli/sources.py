"""What `clean` and `explain` are given alike: pages, as paths or piped in, and how to clean them."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

import click

from cleaner.options import Options

STDIN = "-"

Command = TypeVar("Command", bound=Callable[..., Any])

_KINDS = click.Choice(["auto", "html", "text"])
# `batch` has them too.
TEMPLATE_OPTIONS = (
    click.option("--templates", type=click.Path(), help="What `cleaner learn` wrote of the page's site."),
    click.option(
        "--site",
        callback=lambda ctx, param, value: value or None,
        help="The name its site was learned under. [the address or the folder tells]",
    ),
)
_PAGE_OPTIONS = (
    click.option("--kind", type=_KINDS, default="auto", help="What the page is. [auto]"),
    click.option("--url", callback=lambda ctx, param, value: value or None, help="The page's address, if you know it."),
    click.option("--lang", help="The page's language, `en`, if you know it. [the page tells]"),
    click.option("--max-bytes", type=click.IntRange(min=1), help="Largest page in bytes. [20000000]"),
    *TEMPLATE_OPTIONS,
)


def page_options(command: Command) -> Command:
    """The options of a command that cleans single pages.

    `kind`, `url` and `site` (None for an empty one), `lang`, `max_bytes`, `templates`.
    """
    for option in reversed(_PAGE_OPTIONS):
        command = option(command)
    return command


def how_to_clean(**given: Any) -> Options:
    """The `Options` of these, those that are None left as they are.

    Raises ConfigError for a language that is no tag, and for templates that are none.
    """
    options = Options(**{name: value for name, value in given.items() if value is not None})
    if options.templates:
        from cleaner.templates import Book

        Book(Path(options.templates)).check()
    return options


@dataclass(frozen=True, slots=True)
class Source:
    """A page as it was named, and as `pipeline.clean` takes it."""

    name: str
    data: Path | bytes


def named(paths: tuple[str, ...]) -> tuple[str, ...]:
    """The names of the inputs; `-`, what is piped in, where there are none.

    Raises UsageError if nothing is piped, and for an empty name: a script's empty variable, not the folder it runs in.
    """
    if "" in paths:
        raise click.UsageError("a PATH is empty; give the name of a file.")
    if not paths and sys.stdin.isatty():
        raise click.UsageError("Name a page, or pipe one in:  curl -s URL | cleaner clean")
    if paths.count(STDIN) > 1:
        raise click.UsageError("'-' is what is piped in; it can be read only once.")
    return paths or (STDIN,)


def source(name: str, max_bytes: int, url: str | None = None) -> Source:
    """The source of this name; of what is piped in one byte more than the limit is read, so that it shows.

    What is piped in is named as the reader names it: by its address, else `input`.
    """
    if name == STDIN:
        return Source(url or "input", sys.stdin.buffer.read(max_bytes + 1))
    return Source(name, Path(name))
