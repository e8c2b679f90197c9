"""Whole pages: what a reader sees on them (`origin.toml`, by hand), and what the toolkit made of them (snapshots).

`origin.toml` says in `story` which words the story must hold, in `junk` which no part of the document
may hold, in `[expect]` what the page states (names as in the JSON form, dots for nested ones), in `absent`
what it does not state, in `warnings` the codes that must be said, and with `nothing_removed` that the ledger
is empty. `[known_failure]` names an expectation (a snippet, a field's name) and the reason why it
fails today; it must fail, so that a repair is noticed.
"""

from __future__ import annotations

import difflib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

import lxml.html
import pytest
from conftest import SEEDS, Sample, pages

import cleaner
from cleaner import Document
from cleaner.writers import to_explain

SAMPLES = {sample.slug: sample for sample in pages()}
REWRITE = "pytest tests/test_pages.py --rewrite-snapshots"
STATEMENTS = frozenset({"title", "language", "make", "kind", "why", "story", "junk", "expect"})
OPTIONAL = frozenset({"absent", "warnings", "nothing_removed", "known_failure"})


@dataclass(frozen=True, slots=True)
class Expectation:
    """One sentence a reader would say of a page: `aspect` of `name` (is `value`)."""

    slug: str
    aspect: str
    name: str
    value: Any = None


@cache
def cleaned(slug: str) -> Document:
    """The document of a fixture page; cleaned once, for documents are frozen."""
    return cleaner.clean(SAMPLES[slug].data, id=slug)


def one_line(text: str) -> str:
    """The text with every run of white space as one space."""
    return " ".join(text.split())


def story_text(document: Document) -> str:
    """What counts as told: the summary, which stands before the story, and the story's blocks."""
    return one_line("\n".join([document.summary or "", *(block.text for block in document.blocks)]))


def stated(document: Document, name: str) -> Any:
    """The value of a field of the JSON form, None where any part of its dotted name is missing."""
    value: Any = document.to_dict()
    for part in name.split("."):
        value = value.get(part) if isinstance(value, dict) else None
    return value


def story_holds(document: Document, wanted: Expectation) -> None:
    """The words are in the summary or in the story."""
    assert one_line(wanted.name) in story_text(document)


def junk_is_out(document: Document, unwanted: Expectation) -> None:
    """The words are neither in the title nor in the summary nor in the story."""
    assert one_line(unwanted.name) not in f"{document.title or ''} {story_text(document)}"


def field_is(document: Document, wanted: Expectation) -> None:
    """The field has the value that the page states."""
    assert stated(document, wanted.name) == wanted.value


def field_is_empty(document: Document, wanted: Expectation) -> None:
    """A field of which the page says nothing is null or empty."""
    assert not stated(document, wanted.name)


def warning_is_given(document: Document, wanted: Expectation) -> None:
    """One of the warnings has this code."""
    assert wanted.name in [warning.partition(":")[0] for warning in document.warnings]


def ledger_is_empty(document: Document, _: Expectation) -> None:
    """Nothing was removed."""
    assert [verdict.block.text for verdict in document.dropped] == []


CHECKS: dict[str, Callable[[Document, Expectation], None]] = {
    "story": story_holds,
    "junk": junk_is_out,
    "expect": field_is,
    "absent": field_is_empty,
    "warnings": warning_is_given,
    "nothing_removed": ledger_is_empty,
}


def expectations_of(sample: Sample) -> Iterator[Expectation]:
    """Every expectation that the page's `origin.toml` writes down."""
    for aspect in ("story", "junk", "absent", "warnings"):
        for name in sample.origin.get(aspect, ()):
            yield Expectation(sample.slug, aspect, name)
    for name, value in sample.origin["expect"].items():
        yield Expectation(sample.slug, "expect", name, value)
    if sample.origin.get("nothing_removed"):
        yield Expectation(sample.slug, "nothing_removed", "nothing_removed")


def known_failures(sample: Sample) -> dict[str, str]:
    """Reasons by the name of the expectation that fails."""
    reasons: dict[str, str] = sample.origin.get("known_failure", {})
    return reasons


def parametrised() -> Iterator[Any]:
    """A pytest parameter for each expectation of each page, known failures marked strictly."""
    for sample in pages():
        known = known_failures(sample)
        for wanted in expectations_of(sample):
            marks = [pytest.mark.xfail(reason=known[wanted.name], strict=True)] if wanted.name in known else []
            yield pytest.param(wanted, id=f"{sample.slug}-{wanted.aspect}-{wanted.name[:40]}", marks=marks)


@pytest.mark.parametrize("wanted", list(parametrised()))
def test_a_page_gives_what_a_reader_sees_on_it(wanted: Expectation) -> None:
    """The document says what the hand-written expectation says."""
    CHECKS[wanted.aspect](cleaned(wanted.slug), wanted)


