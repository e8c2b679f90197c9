"""The measures over labelled lines of flattened text."""

from __future__ import annotations

from typing import Any

import pytest

from benchmarks.line_metrics import score_lines, tally
from benchmarks.suites import Item

LINES = [
    ("nav", "Home News Sport Weather"),
    ("title", "Ferry returns to Port Arvel"),
    ("caption", "The old pier, photographed in spring"),
    ("body", "The ferry to Port Arvel sails again after two winters."),
    ("trending", "Five bakers who never sleep"),
]


def item(lines: list[tuple[str, str]] = LINES, **meta: Any) -> Item:
    """A flattened text of labelled lines."""
    text = "\n".join(line for _, line in lines)
    labels = [{"n": n, "label": label} for n, (label, _) in enumerate(lines)]
    return Item("a", text, {"text": text, "lines": labels, "meta": meta})


def scores_of(prediction: dict[str, Any], **meta: Any) -> dict[str, dict[str, float]]:
    """The groups of measures of the one text."""
    return score_lines([item(**meta)], {"a": prediction})


def test_the_story_kept_and_the_junk_gone_score_one() -> None:
    """The title may stand in its field; a caption may stay or go."""
    scores = scores_of({"title": LINES[1][1], "text": LINES[3][1]})
    assert scores["all"] == {"docs": 1, "kept": 1.0, "removed": 1.0, "f1": 1.0}


def test_keeping_everything_removes_nothing() -> None:
    """Each junk line that stayed is counted under its label."""
    scores = scores_of({"text": "\n".join(line for _, line in LINES)})
    assert (scores["all"]["kept"], scores["all"]["removed"]) == (1.0, 0.0)
    assert scores["left nav"] == scores["left trending"] == {"lines": 1}


def test_rejoining_wrapped_lines_does_no_harm() -> None:
    """Trigrams inside a line are found wherever its line breaks went."""
    wrapped = [("body", "The ferry to Port Arvel"), ("body", "sails again after two winters.")]
    assert tally(item(wrapped), {"text": "The ferry to Port Arvel sails again after two winters."}).value == 1.0


def test_a_line_that_half_stayed_counts_by_its_trigrams() -> None:
    """Two of four trigrams are half of the line."""
    assert tally(item([("body", "a b c d e f")]), {"text": "a b c d"}).value == pytest.approx(0.5)


def test_characters_stand_for_words_in_scripts_without_spaces() -> None:
    """Half a Chinese line is not the whole line, nor nothing."""
    kept = tally(item([("body", "渡轮今日重新启航")]), {"text": "渡轮今日"})
    assert 0 < kept.value < 1


def test_short_junk_and_mixed_lines_are_not_scored() -> None:
    """A menu of one word may stand in the story by chance."""
    short = item([("nav", "News"), ("body", "a b c d")])
    assert tally(short, {"text": "News a b c d"}).junk == 0
    mixed = Item("a", "x y z w", {"text": "x y z w", "lines": [{"n": 0, "label": "body", "mixed": True}]})
    assert tally(mixed, {}).story == 0


@pytest.mark.parametrize(
    ("field", "want", "have", "verdict"),
    [
        ("title", "Ferry returns", "FERRY  returns", "right"),
        ("published", "2024-03-02", "2024-03-02T09:00:00", "right"),
        ("published", "2024-03-02", "2024-02-03", "wrong"),
        ("source", "Arvel Courier", {"name": "Arvel Courier", "domain": None}, "right"),
        ("authors", ["Ida Holm", "Per Lund"], ["Per Lund", "Ida Holm"], "right"),
        ("authors", ["Ida Holm"], [], "none"),
        ("title", "Ferry returns", None, "none"),
    ],
)
def test_fields_are_compared_by_their_words(field: str, want: Any, have: Any, verdict: str) -> None:
    """Case, spacing and the order of names are free; a day may carry its time."""
    counts = scores_of({field: have}, **{field: want})[f"field {field}"]
    assert counts == {"right": 0, "wrong": 0, "none": 0} | {verdict: 1}
