"""The visible signature reconciled with what head and markup state.

What the page prints goes first. The head fills what no line states; it states more of the same moment (a time, a
zone), and then its value is taken beside the visible words; and a bare visible day that it contradicts gives way.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from cleaner.model import Field, Page, Stated
from cleaner.normalise import dates, markup, names, signers, tables
from cleaner.normalise.moments import Hints
from cleaner.normalise.signature import BYLINE, DATES, Signature, entries
from cleaner.normalise.sitename import letters

_SIGN = re.compile(r"\s\([a-zäöüß.]{2,5}\)$")
_FIRST_NAME = re.compile(r"[^\W\d_]{3,20}")
# Farthest offset of a zone from UTC, and the step between offsets.
_FARTHEST, _STEP = timedelta(hours=14), timedelta(minutes=15)
# Seconds or milliseconds since 1970, of years from 2001 on.
_EPOCH = re.compile(r"1\d{9}(?:\d{3})?")
# Accounts, not persons.
_NOBODY = frozenset({"admin", "administrator", "editor", "guest", "webmaster", "staff", "user", "author", "root"})
_CONSUMED_WORDS = 12


def reconcile(page: Page, stated: Stated, hints: Hints, found: Signature) -> None:
    """Add to the signature, or set right, what head and markup state."""
    times = markup.times(page)
    head: Mapping[str, str | None] = {"published": stated.published, "modified": stated.modified}
    for name, printed in head.items():
        _settle_date(name, iso(printed, hints) if printed else None, printed or "", found)
        _refine_by_element(name, times, hints, found)
    if "published" not in found.fields:
        _element_alone(times, hints, found)
    _settle_authors(page, stated, hints, found)


def _settle_date(name: str, value: str | None, printed: str, found: Signature) -> None:
    if value is None:
        return
    shown = found.value(name)
    if shown is None:
        why = f"the page's head states it as {name}"
        found.put(name, Field(name, value, printed, DATES, why, None, None, "nothing"))
    elif adds(shown, value):
        _refine(name, value, "the page's head", found)
    elif abs(_day(shown) - _day(value)) > timedelta(days=1):
        raw = found.fields[name][0].raw
        if name in found.labelled:
            found.warnings.append(f"date-conflict: the page's head states {value} as {name}; {raw!r} is taken")
            return
        found.warnings.append(f"date-conflict: {raw!r} has no label and the page's head states {value}; it is taken")
        why = f"the page's head states it as {name}"
        found.put(name, Field(name, value, printed, DATES, why, None, None, "nothing"))


def _refine_by_element(name: str, times: Sequence[markup.Said], hints: Hints, found: Signature) -> None:
    """The `<time datetime>` of the visible line, where it says more than the line."""
    for block in found.near if name in found.fields else ():
        if block.index == found.fields[name][0].block:
            said = markup.of_block(times, block)
            value = iso(said.value, hints) if said else None
            if value and adds(found.value(name), value):
                _refine(name, value, "the line's own <time> element", found)


def _refine(name: str, value: str, who: str, found: Signature) -> None:
    shown = found.fields[name]
    more = "time and zone" if "T" not in shown[0].value else "the zone"
    why = f"{shown[0].why}; {who} states the same day and adds {more}: {value}"
    found.put(name, *(replace(entry, value=value, why=why) for entry in shown))


def _element_alone(times: Sequence[markup.Said], hints: Hints, found: Signature) -> None:
    """A line near the headline whose `<time>` alone gives the day (`2 hours ago`)."""
    for block in found.near:
        said = markup.of_block(times, block) if block.words <= _CONSUMED_WORDS else None
        value = iso(said.value, hints) if said else None
        if value and block.index not in found.blocks:
            why = f"the <time> element of the line beside the headline states {value}"
            found.put("published", *entries([block], "published", value, DATES, why))
            return


def adds(shown: str, value: str) -> bool:
    """Whether an ISO moment is the same as the shown one and says more of it: its time, or its zone."""
    if "T" not in shown:
        return "T" in value and value[:10] == shown
    if "T" not in value:
        return False
    ours, theirs = datetime.fromisoformat(shown), datetime.fromisoformat(value)
    if ours.tzinfo or not theirs.tzinfo or ours.date() != theirs.date():
        return False
    gap = abs(ours.replace(second=0) - theirs.replace(second=0, tzinfo=None))
    in_utc = not theirs.utcoffset()
    return not gap or (in_utc and gap <= _FARTHEST and not gap % _STEP)


def iso(printed: str, hints: Hints) -> str | None:
    """A date of a page's head in the contract's form, without fractions of a second; None if it cannot be read."""
    readers: tuple[Callable[[str], str], ...] = (
        lambda text: date.fromisoformat(text).isoformat(),
        lambda text: datetime.fromisoformat(text).replace(microsecond=0).isoformat(),
    )
    if _EPOCH.fullmatch(printed.strip()):
        return datetime.fromtimestamp(int(printed.strip()[:10]), UTC).isoformat()
    for reader in readers:
        try:
            return reader(printed.strip())
        except ValueError:
            continue
    read = dates.read(printed, hints)
    return (read.published or read.modified) if read else None


def _day(moment: str) -> timedelta:
    return date.fromisoformat(moment[:10]) - date.min


def _settle_authors(page: Page, stated: Stated, hints: Hints, found: Signature) -> None:
    """A labelled line of the page, else the head's persons, else those its markup names, else a bare line of names."""
    persons = head_persons(stated, hints)
    named = [] if persons else _named_nearby(page, found)
    shown = found.value("authors")
    known = list(dict.fromkeys([*persons, *named]))
    if shown is not None and _is_glued(shown, known):
        raw = found.fields["authors"][0].raw
        value = [person for person in known if person.casefold() in raw.casefold()]
        why = found.fields["authors"][0].why + "; head or markup tell where the names end"
        found.put("authors", *(replace(entry, value=value, why=why) for entry in found.fields["authors"]))
    elif shown is None or ("authors" not in found.labelled and persons and set(shown) != set(persons)):
        if persons:
            raw, why = ", ".join(stated.authors), "the page's head names its authors"
            found.put("authors", Field("authors", persons, raw, BYLINE, why, None, None, "nothing"))
        elif named:
            raw, why = ", ".join(named), "elements beside the headline are marked up as its author"
            found.put("authors", Field("authors", named, raw, BYLINE, why, None, None, "nothing"))
    if not persons and "authors" not in found.fields and stated.authors:
        _organisation(stated, hints, found)


