"""Write `cleaner/normalise/calendar.json`, the month and weekday names that the normalisers read, from Babel (CLDR).

    python -m benchmarks.month_names cleaner/normalise/calendar.json

Babel reads a file of a hundred kilobytes a language, which takes half a second for all of them; the names alone are
read in milliseconds. Names are case-folded, without accents and without the full stop of an abbreviation. Shortened
names (`Sept`, `janv`) are listed where they can only be one month of their language.
"""

from __future__ import annotations

import json
import sys
import unicodedata
from collections.abc import Iterable, Iterator
from pathlib import Path

from babel import Locale

# Where two languages give one name to different months (`listopad`), the one with more news online comes first.
LANGUAGES = (
    "en", "es", "de", "fr", "pt", "ru", "it", "id", "tr", "ar", "pl", "nl", "fa", "vi", "uk", "ro", "el", "hu",
    "cs", "sv", "da", "no", "fi", "hi", "bn", "ms", "th", "ko", "bg", "sr", "sr_Latn", "hr", "sk", "sl", "lt", "lv",
    "et", "he", "ur", "ta", "te", "mr", "gu", "ca", "gl", "eu", "az", "kk", "uz", "hy", "ka", "sq", "mk", "bs",
    "is", "sw", "af", "fil", "mn", "be", "ne", "ml", "kn", "pa", "my", "km", "si", "nb", "nn", "ga", "cy", "lb",
    "mt", "zu", "xh", "am", "so", "ha", "yo", "zh", "ja",
)  # fmt: skip
SHORTEST_PREFIX = 3
# Countries that name their months otherwise than the language does elsewhere: Austria, the Levant, the Maghreb,
# Afghanistan.
FURTHER = {"de": ("de_AT",), "ar": ("ar_SY", "ar_DZ", "ar_MA"), "fa": ("fa_AF",)}
# What CLDR lacks: the case that stands after a day (`11. marta`) or before it (Basque), the month with `in` before it
# (Hebrew), and short forms of a house's own (Reuters' `Mrz`).
_SOUTH_SLAVIC = (
    ("januara", 1), ("februara", 2), ("marta", 3), ("aprila", 4), ("maja", 5), ("juna", 6), ("jula", 7), ("avgusta", 8),
    ("septembra", 9), ("oktobra", 10), ("novembra", 11), ("decembra", 12),
)  # fmt: skip
_HEBREW = (
    ("בינואר", 1), ("בפברואר", 2), ("במרץ", 3), ("במרס", 3), ("מרס", 3), ("באפריל", 4), ("במאי", 5), ("ביוני", 6),
    ("ביולי", 7), ("באוגוסט", 8), ("בספטמבר", 9), ("באוקטובר", 10), ("בנובמבר", 11), ("בדצמבר", 12),
)  # fmt: skip
_BASQUE = (
    ("urtarrilaren", 1), ("otsailaren", 2), ("martxoaren", 3), ("apirilaren", 4), ("maiatzaren", 5), ("ekainaren", 6),
    ("uztailaren", 7), ("abuztuaren", 8), ("irailaren", 9), ("urriaren", 10), ("azaroaren", 11), ("abenduaren", 12),
)  # fmt: skip
EXTRA: dict[str, tuple[tuple[str, int], ...]] = {
    "he": _HEBREW,
    "eu": _BASQUE,
    "de": (("mrz", 3),),
    "bs": _SOUTH_SLAVIC,
    "sr_Latn": _SOUTH_SLAVIC,
    "sr": (
        ("јануара", 1), ("фебруара", 2), ("марта", 3), ("априла", 4), ("маја", 5), ("јуна", 6), ("јула", 7),
        ("августа", 8), ("септембра", 9), ("октобра", 10), ("новембра", 11), ("децембра", 12),
    ),
    "sl": (
        ("januarja", 1), ("februarja", 2), ("marca", 3), ("aprila", 4), ("maja", 5), ("junija", 6), ("julija", 7),
        ("avgusta", 8), ("septembra", 9), ("oktobra", 10), ("novembra", 11), ("decembra", 12),
    ),
}  # fmt: skip


def tables() -> dict[str, dict[str, dict[str, int]]]:
    """Numbers (months 1 to 12, weekdays Monday 0) by kind, language and name."""
    kinds = {"month": "months", "weekday": "days"}
    return {kind: {code: _names(code, attribute) for code in LANGUAGES} for kind, attribute in kinds.items()}


def _names(code: str, attribute: str) -> dict[str, int]:
    table = getattr(Locale.parse(code), attribute)
    names: dict[str, int] = {}
    widest: dict[str, int] = {}
    for context in ("format", "stand-alone"):
        for width in ("wide", "abbreviated"):
            for number, name in table[context][width].items():
                names.setdefault(plain(name), number)
                if width == "wide":
                    widest[plain(name)] = number
    for prefix, number in _prefixes(widest.items()):
        names.setdefault(prefix, number)
    if attribute == "months":
        for country in FURTHER.get(code, ()):
            for number, name in Locale.parse(country).months["format"]["wide"].items():
                names.setdefault(plain(name), number)
        for name, number in EXTRA.get(code, ()):
            names.setdefault(plain(name), number)
    return {name: number for name, number in names.items() if not name.isdigit() and len(name) > 1}


def _prefixes(names: Iterable[tuple[str, int]]) -> Iterator[tuple[str, int]]:
    """Shortened names that can only be one month of their language."""
    meant: dict[str, set[int]] = {}
    for name, number in names:
        for length in range(SHORTEST_PREFIX, min(len(name), SHORTEST_PREFIX + 3)):
            meant.setdefault(name[:length], set()).add(number)
    for prefix, numbers in meant.items():
        if len(numbers) == 1 and prefix.isalpha():
            yield prefix, next(iter(numbers))


def plain(name: str) -> str:
    """As `cleaner.normalise.calendar_words` folds the words it looks up."""
    bare = "".join(c for c in unicodedata.normalize("NFD", name.casefold()) if not unicodedata.combining(c))
    return unicodedata.normalize("NFC", bare).strip(". ")


def text() -> str:
    """The data file's text: one line a kind and language."""
    kinds = []
    for kind, languages in tables().items():
        rows = (f"  {json.dumps(code)}: {json.dumps(names, ensure_ascii=False)}" for code, names in languages.items())
        kinds.append(f"{json.dumps(kind)}: {{\n" + ",\n".join(rows) + "\n}")
    return "{\n" + ",\n".join(kinds) + "\n}\n"


if __name__ == "__main__":
    Path(sys.argv[1]).write_text(text(), encoding="utf-8", newline="\n")
