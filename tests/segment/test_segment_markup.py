"""What tools print around words is read away where the page shows the tool's hand, and nowhere else."""

from __future__ import annotations

import re

import pytest

from cleaner.readers import read
from cleaner.segment import segment
from cleaner.segment.markup import read_away


def found(page: str) -> list[tuple[str, str]]:
    """Kinds and texts of the page's blocks."""
    return [(block.kind, block.text) for block in segment(read(page, kind="text"))]


def texts(page: str) -> list[str]:
    """Texts of the page's blocks."""
    return [text for _, text in found(page)]


NUMBERED = (
    "   * [1]Home\n   * [2]News\n   * [3]Sport\n   * [4]Weather\n\n   Said [5]Ludmila Harkness, see [2019] and [b].\n"
)


def test_link_numbers_of_a_text_browser_are_read_away() -> None:
    """They count the page's links; other brackets are the story's."""
    assert texts(NUMBERED) == ["Home", "News", "Sport", "Weather", "Said Ludmila Harkness, see [2019] and [b]."]


def test_numbers_in_brackets_that_count_nothing_stay() -> None:
    """Notes in a text, in no order."""
    page = "He said [7]so and [3]so.\nOr [7]thus.\nAnd [1]this.\nOr [1]that.\nOr [1]those."
    assert texts(page) == page.split("\n")


def test_the_list_of_addresses_at_the_end_stays_a_line_each() -> None:
    """They are no wrapped paragraph, however long."""
    listed = [f"   {number}. https://post.example/{'news/' * 12}{number}" for number in range(1, 9)]
    page = NUMBERED + "\nReferences\n\n   Visible links:\n" + "\n".join(listed)
    assert texts(page)[-9:] == ["Visible links:", *(line.strip() for line in listed)]


@pytest.mark.parametrize(("line", "text"), [
    ("(BUTTON) Search", "Search"),
    ("Close (BUTTON)", "Close"),
    ("Ludmila Harkness [link] said so", "Ludmila Harkness said so"),
    ("[IMG] The bath", "The bath"),
    ("[logo-small.png] Aldermoor Post", "Aldermoor Post"),
    ("[INS: added text :INS]", "added text"),
    ("[ ] Remember me", "Remember me"),
])  # fmt: skip
def test_buttons_and_stand_ins_are_read_away(line: str, text: str) -> None:
    """No page says them."""
    assert texts(line) == [text]


@pytest.mark.parametrize("line", ["[IMG]", "(BUTTON)", "[link]"])
def test_a_line_of_nothing_else_stays_as_it_is(line: str) -> None:
    """Every line is in a block, and no block is empty."""
    assert texts(line) == [line]


@pytest.mark.parametrize(("line", "kind", "text"), [
    ("# Council keeps the bath", "heading", "Council keeps the bath"),
    ("The [mayor](https://post.example/mayor) **dived** in *first*.", "paragraph", "The mayor dived in first."),
    ('See [the vote](/vote "How they voted") here.', "paragraph", "See the vote here."),
    ("[![The bath](/bath.jpg)](/bath) The bath", "paragraph", "The bath The bath"),
    ("[Bath (town)](/wiki/Bath_(town)) is far.", "paragraph", "Bath (town) is far."),
    ("- Free entry for children", "list_item", "Free entry for children"),
    ("* **Free** entry", "list_item", "Free entry"),
    (r"1\. Nothing \*starred\*", "paragraph", "1. Nothing *starred*"),
    ("| 2023 | 61,000 |", "table", "2023 | 61,000"),
    ("snake_case_name and 2 * 3 * 4", "paragraph", "snake_case_name and 2 * 3 * 4"),
])  # fmt: skip
def test_markdown_is_read(line: str, kind: str, text: str) -> None:
    """On a page with Markdown's links."""
    assert found(f"[Home](/)\n\n{line}")[1] == (kind, text)


def test_without_links_or_headings_stars_are_the_text_s() -> None:
    """One starred word does not make a page Markdown."""
    assert texts("A *starred* word\n- a dash\n| a bar |") == ["A *starred* word", "- a dash", "| a bar |"]


def test_the_rule_below_a_table_s_head_belongs_to_the_head() -> None:
    """It has no word of its own."""
    page = "[Home](/)\n\n| Year | Swimmers |\n| --- | --- |\n| 2023 | 61,000 |"
    blocks = segment(read(page, kind="text"))
    assert [(block.text, block.first, block.last) for block in blocks[1:]] == [
        ("Year | Swimmers", 3, 4),
        ("2023 | 61,000", 5, 5),
    ]


def test_a_link_that_was_wrapped_is_whole_again() -> None:
    """html2text breaks lines inside of links."""
    lines = [
        "The council of Aldermoor voted on Tuesday to keep its last public bath [open",
        "until the end](https://post.example/bath) of the year, after a debate that went",
        "on past midnight and was followed by more than two hundred people in the hall,",
        "among them Ludmila Harkness, who had collected most of the signatures for it.",
    ]
    assert texts("\n".join(lines)) == [
        " ".join(lines).replace("[open", "open").replace("](https://post.example/bath)", "")
    ]


@pytest.mark.parametrize("page", [
    NUMBERED,
    "(BUTTON) Search\n[IMG]\nLudmila Harkness [link] said so",
    '[Home](/)\n\nThe [mayor](https://post.example/a_b) **dived** [in](/in "the bath").\n[![Bath](/b.jpg)](/b)',
    "Plain text [1] with *stars*.",
])  # fmt: skip
def test_what_was_read_away_and_what_was_left_are_the_page(page: str) -> None:
    """In = kept + removed, word by word."""
    read_page = read(page, kind="text")
    left = " ".join(texts(page))
    away = " ".join(text for _, text in read_away(read_page.lines))
    assert sorted(re.findall(r"[^\W_]+", f"{left} {away}")) == sorted(re.findall(r"[^\W_]+", page))


def test_what_was_read_away_names_its_line() -> None:
    """The ledger speaks of input lines."""
    assert read_away(read("One.\n\n(BUTTON) Search", kind="text").lines) == [(3, "(BUTTON)")]
