"""What a run has done so far, in an SQLite file beside OUT: from it a killed run goes on, and a finished one is known.

The file is locked while a run is under way, by the operating system: the lock ends with its process, however that
ends. All that is recorded since the last checkpoint is lost with a killed process, and done again by the next.
"""

from __future__ import annotations

import errno
import hashlib
import json
import os
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import astuple, dataclass, replace
from functools import cache
from importlib import metadata, resources
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any, Literal

from cleaner.errors import ConfigError

State = Literal["new", "running", "placing", "finished"]
Fate = Literal["written", "rejected", "skipped"]

# `input`: the files as they were listed; a file's size and time of change tell whether it is still the same.
# `page`: one row a page, in order; `note` is a reject's stage, a skipped record's reason or the warnings' codes.
_TABLES = """
CREATE TABLE IF NOT EXISTS fact (name TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS input (
    number INTEGER PRIMARY KEY, path BLOB, name TEXT, fault TEXT, skip TEXT, size INTEGER, changed INTEGER);
CREATE TABLE IF NOT EXISTS page (
    number INTEGER PRIMARY KEY, input INTEGER, id BLOB, key INTEGER, fate TEXT, note TEXT,
    output_end INTEGER, rejects_end INTEGER, site TEXT, milliseconds INTEGER, rules TEXT);
CREATE INDEX IF NOT EXISTS page_key ON page (key);
"""
_NAMES = ("fact", "input", "page")
_CHUNK = 500


@dataclass(frozen=True, slots=True)
class Listed:
    """A file that an input names.

    name: its path below the root of the inputs, with `/`; the last resort of an id.
    fault: why it cannot be read, if that is known already.
    skip: why it is passed over, if it is.
    size, changed: in bytes and in nanoseconds; they tell a file that has changed.
    number: its place among the inputs, from 0.
    """

    path: Path
    name: str
    fault: str | None = None
    skip: str | None = None
    size: int = 0
    changed: int = 0
    number: int = 0


@dataclass(frozen=True, slots=True)
class Row:
    """A page that is through. `output_end`, `rejects_end`: bytes of these files up to and with it."""

    number: int
    input: int
    id: str | bytes | None
    key: int | None
    fate: Fate
    note: str
    output_end: int
    rejects_end: int
    site: str | None = None
    milliseconds: int = 0
    rules: str = "{}"


@dataclass(frozen=True, slots=True)
class Done:
    """How far a run has come: the pages that are through, and where its files end.

    input, within: the input of the last page, and how many of its pages are through.
    """

    pages: int = 0
    output_end: int = 0
    rejects_end: int = 0
    input: int = 0
    within: int = 0


