"""What the shape of the page says of each block, as named features for the learned weights.

A feature is a short name such as `length=8-11` or `next=long`; a block has a list of them. Buckets in
place of numbers keep the weights linear and each of them sayable in words. Everything here is linear in
the number of blocks and looks at no rule but through its hits.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from cleaner.lexicon import words_of
from cleaner.model import Block, Call, Hit

LENGTHS = (1, 2, 3, 5, 8, 12, 18, 26, 41, 71)
COARSE = (1, 4, 9, 20, 45)
SHARES = (0.01, 0.1, 0.2, 0.3, 0.4, 0.5, 0.65, 0.8)
POSITIONS = (0.03, 0.1, 0.2, 0.35, 0.5, 0.65, 0.8, 0.9, 0.97)
DISTANCES = (1, 2, 3, 5, 9, 17, 33, 65)
CORE_WORDS = 15  # a block this long that ends a sentence belongs to the page's prose core
WINDOWS = (3, 10)
SENTENCE_END = frozenset(".!?…。！？।؟۔")
CLOSERS = "\"'’”»)]）」』 "
_WORD = re.compile(r"\w+")
_DIGIT = re.compile(r"\d")
_SENTENCES = re.compile(r"[.!?…。！？।؟۔][\"'’”»)\]]*(?:\s|$)|[。！？]")
_DATE = re.compile(r"\b(?:19|20)\d\d\b|\b\d{1,2}[:.]\d{2}\b|\b\d{1,2}[./-]\d{1,2}[./-]\d{2,4}\b|年")
_ADDRESS = re.compile(r"https?://|www\.|\w@\w")
_BARS = re.compile(r"\s[|•·›»/]\s")


@dataclass(frozen=True, slots=True)
class Shape:
    """Numbers of one block that several features share."""

    length: int
    coarse: int
    ends: str
    prose: bool


def bucket(value: float, bounds: Sequence[float]) -> int:
    """Index of the bucket that a value falls into."""
    return bisect_right(bounds, value)


def shape(block: Block) -> Shape:
    """The block's own shape."""
    last = block.text.rstrip(CLOSERS)[-1:] or block.text[-1:]
    ends = "sentence" if last in SENTENCE_END else "colon" if last in ":：" else "comma" if last in ",;،" else "open"
    return Shape(
        bucket(block.words, LENGTHS),
        bucket(block.words, COARSE),
        ends,
        block.words >= CORE_WORDS and ends == "sentence",
    )


def describe(blocks: Sequence[Block], hits: Sequence[Hit], language: str | None) -> list[list[str]]:
    """Features of every block from its words, its neighbours, its place and the rules' hits."""
    shapes = [shape(block) for block in blocks]
    found: list[list[str]] = [[] for _ in blocks]
    for add in (_own, _neighbours, _place, _repeats):
        add(blocks, shapes, found)
    _vocabulary(blocks, shapes, found)
    _function_words(blocks, found, words_of(language))
    _scopes(blocks, found)
    for hit in hits:
        sure = "" if hit.weight > 0.75 else "?"
        found[hit.block].append(f"{'rule' if hit.call is Call.DROP else 'keep'}{sure}={hit.rule}")
    return found


def _own(blocks: Sequence[Block], shapes: Sequence[Shape], found: list[list[str]]) -> None:
    for block, own, features in zip(blocks, shapes, found, strict=True):
        text = block.text[:4000]
        features.append(f"length={own.length}")
        features.append(f"ends={own.ends}")
        features.append(f"length+ends={own.length}{own.ends}")
        features.append(f"kind={block.kind}")
        first = text[0]
        opens = (
            "capital" if first.isupper() else "small" if first.islower() else "digit" if first.isdigit() else "other"
        )
        features.append(f"opens={opens}")
        sentences = len(_SENTENCES.findall(text))
        features.append(f"sentences={min(sentences, 4)}")
        features.append(f"commas={bucket(text.count(',') + text.count('，') + text.count('、'), (1, 2, 4, 8))}")
        words = text.split()
        if len(words) > 2:
            capital = sum(word[0].isupper() for word in words) / len(words)
            features.append(f"capitals={bucket(capital, SHARES)}|{own.coarse}")
        digits = len(_DIGIT.findall(text)) / len(text)
        features.append(f"digits={bucket(digits, (0.001, 0.05, 0.15, 0.3))}|{own.coarse}")
        for name, pattern in (("date", _DATE), ("address", _ADDRESS), ("bars", _BARS)):
            if pattern.search(text[:400]):
                features.append(f"holds={name}|{own.coarse}")
        if text.isupper() and own.length < 8:
            features.append("shouts")
        if text[0] in "\"'“‘«„「『" or "”" in text[1:] or "»" in text[1:]:
            features.append("quotes")
        features.extend(f"mark={mark.category}:{mark.place}" for mark in block.marks)


def _neighbours(blocks: Sequence[Block], shapes: Sequence[Shape], found: list[list[str]]) -> None:
    count = len(blocks)
    outside = Shape(-1, 9, "edge", False)

    def at(index: int) -> Shape:
        return shapes[index] if 0 <= index < count else outside

    totals = {window: _window_words(blocks, window) for window in WINDOWS}
    prose = _window_counts([own.prose for own in shapes], 6)
    for index, (own, features) in enumerate(zip(shapes, found, strict=True)):
        before, after = at(index - 1), at(index + 1)
        features.append(f"previous={before.coarse}{before.ends}")
        features.append(f"next={after.coarse}{after.ends}")
        features.append(f"second previous={at(index - 2).coarse}")
        features.append(f"second next={at(index + 2).coarse}")
        features.append(f"between={before.coarse}<{own.coarse}>{after.coarse}")
        features.append(f"prose around={min(prose[index] - own.prose, 8)}")
        features.append(f"prose around+length={min(prose[index] - own.prose, 4)}|{own.coarse}{own.ends == 'sentence'}")
        for window in WINDOWS:
            features.append(f"words in {window}={bucket(totals[window][index], (2, 4, 7, 12, 20, 35))}")
        features.append(f"gap={min(blocks[index].gap, 3)}")


