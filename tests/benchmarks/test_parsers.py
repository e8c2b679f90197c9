"""The clock over single lines."""

from __future__ import annotations

from benchmarks import parsers
from benchmarks.suites import Item, Suite


def test_every_parser_is_timed_on_every_line() -> None:
    """A figure for each of the five and for the yardstick, none of them nothing."""
    gold = {"kind": "dateline", "lang": "en", "site": "index:1", "expect": None}
    items = (Item("a", "PARIS, Oct 22 (Reuters) - The story begins here.", gold), Item("b", "By Ann Lee", gold))
    times = parsers.measure(Suite("lines", "datelines", "line", items), rounds=2)
    assert set(times.parsers) == {"dateline", "byline", "dates", "credit", "source"}
    assert times.lines == 2
    assert times.together > 0
    assert "together" in parsers.as_text(Suite("lines", "datelines", "line", items), times)