class Manifest:
    """The open manifest of one OUT. One process at a time has it."""

    def __init__(self, path: Path) -> None:
        """Open and lock it. Raises ConfigError where another run has it, or something else stands there."""
        self.path = path
        if not path.parent.is_dir():
            raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), str(path.parent))
        self._db = sqlite3.connect(path, timeout=0, isolation_level=None)
        try:
            self._lock()
        except sqlite3.Error as error:
            self._db.close()
            raise _unusable(path, error) from error

    def _lock(self) -> None:
        # Exclusive locking keeps the lock over all transactions, and the write-ahead log out of shared memory.
        for setting in ("locking_mode = EXCLUSIVE", "journal_mode = WAL", "synchronous = FULL", "cache_size = -8000"):
            self._db.execute(f"PRAGMA {setting}")
        with self._all_or_nothing():
            for statement in _TABLES.split(";"):
                self._db.execute(statement)

    def __enter__(self) -> Manifest:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Leave one file without a log beside it; one in which no run was begun goes."""
        unused = False
        with suppress(sqlite3.Error):  # a full disk: the log stays, and is read by the next run
            unused = self.state == "new"
            self._db.execute("PRAGMA journal_mode = DELETE")
        self._db.close()
        if unused:
            self.path.unlink(missing_ok=True)

    @property
    def state(self) -> State:
        """How far the last run came: `new`, there was none; `placing`, its files were being put in their places."""
        state: State = self.fact("state") or "new"
        return state

    def fact(self, name: str) -> Any:
        """What `note` recorded under this name, or None."""
        row = self._db.execute("SELECT value FROM fact WHERE name = ?", (name,)).fetchone()
        return json.loads(row[0]) if row else None

    def note(self, **facts: Any) -> None:
        """Record facts of the run, all or none."""
        with self._all_or_nothing():
            self._note(facts)

    def reset(self) -> None:
        """Forget everything."""
        with self._all_or_nothing():
            for name in _NAMES:
                self._db.execute(f"DELETE FROM {name}")

    def take_down(self, files: Iterable[Listed]) -> None:
        """Take down what is to be read now, each path once; `adopt` makes it the run's own list."""
        self._db.execute("CREATE TEMP TABLE IF NOT EXISTS found AS SELECT * FROM input WHERE 0")
        self._db.execute("CREATE TEMP TABLE IF NOT EXISTS met (path BLOB PRIMARY KEY) WITHOUT ROWID")
        self._db.execute("BEGIN")
        number = 0
        for file in files:
            path = os.fsencode(file.path)
            if self._db.execute("INSERT OR IGNORE INTO met VALUES (?)", (path,)).rowcount:
                row = (number, path, file.name, file.fault, file.skip, file.size, file.changed)
                self._db.execute("INSERT INTO found VALUES (?, ?, ?, ?, ?, ?, ?)", row)
                number += 1
        self._db.execute("COMMIT")

    def first_changed(self) -> int | None:
        """The number of the first input that is not what it was; None where all are, and none is new or gone."""
        row = self._db.execute(
            """SELECT min(number) FROM (
                SELECT number FROM (SELECT * FROM found EXCEPT SELECT * FROM input)
                UNION SELECT number FROM (SELECT * FROM input EXCEPT SELECT * FROM found))"""
        ).fetchone()
        first: int | None = row[0]
        return first

    def adopt(self, **facts: Any) -> None:
        """Make the new list the run's list, and record facts."""
        with self._all_or_nothing():
            self._db.execute("DELETE FROM input")
            self._db.execute("INSERT INTO input SELECT * FROM found")
            self._note(facts)

    def forget_from(self, input: int) -> int:
        """Forget the pages of this input and those after it; how many they were."""
        with self._all_or_nothing():
            return self._db.execute("DELETE FROM page WHERE input >= ?", (input,)).rowcount

    def inputs(self, start: int) -> Iterator[Listed]:
        """The files to be read, from this number on."""
        while True:
            rows = self._db.execute(
                "SELECT * FROM input WHERE number >= ? AND skip IS NULL ORDER BY number LIMIT ?", (start, _CHUNK)
            ).fetchall()
            for number, path, name, fault, skip, size, changed in rows:
                yield Listed(Path(os.fsdecode(path)), name, fault, skip, size, changed, number)
            if len(rows) < _CHUNK:
                return
            start = rows[-1][0] + 1

    def names(self) -> Iterator[str]:
        """The names of the files to be read."""
        for (name,) in self._db.execute("SELECT name FROM input WHERE skip IS NULL AND fault IS NULL"):
            yield name

    def done(self) -> Done:
        """How far the run has come."""
        row = self._db.execute(
            "SELECT number, output_end, rejects_end, input FROM page ORDER BY number DESC LIMIT 1"
        ).fetchone()
        if row is None:
            return Done()
        number, output_end, rejects_end, input = row
        (within,) = self._db.execute("SELECT count(*) FROM page WHERE input = ?", (input,)).fetchone()
        return Done(number + 1, output_end, rejects_end, input, within)

    def settle(self, rows: Iterable[Row]) -> None:
        """Record pages as through, all of these or none; one that is recorded already is recorded once."""
        marks = ", ".join("?" * len(Row.__dataclass_fields__))
        with self._all_or_nothing():
            self._db.executemany(
                f"INSERT OR REPLACE INTO page VALUES ({marks})",
                (astuple(replace(row, id=_packed(row.id))) for row in rows),
            )

    def has_key(self, key: int) -> bool:
        """Whether a page with this key is through."""
        return self._db.execute("SELECT 1 FROM page WHERE key = ?", (key,)).fetchone() is not None

    def counts(self) -> dict[Fate, int]:
        """Pages that are through and files passed over, by what became of them."""
        found: dict[Fate, int] = dict(self._db.execute("SELECT fate, count(*) FROM page GROUP BY fate"))
        (files,) = self._db.execute("SELECT count(*) FROM input WHERE skip IS NOT NULL").fetchone()
        none: dict[Fate, int] = {"written": 0, "rejected": 0, "skipped": 0}
        return none | found | {"skipped": found.get("skipped", 0) + files}

    def skipped(self) -> dict[str, int]:
        """How many files and records were passed over, by reason."""
        return dict(
            self._db.execute(
                """SELECT why, count(*) FROM (
                    SELECT skip AS why FROM input WHERE skip IS NOT NULL
                    UNION ALL SELECT note FROM page WHERE fate = 'skipped') GROUP BY why ORDER BY why"""
            )
        )

    def among_written(self, name_of: Callable[[str], str]) -> Callable[[str], bool]:
        """Whether a file name is one that a written page's id became."""
        self._db.create_function("name_of", 1, lambda id: name_of(id.decode("utf-8", "surrogatepass")))
        self._db.execute("CREATE TEMP TABLE kept (name TEXT PRIMARY KEY) WITHOUT ROWID")
        self._db.execute("INSERT INTO kept SELECT name_of(id) FROM page WHERE fate = 'written'")
        return lambda name: self._db.execute("SELECT 1 FROM kept WHERE name = ?", (name,)).fetchone() is not None

    def ask(self, query: str, *values: object) -> list[tuple[Any, ...]]:
        """Rows of a query, for the report."""
        return self._db.execute(query, values).fetchall()

    def _note(self, facts: Mapping[str, Any]) -> None:
        rows = [(name, json.dumps(value)) for name, value in facts.items()]
        self._db.executemany("INSERT OR REPLACE INTO fact VALUES (?, ?)", rows)

    @contextmanager
    def _all_or_nothing(self) -> Iterator[None]:
        self._db.execute("BEGIN IMMEDIATE")
        try:
            yield
        except BaseException:
            with suppress(sqlite3.Error):
                self._db.execute("ROLLBACK")
            raise
        self._db.execute("COMMIT")


