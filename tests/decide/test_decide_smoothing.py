"""The smoothed sequence is the best there is."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise, product

from hypothesis import given, settings
from hypothesis import strategies as st

from cleaner.decide.smoothing import smooth

# Whole numbers add up exactly, so that the best value can be compared without a margin.
SCORES = st.lists(st.integers(-6, 6), max_size=9)
CHANGES = st.integers(0, 8)


def value(states: Sequence[bool], scores: Sequence[float], change: float) -> float:
    """What a sequence is worth: the scores of its story blocks less the cost of its changes."""
    gained = sum(score for score, state in zip(scores, states, strict=True) if state)
    return gained - change * sum(before != after for before, after in pairwise(states))


@settings(max_examples=400)  # each takes well under a millisecond
@given(scores=SCORES, change=CHANGES)
def test_no_other_sequence_is_worth_more(scores: list[int], change: int) -> None:
    """Compared with every sequence of the same length."""
    states = smooth(scores, change)
    best = max(value(other, scores, change) for other in product((False, True), repeat=len(scores)))
    assert len(states) == len(scores)
    assert value(states, scores, change) == best


@given(scores=SCORES)
def test_where_a_change_costs_nothing_every_block_stands_for_itself(scores: list[int]) -> None:
    """A block is story where its own log-odds are above 0."""
    assert smooth([score + 0.5 for score in scores], 0) == [score >= 0 for score in scores]


def test_a_weak_line_amid_story_is_kept_and_a_strong_one_is_not() -> None:
    """Its neighbours outweigh a doubt, not a certainty."""
    assert smooth([3, 3, -1, 3, 3], 1) == [True] * 5
    assert smooth([3, 3, -4, 3, 3], 1) == [True, True, False, True, True]


def test_a_weak_line_amid_furniture_goes() -> None:
    """The same holds the other way round."""
    assert smooth([-3, -3, 1, -3, -3], 1) == [False] * 5


def test_a_page_that_is_all_of_one_kind_is_left_so() -> None:
    """And no page at all is no states."""
    assert smooth([2, 1, 3], 5) == [True] * 3
    assert smooth([-2, -1, -3], 5) == [False] * 3
    assert smooth([], 1) == []
