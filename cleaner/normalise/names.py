"""Names as people write them: shouted ones in title case, particles small, doubled ones once."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Sequence
from typing import Any

PARTICLES = frozenset(
    {
        "de", "del", "della", "di", "da", "dos", "das", "do", "du", "des", "la", "le", "las", "los", "van",
        "von", "der", "den", "ter", "ten", "te", "zu", "zum", "zur", "bin", "ibn", "al", "el", "ben", "y", "e",
        "'t", "’t", "op", "dal", "dalla", "dello", "vom", "bint", "ould", "wa",
        "i", "und", "and", "of", "the", "st", "af", "av", "της", "του", "των", "on", "an", "ap", "dei", "degli",
    }
)  # fmt: skip
_SMALL_IN_PLACES = frozenset(
    {
        "de", "del", "della", "di", "da", "dos", "das", "do", "du", "des", "la", "le", "las", "los", "of",
        "the", "on", "upon", "sur", "sous", "am", "an", "der", "aux", "and", "und", "y", "e", "i", "της", "του",
        "των",
    }
)  # fmt: skip
_SHORTENED_SAINTS = frozenset({"ST.", "STE.", "FT.", "MT.", "ST"})
_HONORIFICS = re.compile(r"^(?:(?:Dr|Prof|Mr|Mrs|Ms|Sir|Dame|Rev|Fr|Hon|Dipl|Ing|Shri|Smt)\.?\s+)+(?=\S)")
_POST_NOMINAL = r"(?:M\.?D|Ph\.?D|MPH|MS|MSc|RD|RDN|LD|CFP|CFA|CPA|JD|MBA|RN|BSc|MA|DO|DDS|PharmD|DVM|BA|Esq|FACP)\.?"
_POST_NOMINALS = re.compile(rf"(?:,\s*{_POST_NOMINAL})+$")
_ONE_POST_NOMINAL = re.compile(_POST_NOMINAL)
_DIGIT = re.compile(r"\d")
_HANDLE = re.compile(r"\s*\(?@[\w.]{2,30}\)?(?=[\s,;]|$)")
_WORD = re.compile(r"[^\W\d_]+")
_CLOSING_INITIAL = re.compile(r"\s(?:\w|[JS]r)\.$")
_NAME_WORDS = re.compile(r"[^\W\d_][\w'’ʼ.\-‐]*(?: (?:['’](?=t\b))?[^\W\d_][\w'’ʼ.\-‐]*)*")
_QUOTES = frozenset("\"“„«‘'")
# `Ann “Bo” Lee`
_NICKNAME = re.compile(r" [\"“„«'‘][^\W\d_][\w.\-]{0,15}[\"”“»'’](?= [^\W\d_])")
_IDEOGRAPHIC_NAME = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af ·]+")
_IDEOGRAPHS = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_UNCASED_NAME = re.compile(r"^[^\W\d_\u0041-\u024f][^\d,;:!?()\"]{1,40}$")
_ANDS = frozenset(
    {"and", "And", "und", "et", "y", "og", "och", "en", "e", "i", "ja", "и", "та", "a", "și", "και", "ve", "dan", "và"}
)
_JOINTS = re.compile("[,;/、،+&]")
_PARTING = re.compile(rf"(?=[\s,;/、،+])\s*(?:[,;/、،]|\s&\s|\+|\s(?:{'|'.join(sorted(_ANDS))})\s)\s*")
_AND = re.compile(r"\s(?:[Aa]nd|und|et|y|og|och|en|e|i|ja|и|та|a|și|και|ve|dan|và|és|&)\s+$")
_LEADING_AND = re.compile(r"^(?:and|und|et) ")
# A part of the name, though a comma may stand before it.
_YOUNGER = re.compile(r",\s+(?=(?:Jr|Sr|II|III|IV)\b)")
_NUMBERS = frozenset({"II", "III", "IV"})
_APART = re.compile(r"([\-‐/’'.\[\]()])")
MOST_WORDS = 6


def title_case(name: str, place: bool = False, turkish: bool = False) -> str:
    """Words all in capitals set in title case; initials, `N.M.`, `NY` and mixed words stay, particles go small.

    A two-letter word of capitals is taken for initials unless every word of the name shouts. `turkish` says that the
    small form of I has no dot; letters that only Turkish has say so too.
    """
    if name.istitle():
        return name
    words = name.split(" ")
    if not any(map(str.isupper, words)):
        return name
    shouted = all(_shouts(w) for w in words if any(c.isalpha() for c in w))
    small = _SMALL_IN_PLACES if place else PARTICLES
    turkish = turkish or any(c in "İĞğı" for c in name)
    done = []
    for index, word in enumerate(words):
        opens_place = place and index == 0 and "." not in word and len(words) > 1
        if place and word in _SHORTENED_SAINTS:
            done.append(_capitalised(word))
        elif not _shouts(word) or (index and word in _NUMBERS) or (not opens_place and _is_initials(word, shouted)):
            done.append(word)
        elif index and word.lower() in small:
            done.append(word.lower())
        else:
            done.append(_capitalised(word.replace("I", "ı") if turkish and not word.startswith("I") else word))
    return " ".join(done)


def clean_person(text: str, turkish: bool = False) -> str:
    """A printed name without honorifics, post-nominals, handle and doubling, in title case where it shouts."""
    text = " ".join(text.split())
    handle = _HANDLE.search(text) if "@" in text else None
    name = (text[: handle.start()] or text[handle.end() :] if handle else text).strip(" ,;:.·|/-–—*•")
    if text.endswith(".") and _CLOSING_INITIAL.search(text):  # the full stop is part of the name
        name += "."
    name = _HONORIFICS.sub("", name) if name[:1] in "DFHIMPRS" else name
    name = (_POST_NOMINALS.sub("", name) if "," in name else name).strip(" ,")
    words = name.split(" ")
    half = len(words) // 2
    if len(words) >= 4 and len(words) % 2 == 0 and words[:half] == words[half:]:
        name = " ".join(words[:half])
    return title_case(name, turkish=turkish)


def is_post_nominal(text: str) -> bool:
    """Whether this is a degree or order after a name (`MD`, `Ph.D.`)."""
    return _ONE_POST_NOMINAL.fullmatch(text) is not None


def is_person(name: str, single: bool = False) -> bool:
    """Whether this reads as a person's name: two to six capitalised words, particles aside (one if `single`)."""
    if not 2 <= len(name) <= 60 or name[:4].lower() == "the ":
        return False
    if name.istitle() and name.isascii() and name.replace(" ", "").isalpha():  # most names are of plain words
        words = name.split(" ")
        return (1 if single else 2) <= len(words) <= MOST_WORDS and any(w.lower() not in PARTICLES for w in words)
    if _IDEOGRAPHS.match(name):
        return len(name.replace(" ", "")) <= 8 and _IDEOGRAPHIC_NAME.fullmatch(name) is not None
    if not _QUOTES.isdisjoint(name) and (nickname := _NICKNAME.search(name)):
        name = name[: nickname.start()] + name[nickname.end() :]
    words = name.replace(" in 't ", " 't ").split(" ") if "'t" in name else name.split(" ")
    if not (1 if single else 2) <= len(words) <= MOST_WORDS or not _NAME_WORDS.fullmatch(name):
        return not has_case(name) and bool(_UNCASED_NAME.match(name)) and 2 <= len(words) <= 4
    proper = [w for w in words if w.lower() not in PARTICLES]
    if "of" in words or _DIGIT.search(name):  # `CEO of Harbour Systems`
        return False
    return bool(proper) and _is_proper(words[-1]) and all(_is_proper(w) for w in proper)


