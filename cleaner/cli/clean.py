"""`cleaner clean`."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import click

from cleaner.cli.sources import Source, how_to_clean, named, page_options, source
from cleaner.cli.talk import REJECTED, about, complain, writing
from cleaner.errors import CleanerError

if TYPE_CHECKING:
    from cleaner.document import Document
    from cleaner.options import Options
    from cleaner.writers import Format

Kind = Literal["auto", "html", "text"]


@click.command()
@click.argument("paths", nargs=-1, metavar="[PATH ... | -]")
@page_options
@click.option(
    "--to",
    type=click.Choice(["json", "jsonl", "md", "text"]),
    help="Form of the output. [json; jsonl for several pages]",
)
@click.option(
    "-o", "--output", type=click.Path(path_type=Path), help="Write to this file, whole or not at all; .gz compresses."
)
@click.option("--ledger", is_flag=True, help="Add every removed line with its rule and reason (JSON, JSONL).")
def clean(  # noqa: PLR0913  # one parameter an option is click's way
    *,
    paths: tuple[str, ...],
    kind: Kind,
    url: str | None,
    to: Format | None,
    output: Path | None,
    ledger: bool,
    lang: str | None,
    max_bytes: int | None,
    templates: str | None,
    site: str | None,
) -> None:
    """Clean pages: HTML or flattened text, files or what is piped in.

    \b
    cleaner clean page.html                    JSON on screen
    cleaner clean page.txt --to md             Markdown
    curl -s URL | cleaner clean --url URL      a page from the web
    cleaner clean a.txt b.txt -o clean.jsonl   several, one JSON record a line
    cleaner clean page.txt --ledger            with all that was removed, and why

    Several pages are written as JSONL; with `--to json` as one JSON array. A page that cannot be cleaned
    is told on stderr, the others are still written, and the exit code is 1. For many pages see
    `cleaner batch`.
    """
    names = named(paths)
    if url and len(names) > 1:
        raise click.UsageError("--url tells the address of a single page; give one PATH with it.")
    if ledger and to in ("md", "text"):
        raise click.UsageError(f"--ledger needs JSON or JSONL; {to} has no place for it.")
    options = how_to_clean(language=lang, max_bytes=max_bytes, templates=templates, site=site)
    form: Format = to or ("jsonl" if len(names) > 1 else "json")
    documents = _Documents(names, kind, url, options)
    with _output(output, names) as write:
        for text in _written(documents, form, ledger, several=len(names) > 1):
            write(text)
        if documents.rejected == len(names):
            raise click.exceptions.Exit(REJECTED)  # nothing to write: what stands in the output's place stays
    if documents.rejected:
        raise click.exceptions.Exit(REJECTED)


class _Documents:
    """The documents of the named pages, one at a time; those that fail are told of and counted."""

    def __init__(self, names: tuple[str, ...], kind: Kind, url: str | None, options: Options) -> None:
        self.rejected = 0
        self._names = names
        self._kind = kind
        self._url = url
        self._options = options

    def __iter__(self) -> Iterator[Document]:
        for name in self._names:
            page = source(name, self._options.max_bytes, self._url)
            try:
                document = self._clean(page)
            except CleanerError as error:
                self.rejected += 1
                complain(about(page.name, str(error)))
                continue
            for warning in document.warnings:
                complain(f"{page.name}: warning: {warning}")
            yield document

    def _clean(self, page: Source) -> Document:
        from cleaner.pipeline import clean as clean_page

        return clean_page(page.data, kind=self._kind, url=self._url, options=self._options)


def _written(documents: _Documents, form: Format, ledger: bool, several: bool) -> Iterator[str]:
    """The documents' texts with what stands between them."""
    from cleaner.writers import render

    if form == "json" and several:
        yield "[\n"
        for number, document in enumerate(documents):
            yield (",\n" if number else "") + render(document, form, ledger).rstrip("\n")
        yield "\n]\n"
        return
    between = {"md": "\n---\n\n", "text": "\n\n"}.get(form, "")
    for number, document in enumerate(documents):
        yield (between if number else "") + render(document, form, ledger)


@contextmanager
def _output(output: Path | None, names: tuple[str, ...]) -> Iterator[Callable[[str], None]]:
    """A function that writes text to the file, which appears when all is written, or to stdout."""
    from cleaner.batch.outputs import AtomicFile, encode

    if output is None:
        stdout = sys.stdout.buffer
        yield _guarded(lambda text: stdout.write(encode(text)), "standard output")
        with writing("standard output"):
            stdout.flush()
        return
    if any(os.path.realpath(name) == os.path.realpath(output) for name in names):
        raise click.UsageError(f"{output} is also an input; choose another name for the output.")
    with writing(output):
        file = AtomicFile(output)
    try:
        yield _guarded(lambda text: file.write("", text), output)
    except BaseException:
        file.discard()
        raise
    with writing(output):
        file.commit()


def _guarded(write: Callable[[str], object], output: object) -> Callable[[str], None]:
    """The writing alone, so that no fault of the cleaning is told as one of the disk."""

    def guarded(text: str) -> None:
        with writing(output):
            write(text)

    return guarded
