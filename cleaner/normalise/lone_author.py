"""The author of an HTML page where neither a label nor the head names one.

1. A line of nothing but names between headline and story, if it is the only one: several are a list.
2. The one person whom the page's markup calls an author anywhere but in comments: several are a list of writers.
3. A byline with its label soon after the story (`Written by Ann Lee`).
4. The site itself or an agency, where it signs beside the headline (`by Marlow Papers | 12 May`, `AFP, MANILA`).

The first three go before an organisation that only the head names.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from cleaner.model import Block, Field, Page
from cleaner.normalise import byline, markup, signers, small_words, tables
from cleaner.normalise.layout import Layout
from cleaner.normalise.moments import Hints
from cleaner.normalise.signature import BYLINE, Signature, entries, parted
from cleaner.normalise.sitename import letters

_PARTING = re.compile(r"[|,·•●]|\s[–—-]|-\s")
_BY_HEADLINE = 8
_MOST_WORDS = 10
_MOST_NAMES = 6
_AFTER_STORY = 14
_AUTHOR_WORDS = frozenset({"author", "authors", "byline", "autor", "auteur", "meta", "post-meta", "entry-meta"})


def read(layout: Layout, page: Page, hints: Hints, own: Collection[str], found: Signature) -> None:
    """Add an author to a signature that has none; nothing on flattened text, whose lines say less."""
    if page.root is None or "authors" in found.fields or _is_shown(found, "desk"):
        return
    small = small_words.of(layout.blocks)
    named = _bare_line(layout, hints, small, found) or _sole_in_markup(page, small, found)
    named = named or _after_story(layout, hints, small, found)
    if not named and "desk" not in found.fields:
        _organisation(layout, own, found)


def _is_shown(found: Signature, name: str) -> bool:
    return name in found.fields and found.fields[name][0].line is not None


def _bare_line(layout: Layout, hints: Hints, small: Collection[str], found: Signature) -> bool:
    named: dict[tuple[str, ...], Block] = {}
    for block in _below_headline(layout):
        plain = block.words <= _MOST_WORDS and not block.marks
        signed = byline.read(parted(block.text), hints) if plain else None
        if signed is None or signed.desk or not 1 <= len(signed.authors) <= _MOST_NAMES:
            continue
        if not any(_is_doubtful(name, small) for name in signed.authors):
            named.setdefault(signed.authors, block)
    if len(named) != 1:
        return False
    authors, block = next(iter(named.items()))
    why = "the only line of names between headline and story"
    found.put("authors", *entries([block], "authors", list(authors), BYLINE, why))
    return True


def _below_headline(layout: Layout) -> Iterator[Block]:
    for headline in layout.headlines[:2]:
        below = layout.blocks[headline + 1 : min(layout.start + 1, headline + 1 + _BY_HEADLINE)]
        for index, block in enumerate(below, headline + 1):
            if index not in layout.headlines and block.kind in ("paragraph", "list_item") and layout.speaks(index):
                yield block


def _is_doubtful(name: str, small: Collection[str]) -> bool:
    return small_words.is_partly_common(name, small) or signers.has_role(name) or " of " in name.lower()


def _sole_in_markup(page: Page, small: Collection[str], found: Signature) -> bool:
    persons = [name for name in markup.authors(page, loose=False) if not _is_doubtful(name, small)]
    if len(persons) != 1 or signers.is_desk(persons[0]):
        return False
    why = "the one person whom the page's markup calls an author"
    found.put("authors", Field("authors", persons, persons[0], BYLINE, why, None, None, "nothing"))
    return True


def _after_story(layout: Layout, hints: Hints, small: Collection[str], found: Signature) -> bool:
    for index in range(min(layout.end + 1, len(layout.blocks)), min(len(layout.blocks), layout.end + _AFTER_STORY)):
        block = layout.blocks[index]
        if not byline.label_end(block.text[: byline.LONGEST]) or not layout.speaks(index):
            continue
        signed = byline.read(block.text, hints) if len(block.text) <= byline.LONGEST else None
        if signed and signed.labelled and signed.authors and not any(_is_doubtful(n, small) for n in signed.authors):
            why = "a line after the story names persons, labelled as byline"
            found.put("authors", *entries([block], "authors", list(signed.authors), BYLINE, why))
            return True
    return False


def _organisation(layout: Layout, own: Collection[str], found: Signature) -> None:
    for block in _below_headline(layout):
        start = byline.label_end(block.text[: byline.LONGEST])
        first = _PARTING.split(block.text[start : start + byline.LONGEST])[0].strip()
        marked = block.dom is not None and not block.dom.words.isdisjoint(_AUTHOR_WORDS)
        if block.words > _MOST_WORDS or not (start or marked or len(first) < len(block.text)):
            continue
        agency = tables.agency(first) or tables.agency(first.split(" ")[0])
        if agency and agency.type == "wire" and not any("agencies" in entry.value for entry in found.credits):
            why = "an agency signs beside the headline"
            value = {"agencies": [agency.name]}
            found.credits.append(Field("credits", value, block.text, BYLINE, why, block.first, block.index, "nothing"))
            return
        if letters(first) in own:
            why = "the site itself signs beside the headline"
            found.put("desk", Field("desk", first, block.text, BYLINE, why, block.first, block.index, "nothing"))
            return
