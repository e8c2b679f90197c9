"""Signs that close a story on their own line: agencies' (`— Reuters`, `(AFP)`, `/ANI`) and editors' (`rc/wd (dpa)`)."""

from __future__ import annotations

import re
from typing import NamedTuple

from cleaner.normalise import tables
from cleaner.normalise.tokens import label_words, lowered

_LONGEST = 60
_LONGEST_SIGN_OFF = 40
_WITH_INPUTS = re.compile(r"(?:\(?with |\()(?P<who>[\w/, &]{2,40}?) (?:inputs?|reports)\)?\.?", re.IGNORECASE)
_SIGN_OFF = re.compile(
    r"[(\[（](?P<bracketed>[^()\[\]（）]{2,36})[)\]）]\.?|(?:--?|[–—/])\s?(?P<dashed>[^()\[\]–—]{2,36}?)[./]?"
)
# The number that a wire gives its story: `© dpa-infocom, dpa:240305-99-123456/3`.
_NUMBERED = re.compile(r"(?:©\s?)?(dpa)(?:-infocom)?, dpa:[\d/-]{8,30}")
_OPENING_SIGNS = frozenset("([（-–—/©wWd")
_APART = re.compile(r"\s*[/,]\s*")
# Editors' signs parted by slashes, in brackets, closed by a slash (`kno/ mark/`) or with agencies beside them.
_SIGN = r"[a-zäöüßåøæéčšžłńśżź]{2,4}"
_EDITORS = re.compile(
    rf"(?:(?P<open>[(\[])|)(?P<signs>{_SIGN}(?:\s?/\s?[^\W\d_]{{2,10}}){{0,4}})(?P<slash>/?)(?(open)[)\]])"
    r"(?:\s[(\[](?P<agencies>[^()\[\]]{2,40})[)\]])?\.?"
)
_AGENCY_FIRST = re.compile(
    rf"[(\[]?(?P<signs>[^\W\d_]{{2,10}}(?:\s?/\s?[^\W\d_]{{2,10}}){{0,2}}\s?/\s?{_SIGN})[)\]]?\.?"
)
# Pairs of plain words are written with a slash too.
_WORDS = frozenset(
    {
        "he", "she", "they", "them", "her", "hers", "him", "his", "and", "or", "on", "off", "yes", "no", "ja", "nein",
        "oui", "non", "si", "sí", "am", "pm", "per", "km", "kg", "day", "week", "year", "und", "oder", "et", "ou", "y",
        "er", "sie", "ihr", "sein", "ze", "zij", "hij", "hen", "elle", "il", "lui", "in", "out", "up", "down", "via",
        "see", "von", "der", "die", "das", "ein", "eine", "text", "foto", "bild", "red", "men", "not",
    }
)  # fmt: skip


class Signs(NamedTuple):
    """Who signs: agencies by canonical name, editors by initials as printed; `generic` for `(Agencies)`."""

    agencies: tuple[str, ...] = ()
    initials: tuple[str, ...] = ()
    generic: bool = False


def read(line: str) -> Signs | None:
    """The signs of a line that is nothing else."""
    if len(line) > _LONGEST:
        return None
    return _agencies(line) or (_editors(line) if "/" in line or line.endswith(")") else None)


def _agencies(line: str) -> Signs | None:
    if len(line) > _LONGEST_SIGN_OFF or line[0] not in _OPENING_SIGNS:
        return None
    found = _WITH_INPUTS.fullmatch(line) or _NUMBERED.fullmatch(line) or _SIGN_OFF.fullmatch(line)
    if found is None:
        return None
    words = found[1] or found[2]
    if lowered(words) in label_words("generic_agencies"):
        return Signs(generic=True)
    whole = tables.agency(words)
    if whole:
        return Signs((whole.name,))
    pieces = _APART.split(words)
    agencies = tuple(agency.name for agency in map(tables.agency, pieces) if agency)
    return Signs(agencies) if len(agencies) == len(pieces) else None


def _editors(line: str) -> Signs | None:
    """`rc/wd (AFP, dpa)`, `(mb/jse)`, `dpa/mb`, `kno/ mark/`."""
    found = _EDITORS.fullmatch(line)
    first = None if found else _AGENCY_FIRST.fullmatch(line)
    if found is None and first is None:
        return None
    inside = found["agencies"] if found else None
    pieces = _APART.split((found or first)["signs"])  # type: ignore[index]  # one of them is there
    agencies = [agency.name for agency in map(tables.agency, pieces) if agency]
    initials = [piece for piece in pieces if tables.agency(piece) is None]
    beside = [agency.name for agency in map(tables.agency, _APART.split(inside)) if agency] if inside else []
    if inside and len(beside) != len(_APART.split(inside)):
        return None
    marked = bool(found and (found["slash"] or (found["open"] and len(pieces) > 1)))
    plain = any(not piece.islower() or len(piece) > 4 or piece in _WORDS for piece in initials)
    if not initials or plain or not (agencies or beside or marked):
        return None
    return Signs(tuple(dict.fromkeys([*agencies, *beside])), tuple(initials))
