"""What repeats across the pages of a site is learned once, and is evidence for each of its pages."""

from __future__ import annotations

import random
from collections.abc import Sequence
from pathlib import Path

import pytest

import cleaner
from cleaner.model import Block
from cleaner.readers import read
from cleaner.segment import segment
from cleaner.templates import Book, Sketch, marked, site_of
from cleaner.templates.lines import PageLines, lines_of, places

SITE = "courier.example"
ABOVE = ("The Harbour Courier", "Boats and people", "Tide room", "Letters to the quay")
BELOW = (
    "Walk with us on Sundays, rain or shine",
    "Lantern club",
    "Rope and tar",
    "Who we are and why we print on paper",
)
STORIES = (
    ("Ferry returns to Aldermoor", "The ferry across the Varrow sails again after eleven years, the council said."),
    (
        "Baker wins the spring fair",
        "A baker from Lundholm took the first prize at the fair with a loaf of rye and salt.",
    ),
    (
        "School bell falls silent",
        "The bell of the old school will not ring before autumn, for its rope has been stolen.",
    ),
    ("Otters seen at the weir", "Three otters were seen at the weir by a watchman who had come to mend a lamp there."),
    ("New lamp for the pier", "The pier will have a new lamp before the winter storms, paid for by the boats' owners."),
    ("Choir sings to the miners", "The choir of the valley sang to the miners on the last day of the shift, as ever."),
)
MORE = "Nobody had expected it, said Marit Olsen, who has kept the only shop of the island for half of her life."


def page(number: int) -> str:
    """A story in the site's frame, flattened."""
    title, story = STORIES[number]
    return "\n\n".join([*ABOVE, title, story, f"{MORE[:-1]}, {number} times.", *BELOW])


def blocks(text: str) -> tuple[Block, ...]:
    """The page's blocks."""
    return tuple(segment(read(text, kind="text")))


def learn(path: Path, pages: Sequence[str], most: int = 500) -> Book:
    """A book of these pages."""
    with Sketch(most) as sketch:
        for text in pages:
            sketch.add(SITE, lines_of(blocks(text)))
        sketch.write(path)
    return Book(path)


def test_a_line_of_the_frame_is_told_on_how_many_other_pages_it_stands(tmp_path: Path) -> None:
    """The page itself does not count; lines of the story have nothing to tell."""
    book = learn(tmp_path / "t", [page(number) for number in range(6)])
    told = {block.text: block.recurs for block in marked(blocks(page(0)), book, SITE)}
    for line in (*ABOVE, *BELOW):
        recurs = told[line]
        assert recurs is not None
        assert (recurs.pages, recurs.of, recurs.alike) == (5, 5, 5)
        assert recurs.place == ("above" if line in ABOVE else "below")
    assert told[STORIES[0][0]] is None
    assert told[STORIES[0][1]] is None


def test_a_page_that_was_not_learned_from_has_all_of_them_as_others(tmp_path: Path) -> None:
    """Nothing is taken off a count that it is not in."""
    book = learn(tmp_path / "t", [page(number) for number in range(5)])
    recurs = next(block.recurs for block in marked(blocks(page(5)), book, SITE) if block.text == ABOVE[0])
    assert recurs is not None
    assert (recurs.pages, recurs.of) == (5, 5)


def test_leaving_a_page_out_is_as_if_it_had_never_been_learned(tmp_path: Path) -> None:
    """The counts with the page taken off are those of a book that never saw it."""
    texts = [page(number) for number in range(6)]
    with_it = marked(blocks(page(2)), learn(tmp_path / "a", texts), SITE)
    without = marked(blocks(page(2)), learn(tmp_path / "b", texts[:2] + texts[3:]), SITE)
    assert with_it == without


def test_the_same_pages_give_the_same_bytes_in_any_order(tmp_path: Path) -> None:
    """Copies among them too, and a site of more pages than are kept."""
    texts = [*(page(number) for number in range(6)), page(0), f"{page(1)}\n\nA line that only this copy has"]
    made = set()
    for seed in range(4):
        random.Random(seed).shuffle(texts)
        for most in (500, 5):
            path = learn(tmp_path / f"{seed}-{most}", texts, most).path
            made.add((most, path.read_bytes()))
    assert len(made) == 2


def test_a_page_that_was_printed_five_times_is_one_page(tmp_path: Path) -> None:
    """Its story is no template, and one page is too few to learn from."""
    book = learn(tmp_path / "t", [page(0)] * 5)
    assert all(block.recurs is None for block in marked(blocks(page(0)), book, SITE))


def test_a_site_of_four_pages_is_not_learned(tmp_path: Path) -> None:
    """What three of four share may be one story's; how many sites had too few is told."""
    with Sketch() as sketch:
        for number in range(4):
            sketch.add(SITE, lines_of(blocks(page(number))))
        assert sketch.write(tmp_path / "t") == (0, 1)
    assert all(block.recurs is None for block in marked(blocks(page(5)), Book(tmp_path / "t"), SITE))


def test_of_a_large_site_a_sample_of_pages_is_kept(tmp_path: Path) -> None:
    """Shares stay what they were."""
    texts = [page(0).replace(STORIES[0][0], f"Ferry {'x' * number} returns") for number in range(60)]
    book = learn(tmp_path / "t", texts, 20)
    known = book.look_up(SITE, "no such page", [ABOVE[0].casefold()])
    assert known.pages == 20
    assert known.lines[ABOVE[0].casefold()]["above"] == 20


def test_a_line_alone_between_paragraphs_stands_amid_the_story() -> None:
    """A run of recurring lines there is a box that interrupts it."""
    story, line = ("", True), ("tide room", False)
    assert places(page_of(story, line, story), {"tide room"})[1] == "amid"
    box = [("tide room", False), ("rope", False), ("tar", False)]
    assert places(page_of(story, *box, story, story), {"tide room", "rope", "tar"})[1:4] == ["boxed"] * 3


