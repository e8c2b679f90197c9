"""Fields of whole HTML pages: head, markup, address and lines reconciled."""

from __future__ import annotations

import json
from dataclasses import replace

import lxml.html
import pytest

from cleaner.lexicon import marks
from cleaner.lexicon.folding import count_words, fold
from cleaner.model import Block, BlockKind, Dom, Page, Said, Verdict
from cleaner.normalise import fields, last_resort, small_words
from cleaner.options import Options
from cleaner.readers.stated import read_stated

TITLE = "Marlow Opens New Harbour Bridge After Ten Years"
FIRST = (
    "The mayor cut the ribbon on Monday morning before a crowd of several thousand people who had waited since dawn."
)
SECOND = (
    "Engineers said that the bridge, the longest in the region, had cost far less than the council had once feared."
)
BODY = f"<p>{FIRST}</p>\n<p>{SECOND}</p>"


def reading(html: str, address: str | None = None) -> fields.Reading:
    """The reading of a page whose headings and short lines were dropped and whose prose was kept."""
    root = lxml.html.document_fromstring(html)
    elements = [(" ".join("".join(map(str, e.itertext())).split()), e) for e in root.iter("h1", "h2", "h3", "p", "li")]
    blocks = []
    for index, (text, element) in enumerate(elements):
        folded = fold(text)
        level = int(element.tag[1]) if element.tag in ("h1", "h2", "h3") else 0
        words = frozenset((element.get("class") or "p").split())
        kind: BlockKind = "heading" if level else "list_item" if element.tag == "li" else "paragraph"
        found = Block(index, text, folded, index + 1, index + 1, words=count_words(text), marks=marks(folded))
        dom = Dom(("article", str(element.tag)), words, 0.0, 1.0, level)
        blocks.append(replace(found, kind=kind, headline=text == TITLE, dom=dom))
    verdicts = [Verdict(b, b.words > 16 and b.kind == "paragraph", 1.0, "test", Said("by hand")) for b in blocks]
    page = Page("html", (), url=address, root=root)
    return fields.read(page, blocks, verdicts, stated=read_stated(root), language="en", options=Options())


def value(found: fields.Reading, name: str) -> object:
    """The value of the field of this name, or None."""
    return next((field.value for field in found.fields if field.name == name), None)


def article(head: str = "", byline: str = "", after: str = "") -> str:
    """A page with this head, with lines below its headline and after its story."""
    return f"<html><head>{head}</head><body><h1>{TITLE}</h1>{byline}{BODY}{after}</body></html>"


def meta(name: str, content: str) -> str:
    """A meta element."""
    return f'<meta property="{name}" content="{content}">'


def ld(**node: object) -> str:
    """A JSON-LD article."""
    return f'<script type="application/ld+json">{json.dumps({"@type": "NewsArticle"} | node)}</script>'


def test_the_day_in_the_address_dates_a_page_that_states_no_other() -> None:
    """A site sets it when it publishes."""
    found = reading(article(), "https://ledger.example/2024/05/12/harbour")
    assert value(found, "published") == "2024-05-12"


def test_a_number_in_an_address_is_no_day() -> None:
    """Neither a month and a number with words behind it, nor a thirteenth month."""
    assert last_resort.address_day("https://ledger.example/2024/05/3-questions/") is None
    assert last_resort.address_day("https://ledger.example/2024/13/03/") is None
    assert last_resort.address_day(None) is None


def test_a_head_that_gives_a_much_later_day_than_the_address_was_redated() -> None:
    """The address keeps the first day, and the reader is warned."""
    found = reading(
        article(meta("article:published_time", "2019-06-17T18:28:00+02:00")), "https://ledger.example/2017/7/12/x"
    )
    assert value(found, "published") == "2017-07-12"
    assert any(warning.startswith("date-conflict: ") for warning in found.warnings)


def test_one_day_between_address_and_head_is_a_matter_of_zones() -> None:
    """The head says it more precisely and stays."""
    found = reading(
        article(meta("article:published_time", "2023-11-09T01:49:09+00:00")), "https://ledger.example/2023/11/08/x"
    )
    assert value(found, "published") == "2023-11-09T01:49:09+00:00"


def test_a_printed_day_before_that_of_the_head_is_the_day_of_publication() -> None:
    """What is printed was out by then; the head was written again when the page moved."""
    found = reading(article(meta("article:published_time", "2025-06-12"), "<p>November 2, 2022</p>"))
    assert value(found, "published") == "2022-11-02"
    assert any(warning.startswith("date-conflict: ") for warning in found.warnings)


def test_a_printed_day_after_that_of_the_head_is_the_day_of_an_update() -> None:
    """It has no label, and the head knows an earlier day."""
    found = reading(article(meta("article:published_time", "2022-11-02"), "<p>June 12, 2025</p>"))
    assert value(found, "published") == "2022-11-02"


