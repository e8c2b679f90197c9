"""How the signs of a headline are weighed."""

from __future__ import annotations

import json
from importlib import resources

import pytest

from cleaner.segment.headline_signs import NAMES, NONE, Candidate
from cleaner.segment.headline_weights import headline_weights
from cleaner.segment.logit import Logit

WEIGHTS = Logit.from_mapping({"h1": 2.0, "list item": -1.0, "none": 1.0}, NAMES, NONE)
NOTHING = (1.0, *(0.0 for _ in NONE[1:]))


def line(index: int, *names: str) -> Candidate:
    """A candidate that has these signs."""
    return Candidate(index, tuple(float(name in names) for name in NAMES))


def test_the_line_worth_most_is_chosen() -> None:
    """The sum of its signs' weights is what it is worth."""
    lines = [line(3, "h1", "list item"), line(7, "h1")]
    assert WEIGHTS.choose(lines, NOTHING) is lines[1]


def test_the_first_of_equals_is_chosen() -> None:
    """A page that prints its headline twice has it above first."""
    lines = [line(3, "h1"), line(7, "h1")]
    assert WEIGHTS.choose(lines, NOTHING) is lines[0]


def test_no_line_is_chosen_that_is_worth_no_more_than_none() -> None:
    """Nothing is made a headline because there has to be one."""
    assert WEIGHTS.choose([line(3, "list item")], NOTHING) is None
    assert WEIGHTS.choose([], NOTHING) is None


@pytest.mark.parametrize("kind", ["text", "html"])
def test_the_weights_that_ship_are_about_signs_that_are_read(kind: str) -> None:
    """A name that no sign has would be a weight that nothing consumes."""
    data = (resources.files("cleaner.segment") / "headline_weights.json").read_text(encoding="utf-8")
    assert set(json.loads(data)[kind]) <= {*NAMES, *NONE}


def test_a_full_stop_speaks_against_a_headline_on_any_page() -> None:
    """The shipped weights agree with every style book."""
    at = NAMES.index("ends in full stop")
    assert headline_weights("text").lines[at] < -1
    assert headline_weights("html").lines[at] < -1
