"""What `read` takes, what it refuses, and in which words."""

from __future__ import annotations

import gzip
import os
from collections.abc import Callable
from pathlib import Path

import bs4
import lxml.html
import pytest
from lxml import etree

from cleaner.errors import CleanerError, ConfigError, LimitError, ReadError
from cleaner.options import Options
from cleaner.readers import document_id, read

STORY = "Harbour reopens\n\nThe harbour of Lindö reopened on Monday, the port office said.\n"
HTML = "<html><body><h1>Harbour reopens</h1><p>The harbour of Lindö reopened.</p></body></html>"


def words(root: object) -> str:
    """The text of a tree, white space collapsed."""
    assert isinstance(root, etree._Element)
    return " ".join(etree.tostring(root, method="text", encoding="unicode").split())


@pytest.mark.parametrize("make", [str, str.encode, lambda s: bytearray(s.encode()), lambda s: memoryview(s.encode())])
def test_text_and_bytes_of_every_kind_give_the_same_lines(make: Callable[[str], object]) -> None:
    """str, bytes, bytearray and memoryview are read alike."""
    page = read(make(STORY), id="a", url="https://example.org/a")
    assert page.kind == "text"
    assert [line.text for line in page.lines] == STORY.splitlines()
    assert (page.id, page.url) == ("a", "https://example.org/a")


def test_only_bytes_have_an_encoding() -> None:
    """A string was never decoded here, so its page names no codec."""
    assert read(STORY).encoding is None
    assert read(STORY.encode()).encoding == "utf-8"


def test_a_path_gives_its_own_id(tmp_path: Path) -> None:
    """A file without an id is called by its name without suffixes; a given id stands."""
    path = tmp_path / "lindo.html.gz"
    path.write_bytes(gzip.compress(HTML.encode()))
    assert read(path).id == "lindo"
    assert read(path, id="x").id == "x"
    assert read(path).kind == "html"


def test_an_lxml_element_is_copied_and_left_as_it_was() -> None:
    """The page's tree is our own, and the caller's markup is the same afterwards."""
    element = lxml.html.document_fromstring(HTML.replace("</p>", "\xa0</p>tail"))
    before = etree.tostring(element)
    for given in (element, element.getroottree()):
        page = read(given)
        assert page.kind == "html"
        assert page.root is not element
        assert "The harbour of Lindö reopened. tail" in words(page.root)
    assert etree.tostring(element) == before


def test_an_element_is_read_without_what_follows_it() -> None:
    """Text after an element's end tag belongs to its parent."""
    paragraph = lxml.html.document_fromstring("<div><p>one</p>two</div>").find(".//p")
    assert words(read(paragraph).root) == "one"


def test_a_soup_and_its_tags_are_read_and_left_as_they_were() -> None:
    """bs4 objects are serialised and parsed again."""
    soup = bs4.BeautifulSoup(HTML, "html.parser")
    before = str(soup)
    assert words(read(soup).root) == "Harbour reopensThe harbour of Lindö reopened."
    assert words(read(soup.p).root) == "The harbour of Lindö reopened."
    assert str(soup) == before


def test_a_deep_tree_of_the_caller_is_read() -> None:
    """Serialising a deep tree needs no recursion of ours."""
    soup = bs4.BeautifulSoup("<div>x" * 900 + "end", "lxml")
    assert words(read(soup).root).endswith("end")


@pytest.mark.parametrize("data", [None, 7, 3.5, ["a"], {"a": 1}, object()])
def test_another_type_is_refused_with_those_that_are_taken(data: object) -> None:
    """The message says what may be given."""
    with pytest.raises(ReadError, match=r"str, bytes, pathlib\.Path, an lxml element or a bs4 tag"):
        read(data)


def test_an_unknown_kind_is_a_configuration_error() -> None:
    """The message lists the kinds."""
    with pytest.raises(ConfigError, match="'pdf' is unknown; known are auto, html, text"):
        read("x", kind="pdf")


def test_a_kind_that_is_given_overrides_what_the_input_looks_like() -> None:
    """`text` keeps the markup as text, `html` parses plain words."""
    assert read(HTML, kind="text").root is None
    assert words(read("just words", kind="html").root) == "just words"


