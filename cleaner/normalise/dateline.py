"""Datelines: where a story was filed, when, by which agency and whom, and where the story itself begins.

Forms read here, each by what its signs are and never by one outlet's words:

    HAYWARD, Calif. (AP) — …              place, agency in brackets, dash
    PARIS, Oct 22 (Reuters) - …           with a date
    New Delhi, Oct 16 (PTI) Congress …    no dash
    MOSCOW, September 23. /TASS/. …       agency between slashes
    МОСКВА, 2 дек - РИА Новости. …        agency after the dash
    (ANSA) - ROMA, 28 LUG - …             agency first
    LIMA.- …, LINZ – …, BEIJING: …        place only

and, in `dateline_cjk`, those of Chinese, Japanese and Korean agencies.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Any

from cleaner.lexicon import function_words
from cleaner.normalise import calendar_words, dateline_cjk, gazetteer, names, tables

# A dateline ends within this many characters; the Reuters form may open with reporters' names.
_HEAD = 220
_LONGEST_DATED = 110
_SHORTEST_STORY = 20
_PAREN = re.compile(r"\(([^()]{2,60})\)|/([^/()]{2,30})/")
_SEPARATOR = re.compile(r"(?:\s?[,.:]?\s?(?:--|[–—\-:.])){0,3}\s*")
_DOMAIN = re.compile(r"[\w-]{2,30}\.(?:com|net|org|info|[a-z]{2})(?:\.[a-z]{2})?", re.IGNORECASE)
_CALL_SIGN = re.compile(r"[KW][A-Z]{2,3}(?:-TV)?")
_WORD = r"[^\s\d.,;:/|()\[\]_\-–—]{2,20}"
_YEAR = r"(?:,?\s{1,2}(?:del?\s)?(?P<year>\d{4})(?:\s?г(?:ода|\.)?)?)?"
_DATE_TAIL = re.compile(
    rf"(?:^|[\s,.;])(?:(?P<d1>\d{{1,2}})(?:st|nd|rd|th|er|\.|º|ª)?\s{{0,2}}(?:de\s)?(?P<m1>{_WORD})\.?"
    rf"|(?P<m2>{_WORD})\.?\s{{0,2}}(?P<d2>\d{{1,2}})(?:st|nd|rd|th|\.)?|(?P<m3>{_WORD})(?=\s\d{{4}}))"
    rf"{_YEAR}(?:,\s(?P<clock>\d{{1,2}}:\d\d))?[\s,.]*$"
)
# Year first, as Hungarian prints it, a weekday perhaps after it.
_YEAR_FIRST = re.compile(
    rf"(?:^|[\s,.])(?P<year>\d{{4}})\.\s(?P<month>{_WORD})\s(?P<day>\d{{1,2}})\.?(?:,\s{_WORD})?[\s,.]*$"
)
# The date of `PHOENIX / ACCESSWIRE / December 2, 2024 / …` follows the agency.
_DATE_AFTER = re.compile(r"\s*(?P<date>[^/]{6,24}?)\s/\s")
_BY_LEAD = re.compile(r"By (?P<who>[^():]{4,120}?) (?=[A-Z][A-Z.'’\-]{2,}[ ,/(])")
_TURKISH = re.compile(r"(?P<who>[^\W\d_][^/():,]{4,80})/(?P<place>[^\W\d_]{3,20}(?: ?\([^()]{2,20}\))?)[, ]*$")
_DISTRIBUTOR = re.compile(r"(?:\((?P<a>[A-Z][\w ]{1,20}) - (?P<b>[A-Z][\w ]{1,20})\)|(?P<c>[A-Z][\w .]{2,24}) [-–])\s")
_DASH = re.compile(r"\s?(?:\.\s?--|\.\s?[-–—]|--|[–—]|\s-(?=\s))\s*")
_LONG_PARAGRAPH = 100
_LONGEST_BARE = 90
# Signs after a bare place, strongest first: none of them occurs in running text right after a name in capitals.
_STRONG = re.compile(r"(?=[.\s—-])(?:\.\s?-{1,2}\s|\s?—\s?|\s–\s|\s?--\s)")
_WEAK = re.compile(r"(?=[\s:.])(?:\s-\s|: |(?<!St)(?<!ST)(?<!Ft)(?<!FT)(?<!Mt)\. )")
_FIGURE = re.compile(r"\d")
_CLOSING_SIGN = re.compile(r"\s?[–—]\s?|\s-\s|\s?--\s?|\.\s")
_SIGN_AFTER = re.compile(r"/?([^./–—\-]{2,30}(?:\.(?:RU|ru|com|COM))?)/?(?:\.|\s[-–—])\s")
_IN_BRACKETS = re.compile(r"[^\W\d_][\w.\-]+ \([^\W\d_][\w.\-]+\)")
_SPEECH = re.compile(r"[^.!?]{0,40}: ?[“\"]")
_JOINED = re.compile(r"\s*/\s*|\s[–—-]\s")
_JOINED_SIGNS = re.compile(r"[/]|(?<=\w)-(?=\w)")
_STARTS_STORY = re.compile(r"[\"'“„«‘‹¿¡(\[]?\s?[^\W_]")


@dataclass(frozen=True, slots=True)
class Dateline:
    """A dateline. `location` as printed but for capitals, `locations` only if several; `date` as `--12-02`
    without a year and ISO with one; `agency` canonical; `rest_starts_at` where the story begins in the text.
    """

    raw: str
    rest_starts_at: int
    location: str | None = None
    locations: tuple[str, ...] = ()
    date: str | None = None
    agency: str | None = None
    agencies: tuple[str, ...] = ()
    service: str | None = None
    distributor: str | None = None
    authors: tuple[str, ...] = ()
    own_paper: bool = False

    def to_dict(self) -> dict[str, Any]:
        """The filled fields, without `raw` and `rest_starts_at`."""
        return names.without_empty(self, leave_out=("raw", "rest_starts_at"))


def parse(text: str, *, site: str | None = None, language: str | None = None) -> Dateline | None:
    """The dateline that opens this paragraph, or None.

    `site` tells a paper's own sign before a dash, `language` helps with the names of months.
    """
    stripped = text.lstrip()
    offset = len(text) - len(stripped)
    head = stripped[:_HEAD]
    signed = dateline_cjk.read(head)
    if signed:
        return Dateline(raw=text[: offset + signed["rest_starts_at"]].strip(), **_moved(signed, offset))
    found = _distributed(head, language) or _read(head, language) or (_house(head, site) if site else None)
    if found is None or len(text) - offset - found.rest_starts_at < _SHORTEST_STORY:
        return None
    end = found.rest_starts_at + offset
    return replace(found, raw=text[:end].strip(), rest_starts_at=end)


def _moved(values: dict[str, Any], offset: int) -> dict[str, Any]:
    return {**values, "rest_starts_at": values["rest_starts_at"] + offset}


def _distributed(head: str, language: str | None) -> Dateline | None:
    """`Canadian Press - BAIKONUR (AP) - …`: an outer label before a whole dateline."""
    found = _DISTRIBUTOR.match(head)
    outer = tables.agency(found["c"] or found["a"]) if found else None
    if found is None or outer is None:
        return None
    inner = _read(head[found.end() :], language)
    if inner is None or inner.location is None:
        return None
    distributor = None if inner.agency == outer.name else outer.name
    return replace(inner, rest_starts_at=inner.rest_starts_at + found.end(), distributor=distributor)


def _read(head: str, language: str | None) -> Dateline | None:
    for form in (_with_reporters, _bracketed, _dated, _bare):
        found = form(head, language)
        if found:
            return found
    return None


def _house(head: str, site: str) -> Dateline | None:
    """`Harbour News – …` on that paper's own site: the words before the dash are the site's name."""
    dash = _STRONG.search(head, 0, 50)
    printed = head[: dash.start()] if dash else ""
    bare = "".join(c for c in printed.casefold() if c.isalnum())
    label = (tables.registered_domain(site) or "").split(".")[0].replace("-", "")
    if dash is None or len(bare) < 5 or not label.startswith(bare) or not printed[:1].isupper():
        return None
    return _story_follows(Dateline("", dash.end(), agency=printed.strip()), head)


def _with_reporters(head: str, language: str | None) -> Dateline | None:
    """`By Ann Lee and Bo Day JAKARTA (Reuters) - …`."""
    lead = _BY_LEAD.match(head) if head.startswith("By ") else None
    if lead is None:
        return None
    people = names.split_people(lead["who"])
    found = _bracketed(head[lead.end() :], language)
    if found is None or found.location is None or not all(names.is_person(person) for person in people):
        return None
    authors = tuple(names.clean_person(person) for person in people)
    return replace(found, authors=authors, rest_starts_at=found.rest_starts_at + lead.end())


def _bracketed(head: str, language: str | None) -> Dateline | None:
    """The agency stands in brackets or between slashes, after the place and date or before them."""
    for found in _PAREN.finditer(head) if "(" in head or "/" in head else ():
        before, sign = head[: found.start()], found[1] or found[2]
        place, authors = _turkish(before)
        date = None
        if place is None:
            place, date = _place_and_date(before, language)
        if before.strip(" -–—.,") and place is None and date is None:
            return None
        fields = _signed(sign) or _unknown_sign(sign, head[found.end() :], bool(place), bool(date))
        if fields is None:
            continue
        rest = _separated(head, found.end())
        after = _DATE_AFTER.match(head, found.end()) if found[2] and date is None else None
        if after:
            _, date = _place_and_date(after["date"], language)
            rest = after.end() if date else rest
        if place is None and date is None and not authors:
            return _agency_first(head, found.end(), fields, language)
        if head[found.end() : found.end() + 1] == ":" and not (date or _vouched(place)):
            return None
        return Dateline("", rest, **_placed(place), date=date, **_with_authors(fields, authors))
    return None


def _with_authors(fields: dict[str, Any], authors: tuple[str, ...]) -> dict[str, Any]:
    return {**fields, "authors": authors} if authors else fields


def _vouched(place: str | None) -> bool:
    """A colon after the agency is how speakers are named too, so the place must be known or bracketed."""
    return place is not None and (gazetteer.is_known(place) or "[" in place or place.isupper())


def _agency_first(head: str, end: int, fields: dict[str, Any], language: str | None) -> Dateline | None:
    """`(CNN) — …`, `(ANSA) - ROMA, 28 LUG - …`."""
    if end > 40:
        return None
    rest = _separated(head, end)
    dash = _DASH.search(head, rest, rest + 60)
    if dash:
        place, date = _place_and_date(head[rest : dash.start()], language)
        if place and (date or place.isupper()):
            return Dateline("", dash.end(), **_placed(place), date=date, **fields)
    return Dateline("", rest, **fields)


def _dated(head: str, language: str | None) -> Dateline | None:
    """Place and date closed by a dash or full stop, the agency perhaps after it: `МОСКВА, 2 дек - РИА Новости.`."""
    figure = _FIGURE.search(head, 0, _LONGEST_DATED)
    for dash in _CLOSING_SIGN.finditer(head, figure.end(), _LONGEST_DATED) if figure else ():
        place, date = _place_and_date(head[: dash.start()], language)
        if date is None:
            continue
        after = head[dash.end() :]
        sign = _SIGN_AFTER.match(after)
        agency = tables.agency(sign[1]) if sign else None
        if sign and agency:
            return Dateline("", dash.end() + sign.end(), **_placed(place), date=date, agency=agency.name)
        if place and (dash[0].strip() != "." or place.isupper() or gazetteer.is_known(place)):
            return _story_follows(Dateline("", dash.end(), **_placed(place), date=date), head)
    return None


def _bare(head: str, language: str | None) -> Dateline | None:
    """A place alone, or a publisher's own sign, before a dash, colon or full stop."""
    for form in (_STRONG, _WEAK):
        sign = form.search(head, 0, _LONGEST_BARE)
        if sign is None:
            continue
        printed = head[: sign.start()]
        if sign[0].startswith(".") and _is_shortened(printed):
            printed += "."
        own = _own_sign(printed, sign.end())
        if own:
            return _story_follows(own, head)
        if gazetteer.locations(printed) and _may_stand_alone(printed, sign, head):
            return _story_follows(Dateline("", sign.end(), **_placed(printed)), head)
    return None


