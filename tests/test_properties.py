"""What must hold for every page, not for chosen ones."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache

import pytest
from conftest import INPUTS, PAGES, SEEDS, pages
from hypothesis import example, given
from hypothesis import strategies as st

import cleaner
from cleaner import CleanerError, Document, Options
from cleaner.assemble import assemble
from cleaner.model import Fate, Verdict
from cleaner.readers import read
from cleaner.writers import to_text

STORY = (
    "The council of Aldermoor voted on Tuesday to keep its last public bath open until the end of the year.",
    "“We have swum here since we were five,” said Ludmila Harkness, 74, who collected most of the signatures.",
    "Heating the building costs about £310,000 a year, more than the town spends on all its playgrounds together.",
    "A survey in March found cracks in the roof, but engineers say that the hall is safe for at least two winters.",
    "It will not be cheap.",
    "Opponents had asked for the money to go to the road along the river, which floods every spring.",
    "Trending upwards for the first time in years, the number of swimmers reached 61,000 in the last season.",
    "The mayor, who voted against, said that she would be the first to dive in when the new roof is paid for.",
    "Why now?",
    "Members of the club stayed after the vote to stack the chairs, and one of them had brought a cake.",
)
HEADLINES = (
    "Aldermoor keeps its public bath for another winter",
    "How a town talked itself into saving its bath",
)
JUNK = (
    ("Home", "News", "Sport", "Weather", "Sign in"),
    (
        "TRENDING",
        "1",
        "Swan blocks bypass for an hour",
        "2",
        "Teacher wins cake contest again",
        "3",
        "Bins to be weighed",
    ),
    ("Share", "Facebook", "Twitter", "Email"),
    ("Subscribe to our newsletter", "Enter your email", "Sign up"),
    ("Advertisement",),
    ("Related stories", "Why small towns lose their pools", "The last slide on the coast", "Roof repairs explained"),
    ("We use cookies to improve your experience. By continuing to use this site you agree to our use of cookies.",),
    ("Comments (2)", "Leave a comment"),
    ("About us | Contact | Terms of use | Privacy policy", "© 2023 Aldermoor Post. All rights reserved."),
)

# What can stand on a page: every character but the controls that no keyboard sets.
PRINTED = st.characters(exclude_categories=("Cc", "Cs"), include_characters="\n\r\t")


def inputs() -> Iterator[tuple[str, bytes]]:
    """Name and bytes of every fixture page and of both seeds."""
    for sample in pages():
        yield sample.slug, sample.data
    for path in sorted(SEEDS.glob("*.txt")):
        yield path.stem, path.read_bytes()


INPUT = dict(inputs())


@cache
def cleaned(name: str) -> Document:
    """The document of one of the inputs; cleaned once, for documents are frozen."""
    return cleaner.clean(INPUT[name], id=name)


@st.composite
def flattened_pages(draw: st.DrawFn) -> str:
    """Flattened text: a headline, and story paragraphs in order with runs of junk before, between and after."""
    paragraphs = draw(st.lists(st.sampled_from(STORY), min_size=3, max_size=len(STORY), unique=True))
    lines: list[str] = [draw(st.sampled_from(HEADLINES))]
    for paragraph in paragraphs:
        lines += draw(st.sampled_from(((), (), (), *JUNK)))
        lines.append(paragraph)
    before = draw(st.lists(st.sampled_from(JUNK), max_size=2, unique=True))
    after = draw(st.lists(st.sampled_from(JUNK), max_size=4, unique=True))
    framed = [line for run in before for line in run] + lines + [line for run in after for line in run]
    return draw(st.sampled_from(("\n", "\n\n", "\n \n", "\r\n"))).join(framed)


def words(text: str) -> Counter[str]:
    """The words of a text, each with how often it stands there."""
    return Counter(re.findall(r"\w+", text))


def placed(document: Document) -> Counter[str]:
    """The words of all that became of a page: story, evidence of the fields that took words away, ledger."""
    texts = [block.text for block in document.blocks]
    texts += [verdict.block.text for verdict in document.dropped]
    texts += [text for _, text in document.marks]
    taken = {(field.block, field.raw) for field in document.fields if field.consumes != "nothing"}
    return words("\n".join([*texts, *(raw for _, raw in taken)]))


def is_whole(document: Document, verdict: Verdict) -> bool:
    """True where every word of the block is in the place that its fate names."""
    index = verdict.block.index
    raws = [field.raw for field in document.fields if field.block == index]
    if verdict.fate is Fate.STORY:
        raws += [block.text for block in document.blocks]
    elif verdict.fate is Fate.DROPPED:
        raws = [entry.block.text for entry in document.dropped]
    return set(words(verdict.block.text)) <= set(words("\n".join(raws)))


def lost_lines(lines: Sequence[str], document: Document) -> list[str]:
    """Lines with a word that is nowhere in what became of the page."""
    there = placed(document)
    return [line for line in lines if words(line) - there]


@pytest.mark.parametrize("name", [name for name in INPUT if not (PAGES / name / "input.html").is_file()])
def test_every_line_of_a_flattened_page_is_kept_or_in_the_ledger(name: str) -> None:
    """In = kept + removed: no word of any line of flattened text is lost on its way."""
    document = cleaned(name)
    page = read(INPUT[name], kind="auto", options=Options())
    assert lost_lines([line.text for line in page.lines], document) == []
    assert words("\n".join(line.text for line in page.lines)) - placed(document) == Counter()


@pytest.mark.parametrize("name", INPUT)
def test_every_block_ends_in_the_story_in_a_field_or_in_the_ledger(name: str) -> None:
    """The words of a block are all where its fate says that they are."""
    document = cleaned(name)
    assert [verdict.block.text for verdict in document.verdicts if not is_whole(document, verdict)] == []


@given(text=flattened_pages())
def test_a_made_page_is_kept_or_in_the_ledger_word_by_word(text: str) -> None:
    """In = kept + removed, however story and junk are put together."""
    document = cleaner.clean(text, kind="text")
    assert words(text) - placed(document) == Counter()


@given(text=st.text(PRINTED, max_size=400))
def test_any_text_is_kept_or_in_the_ledger(text: str) -> None:
    """In = kept + removed for text that no one would call a page."""
    document = cleaner.clean(text, kind="text")
    page = read(text, kind="text", options=Options())
    assert lost_lines([line.text for line in page.lines], document) == []


@pytest.mark.parametrize("name", INPUT)
def test_the_same_page_gives_the_same_bytes_whatever_was_cleaned_before(name: str) -> None:
    """A second cleaning, after all other pages of this run, gives the first one's bytes."""
    first = cleaned(name).to_json(ledger=True)
    assert cleaner.clean(INPUT[name], id=name).to_json(ledger=True) == first


