"""What the caller names is found once, in a fixed order, under ids of its own."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from cleaner.batch.inputs import Reading, count_pages, find, tasks
from cleaner.batch.task import Refused
from cleaner.errors import ConfigError


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """A folder of pages with other things among them."""
    for name in ("b.html", "a/2.txt", "a/1.HTM", "a/1.txt", "c.xhtml.gz", "a/notes.pdf", "README"):
        path = tmp_path / "pages" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"Words.")
    return tmp_path / "pages"


def ids(*inputs: Path | str) -> list[str | None]:
    """Ids of the pages that these inputs name."""
    return [task.id for task in tasks(find([str(text) for text in inputs]).files, Reading(1000))]


def test_a_folder_is_walked_in_the_order_of_its_names(tree: Path) -> None:
    """Ids are paths below it without the page suffix; two alike are told apart."""
    assert ids(tree) == ["a/1", "a/1~2", "a/2", "b", "c"]


def test_other_types_in_a_folder_are_counted_by_reason(tree: Path) -> None:
    """Nothing is passed over in silence."""
    assert find([str(tree)]).skipped == {"no type": 1, "type .pdf": 1}


def test_a_file_of_another_type_that_is_named_is_refused(tree: Path) -> None:
    """Whoever names it wants it read, and is told that it is not."""
    (refused,) = tasks(find([str(tree / "a" / "notes.pdf")]).files, Reading(1000))
    assert isinstance(refused, Refused)
    assert "not a type that is read" in refused.failure.message


def test_a_pattern_finds_what_the_shell_would(tree: Path) -> None:
    """Its names are counted from the folder before the first star."""
    assert ids(f"{tree}/**/*.txt") == ["a/1", "a/2"]
    assert ids(f"{tree}/*/1.*") == ["a/1", "a/1~2"]


def test_several_inputs_are_named_from_the_folder_they_share(tree: Path) -> None:
    """`a/1` stays `a/1`, in the order of the inputs, and a file named twice is read once."""
    assert ids(tree / "b.html", tree / "a" / "2.txt", tree / "a") == ["b", "a/2", "a/1", "a/1~2"]


def test_a_row_that_bears_the_id_of_another_gets_its_own(tmp_path: Path) -> None:
    """Ids are unique over the whole run."""
    (tmp_path / "x.jsonl").write_text(
        '{"id": "a", "text": "1"}\n{"id": "a", "text": "2"}\n{"id": "a~2", "text": "3"}\n'
    )
    assert ids(tmp_path / "x.jsonl") == ["a", "a~2", "a~2~2"]


def test_links_inside_a_folder_are_not_followed_but_a_named_link_is(tree: Path, tmp_path: Path) -> None:
    """A link may lead out of the folder, or round in a circle."""
    (tmp_path / "secret.txt").write_text("Words.")
    (tree / "out.txt").symlink_to(tmp_path / "secret.txt")
    (tree / "round").symlink_to(tree)
    assert find([str(tree)]).skipped["symbolic link"] == 2
    assert ids(tree / "out.txt") == ["out"]


def test_a_pipe_is_never_opened(tree: Path) -> None:
    """Reading it would wait for ever."""
    os.mkfifo(tree / "pipe.txt")
    assert find([str(tree)]).skipped["not a regular file"] == 1
    assert isinstance(next(tasks(find([str(tree / "pipe.txt")]).files, Reading(1000))), Refused)


def test_a_runs_own_output_is_not_its_input(tree: Path) -> None:
    """`cleaner batch . -o out.jsonl`, twice."""
    out = tree / "out.jsonl"
    out.write_text('{"text": "x"}\n')
    assert len(find([str(tree)], avoid=[out.resolve()]).files) == 5


def test_how_many_pages_there_are_is_known_unless_rows_must_be_counted(tree: Path) -> None:
    """Nobody reads a file twice for a progress bar."""
    assert count_pages(listed.name for listed in find([str(tree)]).files) == 5
    (tree / "rows.jsonl").write_text("")
    assert count_pages(listed.name for listed in find([str(tree)]).files) is None


@pytest.mark.parametrize("text", ["gone", "gone/*.txt"])
def test_an_input_that_names_nothing_is_refused(tmp_path: Path, text: str) -> None:
    """A misspelt folder is no empty run."""
    with pytest.raises(ConfigError, match="gone"):
        find([str(tmp_path / text)])


def test_a_file_name_that_is_no_text_still_has_an_id_that_can_be_written(tmp_path: Path) -> None:
    """File systems take any bytes."""
    Path(os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9.txt")).write_bytes(b"Words.")
    (id,) = ids(tmp_path)
    assert id == "caf\\udce9"
