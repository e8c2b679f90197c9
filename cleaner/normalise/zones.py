"""Which zone a printed abbreviation, offset or city means, and what it is at a given time."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone, tzinfo
from functools import cache, lru_cache
from typing import Any
from zoneinfo import ZoneInfo, available_timezones

from cleaner.normalise import tables

_OFFSET = re.compile(r"(?:UTC|GMT)?\s?([+\-−])(\d{1,2})(?::?(\d{2}))?")


@dataclass(frozen=True, slots=True)
class Zone:
    """A printed zone and what it was read as.

    printed: as it stands in the text. zone: what the clock is set to. why: in words, how it was read.
    warning: set where the abbreviation has several meanings and nothing told which.
    """

    printed: str
    zone: tzinfo
    why: str = ""
    warning: str = ""

    def at(self, moment: datetime) -> datetime:
        """The same wall clock with this zone's offset."""
        return moment.replace(tzinfo=self.zone)


@lru_cache(maxsize=1024)  # a corpus prints few zones, each of them on every page
def read(printed: str, site: str | None, language: str | None) -> Zone | None:
    """The zone of `IST`, `GMT+1`, `+05:30` or `Paris`, as the site's or language's country uses it; else None."""
    offset = _OFFSET.fullmatch(printed)
    if offset:
        sign = -1 if offset[1] != "+" else 1
        span = timedelta(hours=int(offset[2]), minutes=int(offset[3] or 0))
        return Zone(printed, timezone(sign * span)) if span <= timedelta(hours=14) else None
    rows = _table().get(printed.upper())
    if rows:
        return _abbreviation(printed, rows, site, language)
    city = _cities().get(printed.casefold())
    return Zone(city, ZoneInfo(city), f"{printed} is {city}") if city else None


def _abbreviation(printed: str, rows: Any, site: str | None, language: str | None) -> Zone:
    readings = rows["readings"]
    if len(readings) == 1:
        return _of(printed, readings[0])
    place = tables.whereabouts(site)
    if place and place.country:
        for reading in readings:
            if place.country in reading["countries"]:
                return _of(printed, reading, f"{place.site} is a site of {_country(place.country)}")
    for reading in readings:
        if language and _HOMES.get(language) in reading["countries"]:
            return _of(printed, reading, f"the page is in {language}")
    first = readings[0]
    if not rows["ask"]:
        return _of(printed, first)
    others = " or ".join(reading["name"] for reading in readings[1:])
    warning = f"ambiguous-zone: {printed} taken as {first['name']}; it may be {others}"
    return _of(printed, first, "the commonest meaning, as no site tells", warning)


@cache
def _country(code: str) -> str:
    from babel import Locale  # few pages ask, and it takes longer to load than to clean a page

    return str(Locale.parse("en").territories.get(code, code))


# Languages whose news is written, nearly all of it, in one country of those that share an abbreviation.
_HOMES = {"hi": "IN", "ta": "IN", "te": "IN", "mr": "IN", "gu": "IN", "kn": "IN", "ml": "IN", "he": "IL", "ga": "IE",
          "bn": "BD", "zh": "CN", "fil": "PH", "hy": "AM"}  # fmt: skip


def _of(printed: str, reading: Any, because: str = "", warning: str = "") -> Zone:
    spec = reading["zone"]
    offset = _OFFSET.fullmatch(spec)
    if offset:
        span = timedelta(hours=int(offset[2]), minutes=int(offset[3]))
        clock: tzinfo = timezone(span if offset[1] == "+" else -span)
    else:
        clock = ZoneInfo(spec)
    tail = f", because {because}" if because else ""
    return Zone(printed, clock, f"{printed} is {reading['name']} ({spec}){tail}", warning)


@cache
def abbreviations() -> str:
    """A regular expression's alternatives for every abbreviation in the table, longest first."""
    return "|".join(sorted(_table(), key=lambda name: (-len(name), name)))


@cache
def _table() -> dict[str, Any]:
    table: dict[str, Any] = tables.load("zones.json")
    return table


@cache
def _cities() -> dict[str, str]:
    """City names of the zone database, `paris` -> `Europe/Paris`."""
    areas = ("Africa/", "America/", "Asia/", "Australia/", "Europe/", "Pacific/")
    names = sorted(name for name in available_timezones() if name.startswith(areas))
    return {name.rpartition("/")[2].replace("_", " ").casefold(): name for name in names}
