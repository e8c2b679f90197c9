"""HTML to blocks: what a reader sees as one paragraph is one block."""

from __future__ import annotations

import pytest
from lxml import etree
from lxml import html as lxml_html

from cleaner.model import Block, Line, Page
from cleaner.options import Options
from cleaner.readers import read
from cleaner.segment import segment


def blocks(markup: str) -> list[Block]:
    """The page's blocks."""
    return list(segment(read(markup, kind="html")))


def texts(markup: str) -> list[str]:
    """The texts of the page's blocks."""
    return [block.text for block in blocks(markup)]


def kinds(markup: str) -> list[tuple[str, str]]:
    """Kind and text of the page's blocks."""
    return [(block.kind, block.text) for block in blocks(markup)]


def test_inline_elements_do_not_break_a_paragraph() -> None:
    """Links, emphasis and spans are part of the sentence that they stand in, and of the word."""
    markup = "<p>The <a href='/c'>council</a> of <b>Alder</b>moor <span><i>voted</i></span> on Tuesday.</p>"
    assert texts(markup) == ["The council of Aldermoor voted on Tuesday."]


def test_comments_and_scripts_leave_no_words_but_the_text_behind_them_stays() -> None:
    """The tail of an element that is left out belongs to the paragraph around it."""
    markup = (
        "<p>One <!-- hidden note -->two <script>var three;</script>four <style>p {}</style>five"
        "<template><p>six</p></template> seven <svg><text>eight</text></svg>nine</p>tail <?php ten ?>eleven"
    )
    assert " ".join(texts(markup)) == "One two four five seven nine tail eleven"


def test_text_behind_an_element_belongs_to_the_place_around_it() -> None:
    """Bare text between paragraphs is a block of the container's."""
    found = blocks("<div>before<p>inside</p>after<ul><li>item</li></ul>last</div>")
    assert [block.text for block in found] == ["before", "inside", "after", "item", "last"]
    assert [block.dom.path[-1] if block.dom else "" for block in found] == ["div", "p", "div", "li", "div"]


@pytest.mark.parametrize("breaks", ["<br><br>", "<br/>\n<br/>", "<br> &nbsp;<br>", "<br><br><br><br>"])
def test_two_line_breaks_end_a_paragraph(breaks: str) -> None:
    """Old systems part paragraphs by these alone."""
    assert texts(f"<div>The council voted.{breaks}The mayor did not.</div>") == [
        "The council voted.", "The mayor did not."]  # fmt: skip


def test_a_line_break_ends_a_line_that_is_whole() -> None:
    """Old pages set headline, byline and date apart with nothing else."""
    assert texts("<td>Mill closes<br>By Dorothy Pellam<br>6 March</td>") == [
        "Mill closes",
        "By Dorothy Pellam",
        "6 March",
    ]


def test_a_line_break_does_not_end_a_sentence_that_goes_on() -> None:
    """Pages made from wrapped text break their lines anywhere."""
    assert texts("<p>The mill, which<br>made paper,<br>Closed on Monday.</p>") == [
        "The mill, which made paper, Closed on Monday."
    ]


def test_links_that_touch_are_set_apart() -> None:
    """A menu's items stand apart on screen, though no space stands between them in the markup."""
    assert texts("<div><a>Home</a><a>World</a></div>") == ["Home World"]


def test_headings_lists_quotes_code_and_captions_are_told_by_their_elements() -> None:
    """The kinds of the contract, with or without a paragraph inside."""
    markup = """
    <h2>The <em>vote</em></h2><ul><li>first</li><li><p>second</p></li></ul>
    <blockquote><p>We swam here.</p><p>Always.</p></blockquote>
    <figure><img src="a.jpg" alt="Not seen"><figcaption>The bath <b>in March</b></figcaption></figure>
    <dl><dt>Open</dt><dd>daily</dd></dl><pre><code>x = 1</code></pre><p>End.</p>"""
    assert kinds(markup) == [
        ("heading", "The vote"),
        ("list_item", "first"),
        ("list_item", "second"),
        ("quote", "We swam here."),
        ("quote", "Always."),
        ("caption", "The bath in March"),
        ("list_item", "Open"),
        ("list_item", "daily"),
        ("code", "x = 1"),
        ("paragraph", "End."),
    ]


