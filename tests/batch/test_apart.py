"""Archives are read in a process of their own, which may end without taking the batch with it."""

from __future__ import annotations

import json
import os
import signal
import sys
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest

from cleaner.batch.apart import Reader
from cleaner.batch.task import Item, Refused, Task
from cleaner.errors import ConfigError

posix_only = pytest.mark.skipif(sys.platform == "win32", reason="signals and memory limits of POSIX")


def pages(count: int, then: str = "") -> Iterator[Item]:
    """So many pages, and then what a broken file does to its reader."""
    for number in range(count):
        yield Task(f"page {number}", "text")
    if then == "dies":
        os.kill(os.getpid(), signal.SIGSEGV)
    if then == "eats":
        yield Task("large", b"x" * 3_000_000_000)
    if then == "refuses":
        raise ConfigError("no such column; name another")


def read(reader: Reader, count: int, then: str = "") -> list[Item]:
    """What the reader gives of such a file."""
    return list(reader.items(partial(pages, count, then), "a.parquet"))


def test_what_is_read_apart_comes_as_it_is_in_order() -> None:
    """One process reads one file after another."""
    with Reader(None) as reader:
        for count in (3, 0, 200):
            assert read(reader, count) == list(pages(count))


@posix_only
def test_a_file_that_ends_its_reader_costs_its_own_rest() -> None:
    """What came before stays; the next file finds a new reader."""
    with Reader(None) as reader:
        *before, last = read(reader, 2, "dies")
        assert before == list(pages(2))
        assert isinstance(last, Refused)
        assert last.failure.stage == "crash"
        assert "after record 2 (SIGSEGV)" in last.failure.message
        assert read(reader, 1) == list(pages(1))


@pytest.mark.skipif(sys.platform != "linux", reason="the limit holds on Linux")
def test_a_file_that_wants_too_much_memory_is_told_apart() -> None:
    """The limit is the workers' limit."""
    with Reader(500) as reader:
        with pytest.raises(MemoryError):
            read(reader, 1, "eats")
        assert read(reader, 1) == list(pages(1))


def test_what_the_caller_must_mend_is_raised_here() -> None:
    """As if it had been read in this process."""
    with Reader(None) as reader, pytest.raises(ConfigError, match="no such column"):
        read(reader, 1, "refuses")


def test_a_reading_that_is_given_up_leaves_nothing_behind() -> None:
    """The next file is read from its begin."""
    with Reader(None) as reader:
        first = reader.items(partial(pages, 1000), "a.parquet")
        assert next(first) == Task("page 0", "text")
        first.close()  # type: ignore[attr-defined]  # it is a generator
        assert read(reader, 2) == list(pages(2))


@posix_only
def test_a_batch_outlives_an_archive_that_ends_its_reader(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The archive is rejected by name, the pages beside it are written, and the run says so."""
    from cleaner.batch import inputs
    from cleaner.batch.plan import Plan
    from cleaner.batch.runner import run_batch

    monkeypatch.setattr(inputs, "read_warc", _deadly)
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.warc").write_bytes(b"WARC/1.0")
    (tmp_path / "in" / "b.txt").write_text("The ferry sailed again on Monday.")
    tally = run_batch(Plan(inputs=(str(tmp_path / "in"),), out=tmp_path / "out.jsonl"))
    assert (tally.written, tally.rejected) == (1, 1)
    (reject,) = map(json.loads, (tmp_path / "out.jsonl.rejects.jsonl").read_text().splitlines())
    assert (reject["id"], reject["stage"]) == ("a.warc", "crash")


def _deadly(path: Path, name: str, max_bytes: int) -> Iterator[Item]:
    """A reader that its file ends."""
    return pages(0, "dies")
