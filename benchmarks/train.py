"""Training of the weights that ship in `cleaner/decide/text.json` and `html.json`.

Two sums of boosted trees a kind of page: the first sees the columns of `decide/structure.py` and
`decide/dom.py`, the second the same and those of `decide/context.py`, made from first scores of models
that did not see the page's site. Sites are folds: no site is on both sides of a comparison.
"""

from __future__ import annotations

import gzip
import json
import sys
import zlib
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import lightgbm
import numpy as np

from benchmarks import folds, pool
from benchmarks.flatten import FORMS, flatten
from benchmarks.folds import FOLDS, fold_of, site_of
from benchmarks.labels import label_by_line, label_by_text
from cleaner.decide.context import SECOND_COLUMNS, second_look
from cleaner.decide.looks import columns_of, table
from cleaner.decide.structure import FirstLook
from cleaner.model import Block, PageKind, Stated
from cleaner.readers import read
from cleaner.readers.stated import read_stated
from cleaner.rules import judge
from cleaner.segment import detect, segment

SETS = ("wcxb_dev", "news_dev", "portal_dev", "daniel_dev")
FLATTENERS = ("html_text", "bs4", "resili")
MOST_BLOCKS = 1500  # a page; the longest lists teach nothing after that
ROUNDS = {"first": 200, "second": 160}
PARAMETERS = {
    "objective": "binary",
    "learning_rate": 0.1,
    "num_leaves": 31,
    "max_depth": 7,  # a page is walked so many steps down every tree
    "min_data_in_leaf": 60,
    "lambda_l2": 5.0,
    "feature_fraction": 0.3,
    "max_bin": 63,
    "deterministic": True,
    "force_col_wise": True,
    "num_threads": 1,
    "seed": 1,
    "verbosity": -1,
}
# Rows are drawn in proportion to what they count, the light ones seldom but then counting more; most of a page's
# lines are short and plain, and all of them teach no more than a fifth does.
DRAWN_ROWS = 520_000
LEAST_DRAWN = 0.3  # of the chance that a row of mean weight has
# Every so many flattened pages is learned from twice more: with nothing but its story, and with only what stands
# beside it. The labelled pages are whole; people also clean texts that somebody cleaned before.
SHORTENED = 2
# What a page counts: real dumps are few, and short forms teach what whole pages do not, but are made. News is what the
# toolkit is for; what is no article (listings, products, forums) is the larger part of WCXB's other half.
SHARES = {"real": 4.0, "clean": 0.2, "short": 0.2}
SET_SHARES = {"news_dev": 3.0, "portal_dev": 2.0, pool.SET: 0.5}
# Pages flattened by `benchmarks.flatten`, in so many of its forms a page, chosen by the page's id: how a page was
# flattened must not matter.
FORMS_A_PAGE = {"news_dev": 5, "portal_dev": 5, "daniel_dev": 2, "wcxb_dev": 2, pool.SET: 4}
FORM_SHARE = 0.4
FORM_STEP = 3  # neighbours among the forms are alike; it has no divisor in common with their number
CHANGE = {"text": 0.4, "html": 0.3}
# Added to every score: flattened text loses more story than it keeps junk without it; HTML does not.
LEAN = {"text": 0.4, "html": 0.0}


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
    """One labelled page, its first look ready. columns: shape (columns, blocks)."""

    set: str
    id: str
    form: str
    fold: int
    words: tuple[int, ...]
    look: FirstLook
    columns: Any
    labels: list[int]


def text_sources(bench: Path, sets: Sequence[str] = SETS) -> Iterator[Source]:
    """Labelled flattened texts: three flatteners of four sets, our own flatteners, real dumps, and `pool`'s pages."""
    for name in sets:
        gold = _gold(bench, name)
        for flattener in FLATTENERS:
            for row in _rows(bench / "flat_dev" / f"{name}.{flattener}.jsonl.gz"):
                answer = gold[row["id"]]
                yield Source(name, row["id"], flattener, site_of(answer, row["id"]), row["text"], _story(answer))
        for source in html_sources(bench, (name,)):
            for form in _forms(source.id, FORMS_A_PAGE[name]):
                yield replace(source, form=form)
    for path in sorted((bench / "flat_real").glob("[0-9]*.json")):
        entry = json.loads(path.read_text(encoding="utf-8"))
        yield Source("flat_real", entry["id"], "real", site_of(entry, entry["id"]), entry["text"], entry["lines"])
    for id_, path, known in pool.pages(bench):
        for form in _forms(id_, FORMS_A_PAGE[pool.SET]):
            yield Source(pool.SET, id_, form, site_of(known, id_), path, known)


