"""Every rule is held to the cases of its own fixture, `fixtures/rules/<rule name>.md`.

A fixture is the rule's name as its title, then cases `## no-op: …`, `## hit: …` and `## known failure: …`
in this order. A case is one fenced block, `text` or `html`; each of its lines begins with `. ` (no hit),
`- ` (hit to drop) or `+ ` (hit to keep) before the page's own words. A known failure must fail.

A rule that leans on the site's other pages says first what they hold, in one fenced block `site`: `above 8 of 9:`,
`below …`, `boxed …` or `amid …`, that many of so many other pages, then the line that stands there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import cast

import pytest

from cleaner import readers, rules, segment
from cleaner.model import Call, Where
from cleaner.rules import rule_name
from cleaner.templates.book import NOTHING, Known
from cleaner.templates.lines import PLACES, key
from cleaner.templates.marking import marked_by

FOLDER = Path(__file__).parent.parent / "fixtures" / "rules"
KINDS = ("no-op", "hit", "known failure")
MARKER = {None: ".", Call.DROP: "-", Call.KEEP: "+"}

_SHARED = re.compile(r"(?P<place>above|amid|boxed|below) (?P<pages>\d+) of (?P<of>\d+): (?P<line>\S.*)")
_CASE = re.compile(r"## (no-op|hit|known failure): (\S.*)")


@dataclass(frozen=True, slots=True)
class Case:
    """One case: `lines` are (marker, text) pairs, ("", "") for a blank line of the page."""

    rule: str
    kind: str
    title: str
    form: str
    lines: tuple[tuple[str, str], ...]
    site: Known = NOTHING


def parse(text: str, rule: str) -> list[Case]:
    """The cases of a fixture; AssertionError, naming the line, for anything the form does not know."""
    lines = text.splitlines()
    assert lines, f"{rule}: the fixture is empty"
    assert lines[0] == f"# {rule}", f"{rule}: the first line must be '# {rule}'"
    cases: list[Case] = []
    site, number = _site(rule, lines)
    while number < len(lines):
        if not lines[number].strip():
            number += 1
            continue
        heading = _CASE.fullmatch(lines[number])
        assert heading, f"{rule}: line {number + 1} is neither a case's heading nor blank: {lines[number]!r}"
        case, number = _case(rule, heading, lines, number + 1)
        cases.append(replace(case, site=site))
    order = [KINDS.index(case.kind) for case in cases]
    assert order == sorted(order), f"{rule}: the cases must come as {', '.join(KINDS)}"
    return cases


def _site(rule: str, lines: list[str]) -> tuple[Known, int]:
    """What the site's other pages hold, and the line after it; nothing where the fixture does not say."""
    if lines[1:3] != ["", "```site"]:
        return NOTHING, 1
    assert "```" in lines[3:], f"{rule}: the fenced block is not closed"
    end = lines.index("```", 3)
    counts: dict[str, dict[Where, int]] = {}
    pages = 0
    for line in lines[3:end]:
        said = _SHARED.fullmatch(line)
        assert said, f"{rule}: not a line of a site: {line!r}"
        block = segment.segment(readers.read(said["line"], kind="text"))[0]
        counts.setdefault(key(block), dict.fromkeys(PLACES, 0))[cast("Where", said["place"])] = int(said["pages"])
        pages = int(said["of"])
    return Known(pages, False, counts), end + 1


def _case(rule: str, heading: re.Match[str], lines: list[str], number: int) -> tuple[Case, int]:
    while number < len(lines) and not lines[number].strip():
        number += 1
    where = f"{rule}: '{heading[2]}'"
    assert number < len(lines), f"{where}: it needs one fenced block of text or html"
    assert lines[number] in ("```text", "```html"), f"{where}: it needs one fenced block of text or html"
    assert "```" in lines[number + 1 :], f"{where}: the fenced block is not closed"
    end = lines.index("```", number + 1)
    marked = tuple(_line(where, line) for line in lines[number + 1 : end])
    assert any(marker for marker, _ in marked), f"{where}: the case has no lines"
    return Case(rule, heading[1], heading[2], lines[number][3:], marked), end + 1


