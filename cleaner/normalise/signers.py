"""What stands in an author's place and is no person: desks, outlets, roles."""

from __future__ import annotations

from cleaner.normalise import tables
from cleaner.normalise.tokens import label_words, lowered

# A desk may call itself `unserer Redaktion`, small letters and all.
_OUR = frozenset(
    {"our", "unserer", "unsere", "unserem", "onze", "notre", "nos", "nuestra", "nuestro", "nossa", "nostra", "vår",
     "vores", "naszej", "naszego", "la", "the", "die", "a"}
)  # fmt: skip
# With an article first it is a paper (`Le Quotidien`), for a given name comes before `Le` and `La` of a family's.
_ARTICLES = {"fr": ("Le", "La", "Les"), "es": ("El", "La"), "it": ("Il", "La", "Lo"), "en": ("The",),
             "de": ("Der", "Die", "Das"), "pt": ("O", "A"), "nl": ("De", "Het")}  # fmt: skip


def opens_with_article(piece: str, language: str | None) -> bool:
    """Whether this begins with its language's definite article, as papers' names do."""
    first, _, rest = piece.partition(" ")
    return bool(rest) and first in _ARTICLES.get((language or "en").split("-")[0], ())


def known_tail(name: str) -> str | None:
    """An outlet's name printed after a person's without a separator (`Ann Lee Fox News`)."""
    words = name.split(" ")
    if len(words) < 4:
        return None
    for size in (3, 2):
        tail = " ".join(words[-size:])
        if len(words) - size >= 2 and not tail[0].islower() and (tables.publisher_named(tail) or tables.agency(tail)):
            return tail
    return None


def has_role(piece: str) -> bool:
    """Whether one of its words names a job (`Staff Writer`, `Korrespondentin`)."""
    roles = label_words("role")
    return any(word.strip(".,:()") in roles for word in lowered(piece).split())


def is_desk(piece: str) -> bool:
    """An organisation or collective: a desk word in it, and no longer than a signature."""
    words = [word.strip(".,:()'") for word in lowered(piece).split()]
    if not 1 <= len(words) <= 6:
        return False
    desks = label_words("desk")
    if not desks.isdisjoint(words) or (len(words) > 1 and f"{words[-2]} {words[-1]}" in desks):
        return not piece[:1].islower() or words[0] in _OUR
    return tables.publisher_named(piece) is not None


def is_outlet(piece: str) -> bool:
    """Whether this, after a person, is an employer: an agency, a domain, a known name, one word in capitals."""
    if is_desk(piece) and any(w in lowered(piece).split() for w in ("desk", "bureau", "staff", "team", "newsroom")):
        return False
    agency = tables.agency(piece)
    shouted = piece.isupper() and len(piece) >= 3 and " " not in piece
    domain = "." in piece and " " not in piece and tables.registered_domain(piece) is not None
    return bool(agency or domain or shouted or tables.publisher_named(piece) or is_desk(piece))
