"""Smoothing along the page: the best sequence of story and furniture (Viterbi 1967, two states)."""

from __future__ import annotations

from collections.abc import Sequence


def smooth(scores: Sequence[float], change: float) -> list[bool]:
    """Whether each block is story in the likeliest sequence.

    scores: log-odds a block; change: cost, in log-odds, of each change between the two states.
    """
    if not scores:
        return []
    story, other = scores[0], 0.0
    came_from: list[tuple[bool, bool]] = []
    for score in scores[1:]:
        stays = story >= other - change
        leaves = story - change > other
        came_from.append((stays, leaves))
        story, other = (story if stays else other - change) + score, story - change if leaves else other
    state = story > other
    states = [state]
    for stays, leaves in reversed(came_from):
        state = stays if state else leaves
        states.append(state)
    states.reverse()
    return states
