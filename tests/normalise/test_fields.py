"""Fields read from blocks and verdicts, for text and HTML alike."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import lxml.html
import pytest

from cleaner.lexicon import marks
from cleaner.lexicon.folding import count_words, fold
from cleaner.model import Block, Call, Dom, Field, Hit, Line, Page, Said, Stated, Verdict
from cleaner.normalise import fields
from cleaner.options import Options
from cleaner.readers.stated import read_stated

TITLE = "Marlow Opens New Harbour Bridge After Ten Years of Work"
LEAD = "The town of Marlow has opened its new harbour bridge after a decade of work. Officials expect shorter journeys."
FIRST = (
    "The mayor cut the ribbon on Monday morning before a crowd of several thousand people who had waited since dawn."
)
SECOND = (
    "Engineers said that the bridge, the longest in the region, had cost far less than the council had once feared."
)
THIRD = "Buses will cross it every ten minutes from next week, and the old ferry will make its last journey in January."


def block(index: int, text: str, headline: bool = False, dom: Dom | None = None) -> Block:
    """A block as the segmenter makes it, one line each."""
    folded = fold(text)
    return Block(
        index,
        text,
        folded,
        index + 1,
        index + 1,
        words=count_words(text),
        marks=marks(folded),
        headline=headline,
        dom=dom,
    )


def read(
    texts: Sequence[str | Block],
    *,
    kept: Sequence[int],
    stated: Stated | None = None,
    url: str | None = None,
    hits: dict[int, str] | None = None,
    options: Options | None = None,
) -> fields.Reading:
    """The reading of lines of which those at `kept` were kept; lines equal to TITLE are headlines."""
    blocks = [
        replace(t, index=i) if isinstance(t, Block) else block(i, t, headline=t == TITLE) for i, t in enumerate(texts)
    ]
    barred = hits or {}
    verdicts = [
        Verdict(b, b.index in kept, 1.0 if b.index in kept else -1.0, "test", Said("by hand"),
                (Hit(b.index, Call.DROP, 0.9, "by hand", barred[b.index]),) if b.index in barred else ())
        for b in blocks
    ]  # fmt: skip
    kind = "html" if any(b.dom for b in blocks) else "text"
    page = Page(kind, tuple(Line(b.first, b.text) for b in blocks), url=url)  # type: ignore[arg-type]  # one of the two
    return fields.read(page, blocks, verdicts, stated=stated or Stated(), language="en", options=options or Options())


def named(reading: fields.Reading, name: str) -> Field | None:
    """The field of this name, or None."""
    return next((field for field in reading.fields if field.name == name), None)


def value(reading: fields.Reading, name: str) -> object:
    """The value of the field of this name, or None."""
    field = named(reading, name)
    return field.value if field else None


SIGNED = [
    TITLE,
    LEAD,
    "Harbour Ledger News Desk | Updated: 02-12-2024 17:22 IST | Created: 02-12-2024 16:10 IST",
    TITLE,
    FIRST,
    SECOND,
    THIRD,
    "(With inputs from agencies.)",
    "TRENDING",
    "By Someone Else",
    "Email: info@harbourledger.in",
    "© Copyright 2024",
]


def test_one_line_gives_desk_and_both_dates() -> None:
    """Order and zone are told from the outlet that the page names twice, and `why` says so."""
    reading = read(SIGNED, kept=(1, 4, 5, 6))
    assert value(reading, "desk") == "Harbour Ledger News Desk"
    assert value(reading, "published") == "2024-12-02T16:10:00+05:30"
    assert value(reading, "modified") == "2024-12-02T17:22:00+05:30"
    assert value(reading, "authors") is None
    published = named(reading, "published")
    assert published is not None
    assert "the day comes first in 02-12-2024, because harbourledger.in" in published.why
    assert "IST is India Standard Time (+05:30), because harbourledger.in is a site of India" in published.why
    assert (published.line, published.block, published.raw) == (3, 2, SIGNED[2])
    assert reading.warnings == ()


def test_the_outlet_is_named_by_its_signature_and_its_address() -> None:
    """Desk and contact address together name the source; the address line stays where it was."""
    source = named(read(SIGNED, kept=(1, 4, 5, 6)), "source")
    assert source is not None
    assert source.value == {"name": "Harbour Ledger", "domain": "harbourledger.in", "url": None}
    assert (source.line, source.consumes) == (11, "nothing")


def test_an_address_alone_names_no_source() -> None:
    """Without the same name in the signature nothing is guessed."""
    texts = [TITLE, "By Ann Lee", FIRST, SECOND, THIRD, "Email: info@harbourledger.in"]
    assert value(read(texts, kept=(2, 3, 4)), "source") is None


def test_the_title_is_taken_once_and_the_summary_stands_before_the_signature() -> None:
    """The repeated title is left to the rules; the paragraph above the signature is the standfirst."""
    reading = read(SIGNED, kept=(1, 4, 5, 6))
    assert [(f.value, f.block) for f in reading.fields if f.name == "title"] == [(TITLE, 0)]
    assert value(reading, "summary") == LEAD


def test_a_first_paragraph_is_no_summary_without_a_sign() -> None:
    """Where nothing parts it from the story it belongs to the story."""
    assert value(read([TITLE, LEAD, FIRST, SECOND], kept=(1, 2, 3)), "summary") is None


def test_credits_come_from_the_storys_end() -> None:
    """`(With inputs from agencies.)` is consumed by the credits."""
    credits = named(read(SIGNED, kept=(1, 4, 5, 6)), "credits")
    assert credits is not None
    assert (credits.value, credits.block, credits.consumes) == ({"generic_agencies": True}, 7, "block")


def test_a_picture_credit_names_no_agency_of_the_text() -> None:
    """The agency of a photograph is the photograph's."""
    texts = [TITLE, "By Ann Lee", FIRST, SECOND, "Photo: Bo Day/AFP"]
    assert value(read(texts, kept=(2, 3)), "credits") is None


