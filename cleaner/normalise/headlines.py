"""The visible headline and the titles that a page's head states, reconciled by one ordered list of rules.

The first rule that holds decides; `h1` goes before other blocks at each:

1. the block that reads as headline is what the head states;
2. another block above the story is;
3. a block above the story is a statement without its first or last part (`Site - `, ` | Site`), the larger part, or
   an `h1` is what stands before its first bar, however short;
4. the headline ends in a statement after a short rubric (`Analysis: …`) or a day, which is left out;
5. the headline shares half of a statement's words, and stays;
6. an `h1` shares a third of them, and more than the headline does;
7. the headline is an `h1`, and stays, however the head words it;
8. the head's own words, where no block repeats them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from cleaner.model import Block, Page, Stated
from cleaner.normalise import dates
from cleaner.normalise.layout import Layout
from cleaner.normalise.sitename import PARTING, letters, without_site

_LONGEST = 400
_FEWEST_WORDS = 3
_MOST_RUBRIC_WORDS = 5
_SHARED, _SHARED_BY_H1 = 0.5, 0.34
_RUBRIC_END = re.compile(r"(?::|\s[-–—|/·•])\s*$")
_BAR = re.compile(r"\s[|｜]\s")
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Choice:
    """The title: its words, the block that shows them (None: only the head does), and which rule told."""

    block: Block | None
    text: str
    why: str


def choose(layout: Layout, page: Page, stated: Stated, site: str | None) -> Choice | None:
    """The title by the rules above; None where neither a headline stands nor anything is said."""
    headline = layout.blocks[layout.headlines[0]] if layout.headlines else None
    said = _bare(_titles(page, stated), stated, site)
    above = list(_above(layout, headline)) if said else []
    same = _same(above, said)
    if same:
        return same
    # Only where the cheaper statements leave it open is JSON-LD read for its headline, which then goes first.
    said = _bare((_json_headline(page), *said), stated, site)
    if not said:
        return Choice(headline, headline.text, "the page's headline") if headline else None
    above = above or list(_above(layout, headline))
    return (
        _same(above, said)
        or _same_part(above, said)
        or _after_rubric(above, headline, said)
        or _by_words(above, headline, said)
        or Choice(None, said[0], "no line above the story repeats the title that the page's head gives")
    )


def _titles(page: Page, stated: Stated) -> Iterator[str | None]:
    """`og:title` and `<title>`."""
    yield stated.title
    if page.root is not None:
        yield from ["".join(element.itertext()) for element in page.root.iter("title")][:1]


def _json_headline(page: Page) -> str | None:
    if page.root is None:
        return None
    from cleaner.readers import jsonld  # flattened text does without lxml

    scripts = (script for script in page.root.iter("script") if "ld+json" in script.get("type", "").lower())
    return jsonld.article(script.text for script in scripts if script.text).headline


def _bare(said: Iterable[str | None], stated: Stated, site: str | None) -> tuple[str, ...]:
    """These titles without the site's name, each once."""
    tidy = (" ".join(text[:_LONGEST].split()) for text in said if text)
    bare = (without_site(text, stated.site_name, site) for text in tidy)
    return tuple(dict.fromkeys(text for text in bare if letters(text)))


def _above(layout: Layout, headline: Block | None) -> Iterator[Block]:
    """The headline, then blocks that may be it instead: `h1` first, other headings, then lines above the story."""
    if headline:
        yield headline
    story = layout.blocks[: layout.start + 1]
    levels = (1, 2, 3, 0)
    for level in levels:
        for block in layout.blocks if level == 1 else story:
            if block is not headline and _level(block) == level and len(block.text) <= _LONGEST:
                yield block


def _level(block: Block) -> int:
    level = block.dom.level if block.dom else 0
    return level if level <= 3 else 0


def _same(above: Iterable[Block], said: Sequence[str]) -> Choice | None:
    forms = {letters(text): text for text in reversed(said)}
    for block in above:
        text = forms.get(letters(block.text))
        if text is None:
            continue
        if _count(text) > _count(block.text):
            return Choice(block, text, "the page's headline, parted into words as the page's head does")
        return Choice(block, block.text, "the page's headline, as the page's head states it")
    return None


def _count(text: str) -> int:
    """Words with a letter or figure in them: a star after the title parts nothing."""
    return sum(any(map(str.isalnum, word)) for word in text.split())


def _same_part(above: Sequence[Block], said: Sequence[str]) -> Choice | None:
    parts = {letters(part) for text in said for part in _parts(text)}
    firsts = {letters(_BAR.split(text)[0]) for text in said if _BAR.search(text)}
    for block in above:
        if letters(block.text) in parts or (_is_bare_h1(block) and letters(block.text) in firsts):
            return Choice(block, block.text, "the page's headline, a part of the title that the page's head states")
    return None


def _is_bare_h1(block: Block) -> bool:
    return _level(block) == 1 and not _BAR.search(block.text)


def _parts(text: str) -> Iterator[str]:
    """The larger parts of a title cut at one bar or dash."""
    for parting in PARTING.finditer(text):
        for part in (text[: parting.start()], text[parting.end() :]):
            if len(part) * 2 >= len(text) and len(part.split()) >= _FEWEST_WORDS:
                yield part


def _after_rubric(above: Sequence[Block], headline: Block | None, said: Sequence[str]) -> Choice | None:
    for block in above:
        if block is not headline and _level(block) != 1:
            continue
        for text in said:
            at = block.text.rfind(text)
            rubric = block.text[: max(at, 0)]
            whole = at > 0 and at + len(text) == len(block.text) and len(text.split()) >= _FEWEST_WORDS
            parted = _RUBRIC_END.search(rubric) or dates.parse(rubric.strip())
            if whole and len(rubric.split()) <= _MOST_RUBRIC_WORDS and parted:
                return Choice(block, text, "the page's headline without its rubric, as the page's head states it")
    return None


def _by_words(above: Sequence[Block], headline: Block | None, said: Sequence[str]) -> Choice | None:
    known = [_vocabulary(text) for text in said]
    shared = _share(headline, known) if headline else 0.0
    if headline and shared >= _SHARED:
        return Choice(headline, headline.text, "the page's headline, worded much as in the page's head")
    firsts = [block for block in above if _level(block) == 1 and len(block.text.split()) >= _FEWEST_WORDS]
    best = max(firsts, key=lambda block: _share(block, known), default=None)
    if best and _share(best, known) >= max(_SHARED_BY_H1, shared):
        return Choice(best, best.text, "the page's first heading, worded much as in the page's head")
    if headline and (_level(headline) == 1 or headline.dom is None):
        return Choice(headline, headline.text, "the page's headline")
    return None


def _share(block: Block, known: Sequence[frozenset[str]]) -> float:
    words = _vocabulary(block.text)
    return max((len(words & said) / max(1, min(len(words), len(said))) for said in known), default=0.0)


def _vocabulary(text: str) -> frozenset[str]:
    """Its words; pairs of letters where words are not parted by spaces."""
    folded = text.casefold()
    words = frozenset(word for word in _WORD.findall(folded) if len(word) > 2)
    if len(words) >= _FEWEST_WORDS:
        return words
    bare = letters(text)
    return frozenset(bare[at : at + 2] for at in range(len(bare) - 1))
