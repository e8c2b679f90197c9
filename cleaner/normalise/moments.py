"""Tokens of a line put together: which moments it states, and under which label."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, datetime
from functools import lru_cache
from typing import Literal, NamedTuple

from cleaner.normalise import calendar_words, tables, zones
from cleaner.normalise.tokens import Token, tokenize, with_plain_figures

_THREE_PAIRS = re.compile(r"\d\d([-/.])\d\d\1\d\d")
# How many characters may stand between a date and its time (`, Thursday at `).
_REACH = 22
# Between two moments: the second is of the last change (`10:42 -> 14:05`).
_ARROW = re.compile(r"[\s.,(]*(?:-+>|=+>|→|⇒|➔|➜|»)\s*")
# Zones of the country that writes the month first.
_MONTH_FIRST_ZONES = frozenset(
    {"ET", "EST", "EDT", "CT", "CST", "CDT", "MT", "MST", "MDT", "PT", "PST", "PDT", "AKST", "AKDT", "HST"}
)
_BBC_FORM = "last updated at"  # "11 January 2012 Last updated at 15:44": one moment, of the update


class Hints(NamedTuple):  # not a dataclass: every parser of a line makes them and asks the caches by them
    """What is known beside the line when its dates are read.

    day_first: the caller's wish for numeric dates that nothing else decides.
    known: days stated without doubt elsewhere on the page.
    """

    site: str | None = None
    language: str | None = None
    day_first: bool | None = None
    known: tuple[date, ...] = ()


class Moment(NamedTuple):  # not a dataclass, as tokens are not: every date line makes some
    """A day, perhaps with its time and zone. `label` is None where the line gives none."""

    label: Literal["published", "modified"] | None
    day: date
    at: Token | None = None
    zone: zones.Zone | None = None

    @property
    def iso(self) -> str:
        """ISO 8601 with as much precision as is printed."""
        if self.at is None or self.at.clock is None:
            return self.day.isoformat()
        moment = datetime.combine(self.day, self.at.clock)
        return (self.zone.at(moment) if self.zone else moment).isoformat()

    @property
    def precision(self) -> str:
        """`day`, `minute` or `second`."""
        if self.at is None:
            return "day"
        return "second" if self.at.seconds else "minute"


class Scan(NamedTuple):
    """All that a line says of time. `why` and `warnings` tell how open questions were settled."""

    tokens: tuple[Token, ...] = ()
    published: Moment | None = None
    modified: Moment | None = None
    why: str = ""
    warnings: tuple[str, ...] = ()


_NOTHING = Scan()
# Every whole date has figures in two places.
_FIGURES_TWICE = re.compile(r"\d\D++\d")


# Longer lines with more small words than labels, dates and furniture have are paragraphs; scripts without spaces
# show it by the marks between and after clauses.
_LONG_LINE = 80
_MOST_SMALL_WORDS = 7
_LONG_UNSPACED = 40


@lru_cache(maxsize=64)
def is_prose(text: str) -> bool:
    """Whether a long line is running text by its small words, so that neither dates nor names need be looked for."""
    if len(text) > _LONG_LINE and sum(map(str.islower, text.split())) > _MOST_SMALL_WORDS:
        return True
    return len(text) > _LONG_UNSPACED and not text.isascii() and sum(map(text.count, "，。、")) > 1


@lru_cache(maxsize=64)  # the parsers of one line ask one after the other
def scan(text: str, hints: Hints) -> Scan:
    """What this line states; the caller bounds its length."""
    if not _FIGURES_TWICE.search(text):
        return _NOTHING
    text = with_plain_figures(text)
    tokens = tokenize(text, hints.site, hints.language)
    if not any(token.kind == "date" for token in tokens):
        return Scan(tuple(tokens))
    reader = _Reader(text, tokens, hints)
    moments = _shared_zone(reader.moments(), tokens)
    published, modified = _chosen(moments, tokens)
    chosen = [moment.zone for moment in (published, modified) if moment and moment.zone]
    whys = [*reader.whys, *(zone.why for zone in chosen if " is " in zone.why)]
    warnings = [*reader.warnings, *(zone.warning for zone in chosen if zone.warning)]
    return Scan(tuple(tokens), published, modified, "; ".join(dict.fromkeys(whys)), tuple(dict.fromkeys(warnings)))


class _Reader:
    """Walks the tokens once; kept apart so that its notes need not be passed through every step."""

    def __init__(self, text: str, tokens: Sequence[Token], hints: Hints) -> None:
        self.text, self.tokens, self.hints = text, tokens, hints
        self.whys: list[str] = []
        self.warnings: list[str] = []
        self.label: Literal["published", "modified"] | None = None
        self.pending: Token | None = None
        self.found: list[Moment] = []
        self.used: set[int] = set()

    def moments(self) -> list[Moment]:
        for index, token in enumerate(self.tokens):
            if index and self.found and self.label is None and self._is_after_arrow(index):
                self.label = "modified"
            if token.kind in ("published", "modified"):
                self._on_label(index, token)
            elif token.kind == "time" and index not in self.used:
                self._on_time(index, token)
            elif token.kind == "date" or (token.kind == "part" and self.found):
                self._on_day(index, token)
        return self.found

    def _on_label(self, index: int, token: Token) -> None:
        later = any(other.kind in ("date", "part", "time") for other in self.tokens[index + 1 :])
        closes = not self.text[token.end :].strip(" )）]】")
        # Of one moment alone, only languages that put the verb last say so by a label after it (`2024.12.02 수정`).
        enough = len(self.found) > 1 or not token.words.isascii()
        if not later and closes and enough and self.found and self.found[-1].label is None:
            self.found[-1] = self.found[-1]._replace(label="modified" if token.kind == "modified" else "published")
        self.label = "published" if token.kind == "published" else "modified"

    def _on_time(self, index: int, token: Token) -> None:
        after_relative = index > 0 and self.tokens[index - 1].kind == "relative"
        if after_relative or self._next_is(index, "date", "part"):
            self.pending = None if after_relative else token
            return
        if self.found and (self.label == "modified" or (self.label and self.found[0].label == "modified")):
            first = self.found[0]
            self._add(Moment(self.label, first.day, token, token.zone or first.zone))

    def _is_after_arrow(self, index: int) -> bool:
        return _ARROW.fullmatch(self.text, self.tokens[index - 1].end, self.tokens[index].start) is not None

    def _on_day(self, index: int, token: Token) -> None:
        day = self._day(token)
        if day is None or (token.kind == "part" and not self._may_be_part(index)):
            return
        clock = self.pending
        if clock is None and self._next_is(index, "time"):
            clock = self.tokens[index + 1]
            self.used.add(index + 1)
        self._add(Moment(self.label, day, clock, clock.zone if clock else None))

    def _add(self, moment: Moment) -> None:
        self.found.append(moment)
        self.label = self.pending = None

    def _may_be_part(self, index: int) -> bool:
        """A day without a year counts only as an update of a whole date before it."""
        closing = index + 2 < len(self.tokens) and self.tokens[index + 2].kind == "modified"
        return self.label == "modified" or closing

    def _next_is(self, index: int, *kinds: str) -> bool:
        if index + 1 >= len(self.tokens):
            return False
        token, following = self.tokens[index], self.tokens[index + 1]
        return following.kind in kinds and 0 <= following.start - token.end <= _REACH

    def _day(self, token: Token) -> date | None:
        year, first, second, separator = token.day
        if token.kind == "part":
            return _real(self.found[0].day.year, first, second)
        if not separator:
            return _real(year, first, second)
        if self._year_first(token):
            return _real(2000 + first, second, year % 100)
        day_first, why, warning = self._order(token)
        if why:
            self.whys.append(why)
        if warning:
            self.warnings.append(warning)
        return _real(year, second, first) if day_first else _real(year, first, second)

    def _year_first(self, token: Token) -> bool:
        """Whether `24.03.11` is of 2024: two digits each, at an outlet that puts the year first."""
        place = tables.whereabouts(self.hints.site)
        return (
            place is not None
            and place.publisher is not None
            and place.publisher.order == "ymd"
            and _THREE_PAIRS.fullmatch(self.text[token.start : token.end]) is not None
        )

    def _order(self, token: Token) -> tuple[bool, str, str]:
        year, first, second, separator = token.day
        printed = self.text[token.start : token.end]
        if first > 12 or second > 12:
            small = max(first, second)
            order = "day" if first > 12 else "month"
            return first > 12, f"the {order} comes first in {printed}, because {small} cannot be a month", ""
        if first == second:
            return True, "", ""
        because = self._told_by_day(token, (_real(year, second, first), _real(year, first, second)))
        if because is None:
            because = _told_by_site(self.hints) or _told_by_language(self.hints, separator) or self._told_by_zone()
        if because is None:
            return self._default(printed)
        day_first, reason = because
        return day_first, f"the {'day' if day_first else 'month'} comes first in {printed}, because {reason}", ""

    def _told_by_day(self, token: Token, readings: tuple[date | None, date | None]) -> tuple[bool, str] | None:
        """What the weekday printed beside the date, or another date of the page, says of the order."""
        as_day_first, as_month_first = readings
        if as_day_first is None or as_month_first is None:
            return None
        known = self.hints.known
        if (as_day_first in known) != (as_month_first in known):
            right = as_day_first if as_day_first in known else as_month_first
            return right == as_day_first, f"the page also names {right.isoformat()}"
        weekday = self._weekday_before(token)
        if weekday is not None and as_day_first.weekday() != as_month_first.weekday():
            for reading in readings:
                if reading and reading.weekday() == weekday[0]:
                    return reading == as_day_first, f"{reading.isoformat()} was a {weekday[1]}"
        return None

    def _told_by_zone(self) -> tuple[bool, str] | None:
        zone = next((token.zone.printed for token in self.tokens if token.zone), "").upper()
        return (False, f"{zone} is a clock of the United States") if zone in _MONTH_FIRST_ZONES else None

    def _weekday_before(self, token: Token) -> tuple[int, str] | None:
        before = self.text[max(0, token.start - 24) : token.start]
        words = re.findall(r"[^\s\d.,;:/|()]{2,20}", before)[-2:]
        for phrase in (" ".join(words), *reversed(words)):
            number = calendar_words.weekday(phrase, self.hints.language)
            if number is not None:
                return number, phrase
        return None

    def _default(self, printed: str) -> tuple[bool, str, str]:
        day_first = True if self.hints.day_first is None else self.hints.day_first
        order = "day" if day_first else "month"
        source = "the default" if self.hints.day_first is None else "the caller's option"
        warning = f"ambiguous-date-order: {printed} read with the {order} first, which is {source}"
        return day_first, f"the {order} comes first in {printed} by {source}", warning


def _told_by_site(hints: Hints) -> tuple[bool, str] | None:
    place = tables.whereabouts(hints.site)
    if place is None:
        return None
    if place.publisher:
        order = "day" if place.publisher.day_first else "month"
        return place.publisher.day_first, f"{place.site} ({place.publisher.name}) writes the {order} first"
    if place.country and place.country not in ("CA", "PH"):
        first = place.country != "US"
        return first, f"{place.site} is of {place.country}, which writes the {'day' if first else 'month'} first"
    return None


def _told_by_language(hints: Hints, separator: str) -> tuple[bool, str] | None:
    if hints.language and hints.language not in ("en", "fil"):
        return True, f"the page is in {hints.language}"
    if separator == ".":
        return True, "dates with full stops are written so"
    return None


def _real(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _shared_zone(moments: list[Moment], tokens: Sequence[Token]) -> list[Moment]:
    """A zone printed once, after the line's last time, holds for the times before it."""
    clocks = [moment for moment in moments if moment.at]
    if len(clocks) < 2 or clocks[-1].zone is None or any(moment.zone for moment in clocks[:-1]):
        return moments
    last = clocks[-1].zone
    return [moment._replace(zone=last) if moment.at else moment for moment in moments]


def _chosen(moments: Sequence[Moment], tokens: Sequence[Token]) -> tuple[Moment | None, Moment | None]:
    published = next((moment for moment in moments if moment.label == "published"), None)
    modified = next((moment for moment in moments if moment.label == "modified"), None)
    if published is None:
        published = next((moment for moment in moments if moment.label is None), None)
        if modified and modified.at and any(token.words == _BBC_FORM for token in tokens) and len(moments) == 2:
            published = None if modified.day == (published and published.day) else published
    return published, modified
