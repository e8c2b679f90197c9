"""What an extractor chose, as evidence on blocks and never as a verdict."""

from __future__ import annotations

from typing import Any

import pytest

from cleaner.readers import read
from cleaner.segment import segment

STORY = (
    "The council of Aldermoor voted on Tuesday to keep its last public bath open until the end of the winter.",
    "Heating the bath costs about 310,000 pounds a year, more than Aldermoor spends on all its playgrounds together.",
    "Opponents had asked for the money to go to the road along the river, which floods every spring.",
    "A survey found cracks in the roof, but engineers say that the hall is safe for at least another winter.",
)
MARKUP = f"""<html><body>
<nav><ul><li><a href="/">Home</a></li><li><a href="/n">News</a></li><li><a href="/s">Sport</a></li>
<li>Where the old bath is</li></ul></nav>
<article><h1>Aldermoor keeps its bath</h1>{"".join(f"<p>{text}</p>" for text in STORY)}</article>
<footer><p>Aldermoor Post, 12 Mill Lane, Aldermoor. All rights reserved.</p></footer>
</body></html>"""


def chosen() -> dict[str, float]:
    """Share chosen of every block of the page."""
    return {block.text: block.dom.chosen for block in segment(read(MARKUP, kind="html")) if block.dom}


def test_story_paragraphs_are_chosen_and_the_menu_is_not() -> None:
    """On a plain page the extractor's choice and ours agree."""
    shares = chosen()
    assert [shares[paragraph] for paragraph in STORY] == [1.0] * 4
    assert [shares[item] for item in ("Home", "News", "Sport")] == [0.0] * 3


class _Found:
    """What the extractor hands back."""

    def __init__(self, text: str) -> None:
        self.text = text


def test_a_paragraph_that_was_chosen_in_part_has_a_share_between(monkeypatch: pytest.MonkeyPatch) -> None:
    """Extractors cut paragraphs at their inline elements; half of one is half the evidence."""
    half = " ".join(STORY[0].split()[:10])
    monkeypatch.setattr("trafilatura.bare_extraction", lambda *_, **__: _Found(half))
    shares = chosen()
    assert 0.2 < shares[STORY[0]] < 0.8
    assert shares[STORY[1]] == 0.0


def test_a_short_block_counts_only_as_a_whole_line(monkeypatch: pytest.MonkeyPatch) -> None:
    """`Home` within a chosen sentence does not choose the menu."""
    monkeypatch.setattr("trafilatura.bare_extraction", lambda *_, **__: _Found("Home is where the old bath is.\nSport"))
    shares = chosen()
    assert (shares["Home"], shares["Where the old bath is"], shares["Sport"]) == (0.0, 0.0, 1.0)


@pytest.mark.parametrize("fault", [ValueError, TypeError, AttributeError, LookupError, RecursionError])
def test_a_page_on_which_the_extractor_fails_is_segmented_without_it(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture, fault: type[Exception]
) -> None:
    """Its evidence is one among many; that it is missing is said."""

    def fail(*_: Any, **__: Any) -> None:
        raise fault("broken markup")

    monkeypatch.setattr("trafilatura.bare_extraction", fail)
    shares = chosen()
    assert list(shares)[-5:-1] == list(STORY)
    assert set(shares.values()) == {0.0}
    assert f"trafilatura failed on a page ({fault.__name__}: broken markup)" in caplog.text


def test_a_page_from_which_nothing_is_chosen_is_segmented_all_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    """The extractor answers None where it finds no story."""
    monkeypatch.setattr("trafilatura.bare_extraction", lambda *_, **__: None)
    assert set(chosen().values()) == {0.0}


def test_asking_six_times_gives_the_same_answer() -> None:
    """A leading extractor forgets what it returned three times before; its duplicate memory is not used."""
    assert len({tuple(chosen().items()) for _ in range(6)}) == 1


def test_flattened_text_asks_no_extractor(monkeypatch: pytest.MonkeyPatch) -> None:
    """There is no markup to ask about."""

    def fail(*_: Any, **__: Any) -> None:
        raise AssertionError("asked")

    monkeypatch.setattr("trafilatura.bare_extraction", fail)
    assert [block.dom for block in segment(read("\n".join(STORY), kind="text"))] == [None] * 4
