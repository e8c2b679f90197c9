"""Markdown is readable, and a page cannot write markup into it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from cleaner.document import Document
from cleaner.writers import to_markdown


def test_a_whole_document(document: Document) -> None:
    """Title, summary, what is known of it, story."""
    assert to_markdown(document) == (
        "# Ferry returns to Lundholm\n\n"
        "*A boat is back.*\n\n"
        "By Ann Lee and Bo Chen · Lundholm · Island Wire · published 2024-12-02T17:22:00+05:30 · "
        "Island News (news.example)\n\n"
        "The ferry sailed again on Monday.\n"
    )


def test_an_empty_document_is_an_empty_file(story: Callable[..., Document]) -> None:
    """No stray blank lines for a page of junk."""
    assert to_markdown(story()) == ""


def test_every_kind_of_block_has_its_form(story: Callable[..., Document]) -> None:
    """Neighbouring list items are one list; captions stay out, as they do of the text."""
    written = to_markdown(
        story(
            ("heading", "What happened"),
            ("list_item", "One"),
            ("list_item", "Two"),
            ("quote", "We sail."),
            ("table", "Boat 1\nBoat 2"),
            ("caption", "The pier."),
            ("code", "x = 1"),
        )
    )
    assert written == (
        "## What happened\n\n- One\n- Two\n\n> We sail.\n\n```\nBoat 1\nBoat 2\n```\n\n```\nx = 1\n```\n"
    )


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("<script>alert(1)</script>", "&lt;script>alert(1)&lt;/script>"),
        ("&lt;b&gt; and &#60;", "&amp;lt;b&amp;gt; and &amp;#60;"),
        ("# No heading", r"\# No heading"),
        ("> no quote", r"\> no quote"),
        ("- no item", r"\- no item"),
        ("+ no item", r"\+ no item"),
        ("1. no item", r"1\. no item"),
        ("2024) no item", r"2024\) no item"),
        ("---", r"\---"),
        ("- - -", r"\- - -"),
        ("Line\n===", "Line\n\\==="),
        ("a | b\n:-- | --", "a | b\n\\:-- | --"),
        ("[a](http://x.example)", r"[a\](http://x.example)"),
        ("[a]: http://x.example", r"[a\]: http://x.example"),
        ("![a](b)", r"![a\](b)"),
        ("*loud* and `code`", r"\*loud\* and \`code\`"),
        ("_soft_", r"\_soft\_"),
        ("~~gone~~", r"\~\~gone\~\~"),
        (r"\* twice", r"\\\* twice"),
        ("break\\\nhere", "break\\\\\nhere"),
        ("    no code", "no code"),
    ],
)
def test_a_page_cannot_add_structure(story: Callable[..., Document], text: str, written: str) -> None:
    """Whatever Markdown would read as markup is escaped."""
    assert to_markdown(story(("paragraph", text))) == written + "\n"


@pytest.mark.parametrize(
    "text",
    [
        "AT&T and 5 < 6 > 4, the file snake_case_name, [sic] he said.",
        "It cost $5 (about €4) - or 30% - in 2024. Not 1.5 million.",
        "#ferry is what they tweeted, ~20 times.".replace("#ferry", "The tag #ferry"),
        "-5 degrees; it's “cold”: 3:1.",
        "C:\\boats",
    ],
)
def test_ordinary_prose_stays_as_people_wrote_it(story: Callable[..., Document], text: str) -> None:
    """Escapes that nothing needs only make text ugly."""
    assert to_markdown(story(("paragraph", text))) == text + "\n"


def test_no_text_can_close_its_fence(story: Callable[..., Document]) -> None:
    """The fence is longer than any run of backticks inside."""
    assert to_markdown(story(("code", "```\n# out"))) == "````\n```\n# out\n````\n"


@pytest.mark.parametrize(
    ("change", "written"),
    [
        ({"title": "Rust #"}, "# Rust \\#\n"),
        ({"title": "Two\nlines"}, "# Two lines\n"),
        ({"summary": "One *two*."}, "*One \\*two\\*.*\n"),
        ({"authors": ("<b>Ann</b>",)}, "By &lt;b>Ann&lt;/b>\n"),
    ],
)
def test_title_summary_and_signature_are_escaped_too(
    story: Callable[..., Document], change: dict[str, Any], written: str
) -> None:
    """They are the page's words as much as its story is."""
    assert to_markdown(story(**change)) == written
