"""For whom a person writes: `Ann Lee for The Gazette`, `Ann Lee mit AP`, `The Gazette` after a name."""

from __future__ import annotations

import re

from cleaner.normalise import given_names, names, signers, tables

SOURCED = r"(?:(?:material|informationen) (?:von|der)|inputs? from|informaci[oó]n(?:es)? de|informações d[aeo]) "
_LONGEST_OUTLET = 54
# One of these words stands in each of those forms.
JOINTS = frozenset(
    {"for", "For", "special", "Special", "mit", "avec", "with", "con", "com", "med", "met", "et", "och", "og", "und",
     "and", "e", "y", "z", "para", "pour", "für", "voor", "för", "dla", "per"}
)  # fmt: skip
_FOR_OUTLET = re.compile(
    r"(?=[\s,])(?:(?:\s+[Ff]or|,? (?:[Ss]pecial (?:to|for)|[Ee]special para))"
    r" (?P<outlet>(?:[Tt]he )?[A-Z][\w.& ]{2,40})"
    r"|,? (?:para|pour|für|voor|för|dla|per) (?P<abroad>(?:[Ee]l |[Ll][ae] |[Dd]ie |[Dd]en |[Dd]e |[Oo] )?"
    r"[A-ZÀ-Þ][\w.& ]{2,40})"
    rf"|,?\s+(?:mit|avec|with|con|com|med|met|et|och|og|und|and|e|y|z) (?:l['’]|the |la |(?i:{SOURCED}))?"
    r"(?P<agency>[^\W\d_]{2,12}(?: [A-Z]\w{2,10})?))$"
)
# `Ann Lee For Mailonline and Bo Day`: the outlet stands after one name of several.
_FOR_INSIDE = re.compile(r"(?<=\w)\s+For (?P<outlet>(?:The )?[A-Z][\w.&]*(?: (?:[A-Z]|on )[\w.&]*){0,4}?)(?=,| and |$)")


def for_outlet(text: str) -> tuple[str, str | None, str | None]:
    """The names before it, and the agency or outlet that they write for or with; one of `JOINTS` stands there."""
    inside = _FOR_INSIDE.search(text) if " For " in text else None
    if inside and inside.end() < len(text):
        return _FOR_INSIDE.sub("", text), None, inside["outlet"]
    found = _FOR_OUTLET.search(text, max(0, len(text) - _LONGEST_OUTLET))
    if found is None:
        return text, None, None
    outlet = found["outlet"] or found["abroad"]
    agency = tables.agency(found["agency"] or outlet)
    if agency is None and outlet is None:
        return text, None, None
    before = text[: found.start()]
    return before, agency.name if agency else None, None if agency else outlet


def from_article(name: str) -> str | None:
    """The outlet at the end of `Ann Lee The Harbour Gazette`: no person has a capital article inside."""
    if " The " not in name:
        return None
    before, _, rest = name.partition(" The ")
    return f"The {rest}" if names.is_person(before) and rest[:1].isupper() else None


def without_institution(text: str) -> tuple[str, str | None]:
    """`Ann Lee, National Oceanic and Atmospheric Administration`: an institute whose name has an `and` inside."""
    before, comma, tail = text.rpartition(", ")
    first, joint, _ = tail.partition(" and ")
    if not comma or not joint or not (signers.is_institution(tail) or signers.is_desk(tail)):
        return text, None
    if given_names.is_given(first) or (" " in first and not names.is_person(first)):
        return text, None
    return before, tail
