"""Training of the weights that ship in `cleaner/decide/weights.json`.

Two logistic regressions a kind of page (text, HTML): the first sees the features of `decide/structure.py`
and `decide/dom.py`, the second the same and those of `decide/context.py`, made from first scores of models
that did not see the page's site. Sites are folds: no site is on both sides of a comparison.
"""

from __future__ import annotations

import gzip
import json
import sys
import zlib
from collections import Counter
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from benchmarks import folds
from benchmarks.folds import FOLDS, fold_of, site_of
from benchmarks.labels import label_by_line, label_by_text
from cleaner.decide.context import describe_context
from cleaner.decide.dom import describe_dom
from cleaner.decide.structure import describe
from cleaner.model import Block, PageKind, Stated
from cleaner.readers import read
from cleaner.readers.stated import read_stated
from cleaner.rules import judge
from cleaner.segment import detect, segment

SETS = ("wcxb_dev", "news_dev", "portal_dev", "daniel_dev")
FLATTENERS = ("html_text", "bs4", "resili")
LEAST_COUNT = 12  # a feature seen in fewer blocks is noise
LEAST_WEIGHT = 0.02  # log-odds: a smaller weight moves nothing and is left out of the data file
MOST_BLOCKS = 1500  # a page; the longest lists teach nothing after that
STRENGTH = 0.05  # inverse strength of the L2 penalty
# Every so many flattened pages is learned from twice more: with nothing but its story, and with only what stands
# beside it. The labelled pages are whole; people also clean texts that somebody cleaned before.
SHORTENED = 2
# What a page counts: real dumps are few, and short forms teach what whole pages do not, but are made.
SHARES = {"real": 3.0, "clean": 0.2, "short": 0.2}
CHANGE = {"text": 0.4, "html": 0.3}


@dataclass(frozen=True, slots=True)
class Source:
    """One labelled page before it is read."""

    set: str
    id: str
    form: str
    site: str
    data: str | Path
    gold: Any


@dataclass(frozen=True, slots=True)
class Example:
    """One labelled page, its features ready."""

    set: str
    id: str
    form: str
    fold: int
    blocks: tuple[Block, ...]
    features: list[list[str]]
    labels: list[int]


def text_sources(bench: Path, sets: Sequence[str] = SETS) -> Iterator[Source]:
    """Labelled flattened texts: three flatteners of four sets, and the real dumps."""
    for name in sets:
        gold = _gold(bench, name)
        for flattener in FLATTENERS:
            for row in _rows(bench / "flat_dev" / f"{name}.{flattener}.jsonl.gz"):
                answer = gold[row["id"]]
                yield Source(name, row["id"], flattener, site_of(answer, row["id"]), row["text"], _story(answer))
    for path in sorted((bench / "flat_real").glob("[0-9]*.json")):
        entry = json.loads(path.read_text(encoding="utf-8"))
        yield Source("flat_real", entry["id"], "real", site_of(entry, entry["id"]), entry["text"], entry["lines"])


def html_sources(bench: Path, sets: Sequence[str] = SETS) -> Iterator[Source]:
    """Labelled HTML pages of four sets."""
    for name in sets:
        for id_, answer in _gold(bench, name).items():
            path = bench / name / "html" / f"{id_}.html.gz"
            if path.is_file():
                yield Source(name, id_, "html", site_of(answer, id_), path, _story(answer))


def _gold(bench: Path, name: str) -> dict[str, dict[str, Any]]:
    return {row["id"]: row for row in _rows(bench / name / "gold.jsonl")}


def _rows(path: Path) -> list[dict[str, Any]]:
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def _story(answer: dict[str, Any]) -> str:
    summary = answer.get("summary") or ""
    return "\n".join([*(summary if isinstance(summary, list) else [summary]), answer["text"]])


def example(source: Source) -> list[Example]:
    """Read, segment, judge, describe and label one page; flattened text gives its short forms too."""
    page = read(source.data, kind="html" if source.form == "html" else "text")
    blocks = segment(page)[:MOST_BLOCKS]
    if not blocks:
        return []
    stated = read_stated(page.root) if page.root is not None else Stated()
    language = stated.language or detect(block.text for block in blocks)
    labels = label_by_line(blocks, source.gold) if source.set == "flat_real" else label_by_text(blocks, source.gold)
    found = [_described(source, source.form, blocks, labels, language)]
    if page.kind == "text" and zlib.crc32(source.id.encode()) % SHORTENED == 0:
        for form, margin in (("clean", 0), ("short", 4)):
            chosen = _near_story(blocks, labels, margin)
            if len(chosen) > 1:
                short = tuple(replace(blocks[at], index=index) for index, at in enumerate(chosen))
                found.append(_described(source, form, short, [labels[at] for at in chosen], language))
    return found


def _near_story(blocks: Sequence[Block], labels: Sequence[int], margin: int) -> list[int]:
    """Indices of story blocks and the headline, and of what stands within a margin of them."""
    story = [index for index, label in enumerate(labels) if label == 1]
    first = [block.index for block in blocks if block.headline][:1]
    near = {at for index in story + first for at in range(index - margin, index + margin + 1)}
    return sorted(at for at in near if 0 <= at < len(blocks)) if story else []


def _described(
    source: Source, form: str, blocks: tuple[Block, ...], labels: list[int], language: str | None
) -> Example:
    features = describe(blocks, judge(blocks), language)
    describe_dom(blocks, features)
    return Example(source.set, source.id, form, fold_of(source.site), blocks, features, labels)


def examples(sources: Iterator[Source], jobs: int = 2) -> list[Example]:
    """All pages, in order; the work is spread over processes."""
    with ProcessPoolExecutor(jobs) as pool:
        found = [one for several in pool.map(example, sources, chunksize=8) for one in several]
    for one in found:
        one.features[:] = [[sys.intern(feature) for feature in own] for own in one.features]
    return found


