"""Records -> tasks: which column of a row is the page, its address and its name."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from cleaner.batch.task import Refused, Task, failure
from cleaner.errors import ReadError

# Column names in the order of preference, as published corpora have them: Common Crawl derivatives
# (`text`, `url`, `warc_record_id`), Hugging Face news sets (`article`, `content`), scrapers (`html`, `link`).
HTML = ("html", "raw_html", "page_html")
TEXT = ("text", "content", "body", "article", "raw_text", "raw_content")
URL = ("url", "link", "uri", "source_url")
ID = ("id", "_id", "doc_id", "docid", "document_id", "uuid", "guid", "warc_record_id")


def record_task(record: Mapping[str, Any], fallback_id: str | None = None) -> Task | Refused:
    """The task of a record. Markup is preferred to text, for it knows more of the page.

    fallback_id: the record's id where it has no id column.

    A record without a page is refused; an empty string is a page, though an empty one.
    """
    id = _name(record) or fallback_id
    url = next((record[column] for column in URL if _filled(record.get(column))), None)
    for column in HTML:
        if _filled(record.get(column)):
            return Task(id, record[column], "html", url)
    for column in TEXT:
        if isinstance(record.get(column), str | bytes):
            return Task(id, record[column], "auto", url)
    has = ", ".join(sorted(str(name) for name in record)[:20]) or "none"
    wrong = f"the record has no page; name a column {HTML[0]!r} or {TEXT[0]!r} (its columns: {has})"
    return Refused(id, failure(ReadError(wrong)))


def _name(record: Mapping[str, Any]) -> str | None:
    for column in ID:
        value = record.get(column)
        if isinstance(value, str | int) and not isinstance(value, bool) and str(value):
            return str(value)
    return None


def _filled(value: Any) -> bool:
    return isinstance(value, str | bytes) and bool(value)
