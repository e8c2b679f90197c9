"""From anything that a caller holds to a document."""

from __future__ import annotations

import gzip
import json
from pathlib import Path
from typing import Any

import pytest
from bs4 import BeautifulSoup
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from lxml import html as lxml_html
from made_weights import made

import cleaner
from cleaner import ConfigError, Document, LimitError, Options, ReadError
from cleaner.pipeline import clean_page
from cleaner.readers import read

STORY = (
    "The council of Aldermoor voted on Tuesday to keep its last public bath open until the end of the winter, after "
    "a debate that went on past midnight and was followed by more than two hundred people.",
    "Heating the bath costs about 310,000 pounds a year, more than Aldermoor spends on all of its playgrounds, and a "
    "survey in March found long cracks in the roof above the deep end.",
    "Opponents had asked for the money to go to the road along the river, which floods every spring and cuts two "
    "villages off from the school, the shops and the only surgery.",
)
HEADLINE = "Aldermoor keeps its public bath for another winter"
TEXT = "\n".join(("Home", "News", "Sport", "Sign in", HEADLINE, *STORY, "Advertisement",
                  "© 2024 Aldermoor Post. All rights reserved."))  # fmt: skip
HTML = f"""<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>{HEADLINE} | Aldermoor Post</title></head><body>
<nav><a href="/">Home</a> <a href="/n">News</a> <a href="/s">Sport</a></nav>
<article><h1>{HEADLINE}</h1>{"".join(f"<p>{paragraph}</p>" for paragraph in STORY)}</article>
<footer><p>© 2024 Aldermoor Post. All rights reserved.</p></footer>
</body></html>
"""


def written(document: Document) -> str:
    """All that a document says, the ledger too."""
    return document.to_json(ledger=True)


def holds_the_story(document: Document) -> bool:
    """Whether headline and story came out whole, and nothing else."""
    return document.title == HEADLINE and document.text == "\n\n".join(STORY)


def as_path(folder: Path, data: bytes, name: str) -> Path:
    """A file with these bytes."""
    path = folder / name
    path.write_bytes(data)
    return path


@pytest.mark.parametrize("page", [TEXT, HTML], ids=["text", "html"])
def test_a_string_gives_headline_and_story(page: str) -> None:
    """Menu, advertising mark and copyright line are gone."""
    assert holds_the_story(cleaner.clean(page))


@pytest.mark.parametrize("page", [TEXT, HTML], ids=["text", "html"])
def test_bytes_and_files_give_what_the_string_gives(page: str, tmp_path: Path) -> None:
    """Plain or gzip, in memory or on the disk."""
    expected = written(cleaner.clean(page, id="a"))
    data = page.encode("utf-8")
    inputs: list[Any] = [data, bytearray(data), memoryview(data), gzip.compress(data), as_path(tmp_path, data, "a.dat"),
                         as_path(tmp_path, gzip.compress(data), "a.gz")]  # fmt: skip
    assert [written(cleaner.clean(one, id="a")) == expected for one in inputs] == [True] * len(inputs)


@pytest.mark.parametrize("codec", ["utf-8-sig", "utf-16", "windows-1252"])
def test_the_encoding_of_the_bytes_does_not_matter(codec: str) -> None:
    """What they decode to is cleaned."""
    assert holds_the_story(cleaner.clean(TEXT.encode(codec)))


def test_parsed_pages_give_the_story_too() -> None:
    """lxml elements and trees, bs4 soups and tags."""
    tree = lxml_html.document_fromstring(HTML)
    soup = BeautifulSoup(HTML, "lxml")
    article = tree.find(".//article")
    assert article is not None
    for parsed in (tree, etree.ElementTree(tree), article, soup, soup.html, soup.article):
        assert holds_the_story(cleaner.clean(parsed))


def test_the_callers_element_is_not_changed() -> None:
    """It is read from a copy."""
    tree = lxml_html.document_fromstring(HTML)
    before = etree.tostring(tree)
    cleaner.clean(tree)
    assert etree.tostring(tree) == before


def test_the_callers_soup_is_not_changed() -> None:
    """Neither a soup nor the tag that was handed over."""
    soup = BeautifulSoup(HTML, "lxml")
    before = str(soup)
    cleaner.clean(soup)
    assert soup.article is not None
    cleaner.clean(soup.article)
    assert str(soup) == before


