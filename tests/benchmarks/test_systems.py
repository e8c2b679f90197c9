"""The peers whose rules are written out here, and the running of systems."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from benchmarks import runner, systems
from benchmarks.scoring import score
from benchmarks.suites import Item, Suite

STORY = "The ferry to Port Arvel sails again after two winters."


def text_of(name: str, text: str, **gold: Any) -> str:
    """What a system makes of a flattened text."""
    return str(systems.SYSTEMS[name].run(Item("a", text, gold))["text"])


@pytest.mark.parametrize(
    "junk",
    [
        "Home News Sport Weather Travel",
        "Read more.",
        "The ferry to Port Arvel sails again...",
        "Please enable JavaScript to see this page.",
        "This site uses cookies to remember you.",
    ],
)
def test_c4_drops_lines_that_end_in_no_mark_are_short_or_name_cookies(junk: str) -> None:
    """Each of its line rules, beside a line that it keeps."""
    assert text_of("c4", f"{junk}\n  {STORY}  ") == STORY


def test_keep_changes_nothing() -> None:
    """The floor of every comparison."""
    assert text_of("keep", f"Menu\n{STORY}\n") == f"Menu\n{STORY}\n"


def test_justext_sees_lines_as_paragraphs() -> None:
    """A long line of function words is story, a short one without them is not; markup characters stay text."""
    pytest.importorskip("justext")
    long = (
        f"{STORY} It was the one thing that the people of the town had asked for, and they got <all> of it & more. "
        "The first boat of the year will be at the pier before the sun is up, and there will be tea for all who come."
    )
    assert text_of("justext", f"Menu\n\n{long}", lang="en") == long
    assert text_of("justext", " \n", lang="ja") == ""


def test_a_suite_is_given_to_the_systems_that_can_do_it() -> None:
    """HTML has trafilatura beside the project, flattened text the line rules."""
    pages, texts = Suite("a", "bodies", "html", ()), Suite("a", "bodies", "flat", ())
    assert [system.name for system in systems.systems_for(pages)] == ["cleaner", "trafilatura"]
    assert [system.name for system in systems.systems_for(texts)] == ["cleaner", "c4", "justext", "keep"]
    assert [system.name for system in systems.systems_for(texts, ("keep", "trafilatura"))] == ["keep"]


class Counter:
    """A slow system that counts its calls, and fails on the text `break`."""

    def __init__(self) -> None:
        self.calls = 0

    def __call__(self, item: Item) -> dict[str, Any]:
        self.calls += 1
        if item.source == "break":
            raise RuntimeError("no paragraph")
        return {"text": item.source}


@pytest.fixture
def slow(monkeypatch: pytest.MonkeyPatch) -> systems.System:
    """A slow system in the registry."""
    system = systems.System("slow", None, frozenset({systems.FLAT}), Counter(), slow=True)
    monkeypatch.setattr(runner, "SYSTEMS", {"slow": system})
    return system


def suite_of(*texts: str) -> Suite:
    """A suite of flattened texts that are their own gold."""
    return Suite("town", "bodies", "flat", tuple(Item(str(n), text, {"text": text}) for n, text in enumerate(texts)))


def test_a_cached_prediction_is_used_until_its_input_changes(slow: systems.System, tmp_path: Path) -> None:
    """The second run asks for nothing, the third for the one text that is new."""
    for suite, calls in ((suite_of("one", "two"), 2), (suite_of("one", "two"), 2), (suite_of("one", "three"), 3)):
        predictions = runner.predict(suite, slow, cache=tmp_path)
        assert slow.run.calls == calls  # type: ignore[attr-defined]  # the counter above
        assert score(suite, predictions).groups["all"]["bow"] == 1.0


def test_a_failure_is_counted_and_scores_as_empty(slow: systems.System, capsys: pytest.CaptureFixture[str]) -> None:
    """One page on which a system breaks does not end the run."""
    suite = suite_of("one", "break")
    predictions = runner.predict(suite, slow)
    assert "slow failed on 1 of 2; first 1: RuntimeError: no paragraph" in capsys.readouterr().err
    scores = score(suite, predictions)
    assert scores.values == (("1", 0.0), ("0", 1.0))
    assert scores.groups["all"]["failed"] == 1
