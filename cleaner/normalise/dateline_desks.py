"""Signs nobody lists in a dateline's brackets: desks without a name, stations with a channel, outlets by their make."""

from __future__ import annotations

import re
from typing import Any

from cleaner.normalise import gazetteer, tables

# `(Web Desk)`, `(Our Staff Reporter)`, `(Redacción)`: whose words they are, without a name.
_DESK = re.compile(
    r"(?:(?:our|own|the|a|special|staff|senior|chief|sports?|city|crime|court|commerce|business|political|diplomatic"
    r"|news|web|monitoring|digital|online|national|foreign|international|entertainment|district|regional|local|state"
    r"|parliamentary|legal|health|education)\s){0,3}"
    r"(?:desk|correspondents?|reporters?|report|bureau|newsroom|agencies|writers?|news\s(?:service|team))"
    r"|(?:con |avec |com |con le |mit |med )?(?:agencias|agences|agências|agenzie|agenturen|byråer|bureauer|ajanslar)"
    r"|(?:de |da |dalla )?(?:redacción|redação|redazione|rédaction|redaktion|redactie|redaksi|redakcja|redakce)"
    r"|redakcija|haber merkezi|newsdesk|corresponsal|correspondant|corrispondente|correspondente|wartawan|koresponden",
    re.IGNORECASE,
)
# What names of outlets end in, and few other names do.
_OUTLET = re.compile(
    r"(?:[A-ZÀ-Ý0-9][\w.’'&-]{0,20} ){0,4}(?:[A-Z][a-z]+)*(?:News|NEWS|NewsNow|News Now|News Service|Newswire|TV|Radio"
    r"|Network|Network \w{2,12}|Herald|Tribune|Gazette|Dispatch|Telegraph|Chronicle|Noticias|Notícias|Prensa|Presse)"
)
# `ABC4`, `PIX11`, `FOX 5`, `3TV/CBS 5`.
_CHANNEL = re.compile(
    r"(?=[\w/ ]{0,15}\d)[A-Z\d]{3,6}(?: \d{1,2})?(?:/[A-Z\d]{2,5}(?: \d{1,2})?)?|(?:News|Local) ?\d{1,2}"
)
_CALL_SIGNS = re.compile(r"[KW][A-Z]{2,3}(?:-TV)?(?:[/,] ?[A-Z]{2,4}(?:-TV)?)?")
_CLOSED = re.compile(r"\s?(?:\.\s?)?(?:--|[-–—:])")
_COMPANY = re.compile(r", (?:Inc|INC|Corp|CORP|Ltd|LTD|LLC|PLC|Plc|Co|CO|SA|AG)\b")


def read(sign: str, after: str, place: str) -> dict[str, Any] | None:
    """The fields of a sign behind this place, closed by a dash or colon unless it is a desk's."""
    if _DESK.fullmatch(sign.rpartition("/")[2].strip()):
        return {"agency": None} if is_city(place) else None
    if not _CLOSED.match(after):
        return None
    if (_CALL_SIGNS.fullmatch(sign) or _CHANNEL.fullmatch(sign)) and is_city(place):
        names = tuple(found.name if (found := tables.agency(part)) else part for part in sign.split("/"))
        return {"agency": names[0], **({"agencies": names} if len(names) > 1 else {})}
    shouted = place.partition(",")[0].isupper()
    return {"agency": sign} if shouted and _OUTLET.fullmatch(sign) and is_city(place) else None


def is_city(place: str) -> bool:
    """Whether it is a listed place, or in capitals and of a place's make; no company (`ACME, Inc.`)."""
    if gazetteer.is_known(place):
        return True
    shouted = place.partition(",")[0].isupper()
    return shouted and gazetteer.looks_like_place(place) and _COMPANY.search(place) is None
