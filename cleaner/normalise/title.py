"""The page's headline, without the site's name or rubric after it."""

from __future__ import annotations

import re

from cleaner.lexicon.folding import fold
from cleaner.model import Field, Stated
from cleaner.normalise import tables
from cleaner.normalise.layout import Layout

_PARTING = re.compile(r"\s+[|\-–—•·:»/]{1,2}\s+")
_RULE = "normalise/title"


def read(layout: Layout, stated: Stated, site: str | None) -> Field | None:
    """The first headline block; else what an HTML page calls itself; else None: no title is made up."""
    headlines = [layout.blocks[index] for index in layout.headlines]
    if headlines:
        first = headlines[0]
        text = _bare(first.text, {block.folded for block in layout.blocks if block is not first})
        again = ", which the page repeats" if len(headlines) > 1 else ""
        return Field("title", text, first.text, _RULE, f"the page's headline{again}", first.first, first.index)
    if not stated.title:
        return None
    text = without_site(stated.title, stated.site_name, site)
    why = "no headline in the text; the page's head gives this title"
    return Field("title", text, stated.title, _RULE, why, None, None, "nothing")


def without_site(title: str, site_name: str | None, site: str | None) -> str:
    """The title without a leading or closing part that is the site's own name or domain."""
    publisher = tables.publisher(site)
    domain = tables.registered_domain(site) if site else None
    own = {
        _letters(name)
        for name in (site_name, publisher and publisher.name, domain, (domain or "").split(".")[0])
        if name
    }
    partings = list(_PARTING.finditer(title))
    if partings and _letters(title[partings[-1].end() :]) in own:
        return title[: partings[-1].start()].strip()
    if partings and _letters(title[: partings[0].start()]) in own:
        return title[partings[0].end() :].strip()
    return title


def _bare(text: str, others: set[str]) -> str:
    """The headline without what follows a bar or dash, if the page shows it so elsewhere."""
    for parting in reversed(list(_PARTING.finditer(text))):
        if fold(text[: parting.start()]) in others:
            return text[: parting.start()].strip()
    return text


def _letters(name: str) -> str:
    return "".join(c for c in name.casefold() if c.isalnum())