def _window_words(blocks: Sequence[Block], window: int) -> list[float]:
    """Mean words a block within `window` blocks on either side, long ones counted as 60."""
    sums = [0]
    for block in blocks:
        sums.append(sums[-1] + min(block.words, 60))
    count = len(blocks)
    result = []
    for index in range(count):
        left, right = max(0, index - window), min(count, index + window + 1)
        result.append((sums[right] - sums[left]) / (right - left))
    return result


def _window_counts(flags: Sequence[bool], window: int) -> list[int]:
    sums = [0]
    for flag in flags:
        sums.append(sums[-1] + flag)
    count = len(flags)
    return [sums[min(count, i + window + 1)] - sums[max(0, i - window)] for i in range(count)]


def _place(blocks: Sequence[Block], shapes: Sequence[Shape], found: list[list[str]]) -> None:
    count = len(blocks)
    headline = next((block.index for block in blocks if block.headline), None)
    prose = [index for index, own in enumerate(shapes) if own.prose]
    for index, features in enumerate(found):
        features.append(f"position={bucket(index / count, POSITIONS)}")
        if headline is None:
            features.append("headline=none")
        elif index < headline:
            features.append("headline=below")
        else:
            features.append(f"after headline={bucket(index - headline, DISTANCES)}")
        if blocks[index].headline:
            features.append("is headline")
        if prose:
            at = bisect_right(prose, index)
            features.append(f"prose before={bucket(at, (1, 2, 4, 8, 16))}")
            features.append(f"prose after={bucket(len(prose) - at, (1, 2, 4, 8, 16))}")
            before = index - prose[at - 1] if at else 99
            after = prose[at] - index if at < len(prose) else 99
            features.append(f"from prose={bucket(before, DISTANCES)}")
            features.append(f"to prose={bucket(after, DISTANCES)}")
        else:
            features.append("no prose")


def _repeats(blocks: Sequence[Block], shapes: Sequence[Shape], found: list[list[str]]) -> None:
    counts = Counter(block.folded for block in blocks)
    for block, own, features in zip(blocks, shapes, found, strict=True):
        times = counts[block.folded]
        if times > 1:
            features.append(f"repeated={min(times, 4)}|{own.coarse}")


def _vocabulary(blocks: Sequence[Block], shapes: Sequence[Shape], found: list[list[str]]) -> None:
    """How much of a block's vocabulary the headline and the page's other prose share."""
    vocabularies = [content_words(block) for block in blocks]
    core: Counter[str] = Counter()
    for words, own in zip(vocabularies, shapes, strict=True):
        if own.prose:
            core.update(words)
    title: frozenset[str] = frozenset().union(*(v for v, b in zip(vocabularies, blocks, strict=True) if b.headline))
    for words, own, block, features in zip(vocabularies, shapes, blocks, found, strict=True):
        if not words:
            continue
        need = 2 if own.prose else 1  # a core block's own words do not count as shared
        shared = sum(core[word] >= need for word in words) / len(words)
        features.append(f"core words={bucket(shared, SHARES)}|{own.coarse}")
        if title and not block.headline:
            features.append(f"title words={min(len(words & title), 4)}|{own.coarse}")


def content_words(block: Block) -> frozenset[str]:
    """Words of four letters and more; pairs of characters in scripts without spaces."""
    words = _WORD.findall(block.folded[:4000])
    if block.words > 2 * len(words):  # a script without spaces: pairs of characters stand for words
        text = block.folded[:2000]
        return frozenset(text[at : at + 2] for at in range(len(text) - 1) if text[at : at + 2].isalpha())
    return frozenset(word for word in words if len(word) > 3)


def _function_words(blocks: Sequence[Block], found: list[list[str]], words: frozenset[str]) -> None:
    if not words:
        for features in found:
            features.append("language=unknown")
        return
    for block, features in zip(blocks, found, strict=True):
        own = _WORD.findall(block.folded[:1500])
        if len(own) >= 4:
            share = sum(word in words for word in own) / len(own)
            features.append(f"function words={bucket(share, SHARES[:6])}|{bucket(len(own), (8, 20))}")


_SCOPES = frozenset(
    {"trending", "latest", "related", "columns", "comments", "newsletter", "edition", "follow", "share", "tags",
     "subscribe", "next_previous", "about", "copyright", "sponsored"}
)  # fmt: skip


def _scopes(blocks: Sequence[Block], found: list[list[str]]) -> None:
    """Which furniture heading stands above a block, and how far."""
    above: tuple[str, int] | None = None
    for block, features in zip(blocks, found, strict=True):
        if above is not None:
            features.append(f"under={above[0]}|{bucket(block.index - above[1], (1, 4, 10, 30))}")
        if block.headline:
            above = None
        mark = next((m for m in block.marks if m.place == "line" and m.category in _SCOPES), None)
        if mark is not None:
            above = (mark.category, block.index)
