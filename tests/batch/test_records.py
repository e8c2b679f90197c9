"""Records name their page, address and id in one of the usual ways."""

from __future__ import annotations

from typing import Any

import pytest

from cleaner.batch.records import record_task
from cleaner.batch.task import Refused, Task


@pytest.mark.parametrize(
    ("record", "task"),
    [
        ({"id": "a", "text": "Words."}, Task("a", "Words.")),
        ({"doc_id": 7, "content": "Words.", "link": "https://x.example"}, Task("7", "Words.", url="https://x.example")),
        ({"text": "Words.", "html": "<p>Words."}, Task(None, "<p>Words.", "html")),
        ({"text": "Words.", "html": None}, Task(None, "Words.")),
        ({"text": ""}, Task(None, "")),
        ({"id": 0, "body": b"Words."}, Task("0", b"Words.")),
        ({"id": True, "_id": "b", "text": "x"}, Task("b", "x")),
    ],
)
def test_a_record_is_read_by_its_usual_names(record: dict[str, Any], task: Task) -> None:
    """Markup before text, for it knows more; an empty text is a page, though an empty one."""
    assert record_task(record) == task


def test_a_record_without_a_page_is_refused_with_the_columns_it_has() -> None:
    """So that one sees what to rename."""
    refused = record_task({"id": "a", "headline": "No story"}, "file:3")
    assert isinstance(refused, Refused)
    assert refused.id == "a"
    assert refused.failure.stage == "read"
    assert "headline" in refused.failure.message


def test_a_record_without_an_id_takes_the_one_of_its_row() -> None:
    """`FILE:ROW`."""
    assert record_task({"text": "x"}, "news.jsonl:3").id == "news.jsonl:3"