def _line(where: str, line: str) -> tuple[str, str]:
    if not line:
        return "", ""
    assert line[:2] in (". ", "- ", "+ "), f"{where}: no marker before {line!r}"
    assert line[2:].strip(), f"{where}: a marker without words"
    return line[0], line[2:]


def judged(case: Case) -> list[str]:
    """The case's lines as its rule marks them, in the fixture's own form."""
    page = readers.read("\n".join(text for _, text in case.lines), kind="html" if case.form == "html" else "text")
    blocks = marked_by(segment.segment(page), case.site, "example.com")
    calls: dict[int, Call] = {hit.block: hit.call for hit in rules.run(rules.find(case.rule), blocks)}
    by_line = {number: calls.get(b.index) for b in blocks for number in range(b.first, b.last + 1)}
    return [
        f"{MARKER[by_line.get(number)]} {text}" if text else "" for number, (_, text) in enumerate(case.lines, start=1)
    ]


def _files() -> dict[str, Path]:
    return {str(path.relative_to(FOLDER).with_suffix("").as_posix()): path for path in sorted(FOLDER.rglob("*.md"))}


def _cases() -> Iterator[Case]:
    for name, path in _files().items():
        yield from parse(path.read_text(encoding="utf-8"), name)


def _id(case: Case) -> str:
    return f"{case.rule}: {case.title}"


@pytest.mark.parametrize("case", list(_cases()), ids=_id)
def test_a_rule_marks_the_lines_that_its_fixture_marks(case: Case) -> None:
    """Each case comes out as written; a known failure that comes out as written must become a case."""
    expected = [f"{marker} {text}" if text else "" for marker, text in case.lines]
    if case.kind == "known failure":
        assert judged(case) != expected, "this failure is mended: move it among the cases"
    else:
        assert judged(case) == expected


def test_every_rule_has_a_fixture_and_every_fixture_a_rule() -> None:
    """An orphan on either side is a rule nobody checks or a case nobody runs."""
    assert set(_files()) == {rule_name(rule) for rule in rules.RULES}


@pytest.mark.parametrize("name", sorted(_files()))
def test_a_fixture_shows_what_the_rule_leaves_alone_and_what_it_hits(name: str) -> None:
    """At least two cases of each: a rule's borders are drawn from both sides."""
    cases = parse(_files()[name].read_text(encoding="utf-8"), name)
    for kind in ("no-op", "hit"):
        assert sum(case.kind == kind for case in cases) >= 2, f"{name}: fewer than two cases of '{kind}'"
    for case in cases:
        markers = {marker for marker, _ in case.lines}
        assert case.kind != "no-op" or markers <= {".", ""}, f"{name}: '{case.title}' is no no-op"
        assert case.kind != "hit" or markers & {"-", "+"}, f"{name}: '{case.title}' hits nothing"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "empty"),
        ("# other/name\n", "first line"),
        ("# a/b\nstray\n", "neither"),
        ("# a/b\n## maybe: x\n", "neither"),
        ("# a/b\n## hit: x\n", "fenced"),
        ("# a/b\n## hit: x\n```text\n- y\n", "not closed"),
        ("# a/b\n## hit: x\n```text\n* y\n```\n", "marker"),
        ("# a/b\n## hit: x\n```text\n```\n", "no lines"),
        ("# a/b\n## hit: x\n```text\n- y\n```\n## no-op: z\n```text\n. y\n```\n", "must come as"),
        ("# a/b\n\n```site\nabove 3 of 4 Home\n```\n", "not a line of a site"),
        ("# a/b\n\n```site\nabove 3 of 4: Home\n", "not closed"),
    ],
)
def test_a_fixture_of_another_form_is_refused(text: str, message: str) -> None:
    """Nothing in a fixture is passed over in silence."""
    with pytest.raises(AssertionError, match=message):
        parse(text, "a/b")
