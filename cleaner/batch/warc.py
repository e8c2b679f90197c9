"""WARC and WET archives -> tasks: the pages of their records, with what the server said of them.

A page is a `response` with status 200 and a type of text or markup, a `resource` of such a type, or a `conversion`
(the text that a WET archive holds). Everything else is no page and is skipped with its reason.
"""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import IO, TYPE_CHECKING

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
            for record in ArchiveIterator(source, parse_http=False):  # type: ignore[arg-type]  # what has `read` will do
                number += 1
                yield _item(record, f"{name}:{number}", max_bytes)
        except (OSError, ValueError) as error:
            source.fault = source.fault or str(error)
    if fault := source.fault or source.unfinished:
        why = f"{name}: cannot be read after record {number} ({fault}); check the file"
        yield Refused(name, failure(ReadError(why)))


class _Watched:
    """A file that remembers how it ended: the archive's reader takes a cut one for a short one."""

    def __init__(self, raw: IO[bytes], packed: bool) -> None:
        self._file = gzip.GzipFile(fileobj=raw) if packed else raw
        self._tail = b""
        self.fault: str | None = None

    def read(self, size: int = -1) -> bytes:
        """Up to `size` bytes; none at the end and from a fault on."""
        if self.fault:
            return b""
        try:
            data = self._file.read(size)
        except (OSError, EOFError, zlib.error) as error:
            self.fault = str(error)
            return b""
        if data:
            self._tail = (self._tail + data[-len(_RECORD_END) :])[-len(_RECORD_END) :]
        return data

    @property
    def unfinished(self) -> str | None:
        """What is wrong with the end, if it is not where a record ends."""
        return "it ends within a record" if self._tail and self._tail != _RECORD_END else None


def _item(record: WarcRecord, place: str, max_bytes: int) -> Item:
    from fastwarc.warc import WarcRecordType

    kind = record.record_type
    if kind not in (WarcRecordType.response, WarcRecordType.resource, WarcRecordType.conversion):
        return Skipped(f"{kind} record")
    id = (record.record_id or "").strip("<>") or place
    size = record.content_length
    if size > max_bytes + _HEADERS:
        return _refused(id, LimitError(f"{id}: a record of {size} bytes; raise the limit of {max_bytes}, --max-bytes"))
    block = record.reader.read(size) if size else b""
    if len(block) < size:
        return _refused(id, ReadError(f"{id}: the archive ends after {len(block)} of the record's {size} bytes"))
    try:
        record.set_bytes_content(block)
        if record.is_http:
            record.parse_http(auto_decode="all")
        return _page(record, id, max_bytes)
    except (OSError, ValueError) as error:
        why = " ".join(str(error).split())[:200]
        return _refused(id, ReadError(f"{id}: its HTTP message cannot be read ({why}); fetch the page again"))


def _page(record: WarcRecord, id: str, max_bytes: int) -> Item:
    if record.is_http and record.http_headers.status_code != 200:
        return Skipped(f"status {record.http_headers.status_code}")
    stated = record.http_content_type if record.is_http else record.headers.get("Content-Type")
    type_ = (stated or "").partition(";")[0].strip().lower()
    if type_ and type_ not in _MARKUP + _TEXT:
        return Skipped(f"type {type_[:60]}")
    data = record.reader.read(max_bytes + 1)
    if len(data) > max_bytes:
        return _refused(id, LimitError(f"{id}: more than {max_bytes} bytes; raise the limit, --max-bytes"))
    url = record.headers.get("WARC-Target-URI")
    charset = record.http_charset if record.is_http else None
    day = (record.headers.get("WARC-Date") or "")[:10]
    return Task(id, data, "text" if type_ in _TEXT else "auto", _address(url), charset, _day(day))


def _address(url: str | None) -> str | None:
    return (url or "").strip("<>") or None  # some writers of WARC/1.0 put the address in angle brackets


def _day(text: str) -> str | None:
    from datetime import date

    try:
        return date.fromisoformat(text).isoformat()
    except ValueError:
        return None


def _refused(id: str, error: ReadError | LimitError) -> Refused:
    told: Failure = failure(error)
    return Refused(id, told)
