"""Verdicts: one a block, named after what decided it, the same each time."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from conftest import pages
from hypothesis import given
from hypothesis import strategies as st
from made_weights import made

from cleaner.decide import Decision, decide
from cleaner.decide.weights import Weights
from cleaner.model import Block, Call, Hit, Verdict
from cleaner.readers import read
from cleaner.rules import judge
from cleaner.segment import segment

MARKUP = "<h1>The vote of Aldermoor</h1><p>Home</p><p>The council voted to keep the bath open.</p><p>Share this</p>"


def html(markup: str = MARKUP) -> tuple[Block, ...]:
    """Blocks of HTML: no guard of clean text looks at them."""
    return segment(read(markup, kind="html"))


def verdict_on(index: int, hits: Sequence[Hit], weights: Weights) -> Verdict:
    """The verdict on one block of the page."""
    return decide(html(), hits, kind="html", language="en", weights=weights).verdicts[index]


def drop(weight: float, rule: str, block: int = 1) -> Hit:
    """A DROP hit."""
    return Hit(block, Call.DROP, weight, f"why of {rule}", rule)


def keep(weight: float, rule: str, block: int = 1) -> Hit:
    """A KEEP hit."""
    return Hit(block, Call.KEEP, weight, f"why of {rule}", rule)


def test_no_blocks_give_an_empty_decision() -> None:
    """A page without text has nothing to decide and nothing to warn of."""
    assert decide([], [], kind="text", language=None) == Decision(())
    assert decide((), (), kind="html", language="en") == Decision((), ())


def test_a_dropped_block_is_named_after_the_strongest_rule_against_it() -> None:
    """A reader asks which rule took the line."""
    hits = [drop(0.5, "a/weaker"), drop(0.8, "b/stronger"), keep(0.95, "keep/other")]
    verdict = verdict_on(1, hits, made(-2.0))
    assert not verdict.kept
    assert (verdict.rule, verdict.why) == ("b/stronger", "why of b/stronger")


def test_a_kept_block_is_named_after_the_strongest_rule_for_it() -> None:
    """Rules that were overruled stay in its hits and name nothing."""
    hits = [drop(0.9, "a/against"), keep(0.6, "keep/one"), keep(0.7, "keep/two")]
    verdict = verdict_on(1, hits, made(2.0))
    assert verdict.kept
    assert (verdict.rule, verdict.why) == ("keep/two", "why of keep/two")
    assert verdict.hits == tuple(hits)


def test_a_block_that_no_rule_names_is_explained_by_its_evidence() -> None:
    """The learned weights are said in words, beside the block's own shape."""
    verdict = verdict_on(1, [], made(-1.0, ("ends", 0, -1.5), ("kind", 0, 0.5)))
    assert verdict.rule == "decide/reads-as-furniture"
    assert verdict.why == "1 word, no sentence end; moved by how it ends"
    assert verdict.evidence == (("how it ends", -1.5), ("the kind of block it is", 0.5))


def test_a_kept_block_that_no_rule_names_is_explained_by_what_spoke_for_it() -> None:
    """Evidence against it is listed, but does not explain why it was kept."""
    verdict = verdict_on(2, [], made(1.0, ("ends", 3, 1.5), ("kind", 0, -0.5)))
    assert verdict.kept
    assert verdict.rule == "decide/reads-as-story"
    assert verdict.why == "8 words, ends a sentence; moved by how it ends"


def test_a_doubtful_hit_does_not_name_a_verdict() -> None:
    """A rule that only suspects is told among the hits; the evidence explains the verdict."""
    verdict = verdict_on(1, [drop(0.1, "a/suspicion")], made(-1.0, ("ends", 0, -1.5)))
    assert verdict.rule == "decide/reads-as-furniture"
    assert [hit.rule for hit in verdict.hits] == ["a/suspicion"]


