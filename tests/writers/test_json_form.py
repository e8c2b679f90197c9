"""The JSON forms carry the contract's names, in its order, and validate against the schema."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from jsonschema import Draft202012Validator, ValidationError

from cleaner.document import Document
from cleaner.writers import schema, to_dict, to_json, to_jsonl

CONTRACT_ORDER = [
    *("schema", "id", "url", "language", "title", "summary", "authors", "desk", "published", "modified"),
    *("dateline", "source", "credits", "blocks", "text", "evidence", "warnings", "stats"),
]


def validate(record: dict[str, Any]) -> None:
    """Raise ValidationError where the record breaks the schema."""
    Draft202012Validator(schema()).validate(record)


def test_the_fields_are_the_contracts_in_the_contracts_order(document: Document) -> None:
    """Other people's pipelines rely on the names, and diffs on the order."""
    assert list(to_dict(document)) == CONTRACT_ORDER


def test_the_ledger_comes_last_and_only_when_asked_for(document: Document) -> None:
    """`removed` names every dropped block with its score to three digits."""
    assert list(to_dict(document, ledger=True)) == [*CONTRACT_ORDER, "removed"]
    assert to_dict(document, ledger=True)["removed"] == [
        {
            "line": 1,
            "text": "Home | News | Weather",
            "rule": "navigation/menu-line",
            "why": "'Home', 'News' and 'Weather' are menu words",
            "score": -4.123,
        }
    ]


def test_a_score_that_rounds_to_nothing_has_no_sign(document: Document) -> None:
    """-0.0001 would be written `-0.0`."""
    dropped = replace(document.verdicts[0], score=-0.0001)
    assert '"score": 0.0' in to_json(replace(document, verdicts=(dropped,)), ledger=True)


def test_the_schema_is_a_schema() -> None:
    """A mistake in the schema file would let everything pass."""
    Draft202012Validator.check_schema(schema())


@pytest.mark.parametrize("ledger", [False, True])
def test_a_document_validates_against_the_schema(document: Document, ledger: bool) -> None:
    """What is written and what is promised are one thing."""
    validate(to_dict(document, ledger=ledger))


def test_a_document_without_anything_validates_too(document: Document, story: Callable[..., Document]) -> None:
    """A page of nothing but junk still gives a record."""
    empty = replace(story(), id=None, url=None, language=None, credits={}, fields=(), verdicts=(), warnings=())
    validate(to_dict(empty, ledger=True))


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("extra", 1),
        ("published", "2 December 2024"),
        ("warnings", ["No code here"]),
        ("stats", {"lines_in": 1}),
        ("dateline", {"location": "Lundholm"}),
        ("evidence", {"mood": {"raw": "x", "line": 1, "rule": "x", "why": "x"}}),
    ],
)
def test_the_schema_refuses_what_the_contract_does_not_know(document: Document, name: str, value: Any) -> None:
    """A schema that lets anything pass would promise nothing."""
    with pytest.raises(ValidationError):
        validate(to_dict(document) | {name: value})


def test_evidence_stands_in_the_contracts_order_with_the_raw_words(document: Document) -> None:
    """The language comes before the title, though the title was found first."""
    evidence = to_dict(document)["evidence"]
    assert list(evidence) == ["language", "title", "credits"]
    assert evidence["title"] == {
        "raw": "Ferry returns to Lundholm",
        "line": 3,
        "rule": "title/headline",
        "why": "it opens the page",
    }


def test_a_field_read_from_two_lines_keeps_the_words_of_both(document: Document) -> None:
    """Credits often stand on several lines; the first one's place and rule are told."""
    assert to_dict(document)["evidence"]["credits"] == {
        "raw": "Editing by Ann Lee\n(With agencies.)",
        "line": 9,
        "rule": "credit/line",
        "why": "'Editing by' opens it; it names agencies",
    }


def test_credits_have_every_list_though_nobody_is_named(document: Document) -> None:
    """Pipelines read `credits` without asking first which of its lists are there."""
    assert to_dict(document)["credits"] == {
        "agencies": [],
        "reporters": [],
        "writers": [],
        "editors": ["Ann Lee"],
        "contributors": [],
        "photographers": [],
        "generic_agencies": True,
    }


def test_source_and_dateline_have_their_single_names_always(document: Document) -> None:
    """Whoever reads `source.url` need not ask first whether it is there."""
    record = to_dict(document)
    assert record["source"] == {"name": "Island News", "domain": "news.example", "url": None}
    assert record["dateline"] == {"location": "Lundholm", "date": "--12-02", "agency": "Island Wire"}


def test_several_places_of_a_dateline_are_listed(story: Callable[..., Document]) -> None:
    """`locations` appears only when there are several."""
    places = ("Beirut", "The Hague")
    record = to_dict(story(dateline={"location": "Beirut/The Hague", "locations": places}))
    assert record["dateline"]["locations"] == ["Beirut", "The Hague"]
    validate(record)


def test_json_keeps_other_scripts_readable_and_ends_with_a_newline(story: Callable[..., Document]) -> None:
    """`\\u5317\\u4eac` is no way to read 北京."""
    written = to_json(story(("paragraph", "北京")))
    assert "北京" in written
    assert written.endswith("}\n")


def test_a_jsonl_record_is_one_line_for_every_reader(story: Callable[..., Document]) -> None:
    """`str.splitlines` also ends lines at U+0085, U+2028 and U+2029."""
    document = story(("paragraph", "one\u2028two\x85three\u2029four\nfive"))
    written = to_jsonl(document)
    assert len(written.splitlines()) == 1
    assert json.loads(written) == to_dict(document)


def test_any_record_can_be_written_as_utf_8(document: Document) -> None:
    """A lone surrogate of a caller's id is an escape, and reads back as what it was."""
    odd = replace(document, id="a\ud800")
    for text in (to_json(odd), to_jsonl(odd)):
        assert json.loads(text.encode("utf-8"))["id"] == "a\ud800"
