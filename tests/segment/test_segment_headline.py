"""Which blocks are marked as the page's headline."""

from __future__ import annotations

import pytest

from cleaner.readers import read
from cleaner.segment import segment

HEADLINE = "Aldermoor keeps its public bath for another winter"
STORY = (
    "The council of Aldermoor voted on Tuesday to keep its last public bath open until the end of the winter, after "
    "a debate that went on past midnight and was followed by more than two hundred people.",
    "Heating the bath costs about 310,000 pounds a year, more than Aldermoor spends on all its playgrounds together.",
    "Opponents had asked for the money to go to the road along the river, which floods every spring.",
    "A survey found cracks in the roof, but engineers say that the hall is safe for at least another winter.",
)
MENU = ("Home", "News", "Sport", "Weather", "Sign in")
BODY = "".join(f"<p>{paragraph}</p>" for paragraph in STORY)


def in_text(*lines: str) -> list[str]:
    """The headline blocks of flattened text."""
    return [block.text for block in segment(read("\n".join(lines), kind="text")) if block.headline]


def in_html(markup: str) -> list[str]:
    """The headline blocks of a page of HTML."""
    return [block.text for block in segment(read(markup, kind="html")) if block.headline]


def test_the_first_line_of_a_flattened_story_is_its_headline() -> None:
    """Most flatteners print the page's title or headline first."""
    assert in_text(HEADLINE, *STORY) == [HEADLINE]


def test_a_headline_below_a_menu_is_found() -> None:
    """What stands above the story, shares its words and ends without a full stop is its headline."""
    assert in_text(*MENU, HEADLINE, "By Ludmila Harkness", "12 March 2024", *STORY) == [HEADLINE]


def test_a_page_title_with_the_sites_name_repeats_the_headline() -> None:
    """` | Site` behind a headline makes it the page's title, not another one."""
    title = f"{HEADLINE} | Aldermoor Post"
    assert in_text(title, *MENU, HEADLINE, *STORY) == [title, HEADLINE]


@pytest.mark.parametrize("separator", [" | ", " - ", " – ", " — ", " :: ", " • ", " / ", " » "])
def test_the_sites_name_may_stand_behind_any_common_separator(separator: str) -> None:
    """Publishing systems part title and site by these."""
    title = f"{HEADLINE}{separator}Aldermoor Post"
    assert in_text(title, HEADLINE, *STORY) == [title, HEADLINE]


def test_every_appearance_of_the_headline_is_marked() -> None:
    """Share bars and lists of latest stories print it again; the rules need to know all of them."""
    found = in_text(HEADLINE, *STORY, "Latest", HEADLINE, "Swan blocks the bypass for an hour", HEADLINE)
    assert found == [HEADLINE] * 3


def test_case_and_quotes_do_not_hide_a_repetition() -> None:
    """A headline in capitals or with plain quotes is the same headline."""
    headline = "Mayor: “The bath of Aldermoor stays open”"
    again = 'MAYOR: "THE BATH OF ALDERMOOR STAYS OPEN"'
    assert in_text(headline, *STORY, again) == [headline, again]


def test_text_that_begins_with_prose_has_no_headline() -> None:
    """Nothing is made a headline because there has to be one."""
    assert in_text(*STORY) == []


def test_a_page_of_short_lines_has_no_headline() -> None:
    """Without a story there is nothing that a line could be the headline of."""
    assert in_text(*MENU, "Facebook", "Twitter") == []


def test_an_empty_page_has_no_headline() -> None:
    """It has no blocks at all."""
    assert in_text("") == []
    assert in_html("<html><head><title>Aldermoor Post</title></head><body></body></html>") == []


def test_headlines_of_other_stories_are_not_the_pages() -> None:
    """A list below the story looks like headlines, yet it heads nothing."""
    others = ("Swan blocks the bypass for an hour", "Teacher wins cake contest again", "Bins to be weighed soon")
    assert in_text(HEADLINE, *STORY, "Latest", *others) == [HEADLINE]


def test_a_byline_or_a_date_above_the_story_is_not_its_headline() -> None:
    """They stand nearer to the story than the headline does."""
    assert in_text(HEADLINE, "By Ludmila Harkness and Oswin Tarrant", "Published: 12 March 2024", *STORY) == [HEADLINE]


def test_a_japanese_headline_is_found() -> None:
    """Words shared with the story are told by pairs of characters where no spaces part them."""
    story = (
        "市議会は火曜日、駅前の古い公衆浴場を来年三月末まで存続させる議案を可決した。改修費として三億円を計上する。",
        "反対した議員は、毎年春に氾濫する川沿いの道路の整備を優先すべきだと主張したが、議案は賛成多数で通った。",
        "市長は採決の後、公衆浴場の新しい屋根ができた日には自分が最初に入ると約束し、利用者から拍手を受けたという。",
    )
    assert in_text("古い公衆浴場の存続を市議会が可決", *story) == ["古い公衆浴場の存続を市議会が可決"]


def test_the_h1_that_the_head_states_is_the_headline() -> None:
    """og:title and h1 say the same."""
    head = f'<head><meta property="og:title" content="{HEADLINE}"><title>{HEADLINE} | Aldermoor Post</title></head>'
    assert in_html(f"<html>{head}<body><h1>{HEADLINE}</h1>{BODY}</body></html>") == [HEADLINE]


def test_a_title_with_the_sites_name_finds_the_headline_without_it() -> None:
    """`<title>` alone, as old pages have it."""
    head = f"<head><title>{HEADLINE} - Aldermoor Post</title></head>"
    assert in_html(f"<html>{head}<body><h1>Aldermoor Post</h1><h2>{HEADLINE}</h2>{BODY}</body></html>") == [HEADLINE]


def test_an_h1_that_differs_from_og_title_is_found_by_the_story() -> None:
    """Search engines are often told another headline than readers."""
    head = '<head><meta property="og:title" content="Why a small town saved its swimming pool"></head>'
    body = f"<body><div>Aldermoor Post</div><h1>{HEADLINE}</h1>{BODY}</body>"
    assert in_html(f"<html>{head}{body}</html>") == [HEADLINE]


def test_og_title_in_the_body_wins_over_the_site_name_in_the_h1() -> None:
    """Many systems print the site's name as h1 on every page."""
    head = f'<head><meta property="og:title" content="{HEADLINE}"></head>'
    body = f"<body><h1>Aldermoor Post and Advertiser</h1><h2>{HEADLINE}</h2>{BODY}</body>"
    assert in_html(f"<html>{head}{body}</html>") == [HEADLINE]


def test_the_paragraph_that_names_the_headline_is_not_marked() -> None:
    """Only what is little else than the headline repeats it."""
    paragraph = f"{HEADLINE} – under that title the paper had asked its readers for their memories, and many came."
    assert in_text(HEADLINE, *STORY, paragraph) == [HEADLINE]
