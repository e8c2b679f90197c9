"""Who signed the story and when it appeared, read from the lines around headline and story."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache
from typing import Any

from cleaner.lexicon.folding import fold
from cleaner.model import Block, Field
from cleaner.normalise import byline, dates, runs, signers, source, tables
from cleaner.normalise.byline import Byline
from cleaner.normalise.dates import Dates
from cleaner.normalise.layout import Layout, Standing
from cleaner.normalise.moments import Hints, scan
from cleaner.normalise.runs import Run
from cleaner.normalise.source import Source
from cleaner.normalise.tokens import label_words

BYLINE, DATES = "normalise/byline", "normalise/dates"
_MOST_WORDS = 40
# How many lines may stand between a line of bare names and the date that makes it a signature.
_BESIDE = 3
_MOST_BARE_WORDS = 8
_FIGURE = re.compile(r"\d")
_CJK = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_GLUED_LABEL = re.compile(r"^((?:Written |Posted |Words )?[Bb]y)(?=[A-Z][^\W\d_]*[a-z])")
_DOTS = str.maketrans(dict.fromkeys("●▪◦⋅∙◆■", "|"))
_LABELLED = ("byline", "published", "modified", "source", "credit")
# A line of such words is no list of names, however it is capitalised.
_FURNITURE = (
    "menu", "section", "search", "account", "share", "follow", "network", "newsletter", "subscribe", "app", "trending",
    "latest", "related", "columns", "edition", "contact", "copyright", "terms", "about", "tags",
)  # fmt: skip
_AUTHOR_WORDS = frozenset(
    {
        "author", "authors", "byline", "bylines", "autor", "autores", "autoren", "auteur", "auteurs", "writer",
        "contributor", "autore", "autori", "firma", "signature", "verfasser", "redactor", "skribent", "forfatter",
        "kirjoittaja", "yazar", "journalist", "reporter", "by",
    }
)  # fmt: skip
_CREDITS = ("photographers", "editors")


@dataclass
class Signature:
    """What has been read so far; local to one page.

    fields: by name, one entry for each line it was read from, all with the same value.
    near: blocks that stand where signatures do. labelled: names of fields that a label vouches for.
    organisations: lines that sign and name no person, where the persons are looked for by another way.
    """

    fields: dict[str, tuple[Field, ...]] = field(default_factory=dict)
    credits: list[Field] = field(default_factory=list)
    blocks: set[int] = field(default_factory=set)
    near: list[Block] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)
    labelled: set[str] = field(default_factory=set)
    organisations: list[tuple[Sequence[Block], Byline]] = field(default_factory=list)

    def all(self) -> list[Field]:
        """The fields in a fixed order."""
        names = ("authors", "desk", "published", "modified")
        return [entry for name in names for entry in self.fields.get(name, ())] + self.credits

    def value(self, name: str) -> Any:
        """The value of this field, None where nothing states it."""
        return self.fields[name][0].value if name in self.fields else None

    def put(self, name: str, *entries: Field) -> None:
        """Set a field; its entries have one value."""
        self.fields[name] = entries
        self.blocks.update(entry.block for entry in entries if entry.block is not None and entry.consumes == "block")


def read(layout: Layout, hints: Hints, *, names: bool = True) -> Signature:
    """Authors, desk, published and modified, each from the first line or run of lines that states it.

    Bare names wait until every line has been read: a labelled line may follow them.
    names: whether authors and desk are read too; without, lines give their dates alone.
    """
    found = Signature()
    bare: list[tuple[Block, Byline]] = []
    for index, standing in layout.signing():
        block = layout.blocks[index]
        if standing == "near":
            found.near.append(block)
        if index in found.blocks or block.words > _MOST_WORDS or len(block.text) > byline.LONGEST:
            continue
        if not _may_sign(layout, index, standing):
            continue
        run = runs.gather(layout, index)
        for line in (run,) if len(run.members) == 1 else (run, Run(block.text, (index,))):
            signed = byline.read(parted(line.text), hints) if _may_name(layout, block, line, standing, hints) else None
            trust = _trust(layout, block, signed, standing, hints) if signed else 0
            if signed and trust == 1:
                bare.append((block, signed))
            if _take(layout, line, signed if trust > 1 else None, _Where(standing, hints, names), found):
                break
    for block, signed in sorted(bare if names else (), key=lambda entry: _apart(layout, entry[0], found)):
        if not found.fields.keys() & {"authors", "desk"}:
            add_signers([block], signed, found)
    return found


@dataclass(frozen=True, slots=True)
class _Where:
    """How a line stands, what is known beside it, and whether its names are wanted."""

    standing: Standing
    hints: Hints
    names: bool


def _take(layout: Layout, line: Run, signed: Byline | None, where: _Where, found: Signature) -> bool:
    """Take what a line, or several read as one, gives; whether it gave a field or dates of its own."""
    blocks = [layout.blocks[member] for member in line.members]
    before = len(found.blocks)
    if signed and signed.rest_starts_at is None:
        if where.names:
            add_signers(blocks, signed, found)
        elif not signed.authors:
            found.organisations.append((blocks, signed))
        if signed.published or signed.modified:
            _add_dates(blocks, signed, found)
            return True
    if stamps := _stamps(line.text, where.standing, where.hints):
        _add_dates(blocks, stamps, found)
    return len(found.blocks) > before


def parted(text: str) -> str:
    """The line with a space after a label that markup glued to a name (`ByAnn Lee`), and dots between parts as bars."""
    return _GLUED_LABEL.sub(r"\1 ", text, count=1).translate(_DOTS)


def _apart(layout: Layout, block: Block, found: Signature) -> int:
    """How many lines part this one from the date of the story."""
    dated = [entry.block for entry in found.fields.get("published", ()) if entry.block is not None]
    return min((abs(block.index - index) for index in dated), default=len(layout.blocks))


def _stamps(text: str, standing: Standing, hints: Hints) -> Dates | Source | None:
    """The dates of a line that holds little else; far from the story only with their label, or beside a source."""
    if standing != "far" or _has_label(text):
        stamps = dates.read(text, hints)
        if stamps:
            return stamps
    return source.read(text, hints)


def _may_sign(layout: Layout, index: int, standing: Standing) -> bool:
    """Whether it is worth parsing: figures, a label, or few words with figures nearby (a date) or a job among them."""
    block = layout.blocks[index]
    if _may_date(block.text) or (block.marks and block.marked(*_LABELLED)) or byline.label_end(block.text):
        return True
    if not block.text.isascii() and _CJK.search(block.text):
        return True
    if block.words > _MOST_BARE_WORDS:
        return False
    beside = _beside(layout, index) if standing == "near" else [index + 1, index - 1]
    near = (layout.blocks[at].text for at in beside if 0 <= at < len(layout.blocks))
    return any(map(_may_date, near)) or signers.has_role(block.text)


@lru_cache(maxsize=1024)  # each line is asked about as the neighbour of several others
def _may_date(text: str) -> bool:
    return _FIGURE.search(text) is not None or runs.is_label(text)


def _may_name(layout: Layout, block: Block, line: Run, standing: Standing, hints: Hints) -> bool:
    """Whether names in this line could be trusted (see `_trust`): bare ones need a date line beside them."""
    text = line.text
    if not byline.is_bare(text) or _CJK.search(text) or signers.has_role(text):
        return True
    stamps = scan(text, hints)
    if stamps.published or stamps.modified:
        return True
    return not block.marked(*_FURNITURE) and _is_beside_date(layout, block, standing, hints)


def _trust(layout: Layout, block: Block, signed: Byline, standing: Standing, hints: Hints) -> int:
    """How surely a line that reads as names is this story's signature; 0 if it is none.

    3: a label says so. 2: it names a job or carries its own date. 1: names only, a date line being near.
    """
    if signed.labelled:
        return 3
    if block.marked(*_FURNITURE):
        return 0
    if (standing == "near" and signed.published) or (standing != "far" and signed.modified):
        return 2
    if block.words > _MOST_BARE_WORDS or (block.dom is not None and not block.dom.words & _AUTHOR_WORDS):
        return 0  # the markup of a page says which bare names are its authors and which are its subjects
    if standing == "near" and signed.role and signed.authors:
        return 2
    return int(_is_beside_date(layout, block, standing, hints))


def _is_beside_date(layout: Layout, block: Block, standing: Standing, hints: Hints) -> bool:
    lines = _beside(layout, block.index) if standing == "near" else (block.index + 1,)
    return any(_is_date_line(layout, index, hints) for index in lines)


def _beside(layout: Layout, index: int) -> list[int]:
    """The lines below and above this one, the headline passed over."""
    below = [at for at in range(index + 1, min(len(layout.blocks), index + 6)) if at not in layout.headlines]
    above = [at for at in range(index - 1, max(-1, index - 6), -1) if at not in layout.headlines]
    return [*below[:_BESIDE], *above[:_BESIDE]]


def _is_date_line(layout: Layout, index: int, hints: Hints) -> bool:
    if index >= len(layout.blocks) or index in layout.headlines:
        return False
    text = layout.blocks[index].text
    return len(text) <= dates.LONGEST and layout.speaks(index) and dates.read(text, hints) is not None


def _has_label(text: str) -> bool:
    return fold(text).startswith(_date_labels())


@cache
def _date_labels() -> tuple[str, ...]:
    return tuple(sorted(label_words("published") | label_words("modified")))


def entries(blocks: Sequence[Block], name: str, value: Any, rule: str, why: str) -> tuple[Field, ...]:
    """A field's entries, one for each line that it was read from."""
    return tuple(Field(name, value, block.text, rule, why, block.first, block.index) for block in blocks)


