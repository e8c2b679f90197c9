"""Training of the weights that ship in `cleaner/normalise/author_weights.json`.

A conditional logit over the lines of flattened text that read as names, and "none of them". Learned from the labelled
articles whose authors are known, under each flattener. Right is a line that names nobody but authors of gold. The
printed table counts each page by weights that never saw a page of its site; the verdicts on lines, two of the signs,
are those of the weights that ship, which saw these pages' bodies.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import Path

import numpy as np

from benchmarks import fields as field_measures
from benchmarks import loaders
from benchmarks.folds import fold_of, site_of
from benchmarks.logit import Matrix, Page, Source
from benchmarks.suites import Item
from cleaner.decide.settle import decide_until_settled
from cleaner.model import Stated
from cleaner.normalise import fields
from cleaner.normalise.author_signs import NAMES, NONE, Signer, candidates
from cleaner.options import Options
from cleaner.readers import read
from cleaner.rules import judge
from cleaner.segment import detect, segment

SETS = ("wcxb_dev", "news_dev")
FLATTENERS = ("html_text", "bs4", "resili")


def sources(bench: Path, sets: Sequence[str] = SETS) -> Iterator[Source]:
    """The labelled articles whose authors are known, in every form."""
    for name in sets:
        for form in FLATTENERS:
            for item in loaders.load_flat(bench / name, bench / "flat_dev" / f"{name}.{form}.jsonl.gz").items:
                article = str(item.gold.get("page_type", "article")) == "article"
                if article and item.source and field_measures.gold_authors(item.gold):
                    yield Source(name, form, item)


def example_of(source: Source) -> Page:
    """The page's lines and which of them name authors of gold and nobody else."""
    page = read(source.item.read(), kind="text")
    blocks = segment(page)
    language = detect(block.text for block in blocks)
    verdicts = decide_until_settled(blocks, partial(judge, disable=()), kind="text", language=language).verdicts
    known = fields.ground(page, blocks, verdicts, stated=Stated(), language=language, options=Options())
    lines, none = candidates(known.layout, known.hints)
    right = tuple(_is_right(source.item, line) for line in lines)
    return Page(lines, right, none, fold_of(site_of(source.item.gold, source.item.id)), source.set, source.form)


def _is_right(item: Item, line: Signer) -> bool:
    wanted = field_measures.gold_authors(item.gold)
    named = field_measures.gold_authors({"authors": list(line.signed.authors)})
    return bool(named) and named <= wanted


def make(bench: Path, output: Path, jobs: int) -> None:
    """Learn the weights, print how right they are on unseen sites, write the data file."""
    with ProcessPoolExecutor(jobs) as pool:
        examples = list(pool.map(example_of, sources(bench), chunksize=16))
    matrix = Matrix(examples, NAMES, NONE)
    print(matrix.cross_validate("a line signs"), flush=True)
    weights = matrix.fit(np.ones(len(examples), dtype=bool))
    output.write_text(json.dumps(weights, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