class Vocabulary:
    """Feature names to columns."""

    def __init__(self, features: Sequence[Sequence[Sequence[str]]]) -> None:
        counts = Counter(name for page in features for own in page for name in own)
        self.names = sorted(name for name, count in counts.items() if count >= LEAST_COUNT)
        self.column = {name: at for at, name in enumerate(self.names)}

    def matrix(self, features: Sequence[Sequence[Sequence[str]]]) -> csr_matrix:
        """One row a block, ones where it has a feature."""
        columns: list[int] = []
        starts = [0]
        get = self.column.get
        for page in features:
            for own in page:
                columns += [at for at in map(get, dict.fromkeys(own)) if at is not None]
                starts.append(len(columns))
        ones = np.ones(len(columns), dtype=np.float32)
        shape = (len(starts) - 1, len(self.names))
        return csr_matrix((ones, np.asarray(columns, dtype=np.int32), np.asarray(starts, dtype=np.int64)), shape)


def page_weights(pages: Sequence[Example]) -> Any:
    """A block's weight: square root of its words, each page counting alike but for its form."""
    weights = []
    for page in pages:
        own = np.sqrt([min(block.words, 150) + 1.0 for block in page.blocks])
        own[np.asarray(page.labels) < 0] = 0
        weights.append(SHARES.get(page.form, 1.0) * own / max(1.0, own.sum()) * 40)
    return np.concatenate(weights)


def fit(matrix: csr_matrix, labels: Any, weights: Any) -> tuple[Any, float]:
    """Weights and bias of one logistic regression."""
    used = weights > 0
    model = LogisticRegression(C=STRENGTH, max_iter=150, tol=1e-3)
    model.fit(matrix[used], labels[used], sample_weight=weights[used])
    return model.coef_[0].astype(np.float32), float(model.intercept_[0])


@dataclass(slots=True)
class Trained:
    """Out-of-fold scores of every page, the weights of every fold, and those made from all pages.

    `folds[k]` never saw a page of fold k; `weights` is what ships.
    """

    pages: list[Example]
    first: list[list[float]]
    second: list[list[float]]
    folds: list[dict[str, Any]]
    weights: dict[str, Any]


@dataclass(slots=True)
class Look:
    """One fitted look: out-of-fold scores, and the data file's form of each fold's fit and of the whole."""

    scores: Any
    folds: list[dict[str, Any]]
    whole: dict[str, Any]


def train(pages: list[Example], kind: PageKind) -> Trained:
    """Both looks, cross-validated by site."""
    labels = np.concatenate([np.maximum(0, page.labels) for page in pages])
    weights = page_weights(pages)
    groups = np.concatenate([np.full(len(page.blocks), page.fold) for page in pages])
    first = look([page.features for page in pages], labels, weights, groups)
    scores = _split(first.scores, pages)
    both = [
        [[*own, *around] for own, around in zip(page.features, describe_context(page.blocks, given), strict=True)]
        for page, given in zip(pages, scores, strict=True)
    ]
    second = look(both, labels, weights, groups)

    def shipped(one: dict[str, Any], other: dict[str, Any]) -> dict[str, Any]:
        return {"first": one, "second": other, "change": CHANGE[kind]}

    each = [shipped(one, other) for one, other in zip(first.folds, second.folds, strict=True)]
    return Trained(pages, scores, _split(second.scores, pages), each, shipped(first.whole, second.whole))


def look(features: Sequence[Sequence[Sequence[str]]], labels: Any, weights: Any, groups: Any) -> Look:
    """Fit one look on each set of four folds and on all five."""
    vocabulary = Vocabulary(features)
    matrix = vocabulary.matrix(features)
    scores = np.zeros(len(labels), dtype=np.float64)
    each = []
    for fold in range(FOLDS):
        inside = groups != fold
        coefficients, bias = fit(matrix[inside], labels[inside], weights[inside])
        scores[~inside] = matrix[~inside] @ coefficients + bias
        each.append(_shipped(vocabulary.names, coefficients, bias))
    return Look(scores, each, _shipped(vocabulary.names, *fit(matrix, labels, weights)))


def _split(scores: Any, pages: Sequence[Example]) -> list[list[float]]:
    parts, at = [], 0
    for page in pages:
        parts.append([float(score) for score in scores[at : at + len(page.blocks)]])
        at += len(page.blocks)
    return parts


def _shipped(names: Sequence[str], coefficients: Any, bias: float) -> dict[str, Any]:
    weights = {
        name: round(float(weight), 2)
        for name, weight in zip(names, coefficients, strict=True)
        if abs(weight) >= LEAST_WEIGHT
    }
    return {"bias": round(bias, 3), "weights": weights}


def make(bench: Path, output: Path, fold_folder: Path | None, jobs: int) -> None:
    """Train both kinds of page and write the data file that ships; and the five folds' weights, if asked for."""
    whole: dict[str, Any] = {}
    each: list[dict[str, Any]] = [{} for _ in range(FOLDS)]
    kinds: dict[PageKind, Iterator[Source]] = {"text": text_sources(bench), "html": html_sources(bench)}
    for kind, sources in kinds.items():
        trained = train(examples(sources, jobs), kind)
        whole[kind] = trained.weights
        for fold, weights in enumerate(trained.folds):
            each[fold][kind] = weights
    output.write_text(json.dumps(whole, ensure_ascii=False, sort_keys=True, indent=0) + "\n", encoding="utf-8")
    for fold, weights in enumerate(each if fold_folder else ()):
        assert fold_folder is not None
        folds.write(fold_folder, fold, weights)
