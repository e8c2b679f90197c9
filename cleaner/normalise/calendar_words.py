"""Month and weekday names of many languages.

`calendar.json` holds them as CLDR gives them; `python -m benchmarks.month_names` writes it from Babel.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from functools import cache, lru_cache
from types import MappingProxyType
from typing import Literal

from cleaner.normalise import tables

_LONGEST = 30
Kind = Literal["month", "weekday"]
# Languages that are written in two scripts, or whose months go by their neighbours' names too.
_ALSO = {"sr": ("sr_Latn", "hr"), "bs": ("hr", "sr"), "sh": ("sr_Latn", "hr", "sr"), "cnr": ("sr_Latn", "hr", "sr"),
         "me": ("sr_Latn", "hr", "sr"), "no": ("nb", "nn")}  # fmt: skip


def month(word: str, language: str | None = None) -> int | None:
    """The month (1 to 12) that this word names in this language or in English; of no known language, in any."""
    return _found("month", word, language) if 2 <= len(word) <= _LONGEST else None


def weekday(word: str, language: str | None = None) -> int | None:
    """The weekday (Monday 0) that this word names; languages as for `month`."""
    return _found("weekday", word, language) if 2 <= len(word) <= _LONGEST else None


@lru_cache(maxsize=8192)
def _found(kind: Kind, word: str, language: str | None) -> int | None:
    plain = _plain(word)
    if not language:
        return _of_any_language(kind).get(plain)
    names = _by_language()[kind]
    primary = language.replace("_", "-").split("-")[0].lower()
    for table in (primary, *_ALSO.get(primary, ()), "en"):
        value = names.get(table, {}).get(plain)
        if value is not None:
            return value
    return None


@cache
def _by_language() -> Mapping[Kind, Mapping[str, Mapping[str, int]]]:
    return MappingProxyType(tables.load("calendar.json"))


@cache
def _of_any_language(kind: Kind) -> Mapping[str, int]:
    """Names of all languages; the first language of the file that has a name says which month it is."""
    names: dict[str, int] = {}
    for table in _by_language()[kind].values():
        for name, number in table.items():
            names.setdefault(name, number)
    return MappingProxyType(names)


def _plain(name: str) -> str:
    """Case-folded, without accents and the full stop of an abbreviation."""
    bare = "".join(c for c in unicodedata.normalize("NFD", name.casefold()) if not unicodedata.combining(c))
    return unicodedata.normalize("NFC", bare).strip(". ")
