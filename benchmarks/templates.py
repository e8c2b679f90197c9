"""What a site's templates are worth: its pages cleaned with and without what its other pages share.

Pages of sites with five or more of them; each is judged without itself as evidence (it is learned from, and taken
off every count, as in any run), and with `--folds` by weights that never saw its site.
"""

from __future__ import annotations

import tempfile
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from benchmarks.folds import held_out, site_of
from benchmarks.scoring import score
from benchmarks.suites import Form, Item, Suite
from cleaner.model import Page
from cleaner.options import Options
from cleaner.pipeline import clean_page
from cleaner.readers import read
from cleaner.segment import segment
from cleaner.templates import Sketch
from cleaner.templates.lines import lines_of
from cleaner.templates.sketch import FEWEST_LEARNED

Documents = dict[str, dict[str, Any]]


@dataclass(frozen=True, slots=True)
class Compared:
    """The documents of a suite's sites of several pages, by item id."""

    suite: Suite
    without: Documents
    with_templates: Documents


def several(suite: Suite) -> Suite:
    """The items of sites that have enough pages to learn from."""
    pages = Counter(site_of(item.gold, item.id) for item in suite.items)
    enough = [item for item in suite.items if pages[site_of(item.gold, item.id)] >= FEWEST_LEARNED]
    return replace(suite, items=tuple(enough))


def compare(suite: Suite) -> Compared:
    """Clean a suite twice; the URL is withheld from the cleaning, and the site named."""
    suite = several(suite)
    with tempfile.TemporaryDirectory() as folder, Sketch() as sketch:
        for item in suite.items:
            sketch.add(site_of(item.gold, item.id), lines_of(segment(_page(item, suite.form))))
        book = Path(folder) / "templates"
        sketch.write(book)
        without = {item.id: _clean(item, suite.form, None) for item in suite.items}
        return Compared(suite, without, {item.id: _clean(item, suite.form, book) for item in suite.items})


def as_table(found: Sequence[Compared]) -> str:
    """Shingle F1, precision and recall without and with templates, as Markdown."""
    rows = ["| set | pages | sites | without | with | lines named |", "|---|---:|---:|---:|---:|---:|"]
    for each in found:
        suite = each.suite
        sites = len({site_of(item.gold, item.id) for item in suite.items})
        named = sum(
            line["rule"] == "repeats/site-template"
            for document in each.with_templates.values()
            for line in document["removed"]
        )
        cells = [_figures(suite, documents) for documents in (each.without, each.with_templates)]
        rows.append(f"| {suite.name} | {len(suite.items)} | {sites} | {' | '.join(cells)} | {named} |")
    return "\n".join(rows)


def _figures(suite: Suite, documents: Mapping[str, Mapping[str, Any]]) -> str:
    measures = score(suite, documents).groups["all"]
    return f"{measures['f1']:.4f} ({measures['precision']:.3f} / {measures['recall']:.3f})"


def _clean(item: Item, form: Form, book: Path | None) -> dict[str, Any]:
    page = _page(item, form)
    options = Options(templates=str(book), site=site_of(item.gold, item.id)) if book else Options()
    return clean_page(page, options, held_out(item.gold, item.id, page.kind)).to_dict(ledger=True)


def _page(item: Item, form: Form) -> Page:
    return read(item.read(), kind="html" if form == "html" else "text", id=item.id)
