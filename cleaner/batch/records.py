"""Records -> tasks: which column of a row is the page, its address and its name."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from cleaner.batch.task import Refused, Task, failure
from cleaner.errors import ReadError

# Column names in the order of preference, as published corpora have them: Common Crawl derivatives
# (`text`, `url`, `warc_record_id`), Hugging Face news sets (`article`, `content`), scrapers (`html`, `link`).
HTML = ("html", "raw_html", "page_html")
TEXT = ("text", "content", "body", "article", "raw_text", "raw_content")
URL = ("url", "link", "uri", "source_url")
ID = ("id", "_id", "doc_id", "docid", "document_id", "uuid", "guid", "warc_record_id")


@dataclass(frozen=True, slots=True, kw_only=True)
class Columns:
    """The columns that hold a record's page, address and id; None guesses by the usual names.

    Where `html` or `text` is given, the other is not guessed.
    """

    html: str | None = None
    text: str | None = None
    url: str | None = None
    id: str | None = None

    @property
    def pages(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Columns that may hold markup, and those that may hold text."""
        if self.html is None and self.text is None:
            return HTML, TEXT
        return _one(self.html), _one(self.text)

    @property
    def used(self) -> frozenset[str]:
        """All columns that are looked at."""
        html, text = self.pages
        return frozenset((*html, *text, *(_one(self.url) or URL), *(_one(self.id) or ID)))


GUESSED = Columns()


def record_task(
    record: Mapping[str, Any], fallback_id: str | None = None, columns: Columns = GUESSED
) -> Task | Refused:
    """The task of a record. Markup is preferred to text, for it knows more of the page.

    fallback_id: the record's id where it has no id column.

    A record without a page is refused; an empty string is a page, though an empty one.
    """
    html, text = columns.pages
    id = _name(record, _one(columns.id) or ID) or fallback_id
    url = next((record[name] for name in _one(columns.url) or URL if _is_address(record.get(name))), None)
    for column in html:
        if _filled(record.get(column)):
            return Task(id, record[column], "html", url)
    for column in text:
        if isinstance(record.get(column), str | bytes):
            return Task(id, record[column], "auto", url)
    for column in html:
        if isinstance(record.get(column), str | bytes):
            return Task(id, record[column], "html", url)
    has = ", ".join(sorted(str(name) for name in record)[:20]) or "none"
    wanted = " or ".join(repr(names[0]) for names in (html, text) if names)
    wrong = f"the record has no page; it needs a column {wanted}, --html-column or --text-column (its columns: {has})"
    return Refused(id, failure(ReadError(wrong)))


def _one(name: str | None) -> tuple[str, ...]:
    return () if name is None else (name,)


def _name(record: Mapping[str, Any], columns: tuple[str, ...]) -> str | None:
    for column in columns:
        value = record.get(column)
        if isinstance(value, str | int) and not isinstance(value, bool) and str(value):
            return str(value)
    return None


def _filled(value: Any) -> bool:
    return isinstance(value, str | bytes) and bool(value)


def _is_address(value: Any) -> bool:
    return isinstance(value, str) and bool(value)
