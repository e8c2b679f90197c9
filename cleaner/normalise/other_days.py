"""Lines that date something other than a story: an event, a deadline, a policy, a comment, a clock in the masthead.

Each is told by what stands beside the day, never by the day itself:

1. A word that says what happens then (`Deadline`, `Einlass`, `en salles le`, `Joined`), before the day or after it.
2. In languages whose labels are listed in full, any other word with a colon right before the day.
3. `Today`, which opens a masthead's clock; a price or a temperature, which no date line has; the number of a version;
   the moon's calendar, which mastheads and birthdays print beside ours.
4. A span of days or hours.
5. A standing document's name, whatever label stands with it: `Privacy policy, last updated …`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from ahocorasick_rs import AhoCorasick

from cleaner.lexicon.folding import joins
from cleaner.normalise import calendar_words
from cleaner.normalise.tokens import Token, label_words, lowered

_MONEY = re.compile("[$€£¥₹₽₩]")
_DEGREES = re.compile(r"°\s?[CFС](?!\w)|\d\s?°(?!\s?\w)")
# Languages whose labels of publication and change `labels.json` has in full.
_WELL_KNOWN = frozenset({"en", "de", "fr", "es", "pt", "it", "nl", "pl", "ru", "sv", "da", "no", "nb", "cs", "sk"})
# Words that name the day or its time itself; with a colon they are no other label.
_NEUTRAL = frozenset(
    {
        "date", "date/time", "time", "day", "on", "datum", "tag", "zeit", "am", "vom", "le", "jour", "fecha",
        "día", "hora", "el", "data", "dia", "ora", "giorno", "il", "em", "dagsetning", "dato", "den", "tid", "dzień",
        "dnia", "дата", "время", "число", "dátum", "at", "um", "news", "press release", "newsletter", "issue",
    }
)  # fmt: skip
_MOON = re.compile("[农農]历|農曆|阴历|陰曆|음력|旧暦|âm lịch")
_VERSION = re.compile(r"\bvers(?:ion|ión|ione|ão)\s\d", re.IGNORECASE)
_LAST_WORDS = re.compile(r"[^\W\d_][^\d:：|•·,;()\[\]]{0,40}?(?=\s?[:：]\s?$)")
_SPAN = r"(?:-|–|—|~|〜|～|to|till?|until|through|bis|a|à|au|al|às|até|hasta|fino|tot|do|til|до|по|至|到|から|부터)"
_FROM_DAY = re.compile(
    rf"(?<![\d.:/])\d{{1,2}}(?:st|nd|rd|th|\.|er|º)?\s?(?:{_SPAN}|and|und|et|y|e|i|и)\s?$", re.IGNORECASE
)
_FROM_HOUR = re.compile(rf"(?<![\d.:/])\d{{1,2}}(?:[.:h]\d\d)?\s?{_SPAN}\s?$", re.IGNORECASE)
_BETWEEN_DAYS = re.compile(rf"[\s.,]*{_SPAN}\s*(?:the|el|le|zum|al|au|o dia)?\s*", re.IGNORECASE)
_PUNCTUATION = " \t.,;:!?()[]|•·-–—/'’"


def are_meant(text: str, tokens: Sequence[Token], language: str | None, wordless: bool = False) -> bool:
    """Whether the days of this line are those of something else than a story. `wordless` says that days, hours and
    their labels are all that stands in it, so that no word need be looked for.
    """
    labelled = any(token.kind in ("published", "modified") for token in tokens)
    dated = [token for token in tokens if token.kind in ("date", "time")]
    if _has_what_no_date_line_has(text):
        return True
    if wordless:
        return not labelled and (_opens_with_today(text, tokens) or _is_span(text, dated))
    lower = lowered(text)
    if _names(lower, "standing_documents"):
        return True
    if _is_followed(lower, dated[-1].end):
        return True
    if labelled:
        return False
    before = lower[: dated[0].start]
    return (
        _opens_with_today(text, tokens)
        or _names(before, "other_days")
        or _is_otherwise_labelled(before, language)
        or _is_span(text, dated)
    )


def _has_what_no_date_line_has(text: str) -> bool:
    if _MONEY.search(text) or _VERSION.search(text):
        return True
    return not text.isascii() and bool(_MOON.search(text) or ("°" in text and _DEGREES.search(text)))


def _opens_with_today(text: str, tokens: Sequence[Token]) -> bool:
    return tokens[0].kind == "relative" and not text[: tokens[0].start].strip(_PUNCTUATION)


def _is_otherwise_labelled(before: str, language: str | None) -> bool:
    """Whether a word that labels neither publication nor change stands with a colon right before the day."""
    if not before.rstrip().endswith((":", "：")) or not language or language.split("-")[0] not in _WELL_KNOWN:
        return False
    word = _LAST_WORDS.search(before)
    return word is not None and word[0] not in _NEUTRAL and calendar_words.weekday(word[0], language) is None


def _is_span(text: str, dated: Sequence[Token]) -> bool:
    """`5–7 March 2021`, `5 March 2021 to 9 April 2021`, `du 5 au 7 mars 2021`, `9–17 Uhr`."""
    for index, token in enumerate(dated):
        start = dated[index - 1].end if index else 0
        before = text[max(start, token.start - 16) : token.start]
        if (_FROM_DAY if token.kind == "date" else _FROM_HOUR).search(before):
            return True
        if (
            index
            and token.kind == dated[index - 1].kind == "date"
            and _BETWEEN_DAYS.fullmatch(text[start : token.start])
        ):
            return True
    return False


def _is_followed(lower: str, end: int) -> bool:
    """Whether the word right after the last day or hour, or the line's last word, says what else the day is of."""
    automaton = _words("other_days_after")
    rest = lower[end:].lstrip(_PUNCTUATION)
    for _, start, stop in automaton.find_matches_as_indexes(rest, overlapping=True):
        alone = not joins(rest, start) and not joins(rest, stop)
        if (start == 0 or not rest[stop:].strip(_PUNCTUATION)) and (alone or not rest[0].isascii()):
            return True
    return False


def _names(text: str, kind: str) -> bool:
    """Whether one of the words listed under this name stands in a text of lower case."""
    found = _words(kind).find_matches_as_indexes(text, overlapping=True)
    return any(not joins(text, start) and not joins(text, end) for _, start, end in found)


@cache
def _words(kind: str) -> AhoCorasick:
    return AhoCorasick(sorted(label_words(kind)))
