"""Our own flatteners: every form prints the story, each in its own manner."""

from __future__ import annotations

import re

import pytest

from benchmarks.flatten import FORMS, flatten

PAGE = b"""<!doctype html><html><head><title>Bath</title><style>p {color: red}</style></head><body>
<ul><li><a href="/">Home</a></li><li><a href="/news">News</a></li><li><a href="/sport">Sport</a></li></ul>
<h1>Aldermoor keeps its bath</h1>
<p>The council of <b>Aldermoor</b> voted on <a href="/tuesday">Tuesday</a> to keep its last public bath open until
the end of the winter.</p><p>It will not be cheap.</p><button>Search</button>
<script>var hidden = 1;</script></body></html>"""


@pytest.mark.parametrize("form", FORMS)
def test_every_form_prints_the_words_of_the_page_in_order(form: str) -> None:
    """Scripts and styles are not printed; link numbers and addresses may stand between."""
    printed = flatten(PAGE, form)
    words = re.findall(r"[A-Za-z]+", printed)
    story = [
        "Aldermoor",
        "keeps",
        "its",
        "bath",
        "The",
        "council",
        "of",
        "Aldermoor",
        "voted",
        "on",
        "Tuesday",
        "to",
        "keep",
        "its",
        "last",
        "public",
        "bath",
    ]
    places = iter(words)
    assert all(word in places for word in story)
    assert "hidden" not in words
    assert "color" not in words


def test_the_forms_differ() -> None:
    """Sixteen forms, no two alike on a page with a list, a link, bold words and a button."""
    assert len({flatten(PAGE, form) for form in FORMS}) == len(FORMS)


@pytest.mark.parametrize(("form", "sign"), [
    ("lynx", "[1]"), ("bars", "Home | News | Sport"), ("tabs", "Home\tNews"), ("markdown", "# Aldermoor"),
])  # fmt: skip
def test_a_form_has_the_marks_of_its_tool(form: str, sign: str) -> None:
    """What makes pages of this form hard to read."""
    assert sign in flatten(PAGE, form)


def test_a_page_in_one_line_has_no_line_break() -> None:
    """Not even one."""
    assert "\n" not in flatten(PAGE, "one_line")


def test_a_form_that_does_not_exist_is_refused() -> None:
    """By its name."""
    with pytest.raises(KeyError, match="teletext"):
        flatten(PAGE, "teletext")
