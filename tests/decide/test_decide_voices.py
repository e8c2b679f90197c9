"""Rules speak through the weights, and for themselves: half as loud where the weights know them."""

from __future__ import annotations

from cleaner.decide import thresholds
from cleaner.decide.voices import voices
from cleaner.model import Call, Hit


def test_a_rule_that_the_weights_know_speaks_half_as_loud() -> None:
    """They weigh its hits among all else."""
    hits = [Hit(0, Call.DROP, 0.9, "a button", "social/share-bar")]
    assert voices(hits, frozenset()) == (("rule social/share-bar", -thresholds.VOICE_DROP),)
    assert voices(hits, {"social/share-bar"}) == (("rule social/share-bar", -thresholds.VOICE_DROP / 2),)


def test_of_several_the_loudest_on_each_side_speaks() -> None:
    """What two rules see of one thing counts once."""
    hits = [
        Hit(0, Call.DROP, 0.5, "a menu's word", "navigation/menu-line"),
        Hit(0, Call.DROP, 0.9, "a pack's word", "pack/house"),
        Hit(0, Call.KEEP, 0.6, "among prose", "keep/quotation"),
    ]
    spoken = dict(voices(hits, frozenset()))
    assert spoken == {"rule pack/house": -thresholds.VOICE_DROP, "rule keep/quotation": thresholds.UNSURE_KEEP}


def test_a_settling_rule_is_as_loud_when_the_weights_know_it() -> None:
    """The headline stands in the title once, whatever was learned."""
    rule = "repeats/repeated-title"
    assert voices([Hit(0, Call.DROP, 0.95, "the headline again", rule)], {rule}) == (
        (f"rule {rule}", -thresholds.SETTLING[rule]),
    )
