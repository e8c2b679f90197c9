"""Agencies that sign without brackets: between dashes, commas, bars or quotes, before the place or after it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from cleaner.normalise import gazetteer, given_names, names, tables
from cleaner.normalise.dateline_signs import agency_of, own_staff

# Where a sign without brackets may begin and end: `Accra, March 11, GNA - …`, `YEREVAN, MARCH 11, ARMENPRESS. …`.
# One set of first characters, told apart by a look behind, is what `re` passes over a text fastest for.
_CUT = re.compile(
    r"[\s–—:;/•։.,-](?:(?<=\s)(?:(?:--|[–—:;/•։])\s?|-\s)|(?<=[–—:;/•։])\s?|(?<=-)(?:-\s?|\s)|(?<=\s-)|(?<=[.,])\s|(?<=\.)$)"
)
_CLOSES_A_SIGN = re.compile(r"\s?(?:\.?\s?--|\.?\s?[–—]|\.?\s?-(?=\s)|[:։](?=\s)|/?\.?\s?[-–—]?\s)\s*")
_LONGEST_BARE_SIGN = 90
_WORD = re.compile(r"\w+")
# `BERLIN taz | …`, `BERLIN dpa | …`, `Gulu, Uganda | THE INDEPENDENT | …`.
_BARRED = re.compile(r"[^|\d]{3,40}? (?P<sign>[^\W\d_]{2,12}(?:/[a-z]{2,6})?) \| ")
_BETWEEN_BARS = re.compile(r"[^|\d]{3,40}?(?P<bar>\s?\|\s?)(?P<sign>[^|\d]{2,30}?)\s?\|\s")
# `Baku, September 7, AZERTAC The story …`, `МОСКВА, 5 марта 2024 — REGNUM …`: in capitals, without a sign after it.
_SHOUTED = re.compile(r"\w(?:[,.]|\s[–—-]) (?P<sign>[^\W\d_]{4,12}) (?=[^\W\d_])")
# `CANBERRA, Aug 23 AAP - …`: no sign between the date and it.
_AFTER_DATE = re.compile(r"\d[,.]? (?P<sign>[^\W\d_]{2,12})$")
_ARABIC_SIGN = re.compile(r"[\s\-–/]\s?(?P<sign>(?:\w[. ]){2}\w|[^\s\-–/.,:]{2,12})(?=[\s\-–/:.])")
_ARABIC = re.compile("[\u0600-\u06ff]")
# What family names end in where a reporter stands between dash and full stop.
_SURNAMES = (
    "ов",
    "ев",
    "ин",
    "ова",
    "ева",
    "ина",
    "ский",
    "ская",
    "ко",
    "ук",
    "юк",
    "ян",
    "дзе",
    "швили",
    "улы",
    "кызы",
)
# `РИА Новости, Иван Петров. …`, `КазТАГ – Иван Петров. …`, `واع – حسن الفواز  أعلنت …`, `КАЗИНФОРМ /Иван Петров/ - …`.
_REPORTER = re.compile(
    r"(?:,\s(?P<a>[^\W\d_]\w{1,15}(?: [^\W\d_][\w.-]{1,20}){1,2})\.\s|\s/(?P<b>[^/\d]{5,40})/[.\s–—-]{1,4}"
    r"|\s?[–—/-]\s(?P<c>[^\W\d_]{2,12}(?: [^\W\d_]{2,14}){1,2})\s{2,4}(?=\S)"
    r"|\s?[–—-]\s(?P<d>[^\W\d_][\w-]{1,15} [^\W\d_][\w-]{1,20}(?:, [^\W\d_][\w-]{1,15} [^\W\d_][\w-]{1,20}){0,2})\.\s)"
)
# `لندن: «الشرق الأوسط» …`, `الناصرة ـ «القدس العربي»: …`.
_QUOTE = re.compile('[«“"]')
_LATEST_QUOTE = 36
_IN_QUOTES = re.compile(
    r"(?P<place>[^«»\"“”:–—\d]{2,30}?)\s?(?:[:ـ–—-]|//?)\s?"
    r"[«\"“](?P<name>[^«»\"“”]{2,30})[»\"”]\s?(?:[:ـ–—-]\s?)?"
)
# `पीटीआई, श्रीनगर। …`, `APA-Dakar (Sénégal) – …`, `AGENZIA NOVA - ROMA, 5 MAR - …`: what closes the place.
_PLACE_CLOSED = re.compile(r"\.\s?[-–—]\s?|\s?[।:]\s?|\s[-–—]\s|\s?[–—]\s?|\n")
_AFTER_SIGN = re.compile(r"\s?[-–—/,|]\s?|\s")
# Dakar's agency opens its datelines with the sign that it shares with Vienna's, which stands after the place.
_LEADING = {"APA": "APAnews"}
_THREE_WORDS = re.compile(r"\S+(?=\s)")
_LONGEST_SIGN = 34
_LONGEST_PLACE = 44
_SHORTEST_GLUED = 4
# The first letters of the scripts of Asia that have no capitals: Arabic, and those of India.
_UNSPACED, _BRAHMIC = "\u0600", "\u0900"


def bare(head: str) -> Iterator[tuple[int, str, int]]:
    """Listed agencies that stand free between signs: (end of what is before it, canonical name, where it ends).

    Only wires and press-release services: a broadcaster's name after a comma is often part of a title.
    """
    if "|" in head:
        yield from _barred(head)
    if not _names_one(head):
        return
    start = before = 0
    for cut in _CUT.finditer(head, 0, _LONGEST_BARE_SIGN):
        piece = head[start : cut.start()]
        found = _signing(piece) if start else None
        if found:
            yield before, found.name, end_of_sign(head, cut.start())
        late = _AFTER_DATE.search(piece) if piece[-1:].isupper() else None
        found = _signing(late["sign"]) if late else None
        if late and found:
            yield start + late.start("sign"), found.name, end_of_sign(head, cut.start())
        before, start = cut.start(), cut.end()
    if _ARABIC.match(head):
        yield from _unspaced(head)
    else:
        yield from _shouted(head)


def reporter(head: str, at: int) -> tuple[tuple[str, ...], int]:
    """The reporters named right after a free sign that ends here, and where they end."""
    found = _REPORTER.match(head, at)
    printed = (found["a"] or found["b"] or found["c"] or found["d"]) if found else None
    people = names.split_people(printed) if printed else []
    if found and found["d"] and not all(map(_named, people)):  # a short sentence may stand so too
        return (), at
    if found is None or not people or not all(names.is_person(person) for person in people):
        return (), at
    return tuple(map(names.clean_person, people)), found.end()


def _named(person: str) -> bool:
    return given_names.is_given(person.split(" ", 1)[0]) or person.endswith(_SURNAMES)


def in_quotes(head: str, site: str | None) -> tuple[str, str, int] | None:
    """Place, sign and end of `لندن: «الشرق الأوسط» …`: a known place, and a paper that is listed or the site's own."""
    found = _IN_QUOTES.match(head) if _QUOTE.search(head, 2, _LATEST_QUOTE) else None
    if found is None or not (gazetteer.is_known(found["place"]) or _ARABIC.match(head)):
        return None
    agency = tables.agency(found["name"])
    publisher = tables.publisher_named(found["name"])
    own = tables.publisher(site)
    if agency is None and publisher is None and (own is None or own.name != found["name"]):
        return None
    return found["place"], agency.name if agency else found["name"], found.end()


