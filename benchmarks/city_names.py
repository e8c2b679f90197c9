"""Write `cleaner/normalise/cities.json`, city names in many languages, from Babel (CLDR's cities of time zones).

    python -m benchmarks.city_names cleaner/normalise/cities.json

CLDR names a city for each time zone, in every language it covers: most capitals are among them. `places.json` beside
it is written by hand, for cities that have no zone of their own.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping
from pathlib import Path

from babel import Locale

LANGUAGES = (
    "am", "ar", "az", "be", "bg", "bn", "bs", "ca", "cs", "da", "de", "el", "es", "et", "fa", "fi", "fr", "gu", "he",
    "hi", "hr", "hu", "hy", "id", "is", "it", "ka", "kk", "km", "kn", "ky", "lt", "lv", "mk", "ml", "mn", "mr", "ms",
    "my", "ne", "nl", "no", "pa", "pl", "pt", "pt_PT", "ro", "ru", "si", "sk", "sl", "sq", "sr", "sr_Latn", "sv", "sw",
    "ta", "te", "th", "tr", "uk", "ur", "uz", "vi",
)  # fmt: skip
# Zones named for what no story is filed from, or by a word of everyday language.
LEFT_OUT = frozenset(
    {
        "America/Indiana/Knox", "America/Indiana/Tell_City", "America/Nome", "America/North_Dakota/Center",
        "America/Regina", "America/Resolute", "Asia/Oral", "Atlantic/Stanley", "Europe/Isle_of_Man", "Indian/Christmas",
        "Indian/Maldives", "Indian/Reunion", "Pacific/Easter", "Pacific/Midway", "Pacific/Wake",
    }
)  # fmt: skip
_SHORTEST = 3


def cities() -> list[str]:
    """The names in order, none twice."""
    names: set[str] = set()
    for code in LANGUAGES:
        zones = Locale.parse(code).time_zones
        names.update(_city(zone) for key, zone in zones.items() if key.startswith(_AREAS) and key not in LEFT_OUT)
    return sorted(name for name in names if len(name) >= _SHORTEST and not any(map(str.isdigit, name)))


def _city(zone: Mapping[str, object]) -> str:
    name = zone.get("city")
    return name.split(",")[0].split(" (")[0].strip() if isinstance(name, str) else ""


_AREAS = ("Africa/", "America/", "Asia/", "Europe/", "Australia/", "Pacific/", "Atlantic/", "Indian/")


if __name__ == "__main__":
    text = json.dumps(cities(), ensure_ascii=False, indent=0)
    Path(sys.argv[1]).write_text(text + "\n", encoding="utf-8", newline="\n")
