"""A document made by hand, so that the writers are tested without the rooms before them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from cleaner.document import Document
from cleaner.model import Block, Call, Fate, Field, Hit, Said, StoryBlock, Verdict


def _verdict(index: int, text: str, fate: Fate, *, score: float, rule: str, why: str, **more: Any) -> Verdict:
    block = Block(index=index, text=text, folded=text.casefold(), first=index * 2 + 1, last=index * 2 + 1)
    return Verdict(block, fate is not Fate.DROPPED, score, rule, Said(why, more.pop("evidence", ())), fate=fate, **more)


VERDICTS = (
    _verdict(
        0,
        "Home | News | Weather",
        Fate.DROPPED,
        score=-4.12345,
        rule="navigation/menu-line",
        why="'Home', 'News' and 'Weather' are menu words",
        hits=(
            Hit(0, Call.DROP, 0.9, "'Home', 'News' and 'Weather' are menu words", "navigation/menu-line"),
            Hit(0, Call.KEEP, 0.2, "it stands before the headline", "keep/headline"),
        ),
        evidence=(("short line", -1.5), ("no full stop", -0.25)),
    ),
    _verdict(
        1,
        "Ferry returns to Lundholm",
        Fate.FIELD,
        score=2.0,
        rule="headline",
        why="it is the headline",
        fields=("title",),
    ),
    _verdict(2, "The ferry sailed again on Monday.", Fate.STORY, score=3.5, rule="score", why="it reads as a story"),
)

FIELDS = (
    Field(
        "title", "Ferry returns to Lundholm", "Ferry returns to Lundholm", "title/headline", "it opens the page", 3, 1
    ),
    Field("language", "en", "", "language/words", "most function words are English"),
    Field("credits", {"editors": ["Ann Lee"]}, "Editing by Ann Lee", "credit/line", "'Editing by' opens it", 9, 4),
    Field("credits", {"generic_agencies": True}, "(With agencies.)", "credit/generic", "it names agencies", 11, 5),
)

STATS = {
    "lines_in": 3,
    "blocks_in": 3,
    "blocks_kept": 1,
    "blocks_in_fields": 1,
    "blocks_dropped": 1,
    "characters_in": 79,
    "characters_out": 33,
}

DOCUMENT = Document(
    id="island/ferry",
    url="https://news.example/ferry",
    language="en",
    title="Ferry returns to Lundholm",
    summary="A boat is back.",
    authors=("Ann Lee", "Bo Chen"),
    desk=None,
    published="2024-12-02T17:22:00+05:30",
    modified=None,
    dateline={"location": "Lundholm", "date": "--12-02", "agency": "Island Wire"},
    source={"name": "Island News", "domain": "news.example"},
    credits={"agencies": [], "editors": ["Ann Lee"], "generic_agencies": True},
    blocks=(StoryBlock("paragraph", "The ferry sailed again on Monday."),),
    warnings=("ambiguous-date-order: 02-12-2024 was read day first",),
    fields=FIELDS,
    verdicts=VERDICTS,
    stats=STATS,
)


@pytest.fixture
def document() -> Document:
    """A small story with a menu line above it."""
    return DOCUMENT


@pytest.fixture
def story() -> Callable[..., Document]:
    """A function that gives the document another story: (kind, text) pairs."""

    def tell(*blocks: tuple[Any, str], **changes: Any) -> Document:
        bare: dict[str, Any] = {
            "title": None,
            "summary": None,
            "authors": (),
            "published": None,
            "dateline": None,
            "source": None,
        }
        return replace(DOCUMENT, blocks=tuple(StoryBlock(kind, text) for kind, text in blocks), **(bare | changes))

    return tell
