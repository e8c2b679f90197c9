"""Flattened text to blocks: every line in exactly one block, at the input's line numbers."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from cleaner.model import Block, Page
from cleaner.readers import read
from cleaner.segment import segment

# Lines that lead the segmentation into its corners: wrapped, cut, bulleted, quoted, without spaces, blank.
LINES = st.one_of(
    st.sampled_from(["", " ", "\t", "* item", "• item", "> said", "# Head", "> > deep", "*", ">", "##", "- dash"]),
    st.sampled_from([", and so on", "went on", "The mayor of", "Home", "市议会决定保留旧游泳池", "…", ") .", "”", "“"]),
    st.text(st.sampled_from("ab A.,“”>*# -。市"), max_size=90),
    st.lists(st.sampled_from(["council", "The", "of", "bath", "voted,", "open."]), max_size=18).map(" ".join),
    st.text(st.characters(exclude_categories=("Cc", "Cs", "Zl", "Zp"))),
)


def page_of(lines: list[str]) -> Page:
    """The lines as a page of flattened text."""
    return read("\n".join(lines), kind="text")


def letters(text: str) -> str:
    """The text without white space and without the signs that open list items, headings, quotes and table cells."""
    return re.sub(r"[\s•·‣▪◦●■*+>#|_\\-]", "", text)


def lines_of(page: Page, block: Block) -> str:
    """The input lines that the block says it was made of."""
    return "".join(line.text for line in page.lines if block.first <= line.number <= block.last)


@given(lines=st.lists(LINES, max_size=30))
@example(lines=["* * nested", "> # both", "+ 1", "uses", ".NET and", ".NET again", "and .NET"])
@example(lines=["The bath stays open.Opponents of it" * 9, "Home\tNews\t" + "The bath stays open " * 9])
def test_every_word_of_every_line_stands_in_the_blocks_in_order(lines: list[str]) -> None:
    """Whatever was joined or cut: read one after the other, the blocks hold the page's words and nothing else."""
    page = page_of(lines)
    words = letters("".join(line.text for line in page.lines))
    assert letters("".join(block.text for block in segment(page))) == words


@given(lines=st.lists(LINES, max_size=30))
@example(lines=["* * nested", "> # both", "+ 1", "uses", ".NET and", ".NET again", "and .NET"])
def test_a_block_holds_words_of_its_lines_only(lines: list[str]) -> None:
    """First and last line say where a block was read."""
    page = page_of(lines)
    for block in segment(page):
        assert letters(block.text) in letters(lines_of(page, block))


@given(lines=st.lists(LINES, max_size=30))
def test_every_line_with_text_is_in_a_block(lines: list[str]) -> None:
    """Line ranges follow each other, overlap in no more than the line that two blocks share, and leave out none."""
    page = page_of(lines)
    blocks = segment(page)
    assert all(before.last <= after.first for before, after in pairwise(blocks))
    covered = {number for block in blocks for number in range(block.first, block.last + 1)}
    assert covered >= {line.number for line in page.lines if line.text.strip()}


@given(lines=st.lists(LINES, max_size=30))
def test_blocks_are_numbered_in_order_and_never_empty(lines: list[str]) -> None:
    """What the rules rely on: `blocks[i].index == i`, single spaces, text and at least one word."""
    for index, block in enumerate(segment(page_of(lines))):
        assert block.index == index
        assert block.text
        assert block.text == " ".join(block.text.split())
        assert block.words >= 1
        assert block.link_share is None
        assert block.dom is None


@given(lines=st.lists(LINES, max_size=30))
def test_the_same_lines_give_the_same_blocks(lines: list[str]) -> None:
    """Segmentation hangs on nothing but the page."""
    assert segment(page_of(lines)) == segment(page_of(lines))


def test_gaps_are_the_blank_lines_above() -> None:
    """Counted for the first block of a line; what shares a line with it stands right behind it."""
    menu_and_story = "Home\tNews\tSport\t" + "The bath stays open for another year, the council said. " * 4
    blocks = segment(page_of(["One.", "", "", "Two.", "Three.", "", menu_and_story]))
    assert [(block.first, block.gap) for block in blocks] == [(1, 0), (4, 2), (5, 0), (7, 1), (7, 0)]


@pytest.mark.parametrize(("line", "kind", "text"), [
    ("* Free entry for children", "list_item", "Free entry for children"),
    ("  • Free entry for children", "list_item", "Free entry for children"),
    ("+ Free entry for children", "list_item", "Free entry for children"),
    ("# Free entry for children", "heading", "Free entry for children"),
    ("### Free entry for children", "heading", "Free entry for children"),
    ("> Free entry for children", "quote", "Free entry for children"),
    ("Free entry for children", "paragraph", "Free entry for children"),
    ("#1 in the charts", "paragraph", "#1 in the charts"),
    ("####### seven of them", "paragraph", "####### seven of them"),
    ("*starred* words", "paragraph", "*starred* words"),
    (">>> 1 + 1", "paragraph", ">>> 1 + 1"),
    ("1. Free entry", "paragraph", "1. Free entry"),
])  # fmt: skip
def test_a_leading_marker_names_the_kind_and_leaves_the_text(line: str, kind: str, text: str) -> None:
    """A marker needs a space behind it; a number may be a ranked list's and stays for the rules to see."""
    (block,) = segment(page_of([line]))
    assert (block.kind, block.text) == (kind, text)


@pytest.mark.parametrize("line", ["*", "•", "#", ">", "* ", "***", "> "])
def test_a_marker_alone_is_a_line_of_text(line: str) -> None:
    """Nothing is left to mark, and no block may be empty."""
    (block,) = segment(page_of([line]))
    assert block.text == line.strip()
    assert block.kind == "paragraph"


@pytest.mark.parametrize("page", ["", "\n", " \n\t\n\u00a0\n"])
def test_a_page_without_text_has_no_blocks(page: str) -> None:
    """Blank lines are no blocks."""
    assert segment(read(page, kind="text")) == ()


def test_line_numbers_are_an_editors_whatever_ends_the_lines() -> None:
    """CRLF, CR and LF each end one line."""
    blocks = segment(read("One.\r\n\r\nTwo.\rThree.\nFour.", kind="text"))
    assert [(block.text, block.first) for block in blocks] == [("One.", 1), ("Two.", 3), ("Three.", 4), ("Four.", 5)]


def test_tabs_and_runs_of_spaces_inside_a_line_become_one_space() -> None:
    """Tabs part menu items; the block's text has single spaces."""
    (block,) = segment(read("Home\tNews   Sport\u00a0\u00a0Weather", kind="text"))
    assert block.text == "Home News Sport Weather"


def test_phrases_of_the_lexicon_are_marked_on_their_blocks() -> None:
    """The rules ask the block, they do not search its text again."""
    heading, story = segment(read("TRENDING\nTrending upwards, the number of swimmers rose again.", kind="text"))
    assert heading.marked("trending", place="line")
    assert story.marked("trending", place="line") is None


def test_words_are_counted_in_scripts_without_spaces_too() -> None:
    """Two characters count as one word, so that a long Chinese line is not one word long."""
    (block,) = segment(read("市议会决定保留旧游泳池", kind="text"))
    assert block.words == 6
