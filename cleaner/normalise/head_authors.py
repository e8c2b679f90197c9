"""The authors that a page's head names: persons, accounts and organisations apart."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from cleaner.model import Stated
from cleaner.normalise import byline, names, signers, small_words, tables
from cleaner.normalise.moments import Hints
from cleaner.normalise.sitename import letters

# A paper's sign or a second name in brackets (`Ann Lee (al)`, `Ann Lee (Harbour Desk)`).
_BRACKETED = re.compile(r"\s*\([^()]{1,40}\)$")
_OUTLET_AFTER = re.compile(r"\s+[|–—-]\s+")
# The form of catalogues (`Lee, Ann B.`).
_SURNAME_FIRST = re.compile(
    r"^([^\W\d_][\w'’-]{1,25}), ((?!and\b|MD|PhD|Jr|Sr)[^\W\d_][\w'’.-]{0,20}(?: [^\W\d_]\.?)?)$"
)
_FIRST_NAME = re.compile(r"[^\W\d_]{3,20}")
_ACCOUNT = re.compile(r"(?=[\w.-]*[a-z])\w[\w.-]{2,29}")
_DOMAIN_END = re.compile(r"\.[a-z]{2,3}$")
_SMALL_NAME = re.compile(r"[^\W\d_]{2,20} [^\W\d_]{2,20}")
_ARTICLES = ("The ", "the ", "Die ", "Das ", "Le ", "La ", "Les ", "El ")
# Accounts that several share, not persons.
_NOBODY = frozenset(
    {
        "admin", "adminn", "administrator", "editor", "editors", "guest", "webmaster", "staff", "user", "author",
        "root", "team", "contributor", "redaktion", "redaccion", "redazione", "press", "news", "newsdesk", "anonymous",
        "default",
    }
)  # fmt: skip
_MOST_WORDS = 7
_MOST_OF_PERSON = 4


@dataclass(frozen=True, slots=True)
class Named:
    """Whom the head names as author, each list in its order."""

    persons: tuple[str, ...] = ()
    agencies: tuple[str, ...] = ()
    organisations: tuple[str, ...] = ()


def read(stated: Stated, hints: Hints, small: Collection[str]) -> Named:
    """Persons, wire agencies (canonical names) and other organisations among the head's authors.

    small: the words that the page writes small. A site's own name is a person's where it reads as one. A sole account
    (`annlee`, `a.lee`) stands for the person who signs with it; one that several share (`admin`) stands for nobody.
    """
    own = own_names(stated, hints)
    persons: dict[str, None] = {}
    agencies: dict[str, None] = {}
    organisations: dict[str, None] = {}
    for entry in (*stated.authors, *stated.organisations):
        agency = tables.agency(entry)
        if agency and agency.type == "wire":
            agencies[agency.name] = None
            continue
        personal = not agency and entry not in stated.organisations
        found = list(_persons(entry, own, small, hints, sole=len(stated.authors) == 1)) if personal else []
        persons.update(dict.fromkeys(found))
        if not found and _is_organisation(entry, own):
            organisations[entry] = None
    return Named(tuple(persons), tuple(agencies), tuple(organisations))


def own_names(stated: Stated, hints: Hints) -> frozenset[str]:
    """The site's name, domain and its first label, letters only."""
    named = (stated.site_name, hints.site, (hints.site or "").removeprefix("www.").split(".")[0])
    return frozenset(letters(name) for name in named if name)


def _persons(entry: str, own: Collection[str], small: Collection[str], hints: Hints, *, sole: bool) -> Iterator[str]:
    entry = _BRACKETED.sub("", entry).strip()
    if letters(entry) in own:
        yield from [entry] if is_own_person(entry, small) else []
        return
    if sole and _is_account(entry, small):
        yield entry
        return
    entry = _SURNAME_FIRST.sub(r"\2 \1", entry)
    if not names.has_case(entry) and (signed := byline.read(entry, hints)) and signed.authors:
        yield from signed.authors  # `신현주 기자` is a name and a job
        return
    pieces = names.split_people(_OUTLET_AFTER.split(entry)[0])
    alone = all(" " not in piece for piece in pieces)  # `Maria & Katerina`; a word among full names is a degree
    for piece in pieces:
        person = names.clean_person(_BRACKETED.sub("", piece))
        if _is_person(person, small, single=alone) and letters(person) not in own:
            yield person


def is_own_person(name: str, small: Collection[str]) -> bool:
    """Whether a site's own name is that of a person, who writes there."""
    return names.has_case(name) and names.is_person(name) and _is_sure(name, small)


def _is_sure(name: str, small: Collection[str]) -> bool:
    short = len(name.split()) <= _MOST_OF_PERSON
    return short and not signers.is_desk(name) and not small_words.is_partly_common(name, small)


def _is_person(name: str, small: Collection[str], *, single: bool) -> bool:
    if name.startswith(_ARTICLES) or signers.is_desk(name) or signers.has_role(name):
        return False
    if names.is_person(name):
        return not small_words.is_common(name, small)
    first_name = single and bool(_FIRST_NAME.fullmatch(name)) and name.istitle()
    return first_name and name.casefold() not in _NOBODY and not tables.publisher_named(name)


def _is_account(entry: str, small: Collection[str]) -> bool:
    """One word as accounts are named, or a name written small."""
    if tables.publisher_named(entry) or entry.istitle():
        return False
    if _SMALL_NAME.fullmatch(entry):
        return entry.islower() and not small_words.is_partly_common(entry, small)
    shared = any(word in _NOBODY for word in re.split(r"[._-]", entry.casefold()))
    return bool(_ACCOUNT.fullmatch(entry)) and not shared and not _DOMAIN_END.search(entry)


def _is_organisation(entry: str, own: Collection[str]) -> bool:
    if not 1 <= len(entry.split()) <= _MOST_WORDS or any(mark in entry for mark in ":@"):
        return False
    return entry.casefold() not in _NOBODY and (letters(entry) in own or any(char.isupper() for char in entry))
