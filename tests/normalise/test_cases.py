"""Lines of many agencies, papers and languages, one case a line in `cases/KIND.jsonl`.

The stories are invented; the forms are those that the agencies and papers print. A case has `lang`, `text`, perhaps
`site`, and `expect`: the fields that the text states, or null with a `reason` for a line that only looks like the kind.
`rest_starts_with` gives the first words after a dateline.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from cleaner.normalise import byline, credit, dateline, dates, source

PARSERS: dict[str, Any] = {
    "byline": byline.parse,
    "credit": credit.parse,
    "dateline": dateline.parse,
    "dates": dates.parse,
    "source": source.parse,
}
# A field that the case does not name must be empty.
STATED = {
    "byline": ("authors", "desk", "agency", "published", "modified"),
    "credit": ("agencies", "reporters", "writers", "editors", "contributors", "photographers"),
    "dateline": ("location", "locations", "date", "agency", "authors"),
    "dates": ("published", "modified"),
    "source": ("name",),
}
CASES: list[tuple[str, dict[str, Any]]] = [
    (path.stem, json.loads(line))
    for path in sorted((Path(__file__).parent / "cases").glob("*.jsonl"))
    for line in path.read_text(encoding="utf-8").splitlines()
]


@pytest.mark.parametrize(("kind", "case"), CASES, ids=[f"{kind}-{case['lang']}" for kind, case in CASES])
def test_a_line_is_read_as_its_case_says(kind: str, case: dict[str, Any]) -> None:
    """What the text states is found, what it does not state stays empty, and look-alikes are left alone."""
    found = PARSERS[kind](case["text"], site=case.get("site"), language=case["lang"])
    expected = case["expect"]
    if expected is None:
        assert found is None, case["reason"]
        return
    values = found.to_dict() if found else {}
    stated = {name: value for name, value in expected.items() if name not in ("rest_starts_with", "outlet", "role")}
    assert {name: values.get(name) for name in {*stated, *STATED[kind]}} == {
        name: stated.get(name) for name in {*stated, *STATED[kind]}
    }
    if "rest_starts_with" in expected:
        assert case["text"][found.rest_starts_at :].startswith(expected["rest_starts_with"])


def test_every_kind_has_cases_in_many_languages() -> None:
    """The cases are a sample of the world's press, not of the English one."""
    for kind in PARSERS:
        languages = {case["lang"] for of_kind, case in CASES if of_kind == kind}
        assert len(languages) >= 12, kind
    assert len(CASES) >= 600
