"""What the caller named -> the files to read, in a fixed order; and those files -> tasks.

A folder is walked in the order of its names. In a walked folder, or below a pattern, files of other types are skipped
and counted; a file that is named itself and has another type is refused.

Symbolic links that a walk or a pattern meets are never followed, wherever they lead: out of the folder, round in a
circle, to nothing. They count as skipped, so that no page is read twice or from elsewhere. An input that is itself a
link is followed; one that leads nowhere is a usage error.
"""

from __future__ import annotations

import glob
import os
import stat
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from cleaner.batch.apart import Reader
from cleaner.batch.jsonl import read_rows
from cleaner.batch.manifest import Listed
from cleaner.batch.names import Names
from cleaner.batch.parquet import need_parquet, read_parquet
from cleaner.batch.records import GUESSED, Columns
from cleaner.batch.task import Item, Refused, Skipped, Task, failure
from cleaner.batch.warc import need_warc, read_warc
from cleaner.errors import ConfigError, ReadError
from cleaner.readers.files import document_id

PAGES = (".html", ".htm", ".xhtml", ".txt")
RECORDS = (".jsonl", ".parquet", ".warc", ".wet")
ALWAYS_PLAIN = (".parquet",)  # compressed inside; `.parquet.gz` is no type


@dataclass(frozen=True, slots=True)
class Listing:
    """The files to read in input order, and how many were skipped, by reason."""

    files: tuple[Listed, ...]
    skipped: Mapping[str, int]


def find(inputs: Sequence[str], avoid: Collection[Path] = ()) -> Listing:
    """All that `walk` finds, each file once, in memory."""
    files: dict[Path, Listed] = {}
    for listed in walk(inputs, avoid):
        files.setdefault(listed.path, listed)
    skipped = Counter(listed.skip for listed in files.values() if listed.skip is not None)
    return Listing(tuple(listed for listed in files.values() if listed.skip is None), dict(sorted(skipped.items())))


def walk(inputs: Sequence[str], avoid: Collection[Path] = ()) -> Iterator[Listed]:
    """The files that folders, files and patterns (`pages/**/*.html`) name; one that two of them name comes twice.

    avoid: resolved paths that are passed over in a walk: a run's own output.

    The root of the names is the folder that all inputs share. No more than one folder's names are in memory.
    Raises ConfigError for an input that does not exist, is empty, or is a pattern that fits nothing, and for a type
    that cannot be read for want of a library.
    """
    root = os.path.commonpath([_base(text) for text in inputs])
    for text in inputs:
        for listed in _expand(text, avoid):
            if listed.skip is None:
                _need_library(listed.path)
            yield replace(listed, name=_name(listed.path, root))


@dataclass(frozen=True, slots=True)
class Reading:
    """How files are read. max_bytes: largest page. columns: where records have their page, address and id.

    memory: megabytes that reading an archive may take; None for no limit.
    """

    max_bytes: int
    columns: Columns = GUESSED
    memory: int | None = None


def tasks(files: Iterable[Listed], how: Reading, names: Names | None = None, passed: int = 0) -> Iterator[Item]:
    """The pages of the files in order, under ids of which no two are alike (`x`, `x~2`, …).

    passed: pages of the first file that are through already and are left out.
    """
    names = names or Names()
    with Reader(how.memory) as reader:
        for listed in files:
            for number, item in enumerate(_items(listed, how, reader)):
                if number >= passed:
                    yield _under_its_own_name(item, names, listed.number)
            passed = 0


def count_pages(names: Iterable[str]) -> int | None:
    """How many pages files of these names hold; None where only reading them would tell."""
    count = 0
    for name in names:
        if kind_of(name) in RECORDS:
            return None
        count += 1
    return count


def kind_of(name: str) -> str:
    """The suffix that tells the type, lower case, compression aside."""
    lower = name.lower()
    plain = lower.removesuffix(".gz")
    suffix = os.path.splitext(plain)[1]
    return ".gz" if suffix in ALWAYS_PLAIN and plain != lower else suffix


