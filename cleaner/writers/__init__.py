"""Document -> str: JSON, JSONL, Markdown, text, the explanation, and the schema of the JSON form."""

from __future__ import annotations

from cleaner.writers.explain import to_explain
from cleaner.writers.formats import SUFFIXES, Format, render
from cleaner.writers.json_form import to_dict, to_json, to_jsonl
from cleaner.writers.json_schema import schema
from cleaner.writers.markdown import to_markdown
from cleaner.writers.plain_text import to_text

__all__ = [
    "SUFFIXES",
    "Format",
    "render",
    "schema",
    "to_dict",
    "to_explain",
    "to_json",
    "to_jsonl",
    "to_markdown",
    "to_text",
]
