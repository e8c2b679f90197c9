"""Characters by class, counted for all blocks at once."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleaner.decide.signs import Sign, closing, count, ends_sentence


def test_every_block_has_its_own_counts() -> None:
    """Letters, digits and signs are counted for the block they stand in, the joint between blocks for none."""
    counts = count(["Ab 12.", "— c, d!"])
    assert counts.of[Sign.UPPER].tolist() == [1, 0]
    assert counts.of[Sign.DIGIT].tolist() == [2, 0]
    assert counts.of[Sign.COMMA].tolist() == [0, 1]
    assert counts.of.sum(axis=0).tolist() == [6, 7]


@pytest.mark.parametrize(("text", "sentences"), [
    ("One. Two! Three?", 3), ("No. 5, U.S.A. and 3.14", 2), ("今日は晴れ。明日は雨。", 2), ("No end", 0),
    ('He said: "Go." She went.', 2),
])  # fmt: skip
def test_sentences_end_where_a_space_or_nothing_follows(text: str, sentences: int) -> None:
    """Full stops inside numbers end none; those of Chinese and Japanese need no space."""
    assert count([text]).sentences.tolist() == [sentences]


def test_words_and_their_capitals_are_counted() -> None:
    """An apostrophe parts no word."""
    counts = count(["The mayor's Office", "в Москве", "12 34"])
    assert counts.words.tolist() == [3, 2, 0]
    assert counts.capitals.tolist() == [2, 1, 0]


@pytest.mark.parametrize(("text", "sign"), [
    ("It ends.", Sign.END), ('"It ends.”)', Sign.END), ("終わり。」", Sign.STOP), ("Read on:", Sign.COLON),
    ("One,", Sign.COMMA), ("Home", Sign.LOWER), ("»", Sign.SPACE), ("Home ›", Sign.BAR),
])  # fmt: skip
def test_a_text_closes_with_the_last_sign_that_closes_no_quote(text: str, sign: Sign) -> None:
    """Quotes, brackets and spaces at the end are passed over; the page's count says the same."""
    assert closing(text) is sign
    assert Sign(int(count([text]).closes[0])) is sign


def test_a_question_ends_a_sentence_and_a_colon_does_not() -> None:
    """What guards ask of a block."""
    assert ends_sentence("Who was it?»")
    assert not ends_sentence("They are:")


@given(st.lists(st.text(min_size=1, max_size=40).filter(lambda text: "\n" not in text), min_size=1, max_size=8))
def test_counts_of_a_block_do_not_lean_on_its_neighbours(texts: list[str]) -> None:
    """Counted together or alone, a block has the same numbers, whatever characters it holds."""
    together = count(texts)
    for at, text in enumerate(texts):
        alone = count([text])
        assert together.of[:, at].tolist() == alone.of[:, 0].tolist()
        assert (together.opens[at], together.closes[at]) == (alone.opens[0], alone.closes[0])
        assert (together.words[at], together.sentences[at]) == (alone.words[0], alone.sentences[0])


@pytest.mark.parametrize(("text", "words"), [
    ("The bath on Monday. Jane Doe/Wire", 3), ("It ends here.", 0), ("No end at all", 0), ("One. Two! three", 1),
])  # fmt: skip
def test_words_behind_the_last_sentence_are_counted(text: str, words: int) -> None:
    """A picture's maker stands there; paragraphs have none, and what is no sentence has no tail."""
    assert count(["Before. It", text, "after"]).tail.tolist() == [1, words, 0]
