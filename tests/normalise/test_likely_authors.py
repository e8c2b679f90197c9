"""Who signed flattened text: the likeliest line, or nobody."""

from __future__ import annotations

import json
from importlib import resources

import pytest

import cleaner
from cleaner.normalise.author_signs import NAMES, NONE
from cleaner.normalise.likely_authors import author_weights

TITLE = "Marlow opens its new harbour bridge after ten years of work"
STORY = """The mayor cut the ribbon on Monday morning before a crowd of several thousand people who had come at dawn.

Engineers said that the bridge, the longest in the region, had cost far less than the council had once feared.

Buses will cross it every ten minutes from next week, and the old ferry will make its last journey in January."""


def authors(*above: str, below: str = "") -> list[str]:
    """The authors of a page with these lines between headline and story, and these after it."""
    text = "\n".join([TITLE, *above]) + f"\n{STORY}\n{below}"
    return list(cleaner.clean(text, kind="text").to_dict()["authors"])


@pytest.mark.parametrize(
    "lines",
    [
        ["By Ann Lee", "2 December 2024"],
        ["Ann Lee", "2 December 2024"],
        ["by", "Ann Lee", "2 December 2024"],
        ["Ann Lee", "Senior Reporter", "2 December 2024"],
        ["Author of the article:", "Ann Lee", "Published Dec 2, 2024"],
        ["2 December 2024", "Ann Lee"],
    ],
)
def test_a_name_between_headline_and_story_signs_it(lines: list[str]) -> None:
    """With a label, a job or a date beside it, on one line or over several."""
    assert authors(*lines) == ["Ann Lee"]


def test_names_below_each_other_sign_together() -> None:
    """One a line, with their jobs between."""
    lines = ["Ann Lee", "Senior Reporter", "Ewan Kirkbride", "Political Editor", "2 December 2024"]
    assert authors(*lines) == ["Ann Lee", "Ewan Kirkbride"]


@pytest.mark.parametrize(
    "lines",
    [
        ["Our Blogs", "2 December 2024"],
        ["Web Design", "2 December 2024"],
        ["Join the Newsletter", "2 December 2024"],
        ["Read More", "2 December 2024"],
        ["Latest News", "2 December 2024"],
        ["2 December 2024"],
    ],
)
def test_words_with_the_shape_of_a_name_sign_nothing(lines: list[str]) -> None:
    """Rubrics, buttons and headings of lists are no persons."""
    assert authors(*lines) == []


def test_a_name_over_a_photo_credit_that_the_story_speaks_of_is_whom_the_picture_shows() -> None:
    """The line below the credit signs."""
    story = STORY.replace("The mayor", "Mayor Marta Solberg").replace("Buses", "Buses, Solberg said,")
    text = f"{TITLE}\nMarta Solberg\nPhoto: Reuters/Bo Day\nAnn Lee\n2 December 2024\n{story}"
    assert cleaner.clean(text, kind="text").to_dict()["authors"] == ["Ann Lee"]


def test_a_byline_in_a_list_below_the_story_signs_nothing() -> None:
    """Another story's author, under the heading of a list."""
    assert authors("2 December 2024", below="TRENDING\nFerry makes last journey\nBy Someone Else\n2 hours ago") == []


def test_the_evidence_says_which_signs_spoke_for_the_line() -> None:
    """A learned choice is told by what moved it."""
    document = cleaner.clean(f"{TITLE}\nBy Ann Lee\n2 December 2024\n{STORY}", kind="text").to_dict()
    why = document["evidence"]["authors"]["why"]
    assert why.startswith("of the lines near headline and story the likeliest to sign names persons; for it speak: ")
    assert "label" in why


def test_the_weights_that_ship_are_about_signs_that_are_read() -> None:
    """A name that no sign has would be a weight that nothing consumes."""
    data = (resources.files("cleaner.normalise") / "author_weights.json").read_text(encoding="utf-8")
    assert set(json.loads(data)) <= {*NAMES, *NONE}


def test_a_label_speaks_for_a_line_and_a_word_of_furniture_against_it() -> None:
    """The shipped weights agree with any reader."""
    weights = dict(zip(NAMES, author_weights().lines, strict=True))
    assert weights["label"] > 1
    assert weights["a word of furniture"] < -1
