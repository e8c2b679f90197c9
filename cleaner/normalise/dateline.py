"""Datelines: where a story was filed, when, by which agency and whom, and where the story itself begins.

Forms read here, each by what its signs are and never by one outlet's words:

    HAYWARD, Calif. (AP) — …              place, agency in brackets, dash
    PARIS, Oct 22 (Reuters) - …           with a date
    New Delhi, Oct 16 (PTI) Congress …    no dash
    MOSCOW, September 23. /TASS/. …       agency between slashes
    МОСКВА, 2 дек - РИА Новости. …        agency after the dash
    Accra, March 11, GNA - …              agency after a comma
    (ANSA) - ROMA, 28 LUG - …             agency first
    LIMA.- …, LINZ – …, BEIJING: …        place only

and, in `dateline_cjk`, those of Chinese, Japanese and Korean agencies.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Any

from cleaner.lexicon import function_words
from cleaner.normalise import dateline_cjk, dateline_signs, dateline_stamp, gazetteer, names, tables
from cleaner.normalise.moments import Hints
from cleaner.normalise.tokens import with_plain_figures

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
# Signs that part the fields of a line, never a place from its date.
_NO_PLACE = re.compile(r"[|@]|: ")
_PAREN = re.compile(r"[(（]([^()（）]{2,60})[)）]|/(?!\d)([^/()]{2,30})/")
_SEPARATOR = re.compile(r"(?:\s?[,.:]?\s?(?:--|[–—\-:.;।])){0,3}\s*")
_DOMAIN = re.compile(r"[\w-]{2,30}\.(?:com|net|org|info|[a-z]{2})(?:\.[a-z]{2})?", re.IGNORECASE)
# The date of `PHOENIX / ACCESSWIRE / December 2, 2024 / …` follows the agency.
_DATE_AFTER = re.compile(r"\s*(?P<date>[^/]{6,24}?)\s/\s")
_DATE_BETWEEN = re.compile(r"(?P<date>\d[^/–—-]{5,22}?|[^\W\d][^/–—-]{5,22}?\d)\s[-–—]\s")
_BY_LEAD = re.compile(r"By (?P<who>[^():]{4,120}?) (?=[A-Z][A-Z.'’\-]{2,}[ ,/(])")
_TURKISH = re.compile(r"(?P<who>[^\W\d_][^/():,]{4,80})/(?P<place>[^\W\d_]{3,20}(?: ?\([^()]{2,20}\))?)[, ]*$")
_DISTRIBUTOR = re.compile(r"(?:\((?P<a>[A-Z][\w ]{1,20}) - (?P<b>[A-Z][\w ]{1,20})\)|(?P<c>[A-Z][\w .]{2,24}) [-–])\s")
_DASH = re.compile(r"\s?(?:\.\s?--|\.\s?[-–—]|--|[–—]|\s-(?=\s))\s*")
_LONG_PARAGRAPH = 100
_LONGEST_BARE = 90
# Shorter names of agencies are words too (`Beta`, `Trend`), unless they stand in capitals.
_UNMISTAKABLE = 6
_LONGEST_NAME = 30
# Signs after a bare place, strongest first: none of them occurs in running text right after a name in capitals.
_STRONG = re.compile(r"(?=[.\s—-])(?:\.\s?-{1,2}\s|\s?—\s?|\s–\s|\s?--\s)")
_WEAK = re.compile(r"(?=[\s:.])(?:\s-\s|: |(?<!St)(?<!ST)(?<!Ft)(?<!FT)(?<!Mt)\. )")
_FIGURE = re.compile(r"\d")
_CLOSING_SIGN = re.compile(r"\s?[–—]\s?|\s-\s|\s?--\s?|[.:]\s")
_IN_BRACKETS = re.compile(r"[^\W\d_][\w.\-]+ \((?P<inside>[^\W\d_][\w.\-]+)\)")
_SPEECH = re.compile(r"[^.!?]{0,40}: ?[“\"]")
# `ROMA - LAZIO 2-1`: a result, not a story.
_SCORE = re.compile(r"[^.!?\d]{0,30}\d{1,3}\s?[-:–]\s?\d{1,3}(?!\d)")
_JOINED = re.compile(r"\s*/\s*|\s[–—-]\s")
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
    head = with_plain_figures(stripped[:_HEAD])
    if _begins_otherwise(head):
        return None
    signed = dateline_cjk.read(head)
    if signed:
        return Dateline(raw=text[: offset + signed["rest_starts_at"]].strip(), **_moved(signed, offset))
    hints = Hints(site, language)
    found = _distributed(head, hints) or _read(head, hints) or (_house(head, site) if site else None)
    if found is None or len(text) - offset - found.rest_starts_at < _SHORTEST_STORY:
        return None
    end = found.rest_starts_at + offset
    return replace(found, raw=text[:end].strip(), rest_starts_at=end)


def _begins_otherwise(head: str) -> bool:
    """Whether a look at the first word tells that this is no paragraph with a dateline."""
    if not head or head[0].islower():
        return True
    return head.isascii() and (len(head) < _SHORTEST_LINE or head.split(" ", 1)[0].rstrip(":").lower() in _OPENERS)


def _moved(values: dict[str, Any], offset: int) -> dict[str, Any]:
    return {**values, "rest_starts_at": values["rest_starts_at"] + offset}


def _distributed(head: str, hints: Hints) -> Dateline | None:
    """`Canadian Press - BAIKONUR (AP) - …`: an outer label before a whole dateline."""
    found = _DISTRIBUTOR.match(head)
    outer = tables.agency(found["c"] or found["a"]) if found else None
    if found is None or outer is None:
        return None
    inner = _read(head[found.end() :], hints)
    if inner is None or inner.location is None:
        return None
    if inner.agency is None:
        return replace(inner, rest_starts_at=inner.rest_starts_at + found.end(), agency=outer.name)
    distributor = None if inner.agency == outer.name else outer.name
    return replace(inner, rest_starts_at=inner.rest_starts_at + found.end(), distributor=distributor)


def _read(head: str, hints: Hints) -> Dateline | None:
    for form in (_with_reporters,) if head.startswith("By ") else (_bracketed, _free_sign, _dated, _bare):
        found = form(head, hints)
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
    return replace(found, authors=authors, rest_starts_at=found.rest_starts_at + start)


def _bracketed(head: str, hints: Hints) -> Dateline | None:
    """The agency stands in brackets or between slashes, after the place and date or before them."""
    for found in _PAREN.finditer(head) if "(" in head or "/" in head or "（" in head else ():
        before, sign = head[: found.start()], found[1] or found[2]
        if _NO_PLACE.search(before):
            return None
        place, authors = _turkish(before)
        date = None
        if place is None:
            place, date = _place_and_date(before, hints)
        if before.strip(" -–—.,") and place is None and date is None:
            return None
        fields = dateline_signs.read(sign, hints.language, hints.site) or dateline_signs.unlisted(
            sign, head[found.end() :], place, date is not None, hints.language
        )
        if fields is None:
            continue
        rest = _separated(head, found.end())
        after = _DATE_AFTER.match(head, found.end()) if found[2] and date is None else None
        if after:
            _, date = _place_and_date(after["date"], hints)
            rest = after.end() if date else rest
        if place is None and date is None and not authors:
            return _agency_first(head, found.end(), fields, hints)
        if head[found.end() : found.end() + 1] == ":" and not (date or _vouched(place)):
            return None
        return _of(rest, place, date, _with_authors(fields, authors))
    return None


def _free_sign(head: str, hints: Hints) -> Dateline | None:
    """A listed agency without brackets, after the place and date: `Accra, March 11, GNA - …`, `دمشق-سانا …`."""
    for end, agency, closed in dateline_signs.bare(head):
        rest = closed
        place, date = _place_and_date(head[:end], hints)
        shouted = place is not None and place.isupper() and gazetteer.looks_like_place(place)
        if date or shouted or (place and gazetteer.is_known(place)):
            after = _DATE_BETWEEN.match(head, rest) if date is None else None
            if after:
                _, date = _place_and_date(after["date"], hints)
                rest = after.end() if date else rest
            return _story_follows(Dateline("", rest, **_placed(place), date=date, agency=agency), head)
    return None


def _place_and_date(printed: str, hints: Hints) -> tuple[str | None, str | None]:
    return dateline_stamp.place_and_date(printed, hints.language, hints.site)


def _with_authors(fields: dict[str, Any], authors: tuple[str, ...]) -> dict[str, Any]:
    return {**fields, "authors": authors} if authors else fields


def _vouched(place: str | None) -> bool:
    """A colon after the agency is how speakers are named too, so the place must be known or bracketed."""
    return place is not None and (gazetteer.is_known(place) or "[" in place or place.isupper())


def _agency_first(head: str, end: int, fields: dict[str, Any], hints: Hints) -> Dateline | None:
    """`(CNN) — …`, `(ANSA) - ROMA, 28 LUG - …`."""
    if end > 40:
        return None
    rest = _separated(head, end)
    dash = _DASH.search(head, rest, rest + 60)
    if dash:
        place, date = _place_and_date(head[rest : dash.start()], hints)
        if place and (date or place.isupper()):
            return _of(dash.end(), place, date, fields)
    return _of(rest, None, None, fields)


def _of(rest: int, place: str | None, date: str | None, fields: dict[str, Any]) -> Dateline:
    """The date may also stand among the fields, as that of `(Newsfile - March 11, 2024)`."""
    return Dateline("", rest, **{**_placed(place), **({"date": date} if date else {}), **fields})


def _dated(head: str, hints: Hints) -> Dateline | None:
    """Place and date closed by a dash or full stop, without an agency."""
    figure = _FIGURE.search(head, 0, _LONGEST_DATED)
    for dash in _CLOSING_SIGN.finditer(head, figure.end(), _LONGEST_DATED) if figure else ():
        if _NO_PLACE.search(head, 0, dash.start()):
            return None
        place, date = _place_and_date(head[: dash.start()], hints)
        if date is None:
            continue
        if place and (dash[0].strip() not in (".", ":") or place.isupper() or gazetteer.is_known(place)):
            return _story_follows(Dateline("", dash.end(), **_placed(place), date=date), head)
    return None


def _bare(head: str, hints: Hints) -> Dateline | None:
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
        return strong or "(" in printed or _known_before(mark, printed, head)
    if gazetteer.is_country(printed):
        return strong or (mark == ":" and "," in printed)
    if strong and (shouted or printed.split(",", maxsplit=1)[0].isupper() or _is_shortened(printed.rstrip("."))):
        return gazetteer.looks_like_place(printed)
    if mark == "-" and shouted and " " not in printed:
        return gazetteer.looks_like_place(printed) and _opens_a_sentence(head[sign.end() :])
    region = _IN_BRACKETS.fullmatch(printed) if mark in ("-", ":", "–") else None
    return region is not None and not region["inside"].islower()


def _known_before(mark: str, printed: str, head: str) -> bool:
    """Whether a weak sign after a listed place closes a dateline: no list before a colon, a paragraph after a stop."""
    shouted = printed == printed.upper()
    if mark == ":":
        return shouted or not _lists_places(printed)
    if mark == "-":
        beside = head[len(printed) :].lstrip(" -").partition(":")
        return not (beside[1] and len(beside[0]) <= _LONGEST_NAME and gazetteer.is_known(beside[0]))
    return mark == "." and (shouted or len(head) > _LONG_PARAGRAPH)


def _lists_places(printed: str) -> bool:
    """`Rom, Paris, London: …`, a headline's list rather than a city and its region."""
    return sum(map(gazetteer.is_known, printed.split(", "))) > 1


