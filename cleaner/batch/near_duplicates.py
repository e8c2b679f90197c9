"""The same story from several inputs: found, measured and marked, never deleted.

Texts are compared by the runs of five words that they hold (Jaccard similarity; Broder 1997). Which texts to compare
is told by MinHash signatures in bands (Leskovec, Rajaraman & Ullman, Mining of Massive Datasets, chapter 3), made by
`rensa`; every pair found so is then compared exactly. Seeds are fixed, and nothing depends on the order of the texts.
All that grows with their number lies in a file.
"""

from __future__ import annotations

import hashlib
import json
import re
import sqlite3
import zlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from itertools import combinations, groupby
from operator import itemgetter
from pathlib import Path
from types import TracebackType

import numpy as np

from cleaner.batch.outputs import AtomicFile
from cleaner.errors import ConfigError

# Runs of five words, as FineWeb has them (Penedo et al. 2024), whose threshold is 0.75.
SHINGLE = 5
SIMILAR = 0.7
# Texts that are as alike as `SIMILAR` meet in one of 25 bands of 5 rows in 99 of 100 cases, at 0.8 always.
BANDS, ROWS = 25, 5
_SIGNS, _SEED = 128, 1

# In scripts without spaces every character counts as a word.
_UNSPACED = "\u0e00-\u0eff\u1000-\u109f\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff"
_WORD = re.compile(f"[{_UNSPACED}]|[^\\W{_UNSPACED}]+")
_MIXED = np.uint64(0x9E37_79B9_7F4A_7C15)  # spreads 32 bits over 64, modulo 2**64
_AT_ONCE = 1000  # texts whose signatures are made in one call

_TABLES = """
CREATE TABLE IF NOT EXISTS text (
    page INTEGER PRIMARY KEY, id BLOB UNIQUE NOT NULL, shingles BLOB NOT NULL, digest BLOB NOT NULL);
"""
_NUMBERS = """
DROP TABLE IF EXISTS temp.distinct_text;
DROP TABLE IF EXISTS temp.band;
CREATE TEMP TABLE distinct_text (number INTEGER PRIMARY KEY, digest BLOB UNIQUE NOT NULL, first BLOB NOT NULL);
CREATE TEMP TABLE band (key INTEGER NOT NULL, number INTEGER NOT NULL);
"""


@dataclass(frozen=True, slots=True)
class Duplicate:
    """A text that another one says too.

    duplicate_of: of all texts that are alike, the one whose id sorts first; similarity: to that one, 0 to 1. It may
    be lower than the threshold where a third text stands between the two.
    """

    id: str
    duplicate_of: str
    similarity: float


def fingerprint(text: str) -> bytes:
    """The text's runs of five words, case folded, as sorted 32-bit numbers; empty for a text without words."""
    words = _WORD.findall(text.casefold())
    runs = {" ".join(words[at : at + SHINGLE]) for at in range(max(1, len(words) - SHINGLE + 1))} if words else set()
    return np.unique(np.array([zlib.crc32(run.encode("utf-8", "replace")) for run in runs], dtype="<u4")).tobytes()


def similarity(one: bytes, other: bytes) -> float:
    """Jaccard similarity of two fingerprints: what both have of what either has, 0 to 1."""
    left, right = np.frombuffer(one, "<u4"), np.frombuffer(other, "<u4")
    common = len(np.intersect1d(left, right, assume_unique=True))
    return common / max(1, len(left) + len(right) - common)


def need_library() -> None:
    """Raise ConfigError where `rensa` is not installed."""
    try:
        import rensa  # noqa: F401  # only whether it is there
    except ImportError:
        raise ConfigError("near-duplicates need rensa; install it with: pip install 'cleaner[dedup]'") from None


