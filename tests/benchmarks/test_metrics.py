"""The measures over whole texts."""

from __future__ import annotations

from typing import Any

import pytest

from benchmarks import metrics
from benchmarks.suites import Item


def page(key: str, **gold: Any) -> Item:
    """An item whose input does not matter."""
    return Item(key, "", gold)


def test_a_perfect_prediction_scores_one() -> None:
    """Gold against itself gives 1 everywhere."""
    item = page("a", text="The ferry left Port Arvel at dawn.")
    scores = metrics.score_bodies([item], {"a": {"text": item.gold["text"]}})
    assert scores == {"pages": 1, "f1": 1.0, "precision": 1.0, "recall": 1.0, "bow": 1.0}


def test_shingles_count_runs_of_four_words() -> None:
    """Two of five predicted runs stand in gold, which has two."""
    scores = metrics.shingle_scores([("a b c d e", "a b c d e f g h")])
    assert scores["precision"] == pytest.approx(2 / 5)
    assert scores["recall"] == 1.0
    assert scores["f1"] == pytest.approx(4 / 7)


def test_a_text_of_fewer_than_four_words_is_one_shingle() -> None:
    """Short texts are compared whole."""
    assert metrics.shingles("Rain, later") == {("Rain", "later"): 1}
    assert not metrics.shingles(" … ")


def test_a_repeated_shingle_counts_as_often_as_gold_has_it() -> None:
    """Printing a sentence twice costs precision."""
    assert metrics.shingle_scores([("a b c d", "a b c d x a b c d")])["precision"] == pytest.approx(1 / 6)


def test_an_empty_prediction_costs_recall_and_says_nothing_of_precision() -> None:
    """The average of precision is over pages that were answered."""
    scores = metrics.shingle_scores([("a b c d", "a b c d"), ("e f g h", "")])
    assert (scores["precision"], scores["recall"]) == (1.0, 0.5)


def test_bag_of_words_ignores_case_and_order() -> None:
    """The same words in any order are the same bag."""
    assert metrics.bag_of_words("Snow fell on Arvel", "arvel on fell SNOW") == 1.0
    assert metrics.bag_of_words("snow fell", "snow") == pytest.approx(2 / 3)


@pytest.mark.parametrize(("predicted", "value"), [("", 1.0), ("Menu", 0.0)])
def test_nothing_is_right_where_gold_is_empty(predicted: str, value: float) -> None:
    """A page without a story asks for an empty answer."""
    assert metrics.bag_of_words("", predicted) == value


def test_the_standfirst_is_scored_once() -> None:
    """A summary goes before the story, but not where the story repeats it."""
    assert metrics.body({"summary": "A short dek.", "text": "The story."}) == "A short dek.\n\nThe story."
    assert metrics.body({"summary": "A  short DEK.", "text": "A short dek. The story."}) == "A short dek. The story."
    assert metrics.body({"summary": None, "text": None}) == ""


def test_snippets_are_found_whatever_their_case_and_spacing() -> None:
    """One of two wanted snippets is there, one of two unwanted ones is absent."""
    item = page("a", **{"with": ["The  mayor", "the council"], "without": ["Subscribe", "Share"]})
    scores = metrics.score_snippets([item], {"a": {"text": "the mayor spoke.\nSHARE"}})
    assert scores == {"pages": 1, "with": 0.5, "without": 0.5}


def test_only_the_day_of_a_date_is_compared() -> None:
    """A time after the day does no harm; no date is not a wrong date."""
    items = [page(key, published="2024-03-02") for key in "abc"]
    predictions = {"a": {"published": "2024-03-02T10:00:00"}, "b": {"published": "2024-02-03"}, "c": {}}
    scores = metrics.score_dates(items, predictions)
    assert (scores["right"], scores["wrong"], scores["none"]) == (1, 1, 1)
    assert scores["precision"] == 0.5
    assert scores["recall"] == pytest.approx(1 / 3)


def test_the_worst_pages_are_told_by_what_their_gold_has() -> None:
    """A page's own value is that of its text, its day or its snippets."""
    assert metrics.page_value(page("a", text="snow"), {"text": "snow"}) == 1.0
    assert metrics.page_value(page("a", published="2024-03-02"), {"published": "2024-03-02"}) == 1.0
    assert metrics.page_value(page("a", **{"with": ["snow"], "without": ["Menu"]}), {"text": "Menu"}) == 0.0
