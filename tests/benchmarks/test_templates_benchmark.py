"""Ten stories in three made frames: templates take the frames, and leave the stories."""

from __future__ import annotations

import pytest

from benchmarks import made_sites, templates
from benchmarks.suites import Suite
from benchmarks.templates import Documents


def missing(suite: Suite, documents: Documents) -> list[str]:
    """Lines of the stories that their documents do not have."""
    held = {item.id: {block["text"] for block in documents[item.id]["blocks"]} for item in suite.items}
    summaries = {item.id: documents[item.id]["summary"] for item in suite.items}
    return [
        line
        for item in suite.items
        for line in item.gold["text"].split("\n\n")
        if line not in held[item.id] and line != summaries[item.id]
    ]


@pytest.mark.parametrize("suite", list(made_sites.suites()), ids=lambda suite: suite.name)
def test_templates_cost_no_line_of_a_story_and_lift_its_figure(suite: Suite) -> None:
    """The slogan in the story that quotes it, the labels of a house, a background that two stories share."""
    found = templates.compare(suite)
    assert missing(suite, found.with_templates) == missing(suite, found.without)
    table = templates.as_table([found])
    without, with_templates = (float(cell.split()[0]) for cell in table.splitlines()[-1].split("|")[4:6])
    assert with_templates > without + 0.2
    assert with_templates > 0.95


def test_sites_of_few_pages_are_left_out() -> None:
    """There is nothing to learn from four pages."""
    suite = next(made_sites.suites())
    few = Suite(suite.name, suite.task, suite.form, suite.items[:14])
    assert {item.gold["site"] for item in templates.several(few).items} == {made_sites.FRAMES[0].site}