def _is_shortened(printed: str) -> bool:
    """Whether the full stop after it belongs to a region's short form (`EUGENE, Ore`)."""
    _, comma, region = printed.rpartition(", ")
    return bool(comma) and (len(region) <= 5 or "." in region) and not (len(region) > 3 and region.isupper())


def _may_stand_alone(printed: str, sign: re.Match[str], head: str) -> bool:
    shouted = printed == printed.upper()
    mark = sign[0].strip()
    strong = sign.re is _STRONG
    if strong and mark.startswith(".") and not _is_shortened(printed):
        return len(printed.split()) <= gazetteer.MOST_WORDS
    if gazetteer.is_known(printed):
        return strong or mark in ("-", ":") or "(" in printed or (mark == "." and len(head) > _LONG_PARAGRAPH)
    if gazetteer.is_country(printed):
        return strong or (mark == ":" and "," in printed)
    if strong and (shouted or printed.split(",", maxsplit=1)[0].isupper() or _is_shortened(printed.rstrip("."))):
        return gazetteer.looks_like_place(printed)
    if mark == "-" and shouted and " " not in printed:
        return gazetteer.looks_like_place(printed) and _opens_a_sentence(head[sign.end() :])
    return mark in ("-", ":", "–") and _IN_BRACKETS.fullmatch(printed) is not None