def test_a_byline_in_a_trending_list_signs_nothing() -> None:
    """Names far from the story, and those a rule calls part of a list, are not its authors."""
    texts = [TITLE, "Ann Lee", "December 2, 2024", FIRST, SECOND, THIRD, "TRENDING", "By Someone Else", "2 hours ago"]
    assert value(read(texts, kept=(3, 4, 5)), "authors") == ["Ann Lee"]
    listed = {7: "trending/heading-run"}
    assert value(read(texts[:1] + texts[2:], kept=(2, 3, 4), hits={6: listed[7]}), "authors") is None


def test_names_above_the_headline_are_a_menus() -> None:
    """Two capitalised words above a headline are more likely a menu than a person."""
    texts = ["date 2024-12-02 Left Menu", TITLE, FIRST, SECOND, THIRD]
    reading = read(texts, kept=(2, 3, 4))
    assert value(reading, "authors") is None
    assert value(reading, "published") is None


def test_a_label_on_the_line_above_counts() -> None:
    """Flattened pages put `By` and the name on lines of their own."""
    texts = [TITLE, "By", "Ann Lee", "Published:", "2 December 2024", FIRST, SECOND]
    reading = read(texts, kept=(5, 6))
    assert value(reading, "authors") == ["Ann Lee"]
    assert value(reading, "published") == "2024-12-02"


def test_a_second_date_line_is_left_alone() -> None:
    """What a field already says is not taken from another block."""
    texts = [TITLE, "Published: 2 December 2024", "Published: 2 December 2024", FIRST, SECOND]
    assert [f.block for f in read(texts, kept=(3, 4)).fields if f.name == "published"] == [1]


def test_a_dateline_is_taken_off_the_first_paragraph() -> None:
    """The field's raw words are exactly the prefix, so that the story begins right after it."""
    opening = "MARLOW, England (AP) — "
    texts = [TITLE, "By Ann Lee", opening + FIRST, SECOND]
    dateline = named(read(texts, kept=(2, 3)), "dateline")
    assert dateline is not None
    assert dateline.value == {"location": "Marlow, England", "agency": "Associated Press"}
    assert (dateline.raw, dateline.consumes, dateline.block) == (opening, "prefix", 2)


