"""Gathers the pages of many sites, in any order, in bounded memory.

Of each site the pages with the smallest identities are kept, at most `MOST_PAGES`: a sample that does not depend on
the order in which pages come (bottom-k sampling; Cohen & Kaplan 2007), and all of them on smaller sites. Copies of
one page count once. The sample lies on disk; memory holds the pages of one site at a time.
"""

from __future__ import annotations

import json
import sqlite3
import tempfile
import zlib
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from types import TracebackType

from cleaner.templates import book
from cleaner.templates.book import Counts, SiteLines
from cleaner.templates.lines import FEWEST_PAGES, PLACES, PageLines, digest, mostly_in, of_the_site, places

# A line that stands on one page in a hundred is still found on five of so many.
MOST_PAGES = 500
# Of fewer pages nothing is learned: what three of four share may be one story's.
FEWEST_LEARNED = 5


class Sketch:
    """What the pages read so far hold, in a file of its own that goes with the sketch."""

    def __init__(self, most_pages: int = MOST_PAGES) -> None:
        self._most = most_pages
        self._folder = tempfile.TemporaryDirectory(prefix="cleaner-learn-")
        self._store = sqlite3.connect(Path(self._folder.name) / "pages")
        self._store.executescript(
            "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;"
            "CREATE TABLE page (site TEXT, identity TEXT, content TEXT, lines BLOB, PRIMARY KEY (site, identity));"
            "CREATE TABLE site (site TEXT PRIMARY KEY, pages INTEGER NOT NULL) WITHOUT ROWID;"
        )

    def __enter__(self) -> Sketch:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._store.close()
        self._folder.cleanup()

    def add(self, site: str, page: PageLines) -> None:
        """Take a page of this site into account."""
        row = self._store.execute("SELECT pages FROM site WHERE site = ?", (site,)).fetchone()
        count = row[0] if row else 0
        content, lines = _packed(page)
        known = self._store.execute(
            "SELECT content FROM page WHERE site = ? AND identity = ?", (site, page.identity)
        ).fetchone()
        if known is None and count >= self._most:
            (last,) = self._store.execute("SELECT max(identity) FROM page WHERE site = ?", (site,)).fetchone()
            if page.identity > last:
                return
            self._store.execute("DELETE FROM page WHERE site = ? AND identity = ?", (site, last))
        elif known is None:
            self._store.execute("INSERT OR REPLACE INTO site VALUES (?, ?)", (site, count + 1))
        if known is None or content < known[0]:
            # Of two copies one is chosen by what it holds, not by which came first.
            self._store.execute(
                "INSERT OR REPLACE INTO page VALUES (?, ?, ?, ?)", (site, page.identity, content, lines)
            )

    def write(self, path: Path) -> tuple[int, int]:
        """Write the book of templates; how many sites it holds, and how many had too few pages."""
        count = book.write(path, self._sites())
        return count, self._store.execute("SELECT count(*) FROM site").fetchone()[0] - count

    def _sites(self) -> Iterator[SiteLines]:
        names = self._store.execute("SELECT site FROM site WHERE pages >= ? ORDER BY site", (FEWEST_LEARNED,))
        for (name,) in names:
            rows = self._store.execute(
                "SELECT identity, lines FROM page WHERE site = ? ORDER BY identity", (name,)
            ).fetchall()
            pages = _stories([_unpacked(*row) for row in rows])
            if len(pages) >= FEWEST_LEARNED:
                yield SiteLines(name, len(pages), [identity for identity, _ in rows], _shared(pages))


def _stories(pages: Sequence[PageLines]) -> list[PageLines]:
    """The pages but for versions of one before: its headline, and most of either's prose in common."""
    told: dict[str, list[set[str]]] = {}
    found = []
    for page in pages:
        prose, others = page.paragraphs(), told.setdefault(page.headline, [])
        if not any(mostly_in(prose, other) or mostly_in(other, prose) for other in others):
            others.append(prose)
            found.append(page)
    return found


def _shared(pages: Sequence[PageLines]) -> dict[str, Counts]:
    """The lines that enough pages have, with the number of pages by place; a page counts by its first such line."""
    held = Counter(key for page in pages for key in set(page.keys) - {""})
    shared = {key: dict.fromkeys(PLACES, 0) for key, count in held.items() if count >= FEWEST_PAGES}
    for page in pages:
        seen = set()
        own = of_the_site(page, shared.keys())
        for key, place in zip(page.keys, places(page, own), strict=True):
            if key in own and key not in seen:
                seen.add(key)
                shared[key][place] += 1
    return dict(shared)


def _packed(page: PageLines) -> tuple[str, bytes]:
    text = json.dumps([page.headline, page.keys, page.prose], ensure_ascii=True)
    return digest(text), zlib.compress(text.encode())


def _unpacked(identity: str, data: bytes) -> PageLines:
    headline, keys, prose = json.loads(zlib.decompress(data))
    return PageLines(identity, headline, tuple(keys), tuple(prose))