def _forms(id_: str, count: int) -> list[str]:
    """Some forms of `benchmarks.flatten`, by the page's id."""
    first = zlib.crc32(id_.encode()) % len(FORMS)
    return [FORMS[(first + step * FORM_STEP) % len(FORMS)] for step in range(count)]


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
    data = source.data
    if source.form in FORMS:
        assert isinstance(data, Path)
        data = flatten(gzip.decompress(data.read_bytes()), source.form)
    page = read(data, kind="html" if source.form == "html" else "text")
    blocks = segment(page)[:MOST_BLOCKS]
    if not blocks:
        return []
    stated = read_stated(page.root) if page.root is not None else Stated()
    language = stated.language or detect(block.text for block in blocks)
    labels = _labels(source, blocks)
    if not labels:
        return []
    found = [_described(source, source.form, blocks, labels, language)]
    if source.form in (*FLATTENERS, "real") and zlib.crc32(source.id.encode()) % SHORTENED == 0:
        for form, margin in (("clean", 0), ("short", 4)):
            chosen = _near_story(blocks, labels, margin)
            if len(chosen) > 1:
                short = tuple(replace(blocks[at], index=index) for index, at in enumerate(chosen))
                found.append(_described(source, form, short, [labels[at] for at in chosen], language))
    return found


def _labels(source: Source, blocks: Sequence[Block]) -> list[int]:
    """Labels of all blocks; none where the page teaches nothing."""
    if source.set == "flat_real":
        return label_by_line(blocks, source.gold)
    if source.set == pool.SET:
        assert isinstance(source.data, Path)
        text = pool.story(source.data, source.gold)
        return pool.label(blocks, text, source.gold) if text else []
    return label_by_text(blocks, source.gold)


def _near_story(blocks: Sequence[Block], labels: Sequence[int], margin: int) -> list[int]:
    """Indices of story blocks and the headline, and of what stands within a margin of them."""
    story = [index for index, label in enumerate(labels) if label == 1]
    first = [block.index for block in blocks if block.headline][:1]
    near = {at for index in story + first for at in range(index - margin, index + margin + 1)}
    return sorted(at for at in near if 0 <= at < len(blocks)) if story else []


def _described(
    source: Source, form: str, blocks: tuple[Block, ...], labels: list[int], language: str | None
) -> Example:
    look, columns = table(blocks, judge(blocks), language, "html" if source.form == "html" else "text")
    words = tuple(block.words for block in blocks)
    return Example(source.set, source.id, form, fold_of(source.site), words, look, columns, labels)


def examples(sources: Iterator[Source], jobs: int = 2) -> list[Example]:
    """All pages, in order; the work is spread over processes."""
    with ProcessPoolExecutor(jobs) as pool:
        return [one for several in pool.map(example, sources, chunksize=8) for one in several]


def page_weights(pages: Sequence[Example]) -> Any:
    """A block's weight: square root of its words, each page counting alike but for its form."""
    weights = []
    for page in pages:
        own = np.sqrt(np.minimum(page.words, 150) + 1.0)
        own[np.asarray(page.labels) < 0] = 0
        share = FORM_SHARE if page.form in FORMS else SHARES.get(page.form, 1.0)
        weights.append(SET_SHARES.get(page.set, 1.0) * share * own / max(1.0, own.sum()) * 40)
    return np.concatenate(weights)


@dataclass(frozen=True, slots=True)
class Rows:
    """What all looks of one kind of page are fitted on.

    labels, folds: of every block; drawn: the rows that are learned from; counts: what each of these counts.
    """

    labels: Any
    folds: Any
    drawn: Any
    counts: Any


def rows(pages: Sequence[Example]) -> Rows:
    """Labels and folds of every block, and a draw of blocks to learn from, the same in every run."""
    weights = page_weights(pages)
    chances = np.maximum(weights, LEAST_DRAWN * weights.mean()) * (weights > 0)
    chances = np.minimum(1.0, chances * DRAWN_ROWS / chances.sum())
    drawn = np.flatnonzero(np.random.default_rng(1).random(len(chances)) < chances)
    return Rows(
        labels=np.concatenate([np.maximum(0, page.labels) for page in pages]),
        folds=np.repeat([page.fold for page in pages], [len(page.labels) for page in pages]),
        drawn=drawn,
        counts=(weights[drawn] / chances[drawn]).astype(np.float32),
    )


@dataclass(slots=True)
class Trained:
    """Out-of-fold scores of every block, the weights of every fold, and those made from all pages.

    `folds[k]` never saw a page of fold k; `weights` is what ships.
    """

    first: Any
    second: Any
    folds: list[dict[str, Any]]
    weights: dict[str, Any]