def _items(listed: Listed, how: Reading, reader: Reader) -> Iterator[Item]:
    name, max_bytes, columns = listed.name.removesuffix(".gz"), how.max_bytes, how.columns
    # Those that compiled libraries read.
    archives: dict[str, Callable[[], Iterator[Item]]] = {
        ".parquet": partial(read_parquet, listed.path, name, max_bytes, columns),
        ".warc": partial(read_warc, listed.path, name, max_bytes),
        ".wet": partial(read_warc, listed.path, name, max_bytes),
    }
    kind = kind_of(listed.path.name)
    if listed.fault is not None:
        yield Refused(listed.name, failure(ReadError(f"{listed.name}: {listed.fault}")))
    elif kind in archives:
        yield from reader.items(archives[kind], listed.name)
    elif kind == ".jsonl":
        yield from read_rows(listed.path, name, max_bytes, columns)
    else:
        yield Task(document_id(listed.name), listed.path)


def _under_its_own_name(item: Item, names: Names, origin: int) -> Item:
    if isinstance(item, Skipped):
        return replace(item, origin=origin)
    assert item.id is not None
    return replace(item, id=names.claim(item.id), origin=origin)


def _expand(text: str, avoid: Collection[Path]) -> Iterator[Listed]:
    """All that one input names."""
    if not text:  # a script's empty variable; as a path it would be the folder it runs in
        raise ConfigError("an INPUT is empty; name a folder, a file or a pattern")
    path = Path(os.path.abspath(text))
    if path.is_dir():
        yield from _walk(path, avoid)
    elif path.exists():
        yield _listed(path, os.stat(path), fault=_unreadable(path))
    elif path.is_symlink():
        raise ConfigError(f"{text}: a symbolic link that leads nowhere; mend or remove it")
    elif glob.has_magic(text):
        yield from _matches(text, avoid)
    else:
        raise ConfigError(f"{text}: no such file or folder; check the path")


def _matches(text: str, avoid: Collection[Path]) -> Iterator[Listed]:
    """What fits a pattern. Unlike `glob.glob`, `Path.glob` follows no link below a `**`: two loops would never end."""
    base = Path(_base(text))
    below = os.path.relpath(os.path.abspath(text), base)
    try:
        matches = sorted(base.glob(below))
    except (ValueError, NotImplementedError) as error:
        raise ConfigError(f"{text}: no pattern that can be used ({error}); check it, or name a folder") from error
    if not matches:
        raise ConfigError(f"{text}: no file fits this pattern; check it, or name a folder")
    for match in matches:
        if match.is_dir() and not match.is_symlink():
            yield from _walk(match, avoid)
        else:
            yield from _met(match, avoid)


def _walk(folder: Path, avoid: Collection[Path]) -> Iterator[Listed]:
    """Files below a folder, names in order; folders and files stand among each other."""
    if folder.resolve() in avoid:
        return
    try:
        names = sorted(os.listdir(folder))
    except OSError as error:
        why = f"the folder cannot be listed ({error.strerror}); check its permissions"
        yield Listed(folder, "", fault=why)
        return
    for name in names:
        path = folder / name
        if path.is_dir() and not path.is_symlink():
            yield from _walk(path, avoid)
        else:
            yield from _met(path, avoid)


def _met(path: Path, avoid: Collection[Path]) -> Iterator[Listed]:
    """What stands at a path that a walk or a pattern met and that is no folder."""
    try:
        found = os.lstat(path)
    except OSError as error:  # gone since the folder was listed, or in a folder that may be listed but not entered
        yield Listed(path, "", fault=f"cannot be looked at ({error.strerror}); check it and its permissions")
        return
    if stat.S_ISLNK(found.st_mode):
        yield _listed(path, found, skip="symbolic link")
    elif not stat.S_ISREG(found.st_mode):
        yield Listed(path, "", skip="not a regular file")
    elif path.resolve() not in avoid:
        yield _listed(path, found, skip=_unfit(path))


def _listed(path: Path, found: os.stat_result, fault: str | None = None, skip: str | None = None) -> Listed:
    return Listed(path, "", fault, skip, found.st_size, found.st_mtime_ns)


def _unfit(path: Path) -> str | None:
    """Why a file is not one that a walk reads, or None."""
    kind = kind_of(path.name)
    if kind in PAGES or kind in RECORDS:
        return None
    return f"type {kind}" if kind else "no type"


def _unreadable(path: Path) -> str | None:
    if not path.is_file():
        return "not a regular file; name a file or a folder"
    if _unfit(path):
        return f"not a type that is read; give {', '.join(PAGES + RECORDS)} or, Parquet aside, one of these with .gz"
    return None


def _need_library(path: Path) -> None:
    kind = kind_of(path.name)
    if kind == ".parquet":
        need_parquet(str(path))
    elif kind in (".warc", ".wet"):
        need_warc(str(path))


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
