"""Batches that learn templates first, and that tell which stories are alike."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from made_pages import COURIER, COURIER_TITLES

from cleaner.batch.plan import Plan, Watch
from cleaner.batch.runner import run_batch
from cleaner.errors import ConfigError
from cleaner.options import Options

STORY = (
    "The council of {0} said on Monday that nobody had expected it, and that all who came would be asked to stay. "
    "Those who know {0} were less surprised, and asked in their turn what else would have happened after such a winter."
)


@pytest.fixture
def plan(tmp_path: Path) -> Plan:
    """Five pages of one site, one of them under two names, of which one has a word more."""
    folder = tmp_path / "courier"
    folder.mkdir()
    for number, title in enumerate(COURIER_TITLES):
        (folder / f"{number}.txt").write_text(COURIER.format(title, STORY.format(title)), encoding="utf-8")
    (folder / "again.txt").write_text(
        COURIER.format(COURIER_TITLES[2], STORY.format(COURIER_TITLES[2]) + " Quite."), encoding="utf-8"
    )
    return Plan(inputs=(str(folder),), out=tmp_path / "out.jsonl", learn=True, dedup=True, ledger=True)


def records(path: Path) -> list[dict[str, Any]]:
    """The rows of a JSONL file."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def written(plan: Plan) -> dict[str, bytes]:
    """What stands beside the inputs but for the manifest, by name."""
    return {path.name: path.read_bytes() for path in plan.out.parent.glob("out*") if "manifest" not in path.name}


def test_a_run_that_learns_cleans_by_what_it_learned(plan: Plan) -> None:
    """Both passes in one command; the copy of a page is no evidence of its own."""
    run_batch(plan)
    for document in records(plan.out):
        rules = {line["text"]: (line["rule"], line["why"]) for line in document["removed"]}
        assert rules["Lantern club"][0] == "repeats/site-template"
        assert "other pages of courier" in rules["Lantern club"][1]
        assert "Lantern club" not in document["text"]


def test_stories_that_are_alike_are_told_beside_the_output_and_stay_in_it(plan: Plan) -> None:
    """In the summary, how many."""
    run_batch(plan)
    assert len(records(plan.out)) == 6
    (found,) = records(plan.out.with_name("out.jsonl.duplicates.jsonl"))
    assert (found["id"], found["duplicate_of"]) == ("again", "2")
    assert 0.7 <= found["similarity"] < 1
    assert json.loads(plan.out.with_name("out.jsonl.summary.json").read_text())["duplicates"] == 1


def test_a_run_that_was_stopped_ends_as_one_that_was_not(plan: Plan) -> None:
    """After any page, in one process or two: the same files, and nothing left over."""
    run_batch(plan)
    whole = written(plan)
    assert set(whole) == {
        f"out.jsonl{end}" for end in ("", ".rejects.jsonl", ".summary.json", ".duplicates.jsonl", ".templates")
    }
    for after in range(1, 6, 2):

        def stop(tally: Any, after: int = after) -> None:
            if tally.done == after:
                raise KeyboardInterrupt

        with pytest.raises(KeyboardInterrupt):
            run_batch(replace(plan, fresh=True), Watch(tally=stop))
        news: list[str] = []
        run_batch(replace(plan, jobs=1 + after % 2), Watch(news=news.append))
        assert written(plan) == whole
        assert any(line.startswith("going on") for line in news)
        assert not any("learn" in line for line in news), "learned once, not again"


def test_learning_tells_how_far_it_is(plan: Plan) -> None:
    """Page by page, before the first page is cleaned."""
    told: list[str] = []
    watch = Watch(lambda tally: told.append("cleaned"), lambda tally: told.append(f"learned {tally.done}"))
    run_batch(plan, watch)
    learned = [line for line in told if line.startswith("learned")]
    assert told[: len(learned)] == learned
    assert learned[-1] == f"learned {len(learned)}"


def test_a_finished_run_is_left_alone_and_a_new_page_is_learned_from(plan: Plan) -> None:
    """With its own templates, all pages are done again."""
    run_batch(plan)
    news: list[str] = []
    run_batch(plan, Watch(news=news.append))
    assert news == [f"{plan.out} is complete and its inputs are unchanged: nothing to do"]
    (Path(plan.inputs[0]) / "new.txt").write_text(
        COURIER.format("A new lock", STORY.format("the lock")), encoding="utf-8"
    )
    run_batch(plan, Watch(news=news.append))
    assert len(records(plan.out)) == 7
    why = next(line["why"] for line in records(plan.out)[0]["removed"] if line["text"] == "Lantern club")
    assert why.startswith("stands on 6 of 6 other pages")


def test_templates_are_told_apart_by_what_they_hold(plan: Plan, tmp_path: Path) -> None:
    """The same under another name is the same run; others are another setting."""
    run_batch(plan)
    learned = plan.out.with_name("out.jsonl.templates")
    copy, other = tmp_path / "copy", tmp_path / "other"
    copy.write_bytes(learned.read_bytes())
    for number in (0, 1):
        (Path(plan.inputs[0]) / f"{number}.txt").unlink()
    run_batch(replace(plan, out=other.with_suffix(".jsonl")))
    by_file = replace(plan, learn=False, out=tmp_path / "b.jsonl", options=Options(templates=str(learned)))
    run_batch(by_file)
    news: list[str] = []
    run_batch(replace(by_file, options=Options(templates=str(copy))), Watch(news=news.append))
    assert "nothing to do" in news[0]
    changed = replace(by_file, options=Options(templates=str(other.with_suffix(".jsonl.templates"))))
    with pytest.raises(ConfigError, match="templates was"):
        run_batch(changed)
