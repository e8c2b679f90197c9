"""What is seen of a line that may be the page's headline."""

from __future__ import annotations

from cleaner.readers import read
from cleaner.segment.from_lines import blocks_of_lines
from cleaner.segment.headline_signs import NAMES, NONE, bare, candidates
from cleaner.segment.story_core import find_story, stems

HEADLINE = "Ferry across the Lorne stops for the winter"
STORY = (
    "The ferry across the Lorne will not run this winter, the harbour board of Ostwick decided on Monday, because the "
    "engine of the only boat has to be replaced before the season begins again in April.",
    "About four hundred people take the ferry every day, most of them on their way to work in the mills of Ostwick.",
    "The harbour board promised a bus over the bridge, but the bridge stands eleven miles up the river.",
)
TEASERS = ("Swan blocks the bypass for an hour", "Teacher wins the cake contest again", "Bins are to be weighed soon")


def signs(*lines: str) -> dict[str, dict[str, float]]:
    """Text of each candidate line -> its signs by name."""
    blocks = blocks_of_lines(read("\n".join(lines), kind="text").lines)
    found, _ = candidates(blocks)
    return {blocks[line.index].text: dict(zip(NAMES, line.signs, strict=True)) for line in found}


def test_a_line_of_the_storys_words_weighs_most() -> None:
    """Headlines are made of what their story says; teasers of other stories are not."""
    found = signs(*TEASERS, HEADLINE, *STORY)
    assert found[HEADLINE]["weight beside heaviest"] == 1
    assert all(found[teaser]["weight beside heaviest"] < 0.5 for teaser in TEASERS)


def test_a_page_title_with_the_sites_name_is_known_as_such() -> None:
    """The headline stands inside the page's first line, and shares its words."""
    found = signs(f"{HEADLINE} | Ostwick Courier", *TEASERS, HEADLINE, *STORY)
    assert found[HEADLINE]["inside first line"] == 1
    assert found[HEADLINE]["first line's share"] == 1
    assert found[TEASERS[0]]["first line's share"] == 0


def test_a_byline_or_date_below_a_line_is_seen() -> None:
    """Right below and near below are two signs."""
    found = signs(TEASERS[0], HEADLINE, "12.03.2024 08:15", *STORY)
    assert (found[HEADLINE]["signature right below"], found[HEADLINE]["signature near"]) == (1, 1)
    assert (found[TEASERS[0]]["signature right below"], found[TEASERS[0]]["signature near"]) == (0, 1)


def test_titles_below_each_other_are_a_run() -> None:
    """A list of teasers is told by its neighbours, not by its words."""
    found = signs(*TEASERS, *STORY)
    assert found[TEASERS[0]]["titles below"] > 0
    assert found[TEASERS[0]]["titles above"] == 0
    assert found[TEASERS[2]]["titles above"] > found[TEASERS[1]]["titles above"] > 0


def test_blank_lines_everywhere_tell_nothing() -> None:
    """Flatteners that part all blocks by blank lines part the headline no more than others."""
    apart = signs(*"\n\n".join((*TEASERS, HEADLINE, *STORY)).split("\n"))
    alone = signs(*TEASERS, "", HEADLINE, *STORY)
    assert alone[HEADLINE]["blank line where few are"] > 0.7
    assert apart[HEADLINE]["blank line where few are"] < 0.3


def test_a_line_far_above_the_story_needs_a_date_below_it() -> None:
    """Whole menus stand there; only what a byline or date follows is looked at."""
    menu = tuple(f"Offices and departments of district number {word}" for word in "abcdefghijklmnopqrstuvwxyz" * 2)
    found = signs("Ostwick", *TEASERS, *menu, HEADLINE, *STORY)
    assert HEADLINE in found
    assert TEASERS[2] not in found
    assert TEASERS[2] in signs("Ostwick", *TEASERS, "12.03.2024 08:15", *menu, HEADLINE, *STORY)


def test_menus_bylines_and_addresses_are_no_candidates() -> None:
    """What is known to be something else is not weighed."""
    others = (
        "Skip to main content",
        "By Ludmila Harkness and Oswin Tarrant",
        "The list: https://ostwick.example/ferry",
    )
    assert not set(signs(*others, HEADLINE, *STORY)).intersection(others)


def test_a_page_without_prose_has_no_candidates() -> None:
    """The signs that none is the headline are there all the same."""
    blocks = blocks_of_lines(read("\n".join(("Home", "News", "Sport")), kind="text").lines)
    found, none = candidates(blocks)
    assert (found, len(none)) == ([], len(NONE))


def test_of_a_thousand_teasers_few_are_weighed() -> None:
    """Menus and lists above the story cost next to nothing."""
    found = signs(*(f"{teaser} in district {number}" for number in range(400) for teaser in TEASERS), *STORY)
    assert len(found) < 100


def test_prose_above_a_list_belongs_to_the_story_below_it() -> None:
    """Teasers that break a story do not make its second half the whole."""
    lines = (HEADLINE, STORY[0], "Most read", *TEASERS, *TEASERS, *STORY)
    story = find_story(blocks_of_lines(read("\n".join(lines), kind="text").lines))
    assert story is not None
    assert (story.first, story.core) == (1, 9)


def test_words_are_compared_by_their_beginnings() -> None:
    """Endings differ in most languages; vowel signs do not part an Indic word; Chinese goes by pairs."""
    assert stems("паромы переправы") == ["паромы", "перепр"]
    assert stems("समस्तीपुर") == ["समस्ती"]
    assert stems("渡船停航") == ["渡船", "船停", "停航"]


def test_the_sites_name_is_taken_off_a_title() -> None:
    """A dash inside a word stays."""
    assert bare("ferry stops for the winter - ostwick courier") == "ferry stops for the winter"
    assert bare("the two-week ferry strike") == "the two-week ferry strike"
