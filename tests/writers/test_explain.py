"""The explanation tells of every block, in order, within a terminal's width."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from cleaner.document import Document
from cleaner.model import Field, Said
from cleaner.writers import to_explain
from cleaner.writers.columns import columns, wrap

ANSI = re.compile(r"\x1b\[\d+m")


def test_every_block_stands_in_page_order_with_its_sign(document: Document) -> None:
    """`-` dropped, `=` in a field, `+` story."""
    signs = re.findall(r"^ {5}(\d) ([-=+])  (\w+)", to_explain(document), re.MULTILINE)
    assert signs == [("1", "-", "Home"), ("3", "=", "Ferry"), ("5", "+", "The")]


def test_a_dropped_line_tells_rule_reason_and_all_that_moved_it(document: Document) -> None:
    """The verdict first, then what spoke against it, then the learned weights."""
    assert (
        "     1 -  Home | News | Weather\n"
        "            · dropped, -4.12, navigation/menu-line: 'Home', 'News' and 'Weather' are menu words\n"
        "            · keep 0.20, keep/headline: it stands before the headline\n"
        "            · weights: short line -1.50, no full stop -0.25\n"
    ) in to_explain(document)


def test_the_header_counts_and_warns(document: Document) -> None:
    """What one wants to know first stands first."""
    header = to_explain(document).split("\n\n")[0]
    assert "blocks    3: 1 + story, 1 = in fields, 1 - dropped" in header
    assert "warning   ambiguous-date-order" in header


def test_a_field_tells_the_words_it_was_read_from(document: Document) -> None:
    """A date is written in ISO form, and the page's own words stand beside it."""
    field = Field("published", "2024-12-02", "Monday, 2 Dec 2024", "date/published", "it stands in a byline", 4, 1)
    told = to_explain(replace(document, fields=(field,)))
    assert (
        "published = 2024-12-02, from “Monday, 2 Dec 2024”\n"
        "            · line 4, date/published: it stands in a byline\n"
    ) in told


def test_a_field_from_the_pages_head_says_that_it_stands_in_no_line(document: Document) -> None:
    """There is no line to point at."""
    assert "in no line, language/words: most function words are English" in to_explain(document)


def test_no_line_is_wider_than_a_hundred_columns(document: Document) -> None:
    """Not even with wide characters, which take two, or a word without an end."""
    long = "船" * 400 + " " + "x" * 300 + " word" * 100
    block = replace(document.verdicts[0].block, text=long)
    verdict = replace(document.verdicts[0], block=block, reason=Said(long))
    told = to_explain(replace(document, verdicts=(verdict,), title=long))
    assert max(columns(line) for line in told.splitlines()) <= 100


def test_colour_changes_nothing_but_the_colour(document: Document) -> None:
    """Without its colours the coloured form is the plain one."""
    coloured = to_explain(document, colour=True)
    assert "\x1b[31m" in coloured
    assert ANSI.sub("", coloured) == to_explain(document)


def test_a_page_cannot_paint_the_terminal(story: Callable[..., Document]) -> None:
    """Escape sequences and direction marks are shown, not obeyed."""
    told = to_explain(story(title="\x1b[2Jgone\u202e"))
    assert "\x1b" not in told
    assert "�[2Jgone�" in told


def test_a_long_text_ends_in_an_ellipsis() -> None:
    """One sees that there was more."""
    assert wrap("one two three four", 8, 2) == ["one two", "three f…"]


def test_a_short_text_is_left_alone() -> None:
    """No ellipsis where nothing was cut."""
    assert wrap("one two", 8, 2) == ["one two"]
