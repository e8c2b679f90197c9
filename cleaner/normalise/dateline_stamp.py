"""What stands before a dateline's agency or dash: a place and, often, a date, in the figures of many scripts."""

from __future__ import annotations

import re

from cleaner.normalise import calendar_words, gazetteer, tables

_LONGEST_DATE = 44
_FIGURE = re.compile(r"\d")
_WORD = r"[^\s\d.,;:/|()\[\]_\-–—]{2,20}"
# Arabic months of the Levant are two words (`كانون الثاني`).
_MONTH = rf"{_WORD}(?:\s(?:الأول|الاول|الثاني|الثانى))?"
_YEAR = r"(?:(?:\.?,?\s{1,2}|/)(?:del?\s)?(?P<year>\d{4})(?:\s?(?:г(?:ода|\.)?|року?|р\.|m\.|م|г\.))?)?"
_DATE_TAIL = re.compile(
    rf"(?:^|[\s,.;،])(?:(?P<d1>\d{{1,2}})(?:st|nd|rd|th|er|\.|º|ª)?\s{{0,2}}(?:de\s)?(?P<m1>{_MONTH})(?:/[^\s\d/]{{3,10}})?\.?"
    rf"|(?P<m2>{_WORD})\.?\s{{0,2}}(?P<d2>\d{{1,2}})(?:st|nd|rd|th|\sd\.|\.)?|(?P<m3>{_WORD})(?=\s\d{{4}}))"
    rf"{_YEAR}(?:,\s(?P<clock>\d{{1,2}}:\d\d))?[\s,.]*$"
)
# Year first, as Hungarian and Lithuanian print it, a weekday perhaps after it.
_YEAR_FIRST = re.compile(
    rf"(?:^|[\s,.])(?P<year>\d{{4}})(?:\.|\sm\.)?\s(?P<month>{_WORD})\s(?P<day>\d{{1,2}})(?:\.|\sd\.)?(?:,?\s{_WORD})?[\s,.]*$"
)
# A sign before the figures is asked for, so that scores (`Roma 2-1`) are no dates; a whole year is sign enough.
_NUMBERS = re.compile(
    r"(?:^|[\s,،])(?P<y>\d{4})(?P<ys>[-/.])(?P<ym>\d{1,2})(?P=ys)(?P<yd>\d{1,2})[\s,.]*$"
    r"|(?:^|[\s,،])(?P<a>\d{1,2})\s?(?P<s>[-/.])\s?(?P<b>\d{1,2})\s?(?P=s)\s?(?P<year>\d{4})[\s,.]*$"
    r"|(?:^|[,،]|\s-)\s?(?P<c>\d{1,2})\s?[-/.]\s?(?P<d>\d{1,2})[\s,.]*$"
)
_VIETNAMESE = re.compile(r"(?:^|[\s,])(?:ngày\s)?(?P<day>\d{1,2})\stháng\s(?P<month>\d{1,2})[\s,]*$")
# Press Trust of India's Hindi service writes the days up to nine as words.
_HINDI_DAY = re.compile(r"(?:^|[\s,])(?P<day>एक|दो|तीन|चार|पांच|पाँच|छह|छः|सात|आठ|नौ) (?P<month>[^\s\d.,]{2,12})[\s,]*$")
_HINDI = {"एक": 1, "दो": 2, "तीन": 3, "चार": 4, "पांच": 5, "पाँच": 5, "छह": 6, "छः": 6, "सात": 7, "आठ": 8, "नौ": 9}
# Gulf agencies print the day of the Islamic calendar (its years are now in the 1400s) before the other one.
_HIJRI = re.compile(
    r"[\s,]+(?:\d{1,2}\s[^\d,]{3,24}|[^\d,]{3,24}\s\d{1,2}),?\s1[34]\d\d,?(?:\s(?:AH|A\.H\.|H|هـ|ه))?[\s,]*"
    r"(?:الموافق|[Cc]orresponding to)?[\s,]*$"
)
# The date may come first: `7 сентября, Минск /Корр. БЕЛТА/`.
_DATE_FIRST = re.compile(r"(?P<date>\d{1,2}\s[^\s\d,.]{2,20})[,.]\s")
# Words that join place and date (`الدوحة في 9 يناير`, `Roma, il 3 marzo`).
_LEADS = frozenset({"في", "am", "den", "le", "il", "el", "dnia", "on", "στις", "em", "aos"})