def test_a_printed_day_does_not_go_before_a_head_that_the_address_bears_out() -> None:
    """An older day near the headline is that of another story."""
    found = reading(
        article(meta("article:published_time", "2019-10-01"), "<p>January 18, 2019</p>"),
        "https://ledger.example/2019/10/harbour",
    )
    assert value(found, "published") == "2019-10-01"


@pytest.mark.parametrize(
    "line",
    ["Dec. 19, 2025 · Nora Hale on behalf of the Quay group", "19.12.2025 Category: Bridges, Harbour and Quays"],
)
def test_a_short_line_beside_the_headline_dates_the_story_among_other_words(line: str) -> None:
    """It stays where the verdict put it: not all of it is a date."""
    found = reading(article(byline=f"<p>{line}</p>"))
    assert value(found, "published") == "2025-12-19"
    assert all(field.consumes == "nothing" for field in found.fields if field.name == "published")


def test_a_sentence_that_names_a_day_does_not_date_the_story() -> None:
    """It tells when something happens."""
    found = reading(article(byline="<p>The next meeting is on February 5, 2020 in the Quay Hall.</p>"))
    assert value(found, "published") is None


def test_the_only_date_line_of_a_page_dates_its_story() -> None:
    """Right after the story, with no other."""
    assert value(reading(article(after="<p>February 10, 2025</p>")), "published") == "2025-02-10"


def test_two_date_lines_away_from_the_headline_are_a_list() -> None:
    """Neither is chosen, but for one with its label."""
    lines = "<p>February 10, 2025</p><p>March 11, 2025</p>"
    assert value(reading(article(after=lines)), "published") is None
    assert value(reading(article(after=f"{lines}<p>Published: March 12, 2025</p>")), "published") == "2025-03-12"


def test_a_page_that_dates_only_its_last_change_gives_no_day_of_publication() -> None:
    """Not by way of htmldate either, which answers with that very day."""
    found = reading(article(meta("article:modified_time", "2024-03-19T14:01:40+00:00")))
    assert value(found, "published") is None
    assert value(found, "modified") == "2024-03-19T14:01:40+00:00"


def test_htmldate_is_asked_where_nothing_else_speaks() -> None:
    """It knows what markup says in places of its own."""
    entry = "<div class='entry-date'><abbr class='published' title='2021-04-15T08:00:00+00:00'>spring</abbr></div>"
    assert value(reading(article(byline=entry)), "published") == "2021-04-15"


def test_a_year_alone_is_no_first_of_january() -> None:
    """htmldate makes one of it; a value must stand in the page."""
    assert value(reading(article(after="<footer>© 2021 Harbour Ledger</footer>")), "published") is None


def test_a_line_of_names_alone_below_the_headline_signs_the_story() -> None:
    """No label, no date and no markup need say so."""
    assert value(reading(article(byline="<p>Mohla Mpesi</p>")), "authors") == ["Mohla Mpesi"]


def test_two_lines_of_names_below_the_headline_are_a_list() -> None:
    """They may be the subjects."""
    assert value(reading(article(byline="<p>Mohla Mpesi</p><p>Ann Lee</p>")), "authors") is None


def test_a_line_of_words_that_the_page_writes_small_is_no_name() -> None:
    """`Several Engineers` has a name's shape."""
    after = "<p>More several engineers had said so in the weeks before the bridge was at last built and opened.</p>"
    assert value(reading(article(byline="<p>Several Engineers</p>", after=after)), "authors") is None


def test_common_words_are_told_from_names() -> None:
    """All words must stand small on the page, particles aside."""
    small = frozenset({"master", "gardener", "stone"})
    assert small_words.is_common("Master Gardener", small)
    assert not small_words.is_common("Ann Stone", small)
    assert small_words.is_partly_common("Ann Stone", small)


def test_the_one_person_whom_markup_calls_author_signs_the_story() -> None:
    """Wherever the element stands."""
    box = "<div><a rel='author' href='/x'>Ann Lee</a></div>"
    assert value(reading(article(after=box)), "authors") == ["Ann Lee"]


@pytest.mark.parametrize(
    "box",
    [
        "<div><a rel='author' href='/x'>Ann Lee</a><a rel='author' href='/y'>Bo Day</a></div>",
        "<div class='comments'><b class='comment-author'>Ann Lee</b></div>",
    ],
)
def test_writers_of_other_stories_and_of_comments_do_not(box: str) -> None:
    """A trending list names several, a comment its own writer."""
    assert value(reading(article(after=box)), "authors") is None


def test_a_labelled_byline_soon_after_the_story_is_read() -> None:
    """Blogs sign below."""
    assert value(reading(article(after="<p>x</p><p>y</p><p>Written by Ann Lee</p>")), "authors") == ["Ann Lee"]


