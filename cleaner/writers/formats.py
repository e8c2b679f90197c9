"""The forms a document can be written in, by the names that `--to` knows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from cleaner.writers.json_form import to_json, to_jsonl
from cleaner.writers.markdown import to_markdown
from cleaner.writers.plain_text import to_text

if TYPE_CHECKING:
    from cleaner.document import Document

Format = Literal["json", "jsonl", "md", "text"]

SUFFIXES: dict[Format, str] = {"json": ".json", "jsonl": ".jsonl", "md": ".md", "text": ".txt"}


def render(document: Document, to: Format, ledger: bool = False) -> str:
    """The document in this form; `ledger` speaks to the JSON forms only."""
    if to == "md":
        return to_markdown(document)
    if to == "text":
        return to_text(document)
    return to_json(document, ledger) if to == "json" else to_jsonl(document, ledger)
