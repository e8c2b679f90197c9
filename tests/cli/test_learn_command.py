"""`cleaner learn`, and what `--templates` makes of it."""

from __future__ import annotations

import gzip
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result
from made_pages import COURIER, COURIER_TITLES

Run = Callable[..., Result]

STORY = "The council of {} said on Monday that nobody had expected it, and that all who came would be asked to stay."


def story(number: int) -> str:
    """A page of the Courier."""
    return COURIER.format(COURIER_TITLES[number], STORY.format(COURIER_TITLES[number]))


@pytest.fixture
def courier(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working folder with five pages of one site in `courier/`."""
    folder = tmp_path / "courier"
    folder.mkdir()
    for number in range(5):
        (folder / f"{number}.txt").write_text(story(number), encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return folder


def test_a_folder_is_a_site_and_its_pages_are_cleaned_by_its_templates(cleaner: Run, courier: Path) -> None:
    """Learned in one command, used in the next, on a single file."""
    learned = cleaner("learn", courier, "-o", "templates")
    assert learned.exit_code == 0
    assert learned.stderr == "cleaner: 5 pages, templates of 1 site in templates\n"
    assert learned.stdout == ""
    result = cleaner("clean", courier / "1.txt", "--templates", "templates", "--ledger")
    document = json.loads(result.stdout)
    assert document["text"] == STORY.format(COURIER_TITLES[1])
    rules = {line["text"]: (line["rule"], line["why"]) for line in document["removed"]}
    why = "stands on 4 of 4 other pages of courier, below the story"
    assert rules["Lantern club"] == ("repeats/site-template", why)


def test_explain_tells_it_too(cleaner: Run, courier: Path) -> None:
    """The same options, the same verdicts; `--site` names the site of a page that lies elsewhere."""
    cleaner("learn", courier, "-o", "templates")
    result = cleaner("explain", "-", "--templates", "templates", "--site", "courier", input=story(2))
    assert "repeats/site-template" in result.stdout
    assert "repeats/site-template" not in cleaner("explain", "-", "--templates", "templates", input=story(2)).stdout


def test_records_name_their_site_by_their_address(cleaner: Run, courier: Path) -> None:
    """In any order, under any number of jobs, the same bytes; a record without an address is told of."""
    rows = [{"id": str(at), "url": f"https://www.courier.com/{at}", "text": story(at)} for at in range(5)]
    for name, order in (("a", rows), ("b", rows[::-1])):
        lines = "".join(json.dumps(row) + "\n" for row in [*order, {"id": "x", "text": story(0)}])
        Path(f"{name}.jsonl.gz").write_bytes(gzip.compress(lines.encode()))
        result = cleaner("learn", f"{name}.jsonl.gz", "-o", name, "--jobs", "1" if name == "a" else "2")
        assert "1 pages name no site: give --site" in result.stderr
    assert Path("a").read_bytes() == Path("b").read_bytes()
    cleaned = cleaner("clean", "--url", "https://courier.com/new", "--templates", "a", "--to", "text", input=story(3))
    assert cleaned.stdout.strip().endswith(f"{COURIER_TITLES[3]}\n\n{STORY.format(COURIER_TITLES[3])}")


def test_a_page_that_cannot_be_read_is_told_and_the_rest_is_learned(cleaner: Run, courier: Path) -> None:
    """Exit code 1, as in a batch."""
    (courier / "chart.txt").write_bytes(b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n1 0 obj\n")
    result = cleaner("learn", courier, "-o", "templates")
    assert result.exit_code == 1
    assert "cleaner: chart: " in result.stderr
    assert "5 pages, templates of 1 site in templates; 1 rejected" in result.stderr


def test_too_few_pages_are_told(cleaner: Run, courier: Path) -> None:
    """A file of templates without any is no fault, but it is no use either."""
    (courier / "4.txt").unlink()
    result = cleaner("learn", courier, "-o", "templates")
    assert result.exit_code == 0
    assert result.stderr.endswith("0 sites in templates; 1 sites have fewer than five pages\n")


def test_templates_do_not_take_the_place_of_a_page(cleaner: Run, courier: Path) -> None:
    """And the templates of an earlier run, in the same folder, are no page."""
    assert cleaner("learn", courier / "1.txt", "-o", courier / "1.txt").exit_code == 2
    assert (courier / "1.txt").read_text(encoding="utf-8") == story(1)
    first = cleaner("learn", courier, "-o", courier / "templates.txt").stderr
    assert cleaner("learn", courier, "-o", courier / "templates.txt").stderr == first


@pytest.mark.parametrize("command", ["clean", "explain"])
def test_a_file_that_holds_no_templates_is_refused(command: str, cleaner: Run, courier: Path) -> None:
    """Before anything is cleaned, with what to do."""
    result = cleaner(command, courier / "1.txt", "--templates", courier / "2.txt")
    assert result.exit_code == 2
    assert "cleaner learn" in result.stderr
    assert result.stdout == ""