def test_reporters_of_a_dateline_are_authors() -> None:
    """The dateline keeps them too."""
    texts = [TITLE, "By Ann Lee and Bo Day MARLOW (Reuters) - " + FIRST, SECOND]
    reading = read(texts, kept=(1, 2))
    assert value(reading, "authors") == ["Ann Lee", "Bo Day"]


def test_a_source_line_at_the_end_names_the_source() -> None:
    """`Original Source:` goes before the page's own site."""
    texts = [TITLE, FIRST, SECOND, THIRD, "Original Source: news.sky.com"]
    reading = read(texts, kept=(1, 2, 3, 4), url="https://copies.example.org/1")
    source = named(reading, "source")
    assert source is not None
    assert source.value == {"name": "Sky News", "domain": "news.sky.com", "url": None}
    assert (source.line, source.consumes) == (5, "block")


@pytest.mark.parametrize("address", ["not a url", "nonsense", "http://[::1", "mailto:ann@ledger.example", "https://x"])
def test_what_is_no_web_address_names_no_site(address: str) -> None:
    """A caller's address may be anything; no domain is made up from it."""
    assert named(read([TITLE, FIRST, SECOND], kept=(1, 2), url=address), "source") is None


def test_the_pages_own_site_is_the_source_otherwise() -> None:
    """The publisher table knows its name; evidence has no line."""
    source = named(read([TITLE, FIRST, SECOND], kept=(1, 2), url="https://www.bbc.com/news/1"), "source")
    assert source is not None
    assert source.value == {"name": "BBC", "domain": "bbc.com", "url": None}
    assert (source.line, source.block, source.consumes) == (None, None, "nothing")


def test_an_open_order_is_warned_of() -> None:
    """Nothing is settled in silence."""
    reading = read([TITLE, "Published: 02/03/2024", FIRST, SECOND], kept=(2, 3))
    assert value(reading, "published") == "2024-03-02"
    assert reading.warnings[0].startswith("ambiguous-date-order: ")
    american = read([TITLE, "Published: 02/03/2024", FIRST, SECOND], kept=(2, 3), options=Options(day_first=False))
    assert value(american, "published") == "2024-02-03"


def lines(reading: fields.Reading, name: str) -> list[int | None]:
    """Blocks that the entries of this field were read from."""
    return [field.block for field in reading.fields if field.name == name]


def test_a_byline_over_several_lines_is_read_as_one() -> None:
    """Each of its lines is consumed by the field, and all entries have one value."""
    texts = [TITLE, "By", "Ann Lee", "and", "Bo Day", "June 17, 2021", "6:30 a.m.", FIRST, SECOND]
    reading = read(texts, kept=(7, 8))
    assert value(reading, "authors") == ["Ann Lee", "Bo Day"]
    assert lines(reading, "authors") == [1, 2, 3, 4]
    assert value(reading, "published") == "2021-06-17T06:30:00"
    assert lines(reading, "published") == [5, 6]


def test_a_label_of_its_own_line_is_consumed_with_its_date() -> None:
    """`Published` above a date belongs to it."""
    reading = read([TITLE, "Published", "May 3, 2023", FIRST, SECOND], kept=(3, 4))
    assert (value(reading, "published"), lines(reading, "published")) == ("2023-05-03", [1, 2])


def test_a_label_two_lines_away_labels_nothing() -> None:
    """`By` before a share bar names nobody in it."""
    assert value(read([TITLE, "By", TITLE, "Share Story", FIRST, SECOND], kept=(4, 5)), "authors") is None


def test_a_labelled_line_goes_before_bare_names_above_it() -> None:
    """A place or tag in capitals is no author where a byline follows."""
    texts = [TITLE, "Marlow Quay", "Column by Ann Lee", "2 December 2024", FIRST, SECOND]
    assert value(read(texts, kept=(4, 5)), "authors") == ["Ann Lee"]


