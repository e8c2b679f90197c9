"""A document is what its page, verdicts and fields say, and nothing else."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields
from typing import Any, Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleaner.assemble import assemble
from cleaner.document import Document
from cleaner.model import Block, BlockKind, Call, Fate, Field, Hit, Line, Page, Said, Verdict
from cleaner.normalise import dateline

Consumes = Literal["block", "prefix", "nothing"]
PAGE = Page("text", (Line(1, "One"), Line(2, "  "), Line(3, "Two")), id="page-1")


def block(index: int, text: str, kind: BlockKind = "paragraph") -> Block:
    """A block on a line of its own."""
    return Block(index, text, text.casefold(), index + 1, index + 1, kind, words=len(text.split()))


def verdict(index: int, text: str, kept: bool = True, kind: BlockKind = "paragraph") -> Verdict:
    """A verdict on such a block."""
    return Verdict(
        block(index, text, kind), kept, 1.0 if kept else -1.0, "decide/reads-as-story", Said("moved by nothing")
    )


def taken(name: str, value: Any, raw: str, at: int | None, consumes: Consumes = "block") -> Field:
    """A field read from the block at this index."""
    return Field(name, value, raw, f"normalise/{name}", "a test", None if at is None else at + 1, at, consumes)


def story(document: Document) -> list[tuple[str, str]]:
    """Kinds and texts of the story."""
    return [(one.kind, one.text) for one in document.blocks]


def test_kept_blocks_are_the_story_and_dropped_ones_the_ledger() -> None:
    """In reading order, each in one place."""
    document = assemble(PAGE, [verdict(0, "Menu", False), verdict(1, "One."), verdict(2, "Ad", False)], [])
    assert story(document) == [("paragraph", "One.")]
    assert [entry.block.text for entry in document.dropped] == ["Menu", "Ad"]
    assert [entry.fate for entry in document.verdicts] == [Fate.DROPPED, Fate.STORY, Fate.DROPPED]


@pytest.mark.parametrize("kept", [True, False])
def test_a_block_that_a_field_took_is_neither_story_nor_ledger(kept: bool) -> None:
    """A byline is no story, yet it is not lost, whatever its verdict was."""
    signed = taken("authors", ["Ludmila Harkness"], "By Ludmila Harkness", 0)
    document = assemble(PAGE, [verdict(0, "By Ludmila Harkness", kept), verdict(1, "One.")], [signed])
    assert document.authors == ("Ludmila Harkness",)
    assert story(document) == [("paragraph", "One.")]
    assert document.dropped == []
    assert (document.verdicts[0].fate, document.verdicts[0].fields) == (Fate.FIELD, ("authors",))


@pytest.mark.parametrize(("kept", "fate"), [(True, Fate.STORY), (False, Fate.DROPPED)])
def test_a_field_that_takes_nothing_leaves_its_block_where_the_verdict_put_it(kept: bool, fate: Fate) -> None:
    """A source named in a sentence stays in the sentence."""
    named = taken("source", {"name": "Aldermoor Post"}, "Aldermoor Post", 0, "nothing")
    document = assemble(PAGE, [verdict(0, "The Aldermoor Post reported it first.", kept)], [named])
    assert document.source == {"name": "Aldermoor Post"}
    assert (document.verdicts[0].fate, document.verdicts[0].fields) == (fate, ("source",))


def test_a_verdict_keeps_all_its_evidence_beside_its_fate() -> None:
    """Whatever a verdict carries, the document carries too: only fate and fields are set."""
    hit = Hit(0, Call.DROP, 0.5, "a menu of three words", "navigation/menu-line")
    given = Verdict(block(0, "Menu"), False, -2.5, "navigation/menu-line", Said("a menu", (("words", -1.0),)), (hit,))
    settled = assemble(PAGE, [given], []).verdicts[0]
    assert settled.fate is Fate.DROPPED
    kept = [one.name for one in fields(Verdict) if one.name not in ("fate", "fields")]
    assert [getattr(settled, name) for name in kept] == [getattr(given, name) for name in kept]
    assert all(getattr(given, name) for name in kept if name != "kept")


def test_a_dateline_is_taken_off_the_first_paragraph() -> None:
    """The story opens with its own words; the dateline's stay in the field."""
    text = "ALDERMOOR, March 12 (Reuters) - The council voted on Tuesday."
    parsed = dateline.parse(text)
    assert parsed is not None
    field = taken("dateline", parsed.to_dict(), text[: parsed.rest_starts_at], 0, "prefix")
    document = assemble(PAGE, [verdict(0, text)], [field])
    assert document.text == "The council voted on Tuesday."
    assert document.dateline is not None
    assert document.dateline["agency"] == "Reuters"
    assert document.verdicts[0].block.text == text


