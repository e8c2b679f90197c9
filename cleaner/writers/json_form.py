"""The contract's JSON object, its names and their order, as a dict, as indented JSON and as one line."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from cleaner.model import SCHEMA, Field, Verdict

if TYPE_CHECKING:
    from cleaner.document import Document

# The fields that a page can state, in the contract's order; evidence is listed in the same order.
FIELDS = (
    "url",
    "language",
    "title",
    "summary",
    "authors",
    "desk",
    "published",
    "modified",
    "dateline",
    "source",
    "credits",
)
_SOURCE = ("name", "domain", "url")
_DATELINE = ("location", "date", "agency")
_DATELINE_LISTS = ("locations", "authors")
_CREDITS = ("agencies", "reporters", "writers", "editors", "contributors", "photographers")

# JSON may hold these bare, but `str.splitlines` and some editors end a line at them: one record, one line.
_LINE_ENDS = str.maketrans({"\x85": "\\u0085", "\u2028": "\\u2028", "\u2029": "\\u2029"})


def to_dict(document: Document, ledger: bool = False) -> dict[str, Any]:
    """The document as the JSON object of schema `cleaner/document/1`, keys in the contract's order.

    `dateline` and `source` have their single-valued names always, null where the page is silent, and the
    lists of `dateline` only where there is something to say; `credits` has every list always. With
    `ledger`, `removed` lists every dropped block in page order, and the marks of the tool that printed the
    page: line, text, rule, why, score.
    """
    record: dict[str, Any] = {
        "schema": SCHEMA,
        "id": document.id,
        "url": document.url,
        "language": document.language,
        "title": document.title,
        "summary": document.summary,
        "authors": list(document.authors),
        "desk": document.desk,
        "published": document.published,
        "modified": document.modified,
        "dateline": _dateline(document.dateline),
        "source": _source(document.source),
        "credits": _credits(document.credits),
        "blocks": [{"kind": block.kind, "text": block.text} for block in document.blocks],
        "text": document.text,
        "evidence": _evidence(document.fields),
        "warnings": list(document.warnings),
        "stats": dict(document.stats),
    }
    if ledger:
        removed = [*map(_removed, document.dropped), *(_mark(line, text) for line, text in document.marks)]
        record["removed"] = sorted(removed, key=lambda entry: entry["line"])
    return record


def to_json(document: Document, ledger: bool = False) -> str:
    """`to_dict` as JSON, indented by two, with a final newline and other scripts as they are."""
    return _dumps(to_dict(document, ledger), indent=2) + "\n"


def to_jsonl(document: Document, ledger: bool = False) -> str:
    """`to_dict` as one line of JSON with its newline; no other line end, of any alphabet, stands in it."""
    return _dumps(to_dict(document, ledger)).translate(_LINE_ENDS) + "\n"


def _dumps(record: dict[str, Any], indent: int | None = None) -> str:
    """JSON that UTF-8 can hold: a lone surrogate (of a caller's id or url) as the escape that reads back as itself."""
    text = json.dumps(record, ensure_ascii=False, allow_nan=False, indent=indent)
    return text.encode("utf-8", "backslashreplace").decode("utf-8")


def _dateline(value: Mapping[str, Any] | None) -> dict[str, Any] | None:
    if not value:
        return None
    lists = {name: list(value[name]) for name in _DATELINE_LISTS if value.get(name)}
    return {name: value.get(name) for name in _DATELINE} | lists


def _source(value: Mapping[str, Any] | None) -> dict[str, Any] | None:
    return {name: value.get(name) for name in _SOURCE} if value else None


def _evidence(fields: tuple[Field, ...]) -> dict[str, dict[str, Any]]:
    """One entry a field. What was read from several lines keeps all its words, and the first line and rule."""
    found: dict[str, list[Field]] = {}
    for field in fields:
        found.setdefault(field.name, []).append(field)
    names = [name for name in FIELDS if name in found] + [name for name in found if name not in FIELDS]
    return {name: _one_evidence(found[name]) for name in names}


def _one_evidence(fields: list[Field]) -> dict[str, Any]:
    return {
        "raw": "\n".join(dict.fromkeys(field.raw for field in fields)),
        "line": next((field.line for field in fields if field.line is not None), None),
        "rule": fields[0].rule,
        "why": "; ".join(dict.fromkeys(field.why for field in fields)),
    }


def _removed(verdict: Verdict) -> dict[str, Any]:
    return {
        "line": verdict.block.first,
        "text": verdict.block.text,
        "rule": verdict.rule,
        "why": verdict.why,
        "score": round(verdict.score, 3) + 0.0,  # adding 0.0 turns -0.0 into 0.0
    }


def _mark(line: int, text: str) -> dict[str, Any]:
    """A tool's mark between words: no block, so that nothing weighed it."""
    why = "the mark of the tool that printed the page, none of the page's own words"
    return {"line": line, "text": text, "rule": "segment/markup", "why": why, "score": None}


def _credits(value: Mapping[str, Any]) -> dict[str, Any]:
    lists: dict[str, Any] = {name: list(value.get(name) or ()) for name in _CREDITS}
    return lists | {"generic_agencies": bool(value.get("generic_agencies"))}
