"""Inputs that break tools: each is a document, a reject or a skip, and none costs another.

A small set for every run of the tests; `python -m benchmarks batch hostile` has the full one.
"""

from __future__ import annotations

import gzip
import json
import os
import sys
import time
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from made_pages import rows, story, write_pages

from cleaner.batch.plan import Plan, Watch
from cleaner.batch.pool import TRIES, Limits, run
from cleaner.batch.runner import run_batch
from cleaner.batch.task import Failure, Item, Task
from cleaner.batch.workers import limit_memory, prepare
from cleaner.errors import ConfigError
from cleaner.options import Options

FILES = {
    "attributes.html": b"<p " + b" ".join(b"a%d=1" % number for number in range(5000)) + b">Words.</p>",
    "binary.html": b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 40,
    "blank.txt": b" \n" * 1000,
    "bomb.html.gz": gzip.compress(b"\0" * 5_000_000),
    "comment.html": b"<p>Words.</p><!--" + b"x" * 1000,
    "cut.html.gz": gzip.compress(b"<p>Words.</p>" * 1000)[:50],
    "cut.jsonl.gz": gzip.compress(b'{"text": "Words."}\n' * 1000)[:50],
    "deep.html": b"<div>" * 5000 + b"Words.",
    "empty.html": b"",
    "empty.jsonl": b"",
    "empty.parquet": b"",
    "empty.warc": b"",
    "entities.html": b"&#xD800;&#99999999999;&nosuch;" * 100,
    "json.html": b'<script type="application/ld+json">' + b"[" * 5000 + b"</script><p>Words.</p>",
    "large.txt": b"x" * 200_000,
    "line.jsonl": b"x" * 200_000,
    "mixed.txt": "Fähre ".encode("cp1252") * 10 + "Паром ".encode("koi8-r") * 10 + "Fähre ".encode() * 10,
    "noise.warc": bytes(range(256)) * 10,
    "notes.docx": b"PK",
    "nul.txt": b"W\0o\0r\0d\0s\0",
    "rows.jsonl": b'{\n[]\n{"text": 5}\n{"id": "../../x", "text": "Words."}\n{"id": "\\ud800", "text": "Words."}\n',
    "utf16.txt": "Words.".encode("utf-16")[:-1],
    "n" * 250 + ".txt": b"Words.",
    "line\nbreak.txt": b"Words.",
    "NUL.txt": b"Words.",
    "Case.txt": b"Words.",
    "case.txt": b"Words.",
}


@pytest.fixture
def hostile(tmp_path: Path) -> Path:
    """The set on disk, with links to nothing, to itself, round and out, and a pipe."""
    folder = tmp_path / "in"
    folder.mkdir()
    for name, data in FILES.items():
        (folder / name).write_bytes(data)
    (tmp_path / "secret.txt").write_text("Nobody should read this.")
    for name, target in {"dangling": "nowhere", "loop": "loop.txt", "out": "../secret.txt"}.items():
        (folder / f"{name}.txt").symlink_to(target)
    (folder / "round").symlink_to(".")
    os.mkfifo(folder / "pipe.txt")
    return folder


@pytest.mark.parametrize("name", ["out.jsonl", "out"])
def test_every_hostile_input_is_accounted_for(hostile: Path, tmp_path: Path, name: str) -> None:
    """None crashes, none is lost, none is written outside of the output or over another."""
    plan = Plan(inputs=(str(hostile),), out=tmp_path / name, options=Options(max_bytes=100_000))
    before = {path.name for path in tmp_path.iterdir()}
    tally = run_batch(plan)
    summary = json.loads((tmp_path / f"{name}.summary.json").read_text())
    rejects = rows(tmp_path / f"{name}.rejects.jsonl")
    assert summary["in"] == tally.written + tally.rejected + tally.skipped
    assert summary["skipped_why"] == {"not a regular file": 1, "symbolic link": 4, "type .docx": 1}
    assert {reject["stage"] for reject in rejects} == {"read", "limit"}
    documents = rows(tmp_path / name) if name == "out.jsonl" else [
        json.loads(path.read_text()) for path in (tmp_path / name).rglob("*.json")
    ]  # fmt: skip
    ids = [document["id"] for document in documents] + [reject["id"] for reject in rejects]
    assert len(ids) == len(set(ids)) == tally.done
    assert not any("Nobody should read this." in document["text"] for document in documents)
    beside = {f"{name}{suffix}" for suffix in ("", ".manifest.sqlite", ".rejects.jsonl", ".summary.json")}
    assert {path.name for path in tmp_path.iterdir()} == before | beside