def test_a_block_that_follows_its_neighbours_says_so() -> None:
    """Smoothing decides against the block's own score, which nothing else would explain."""
    verdict = verdict_on(1, [], made(2.0, ("ends", 0, -2.5), change=3.0))
    assert verdict.kept
    assert verdict.score < 0
    assert verdict.why == "1 word, no sentence end; its neighbours are alike"


def test_hits_stay_with_their_own_block() -> None:
    """Each verdict holds the word of every rule on its block, and on no other."""
    hits = [drop(0.9, "a/one", 0), drop(0.9, "b/two", 3), keep(0.9, "c/three", 3)]
    decision = decide(html(), hits, kind="html", language="en", weights=made())
    assert [[hit.rule for hit in verdict.hits] for verdict in decision.verdicts] == [
        ["a/one"], [], [], ["b/two", "c/three"]]  # fmt: skip


@pytest.mark.parametrize(("sureness", "kept"), [(0.95, False), (0.9, False), (0.85, True)])
def test_a_sure_repetition_of_the_title_settles_the_matter(sureness: float, kept: bool) -> None:
    """The headline stands in the title once, however much else speaks for the block."""
    verdict = verdict_on(1, [drop(sureness, "repeats/repeated-title")], made(5.0))
    assert verdict.kept is kept


def test_no_other_rule_settles_a_matter_by_itself() -> None:
    """A rule's full word is evidence that the weights weigh."""
    assert verdict_on(1, [drop(1.0, "navigation/menu-line")], made(5.0)).kept


def test_scores_are_above_zero_for_story_where_changes_cost_nothing() -> None:
    """`score` is the log-odds that a reader is promised."""
    weights = made(0.0, ("ends", 3, 1.0), ("ends", 0, -1.0))
    verdicts = decide(html(), [], kind="html", language="en", weights=weights).verdicts
    assert [verdict.kept for verdict in verdicts] == [verdict.score > 0 for verdict in verdicts]
    assert {verdict.kept for verdict in verdicts} == {True, False}


@pytest.mark.parametrize("sample", pages()[::5], ids=lambda sample: sample.slug)
def test_every_verdict_of_a_page_is_explained_in_one_line(sample: object) -> None:
    """With the weights that ship: a rule, a reason, the evidence strongest first and few."""
    page = read(sample.data, kind=sample.kind)  # type: ignore[attr-defined]  # pytest hands the Sample on as it is
    blocks = segment(page)
    decision = decide(blocks, judge(blocks), kind=page.kind, language=None)
    assert [verdict.block for verdict in decision.verdicts] == list(blocks)
    for verdict in decision.verdicts:
        assert "/" in verdict.rule
        assert len(verdict.why.splitlines()) == 1
        assert len(verdict.evidence) <= 5
        assert list(verdict.evidence) == sorted(verdict.evidence, key=lambda pair: -abs(pair[1]))


def test_the_same_page_gives_the_same_verdicts_whatever_was_decided_before() -> None:
    """No state of one page reaches the next."""
    blocks, others = html(), html("<p>Other words entirely.</p>" * 5)
    first = decide(blocks, judge(blocks), kind="html", language="en")
    decide(others, judge(others), kind="html", language=None)
    assert decide(blocks, judge(blocks), kind="html", language="en") == first


LINES = st.lists(
    st.sampled_from(
        ["Home", "TRENDING", "The council voted.", "By A. B.", "12 May 2024", "市议会决定。", "© 2024", "…"]
    )
    | st.text(st.characters(exclude_categories=("Cc", "Cs")), min_size=1, max_size=60),
    max_size=14,
)


@given(lines=LINES, language=st.sampled_from([None, "en", "zh", "xx"]))
def test_any_lines_in_any_language_get_a_verdict_each(lines: list[str], language: str | None) -> None:
    """No page is too odd to be decided on, and no score is infinite or no number."""
    blocks = segment(read("\n".join(lines), kind="text"))
    decision = decide(blocks, judge(blocks), kind="text", language=language)
    assert [verdict.block.index for verdict in decision.verdicts] == list(range(len(blocks)))
    assert all(-1e6 < verdict.score < 1e6 for verdict in decision.verdicts)