def _opens_a_sentence(rest: str) -> bool:
    """A function word first (`A busy time …`), as sentences begin and entries of a list do not."""
    first = rest.split(" ", 1)[0].casefold()
    return any(first in words for words in function_words().values())


def _own_sign(printed: str, end: int) -> Dateline | None:
    """`JAKARTA, Harbour.com - …`, `Harbour.com - …`: an agency, a domain or a publisher's name before the dash."""
    place, comma, sign = printed.rpartition(", ")
    agency = tables.agency(sign)
    publisher = None if agency else (tables.publisher_named(sign) if _is_sign(sign) else None)
    name = agency.name if agency else publisher.name if publisher else sign if _DOMAIN.fullmatch(sign) else None
    if name is None or (comma and not gazetteer.locations(place)):
        return None
    if not comma and not (_DOMAIN.fullmatch(sign) or sign.endswith("News")):
        return None
    return Dateline("", end, **(_placed(place) if comma else {}), agency=name)


def _is_sign(text: str) -> bool:
    return bool(_DOMAIN.fullmatch(text)) or text.endswith("News")


def _story_follows(found: Dateline, head: str) -> Dateline | None:
    """Only a story's first word, capital or quotation may follow; a lower-case word continues a sentence."""
    rest = head[found.rest_starts_at :]
    opening = _STARTS_STORY.match(rest)
    if opening is None or opening[0][-1].islower() or _SPEECH.match(rest):
        return None
    return found


