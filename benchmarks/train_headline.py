"""Training of the weights that ship in `cleaner/segment/headline_weights.json`.

A conditional logit over the lines of a page that may be its headline, and "none of them": a page's likelihood is
the sum of its right lines' probabilities (many pages print their headline twice). Learned from the titles of the
labelled articles, as HTML and under each flattener, and from the labelled lines of real dumps; every fourth page is
learned from once more without its headline, so that "none" is learned too. Cross-validated by site: each page
that the printed table counts was judged by weights that never saw a page of its site.
"""

from __future__ import annotations

import json
import re
import zlib
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np

from benchmarks import loaders
from benchmarks.folds import fold_of, site_of
from benchmarks.logit import Matrix, Page, Source
from benchmarks.suites import Item
from cleaner.model import Block
from cleaner.readers import read
from cleaner.segment.from_html import blocks_of
from cleaner.segment.from_lines import blocks_of_lines
from cleaner.segment.headline_signs import NAMES, NONE, candidates

SETS = ("wcxb_dev", "news_dev", "portal_dev", "daniel_dev")
FLATTENERS = ("html_text", "bs4", "resili")
BEHEADED = 4  # one page in so many is learned from without its headline too
# What a page counts: real dumps are few; a beheaded page may still hold another wording of its headline.
SHARES = {"real": 3.0, "beheaded": 0.25}
LONGEST_TITLE = 250  # characters
SHORTEST_TITLE = 10  # letters; a shorter one stands in other lines by chance
TAIL = 60  # letters that a site's name, a rubric or a date may add to the title in its line
ALIKE = 0.7  # share of common letters or words from which on two wordings are the same title
_PARTING = re.compile(r"\s+[|\-–—•·:\"/»]+\s+")
_WORD = re.compile(r"\w+")


def sources(bench: Path, sets: Sequence[str] = SETS) -> Iterator[Source]:
    """The labelled articles in every form."""
    for name in sets:
        for suite in loaders.load(bench / name):
            yield from (Source(name, "html", item) for item in suite.items if _is_article(item))
        for form in FLATTENERS:
            suite = loaders.load_flat(bench / name, bench / "flat_dev" / f"{name}.{form}.jsonl.gz")
            pages = {item.id: item for item in suite.items if _is_article(item) and item.source}
            yield from (Source(name, form, item) for item in pages.values())
    yield from (Source("flat_real", "real", item) for item in loaders.load(bench / "flat_real")[0].items)


def _is_article(item: Item) -> bool:
    return str(item.gold.get("page_type", "article")) == "article"


def examples_of(source: Source, titles: Mapping[tuple[str, str], str]) -> list[Page]:
    """The page, and without its headline where its turn comes; nothing where its title is not known."""
    page = read(source.item.read(), kind="html" if source.form == "html" else "text")
    blocks = blocks_of(page) if source.form == "html" else blocks_of_lines(page.lines)
    title = titles.get((source.set, source.item.id))
    if not blocks or (title is None and source.form != "real"):
        return []
    right = _labelled(blocks, source.item.gold["lines"]) if title is None else _right(blocks, title)
    fold = fold_of(site_of(source.item.gold, source.item.id))
    found = [_page(blocks, right, fold, source.set, source.form)]
    turn = zlib.crc32(f"{source.item.id} {source.form}".encode()) % BEHEADED == 0
    rest = tuple(block for block in blocks if block.index not in right)
    if right and rest and turn and source.form != "html":
        rest = tuple(replace(block, index=index) for index, block in enumerate(rest))
        found.append(_page(rest, frozenset(), fold, source.set, "beheaded"))
    return found


def _page(blocks: Sequence[Block], right: Collection[int], fold: int, name: str, form: str) -> Page:
    lines, none = candidates(blocks)
    return Page(lines, [line.index in right for line in lines], none, fold, name, form, SHARES.get(form, 1.0))


def title_of(source: Source) -> str | None:
    """The article's title as its gold has it; else the gold text's first line, if the page's own title holds it."""
    title = source.item.gold.get("title")
    if title or source.form != "html":
        return str(title) if title else None
    first = str(source.item.gold["text"]).strip().split("\n")[0].strip()
    root = read(source.item.read(), kind="html").root
    if root is None or len(first) > LONGEST_TITLE or len(_letters(first)) < SHORTEST_TITLE:
        return None
    said = ("".join(element.itertext()) for element in root.iter("title", "h1"))
    return first if any(_letters(first) in _letters(one) for one in said) else None


def _labelled(blocks: Iterable[Block], entries: Iterable[Mapping[str, Any]]) -> frozenset[int]:
    titles = {entry["n"] + 1 for entry in entries if entry["label"] in ("title", "title_dup")}
    return frozenset(block.index for block in blocks if titles.intersection(range(block.first, block.last + 1)))


def _right(blocks: Iterable[Block], title: str) -> frozenset[int]:
    """Blocks that are the title: its words, with the site's name or a rubric, or worded nearly alike."""
    whole, words = _letters(title), set(_WORD.findall(title.casefold()))
    parts = {_letters(title[: parting.start()]) for parting in _PARTING.finditer(title)}
    forms = {whole, *(part for part in parts if len(part) >= max(SHORTEST_TITLE, len(whole) / 3))}
    return frozenset(
        block.index
        for block in blocks
        if len(block.text) <= len(title) + 2 * TAIL and _same(block.text, whole, forms, words)
    )


def _same(text: str, whole: str, forms: set[str], words: set[str]) -> bool:
    letters = _letters(text)
    if letters in forms:
        return True
    if len(whole) >= SHORTEST_TITLE and whole in letters and len(letters) <= len(whole) + TAIL:
        return True
    if letters in whole and len(letters) >= ALIKE * len(whole):
        return True
    own = set(_WORD.findall(text.casefold()))
    return len(own & words) >= max(3, ALIKE * len(own | words))


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text.casefold()))


def make(bench: Path, output: Path, jobs: int) -> None:
    """Learn the weights for both kinds of page, print how right they are on unseen sites, write the data file."""
    pages = list(sources(bench))
    with ProcessPoolExecutor(jobs) as pool:
        stated = zip(pages, pool.map(title_of, pages, chunksize=16), strict=True)
        titles = {(source.set, source.item.id): title for source, title in stated if title}
        found = pool.map(examples_of, pages, [titles] * len(pages), chunksize=64)
        examples = [example for several in found for example in several]
    weights = {}
    for kind in ("text", "html"):
        own = [example for example in examples if (example.form == "html") == (kind == "html")]
        matrix = Matrix(own, NAMES, NONE)
        print(matrix.cross_validate("headline stands"), flush=True)
        weights[kind] = matrix.fit(np.ones(len(own), dtype=bool))
    output.write_text(json.dumps(weights, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
