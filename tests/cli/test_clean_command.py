"""`cleaner clean`: data on stdout, talk on stderr, and one line for whatever a user can cause."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result
from jsonschema import Draft202012Validator

from cleaner import writers

Run = Callable[..., Result]


def test_one_page_is_json_that_validates(pages: Path, cleaner: Run) -> None:
    """The contract's record, under the name of its file."""
    result = cleaner("clean", "pages/ferry.txt")
    assert result.exit_code == 0
    record = json.loads(result.stdout)
    Draft202012Validator(writers.schema()).validate(record)
    assert record["id"] == "ferry"
    assert "no mail" in record["text"]
    assert "removed" not in record


def test_the_ledger_is_added_on_demand(pages: Path, cleaner: Run) -> None:
    """`removed` is a list, be it empty."""
    record = json.loads(cleaner("clean", "pages/ferry.txt", "--ledger").stdout)
    Draft202012Validator(writers.schema()).validate(record)
    assert isinstance(record["removed"], list)


def test_what_is_piped_in_is_a_page_without_a_name(pages: Path, cleaner: Run) -> None:
    """With `-` or without a path; the address is the caller's."""
    story = (pages / "ferry.txt").read_text()
    named = cleaner("clean", "-", "--url", "https://news.example/ferry", input=story)
    record = json.loads(named.stdout)
    assert (record["id"], record["url"]) == (None, "https://news.example/ferry")
    assert json.loads(cleaner("clean", input=story).stdout)["text"] == record["text"]


def test_several_pages_are_jsonl(pages: Path, cleaner: Run) -> None:
    """One record a line, in the order they were named."""
    result = cleaner("clean", "pages/sub/ferry.html", "pages/ferry.txt")
    assert [json.loads(line)["id"] for line in result.stdout.splitlines()] == ["ferry", "ferry"]
    assert result.exit_code == 0


def test_several_pages_as_json_are_one_array(pages: Path, cleaner: Run) -> None:
    """Two objects one after the other would be no JSON."""
    result = cleaner("clean", "pages/ferry.txt", "pages/sub/ferry.html", "--to", "json")
    assert len(json.loads(result.stdout)) == 2


def test_several_pages_that_all_fail_as_json_are_an_empty_array(pages: Path, cleaner: Run) -> None:
    """Still JSON."""
    assert json.loads(cleaner("clean", "gone1.txt", "gone2.txt", "--to", "json").stdout) == []


@pytest.mark.parametrize(("to", "opening"), [("md", "# Ferry returns"), ("text", "Ferry returns")])
def test_markdown_and_text_open_with_the_title(pages: Path, cleaner: Run, to: str, opening: str) -> None:
    """Both are for reading."""
    assert cleaner("clean", "pages/ferry.txt", "--to", to).stdout.startswith(opening)


@pytest.mark.parametrize("name", ["gone.txt", "pages", "pages/chart.txt"])
def test_a_page_that_cannot_be_read_is_one_line_and_the_others_are_done(pages: Path, cleaner: Run, name: str) -> None:
    """Missing, a folder, a PDF: what it is and what to do, and exit code 1."""
    result = cleaner("clean", name, "pages/ferry.txt")
    assert result.exit_code == 1
    (line,) = result.stderr.splitlines()
    assert line.startswith(f"cleaner: {name}: ")
    assert ";" in line
    assert len(result.stdout.splitlines()) == 1


def test_a_page_above_the_limit_is_told_with_the_limit(pages: Path, cleaner: Run) -> None:
    """Piped in, no more than the limit is read at all."""
    for result in (
        cleaner("clean", "pages/ferry.txt", "--max-bytes", "100"),
        cleaner("clean", "--max-bytes", "100", input="x" * 1000),
    ):
        assert result.exit_code == 1
        assert "more than 100 bytes" in result.stderr


def test_a_warning_is_a_line_on_stderr(pages: Path, cleaner: Run) -> None:
    """stdout carries data only."""
    result = cleaner("clean", "-", input="")
    assert "cleaner: input: warning: no-body: " in result.stderr
    assert json.loads(result.stdout)["blocks"] == []
    assert result.exit_code == 0


def test_a_file_is_written_whole(pages: Path, cleaner: Run) -> None:
    """And nothing is left beside it."""
    result = cleaner("clean", "pages/ferry.txt", "-o", "out.md", "--to", "md")
    assert result.stdout == ""
    assert Path("out.md").read_text().startswith("# Ferry returns")
    assert sorted(path.name for path in Path().iterdir()) == ["out.md", "pages"]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("-o", "pages/ferry.txt"), "is also an input"),
        (("-o", "pages"), "pages: not a regular file"),
        (("-o", "gone/out.json"), "cannot be written, no such file or directory"),
        (("--to", "md", "--ledger"), "no place for it"),
        (("pages/sub/ferry.html", "--url", "https://x.example"), "a single page"),
        (("--to", "pdf"), "'pdf' is not one of"),
        (("--max-bytes", "0"), "0 is not in the range"),
        (("--lang", "English"), "a primary tag in lower case"),
        (("",), "a PATH is empty"),
    ],
)
def test_wrong_usage_is_exit_code_two(pages: Path, cleaner: Run, arguments: tuple[str, ...], said: str) -> None:
    """And the input stays as it was."""
    before = (pages / "ferry.txt").read_bytes()
    result = cleaner("clean", "pages/ferry.txt", *arguments)
    assert result.exit_code == 2
    assert said in result.stderr
    assert result.stdout == ""
    assert (pages / "ferry.txt").read_bytes() == before


def test_a_fault_of_the_program_is_not_told_as_the_users(
    pages: Path, cleaner: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A missing data file of ours must not read as a full disk, and leaves no half output."""

    def broken(*_: object, **__: object) -> None:
        raise FileNotFoundError("a data file of ours")

    monkeypatch.setattr("cleaner.pipeline.clean", broken)
    with pytest.raises(FileNotFoundError, match="a data file of ours"):
        cleaner("clean", "pages/ferry.txt", "-o", "out.json")
    assert [path.name for path in Path().iterdir()] == ["pages"]


def test_nothing_to_write_leaves_the_output_as_it_was(pages: Path, cleaner: Run) -> None:
    """Yesterday's record is not given up for an empty file."""
    Path("out.json").write_text("yesterday")
    assert cleaner("clean", "gone.txt", "-o", "out.json").exit_code == 1
    assert cleaner("clean", "gone.txt", "pages/chart.txt", "-o", "new.jsonl").exit_code == 1
    assert Path("out.json").read_text() == "yesterday"
    assert sorted(path.name for path in Path().iterdir()) == ["out.json", "pages"]


def test_an_empty_address_is_none(pages: Path, cleaner: Run) -> None:
    """A script's variable may be empty; the page then has no address."""
    assert json.loads(cleaner("clean", "pages/ferry.txt", "--url", "").stdout)["url"] is None


@pytest.mark.parametrize("name", ["a\nb.txt", "two  blanks.txt"])
def test_an_odd_name_is_told_once_and_in_quotes(pages: Path, cleaner: Run, name: str) -> None:
    """One line, from which the file can be found."""
    assert cleaner("clean", name).stderr == f"cleaner: {name!r}: no such file; check the path\n"
