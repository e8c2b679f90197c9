"""What holds for every tree, valid or not."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from cleaner.model import Page
from cleaner.segment import segment

CONTAINERS = ("div", "p", "section", "article", "ul", "li", "blockquote", "h1", "h4", "pre", "figure", "figcaption",
              "table", "tbody", "tr", "td", "th", "dl", "dt", "noscript", "form", "button", "center",
              "x-card")  # fmt: skip
INLINE = ("a", "b", "em", "span", "sup", "time", "font", "br", "img")
UNSEEN = ("script", "style", "template", "svg", "iframe")
ATTRIBUTES = st.sampled_from([{}, {"class": "story-body"}, {"id": "x"}, {"hidden": ""}, {"style": "display:none"},
                              {"href": "/x"}, {"aria-hidden": "true"}])  # fmt: skip
WORD = re.compile(r"w\d+w")


@st.composite
def trees(draw: st.DrawFn) -> etree._Element:
    """A small tree of any elements in any order, each word in it numbered as a reader meets it."""
    count = 0

    def text(seen: bool) -> str:
        nonlocal count
        if not seen:
            return "var unseen;"
        count += 1
        return draw(st.sampled_from(["w{}w", " w{}w ", "\n w{}w.", "w{}w, "])).format(count)

    def fill(element: etree._Element, depth: int, seen: bool) -> None:
        if draw(st.booleans()):
            element.text = text(seen)
        for _ in range(draw(st.integers(0, 3)) if depth < 5 else 0):
            tag = draw(st.sampled_from((*CONTAINERS, *INLINE, *INLINE, *UNSEEN, "!")))
            if tag == "!":
                child: etree._Element = etree.Comment("unseen")
                element.append(child)
            else:
                child = etree.SubElement(element, tag, draw(ATTRIBUTES))
                fill(child, depth + 1, seen and tag not in UNSEEN)
            if draw(st.booleans()):
                child.tail = text(seen)

    root = etree.Element("html")
    head = etree.SubElement(root, "head")
    etree.SubElement(head, "title").text = "unseen"
    fill(etree.SubElement(root, "body"), 0, True)
    return root


def page_of(root: etree._Element) -> Page:
    """The tree as a page."""
    return Page("html", (), root=root)


@given(root=trees())
def test_every_visible_word_stands_in_the_blocks_once_and_in_order(root: etree._Element) -> None:
    """Nothing that a reader sees is lost, doubled or moved, and nothing unseen gets in."""
    joined = " ".join(block.text for block in segment(page_of(root)))
    seen = WORD.findall(etree.tostring(root, encoding="unicode", method="xml"))
    assert WORD.findall(joined) == seen
    assert "unseen" not in joined


@given(root=trees())
def test_the_tree_is_never_changed(root: etree._Element) -> None:
    """It is the caller's own."""
    before = etree.tostring(root)
    segment(page_of(root))
    assert etree.tostring(root) == before


@given(root=trees())
def test_the_same_tree_gives_the_same_blocks(root: etree._Element) -> None:
    """Segmentation hangs on nothing but the tree, not on what was read before it."""
    first = segment(page_of(root))
    segment(page_of(etree.fromstring("<html><body><p>Something else.</p></body></html>")))
    assert segment(page_of(root)) == first


@given(root=trees())
def test_blocks_are_numbered_filled_and_measured(root: etree._Element) -> None:
    """What rules and weights rely on, for any tree."""
    for index, block in enumerate(segment(page_of(root))):
        assert block.index == index
        assert block.text.strip()
        assert block.words >= 1
        assert block.first == block.last >= 1
        assert block.dom is not None
        assert 0.0 <= block.dom.link_share <= 1.0
        assert 0.0 <= block.dom.chosen <= 1.0
        assert block.link_share == block.dom.link_share


@given(tags=st.lists(st.sampled_from(CONTAINERS), min_size=2, max_size=6))
def test_words_of_neighbouring_blocks_never_run_together(tags: list[str]) -> None:
    """Where an element of the page's layout begins or ends, a word does."""
    root = etree.Element("html")
    body = etree.SubElement(root, "body")
    for number, tag in enumerate(tags):
        etree.SubElement(body, tag).text = f"w{number}w"
    found = [word for block in segment(page_of(root)) for word in block.text.split()]
    assert found == [f"w{number}w" for number in range(len(tags))]
