"""Who signs a dateline: the agencies, services and reporters that its brackets, slashes or dashes name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

from cleaner.normalise import dateline_stamp, gazetteer, names, tables
from cleaner.normalise.tokens import label_words, lowered

_DOMAIN = re.compile(r"[\w-]{2,30}\.(?:com|net|org|info|[a-z]{2})(?:\.[a-z]{2})?", re.IGNORECASE)
_CALL_SIGN = re.compile(r"[KW][A-Z]{2,3}(?:-TV)?")
# After a whole place and date any name in brackets signs; without a date only signs in capitals or all small letters.
_NAME = re.compile(r"[^\W\d_][\w.’'&-]{1,20}(?: [^\W\d_][\w.’'&-]{1,20}){0,2}")
_QUOTED = re.compile(r"[«“\"„](?P<name>[^«»“”\"„]{2,30})[»”\"]")
_JOINED = re.compile(r"[/]|(?<=\w)-(?=\w)")
_JOINT = re.compile(r"[/-]")
_CLOSES_WITH_SIGN = re.compile(r"\s?(?:[.:]\s?)?[-–—:]")
# `(Newsfile Corp. - March 11, 2024)`, `(AP, 11 March)`: the date stands in the brackets too.
_WITH_DATE = re.compile(r"(?P<sign>[^–—,،]{2,30}?)(?:\s[-–—]|[,،])\s(?P<date>[^,]{3,12}(?:,? \d{4})?)")
# `/Корр. БЕЛТА/`: the agency's correspondent.
_CORRESPONDENT = re.compile(r"^(?:[Кк]орр|[Кк]ор)\. ")
_VIA = re.compile(r" via [\w.-]{3,20}$")
# Where a sign without brackets may begin and end: `Accra, March 11, GNA - …`, `YEREVAN, MARCH 11, ARMENPRESS. …`.
_CUT = re.compile(r"\s?(?:--|[–—:;/•])\s?|\s?-(?=\s)\s?|(?<=\s)-|[.,]\s|\.$")
_CLOSES_A_SIGN = re.compile(r"\s?(?:\.?\s?--|\.?\s?[–—]|\.?\s?-(?=\s)|:(?=\s)|/?\.?\s?[-–—]?\s)\s*")
# Where papers sign their own datelines in brackets: `OSLO (Nordlys): …`.
_PAPERS_SIGN = frozenset({"no", "nb", "nn", "da", "is", "fo"})
_LONGEST_BARE_SIGN = 90
# `BERLIN taz | …`, `BERLIN dpa | …`.
_WORD = re.compile(r"\w+")
_BARRED = re.compile(r"[^|\d]{3,40}? (?P<sign>[^\W\d_]{2,12}) \| ")
# `Baku, September 7, AZERTAC The story …`: in capitals, without a sign after it.
_SHOUTED = re.compile(r"\w[,.] (?P<sign>[^\W\d_]{4,12}) (?=[^\W\d_])")
_ARABIC_SIGN = re.compile(r"[\s\-–/]\s?(?P<sign>(?:\w[. ]){2}\w|[^\s\-–/.,:]{2,12})(?=[\s\-–/:.])")
_ARABIC = re.compile("[\u0600-\u06ff]")


def read(sign: str, language: str | None, site: str | None = None) -> dict[str, Any] | None:
    """Agencies, service, date and reporters named between brackets or slashes, or None if no agency is."""
    sign = _CORRESPONDENT.sub("", sign.strip())
    if lowered(sign) in label_words("generic_agencies"):
        return {"agency": None}
    whole = agency_of(sign)
    if whole:
        return {"agency": whole.name}
    return _with_people(sign) or _several(sign) or _with_date(sign, language, site)


def agency_of(sign: str) -> tables.Agency | None:
    """The listed agency; of `ТАСС-ДОСЬЕ` and `GLOBE NEWSWIRE via COMTEX` that of what stands first."""
    found = tables.agency(sign)
    if found is None and " via " in sign:
        found = tables.agency(_VIA.sub("", sign))
    if found is None:
        quoted = _QUOTED.search(sign)
        found = tables.agency(quoted["name"]) if quoted else None
    if found is None and "-" in sign:
        first, _, service = sign.partition("-")
        found = tables.agency(first) if service.isalpha() and len(first) > 3 else None
    return found


def _with_people(sign: str) -> dict[str, Any] | None:
    first, comma, people = sign.partition(", ")
    agency = tables.agency(first) if comma else None
    if agency and names.is_person(people):
        return {"agency": agency.name, "authors": (names.clean_person(people),)}
    return None


def _several(sign: str) -> dict[str, Any] | None:
    """`CBS/AP`, `efe-epa`; of `dpa/lno` the second is a service or an editor's sign."""
    if not _JOINED.search(sign):
        return None
    parts = [part.strip() for part in _JOINT.split(sign)]
    found = [a for a in map(tables.agency, parts) if a]
    if len(found) == len(parts):
        canonical = tuple(dict.fromkeys(a.name for a in found))
        return {"agency": canonical[0], **({"agencies": canonical} if len(canonical) > 1 else {})}
    if found and tables.agency(parts[0]) and "/" in sign:
        return {"agency": found[0].name, "service": parts[-1]}
    return None


