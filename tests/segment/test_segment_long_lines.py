"""Lines that hold a page are cut where its sentences and menus meet."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleaner.model import Block
from cleaner.readers import read
from cleaner.segment import segment

MENU = "Home News Sport Business Culture Weather Login Subscribe Search Newsletters Podcasts"
STORY = (
    "The council of Aldermoor voted on Tuesday to keep its last public bath open until the end of the year.",
    "“We have swum here since we were five,” said Ludmila Harkness, 74, who collected most of the signatures.",
    "Heating the building costs about £310,000 a year, more than the town spends on all its playgrounds together.",
    "A survey in March found cracks in the roof, but engineers say that the hall is safe for two winters.",
    "Opponents had asked for the money to go to the road along the river, which floods every spring.",
    "The mayor, who voted against, said that she would be the first to dive in when the new roof is paid for.",
    "Members of the club stayed after the vote to stack the chairs, and one of them had brought a cake.",
)
FOOTER = "About Contact Terms Privacy Policy Facebook Twitter Instagram"


def blocks(line: str) -> tuple[Block, ...]:
    """The blocks of a page."""
    return segment(read(line, kind="text"))


def texts(line: str) -> list[str]:
    """Their texts."""
    return [block.text for block in blocks(line)]


def test_a_page_in_one_line_is_cut_into_its_menu_and_its_sentences() -> None:
    """The menu does not come along with the first sentence, nor the footer with the last."""
    assert texts(" ".join([MENU, *STORY, FOOTER])) == [MENU, *STORY, FOOTER]


def test_all_blocks_of_a_line_name_that_line() -> None:
    """The ledger speaks of input lines."""
    found = blocks("\n\n" + " ".join([MENU, *STORY]))
    assert {(block.first, block.last) for block in found} == {(3, 3)}
    assert [block.gap for block in found] == [2, *[0] * len(STORY)]


def test_lines_of_a_wrapped_page_without_paragraphs_are_named_for_each_sentence() -> None:
    """A page that was made one line and then wrapped is joined, cut, and still knows where its words stood."""
    words, lines, line = " ".join([*STORY, *STORY]).split(), [], ""
    for word in words:
        if len(line) + len(word) > 75:
            lines.append(line.strip())
            line = ""
        line += f" {word}"
    page = "\n".join([*lines, line.strip()])
    for block in blocks(page):
        inside = " ".join(page.split("\n")[block.first - 1 : block.last])
        assert block.text in inside


def test_a_usual_paragraph_of_many_sentences_is_one_block() -> None:
    """A page laid out in lines says itself where paragraphs end."""
    paragraph = " ".join(STORY)
    assert (
        texts("\n\n".join([MENU, paragraph, paragraph.replace("Tuesday", "Monday"), "End.", "By us"]))[1] == paragraph
    )


def test_what_opens_many_sentences_is_no_part_of_them() -> None:
    """A label before every paragraph is the page's, not the story's."""
    page = " ".join(f"Article content {sentence}" for sentence in STORY)
    assert texts(page) == [part for sentence in STORY for part in ("Article content", sentence)]


def test_what_the_page_says_twice_stands_apart() -> None:
    """A caption printed once as alternative text and once below the picture takes no sentence with it."""
    caption = "Swimmers wait outside the old bath in the rain"
    found = texts(" ".join([*STORY[:3], caption, caption, *STORY[3:]]))
    assert found.count(caption) == 2
    assert set(STORY) <= set(found)


def test_sentences_that_nothing_set_apart_are_cut_between_stop_and_capital() -> None:
    """`get_text()` puts nothing between two paragraphs."""
    assert texts("\n".join(["".join(STORY), "x", "y", "z"]))[: len(STORY)] == list(STORY)


@pytest.mark.parametrize("sentence", [
    "On Monday Dr. Ludmila Harkness of the U.S. Bath Society met J. Smith and others at the pool, she said.",
    "Am 3. März stimmte der Rat der kleinen Stadt am Fluss nach langer Debatte für den Erhalt des alten Bades.",
    "The site example.Com was down for most of the day, according to those who tried to buy a ticket there.",
])  # fmt: skip
def test_an_abbreviation_ends_no_sentence(sentence: str) -> None:
    """Nor does an ordinal number."""
    assert sentence in texts(" ".join([*STORY, sentence, *STORY[:2]]))


def test_chinese_sentences_are_cut_at_their_stops() -> None:
    """They have no space behind them."""
    sentences = [
        "市议会" * 20 + "决定保留旧游泳池直到年底。",
        "取暖费用" * 20 + "每年约三十万英镑，超过全部游乐场的开支！",
    ] * 15
    assert texts("".join(sentences)) == sentences


@pytest.mark.parametrize("separator", ["\t", " | ", "    ", " • "])
def test_a_menu_beside_a_long_cell_is_cut_off(separator: str) -> None:
    """Cells of a layout table in one line: the short ones are the menu."""
    prose = " ".join(STORY[:2])
    line = separator.join(["Home", "News", "Sport", prose, "Share", "Print"])
    kept = " ".join(separator.split())
    join = f" {kept} " if kept else " "
    page = "\n".join([line, "One.", "Two.", "Three."])
    assert [text.strip(" |•") for text in texts(page)[:3]] == [join.join(["Home", "News", "Sport"]), prose,
                                                                join.join(["Share", "Print"])]  # fmt: skip


def test_a_menu_of_short_cells_stays_one_line() -> None:
    """Nothing in it is prose."""
    line = " | ".join(f"Section number {number}" for number in range(20))
    assert texts(f"{line}\nOne.\nTwo.\nThree.")[0] == line


@given(
    st.lists(
        st.sampled_from([*STORY, MENU, FOOTER, "“", "a.B", "tabs\tand | bars", "Home", "…", "市议会。"]), min_size=1
    )
)
def test_pieces_of_a_line_are_cut_no_further_when_read_again(parts: list[str]) -> None:
    """Cleaning a cleaned page changes nothing: a piece alone on its line is one block."""
    line = " ".join(parts)
    for text in texts(line):
        again = texts(text)
        assert " ".join(again) == text


@pytest.mark.parametrize(
    "line", ["The bath stays open. ", "Home News ", "a", ". ", "[a](http://b ", "**a ", "市。", "aB.Cd "]
)
def test_a_megabyte_in_one_line_loses_no_word(line: str) -> None:
    """Nor does it take long: every step looks at each character a bounded number of times."""
    page = (line * (300_000 // len(line))).strip()
    assert "".join("".join(texts(page)).split()) == "".join(page.split())


def test_a_tab_before_the_first_cell_makes_no_block_without_words() -> None:
    """A browser's indent and a list's tab: the white space before them is no cell."""
    cell = "A module steers the mower through an app, at any hour and from any place one likes. " * 3
    found = blocks(f"Home\nNews\nSport\nMenu\n \t{cell} \t{cell}\nAbout\nContact\nImprint\nTerms\nPrivacy\n")
    assert all(block.text for block in found)
    assert sum(block.text.startswith("A module") for block in found) == 2
