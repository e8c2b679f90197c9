"""The page's language by its function words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cache
from types import MappingProxyType

from cleaner.lexicon import function_words

# Characters that are looked at, the longest paragraphs first. A glance tells the language of all but a few pages; what
# it leaves open (menus in one long line, pages in two languages) is looked at again, and no further.
GLANCE, LOOKED_AT = 3_000, 20_000
FEWEST_WORDS = 8
# The winner's share of words that are its function words, and its lead over the next language. Languages that
# build words with endings have few function words, and must lead the more clearly.
LEAST_SHARE = 0.06
CLEAR_SHARE = 0.12
LEAST_LEAD, CLEAR_LEAD = 1.15, 1.5
_WORD = re.compile("[^\\W\\d_]+")
# Vowel signs of the Indic scripts are no letters to `\w`, but stand inside words.
_INDIC_WORD = re.compile("(?:[^\\W\\d_]|[\u0900-\u0963\u0971-\u0dff])+")
_SCRIPTS = (
    ("ja", re.compile("[\u3040-\u30ff]"), 0.1),
    ("ko", re.compile("[\uac00-\ud7af]"), 0.3),
    ("th", re.compile("[\u0e00-\u0e7f]"), 0.3),
    ("el", re.compile("[\u0370-\u03ff]"), 0.3),
    ("he", re.compile("[\u0590-\u05ff]"), 0.3),
    ("zh", re.compile("[\u3400-\u9fff]"), 0.3),
)
# One look tells that a text, as most, has none of those scripts and no Indic one.
_TELLING = re.compile("[\u0370-\u03ff\u0590-\u05ff\u0900-\u0dff\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
# Both are folded as in the lexicon: in capitals nobody but a Turk tells them from the other i.
_TURKISH = "\u0130\u0131"


def detect(texts: Iterable[str]) -> str | None:
    """BCP 47 primary tag of the language most of the text is in, or None where nothing is clear."""
    longest = sorted(texts, key=len, reverse=True)
    return _told(_sample(longest, GLANCE)) or _told(_sample(longest, LOOKED_AT))


def _sample(longest: Iterable[str], room: int) -> str:
    """The first of these texts, so many characters in all, case-folded."""
    parts: list[str] = []
    for text in longest:
        if room <= 0:
            break
        parts.append(text[:room])
        room -= len(text) + 1
    sample = "\n".join(parts)
    for letter in _TURKISH:
        sample = sample.replace(letter, "i")
    return sample.casefold()


def _told(sample: str) -> str | None:
    """The language of a sample: that of its script, else the one with most function words in it."""
    telling = _TELLING.search(sample) is not None
    words = (_INDIC_WORD if telling else _WORD).findall(sample)
    return (_of_script(sample, sum(map(len, words))) if telling else None) or _of_words(words)


def _of_script(sample: str, letters: int) -> str | None:
    """The language that has a script of its own, where enough of the letters are of it."""
    for language, script, share in _SCRIPTS:
        if letters and len(script.findall(sample)) >= share * letters:
            return language
    return None


def _of_words(words: list[str]) -> str | None:
    """The language whose function words lead by far."""
    if len(words) < FEWEST_WORDS:
        return None
    counts = Counter(words)
    speakers = _speakers()
    votes: Counter[str] = Counter()
    for word in counts.keys() & speakers.keys():
        for language in speakers[word]:
            votes[language] += counts[word]
    ranked = sorted(votes.items(), key=lambda vote: (-vote[1], vote[0]))[:2]
    if not ranked or ranked[0][1] < LEAST_SHARE * len(words):
        return None
    (first, most), second = ranked[0], ranked[-1][1] if len(ranked) > 1 else 0
    lead = LEAST_LEAD if most >= CLEAR_SHARE * len(words) else CLEAR_LEAD
    return first if most >= lead * second else None


@cache
def _speakers() -> Mapping[str, tuple[str, ...]]:
    """The languages that have this function word."""
    speakers: dict[str, tuple[str, ...]] = {}
    for language, words in function_words().items():
        for word in words:
            speakers[word] = (*speakers.get(word, ()), language)
    return MappingProxyType(speakers)