def test_a_sign_off_at_the_end_names_the_author() -> None:
    """Chinese papers sign below the story."""
    texts = [TITLE, FIRST, SECOND, THIRD, "（记者 沈亦舟）"]
    assert value(read(texts, kept=(1, 2, 3)), "authors") == ["沈亦舟"]


def test_names_under_a_pages_title_line_are_a_menus_where_the_headline_follows() -> None:
    """The first line of a flattened page is its title, and what stands below it is the site's."""
    texts = [TITLE, "Sign Up", "5 January 2026", "Other Words Here Now", TITLE, FIRST, SECOND]
    assert value(read(texts, kept=(5, 6)), "authors") is None


FRONT = [
    f"Title: {TITLE}",
    "URL Source: https://www.harbourledger.com/bridge",
    "Published Time: 2024-05-11T09:30:00-04:00",
    "Markdown Content:",
]


def test_front_matter_states_title_address_and_date_and_is_consumed() -> None:
    """Readers that make Markdown of a page print its head as lines."""
    reading = read([*FRONT, TITLE, "By [Ann Lee](https://www.harbourledger.com/lee)", FIRST, SECOND], kept=(0, 6, 7))
    assert value(reading, "title") == TITLE
    assert value(reading, "url") == "https://www.harbourledger.com/bridge"
    assert value(reading, "published") == "2024-05-11T09:30:00-04:00"
    assert value(reading, "authors") == ["Ann Lee"]
    assert {f.block for f in reading.fields if f.consumes == "block"} >= {0, 1, 2, 3}


def test_a_lone_title_line_is_no_front_matter() -> None:
    """A story may open with such a line."""
    reading = read([f"Title: {TITLE}", FIRST, SECOND], kept=(1, 2))
    assert value(reading, "title") is None


def dom(*words: str) -> Dom:
    """A paragraph of an article, with these class words."""
    return Dom(("div", "article", "p"), frozenset(words), 0.0, 1.0)


def page(*texts: tuple[str, str]) -> list[Block]:
    """HTML blocks of (text, class word)."""
    return [block(i, text, headline=text == TITLE, dom=dom("article", word)) for i, (text, word) in enumerate(texts)]


def test_an_html_head_fills_what_no_line_states() -> None:
    """Dates, authors, title and address of the head have no line and consume nothing."""
    stated = Stated(
        title=f"{TITLE} | The Harbour Ledger", site_name="The Harbour Ledger", authors=("Ann Lee and Bo Day",),
        published="2024-12-02T17:22:00.123Z", modified="2024-12-03", canonical="https://www.harbourledger.com/a",
    )  # fmt: skip
    reading = read(page((FIRST, "body"), (SECOND, "body")), kept=(0, 1), stated=stated)
    assert value(reading, "title") == TITLE
    assert value(reading, "authors") == ["Ann Lee", "Bo Day"]
    assert value(reading, "published") == "2024-12-02T17:22:00+00:00"
    assert value(reading, "modified") == "2024-12-03"
    assert value(reading, "url") == "https://www.harbourledger.com/a"
    assert value(reading, "source") == {"name": "The Harbour Ledger", "domain": "harbourledger.com", "url": None}
    assert all(f.consumes == "nothing" and f.line is None for f in reading.fields)


def test_the_visible_byline_goes_before_the_head() -> None:
    """What the page prints is preferred to what its head states."""
    stated = Stated(authors=("Webmaster Admin",), published="2024-12-02")
    blocks = page((TITLE, "head"), ("By Ann Lee", "byline"), (FIRST, "body"), (SECOND, "body"))
    reading = read(blocks, kept=(2, 3), stated=stated)
    assert value(reading, "authors") == ["Ann Lee"]
    assert value(reading, "published") == "2024-12-02"


def test_bare_names_in_html_need_an_authors_markup() -> None:
    """A subject's name beside the date is a tag, not a signature."""
    for word, authors in (("topic", None), ("author", ["Ann Lee"])):
        blocks = page(
            (TITLE, "head"), ("Ann Lee", word), ("2 December 2024", "date"), (FIRST, "body"), (SECOND, "body")
        )
        assert value(read(blocks, kept=(3, 4)), "authors") == authors


