"""What pages state about themselves."""

from __future__ import annotations

import json

import pytest

from cleaner.model import Stated
from cleaner.readers import read, read_stated


def stated(head: str, lang: str = "") -> Stated:
    """What a page with this head states."""
    return read_stated(read(f"<!doctype html><html{lang}><head>{head}</head><body><p>x</p></body></html>").root)


def ld(value: object) -> str:
    """A JSON-LD script."""
    return f'<script type="application/ld+json">{json.dumps(value)}</script>'


def test_flattened_text_states_nothing() -> None:
    """There is no head to read."""
    assert read_stated(read("Harbour reopens").root) == Stated()
    assert stated("") == Stated()


def test_a_full_head_is_read_field_by_field() -> None:
    """The usual metas of a news page."""
    head = """<title>Harbour reopens | Lindö Post</title>
    <meta property="og:title" content=" Harbour&nbsp;reopens
      at last "><meta property="og:site_name" content="Lindö Post"><meta name="Description" content="Ferries run.">
    <meta name="author" content="Ann Lee"><meta name="author" content="https://example.org/ann">
    <meta property="article:published_time" content="2024-12-02T17:22:00+05:30">
    <meta property="article:modified_time" content="2024-12-03"><link rel="canonical" href="https://example.org/a">"""
    assert stated(head, ' lang="en-GB"') == Stated(
        title="Harbour reopens at last",
        site_name="Lindö Post",
        description="Ferries run.",
        authors=("Ann Lee",),
        published="2024-12-02T17:22:00+05:30",
        modified="2024-12-03",
        canonical="https://example.org/a",
        language="en",
    )


def test_the_title_element_is_the_last_resort_and_never_that_of_a_picture() -> None:
    """`<svg>` has titles of its own."""
    assert stated("<title>Harbour</title>").title == "Harbour"
    page = read("<html><body><svg><title>Icon</title></svg><p>x</p></body></html>")
    assert read_stated(page.root).title is None


def test_json_ld_gives_headline_persons_and_dates_of_the_first_article() -> None:
    """Persons only, also where the graph names them by reference."""
    graph = {
        "@graph": [
            {"@type": "WebPage", "datePublished": "1999-01-01"},
            {
                "@type": ["NewsArticle"],
                "headline": "Harbour reopens",
                "author": [{"@id": "#ann"}, {"@type": "Organization", "name": "Post Desk"}, "Bo Ek", {"name": "Bo Ek"}],
                "datePublished": "2024-12-02",
                "dateModified": "2024-12-03",
            },
            {"@type": "Person", "@id": "#ann", "name": "Ann Lee"},
            {"@type": "NewsArticle", "headline": "Another"},
        ]
    }
    found = stated(ld(graph) + '<meta name="author" content="Web Team">')
    assert (found.title, found.authors) == ("Harbour reopens", ("Ann Lee", "Bo Ek"))
    assert (found.published, found.modified) == ("2024-12-02", "2024-12-03")


@pytest.mark.parametrize(
    "script",
    [
        '<!--\n{"@type":"Article","headline":"Harbour"}\n-->',
        '//<![CDATA[\n{"@type":"Article","headline":"Harbour"}\n//]]>',
        '{"@type":"Article","headline":"Harbour","articleBody":"one\ntwo"};',
    ],
)
def test_json_ld_with_the_usual_faults_is_read(script: str) -> None:
    """Comment marks around it, line ends in strings and a final semicolon."""
    assert stated(f'<script type="application/ld+json">{script}</script>').title == "Harbour"


@pytest.mark.parametrize(
    "script",
    [
        "{broken", "[" * 100_000, "9" * 10_000, '"x"', "null", '{"@type": 7, "author": {"name": [1]}}',
        '{"@type":"Article","author":{"@id":["a"]},"headline":{},"datePublished":[]}', " " * 1_100_000 + "{}",
    ],
)  # fmt: skip
def test_broken_deep_and_huge_json_ld_states_nothing(script: str) -> None:
    """It is passed over without a word."""
    assert stated(f'<script type="application/ld+json">{script}</script>') == Stated()


@pytest.mark.parametrize("date", ["{{ date }}", "today", "", "0000-00-00", "1970-01-01T00:00:00Z", "12", "2024 " * 30])
def test_what_is_no_date_is_left_out(date: str) -> None:
    """Placeholders and the zero of a clock are not dates; the next statement counts."""
    head = (
        f'<meta property="article:published_time" content="{date}"><meta itemprop="datePublished" content="2024-12-02">'
    )
    assert stated(head).published == "2024-12-02"


