"""What holds for every input."""

from __future__ import annotations

import gzip

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleaner.errors import CleanerError
from cleaner.model import Page, Stated
from cleaner.readers import read, read_stated
from cleaner.readers.characters import plain

TAGS = "<p> </p> <div <b> <!-- --> <script> </script> <title> <table> <td> <svg> <![CDATA[ </body> </html> <html>"
ODD = ["<meta charset=koi8-r>", "&#0;", "&nbsp;", "a=", "word", "é", "\0", "\ud800", *"<>/!-='\"&;? \n\r"]
MARKUP = st.lists(st.sampled_from([*TAGS.split(), *ODD]), max_size=60).map("".join)
KINDS = st.sampled_from(["auto", "html", "text"])


def outcome(data: object, kind: str) -> tuple[Page, Stated] | str:
    """The page and what it states, or the message of a refusal; anything else raises."""
    try:
        page = read(data, kind=kind)
    except CleanerError as error:
        return f"{type(error).__name__}: {error}"
    return page, read_stated(page.root)


@given(st.binary(max_size=400), KINDS)
def test_any_bytes_give_a_page_or_a_refusal(data: bytes, kind: str) -> None:
    """No other exception, and the same answer each time."""
    assert outcome(data, kind) == outcome(data, kind)


@given(st.binary(max_size=200))
def test_any_damage_to_gzip_gives_a_page_or_a_refusal(noise: bytes) -> None:
    """Also where the noise stands inside the stream."""
    packed = gzip.compress(b"The harbour reopened.", mtime=0)
    outcome(packed[:12] + noise + packed[12:], "auto")


@given(MARKUP, KINDS)
def test_any_markup_gives_a_page(markup: str, kind: str) -> None:
    """Tag soup of every make."""
    if isinstance(outcome(markup, kind), str):
        pytest.fail("text was refused")


@given(st.text(st.characters(categories=["L", "Zs", "Zl", "Zp"], include_characters="\r\n\t\f"), max_size=300))
def test_line_numbers_are_those_of_the_input(text: str) -> None:
    """Each line stands where an editor shows it; blank ones are there too."""
    expected = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    page = read(text, kind="text")
    numbers = sorted({line.number for line in page.lines})
    assert numbers == list(range(1, len(expected) - (expected[-1] == "") + 1))


@given(st.text(alphabet=st.characters(categories=["L", "N", "P", "Zs"]), max_size=200))
def test_no_letter_of_valid_utf_8_is_lost(text: str) -> None:
    """Every letter of the input is in a line, composed or not."""
    text = text.replace("&", "")
    page = read(b"\xef\xbb\xbf" + text.encode(), kind="text")
    kept = "".join(line.text for line in page.lines)
    assert [char for char in kept if char.isalnum()] == [char for char in plain(text) if char.isalnum()]


@given(
    st.lists(
        st.tuples(
            st.sampled_from(["p", "b", "div", "td", "li", "x-y", "/body", "/html", "/p", "html"]),
            st.from_regex(r"[a-zé]{1,9}", fullmatch=True),
        ),
        max_size=30,
    )
)
def test_no_word_of_html_is_lost(parts: list[tuple[str, str]]) -> None:
    """Tags that are never closed, in any order, keep their words in order."""
    page = read("<html><body>" + "".join(f"<{tag}>{word} " for tag, word in parts))
    assert "".join(page.root.itertext()).split() == [word for _, word in parts]


@given(st.text(max_size=200))
def test_making_plain_twice_changes_nothing(text: str) -> None:
    """What is plain stays as it is."""
    assert plain(plain(text)) == plain(text)
