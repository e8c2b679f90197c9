"""JSONL files are read row by row, and a bad row is one reject."""

from __future__ import annotations

import gzip
from pathlib import Path

from cleaner.batch.jsonl import read_rows
from cleaner.batch.task import Refused, Task


def rows(path: Path, content: bytes, max_bytes: int = 1000) -> list[Task | Refused]:
    """What `read_rows` makes of a file with this content."""
    path.write_bytes(content)
    return list(read_rows(path, path.name.removesuffix(".gz"), max_bytes))


def test_rows_are_tasks_under_their_id_or_their_row(tmp_path: Path) -> None:
    """Rows are counted as lines of the file, blank ones too, a byte order mark is none of the row's."""
    content = b'\xef\xbb\xbf{"id": "a", "text": "one"}\r\n\n{"text": "two"}'
    assert rows(tmp_path / "x.jsonl", content) == [Task("a", "one"), Task("x.jsonl:3", "two")]


def test_a_compressed_file_reads_as_the_plain_one(tmp_path: Path) -> None:
    """Its ids do not tell that it was compressed."""
    assert rows(tmp_path / "x.jsonl.gz", gzip.compress(b'{"text": "one"}\n')) == [Task("x.jsonl:1", "one")]


def test_a_bad_row_is_refused_and_the_next_one_read(tmp_path: Path) -> None:
    """No JSON, no object, no UTF-8, no page, too deep: five rows, five reasons."""
    deep = b"[" * 900_000
    content = b"\n".join([b"{", b"[1]", b'{"text": "\xff"}', b'{"n": 1}', deep, b'{"text": "good"}'])
    read = rows(tmp_path / "x.jsonl", content, max_bytes=1_000_000)
    assert [task.id for task in read] == [f"x.jsonl:{number}" for number in range(1, 7)]
    messages = [task.failure.message for task in read if isinstance(task, Refused)]
    for message, part in zip(
        messages, ("not a row of JSON", "no object", "byte 11", "columns: n", "deep"), strict=True
    ):
        assert part in message
    assert read[-1] == Task("x.jsonl:6", "good")


def test_a_row_too_long_is_passed_over_without_being_read(tmp_path: Path) -> None:
    """The limit holds for a row as it does for a file; the row after it is the next one."""
    content = b'{"text": "' + b"x" * 200_000 + b'"}\n{"text": "y"}\n'
    long, next_one = rows(tmp_path / "x.jsonl", content)
    assert isinstance(long, Refused)
    assert long.failure.stage == "limit"
    assert next_one == Task("x.jsonl:2", "y")


def test_a_file_cut_short_gives_its_rows_and_one_reject(tmp_path: Path) -> None:
    """What could be read is kept, what could not is told."""
    whole = gzip.compress(b"".join(b'{"text": "%d"}\n' % number for number in range(5000)))
    read = rows(tmp_path / "x.jsonl.gz", whole[: len(whole) // 2])
    assert len(read) > 1
    assert isinstance(read[-1], Refused)
    assert read[-1].id == "x.jsonl"
    assert "cannot be read to its end" in read[-1].failure.message
