"""Who signed the story and when it appeared: read from the lines around headline and story, else from the head."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from cleaner.lexicon.folding import fold
from cleaner.model import Block, Field, Stated
from cleaner.normalise import byline, dates, names, signers, source, tables
from cleaner.normalise.byline import Byline
from cleaner.normalise.dates import Dates
from cleaner.normalise.layout import Layout, Standing
from cleaner.normalise.moments import Hints
from cleaner.normalise.source import Source
from cleaner.normalise.tokens import label_words

_BYLINE, _DATES = "normalise/byline", "normalise/dates"
_MOST_WORDS = 40
# A line of such words is no list of names, however it is capitalised.
_FURNITURE = (
    "menu", "section", "search", "account", "share", "follow", "network", "newsletter", "subscribe", "app", "trending",
    "latest", "related", "columns", "edition", "contact", "copyright", "terms", "about", "tags",
)  # fmt: skip
_AUTHOR_WORDS = frozenset(
    {"author", "authors", "byline", "autor", "autoren", "auteur", "writer", "contributor", "autore"}
)
_CREDITS = ("photographers", "editors")


@dataclass
class Signature:
    """The fields read so far, by name, and the blocks they came from; local to one page."""

    fields: dict[str, Field] = field(default_factory=dict)
    credits: list[Field] = field(default_factory=list)
    blocks: set[int] = field(default_factory=set)
    warnings: list[str] = field(default_factory=list)
    labelled_date: bool = False

    def all(self) -> list[Field]:
        """The fields in a fixed order."""
        return [
            self.fields[name] for name in ("authors", "desk", "published", "modified") if name in self.fields
        ] + self.credits


def read(layout: Layout, stated: Stated, hints: Hints) -> Signature:
    """Authors, desk, published and modified, each from the first line that states it."""
    found = Signature()
    for index, standing in layout.signing():
        block = layout.blocks[index]
        if block.words > _MOST_WORDS or len(block.text) > byline.LONGEST:
            continue
        _read_line(layout, block, hints, standing, found)
    _fill(stated, hints, found)
    return found


def _read_line(layout: Layout, block: Block, hints: Hints, standing: Standing, found: Signature) -> None:
    text = _with_label_above(layout, block)
    signed = byline.read(text, hints)
    if signed and not _is_signed(layout, block, signed, standing, hints):
        signed = None
    stamps: Dates | Source | None = dates.read(text, hints)
    if stamps and standing == "far" and not _has_label(text):
        stamps = None
    if signed and signed.rest_starts_at is None:
        _add_signers(block, signed, found)
    if signed and signed.rest_starts_at is None and (signed.published or signed.modified):
        _add_dates(block, text, signed, found)
    elif stamps or (stamps := source.read(text, hints)):
        _add_dates(block, text, stamps, found)


def _with_label_above(layout: Layout, block: Block) -> str:
    """The line, with a label that stands alone on the line above it (`By`, `Published:`)."""
    if block.index == 0 or byline.label_end(block.text):
        return block.text
    above = layout.blocks[block.index - 1].text
    bare = fold(above).strip(" :")
    labels = label_words("by") | label_words("published") | label_words("modified")
    return f"{above} {block.text}" if len(above) <= 30 and bare in labels else block.text


def _is_signed(layout: Layout, block: Block, signed: Byline, standing: Standing, hints: Hints) -> bool:
    """Whether a line of names is this story's: a label says so, or a date in the line or right beside it."""
    if signed.labelled:
        return True
    if standing != "near" or block.marked(*_FURNITURE):
        return False
    if signed.published or signed.modified:
        return True
    if block.dom is not None and not block.dom.words & _AUTHOR_WORDS:
        return False  # the markup of a page says which bare names are its authors and which are its subjects
    return block.words <= 8 and any(_is_date_line(layout, index, hints) for index in _beside(layout, block.index))


def _beside(layout: Layout, index: int) -> tuple[int, int]:
    """The lines below and above this one, the headline passed over."""
    above = index - 1
    while above in layout.headlines:
        above -= 1
    return index + 1, above


def _is_date_line(layout: Layout, index: int, hints: Hints) -> bool:
    if not 0 <= index < len(layout.blocks) or not layout.speaks(index):
        return False
    text = layout.blocks[index].text
    return len(text) <= dates.LONGEST and dates.read(text, hints) is not None


