"""Who signs a dateline: the agencies, services, reporters and dates that its brackets or slashes hold."""

from __future__ import annotations

import re
from typing import Any

from cleaner.normalise import dateline_desks, dateline_stamp, gazetteer, names, tables
from cleaner.normalise.tokens import label_words, lowered

DOMAIN = re.compile(r"[\w-]{2,30}\.(?:com|net|org|info|[a-z]{2})(?:\.[a-z]{2})?", re.IGNORECASE)
_CALL_SIGN = re.compile(r"[KW][A-Z]{2,3}(?:-TV)?")
_LETTER = r"(?:[^\W\d_]|[\u0300-\u036f\u0900-\u0dff\u0e00-\u0eff\u200c\u200d])"
# After a whole place and date any name in brackets signs; without a date only signs in capitals or all small letters.
_NAME = re.compile(rf"{_LETTER}(?:{_LETTER}|[\w.’'&-]){{1,24}}(?: {_LETTER}(?:{_LETTER}|[\w.’'&-]){{1,24}}){{0,2}}")
_QUOTED = re.compile(r"[«“\"„](?P<name>[^«»“”\"„]{2,30})[»”\"]")
_JOINED = re.compile(r"\s?[/,+&]\s?|\s(?:and|und|et|y|e|i|og|och|и|та)\s|(?<=\w)-(?=\w)")
_CLOSES_WITH_SIGN = re.compile(r"\s?(?:[.:]\s?)?[-–—:]")
# `/Корр. БЕЛТА/`, `(De la corresponsal de EUROPA PRESS, …)`, `(Von …, dpa)`: whose words they are.
_CORRESPONDENT = re.compile(
    r"^(?:(?:соб|спец)?\.?\s?(?:[Кк]орр?|[Кк]ар|[Кк]орреспондент|[Кк]ореспондент)\.?\s?|De(?:l| la| los| las) "
    r"(?:corresponsal|enviad[oa]|redactor)(?:es|a|s)?(?: especial(?:es)?)?(?: de)? |(?:Von|Par|Por|By|Di|Da|Door|Av) )"
)
_VIA = re.compile(r" via [\w.-]{3,20}$")
_PARTED = re.compile(r"\s?[,،|/]\s?|\s[-–—]\s")
# `pte012/05.03.2024/06:10`: the number of the message is part of the sign.
_NUMBERED = re.compile(r"(?<=[a-z]{3})\d{1,4}(?=/)")
_CAPITALISED = re.compile(r"[^\W\d_a-zà-ÿ][^\W\d_]{1,15}!?")
# Where papers sign their own datelines in brackets: `OSLO (Nordlys): …`.
_PAPERS_SIGN = frozenset({"no", "nb", "nn", "da", "is", "fo"})
# What papers of South Asia print in an agency's place: a reporter, bureau or desk without a name.
_OWN_STAFF = re.compile(
    r"^(?:نمائندہ(?: خصوصی)?|[اس]?س?ٹاف رپورٹر|خصوصی رپورٹر|نیوز رپورٹر|کامرس رپورٹر|اسپورٹس رپورٹر|نامہ نگار"
    r"|وقائع نگار|خبر نگار(?: خصوصی)?|بیورو رپورٹ|نیوز ڈیسک|مانیٹرنگ ڈیسک|ویب ڈیسک|ایجنسیاں|خبر ایجنسیاں)"
    r"|(?:संवाददाता|ब्यूरो|डेस्क|एजेंसी|एजेंसियां|संवाद सूत्र|प्रतिनिधी|प्रतिनिधि|वृत्तसंस्था)$"
)
_OF_NOBODY = frozenset({"", "विशेष", "राज्य", "डिजिटल", "स्टाफ", "निज", "नगर", "मुख्य", "वेब", "न्यूज", "हमारे"})


def read(sign: str, language: str | None, site: str | None = None) -> dict[str, Any] | None:
    """Agencies, service, date, place and reporters named between brackets or slashes, or None if no agency is."""
    sign = sign.strip(" ©*\u2066\u2067\u2068\u2069\u200e\u200f")
    if lowered(sign) in label_words("generic_agencies"):
        return {"agency": None}
    whole = agency_of(sign)
    if whole:
        return {"agency": whole.name}
    sign = _CORRESPONDENT.sub("", sign)
    return _several(sign) or _with_others(_NUMBERED.sub("", sign), language, site) or own_staff(sign)


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
        found = tables.agency(first) if service.isalpha() and (len(first) > 3 or sign.islower()) else None
    return found or (tables.agency(_CORRESPONDENT.sub("", sign)) if "." in sign else None)


def own_staff(sign: str) -> dict[str, Any] | None:
    """`نمائندہ جنگ`, `जागरण संवाददाता`: the paper whose reporter or desk it is, if its name stands there."""
    found = _OWN_STAFF.search(sign) if sign > "\u0600" else None
    if found is None:
        return None
    paper = (sign[: found.start()] + sign[found.end() :]).strip()
    agency = tables.agency(paper)
    return {"agency": None if paper in _OF_NOBODY else agency.name if agency else paper}