def train(pages: list[Example], kind: PageKind) -> Trained:
    """Both looks, cross-validated by site."""
    given = rows(pages)
    names = columns_of(kind)
    own = np.concatenate([page.columns for page in pages], axis=1).T
    first, one, whole_one = _look(own, names, given, ROUNDS["first"])
    around = np.empty((len(own), len(SECOND_COLUMNS)), dtype=np.float32)
    at = 0
    for page in pages:
        end = at + len(page.labels)
        around[at:end] = second_look(page.look, first[at:end]).T
        at = end
    both = np.concatenate([own, around], axis=1)
    second, two, whole_two = _look(both, (*names, *SECOND_COLUMNS), given, ROUNDS["second"])
    given_by_hand = {"change": CHANGE[kind], "lean": LEAN[kind]}
    each = [{"first": a, "second": b, **given_by_hand} for a, b in zip(one, two, strict=True)]
    return Trained(first, second, each, {"first": whole_one, "second": whole_two, **given_by_hand})


def _look(columns: Any, names: Sequence[str], given: Rows, rounds: int) -> tuple[Any, list[dict[str, Any]], Any]:
    """Out-of-fold scores of one look, its trees of every fold, and those of all pages."""
    scores = np.zeros(len(columns))
    each = []
    drawn = lightgbm.Dataset(
        columns[given.drawn], given.labels[given.drawn], weight=given.counts, params=dict(PARAMETERS)
    ).construct()
    for fold in range(FOLDS):
        inside = np.flatnonzero(given.folds[given.drawn] != fold)
        model = lightgbm.train(dict(PARAMETERS), drawn.subset(inside.tolist()), rounds)
        outside = np.flatnonzero(given.folds == fold)
        scores[outside] = model.predict(columns[outside], raw_score=True)
        each.append(shipped(model, names))
        print(f"fold {fold}: log loss {_loss(scores[outside], given.labels[outside]):.4f}", file=sys.stderr, flush=True)
    return scores, each, shipped(lightgbm.train(dict(PARAMETERS), drawn, rounds), names)


def _loss(scores: Any, labels: Any) -> float:
    return float(np.logaddexp(0, np.where(labels == 1, -scores, scores)).mean())


def shipped(model: Any, names: Sequence[str]) -> dict[str, Any]:
    """The data file's form of a model, as `cleaner.decide.trees` reads it."""
    trees = [_nodes(tree["tree_structure"]) for tree in model.dump_model()["tree_info"]]
    used = sorted({column for tree in trees for column in tree["column"] if column >= 0})
    renumbered = {column: at for at, column in enumerate(used)}
    for tree in trees:
        tree["column"] = [renumbered.get(column, -1) for column in tree["column"]]
    depth = max(tree.pop("depth") for tree in trees)
    return {"columns": [names[column] for column in used], "depth": depth, "trees": trees}


def _nodes(root: dict[str, Any]) -> dict[str, Any]:
    """One tree's nodes in the order of a walk from its root, left before right."""
    found: dict[str, Any] = {"column": [], "threshold": [], "left": [], "right": [], "value": [], "depth": 0}

    def add(node: dict[str, Any], depth: int) -> int:
        at = len(found["column"])
        leaf = "split_feature" not in node
        found["column"].append(-1 if leaf else node["split_feature"])
        found["threshold"].append(0 if leaf else float(f"{node['threshold']:.6g}"))
        found["value"].append(round(node["leaf_value" if leaf else "internal_value"], 4))
        found["left"].append(0)
        found["right"].append(0)
        found["depth"] = max(found["depth"], depth)
        if not leaf:
            found["left"][at] = add(node["left_child"], depth + 1)
            found["right"][at] = add(node["right_child"], depth + 1)
        return at

    add(root, 0)
    return found


def make(bench: Path, output: Path, fold_folder: Path | None, jobs: int) -> None:
    """Train both kinds of page and write the data files that ship; and the five folds' weights, if asked for.

    output: a folder; `text.json` and `html.json` are written into it.
    """
    each: list[dict[str, Any]] = [{} for _ in range(FOLDS)]
    # HTML first: its weights read the stories of the pages without gold, where `output` is the package's own folder.
    kinds: dict[PageKind, Iterator[Source]] = {"html": html_sources(bench), "text": text_sources(bench)}
    for kind, sources in kinds.items():
        trained = train(examples(sources, jobs), kind)
        (output / f"{kind}.json").write_text(as_text(trained.weights), encoding="utf-8")
        for fold, weights in enumerate(trained.folds):
            each[fold][kind] = weights
    for fold, weights in enumerate(each if fold_folder else ()):
        assert fold_folder is not None
        folds.write(fold_folder, fold, weights)


def as_text(weights: dict[str, Any]) -> str:
    """JSON of a data file, one tree a line."""
    looks = []
    for name in ("first", "second"):
        trees = ",\n".join(json.dumps(tree, separators=(",", ":")) for tree in weights[name]["trees"])
        columns = json.dumps(weights[name]["columns"], ensure_ascii=False)
        looks.append(f'"{name}": {{"columns": {columns}, "depth": {weights[name]["depth"]}, "trees": [\n{trees}\n]}}')
    by_hand = [f'"{name}": {weights[name]}' for name in ("change", "lean")]
    return "{" + ",\n".join([*looks, *by_hand]) + "}\n"
