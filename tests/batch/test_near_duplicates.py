"""The same story from several inputs is found and measured, whatever the order."""

from __future__ import annotations

import json
import random
import sys
from pathlib import Path

import pytest

from cleaner.batch.near_duplicates import (
    SIMILAR,
    Duplicate,
    NearDuplicates,
    fingerprint,
    similarity,
    write_duplicates,
)
from cleaner.errors import ConfigError

WORDS = [
    f"{first}{second}" for first in ("ka", "lo", "mi", "ru", "se") for second in ("bar", "den", "fis", "gol", "hut")
]


def story(seed: int, words: int = 200) -> str:
    """An invented story: words at random, but the same for the same seed."""
    return " ".join(random.Random(seed).choices(WORDS, k=words))


def changed(text: str, every: int) -> str:
    """The text with one word in so many replaced."""
    return " ".join("changed" if at % every == 0 else word for at, word in enumerate(text.split(), start=1))


def found(texts: dict[str, str], path: Path, seed: int = 0) -> list[Duplicate]:
    """The duplicates among texts, added in an order of their own."""
    ids = list(texts)
    random.Random(seed).shuffle(ids)
    with NearDuplicates(path) as near:
        for page, id in enumerate(ids):
            near.add(page, id, texts[id])
        return list(near.duplicates())


def test_a_story_that_was_changed_a_little_is_marked_with_its_likeness(tmp_path: Path) -> None:
    """Of two that are alike the one whose id sorts first is the story."""
    texts = {"b": story(1), "a": changed(story(1), 50), "c": story(2)}
    (only,) = found(texts, tmp_path / "n")
    assert (only.id, only.duplicate_of) == ("b", "a")
    assert only.similarity == round(similarity(fingerprint(texts["a"]), fingerprint(texts["b"])), 4)
    assert SIMILAR <= only.similarity < 1


def test_the_same_words_in_other_clothes_are_the_same(tmp_path: Path) -> None:
    """Case, spaces and punctuation set aside."""
    texts = {"a": story(1), "b": story(1).upper().replace(" ", ",  \n")}
    assert found(texts, tmp_path / "n") == [Duplicate("b", "a", 1.0)]


def test_texts_that_share_half_of_their_words_are_two_stories(tmp_path: Path) -> None:
    """A background that two stories share makes them no copies."""
    assert found({"a": f"{story(1)} {story(2)}", "b": f"{story(1)} {story(3)}"}, tmp_path / "n") == []


def test_the_order_of_the_texts_changes_nothing(tmp_path: Path) -> None:
    """Groups of one to five, and every order."""
    texts = {
        f"{group}-{copy}": changed(story(group), 40 + copy) for group in range(12) for copy in range(group % 5 + 1)
    }
    results = {tuple(found(texts, tmp_path / str(seed), seed)) for seed in range(5)}
    assert len(results) == 1
    (result,) = results
    assert [each.id for each in result] == sorted(id for id in texts if not id.endswith("-0"))
    assert all(each.duplicate_of == f"{each.id.split('-')[0]}-0" for each in result)


def test_alike_through_a_third_is_alike(tmp_path: Path) -> None:
    """Each version is near the next; all belong to the first."""
    words = story(1, 400).split()
    texts = {str(step): " ".join(words[40 * step : 40 * step + 300]) for step in range(3)}
    first, last = fingerprint(texts["0"]), fingerprint(texts["2"])
    assert similarity(first, last) < SIMILAR
    assert [each.duplicate_of for each in found(texts, tmp_path / "n")] == ["0", "0"]


def test_texts_without_words_are_no_copies_of_each_other(tmp_path: Path) -> None:
    """Two pages without a story have no story in common."""
    assert found({"a": "", "b": " … ", "c": ""}, tmp_path / "n") == []


def test_short_texts_and_scripts_without_spaces_are_compared_too(tmp_path: Path) -> None:
    """Fewer words than a run has; characters for words."""
    long = "渡轮于周一上午再次驶往伦德霍尔姆，距离风暴摧毁码头已有九天。岛上四百名居民一直没有船。"
    texts = {"a": "Ferry returns", "b": "ferry returns", "c": "Ferry sinks", "d": long, "e": f"{long}完"}
    assert [(each.id, each.duplicate_of) for each in found(texts, tmp_path / "n")] == [("b", "a"), ("e", "d")]


def test_what_was_committed_is_there_when_the_file_is_opened_again(tmp_path: Path) -> None:
    """A page that comes again takes its own place, and those from a number on are forgotten."""
    path = tmp_path / "n"
    with NearDuplicates(path) as near:
        near.add(0, "a", story(1))
        near.add(1, "b", story(2))
        near.commit()
        near.add(2, "c", story(1))
    with NearDuplicates(path) as near:
        assert list(near.duplicates()) == []
        near.add(1, "b", fingerprint(story(1)))
        near.add(2, "c", story(1))
        assert [each.id for each in near.duplicates()] == ["b", "c"]
        near.forget_from(2)
        assert list(near.duplicates()) == [Duplicate("b", "a", 1.0)]


def test_an_id_that_no_text_can_hold_is_told_as_it_came(tmp_path: Path) -> None:
    """A lone surrogate in a record's id."""
    assert found({"a": story(1), "b\ud800": story(1)}, tmp_path / "n") == [Duplicate("b\ud800", "a", 1.0)]


def test_duplicates_are_written_as_jsonl(tmp_path: Path) -> None:
    """One record for each, and how many there were."""
    path = tmp_path / "out.duplicates.jsonl"
    assert write_duplicates(path, [Duplicate("ü", "a", 0.9)]) == 1
    assert json.loads(path.read_text(encoding="utf-8")) == {"id": "ü", "duplicate_of": "a", "similarity": 0.9}


def test_without_its_library_it_says_how_to_get_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is an extra."""
    monkeypatch.setitem(sys.modules, "rensa", None)
    with pytest.raises(ConfigError, match=r"cleaner\[dedup\]"):
        NearDuplicates(tmp_path / "n")
