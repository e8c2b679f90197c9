"""The page that `--report` writes: what became of a run, by site and by rule, readable without a network.

All words of pages, sites and errors are text nodes of an element tree, so that none of them can become markup.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from itertools import islice
from pathlib import Path
from typing import Any

from lxml import etree

from cleaner.batch.manifest import Manifest
from cleaner.batch.outputs import AtomicFile

_MOST = 100  # rows of a table; what is left out is counted
_NO_SITE = "(no address)"
_UNPRINTABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]")

_STYLE = """
body { font: 15px/1.5 system-ui, sans-serif; color: #1c2430; background: #fff; max-width: 72rem; margin: 2rem auto;
  padding: 0 1.25rem; }
h1 { font-size: 1.5rem; margin: 0 0 .25rem; } h2 { font-size: 1.1rem; margin: 2.25rem 0 .5rem; }
p { margin: .25rem 0 .75rem; color: #51606f; }
ul.counts { display: flex; flex-wrap: wrap; gap: .75rem; list-style: none; padding: 0; margin: 1rem 0; }
ul.counts li { border: 1px solid #d7dee6; border-radius: .5rem; padding: .6rem 1rem; min-width: 7rem; }
ul.counts b { display: block; font-size: 1.4rem; font-variant-numeric: tabular-nums; }
table { border-collapse: collapse; width: 100%; font-size: .9rem; }
th, td { text-align: left; padding: .3rem .75rem .3rem 0; border-bottom: 1px solid #e6ebf0; vertical-align: top;
  overflow-wrap: anywhere; }
th { color: #51606f; font-weight: 600; overflow-wrap: normal; }
td.n, th.n { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
@media (prefers-color-scheme: dark) { body { background: #12161c; color: #dfe6ee; } p, th { color: #9aa9b8; }
  ul.counts li, th, td { border-color: #2b3541; } }
"""

_SITES = """
SELECT coalesce(site, ?), count(*), sum(note LIKE '%heavy-loss%'), sum(note LIKE '%no-body%'),
    sum(milliseconds) / count(*)
FROM page WHERE fate = 'written' GROUP BY site ORDER BY 2 DESC, 1 LIMIT ?"""
_RULES = """
SELECT rule.key, sum(rule.value), count(*), count(DISTINCT coalesce(page.site, ''))
FROM page, json_each(page.rules) AS rule
WHERE fate = 'written' GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT ?"""
_SITE_RULES = """
SELECT coalesce(page.site, ?), rule.key, sum(rule.value), count(*) FROM page, json_each(page.rules) AS rule
WHERE fate = 'written' GROUP BY 1, 2 ORDER BY 3 DESC, 1, 2 LIMIT ?"""
_LOSSES = """
SELECT id, coalesce(site, ?), note FROM page
WHERE fate = 'written' AND (note LIKE '%heavy-loss%' OR note LIKE '%no-body%')
ORDER BY number LIMIT ?"""
_SLOWEST = """
SELECT id, coalesce(site, ?), milliseconds FROM page WHERE fate = 'written'
ORDER BY milliseconds DESC, number LIMIT ?"""
_REJECTS = "SELECT id, note FROM page WHERE fate = 'rejected' ORDER BY number LIMIT ?"
_STAGES = "SELECT note, count(*) FROM page WHERE fate = 'rejected' GROUP BY note ORDER BY 2 DESC, 1"

Row = tuple[Any, ...]


def write_report(manifest: Manifest, path: Path, rejects: Path, duplicates: Path | None = None) -> None:
    """Write the report of the manifest's run as one HTML file.

    rejects, duplicates: the run's `.rejects.jsonl` and `.duplicates.jsonl`, which the report names.
    """
    counts = manifest.counts()
    body = _element("body")
    body.append(_element("h1", "Batch report"))
    body.append(_element("p", f"cleaner {(manifest.fact('settings') or {}).get('toolkit', '')}"))
    body.append(_counts({"in": sum(counts.values())} | dict(counts)))
    for title, note, columns, rows in (*_tables(manifest, rejects.name), *_near_duplicates(duplicates)):
        body.append(_element("h2", title))
        body.append(_element("p", note if rows else "None."))
        if rows:
            body.append(_table(columns, rows[:_MOST]))
        if len(rows) > _MOST:
            body.append(_element("p", f"Only the first {_MOST} are shown."))
    page = _element("html", lang="en")
    page.append(_head())
    page.append(body)
    with AtomicFile(path) as file:
        file.write("", etree.tostring(page, encoding="unicode", method="html", doctype="<!DOCTYPE html>") + "\n")


def _tables(manifest: Manifest, rejects: str) -> Iterable[tuple[str, str, tuple[str, ...], list[Row]]]:
    """Title, note, columns and rows of each table; a column whose name begins with `#` holds numbers."""
    ask, most = manifest.ask, _MOST + 1
    yield (
        "Sites", "Pages written, the most frequent sites first; warnings of heavy loss and of pages without a body.",
        ("site", "#pages", "#heavy-loss", "#no-body", "#ms a page"), ask(_SITES, _NO_SITE, most),
    )  # fmt: skip
    yield (
        "Rules", "Blocks dropped, by the rule that decided.",
        ("rule", "#blocks", "#pages", "#sites"), ask(_RULES, most),
    )  # fmt: skip
    yield (
        "Rules by site", "Where a rule dropped the most: an unusually high figure is worth a look.",
        ("site", "rule", "#blocks", "#pages"), ask(_SITE_RULES, _NO_SITE, most),
    )  # fmt: skip
    yield (
        "Warnings of loss", "Pages of which little or nothing was left, in input order: see cleaner explain.",
        ("id", "site", "warnings"), ask(_LOSSES, _NO_SITE, most),
    )  # fmt: skip
    yield "Rejects by stage", f"Messages are in {rejects}.", ("stage", "#pages"), ask(_STAGES)
    yield "Rejects", "In input order.", ("id", "stage"), ask(_REJECTS, most)
    yield "Skipped", "Files and records that are no pages, by reason.", ("reason", "#count"), _skipped(manifest)
    yield "Slowest pages", "Reading, cleaning and writing.", ("id", "site", "#ms"), ask(_SLOWEST, _NO_SITE, 20)


def _near_duplicates(path: Path | None) -> Iterable[tuple[str, str, tuple[str, ...], list[Row]]]:
    """The first of a run's near-duplicates, where they were looked for; no more are in memory than are shown."""
    if path is None:
        return
    with path.open(encoding="utf-8") as lines:
        found = [json.loads(line) for line in islice(lines, _MOST + 1)]
        count = len(found) + sum(1 for _ in lines)
    rows = [(row["id"], row["duplicate_of"], f"{row['similarity']:.2f}") for row in found]
    yield (
        "Near-duplicates", f"{count} stories that resemble an earlier one; all are in {path.name}.",
        ("id", "duplicate of", "#similarity"), rows,
    )  # fmt: skip


def _skipped(manifest: Manifest) -> list[Row]:
    rows: list[Row] = list(manifest.skipped().items())
    return sorted(rows, key=lambda item: (-item[1], item[0]))[: _MOST + 1]


def _head() -> etree._Element:
    head = _element("head")
    head.append(_element("meta", charset="utf-8"))
    head.append(_element("meta", name="viewport", content="width=device-width, initial-scale=1"))
    head.append(_element("title", "Batch report"))
    head.append(_element("style", _STYLE))
    return head


def _counts(counts: dict[str, int]) -> etree._Element:
    row = _element("ul", **{"class": "counts"})
    for name, count in counts.items():
        item = _element("li")
        item.append(_element("b", f"{count:,}"))
        item[-1].tail = name
        row.append(item)
    return row


def _table(columns: tuple[str, ...], rows: Iterable[Row]) -> etree._Element:
    table = _element("table")
    table.append(_row("th", columns, [name.removeprefix("#") for name in columns]))
    for row in rows:
        table.append(_row("td", columns, row))
    return table


def _row(tag: str, columns: tuple[str, ...], values: Iterable[Any]) -> etree._Element:
    row = _element("tr")
    for column, value in zip(columns, values, strict=True):
        row.append(_element(tag, _words(value), **({"class": "n"} if column.startswith("#") else {})))
    return row


def _words(value: Any) -> str:
    if isinstance(value, bytes):
        value = value.decode("utf-8", "surrogatepass")
    return f"{value:,}" if isinstance(value, int) else str(value)[:500]


def _element(tag: str, text: str | None = None, **attributes: str) -> etree._Element:
    element = etree.Element(tag, attributes)
    element.text = None if text is None else _UNPRINTABLE.sub("\ufffd", text)
    return element
