"""Outputs appear whole or not at all, and never outside their place."""

from __future__ import annotations

import gzip
import os
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleaner.batch.names import safe_name
from cleaner.batch.outputs import AtomicFile, format_for
from cleaner.batch.sinks import Tree, open_sink
from cleaner.errors import ConfigError
from cleaner.writers import Format


def keep_all() -> Callable[[str], bool]:
    """A run that was never stopped has nothing to sweep."""
    return lambda name: True


def test_a_file_appears_when_it_is_complete(tmp_path: Path) -> None:
    """What stood there stays till then."""
    place = tmp_path / "x.jsonl"
    place.write_text("old")
    file = AtomicFile(place)
    file.write("a", "new")
    assert place.read_text() == "old"
    file.commit()
    assert place.read_text() == "new"
    assert list(tmp_path.iterdir()) == [place]


def test_a_file_that_is_given_up_leaves_nothing(tmp_path: Path) -> None:
    """Neither half a file nor a partial one."""
    with pytest.raises(ZeroDivisionError), AtomicFile(tmp_path / "x.md") as file:
        file.write("", str(1 // 0))
    assert list(tmp_path.iterdir()) == []


def test_a_device_or_pipe_is_never_replaced(tmp_path: Path) -> None:
    """A file in the place of /dev/null would be the end of it."""
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(ConfigError, match="not a regular file"):
        AtomicFile(tmp_path / "pipe")


def test_a_compressed_file_is_the_same_bytes_every_time(tmp_path: Path) -> None:
    """No time stamp, no name in it."""
    for name in ("one.jsonl.gz", "two.jsonl.gz"):
        with AtomicFile(tmp_path / name) as file:
            file.write("", "words\n")
    assert (tmp_path / "one.jsonl.gz").read_bytes() == (tmp_path / "two.jsonl.gz").read_bytes()
    assert gzip.decompress((tmp_path / "one.jsonl.gz").read_bytes()) == b"words\n"


def test_a_folder_replaces_the_one_before_it_when_it_is_complete(tmp_path: Path) -> None:
    """Documents of the run before do not linger among the new ones."""
    place = tmp_path / "out"
    place.mkdir()
    (place / "old.md").write_text("old")
    folder = Tree(place, ".md", keep_all)
    folder.open(0)
    folder.write("a/b", b"new")
    assert (place / "old.md").exists()
    folder.settle()
    assert [path.relative_to(place).as_posix() for path in place.rglob("*.md")] == ["a/b.md"]
    assert list(tmp_path.iterdir()) == [place]


@given(st.lists(st.text(alphabet=st.sampled_from("a./\\%\0:_ x"), max_size=6), min_size=2, max_size=2, unique=True))
def test_no_two_ids_share_a_file_and_none_leaves_the_folder(pair: list[str]) -> None:
    """Ids come from strangers: `../../x`, `/etc/x`, `a//b`."""
    one, two = (safe_name(id, ".x") for id in pair)
    assert one != two
    for name in (one, two):
        assert not name.startswith("/")
        assert not {"", ".", ".."} & set(name.split("/"))
        assert "\0" not in name


def test_a_document_never_stands_where_a_folder_must() -> None:
    """`a` is written to `a.json`, so that `a.json/b` needs another folder."""
    assert safe_name("a", ".json") == "a.json"
    assert safe_name("a.json/b", ".json").split("/")[0] != "a.json"


@pytest.mark.parametrize("id", ["x" * 5000, "é" * 200, "/".join(["part"] * 2000), "\ud800"])
def test_an_id_of_any_length_and_make_can_be_a_file(tmp_path: Path, id: str) -> None:
    """Disks take names of 255 bytes."""
    folder = Tree(tmp_path / "out", ".json", keep_all)
    folder.open(0)
    folder.write(id, b"words")
    assert len([path for path in folder.partial.rglob("*.json") if path.is_file()]) == 1


@pytest.mark.parametrize(
    ("out", "to", "form"),
    [
        ("x.jsonl", None, "jsonl"),
        ("x.jsonl.gz", "jsonl", "jsonl"),
        ("x.parquet", None, "jsonl"),
        ("x.parquet", "parquet", "jsonl"),
        ("out", None, "json"),
        ("out", "md", "md"),
        ("out.v2", "text", "text"),
    ],
)
def test_the_form_follows_from_the_name(out: str, to: str | None, form: Format) -> None:
    """A `.jsonl` file, a Parquet file, which is made of JSONL, or a folder."""
    assert format_for(Path(out), to) == form


@pytest.mark.parametrize(("out", "to"), [("x.jsonl", "md"), ("out", "jsonl"), ("out", "parquet"), ("x.json", None)])
def test_a_name_that_does_not_fit_its_form_is_refused(out: str, to: str | None) -> None:
    """Rather than a folder named `x.json`."""
    with pytest.raises(ConfigError, match=out):
        format_for(Path(out), to)


def test_a_folder_of_somebody_elses_files_is_not_replaced(tmp_path: Path) -> None:
    """`-o ~` must not cost anybody a home."""
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "thesis.tex").write_text("years of work")
    with pytest.raises(ConfigError, match="no batch has written"):
        open_sink(tmp_path / "out", "json", keep_all, ours=False)


def test_a_partial_folder_of_somebody_else_is_not_replaced(tmp_path: Path) -> None:
    """The name alone does not make it ours."""
    (tmp_path / "out.partial").mkdir()
    with pytest.raises(ConfigError, match="in the way"):
        open_sink(tmp_path / "out", "json", keep_all, ours=False)
