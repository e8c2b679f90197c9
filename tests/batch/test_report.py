"""The report is one page, readable without a network, and a page's words cannot become markup in it."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

from lxml import html
from made_pages import story

from cleaner.batch.plan import Plan
from cleaner.batch.runner import run_batch

ATTACK = "<script>alert(1)</script><img src=x onerror=alert(1)>\u202e\x07"


def report(tmp_path: Path) -> str:
    """The report of a run over pages of two sites, one of them hostile."""
    records = [
        {"id": f"{number}{ATTACK}", "url": f"https://www.news.example/{number}", "text": story(number)}
        for number in range(3)
    ]
    records += [{"id": "<b>bad</b>", "url": "https://<i>.example/"}, {"id": "empty", "text": "", "url": "https://[x"}]
    (tmp_path / "in.jsonl").write_text("".join(json.dumps(record) + "\n" for record in records))
    place = tmp_path / "report.html"
    run_batch(Plan(inputs=(str(tmp_path / "in.jsonl"),), out=tmp_path / "out.jsonl", report=place))
    return place.read_text(encoding="utf-8")


def test_the_report_counts_sites_rules_warnings_and_rejects(tmp_path: Path) -> None:
    """In tables, under headings."""
    page: Any = html.fromstring(report(tmp_path))
    tables = {
        heading.text_content(): [
            [cell.text_content() for cell in row] for row in heading.xpath("following-sibling::*[2][self::table]/tr")
        ]
        for heading in page.iter("h2")
    }
    assert [item.text_content() for item in page.iter("li")] == ["5in", "4written", "1rejected", "0skipped"]
    assert tables["Sites"][1][:2] == ["news.example", "3"]
    assert tables["Rejects by stage"][1] == ["read", "1"]
    assert tables["Warnings of loss"][1][0] == "empty"
    assert len(tables["Slowest pages"]) == 5


def test_the_report_names_the_stories_that_are_nearly_the_same(tmp_path: Path) -> None:
    """Where they were looked for, each with the one it resembles."""
    records = [{"id": name, "text": story(1)} for name in ("first", "second")]
    (tmp_path / "in.jsonl").write_text("".join(json.dumps(record) + "\n" for record in records))
    place = tmp_path / "report.html"
    run_batch(Plan(inputs=(str(tmp_path / "in.jsonl"),), out=tmp_path / "out.jsonl", report=place, dedup=True))
    page: Any = html.fromstring(place.read_text(encoding="utf-8"))
    (table,) = page.xpath("//h2[.='Near-duplicates']/following-sibling::table")
    assert [cell.text_content() for cell in table[1]] == ["second", "first", "1.00"]


def test_no_word_of_a_page_becomes_markup(tmp_path: Path) -> None:
    """Nor does the report ask a network for anything."""
    text = report(tmp_path)
    page: Any = html.fromstring(text)
    assert not list(page.iter("script", "img", "i", "link", "iframe"))
    assert "alert(1)" in page.text_content()
    assert not re.search(r"https?://", re.sub(r">[^<]*<", "><", text))
    assert not re.search("[\u202e\x07]", text)


def test_a_run_that_is_done_can_still_be_reported_on(tmp_path: Path) -> None:
    """From its manifest."""
    first = report(tmp_path)
    (tmp_path / "report.html").unlink()
    assert report(tmp_path) != ""
    assert "<h1>Batch report</h1>" in first