def _several(sign: str) -> dict[str, Any] | None:
    """`CBS/AP`, `efe-epa`, `AFP und dpa`; of `dpa/lno` the second is a service or an editor's sign."""
    parts = _JOINED.split(sign)
    if len(parts) < 2:
        return None
    found = [a for a in map(tables.agency, parts) if a]
    if len(found) == len(parts):
        canonical = tuple(dict.fromkeys(a.name for a in found))
        return {"agency": canonical[0], **({"agencies": canonical} if len(canonical) > 1 else {})}
    service = parts[-1]
    if found and tables.agency(parts[0]) and "/" in sign and " " not in service and not service.isdigit():
        return None if any(c.isdigit() for c in service) else {"agency": found[0].name, "service": service}
    return None


def _with_others(sign: str, language: str | None, site: str | None) -> dict[str, Any] | None:
    """An agency and, beside it, a date, a place or reporters: `AP, 11 March`, `ZENIT News / Rome, 03.15.2024`."""
    for joint in _PARTED.finditer(sign):
        left, right = sign[: joint.start()], sign[joint.end() :]
        agency, other = agency_of(left), right
        if agency is None:
            agency, other = agency_of(right), left
        beside = _beside(other, language, site) if agency else None
        if agency and beside:
            return {"agency": agency.name, **beside}
    return _run_on(sign, language, site)


def _run_on(sign: str, language: str | None, site: str | None) -> dict[str, Any] | None:
    """`TTXVN 14/10`, `ТАСС Дмитрий Лебедев`, and the sub-brand `dpa-AFX Broker`."""
    words = sign.split(" ")
    for size in range(min(4, len(words) - 1), 0, -1):
        agency = tables.agency(" ".join(words[:size]))
        other = " ".join(words[size:])
        beside = _beside(other, language, site) if agency else None
        if agency and (beside or _CAPITALISED.fullmatch(other)):
            return {"agency": agency.name, **(beside or {})}
    return None


def _beside(other: str, language: str | None, site: str | None) -> dict[str, Any] | None:
    other = _CORRESPONDENT.sub("", other)
    place, date = dateline_stamp.place_and_date(other.replace("/", " ") if ":" in other else other, language, site)
    if (date and place is None) or (place and gazetteer.is_known(place)):
        return {**({"date": date} if date else {}), **({"place": place} if place else {})}
    if dateline_stamp.is_foreign(other):
        return {"date": None}
    people = names.split_people(other)
    if people and all(names.is_person(person) for person in people):
        return {"authors": tuple(map(names.clean_person, people))}
    return None


def unlisted(sign: str, after: str, place: str | None, dated: bool, language: str | None) -> dict[str, Any] | None:
    """A station, agency or house sign nobody listed, held to a dateline's full form lest an aside be taken for one."""
    if place is None:
        return None
    name, _, service = sign.partition("/")
    made = dateline_desks.read(sign, after, place)
    if made:
        return made
    closed = _CLOSES_WITH_SIGN.match(after) is not None
    station = bool(_CALL_SIGN.fullmatch(sign)) and after.lstrip()[:1] in "-–—"
    house = bool(DOMAIN.fullmatch(name)) and (dated or len(service) in (2, 3) or after[:2] in (".-", " -", " –", " —"))
    shouted = place.isupper() and gazetteer.is_known(place)
    short = sign.isalpha() and 2 <= len(sign) <= 8
    wire = closed and bool(
        (dated and all(map(_NAME.fullmatch, sign.split("/"))))
        or (
            len(sign) in (4, 5)
            and sign.isalpha()
            and sign.isupper()
            and ", " in place
            and dateline_desks.is_city(place)
        )
        or (short and sign.isupper() and shouted)
        or (short and sign.islower() and len(sign) <= 4 and (gazetteer.is_known(place) or language == "de"))
    )
    paper = after[:1] == ":" and shouted and language in _PAPERS_SIGN and sign[:1].isupper() and " " not in sign
    if not station and not house and not wire and not paper:
        return None
    if language == "pa" and " " in sign:  # Punjabi papers put the reporter where others put the agency
        return {"authors": (sign,)}
    return {"agency": name, **({"service": service} if service else {})}


def dated(sign: str, after: str, place: str | None, language: str | None, site: str | None) -> dict[str, Any] | None:
    """`MIRI (11 Mac): …`, `PHILADELPHIA (March 5, 2024) – …`, `DAVAO CITY (MindaNews / 21 May) – …`."""
    if place is None or not any(c.isdigit() for c in sign) or not _CLOSES_WITH_SIGN.match(after):
        return None
    if not gazetteer.is_known(place) and not (place.isupper() and gazetteer.looks_like_place(place)):
        return None
    name, parted, date_part = sign.rpartition(" / ")
    named, date = dateline_stamp.place_and_date(date_part, language, site)
    if date is None or named or (parted and not _NAME.fullmatch(name)):
        return None
    return {"date": date, **({"agency": name} if name else {})}
