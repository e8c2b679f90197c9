"""Bylines: persons apart from desks, agencies, outlets and roles."""

from __future__ import annotations

from typing import Any

import pytest

from cleaner.normalise import byline

READ: list[tuple[str, dict[str, Any]]] = [
    ("By Ann Lee", {"authors": ["Ann Lee"]}),
    ("By Ann Lee | January 8, 2020", {"authors": ["Ann Lee"], "published": "2020-01-08", "precision": "day"}),
    ("By [Ann Lee](https://harbour.example/lee)", {"authors": ["Ann Lee"]}),
    ("**By Ann Lee**", {"authors": ["Ann Lee"]}),
    ("Texto de Rosa Díaz", {"authors": ["Rosa Díaz"]}),
    ("（记者 沈亦舟）", {"authors": ["沈亦舟"]}),
    ("By Ann Lee In Travel, Food", {"authors": ["Ann Lee"]}),
    ("By Ann Lee 2 minutes read", {"authors": ["Ann Lee"]}),
    ("By ANN LEE and BO DAY", {"authors": ["Ann Lee", "Bo Day"]}),
    ("Von Lena Groß, Tim Hauser und Uwe Kern", {"authors": ["Lena Groß", "Tim Hauser", "Uwe Kern"]}),
    ("Par Luc Martel", {"authors": ["Luc Martel"]}),
    ("Por Rosa Díaz y Juan Peña", {"authors": ["Rosa Díaz", "Juan Peña"]}),
    ("di Carla Neri", {"authors": ["Carla Neri"]}),
    ("Autor: Jan Nowy", {"authors": ["Jan Nowy"]}),
    ("Текст: Анна Белая", {"authors": ["Анна Белая"]}),
    ("作者：李大河", {"authors": ["李大河"]}),
    ("김바다 기자", {"authors": ["김바다"]}),
    ("By Ursula von der Marlow", {"authors": ["Ursula von der Marlow"]}),
    ("By MARÍA DE LA CRUZ", {"authors": ["María de la Cruz"]}),
    ("By Seán Ó Briain", {"authors": ["Seán Ó Briain"]}),
    ("By Ann Lee Ann Lee", {"authors": ["Ann Lee"]}),
    ("By Dr. Ann Lee, MD", {"authors": ["Ann Lee"]}),
    ("By Ann Lee@annlee", {"authors": ["Ann Lee"]}),
    ("By Ann Lee ann.lee@harbour.example", {"authors": ["Ann Lee"], "email": "ann.lee@harbour.example"}),
    ("By Ann Lee, Political Correspondent", {"authors": ["Ann Lee"], "role": "Political Correspondent"}),
    ("By Ann LeeStaff Writer", {"authors": ["Ann Lee"], "role": "Staff Writer"}),
    ("By Ann Lee Fox News", {"authors": ["Ann Lee"], "outlet": "Fox News"}),
    ("By Ann Lee and AP", {"authors": ["Ann Lee"], "agency": "Associated Press"}),
    ("von Ann Lee, RADIO MARLOW", {"authors": ["Ann Lee"], "desk": "RADIO MARLOW"}),
    ("By Ann Lee, HARBOUR SOUTH", {"authors": ["Ann Lee"], "outlet": "HARBOUR SOUTH"}),
    ("Kolumne von Lena Groß", {"authors": ["Lena Groß"]}),
    ("Von dpa", {"agency": "dpa"}),
    ("Von: abc/dpa", {"agency": "dpa", "initials": ["abc"]}),
    ("Harbour News Desk", {"desk": "Harbour News Desk"}),
    ("By Staff Reporter", {"desk": "Staff Reporter"}),
    ("Redacción Puerto", {"desk": "Redacción Puerto"}),
    ("Ann Lee | TNN | Apr 7, 2020, 15:43 IST", {
        "authors": ["Ann Lee"], "agency": "Times News Network", "published": "2020-04-07T15:43:00+05:30",
        "precision": "minute", "tz": "IST"}),
    ("Ann LeePublished Jul 17, 2024, 11:21am|Updated Jul 17, 2024, 6:39pm", {
        "authors": ["Ann Lee"], "published": "2024-07-17T11:21:00", "modified": "2024-07-17T18:39:00",
        "precision": "minute"}),
    ("Text by Ann Lee | Photography by Bo Day", {"authors": ["Ann Lee"], "photographers": ["Bo Day"]}),
    ("By Harbour Desk with Agencies", {"desk": "Harbour Desk", "generic_agencies": True}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "fields"), READ, ids=[text for text, _ in READ])
def test_a_byline_gives_each_its_due(text: str, fields: dict[str, Any]) -> None:
    """Persons become authors, and nothing else does."""
    found = byline.parse(text)
    assert found is not None
    assert found.to_dict() == fields


LEFT_ALONE = [
    "By then the bridge had been closed for a year and nobody in Marlow used it.",
    "Por lo mismo, el alcalde perdió la paciencia y cerró el puente.",
    "Par ailleurs, le président de la région parlera mercredi.",
    "by 23 people",
    "Markdown Content:",
    "The two sides of the harbour were joined on March 5, 2026 by a bridge that Ludmila Harkness had drawn, and over "
    "which the council had fought for years.",
    "كشف المركز عن موعد الافتتاح، اليوم السبت، الموافق 3 يناير 2026، في المدينة",
]


@pytest.mark.parametrize("text", LEFT_ALONE)
def test_sentences_and_counts_are_no_bylines(text: str) -> None:
    """`By then` signs nothing."""
    assert byline.parse(text) is None


def test_a_run_in_byline_says_where_the_story_begins() -> None:
    """`By Ann Lee: The story …` keeps the story."""
    text = "By Ann Lee: The harbour cannot ignore the risk of further floods, the port's director said on Monday."
    found = byline.parse(text)
    assert found is not None
    assert found.authors == ("Ann Lee",)
    assert text[found.rest_starts_at :].startswith("The harbour")


@pytest.mark.parametrize("text", ["By", "by:", "Von", "作者", "", "B"])
def test_a_label_alone_names_nobody(text: str) -> None:
    """However short the line, there is nothing after the label."""
    assert byline.parse(text) is None


def test_many_names_beside_a_date_are_still_a_byline() -> None:
    """A line longer than most signs a story all the same, if its words are names."""
    text = (
        "Ludmila Harkness, Tomas Verlaine, Aino Kestrel, Marguerite Obadele, Ansel Fjordsen and Beatriz Quintero | "
        "Updated March 5, 2026 at 4:28 PM EST"
    )
    found = byline.parse(text)
    assert found is not None
    assert len(found.authors) == 6
    assert found.modified == "2026-03-05T16:28:00-05:00"


@pytest.mark.parametrize(
    ("text", "bare"),
    [
        ("Ludmila Harkness", True),
        ("Ludmila Harkness, Tomas Verlaine and Aino Kestrel", True),
        ("By Ludmila Harkness", False),
        ("Harbour News - By Ludmila Harkness", False),
        ("Ludmila HarknessStaff Writer", False),
        ("0151 496 0000 By Ludmila Harkness", False),
    ],
)
def test_bare_lines_hold_names_and_nothing_that_vouches_for_them(text: str, bare: bool) -> None:
    """No label opens the line, and nothing cuts it where one may follow."""
    assert byline.is_bare(text) is bare
