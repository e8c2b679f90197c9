"""Page -> Blocks. HTML and flattened text meet here: the rules after this room see one kind of block."""

from __future__ import annotations

from cleaner.model import Block, Page
from cleaner.segment.headline import stamp
from cleaner.segment.language import detect

__all__ = ["detect", "segment"]


def segment(page: Page) -> tuple[Block, ...]:
    """The page's blocks in reading order, headline stamped; an empty tuple for a page without text."""
    if page.kind == "html":
        from cleaner.segment.from_html import blocks_of, stated_titles

        return stamp(blocks_of(page), stated_titles(page))
    from cleaner.segment.from_lines import blocks_of_lines

    return stamp(blocks_of_lines(page.lines), ())
