"""Phrase tables per language, and the one pass that finds their phrases in a block.

Data only: `phrases/<language>.toml` holds one table a category, each with up to three lists:

    line    counts only when it is the whole block, but for digits, counts and punctuation
    start   counts where the block opens with it
    within  counts anywhere, on word boundaries

and `[words] function = […]`, the language's most frequent function words. All languages are looked
for at once, so that a page in a language nobody named is read all the same.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from types import MappingProxyType

from ahocorasick_rs import AhoCorasick

from cleaner.lexicon.folding import core_span, fold, joins
from cleaner.model import Mark, Place

# A phrase table is looked up in at most this many characters of a block: longer ones are paragraphs,
# and what a paragraph says late in its text does not make it furniture.
LOOKED_AT = 2_000

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
        "caption", "player",
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
    looked_at = folded[:LOOKED_AT]
    start, end = core_span(looked_at)
    if start >= end:
        return ()
    tables = _tables()
    core = looked_at[start:end]
    found = {(category, "line"): core for category in tables.lines.get(core, ())}
    for index, left, right in tables.automaton.find_matches_as_indexes(looked_at, overlapping=True):
        category, phrase, listed = tables.phrases[index]
        if joins(looked_at, left) or joins(looked_at, right):
            continue
        place = _place(left, right, start, end)
        if listed == "start" and place == "within":
            continue
        key = (category, place)
        if len(phrase) > len(found.get(key, "")):
            found[key] = phrase
    return tuple(Mark(category, phrase, place) for (category, place), phrase in sorted(found.items()))  # type: ignore[arg-type]  # the keys hold places


# Written standards and withdrawn tags (RFC 5646, section 3.1.7) whose words stand in another table.
_SAME_WORDS = {"nb": "no", "nn": "no", "iw": "he", "in": "id", "bs": "hr"}


def words_of(language: str | None) -> frozenset[str]:
    """Function words of a language; empty where no table has them."""
    return _tables().function_words.get(_SAME_WORDS.get(language or "", language or ""), frozenset())


def function_words() -> Mapping[str, frozenset[str]]:
    """Function words by BCP 47 primary tag."""
    return _tables().function_words


def _place(left: int, right: int, start: int, end: int) -> Place:
    if left <= start and right >= end:
        return "line"
    return "start" if left <= start else "within"


@cache
def _tables() -> _Tables:
    lines: dict[str, list[str]] = {}
    phrases: dict[tuple[str, str, Place], None] = {}
    words: dict[str, frozenset[str]] = {}
    for language, table in _read():
        for category, lists in table.items():
            if category == "words":
                words[language] = frozenset(fold(word) for word in lists["function"])
                continue
            for phrase in lists.get("line", ()):
                folded = fold(phrase)
                left, right = core_span(folded)
                categories = lines.setdefault(folded[left:right], [])
                if category not in categories:
                    categories.append(category)
            for place in _SEARCHED:
                for phrase in lists.get(place, ()):
                    phrases[category, fold(phrase), place] = None
    automaton = AhoCorasick([phrase for _, phrase, _ in phrases])
    return _Tables(
        MappingProxyType({core: tuple(categories) for core, categories in lines.items()}),
        automaton,
        tuple(phrases),
        MappingProxyType(words),
    )


def _read() -> Iterable[tuple[str, dict[str, dict[str, list[str]]]]]:
    folder = resources.files("cleaner.lexicon") / "phrases"
    for entry in sorted(folder.iterdir(), key=lambda e: e.name):
        if entry.name.endswith(".toml"):
            yield entry.name.removesuffix(".toml"), tomllib.loads(entry.read_text(encoding="utf-8"))
