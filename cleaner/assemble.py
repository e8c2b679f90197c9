"""Page, Verdicts and Fields -> Document. Replaying the same three gives the same Document."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from cleaner.document import Document
from cleaner.model import Fate, Field, Page, StoryBlock, Verdict
from cleaner.segment.markup import read_away

# Sentences of a page that came as one line make paragraphs of about this many characters.
PARAGRAPH = 450

CREDIT_LISTS = ("agencies", "reporters", "writers", "editors", "contributors", "photographers")


def assemble(
    page: Page, verdicts: Sequence[Verdict], fields: Sequence[Field], warnings: Sequence[str] = ()
) -> Document:
    """The cleaned document.

    Each block ends in one of three places: the story, a field, or the ledger (`Verdict.fate`).
    """
    values = {field.name: field.value for field in fields if field.name != "credits"}
    settled = tuple(_settled(verdicts, fields))
    prefixes = {field.block: field.raw for field in fields if field.consumes == "prefix" and field.block is not None}
    story = _story(settled, prefixes)
    said = [*page.repairs, *warnings]
    if not story:
        said.append("no-body: nothing on the page reads as a story")
    return Document(
        id=page.id,
        url=values.get("url", page.url),
        language=values.get("language"),
        title=values.get("title"),
        summary=values.get("summary"),
        authors=tuple(values.get("authors", ())),
        desk=values.get("desk"),
        published=values.get("published"),
        modified=values.get("modified"),
        dateline=values.get("dateline"),
        source=values.get("source"),
        credits=_credits(fields),
        blocks=story,
        warnings=tuple(dict.fromkeys(said)),
        fields=tuple(fields),
        verdicts=settled,
        stats=_stats(page, settled, story),
        marks=tuple(read_away(page.lines)) if page.kind == "text" else (),
    )


def _settled(verdicts: Sequence[Verdict], fields: Sequence[Field]) -> Iterator[Verdict]:
    """The verdicts with the fates of their blocks; those that tell them already as they are."""
    names: dict[int, tuple[str, ...]] = {}
    taken = set()
    for field in fields:
        if field.block is not None:
            names[field.block] = tuple(dict.fromkeys((*names.get(field.block, ()), field.name)))
            if field.consumes == "block":
                taken.add(field.block)
    for verdict in verdicts:
        index = verdict.block.index
        fate = Fate.FIELD if index in taken else Fate.STORY if verdict.kept else Fate.DROPPED
        held = names.get(index, ())
        yield verdict if verdict.fate is fate and verdict.fields == held else _with_fate(verdict, fate, held)


def _with_fate(verdict: Verdict, fate: Fate, fields: tuple[str, ...]) -> Verdict:
    """The verdict with this fate. A page has hundreds, and `dataclasses.replace` takes twice as long."""
    of = verdict
    return Verdict(of.block, of.kept, of.score, of.rule, of.reason, of.hits, fate, fields)


def _story(verdicts: Sequence[Verdict], prefixes: Mapping[int, str]) -> tuple[StoryBlock, ...]:
    story: list[StoryBlock] = []
    last: Verdict | None = None
    for verdict in verdicts:
        if verdict.fate is not Fate.STORY:
            continue
        block = verdict.block
        text = block.text[len(prefixes.get(block.index, "")) :].strip()
        if not text:
            continue
        joint = _joint(last, verdict, len(story[-1].text) + len(text)) if last else None
        if joint:
            story[-1] = StoryBlock(block.kind, f"{story[-1].text}{joint}{text}")
        else:
            story.append(StoryBlock(block.kind, text))
        last = verdict
    return tuple(story)


def _joint(last: Verdict, verdict: Verdict, characters: int) -> str | None:
    """What joins a block to the one before it where a reader sees one: table rows, sentences of one input line."""
    before, block = last.block, verdict.block
    if before.index != block.index - 1 or before.kind != block.kind:
        return None
    if block.kind == "table":  # judged row by row
        return "\n"
    in_one_line = block.dom is None and before.last == block.first and block.kind == "paragraph"
    return " " if in_one_line and characters < PARAGRAPH else None


def _credits(fields: Sequence[Field]) -> dict[str, Any]:
    credits: dict[str, Any] = {name: [] for name in CREDIT_LISTS}
    credits["generic_agencies"] = False
    for field in fields:
        if field.name != "credits":
            continue
        for name, value in field.value.items():
            if name == "generic_agencies":
                credits[name] = credits[name] or bool(value)
            elif name in credits:
                credits[name] += [entry for entry in value if entry not in credits[name]]
    return credits


def _stats(page: Page, verdicts: Sequence[Verdict], story: Sequence[StoryBlock]) -> dict[str, int]:
    fates = [verdict.fate for verdict in verdicts]
    return {
        "lines_in": sum([1 for line in page.lines if line.text and not line.text.isspace()]),
        "blocks_in": len(verdicts),
        "blocks_kept": fates.count(Fate.STORY),
        "blocks_in_fields": fates.count(Fate.FIELD),
        "blocks_dropped": fates.count(Fate.DROPPED),
        "characters_in": sum([len(verdict.block.text) for verdict in verdicts]),
        "characters_out": sum([len(block.text) for block in story]),
    }