def test_a_paragraph_that_was_all_dateline_leaves_no_empty_block() -> None:
    """Its words are in the field."""
    field = taken("dateline", {"location": "Aldermoor"}, "ALDERMOOR -", 0, "prefix")
    document = assemble(PAGE, [verdict(0, "ALDERMOOR -"), verdict(1, "The council voted.")], [field])
    assert story(document) == [("paragraph", "The council voted.")]


def test_rows_of_a_table_are_one_block_again() -> None:
    """They were judged row by row; a reader sees a table."""
    rows = [verdict(0, "Club | Points", kind="table"), verdict(1, "Aldermoor | 61", kind="table"), verdict(2, "End.")]
    assert story(assemble(PAGE, rows, [])) == [("table", "Club | Points\nAldermoor | 61"), ("paragraph", "End.")]


def test_rows_that_do_not_follow_each_other_are_two_tables() -> None:
    """Whatever stood between them, kept or dropped, parts them."""
    rows = [verdict(0, "a | b", kind="table"), verdict(1, "Ad", False), verdict(2, "c | d", kind="table")]
    assert story(assemble(PAGE, rows, [])) == [("table", "a | b"), ("table", "c | d")]


def test_captions_are_blocks_but_no_text() -> None:
    """The contract's text leaves them out."""
    document = assemble(PAGE, [verdict(0, "One."), verdict(1, "The bath", kind="caption"), verdict(2, "Two.")], [])
    assert story(document) == [("paragraph", "One."), ("caption", "The bath"), ("paragraph", "Two.")]
    assert document.text == "One.\n\nTwo."


def test_credits_of_several_lines_are_put_together() -> None:
    """Each name once, in printed order; lists that nobody fills are empty."""
    fields = [
        taken("credits", {"reporters": ["A. One", "B. Two"], "editors": ["C. Three"]}, "Reporting by …", 1),
        taken("credits", {"reporters": ["B. Two", "D. Four"], "generic_agencies": True}, "With agencies", 2),
        taken("credits", {"agencies": ["Reuters"], "generic_agencies": False}, "Reuters", 3),
    ]
    verdicts = [verdict(index, f"Line {index}") for index in range(4)]
    document = assemble(PAGE, verdicts, fields)
    assert document.credits == {
        "agencies": ["Reuters"],
        "reporters": ["A. One", "B. Two", "D. Four"],
        "writers": [],
        "editors": ["C. Three"],
        "contributors": [],
        "photographers": [],
        "generic_agencies": True,
    }
    assert [entry.fate for entry in document.verdicts] == [Fate.STORY, Fate.FIELD, Fate.FIELD, Fate.FIELD]


def test_credits_of_one_document_do_not_reach_the_next() -> None:
    """Neither the field's lists nor any default is added to."""
    field = taken("credits", {"reporters": ["A. One"]}, "Reporting by A. One", 0)
    for _ in range(2):
        assert assemble(PAGE, [verdict(0, "Reporting by A. One")], [field]).credits["reporters"] == ["A. One"]
    assert field.value == {"reporters": ["A. One"]}
    assert assemble(PAGE, [verdict(0, "One.")], []).credits["reporters"] == []


@pytest.mark.parametrize("verdicts", [[], [verdict(0, "Menu", False)]])
def test_a_page_without_a_story_says_so(verdicts: list[Verdict]) -> None:
    """An empty document is never silent."""
    document = assemble(PAGE, verdicts, [])
    assert document.text == ""
    assert [warning.split(":")[0] for warning in document.warnings] == ["no-body"]