class NearDuplicates:
    """Texts gathered in a file, and those among them that are alike.

    The file may be opened again and added to: a text under an id that it has takes the old one's place. What was added
    since the last `commit` is lost where the process ends. Raises ConfigError without `rensa`.
    """

    def __init__(self, path: Path) -> None:
        need_library()
        self._file = sqlite3.connect(path)
        self._file.executescript(_TABLES)

    def __enter__(self) -> NearDuplicates:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._file.close()

    def add(self, page: int, id: str, text: str | bytes) -> None:
        """Take a text into account, or a fingerprint that was made elsewhere. A text without words is like no other.

        page: its number, by which `forget_from` knows it.
        """
        shingles = fingerprint(text) if isinstance(text, str) else text
        if shingles:
            digest = hashlib.blake2b(shingles, digest_size=16).digest()
            self._file.execute("INSERT OR REPLACE INTO text VALUES (?, ?, ?, ?)", (page, _packed(id), shingles, digest))

    def forget_from(self, page: int) -> None:
        """Forget the texts of this page and those after it."""
        self._file.execute("DELETE FROM text WHERE page >= ?", (page,))

    def commit(self) -> None:
        """What was added so far outlives the process."""
        self._file.commit()

    def duplicates(self) -> Iterator[Duplicate]:
        """All texts that are like one whose id sorts before theirs, by id."""
        self._number()
        self._lay_in_bands()
        heads = self._joined()
        rows = self._file.execute(
            "SELECT id, shingles, number, first FROM text JOIN distinct_text USING (digest) ORDER BY id"
        )
        for id, shingles, number, first in rows:
            head = heads.get(number, number)
            if head != number:
                of, others = self._text(head)
                yield Duplicate(_unpacked(id), _unpacked(of), round(similarity(shingles, others), 4))
            elif id != first:
                yield Duplicate(_unpacked(id), _unpacked(first), 1.0)

    def _number(self) -> None:
        """Number the different texts in the order of their first ids: what is said word by word is compared once."""
        self._file.executescript(_NUMBERS)
        for id, digest in self._file.execute("SELECT id, digest FROM text ORDER BY id"):
            self._file.execute("INSERT OR IGNORE INTO distinct_text (digest, first) VALUES (?, ?)", (digest, id))

    def _lay_in_bands(self) -> None:
        rows = self._file.execute("SELECT number, shingles FROM distinct_text JOIN text ON id = first ORDER BY number")
        while some := rows.fetchmany(_AT_ONCE):
            numbers, texts = zip(*some, strict=True)
            for number, sign in zip(numbers, _signatures(texts), strict=True):
                self._file.executemany("INSERT INTO band VALUES (?, ?)", ((key, number) for key in _bands(sign)))

    def _joined(self) -> dict[int, int]:
        """Texts that are alike, directly or through others: their numbers, to the lowest of each group."""
        groups = _Groups()
        rows = self._file.execute("SELECT key, number FROM band ORDER BY key, number")
        for _, met in groupby(rows, key=itemgetter(0)):
            numbers = sorted({number for _, number in met})
            if len(numbers) > 1:
                texts = {number: self._text(number)[1] for number in numbers}
                for one, other in combinations(numbers, 2):
                    if groups.head(one) != groups.head(other) and similarity(texts[one], texts[other]) >= SIMILAR:
                        groups.join(one, other)
        return groups.heads()

    def _text(self, number: int) -> tuple[bytes, bytes]:
        """First id and shingles of a numbered text."""
        query = "SELECT first, shingles FROM distinct_text JOIN text ON id = first WHERE number = ?"
        found: tuple[bytes, bytes] = self._file.execute(query, (number,)).fetchone()
        return found


def _packed(id: str) -> bytes:
    """The id as bytes, which hold a lone surrogate too, and sort as the ids do."""
    return id.encode("utf-8", "surrogatepass")


def _unpacked(id: bytes) -> str:
    return id.decode("utf-8", "surrogatepass")


class _Groups:
    """Numbers joined into groups, each known by its lowest (union-find; Tarjan 1975). Those alone take no memory."""

    def __init__(self) -> None:
        self._above: dict[int, int] = {}

    def head(self, number: int) -> int:
        while (above := self._above.get(number, number)) != number:
            self._above[number] = number = self._above.get(above, above)
        return number

    def join(self, one: int, other: int) -> None:
        low, high = sorted((self.head(one), self.head(other)))
        self._above[high] = low

    def heads(self) -> dict[int, int]:
        return {number: self.head(number) for number in list(self._above)}


def _signatures(texts: Sequence[bytes]) -> list[list[int]]:
    """A MinHash signature for each fingerprint."""
    import rensa

    hashed = [(np.frombuffer(text, "<u4").astype(np.uint64) * _MIXED).tolist() for text in texts]
    matrix = rensa.RMinHash.digest_matrix_from_token_hash_sets(hashed, num_perm=_SIGNS, seed=_SEED)
    rows: list[list[int]] = matrix.to_rows()
    return rows


def _bands(sign: Sequence[int]) -> Iterator[int]:
    """A key for each band of a signature; texts that share one are compared."""
    for band in range(BANDS):
        rows = np.array([band, *sign[band * ROWS : (band + 1) * ROWS]], dtype="<u4")
        yield int.from_bytes(hashlib.blake2b(rows.tobytes(), digest_size=8).digest(), "little", signed=True)


def write_duplicates(path: Path, duplicates: Iterable[Duplicate]) -> int:
    """Write them as JSONL (`id`, `duplicate_of`, `similarity`), whole or not at all; how many there are."""
    count = 0
    with AtomicFile(path) as file:
        for found in duplicates:
            file.write("", json.dumps(asdict(found), ensure_ascii=False) + "\n")
            count += 1
    return count
