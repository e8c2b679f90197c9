"""The command, and the tables that it writes."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

from benchmarks import report, speed
from benchmarks.__main__ import main
from benchmarks.scoring import score
from benchmarks.suites import Item, Suite


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A set of two pages with their flattened texts, none of which needs a cleaner to be scored by `keep`."""
    home = tmp_path / "town_dev"
    (home / "html").mkdir(parents=True)
    records = [{"id": f"p{n}", "text": f"Story number {n} of the town.", "page_type": "article"} for n in (1, 2)]
    for record in records:
        (home / "html" / f"{record['id']}.html.gz").write_bytes(gzip.compress(b"<p>Story</p>"))
    lines = "".join(json.dumps(record) + "\n" for record in records)
    (home / "gold.jsonl").write_text(lines)
    (tmp_path / "town_dev.bs4.jsonl").write_text(lines)
    return home


def test_score_prints_the_figures_of_each_system(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Keeping everything of a text that is its own gold scores 1; groups and worst pages follow."""
    texts = str(folder.parent / "town_dev.bs4.jsonl")
    saved = folder.parent / "saved"
    command = ["score", str(folder), "--flat", texts, "--system", "keep", "--by", "page_type", "--worst", "1"]
    assert main([*command, "--save", str(saved)]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "town_dev.bs4  bodies flat  keep",
        "  all                pages 2  f1 1.0000  precision 1.0000  recall 1.0000  bow 1.0000",
        "  page_type article  pages 2  f1 1.0000  precision 1.0000  recall 1.0000  bow 1.0000",
        "  worst p1  1.000",
    ]
    rows = [json.loads(line) for line in (saved / "town_dev.bs4.keep.jsonl").read_text().splitlines()]
    assert [row["id"] for row in rows] == ["p1", "p2"]


def test_a_limit_takes_items_evenly(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The first page of two is the one."""
    texts = str(folder.parent / "town_dev.bs4.jsonl")
    main(["score", str(folder), "--flat", texts, "--system", "keep", "--limit", "1"])
    assert "pages 1 " in capsys.readouterr().out
    items = [Item(str(n), "", {}) for n in range(10)]
    assert [item.id for item in speed.evenly(items, 3)] == ["0", "3", "6"]


@pytest.mark.parametrize("arguments", [["score"], ["score", "--gold", "x.json"], ["score", "no-such-folder"]])
def test_an_input_that_cannot_be_used_is_one_line_and_exit_code_2(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    """No traceback, nothing on stdout."""
    assert main(arguments) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith("benchmarks: ")
    assert err.count("\n") == 1


def test_a_table_has_a_row_for_each_set_and_a_column_for_each_system() -> None:
    """Bodies show F1, precision and recall, bag of words."""
    suite = Suite("town", "bodies", "flat", (Item("a", "", {"text": "a b c d"}),))
    rows = [
        report.Row("bodies", "flat", "town", {"keep": score(suite, {"a": {"text": "a b c d"}}).groups["all"]}),
    ]
    assert report.as_tables(rows).splitlines()[-3:] == [
        "| set | n | keep |",
        "| --- | ---: | --- |",
        "| town | 1 | 1.0000 (1.000 / 1.000) · 1.0000 |",
    ]


def test_the_prose_around_the_tables_survives(tmp_path: Path) -> None:
    """Only what stands between the markers is replaced, however often."""
    path = tmp_path / "RESULTS.md"
    path.write_text(f"# Results\n\nProse before.\n\n{report.BEGIN}\nold\n{report.END}\n\nProse after.\n")
    for tables in ("first", "second"):
        report.replace_tables(path, tables)
    assert path.read_text() == (
        f"# Results\n\nProse before.\n\n{report.BEGIN}\n\nsecond\n\n{report.END}\n\nProse after.\n"
    )


def test_a_results_file_without_markers_is_left_alone(tmp_path: Path) -> None:
    """The remedy is in the message, and nothing is overwritten."""
    path = tmp_path / "RESULTS.md"
    path.write_text("Handwritten.\n")
    with pytest.raises(ValueError, match="no marker comments"):
        report.replace_tables(path, "tables")
    assert path.read_text() == "Handwritten.\n"


def test_every_system_is_timed_on_the_same_pages() -> None:
    """The ratio is of the first system's mean to each other's."""
    timings = [speed.Timing("cleaner", 4, 6.0, 5.0, 9.0), speed.Timing("c4", 4, 3.0, 3.0, 4.0)]
    text = speed.as_text(Suite("town", "bodies", "flat", ()), timings)
    assert text.splitlines()[-1].endswith("cleaner takes 2.00 x")
