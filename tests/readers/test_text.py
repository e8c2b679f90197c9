"""Flattened text: lines as an editor counts them, characters as a reader sees them."""

from __future__ import annotations

import pytest

from cleaner.readers import read
from cleaner.readers.characters import plain
from cleaner.readers.text import lines


def numbered(text: str) -> list[tuple[int, str]]:
    """The lines as pairs."""
    return [(line.number, line.text) for line in lines(text)]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_lf_crlf_and_cr_each_end_one_line(end: str) -> None:
    """Blank lines count, and the last line end opens no further line."""
    assert numbered(end.join(["a", "", "b", ""])) == [(1, "a"), (2, ""), (3, "b")]


@pytest.mark.parametrize("mark", ["\v", "\f", "\x85", "\u2028", "\u2029"])
def test_other_breaks_split_a_line_and_leave_its_number(mark: str) -> None:
    """An editor counts one line where the screen shows two."""
    assert numbered(f"a{mark}b\nc") == [(1, "a"), (1, "b"), (2, "c")]


def test_spacing_and_tabs_inside_a_line_stay() -> None:
    """Indentation and columns are evidence for later rooms."""
    assert numbered("  a\t\tb  ") == [(1, "  a\t\tb  ")]


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("cafe\u0301", "café"),
        ("a\xa0b\u2009c\u3000d\u202fe", "a b c d e"),
        ("so\xadft\u200b hy\u2060phen\ufeff", "soft hyphen"),
        ("\u202aabc\u202c \u200fdef\u2069", "abc def"),
        ("don\x92t \x93go\x94", "don’t “go”"),
        ("a\x01\x1b\x7fb", "ab"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("می\u200c خواهم\u200d", "می خواهم"),
        ("क्\u200dष", "क्\u200dष"),
        ("👩\u200d🚒", "👩\u200d🚒"),
        ("wo\u200crd\u200d", "word"),
        ("ب\u200c\u200cا", "ب\u200cا"),
    ],
)
def test_characters_are_made_plain(given: str, expected: str) -> None:
    """NFC, plain spaces, nothing invisible, joiners only where a script spells with them."""
    assert plain(given) == expected


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("Marks &amp; Spencer", "Marks & Spencer"),
        ("it&#39;s&nbsp;late", "it's late"),
        ("&lt;b&gt; &hellip; &#x2019;", "<b> … ’"),
        ("&amp;amp;nbsp;x", " x"),
        ("AT&T, R&D; Q&A", "AT&T, R&D; Q&A"),
        ("?a=1&copy=2&nosuch;", "?a=1&copy=2&nosuch;"),
        ("one&#10;line&#0;", "one line�"),
    ],
)
def test_references_left_by_flattening_are_read(given: str, expected: str) -> None:
    """Complete references only; an ampersand alone is one."""
    assert numbered(given) == [(1, expected)]


def test_text_loses_its_mark_whether_bytes_or_string() -> None:
    """A byte order mark is no letter."""
    assert read("\ufeffHarbour").lines[0].text == "Harbour"
    assert read(b"\xef\xbb\xbfHarbour").lines[0].text == "Harbour"


def test_a_hundred_thousand_combining_marks_are_read_in_time() -> None:
    """Sorting them would take minutes; they are cut as Unicode's Stream-Safe Text Format says."""
    text = "a" + "\u0301" * 50_000 + "\u0316" * 50_000 + "z"
    assert read(text).lines[0].text.replace("\u034f", "").count("\u0316") == 50_000
