"""The document as plain text."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cleaner.document import Document


def to_text(document: Document) -> str:
    """Title, summary and story, joined by blank lines, with a final newline; empty for an empty document.

    No ornament is added, so that cleaning this text again finds nothing to take away. For the same reason
    the rows of a table stand apart like paragraphs: in flattened text a line is a block.
    """
    story = (
        block.text.replace("\n", "\n\n") if block.kind == "table" else block.text
        for block in document.blocks
        if block.kind != "caption"
    )
    parts = [part for part in (document.title, document.summary, *story) if part]
    return "\n\n".join(parts) + "\n" if parts else ""
