"""Where a batch's documents go, by the name of OUT, and how a single file is written whole or not at all."""

from __future__ import annotations

import gzip
import os
from pathlib import Path
from typing import IO

from cleaner.errors import ConfigError
from cleaner.writers import Format

PARTIAL = ".partial"
REJECTS = ".rejects.jsonl"
SUMMARY = ".summary.json"
MANIFEST = ".manifest.sqlite"
DUPLICATES = ".duplicates.jsonl"
TEXTS = ".texts.sqlite"
TEMPLATES = ".templates"
PACKED = ".packed"
REPLACED = ".replaced"

_OTHER_TYPES = (".json", ".md", ".txt", ".html", ".htm", ".csv", ".tsv", ".xml", ".gz", ".zip")


class AtomicFile:
    """A file that takes its place when it is complete. `.gz` is compressed, without a time stamp in it.

    Raises ConfigError where something else than a file stands there, OSError as the disk does.
    """

    def __init__(self, place: Path) -> None:
        self.place = regular(place)
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


def encode(text: str) -> bytes:
    """UTF-8; a lone surrogate, which UTF-8 cannot hold, as the escape that JSON reads back."""
    return text.encode("utf-8", "backslashreplace")


def regular(place: Path) -> Path:
    """The path with its links followed. Raises ConfigError where something else than a file stands there."""
    resolved = Path(os.path.realpath(place))
    if resolved.exists() and not resolved.is_file():
        # To put a file in the place of /dev/null would be the end of it.
        raise ConfigError(f"{place}: not a regular file; name a file")
    return resolved


def beside(out: Path, suffix: str) -> Path:
    """The file beside OUT that tells of the run: `OUT.rejects.jsonl`, `OUT.summary.json`."""
    return out.with_name(out.name + suffix)


def own_paths(out: Path) -> frozenset[Path]:
    """OUT and all that a run puts beside it, resolved, so that a walk does not read them as pages.

    Where OUT is a link, some of it stands beside the link and some beside what it leads to.
    """
    places = (out.resolve(), out.parent.resolve() / out.name)
    files = [beside(place, name) for place in places for name in ("", REJECTS, SUMMARY, DUPLICATES, TEMPLATES)]
    names = (REPLACED, PACKED, MANIFEST, f"{MANIFEST}-wal", f"{MANIFEST}-journal", TEXTS, f"{TEXTS}-journal")
    others = [beside(place, name) for place in places for name in names]
    return frozenset([*files, *others, *(beside(path, PARTIAL) for path in files)])


def is_jsonl(out: Path) -> bool:
    """Whether OUT is a JSONL file."""
    return out.name.lower().removesuffix(".gz").endswith(".jsonl")


def is_parquet(out: Path) -> bool:
    """Whether OUT is a Parquet file."""
    return out.name.lower().endswith(".parquet")


def is_file(out: Path) -> bool:
    """Whether OUT is one file; else it is a folder."""
    return is_jsonl(out) or is_parquet(out)


def format_for(out: Path, to: str | None) -> Format:
    """The form that documents are written in: JSONL for a file, Parquet too, which is made of it.

    Raises ConfigError where OUT and `--to` do not fit.
    """
    own = "parquet" if is_parquet(out) else "jsonl" if is_jsonl(out) else None
    if own is not None:
        if to not in (None, own):
            raise ConfigError(f"{out}: a .{own} file holds {own}, not {to}; leave --to away, or name a folder")
        return "jsonl"
    if to in ("jsonl", "parquet"):
        raise ConfigError(f"{out}: {to} goes into one file; name it OUT.{to}")
    if out.suffix.lower() in _OTHER_TYPES and not out.is_dir():
        raise ConfigError(f"{out}: a batch writes a .jsonl, .jsonl.gz or .parquet file, or a folder; choose one")
    forms: dict[str | None, Format] = {"md": "md", "text": "text"}
    return forms.get(to, "json")