def _separated(head: str, end: int) -> int:
    found = _SEPARATOR.match(head, end)
    return found.end() if found else end


def _placed(place: str | None) -> dict[str, Any]:
    if place is None:
        return {}
    places = gazetteer.locations(place)
    if not places:
        return {}
    cleaned = " ".join(place.split()).strip(" ,;")
    joined = _JOINED.search(cleaned) if len(places) > 1 else None
    whole = places[0] if len(places) == 1 else (joined[0] if joined else "/").join(places)
    several = places if len(places) > 1 else ()
    return {"location": whole, "locations": several}


def _place_and_date(printed: str, language: str | None) -> tuple[str | None, str | None]:
    """The place and the date of what stands before agency or dash; (None, None) if it is anything else."""
    printed = printed.strip(" \t-–—")
    tail = (_YEAR_FIRST.search(printed) or _DATE_TAIL.search(printed)) if _FIGURE.search(printed) else None
    if tail:
        date = _iso_year_first(tail, language) if tail.re is _YEAR_FIRST else _iso(tail, language)
        if date:
            place = _without_weekday(_stripped(printed[: tail.start()]), language)
            if not place:
                return None, date
            return (place, date) if gazetteer.locations(place) else (None, None)
    place = _stripped(printed)
    return (place if gazetteer.locations(place) else None), None