def test_a_missing_file_a_folder_and_a_pipe_are_refused_by_name(tmp_path: Path) -> None:
    """Fault and remedy stand in one line, and a pipe is never opened."""
    with pytest.raises(ReadError, match=r"none\.txt: no such file; check the path"):
        read(tmp_path / "none.txt")
    with pytest.raises(ReadError, match="is a folder; give a file"):
        read(tmp_path)
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(ReadError, match="pipe: is no regular file"):
        read(tmp_path / "pipe")


@pytest.mark.parametrize("name", ["a\0b", "x" * 5_000, "line\nbreak"])
def test_a_path_no_system_takes_is_refused_in_one_line(name: str, tmp_path: Path) -> None:
    """Impossible and odd names give a message without a line end."""
    with pytest.raises(ReadError) as caught:
        read(tmp_path / name)
    assert "\n" not in str(caught.value)


def test_a_file_without_permission_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The message says what to change (raised by hand: root may read everything)."""
    path = tmp_path / "locked.txt"
    path.write_text(STORY)

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(ReadError, match=r"locked\.txt: no permission to read it"):
        read(path)


def test_what_is_larger_than_the_limit_is_refused_whatever_it_is(tmp_path: Path) -> None:
    """Bytes, text, a file and the inside of gzip are all measured in bytes."""
    small = Options(max_bytes=1_000)
    path = tmp_path / "big.txt"
    path.write_bytes(b"word " * 201)
    packed = gzip.compress(b"word " * 100_000)
    assert len(packed) < 1_000
    for data in (b"word " * 201, "wörd " * 180, path, packed, lxml.html.fromstring("<p>" + "word " * 201)):
        with pytest.raises(LimitError, match=r"more than 1000 .*bytes; raise the limit"):
            read(data, options=small)
    assert read(b"word " * 200, options=small).lines
    assert read(gzip.compress(b"word " * 200), options=small).lines


def test_gzip_of_several_members_with_padding_is_read_whole() -> None:
    """Concatenated gzip is one stream, and zeros behind it are padding."""
    data = gzip.compress(b"first\n") + gzip.compress(b"", mtime=0) + gzip.compress(b"second\n") + b"\0" * 20
    assert [line.text for line in read(data).lines] == ["first", "second"]


@pytest.mark.parametrize("cut", [2, 9, 25, -1])
def test_broken_gzip_is_refused(cut: int) -> None:
    """A stream that ends too early is not half a page."""
    with pytest.raises(ReadError, match="broken gzip"):
        read(gzip.compress(STORY.encode())[:cut])


def test_gzip_of_something_binary_is_refused() -> None:
    """What gzip holds is looked at like any other input."""
    for inside, name in ((b"%PDF-1.7\n...", "a PDF"), (gzip.compress(b"x"), "gzip data inside gzip data")):
        with pytest.raises(ReadError, match=name):
            read(gzip.compress(inside))


@pytest.mark.parametrize(
    "data", [b"", b" \n\t\r\n ", "", "   \n", b"\xef\xbb\xbf", b"\xff\xfe", gzip.compress(b"", mtime=0)]
)
@pytest.mark.parametrize("kind", ["auto", "html", "text"])
def test_an_empty_input_is_a_page_without_words(data: object, kind: str) -> None:
    """Nothing and white space alone are valid pages."""
    assert not any(line.text.strip() for line in read(data, kind=kind).lines)


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("a/b/story.html.gz", "a/b/story"),
        ("story.HTM", "story"),
        ("story.xhtml", "story"),
        ("story.txt", "story"),
        ("story.v2.txt", "story.v2"),
        ("story.html.txt", "story.html"),
        ("story.md", "story.md"),
        ("a.txt/story", "a.txt/story"),
        ("a/.txt", "a/.txt"),
        ("caf\udce9.txt", "caf\\udce9"),
    ],
)
def test_an_id_is_the_path_without_its_suffixes(path: str, expected: str) -> None:
    """`.gz` goes first, then one suffix of a page, of the last name alone."""
    assert document_id(path) == expected


def test_every_refusal_is_one_line() -> None:
    """Messages are made for a terminal, also where the caller's id is not."""
    for data in (b"%PDF-1.4", b"\x1f\x8bx", None):
        with pytest.raises(CleanerError) as caught:
            read(data, id="two\nlines")
        assert "\n" not in str(caught.value)