def test_a_label_glued_to_its_name_is_parted() -> None:
    """`ByAnn Lee`: two elements without a space."""
    assert value(reading(article(byline="<p>ByAnn Lee</p>")), "authors") == ["Ann Lee"]


def test_a_head_that_names_the_printed_author_and_others_gives_the_whole_list() -> None:
    """The page prints `and others`."""
    persons = [{"@type": "Person", "name": name} for name in ("Ann Lee", "Bo Day")]
    found = reading(article(ld(author=persons), "<p>By Ann Lee</p>"))
    assert value(found, "authors") == ["Ann Lee", "Bo Day"]


def test_an_agency_beside_a_person_in_the_head_is_credited() -> None:
    """It is no author and not lost."""
    found = reading(article(meta("article:author", "Ann Lee") + meta("article:author", "Reuters")))
    assert value(found, "authors") == ["Ann Lee"]
    assert value(found, "credits") == {"agencies": ["Reuters"]}


def test_an_author_that_the_page_types_as_organisation_is_the_desk() -> None:
    """However much it reads as a name."""
    found = reading(article(ld(author={"@type": "Organization", "name": "Harbour Hale"})))
    assert value(found, "authors") is None
    assert value(found, "desk") == "Harbour Hale"


def test_a_printed_name_goes_before_an_organisation_of_the_head() -> None:
    """The site names itself on every page."""
    head = ld(author={"@type": "Organization", "name": "Marlow Courier"})
    assert value(reading(article(head, "<p>Mohla Mpesi</p>")), "authors") == ["Mohla Mpesi"]


@pytest.mark.parametrize(
    ("author", "authors"),
    [
        ("Roy, Anil B.", ["Anil B. Roy"]),
        ("Ann Lee | The Quay Newsroom", ["Ann Lee"]),
        ("Ann Lee and Bo Day, The Marlow Courier", ["Ann Lee", "Bo Day"]),
        ("Dylan Bay, MS, RD, FAND", ["Dylan Bay"]),
        ("Maria &amp; Katrin", ["Maria", "Katrin"]),
        ("nora.hale", ["nora.hale"]),
        ("site_admin", None),
        ("Ann Lee (Quay Desk)", ["Ann Lee"]),
    ],
)
def test_names_are_read_from_one_string_of_the_head(author: str, authors: list[str] | None) -> None:
    """Catalogue order, outlets, degrees, first names, accounts."""
    assert value(reading(article(meta("author", author))), "authors") == authors


def test_the_writer_of_a_site_of_her_own_is_its_author() -> None:
    """The site's name is hers."""
    found = reading(article(meta("og:site_name", "Nora Hale") + meta("author", "Nora Hale")))
    assert value(found, "authors") == ["Nora Hale"]


def test_a_site_named_by_common_words_signs_as_desk() -> None:
    """`Longest Bridge` is on this page no person."""
    found = reading(article(meta("og:site_name", "Longest Bridge") + meta("author", "Longest Bridge")))
    assert value(found, "authors") is None
    assert value(found, "desk") == "Longest Bridge"


def test_the_site_signs_beside_its_headline() -> None:
    """As desk, below its own name in small letters."""
    found = reading(article(meta("og:site_name", "quayside"), "<p class='author'>by quayside | Apr 21, 2025</p>"))
    assert value(found, "desk") == "quayside"


def test_a_short_headline_is_the_first_part_of_the_head_title() -> None:
    """Two words before a bar, which the h1 shows."""
    html = f"<html><head><title>Harbour Office | Marlow, IN</title></head><body><h1>Harbour Office</h1>{BODY}</body>"
    assert value(reading(html), "title") == "Harbour Office"


def test_a_day_before_the_title_in_its_heading_is_left_out() -> None:
    """The head states the title alone."""
    html = f"<html><head><title>{TITLE}</title></head><body><h1>Dec 18, 2025 {TITLE}</h1>{BODY}</body></html>"
    assert value(reading(html), "title") == TITLE


def test_a_line_of_two_labelled_dates_opens_no_story() -> None:
    """It is long enough for prose and stands where dates do."""
    line = "<p>Published: November 8, 2023 at 5:49 p.m. | Updated: November 8, 2023 at 6:17 p.m.</p>"
    found = reading(f"<body><h1>{TITLE}</h1><p>{FIRST}</p>{line}<p>{SECOND}</p></body>")
    assert value(found, "published") == "2023-11-08T17:49:00"


def test_an_account_of_the_head_gives_way_to_a_name_that_the_page_shows() -> None:
    """The account posted it, the person wrote it."""
    found = reading(article(meta("author", "n.quill"), "<p class='author'>Nora Hale</p><p>May 12, 2025</p>"))
    assert value(found, "authors") == ["Nora Hale"]
