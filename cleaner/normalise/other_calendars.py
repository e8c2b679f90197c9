"""Dates of other calendars, and of two-word months, as days of ours.

The Persian solar year (`۱۵ آبان ۱۴۰۲`), the Buddhist year of Thailand (`15 พ.ย. 2566`), Japan's eras (`令和6年5月1日`),
Taiwan's Minguo (`民國113年5月1日`), and the months that Arabic papers print twice (`5 تشرين الثاني/نوفمبر 2023`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from persiantools.jdatetime import JalaliDate

from cleaner.normalise import calendar_words, tables

_BUDDHIST_ERA = 543  # years that Thailand counts before ours, since its new year is ours (1941)
_PERSIAN_LANGUAGES = frozenset({"fa", "prs", "ps"})
# Both spellings of the two letters that Arabic and Persian keyboards write differently.
_PERSIAN_MONTHS = (
    "فرورد[یي]ن", "ارد[یي]بهشت", "خرداد", "ت[یي]ر", "مرداد", "شهر[یي]ور", "مهر", "آبان", "آذر", "د[یي]",
    "بهمن", "اسفند",
)  # fmt: skip
_PERSIAN = re.compile(
    rf"(?=\d)(?<!\d)(?P<d>\d{{1,2}})\s?(?P<m>{'|'.join(f'(?:{name})' for name in _PERSIAN_MONTHS)})(?:\s?ماه)?[،,]?\s?"
    r"(?P<y>1[34]\d\d)(?!\d)"
)
_PERSIAN_FIGURES = re.compile(
    r"(?<!\d)(?P<y>1[34]\d\d)\s?(?P<s>[-/.])\s?(?P<m>\d{1,2})\s?(?P=s)\s?(?P<d>\d{1,2})(?!\d)"
)
_THAI = re.compile(
    r"(?=\d)(?<!\d)(?P<d>\d{1,2})\s?(?P<m>[\u0e01-\u0e4e]{1,12}(?:\.[\u0e01-\u0e4e]{1,2}\.)?)\s?(?:พ\.ศ\.\s?)?"
    r"(?P<y>\d{4}|\d\d)(?!\d)"
)
_ERAS = {"令和": 2018, "平成": 1988, "昭和": 1925, "民國": 1911, "民国": 1911}  # the year before each one's first
_ERA = re.compile(
    rf"(?P<e>{'|'.join(_ERAS)})\s?(?P<y>\d{{1,3}}|元)\s?年\s?(?P<m>\d{{1,2}})\s?月\s?(?P<d>\d{{1,2}})\s?日"
)
_ARABIC_MONTH = r"[\u0621-\u064a]{2,8}(?:\s[\u0621-\u064a]{4,6})?"
_ARABIC = re.compile(
    rf"(?=\d)(?<!\d)(?P<d>\d{{1,2}})\s(?P<m>{_ARABIC_MONTH})(?:\s?[/(\-]\s?(?P<n>{_ARABIC_MONTH})\s?\)?)?[،,]?\s"
    r"(?P<y>\d{4})(?!\d)"
)


# A sign of each script, without which none of its forms can stand here.
_ARABIC_LETTER, _THAI_LETTER = re.compile("[\u0600-\u06ff]"), re.compile("[\u0e01-\u0e4e]")


class Day(NamedTuple):
    """A day of our calendar, and where in the text it is printed."""

    start: int
    end: int
    year: int
    month: int
    day: int


def days(text: str, at: int, end: int, site: str | None, language: str | None) -> Iterator[Day]:
    """The days printed between two places of a text in forms that are not our calendar's, in no order."""
    if language in _PERSIAN_LANGUAGES or _is_of_iran(site):
        yield from filter(
            None, (_persian(found, int(found["m"])) for found in _PERSIAN_FIGURES.finditer(text, at, end))
        )
    if text.isascii():
        return
    arabic = _ARABIC_LETTER.search(text)
    for found in _PERSIAN.finditer(text, at, end) if arabic else ():
        month = next(n for n, name in enumerate(_PERSIAN_MONTHS, 1) if re.fullmatch(name, found["m"]))
        yield from filter(None, [_persian(found, month)])
    for found in _ERA.finditer(text, at, end) if "年" in text else ():
        year = _ERAS[found["e"]] + (1 if found["y"] == "元" else int(found["y"]))
        yield Day(*found.span(), year, int(found["m"]), int(found["d"]))
    for found in _THAI.finditer(text, at, end) if _THAI_LETTER.search(text) else ():
        named, year = calendar_words.month(found["m"], "th"), int(found["y"])
        if named:
            yield Day(*found.span(), _of_thailand(year if year > 99 else 2500 + year), named, int(found["d"]))
    for found in _ARABIC.finditer(text, at, end) if arabic else ():
        named = calendar_words.month(found["m"], "ar") or calendar_words.month(found["n"] or "", "ar")
        if named:
            yield Day(*found.span(), int(found["y"]), named, int(found["d"]))


def _of_thailand(year: int) -> int:
    return year - _BUDDHIST_ERA if year > 2400 else year


def of_figures(year: int) -> int:
    """The year of a date in figures: one that only Thailand has come to (`15/11/2566`) is put back to ours."""
    return _of_thailand(year) if 2500 <= year <= 2640 else year


def _persian(found: re.Match[str], month: int) -> Day | None:
    try:
        jalali = JalaliDate(int(found["y"]), month, int(found["d"]))  # type: ignore[no-untyped-call]  # the library's
        day = jalali.to_gregorian()
    except ValueError:
        return None
    return Day(*found.span(), day.year, day.month, day.day)


def _is_of_iran(site: str | None) -> bool:
    place = tables.whereabouts(site)
    return place is not None and place.country == "IR"
