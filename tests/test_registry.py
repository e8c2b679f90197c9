"""The registry of rules, and the engine that runs them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from types import ModuleType
from typing import cast

import pytest

import cleaner
from cleaner import rules
from cleaner.errors import ConfigError, RuleError
from cleaner.model import Block, Call, Hit
from cleaner.rules import rule_name
from cleaner.rules.protocol import Rule

ROOM = Path(str(cleaner.__file__)).parent / "rules"
HEADINGS = ["What it drops", "Why it is junk", "What it must keep", "Example", "Since"]
KEEPING = ["What it keeps", "Why it is story", "What it must drop", "Example", "Since"]

BLOCKS = tuple(Block(index, text, text.casefold(), index + 1, index + 1, words=2) for index, text in enumerate("ab"))


def fake(name: str, hits: Iterable[Hit]) -> Rule:
    """A rule that says what it is told to."""
    module = ModuleType(f"cleaner.rules.{name}")
    vars(module)["judge"] = lambda blocks: hits
    return cast("Rule", module)


def hit(block: int, weight: float = 0.5) -> Hit:
    """A hit that tries to sign for another rule."""
    return Hit(block, Call.DROP, weight, "because", rule="forged/name")


@pytest.mark.parametrize("rule", rules.RULES, ids=rule_name)
def test_a_rule_has_the_one_shape(rule: Rule) -> None:
    """Its docstring has the fixed headings in order, each with text, and it fits on a few screens."""
    assert isinstance(rule, ModuleType)
    opening, *sections = (rule.__doc__ or "").strip().split("\n\n")
    assert opening.endswith("."), "a rule's docstring opens with a sentence"
    parts = [section.partition(": ") for section in sections]
    assert [heading for heading, _, _ in parts] in (HEADINGS, KEEPING)
    assert all(text.strip() for _, _, text in parts), "a heading without text"
    assert re.fullmatch(r"\d+\.\d+\.\d+", parts[-1][2])
    assert len(Path(str(rule.__file__)).read_text(encoding="utf-8").splitlines()) <= 130


def test_every_rule_module_is_registered_once() -> None:
    """A module in a family's folder that the registry forgot would never run."""
    modules = {
        path.relative_to(ROOM).with_suffix("").as_posix().replace("_", "-")
        for path in ROOM.glob("*/*.py")
        if not path.name.startswith("_")
    }
    names = [rule_name(rule) for rule in rules.RULES]
    assert len(names) == len(set(names))
    assert modules == set(names)


def test_no_rule_says_anything_of_an_empty_page() -> None:
    """A page without blocks is a page like any other."""
    assert rules.judge(()) == ()


def test_a_rule_is_named_by_its_path() -> None:
    """The name that the ledger prints leads to the file."""
    assert rule_name(fake("footer.terms_bar", [])) == "footer/terms-bar"


def test_a_rule_is_found_by_its_name() -> None:
    """Every name that is listed can be looked up."""
    assert all(rules.find(rule_name(rule)) is rule for rule in rules.RULES)


def test_an_unknown_rule_is_refused_with_the_names_that_come_close() -> None:
    """A misspelt name must not be taken for a rule that never hits."""
    with pytest.raises(ConfigError, match="footer/copyright"):
        rules.find("footer/copyrigth")
    with pytest.raises(ConfigError, match="cleaner rules list"):
        rules.judge(BLOCKS, disable=["???"])


def test_hits_are_signed_by_the_engine_and_ordered_by_block(monkeypatch: pytest.MonkeyPatch) -> None:
    """No rule signs for another; within a block the registry's order stands."""
    monkeypatch.setattr(rules, "RULES", (fake("a.one", [hit(1), hit(0)]), fake("a.two_three", [hit(0)])))
    found = [(h.block, h.rule) for h in rules.judge(BLOCKS)]
    assert found == [(0, "a/one"), (0, "a/two-three"), (1, "a/one")]


def test_a_disabled_rule_is_silent(monkeypatch: pytest.MonkeyPatch) -> None:
    """`disable` leaves out the rule it names and no other."""
    monkeypatch.setattr(rules, "RULES", (fake("a.one", [hit(0)]), fake("a.two", [hit(0)])))
    assert [h.rule for h in rules.judge(BLOCKS, disable=["a/one"])] == ["a/two"]


@pytest.mark.parametrize("bad", [hit(2), hit(-1), hit(0, 0.0), hit(0, 1.01), hit(0, float("nan"))])
def test_a_hit_outside_the_contract_is_refused(bad: Hit, monkeypatch: pytest.MonkeyPatch) -> None:
    """A block that does not exist or a weight that is none is a fault of the rule, which is named."""
    monkeypatch.setattr(rules, "RULES", (fake("a.bad_one", [bad]),))
    with pytest.raises(RuleError, match="a/bad-one"):
        rules.judge(BLOCKS)


def test_an_exception_in_a_rule_names_the_rule(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever reads the message learns which rule to look at or to leave out."""

    def failing(blocks: Sequence[Block]) -> Iterator[Hit]:
        yield hit(0)
        raise ZeroDivisionError(f"{len(blocks)} blocks")

    rule = fake("a.failing", [])
    vars(rule)["judge"] = failing
    monkeypatch.setattr(rules, "RULES", (rule,))
    with pytest.raises(RuleError, match=r"a/failing.*ZeroDivisionError: 2 blocks"):
        rules.judge(BLOCKS)
