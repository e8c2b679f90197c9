"""HTML, flattened text or binary."""

from __future__ import annotations

import random

import pytest

from cleaner.errors import ReadError
from cleaner.readers import read, sniff

HTML = {
    "doctype": "<!DOCTYPE html><title>x</title>",
    "blanks first": "\n\n  <html lang=en><body>x",
    "comment first": "<!-- saved > from a page --><!doctype html><p>x",
    "xml declaration": '<?xml version="1.0"?>\n<html xmlns="http://www.w3.org/1999/xhtml"><body/></html>',
    "fragment": "<div><p>The harbour reopened.</p></div>",
    "open fragment": "<div><p>The harbour reopened.",
    "one paragraph": "<p>The harbour reopened.</p>",
    "unclosed paragraphs": "<p>one<p>two<p>three",
    "head alone": "<meta charset=utf-8><p>x",
    "words first": "Warning: cache is cold\n<!doctype html><html><head><title>x</title></head><body><p>x</p></body>",
    "words and blocks": "Harbour reopens <p>The harbour reopened.</p> <p>Ferries run.</p> <div>More</div>",
}
TEXT = {
    "plain": "Harbour reopens\n\nThe harbour reopened on Monday.",
    "quoted tag": "Put a <div> around it, the engineer said, and close it with </div>. "
    + "Nobody listened to her. " * 9,
    "inline leftovers": "<b>Harbour reopens</b>\nThe harbour <i>reopened</i> on Monday, the port office said.",
    "comparison": "Profits rose to 3 < 5 and 7 > 2, a < b said.",
    "heart": "I <3 news",
    "mail": "By Ann Lee <ann@example.org>\nThe harbour reopened.",
    "arrow menu": "<< Previous | Next >>\nThe harbour reopened.",
}


@pytest.mark.parametrize("name", HTML)
def test_markup_is_html(name: str) -> None:
    """Documents and fragments are told by how they open or by their blocks."""
    assert sniff.kind(HTML[name]) == "html"


@pytest.mark.parametrize("name", TEXT)
def test_text_with_a_few_angle_brackets_is_text(name: str) -> None:
    """A quoted tag, inline leftovers and arrows do not make a page of HTML."""
    assert sniff.kind(TEXT[name]) == "text"


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (b"%PDF-1.7\n%\xe2\xe3", "a PDF"),
        (b"\x89PNG\r\n\x1a\n\0\0", "a PNG image"),
        (b"\xff\xd8\xff\xe0\0\x10JFIF", "a JPEG image"),
        (b"GIF89a\1\0", "a GIF image"),
        (b"PK\3\4\x14\0", "a ZIP archive or an office document"),
        (b"\x7fELF\2\1\1", "a program"),
        (b"RIFF\x24\0\0\0WAVEfmt \x10\0\0\0\1\0\1\0", "a WAV sound"),
        (b"ID3\4\0\0\0\0\0\0\0\0", "an MP3 sound"),
        (b"\0\0\0\x18ftypmp42\0\0\0\0\0\1", "an MP4 video or sound"),
        (b"SQLite format 3\0", "an SQLite database"),
        (b"PAR1\x15\4", "a Parquet file"),
    ],
)
@pytest.mark.parametrize("kind", ["auto", "text", "html"])
def test_binary_is_refused_by_its_name(data: bytes, name: str, kind: str) -> None:
    """A magic number names the format, and no kind overrides the refusal."""
    with pytest.raises(ReadError, match=f"looks like {name}, not a page"):
        read(data, kind=kind)


def test_unknown_binary_is_refused_by_its_control_bytes() -> None:
    """Random bytes have no magic number and far too many controls."""
    with pytest.raises(ReadError, match="looks like binary data"):
        read(b"\x13" + random.Random(7).randbytes(4_000))


@pytest.mark.parametrize("text", ["ID3 tags were invented in 1996.", "The ftyp of it", "BZh is a code.", "BMW and MZ"])
def test_a_story_that_opens_like_a_file_format_is_text(text: str) -> None:
    """Magic numbers made of letters count beside control bytes only."""
    assert read(text.encode()).kind == "text"


@pytest.mark.parametrize("codec", ["utf-16", "utf-32", "utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
@pytest.mark.parametrize("text", ["The harbour reopened.\n" * 3, "Der Präsident sprach.\n" * 3])
def test_wide_unicode_is_not_binary(codec: str, text: str) -> None:
    """The NULs of UTF-16 and UTF-32 are half their letters, with a mark or without."""
    page = read(text.encode(codec))
    assert [line.text for line in page.lines] == text.splitlines()
    assert page.repairs == ()
