"""Datelines: where a story was filed, when, by which agency and whom, and where the story itself begins.

Forms read here, each by what its signs are and never by one outlet's words:

    HAYWARD, Calif. (AP) — …              place, agency in brackets, dash
    PARIS, Oct 22 (Reuters) - …           with a date
    New Delhi, Oct 16 (PTI) Congress …    no dash
    MOSCOW, September 23. /TASS/. …       agency between slashes
    МОСКВА, 2 дек - РИА Новости. …        agency after the dash
    Accra, March 11, GNA - …              agency after a comma
    (ANSA) - ROMA, 28 LUG - …             agency first
    पीटीआई, श्रीनगर। …, ایسنا/خوزستان …     agency first, without brackets
    LIMA.- …, LINZ – …, BEIJING: …        place only

and, in `dateline_cjk`, those of Chinese, Japanese and Korean agencies. What brackets hold is read in
`dateline_signs`, agencies without brackets in `dateline_free`, places alone in `dateline_bare`.
"""

from __future__ import annotations

import re
from typing import Any

from cleaner.normalise import (
    dateline_bare,
    dateline_cjk,
    dateline_free,
    dateline_signs,
    dateline_stamp,
    gazetteer,
    names,
    tables,
)
from cleaner.normalise.dateline_record import Dateline, placed, story_follows
from cleaner.normalise.moments import Hints
from cleaner.normalise.tokens import with_plain_figures

__all__ = ["Dateline", "parse"]

# A dateline ends within this many characters; the Reuters form may open with reporters' names.
_HEAD = 220
_LONGEST_DATED = 110
_SHORTEST_STORY = 20
# With words of an alphabet; Chinese and Japanese ones are shorter.
_SHORTEST_LINE = 36
# What bylines, dates, credits and captions begin with, and no place does.
_OPENERS = frozenset(
    {
        "published", "publicado", "updated", "posted", "created", "last", "first", "von", "par", "por", "reporting",
        "editing", "writing", "written", "additional", "photo", "photos", "foto", "image", "source", "quelle", "fuente",
        "fonte", "file", "with", "the", "a", "an", "this", "it", "he", "she", "we", "they", "but", "and", "if", "when",
        "was", "der", "die", "das", "il", "un", "une", "una", "ein", "eine",
    }
)  # fmt: skip
# The few cities with an article.
_THE_PLACE = re.compile(r"T(?:he|HE) (?:H[Aa][Gg][Uu][Ee]|D[Aa][Ll][Ll][Ee][Ss]|W[Oo][Oo][Dd][Ll]|V[Ii][Ll][Ll]|BRONX)")
# Signs that part the fields of a line, never a place from its date.
_NO_PLACE = re.compile(r"[|@]|: ")
# One set of first characters, told apart by a look behind, is what `re` passes over a text fastest for.
_PAREN = re.compile(
    r"[(（/\[](?:(?<=[(（])([^()（）]{2,70})[)）]|(?<=/)(?!\d)([^/()]{2,60}(?:/[^/()\s]{2,12}(?=/))?)/"
    r"|(?<=\[)([^\[\]]{2,40})\])"
)
# An underscore for the dash is the Associated Press's, from before its wires had one; `=` is Belga's.
_SEPARATOR = re.compile(r"(?:\s?[,.:]?\s?(?:--|[–—\-:：.;।։៖፦፡ः]|(?<=\s)[_=](?=\s))){0,3}\s*")
# The date of `PHOENIX / ACCESSWIRE / December 2, 2024 / …` follows the agency.
_DATE_AFTER = re.compile(r"\s*(?P<date>[^/]{6,24}?)\s/\s")
# `BOSTON--(BUSINESS WIRE)--March 5, 2024--Harbour Tools …`
_DATE_BEHIND = re.compile(r"(?P<date>[A-Z][a-z]{2,8}\.? \d{1,2}, \d{4})\s?(?:--|[–—])\s?")
_DATE_BETWEEN = re.compile(r"(?P<date>\d[^/–—-]{5,22}?|[^\W\d][^/–—-]{5,22}?\d)\s[-–—]\s")
_BY_LEAD = re.compile(r"(?:By|Oleh) (?P<who>[^():]{4,120}?) (?=[A-Z][A-Z.'’\-]{2,}[ ,/(])")
_BYLINE_WORDS = ("By ", "Oleh ")
_TURKISH = re.compile(r"(?P<who>[^\W\d_][^/():,]{4,80})/(?P<place>[^\W\d_]{3,20}(?: ?\([^()]{2,20}\))?)[, ]*$")
_DISTRIBUTOR = re.compile(r"(?:\((?P<a>[A-Z][\w ]{1,20}) - (?P<b>[A-Z][\w ]{1,20})\)|(?P<c>[A-Z][\w .]{2,24}) [-–])\s")
_LONGEST_LABEL = 30
_DASH = re.compile(r"\s?(?:\.\s?--|\.\s?[-–—]|--|[–—]|\s-(?=\s))\s*")
_ALONE = re.compile(
    r"(?:\[(?=[^\]]{3,30}\]\s)|(?P<round>\()(?=[^)]{3,40}\)\s?[-–—\s]))(?P<place>[^()\[\]]{3,40})[)\]]\s?(?P<dash>[-–—]?)\s*"
)
_FIGURE = re.compile(r"\d")
# So long is a paragraph that a place in round brackets opens; only Canada's French press leaves out the dash.
_PARAGRAPH = 60
# A bracket that opens the line is a sign only so far on.
_LONGEST_FIRST = 60
_CLOSING_SIGN = re.compile(
    r"[\s–—.:-](?:(?<=\s)(?:[–—]\s?|-\s|--\s?)|(?<=[–—])\s?|(?<=[\d.]-)\s|(?<=-)-\s?|(?<=[.:])\s)"
)
# `5 Mar. 2024`: the full stop belongs to the month.
_YEAR_FOLLOWS = re.compile(r"(?:19|20)\d\d\b")
# `ATHENS, GREECE - MARCH 05: …`: how picture agencies begin their captions.
_CAPTION = re.compile(r"[A-Z] [-–] [A-Z]{3,9} \d")


