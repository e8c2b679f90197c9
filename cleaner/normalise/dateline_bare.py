"""Datelines without agency or date: a place alone, or a paper's own sign, before a dash, colon or full stop."""

from __future__ import annotations

import re

from cleaner.lexicon import function_words
from cleaner.normalise import gazetteer, tables
from cleaner.normalise.dateline_record import Dateline, placed, story_follows
from cleaner.normalise.dateline_signs import DOMAIN

NEWSROOMS = frozenset(
    {"redacción", "redacció", "redação", "redazione", "rédaction", "redaktion", "redakcja", "newsroom", "staff"}
)
_SIGNING_ALONE = ("wire", "press-release", "publisher")
# `मुंबई, दि. ५ : …`: the day of the month, with the word for it.
_ON_DAY = re.compile(r"(?P<place>[^\d,।:]{2,30}), ?(?:दि|ता|તા)\. ?\d{1,2}\s?[:-]\s")
_LONG_PARAGRAPH = 100
_PARTY = re.compile(r"\([A-Z]{1,3}[-–]")
_BRAHMIC = "\u0900"
# `ATHENS, GREECE - MARCH 05: …`: how picture agencies begin their captions.
_CAPTION = re.compile(r"[A-Z]{3,9} \d{1,2}(?:, \d{4})?$")
_LONGEST_BARE = 90
# Shorter names of agencies are words too (`Beta`, `Trend`), unless they stand in capitals.
_UNMISTAKABLE = 6
_LONGEST_NAME = 30
# Signs after a bare place, strongest first: none of them occurs in running text right after a name in capitals.
# One set of first characters, told apart by a look behind, is what `re` passes over a text fastest for.
_STRONG = re.compile(r"[\s.—-](?:(?<=\.)\s?(?:-{1,2}\s|[–—]\s?)|(?<=\s)(?:—\s?|–\s|--\s)|(?<=—)\s?|(?<=-)-\s)")
_WEAK = re.compile(
    r"[\s:.।۔៖∙ः](?:(?<=\s)[-।۔៖∙ः]\s|(?<=:) |(?<=[।۔៖∙ः])\s"
    r"|(?<=\.)(?<!St\.)(?<!ST\.)(?<!Ft\.)(?<!FT\.)(?<!Mt\.) )"
)
# `서울(Seoul) - …`, `Москва (Moscow) – …`: how works of reference head an entry.
_LATIN = re.compile("[A-Za-zÀ-ɏ]")
_IN_BRACKETS = re.compile(r"[^\W\d_][\w.\-]+ \((?P<inside>[^\W\d_][\w.\-]+)\)")


def read(head: str) -> Dateline | None:
    """A place alone, or a publisher's own sign, before a dash, colon or full stop."""
    dayed = _ON_DAY.match(head) if head[0] >= _BRAHMIC else None
    if dayed and gazetteer.is_known(dayed["place"]):
        return story_follows(Dateline("", dayed.end(), **placed(dayed["place"])), head)
    for form in (_STRONG, _WEAK):
        sign = form.search(head, 0, _LONGEST_BARE)
        if sign is None:
            continue
        printed = head[: sign.start()]
        if sign[0].startswith(".") and _is_shortened(printed):
            printed += "."
        own = _own_sign(printed, sign.end())
        if own:
            return story_follows(own, head)
        if printed.casefold() in NEWSROOMS:
            return None
        if gazetteer.locations(printed) and not _is_gloss(printed) and _may_stand_alone(printed, sign, head):
            return story_follows(Dateline("", sign.end(), **placed(printed)), head)
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
        known = gazetteer.is_known(printed) or (shouted and gazetteer.looks_like_place(printed))
        return len(printed.split()) <= gazetteer.MOST_WORDS and (known or "-" in mark)
    if gazetteer.is_known(printed):
        return strong or _with_region(printed) or _known_before(mark, printed, head)
    if gazetteer.is_country(printed):
        return strong or (mark == ":" and "," in printed)
    if strong and (shouted or printed.split(",", maxsplit=1)[0].isupper() or _is_shortened(printed.rstrip("."))):
        return gazetteer.looks_like_place(printed)
    if mark == "-" and shouted and " " not in printed:
        return gazetteer.looks_like_place(printed) and _opens_a_sentence(head[sign.end() :])
    region = _IN_BRACKETS.fullmatch(printed) if mark in ("-", ":", "–") else None
    return region is not None and not region["inside"].islower() and _with_region(printed)


def _with_region(printed: str) -> bool:
    """`Tamale (N/R)`, but not `JACKSON (D-Mich.)`, a member of a parliament."""
    return "(" in printed and not _PARTY.search(printed)


def _known_before(mark: str, printed: str, head: str) -> bool:
    """Whether a weak sign after a listed place closes a dateline: no list before a colon, a paragraph after a stop."""
    shouted = printed == printed.upper()
    if mark == ":":
        return shouted or not _lists_places(printed)
    if mark == "-":
        beside = head[len(printed) :].lstrip(" -").partition(":")
        if _CAPTION.match(beside[0]):
            return False
        return not (beside[1] and len(beside[0]) <= _LONGEST_NAME and gazetteer.is_known(beside[0]))
    return mark in ("៖", "∙", "ः") or (mark in (".", "।", "۔") and (shouted or len(head) > _LONG_PARAGRAPH))


def _is_gloss(printed: str) -> bool:
    """Whether brackets hold the name again in another script, or words that are no region (`Boston (Red Sox)`)."""
    name, bracket, inside = printed.partition("(")
    if not bracket:
        return False
    other_script = bool(_LATIN.match(name)) != bool(_LATIN.match(inside))
    return other_script or (" " in inside.strip() and not gazetteer.is_known(inside.rstrip(") ")))


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
    if comma and DOMAIN.fullmatch(first):  # as Indonesian sites print it: `HARBOUR.COM, Jakarta - …`
        place, sign = printed[len(first) + 2 :], first
    agency = tables.agency(sign)
    publisher = None if agency else (tables.publisher_named(sign) if _is_sign(sign) else None)
    name = agency.name if agency else publisher.name if publisher else sign if DOMAIN.fullmatch(sign) else None
    if name is None or (comma and not gazetteer.locations(place)):
        return None
    wire = agency is not None and agency.type in _SIGNING_ALONE and (sign.isupper() or len(sign) >= _UNMISTAKABLE)
    if not comma and not (wire or DOMAIN.fullmatch(sign) or sign.endswith("News")):
        return None
    return Dateline("", end, **(placed(place) if comma else {}), agency=name)


def _is_sign(text: str) -> bool:
    return bool(DOMAIN.fullmatch(text)) or text.endswith("News")


def house(head: str, site: str) -> Dateline | None:
    """`Harbour News – …` on that paper's own site: the words before the dash are the site's name."""
    dash = _STRONG.search(head, 0, 50)
    printed = head[: dash.start()] if dash else ""
    if dash is None or not printed[:1].isupper():
        return None
    bare = "".join(c for c in printed.casefold() if c.isalnum())
    label = (tables.registered_domain(site) or "").split(".")[0].replace("-", "")
    if len(bare) < 5 or not label.startswith(bare):
        return None
    return story_follows(Dateline("", dash.end(), agency=printed.strip()), head)
