"""`cleaner batch`: a folder in, documents, rejects and a summary out, every page counted once."""

from __future__ import annotations

import gzip
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result

Run = Callable[..., Result]


def rows(path: Path | str) -> list[dict[str, Any]]:
    """The records of a JSONL file."""
    return [json.loads(line) for line in Path(path).read_text(encoding="utf-8").splitlines()]


def batch(cleaner: Run, *arguments: str) -> Result:
    """A batch in this process: without a time limit no worker is started."""
    return cleaner("batch", *arguments, "--timeout", "0")


def test_a_folder_becomes_one_file_with_rejects_and_summary_beside_it(pages: Path, cleaner: Run) -> None:
    """In = written + rejected + skipped; one page was none, one file no page."""
    result = batch(cleaner, "pages", "-o", "out.jsonl")
    assert result.exit_code == 1
    assert result.stdout == ""
    assert [row["id"] for row in rows("out.jsonl")] == ["ferry", "sub/ferry"]
    (reject,) = rows("out.jsonl.rejects.jsonl")
    assert list(reject) == ["id", "stage", "error", "message"]
    assert (reject["id"], reject["stage"], reject["error"]) == ("chart", "read", "ReadError")
    assert json.loads(Path("out.jsonl.summary.json").read_text()) == {
        "in": 4,
        "written": 2,
        "rejected": 1,
        "skipped": 1,
        "skipped_why": {"type .docx": 1},
    }
    assert result.stderr == ("cleaner: 2 written to out.jsonl, 1 rejected, 1 skipped; see out.jsonl.rejects.jsonl\n")


def test_processes_write_the_same_bytes_as_one(pages: Path, cleaner: Run) -> None:
    """Order and content do not depend on who did the work."""
    batch(cleaner, "pages", "-o", "one.jsonl")
    cleaner("batch", "pages", "-o", "two.jsonl", "--jobs", "2")
    assert Path("one.jsonl").read_bytes() == Path("two.jsonl").read_bytes()
    assert Path("one.jsonl.rejects.jsonl").read_bytes() == Path("two.jsonl.rejects.jsonl").read_bytes()


@pytest.mark.parametrize(("to", "suffix"), [(None, ".json"), ("json", ".json"), ("md", ".md"), ("text", ".txt")])
def test_a_folder_becomes_a_folder_of_the_same_tree(pages: Path, cleaner: Run, to: str | None, suffix: str) -> None:
    """One file a page; rejects and summary stand beside it, not in it."""
    batch(cleaner, "pages", "-o", "out", *(("--to", to) if to else ()))
    written = sorted(path.relative_to("out").as_posix() for path in Path("out").rglob("*") if path.is_file())
    assert written == [f"ferry{suffix}", f"sub/ferry{suffix}"]
    assert Path("out.rejects.jsonl").exists()
    assert Path("out.summary.json").exists()


def test_a_compressed_output_and_compressed_rows(pages: Path, cleaner: Run) -> None:
    """A dump goes in as it was fetched and comes out as small."""
    page = {"doc_id": "a7", "content": (pages / "ferry.txt").read_text(), "url": "https://news.example/f"}
    Path("dump.jsonl.gz").write_bytes(gzip.compress(json.dumps(page).encode() + b"\n{}\n"))
    result = batch(cleaner, "dump.jsonl.gz", "-o", "out.jsonl.gz", "--ledger")
    assert result.exit_code == 1
    record = json.loads(gzip.decompress(Path("out.jsonl.gz").read_bytes()))
    assert (record["id"], record["url"]) == ("a7", "https://news.example/f")
    assert "removed" in record
    assert rows("out.jsonl.gz.rejects.jsonl")[0]["id"] == "dump.jsonl:2"


def test_the_same_run_again_gives_the_same_bytes(pages: Path, cleaner: Run) -> None:
    """Even where its own output stands in the folder that it walks, and all is done anew."""
    batch(cleaner, ".", "-o", "out.jsonl")
    before = {path.name: path.read_bytes() for path in Path().glob("out.*json*") if path.suffix != ".sqlite"}
    assert len(before) == 3
    batch(cleaner, ".", "-o", "out.jsonl", "--fresh")
    assert {name: Path(name).read_bytes() for name in before} == before


