"""Flatteners print a page as the tools do that they are modelled on."""

from __future__ import annotations

import pytest

from benchmarks.flatten import FORMS, flatten, flattened
from benchmarks.suites import Item, Suite

SENTENCE = (
    "The council of Aldermoor voted on Tuesday evening to keep its last public bath open until the end of the year."
)
PAGE = f"""<html><head><title>Bath</title><style>p {{}}</style></head><body>
<ul><li><a href="/">Home</a></li><li><a href="/news">News</a></li></ul>
<h1>Council keeps the bath</h1>
<p>{SENTENCE} It was <b>close</b>, said <a href="/lh">Ludmila Harkness</a>.</p>
<table><tr><th>Year</th><th>Swimmers</th></tr><tr><td>2023</td><td>61,000</td></tr></table>
<button>Subscribe</button><script>track()</script></body></html>""".encode()


@pytest.mark.parametrize("form", FORMS)
def test_every_form_prints_all_that_a_reader_sees_and_no_script(form: str) -> None:
    """Words stand in the order of the page, whatever stands between them."""
    words = " ".join(flatten(PAGE, form).split())
    assert "track" not in words
    places = [words.index(word) for word in ("Home", "News", "keeps", "Aldermoor", "Harkness", "61,000", "Subscribe")]
    assert places == sorted(places)


@pytest.mark.parametrize("form", FORMS)
def test_the_same_page_gives_the_same_text(form: str) -> None:
    """A form is a pure function."""
    assert flatten(PAGE, form) == flatten(PAGE, form)


@pytest.mark.parametrize(("form", "line"), [
    ("lynx", "     * [1]Home"),
    ("lynx", "   1. /"),
    ("lynx_nolist", "     * Home"),
    ("links", "   Year Swimmers"),
    ("bars", "Home | News"),
    ("spaces", "Home News"),
    ("nodes", "close"),
    ("dense", "Home"),
    ("markdown", "# Council keeps the bath"),
    ("markdown", "* [Home](/)"),
    ("markdown", "| 2023 | 61,000 |"),
])  # fmt: skip
def test_a_form_prints_its_own_kind_of_line(form: str, line: str) -> None:
    """What makes the tool known by its output."""
    assert line in flatten(PAGE, form).split("\n")


@pytest.mark.parametrize(("form", "width"), [("lynx", 79), ("w3m", 80), ("links", 77), ("wrapped", 72)])
def test_wrapping_forms_keep_their_width(form: str, width: int) -> None:
    """Their lines end at the column at which the tool breaks them, and one comes near it."""
    lengths = [len(line) for line in flatten(PAGE, form).split("\n")]
    assert width - 12 <= max(lengths) <= width


def test_a_chinese_line_is_wrapped_by_columns() -> None:
    """A character of two columns counts twice."""
    page = f"<html><body><p>{'市议会决定保留旧游泳池。' * 10}</p></body></html>".encode()
    assert max(map(len, flatten(page, "w3m").split("\n"))) == 40


def test_everything_in_one_line_is_one_line() -> None:
    """No line end is left."""
    assert "\n" not in flatten(PAGE, "one_line")


def test_a_suite_of_pages_becomes_one_of_texts() -> None:
    """Ids and gold stay."""
    pages = Suite("made", "bodies", "html", (Item("a", PAGE.decode(), {"text": SENTENCE}),))
    texts = flattened(pages, "dense")
    assert (texts.name, texts.form) == ("made.dense", "flat")
    assert texts.items[0].source == flatten(PAGE, "dense")
    assert texts.items[0].gold == pages.items[0].gold