def test_a_bare_day_gives_way_to_the_head_with_a_warning() -> None:
    """A date without a label may be today's or an event's."""
    blocks = page((TITLE, "head"), ("5 January 2026", "date"), (FIRST, "body"), (SECOND, "body"))
    reading = read(blocks, kept=(2, 3), stated=Stated(published="2024-12-02"))
    assert value(reading, "published") == "2024-12-02"
    assert reading.warnings[0].startswith("date-conflict: ")


def test_markup_and_description_tell_a_standfirst() -> None:
    """A class word does, and so does the head's description where the block stands apart."""
    marked = page((TITLE, "head"), (LEAD, "standfirst"), (FIRST, "body"), (SECOND, "body"))
    assert value(read(marked, kept=(1, 2, 3)), "summary") == LEAD
    apart = page((TITLE, "head"), (LEAD, "top"), (FIRST, "body"), (SECOND, "body"))
    assert value(read(apart, kept=(1, 2, 3), stated=Stated(description=LEAD)), "summary") == LEAD
    joined = page((TITLE, "head"), (LEAD, "body"), (FIRST, "body"), (SECOND, "body"))
    assert value(read(joined, kept=(1, 2, 3), stated=Stated(description=LEAD)), "summary") is None


def test_an_empty_page_has_no_fields_but_its_language() -> None:
    """Nothing kept, nothing read."""
    assert [f.name for f in read([], kept=()).fields] == ["language"]


def test_the_same_page_reads_the_same_twice() -> None:
    """No state is carried from page to page."""
    assert read(SIGNED, kept=(1, 4, 5, 6)) == read(SIGNED, kept=(1, 4, 5, 6))


STAMPS = [
    ("2 December 2024", "2024-12-02T17:22:00+01:00", "2024-12-02T17:22:00+01:00"),
    ("Published 2 December 2024, 17:22", "2024-12-02T17:22:40+01:00", "2024-12-02T17:22:40+01:00"),
    ("Published 2 December 2024, 17:22", "2024-12-02T16:22:00Z", "2024-12-02T16:22:00+00:00"),
    ("Published 2 December 2024, 17:22", "2024-12-02T09:07:00+01:00", "2024-12-02T17:22:00"),
    ("Published 2 December 2024, 17:22", "2024-12-02", "2024-12-02T17:22:00"),
    ("Published 2 December 2024", "2024-12-03T01:00:00+01:00", "2024-12-02"),
    ("Published 2 December 2024", "1733156520000", "2024-12-02T16:22:00+00:00"),
]


@pytest.mark.parametrize(("shown", "head", "published"), STAMPS)
def test_a_head_that_states_more_of_the_same_moment_is_taken(shown: str, head: str, published: str) -> None:
    """Time and zone are added, another moment is not; the raw words stay the visible ones."""
    blocks = page((TITLE, "head"), (shown, "date"), (FIRST, "body"), (SECOND, "body"))
    field = named(read(blocks, kept=(2, 3), stated=Stated(published=head)), "published")
    assert field is not None
    assert (field.value, field.raw, field.block) == (published, shown, 1)
    assert ("adds" in field.why) == (published not in ("2024-12-02", "2024-12-02T17:22:00"))


def test_a_labelled_date_that_the_head_contradicts_stays_with_a_warning() -> None:
    """Page before head, and nothing in silence."""
    blocks = page((TITLE, "head"), ("Published 2 December 2024", "date"), (FIRST, "body"), (SECOND, "body"))
    reading = read(blocks, kept=(2, 3), stated=Stated(published="2024-11-05"))
    assert value(reading, "published") == "2024-12-02"
    assert reading.warnings[0].startswith("date-conflict: ")


