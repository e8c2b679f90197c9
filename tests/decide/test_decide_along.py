"""Helpers along the page: neighbours, windows, distances."""

from __future__ import annotations

import numpy as np

from cleaner.decide.along import FAR, OUTSIDE, means_around, shifted, since, until


def test_a_neighbours_value_is_that_of_the_block_so_many_places_away() -> None:
    """Beyond the page's edges stands the value for nothing."""
    values = np.array([1.0, 2.0, 3.0])
    assert shifted(values, 1).tolist() == [2, 3, OUTSIDE]
    assert shifted(values, -2).tolist() == [OUTSIDE, OUTSIDE, 1]
    assert shifted(values, 3).tolist() == [OUTSIDE] * 3


def test_means_leave_out_the_block_itself() -> None:
    """Above, then below, of each width; 0 where nothing stands there."""
    above, below = means_around(np.array([2.0, 4.0, 6.0]), (2,))
    assert above.tolist() == [0, 2, 3]
    assert below.tolist() == [5, 6, 0]


def test_distances_count_from_the_nearest_flagged_block_but_never_the_block_itself() -> None:
    """Where there is none, it is far."""
    flags = np.array([False, True, False, True, False])
    assert since(flags).tolist() == [FAR, FAR, 1, 2, 1]
    assert until(flags).tolist() == [1, 2, 1, FAR, FAR]