def _named_nearby(page: Page, found: Signature) -> list[str]:
    """Persons whose elements stand in lines near the headline."""
    nearby = [block.text.casefold() for block in found.near if block.words <= 40]
    return [
        person
        for person in markup.authors(page)
        if any(person.casefold() in text for text in nearby) and not signers.is_desk(person)
    ]


def _is_glued(shown: Sequence[str], known: Sequence[str]) -> bool:
    """Whether a visible name begins or ends with a known one and goes on in other words."""
    folded = [person.casefold() for person in known]
    for name in (person.casefold() for person in shown):
        if name not in folded and any(name.startswith(k) or name.endswith(k) for k in folded):
            return True
    return False


def head_persons(stated: Stated, hints: Hints) -> list[str]:
    """The persons among the head's authors: no desk, agency, site or account."""
    own = {letters(name) for name in (stated.site_name, hints.site, (hints.site or "").split(".")[0]) if name}
    found: dict[str, None] = {}
    for entry in stated.authors:
        if letters(entry) in own or tables.agency(entry):
            continue
        for piece in names.split_people(_SIGN.sub("", entry)):
            person = names.clean_person(_SIGN.sub("", piece))
            if _is_person(person, single=piece == entry.strip()) and not signers.is_desk(person):
                found[person] = None
    return list(found)


def _is_person(name: str, single: bool) -> bool:
    if names.is_person(name):
        return not signers.has_role(name)
    first_name = single and bool(_FIRST_NAME.fullmatch(name)) and name.istitle()
    return first_name and name.casefold() not in _NOBODY and not tables.publisher_named(name)


def _organisation(stated: Stated, hints: Hints, found: Signature) -> None:
    """An organisation that the head names as author: an agency is credited, any other is the desk."""
    entry = stated.authors[0]
    agency = tables.agency(entry)
    own = {letters(name) for name in (stated.site_name, hints.site) if name}
    if agency and agency.type == "wire":
        if not found.credits:
            why = "the page's head names the agency as author"
            value = {"agencies": [agency.name]}
            found.credits.append(Field("credits", value, entry, BYLINE, why, None, None, "nothing"))
    elif "desk" not in found.fields and (signers.is_desk(entry) or letters(entry) in own):
        why = "the page's head names an organisation as author"
        found.put("desk", Field("desk", entry, entry, BYLINE, why, None, None, "nothing"))
