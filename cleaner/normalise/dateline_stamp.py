"""What stands before a dateline's agency or dash: a place and, often, a date, in the figures of many scripts."""

from __future__ import annotations

import re

from cleaner.normalise import calendar_words, gazetteer, tables

_LONGEST_DATE = 44
_LONGEST_CLOCK = 24
_FIGURE = re.compile(r"\d")
_WORD = r"[^\s\d.,;:/|()\[\]_\-–—]{2,20}"
# Arabic months of the Levant are two words (`كانون الثاني`).
_MONTH = rf"{_WORD}(?:\s(?:الأول|الاول|الثاني|الثانى)|\.[\u0e01-\u0e4e]{{1,2}})?"
_YEAR = (
    r"(?:(?:\.?,?\s{1,2}|/)(?:del?\s)?(?P<year>\d{4}|\d\d(?=[\s,.]*$))"
    r"(?:\s?(?:г(?:ода|\.)?|року?|р\.|r\.|roku|m\.|م|г\.|ж\.))?)?"
)
# `5-mart`, `5-nji mart`, `5th of March`: how languages count days.
_ORDINAL = r"(?:st|nd|rd|th|er|\.|º|ª|-(?:nji|njy|го|ші|шы)|-)?"
_DATE_TAIL = re.compile(
    rf"(?:^|[\s,.;،])(?:(?P<d1>\d{{1,2}}){_ORDINAL}\s{{0,2}}(?:(?:de|of|ng)\s)?(?P<m1>{_MONTH})(?:/[^\s\d/]{{3,10}})?\.?"
    rf"|(?P<m2>{_WORD})\.?\s{{0,2}}(?P<d2>\d{{1,2}})(?:st|nd|rd|th|\sd\.|\.)?|(?P<m3>{_WORD})(?=\s\d{{4}}))"
    rf"{_YEAR}[\s,.]*$"
)
# Year first, as Hungarian and Lithuanian print it, a weekday perhaps after it.
_YEAR_FIRST = re.compile(
    rf"(?:^|[\s,.])(?P<year>\d{{4}})(?:\.|\sm\.|\.?\sgada)?\s(?P<month>{_WORD})\s(?P<day>\d{{1,2}})(?:\.|\sd\.)?(?:,?\s{_WORD})?[\s,.]*$"
)
_DAY_FIRST_YEAR_FIRST = re.compile(
    rf"(?:^|[\s,.])(?P<year>\d{{4}})\.?\sgada\s(?P<day>\d{{1,2}})\.\s(?P<month>{_WORD})[\s,.]*$"
)
# The time of day that may close a date, and its zone.
_CLOCK = re.compile(
    r"(?:\s?[,/]\s?|\s)(?:at\s|um\s|ore\s|à\s)?(?P<hour>\d{1,2})(?P<sign>[:hH])(?P<minute>\d\d)(?:\s?(?P<half>[AaPp])\.?[Mm]\.?)?(?:\s\(?[A-Z]{2,5}\)?)?$"
)
_WHOLE_YEAR = re.compile(r"\d{4}$")
_HOUR = re.compile(r"(?<=\d)[:hH](?=\d)")
# A sign before the figures is asked for, so that scores (`Roma 2-1`) are no dates; a whole year is sign enough.
_NUMBERS = re.compile(
    r"(?:^|[\s,،/])(?P<y>\d{4})(?P<ys>[-/.])(?P<ym>\d{1,2})(?P=ys)(?P<yd>\d{1,2})[\s,.]*$"
    r"|(?:^|[\s,،/])(?P<a>\d{1,2})\s?(?P<s>[-/.])\s?(?P<b>\d{1,2})\s?(?P=s)\s?(?P<year>\d{4}|\d\d)[\s,.]*$"
    r"|(?:^|[,،]|\s-|ngày|(?<=[\u0620-\u06ff])\s|(?<=[A-Z]{4})\s(?=\d\d/\d\d$))\s?(?P<c>\d{1,2})\s?[-/.।]\s?(?P<d>\d{1,2})[\s,.]*$"
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
# The date may come first: `7 сентября, Минск /Корр. БЕЛТА/`, `14.11. Warszawa (PAP)`, `March 5, 2024, Geneva - …`.
_DATE_FIRST = re.compile(
    r"(?=\w{1,12}[\s.])(?P<date>\d{1,2}\s[^\s\d,.]{2,20}(?:\s\d{4})?|\d{1,2}\.\d{1,2}(?:\.\d{4}(?=\.?\s)|(?=\.\s?\w))"
    r"|[A-Z][a-z]{2,8}\.?\s\d{1,2},\s\d{4})(?:[,.|/]|\s[-–—|/]|(?<=\.\d{4})(?=\s))\s{0,2}"
)
# Months of other calendars, whose days are not ours: Nepal's, Ethiopia's, Afghanistan's.
_FOREIGN_MONTHS = (
    "वैशाख", "बैशाख", "वैसाख", "जेठ", "असार", "आषाढ", "साउन", "श्रावण", "भदौ", "भाद्र", "असोज",
    "आश्विन", "कात्तिक", "कार्तिक", "मंसिर", "मङ्सिर", "पुस", "पौष", "माघ", "फागुन", "फाल्गुन",
    "चैत", "चैत्र", "መስከረም", "ጥቅምት", "ኅዳር", "ህዳር", "ታኅሣሥ", "ታህሳስ", "ጥር", "የካቲት", "መጋቢት", "ሚያዝያ",
    "ሚያዚያ", "ግንቦት", "ሰኔ", "ሐምሌ", "ሀምሌ", "ነሐሴ", "ነሃሴ", "ነሀሴ", "حمل", "ثور", "جوزا", "سرطان",
    "اسد", "سنبله", "میزان", "عقرب", "قوس", "جدی", "دلو", "حوت", "فروردین", "اردیبهشت", "خرداد",
    "تیر", "مرداد", "شهریور", "مهر", "آبان", "آذر", "دی", "بهمن", "اسفند",
)  # fmt: skip
_FOREIGN = re.compile(
    rf"[\s,،፣፤]+(?:\d{{1,2}}\s(?:{'|'.join(_FOREIGN_MONTHS)})|(?:{'|'.join(_FOREIGN_MONTHS)})\s\d{{1,2}})(?:\sगते)?"
    r"(?:[\s,،፣/]{1,2}\d{4})?(?:\s?ዓ\.?ም\.?)?[\s,،]*$"
)
# `MADRID, 05 (EUROPA PRESS) - …`, `पुणे, ता. ५ : …`: the day of the month and nothing else.
_DAY_ALONE = re.compile(r",?\s(?:(?:दि|ता|તા)\.\s?)?\d{1,2}\.?$")
# `3-р сарын 5`, `2024 оны 3 дугаар сарын 5`: Mongolian months are numbers.
_MONGOLIAN = re.compile(
    r"(?:^|[\s,.])(?:(?P<year>\d{4})\s?оны\s)?(?P<month>\d{1,2})(?:-р|\s?дугаар|\s?дүгээр)\sсарын\s(?P<day>\d{1,2})(?:-ны|-ний)?[\s,.]*$"
)
_SHORTENED = re.compile(r"[\s.]\w{1,2}\.\s?\w{1,4}\.$")
# Spellings of months that the press prefers to those of CLDR.
_PRESS_SPELLINGS = {
    "సెప్టెంబరు": 9, "అక్టోబరు": 10, "నవంబరు": 11, "డిసెంబరు": 12, "జులై": 7, "ఆగస్టు": 8,
    "सितम्बर": 9, "अक्तूबर": 10, "नवम्बर": 11, "दिसम्बर": 12, "सप्टेंबर": 9, "ऑगस्ट": 8,
    "ആഗസ്റ്റ്": 8, "ആഗസ്ത്": 8, "செப்": 9, "ਸਤੰਬਰ": 9,
    "Ýanwar": 1, "ýanwar": 1, "fewral": 2, "mart": 3, "aprel": 4, "maý": 5, "iýun": 6, "iýul": 7, "awgust": 8,
    "sentýabr": 9, "oktýabr": 10, "noýabr": 11, "dekabr": 12,
}  # fmt: skip
# Words that join place and date (`الدوحة في 9 يناير`, `Roma, il 3 marzo`).
_LEADS = frozenset(
    {"في", "am", "den", "le", "il", "el", "dnia", "on", "στις", "em", "aos", "ngày", "d.", "la", "ditën"}
)


def place_and_date(printed: str, language: str | None, site: str | None = None) -> tuple[str | None, str | None]:
    """The place and the date of what stands before agency or dash; (None, None) if it is anything else.

    The date is ISO 8601, `--12-02` where no year is printed. `site` tells the order of numeric dates, which is
    otherwise day first, as datelines of figures are written everywhere but in the United States.
    """
    printed, clock = _without_clock(_without_weekday(printed.strip(" \t-–—/"), language))
    dated = _date_at_end(printed, language, site)
    if dated:
        start, date = dated
        before = printed[:start]
        if _FIGURE.search(before):
            before = _HIJRI.sub("", before + " ")
        named = _without_lead(_stripped(before), language)
        if not named:
            return None, date + clock
        return (named, date + clock) if gazetteer.can_be_place(named) else (None, None)
    first = _DATE_FIRST.match(printed)
    if first:
        place, day = _stripped(printed[first.end() :]), place_and_date(first["date"], language, site)[1]
        return (place, day + clock) if day and gazetteer.can_be_place(place) else (None, None)
    place = _stripped(_without_day(printed))
    return (place if gazetteer.can_be_place(place) else None), None


def is_foreign(printed: str) -> bool:
    """Whether this is a day of a calendar that is not ours, without more."""
    return not printed.isascii() and _FOREIGN.fullmatch(f" {printed}") is not None


def _without_clock(printed: str) -> tuple[str, str]:
    """Without the time of day at the end, and that time as ISO 8601 writes it after a date."""
    found = _CLOCK.search(printed, max(0, len(printed) - _LONGEST_CLOCK)) if _HOUR.search(printed) else None
    if found is None:
        return printed, ""
    if found["sign"] != ":" and not _WHOLE_YEAR.search(printed[: found.start()]):
        return printed, ""  # `Lyon, 12 mars, 20h30 – …`: an event
    hour = int(found["hour"])
    if found["half"]:
        hour = hour % 12 + 12 * (found["half"] in "Pp")
    return (printed[: found.start()], f"T{hour:02d}:{found['minute']}") if hour < 24 else (printed, "")


def _without_day(printed: str) -> str:
    """Without a day that says no month, or whose month is of a calendar that is not ours."""
    if not _FIGURE.search(printed):
        return printed
    place = _FOREIGN.sub("", printed) if not printed.isascii() else printed
    alone = _DAY_ALONE.search(place)
    if alone and (place[: alone.start()].isupper() or gazetteer.is_known(place[: alone.start()])):
        return place[: alone.start()]
    return place


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
    if "сарын" in printed and (named := _MONGOLIAN.search(printed, at)):
        date = _iso(named["year"], int(named["month"]), int(named["day"]))
        return (named.start(), date) if date else None
    for form, read in (
        (_YEAR_FIRST, _year_first),
        (_DAY_FIRST_YEAR_FIRST, _year_first),
        (_DATE_TAIL, _worded),
    ):
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
    month = _month(tail["m1"] or tail["m2"] or tail["m3"], language)
    if month is None:
        return None
    if tail["m3"]:
        return f"{tail['year']}-{month:02d}" if tail["year"] else None
    return _iso(tail["year"], month, int(tail["d1"] or tail["d2"]))


def _with_month(name: str, day: int, year: str | None, language: str | None) -> str | None:
    month = _month(name, language)
    return _iso(year, month, day) if month else None


def _month(name: str, language: str | None) -> int | None:
    """The month in this language, in a spelling of the press, or in another language: agencies write for many."""
    return calendar_words.month(name, language) or _PRESS_SPELLINGS.get(name) or calendar_words.month(name)


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
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return None
    whole = f"20{year}" if year and len(year) == 2 else year
    return f"{int(whole) if whole else '-'}-{month:02d}-{day:02d}"


def _stripped(place: str) -> str:
    """The place without closing signs, but with the full stop of a shortened region (`Calif.`) or name (`a.M.`)."""
    place = place.strip(" ,;،፣፤၊-–—/ـ")
    return place if ", " in place or _SHORTENED.search(place) else place.rstrip(" .")


def _without_lead(place: str, language: str | None) -> str:
    """Without a weekday or the word that joined place and date."""
    kept, _, last = place.rpartition(" ")
    last = last.strip(".,")
    if last in _LEADS or calendar_words.weekday(last, language) is not None:
        return kept.rstrip(" ,-–—")
    return place