def test_the_callers_bytes_are_not_changed() -> None:
    """A buffer may be the caller's own memory."""
    data = bytearray(HTML.encode("utf-8"))
    cleaner.clean(data)
    assert data == HTML.encode("utf-8")


PAGES = (TEXT, HTML, "", "Home", "<p>Text.</p>", "\n".join(STORY[::-1]))


@given(order=st.permutations(range(len(PAGES))))
def test_pages_give_the_same_bytes_in_any_order(order: list[int]) -> None:
    """Nothing of one page is remembered for the next."""
    assert {at: written(cleaner.clean(PAGES[at])) for at in order} == {
        at: written(cleaner.clean(page)) for at, page in enumerate(PAGES)
    }


def test_the_kind_may_be_said_or_looked_for() -> None:
    """`auto` finds what the caller could have said."""
    assert written(cleaner.clean(HTML)) == written(cleaner.clean(HTML, kind="html"))
    assert written(cleaner.clean(TEXT)) == written(cleaner.clean(TEXT, kind="text"))


def test_markup_that_is_called_text_is_read_as_text() -> None:
    """The caller knows better than the sniffer."""
    assert "<p>" in cleaner.clean("A <p> opens a paragraph in HTML, as everybody knows.", kind="text").text


def test_an_unknown_kind_is_refused_with_those_that_are_known() -> None:
    """The message says what can be given."""
    with pytest.raises(ConfigError, match="known are auto, html, text"):
        cleaner.clean(TEXT, kind="markdown")  # type: ignore[arg-type]  # that is the point


@pytest.mark.parametrize("data", [None, 12, ["a"], {"text": "a"}, object()])
def test_what_is_no_page_is_refused(data: object) -> None:
    """In the toolkit's own error, not in Python's."""
    with pytest.raises(ReadError):
        cleaner.clean(data)


def test_a_file_that_is_not_there_is_refused_by_its_name(tmp_path: Path) -> None:
    """So is a folder."""
    with pytest.raises(ReadError, match=r"missing\.html"):
        cleaner.clean(tmp_path / "missing.html")
    with pytest.raises(ReadError):
        cleaner.clean(tmp_path)


def test_a_page_above_the_limit_is_refused() -> None:
    """The limit is the options'."""
    with pytest.raises(LimitError):
        cleaner.clean(TEXT, options=Options(max_bytes=100))


def test_a_rule_that_is_switched_off_says_nothing() -> None:
    """Neither does it name a verdict, nor does it stand among the hits."""
    name = "promo/advertising"

    def hits(document: Document) -> set[str]:
        return {hit.rule for verdict in document.verdicts for hit in verdict.hits}

    silent = cleaner.clean(TEXT, options=Options(disable=(name,)))
    assert name in hits(cleaner.clean(TEXT))
    assert name not in hits(silent)
    assert name not in {verdict.rule for verdict in silent.verdicts}


def test_switching_off_an_unknown_rule_is_refused_with_those_that_come_close() -> None:
    """A mistyped name must not pass in silence."""
    with pytest.raises(ConfigError, match="promo/advertising"):
        cleaner.clean(TEXT, options=Options(disable=("promo/advertisng",)))


def test_id_and_address_are_carried_into_the_document() -> None:
    """What the caller knows of the page."""
    document = cleaner.clean(TEXT, id="7", url="https://post.example/bath")
    assert (document.id, document.url) == ("7", "https://post.example/bath")


def test_the_callers_language_goes_before_the_pages() -> None:
    """And the page's own statement before the vote of its words."""
    italian = HTML.replace('lang="en"', 'lang="it"')
    assert cleaner.clean(TEXT).language == "en"
    assert cleaner.clean(italian).language == "it"
    assert cleaner.clean(italian, options=Options(language="fr")).language == "fr"


@pytest.mark.parametrize("data", ["", " \n\t\n", "<html></html>", b""])
def test_an_empty_page_is_a_document_that_says_so(data: str | bytes) -> None:
    """Nothing in it, no error, and a warning."""
    document = cleaner.clean(data)
    assert (document.title, document.text, document.authors) == (None, "", ())
    assert [warning.split(":")[0] for warning in document.warnings] == ["no-body"]
    assert json.loads(document.to_json())["schema"] == "cleaner/document/1"


def test_other_weights_can_be_tried_on_a_page_that_was_read() -> None:
    """As training and comparison do."""
    junk = made(-9.0)
    page = read(HTML, kind="html")
    assert clean_page(page, Options(), junk).text == ""
    assert holds_the_story(clean_page(page, Options()))