@pytest.mark.parametrize("level", range(1, 7))
def test_headings_know_their_level(level: int) -> None:
    """One to six, and nothing else has one."""
    heading, paragraph = blocks(f"<h{level}>The vote</h{level}><p>It passed.</p>")
    assert heading.dom is not None
    assert heading.dom.level == level
    assert paragraph.dom is not None
    assert paragraph.dom.level == 0


def test_preformatted_text_keeps_its_lines_and_spaces() -> None:
    """In code and tables of signs the white space is the layout."""
    assert texts("<pre>\nfor x in y:\n    print(x)\n</pre>") == ["for x in y:\n    print(x)"]


def test_white_space_elsewhere_is_collapsed() -> None:
    """Indented markup gives no indented text."""
    assert texts("<p>\n   The\tcouncil&nbsp;\n  voted </p>") == ["The council voted"]


def test_a_list_in_a_list_gives_an_item_a_block() -> None:
    """The words around the inner list stay with the outer item, in order."""
    assert texts("<ul><li>one<ul><li>two</li></ul>three</li><li>four</li></ul>") == ["one", "two", "three", "four"]


def test_a_data_table_is_a_block_a_row() -> None:
    """Cells with short text are judged as one row; empty cells leave no bars."""
    markup = """<table><caption>Results</caption>
    <tr><th>Club</th><th>Points</th><th></th></tr><tr><td><b>Alder</b>moor</td><td> 61 </td><td></td></tr></table>"""
    assert kinds(markup) == [("caption", "Results"), ("table", "Club | Points"), ("table", "Aldermoor | 61")]


def test_a_layout_table_is_walked_like_any_container() -> None:
    """A cell with paragraphs, lists or long text lays the page out and is no data."""
    story = "The council voted to keep the bath open. " * 8
    markup = f"""<table><tr><td><ul><li>Home</li><li>News</li></ul></td>
    <td><h1>The vote</h1><p>{story}</p></td></tr><tr><td>{story}</td><td>x</td></tr></table>"""
    assert [kind for kind, _ in kinds(markup)] == [
        "list_item", "list_item", "heading", "paragraph", "paragraph", "paragraph"]  # fmt: skip


def test_a_row_of_one_cell_is_no_data_row() -> None:
    """Many old pages are one table of single cells."""
    assert kinds("<table><tr><td>The council voted.</td></tr></table>") == [("paragraph", "The council voted.")]


@pytest.mark.parametrize("cell", ["12 May<br>19:30", "<p>12 May</p><p>19:30</p>"])
def test_lines_within_a_cell_do_not_run_together(cell: str) -> None:
    """A line break or a paragraph's end parts words in a table as anywhere."""
    assert texts(f"<table><tr><td>{cell}</td><td>Home</td></tr></table>") == ["12 May 19:30 | Home"]


def test_text_between_the_cells_of_a_row_is_not_lost() -> None:
    """It is no valid markup, but browsers show it and libxml2 leaves it there."""
    found = " ".join(texts("<table><tr>one<td>two</td>three<td>four</td><b>five</b></tr></table>"))
    assert sorted(found.replace("|", " ").split()) == ["five", "four", "one", "three", "two"]


def test_class_id_and_role_words_of_all_ancestors_are_known() -> None:
    """Camel case, hyphens and underscores part words; letters of one are left out."""
    (block,) = blocks('<div id="mainContent" class="story_body x"><p class="lead-in" role="note">Text.</p></div>')
    assert block.dom is not None
    assert block.dom.words >= {"main", "content", "story", "body", "lead", "in", "note"}
    assert "x" not in block.dom.words


def test_the_class_of_an_inline_element_counts_for_its_paragraph() -> None:
    """Bylines and dates are often spans, one inside the other."""
    (block,) = blocks('<p>By <span class="meta"><em class="author-name">Ludmila Harkness</em></span>, Aldermoor</p>')
    assert block.dom is not None
    assert {"meta", "author", "name"} <= block.dom.words


def test_class_words_of_one_element_do_not_leak_into_the_next() -> None:
    """What is behind a classed span or div is outside it."""
    found = blocks('<div class="share">Share</div><p><i class="icon"></i></p><p>The council voted.</p>')
    assert found[-1].dom is not None
    assert found[-1].dom.words == frozenset()


def test_the_link_share_is_the_share_of_characters_inside_links() -> None:
    """Zero without links, one for a menu item; spaces do not count."""
    found = blocks('<p>abcd <a href="/x">efgh</a></p><li><a href="/y"><b>Menu</b> item</a></li><p>none</p>')
    assert [block.link_share for block in found] == [0.5, 1.0, 0.0]
    assert [block.dom.link_share if block.dom else None for block in found] == [0.5, 1.0, 0.0]


