"""Plain text is the page's words and nothing else."""

from __future__ import annotations

from collections.abc import Callable

from cleaner.document import Document
from cleaner.writers import to_text


def test_title_summary_and_story_are_joined_by_blank_lines(document: Document) -> None:
    """No marks, no labels: cleaning it again finds nothing to take away."""
    assert to_text(document) == "Ferry returns to Lundholm\n\nA boat is back.\n\nThe ferry sailed again on Monday.\n"


def test_captions_are_left_out(story: Callable[..., Document]) -> None:
    """A caption belongs to a picture that is not there."""
    assert to_text(story(("paragraph", "One."), ("caption", "The pier."), ("paragraph", "Two."))) == "One.\n\nTwo.\n"


def test_an_empty_document_is_an_empty_file(story: Callable[..., Document]) -> None:
    """Not a blank line."""
    assert to_text(story()) == ""
