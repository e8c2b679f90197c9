"""Inputs that break scrapers' tools, made by code: each is a document, a reject or a skip, and costs no other."""

from __future__ import annotations

import gzip
import io
import json
import os
import random
import struct
import zlib
from collections.abc import Callable
from pathlib import Path

_MEGABYTE = 1_000_000
_STORY = "The ferry to Lundholm sailed again on Monday morning, nine days after the storm. "


def write(folder: Path) -> int:
    """Write the set below a folder; how many files it has. The same bytes every time."""
    for name, data in sorted(files().items()):
        (folder / name).write_bytes(data)
    for name, table in _tables().items():
        _parquet(folder / name, table)
    _links(folder)
    return sum(1 for _ in os.scandir(folder))


def files() -> dict[str, bytes]:
    """The contents of all files by name."""
    return {**_markup(), **_text(), **_binary(), **_packed(), **_rows(), **_archives()}


def _page(inner: str) -> bytes:
    return f"<html><body><article><h1>Ferry</h1>{inner}<p>{_STORY}</p></article></body></html>".encode()


def _markup() -> dict[str, bytes]:
    paragraph = f"<p>{_STORY}</p>".encode()
    return {
        "deep.html": b"<div>" * 200_000 + paragraph,
        "deep_spans.html": b"<p>" + b"<span>" * 100_000 + _STORY.encode(),
        "deep_tables.html": b"<table><tr><td>" * 30_000 + paragraph,
        "deep_lists.html": b"<ul><li>" * 50_000 + paragraph,
        "deep_blockquotes.html": b"<blockquote>" * 100_000 + paragraph,
        "closing_only.html": b"</div>" * 300_000 + paragraph,
        "attributes.html": b"<div " + b" ".join(b"a%d=1" % number for number in range(1_000_000)) + b">" + paragraph,
        "same_attribute.html": b"<div " + b"class=x " * 200_000 + b">" + paragraph,
        "long_attribute.html": b'<div class="' + b"x " * 500_000 + b'">' + paragraph,
        "open_tag.html": b"<div class='" + b"x" * _MEGABYTE,
        "open_comment.html": paragraph + b"<!--" + b"x" * 3 * _MEGABYTE,
        "open_script.html": paragraph + b"<script>" + b"if (a < b) { c(); } " * 100_000,
        "comments.html": b"<!-- x -->" * 200_000 + paragraph,
        "entities.html": b"<p>" + b"&amp;&lt;&#x41;&nosuch;" * 100_000 + b"</p>",
        "entity_bomb.html": b'<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "'
        + b"&a;" * 1000
        + b'">]><p>&b;</p>'
        + paragraph,
        "bad_entities.html": b"<p>" + b"&#99999999999;&#xD800;&#0;&;&#;" * 50_000 + b"</p>",
        "external_entity.xhtml": b'<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><html><body><p>&e;</p></body></html>',
        "siblings.html": b"<p>x</p>" * 20_000,
        "empty_elements.html": b"<b></b>" * 100_000 + paragraph,
        "links.html": b"".join(b'<a href="/%d">Story number %d of the day</a> ' % (n, n) for n in range(3_000)),
        "table.html": b"<table>" + b"<tr>" + b"<td>1</td>" * 10_000 + b"</tr></table>" + paragraph,
        "headings.html": b"<h1>Ferry returns</h1>" * 5_000,
        "forms.html": b"<form>" * 5_000 + b"<select>" + b"<option>x</option>" * 10_000 + paragraph,
        "json_ld.html": b'<script type="application/ld+json">' + b"[" * 200_000 + b"</script>" + paragraph,
        "json_ld_long.html": b'<script type="application/ld+json">{"a": "'
        + b"x" * 4 * _MEGABYTE
        + b'"}</script>'
        + paragraph,
        "frameset.html": b"<frameset><frame src=a><noframes>" + paragraph,
        "svg.html": b"<svg>" + b"<g><path d='M0 0'/>" * 50_000 + b"</svg>" + paragraph,
        "namespaces.xhtml": b"<a:b xmlns:a='x'>" * 5_000 + paragraph,
        "meta_charset.html": b"<meta charset='no-such-thing'><meta charset='utf-7'>" + _STORY.encode("utf-16"),
        "base64.html": b"<img src='data:image/png;base64," + b"A" * 5 * _MEGABYTE + b"'>" + paragraph,
    }


