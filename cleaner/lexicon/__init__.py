"""Phrase tables per language, and the one pass that finds their phrases in a block.

Data only: `phrases/<language>.toml` holds one table a category, each with up to three lists:

    line    counts only when it is the whole block, but for digits, counts and punctuation
    start   counts where the block opens with it
    within  counts anywhere, on word boundaries

and `[words] function = […]`, the language's most frequent function words. All languages are looked
for at once, so that a page in a language nobody named is read all the same. What is read here is
`phrases.json`, which `python -m cleaner.lexicon.gather` makes from the tables.
"""

from __future__ import annotations

import json
import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from itertools import accumulate
from types import MappingProxyType

from ahocorasick_rs import AhoCorasick

from cleaner.lexicon.folding import core_span, fold, joins
from cleaner.model import Mark, Place

# A phrase table is looked up in at most this many characters of a block: longer ones are paragraphs,
# and what a paragraph says late in its text does not make it furniture.
LOOKED_AT = 2_000

# Categories of lines that speak of the page's own story, and so may hold names.
_OF_THE_STORY = frozenset(
    {"byline", "published", "modified", "source", "credit", "correction", "caption", "about_author"}
)
_SHORTEST_WORD = 3

_SEARCHED: tuple[Place, ...] = ("start", "within")

