"""Credit lines and source lines."""

from __future__ import annotations

from typing import Any

import pytest

from cleaner.normalise import credit, source

CREDITS: list[tuple[str, dict[str, Any]]] = [
    ("(With inputs from agencies.)", {"generic_agencies": True}),
    ("(With agency inputs)", {"generic_agencies": True}),
    ("(With inputs from PTI)", {"agencies": ["Press Trust of India"]}),
    ("(Con información de AFP y EFE)", {"agencies": ["Agence France-Presse", "EFE"]}),
    ("Reporting by Ann Lee in Lima; Editing by Bo Day", {"reporters": ["Ann Lee"], "editors": ["Bo Day"]}),
    ("Reporting by Ann Lee Writing by Bo Day Editing by Cy Fox", {
        "reporters": ["Ann Lee"], "writers": ["Bo Day"], "editors": ["Cy Fox"]}),
    ("(Reporting by Ann Lee; additional reporting by Bo Day and Cy Fox; Editing by Di Hay)", {
        "reporters": ["Ann Lee"], "contributors": ["Bo Day", "Cy Fox"], "editors": ["Di Hay"]}),
    ("The Associated Press contributed to this report.", {"agencies": ["Associated Press"]}),
    ("AP Science Writer Ann Lee in Lima contributed to this report.", {
        "agencies": ["Associated Press"], "contributors": ["Ann Lee"]}),
    ("Redaktion: Lena Groß und Tim Hauser", {"editors": ["Lena Groß", "Tim Hauser"]}),
    ("Photo: Ann Lee/AFP", {"photo": True, "photographers": ["Ann Lee"], "agencies": ["Agence France-Presse"]}),
    ("(Ann Lee / Anadolu via Getty Images)", {
        "photo": True, "photographers": ["Ann Lee"], "agencies": ["Anadolu Agency", "Getty Images"]}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "fields"), CREDITS, ids=[text for text, _ in CREDITS])
def test_a_credit_line_names_each_role(text: str, fields: dict[str, Any]) -> None:
    """Cities go, roles stay apart, a picture's agency is marked as the picture's."""
    found = credit.parse(text)
    assert found is not None
    assert found.to_dict() == fields


@pytest.mark.parametrize(
    "text",
    [
        "Experts have contributed many essays and reports to the harbour's archive over the years.",
        "The editing of the film took a year.",
        "With the bridge closed, traffic moved to the ferry.",
    ],
)
def test_sentences_are_no_credits(text: str) -> None:
    """A role word in a sentence credits nobody."""
    assert credit.parse(text) is None


SOURCES: list[tuple[str, dict[str, Any]]] = [
    ("Original Source: news.sky.com", {"name": "Sky News", "domain": "news.sky.com"}),
    ("Source: Reuters", {"name": "Reuters"}),
    ("Quelle: dpa", {"name": "dpa"}),
    ("Quelle: Universität Marlow, Pressemitteilung", {"name": "Universität Marlow"}),
    ("SOURCE Marlow Metals Inc.", {"name": "Marlow Metals Inc."}),
    ("SOURCE: News agencies", {"generic_agencies": True}),
    ("Fuente: El Puerto", {"name": "El Puerto"}),
    ("Source: https://www.bbc.com/news/world-1", {
        "name": "BBC", "domain": "bbc.com", "url": "https://www.bbc.com/news/world-1"}),
    ("Source: harbour-ledger.com", {"name": "harbour-ledger.com", "domain": "harbour-ledger.com"}),
    ("2012年01月12日 09:09:42 | 来源： 新华社", {
        "name": "Xinhua", "published": "2012-01-12T09:09:42", "precision": "second"}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "fields"), SOURCES, ids=[text for text, _ in SOURCES])
def test_a_source_line_names_whose_story_it_is(text: str, fields: dict[str, Any]) -> None:
    """Agencies by canonical name, well-known domains by their publisher's, others as printed."""
    found = source.parse(text)
    assert found is not None
    assert found.to_dict() == fields


@pytest.mark.parametrize(
    "text",
    [
        "Sources said the bridge would close.",
        "Quellen:",
        "Source of the river: a spring in the hills",
        "Quelle: Hafenamt (Stand: 5. Februar 2020)",
    ],
)
def test_other_sources_are_left_alone(text: str) -> None:
    """Anonymous sources, springs and charts are nobody's story."""
    assert source.parse(text) is None