def _text() -> dict[str, bytes]:
    mixed = _STORY.encode() + "Fähre nach Ålesund. ".encode("cp1252") + "Паром вернулся. ".encode("koi8-r")
    return {
        "empty.txt": b"",
        "blank.txt": b" \n\t\r\n" * 100_000,
        "line.txt": b"word " * _MEGABYTE,
        "letters.txt": b"x" * 5 * _MEGABYTE,
        "lines.txt": b"x\n" * 50_000,
        "numbers.txt": b"1\n2\n" * 10_000,
        "dates.txt": b"02-12-2024 17:22 IST | " * 5_000,
        "datelines.txt": b"LONDON, Dec 2 (Agency) - " * 3_000,
        "bylines.txt": b"By Anna Berg and " * 5_000,
        "quotes.txt": "\u201c".encode() * 500_000 + _STORY.encode(),
        "brackets.txt": b"[[((" * 300_000,
        "spaces.txt": b"a" + b" " * 4 * _MEGABYTE + b"b",
        "dots.txt": b"." * 2 * _MEGABYTE,
        "urls.txt": b"https://" + b"a." * 500_000 + b"example/ " + _STORY.encode(),
        "emails.txt": b"a@" * 500_000,
        "combining.txt": ("e" + "\u0301" * 200_000 + " " + _STORY).encode(),
        "bidi.txt": ("\u202e" * 100_000 + _STORY).encode(),
        "mixed.txt": mixed * 1000,
        "utf16.txt": (_STORY * 1000).encode("utf-16"),
        "utf16_odd.txt": (_STORY * 10).encode("utf-16")[:-1],
        "invalid.txt": bytes(range(128, 256)) * 5_000,
        "nul.txt": b"\0".join(_STORY.encode()[n : n + 1] for n in range(len(_STORY))) * 1000,
        "surrogates.txt": _STORY.encode() + b"\xed\xa0\x80" * 10_000,
        "markdown.txt": b"#" * 100_000 + b"\n" + b"* " * 100_000 + b"\n" + b"[a](b)" * 50_000,
        "tabs.txt": (b"a\tb\tc\t" * 20 + b"\n") * 10_000,
        "thai.txt": ("เรือข้ามฟากกลับมาแล้ว" * 30_000).encode(),
        "chinese.txt": ("渡轮周一早上再次启航" * 60_000).encode(),
    }  # fmt: skip


def _binary() -> dict[str, bytes]:
    chance = random.Random(5)
    return {
        "pdf.html": b"%PDF-1.4\n\x00\x01" + chance.randbytes(50_000),
        "png.txt": b"\x89PNG\r\n\x1a\n" + chance.randbytes(50_000),
        "noise.html": chance.randbytes(300_000),
        "zip.txt": b"PK\x03\x04" + chance.randbytes(20_000),
        "too_large.txt": b"word " * 5 * _MEGABYTE,
    }