@pytest.mark.parametrize("slug", SAMPLES)
def test_an_origin_file_says_all_it_must_and_nothing_that_no_test_reads(slug: str) -> None:
    """Each origin names make, kind and reason; its known failures are expectations; none stands twice."""
    sample = SAMPLES[slug]
    assert set(sample.origin) >= STATEMENTS
    assert set(sample.origin) <= STATEMENTS | OPTIONAL
    assert sample.origin["kind"] == sample.kind
    wanted = list(expectations_of(sample))
    assert set(known_failures(sample)) <= {expectation.name for expectation in wanted}
    assert len({(expectation.aspect, expectation.name) for expectation in wanted}) == len(wanted)


@pytest.mark.parametrize("slug", SAMPLES)
def test_each_snippet_of_an_origin_file_stands_on_its_page(slug: str) -> None:
    """A snippet with a slip of the pen would make its expectation empty, or never to be met."""
    sample = SAMPLES[slug]
    if sample.kind == "html":
        shown = "".join(str(text) for text in lxml.html.document_fromstring(sample.data).itertext())
    else:
        shown = sample.data.decode("utf-8")
    for snippet in (*sample.origin["story"], *sample.origin["junk"]):
        assert one_line(snippet) in one_line(shown).replace(" ,", ",")  # a line may begin with the comma


def test_no_two_pages_are_of_one_make_and_there_are_at_least_25() -> None:
    """The fixture pages differ in make; both kinds and many languages are among them."""
    assert len(SAMPLES) >= 25
    assert len({sample.origin["make"] for sample in SAMPLES.values()}) == len(SAMPLES)
    assert {sample.kind for sample in SAMPLES.values()} == {"html", "text"}
    assert len({sample.origin["language"] for sample in SAMPLES.values()}) >= 12


def compare(sample: Sample, name: str, now: str, rewrite: bool) -> None:
    """Compare with a snapshot, or write it; fails with a difference or with what to do about a missing one."""
    path = sample.folder / name
    if rewrite:
        path.write_text(now, encoding="utf-8", newline="\n")
        return
    if not path.is_file():
        pytest.fail(f"{sample.slug}/{name} is missing; read what the page gives, then run `{REWRITE}`")
    before = path.read_bytes().decode("utf-8")
    if before != now:
        change = difflib.unified_diff(before.splitlines(), now.splitlines(), "snapshot", "now", lineterm="", n=1)
        pytest.fail("\n".join([f"{sample.slug}/{name} has changed; if it should, run `{REWRITE}`", *change]))


@pytest.mark.parametrize("slug", SAMPLES)
def test_the_document_of_a_page_is_as_its_snapshot(slug: str, rewrite_snapshots: bool) -> None:
    """The JSON form with its ledger has not changed unnoticed."""
    compare(SAMPLES[slug], "expected.json", cleaned(slug).to_json(ledger=True), rewrite_snapshots)


@pytest.mark.parametrize("slug", SAMPLES)
def test_the_explanation_of_a_page_is_as_its_snapshot(slug: str, rewrite_snapshots: bool) -> None:
    """Every line's fate, rule and reason have not changed unnoticed."""
    compare(SAMPLES[slug], "explain.txt", to_explain(cleaned(slug)), rewrite_snapshots)


ALEPPO = "002_0a6fc15f135fc704.txt"
MILITIAS = "000_082589255b34b09b.txt"

# Each removed line of the Aleppo page in page order, and the rules or families of rules that name it rightly.
ALEPPO_LEDGER: tuple[tuple[str, str | tuple[str, ...]], ...] = (
    ("date 2024-12-02 Left Menu", "navigation/"),
    ("Escalation in Aleppo: Iran-backed Forces and Syrian Government Intensify Their Standoff", "repeats/"),
    ("TRENDING", "trending/"),
    ("1", "trending/"),
    ("Botafogo Triumphs Despite Early Setback in Copa Libertadores Final", "trending/"),
    ("Botafogo Triumphs Despite Early Setback in Copa Libertadores Final", "trending/"),
    ("Global", "trending/"),
    ("2", "trending/"),
    ("Trump's Bold Move: Patel Tapped for FBI Leadership", "trending/"),
    ("Trump's Bold Move: Patel Tapped for FBI Leadership", "trending/"),
    ("Global", "trending/"),
    ("3", "trending/"),
    ("Kash Patel's Controversial Path to Leading the FBI", "trending/"),
    ("Kash Patel's Controversial Path to Leading the FBI", "trending/"),
    ("Global", "trending/"),
    ("4", "trending/"),
    ("Kash Patel Takes Helm at FBI Amidst Controversy", "trending/"),
    ("Kash Patel Takes Helm at FBI Amidst Controversy", "trending/"),
    ("United States", "trending/"),
    ("OPINION / BLOG / INTERVIEW", "trending/"),
    ("Improving Writing Feedback: GPT-4’s Role in Assessing Young Students’ Revisions", "trending/"),
    ("Harnessing AI and ML to Enhance Space Domain Awareness Amid Rising Orbital Challenges", "trending/"),
    ("Mongolia’s Financial Revolution: Bridging Green and Social Investments for Vision 2050", "trending/"),
    ("The Power of Instant Pay: How Real-Time Earnings Access Drives Increased Work Hours", "trending/"),
    ("DevShots", ("trending/", "navigation/")),
    ("Latest News", "trending/"),
    ("Connect us on", "social/"),
    ("LinkedIn Quora Youtube RSS", "social/"),
    ("Give Feedback", "footer/"),
    ("Subscribe to our Newsletter", "promo/newsletter"),
    ("SECTORS", "footer/site-lists"),
    ("EDITIONS", "footer/site-lists"),
    ("OTHER LINKS", "footer/site-lists"),
    ("OTHER PRODUCTS", "footer/site-lists"),
    ("CONNECT", ("footer/site-lists", "social/")),
    ("Devdiscourse", "footer/"),
    ("Email: info@devdiscourse.com", "footer/contact-line"),
    ("Phone: +91-720-6444012, +91-7027739813, 14, 15", "footer/contact-line"),
    ("VisionRI | Disclaimer | Terms of use | Privacy Policy", "footer/terms-bar"),
    ("© Copyright 2024", "footer/copyright"),
)