def test_a_second_run_replaces_the_folder_of_the_first(pages: Path, cleaner: Run) -> None:
    """A page that is gone from the input is gone from the output."""
    batch(cleaner, "pages", "-o", "out")
    (pages / "ferry.txt").unlink()
    batch(cleaner, "pages", "-o", "out")
    assert [path.name for path in Path("out").rglob("*.json")] == ["ferry.json"]
    assert not list(Path().glob("*.partial"))


def test_an_unforeseen_fault_of_one_page_is_a_reject_with_its_type(
    pages: Path, cleaner: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It costs its page, not the run, and is not hidden."""

    def broken(*_: object, **__: object) -> None:
        raise ZeroDivisionError("nobody thought of this")

    monkeypatch.setattr("cleaner.pipeline.clean", broken)
    assert batch(cleaner, "pages/ferry.txt", "-o", "out.jsonl").exit_code == 1
    assert rows("out.jsonl.rejects.jsonl") == [
        {
            "id": "ferry",
            "stage": "clean",
            "error": "ZeroDivisionError",
            "message": "ZeroDivisionError: nobody thought of this",
        }
    ]


def test_an_interrupted_run_keeps_what_it_finished(pages: Path, cleaner: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """Exit code 130; what stood at the output's place still stands there."""
    from cleaner.pipeline import clean

    def interrupted(data: Path, **options: Any) -> Any:
        if data.suffix == ".html":
            raise KeyboardInterrupt
        return clean(data, **options)

    Path("out.jsonl").write_text("old\n")
    monkeypatch.setattr("cleaner.pipeline.clean", interrupted)
    result = batch(cleaner, "pages", "-o", "out.jsonl")
    assert result.exit_code == 130
    assert "interrupted; what was finished is kept in out.jsonl.partial" in result.stderr
    assert [row["id"] for row in rows("out.jsonl.partial")] == ["ferry"]
    assert Path("out.jsonl").read_text() == "old\n"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("gone", "-o", "out.jsonl"), "gone: no such file or folder"),
        (("pages/*.csv", "-o", "out.jsonl"), "no file fits this pattern"),
        (("pages", "-o", "out.csv"), "a batch writes a .jsonl"),
        (("pages", "-o", "out", "--to", "jsonl"), "jsonl goes into one file"),
        (("pages", "-o", "pages"), "would replace the input"),
        (("pages/sub", "-o", "pages"), "would replace the input"),
        (("pages/ferry.txt", "-o", "gone/out.jsonl"), "cannot be written, no such file or directory"),
        (("pages", "-o", "out", "--to", "md", "--ledger"), "no place for it"),
        (("pages", "-o", "out.jsonl", "--report", "gone/r.html"), "gone/r.html: no such folder"),
        (("pages", "-o", "out.jsonl", "--report", "out.jsonl.summary.json"), "the run writes there already"),
        (("pages", "-o", "out", "--report", "out/r.html"), "the run writes there already"),
        (("pages/ferry.txt", "-o", "out.jsonl", "--report", "pages/ferry.txt"), "would replace the input"),
        (("pages",), "Missing option"),
        (("", "-o", "out.jsonl"), "an INPUT is empty"),
        (("-o", "out"), "Missing argument"),
    ],
)
def test_wrong_usage_is_exit_code_two(pages: Path, cleaner: Run, arguments: tuple[str, ...], said: str) -> None:
    """Before anything is written."""
    result = batch(cleaner, *arguments)
    assert result.exit_code == 2
    assert said in result.stderr
    assert [path.name for path in Path().iterdir()] == ["pages"]
    assert (pages / "sub" / "ferry.html").exists()


def test_quiet_says_nothing_of_a_run_without_faults(pages: Path, cleaner: Run) -> None:
    """For a job in a crontab."""
    assert batch(cleaner, "pages/ferry.txt", "-o", "out.jsonl", "--quiet").stderr == ""


def test_the_same_command_again_does_nothing_and_says_so(pages: Path, cleaner: Run) -> None:
    """The exit code is that of the run that did it."""
    first = batch(cleaner, "pages", "-o", "out.jsonl")
    again = batch(cleaner, "pages", "-o", "out.jsonl")
    assert again.stderr == "cleaner: out.jsonl is complete and its inputs are unchanged: nothing to do\n" + first.stderr
    assert again.exit_code == first.exit_code == 1


