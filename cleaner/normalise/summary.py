"""The standfirst: what stands between the headline and the line that signs or dates the story."""

from __future__ import annotations

from collections.abc import Collection

from cleaner.lexicon.folding import fold
from cleaner.model import Block, Call, Field, Stated
from cleaner.normalise.layout import Layout

_RULE = "normalise/summary"
FEWEST_WORDS, MOST_WORDS = 6, 130
_REACH = 6
# Class and id words by which sites mark a standfirst.
_MARKED = frozenset(
    {
        "standfirst", "dek", "subtitle", "subheadline", "subheading", "subhead", "lede", "summary", "excerpt",
        "abstract", "chapo", "vorspann", "sapo", "deck", "entradilla", "sottotitolo", "ingress", "anleser",
        "description", "teaser", "strapline",
    }
)  # fmt: skip
# What a description cut short in the page's head must at least share with the block.
_SHARED = 60


def read(layout: Layout, stated: Stated, signed: Collection[int]) -> Field | None:
    """The standfirst, told by what follows it, by the markup or by the page's own description; else None.

    signed: indexes of the blocks that sign or date the story.
    """
    if not layout.headlines:
        return None
    after = layout.headlines[0] + 1
    while after in layout.headlines:
        after += 1
    for index in range(after, min(after + _REACH, len(layout.blocks), layout.end)):
        block = layout.blocks[index]
        if index in signed or not _could_be(layout, index):
            continue
        why = _why(layout, block, stated, signed, index == after)
        if why:
            return Field("summary", block.text, block.text, _RULE, why, block.first, block.index)
        if block.words >= FEWEST_WORDS and layout.verdicts[index].kept:
            return None
    return None


def _could_be(layout: Layout, index: int) -> bool:
    block, verdict = layout.blocks[index], layout.verdicts[index]
    if index in layout.headlines or block.kind in ("caption", "table", "list_item", "code"):
        return False
    fits = FEWEST_WORDS <= block.words <= MOST_WORDS
    return fits and (verdict.kept or not any(hit.call is Call.DROP for hit in verdict.hits))


def _why(layout: Layout, block: Block, stated: Stated, signed: Collection[int], directly: bool) -> str | None:
    below = layout.blocks[block.index + 1] if block.index + 1 < len(layout.blocks) else None
    parted = below is not None and (below.index in signed or below.index in layout.headlines)
    story_follows = any(other.index > block.index and other.words >= FEWEST_WORDS for other in layout.story())
    if not story_follows:
        return None
    if directly and parted and below is not None:
        mark = "the headline again" if below.index in layout.headlines else "the line that signs or dates the story"
        return f"stands between the headline and {mark}"
    if block.dom is None:
        return None
    word = _markup_word(layout, block)
    if word:
        return f"the markup calls it {word!r}"
    if _is_description(block, stated) and (parted or _set_apart(layout, block)):
        return "the page's head gives the same words as its description, and it stands apart from the story"
    return None


def _markup_word(layout: Layout, block: Block) -> str | None:
    """A standfirst word in the block's classes that the story's own paragraphs do not carry."""
    others = [other.dom.words for other in layout.story() if other.dom and other.index > block.index]
    common = frozenset.intersection(*others[:3]) if others else frozenset()
    found = sorted((block.dom.words & _MARKED) - common) if block.dom else []
    return found[0] if found else None


def _is_description(block: Block, stated: Stated) -> bool:
    said = fold(stated.description or "").rstrip(". …")
    return len(said) >= _SHARED // 2 and (
        block.folded.rstrip(".") == said or (len(said) >= _SHARED and block.folded.startswith(said))
    )


def _set_apart(layout: Layout, block: Block) -> bool:
    """Whether the next story paragraph has another place in the markup."""
    following = next(
        (other for other in layout.story() if other.index > block.index and other.words >= FEWEST_WORDS), None
    )
    if following is None or following.dom is None or block.dom is None:
        return False
    return (following.dom.path, following.dom.words) != (block.dom.path, block.dom.words)
