"""From folders as they are published to suites. README.md beside this file draws the layouts."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.suites import Item, LayoutError, Suite, Task

Record = dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Keys:
    """Where a gold record keeps its values; a dot steps into a nested object (`main.text`)."""

    id: str = "id"
    text: str = "text"
    page_type: str = "page_type"
    required: str = "with"
    forbidden: str = "without"


# The README of scrapinghub/article-extraction-benchmark and of the first release of WCXB, which kept its layout.
ARTICLE_BODY = Keys(text="articleBody")


def load(path: Path) -> list[Suite]:
    """The suites of a folder or JSONL file; raises LayoutError for a layout that the README does not draw."""
    if path.is_file():
        return [_from_jsonl(path)]
    if (path / "gold.jsonl").is_file():
        return [pages(path.name, _records(path / "gold.jsonl"), path / "html")]
    if (path / "ground-truth.json").is_file():
        return [custom(path / "ground-truth.json", path / "html", ARTICLE_BODY)]
    labelled = sorted(path.glob("[0-9]*.json"))
    if labelled:
        return [_lines(path.name, labelled)]
    pool = [path / name for name in ("snippets.jsonl", "dates.jsonl") if (path / name).is_file()]
    if pool:
        return [_from_jsonl(file) for file in pool]
    raise LayoutError(
        f"{path}: no gold.jsonl, ground-truth.json, NNN.json, snippets.jsonl or dates.jsonl in it; "
        "give --gold and --html for another layout"
    )


def load_flat(folder: Path, texts: Path) -> Suite:
    """A folder's gold beside its flattened texts (JSONL of `id`, `text`); ids that gold lacks are left out."""
    by_id = {str(record["id"]): str(record["text"]) for record in _records(texts)}
    items = tuple(Item(item.id, by_id.get(item.id, ""), item.gold) for suite in load(folder) for item in suite.items)
    if not any(item.source for item in items):
        raise LayoutError(f"{texts}: none of its ids stands in the gold of {folder.name}")
    name = texts.name.removesuffix(".gz").removesuffix(".jsonl")
    return Suite(name, "bodies", "flat", items)


def custom(gold: Path, html: Path, keys: Keys) -> Suite:
    """A suite of any layout that is gold and pages.

    gold: JSONL of records, one JSON object from id to record, or a folder of `ID.json`.
    html: folder of `ID.html.gz` or `ID.html`.
    """
    records = [_plain(key, record, keys) for key, record in _keyed(gold, keys)]
    return pages(gold.resolve().parent.name, records, html)


def pages(name: str, records: Iterable[Record], html: Path) -> Suite:
    """The labelled pages of one folder; raises LayoutError where a record has no page."""
    return Suite(name, "bodies", "html", tuple(Item(str(r["id"]), _page(html, str(r["id"])), r) for r in records))


def discover(bench: Path) -> list[Suite]:
    """Every suite below a bench folder: labelled pages, their flattened texts, labelled lines, pools, datelines."""
    suites: list[Suite] = []
    sets: dict[str, Path] = {}
    for folder in sorted(entry for entry in bench.iterdir() if entry.is_dir()):
        if (folder / "gold.jsonl").is_file():
            sets[folder.name] = folder
        if not list(folder.glob("*.jsonl.gz")):
            suites += load(folder)
    for texts in sorted(bench.glob("*/*.jsonl.gz")):
        owner = texts.name.split(".")[0]
        if owner not in sets:
            raise LayoutError(f"{texts}: no folder {owner} with a gold.jsonl beside {texts.parent.name}")
        suites.append(load_flat(sets[owner], texts))
    return suites + [_from_jsonl(file) for file in sorted(bench.glob("*.jsonl"))]


def _from_jsonl(path: Path) -> Suite:
    records = _records(path)
    first = records[0] if records else {}
    name = path.name.removesuffix(".jsonl")
    if "expect" in first:
        return Suite(name, "datelines", "line", tuple(Item(str(r["id"]), str(r["text"]), r) for r in records))
    task: Task | None = "snippets" if "with" in first else "dates" if "published" in first else None
    if task is None or "text" in first:
        raise LayoutError(f"{path}: its records are no datelines, snippets or dates (README, layouts)")
    items = tuple(Item(str(r["id"]), _page(path.parent / "html", str(r["id"])), r) for r in records)
    return Suite(f"{path.parent.name}.{name}", task, "html", items)


def _lines(name: str, files: Iterable[Path]) -> Suite:
    records = [json.loads(file.read_text(encoding="utf-8")) for file in files]
    return Suite(name, "lines", "flat", tuple(Item(str(r["id"]), str(r["text"]), r) for r in records))


def _page(html: Path, key: str) -> Path:
    for name in (f"{key}.html.gz", f"{key}.html"):
        if (html / name).is_file():
            return html / name
    raise LayoutError(f"{html}: no {key}.html.gz or {key}.html, which the gold names")


def _records(path: Path) -> list[Record]:
    with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as file:
        return [json.loads(line) for line in file if line.strip()]


def _keyed(gold: Path, keys: Keys) -> list[tuple[str, Record]]:
    if gold.is_dir():
        return [(file.stem, json.loads(file.read_text(encoding="utf-8"))) for file in sorted(gold.glob("*.json"))]
    if gold.suffix == ".json":
        return sorted(json.loads(gold.read_text(encoding="utf-8")).items())
    return [(str(_at(record, keys.id)), record) for record in _records(gold)]


def _plain(key: str, record: Record, keys: Keys) -> Record:
    """The record in this project's form."""
    text = _at(record, keys.text)
    if text is None:
        raise LayoutError(f"gold record {key}: nothing at {keys.text!r}; it has {', '.join(sorted(record))}")
    found = {"page_type": keys.page_type, "with": keys.required, "without": keys.forbidden}
    return {"id": key, "text": text, "url": record.get("url")} | {name: _at(record, at) for name, at in found.items()}


def _at(record: Mapping[str, Any], dotted: str) -> Any:
    value: Any = record
    for part in dotted.split("."):
        value = value.get(part) if isinstance(value, Mapping) else None
    return value
