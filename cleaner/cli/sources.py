"""The pages that `clean` and `explain` are given: paths, or what is piped in."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path

import click

STDIN = "-"


@dataclass(frozen=True, slots=True)
class Source:
    """A page as it was named, and as `pipeline.clean` takes it."""

    name: str
    data: Path | bytes


def named(paths: tuple[str, ...]) -> tuple[str, ...]:
    """The names of the inputs; `-`, what is piped in, where there are none. Raises UsageError if nothing is piped."""
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
