"""Paragraphs that a text browser broke at a fixed width are whole again."""

from __future__ import annotations

import textwrap

import pytest

from cleaner.readers import read
from cleaner.segment import segment

PARAGRAPHS = (
    "The council of Aldermoor voted on Tuesday to keep its last public bath open until the end of the year, after "
    "a debate that went on past midnight and was followed by more than two hundred people in the gallery.",
    "Heating the building costs about 310,000 pounds a year, which is more than the town spends on all of its "
    "playgrounds together, and a survey in March found long cracks in the roof above the deep end of the pool.",
    "Opponents had asked for the money to go to the road along the river, which floods every spring and cuts two "
    "villages off from the school, the shops and the only surgery that is open on Saturdays.",
)


def texts(page: str) -> list[str]:
    """The texts of the page's blocks."""
    return [block.text for block in segment(read(page, kind="text"))]


def wrapped(paragraph: str, width: int, indent: str = "") -> str:
    """The paragraph as a text browser prints it."""
    return textwrap.fill(paragraph, width, initial_indent=indent, subsequent_indent=indent)


@pytest.mark.parametrize("width", [66, 72, 80])
def test_paragraphs_wrapped_at_a_width_are_joined(width: int) -> None:
    """Mail, lynx and w3m break at these widths and set a blank line between paragraphs."""
    page = "\n\n".join(wrapped(paragraph, width) for paragraph in PARAGRAPHS)
    assert texts(page) == list(PARAGRAPHS)


def test_indented_paragraphs_as_lynx_prints_them_are_joined() -> None:
    """lynx indents the text of a page by three columns."""
    page = "\n\n".join(wrapped(paragraph, 79, "   ") for paragraph in PARAGRAPHS)
    assert texts(page) == list(PARAGRAPHS)


def test_a_paragraph_opened_by_an_indent_is_not_joined_to_the_one_above() -> None:
    """Where no blank line stands between paragraphs, a deeper first line begins one."""
    page = "\n".join("    " + wrapped(paragraph, 76) for paragraph in PARAGRAPHS)
    assert len(texts(page)) == len(PARAGRAPHS)


def test_a_short_last_line_ends_its_paragraph() -> None:
    """What would have fitted on the line above was not wrapped: it is a line of its own."""
    page = wrapped(PARAGRAPHS[0], 72) + "\nShare\nPrint\n" + wrapped(PARAGRAPHS[1], 72)
    assert texts(page) == [PARAGRAPHS[0], "Share", "Print", PARAGRAPHS[1]]


def test_the_menu_of_a_wrapped_page_stays_a_line_an_item() -> None:
    """Short lines above a wrapped story are not a paragraph."""
    menu = ["Home", "News", "Sport", "Weather", "Sign in"]
    page = "\n".join(menu) + "\n\n" + "\n\n".join(wrapped(paragraph, 72) for paragraph in PARAGRAPHS)
    assert texts(page) == [*menu, *PARAGRAPHS]


@pytest.mark.parametrize("bullet", ["* ", "• ", "+ ", "1. ", "- "])
def test_a_bullet_below_a_full_line_begins_an_item(bullet: str) -> None:
    """No word was left over from the line above, though it ends at the width."""
    full = "The council of the town voted on Tuesday to keep the last of its baths."
    lines = [bullet + full] * 4
    page = wrapped(PARAGRAPHS[0], 72) + "\n\n" + "\n".join(lines)
    assert [text.removeprefix(bullet.strip()).strip() for text in texts(page)] == [PARAGRAPHS[0], *[full] * 4]


@pytest.mark.parametrize("bullet", ["* ", "• ", "+ ", "1. ", "- "])
def test_bullets_begin_items_of_their_own(bullet: str) -> None:
    """However long the line above is, a bullet does not continue it."""
    items = [wrapped(bullet + paragraph, 72) for paragraph in PARAGRAPHS]
    found = texts("\n".join(items))
    assert [text.removeprefix(bullet.strip()).strip() for text in found] == list(PARAGRAPHS)


def test_one_line_paragraphs_are_not_taken_for_a_wrapped_text() -> None:
    """Paragraphs longer than any width are whole as they stand."""
    assert texts("\n".join(PARAGRAPHS)) == list(PARAGRAPHS)


def test_a_list_of_short_headlines_is_no_wrapped_text() -> None:
    """Lines of menus and link lists are shorter than any width a page is wrapped at."""
    lines = ["Council keeps the bath open", "Swan blocks the bypass on Monday", "Teacher wins cake contest again"] * 4
    assert texts("\n".join(lines)) == lines


