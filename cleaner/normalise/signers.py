"""What stands in an author's place and is no person: desks, outlets, roles."""

from __future__ import annotations

from functools import lru_cache

from cleaner.normalise import gazetteer, tables
from cleaner.normalise.names import PARTICLES
from cleaner.normalise.tokens import label_words, lowered

# A desk may call itself `unserer Redaktion`, small letters and all.
_OUR = frozenset(
    {"our", "unserer", "unsere", "unserem", "onze", "notre", "nos", "nuestra", "nuestro", "nossa", "nostra", "vår",
     "vores", "naszej", "naszego", "la", "the", "die", "a"}
)  # fmt: skip
# With an article first it is a paper (`Le Quotidien`), for a given name comes before `Le` and `La` of a family's.
_ARTICLES = {"fr": ("Le", "La", "Les"), "es": ("El", "La"), "it": ("Il", "La", "Lo"), "en": ("The",),
             "de": ("Der", "Die", "Das"), "pt": ("O", "A"), "nl": ("De", "Het")}  # fmt: skip


# A paper or station after a person, though no table lists it: one of these words ends or begins its name.
_PAPERS = frozenset(
    {"advertiser", "argus", "broadcasting", "bulletin", "chronicle", "correio", "corriere", "courier", "courrier",
     "dagblad", "dagbladet", "daily", "diario", "diário", "dispatch", "dziennik", "enquirer", "examiner", "fernsehen",
     "gaceta", "gazeta", "gazette", "gazetesi", "gazzetta", "giornale", "herald", "heraldo", "inquirer", "jornal",
     "beacon", "journal", "kurier", "mail", "morgenpost", "nachrichten", "noviny", "observer", "periódico", "quotidien",
     "rundfunk", "sentinel", "tageblatt", "telegraph", "television", "tidende", "tidning", "tribune", "zeitung",
     "газета"}
)  # fmt: skip


# An institute or company after a person, as portals of research and of press releases print it.
_INSTITUTIONS = frozenset(
    {"academy", "académie", "academia", "administration", "akademie", "authority", "clinic", "consortium",
     "corporation", "federation", "fakultät", "forschungszentrum", "gmbh", "hochschule", "hospital", "inc", "klinikum",
     "llc", "ltd", "observatory", "politecnico", "polytechnic", "polytechnique", "sciences", "survey", "technology",
     "universidad", "universidade", "universitat", "universitet", "universiteit", "università", "universität",
     "université", "uniwersytet", "univerzita"}
)  # fmt: skip


_COLLECTIVES = frozenset({"desk", "bureau", "staff", "team", "newsroom"})


def opens_with_article(piece: str, language: str | None) -> bool:
    """Whether this begins with its language's definite article, as papers' names do."""
    first, _, rest = piece.partition(" ")
    return bool(rest) and first in _ARTICLES.get((language or "en").split("-")[0], ())


def known_tail(name: str) -> str | None:
    """An outlet's name printed after a person's without a separator (`Ann Lee Fox News`)."""
    if name.count(" ") < 2:  # as most names have
        return None
    words = name.split(" ")
    sign = words[-1]
    if sign.isupper() and not name.isupper() and _is_listed(sign) and not words[-2].isupper():
        return sign
    for size in (3, 2):
        tail = " ".join(words[-size:])
        if len(words) - size >= 2 and not tail[0].islower() and (_is_listed(tail) or _ends_paper(words, size)):
            return tail
    return None


def _is_listed(name: str) -> bool:
    return tables.publisher_named(name) is not None or tables.agency(name) is not None


def _ends_paper(words: list[str], size: int) -> bool:
    return size == 2 and len(words) == 4 and words[-1].lower() in _PAPERS


@lru_cache(maxsize=64)  # of one piece of a line, several forms ask
def has_role(piece: str) -> bool:
    """Whether one of its words names a job (`Staff Writer`, `Korrespondentin`)."""
    roles = label_words("role")
    return any(word.strip(".,:()") in roles for word in lowered(piece).split())


@lru_cache(maxsize=64)
def is_desk(piece: str) -> bool:
    """An organisation or collective: a desk word in it, and no longer than a signature."""
    words = [word.strip(".,:()'") for word in lowered(piece).split()]
    if not 1 <= len(words) <= 6 or ": " in piece:
        return False
    desks = label_words("desk")
    if not desks.isdisjoint(words) or (len(words) > 1 and f"{words[-2]} {words[-1]}" in desks):
        return not piece[:1].islower() or words[0] in _OUR
    return tables.publisher_named(piece) is not None


def is_outlet(piece: str) -> bool:
    """Whether this, after a person, is an employer: an agency, a domain, a known name, one word in capitals."""
    words = lowered(piece).split()
    if is_desk(piece):
        return _COLLECTIVES.isdisjoint(words)
    agency = tables.agency(piece)
    if is_paper(piece) or is_institution(piece):
        return True
    shouted = piece.isupper() and len(piece) >= 3 and " " not in piece
    domain = "." in piece and " " not in piece and tables.registered_domain(piece) is not None
    return bool(agency or domain or shouted or tables.publisher_named(piece))


def is_paper(piece: str) -> bool:
    """Whether it has the make of a paper's or a station's name."""
    words = lowered(piece).split()
    return len(words) > 1 and (words[-1].rpartition("-")[2] in _PAPERS or words[0] in _PAPERS)


def is_institution(piece: str) -> bool:
    """Whether a word of it says institute or company."""
    return not _INSTITUTIONS.isdisjoint(lowered(piece).strip(".").split())


def is_branch(piece: str) -> bool:
    """A known outlet's name with a region or section after it (`g1 SP`, `MDR THÜRINGEN`, `BBC Sport`).

    Of a name that a person may have too (`Petra Solano`; Petra is Jordan's agency) only a known place is a branch.
    """
    first, _, rest = piece.partition(" ")
    if not (tables.publisher_named(first) or tables.agency(first)):
        return False
    if first.istitle():
        return gazetteer.is_known(rest)
    words = [word for word in rest.split() if word not in PARTICLES]
    return len(words) <= 3 and all(word[:1].isupper() for word in words)
