"""Which block is the page's headline, and which repeat it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from cleaner.model import Block, PageKind
from cleaner.segment.headline_signs import FEWEST_WORDS, bare, candidates
from cleaner.segment.headline_weights import headline_weights

_LONGER = 80  # characters: what a site's name and rubric add to a headline that is repeated


def stamp(blocks: Sequence[Block], titles: Sequence[str]) -> tuple[Block, ...]:
    """The same blocks, `headline` set on the headline and on what repeats it.

    titles: what an HTML page calls itself in its head, folded, best first; empty for flattened text.
    """
    chosen = _stated(blocks, titles)
    if chosen is None:
        chosen = likeliest(blocks, "html" if titles else "text")
    if chosen is None:
        return tuple(blocks)
    headline = bare(chosen.folded) if _stands_bare(blocks, bare(chosen.folded)) else chosen.folded
    return tuple(replace(block, headline=True) if _repeats(block, headline) else block for block in blocks)


def likeliest(blocks: Sequence[Block], kind: PageKind) -> Block | None:
    """The block that looks most like the page's headline, or None where it is likelier that none is."""
    chosen = headline_weights(kind).choose(*candidates(blocks))
    return None if chosen is None else blocks[chosen.index]


def _repeats(block: Block, headline: str) -> bool:
    if len(block.folded) > len(headline) + _LONGER:
        return False
    return headline in (block.folded, bare(block.folded), bare(bare(block.folded)))


def _stands_bare(blocks: Sequence[Block], folded: str) -> bool:
    return len(folded.split()) >= FEWEST_WORDS and any(block.folded == folded for block in blocks)


def _stated(blocks: Sequence[Block], titles: Sequence[str]) -> Block | None:
    for title in titles:
        for form in dict.fromkeys((title, bare(title), bare(bare(title)))):
            exact = [block for block in blocks if block.folded == form]
            if exact:
                return max(exact, key=lambda block: (bool(block.dom and block.dom.level == 1), -block.index))
    return None