@given(order=st.permutations(sorted(INPUT)[:6]))
def test_the_order_of_pages_changes_no_byte(order: list[str]) -> None:
    """Pages cleaned in any order give the same bytes."""
    for name in order[:3]:
        assert cleaner.clean(INPUT[name], id=name).to_json(ledger=True) == cleaned(name).to_json(ledger=True)


def test_another_process_with_another_hash_seed_gives_the_same_bytes() -> None:
    """No set's or dict's order, which Python draws anew for each process, reaches the output."""
    sample = max(pages(), key=lambda page: len(page.data))
    name = next(name for name, kind in INPUTS.items() if kind == sample.kind)
    script = (
        "import sys, cleaner; sys.stdout.buffer.write(cleaner.clean(sys.stdin.buffer.read()).to_json(True).encode())"
    )
    run = subprocess.run(
        [sys.executable, "-c", script],
        input=(sample.folder / name).read_bytes(),
        capture_output=True,
        check=True,
        env={**os.environ, "PYTHONHASHSEED": "4711"},
    )
    assert run.stdout.decode("utf-8") == cleaner.clean(sample.data).to_json(ledger=True)


@pytest.mark.parametrize("name", INPUT)
def test_replaying_verdicts_and_fields_over_the_page_rebuilds_the_document(name: str) -> None:
    """A document holds nothing that its verdicts and fields do not say."""
    document = cleaned(name)
    page = read(INPUT[name], kind="auto", id=name, options=Options())
    assert assemble(page, document.verdicts, document.fields, document.warnings) == document


@pytest.mark.parametrize("name", INPUT)
def test_cleaning_a_cleaned_page_changes_nothing(name: str) -> None:
    """The text of a cleaned fixture page or seed goes through once more untouched."""
    once = to_text(cleaned(name))
    assert to_text(cleaner.clean(once, kind="text")) == once


@given(text=flattened_pages())
def test_cleaning_a_cleaned_made_page_changes_nothing(text: str) -> None:
    """The text of any cleaned page, however it is made up, goes through once more untouched."""
    once = to_text(cleaner.clean(text, kind="text"))
    assert to_text(cleaner.clean(once, kind="text")) == once


@given(text=st.text(PRINTED, max_size=2_000))
@example(text="")
@example(text=" \n\t\r\n\u00a0\u2028")
@example(text="a" * 100_000)
@example(text="Trending\n" * 300)
@example(text="“" * 5_000)
@example(text="By By By | | | Updated: Updated:\n(Reuters) - (AP) — (dpa) -")
def test_any_text_gives_a_document(text: str) -> None:
    """No text raises, and what comes out can be written."""
    assert cleaner.clean(text, kind="text").to_json(ledger=True)


@given(text=st.text(st.sampled_from('<>/"=- abp&#;!\n'), max_size=300))
@example(text="<p" * 2_000)
@example(text="<div>" * 3_000 + "x")
@example(text="<!-- <table><tr><p>")
@example(text="<script type='application/ld+json'>{</script><p>A.")
def test_any_markup_gives_a_document(text: str) -> None:
    """No markup raises, however broken, and what comes out can be written."""
    assert cleaner.clean(text, kind="html").to_json(ledger=True)


@given(data=st.binary(max_size=400) | st.text(st.characters(), max_size=400))
@example(data=b"\x89PNG\r\n\x1a\n\x00\x00")
@example(data=b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")
@example(data=b"\xff\xfeA\x00")
@example(data="\x00\x01\ud800 lone surrogate \udfff")
def test_any_data_give_a_document_or_one_line_of_refusal(data: bytes | str) -> None:
    """What is no page at all is refused in one line for people; nothing else is ever raised."""
    refusal = None
    try:
        document = cleaner.clean(data)
    except CleanerError as error:
        refusal = str(error)
    assert len(refusal.splitlines()) == 1 if refusal is not None else document.to_json().encode("utf-8")
