"""`explain`, `rules`, `schema`, `--help`, `--version`."""

from __future__ import annotations

import json
from collections.abc import Callable
from importlib.metadata import version
from pathlib import Path

import pytest
from click.testing import Result

from cleaner import writers
from cleaner.rules import RULES, rule_name

Run = Callable[..., Result]


def test_explain_tells_every_line_without_colour_in_a_pipe(pages: Path, cleaner: Run) -> None:
    """Colours are for terminals."""
    result = cleaner("explain", "pages/ferry.txt")
    assert result.exit_code == 0
    assert "\x1b" not in result.stdout
    assert "     3 +  The ferry to Lundholm" in result.stdout


def test_explain_of_a_page_that_cannot_be_read_is_one_line(pages: Path, cleaner: Run) -> None:
    """As in `clean`."""
    result = cleaner("explain", "gone.txt")
    assert result.exit_code == 1
    assert result.stderr.startswith("cleaner: gone.txt: no such file")


def test_rules_are_listed_in_their_order_with_a_line_each(cleaner: Run) -> None:
    """Name and what it is about."""
    lines = cleaner("rules", "list").stdout.splitlines()
    assert [line.split()[0] for line in lines] == [rule_name(rule) for rule in RULES]
    assert all(len(line.split()) > 2 for line in lines)


def test_a_rule_is_shown_in_its_own_words(cleaner: Run) -> None:
    """The docstring of its module, headings and example with it."""
    name = rule_name(RULES[0])
    shown = cleaner("rules", "show", name).stdout
    assert shown.startswith(f"{name}\n{'=' * len(name)}\n\n")
    assert "What it drops" in shown


def test_an_unknown_rule_is_exit_code_two_with_the_names_that_come_close(cleaner: Run) -> None:
    """A misspelling is the usual fault."""
    name = rule_name(RULES[0])
    result = cleaner("rules", "show", name[:-1])
    assert result.exit_code == 2
    assert result.stderr.startswith("cleaner: rules: there is no rule")
    assert name in result.stderr


def test_the_schema_is_printed_as_json(cleaner: Run) -> None:
    """For whoever validates in another language."""
    assert json.loads(cleaner("schema").stdout) == writers.schema()


def test_the_version_is_the_packages(cleaner: Run) -> None:
    """One number, one place."""
    assert cleaner("--version").stdout == f"cleaner {version('cleaner')}\n"


@pytest.mark.parametrize(
    "words", [(), ("clean",), ("batch",), ("explain",), ("schema",), ("rules",), ("rules", "list"), ("rules", "show")]
)
def test_every_help_text_has_an_example(cleaner: Run, words: tuple[str, ...]) -> None:
    """An example says more than a list of options, and no line is too wide to read."""
    result = cleaner(*words, "--help")
    assert result.exit_code == 0
    assert " ".join(["  cleaner", *words]) in result.stdout
    assert max(len(line) for line in result.stdout.splitlines()) <= 100


def test_explain_takes_what_clean_takes(pages: Path, cleaner: Run) -> None:
    """Otherwise it would explain another decision than the one that was made."""
    told = cleaner("explain", "pages/ferry.txt", "--url", "https://news.example/ferry", "--lang", "da").stdout
    assert "https://news.example/ferry" in told
    assert "language  da" in told
    small = cleaner("explain", "pages/ferry.txt", "--max-bytes", "10")
    assert small.exit_code == 1
    assert "more than 10 bytes" in small.stderr