def parse(text: str, *, site: str | None = None, language: str | None = None) -> Dateline | None:
    """The dateline that opens this paragraph, or None.

    `site` tells a paper's own sign before a dash, `language` helps with the names of months.
    """
    stripped = text.lstrip()
    offset = len(text) - len(stripped)
    head = with_plain_figures(stripped[:_HEAD])
    if _begins_otherwise(head):
        return None
    signed = dateline_cjk.read(head)
    if signed:
        return Dateline(raw=text[: offset + signed["rest_starts_at"]].strip(), **_moved(signed, offset))
    hints = Hints(site, language)
    found = _distributed(head, hints) or _read(head, hints) or (dateline_bare.house(head, site) if site else None)
    if found is None or len(text) - offset - found.rest_starts_at < _SHORTEST_STORY:
        return None
    end = found.rest_starts_at + offset
    return found._replace(raw=text[:end].strip(), rest_starts_at=end)


def _begins_otherwise(head: str) -> bool:
    """Whether a look at the first word tells that this is no paragraph with a dateline."""
    if not head or gazetteer.is_small(head[0]):
        return True
    if not head.isascii():
        return False
    first = head.split(" ", 1)[0]
    opens = first.rstrip(":").lower() in _OPENERS and not (first.lower() == "the" and _THE_PLACE.match(head))
    return opens or len(head) < _SHORTEST_LINE


def _moved(values: dict[str, Any], offset: int) -> dict[str, Any]:
    return {**values, "rest_starts_at": values["rest_starts_at"] + offset}


def _distributed(head: str, hints: Hints) -> Dateline | None:
    """`Canadian Press - BAIKONUR (AP) - …`: an outer label before a whole dateline."""
    label = head[:_LONGEST_LABEL]
    found = _DISTRIBUTOR.match(head) if "-" in label or "–" in label else None
    outer = tables.agency(found["c"] or found["a"]) if found else None
    if found is None or outer is None:
        return None
    inner = _read(head[found.end() :], hints)
    if inner is None or inner.location is None:
        return None
    if inner.agency is None:
        return inner._replace(rest_starts_at=inner.rest_starts_at + found.end(), agency=outer.name)
    distributor = None if inner.agency == outer.name else outer.name
    return inner._replace(rest_starts_at=inner.rest_starts_at + found.end(), distributor=distributor)


def _read(head: str, hints: Hints) -> Dateline | None:
    for form in (_with_reporters,) if head.startswith(_BYLINE_WORDS) else _FORMS:
        found = form(head, hints)
        if found:
            return found
    return None


def _with_reporters(head: str, hints: Hints) -> Dateline | None:
    """`By Ann Lee and Bo Day JAKARTA (Reuters) - …`, `By Ann Lee New Delhi [India], Sep 7 (ANI): …`."""
    lead = _BY_LEAD.match(head)
    people = names.split_people(lead["who"]) if lead else []
    start = lead.end() if lead else 0
    if lead is None:
        words = head.split(" ", 6)
        sizes = (n for n in (3, 4) if gazetteer.is_known(" ".join(words[n : n + 2])) or gazetteer.is_known(words[n]))
        size = next(sizes, 0) if len(words) > 6 else 0
        people, start = [" ".join(words[1:size])], len(" ".join(words[:size])) + 1
    found = _bracketed(head[start:], hints)
    if found is None or found.location is None or not all(names.is_person(person) for person in people):
        return None
    authors = tuple(names.clean_person(person) for person in people)
    return found._replace(authors=authors, rest_starts_at=found.rest_starts_at + start)


