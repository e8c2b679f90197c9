"""Pages without gold teach only what was read from them with some certainty."""

from __future__ import annotations

import gzip
from pathlib import Path

from benchmarks import pool
from cleaner.readers import read
from cleaner.segment import segment

PARAGRAPHS = (
    "The ferry to Hallin stayed in port on Monday after a crack was found in its ramp, the harbour office said.",
    "About four hundred passengers were taken to the island by bus, over the old bridge and with two changes.",
    "A welder from the yard next door is to mend the ramp by Thursday, if the tide lets him work at night.",
)
STORY = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)
HTML = f"<html><body><nav><a>Home</a><a>Sport</a></nav><article>{STORY}</article></body>"


def page(folder: Path) -> Path:
    """The page as a file of the pool."""
    path = folder / "pool_dev" / "html" / "a.html.gz"
    path.parent.mkdir(parents=True)
    path.write_bytes(gzip.compress(HTML.encode(), mtime=0))
    return path


def test_a_pages_story_is_what_its_html_gives(tmp_path: Path) -> None:
    """Without any gold."""
    assert pool.story(page(tmp_path), {}).strip() == "\n".join(PARAGRAPHS)


def test_a_page_that_lacks_most_of_its_snippets_teaches_nothing(tmp_path: Path) -> None:
    """What was read is not what a person saw on it."""
    path = page(tmp_path)
    assert pool.story(path, {"with": ["a crack was found", "a whale was seen"]})
    assert pool.story(path, {"with": ["a crack was found", "a whale was seen", "the whale sang"]}) == ""


def test_snippets_overrule_what_was_read() -> None:
    """A person named them."""
    blocks = segment(read("Home\nSport\n" + "\n".join(PARAGRAPHS), kind="text"))
    known = {"with": ["Sport"], "without": ["two changes"]}
    assert pool.label(blocks, "\n".join(PARAGRAPHS), known) == [0, 1, 1, 0, 1]


def test_the_pool_tells_what_is_known_of_each_page(tmp_path: Path) -> None:
    """From both files, and of pages that stand in neither."""
    path = page(tmp_path)
    folder = tmp_path / "pool_dev"
    (folder / "html" / "b.html.gz").write_bytes(b"")
    (folder / "dates.jsonl").write_text('{"id": "a", "url": "https://a.example/", "published": "2020-01-02"}\n')
    (folder / "snippets.jsonl").write_text('{"id": "a", "with": ["x"], "without": []}\n')
    known = {"id": "a", "url": "https://a.example/", "published": "2020-01-02", "with": ["x"], "without": []}
    assert list(pool.pages(tmp_path)) == [("a", path, known), ("b", folder / "html" / "b.html.gz", {})]