def split_people(text: str) -> list[str]:
    """The pieces of a list of names: parted by commas, semicolons, slashes, ampersands and `and` in many languages."""
    if ", Jr" in text or ", Sr" in text or ", I" in text:
        text = _YOUNGER.sub(" ", text)
    if _ANDS.isdisjoint(text.split()) and not _JOINTS.search(text):  # one piece, as most are
        return [text.strip()] if text.strip() else []
    stripped = (_LEADING_AND.sub("", piece.strip()) for piece in _PARTING.split(f" {text} "))
    return [piece for piece in stripped if piece]


def follows_and(text: str, piece: str) -> bool:
    """Whether a list of names ends in an `and` and this piece."""
    return text.endswith(piece) and _AND.search(text[: -len(piece)]) is not None


def without_empty(value: Any, leave_out: Sequence[str] = ()) -> dict[str, Any]:
    """The filled fields of a dataclass or named tuple as a dict, tuples as lists."""
    fields = value._fields if hasattr(value, "_fields") else [f.name for f in dataclasses.fields(value)]
    filled = {name: getattr(value, name) for name in fields if name not in leave_out}
    return {
        name: list(v) if isinstance(v, tuple) else v for name, v in filled.items() if v not in (None, (), "", False)
    }


def _is_proper(word: str) -> bool:
    first = word[0]
    if word.endswith(("'s", "’s")):  # a possessive: `Editor's Picks`
        return False
    return first.isupper() or (not first.islower() and first.isalpha()) or word[:2] in ("d'", "d’", "l'", "o'")


def has_case(name: str) -> bool:
    """Whether its script has capitals."""
    first = name[:1]  # which tells of most names
    return first.isupper() or first.islower() or any(c.isupper() or c.islower() for c in name)


def _shouts(word: str) -> bool:
    return word.isupper() and (word.isascii() or all(c.isupper() for c in word if c.isalpha()))


def _is_initials(word: str, all_shout: bool) -> bool:
    if len(word) > 3 and word.isalpha():
        return False
    letters = "".join(c for c in word if c.isalpha())
    if len(letters) == 1 or re.fullmatch(r"(?:[^\W\d_]\.-?){1,4}", word):
        return True
    if len(letters) == 2:
        return not all_shout or not any(c in "AEIOUYÄÖÜ" for c in letters.upper())
    return len(letters) == 3 and not any(c in "AEIOUYÄÖÜÁÉÍÓÚÀÈÌÒÙÂÊÎÔÛИАОУЫЭЮЯЕЁΑΕΗΙΟΥΩ" for c in letters.upper())


def _capitalised(word: str) -> str:
    if word.isalpha():
        return _first_upper(word)
    parts = _APART.split(word)
    done = []
    for index, part in enumerate(parts):
        possessive = index > 1 and parts[index - 1] in "'’" and len(part) == 1
        done.append(part.lower() if possessive else _first_upper(part))
    return "".join(done)


def _first_upper(part: str) -> str:
    if not part:
        return part
    rest = part[1:].replace("İ", "i") if "İ" in part else part[1:].lower()
    rest = rest.lower()
    whole = part[0] + rest
    return whole[:-1] + "ς" if whole.endswith("σ") else whole
