"""Dates, times, zones and their labels as tokens of a line: where each stands and what it says."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import time
from functools import cache
from typing import Literal, NamedTuple

from ahocorasick_rs import AhoCorasick, MatchKind

from cleaner.lexicon.folding import joins
from cleaner.normalise import calendar_words, other_calendars, tables, zones

Kind = Literal["published", "modified", "relative", "date", "part", "time"]

_YEAR = r"(?:\d{4}(?=\d{1,2}[:.h]\d\d)|\d{4}(?!\d)|\d{2}(?![\d:.]))"
_IN_WORD = r"[^\s\d.,;:/|()\[\]_\-–—]"
# Long enough for a month with other words glued before it; it is tried only where a word begins.
_WORD = rf"{_IN_WORD}{{2,40}}+"
_JOIN = r"[\s/\-]{0,3}"
# Most characters of a line can begin none of the forms: a look at the first one, or at four figures, says which are
# worth trying. No form goes on inside a word, so that none is given back.
# Named by what comes first: y4 year first, c with Chinese, Japanese or Korean signs, n numbers only,
# d day and month word, m month word and day, h year and month word, v Vietnamese.
_DATE = re.compile(
    r"(?=\d)(?:(?=\d{4})(?:(?<!\d)(?P<y4>\d{4})\s?(?P<ys>[-/.])\s?(?P<y4m>\d{1,2})\s?(?P=ys)\s?(?P<y4d>\d{1,2})(?!\d)"
    r"|(?P<cy>\d{4})\s?[年년]\s?(?P<cm>\d{1,2})\s?[月월]\s?(?P<cd>\d{1,2})\s?[日일]"
    # Some say `year` in a word: Lithuanian (`2023 m. rugsėjo 7 d.`), Latvian (`2023. gada 7. septembris`), Kazakh
    # (`2023 жылғы 7 қыркүйек`), Uzbek (`2023-yil 7-sentabr`), Georgian, Mongolian (`2023 оны 9 сарын 7`), Basque.
    rf"|(?<!\d)(?P<ly>\d{{4}})(?:\.\sgada|\sжыл(?:ғы|дын|дың)|-?\s?yil(?:ning)?,?"
    rf"|\s?წლის)\s(?P<ld>\d{{1,2}})[.\-]?\s?(?P<lm>{_WORD})"
    r"|(?<!\d)(?P<oy>\d{4})\sоны\s(?P<om>\d{1,2})[-\s](?:р\s)?сарын\s(?P<od>\d{1,2})(?!\d)"
    rf"|(?<!\d)(?P<hy>\d{{4}})(?:[.,]|\sm\.|(?:e?ko))?\s(?P<hm>{_WORD})\.?\s(?P<hd>\d{{1,2}})(?!\d)(?:\sd\.)?)"
    rf"|(?<!\d)(?:(?P<n1>\d{{1,2}})(?P<ns>[-/.])\s?(?P<n2>\d{{1,2}})(?P=ns)\s?(?P<ny>{_YEAR})(?![-/]\d{{1,4}}(?![\d:]))"
    r"|(?P<vd>\d{1,2})\s(?:tháng|thg)\s(?P<vm>\d{1,2}),?\s(?:năm\s)?(?P<vy>\d{4})"
    rf"|(?P<dd>\d{{1,2}})(?:\s?(?:st|nd|rd|th|er)\b|[.ºª°])?{_JOIN}(?:de\s|of\s|d['’])?(?P<dm>{_WORD})\.?,?{_JOIN}"
    rf"(?:del?\s|of\s)?(?P<dy>{_YEAR})))"
    rf"|(?<!{_IN_WORD})(?P<mm>{_WORD})\.?{_JOIN}(?P<md>\d{{1,2}})(?:st|nd|rd|th)?(?:,\s{{0,2}}"
    rf"|\s{{1,2}})(?:del?\s)?(?P<my>{_YEAR})"
)
# Year, month and day of each form, by the group that ends it.
_GROUPS = {
    "y4d": ("y4", "y4m", "y4d"), "cd": ("cy", "cm", "cd"), "vy": ("vy", "vm", "vd"), "dy": ("dy", "dm", "dd"),
    "my": ("my", "mm", "md"), "hd": ("hy", "hm", "hd"), "lm": ("ly", "lm", "ld"),
    "od": ("oy", "om", "od"),
}  # fmt: skip
_IN_FIGURES = frozenset({"y4d", "cd", "vy", "od"})
_PART = re.compile(
    r"(?=\d)(?:(?<![\d/])(?P<p1>\d{1,2})(?:/|[月월]\s?)(?P<p2>\d{1,2})[日일]?(?![/\d])"
    rf"|(?<!\d)(?P<qd>\d{{1,2}})\.?\s(?P<qm>{_WORD}))"
    rf"|(?<!{_IN_WORD})(?P<pm>{_WORD})\.?\s(?P<pd>\d{{1,2}})(?![\d:])"
)
_FIGURE, _LAST_FIGURE = re.compile(r"\d"), re.compile(r".*\d", re.DOTALL)
_ROOM = 48
_TIME = re.compile(
    r"(?=[\d오上下午凌早晚中])(?<![\d.,:])(?:(?:(?P<before>오전|오후|上午|下午|午前|午後|凌晨|早上|中午|晚上|晚间|晚間)\s?)?(?P<h>\d{1,2})"
    r"(?:(?P<sep>[:.٫]|\s?[hH]\s?|\s?[時时点點]\s?|시\s?)(?P<m>[0-5]\d)(?:[:.](?P<s>[0-5]\d))?(?:\.\d{3,6})?"
    r"|(?=\s?(?:[aApP]\.?[mM]\b|Uhr\b|[hH]\b)))"
    r"(?:\s?(?P<half>[aApP]\.?[mM](?:\.|(?![a-z])|(?=first|last|updated|published|posted))|[ap]\.\sm\."
    r"|[πμ]\.?μ\.?(?!\w)"
    r"|[مص](?!\w)|[بق]\.ظ|(?:SA|CH)(?!\w)|এএম|পিএম|(?:एएम|पीएम|पूर्वाह्न|अपराह्न)(?!\w)))?"
    r"(?:\s?(?:Uhr|uur|hrs|[hH]|分|분|น\.)(?![a-z]))?"
    r"|(?<![/-])(?P<hh>[01]\d|2[0-3])(?P<mm>[0-5]\d)(?=\s?(?:GMT|HKT|hrs|UTC)(?!\w)))"
)
# How the second half of the day is marked, in lower case and by its first letter where that is enough.
_LATE = frozenset(
    {"p", "μ", "م", "ب", "c", "প", "下午", "午後", "오후", "晚上", "晚间", "晚間", "中午", "पीएम", "अपराह्न"}
)
# What a label may be glued to: an hour of the twelve-hour clock.
_AFTER_HALF = re.compile(r"[\d\s][apAP][mM]")
_ZONE_LEAD = r"\s{0,2}[-,]?\s?[(\[]?\s?"
_LOWER_ZONES = "msk|ist|gmt|utc|bst|edt|pst|cst|pdt|cet|cest|мск"
_CITY = re.compile(r"\s?\(([A-Z][a-z]{2,15}(?: [A-Z][a-z]{2,15})?)(?: time)?\)")
# After `GMT` the sign of an offset, else a letter may not follow, unless a glued word begins (`ESTUpdated`).
_ZONE_END = r"(?![a-zа-я]|[A-ZА-Я](?![a-z]))"


class Token(NamedTuple):  # not a dataclass: lines have many, and these are made four times as fast
    """A stretch of the line: `day` holds (year, first number, second number, separator) as printed, the two
    numbers being month and day unless a separator says that their order is open; `clock` and `zone` a time."""

    kind: Kind
    start: int
    end: int
    day: tuple[int, int, int, str] = (0, 0, 0, "")
    clock: time | None = None
    seconds: bool = False
    zone: zones.Zone | None = None
    words: str = ""


_OTHER_FIGURES = re.compile("[\u0660-\u0669\u06f0-\u06f9\u0966-\u096f\u09e6-\u09ef]")
_PLAIN = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹०१२३४५६७८९০১২৩৪৫৬৭৮৯", "0123456789" * 4)


def with_plain_figures(text: str) -> str:
    """The text with Arabic, Persian, Devanagari and Bengali figures as `0` to `9`, every character in its place."""
    return text if text.isascii() or not _OTHER_FIGURES.search(text) else text.translate(_PLAIN)


def tokenize(text: str, site: str | None, language: str | None) -> list[Token]:
    """The tokens of a line in order of place, its times alone where it has no date; the caller bounds its length."""
    figures = _figures(text)
    dates = list(_dates(text, figures, language))
    _add_other_calendars(dates, text, figures, site, language)
    blank = _blanked(text, dates) if dates else text
    times = list(_times(blank, figures, site, language, {token.end for token in dates}))
    if not dates:
        return times
    blank = _blanked(blank, times)
    labels = list(_labels(blank))
    # A day without a year counts only as an update's.
    updated = any(token.kind == "modified" for token in labels)
    parts = list(_parts(_blanked(blank, labels), figures, language)) if updated else []
    return sorted([*dates, *times, *labels, *parts], key=lambda token: token.start)


def zone_after(text: str, at: int, site: str | None, language: str | None) -> tuple[zones.Zone, int] | None:
    """The zone printed right after this position, and where it ends."""
    if at >= len(text):
        return None
    found = _zone_form().match(text, at)
    if found:
        zone = zones.read(found["zone"], site, language)
        return (zone, found.end()) if zone else None
    city = _CITY.match(text, at)
    zone = zones.read(city[1], site, language) if city else None
    return (zone, city.end()) if city and zone else None


def _dates(text: str, figures: tuple[int, int], language: str | None) -> Iterator[Token]:
    at, end = figures
    while at < end - _ROOM and (found := _DATE.search(text, at, end)):  # nothing begins after the last figure
        token = _date(found, language)
        if token:
            yield token
            at = token.end
        else:
            at = found.start() + 1
            while at < end and text[at].isalpha() and text[at - 1].isalpha():
                at += 1


def _add_other_calendars(
    dates: list[Token], text: str, figures: tuple[int, int], site: str | None, language: str | None
) -> None:
    """Add the dates of other calendars where none of ours stands."""
    for found in other_calendars.days(text, *figures, site, language):
        token = _whole(found.start, found.end, (found.year, found.month, found.day))
        if token and all(token.end <= other.start or other.end <= token.start for other in dates):
            dates.append(token)


def _figures(text: str) -> tuple[int, int]:
    """Where the figures of a line begin and end, with room for a month's name before and a sign after them."""
    first, last = _FIGURE.search(text), _LAST_FIGURE.match(text)
    return (max(0, first.start() - _ROOM), last.end() + _ROOM) if first and last else (0, 0)


