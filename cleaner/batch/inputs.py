"""What the caller named -> the files to read, in a fixed order; and those files -> tasks.

A folder is walked in the order of its names. In a walked folder, or below a pattern, files of other types are skipped
and counted; a file that is named itself and has another type is refused. Symbolic links inside a
walked folder are not followed (they may lead out of it, or round in a circle): they count as skipped.
A link that is named itself is followed.
"""

from __future__ import annotations

import glob
import os
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from cleaner.batch.jsonl import read_rows
from cleaner.batch.task import Refused, Task, failure
from cleaner.errors import ConfigError, ReadError
from cleaner.readers.files import document_id

PAGES = (".html", ".htm", ".xhtml", ".txt")
RECORDS = (".jsonl",)


@dataclass(frozen=True, slots=True)
class Found:
    """A file to read.

    name: its path below the root of the inputs, with `/`; the last resort of an id.
    fault: why it cannot be read, if that is known already.
    """

    path: Path
    name: str
    fault: str | None = None


@dataclass(frozen=True, slots=True)
class Listing:
    """The files to read in input order, and how many were skipped, by reason."""

    files: tuple[Found, ...]
    skipped: Mapping[str, int]

    @property
    def pages(self) -> int | None:
        """How many pages the files hold; None where only reading them would tell."""
        return None if any(_type(found.path) in RECORDS for found in self.files) else len(self.files)


def find(inputs: Sequence[str], avoid: Collection[Path] = ()) -> Listing:
    """The files that folders, files and patterns (`pages/**/*.html`) name, each once.

    avoid: resolved paths that are passed over in a walk: a run's own output.

    The root of the names is the folder that all inputs share. Raises ConfigError for an input that
    does not exist, is empty, or is a pattern that fits nothing.
    """
    files: dict[Path, str | None] = {}
    skipped: Counter[str] = Counter()
    for text in inputs:
        for path, fault, skip in _expand(text, avoid):
            if path in files:
                continue
            if skip:
                skipped[skip] += 1
            else:
                files[path] = fault
    root = os.path.commonpath([_base(text) for text in inputs])
    found = tuple(Found(path, _name(path, root), fault) for path, fault in files.items())
    return Listing(found, dict(sorted(skipped.items())))


def tasks(listing: Listing, max_bytes: int) -> Iterator[Task | Refused]:
    """The pages of the files in order, under ids of which no two are alike (`x`, `x~2`, …)."""
    taken: set[str] = set()
    for found in listing.files:
        for task in _tasks(found, max_bytes):
            yield _under_its_own_name(task, taken)


def _tasks(found: Found, max_bytes: int) -> Iterator[Task | Refused]:
    if found.fault is not None:
        yield Refused(found.name, failure(ReadError(f"{found.name}: {found.fault}")))
    elif _type(found.path) in RECORDS:
        yield from read_rows(found.path, found.name.removesuffix(".gz"), max_bytes)
    else:
        yield Task(document_id(found.name), found.path)


def _under_its_own_name(task: Task | Refused, taken: set[str]) -> Task | Refused:
    assert task.id is not None
    id, count = task.id, 1
    while id in taken:
        count += 1
        id = f"{task.id}~{count}"
    taken.add(id)
    if isinstance(task, Refused):
        return Refused(id, task.failure)
    return Task(id, task.data, task.kind, task.url)


def _expand(text: str, avoid: Collection[Path]) -> Iterator[tuple[Path, str | None, str | None]]:
    """(path, fault, reason to skip it) of all that one input names."""
    if not text:  # a script's empty variable; as a path it would be the folder it runs in
        raise ConfigError("an INPUT is empty; name a folder, a file or a pattern")
    path = Path(os.path.abspath(text))
    if path.is_dir():
        yield from _walk(path, avoid)
    elif path.exists():
        yield path, _unreadable(path), None
    elif glob.has_magic(text):
        matches = sorted(Path(os.path.abspath(match)) for match in glob.glob(text, recursive=True))
        if not matches:
            raise ConfigError(f"{text}: no file fits this pattern; check it, or name a folder")
        for match in matches:
            if match.is_dir():
                yield from _walk(match, avoid)
            elif match.resolve() not in avoid:
                yield match, None, _unfit(match)
    else:
        raise ConfigError(f"{text}: no such file or folder; check the path")


def _walk(folder: Path, avoid: Collection[Path]) -> Iterator[tuple[Path, str | None, str | None]]:
    """Files below a folder, names in order; folders and files stand among each other."""
    if folder.resolve() in avoid:
        return
    try:
        with os.scandir(folder) as entries:
            listed = sorted(entries, key=lambda entry: entry.name)
    except OSError as error:
        yield folder, f"the folder cannot be listed ({error.strerror}); check its permissions", None
        return
    for entry in listed:
        path = Path(entry.path)
        if entry.is_symlink():
            yield path, None, "symbolic link"
        elif entry.is_dir():
            yield from _walk(path, avoid)
        elif not entry.is_file():
            yield path, None, "not a regular file"
        elif path.resolve() not in avoid:
            yield path, None, _unfit(path)


def _type(path: Path) -> str:
    """The suffix that tells the type, lower case, compression aside."""
    return Path(path.name.lower().removesuffix(".gz")).suffix


def _unfit(path: Path) -> str | None:
    """Why a file is not one that a walk reads, or None."""
    kind = _type(path)
    if kind in PAGES or kind in RECORDS:
        return None
    return f"type {kind}" if kind else "no type"


def _unreadable(path: Path) -> str | None:
    if not path.is_file():
        return "not a regular file; name a file or a folder"
    if _unfit(path):
        return f"not a type that is read; give {', '.join(PAGES + RECORDS)} or one of these with .gz"
    return None


def _base(text: str) -> str:
    """The folder that an input's names are counted from."""
    path = os.path.abspath(text)
    if os.path.isdir(path):
        return path
    path = os.path.dirname(path)
    while not os.path.exists(text) and glob.has_magic(path):
        path = os.path.dirname(path)
    return path


def _name(path: Path, root: str) -> str:
    """The path below the root, as text that can be written: a byte that is no UTF-8 is shown as `\\udce9`."""
    return Path(os.path.relpath(path, root)).as_posix().encode("utf-8", "backslashreplace").decode("utf-8")
