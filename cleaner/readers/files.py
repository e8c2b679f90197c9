"""Files to bytes: bounded, and refused in words when they are no regular file; gzip is opened here."""

from __future__ import annotations

import os
import re
import stat
import zlib
from pathlib import Path

from cleaner.errors import LimitError, ReadError

GZIP = b"\x1f\x8b"
# Small, because what a short member leaves over is copied once for each member.
_CHUNK = 1 << 12
_SUFFIXES = (".html", ".htm", ".xhtml", ".txt")


def document_id(relative_path: str) -> str:
    """The contract's id of a file: its path relative to the input root, `/` between folders, without its suffix.

    `.gz` is taken off first, then one of `.html .htm .xhtml .txt`, whatever their case; a name that is nothing but
    a suffix stays. Bytes of a file name that are not text are written `\\udce9`, so that every id can be encoded.
    """
    path = relative_path.replace(os.sep, "/").encode("utf-8", "backslashreplace").decode("utf-8")
    folder, slash, name = path.rpartition("/")
    name = _without(name, (".gz",))
    return folder + slash + _without(name, _SUFFIXES)


def named(path: Path) -> str:
    """The path as it can stand in a one-line message."""
    return printable(str(path))


def printable(name: str) -> str:
    """A name as it can stand in a one-line message; in quotes where blanks would be lost or odd characters printed."""
    return name if name.isprintable() and name == " ".join(name.split()) else ascii(name)


def load(path: Path, max_bytes: int) -> bytes:
    """The bytes of a regular file, still compressed if it is gzip.

    Raises ReadError for a path that is missing, a folder, no regular file or not readable, LimitError for a file of
    more than `max_bytes` bytes; neither opens what is not a regular file (a pipe would block).
    """
    where = named(path)
    try:
        mode = path.stat().st_mode
        if stat.S_ISDIR(mode):
            raise ReadError(f"{where}: is a folder; give a file, or clean folders with `cleaner batch`")
        if not stat.S_ISREG(mode):
            raise ReadError(f"{where}: is no regular file; save its content to a file first")
        with path.open("rb") as file:
            data = file.read(max_bytes + 1)
    except FileNotFoundError:
        raise ReadError(f"{where}: no such file; check the path") from None
    except PermissionError:
        raise ReadError(f"{where}: no permission to read it; change its permissions or run as its owner") from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise ReadError(f"{where}: cannot be read ({reason}); check the path and the disk") from None
    if len(data) > max_bytes:
        raise too_large(where, max_bytes)
    return data


def unpack(data: bytes, max_bytes: int, where: str) -> bytes:
    """The bytes inside gzip data (all members), or the data itself where it is not gzip.

    Never holds more than `max_bytes` + 1 of them. Raises LimitError beyond that, ReadError for broken gzip.
    """
    if not data.startswith(GZIP):
        return data
    parts: list[bytes] = []
    room = max_bytes + 1
    offset = 0
    try:
        # What follows the last member and is no gzip is padding or junk; `gzip` itself ignores it.
        while data.startswith(GZIP, offset):
            opened = zlib.decompressobj(wbits=31)
            while not opened.eof:
                chunk = data[offset : offset + _CHUNK]
                if not chunk:
                    raise zlib.error("it ends too early")
                offset += len(chunk)
                parts.append(opened.decompress(chunk, room))
                room -= len(parts[-1])
                if room <= 0:
                    raise too_large(where, max_bytes, "decompressed ")
            offset -= len(opened.unused_data)
    except zlib.error as error:
        fault = re.sub(r"\s+", " ", str(error))
        raise ReadError(f"{where}: broken gzip ({fault}); fetch or compress the file again") from None
    return b"".join(parts)


def too_large(where: str, max_bytes: int, what: str = "") -> LimitError:
    """The one message for an input above the size limit."""
    return LimitError(
        f"{where}: more than {max_bytes} {what}bytes; raise the limit (--max-bytes, Options.max_bytes) to read it"
    )


def _without(name: str, suffixes: tuple[str, ...]) -> str:
    for suffix in suffixes:
        if name.lower().endswith(suffix) and len(name) > len(suffix):
            return name[: -len(suffix)]
    return name
