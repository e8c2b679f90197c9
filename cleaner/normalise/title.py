"""The page's headline, without the site's name or rubric before or after it."""

from __future__ import annotations

from cleaner.lexicon.folding import fold
from cleaner.model import Block, Field
from cleaner.normalise import headlines, sitename
from cleaner.normalise.layout import Layout

_RULE = "normalise/title"
_FEWEST_WORDS = 3


def read(layout: Layout, choice: headlines.Choice | None, stated: str | None) -> Field | None:
    """The title that was chosen; None where the page shows and states none: no title is made up.

    stated: the head's title as it stands there.
    """
    if choice is None:
        return None
    block = choice.block
    if block is None:
        return Field("title", choice.text, stated or choice.text, _RULE, choice.why, None, None, "nothing")
    text = _bare(choice.text, layout, block, stated or "")
    again = ", which the page repeats" if len(layout.headlines) > 1 else ""
    return Field("title", text, block.text, _RULE, choice.why + again, block.first, block.index)


def _bare(text: str, layout: Layout, headline: Block, stated: str) -> str:
    """The headline without what follows or leads a bar or dash, if the page shows it so elsewhere.

    The part that closes the title of the page's head stays: what leads it is a rubric, which has a line of its own.
    """
    partings = list(sitename.PARTING.finditer(text))
    others = {block.folded for block in layout.blocks if block is not headline} if partings else set()
    for parting in partings:
        rest = text[parting.end() :].strip()
        if len(rest.split()) >= _FEWEST_WORDS and stated.endswith(rest) and fold(text[: parting.start()]) in others:
            return rest
    for parting in reversed(partings):
        if fold(text[: parting.start()]) in others:
            return text[: parting.start()].strip()
    for parting in partings:
        rest = text[parting.end() :]
        if len(rest.split()) >= _FEWEST_WORDS and fold(rest) in others:
            return rest.strip()
    return text
