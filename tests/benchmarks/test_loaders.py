"""Every published layout becomes suites."""

from __future__ import annotations

import gzip
import json
from pathlib import Path
from typing import Any

import pytest

from benchmarks import loaders
from benchmarks.suites import LayoutError

HTML = b"<html><body><p>The ferry sails again.</p></body></html>"


def write_jsonl(path: Path, *records: dict[str, Any]) -> Path:
    """A JSONL file, packed where its name says so."""
    path.parent.mkdir(parents=True, exist_ok=True)
    data = "".join(json.dumps(record) + "\n" for record in records).encode()
    path.write_bytes(gzip.compress(data) if path.suffix == ".gz" else data)
    return path


def write_page(folder: Path, key: str) -> None:
    """A packed page."""
    (folder / "html").mkdir(parents=True, exist_ok=True)
    (folder / "html" / f"{key}.html.gz").write_bytes(gzip.compress(HTML))


@pytest.fixture
def bench(tmp_path: Path) -> Path:
    """A bench folder with one set of each kind."""
    write_page(tmp_path / "town_dev", "p1")
    write_jsonl(tmp_path / "town_dev" / "gold.jsonl", {"id": "p1", "text": "The ferry sails again.", "lang": "en"})
    write_jsonl(tmp_path / "flat_dev" / "town_dev.bs4.jsonl.gz", {"id": "p1", "text": "Menu\nThe ferry sails again."})
    (tmp_path / "flat_real").mkdir()
    labelled = {"id": "001", "text": "Menu", "lines": [{"n": 0, "label": "nav"}], "meta": {}}
    (tmp_path / "flat_real" / "001.json").write_text(json.dumps(labelled))
    write_page(tmp_path / "pool_dev", "d1")
    write_jsonl(tmp_path / "pool_dev" / "dates.jsonl", {"id": "d1", "published": "2024-03-02"})
    write_jsonl(tmp_path / "pool_dev" / "snippets.jsonl", {"id": "d1", "with": ["ferry"], "without": []})
    write_jsonl(
        tmp_path / "lines.jsonl", {"id": "l1", "kind": "dateline", "text": "ARVEL (Reuters) - A", "expect": None}
    )
    return tmp_path


def test_a_folder_of_labelled_pages_is_unpacked_as_it_is_read(bench: Path) -> None:
    """The item gives the bytes as crawled."""
    (suite,) = loaders.load(bench / "town_dev")
    assert (suite.name, suite.task, suite.form) == ("town_dev", "bodies", "html")
    assert suite.items[0].read() == HTML


def test_flattened_texts_meet_their_gold_by_id(bench: Path) -> None:
    """A page without a flattened text counts as an empty one, so that no set shrinks unseen."""
    write_page(bench / "town_dev", "p2")
    write_jsonl(bench / "town_dev" / "gold.jsonl", {"id": "p1", "text": "A."}, {"id": "p2", "text": "B."})
    suite = loaders.load_flat(bench / "town_dev", bench / "flat_dev" / "town_dev.bs4.jsonl.gz")
    assert (suite.name, suite.form) == ("town_dev.bs4", "flat")
    assert [item.read() for item in suite.items] == ["Menu\nThe ferry sails again.", ""]


def test_flattened_texts_of_another_set_are_refused(bench: Path, tmp_path: Path) -> None:
    """No id in common means that the wrong file was given."""
    texts = write_jsonl(tmp_path / "other.jsonl", {"id": "x", "text": "Menu"})
    with pytest.raises(LayoutError, match="none of its ids"):
        loaders.load_flat(bench / "town_dev", texts)


def test_a_pool_holds_snippets_and_dates(bench: Path) -> None:
    """Both files become suites over the same pages."""
    assert [(s.name, s.task) for s in loaders.load(bench / "pool_dev")] == [
        ("pool_dev.snippets", "snippets"),
        ("pool_dev.dates", "dates"),
    ]


def test_a_bench_folder_is_found_whole(bench: Path) -> None:
    """Each set once, flattened texts by the set they belong to."""
    found = [(suite.name, suite.task, suite.form) for suite in loaders.discover(bench)]
    assert found == [
        ("flat_real", "lines", "flat"),
        ("pool_dev.snippets", "snippets", "html"),
        ("pool_dev.dates", "dates", "html"),
        ("town_dev", "bodies", "html"),
        ("town_dev.bs4", "bodies", "flat"),
        ("lines", "datelines", "line"),
    ]


def test_the_layout_of_article_extraction_benchmark_is_read(tmp_path: Path) -> None:
    """One JSON object from id to record, `articleBody` holding the text."""
    write_page(tmp_path, "a1")
    gold = {"a1": {"articleBody": "The ferry sails again.", "url": "https://example.org/a1"}}
    (tmp_path / "ground-truth.json").write_text(json.dumps(gold))
    (suite,) = loaders.load(tmp_path)
    assert suite.items[0].gold["text"] == "The ferry sails again."
    assert suite.items[0].read() == HTML


def test_a_layout_of_ones_own_is_read_by_its_keys(tmp_path: Path) -> None:
    """A folder of one JSON a page; a dot steps into a nested object."""
    write_page(tmp_path, "0001")
    (tmp_path / "truth").mkdir()
    record = {"main": {"body": "The ferry.", "must": ["ferry"]}, "meta": {"type": "article"}}
    (tmp_path / "truth" / "0001.json").write_text(json.dumps(record))
    keys = loaders.Keys(text="main.body", required="main.must", page_type="meta.type")
    gold = loaders.custom(tmp_path / "truth", tmp_path / "html", keys).items[0].gold
    assert (gold["text"], gold["with"], gold["page_type"], gold["without"]) == (
        "The ferry.",
        ["ferry"],
        "article",
        None,
    )


def test_a_key_that_is_not_there_is_named(tmp_path: Path) -> None:
    """The message says which key, and what the record has instead."""
    (tmp_path / "gold.json").write_text(json.dumps({"a1": {"body": "The ferry."}}))
    with pytest.raises(LayoutError, match="nothing at 'text'; it has body"):
        loaders.custom(tmp_path / "gold.json", tmp_path, loaders.Keys())


def test_a_page_that_is_missing_is_named(tmp_path: Path) -> None:
    """Gold without its page cannot be scored."""
    write_jsonl(tmp_path / "gold.jsonl", {"id": "p9", "text": "A."})
    with pytest.raises(LayoutError, match=r"no p9\.html\.gz"):
        loaders.load(tmp_path)


def test_an_unknown_layout_is_refused_with_what_was_looked_for(tmp_path: Path) -> None:
    """An empty folder is no benchmark."""
    with pytest.raises(LayoutError, match=r"no gold\.jsonl"):
        loaders.load(tmp_path)