def first(head: str) -> Iterator[tuple[str | None, int, int, int]]:
    """A listed agency, or own staff, that opens the line, and a place after it: (name, where the place
    begins, where it ends, where its closing sign ends). Whether that is a place the caller judges.
    """
    word = _WORD.match(head)
    if word is None or (word[0] not in _first_words() and head[0] < _UNSPACED):
        return
    for name, at in _opening_signs(head):
        closed = _PLACE_CLOSED.search(head, at, at + _LONGEST_PLACE)
        if closed:
            yield name, at, closed.start(), closed.end()
        if "/" in head[at - 2 : at] and head[0] >= _UNSPACED:
            yield from ((name, at, end, end + 1) for end in _ends_of_words(head, at))


def before_slash(head: str) -> tuple[str, int] | None:
    """`شفق نيوز/ …`: an agency of the Arab world that opens the line, closed by a slash."""
    sign, slash, _ = head[:_LONGEST_SIGN].partition("/ ") if head[0] >= _UNSPACED else ("", "", "")
    agency = _signing(sign) if slash else None
    return (agency.name, len(sign) + 2) if agency else None


def _opening_signs(head: str) -> Iterator[tuple[str | None, int]]:
    for joint in _AFTER_SIGN.finditer(head, 0, _LONGEST_SIGN):
        sign = head[: joint.start()]
        found = _signing(sign)
        staff = own_staff(sign) if found is None and joint[0].strip() == "," else None
        if found or staff:
            yield (_LEADING.get(sign) or (found.name if found else staff["agency"] if staff else None)), joint.end()
    if head[0] >= _BRAHMIC:  # `लोकमत न्यूज नेटवर्कनाशिक : …`: the break between sign and place may be lost
        sizes = range(min(_LONGEST_SIGN, len(head)), _SHORTEST_GLUED, -1)
        yield from ((found.name, size) for size in sizes if (found := tables.agency(head[:size])))


