"""The data files of the learned weights, and the words in which their columns are said."""

from __future__ import annotations

from dataclasses import replace
from importlib import resources
from typing import Any, get_args

import numpy as np
import pytest

from cleaner.decide.context import SECOND_COLUMNS
from cleaner.decide.looks import columns_of
from cleaner.decide.trees import Trees
from cleaner.decide.weights import Weights, weights_for
from cleaner.decide.words import measure, say
from cleaner.model import PageKind
from cleaner.readers import read
from cleaner.segment import segment

KINDS: tuple[PageKind, ...] = get_args(PageKind)


def looks(kind: PageKind) -> tuple[Trees, Trees]:
    """Both looks of the weights that ship."""
    weights = weights_for(kind)
    return weights.first, weights.second


def test_the_files_are_small() -> None:
    """They go into every worker of every installation: less than 2 MB together."""
    folder = resources.files("cleaner.decide")
    assert sum(len((folder / f"{kind}.json").read_bytes()) for kind in KINDS) < 2_000_000


@pytest.mark.parametrize("kind", KINDS)
def test_every_number_is_finite(kind: PageKind) -> None:
    """Neither an infinite value nor a cost below zero came out of the training."""
    assert weights_for(kind).change >= 0
    for look in looks(kind):
        assert np.isfinite(look.value).all()
        assert np.isfinite(look.threshold).all()


@pytest.mark.parametrize("kind", KINDS)
def test_the_trees_ask_only_columns_that_there_are(kind: PageKind) -> None:
    """A renamed rule or column would be asked in vain."""
    first, second = looks(kind)
    assert set(first.columns) <= set(columns_of(kind))
    assert set(second.columns) <= {*columns_of(kind), *SECOND_COLUMNS}


@pytest.mark.parametrize("kind", KINDS)
def test_every_walk_ends_on_a_leaf(kind: PageKind) -> None:
    """After as many steps as the file gives as depth, the next step stays where it is."""
    for look in looks(kind):
        table = np.random.default_rng(0).normal(size=(len(look.columns), 50)).astype(np.float32) * 20
        rows = range(len(table))
        assert (replace(look, depth=look.depth + 3).leaves(table, rows) == look.leaves(table, rows)).all()


@pytest.mark.parametrize("kind", KINDS)
def test_every_column_can_be_said_in_words(kind: PageKind) -> None:
    """No explanation fails for want of a word, and columns of the page's form are not said by their bare names."""
    for column in (*columns_of(kind), *SECOND_COLUMNS):
        said = say(column)
        assert said.strip()
        assert "{" not in said
        assert "_" not in said or column.startswith("class ")


@pytest.mark.parametrize(("column", "said"), [
    ("rule trending/heading-run", "rule trending/heading-run"),
    ("mark copyright", "a furniture phrase (copyright)"),
    ("since lists", "its distance from the lists heading above"),
    ("class sidebar", "its class or id word `sidebar`"),
    ("story above 4", "how story-like the lines around it are"),
    ("words -1", "the line before it"),
    ("prose below 12", "how much prose stands below it"),
    ("wide stretch to", "its place beside the story's main stretch"),
])  # fmt: skip
def test_a_column_is_said_in_plain_words(column: str, said: str) -> None:
    """What a reader of the ledger sees."""
    assert say(column) == said


def test_a_block_is_measured_in_words() -> None:
    """One word is not `words`, and the end is named."""
    one, two, three = segment(read("Home\n\nThe council voted.\n\nRead on:", kind="text"))
    assert measure(one) == "1 word, no sentence end"
    assert measure(two) == "3 words, ends a sentence"
    assert measure(three) == "2 words, ends in a colon"


def stump(column: int, threshold: float, low: float, high: float) -> dict[str, Any]:
    """A tree of one question, as the data file has it."""
    return {"column": [column, -1, -1], "threshold": [threshold, 0, 0], "left": [1, 0, 0], "right": [2, 0, 0],
            "value": [(low + high) / 2, low, high]}  # fmt: skip


TWO = {"columns": ["words", "bars"], "depth": 1, "trees": [stump(0, 10, -1, 2), stump(1, 0.5, 0.5, -3)]}


def test_trees_add_up_their_leaves() -> None:
    """Above a threshold the walk goes right, at it and below left."""
    trees = Trees.from_mapping(TWO)
    table = np.array([[11, 10, 3], [0, 0, 1]], dtype=np.float32)
    assert trees.scores(trees.leaves(table, [0, 1])).tolist() == [2.5, -0.5, -4.0]


def test_what_moved_a_score_adds_up_to_it() -> None:
    """The base, which all blocks share, and the columns' shares are the whole score."""
    trees = Trees.from_mapping(TWO)
    table = np.array([[11, 10, 3], [0, 0, 1]], dtype=np.float32)
    base, leaves = trees.value[trees.roots].sum(), trees.leaves(table, [0, 1])
    moved = [trees.moved(leaves[:, at]) for at in range(3)]
    assert [base + one.sum() for one in moved] == pytest.approx(trees.scores(leaves).tolist())
    assert moved[0].tolist() == [1.5, 1.75]


@pytest.mark.parametrize("kind", KINDS)
def test_what_moved_a_score_adds_up_in_the_trees_that_ship(kind: PageKind) -> None:
    """Paths of several questions, the same column asked more than once."""
    for look in looks(kind):
        table = np.random.default_rng(2).normal(size=(len(look.columns), 5)).astype(np.float32) * 20
        leaves = look.leaves(table, range(len(table)))
        told = [look.value[look.roots].sum() + look.moved(leaves[:, at]).sum() for at in range(5)]
        assert told == pytest.approx(look.scores(leaves).tolist())


def test_a_long_page_is_scored_like_its_parts() -> None:
    """Blocks are judged some hundred at once; where they are parted makes no difference."""
    trees = weights_for("text").first
    table = np.random.default_rng(1).normal(size=(len(trees.columns), 1300)).astype(np.float32) * 20
    rows = range(len(table))
    parts = [trees.leaves(table[:, at : at + 100], rows) for at in range(0, 1300, 100)]
    assert (trees.leaves(table, rows) == np.concatenate(parts, axis=1)).all()


def test_weights_are_read_from_their_mapping() -> None:
    """The form that the training writes."""
    weights = Weights.from_mapping({"first": TWO, "second": TWO, "change": 2, "lean": 0.5})
    assert (weights.first.columns, weights.second.depth) == (("words", "bars"), 1)
    assert (weights.change, weights.lean, weights.learned) == (2.0, 0.5, frozenset())


def test_rules_that_the_trees_ask_about_are_known_by_name() -> None:
    """They speak through the weights, all others for themselves."""
    trees = {**TWO, "columns": ["words", "rule promo/app"]}
    weights = Weights.from_mapping({"first": trees, "second": TWO, "change": 2, "lean": 0})
    assert weights.learned == {"promo/app"}
