"""What the training writes is what it learned."""

from __future__ import annotations

import json

import lightgbm
import numpy as np
import pytest

from benchmarks.train import PARAMETERS, as_text, shipped
from cleaner.decide.trees import Trees
from cleaner.decide.weights import Weights


def learned() -> tuple[lightgbm.Booster, np.ndarray]:
    """A small model of four columns, the third of them noise, and a table that it judges."""
    draw = np.random.default_rng(3)
    table = draw.normal(size=(3000, 4)).astype(np.float32)
    labels = (table[:, 0] + table[:, 1] * table[:, 3] > 0).astype(int)
    return lightgbm.train(dict(PARAMETERS), lightgbm.Dataset(table[:2500], labels[:2500]), 20), table[2500:]


def test_the_trees_that_ship_score_as_the_model_that_was_learned() -> None:
    """To the digits that the file keeps of each leaf."""
    model, table = learned()
    trees = Trees.from_mapping(shipped(model, ("a", "b", "c", "d")))
    rows = trees.rows(("a", "b", "c", "d"))
    scores = trees.scores(trees.leaves(np.ascontiguousarray(table.T), rows))
    assert scores.tolist() == pytest.approx(np.asarray(model.predict(table, raw_score=True)).tolist(), abs=0.002)


def test_the_file_is_read_back_as_it_was_written() -> None:
    """JSON, one tree a line, with both looks and the cost of a change."""
    look = shipped(learned()[0], ("a", "b", "c", "d"))
    text = as_text({"first": look, "second": look, "change": 0.4, "lean": 0.2})
    assert json.loads(text) == {"first": look, "second": look, "change": 0.4, "lean": 0.2}
    assert len(text.splitlines()) > 40
    assert Weights.from_mapping(json.loads(text)).change == 0.4