def _date(found: re.Match[str], language: str | None) -> Token | None:
    start, form = found.start(), str(found.lastgroup)
    if form == "ny":
        day = (other_calendars.of_figures(_year(found["ny"])), int(found["n1"]), int(found["n2"]), found["ns"])
        return Token("date", start, found.end(), day) if 1900 <= day[0] <= 2100 else None
    year, month, number = _GROUPS[form]
    if form in _IN_FIGURES:
        return _whole(start, found.end(), (_year(found[year]), int(found[month]), int(found[number])))
    named, skipped = _month(found[month], language)
    if form == "my":
        start += skipped
    return _whole(start, found.end(), (_year(found[year]), named, int(found[number]))) if named else None


def _whole(start: int, end: int, day: tuple[int, int, int]) -> Token | None:
    year, month, number = day
    sensible = 1900 <= year <= 2100 and 1 <= month <= 12 and 1 <= number <= 31
    return Token("date", start, end, (year, month, number, "")) if sensible else None


def _month(word: str, language: str | None) -> tuple[int, int]:
    """Month number, 0 if none, and how many characters of another word were glued before it (`readApril`)."""
    named = calendar_words.month(word, language)
    if named:
        return named, 0
    for at in range(len(word) - 1, 0, -1):
        if word[at].isupper() and word[at - 1].islower():
            return calendar_words.month(word[at:], language) or 0, at
    return 0, 0