def test_a_page_with_a_story_does_not_say_that_it_has_none() -> None:
    """No warning without its reason."""
    assert assemble(PAGE, [verdict(0, "One.")], []).warnings == ()


def test_repairs_of_the_reader_and_warnings_of_the_rooms_are_told_once_each() -> None:
    """First what was mended, then what was doubtful, nothing twice."""
    page = Page("text", (), repairs=("undecodable-bytes: 1 byte shown as U+FFFD",))
    document = assemble(page, [verdict(0, "One.")], [], ["heavy-loss: 1 block", "heavy-loss: 1 block"])
    assert document.warnings == ("undecodable-bytes: 1 byte shown as U+FFFD", "heavy-loss: 1 block")


def test_what_no_field_states_is_empty() -> None:
    """Nothing is guessed."""
    document = assemble(PAGE, [verdict(0, "One.")], [])
    empty = (document.language, document.title, document.summary, document.desk, document.published)
    assert empty == (None,) * 5
    assert (document.modified, document.dateline, document.source, document.authors) == (None, None, None, ())


def test_id_and_address_of_the_page_are_carried_over() -> None:
    """The address is the caller's unless a field states one."""
    page = Page("html", (), id="x", url="https://post.example/a")
    assert (assemble(page, [], []).id, assemble(page, [], []).url) == ("x", "https://post.example/a")
    stated = taken("url", "https://post.example/b", "https://post.example/b", None, "nothing")
    assert assemble(PAGE, [], [stated]).url == "https://post.example/b"


@st.composite
def evidence(draw: st.DrawFn) -> tuple[list[Verdict], list[Field]]:
    """Verdicts on blocks of every kind, and fields that take some of them."""
    kinds: list[BlockKind] = ["paragraph", "heading", "list_item", "quote", "table", "code", "caption"]
    verdicts = [
        verdict(index, f"Words of line {index}", draw(st.booleans()), draw(st.sampled_from(kinds)))
        for index in range(draw(st.integers(0, 8)))
    ]
    fields: list[Field] = []
    for entry in verdicts:
        consumes: Consumes | None = draw(st.sampled_from(["block", "prefix", "nothing", None, None]))
        if consumes:
            raw = entry.block.text if consumes == "block" else "Words of "
            name = draw(st.sampled_from(["title", "summary", "dateline", "credits"]))
            fields.append(
                taken(name, {"reporters": [raw]} if name == "credits" else raw, raw, entry.block.index, consumes)
            )
    return verdicts, fields


def replayed(document: Document, page: Page = PAGE) -> Document:
    """The document made once more from what it holds."""
    return assemble(page, document.verdicts, document.fields, document.warnings)


@given(found=evidence())
def test_replaying_verdicts_and_fields_gives_an_equal_document(found: tuple[list[Verdict], list[Field]]) -> None:
    """Explanation is never a second path."""
    document = assemble(PAGE, *found, ["ambiguous-zone: IST"])
    assert replayed(document) == document


@given(found=evidence())
def test_the_counts_add_up(found: tuple[Sequence[Verdict], Sequence[Field]]) -> None:
    """Every block is kept, in a field or dropped; characters and lines are counted as they are."""
    document = assemble(PAGE, *found)
    stats = document.stats
    assert stats["blocks_kept"] + stats["blocks_in_fields"] + stats["blocks_dropped"] == stats["blocks_in"]
    assert stats["blocks_in"] == len(found[0])
    assert stats["blocks_dropped"] == len(document.dropped)
    assert stats["lines_in"] == 2
    assert stats["characters_in"] == sum(len(entry.block.text) for entry in found[0])
    assert stats["characters_out"] == sum(len(one.text) for one in document.blocks)


@given(found=evidence())
def test_what_went_in_is_not_changed(found: tuple[list[Verdict], list[Field]]) -> None:
    """The caller's verdicts and fields are left as they were."""
    before = repr(found)
    assemble(PAGE, *found)
    assert repr(found) == before