def _opens_a_sentence(rest: str) -> bool:
    """A function word first (`A busy time …`), as sentences begin and entries of a list do not."""
    first = rest.split(" ", 1)[0].casefold()
    return any(first in words for words in function_words().values())


def _own_sign(printed: str, end: int) -> Dateline | None:
    """`JAKARTA, Harbour.com - …`, `Harbour.com - …`: an agency, a domain or a publisher's name before the dash."""
    place, comma, sign = printed.rpartition(", ")
    first = printed.partition(", ")[0]
    if comma and _DOMAIN.fullmatch(first):  # as Indonesian sites print it: `HARBOUR.COM, Jakarta - …`
        place, sign = printed[len(first) + 2 :], first
    agency = tables.agency(sign)
    publisher = None if agency else (tables.publisher_named(sign) if _is_sign(sign) else None)
    name = agency.name if agency else publisher.name if publisher else sign if _DOMAIN.fullmatch(sign) else None
    if name is None or (comma and not gazetteer.locations(place)):
        return None
    wire = agency is not None and agency.type == "wire" and (sign.isupper() or len(sign) >= _UNMISTAKABLE)
    if not comma and not (wire or _DOMAIN.fullmatch(sign) or sign.endswith("News")):
        return None
    return Dateline("", end, **(_placed(place) if comma else {}), agency=name)


def _is_sign(text: str) -> bool:
    return bool(_DOMAIN.fullmatch(text)) or text.endswith("News")


def _story_follows(found: Dateline, head: str) -> Dateline | None:
    """Only a story's first word, capital or quotation may follow; a lower-case word continues a sentence."""
    rest = head[found.rest_starts_at :]
    opening = _STARTS_STORY.match(rest)
    if opening is None or opening[0][-1].islower() or _SPEECH.match(rest) or _SCORE.match(rest):
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


def _turkish(before: str) -> tuple[str | None, tuple[str, ...]]:
    """`Can ÇELİK-Eser PAZARBAŞI/ADANA, (DHA)-`: reporters, a slash, the place."""
    found = _TURKISH.fullmatch(before) if "/" in before else None
    people = [person.strip() for person in re.split(r"[-–]", found["who"])] if found else []
    shouts = [word.isupper() for word in (found["who"].split() if found else [])]
    if found is None or all(shouts) or not any(shouts) or not all(names.is_person(person) for person in people):
        return None, ()
    return found["place"], tuple(names.clean_person(person, turkish=True) for person in people)