def _has_label(text: str) -> bool:
    folded = fold(text)
    return any(folded.startswith(label) for label in label_words("published") | label_words("modified"))


def _add_signers(block: Block, signed: Byline, found: Signature) -> None:
    given: dict[str, Any] = {}
    if signed.authors and "authors" not in found.fields:
        given["authors"] = signed.authors
    if signed.desk and "desk" not in found.fields:
        given["desk"] = signed.desk
    for name, value in given.items():
        what = "names persons" if name == "authors" else "names an organisation as author"
        why = f"the line beside the headline {what}" + (", labelled as byline" if signed.labelled else "")
        shown = list(value) if name == "authors" else value
        _add(found, name, Field(name, shown, block.text, _BYLINE, why, block.first, block.index))
    credits = {name: list(getattr(signed, name)) for name in _CREDITS if getattr(signed, name)}
    agency = tables.agency(signed.agency) if signed.agency else None
    if agency and agency.type == "wire":
        credits["agencies"] = [agency.name]
    if signed.generic_agencies:
        credits["generic_agencies"] = True  # type: ignore[assignment]  # the one flag among lists
    if credits and not any(entry.rule == _BYLINE for entry in found.credits):
        why = "the byline names them beside or instead of an author"
        found.credits.append(Field("credits", credits, block.text, _BYLINE, why, block.first, block.index))
        found.blocks.add(block.index)


def _add_dates(block: Block, text: str, stamps: Dates | Byline | Source, found: Signature) -> None:
    taken = False
    for name in ("published", "modified"):
        value = getattr(stamps, name)
        if value and name not in found.fields:
            why = stamps.why or f"the line beside the headline gives it as {name}"
            _add(found, name, Field(name, value, block.text, _DATES, why, block.first, block.index))
            taken = True
    if taken:
        found.warnings.extend(stamps.warnings)
        found.labelled_date = found.labelled_date or _has_label(text) or stamps.modified is not None


def _add(found: Signature, name: str, entry: Field) -> None:
    found.fields[name] = entry
    if entry.block is not None:
        found.blocks.add(entry.block)


def _fill(stated: Stated, hints: Hints, found: Signature) -> None:
    """What no visible line states comes from the page's head, before which a bare visible day must give way."""
    head: Mapping[str, str | None] = {"published": stated.published, "modified": stated.modified}
    for name, printed in head.items():
        value = iso(printed, hints) if printed else None
        if value is None or printed is None:
            continue
        shown = found.fields.get(name)
        if shown is not None and (found.labelled_date or _near(shown.value, value)):
            continue
        if shown is not None:
            found.warnings.append(
                f"date-conflict: {shown.raw!r} has no label and the page's head states {value}; the head is taken"
            )
        _add(
            found,
            name,
            Field(name, value, printed, _DATES, f"the page's head states it as {name}", None, None, "nothing"),
        )
    if "authors" not in found.fields and stated.authors:
        _fill_authors(stated, found)


def _fill_authors(stated: Stated, found: Signature) -> None:
    people = [names.clean_person(piece) for name in stated.authors for piece in names.split_people(name)]
    persons = list(
        dict.fromkeys(person for person in people if names.is_person(person) and not signers.is_desk(person))
    )
    raw = ", ".join(stated.authors)
    if persons:
        _add(
            found,
            "authors",
            Field("authors", persons, raw, _BYLINE, "the page's head names its authors", None, None, "nothing"),
        )
    elif "desk" not in found.fields and signers.is_desk(stated.authors[0]):
        why = "the page's head names an organisation as author"
        _add(found, "desk", Field("desk", stated.authors[0], raw, _BYLINE, why, None, None, "nothing"))


def iso(printed: str, hints: Hints) -> str | None:
    """A date of a page's head in the contract's form, without fractions of a second; None if it cannot be read."""
    readers: tuple[Callable[[str], str], ...] = (
        lambda text: date.fromisoformat(text).isoformat(),
        lambda text: datetime.fromisoformat(text).replace(microsecond=0).isoformat(),
    )
    for reader in readers:
        try:
            return reader(printed.strip())
        except ValueError:
            continue
    found = dates.read(printed, hints)
    return (found.published or found.modified) if found else None


def _near(first: str, second: str) -> bool:
    """Whether two dates are at most a day apart: zones alone make that much."""
    return abs((date.fromisoformat(first[:10]) - date.fromisoformat(second[:10])).days) <= 1
