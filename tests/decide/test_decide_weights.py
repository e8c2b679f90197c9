"""The data file of the learned weights, and the words in which its features are said."""

from __future__ import annotations

import json
import math
from importlib import resources
from typing import get_args

import pytest
from conftest import pages

from cleaner.decide.context import describe_context
from cleaner.decide.dom import describe_dom
from cleaner.decide.structure import describe
from cleaner.decide.weights import Linear, Weights, weights_for
from cleaner.decide.words import measure, say
from cleaner.model import PageKind
from cleaner.options import Options
from cleaner.readers import read
from cleaner.rules import RULES, judge, rule_name
from cleaner.segment import segment

KINDS: tuple[PageKind, ...] = get_args(PageKind)


def looks(kind: PageKind) -> tuple[Linear, Linear]:
    """Both looks of the weights that ship."""
    weights = weights_for(kind)
    return weights.first, weights.second


def test_the_file_holds_weights_for_both_kinds_of_page_and_no_other() -> None:
    """HTML knows what flattened text does not, and each is weighed for itself."""
    text = (resources.files("cleaner.decide") / "weights.json").read_text(encoding="utf-8")
    assert sorted(json.loads(text)) == sorted(KINDS)


def test_the_file_is_small() -> None:
    """It goes into every worker of every installation: less than 2 MB."""
    assert len((resources.files("cleaner.decide") / "weights.json").read_bytes()) < 2_000_000


@pytest.mark.parametrize("kind", KINDS)
def test_every_weight_is_a_finite_number(kind: PageKind) -> None:
    """Neither an infinite weight nor a cost below zero came out of the training."""
    assert weights_for(kind).change >= 0
    for look in looks(kind):
        assert look.weights
        assert all(math.isfinite(weight) for weight in (look.bias, *look.weights.values()))


@pytest.mark.parametrize("kind", KINDS)
def test_every_weight_can_be_said_in_words(kind: PageKind) -> None:
    """No explanation fails for want of a word, and none shows a feature's bare name."""
    for look in looks(kind):
        for feature in look.weights:
            said = say(feature)
            assert said.strip()
            assert "{" not in said
            assert "=" not in said


@pytest.mark.parametrize("kind", KINDS)
def test_the_weights_name_no_rule_that_does_not_exist(kind: PageKind) -> None:
    """A renamed rule would lose its weight without a word."""
    known = {rule_name(rule) for rule in RULES}
    used = {
        feature.partition("=")[2]
        for look in looks(kind)
        for feature in look.weights
        if feature.startswith(("rule", "keep"))
    }
    assert used <= known


def test_every_feature_that_a_page_can_have_can_be_said() -> None:
    """The next training may give any of them a weight."""
    for sample in pages()[::4]:
        blocks = segment(read(sample.data, kind=sample.kind, options=Options()))
        features = describe(blocks, judge(blocks), "en")
        describe_dom(blocks, features)
        features += describe_context(blocks, [0.5] * len(blocks))
        assert all(say(feature) for own in features for feature in own)


@pytest.mark.parametrize(("feature", "said"), [
    ("rule=trending/heading-run", "rule trending/heading-run"),
    ("keep?=keep/quotation", "rule keep/quotation"),
    ("mark=copyright:start", "a furniture phrase (copyright, start)"),
    ("under=trending|2", "the heading above it (trending)"),
    ("class=sidebar", "its class or id word `sidebar`"),
    ("above 4=3", "how story-like the lines above it are"),
])  # fmt: skip
def test_a_feature_is_said_in_plain_words(feature: str, said: str) -> None:
    """What a reader of the ledger sees."""
    assert say(feature) == said


def test_a_block_is_measured_in_words() -> None:
    """One word is not `words`, and the end is named."""
    one, two, three = segment(read("Home\n\nThe council voted.\n\nRead on:", kind="text"))
    assert measure(one) == "1 word, no sentence end"
    assert measure(two) == "3 words, ends a sentence"
    assert measure(three) == "2 words, ends in a colon"


def test_weights_make_a_sum_and_unknown_features_weigh_nothing() -> None:
    """A linear sum: the bias and one weight a feature."""
    look = Linear(0.5, {"a": 1.0, "b": -2.0})
    assert look.score(["a", "b", "never seen"]) == -0.5
    assert look.evidence(["a", "b", "never seen"]) == (("b", -2.0), ("a", 1.0))


def test_weights_are_read_from_their_mapping() -> None:
    """The form that the training writes."""
    look = {"bias": 1, "weights": {"a": 0.5}}
    weights = Weights.from_mapping({"first": look, "second": look, "change": 2})
    assert (weights.first.score(["a"]), weights.second.score([]), weights.change) == (1.5, 1.0, 2.0)