def _year(digits: str) -> int:
    number = int(digits)
    return number if len(digits) == 4 else number + (2000 if number < 70 else 1900)


def _times(
    text: str, figures: tuple[int, int], site: str | None, language: str | None, ends: set[int]
) -> Iterator[Token]:
    for found in _TIME.finditer(text, *figures):
        clock = _clock(found)
        if clock is None or (found["sep"] == "." and not _dotted_time(text, found)):
            continue
        start, end = found.span()
        zone = zone_after(text, end, site, language)
        if zone is None:
            zone = _zone_before(text, start, ends, site, language)
        elif zone[1] > end:
            end = zone[1]
        yield Token("time", start, end, clock=clock, seconds=bool(found["s"]), zone=zone[0] if zone else None)


def _zone_before(
    text: str, start: int, ends: set[int], site: str | None, language: str | None
) -> tuple[zones.Zone, int] | None:
    """The zone of `2012-01-12 HKT 15:15`, which stands between date and time."""
    for end in ends:
        if 0 < start - end <= 8:
            return zone_after(text, end, site, language)
    return None


def _dotted_time(text: str, found: re.Match[str]) -> bool:
    """Whether `18.54` can be a time: two digits of minutes, and no more figures after it."""
    return found.end() >= len(text) or not (text[found.end()].isdigit() or text[found.end()] in "%€$£")