def _stripped(place: str) -> str:
    """The place without closing signs, but with the full stop of a shortened region (`Calif.`)."""
    place = place.strip(" ,;-–—")
    return place if ", " in place else place.rstrip(" .")


def _without_weekday(place: str, language: str | None) -> str:
    kept, _, last = place.rpartition(" ")
    return kept.rstrip(" ,") if calendar_words.weekday(last.strip(".,"), language) is not None else place


def _iso_year_first(tail: re.Match[str], language: str | None) -> str | None:
    month = calendar_words.month(tail["month"], language)
    return f"{tail['year']}-{month:02d}-{int(tail['day']):02d}" if month and 1 <= int(tail["day"]) <= 31 else None


def _iso(tail: re.Match[str], language: str | None) -> str | None:
    month = calendar_words.month(tail["m1"] or tail["m2"] or tail["m3"], language)
    if month is None:
        return None
    year = tail["year"]
    if tail["m3"]:
        return f"{year}-{month:02d}" if year else None
    day = int(tail["d1"] or tail["d2"])
    if not 1 <= day <= 31:
        return None
    clock = f"T{tail['clock']:0>5}" if tail["clock"] else ""
    return f"{year or '-'}-{month:02d}-{day:02d}{clock}"


def _signed(sign: str) -> dict[str, Any] | None:
    """Agencies, service and reporters named between the brackets, or None if no agency is."""
    sign = sign.strip()
    whole = tables.agency(sign)
    if whole:
        return {"agency": whole.name}
    first, comma, people = sign.partition(", ")
    agency = tables.agency(first)
    if comma and agency and names.is_person(people):
        return {"agency": agency.name, "authors": (names.clean_person(people),)}
    if _JOINED_SIGNS.search(sign):
        parts = [part.strip() for part in re.split(r"[/-]", sign)]
        found = [a for a in map(tables.agency, parts) if a]
        if len(found) == len(parts):
            canonical = tuple(a.name for a in found)
            return {"agency": canonical[0], "agencies": canonical}
        if found and tables.agency(parts[0]) and "/" in sign:
            return {"agency": found[0].name, "service": parts[-1]}
    return None


def _unknown_sign(sign: str, after: str, placed: bool, dated: bool) -> dict[str, Any] | None:
    """A station or house sign nobody listed, held to a dateline's full form so that no aside is taken for one."""
    name, _, service = sign.partition("/")
    station = bool(_CALL_SIGN.fullmatch(sign)) and placed and after.lstrip()[:1] in "-–—"
    house = bool(_DOMAIN.fullmatch(name)) and placed and (dated or len(service) in (2, 3) or after[:2] in (".-", " -"))
    if not station and not house:
        return None
    return {"agency": name, **({"service": service} if service else {})}


def _turkish(before: str) -> tuple[str | None, tuple[str, ...]]:
    """`Can ÇELİK-Eser PAZARBAŞI/ADANA, (DHA)-`: reporters, a slash, the place."""
    found = _TURKISH.fullmatch(before) if "/" in before else None
    people = [person.strip() for person in re.split(r"[-–]", found["who"])] if found else []
    shouts = [word.isupper() for word in (found["who"].split() if found else [])]
    if found is None or all(shouts) or not any(shouts) or not all(names.is_person(person) for person in people):
        return None, ()
    return found["place"], tuple(names.clean_person(person, turkish=True) for person in people)
