"""Sources without a label: `© 2022 Agence France-Presse`, `The Verge via Engadget`; and lists of several after one."""

from __future__ import annotations

import re
from typing import Any

from cleaner.normalise import given_names, names, signers, tables

_SIGN = re.compile(r"(?:\(c\)|©|ⓒ|copyright)[\s:]*", re.IGNORECASE)
_FIRST = frozenset("©ⓒ(cC")
_YEARS = re.compile(r"(?:19|20)\d\d(?:\s?[-–]\s?(?:19|20)?\d\d)?[\s,]*")
# A picture's owner stands after the sign too; a text's has a year with it or says what may not be done.
_RESERVED = re.compile(
    r"rights? reserved|tous droits|derechos reservados|direitos reservados|riproduzione riservata|rechte vorbehalten"
    r"|wszelkie prawa|prohibida|무단|禁止|dpa:\d",
    re.IGNORECASE,
)
_NAME_ENDS = re.compile(r"\(|[.,;|]\s|[.,;|]$| - |\s(?:19|20)\d\d\b|\s(?:all|tous|todos|alle)\s", re.IGNORECASE)
_DISTRIBUTED = "Distributed by "
_VIA = re.compile(r"(?P<name>[^\W\d_][\w.' ]{1,30}?),? via (?P<from>[^\W\d_][\w.' ]{1,30})")
_LIST = re.compile(r"\s*[,/;]\s*|\s(?:and|und|et|y|e|i|och|og|en|και|и)\s(?=[^\W\d_a-zà-ÿ])")
_MOST_NAMES, _MOST_WORDS = 4, 4


def may_be(text: str) -> bool:
    """Whether the line has a sign of one of the forms without a label."""
    return (text[:1] in _FIRST and _SIGN.match(text) is not None) or (len(text) <= 60 and " via " in text)


def unlabelled(text: str) -> dict[str, Any] | None:
    """Whose story a line of rights says this is, or the page and where it found the story."""
    sign = _SIGN.match(text) if text[:1] in _FIRST else None
    if sign:
        return _owner(text, sign.end())
    via = _VIA.fullmatch(text) if " via " in text else None
    return _found_through(via["name"], via["from"]) if via else None


def _owner(text: str, start: int) -> dict[str, Any] | None:
    """The wire whose rights are reserved; a paper only where a syndicate carries its story."""
    again = _SIGN.match(text, start)
    start = again.end() if again else start
    year = _YEARS.match(text, start)
    rest = text[year.end() if year else start :]
    dated = year is not None or _YEARS.search(rest[:60]) is not None
    if not dated and not _RESERVED.search(rest):
        return None
    end = _NAME_ENDS.search(rest)
    printed = (rest[: end.start()] if end else rest).strip(" .")
    owner = tables.agency(printed)
    if owner and owner.type == "wire":
        return {"name": owner.name}
    carried = _DISTRIBUTED in rest and signers.is_outlet(printed) and not owner
    return {"name": printed} if carried else None


def _found_through(name: str, through: str) -> dict[str, Any] | None:
    """`The Verge via Engadget`; after a picture's credit stands an agency (`AFP via Getty Images`)."""
    first, second = tables.publisher_named(name), tables.publisher_named(through)
    if first is None or second is None or tables.agency(through):
        return None
    return {"name": name, "names": (name, through)}


def several(value: str) -> dict[str, Any] | None:
    """`PAP, Gazeta Pomorska`, `Kojo Mensah, Daily Graphic`: outlets of which one is known, or an author and his."""
    pieces = [piece for piece in _LIST.split(value) if piece]
    if not 2 <= len(pieces) <= _MOST_NAMES or not all(map(_is_short_name, pieces)):
        return None
    known = [tables.agency(piece) for piece in pieces]
    if len(pieces) == 2 and known[0] is None and _is_author(pieces[0]) and signers.is_outlet(pieces[1]):
        name = known[1].name if known[1] else pieces[1]
        return {"name": name, "authors": (names.clean_person(pieces[0]),)}
    if not any(agency and agency.type == "wire" for agency in known):
        return None
    listed = tuple(agency.name if agency else piece for agency, piece in zip(known, pieces, strict=True))
    return {"name": listed[0], "names": listed}


def _is_short_name(piece: str) -> bool:
    words = piece.split()
    return len(words) <= _MOST_WORDS + ("of" in words) and (not piece[0].islower() or tables.agency(piece) is not None)


def _is_author(piece: str) -> bool:
    person = names.is_person(piece) and not signers.is_outlet(piece) and not signers.is_desk(piece)
    return person and given_names.is_given(piece.partition(" ")[0])
