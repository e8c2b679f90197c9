"""Sentences that a flattener cut at inline tags are whole again."""

from __future__ import annotations

import pytest
from bs4 import BeautifulSoup

from cleaner.readers import read
from cleaner.segment import segment

MARKUP = """
<div class="nav"><a>Home</a><a>News</a><a>Sport</a><a>Weather</a></div>
<h1>Council keeps the last public bath open</h1>
<p>On Tuesday evening the council of the small town of <a>Aldermoor</a> voted to keep its <em>last</em> public bath.</p>
<p>A survey of the building, commissioned by <a>Ludmila Harkness</a>, found long cracks in the roof.</p>
<p>Before the vote the mayor had told the <b>Aldermoor Post</b> that she would be the first to dive in again.</p>
<p>Opponents had asked for the money to go to the road along the river.</p>
<div class="share"><a>Facebook</a><a>Twitter</a></div>
"""


def texts(page: str) -> list[str]:
    """The texts of the page's blocks."""
    return [block.text for block in segment(read(page, kind="text"))]


@pytest.fixture
def cut() -> str:
    """The page as `get_text` prints it: every inline tag on a line of its own."""
    return BeautifulSoup(MARKUP, "lxml").get_text("\n", strip=True)


def test_sentences_cut_at_their_links_are_rejoined(cut: str) -> None:
    """The words of a link go back into the sentence that they were taken from."""
    found = texts(cut)
    assert "On Tuesday evening the council of the small town of Aldermoor voted to keep its last public bath." in found
    assert (
        "Before the vote the mayor had told the Aldermoor Post that she would be the first to dive in again." in found
    )


def test_a_comma_after_a_link_closes_up_to_it(cut: str) -> None:
    """No space comes to stand before the comma that opens a line."""
    assert "A survey of the building, commissioned by Ludmila Harkness, found long cracks in the roof." in texts(cut)


def test_menu_items_are_not_taken_for_pieces_of_a_sentence(cut: str) -> None:
    """On the same page the menu and the share bar keep a line an item."""
    found = texts(cut)
    assert found[:4] == ["Home", "News", "Sport", "Weather"]
    assert found[-2:] == ["Facebook", "Twitter"]


def test_a_headline_is_not_joined_to_the_first_paragraph(cut: str) -> None:
    """It ends without a full stop, yet a paragraph that opens with a capital does not continue it."""
    assert "Council keeps the last public bath open" in texts(cut)


def test_a_headline_is_not_joined_to_a_first_paragraph_that_was_cut_early(cut: str) -> None:
    """Whether the paragraph's link comes after three words or after ten, the headline is none of its sentence."""
    page = cut.replace("On Tuesday evening the council of the small town of", "The council of")
    assert "Council keeps the last public bath open" in texts(page)


def test_a_finished_sentence_is_not_continued(cut: str) -> None:
    """Paragraphs that end stay apart, whatever the page's other lines went through."""
    assert texts(cut).count("Opponents had asked for the money to go to the road along the river.") == 1


def test_a_page_that_was_not_cut_keeps_its_lines() -> None:
    """One line that opens with a small letter does not make a page a cut one."""
    lines = [
        "Council keeps the last public bath open",
        "The council of Aldermoor voted on Tuesday to keep its last public bath open.",
        "iPhone users can follow the debate in the app of the town",
        "Opponents had asked for the money to go to the road along the river.",
    ]
    assert texts("\n".join(lines)) == lines


def test_a_blank_line_ends_even_an_open_sentence(cut: str) -> None:
    """Flatteners that leave blank lines leave them between elements that stood apart."""
    page = cut + "\n\nThe road along the river, which the\n\nopposition wants to be repaired, floods every spring."
    assert texts(page)[-2:] == ["The road along the river, which the",
                                "opposition wants to be repaired, floods every spring."]  # fmt: skip


def test_dots_that_open_a_line_do_not_continue_the_one_above(cut: str) -> None:
    """`... more` is a link to the rest of a teaser."""
    assert texts(cut + "\n... more")[-1] == "... more"


def test_line_numbers_of_a_rejoined_sentence_are_those_of_its_pieces(cut: str) -> None:
    """The block remembers the first and last line that it was put together from."""
    lines = cut.split("\n")
    block = next(b for b in segment(read(cut, kind="text")) if b.text.startswith("A survey of"))
    assert lines[block.first - 1].startswith("A survey of")
    assert lines[block.last - 1].endswith("in the roof.")
    assert block.last - block.first == 2


def test_a_cut_page_with_a_blank_line_between_all_lines_is_rejoined(cut: str) -> None:
    """A blank line that stands everywhere ends no sentence."""
    found = texts(cut.replace("\n", "\n\n"))
    assert "On Tuesday evening the council of the small town of Aldermoor voted to keep its last public bath." in found
    assert found == texts(cut)