def test_lines_of_differing_length_are_no_wrapped_text() -> None:
    """A list of headlines keeps its lines, since most of them end far from the longest one's width."""
    headlines = [
        "Council keeps the bath open",
        "Swan blocks the bypass for more than an hour on Monday morning",
        "Teacher wins cake contest again",
        "Bins to be weighed from next month, say officials",
        "Two villages cut off",
        "Road along the river to be closed for repairs in the spring",
        "Chess club moves to the library",
    ]
    assert texts("\n".join(headlines)) == headlines


def test_blank_lines_are_never_bridged() -> None:
    """A blank line parts paragraphs even where the line above it is full."""
    lines = wrapped(PARAGRAPHS[0], 72).split("\n")
    page = "\n".join(lines[:2]) + "\n\n" + "\n".join(lines[2:]) + "\n\n" + wrapped(PARAGRAPHS[1], 72)
    assert len(texts(page)) == 3


def test_chinese_paragraphs_of_one_long_line_each_stay_apart() -> None:
    """Without spaces a paragraph is one word; longer than a width, it is a paragraph all the same."""
    lines = ["市议会星期二决定把旧游泳池保留到明年三月底，" * count for count in (6, 8, 7, 9, 6)]
    assert texts("\n".join(lines)) == lines


def test_chinese_paragraphs_as_long_as_a_line_are_not_joined() -> None:
    """One-line paragraphs of 60 to 90 characters are everyday Chinese and Japanese news."""
    sentence = "市议会星期二决定把旧游泳池保留到明年三月底，居民对此感到高兴。"
    lines = [
        sentence * 2 + extra for extra in ("改修费三亿。", "市长投了反对票。", "屋顶有裂缝。", "道路要等。", "完。")
    ]
    assert texts("\n".join(lines)) == lines


def test_line_numbers_of_a_joined_paragraph_are_those_of_its_first_and_last_line() -> None:
    """Whoever looks the ledger's line up finds the paragraph there."""
    page = "Harbour news\n\n" + wrapped(PARAGRAPHS[0], 72) + "\n\n\n" + wrapped(PARAGRAPHS[1], 72)
    found = segment(read(page, kind="text"))
    assert [(block.first, block.last, block.gap) for block in found] == [(1, 1, 0), (3, 6, 1), (9, 11, 2)]


def test_chinese_paragraphs_wrapped_at_the_columns_of_a_terminal_are_joined() -> None:
    """A character takes two columns, a line breaks between any two, and no space was there."""
    paragraphs = [
        "今年以来，以聊天机器人为代表的人工智能引发全球关注，" * 4 + "市议会说。",
        "从辅助科研到艺术创作，" * 9 + "快速进步。",
    ]
    page = "\n\n".join("\n".join(text[at : at + 39] for at in range(0, len(text), 39)) for text in paragraphs)
    assert texts(page) == paragraphs


def test_wrapped_lines_with_a_blank_line_between_all_are_joined() -> None:
    """A blank line that stands everywhere parts nothing."""
    page = "\n\n".join("\n".join(wrapped(paragraph, 72) for paragraph in PARAGRAPHS).split("\n"))
    assert texts(page) == list(PARAGRAPHS)


def test_where_no_blank_line_parts_paragraphs_a_finished_sentence_may_end_one() -> None:
    """A last line that happens to fill its width does not take the next paragraph with it."""
    full = "It was the third vote on the bath in two years and surely not the last one"
    page = "\n".join([wrapped(PARAGRAPHS[0], 76), full + ".", wrapped(PARAGRAPHS[1], 76)])
    assert texts(page)[-1] == PARAGRAPHS[1]


def test_addresses_longer_than_the_width_do_not_hide_that_a_page_was_wrapped() -> None:
    """Text browsers print the page's links below it and break none."""
    listed = "\n".join(f"   {number}. https://post.example/{'news/' * 20}{number}" for number in range(1, 20))
    page = "\n\n".join(wrapped(paragraph, 76, "   ") for paragraph in PARAGRAPHS) + "\n\nReferences\n\n" + listed
    assert texts(page)[: len(PARAGRAPHS)] == list(PARAGRAPHS)


@pytest.mark.parametrize("link", ["Lire aussi: Le port a rouvert ses quais", "À lire aussiLe port a rouvert ses quais"])
def test_a_link_to_another_story_is_no_part_of_the_wrapped_paragraph_above(link: str) -> None:
    """A text browser leaves no blank line between them."""
    lines = [
        "   Le conseil a voté mardi soir, après un débat qui a duré jusqu'à minuit,",
        "   de garder ouverts les bains publics de la ville jusqu'à la fin de tout",
        "   l'hiver. Plus de deux cents personnes ont suivi le vote dans la grande",
        "   salle, et les nageurs ont applaudi les élus qui se levaient l'un après",
        "   l'autre pour annoncer leur choix, à haute voix, comme le veut la règle.",
        f"   {link} après la tempête de",
        "   novembre",
    ]
    blocks = segment(read("\n".join(lines), kind="text"))
    assert [block.first for block in blocks] == [1, 6]
