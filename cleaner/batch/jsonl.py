"""JSONL files -> tasks, a row at a time and never more than the limit in memory."""

from __future__ import annotations

import gzip
import json
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any

from cleaner.batch.records import GUESSED, Columns, record_task
from cleaner.batch.task import Refused, Task, failure
from cleaner.errors import LimitError, ReadError

_REST = 1 << 16  # bytes at a time of a row that is too long to be read


def read_rows(path: Path, name: str, max_bytes: int, columns: Columns = GUESSED) -> Iterator[Task | Refused]:
    """The pages of a `.jsonl` or `.jsonl.gz` file in order; blank lines are no rows.

    name: the file's name in ids: `name:ROW`, rows counted as lines from 1, for rows without an id column.
    max_bytes: longest row in bytes.
    columns: where a row has its page, address and id.

    What cannot be read is refused with its reason: a row, or from there on the file.
    """
    try:
        with _open(path) as file:
            for number, line in enumerate(_lines(file, max_bytes), start=1):
                if line is None:
                    why = f"{name}:{number}: the row is longer than {max_bytes} bytes; raise --max-bytes"
                    yield Refused(f"{name}:{number}", failure(LimitError(why)))
                elif line.strip():
                    yield _row(line, f"{name}:{number}", columns)
    except (OSError, EOFError, zlib.error) as error:
        why = f"{name}: cannot be read to its end ({error}); check the file"
        yield Refused(name, failure(ReadError(why)))


def _open(path: Path) -> IO[bytes]:
    if path.name.lower().endswith(".gz"):
        return gzip.open(path, "rb")  # type: ignore[return-value]  # a GzipFile reads as any binary file
    return path.open("rb")


def _lines(file: IO[bytes], max_bytes: int) -> Iterator[bytes | None]:
    """Lines of the file; None for one that is too long."""
    while line := file.readline(max_bytes + 1):
        if len(line) <= max_bytes or line.endswith(b"\n"):
            yield line
            continue
        while rest := file.readline(_REST):
            if rest.endswith(b"\n"):
                break
        yield None


def _row(line: bytes, id: str, columns: Columns) -> Task | Refused:
    try:
        row: Any = json.loads(line.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        return _refused(id, f"not UTF-8 at byte {error.start + 1} of the row; convert the file to UTF-8")
    except ValueError as error:
        return _refused(id, f"not a row of JSON ({error}); each line must be one JSON object")
    except RecursionError:
        return _refused(id, "JSON nested too deep to be a record; each line must be one flat JSON object")
    if not isinstance(row, dict):
        return _refused(id, "a row of JSON, but no object; each line must be one JSON object")
    return record_task(row, id, columns)


def _refused(id: str, what: str) -> Refused:
    return Refused(id, failure(ReadError(f"{id}: {what}")))