def _with_date(sign: str, language: str | None, site: str | None) -> dict[str, Any] | None:
    found = _WITH_DATE.fullmatch(sign)
    agency = tables.agency(found["sign"]) if found else None
    place, date = dateline_stamp.place_and_date(found["date"], language, site) if found and agency else (None, None)
    return {"agency": agency.name, "date": date} if agency and date and not place else None


def unlisted(sign: str, after: str, place: str | None, dated: bool, language: str | None) -> dict[str, Any] | None:
    """A station, agency or house sign nobody listed, held to a dateline's full form lest an aside be taken for one."""
    if place is None:
        return None
    name, _, service = sign.partition("/")
    closed = _CLOSES_WITH_SIGN.match(after) is not None
    station = bool(_CALL_SIGN.fullmatch(sign)) and after.lstrip()[:1] in "-–—"
    house = bool(_DOMAIN.fullmatch(name)) and (dated or len(service) in (2, 3) or after[:2] in (".-", " -"))
    shouted = place.isupper() and gazetteer.is_known(place)
    short = sign.isalpha() and 2 <= len(sign) <= 8
    wire = closed and bool(
        (dated and _NAME.fullmatch(sign))
        or (short and sign.isupper() and shouted)
        or (short and sign.islower() and len(sign) <= 4 and (gazetteer.is_known(place) or language == "de"))
    )
    paper = after[:1] == ":" and shouted and language in _PAPERS_SIGN and sign[:1].isupper() and " " not in sign
    if not station and not house and not wire and not paper:
        return None
    return {"agency": name, **({"service": service} if service else {})}


def bare(head: str) -> Iterator[tuple[int, str, int]]:
    """Listed agencies that stand free between signs: (end of what is before it, canonical name, where it ends).

    Only wires and press-release services: a broadcaster's name after a comma is often part of a title.
    """
    if " | " in head:
        yield from _barred(head)
    if not _names_one(head):
        return
    start = before = 0
    for cut in _CUT.finditer(head, 0, _LONGEST_BARE_SIGN):
        found = _signing(head[start : cut.start()]) if start else None
        if found:
            yield before, found.name, _end_of_sign(head, cut.start())
        before, start = cut.start(), cut.end()
    if _ARABIC.match(head):
        yield from _unspaced(head)
    else:
        yield from _shouted(head)


def _barred(head: str) -> Iterator[tuple[int, str, int]]:
    found = _BARRED.match(head)
    agency = _signing(found["sign"]) if found else None
    if found and (agency or tables.publisher_named(found["sign"])):
        yield found.start("sign"), agency.name if agency else found["sign"], found.end()


def _unspaced(head: str) -> Iterator[tuple[int, str, int]]:
    """`دمشق-سانا بحث …`, `رام الله 5-6-2024 وفا- …`: words alone, as Arabic agencies set them."""
    for word in _ARABIC_SIGN.finditer(head, 0, _LONGEST_BARE_SIGN):
        found = _signing(word["sign"])
        if found:
            yield word.start(), found.name, _end_of_sign(head, word.end())


def _names_one(head: str) -> bool:
    """Whether a listed agency's first word stands here: quicker than to look at every piece between signs."""
    return not _first_words().isdisjoint(_WORD.findall(head, 0, _LONGEST_BARE_SIGN))


@cache
def _first_words() -> frozenset[str]:
    words = (found[0] for name in tables.agency_names() if (found := _WORD.findall(name)))
    return frozenset(variant for word in words for variant in (word, word.upper(), word.capitalize()))


def _shouted(head: str) -> Iterator[tuple[int, str, int]]:
    word = _SHOUTED.search(head, 0, _LONGEST_BARE_SIGN)
    found = _signing(word["sign"]) if word and word["sign"].isupper() else None
    if word and found:
        yield word.start("sign"), found.name, word.end()


def _end_of_sign(head: str, at: int) -> int:
    closing = _CLOSES_A_SIGN.match(head, at)
    return closing.end() if closing else at


def _signing(sign: str) -> tables.Agency | None:
    found = agency_of(sign.strip(" /"))
    return found if found and found.type in ("wire", "press-release") else None
