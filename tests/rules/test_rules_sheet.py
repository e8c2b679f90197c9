"""The sheet: a page's blocks, and what the rules ask of the whole page."""

from __future__ import annotations

import re

from cleaner.lexicon import marks
from cleaner.lexicon.folding import count_words, fold
from cleaner.model import Block, Dom
from cleaner.rules import RULES, judge, run
from cleaner.rules.phrases import Labels
from cleaner.rules.sheet import Lines, Sheet, places

DAWN = "The ferry had left the harbour at dawn, with forty people on board and no pilot. Nobody saw the rocks."
NIGHT = "By night the last of the passengers was ashore, and the harbour master had counted them twice over. All lived."

PAGE = (
    "Home", "News", "Harbour | Shop | Archive", "Ferry strikes rocks off the coast", DAWN, "How it began", NIGHT,
    "Facebook Twitter WhatsApp", "Trending", "Fares to rise again in the spring", "Fares to rise again in the spring",
    "3 April 2031", "© 2031 The Harbour Courier", "ABOUT US",
)  # fmt: skip


def blocks(*texts: str) -> tuple[Block, ...]:
    """A page of flattened text, a block for each line."""
    return tuple(
        Block(index, text, fold(text), index + 1, index + 1, words=count_words(text), marks=marks(fold(text)))
        for index, text in enumerate(texts)
    )


def sheet(*texts: str) -> Sheet:
    """The sheet of such a page."""
    return Sheet.of(blocks(*texts))


def test_a_rule_says_the_same_of_plain_blocks_as_of_a_sheet() -> None:
    """What the sheet remembers for all rules is nothing that a rule cannot find out alone."""
    plain = blocks(*PAGE)
    page = Sheet.of(plain)
    assert judge(plain) == tuple(sorted((h for rule in RULES for h in run(rule, plain)), key=lambda h: h.block))
    for rule in RULES:
        assert run(rule, plain) == run(rule, page)


def test_a_page_is_judged_alike_whatever_was_judged_before_it() -> None:
    """The words that the process remembers change how fast an answer comes, never which."""
    first = judge(blocks(*PAGE))
    judge(blocks("Share Print Email", "Strömung | Wetter | Kultur", *reversed(PAGE)))
    assert judge(blocks(*PAGE)) == first


def test_a_sheet_of_a_sheet_is_itself() -> None:
    """Facts are looked up once for a page, not once for a rule."""
    page = sheet(*PAGE)
    assert Sheet.of(page) is page


def test_an_empty_page_has_no_facts() -> None:
    """Rules ask before they look whether there is anything."""
    page = sheet()
    assert (page.kinds, page.prose_span, page.bars, page.repeated, page.html) == ("", (0, 0), {}, {}, False)
    assert not page.marked("menu")
    assert not page.holding("|")


def test_every_block_has_a_letter_for_how_it_reads() -> None:
    """Label, headline, paragraph, number, stamp and sentence, in the page's order."""
    page = sheet("Coast", "Ferry strikes rocks off the coast", DAWN, "12.", "3 April 2031", "Nobody was hurt.")
    assert page.kinds == "lhpnds"
    assert places(re.compile("[sp]"), page.kinds) == [2, 5]
    assert page.texts == {2, 5}
    assert (page.firsts, page.lasts) == ("CFT13N", "tt..1.")


def test_a_piece_is_found_in_every_line_that_holds_it_and_across_none() -> None:
    """Lines are searched together, but what stands in two of them stands in neither."""
    lines = Lines(["a | b | c", "", "x - y", "(c", ") | d"])
    assert lines.holding(["|"]) == {0, 4}
    assert lines.holding([" - ", "(c"]) == {2, 3}
    assert lines.holding(["(c)", "z"]) == set()


def test_marks_are_looked_up_by_category_and_place() -> None:
    """A rule's candidates are the blocks that the lexicon marked for it."""
    page = sheet("Trending", DAWN, "Trending now in the harbour", "Facebook")
    assert page.marked("trending") == {0, 2}
    assert page.marked("trending", place="line") == {0}
    assert page.marked("trending", "network", place="line") == {0, 3}


def test_bars_are_lines_parted_by_signs_and_mean_what_their_items_mean() -> None:
    """A sign without spaces around it parts words only where it can be no hyphen."""
    page = sheet("News | Sport", "North-South line reopens", "Harbour - Town", DAWN)
    assert page.bars == {0: ("News", "Sport"), 2: ("Harbour", "Town")}
    assert page.meaning(frozenset({"section"})) == {0}


def test_lines_of_labels_mean_what_their_words_mean_but_sentences_mean_nothing() -> None:
    """Of a menu on one line most words are labels, of a headline few."""
    page = sheet("Facebook Twitter Harbour", "Facebook buys another harbour company", "Facebook Twitter.")
    assert page.meaning(frozenset({"network"})) == {0}


def test_repeated_lines_are_listed_with_their_places() -> None:
    """Case and quotation marks aside, as lines are compared."""
    assert sheet("Fares rise", "Coast", "FARES RISE").repeated == {"fares rise": [0, 2]}


def test_numbers_and_dates_are_told_apart() -> None:
    """A date gives a day; a lone count does not, and a label has no digits."""
    page = sheet("Coast", "12 Comments", "3 April 2031", "02:31")
    assert page.numbered == {1, 2, 3}
    assert page.dated == {2}


def test_prose_is_bounded_by_its_first_and_last_paragraph() -> None:
    """The page's own talk about cookies is no prose."""
    cookies = "We use cookies to improve your visit to this page, to count our readers and to show them better offers."
    page = sheet("Home", DAWN, "How it began", NIGHT, cookies, "Shop")
    assert page.prose_span == (1, 4)
    assert page.paragraph_words[-1] > page.paragraph_words[2] == page[1].words


def test_a_name_in_the_markup_tells_nothing_where_most_of_the_page_stands_under_it() -> None:
    """A wrapper may be called anything."""
    texts = (DAWN, NIGHT, "Share this")
    names = (frozenset({"social"}), frozenset({"social"}), frozenset({"sharing"}))
    page = Sheet(
        Block(at, text, fold(text), at + 1, at + 1, words=count_words(text), dom=Dom(("p",), words, 0.0, 0.0))
        for at, (text, words) in enumerate(zip(texts, names, strict=True))
    )
    assert page.named(frozenset({"social", "sharing"})) == {2: "sharing"}


def test_a_label_is_the_whole_piece_and_no_longer_than_any_label() -> None:
    """Digits and punctuation aside; a long piece is not even looked up, nor remembered."""
    labels = Labels()
    assert "network" in labels["Facebook,"]
    assert not labels["harbour"]
    assert not labels["facebook " * 20]
    assert set(labels) == {"Facebook,", "facebook,", "harbour"}
