"""The visible signature reconciled with what head and markup state.

What the page prints goes first. The head fills what no line states; it states more of the same moment (a time, a
zone), and then its value is taken beside the visible words; and a bare visible day later than the head's, as that of
an update is, gives way.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from cleaner.model import Field, Page, Stated
from cleaner.normalise import dates, head_authors, last_resort, markup, signers, small_words
from cleaner.normalise.layout import Layout
from cleaner.normalise.moments import Hints
from cleaner.normalise.signature import BYLINE, DATES, Signature, entries
from cleaner.normalise.sitename import letters

# Farthest offset of a zone from UTC, and the step between offsets.
_FARTHEST, _STEP = timedelta(hours=14), timedelta(minutes=15)
# Seconds or milliseconds since 1970, of years from 2001 on.
_EPOCH = re.compile(r"1\d{9}(?:\d{3})?")
_CONSUMED_WORDS = 12
_SHORTEST_SITE = 6  # letters of a site's name that is told from a person's first name


def reconcile(page: Page, layout: Layout, stated: Stated, hints: Hints, found: Signature) -> None:
    """Add to the signature, or set right, what head and markup state."""
    times = markup.times(page)
    head: Mapping[str, str | None] = {"published": stated.published, "modified": stated.modified}
    for name, printed in head.items():
        address = page.url or stated.canonical
        _settle_date(name, iso(printed, hints) if printed else None, printed or "", address, found)
        _refine_by_element(name, times, hints, found)
    if "published" not in found.fields:
        _element_alone(times, hints, found)
    _settle_authors(page, layout, stated, hints, found)


def _settle_date(name: str, value: str | None, printed: str, address: str | None, found: Signature) -> None:
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
        month = last_resort.address_month(address)
        earlier = name == "published" and _day(shown) < _day(value) and month != value[:7]
        if name in found.labelled or earlier:
            # A head's later day is that of a move or a new edition, unless the page's address speaks for it.
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


def _settle_authors(page: Page, layout: Layout, stated: Stated, hints: Hints, found: Signature) -> None:
    """A labelled line of the page, else the head's persons, else those its markup names, else a bare line of names.

    A head that names all whom the line names, and more, is taken for the whole list. An editor is no author.
    """
    named = stated.authors or stated.organisations or "authors" in found.fields
    small = small_words.of(layout.blocks) if named else frozenset()
    _drop_common(head_authors.own_names(stated, hints), small, found)
    head = head_authors.read(stated, hints, small)
    edited = {name for entry in found.credits for name in entry.value.get("editors", ())}
    persons = [name for name in head.persons if name not in edited]
    shown = found.value("authors")
    nearby = [] if persons and " " in persons[0] else _named_nearby(page, found)
    if persons and " " not in persons[0] and (shown or nearby) and not set(shown or ()) < set(persons):
        persons = []  # an account or first name says less than a name that the page shows
    known = list(dict.fromkeys([*persons, *nearby]))
    if shown is not None and _is_glued(shown, known):
        raw = found.fields["authors"][0].raw
        value = [person for person in known if person.casefold() in raw.casefold()]
        why = found.fields["authors"][0].why + "; head or markup tell where the names end"
        found.put("authors", *(replace(entry, value=value, why=why) for entry in found.fields["authors"]))
    elif shown is not None and set(shown) < set(persons):
        why = found.fields["authors"][0].why + "; the page's head names them and others"
        found.put("authors", *(replace(entry, value=persons, why=why) for entry in found.fields["authors"]))
    elif shown is None or ("authors" not in found.labelled and persons and set(shown) != set(persons)):
        if persons:
            raw, why = ", ".join(stated.authors), "the page's head names its authors"
            found.put("authors", Field("authors", persons, raw, BYLINE, why, None, None, "nothing"))
        elif nearby:
            raw, why = ", ".join(nearby), "elements beside the headline are marked up as its author"
            found.put("authors", Field("authors", nearby, raw, BYLINE, why, None, None, "nothing"))
    _organisations(head, found)


def _drop_common(own: Collection[str], small: Collection[str], found: Signature) -> None:
    """Take from the line's names what is none: common words, the site's own name. A labelled line of it is a desk."""
    shown = found.value("authors")
    persons = [name for name in shown or () if not _is_no_name(name, own, small)]
    if shown is None or len(persons) == len(shown):
        return
    kept = found.fields.pop("authors")
    if persons:
        found.put("authors", *(replace(entry, value=persons) for entry in kept))
    elif "authors" in found.labelled and "desk" not in found.fields:
        found.put("desk", *(replace(entry, name="desk", value=shown[0]) for entry in kept))


def _is_no_name(name: str, own: Collection[str], small: Collection[str]) -> bool:
    """`Master Gardener`, `Head of Care`, `Marlow Papers Blog` on the site of that name."""
    bare = letters(name)
    of_site = any(bare.startswith(each) for each in own if len(each) >= _SHORTEST_SITE)
    if of_site and not (bare in own and head_authors.is_own_person(name, small)):
        return True
    return small_words.is_common(name, small) or " of " in name


def _named_nearby(page: Page, found: Signature) -> list[str]:
    """Persons whose elements stand in lines near the headline."""
    nearby = [block.text.casefold() for block in found.near if block.words <= 40]
    return [
        person
        for person in markup.authors(page)
        if any(person.casefold() in text for text in nearby)
        and not (signers.is_desk(person) or signers.has_role(person))
    ]


def _is_glued(shown: Sequence[str], known: Sequence[str]) -> bool:
    """Whether a visible name begins or ends with a known one and goes on in other words."""
    folded = [person.casefold() for person in known]
    for name in (person.casefold() for person in shown):
        if name not in folded and any(name.startswith(k) or name.endswith(k) for k in folded):
            return True
    return False


def _organisations(head: head_authors.Named, found: Signature) -> None:
    """Organisations that the head names as authors: agencies are credited, of others the first is the desk."""
    if head.agencies and not any("agencies" in entry.value for entry in found.credits):
        why = "the page's head names the agency as author"
        value = {"agencies": list(head.agencies)}
        raw = ", ".join(head.agencies)
        found.credits.append(Field("credits", value, raw, BYLINE, why, None, None, "nothing"))
    if head.organisations and not found.fields.keys() & {"authors", "desk"}:
        entry = head.organisations[0]
        why = "the page's head names an organisation as author"
        found.put("desk", Field("desk", entry, entry, BYLINE, why, None, None, "nothing"))
