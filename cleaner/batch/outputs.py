"""Where a batch's documents go: one JSONL file or a folder, whole or not at all.

All is written under a name ending in `.partial` beside its place and takes its place when the run is complete; until
then whatever stood there stays. A run that stops early leaves the `.partial` behind.
"""

from __future__ import annotations

import gzip
import hashlib
import os
import re
import shutil
from pathlib import Path
from typing import IO, Protocol

from cleaner.errors import ConfigError
from cleaner.writers import SUFFIXES, Format

PARTIAL = ".partial"

# Longest file name that common file systems take is 255 bytes; this leaves room for suffixes.
_LONGEST_NAME = 200
_LONGEST_PATH = 2000  # of the 4096 that Linux takes, the rest is for OUT itself
# Characters that a file system or a shell gives a meaning; `%` too, so that no two ids meet.
_UNSAFE = re.compile(r'[\x00-\x1f\x7f<>:"|?*\\%\ud800-\udfff]')
_OTHER_TYPES = (".json", ".md", ".txt", ".html", ".htm", ".csv", ".tsv", ".xml", ".parquet", ".gz", ".zip")


class Sink(Protocol):
    """Takes rendered documents in input order. `place` is where they will stand, `partial` where till then."""

    place: Path
    partial: Path

    def write(self, id: str, text: str) -> None:
        """Write one document."""

    def commit(self) -> None:
        """Put what was written in its place."""

    def close(self) -> None:
        """Write no more, and leave what was written under its partial name."""


class AtomicFile:
    """A file that takes its place when it is complete. `.gz` is compressed, without a time stamp in it.

    Raises ConfigError where something else than a file stands there, OSError as the disk does.
    """

    def __init__(self, place: Path) -> None:
        self.place = Path(os.path.realpath(place))
        if self.place.exists() and not self.place.is_file():
            # To put a file in the place of /dev/null would be the end of it.
            raise ConfigError(f"{place}: not a regular file; name a file")
        self.partial = self.place.with_name(self.place.name + PARTIAL)
        self._raw: IO[bytes] = self.partial.open("wb")
        self._file: IO[bytes] = self._raw
        if self.place.name.lower().endswith(".gz"):
            self._file = gzip.GzipFile(filename="", mode="wb", fileobj=self._raw, mtime=0)  # type: ignore[assignment]

    def write(self, id: str, text: str) -> None:
        """Append text; `id` is in it already."""
        self._file.write(encode(text))

    def commit(self) -> None:
        """Put the file in its place, in one step."""
        self.close()
        os.replace(self.partial, self.place)

    def close(self) -> None:
        """Write no more; the partial file stays."""
        self._file.close()
        self._raw.close()

    def discard(self) -> None:
        """Write no more and leave nothing behind."""
        self.close()
        self.partial.unlink(missing_ok=True)

    def __enter__(self) -> AtomicFile:
        return self

    def __exit__(self, kind: object, *_: object) -> None:
        if kind is None:
            self.commit()
        else:
            self.discard()


class AtomicFolder:
    """A folder with one file a document, in the tree that the ids spell; takes its place when it is complete."""

    def __init__(self, place: Path, suffix: str) -> None:
        self.place = Path(os.path.realpath(place))
        self.partial = self.place.with_name(self.place.name + PARTIAL)
        self._suffix = suffix
        if self.partial.exists():
            shutil.rmtree(self.partial)
        self.partial.mkdir()

    def write(self, id: str, text: str) -> None:
        """Write one file, always below the folder, whatever the id says."""
        path = self.partial / (safe_name(id, self._suffix))
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(encode(text))

    def commit(self) -> None:
        """Put the folder in its place; the one that stood there goes only then."""
        old = self.place.with_name(self.place.name + ".replaced")
        if old.exists():
            shutil.rmtree(old)
        if self.place.exists():
            os.replace(self.place, old)
        os.replace(self.partial, self.place)
        if old.exists():
            shutil.rmtree(old)

    def close(self) -> None:
        """Nothing is open between two documents."""


def encode(text: str) -> bytes:
    """UTF-8; a lone surrogate, which UTF-8 cannot hold, as the escape that JSON reads back."""
    return text.encode("utf-8", "backslashreplace")


def safe_name(id: str, suffix: str = "") -> str:
    """A relative path for an id, another one for every other id.

    No step up, no root, no unsafe character, no name too long for a disk, and no folder with a name
    that ends in `suffix`, where a document could want to stand.
    """
    *folders, name = [_safe_part(part) for part in id.split("/")]
    folders = [part[:-1] + "%" if suffix and part.endswith(suffix) else part for part in folders]
    path = "/".join([*folders, name + suffix])
    if len(path.encode()) <= _LONGEST_PATH:
        return path
    return f"%long/{_digest(path)}{suffix}"


def _safe_part(part: str) -> str:
    safe = _UNSAFE.sub(lambda m: _percent(m.group()), part)
    if not safe.strip(". "):
        safe = _percent(safe) or "%"
    raw = safe.encode()
    if len(raw) <= _LONGEST_NAME:
        return safe
    return raw[: _LONGEST_NAME - 18].decode("utf-8", "ignore") + "%~" + _digest(safe)


def _percent(text: str) -> str:
    return "".join(f"%{byte:02X}" for byte in text.encode("utf-8", "surrogatepass"))


def _digest(text: str) -> str:
    return hashlib.blake2b(text.encode(), digest_size=8).hexdigest()


def beside(out: Path, suffix: str) -> Path:
    """The file beside OUT that tells of the run: `OUT.rejects.jsonl`, `OUT.summary.json`."""
    return out.with_name(out.name + suffix)


def is_file(out: Path) -> bool:
    """Whether OUT is one JSONL file; else it is a folder."""
    return out.name.lower().removesuffix(".gz").endswith(".jsonl")


def format_for(out: Path, to: Format | None) -> Format:
    """The form to write in. Raises ConfigError where OUT and `--to` do not fit."""
    if is_file(out):
        if to not in (None, "jsonl"):
            raise ConfigError(f"{out}: a .jsonl file holds JSONL, not {to}; leave --to away, or name a folder")
        return "jsonl"
    if to == "jsonl":
        raise ConfigError(f"{out}: JSONL goes into one file; name it OUT.jsonl or OUT.jsonl.gz")
    if out.suffix.lower() in _OTHER_TYPES and not out.is_dir():
        raise ConfigError(f"{out}: a batch writes a .jsonl or .jsonl.gz file, or a folder; choose one of these")
    return to or "json"


def open_sink(out: Path, to: Format) -> Sink:
    """The sink for OUT.

    Raises ConfigError where it would overwrite what no batch has written, OSError as the disk does.
    """
    if is_file(out):
        return AtomicFile(out)
    if out.exists() and not out.is_dir():
        raise ConfigError(f"{out}: a file stands there; name another folder")
    if out.is_dir() and any(out.iterdir()) and not beside(out, ".summary.json").exists():
        raise ConfigError(f"{out}: the folder holds files that no batch has written; name a new or empty one")
    partial = beside(out, PARTIAL)
    if partial.exists() and not beside(out, ".rejects.jsonl" + PARTIAL).exists():
        raise ConfigError(f"{partial}: in the way, and not left by a batch; move it away")
    return AtomicFolder(out, SUFFIXES[to])