def test_a_pattern_follows_no_link_either(hostile: Path, tmp_path: Path) -> None:
    """Two folders that link to each other would else be walked for ever."""
    (hostile / "again").symlink_to(".")
    news: list[str] = []
    plan = Plan(inputs=(f"{hostile}/**/*.txt",), out=tmp_path / "out.jsonl", options=Options(max_bytes=100_000))
    tally = run_batch(plan, Watch(news=news.append))
    assert tally.done == sum(name.endswith(".txt") for name in FILES)
    assert tally.skipped == 4


def test_an_input_that_is_a_link_to_nothing_is_a_usage_error(hostile: Path, tmp_path: Path) -> None:
    """And costs no other input its place: nothing is written."""
    with pytest.raises(ConfigError, match="a symbolic link that leads nowhere"):
        run_batch(Plan(inputs=(str(hostile), str(hostile / "dangling.txt")), out=tmp_path / "out.jsonl"))


def behave(task: Task, folder: Path) -> str:
    """A page that ends its process, takes too much memory, hangs, or dies once only."""
    if task.data == "die":
        os._exit(9)
    if task.data == "eat":
        return str(len([bytes(10_000_000) for _ in range(1000)]))
    if task.data == "hang":
        time.sleep(60)
    if task.data == "die once" and not (folder / "died").exists():
        (folder / "died").touch()
        os._exit(9)
    return str(task.data)


@pytest.mark.skipif(sys.platform != "linux", reason="other systems do not keep a process to its memory limit")
def test_what_a_page_does_to_its_process_costs_that_page_only(tmp_path: Path) -> None:
    """The culprit is named; a page whose process was ended by something else is done again."""
    words = ["a", "die", "b", "eat", "c", "hang", "d", "die once", "e"]
    tasks: Iterator[Item] = (Task(word, word) for word in words)
    limits = Limits(jobs=2, timeout=2.0, prepare=partial(limit_memory, 1000))
    results = {task.id: result for task, result in run(tasks, partial(behave, folder=tmp_path), limits)}
    assert list(results) == words
    told = {id: result.stage for id, result in results.items() if isinstance(result, Failure)}
    assert told == {"die": "crash", "eat": "limit", "hang": "timeout"}
    assert results["die once"] == "die once"
    crash = results["die"]
    assert isinstance(crash, Failure)
    assert f"{TRIES} times over" in crash.message


def test_libraries_work_on_one_thread_in_a_worker() -> None:
    """Two workers share two cores; they must not start two threads each."""
    ((_, threads),) = run(
        [Task("a", "OPENBLAS_NUM_THREADS")], setting, Limits(timeout=60.0, prepare=partial(prepare, None))
    )
    assert threads == "1"


def setting(task: Task) -> str:
    """An environment variable of the worker."""
    return os.environ[str(task.data)]


def test_memory_does_not_grow_with_the_inputs(tmp_path: Path) -> None:
    """Of ten times the pages the run holds no more at once: tasks, names and rows are let go."""
    import tracemalloc

    peaks = []
    for count in (200, 2000):
        dump = tmp_path / f"{count}.jsonl"
        dump.write_text("".join(json.dumps({"id": str(n), "n": story(n)}) + "\n" for n in range(count)))
        tracemalloc.start()
        run_batch(Plan(inputs=(str(dump),), out=tmp_path / f"{count}.out.jsonl"))
        peaks.append(tracemalloc.get_traced_memory()[1])
        tracemalloc.stop()
    assert peaks[1] < peaks[0] + 1_500_000


def test_a_folder_of_many_files_is_listed_on_disk(tmp_path: Path) -> None:
    """The list of inputs is in the manifest, not in memory; the run goes through it in pieces."""
    write_pages(tmp_path / "in", 3)
    for number in range(600):
        (tmp_path / "in" / f"x{number}.txt").write_bytes(b"%PDF-1.4\n\x00")
    tally = run_batch(Plan(inputs=(str(tmp_path / "in"),), out=tmp_path / "out.jsonl"))
    assert (tally.written, tally.rejected, tally.total) == (3, 600, 603)
