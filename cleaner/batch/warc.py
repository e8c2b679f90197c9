"""WARC and WET archives -> tasks: the pages of their records, with what the server said of them.

A page is a `response` with status 200 and a type of text or markup, a `resource` of such a type, or a `conversion`
(the text that a WET archive holds). Everything else is no page and is skipped with its reason.
"""

from __future__ import annotations

import gzip
import io
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from cleaner.batch.task import Failure, Item, Refused, Skipped, Task, failure
from cleaner.errors import ConfigError, LimitError, ReadError

if TYPE_CHECKING:
    from fastwarc.warc import WarcRecord

_MARKUP = ("text/html", "application/xhtml+xml", "application/xml", "text/xml")
_TEXT = ("text/plain", "text/markdown")
# Room for the headers of HTTP beside a page of the largest size.
_HEADERS = 1 << 16
_RECORD_END = b"\r\n\r\n"


def need_warc(what: str) -> None:
    """Raise ConfigError unless archives can be read here."""
    try:
        import fastwarc  # noqa: F401  # only whether it is there
    except ImportError:
        raise ConfigError(f"{what}: WARC needs fastwarc; install it with pip install 'cleaner[warc]'") from None


def read_warc(path: Path, name: str, max_bytes: int) -> Iterator[Item]:
    """The records of an archive in order, each a page, a refusal or skipped.

    name: the file's name in ids: `name:RECORD`, records counted from 1, for a record without an id.
    max_bytes: largest page in bytes, as stored and as decompressed.

    An archive that is cut or broken gives the records before the fault, and one refusal for the rest. Raises
    ConfigError where fastwarc is missing.
    """
    need_warc(name)
    from fastwarc.warc import ArchiveIterator

    number = 0
    with path.open("rb") as raw:
        source = _Watched(raw, path.name.lower().endswith(".gz"))
        try:
            for record in ArchiveIterator(source, parse_http=False):
                yield _item(record, f"{name}:{number + 1}", max_bytes)
                number += 1
        except (OSError, ValueError) as error:
            source.fault = source.fault or str(error)
        except BaseException as error:
            # The reader is written in Rust; what it did not foresee it throws past `Exception`.
            if type(error).__name__ != "PanicException":
                raise
            source.fault = f"its reader gave up: {error}"
    if fault := source.fault or source.unfinished:
        why = f"{name}: cannot be read after record {number} ({fault}); check the file"
        yield Refused(name, failure(ReadError(why)))


class _Watched(io.RawIOBase):
    """A file that remembers how it ended: the archive's reader takes a cut one for a short one."""

    def __init__(self, raw: io.BufferedReader, packed: bool) -> None:
        super().__init__()
        self._file = gzip.GzipFile(fileobj=raw) if packed else raw
        self._tail = b""
        self._at = 0
        self.fault: str | None = None

    def readable(self) -> bool:
        """It is for reading."""
        return True

    def tell(self) -> int:
        """Bytes read so far."""
        return self._at

    def read(self, size: int = -1) -> bytes:
        """Up to `size` bytes; none at the end and from a fault on."""
        if self.fault:
            return b""
        try:
            data = self._file.read1(size)  # what precedes a fault is handed out before the fault is met
        except (OSError, EOFError, zlib.error) as error:
            self.fault = str(error)
            return b""
        self._at += len(data)
        if data:
            self._tail = (self._tail + data[-len(_RECORD_END) :])[-len(_RECORD_END) :]
        return data

    @property
    def unfinished(self) -> str | None:
        """What is wrong with the end, if it is not where a record ends."""
        return "it ends within a record" if self._tail and self._tail != _RECORD_END else None


def _item(record: WarcRecord, place: str, max_bytes: int) -> Item:
    """What a record is. Raises OSError where the archive ends within it."""
    from fastwarc.warc import WarcRecordType

    kind = record.record_type
    if not record.headers.get("Content-Length"):
        raise OSError("a record's head ends before it says how long the record is")
    if kind not in (WarcRecordType.response, WarcRecordType.resource, WarcRecordType.conversion):
        return Skipped(f"{kind} record")
    id = (record.record_id or "").strip("<>") or place
    size = record.content_length
    if size > max_bytes + _HEADERS:
        return _refused(id, LimitError(f"{id}: a record of {size} bytes; raise the limit of {max_bytes}, --max-bytes"))
    block = record.reader.read(size) if size else b""
    if len(block) < size:
        raise OSError(f"it ends after {len(block)} of the next record's {size} bytes")
    if not block:
        return Skipped("empty record")
    try:
        return _response(record, block, id, max_bytes) if record.is_http else _stored(record, block, id, max_bytes)
    except (OSError, ValueError) as error:
        why = " ".join(str(error).split())[:200]
        return _refused(id, ReadError(f"{id}: its HTTP message cannot be read ({why}); fetch the page again"))


def _response(record: WarcRecord, block: bytes, id: str, max_bytes: int) -> Item:
    """What a server answered. Raises OSError for a message that cannot be read."""
    from fastwarc.warc import WarcRecord

    # A record of its own: one that cannot be decoded would take the archive's reader down with it.
    head = "WARC/1.0\r\nWARC-Type: response\r\nContent-Type: application/http; msgtype=response\r\n"
    message = WarcRecord.from_bytes(f"{head}Content-Length: {len(block)}\r\n\r\n".encode() + block)
    message.parse_http(auto_decode="all")
    status = message.http_headers.status_code if message.http_headers else None
    if status is None:
        return _refused(id, ReadError(f"{id}: no HTTP message, though it is said to be one; fetch the page again"))
    if status != 200:
        return Skipped(f"status {status}")
    type_ = _type(message.http_content_type)
    if type_ and type_ not in _MARKUP + _TEXT:
        return Skipped(f"type {type_}")
    return _page(record, message.reader.read(max_bytes + 1), (id, type_, message.http_charset), max_bytes)


def _stored(record: WarcRecord, block: bytes, id: str, max_bytes: int) -> Item:
    """What an archive holds without a server's words: the text of a WET file, a file."""
    type_ = _type(record.headers.get("Content-Type"))
    if type_ and type_ not in _MARKUP + _TEXT:
        return Skipped(f"type {type_}")
    return _page(record, block, (id, type_, None), max_bytes)


def _page(record: WarcRecord, data: bytes, known: tuple[str, str, str | None], max_bytes: int) -> Item:
    """The task of a page. known: its id, type and charset."""
    id, type_, charset = known
    if len(data) > max_bytes:
        return _refused(id, LimitError(f"{id}: more than {max_bytes} bytes; raise the limit, --max-bytes"))
    url = _address(record.headers.get("WARC-Target-URI"))
    fetched = _day(record.headers.get("WARC-Date") or "")
    return Task(id, data, "text" if type_ in _TEXT else "auto", url, charset, fetched)


def _type(stated: str | None) -> str:
    return (stated or "").partition(";")[0].strip().lower()[:60]


def _address(url: str | None) -> str | None:
    return (url or "").strip("<>") or None  # some writers of WARC/1.0 put the address in angle brackets


def _day(text: str) -> str | None:
    from datetime import date

    try:
        return date.fromisoformat(text[:10]).isoformat()
    except ValueError:
        return None


def _refused(id: str, error: ReadError | LimitError) -> Refused:
    told: Failure = failure(error)
    return Refused(id, told)