def _ends_of_words(head: str, at: int) -> list[int]:
    """Where the third, second and first word from here end."""
    return [found.end() for found in _THREE_WORDS.finditer(head, at, at + _LONGEST_PLACE)][2::-1]


def _barred(head: str) -> Iterator[tuple[int, str, int]]:
    between = _BETWEEN_BARS.match(head)
    found = between or _BARRED.match(head)
    if found is None:
        return
    sign = found["sign"].strip()
    sign = sign if between else sign.partition("/")[0]
    agency, publisher = agency_of(sign) or agency_of(sign.upper()), tables.publisher_named(sign)
    if agency or publisher or (between and sign.isupper()):
        yield found.start("bar" if between else "sign"), agency.name if agency else sign, found.end()


def _unspaced(head: str) -> Iterator[tuple[int, str, int]]:
    """`دمشق-سانا بحث …`, `رام الله 5-6-2024 وفا- …`: words alone, as Arabic agencies set them."""
    for word in _ARABIC_SIGN.finditer(head, 0, _LONGEST_BARE_SIGN):
        found = _signing(word["sign"]) or _daily(word, head)
        if found:
            yield word.start(), found.name, end_of_sign(head, word.end())


def _daily(word: re.Match[str], head: str) -> tables.Agency | None:
    """`عمان - الغد - …`, `بغداد/ المسلة: …`: a listed paper, set apart on both sides."""
    apart = word[0][0] in "-–/" or word[0][1:2] in ("-", "–", "/")
    closed = head[word.end() : word.end() + 2].strip()[:1] in ("-", "–", "/", ":")
    return tables.agency(word["sign"]) if apart and closed else None


def _names_one(head: str) -> bool:
    """Whether a listed agency's first word stands here: quicker than to look at every piece between signs."""
    return not _first_words().isdisjoint(_WORD.findall(head, 0, _LONGEST_BARE_SIGN))


@cache
def _first_words() -> frozenset[str]:
    words = (
        found[0]
        for name in tables.agency_names()
        if (_signing(name) or _ARABIC.match(name)) and (found := _WORD.findall(name))
    )
    return frozenset(variant for word in words for variant in (word, word.upper(), word.capitalize()))


def _shouted(head: str) -> Iterator[tuple[int, str, int]]:
    word = _SHOUTED.search(head, 0, _LONGEST_BARE_SIGN)
    found = _signing(word["sign"]) if word and word["sign"].isupper() else None
    if word and found:
        yield word.start("sign"), found.name, word.end()


def end_of_sign(head: str, at: int) -> int:
    """Where the story begins after a sign that ends here."""
    closing = _CLOSES_A_SIGN.match(head, at)
    return closing.end() if closing else at


def _signing(sign: str) -> tables.Agency | None:
    found = agency_of(sign.strip(" /")) or (agency_of(sign[:-1]) if sign.endswith(".") else None)
    return found if found and found.type in ("wire", "press-release") else None
