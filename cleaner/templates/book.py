"""The file of templates: for each site its pages' identities and the lines that several of them share.

An SQLite file, so that a page of one site is cleaned without reading the others. Its rows are written in order into
a new file: the same templates give the same bytes under the same version of SQLite.
"""

from __future__ import annotations

import hashlib
import os
import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from cleaner.errors import ConfigError
from cleaner.model import Where
from cleaner.templates.lines import PLACES

SCHEMA = "cleaner/templates/1"

_TABLES = """
CREATE TABLE about (schema TEXT NOT NULL);
CREATE TABLE site (site TEXT PRIMARY KEY, pages INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE page (site TEXT, identity TEXT, PRIMARY KEY (site, identity)) WITHOUT ROWID;
CREATE TABLE line (
    site TEXT, line TEXT, above INTEGER, amid INTEGER, boxed INTEGER, below INTEGER, PRIMARY KEY (site, line)
) WITHOUT ROWID;
"""
_AT_ONCE = 500  # keys in one question; SQLite's oldest limit is 999

Counts = Mapping[Where, int]


@dataclass(frozen=True, slots=True)
class SiteLines:
    """What was learned from one site.

    pages: how many; identities: theirs, and those of other versions of them. lines: key to the number of pages that
    have it in each place.
    """

    site: str
    pages: int
    identities: Sequence[str]
    lines: Mapping[str, Counts]


@dataclass(frozen=True, slots=True)
class Known:
    """What a book knows of one page's lines.

    pages: how many pages of its site were learned from, 0 for an unknown site; own: this page is one of them.
    """

    pages: int
    own: bool
    lines: Mapping[str, Counts]


NOTHING = Known(0, False, {})


@dataclass(frozen=True, slots=True)
class Book:
    """A file of templates, opened anew for every question, so that threads and processes may share it."""

    path: Path

    def look_up(self, site: str, identity: str, keys: Iterable[str]) -> Known:
        """What the site's pages have of these lines. Raises ConfigError where the file is none of templates."""
        with closing(self._open()) as file:
            row = file.execute("SELECT pages FROM site WHERE site = ?", (site,)).fetchone()
            if row is None:
                return NOTHING
            own = file.execute("SELECT 1 FROM page WHERE site = ? AND identity = ?", (site, identity)).fetchone()
            wanted = sorted(set(keys) - {""})
            lines: dict[str, Counts] = {}
            for start in range(0, len(wanted), _AT_ONCE):
                asked = wanted[start : start + _AT_ONCE]
                marks = ",".join("?" * len(asked))
                query = f"SELECT line, above, amid, boxed, below FROM line WHERE site = ? AND line IN ({marks})"
                for line, *counts in file.execute(query, (site, *asked)):
                    lines[line] = dict(zip(PLACES, counts, strict=True))
            return Known(row[0], own is not None, lines)

    def check(self) -> None:
        """Raise ConfigError where the file is missing or none of templates."""
        self._open().close()

    def digest(self) -> str:
        """What tells these templates from others. Raises ConfigError where the file is missing or none of templates."""
        self.check()
        with self.path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()[:16]

    def _open(self) -> sqlite3.Connection:
        if not self.path.is_file():
            raise ConfigError(f"{self.path}: no such file of templates; `cleaner learn` makes one")
        file = sqlite3.connect(f"file:{quote(str(self.path.absolute()))}?mode=ro&immutable=1", uri=True)
        try:
            (schema,) = file.execute("SELECT schema FROM about").fetchone()
        except (sqlite3.DatabaseError, TypeError):
            schema = None
        if schema != SCHEMA:
            file.close()
            raise ConfigError(f"{self.path}: not a file of templates of this version; `cleaner learn` makes one")
        return file


def write(path: Path, sites: Iterable[SiteLines]) -> int:
    """Write a book, whole or not at all; sites in the order of their names. How many they are.

    Raises OSError as the disk does.
    """
    draft = draft_of(path)
    draft.unlink(missing_ok=True)
    count = 0
    with closing(sqlite3.connect(draft)) as file:
        file.execute("PRAGMA journal_mode = OFF")
        file.executescript(_TABLES)
        file.execute("INSERT INTO about VALUES (?)", (SCHEMA,))
        for found in sites:
            name = found.site
            file.execute("INSERT INTO site VALUES (?, ?)", (name, found.pages))
            file.executemany("INSERT INTO page VALUES (?, ?)", ((name, page) for page in sorted(found.identities)))
            rows = ((name, key, *(counts[place] for place in PLACES)) for key, counts in sorted(found.lines.items()))
            file.executemany("INSERT INTO line VALUES (?, ?, ?, ?, ?, ?)", rows)
            count += 1
        file.commit()
    os.replace(draft, path)
    return count


def draft_of(path: Path) -> Path:
    """Where a book lies until it is whole."""
    return path.with_name(path.name + ".partial")