def add_signers(blocks: Sequence[Block], signed: Byline, found: Signature, why: str = "") -> None:
    """Put a byline's authors, desk and credits where the signature has none yet, for this reason if one is given."""
    why = why or "the line beside the headline {names}" + (", labelled as byline" if signed.labelled else "")
    given: tuple[tuple[str, Any, str], ...] = (
        ("authors", list(signed.authors), "names persons"),
        ("desk", signed.desk, "names an organisation as author"),
    )
    for name, value, what in given:
        if value and name not in found.fields:
            found.put(name, *entries(blocks, name, value, BYLINE, why.format(names=what)))
            if signed.labelled:
                found.labelled.add(name)
    credits = {name: list(getattr(signed, name)) for name in _CREDITS if getattr(signed, name)}
    agency = tables.agency(signed.agency) if signed.agency else None
    if agency and agency.type == "wire":
        credits["agencies"] = [agency.name]
    if signed.generic_agencies:
        credits["generic_agencies"] = True  # type: ignore[assignment]  # the one flag among lists
    if credits and not any(entry.rule == BYLINE for entry in found.credits):
        beside = "the byline names them beside or instead of an author"
        found.credits += entries(blocks, "credits", credits, BYLINE, beside)
        found.blocks.update(block.index for block in blocks)


def _add_dates(blocks: Sequence[Block], stamps: Dates | Byline | Source, found: Signature) -> None:
    labelled = _has_label(" ".join(block.text for block in blocks)) or stamps.modified is not None
    taken = False
    for name in ("published", "modified"):
        value = getattr(stamps, name)
        if value and name not in found.fields:
            why = stamps.why or f"the line beside the headline gives it as {name}"
            found.put(name, *entries(blocks, name, value, DATES, why))
            if labelled:
                found.labelled.add(name)
            taken = True
    if taken:
        found.warnings.extend(stamps.warnings)