def _bracketed(head: str, hints: Hints) -> Dateline | None:
    """The agency stands in brackets or between slashes, after the place and date or before them."""
    for found in _PAREN.finditer(head) if _opens_bracket(head) else ():
        before, sign, after = head[: found.start()], found[found.lastindex or 1], head[found.end() :]
        if _NO_PLACE.search(before.rstrip(" :")):
            return None
        place, date, authors = _before_sign(before.rstrip(": "), hints)
        if before.strip(" -–—.,[:") and not (place or date):
            return None
        fields = _fields(sign, after, place, date, hints)
        if fields is None:
            continue
        rest = _separated(head, found.end())
        late = _date_behind(head, found, rest) if date is None else None
        if late:
            _, date = _place_and_date(late["date"], hints)
            rest = late.end() if date else rest
        if place is None and date is None and not authors:
            return _agency_first(head, found.end(), fields, hints)
        if after[:1] == ":" and not (date or "date" in fields or _vouched(place)):
            return None
        return _of(rest, _no_newsroom(place), date, {"authors": authors, **fields})
    return None


def _date_behind(head: str, found: re.Match[str], rest: int) -> re.Match[str] | None:
    """The date that follows the agency's bracket or slash."""
    return _DATE_AFTER.match(head, found.end()) if found[2] else _DATE_BEHIND.match(head, rest)


def _place_in_brackets(head: str, hints: Hints) -> Dateline | None:
    """`[NAIROBI] …`, `(ANKARA) - …`, `(Ottawa) …`, `(New York, March 5, 2024) – …`: only a known place."""
    found = _ALONE.match(head) if head[0] in "([" else None
    if found is None or (found["round"] and (len(head) < _PARAGRAPH or not (found["dash"] or hints.language == "fr"))):
        return None
    place, date = _place_and_date(found["place"], hints)
    if place is None or not gazetteer.is_known(place) or tables.agency(place):
        return None
    if not place.isupper() and not found["round"]:
        return None
    return story_follows(Dateline("", found.end(), **placed(place), date=date), head)


def _opens_bracket(head: str) -> bool:
    return "(" in head or "/" in head or "（" in head or "[" in head


def _before_sign(before: str, hints: Hints) -> tuple[str | None, str | None, tuple[str, ...]]:
    place, authors = _turkish(before)
    return (place, None, authors) if place else (*_place_and_date(before, hints), ())


def _fields(sign: str, after: str, place: str | None, date: str | None, hints: Hints) -> dict[str, Any] | None:
    """What the bracket says, a listed agency's sign first."""
    language, site = hints.language, hints.site
    return (
        dateline_signs.read(sign, language, site)
        or (dateline_signs.dated(sign, after, place, language, site) if date is None else None)
        or dateline_signs.unlisted(sign, after, place, date is not None, language)
    )


def _no_newsroom(place: str | None) -> str | None:
    """`Redacción Internacional, 7 sep (EFE)`: a desk in the place's stead is no place."""
    words = place.casefold().split() if place else []
    return None if words and not dateline_bare.NEWSROOMS.isdisjoint((words[0], words[-1])) else place


def _free_sign(head: str, hints: Hints) -> Dateline | None:
    """A listed agency without brackets, after the place and date: `Accra, March 11, GNA - …`, `دمشق-سانا …`."""
    quoted = dateline_free.in_quotes(head, hints.site)
    if quoted:
        return story_follows(Dateline("", quoted[2], **placed(quoted[0]), agency=quoted[1]), head)
    for end, agency, closed in dateline_free.bare(head):
        rest = closed
        place, date = _place_and_date(head[:end], hints)
        shouted = place is not None and place.isupper() and gazetteer.looks_like_place(place)
        if date or shouted or (place and gazetteer.is_known(place)):
            after = _DATE_BETWEEN.match(head, rest) if date is None else None
            if after:
                _, date = _place_and_date(after["date"], hints)
                rest = after.end() if date else rest
            authors, rest = _reporter(head, end, rest)
            place, second = _place_and_person(place) if not authors else (place, ())
            authors = authors or second
            return story_follows(Dateline("", rest, **placed(place), date=date, agency=agency, authors=authors), head)
    return _sign_first(head, hints)


