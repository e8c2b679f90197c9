"""Page, Verdicts and Fields -> Document. Replaying the same three gives the same Document."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from cleaner.document import Document
from cleaner.model import Fate, Field, Page, StoryBlock, Verdict

CREDIT_LISTS = ("agencies", "reporters", "writers", "editors", "contributors", "photographers")


def assemble(
    page: Page, verdicts: Sequence[Verdict], fields: Sequence[Field], warnings: Sequence[str] = ()
) -> Document:
    """The cleaned document.

    Each block ends in one of three places: the story, a field, or the ledger (`Verdict.fate`).
    """
    values = {field.name: field.value for field in fields if field.name != "credits"}
    settled = tuple(_settle(verdict, fields) for verdict in verdicts)
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
    )


def _settle(verdict: Verdict, fields: Sequence[Field]) -> Verdict:
    """The verdict with the fate of its block."""
    names = tuple(dict.fromkeys(f.name for f in fields if f.block == verdict.block.index))
    taken = any(f.block == verdict.block.index and f.consumes == "block" for f in fields)
    fate = Fate.FIELD if taken else Fate.STORY if verdict.kept else Fate.DROPPED
    return replace(verdict, fate=fate, fields=names)


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
        if (
            block.kind == "table"
            and last is not None
            and last.block.kind == "table"
            and last.block.index == block.index - 1
        ):
            # A table is one block to its reader, though it was judged row by row.
            story[-1] = StoryBlock("table", f"{story[-1].text}\n{text}")
        else:
            story.append(StoryBlock(block.kind, text))
        last = verdict
    return tuple(story)


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
    return {
        "lines_in": sum(bool(line.text.strip()) for line in page.lines),
        "blocks_in": len(verdicts),
        "blocks_kept": sum(verdict.fate is Fate.STORY for verdict in verdicts),
        "blocks_in_fields": sum(verdict.fate is Fate.FIELD for verdict in verdicts),
        "blocks_dropped": sum(verdict.fate is Fate.DROPPED for verdict in verdicts),
        "characters_in": sum(len(verdict.block.text) for verdict in verdicts),
        "characters_out": sum(len(block.text) for block in story),
    }
