"""Ids are unique, and become names that every disk takes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleaner.batch.names import Names, safe_name


@given(st.lists(st.sampled_from(["a", "a~2", "a~3", "b", "A", "é", "e\u0301"]), max_size=20), st.booleans())
def test_no_two_claims_give_one_id(ids: list[str], fold: bool) -> None:
    """Whatever the order, and though an id may look like a numbered one."""
    names = Names(fold=fold)
    claimed = [names.claim(id) for id in ids]
    assert len({names.key(id) for id in claimed}) == len(ids)
    assert all(given == id or given.startswith(f"{id}~") for given, id in zip(claimed, ids, strict=True))


def test_in_a_folder_case_and_accents_do_not_tell_ids_apart() -> None:
    """As they do not on the disks of Windows and macOS."""
    names = Names(fold=True)
    assert [names.claim(id) for id in ("Case", "case", "é", "e\u0301")] == ["Case", "case~2", "é", "e\u0301~2"]
    assert [Names().claim(id) for id in ("Case", "case")] == ["Case", "case"]


def test_a_settled_id_is_known_by_the_manifest_alone() -> None:
    """Memory does not grow with the pages."""
    known: set[int] = set()
    names = Names(known.__contains__)
    key = names.key(names.claim("a"))
    known.add(key)
    names.settled([key])
    assert names._pending == set()
    assert names.claim("a") == "a~2"


def test_a_column_of_one_value_is_numbered_without_counting_anew() -> None:
    """Ten thousand rows, ten thousand questions and some, not their square."""
    asked = 0

    def known(key: int) -> bool:
        nonlocal asked
        asked += 1
        return False

    names = Names(known)
    assert [names.claim("same") for _ in range(10_000)][-1] == "same~10000"
    assert asked < 30_000


@pytest.mark.parametrize(
    "id", ["CON", "nul", "a/aux.b", "Com1", "LPT9.x", "a/../b", "/etc/x", "..", "a.", "b ", "", "a//b"]
)
def test_no_name_is_a_device_a_root_or_a_step_up(id: str) -> None:
    """On Windows `nul.json` is the null device, and `a.` is `a`."""
    devices = {"con", "prn", "aux", "nul", "com1", "lpt9"}
    for part in safe_name(id, ".json").split("/"):
        assert part.lower().partition(".")[0] not in devices
        assert part not in ("", ".", "..")
        assert not part.endswith((".", " "))


def test_ordinary_ids_stay_as_they_are() -> None:
    """Only what is dangerous is escaped."""
    for id in ("news/2024/ferry", "a.b.c", "console", "Fähre nach Ålesund", "x~2"):
        assert safe_name(id, ".md") == f"{id}.md"