def _place_and_person(place: str | None) -> tuple[str | None, tuple[str, ...]]:
    """`القدس/ محمد أحمد/ الأناضول - …`: Anadolu's Arabic service names its reporter after the place."""
    first, _, second = (part.strip() for part in (place or "").partition("/"))
    if not second or gazetteer.is_known(second) or not gazetteer.is_known(first) or not names.is_person(second):
        return place, ()
    return first, (names.clean_person(second),)


def _reporter(head: str, end: int, rest: int) -> tuple[tuple[str, ...], int]:
    """The reporter after the sign, whose end is that of its closing sign or the last word before it."""
    at = end + len(head[end:rest].rstrip(" .-–—:/"))
    authors, behind = dateline_free.reporter(head, at)
    return (authors, behind) if authors else ((), rest)


def _sign_first(head: str, hints: Hints) -> Dateline | None:
    """`पीटीआई, श्रीनगर। …`, `ایسنا/خوزستان …`, `APA-Dakar (Sénégal) – …`: the place stands after the agency."""
    for agency, start, end, rest in dateline_free.first(head):
        place, date = _place_and_date(head[start:end], hints)
        if place and (date or gazetteer.is_known(place) or (place.isupper() and gazetteer.looks_like_place(place))):
            return story_follows(Dateline("", rest, **placed(place), date=date, agency=agency), head)
    slashed = dateline_free.before_slash(head)
    return story_follows(Dateline("", slashed[1], agency=slashed[0]), head) if slashed else None


def _place_and_date(printed: str, hints: Hints) -> tuple[str | None, str | None]:
    return dateline_stamp.place_and_date(printed, hints.language, hints.site)


def _vouched(place: str | None) -> bool:
    """A colon after the agency is how speakers are named too, so the place must be known or bracketed."""
    return place is not None and (gazetteer.is_known(place) or "[" in place or place.isupper())


def _agency_first(head: str, end: int, fields: dict[str, Any], hints: Hints) -> Dateline | None:
    """`(CNN) — …`, `(ANSA) - ROMA, 28 LUG - …`."""
    if end > _LONGEST_FIRST:
        return None
    rest = _separated(head, end)
    dash = _DASH.search(head, rest, rest + 60)
    if dash:
        place, date = _place_and_date(head[rest : dash.start()], hints)
        if place and (date or place.isupper() or gazetteer.is_known(place)):
            return story_follows(_of(dash.end(), place, date, fields), head) or _of(rest, None, None, fields)
    return _of(rest, None, None, fields)


def _of(rest: int, place: str | None, date: str | None, fields: dict[str, Any]) -> Dateline:
    """Place and date may also stand among the fields, as those of `(ZENIT News / Rome, 03.15.2024)`."""
    beside = {name: value for name, value in fields.items() if name != "place"}
    return Dateline("", rest, **{**placed(place or fields.get("place")), **({"date": date} if date else {}), **beside})


def _dated(head: str, hints: Hints) -> Dateline | None:
    """Place and date closed by a dash or full stop, without an agency."""
    figure = _FIGURE.search(head, 0, _LONGEST_DATED)
    for dash in _CLOSING_SIGN.finditer(head, figure.end(), _LONGEST_DATED) if figure else ():
        if _NO_PLACE.search(head, 0, dash.start()):
            return None
        place, date = _place_and_date(head[: dash.start()], hints)
        if date is None or _YEAR_FOLLOWS.match(head, dash.end()):
            continue
        signed = tables.agency(place) if place else None
        if signed and signed.type == "wire" and not gazetteer.is_known(place):
            return story_follows(Dateline("", dash.end(), agency=signed.name, date=date), head)
        if place and (dash[0].strip() not in (".", ":") or place.isupper() or gazetteer.is_known(place)):
            if dash[0][0] == ":" and _CAPTION.search(head, 0, dash.start()):
                return None
            found = story_follows(Dateline("", dash.end(), **placed(place), date=date), head)
            if found:
                return found
    return None


def _bare(head: str, _: Hints) -> Dateline | None:
    return dateline_bare.read(head)


_FORMS = (_place_in_brackets, _bracketed, _free_sign, _dated, _bare)


def _separated(head: str, end: int) -> int:
    found = _SEPARATOR.match(head, end)
    return found.end() if found else end


def _turkish(before: str) -> tuple[str | None, tuple[str, ...]]:
    """`Can ÇELİK-Eser PAZARBAŞI/ADANA, (DHA)-`: reporters, a slash, the place."""
    found = _TURKISH.fullmatch(before) if "/" in before else None
    people = [person.strip() for person in re.split(r"[-–]", found["who"])] if found else []
    shouts = [word.isupper() for word in (found["who"].split() if found else [])]
    if found is None or all(shouts) or not any(shouts) or not all(names.is_person(person) for person in people):
        return None, ()
    return found["place"], tuple(names.clean_person(person, turkish=True) for person in people)
