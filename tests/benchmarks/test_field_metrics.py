"""How titles, authors and days of whole pages are compared with their gold."""

from __future__ import annotations

from datetime import date

import pytest

from benchmarks import fields
from benchmarks.suites import Item, Suite


def test_titles_are_equal_but_for_case_spaces_and_typography() -> None:
    """A curly quote is no error, a missing word is."""
    gold = {"title": "Marlow’s  new bridge"}
    assert fields.title_is_right(gold, {"title": "Marlow's New bridge"})
    assert not fields.title_is_right(gold, {"title": "Marlow's bridge"})
    assert not fields.title_is_right(gold, {})


@pytest.mark.parametrize(
    ("joined", "names"),
    [
        ("Ann Lee, MD, and Bo Day", ["Ann Lee", "Bo Day"]),
        ("Dr. Ann Lee (Quay Desk)", ["Ann Lee"]),
        ("Ann Lee, Shipping Expert", ["Ann Lee"]),
        ("", []),
    ],
)
def test_one_string_of_authors_is_cut_into_names(joined: str, names: list[str]) -> None:
    """Degrees, titles, jobs and brackets are no names."""
    assert fields.cut(joined) == names


def test_authors_are_compared_as_sets() -> None:
    """In any order; all of them."""
    gold = {"authors": ["Ann Lee", "BO DAY"]}
    assert fields.authors_are_right(gold, {"authors": ["Bo Day", "Ann Lee"]})
    assert not fields.authors_are_right(gold, {"authors": ["Ann Lee"]})


def test_an_organisation_of_gold_may_stand_in_desk_or_credits() -> None:
    """It still has to be stated, and a person that gold lacks is wrong."""
    gold = {"authors": ["Ann Lee", "The Associated Press"]}
    assert fields.signers_are_right(gold, {"authors": ["Ann Lee"], "credits": {"agencies": ["AP"]}})
    assert not fields.signers_are_right(gold, {"authors": ["Ann Lee"]})
    assert not fields.signers_are_right(gold, {"authors": ["Ann Lee", "Bo Day"], "credits": {"agencies": ["AP"]}})
    assert fields.signers_are_right({"author": "Marlow Team"}, {"desk": "Marlow Team"})


def test_gold_without_a_whole_day_does_not_count() -> None:
    """`nan` and a month are no days."""
    assert fields.gold_day({"published": "2024-05-12 08:00:00+00:00"}) == date(2024, 5, 12)
    assert fields.gold_day({"published": "nan"}) is None
    assert fields.gold_day({"published": "2015-11"}) is None


@pytest.mark.parametrize("printed", ["May 12th, 2024", "12 May 2024", "12.05.2024", "2024-5-12", "5/12/2024"])
def test_a_text_states_a_day_in_any_form(printed: str) -> None:
    """Of flattened text only such pages are measured."""
    assert fields.states(f"The bridge opened.\nPosted {printed} by Ann Lee", date(2024, 5, 12))
    assert not fields.states(f"Posted {printed} by Ann Lee", date(2024, 5, 1))


def test_figures_of_a_set_are_printed_for_the_toolkit() -> None:
    """One line a field that gold has, over the articles of the set."""
    text = "Marlow opens bridge\nBy Ann Lee\nMay 12, 2024\nThe mayor cut the ribbon before a crowd of thousands."
    gold = {"title": "Marlow opens bridge", "authors": ["Ann Lee"], "published": "2024-05-12", "page_type": "article"}
    other = {"title": "Shop", "page_type": "product"}
    suite = Suite("made", "bodies", "flat", (Item("1", text, gold), Item("2", "Shop", other)))
    lines = fields.measure(suite).splitlines()
    assert lines[0].split() == ["made", "fields", "flat", "1", "pages"]
    assert [line.split()[:2] for line in lines[1:]] == [
        ["title", "cleaner"], ["authors", "cleaner"], ["signers", "cleaner"], ["day", "cleaner"],
    ]  # fmt: skip