CATEGORIES = frozenset(
    {
        "menu", "section", "search", "account", "breadcrumb", "next_previous", "tags", "tool", "read_more",
        "trending", "latest", "related", "columns",
        "share", "follow", "network",
        "newsletter", "subscribe", "app", "donate", "advertisement", "sponsored",
        "cookie", "paywall",
        "comments", "comment_tool",
        "copyright", "terms", "contact", "about", "edition", "feedback",
        "caption", "player", "embed", "gallery",
        "about_author", "disclosure", "call_out",
        "byline", "published", "modified", "source", "credit", "correction",
    }
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Tables:
    lines: Mapping[str, tuple[str, ...]]
    automaton: AhoCorasick
    phrases: tuple[tuple[str, str, Place], ...]
    function_words: Mapping[str, frozenset[str]]


def marks(folded: str) -> tuple[Mark, ...]:
    """The phrases of any language found in a folded block text, in table order, each category and place once."""
    return marks_of((folded,))[0]


def marks_of(texts: Sequence[str]) -> list[tuple[Mark, ...]]:
    """`marks` of every folded text, in one pass over all; no text holds a line end."""
    tables = _tables()
    looked_at = [text[:LOOKED_AT] for text in texts]
    found = _line_phrases(looked_at, tables.lines)
    for at, category, place, phrase in _searched_phrases(looked_at, tables):
        own = found.setdefault(at, {})
        if len(phrase) > len(own.get((category, place), "")):
            own[category, place] = phrase
    marked: list[tuple[Mark, ...]] = [()] * len(texts)
    for at, own in found.items():
        marked[at] = tuple([_mark(category, phrase, place) for (category, place), phrase in sorted(own.items())])
    return marked


def line_categories(folded: str) -> Sequence[str]:
    """Categories of the line phrase that a folded text is; empty where it is none."""
    start, end = core_span(folded)
    return _tables().lines.get(folded[start:end], ()) if start < end else ()


# A label that lost the space before what it introduces: "À lire aussiLa paix". Letters of scripts with two cases.
_GLUED = re.compile(r"[^\W\d_][^\n]{1,40}?[a-zß-öø-ÿα-ωа-яё](?=[A-ZÀ-ÖØ-ÞΑ-ΩА-ЯЁ])")


_LEADING = frozenset({"related", "read_more", "trending", "latest"})


def glued_label(text: str) -> Mark | None:
    """The label that a text opens with, where what it introduces follows without a space; None elsewhere."""
    found = _GLUED.match(text)
    phrase = fold(found[0]) if found else ""
    category = _labels().get(phrase)
    return Mark(category, phrase, "start") if category else None


@cache
def _labels() -> Mapping[str, str]:
    """The category of each phrase that opens a link to other stories."""
    return {phrase: category for category, phrase, _ in _tables().phrases if category in _LEADING}


def _line_phrases(texts: Sequence[str], lines: Mapping[str, Sequence[str]]) -> dict[int, dict[tuple[str, Place], str]]:
    """By text, the categories whose phrase is all of it, with the phrase."""
    found: dict[int, dict[tuple[str, Place], str]] = {}
    for at, text in enumerate(texts):
        if text in lines:
            core = text
        elif text[:1].isalpha() and text[-1].isalpha():
            continue  # it is its own core
        else:
            start, end = core_span(text)
            core = text[start:end]
            if start >= end or core not in lines:
                continue
        found[at] = {(category, "line"): core for category in lines[core]}
    return found


def _searched_phrases(texts: Sequence[str], tables: _Tables) -> Iterator[tuple[int, str, Place, str]]:
    """Text, category, place and phrase of every phrase that stands in a text on word boundaries."""
    whole = "\n".join(texts)
    starts = list(accumulate((len(text) + 1 for text in texts), initial=0))
    for index, left, right in tables.automaton.find_matches_as_indexes(whole, overlapping=True):
        if joins(whole, left) or joins(whole, right):
            continue
        at = bisect_right(starts, left) - 1
        start, end = core_span(texts[at])
        if start >= end:
            continue
        category, phrase, listed = tables.phrases[index]
        place = _place(left - starts[at], right - starts[at], start, end)
        if listed == "within" or place != "within":
            yield at, category, place, phrase


@cache
def _mark(category: str, phrase: str, place: Place) -> Mark:
    """One object for each phrase of the tables: pages hold the same few thousand over and over."""
    return Mark(category, phrase, place)


# Written standards and withdrawn tags (RFC 5646, section 3.1.7) whose words stand in another table.
_SAME_WORDS = {"nb": "no", "nn": "no", "iw": "he", "in": "id", "bs": "hr"}


def words_of(language: str | None) -> frozenset[str]:
    """Function words of a language; empty where no table has them."""
    return _tables().function_words.get(_SAME_WORDS.get(language or "", language or ""), frozenset())


def function_words() -> Mapping[str, frozenset[str]]:
    """Function words by BCP 47 primary tag."""
    return _tables().function_words


@cache
def furniture_words(phrases: int = 1) -> frozenset[str]:
    """The words that furniture is made of: those of so many phrases that are a whole line of it, folded (`posts`)."""
    counts = Counter(
        word
        for phrase, categories in _tables().lines.items()
        if not _OF_THE_STORY.issuperset(categories)
        for word in phrase.split()
    )
    return frozenset(
        word for word, count in counts.items() if count >= phrases and len(word) >= _SHORTEST_WORD and word.isalpha()
    )


def _place(left: int, right: int, start: int, end: int) -> Place:
    if left <= start and right >= end:
        return "line"
    return "start" if left <= start else "within"


@cache
def _tables() -> _Tables:
    text = (resources.files("cleaner.lexicon") / "phrases.json").read_text(encoding="utf-8")
    gathered: Mapping[str, Mapping[str, Sequence[str]]] = json.loads(text)
    lines: dict[str, tuple[str, ...]] = {}
    for category, cores in gathered["line"].items():
        own = (category,)
        for core in cores:
            lines[core] = lines[core] + own if core in lines else own
    phrases: list[tuple[str, str, Place]] = [
        (category, phrase, place)
        for place in _SEARCHED
        for category, listed in gathered[place].items()
        for phrase in listed
    ]
    automaton = AhoCorasick([phrase for _, phrase, _ in phrases], store_patterns=False)
    words = {language: frozenset(listed) for language, listed in gathered["words"].items()}
    return _Tables(MappingProxyType(lines), automaton, tuple(phrases), MappingProxyType(words))
