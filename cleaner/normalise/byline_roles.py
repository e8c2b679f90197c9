"""Names beside jobs: `Ann Lee Staff Writer`, `Crime Reporter Ann Lee`, `Ann Lee, correspondante à Rome`."""

from __future__ import annotations

import re

from cleaner.normalise import gazetteer, names, signers, tables
from cleaner.normalise.tokens import label_words, lowered

# What a job is about or how high it is: before `correspondent` these are no one's name.
_BEATS = frozenset(
    {
        "acting", "affairs", "africa", "america", "american", "arts", "asia", "assistant", "associate", "breaking",
        "business", "chief", "city", "climate", "community", "consumer", "contributing", "court", "crime", "cultural",
        "culture", "data", "defence", "defense", "deputy", "digital", "diplomatic", "east", "economic", "economics",
        "economy", "education", "energy", "entertainment", "environment", "environmental", "europe", "european",
        "executive", "features", "fashion", "film", "finance", "financial", "foreign", "food", "football", "general",
        "global", "guest", "health", "home", "house", "housing", "industry", "international", "investigative",
        "investigations", "justice", "labor", "labour", "latin", "lead", "legal", "lifestyle", "literary", "local",
        "managing", "markets", "media", "medical", "metro", "middle", "money", "multimedia", "music", "national",
        "news", "north", "opinion", "our", "parliamentary", "personal", "police", "policy", "political", "politics",
        "property", "regional", "religion", "royal", "rural", "science", "security", "social", "south",
        "special", "sport", "sports", "staff", "state", "tech", "technology", "trade", "transport", "travel", "video",
        "weather", "west", "western", "white", "world",
    }
)  # fmt: skip
# What persons are who write now and then; they count only after a name.
_TITLES = frozenset(
    {
        "attorney", "ceo", "cfo", "chair", "chairman", "chairwoman", "co-founder", "cofounder", "coo", "cto", "dean",
        "directeur", "directrice", "economist", "executive", "fondateur", "fondatrice", "founder", "fundador",
        "fundadora", "geschäftsführer", "geschäftsführerin", "gründer", "gründerin", "head", "historian", "lawyer",
        "manager", "managing", "minister", "novelist", "owner", "partner", "pdg", "president", "presidente",
        "principal", "researcher", "secretary", "specialist", "teacher", "vice", "vp",
    }
)  # fmt: skip
_IN_PLACE = re.compile(
    r"\s(?:à|au|aux|a|en|em|in|i|w|we|v|ve|în|в|у|from)\s(?P<place>[^\W\d_a-zà-ÿа-я][^\d,;:()]{1,30})$"
)
_POSSESSIVES = frozenset(
    {"our", "notre", "nostro", "nostra", "unser", "unsere", "nuestro", "nuestra", "onze", "vår", "nosso"}
)
# A sentence about an author: `Ann Lee is a reporter`.
_COPULAS = frozenset({"is", "was", "ist", "war", "est", "es", "è", "é", "är", "er", "jest", "joins", "writes"})
_MOST_WORDS = 8


def name_and_role(piece: str) -> tuple[str, str] | None:
    """`Ann Lee Staff Writer`, name and role without a separator: the name ends before the role's first word."""
    words = piece.split(" ")
    sizes = [size for size in (4, 3, 2) if size < len(words) and _is_of_job(words[size])]
    for size in (*sizes, 2):
        name, role = " ".join(words[:size]), " ".join(words[size:])
        if role and signers.has_role(role) and words[size] not in _COPULAS and _is_name(name):
            return name, role
    return None


def role_and_name(piece: str) -> tuple[str, str] | None:
    """`state political reporter Ann Lee`: role and name, the name beginning after the last word for a job."""
    words = piece.split(" ")
    roles = label_words("role")
    for size in (4, 3, 2):
        if size < len(words) <= _MOST_WORDS and lowered(words[-size - 1]).strip(",.:") in roles:
            name = " ".join(words[-size:])
            if _is_name(name):
                return " ".join(words[:-size]).strip(" ,:"), name
    return None


def after_name(piece: str) -> tuple[str, str | None] | None:
    """What a person is, in the words after his name (`Senior Editor`, `CEO of Harbour Systems`), and where."""
    words = lowered(piece).split()
    if not words or len(words) > _MOST_WORDS:
        return None
    roles = label_words("role")
    first = 1 if words[0] in _POSSESSIVES and len(words) > 1 else 0
    job = words[first].strip(".,") in roles or words[-1].strip(".,") in roles
    if not job and not (words[0] in _TITLES and (len(words) == 1 or " of " in piece or " at " in piece)):
        return None
    place = _IN_PLACE.search(piece)
    if place and signers.has_role(piece[: place.start()]):
        return " ".join(piece[: place.start()].split()[first:]), place["place"]
    return piece, None


def is_job_alone(piece: str) -> bool:
    """Whether all its words tell a job, so that it stands for somebody unnamed (`Business Reporter`)."""
    return all(map(_is_of_job, piece.split(" ")))


def _is_name(name: str) -> bool:
    if not names.is_person(name) or signers.is_desk(name) or signers.is_paper(name) or gazetteer.is_known(name):
        return False
    words = name.split(" ")
    return not any(map(_is_of_job, words)) and not (
        (words[-1].isupper() and tables.agency(words[-1])) or (len(words) > 2 and tables.publisher_named(words[-1]))
    )


def _is_of_job(word: str) -> bool:
    word = lowered(word).strip(".,")
    return word in _BEATS or word in label_words("role")
