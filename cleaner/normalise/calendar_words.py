"""Month and weekday names of many languages, from Babel, each language loaded when it is first needed."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, lru_cache
from types import MappingProxyType

from babel import Locale, localedata

# Tried in this order where nobody knows the page's language: where two languages give one name to different
# months (`listopad`), the one with more news online comes first.
LANGUAGES = (
    "en", "es", "de", "fr", "pt", "ru", "it", "id", "tr", "ar", "pl", "nl", "fa", "vi", "uk", "ro", "el", "hu",
    "cs", "sv", "da", "no", "fi", "hi", "bn", "ms", "th", "ko", "bg", "sr", "sr_Latn", "hr", "sk", "sl", "lt", "lv",
    "et", "he", "ur", "ta", "te", "mr", "gu", "ca", "gl", "eu", "az", "kk", "uz", "hy", "ka", "sq", "mk", "bs",
    "is", "sw", "af", "fil", "mn", "be", "ne", "ml", "kn", "pa", "my", "km", "si",
)  # fmt: skip
_LONGEST = 30
_SHORTEST_PREFIX = 3


def month(word: str, language: str | None = None) -> int | None:
    """The month (1 to 12) that this word names in this language or in English; of no known language, in any."""
    return _look_up("month", word, language)


def weekday(word: str, language: str | None = None) -> int | None:
    """The weekday (Monday 0) that this word names; languages as for `month`."""
    return _look_up("weekday", word, language)


def _look_up(kind: str, word: str, language: str | None) -> int | None:
    if not 2 <= len(word) <= _LONGEST:
        return None
    primary = language.replace("_", "-").split("-")[0].lower() if language else None
    return _found(kind, _plain(word), primary)


@lru_cache(maxsize=8192)
def _found(kind: str, word: str, primary: str | None) -> int | None:
    # Loading every language takes about half a second, which a page of a known language should not cost.
    for code in dict.fromkeys((primary, "en")) if primary else LANGUAGES:
        value = _names(kind, code).get(word)
        if value is not None:
            return value
    return None


@cache
def _names(kind: str, code: str) -> Mapping[str, int]:
    if not code.replace("_", "").isalpha() or not localedata.exists(code):
        return MappingProxyType({})
    locale = Locale.parse(code)
    table = locale.months if kind == "month" else locale.days
    names: dict[str, int] = {}
    widest: dict[str, int] = {}
    for context in ("format", "stand-alone"):
        for width in ("wide", "abbreviated"):
            for number, name in table[context][width].items():
                names.setdefault(_plain(name), number)
                if width == "wide":
                    widest[_plain(name)] = number
    for prefix, number in _prefixes(widest.items()):
        names.setdefault(prefix, number)
    return MappingProxyType(names)


def _prefixes(names: Iterable[tuple[str, int]]) -> Iterator[tuple[str, int]]:
    """Shortened names (`Sept`, `janv`, `авг`) that can only be one month of their language."""
    meant: dict[str, set[int]] = {}
    for name, number in names:
        for length in range(_SHORTEST_PREFIX, min(len(name), _SHORTEST_PREFIX + 3)):
            meant.setdefault(name[:length], set()).add(number)
    for prefix, numbers in meant.items():
        if len(numbers) == 1 and prefix.isalpha():
            yield prefix, next(iter(numbers))


def _plain(name: str) -> str:
    """Case-folded, without accents and the full stop of an abbreviation."""
    bare = "".join(c for c in unicodedata.normalize("NFD", name.casefold()) if not unicodedata.combining(c))
    return unicodedata.normalize("NFC", bare).strip(". ")
