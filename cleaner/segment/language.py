"""The page's language by its function words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from cleaner.lexicon import function_words
from cleaner.lexicon.folding import fold

# Enough running text for a vote, and no more than that of a long page: the vote does not change after.
LOOKED_AT = 20_000
FEWEST_WORDS = 8
# The winner's share of words that are its function words, and its lead over the next language. Languages that
# build words with endings have few function words, and must lead the more clearly.
LEAST_SHARE = 0.06
CLEAR_SHARE = 0.12
LEAST_LEAD, CLEAR_LEAD = 1.15, 1.5
# Vowel signs of the Indic scripts are no letters to `\w`, but stand inside words.
_WORD = re.compile("(?:[^\\W\\d_]|[\u0900-\u0963\u0971-\u0dff])+")
_HAN = re.compile("[\u3400-\u9fff]")
_KANA = re.compile("[\u3040-\u30ff]")
_SCRIPTS = (
    ("ja", _KANA, 0.1),
    ("ko", re.compile("[\uac00-\ud7af]"), 0.3),
    ("th", re.compile("[\u0e00-\u0e7f]"), 0.3),
    ("el", re.compile("[\u0370-\u03ff]"), 0.3),
    ("he", re.compile("[\u0590-\u05ff]"), 0.3),
    ("zh", _HAN, 0.3),
)


def detect(texts: Iterable[str]) -> str | None:
    """BCP 47 primary tag of the language most of the text is in, or None where nothing is clear."""
    sample = ""
    for text in sorted(texts, key=len, reverse=True):
        sample += text + "\n"
        if len(sample) > LOOKED_AT:
            break
    letters = sum(map(len, _WORD.findall(sample)))
    if not letters:
        return None
    for language, script, share in _SCRIPTS:
        if len(script.findall(sample)) >= share * letters:
            return language
    counts = Counter(_WORD.findall(fold(sample)))
    total = counts.total()
    if total < FEWEST_WORDS:
        return None
    votes = sorted(
        ((sum(counts[word] for word in words) / total, language) for language, words in function_words().items()),
        key=lambda vote: (-vote[0], vote[1]),
    )
    if not votes or votes[0][0] < LEAST_SHARE:
        return None
    lead = LEAST_LEAD if votes[0][0] >= CLEAR_SHARE else CLEAR_LEAD
    if len(votes) > 1 and votes[0][0] < lead * votes[1][0]:
        return None
    return votes[0][1]
