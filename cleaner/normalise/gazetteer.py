"""What can stand where a dateline names its place. The list is for weak forms only: most places are not in it."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from cleaner.normalise import tables
from cleaner.normalise.names import title_case

_LONGEST = 80
_BRACKETS = re.compile(r"\([^()\d]{1,40}\)|\[[^\[\]\d]{1,40}\]")
_BETWEEN = re.compile(r"\s*/\s*|\s[–—&-]\s")
_AND = re.compile(r",?\s(?:and|und|et|y|e|en|og|och|ja|i|a|și|ve|dan|и|і|та|و)\s")
# What a slash joins to the one place: the river it lies on.
_RIVERS = frozenset({"Main", "Oder", "Saale", "Neckar", "Donau", "Spree", "Ruhr", "Ilm", "Havel"})
_WORDS = re.compile(r"[\s,/]+|[–—]")
_DIGIT = re.compile(r"\d")
_STATE = re.compile(r"[A-Z]{2}")
_PART = re.compile(r"(?=[\s,/])\s*(?:,|/|\s[–—-]\s|\s(?:and|und|et|y|e|en|og|och|i|и)\s)\s*")
_PLACE_WORD = re.compile(r"(?:[^\W\d_]|['’ʼ.\-‐]|[\u0300-\u036f\u0900-\u0dff\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff])+")
_SMALL = frozenset(
    {
        "de", "del", "della", "di", "da", "dos", "das", "do", "du", "des", "la", "le", "las", "los", "of",
        "the", "on", "upon", "sur", "am", "an", "der", "aux", "and", "und", "et", "y", "e", "bei", "im", "ob",
        "i", "en", "es", "og", "och", "της", "του", "των", "и", "на", "d'", "l'", "a.d.", "a.", "b.", "o.d.", "v.d.",
        "aan", "den", "op", "ten", "ter", "van", "lès", "lez", "sous", "les", "sul", "al", "dei", "degli", "delle",
        "nad", "pod", "při", "pri", "kod", "near", "vor", "ja", "та", "і", "și", "ng",
    }
)  # fmt: skip
MOST_WORDS = 5


def locations(printed: str) -> tuple[str, ...]:
    """The places of a printed place part, as printed but for capitals; empty if it cannot be one."""
    return tuple(map(spelled, pieces(printed)))


def pieces(printed: str) -> tuple[str, ...]:
    """The places of a printed place part as they stand there; empty if it cannot be one.

    A comma joins a place to its region; a slash, a spaced dash or an ampersand part places, and so does an `and`
    between two known ones, but `Frankfurt/Main` is one place.
    """
    printed = " ".join(printed.split()).strip(" ,;")
    if not can_be_place(printed):
        return ()
    parts = [printed] if "(" in printed else [piece for piece in _BETWEEN.split(printed) if piece]
    if len(parts) > 1 and parts[-1] in _RIVERS:
        return (printed,)
    joint = _AND.search(printed) if len(parts) == 1 and " " in printed else None
    if joint and is_known(printed[: joint.start()]) and is_known(printed[joint.end() :]):
        parts = [printed[: joint.start()].rstrip(","), printed[joint.end() :]]
    return tuple(parts)


@lru_cache(maxsize=256)  # the forms of a dateline ask of the same words one after another
def can_be_place(printed: str) -> bool:
    """Whether these words, without signs around them, have the make of a place or of several."""
    return bool(printed) and len(printed) <= _LONGEST and _is_place(printed)


def spelled(place: str) -> str:
    """A place in title case where it shouts; `Calif.` and `N.M.` stay, state codes such as `CA` too."""
    city, *regions = place.split(", ")
    codes = (part if _STATE.fullmatch(part) else title_case(part, place=True) for part in regions)
    return ", ".join((title_case(city, place=True), *codes))


@lru_cache(maxsize=256)
def is_known(place: str) -> bool:
    """Whether one of its parts is in the list of places, whatever its capitals."""
    bare = _without_brackets(place).strip(" .,")
    return not _known().isdisjoint([part.strip(" .").casefold() for part in (bare, *_PART.split(bare))])


def is_country(place: str) -> bool:
    """Whether one of its parts is a country's English name."""
    return any(part.strip(" .").casefold() in _countries() for part in _PART.split(place))


def looks_like_place(place: str) -> bool:
    """Whether capitals before a dash may be a place nobody listed: one word, or several of a place's make."""
    bare = _without_brackets(place).strip(" .,")
    city = bare.split(",")[0].split("/")[0].strip()
    words = [word.strip(".").casefold() for word in city.split()]
    if not words or len(words) > MOST_WORDS or any(word in _rows("not_places") for word in words):
        return False
    if len(words) == 1:
        vowel = any(c in "aeiouyäöüáéíóúàèìòùâêîôûαεηιουωάέήίόύώаеёиоуыэюяіїє" for c in words[0])
        return len(words[0]) >= 4 and vowel
    return words[0] in _rows("openings") or words[-1] in _rows("endings") or "," in bare


def is_small(text: str) -> bool:
    """Whether it is in small letters; Georgian, whose everyday letters have capitals only for headlines, is not."""
    return text.islower() and not "\u10d0" <= text[0] <= "\u10ff"


def _without_brackets(place: str) -> str:
    return _BRACKETS.sub("", place) if "(" in place or "[" in place else place


def _is_place(printed: str) -> bool:
    bare = _without_brackets(printed)
    words = [word for word in _WORDS.split(bare) if word and word != "-"]
    if not 1 <= len(words) <= 9 or _DIGIT.search(bare):
        return False
    for word in words:
        if word == "&":
            continue
        if not _PLACE_WORD.fullmatch(word):
            return False
        if is_small(word) and word not in _SMALL:
            return False
    first = words[0]
    if is_small(first[0]):
        return False
    named = first.casefold().strip(".") not in _rows("not_places")
    return named or (first in ("The", "THE") and is_known(" ".join(words[:2])))  # `THE HAGUE`


@cache
def _known() -> frozenset[str]:
    return frozenset(name.casefold() for name in (*tables.load("places.json")["places"], *tables.load("cities.json")))


@cache
def _countries() -> frozenset[str]:
    from babel import Locale  # few pages ask, and it takes longer to load than to clean a page

    return frozenset(name.casefold() for code, name in Locale.parse("en").territories.items() if code.isalpha())


@cache
def _rows(name: str) -> frozenset[str]:
    return frozenset(tables.load("places.json")[name])
