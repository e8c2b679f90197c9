"""What a run writes into: a file or a folder that grows under the name OUT.partial and takes its place at the end.

A run that stops leaves it there, and the manifest beside it says how much of it counts: the next run cuts off the rest
and goes on. Nothing about the finished bytes depends on where a run was cut, so compressed files and Parquet are made
from the plain partial file in one go, when all pages are in it.
"""

from __future__ import annotations

import gzip
import os
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import IO, Protocol

from cleaner.batch.names import safe_name
from cleaner.batch.outputs import (
    MANIFEST,
    PACKED,
    PARTIAL,
    REPLACED,
    SUMMARY,
    beside,
    is_file,
    is_parquet,
    regular,
)  # fmt: skip
from cleaner.errors import ConfigError
from cleaner.writers import SUFFIXES, Format

_PIECE = 1 << 20


class Sink(Protocol):
    """Takes rendered documents in input order. `place` is where they will stand, `partial` where till then.

    end: bytes written so far, where they follow one another.
    """

    place: Path
    partial: Path
    end: int

    def open(self, end: int) -> bool:
        """Begin after `end` bytes of what an earlier run wrote; False where that is no longer there."""

    def restore(self) -> bool:
        """Make of the finished output what it was made of, for a run to go on from; False where it cannot be."""

    def write(self, id: str, data: bytes) -> None:
        """Write one document."""

    def sync(self) -> None:
        """Have on disk what was written, as far as a killed process or, for a file, a power cut could lose it."""

    def settle(self) -> None:
        """Put what was written in its place; may be called again by a run that was killed at it."""

    def close(self) -> None:
        """Write no more, and leave what was written under its partial name."""


class Spool:
    """One file. pack: makes the finished file (second path) from the plain one (first path); None leaves it as it is.

    Raises ConfigError where something else than a file stands in its place.
    """

    def __init__(self, place: Path, pack: Callable[[Path, Path], None] | None = None) -> None:
        self.place = regular(place)
        self.partial = beside(self.place, PARTIAL)
        self.end = 0
        self._pack = pack
        self._file: IO[bytes] | None = None

    def open(self, end: int) -> bool:
        """Begin after `end` bytes; False where fewer are there."""
        if end and (not self.partial.is_file() or self.partial.stat().st_size < end):
            return False
        self._file = self.partial.open("r+b" if end else "wb")
        self._file.truncate(end)
        self._file.seek(end)
        self.end = end
        return True

    def restore(self) -> bool:
        """Copy the finished file, unpacked; False for Parquet, which does not give back the bytes it was made of."""
        if self._pack is not None and self._pack is not _compress:
            return False
        with (
            self.place.open("rb") if self._pack is None else gzip.open(self.place) as source,
            self.partial.open("wb") as target,
        ):
            shutil.copyfileobj(source, target, _PIECE)
        return True

    def write(self, id: str, data: bytes) -> None:
        """Append; `id` is in the data already."""
        assert self._file is not None
        self._file.write(data)
        self.end += len(data)

    def sync(self) -> None:
        """Wait until the disk has it."""
        assert self._file is not None
        self._file.flush()
        os.fsync(self._file.fileno())

    def settle(self) -> None:
        """Pack the file where need be, and put it in its place in one step."""
        self.close()
        if not self.partial.exists():
            return  # it took its place already
        if self._pack is None:
            os.replace(self.partial, self.place)
            return
        packed = beside(self.place, PACKED)
        self._pack(self.partial, packed)
        with packed.open("rb+") as file:
            os.fsync(file.fileno())
        os.replace(packed, self.place)
        self.partial.unlink()

    def close(self) -> None:
        """Write no more."""
        if self._file is not None:
            self._file.close()
            self._file = None


class Tree:
    """A folder with one file a document, in the tree that the ids spell.

    keep: whether a file of this name counts; asked at the end of a run that went on where another stopped, which may
    have left files of pages that are no longer among the inputs.
    """

    def __init__(self, place: Path, suffix: str, keep: Callable[[], Callable[[str], bool]]) -> None:
        self.place = Path(os.path.realpath(place))
        self.partial = beside(self.place, PARTIAL)
        self.end = 0
        self._suffix = suffix
        self._keep = keep
        self._resumed = False

    def open(self, end: int) -> bool:
        """Begin in an empty folder, or after `end` bytes in the one that is there."""
        self._resumed = end > 0
        self.end = end
        if end:
            return self.partial.is_dir()
        if self.partial.exists():
            shutil.rmtree(self.partial)
        self.partial.mkdir()
        return True

    def restore(self) -> bool:
        """Copy the finished folder; what no longer counts is swept out at the end."""
        if self.partial.exists():
            shutil.rmtree(self.partial)
        shutil.copytree(self.place, self.partial)
        return True

    def write(self, id: str, data: bytes) -> None:
        """Write one file, always below the folder, whatever the id says."""
        path = self.partial / self.name(id)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
        self.end += len(data)

    def name(self, id: str) -> str:
        """The file's path below the folder, with `/`."""
        return safe_name(id, self._suffix)

    def sync(self) -> None:
        """Files are closed as they are written, which a killed process cannot undo."""

    def settle(self) -> None:
        """Put the folder in its place; the one that stood there goes only then."""
        old = beside(self.place, REPLACED)
        if self.partial.exists():
            if self._resumed:
                self._sweep()
            if old.exists():
                shutil.rmtree(old)
            if self.place.exists():
                os.replace(self.place, old)
            os.replace(self.partial, self.place)
        if old.exists():
            shutil.rmtree(old)

    def _sweep(self) -> None:
        keep = self._keep()
        for folder, _, names in os.walk(self.partial, topdown=False):
            for name in names:
                path = Path(folder, name)
                if not keep(path.relative_to(self.partial).as_posix()):
                    path.unlink()
            if Path(folder) != self.partial and not any(os.scandir(folder)):
                os.rmdir(folder)

    def close(self) -> None:
        """Nothing is open between two documents."""


def open_sink(out: Path, to: Format, keep: Callable[[], Callable[[str], bool]], ours: bool) -> Sink:
    """The sink for OUT.

    ours: the manifest beside OUT knows of an earlier run.

    Raises ConfigError where it would overwrite what no batch has written.
    """
    if is_file(out):
        return Spool(out, _packer(out))
    if out.exists() and not out.is_dir():
        raise ConfigError(f"{out}: a file stands there; name another folder")
    if out.is_dir() and any(out.iterdir()) and not ours and not beside(out, SUMMARY).exists():
        raise ConfigError(f"{out}: the folder holds files that no batch has written; name a new or empty one")
    partial = beside(out, PARTIAL)
    if partial.exists() and not ours:
        raise ConfigError(f"{partial}: in the way, and not left by a batch that {out.name}{MANIFEST} knows; move it")
    return Tree(out, SUFFIXES[to], keep)


def _packer(out: Path) -> Callable[[Path, Path], None] | None:
    if is_parquet(out):
        from cleaner.batch.parquet import need_parquet, pack

        need_parquet(str(out))
        return pack
    return _compress if out.name.lower().endswith(".gz") else None


def _compress(plain: Path, packed: Path) -> None:
    """One gzip member, without a name or a time in it."""
    with (
        plain.open("rb") as source,
        packed.open("wb") as raw,
        gzip.GzipFile(filename="", mode="wb", fileobj=raw, mtime=0) as target,
    ):
        shutil.copyfileobj(source, target, _PIECE)