def _packed(id: str | bytes | None) -> bytes | None:
    """An id as bytes: records may hold lone surrogates, which the database's text cannot."""
    return id.encode("utf-8", "surrogatepass") if isinstance(id, str) else id


def _unusable(path: Path, error: sqlite3.Error) -> Exception:
    if getattr(error, "sqlite_errorcode", None) == sqlite3.SQLITE_BUSY:
        out = path.name.removesuffix(".manifest.sqlite")
        return ConfigError(f"{out}: a run into it is under way; wait for its end, or name another output")
    if isinstance(error, sqlite3.OperationalError):
        return OSError(errno.EIO, str(error), str(path))
    return ConfigError(f"{path}: no manifest of a run ({error}); move it away, or start over with --fresh")


@contextmanager
def database_errors_as_the_disks(path: Path) -> Iterator[None]:
    """Tell a disk that is full or broken under the manifest as any other file's would be."""
    try:
        yield
    except sqlite3.OperationalError as error:
        code = getattr(error, "sqlite_errorcode", 0) & 0xFF
        number = errno.ENOSPC if code == sqlite3.SQLITE_FULL else errno.EIO
        raise OSError(number, os.strerror(number), str(path)) from error


@cache
def toolkit() -> str:
    """The version, and a digest of all that decides over a page: code, rules, phrases and weights."""
    digest = hashlib.blake2b(digest_size=8)
    for name, content in sorted(_contents(resources.files("cleaner"), "")):
        digest.update(f"{name}\0{len(content)}\0".encode() + content)
    return f"{metadata.version('cleaner')} ({digest.hexdigest()})"


def _contents(folder: Traversable, name: str) -> Iterator[tuple[str, bytes]]:
    for entry in folder.iterdir():
        if entry.is_dir():
            yield from _contents(entry, f"{name}/{entry.name}")
        elif entry.name.endswith((".py", ".toml", ".json")):
            yield f"{name}/{entry.name}", entry.read_bytes()