def place_and_date(printed: str, language: str | None, site: str | None = None) -> tuple[str | None, str | None]:
    """The place and the date of what stands before agency or dash; (None, None) if it is anything else.

    The date is ISO 8601, `--12-02` where no year is printed. `site` tells the order of numeric dates, which is
    otherwise day first, as datelines of figures are written everywhere but in the United States.
    """
    printed = _without_weekday(printed.strip(" \t-–—"), language)
    dated = _date_at_end(printed, language, site)
    if dated:
        start, date = dated
        before = printed[:start]
        if _FIGURE.search(before):
            before = _HIJRI.sub("", before + " ")
        named = _without_lead(_stripped(before), language)
        if not named:
            return None, date
        return (named, date) if gazetteer.can_be_place(named) else (None, None)
    first = _DATE_FIRST.match(printed)
    place = _stripped(printed[first.end() :] if first else printed)
    if first:
        day = place_and_date(first["date"], language, site)[1]
        return (place, day) if day and gazetteer.can_be_place(place) else (None, None)
    return (place if gazetteer.can_be_place(place) else None), None


def _without_weekday(printed: str, language: str | None) -> str:
    """Without a weekday after a comma (`Brüsszel, szeptember 7., csütörtök`, `København, torsdag`)."""
    before, comma, last = printed.rpartition(", ")
    return before if comma and " " not in last and calendar_words.weekday(last, language) is not None else printed


def _date_at_end(printed: str, language: str | None, site: str | None) -> tuple[int, str] | None:
    """Where the date that closes these words begins, and the date."""
    if not _FIGURE.search(printed):
        found = _HINDI_DAY.search(printed) if printed[-1:] > "\u0900" else None
        date = _with_month(found["month"], _HINDI[found["day"]], None, "hi") if found else None
        return (found.start(), date) if found and date else None
    at = max(0, len(printed) - _LONGEST_DATE)
    for form, read in ((_YEAR_FIRST, _year_first), (_DATE_TAIL, _worded)):
        tail = form.search(printed, at)
        date = read(tail, language) if tail else None
        if tail and date:
            return tail.start(), date
    spoken = _VIETNAMESE.search(printed, at) if "tháng" in printed else None
    date = _iso(None, int(spoken["month"]), int(spoken["day"])) if spoken else None
    if spoken and date:
        return spoken.start(), date
    numbers = _NUMBERS.search(printed, at)
    date = _numbered(numbers, site) if numbers else None
    return (numbers.start(), date) if numbers and date else None


def _year_first(tail: re.Match[str], language: str | None) -> str | None:
    return _with_month(tail["month"], int(tail["day"]), tail["year"], language)


def _worded(tail: re.Match[str], language: str | None) -> str | None:
    month = calendar_words.month(tail["m1"] or tail["m2"] or tail["m3"], language)
    if month is None:
        return None
    if tail["m3"]:
        return f"{tail['year']}-{month:02d}" if tail["year"] else None
    clock = f"T{tail['clock']:0>5}" if tail["clock"] else ""
    date = _iso(tail["year"], month, int(tail["d1"] or tail["d2"]))
    return date + clock if date else None


def _with_month(name: str, day: int, year: str | None, language: str | None) -> str | None:
    month = calendar_words.month(name, language)
    return _iso(year, month, day) if month else None


def _numbered(found: re.Match[str], site: str | None) -> str | None:
    if found["y"]:
        return _iso(found["y"], int(found["ym"]), int(found["yd"]))
    first, second = int(found["a"] or found["c"]), int(found["b"] or found["d"])
    day_first = first > 12 or (second <= 12 and not _month_first(site))
    month, day = (second, first) if day_first else (first, second)
    return _iso(found["year"], month, day)


def _month_first(site: str | None) -> bool:
    place = tables.whereabouts(site)
    return place is not None and (not place.publisher.day_first if place.publisher else place.country == "US")


def _iso(year: str | None, month: int, day: int) -> str | None:
    return f"{int(year) if year else '-'}-{month:02d}-{day:02d}" if 1 <= month <= 12 and 1 <= day <= 31 else None


def _stripped(place: str) -> str:
    """The place without closing signs, but with the full stop of a shortened region (`Calif.`)."""
    place = place.strip(" ,;،-–—")
    return place if ", " in place else place.rstrip(" .")


def _without_lead(place: str, language: str | None) -> str:
    """Without a weekday or the word that joined place and date."""
    kept, _, last = place.rpartition(" ")
    last = last.strip(".,")
    if last in _LEADS or calendar_words.weekday(last, language) is not None:
        return kept.rstrip(" ,-–—")
    return place
