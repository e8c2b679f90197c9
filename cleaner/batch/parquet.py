"""Parquet files -> tasks, a few rows at a time; and a run's JSONL -> a Parquet file."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

from cleaner.batch.records import GUESSED, Columns, record_task
from cleaner.batch.task import Refused, Task, failure
from cleaner.errors import ConfigError, LimitError, ReadError
from cleaner.model import SCHEMA
from cleaner.writers import schema as document_schema

if TYPE_CHECKING:
    import pyarrow as pa

# Rows read at a time: a page may take 20 MB, so few; rows written as a group: the same whatever run wrote them.
_READ = 16
_GROUP = 1000
_BUFFER = 1 << 20  # bytes of a column read ahead, in place of the whole column of a group

_SURROGATE = re.compile("[\ud800-\udfff]")


def need_parquet(what: str) -> None:
    """Raise ConfigError unless Parquet can be read and written here."""
    try:
        import pyarrow  # noqa: F401  # only whether it is there
    except ImportError:
        raise ConfigError(f"{what}: Parquet needs pyarrow; install it with pip install 'cleaner[parquet]'") from None


def read_parquet(path: Path, name: str, max_bytes: int, columns: Columns = GUESSED) -> Iterator[Task | Refused]:
    """The pages of a Parquet file in order.

    name: the file's name in ids: `name:ROW`, rows counted from 1, for rows without an id column.
    max_bytes: largest page in bytes.

    Only the columns that may hold a page, its address or its id are read. What cannot be read is refused with its
    reason: a row, or from there on the file. Raises ConfigError where pyarrow is missing.
    """
    need_parquet(name)
    import pyarrow as pa
    import pyarrow.parquet as pq

    number = 0
    try:
        with pq.ParquetFile(path, memory_map=False, pre_buffer=False, buffer_size=_BUFFER) as file:
            has = file.schema_arrow.names
            wanted = [column for column in has if column in columns.used]
            if not set(wanted) & {name for names in columns.pages for name in names}:
                yield _refused(
                    name, f"no column holds pages; name it with --text-column (it has: {', '.join(has[:20])})"
                )
                return
            for batch in file.iter_batches(batch_size=_READ, columns=wanted, use_threads=False):
                for row in _rows(batch):
                    number += 1
                    yield _task(row, f"{name}:{number}", max_bytes, columns)
    except (pa.ArrowException, OSError, ValueError, MemoryError) as error:
        why = " ".join(str(error).split())[:300]
        yield _refused(name, f"cannot be read from row {number + 1} on ({why}); check the file")


def _rows(batch: pa.RecordBatch) -> Iterator[dict[str, Any]]:
    """The rows; a text that is no UTF-8 is given as its bytes, a value of another type as it is."""
    import pyarrow as pa

    for index in range(batch.num_rows):
        row: dict[str, Any] = {}
        for name, column in zip(batch.schema.names, batch.columns, strict=True):
            value = column[index]
            try:
                row[name] = value.as_py()
            except UnicodeDecodeError:
                row[name] = value.cast(pa.large_binary()).as_py()
            except (ValueError, OverflowError):  # a time that Python cannot hold is no page either
                row[name] = None
        yield row


def _task(row: dict[str, Any], id: str, max_bytes: int, columns: Columns) -> Task | Refused:
    task = record_task(row, id, columns)
    if isinstance(task, Task) and len(task.data) > max_bytes:
        why = f"{task.id}: the page is longer than {max_bytes} bytes; raise --max-bytes"
        return Refused(task.id, failure(LimitError(why)))
    return task


def _refused(name: str, what: str) -> Refused:
    return Refused(name, failure(ReadError(f"{name}: {what}")))


def pack(rows: Path, target: Path) -> None:
    """Make a Parquet file of a JSONL file of documents: zstd, a thousand rows a group, columns by the JSON Schema."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    form = arrow_schema()
    with rows.open("rb") as lines, pq.ParquetWriter(target, form, compression="zstd") as writer:
        while group := [_as_arrow(_decoded(line)) for line in islice(lines, _GROUP)]:
            writer.write_table(pa.Table.from_pylist(group, schema=form), row_group_size=_GROUP)


def _decoded(line: bytes) -> Any:
    """The line's record, in text that Arrow can hold."""
    record = json.loads(line)
    return _without_surrogates(record) if b"\\ud" in line else record


def _without_surrogates(value: Any) -> Any:
    """The value with U+FFFD for every lone surrogate, which ids may hold."""
    if isinstance(value, str):
        return _SURROGATE.sub("\ufffd", value)
    if isinstance(value, list):
        return [_without_surrogates(part) for part in value]
    if isinstance(value, dict):
        return {name: _without_surrogates(part) for name, part in value.items()}
    return value


def _as_arrow(record: dict[str, Any]) -> dict[str, Any]:
    """The evidence, whose names differ from page to page, as (name, evidence) pairs: Arrow's form of a map."""
    return record | {"evidence": list(record["evidence"].items())}


def arrow_schema() -> pa.Schema:
    """The Arrow schema of `cleaner/document/1`, read off its JSON Schema; `removed` is null without the ledger."""
    import pyarrow as pa

    whole = document_schema()
    fields = [pa.field(name, _arrow_type(form, whole)) for name, form in whole["properties"].items()]
    return pa.schema(fields, metadata={"schema": SCHEMA})


def _arrow_type(form: dict[str, Any], whole: dict[str, Any]) -> pa.DataType:
    import pyarrow as pa

    if "$ref" in form:
        return _arrow_type(whole["$defs"][form["$ref"].rpartition("/")[2]], whole)
    kinds = form.get("type", "string")
    kind = kinds if isinstance(kinds, str) else kinds[0]
    if kind == "array":
        return pa.list_(_arrow_type(form["items"], whole))
    if kind != "object":
        return {"integer": pa.int64(), "number": pa.float64(), "boolean": pa.bool_()}.get(kind, pa.string())
    if "properties" not in form:
        return pa.map_(pa.string(), _arrow_type(form["additionalProperties"], whole))
    return pa.struct([pa.field(name, _arrow_type(inner, whole)) for name, inner in form["properties"].items()])
