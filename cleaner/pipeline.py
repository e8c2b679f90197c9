"""The whole job in one line: bytes -> Page -> Blocks -> Hits -> Verdicts -> Fields -> Document."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Any, Literal

from cleaner.assemble import assemble
from cleaner.decide.settle import decide_until_settled
from cleaner.decide.weights import Weights
from cleaner.document import Document
from cleaner.model import Page, Stated
from cleaner.normalise import fields
from cleaner.options import Options
from cleaner.readers import read
from cleaner.readers.stated import read_stated
from cleaner.rules import judge
from cleaner.segment import detect, segment
from cleaner.templates import Book, folder_of, marked, site_of


def clean(
    data: Any,
    kind: Literal["auto", "html", "text"] = "auto",
    url: str | None = None,
    id: str | None = None,
    options: Options | None = None,
) -> Document:
    """Clean one page.

    data: str, bytes, pathlib.Path, lxml element or bs4 tag; never changed.
    kind: `auto` lets the page tell whether it is HTML or flattened text.
    url, id: what the caller knows of the page; carried into the document.

    Raises ReadError where the data cannot be read as a page, LimitError where it passes a limit of
    `options`, ConfigError for an unusable argument.
    """
    options = options or Options()
    page = read(data, kind=kind, url=url, id=id, options=options)
    return clean_page(page, options, folder=folder_of(data))


def clean_page(page: Page, options: Options, weights: Weights | None = None, *, folder: str | None = None) -> Document:
    """Clean a page that has been read.

    weights: others than those that ship, for training and comparison.
    folder: name of the folder that holds the page; it names the site where no address does.
    """
    blocks = segment(page)
    stated = read_stated(page.root) if page.root is not None else Stated()
    if options.templates:
        site = options.site or site_of(page.url, stated.canonical, page.id, folder)
        blocks = marked(blocks, Book(Path(options.templates)), site)
    language = options.language or stated.language or detect(block.text for block in blocks)
    rules = partial(judge, disable=options.disable)
    decision = decide_until_settled(blocks, rules, kind=page.kind, language=language, weights=weights)
    reading = fields.read(page, blocks, decision.verdicts, stated=stated, language=language, options=options)
    return assemble(page, decision.verdicts, reading.fields, (*decision.warnings, *reading.warnings))