def test_other_options_into_the_same_output_are_wrong_usage(pages: Path, cleaner: Run) -> None:
    """`--fresh` starts over."""
    batch(cleaner, "pages", "-o", "out.jsonl")
    refused = batch(cleaner, "pages", "-o", "out.jsonl", "--ledger")
    assert refused.exit_code == 2
    assert (
        "ledger was False and is True; give the same again, another output, or --fresh to start over" in refused.stderr
    )
    assert batch(cleaner, "pages", "-o", "out.jsonl", "--ledger", "--fresh").exit_code == 1
    assert "removed" in rows("out.jsonl")[0]


def test_an_interrupted_run_is_gone_on_with(pages: Path, cleaner: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """What was finished is not cleaned again."""
    from cleaner.pipeline import clean

    seen: list[str] = []

    def interrupted(data: Path, **options: Any) -> Any:
        seen.append(data.name)
        if len(seen) == 3:
            raise KeyboardInterrupt
        return clean(data, **options)

    monkeypatch.setattr("cleaner.pipeline.clean", interrupted)
    assert batch(cleaner, "pages", "-o", "out.jsonl").exit_code == 130
    result = batch(cleaner, "pages", "-o", "out.jsonl")
    assert "going on where the last run stopped: 2 pages are done" in result.stderr
    assert seen == ["chart.txt", "ferry.txt", "ferry.html", "ferry.html"]
    assert [row["id"] for row in rows("out.jsonl")] == ["ferry", "sub/ferry"]


def test_columns_of_records_can_be_named(pages: Path, cleaner: Run) -> None:
    """In JSONL and Parquet alike."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    row = {"story": (pages / "ferry.txt").read_text(), "text": "menu", "key": "k", "where": "https://news.example/f"}
    Path("dump.jsonl").write_text(json.dumps(row) + "\n")
    pq.write_table(pa.Table.from_pylist([row]), "dump.parquet")
    named = ("--text-column", "story", "--id-column", "key", "--url-column", "where")
    result = batch(cleaner, "dump.jsonl", "dump.parquet", "-o", "out.jsonl", *named)
    assert result.exit_code == 0
    assert [(row["id"], row["url"]) for row in rows("out.jsonl")] == [(id, row["where"]) for id in ("k", "k~2")]
    assert rows("out.jsonl")[0]["title"].startswith("Ferry returns")


def test_an_archive_becomes_parquet_with_a_report(pages: Path, cleaner: Run) -> None:
    """WARC in, Parquet out; records that are no pages are counted with their reason."""
    import pyarrow.parquet as pq

    body = (pages / "sub" / "ferry.html").read_bytes()
    message = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + body
    head = (
        "WARC/1.0\r\nWARC-Type: {}\r\nWARC-Record-ID: <urn:uuid:{}>\r\nWARC-Target-URI: https://news.example/\r\n"
        "Content-Type: application/http; msgtype=response\r\nContent-Length: {}\r\n\r\n"
    )
    records = [
        head.format(kind, kind, len(message)).encode() + message + b"\r\n\r\n" for kind in ("request", "response")
    ]
    Path("crawl.warc.gz").write_bytes(b"".join(map(gzip.compress, records)))
    result = batch(cleaner, "crawl.warc.gz", "-o", "out.parquet", "--report", "report.html")
    assert result.exit_code == 0
    (row,) = pq.read_table("out.parquet").to_pylist()
    assert (row["id"], row["url"]) == ("urn:uuid:response", "https://news.example/")
    assert json.loads(Path("out.parquet.summary.json").read_text())["skipped_why"] == {"request record": 1}
    assert "news.example" in Path("report.html").read_text()


def test_a_missing_library_is_told_with_its_extra(pages: Path, cleaner: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """Before anything is written."""
    monkeypatch.setitem(__import__("sys").modules, "pyarrow", None)
    result = batch(cleaner, "pages", "-o", "out.parquet")
    assert result.exit_code == 2
    assert "pip install 'cleaner[parquet]'" in result.stderr
    assert [path.name for path in Path().iterdir()] == ["pages"]