def _clock(found: re.Match[str]) -> time | None:
    before, hours, _, minutes, seconds, after, run_hours, run_minutes = found.groups()
    hour, minute, second = int(hours or run_hours), int(minutes or run_minutes or 0), int(seconds or 0)
    half = before or (after or "").lower()
    if half and 1 <= hour <= 12:
        late = half in _LATE or half[0] in _LATE
        hour = hour % 12 + (12 if late and not (half == "中午" and hour == 11) else 0)
    return time(hour, minute, second) if hour <= 23 else None


def _parts(text: str, figures: tuple[int, int], language: str | None) -> Iterator[Token]:
    for found in _PART.finditer(text, *figures):
        group = found.groupdict()
        if group["p1"]:
            yield Token("part", found.start(), found.end(), (0, int(group["p1"]), int(group["p2"]), "/"))
            continue
        named = calendar_words.month(group["pm"] or group["qm"], language)
        number = int(group["pd"] or group["qd"])
        if named and 1 <= number <= 31:
            yield Token("part", found.start(), found.end(), (0, named, number, ""))


def _labels(text: str) -> Iterator[Token]:
    lower = lowered(text)
    automaton, kinds = _label_words()
    for index, start, end in automaton.find_matches_as_indexes(lower):
        if not _stands_alone(text, start, end):
            continue
        yield Token(kinds[index][1], start, end, words=kinds[index][0])


def _stands_alone(text: str, start: int, end: int) -> bool:
    """Not inside a word, though a capital may begin a glued one (`MillsPublished`), or an hour end (`3.15pmfirst`)."""
    opened = not joins(text, start) or (text[start].isupper() and not text[start - 1].isupper())
    opened = opened or _AFTER_HALF.fullmatch(text, max(0, start - 3), start) is not None
    return opened and (not joins(text, end) or text[end].isdigit() or text[end].isupper())


def lowered(text: str) -> str:
    """Lower case with every character in its place."""
    lower = text.lower()
    return lower if len(lower) == len(text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


@cache
def label_words(name: str) -> frozenset[str]:
    """The words listed under this name in `labels.json`, in lower case."""
    return frozenset(word.lower() for word in _all_labels()[name])


@cache
def _all_labels() -> Mapping[str, list[str]]:
    table: dict[str, list[str]] = tables.load("labels.json")
    return table


@cache
def _label_words() -> tuple[AhoCorasick, tuple[tuple[str, Kind], ...]]:
    kinds: tuple[Kind, ...] = ("published", "modified", "relative")
    rows = tuple((lowered(word), kind) for kind in kinds for word in _all_labels()[kind])
    return AhoCorasick([word for word, _ in rows], matchkind=MatchKind.LeftmostLongest), rows


@cache
def _zone_form() -> re.Pattern[str]:
    return re.compile(
        rf"{_ZONE_LEAD}(?P<zone>(?:UTC|GMT)\s?[+\-−]\d{{1,2}}(?::?\d\d)?|[+\-−]\d\d:?\d\d(?!\d)"
        rf"|(?:{zones.abbreviations()}){_ZONE_END}|(?:{_LOWER_ZONES})(?!\w))\s?[)\]]?"
    )


def _blanked(text: str, tokens: list[Token]) -> str:
    for token in tokens:
        text = f"{text[: token.start]}{' ' * (token.end - token.start)}{text[token.end :]}"
    return text