def test_the_link_share_of_a_table_row_is_known_too() -> None:
    """Tables of links are menus."""
    (block,) = blocks('<table><tr><td><a href="/x">ab</a></td><td><a href="/y">cd</a> ef gh</td></tr></table>')
    assert block.link_share == pytest.approx(0.5, abs=0.1)


def test_a_link_around_blocks_links_all_of_them() -> None:
    """Teaser cards are one link around a heading and a paragraph."""
    found = blocks('<a href="/x"><h3>Swan blocks bypass</h3><p>For an hour.</p></a><p>Not linked.</p>')
    assert [block.link_share for block in found] == [1.0, 1.0, 0.0]


@pytest.mark.parametrize("attribute", ["hidden", 'aria-hidden="true"', 'style="color: red; display : none"',
                                       'style="VISIBILITY:hidden"'])  # fmt: skip
def test_what_the_markup_hides_is_known_for_all_that_stands_inside(attribute: str) -> None:
    """Hidden blocks stay blocks, so that the ledger can name them."""
    found = blocks(f"<div {attribute}><p>not <b>seen</b></p></div><p>seen</p>")
    assert [(block.text, block.dom.hidden if block.dom else None) for block in found] == [
        ("not seen", True), ("seen", False)]  # fmt: skip


def test_a_hidden_sign_does_not_hide_the_heading_behind_it() -> None:
    """Permalink signs are hidden from screen readers; the heading is not."""
    (block,) = blocks('<h2><a class="anchor" aria-hidden="true">#</a> The vote in detail</h2>')
    assert block.dom is not None
    assert not block.dom.hidden


def test_noscript_text_is_read() -> None:
    """Pages that load their story by script often hold it there."""
    assert texts("<noscript><p>The council voted.</p></noscript>") == ["The council voted."]


def test_the_head_gives_no_blocks() -> None:
    """Its title and its meta elements are read elsewhere."""
    assert texts("<html><head><title>Aldermoor Post</title></head><body><p>Text.</p></body></html>") == ["Text."]


def test_blocks_stand_at_the_line_of_the_markup_where_they_start() -> None:
    """An editor's line numbers, once for first and once for last."""
    found = blocks("<html>\n<body>\n<p>One</p>\n\n<div>\n<p>Two\nand more</p></div>\n</body></html>")
    assert [(block.text, block.first, block.last) for block in found] == [("One", 3, 3), ("Two and more", 6, 6)]


def page_of(root: etree._Element) -> Page:
    """A page around an element, as a caller of the rooms may make it."""
    return Page("html", (Line(1, ""),), root=root)


def test_a_fragment_without_a_body_is_walked_whole() -> None:
    """An element handed in is read from itself on."""
    root = lxml_html.fragment_fromstring("<div><h1>The vote</h1><p>It passed.</p></div>")
    assert [block.text for block in segment(page_of(root))] == ["The vote", "It passed."]


def test_an_html_element_without_a_body_is_walked_too() -> None:
    """A tree built by hand need not be complete."""
    root = etree.Element("html")
    etree.SubElement(root, "p").text = "It passed."
    assert [block.text for block in segment(page_of(root))] == ["It passed."]


def test_a_page_without_a_tree_or_without_text_has_no_blocks() -> None:
    """Nothing to read is nothing found, not an error."""
    assert segment(Page("html", ())) == ()
    assert texts("<div><p> &nbsp; </p><br><img src='x.png'></div>") == []


def test_ten_thousand_paragraphs_are_ten_thousand_blocks() -> None:
    """The walk keeps pace with a page's length."""
    assert len(blocks("<body>" + "<p>It passed.</p>" * 10_000 + "</body>")) == 10_000


def test_elements_nested_as_deep_as_they_are_read_give_their_text() -> None:
    """The walk does not recurse, so that depth costs nothing."""
    deep = read(
        "<div>" * 1_900 + "deep" + "</div>" * 1_900 + "<p>after</p>", kind="html", options=Options(max_depth=2000)
    )
    assert [block.text for block in segment(deep)] == ["deep", "after"]


def test_a_paragraph_of_a_thousand_links_is_one_block() -> None:
    """Runs of inline elements have no limit of length."""
    (block,) = blocks("<p>" + "<a class='x y'>word</a> " * 1_000 + "</p>")
    assert block.words == 1_000
