"""What is kept against the evidence, and that it is said."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from made_weights import made

from cleaner.decide import Decision, decide
from cleaner.decide.weights import Weights
from cleaner.model import Block, Call, Hit, Verdict
from cleaner.readers import read
from cleaner.rules import judge
from cleaner.segment import segment

STORY = (
    "The council of Aldermoor voted on Tuesday to keep its last public bath open until the end of the winter, after "
    "a debate that went on past midnight and was followed by more than two hundred people.",
    "Heating the bath costs about 310,000 pounds a year, more than Aldermoor spends on all of its playgrounds, "
    "and a survey in March found long cracks in the roof above the deep end.",
    "Opponents had asked for the money to go to the road along the river, which floods every spring and cuts two "
    "villages off from the school, the shops and the only surgery.",
    "It will not be cheap.",
)


def flattened(*lines: str) -> tuple[Block, ...]:
    """Blocks of flattened text."""
    return segment(read("\n".join(lines), kind="text"))


def marked_up(*paragraphs: str) -> tuple[Block, ...]:
    """Blocks of HTML."""
    return segment(read("".join(f"<p>{text}</p>" for text in paragraphs), kind="html"))


def against(bias: float) -> Weights:
    """Weights that find every block to be furniture, this surely."""
    return made(bias)


def decided(blocks: Sequence[Block], bias: float, *hits: Hit) -> Decision:
    """The decision with the weights against every block."""
    return decide(blocks, hits, kind="html" if blocks[0].dom else "text", language="en", weights=against(bias))


def kept(decision: Decision) -> list[str]:
    """Texts of the kept blocks."""
    return [verdict.block.text for verdict in decision.verdicts if verdict.kept]


def shipped(*lines: str) -> list[Verdict]:
    """The verdicts of rules and weights as they ship."""
    blocks = flattened(*lines)
    return list(decide(blocks, judge(blocks), kind="text", language="en").verdicts)


def test_prose_is_kept_on_a_page_that_would_lose_nearly_all_of_it() -> None:
    """Losing the story is worse than keeping junk."""
    decision = decided(marked_up(*STORY, "Home"), -1.0)
    assert kept(decision) == list(STORY[:3])


def test_a_heavy_loss_is_warned_of_with_its_size() -> None:
    """The warning has the contract's code and says how much was kept against the evidence."""
    decision = decided(marked_up(*STORY, "Home"), -1.0)
    (warning,) = decision.warnings
    assert warning.startswith("heavy-loss: 3 blocks (")
    assert f"({sum(map(len, STORY[:3]))} characters)" in warning


def test_what_the_guard_keeps_is_named_after_the_guard() -> None:
    """A reader of the explanation learns that the evidence was overruled."""
    verdict = decided(marked_up(*STORY), -1.0).verdicts[0]
    assert (verdict.kept, verdict.rule) == (True, "decide/loss-guard")
    assert "reads like story" in verdict.why
    assert verdict.score == -1.0


def test_a_page_of_sure_furniture_is_not_guarded() -> None:
    """Where everything speaks against the prose, the page has no story, and no warning of its loss."""
    decision = decided(marked_up(*STORY), -4.0)
    assert kept(decision) == []
    assert decision.warnings == ()


def test_a_page_that_keeps_its_story_is_not_guarded() -> None:
    """One teaser that goes from a page that keeps the rest is no loss."""
    blocks = marked_up(*STORY, *STORY[:1])
    teaser = Hit(4, Call.DROP, 0.9, "a teaser", "x/teaser")
    weights = made(1.0, ("drop", teaser.weight, -2.0))
    decision = decide(blocks, [teaser], kind="html", language="en", weights=weights)
    assert kept(decision) == list(STORY)
    assert decision.warnings == ()


def test_lines_that_no_rule_names_are_kept_in_a_text_without_furniture() -> None:
    """Such a text was cleaned before, or was never on a page."""
    decision = decided(flattened("A short note", *STORY), -4.0)
    assert kept(decision) == ["A short note", *STORY]
    assert decision.warnings == ()


def test_what_the_guard_of_clean_text_keeps_is_explained() -> None:
    """Its verdict names the guard and says why."""
    verdict = decided(flattened("A short note", *STORY), -4.0).verdicts[0]
    assert verdict.rule == "decide/clean-text"
    assert verdict.why == "no rule names it, and the text around it is clean"


def test_a_line_that_a_rule_surely_names_goes_from_a_clean_text_too() -> None:
    """The guard protects what nobody named, not what somebody did."""
    junk = Hit(4, Call.DROP, 0.9, "an advertising mark", "promo/advertising")
    blocks = flattened(*STORY, "Advertisement")
    weights = made(1.0, ("rule promo/advertising", junk.weight, -4.0))
    decision = decide(blocks, [junk], kind="text", language="en", weights=weights)
    assert kept(decision) == list(STORY)
    assert decision.verdicts[4].rule == "promo/advertising"


def test_a_page_full_of_named_furniture_is_not_clean() -> None:
    """Where rules are sure and much would go, unnamed lines go with it."""
    lines = ("Home", "News", "An unnamed line of some words that stands among the furniture", "Sport", "Weather")
    hits = [Hit(index, Call.DROP, 0.9, "a menu", "navigation/menu-line") for index in (0, 1, 3, 4)]
    assert kept(decided(flattened(*lines), -4.0, *hits)) == []


def test_a_clean_text_is_kept_whole_by_what_ships() -> None:
    """Not a word of a story goes that came without a page around it."""
    verdicts = shipped(*STORY)
    assert [verdict.block.text for verdict in verdicts if verdict.kept] == list(STORY)


@pytest.mark.parametrize("junk", ["Advertisement", "© 2024 Aldermoor Post. All rights reserved.", "Share on Facebook"])
def test_junk_at_the_end_of_a_clean_text_goes_by_what_ships(junk: str) -> None:
    """One line of furniture does not pass because all the rest is story."""
    verdicts = shipped("Aldermoor keeps its bath", *STORY[:3], junk)
    assert [verdict.block.text for verdict in verdicts if not verdict.kept] == [junk]
    assert not verdicts[-1].rule.startswith("decide/")


def test_a_story_of_short_paragraphs_goes_on_below_a_link_amid_it() -> None:
    """Each sentence right below story stays, though together they look like the page's end."""
    story = (
        "The parish council of Aldermoor approved a new footbridge over the river Tave on Wednesday, to join the mill "
        "quarter to the old town.",
        "Its chairman, Osric Dahl, said that the bridge would cost 420,000 pounds and that half of it would come from "
        "the county.",
        "The opposition voted against, because it finds the study of the flood plain incomplete.",
        "Work is to begin in September and to last fourteen months.",
    )
    lines = ("Aldermoor Journal", "Home", "Politics", "Sport", "Sign in", "New footbridge over the Tave approved",
             "12 March 2025, 18:04", "Share", *story[:2], "Read also: Fire destroys warehouse in Aldermoor",
             *story[2:], "Most read", "1", "Fair comes back to Aldermoor in June", "2", "Chess club wins county cup",
             "Newsletter", "© 2025 Aldermoor Journal. All rights reserved.", "Terms and conditions")  # fmt: skip
    stayed = [verdict.block.text for verdict in shipped(*lines) if verdict.kept]
    assert stayed[-4:] == list(story)