def _packed() -> dict[str, bytes]:
    whole = gzip.compress(_page("") * 100)
    return {
        "bomb.html.gz": gzip.compress(b"\0" * 300 * _MEGABYTE),
        "bomb_of_bombs.txt.gz": gzip.compress(gzip.compress(b"x" * 200 * _MEGABYTE)),
        "members.txt.gz": gzip.compress(b"") * 100_000 + gzip.compress(_STORY.encode()),
        "cut.html.gz": whole[: len(whole) // 2],
        "broken.html.gz": whole[:200] + b"\xff" * 50 + whole[250:],
        "head_only.html.gz": b"\x1f\x8b",
        "not_packed.html.gz": _page(""),
        "trailing.html.gz": whole + b"junk" * 1000,
    }


def _rows() -> dict[str, bytes]:
    good = json.dumps({"id": "good", "text": _STORY}).encode()
    same = b"\n".join([json.dumps({"id": "same", "text": _STORY}).encode()] * 30)
    rows = [
        good, b"{", b"[1]", b"null", b'"text"', b'{"text": "\xff"}', b"[" * 300_000, b'{"text": 5}', b'{"text": null}',
        b'{"id": "\\ud800", "url": "https://[", "text": "' + _STORY.encode() + b'"}',
        b'{"id": "../../../etc/passwd", "text": ""}', b'{"id": "' + b"x" * 5000 + b'", "text": "x"}',
        b'{"id": "a\\u0000b", "text": "x"}', b'{"id": "CON", "text": "x"}', b'{"id": "Con", "text": "x"}',
        b'{"text": "' + b"x" * 21 * _MEGABYTE + b'"}', b'{"n": ' + b"9" * 10_000 + b', "text": "x"}', good,
    ]  # fmt: skip
    return {
        "rows.jsonl": b"\n".join(rows),
        "same.jsonl": same,
        "line.jsonl": b"x" * 30 * _MEGABYTE,
        "bomb.jsonl.gz": gzip.compress(b"x" * 300 * _MEGABYTE),
        "cut.jsonl.gz": gzip.compress(b"\n".join([good] * 50))[:90],
        "utf16.jsonl": good.decode().encode("utf-16"),
        "empty.jsonl": b"",
        "blank.jsonl": b"\n" * 100_000,
    }


def record(kind: str, block: bytes, id: str = "", headers: str = "", length: int | None = None) -> bytes:
    """A WARC record. length: what its header says, if that is not so."""
    size = len(block) if length is None else length
    named = f"WARC-Record-ID: <urn:uuid:{id}>\r\n" if id else ""
    head = f"WARC/1.0\r\nWARC-Type: {kind}\r\n{named}WARC-Date: 2024-12-02T10:00:00Z\r\n{headers}"
    return f"{head}Content-Length: {size}\r\n\r\n".encode() + block + b"\r\n\r\n"


def response(body: bytes, id: str = "", http: str = "Content-Type: text/html\r\n", status: str = "200 OK") -> bytes:
    """A WARC record of an HTTP response."""
    address = f"WARC-Target-URI: https://news.example/{id}\r\nContent-Type: application/http; msgtype=response\r\n"
    return record("response", f"HTTP/1.1 {status}\r\n{http}\r\n".encode() + body, id, address)


def _archives() -> dict[str, bytes]:
    page = _page("")
    good = response(page, "good")
    zipped = "Content-Type: text/html\r\nContent-Encoding: gzip\r\n"
    records = [
        record("warcinfo", b"software: none\r\n"), record("request", b"GET / HTTP/1.1\r\n\r\n"), good,
        response(b"", "empty"), record("response", b"", "no-block"), record("metadata", b""),
        response(page, "gone", status="404 Not Found"), response(b"\x89PNG", "png", "Content-Type: image/png\r\n"),
        response(gzip.compress(b"x" * 200 * _MEGABYTE), "bomb", zipped), response(b"no gzip", "lie", zipped),
        response(b"ZZ\r\nx", "chunks", "Transfer-Encoding: chunked\r\n"),
        response(page, "utf", "Content-Type: text/html; charset=\xff\r\n"),
        response("Fähre ".encode("cp1252") * 500, "latin", "Content-Type: text/html; charset=iso-8859-1\r\n"),
        record("response", b"no http at all", "no-http", "Content-Type: application/http\r\n"),
        record("conversion", _STORY.encode() * 5, "text", "Content-Type: text/plain\r\n"),
        record("conversion", b"", "none"),
        response(b"x" * 21 * _MEGABYTE, "long"), response(page, "good"),
    ]  # fmt: skip
    whole = b"".join(gzip.compress(part) for part in records)
    return {
        "crawl.warc": b"".join(records),
        "crawl.warc.gz": whole,
        "cut.warc.gz": whole[: len(whole) - 300],
        "cut.warc": good + good[: len(good) // 2],
        "lies.warc": good + record("response", page, "short", length=5) + good,
        "beyond.warc": good + record("response", page, "beyond", length=10**9),
        "minus.warc": good + record("response", page, "minus", length=-1) + good,
        "headers.warc": b"WARC/1.0\r\nX: " + b"x" * 5 * _MEGABYTE + b"\r\n\r\n" + good,
        "noise.warc": random.Random(6).randbytes(100_000),
        "empty.warc.gz": b"",
        "text.wet.gz": gzip.compress(record("conversion", _STORY.encode() * 3, "wet")),
    }


def _tables() -> dict[str, Callable[[], dict[str, object]] | bytes]:
    return {
        "good.parquet": lambda: {"id": ["a", "b"], "text": [_STORY, None]},
        "numbers.parquet": lambda: {"id": [1, 2], "text": [3, 4]},
        "nested.parquet": lambda: {"text": [[_STORY], []], "url": [{"a": 1}, {"a": 2}]},
        "no_page.parquet": lambda: {"headline": ["x"], "n": [1]},
        "no_rows.parquet": lambda: {"text": []},
        "binary.parquet": lambda: {"html": [b"\xff\xfe\x00", _page("")]},
        "repeated.parquet": lambda: {"text": [_STORY * 100] * 300},
        "not.parquet": b"PAR1 is not enough",
        "cut.parquet": b"PAR1" + zlib.compress(b"x" * 10_000) + struct.pack("<i", 10**8) + b"PAR1",
        "empty.parquet": b"",
    }


def _parquet(path: Path, made: Callable[[], dict[str, object]] | bytes) -> None:
    if isinstance(made, bytes):
        path.write_bytes(made)
        return
    import pyarrow as pa
    import pyarrow.parquet as pq

    target = io.BytesIO()
    pq.write_table(pa.table(made()), target)
    path.write_bytes(target.getvalue())


def _links(folder: Path) -> None:
    """What a file system can hold beside files: links to nothing, round and out, a pipe, odd names, a folder."""
    (folder / "dangling.html").symlink_to("nowhere.html")
    (folder / "loop.html").symlink_to("loop.html")
    (folder / "round").symlink_to(".")
    (folder / "out.html").symlink_to("/etc/hostname")
    os.mkfifo(folder / "pipe.txt")
    (folder / "folder.html").mkdir()
    (folder / ("n" * 250 + ".txt")).write_text(_STORY)
    (folder / "line\nbreak.txt").write_text(_STORY)
    (folder / "NUL.txt").write_text(_STORY)
    (folder / "Case.txt").write_text(_STORY)
    (folder / "case.txt").write_text(_STORY)
    Path(os.fsdecode(os.fsencode(folder) + b"/caf\xe9.txt")).write_text(_STORY)