def test_a_line_of_the_frame_that_comes_again_alone_is_part_of_a_sentence() -> None:
    """The house's name, cut out of a sentence by its link."""
    menu = [("courier", False), ("boats", False), ("tide room", False)]
    found = places(
        page_of(*menu, ("the", False), ("courier", False), ("asked", False)), {"courier", "boats", "tide room"}
    )
    assert found[0] == "above"
    assert found[4] == "amid"


def page_of(*lines: tuple[str, bool]) -> PageLines:
    """A page of these (key, is a paragraph) pairs."""
    keys, prose = zip(*lines, strict=True)
    return PageLines("", "", keys, prose)


@pytest.mark.parametrize(
    ("known", "site"),
    [
        ({"url": "https://news.courier.co.uk/a/b"}, "courier.co.uk"),
        ({"url": None, "canonical": "https://www.courier.com/x"}, "courier.com"),
        ({"url": None, "id": "https://courier.com/x"}, "courier.com"),
        ({"url": None, "id": "crawl/www.courier.com/2024/story"}, "courier.com"),
        ({"url": None, "id": "2024/story", "folder": "courier"}, "courier"),
        ({"url": "https://courier.com/", "folder": "pages"}, "courier.com"),
        ({"url": None}, ""),
    ],
)
def test_a_site_is_named_by_the_best_that_is_known(known: dict[str, str | None], site: str) -> None:
    """Address, canonical link, an id that holds one, the folder."""
    assert site_of(**known) == site


def test_a_file_of_something_else_is_refused(tmp_path: Path) -> None:
    """With what to do, and before a page is cleaned by it."""
    (tmp_path / "t").write_text("not templates")
    for path in (tmp_path / "t", tmp_path / "gone"):
        with pytest.raises(cleaner.ConfigError, match="cleaner learn"):
            Book(path).check()
        with pytest.raises(cleaner.ConfigError, match="cleaner learn"):
            cleaner.clean(page(0), options=cleaner.Options(templates=str(path), site=SITE))


def test_what_a_site_repeats_goes_by_name_and_with_a_reason(tmp_path: Path) -> None:
    """In the ledger, in words; the story stays as it was."""
    book = learn(tmp_path / "t", [page(number) for number in range(6)])
    options = cleaner.Options(templates=str(book.path), site=SITE)
    document = cleaner.clean(page(3), options=options)
    assert document.title == STORIES[3][0]
    assert [block.text for block in document.blocks] == [STORIES[3][1], f"{MORE[:-1]}, 3 times."]
    removed = {line["text"]: line for line in document.to_dict(ledger=True)["removed"]}
    assert set(removed) == {*ABOVE, *BELOW}
    club = removed[BELOW[1]]
    assert club["rule"] == "repeats/site-template"
    assert club["why"] == "stands on 5 of 5 other pages of courier.example, below the story"


def test_versions_of_one_story_do_not_make_a_template_of_it(tmp_path: Path) -> None:
    """A live report, crawled eight times as it grew: its paragraphs stand on all pages, and stay."""
    told = [f"At {hour} o'clock {story}" for hour, (_, story) in enumerate(STORIES, start=7)]
    told.insert(2, "The boats are out")
    versions = ["\n\n".join([*ABOVE, f"{STORIES[size % 6][0]} again", *told[:size], *BELOW]) for size in range(2, 8)]
    book = learn(tmp_path / "t", versions)
    for size, version in enumerate(versions, start=2):
        document = cleaner.clean(version, options=cleaner.Options(templates=str(book.path), site=SITE))
        assert [line for line in told[:size] if line not in document.text] == []
        assert ABOVE[1] not in document.text
        assert BELOW[1] not in document.text


def test_versions_under_one_headline_count_as_one_page(tmp_path: Path) -> None:
    """However many there are: one story says nothing of a site."""
    told = [f"Part {part} of the long night began when {story.lower()}" for part in range(6) for _, story in STORIES]
    versions = ["\n\n".join([*ABOVE, STORIES[0][0], *told[:size], *BELOW]) for size in range(4, 36)]
    book = learn(tmp_path / "t", versions)
    assert all(block.recurs is None for block in marked(blocks(versions[9]), book, SITE))


def test_html_and_flattened_text_of_a_site_teach_each_other(tmp_path: Path) -> None:
    """A line is a line, whatever form it came in."""
    with Sketch() as sketch:
        for number in range(5):
            markup = "".join(f"<p>{part}</p>" for part in page(number).split("\n\n"))
            html = read(f"<html><body>{markup}</body></html>", kind="html")
            sketch.add(SITE, lines_of(segment(html)))
        sketch.write(tmp_path / "t")
    told = {block.text: block.recurs for block in marked(blocks(page(5)), Book(tmp_path / "t"), SITE)}
    assert all(told[line] for line in (*ABOVE, *BELOW))


def test_a_story_under_a_new_lead_each_time_stays_whole(tmp_path: Path) -> None:
    """Ten addresses, ten headlines and leads, one body: the body is on every page of the site, and is no template."""
    body = [story for _, story in STORIES]
    hours = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
    versions = [
        "\n\n".join(
            [*ABOVE, f"Night falls on the quay at {hour}", f"At {hour} the lamp of the pier went out.", *body, *BELOW]
        )
        for hour in hours
    ]
    book = learn(tmp_path / "t", versions)
    for version in versions:
        document = cleaner.clean(version, options=cleaner.Options(templates=str(book.path), site=SITE))
        assert [line for line in body if line not in document.text] == []