@cache
def seed(name: str) -> Document:
    """The document of a seed."""
    return cleaner.clean((SEEDS / name).read_bytes())


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("title", "Escalation in Aleppo: Iran-backed Forces and Syrian Government Intensify Their Standoff"),
        ("desk", "Devdiscourse News Desk"),
        ("authors", []),
        ("published", "2024-12-02T17:22:00+05:30"),
        ("modified", "2024-12-02T17:22:00+05:30"),
        ("source.name", "Devdiscourse"),
        ("source.domain", "devdiscourse.com"),
        ("credits.generic_agencies", True),
        ("language", "en"),
        ("warnings", []),
    ],
)
def test_the_aleppo_seed_gives_its_fields(name: str, value: Any) -> None:
    """Desk, dates with their zone, source and the agencies' credit are read from the page's own words."""
    assert stated(seed(ALEPPO), name) == value


def test_the_aleppo_seed_gives_its_summary() -> None:
    """The abstract above the byline is the summary, whole."""
    summary = seed(ALEPPO).summary or ""
    assert summary.startswith("Iran-backed Iraqi militias have entered Syria")
    assert summary.endswith("across the Middle East.")


def test_the_aleppo_seed_says_why_its_day_comes_first_and_which_zone_its_time_is_in() -> None:
    """02-12-2024 and IST can each be read in two ways; the evidence says which was taken, and why."""
    why = seed(ALEPPO).to_dict()["evidence"]["published"]["why"]
    assert "day" in why
    assert "IST" in why


def test_the_body_of_the_aleppo_seed_is_three_paragraphs_and_nothing_else() -> None:
    """Neither the credit nor any list below it is left in the story."""
    texts = [block.text for block in seed(ALEPPO).blocks]
    assert [text[:28] for text in texts] == [
        "In a significant development",
        "At least 300 fighters primar",
        "The ongoing conflict has int",
    ]
    assert texts[-1].endswith("volatile Middle Eastern landscape.")


def test_each_other_line_of_the_aleppo_seed_is_in_the_ledger() -> None:
    """The ledger holds every removed line in page order, each once."""
    removed = seed(ALEPPO).to_dict(ledger=True)["removed"]
    assert [entry["text"] for entry in removed] == [text for text, _ in ALEPPO_LEDGER]


@pytest.mark.parametrize(("position", "text", "rule"), [(n, *entry) for n, entry in enumerate(ALEPPO_LEDGER)])
def test_a_rule_names_rightly_why_a_line_of_the_aleppo_seed_went(
    position: int, text: str, rule: str | tuple[str, ...]
) -> None:
    """A menu line goes as a menu line, a trending list as a trending list, and so on."""
    nth = [earlier for earlier, _ in ALEPPO_LEDGER[:position]].count(text)
    removed = [entry for entry in seed(ALEPPO).to_dict(ledger=True)["removed"] if entry["text"] == text]
    assert len(removed) > nth, "the line is not in the ledger"
    entry = removed[nth]
    assert entry["rule"].startswith(rule)
    assert entry["why"]


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("title", "Iran-Backed Militias Reinforce Assad as Syrian Conflict Escalates"),
        ("source.name", "Sky News"),
        ("source.domain", "news.sky.com"),
        ("language", "en"),
        ("authors", []),
        ("desk", None),
        ("published", None),
        ("modified", None),
        ("dateline", None),
        ("warnings", []),
    ],
)
def test_the_militias_seed_gives_its_fields_and_invents_none(name: str, value: Any) -> None:
    """Only the headline and the source are stated; there is no date and no author."""
    assert stated(seed(MILITIAS), name) == value


def test_the_militias_seed_keeps_its_four_paragraphs() -> None:
    """All four paragraphs are told, the first as summary or as body, and the source line is not."""
    document = seed(MILITIAS)
    told = [text for text in (document.summary, *(block.text for block in document.blocks)) if text]
    assert [text.split(" ", 2)[:2] for text in told] == [
        ["Iran-backed", "militias"],
        ["Recent", "developments"],
        ["The", "Syrian"],
        ["In", "summary,"],
    ]
    assert document.dropped == []
