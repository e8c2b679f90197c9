"""Blocks of a page -> the same blocks, told on how many other pages of the site they stand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from cleaner.model import Block, Recurrence, Where
from cleaner.templates.book import Book, Counts, Known
from cleaner.templates.lines import FEWEST_PAGES, PageLines, lines_of, of_the_site, places


def marked(blocks: Sequence[Block], book: Book, site: str) -> tuple[Block, ...]:
    """The blocks; those that stand on three or more other pages of the site have `recurs`.

    Where most of the page's prose does, none of it has: the other pages may tell its story, at another hour.
    The page itself is no evidence: where it was learned from, it is taken off every count. Raises ConfigError where the
    book's file is none of templates.
    """
    page = lines_of(blocks)
    return _marked(blocks, page, book.look_up(site, page.identity, page.keys), site)


def marked_by(blocks: Sequence[Block], known: Known, site: str) -> tuple[Block, ...]:
    """The same by what is known of the site without a book."""
    return _marked(blocks, lines_of(blocks), known, site)


def _marked(blocks: Sequence[Block], page: PageLines, known: Known, site: str) -> tuple[Block, ...]:
    others = of_the_site(page, {key for key in known.lines if _others(known, key) >= FEWEST_PAGES})
    if not others:
        return tuple(blocks)
    where = places(page, others)
    return tuple(
        replace(block, recurs=_recurrence(known, known.lines[key], place, site)) if key in others else block
        for block, key, place in zip(blocks, page.keys, where, strict=True)
    )


def _others(known: Known, key: str) -> int:
    return sum(known.lines[key].values()) - known.own


def _recurrence(known: Known, counts: Counts, place: Where, site: str) -> Recurrence:
    alike = counts[place] - known.own if counts[place] else 0
    return Recurrence(sum(counts.values()) - known.own, known.pages - known.own, alike, place, site)
