"""`clean_many` takes pages in any form and gives one outcome each, in order."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

import cleaner

STORY = (
    "Ferry returns\n\nThe ferry to Lundholm sailed again on Monday morning, nine days after the storm. It was full.\n"
)


def test_every_form_of_item_is_cleaned_under_its_id(tmp_path: Path) -> None:
    """Text, bytes, a file, a pair, a record."""
    path = tmp_path / "ferry.txt"
    path.write_text(STORY)
    items: list[Any] = [
        STORY,
        STORY.encode(),
        path,
        ("pair", STORY),
        {"id": 9, "text": STORY, "url": "https://x.example"},
    ]
    outcomes = list(cleaner.clean_many(items))
    assert [outcome.id for outcome in outcomes] == [None, None, "ferry", "pair", "9"]
    texts = {outcome.document.text for outcome in outcomes if outcome.document}
    assert len(texts) == 1
    assert outcomes[4].document is not None
    assert outcomes[4].document.url == "https://x.example"


def test_what_cannot_be_cleaned_is_an_error_in_its_place(tmp_path: Path) -> None:
    """Nothing that a page holds raises."""
    items: list[Any] = [tmp_path / "gone.txt", 7, {"n": 1}, b"%PDF-1.4\n\x00\x01", STORY]
    outcomes = list(cleaner.clean_many(items))
    assert [outcome.error.stage if outcome.error else None for outcome in outcomes] == [*["read"] * 4, None]
    assert outcomes[0].id == "gone"
    assert all((outcome.document is None) != (outcome.error is None) for outcome in outcomes)


def test_processes_give_the_documents_that_one_gives() -> None:
    """A document travels between processes whole, verdicts and all."""
    items = [("a", STORY), ("b", f"<html><body><h1>Ferry</h1><p>{STORY}</p></body></html>")]
    here = list(cleaner.clean_many(items))
    there = list(cleaner.clean_many(items, jobs=2, timeout=60))
    assert here == there


def test_options_hold_for_every_page() -> None:
    """A limit is told as a limit."""
    (outcome,) = cleaner.clean_many([STORY], options=cleaner.Options(max_bytes=10))
    assert outcome.error is not None
    assert outcome.error.stage == "limit"


def test_unusable_numbers_raise_at_the_call() -> None:
    """Not when the first outcome is asked for."""
    with pytest.raises(cleaner.ConfigError, match="jobs is 0"):
        cleaner.clean_many([], jobs=0)


@pytest.mark.parametrize("items", [STORY, STORY.encode(), Path("ferry.txt"), {"text": STORY}])
def test_a_single_page_is_not_taken_for_many(items: Any) -> None:
    """A string is an iterable too, of pages of one letter."""
    with pytest.raises(cleaner.ConfigError, match=r"give an iterable of pages, such as \[page\]"):
        cleaner.clean_many(items)


@pytest.mark.parametrize("limits", [{"jobs": 1.5}, {"jobs": "2"}, {"timeout": "10"}, {"timeout": float("nan")}])
def test_unusable_limits_are_refused_at_the_call(limits: dict[str, Any]) -> None:
    """Not somewhere inside a pool."""
    with pytest.raises(cleaner.ConfigError):
        cleaner.clean_many([STORY], **limits)


def test_a_pair_without_an_id_has_none() -> None:
    """And is not called `None`."""
    (outcome,) = cleaner.clean_many([(None, STORY)])  # type: ignore[list-item]  # what callers do all the same
    assert outcome.id is None
