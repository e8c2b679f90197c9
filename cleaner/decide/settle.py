"""Deciding until nothing changes, so that a cleaned text cleaned again is the same text.

A line's score leans on what stands around it: once a menu is gone, the notice that stood amid the story
beside it may be surer junk than before. So flattened text is decided on again, as if what was dropped had
never been there, until a look drops nothing more. What is dropped late carries that look's verdict.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

from cleaner.decide import Decision, decide, thresholds
from cleaner.decide.weights import Weights
from cleaner.model import Block, Hit, PageKind, Verdict

Judge = Callable[[Sequence[Block]], Sequence[Hit]]


def decide_until_settled(
    blocks: Sequence[Block], judge: Judge, *, kind: PageKind, language: str | None, weights: Weights | None = None
) -> Decision:
    """The decision on a page's blocks; `judge` gives the rules' hits on any sequence of blocks.

    HTML is decided on once: its blocks do not lose the evidence of the DOM when others go.
    """
    look = partial(decide, kind=kind, language=language, weights=weights)
    decision = look(blocks, judge(blocks))
    if kind == "html":
        return decision
    for _ in range(thresholds.MOST_LOOKS):
        late = _look_again(decision.verdicts, judge, look)
        if not late:
            break
        verdicts = tuple(late.get(verdict.block.index, verdict) for verdict in decision.verdicts)
        decision = replace(decision, verdicts=verdicts)
    return decision


def _look_again(verdicts: tuple[Verdict, ...], judge: Judge, look: Callable[..., Decision]) -> dict[int, Verdict]:
    """Verdicts of a look at the kept blocks alone, by index, where it drops what was kept."""
    left = [verdict for verdict in verdicts if verdict.kept or verdict.block.headline]
    doubtful = any(verdict.kept and verdict.score < thresholds.SURELY_KEPT for verdict in left)
    if len(left) in (0, len(verdicts)) or not doubtful:
        return {}
    alone = [replace(verdict.block, index=index) for index, verdict in enumerate(left)]
    return {
        before.block.index: _at(after, before.block)
        for before, after in zip(left, look(alone, judge(alone)).verdicts, strict=True)
        if before.kept and not after.kept
    }


def _at(verdict: Verdict, block: Block) -> Verdict:
    """The verdict of a later look, told of the block where it stands on the whole page."""
    return replace(verdict, block=block, hits=tuple(replace(hit, block=block.index) for hit in verdict.hits))