def marked_up(html: str) -> fields.Reading:
    """The reading of an article element of which all paragraphs were kept."""
    root = lxml.html.document_fromstring(html)
    found = [(" ".join("".join(map(str, e.itertext())).split()), e) for e in root.iter("h1", "h2", "p")]
    blocks = [
        replace(block(i, text), first=i + 1, headline=text == TITLE,
                dom=Dom(("article", str(e.tag)), frozenset((e.get("class") or "p").split()), 0.0, 1.0, level))
        for i, (text, e) in enumerate(found) for level in [int(e.tag[1]) if e.tag != "p" else 0]
    ]  # fmt: skip
    verdicts = [Verdict(b, b.words > 8 and not b.dom.level, 1.0, "test", Said("by hand")) for b in blocks if b.dom]
    whole = Page("html", (), root=root)
    stated = read_stated(root)
    return fields.read(whole, blocks, verdicts, stated=stated, language="en", options=Options())


BODY = f"<p>{FIRST}</p>\n<p>{SECOND}</p>"


def test_the_time_element_of_the_date_line_adds_its_time() -> None:
    """The element beside the headline does, not that of a comment with the same words."""
    reading = marked_up(
        f"<h1>{TITLE}</h1>\n<p><time datetime='2024-02-19T06:10:33-08:00'>February 19, 2024</time></p>\n{BODY}\n"
        "<p><time datetime='2024-02-19T23:00:00-08:00'>February 19, 2024</time></p>"
    )
    assert value(reading, "published") == "2024-02-19T06:10:33-08:00"


def test_a_time_element_dates_a_line_that_prints_no_day() -> None:
    """`2 hours ago` says nothing, its markup does."""
    reading = marked_up(f"<h1>{TITLE}</h1><p><time datetime='2024-02-19'>2 hours ago</time></p>{BODY}")
    assert value(reading, "published") == "2024-02-19"


def test_marked_up_authors_end_where_their_elements_end() -> None:
    """Flattened markup glues words to a name; the element tells where it ends."""
    reading = marked_up(f"<h1>{TITLE}</h1><p class='byline'>By <a rel='author'>Ann Lee</a>In Travel</p>{BODY}")
    assert value(reading, "authors") == ["Ann Lee"]


@pytest.mark.parametrize(
    ("head", "shown", "title"),
    [
        (f"{TITLE} | Harbour Ledger", f"<h2>{TITLE}</h2>", TITLE),
        (f"HarbourOnline - {TITLE}", f"<h1>HarbourOnline</h1><h2>{TITLE}</h2>", TITLE),
        ("Ten Years On", f"<h1>Analysis: Ten Years On</h1><h2>{TITLE}</h2>", "Ten Years On"),
        ("New Harbour Bridge in Marlow", f"<h2>What We Saw There Today</h2><h1>{TITLE}</h1>", TITLE),
        ("Dogs of the Quay", f"<h1>{TITLE}</h1>", TITLE),
        ("Dogs of the Quay", "<h2>What We Saw There Today</h2>", "Dogs of the Quay"),
    ],
)  # fmt: skip
def test_headline_and_head_are_reconciled(head: str, shown: str, title: str) -> None:
    """The block that says what the head says, without site and rubric; an h1 that words it otherwise stays."""
    assert value(marked_up(f"<title>{head}</title><body>{shown}{BODY}"), "title") == title


@pytest.mark.parametrize(
    ("authors", "value_of", "expected"),
    [
        (("Susan",), "authors", ["Susan"]),
        (("Elena Oberholz (obe)", "Bo Day"), "authors", ["Elena Oberholz", "Bo Day"]),
        (("admin",), "authors", None),
        (("Reuters",), "authors", None),
        (("Reuters",), "credits", {"agencies": ["Reuters"]}),
        (("Harbour Ledger Staff",), "desk", "Harbour Ledger Staff"),
    ],
)
def test_persons_of_the_head_are_authors_and_organisations_are_not(
    authors: tuple[str, ...], value_of: str, expected: object
) -> None:
    """A first name alone counts in the head, which labels it; agencies are credited, desks sign."""
    reading = read(
        page((TITLE, "head"), (FIRST, "body"), (SECOND, "body")), kept=(1, 2), stated=Stated(authors=authors)
    )
    assert value(reading, value_of) == expected
