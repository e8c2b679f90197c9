"""Archives are read record by record: pages, what is none, and what is broken, each told apart."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest

from cleaner.batch.task import Item, Refused, Skipped, Task, clean_task
from cleaner.batch.warc import read_warc
from cleaner.options import Options

PAGE = b"<html><body><p>The ferry sailed again on Monday.</p></body></html>"
HTTP = "Content-Type: application/http; msgtype=response\r\nWARC-Target-URI: https://news.example/ferry\r\n"


def record(kind: str, block: bytes, headers: str = "", length: int | None = None) -> bytes:
    """A WARC record. length: what its header says, if that is not so."""
    size = len(block) if length is None else length
    head = f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Date: 2024-12-02T23:59:00Z\r\n{headers}Content-Length: {size}"
    return head.encode() + b"\r\n\r\n" + block + b"\r\n\r\n"


def response(body: bytes, http: str = "Content-Type: text/html\r\n", status: str = "200 OK") -> bytes:
    """A record of a server's answer."""
    return record("response", f"HTTP/1.1 {status}\r\n{http}\r\n".encode() + body, HTTP)


def items(path: Path, content: bytes, max_bytes: int = 1000) -> list[Item]:
    """What the archive holds."""
    path.write_bytes(content)
    return list(read_warc(path, path.name.removesuffix(".gz"), max_bytes))


def told(item: Item) -> str:
    """An item in one word."""
    if isinstance(item, Skipped):
        return item.reason
    return item.failure.stage if isinstance(item, Refused) else "page"


def test_a_response_is_a_page_with_what_its_server_said(tmp_path: Path) -> None:
    """Address, charset and day go with it; its id is the record's."""
    named = record("response", b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=koi8-r\r\n\r\n" + PAGE,
                   HTTP + "WARC-Record-ID: <urn:uuid:7>\r\n")  # fmt: skip
    (task,) = items(tmp_path / "a.warc", named)
    assert task == Task("urn:uuid:7", PAGE, "auto", "https://news.example/ferry", "koi8-r", "2024-12-02")


def test_a_compressed_archive_reads_as_the_plain_one(tmp_path: Path) -> None:
    """A member a record, or one for all; a body that the server compressed is opened."""
    records = [response(PAGE), response(gzip.compress(PAGE), "Content-Type: text/html\r\nContent-Encoding: gzip\r\n")]
    plain = items(tmp_path / "a.warc", b"".join(records))
    assert [item.data for item in plain if isinstance(item, Task)] == [PAGE, PAGE]
    assert items(tmp_path / "a.warc.gz", b"".join(map(gzip.compress, records))) == plain
    assert items(tmp_path / "a.warc.gz", gzip.compress(b"".join(records))) == plain


def test_a_wet_archive_holds_texts(tmp_path: Path) -> None:
    """Its records are conversions, and are text whatever they look like."""
    text = record("conversion", b"<p> is a tag.", "Content-Type: text/plain\r\nWARC-Target-URI: https://x.example/\r\n")
    (info, task) = items(tmp_path / "a.wet", record("warcinfo", b"x: y\r\n") + text)
    assert told(info) == "warcinfo record"
    assert task == Task("a.wet:2", b"<p> is a tag.", "text", "https://x.example/", None, "2024-12-02")


def test_records_that_are_no_pages_are_skipped_with_their_reason(tmp_path: Path) -> None:
    """Requests, errors, images, nothing."""
    content = b"".join([
        record("request", b"GET / HTTP/1.1\r\n\r\n"), response(PAGE, status="404 Not Found"),
        response(b"\x89PNG", "Content-Type: image/png\r\n"), record("response", b"", HTTP), response(PAGE),
    ])  # fmt: skip
    said = [told(item) for item in items(tmp_path / "a.warc", content)]
    assert said == ["request record", "status 404", "type image/png", "empty record", "page"]


def test_a_record_that_cannot_be_read_costs_no_other(tmp_path: Path) -> None:
    """A lie about its encoding, no HTTP, broken chunks, a bomb, one too long: five refusals, then the page."""
    zipped = "Content-Type: text/html\r\nContent-Encoding: gzip\r\n"
    content = b"".join([
        response(b"no gzip", zipped), record("response", b"no http", HTTP),
        response(b"ZZ\r\nx", "Transfer-Encoding: chunked\r\n"), response(gzip.compress(b"x" * 10_000_000), zipped),
        response(b"x" * 100_000), response(PAGE),
    ])  # fmt: skip
    assert [told(item) for item in items(tmp_path / "a.warc", content)] == [*["read"] * 3, *["limit"] * 2, "page"]


@pytest.mark.parametrize("name", ["a.warc", "a.warc.gz"])
def test_an_archive_cut_anywhere_gives_its_records_and_one_refusal(tmp_path: Path, name: str) -> None:
    """Its reader takes a cut archive for a short one; nothing is lost in silence."""
    first, second = response(PAGE), response(PAGE + b"<p>More of it.</p>")
    if name.endswith(".gz"):
        first, second = gzip.compress(first), gzip.compress(second)
    for end in range(len(first) + 1, len(first + second) - 8, 3):
        said = [told(item) for item in items(tmp_path / name, (first + second)[:end])]
        # The second page is whole where nothing but the end of its record, or of its gzip member, is missing.
        assert said in (["page", "read"], ["page", "page", "read"]), end


@pytest.mark.parametrize("content", [b"noise" * 1000, b"WARC/1.0\r\nX: " + b"x" * 100_000])
def test_what_is_no_archive_is_one_refusal(tmp_path: Path, content: bytes) -> None:
    """It names the file."""
    (refused,) = items(tmp_path / "a.warc", content)
    assert isinstance(refused, Refused)
    assert refused.failure.message.startswith("a.warc: cannot be read after record 0")


def test_the_servers_charset_decodes_the_page() -> None:
    """Where the page itself does not say, and is no UTF-8."""
    text = "Паром вернулся в Лундхольм в понедельник утром."
    page = f"<html><body><p>{text}</p></body></html>"
    told_by_server = Task("a", page.encode("koi8-r"), charset="KOI8-R")
    utf8_all_the_same = Task("a", page.encode(), charset="KOI8-R")
    no_charset = Task("a", page.encode(), charset="no-such-thing")
    for task in (told_by_server, utf8_all_the_same, no_charset):
        assert [verdict.block.text for verdict in clean_task(task, Options()).verdicts] == [text]


@pytest.mark.parametrize(("fetched", "warned"), [("2024-12-01", False), ("2024-11-20", True), (None, False)])
def test_a_page_from_the_future_is_warned_of(fetched: str | None, warned: bool) -> None:
    """No page was published after it was fetched; a day is left for the difference of clocks."""
    page = '<html><head><meta property="article:published_time" content="2024-12-02"></head><p>Words.</p></html>'
    document = clean_task(Task("a", page, fetched=fetched), Options())
    assert document.published == "2024-12-02"
    assert any(warning.startswith("date-conflict: ") for warning in document.warnings) is warned
