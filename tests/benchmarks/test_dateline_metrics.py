"""The measures over datelines, bylines, dates, credits and sources."""

from __future__ import annotations

from typing import Any

import pytest

from benchmarks.dateline_metrics import is_right, score_datelines
from benchmarks.suites import Item


def line(expect: dict[str, Any] | None, kind: str = "dateline", tags: tuple[str, ...] = ()) -> Item:
    """A line with its gold."""
    return Item("a", "", {"kind": kind, "expect": expect, "tags": list(tags)})


def right(gold: dict[str, Any] | None, have: dict[str, Any] | None, kind: str = "dateline") -> bool:
    """Whether a prediction is right."""
    return is_right(line(gold, kind), {"expect": have})


def test_a_line_is_right_when_all_its_core_fields_are() -> None:
    """Case is free, and what is no core field is not asked for."""
    gold = {"location": "Port Arvel", "agency": "Reuters", "rest_starts_with": "The ferry"}
    assert right(gold, {"location": "PORT ARVEL", "agency": "Reuters"})
    assert not right(gold, {"location": "Port Arvel"})


def test_a_field_that_gold_lacks_must_be_empty() -> None:
    """An invented date makes the line wrong; an empty one does not."""
    assert not right({"location": "Arvel"}, {"location": "Arvel", "date": "--12-02"})
    assert right({"location": "Arvel"}, {"location": "Arvel", "date": None, "authors": []})


def test_a_look_alike_is_right_when_nothing_is_read() -> None:
    """None and an empty value are both nothing."""
    assert right(None, None)
    assert right(None, {})
    assert not right(None, {"location": "Arvel"})


def test_nothing_read_from_a_real_line_is_wrong() -> None:
    """Even gold without core fields asks for a value."""
    assert not right({"initials": ["mb"]}, None, kind="byline")


@pytest.mark.parametrize(
    ("gold", "have", "kind"),
    [
        ({"published": "2024-07-01T10:00:00-05:00", "alt": {"published": "2024-07-01T10:00:00-04:00"}},
         {"published": "2024-07-01T10:00:00-04:00"}, "dates"),
        ({"location": "Соfia", "location_alt": "Sofia"}, {"location": "Sofia"}, "dateline"),
        ({"authors": ["Ida Holm"], "outlet": "Arvel Courier"},
         {"authors": ["Ida Holm"], "desk": "Arvel Courier"}, "byline"),
    ],
)  # fmt: skip
def test_the_other_readings_that_gold_allows_count(gold: dict[str, Any], have: dict[str, Any], kind: str) -> None:
    """`alt`, a repaired spelling, and an outlet read as a desk."""
    assert right(gold, have, kind)


def test_names_may_come_in_any_order() -> None:
    """Lists are compared as sets with counts."""
    assert right({"authors": ["Ida Holm", "Per Lund"]}, {"authors": ["per lund", "Ida Holm"]}, kind="byline")


def test_lines_that_need_their_page_are_left_out() -> None:
    """What the line alone cannot tell is not scored; the groups count positives and look-alikes apart."""
    items = [
        Item("a", "", line({"location": "Arvel"}).gold),
        Item("b", "", line(None).gold),
        Item("c", "", line({"location": "Arvel"}, tags=("needs-context",)).gold),
    ]
    groups = score_datelines(items, {"a": {"expect": {"location": "Arvel"}}, "b": {"expect": {"location": "By"}}})
    assert groups["all"] == {"items": 2, "right": 1, "share": 0.5}
    assert groups["dateline"] == {"positives": 1, "positives_right": 1, "negatives": 1, "negatives_right": 0}
    assert groups["dateline.location"] == {"items": 1, "right": 1}
