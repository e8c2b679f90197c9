"""Parquet in and out."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from made_pages import rows, write_pages

from cleaner.batch.parquet import pack, read_parquet
from cleaner.batch.plan import Plan
from cleaner.batch.records import Columns
from cleaner.batch.runner import run_batch
from cleaner.batch.task import Item, Refused, Task


def items(path: Path, table: dict[str, Any], columns: Columns | None = None, max_bytes: int = 1000) -> list[Item]:
    """What a file with this table holds."""
    pq.write_table(pa.table(table), path)
    return list(read_parquet(path, path.name, max_bytes, columns or Columns()))


def test_rows_are_tasks_under_their_id_or_their_row(tmp_path: Path) -> None:
    """Columns that hold no page are not read."""
    table = {"doc_id": ["a", None], "text": ["one", "two"], "link": ["https://x.example/", None], "n": [1, 2]}
    assert items(tmp_path / "x.parquet", table) == [
        Task("a", "one", "auto", "https://x.example/"),
        Task("x.parquet:2", "two"),
    ]


def test_columns_can_be_named(tmp_path: Path) -> None:
    """And are then not guessed."""
    table = {"story": ["one"], "text": ["other"], "key": ["k"], "where": ["https://x.example/"]}
    columns = Columns(html="story", id="key", url="where")
    assert items(tmp_path / "x.parquet", table, columns) == [Task("k", "one", "html", "https://x.example/")]


@pytest.mark.parametrize("values", [[1, 2], [None, None], [["a"], []], [{"a": 1}, {"a": 2}]])
def test_a_page_of_another_type_is_refused_row_by_row(tmp_path: Path, values: list[Any]) -> None:
    """Numbers, nothing, lists, structs."""
    read = items(tmp_path / "x.parquet", {"id": ["a", "b"], "text": values})
    assert [item.id for item in read if isinstance(item, Refused)] == ["a", "b"]


def test_bytes_are_pages_and_long_ones_are_refused(tmp_path: Path) -> None:
    """Their encoding is the reader's business."""
    page, long = items(tmp_path / "x.parquet", {"html": [b"\xff\xfe<p>", b"x" * 2000]})
    assert page == Task("x.parquet:1", b"\xff\xfe<p>", "html")
    assert isinstance(long, Refused)
    assert long.failure.stage == "limit"


@pytest.mark.parametrize("content", [b"", b"PAR1", b"PAR1" + b"\0" * 50 + b"PAR1"])
def test_what_is_no_parquet_is_one_refusal(tmp_path: Path, content: bytes) -> None:
    """It names the file."""
    (tmp_path / "x.parquet").write_bytes(content)
    (refused,) = read_parquet(tmp_path / "x.parquet", "x.parquet", 1000)
    assert isinstance(refused, Refused)
    assert refused.failure.message.startswith("x.parquet: cannot be read from row 1 on")


def test_a_column_whose_name_is_no_text_is_one_refusal(tmp_path: Path) -> None:
    """Found by turning single bytes of a good file."""
    pq.write_table(pa.table({"text": ["one"], "nnnn": [1]}), tmp_path / "x.parquet")
    (tmp_path / "x.parquet").write_bytes((tmp_path / "x.parquet").read_bytes().replace(b"nnnn", b"nn\x99n"))
    (refused,) = read_parquet(tmp_path / "x.parquet", "x.parquet", 1000)
    assert isinstance(refused, Refused)


def test_a_file_without_a_column_of_pages_is_one_refusal(tmp_path: Path) -> None:
    """With the columns it has."""
    (refused,) = items(tmp_path / "x.parquet", {"headline": ["a"] * 50})
    assert isinstance(refused, Refused)
    assert "it has: headline" in refused.failure.message


def test_a_parquet_output_holds_what_a_jsonl_output_does(tmp_path: Path) -> None:
    """Row for row and field for field, the ledger too; evidence as pairs of name and words."""
    write_pages(tmp_path / "in", 5)
    for name in ("out.jsonl", "out.parquet"):
        run_batch(Plan(inputs=(str(tmp_path / "in"),), out=tmp_path / name, ledger=True))
    table = pq.read_table(tmp_path / "out.parquet").to_pylist()
    for row, record in zip(table, rows(tmp_path / "out.jsonl"), strict=True):
        assert dict(row["evidence"]) == record["evidence"]
        assert {**row, "evidence": 0, "dateline": 0} == {**record, "evidence": 0, "dateline": 0}


def test_an_id_that_no_text_can_hold_is_written_all_the_same(tmp_path: Path) -> None:
    """A lone surrogate becomes U+FFFD; pairs of them are a character and stay."""
    write_pages(tmp_path / "in", 1)
    run_batch(Plan(inputs=(str(tmp_path / "in"),), out=tmp_path / "out.jsonl"))
    (record,) = rows(tmp_path / "out.jsonl")
    (tmp_path / "odd.jsonl").write_text(json.dumps(record | {"id": "\ud800 \U0001f600"}) + "\n")
    pack(tmp_path / "odd.jsonl", tmp_path / "odd.parquet")
    assert pq.read_table(tmp_path / "odd.parquet").to_pylist()[0]["id"] == "\ufffd \U0001f600"
