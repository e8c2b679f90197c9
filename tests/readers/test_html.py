"""HTML: all of its text, whatever the markup does, and nothing run or fetched."""

from __future__ import annotations

import time

import pytest
from lxml import etree

from cleaner.model import Page
from cleaner.options import Options
from cleaner.readers import read


def words(page: Page) -> str:
    """The text of the page, white space collapsed."""
    return " ".join("".join(page.root.itertext()).split())


def depth(page: Page) -> int:
    """The deepest nesting of elements, the root's being 1."""
    deepest = level = 0
    for event, _ in etree.iterwalk(page.root, events=("start", "end")):
        level += 1 if event == "start" else -1
        deepest = max(deepest, level)
    return deepest


@pytest.mark.parametrize("tag", ["div", "b", "span", "ul", "blockquote", "x-y"])
@pytest.mark.parametrize("levels", [600, 2_100, 200_000])
def test_nesting_of_any_depth_loses_no_word(tag: str, levels: int) -> None:
    """libxml2 stops at 2,048 levels; the words below and behind are read all the same."""
    page = read(f"<html><body>{f'<{tag}>w ' * levels}deepest {f'</{tag}>' * levels}<p>behind</p>")
    assert depth(page) <= 501
    assert words(page) == "w " * levels + "deepest behind"
    assert any(repair.startswith("deep-nesting: ") for repair in page.repairs)
    assert etree.tostring(page.root)


def test_nesting_up_to_the_limit_stays_as_it_is() -> None:
    """What is no deeper than `max_depth` keeps its elements."""
    page = read("<html><body>" + "<div>" * 8 + "x", options=Options(max_depth=10))
    assert depth(page) == 10
    assert page.repairs == ()


def test_text_that_is_taken_in_keeps_its_words_apart() -> None:
    """Blocks leave a space, inline tags do not; scripts and comments are no text."""
    markup = "<html><body><div><p>one</p><p>t<b>w</b>o<!-- no --></p><script>no</script>three</div>"
    page = read(markup, options=Options(max_depth=3))
    assert words(page) == "one two three"


def test_scripts_and_text_areas_are_not_taken_for_tags_when_nesting_is_cut() -> None:
    """Markup in raw text is text."""
    page = read("<body>" + "<div>" * 3_000 + "<textarea><p>a</textarea><script>'<div>'</script><!-- <p> -->end")
    assert "<p>a" in words(page)
    assert words(page).endswith("end")


@pytest.mark.parametrize("value", ["", "=v", '="a > b"', "='<'", '=">" '])
def test_a_million_attributes_are_cut_in_time(value: str) -> None:
    """libxml2 would take an hour; the first thousand stay, and so does the text."""
    tag = " ".join(f"a{n}{value}" for n in range(1_000_000))
    began = time.perf_counter()
    page = read(f"<p>before</p>\n<p {tag}>inside</p>\n<p>after</p>")
    assert time.perf_counter() - began < 20
    assert words(page) == "before inside after"
    assert page.repairs == ("attributes-cut: 1 elements had more than 1000 attributes",)
    assert len(page.root.findall(".//p")[1].attrib) == 1_000


def test_a_thousand_attributes_stay() -> None:
    """The limit itself is no excess."""
    page = read("<p " + " ".join(f"a{n}=v" for n in range(1_000)) + ">x</p>")
    assert page.repairs == ()


@pytest.mark.parametrize(
    "markup",
    [
        "<html><p>" + "word " * 2_500_000 + "</p><p>behind</p>",
        "<html><p><!--" + "x" * 11_000_000 + "--></p><p>behind</p>",
        "<html><p><img src='data:" + "x" * 11_000_000 + "'></p><p>behind</p>",
    ],
    ids=["text", "comment", "value"],
)
def test_huge_nodes_are_read_to_their_end(markup: str) -> None:
    """libxml2's limit of ten million characters a node would end the page there."""
    assert words(read(markup)).endswith("behind")


@pytest.mark.parametrize(
    "markup",
    [
        "<p>a</b></p></div></x>b<p",
        "<p>a<table><tr><p>b",
        "<html><p>a</html><p>b</p>",
        "<p>a</p><title>b</title>",
        "<p title='x>a</p><p>b' >a b</p>",
        "<html><body>a</body>b</html>",
        "<html><body>a</body></html>\n<!-- c --><html><body><p>b</body></html>",
        "<html><head><title>a</title></html><p>b",
        "<svg><title>a</title></svg><p>b</p>",
        "<p>a<![CDATA[x]]><?php echo 1 ?>b</p>",
    ],
)
def test_broken_markup_is_read(markup: str) -> None:
    """Both letters come through."""
    assert {"a", "b"} <= set("".join(read(markup, kind="html").root.itertext()))


def test_what_stands_behind_the_end_of_the_body_is_in_the_body() -> None:
    """libxml2 puts it behind the body or into a second tree, where nobody looks."""
    script = "<script>'</html>'</script>"
    page = read(f"<html><body><p>a</p>{script}</body>b\n</html\n><p>c</p></html><html><body class=x><p>d</p>")
    assert [" ".join(body.itertext()).split() for body in page.root.findall("body")] == [
        ["a", "'</html>'", "b", "c", "d"]
    ]
    assert page.root.findall(".//p")[-1].sourceline == 3


def test_controls_and_nuls_leave_markup_and_references() -> None:
    """Neither raw nor as a reference does a control get into the tree; odd spaces are plain."""
    page = read("<p>a\0\x01b&#1;&#x0B;c&nbsp;d&shy;e&#8203;f&#xFFFF;</p>")
    assert words(page) == "ab c def"
    assert page.repairs == ("nul-bytes: 1 removed",)


def test_normalisation_never_touches_a_tag() -> None:
    """`>` and U+0338 would compose to one character and leave the tag open."""
    page = read("<p>\u0338x</p><p>y</p>")
    assert len(page.root.findall(".//p")) == 2


def test_entities_that_a_document_declares_are_not_expanded() -> None:
    """A billion laughs stay a few characters, and no file is read."""
    laughs = "".join(f'<!ENTITY l{n + 1} "{f"&l{n};" * 10}">' for n in range(9))
    declared = f'<!DOCTYPE html [<!ENTITY l0 "lol">{laughs}<!ENTITY f SYSTEM "file:///etc/hostname">]>'
    page = read(f"{declared}<p>&l9; &f;</p>", kind="html")
    assert len(words(page)) < 2_000
    assert words(page).endswith("&l9; &f;")


def test_lines_are_those_of_the_markup() -> None:
    """`sourceline` points into `Page.lines`, also behind cut attributes."""
    extra = " \n".join(f"a{n}" for n in range(1_500))
    page = read(f"<html>\r\n<body>\r<p {extra}>one</p>\n<h1>two</h1>")
    heading = page.root.find(".//h1")
    assert page.lines[heading.sourceline - 1].text == "<h1>two</h1>"
    assert [line.number for line in page.lines] == list(range(1, len(page.lines) + 1))


def test_a_page_of_comments_alone_has_an_empty_body() -> None:
    """No element and no text still give a tree."""
    page = read("<!-- nothing -->", kind="html")
    assert page.root.find("body") is not None
    assert words(page) == ""