def test_a_time_element_with_itemprop_states_the_date() -> None:
    """Microdata stands in the body."""
    page = read('<html><body><time itemprop="datePublished" datetime="2024-12-02">Monday</time></body></html>')
    assert read_stated(page.root).published == "2024-12-02"


@pytest.mark.parametrize("address", ["/a", "//example.org/a", "javascript:x", "http://[x", "https://", "http://a b"])
def test_a_canonical_address_is_absolute_or_left_out(address: str) -> None:
    """`og:url` comes next."""
    link = f'<link rel="canonical" href="{address}">'
    assert stated(link).canonical is None
    assert (
        stated(link + '<meta property="og:url" content="https://example.org/a">').canonical == "https://example.org/a"
    )


@pytest.mark.parametrize(
    ("lang", "head", "expected"),
    [
        (' lang="pt_BR"', "", "pt"),
        (' lang="und"', '<meta property="og:locale" content="de_AT">', "de"),
        (' lang=""', '<meta http-equiv="content-language" content="fr, en">', "fr"),
        (' lang="English"', "", None),
    ],
)
def test_the_language_is_a_primary_tag(lang: str, head: str, expected: str | None) -> None:
    """The page's own attribute before its metas."""
    assert stated(head, lang).language == expected


def test_every_field_is_bounded() -> None:
    """A page cannot make a megabyte of title."""
    long = "word " * 100_000
    found = stated(f'<meta property="og:title" content="{long}"><meta name="author" content="{long}">')
    assert found.title is not None
    assert len(found.title) <= 500
    assert all(len(author) <= 200 for author in found.authors)


def test_organisations_that_sign_are_kept_apart_from_persons() -> None:
    """The page types them itself."""
    authors = [{"@type": "Person", "name": "Ann Lee"}, {"@type": "NewsMediaOrganization", "name": "Lindö Post"}]
    found = stated(ld({"@type": "NewsArticle", "author": authors}))
    assert (found.authors, found.organisations) == (("Ann Lee",), ("Lindö Post",))


def test_of_several_articles_the_one_with_the_page_s_title_or_address_is_its_own() -> None:
    """Teasers may stand before it."""
    teaser = {"@type": "NewsArticle", "headline": "Ferry late", "datePublished": "2020-01-02"}
    by_title = {"@type": "NewsArticle", "headline": "Harbour reopens", "datePublished": "2024-12-02"}
    by_address = {"@type": "NewsArticle", "url": "https://example.org/a/", "datePublished": "2024-12-02"}
    title, address = "<title>Harbour reopens | Post</title>", '<link rel="canonical" href="https://example.org/a">'
    assert stated(title + ld([teaser, by_title])).published == "2024-12-02"
    assert stated(address + ld([teaser, by_address])).published == "2024-12-02"
    assert stated(ld([teaser, by_title])).published == "2020-01-02"


def test_the_page_s_node_fills_what_its_article_leaves_open() -> None:
    """Blogs date the WebPage of their graph."""
    page = {"@type": "WebPage", "datePublished": "2024-03-17T19:47:39+00:00", "dateModified": "2024-05-03"}
    found = stated(ld({"@graph": [{"@type": "Article", "headline": "Harbour"}, page]}))
    assert (found.published, found.modified) == ("2024-03-17T19:47:39+00:00", "2024-05-03")
    assert stated(ld({"@type": "Article", "dateCreated": "2024-03-16"})).published == "2024-03-16"


@pytest.mark.parametrize(
    "name",
    ["published-date", "w-published-date", "shareaholic:article_published_time", "og:article&#x3a;published_time"],
)
def test_a_date_s_meta_is_known_by_how_its_name_ends(name: str) -> None:
    """Systems put their own word before it and part words by any mark."""
    assert stated(f'<meta name="{name}" content="2024-12-02">').published == "2024-12-02"


def test_an_element_may_say_its_property_aloud() -> None:
    """Microdata in the body, but not that of a comment."""
    comment = '<div class="comment"><span itemprop="datePublished">2024-12-09</span></div>'
    html = f'<html><body>{comment}<p itemprop="datePublished">2 December 2024</p></body></html>'
    assert read_stated(read(html).root).published == "2 December 2024"


def test_json_with_control_characters_in_its_strings_is_read() -> None:
    """Hand-made JSON-LD has them."""
    script = (
        '<script type="application/ld+json">{"@type": "Article", "headline": "Harbour\\u0020\x0b reopens"}</script>'
    )
    assert stated(script).title == "Harbour reopens"
