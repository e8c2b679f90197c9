"""The first look: what a block is by itself, what stands around it, and where it stands on the page.

Every column is one number a block with a name that `words.py` can say. Nothing here looks at the words of a
page but through the lexicon's marks and the rules' hits; everything is linear in the page.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

import numpy as np
from numpy.typing import NDArray

from cleaner.decide import thresholds
from cleaner.decide.along import FAR, Numbers, means_around, shifted, since, stacked, until
from cleaner.decide.signs import Counts, Sign, count
from cleaner.decide.vocabulary import Vocabulary, vocabulary
from cleaner.lexicon import CATEGORIES
from cleaner.model import Block, Call, Hit
from cleaner.rules import RULES, rule_name

FEWEST_DIGITS = 3  # of a date or a time
CORE_WORDS = 15  # a block this long that ends a sentence belongs to the page's prose core
SHORT_WORDS = 4  # menu items, names, labels
TAIL_WORDS = 20
LONGEST = 80.0  # words: a longer paragraph is no more of a paragraph
NO_HEADLINE = -300.0
LENGTH_CLASSES = (2, 5, 10, 20, 40)
PERIODS = range(2, 8)  # blocks from one reader's comment or teaser to the next
SENTENCE, COLON, COMMA, OPEN, BAR = 3.0, 2.0, 1.0, 0.0, -1.0

_DATE = re.compile(r"\b(?:19|20)\d\d\b|\b\d{1,2}[:.]\d{2}\b|\b\d{1,2}[./-]\d{1,2}[./-]\d{2,4}\b|\d年")
_KINDS = ("paragraph", "heading", "list_item", "quote", "table", "code", "caption")
_PLACES = {"within": 1, "start": 2, "line": 3}
_MARKS = {category: row for row, category in enumerate(sorted(CATEGORIES))}
_RULES = {rule_name(rule): row for row, rule in enumerate(RULES)}
_SCOPES = {
    "lists": ("trending", "latest", "related", "columns", "edition", "section"),
    "comments": ("comments", "comment_tool"),
    "offers": ("newsletter", "subscribe", "app", "donate", "paywall", "account"),
    "sharing": ("share", "follow", "network"),
    "tags": ("tags", "next_previous"),
    "footer": ("about", "copyright", "terms", "contact", "cookie"),
}
_STAMPS = ("byline", "published", "modified", "source")

_OWN = (
    "words", "characters", "ends", "opens", "sentences", "words a sentence", "commas", "comma share",
    "capitalised", "capitals", "digits", "punctuation", "bars", "quotes", "symbols", "colons", "word length",
    "brackets", "tail", "cut off", "copyright sign", "date", "address", "kind", "gap", "gap after",
)  # fmt: skip
_SAID = ("any mark", "drop", "keep")
_NEAR = ("words", "ends", "opens", "capitalised", "digits", "date", "any mark", "drop", "keep")
_FURTHER = ("words", "ends", "capitalised", "any mark", "drop", "keep")
_WINDOWS = (3, 6, 12, 25)
_WINDOWED = ("words", "prose", "short", "open", "drop", "keep", "date", "any mark")
_PLACE = (
    "position", "blocks", "from top", "to end", "words above", "page words", "prose", "after headline",
    "is headline", "prose above", "prose below", "from prose", "to prose", "drops above", "drops below",
    "page drop", "page prose", "page keep", "page mean", "page dates", "language known", "unspaced",
    "repeated", "run length", "in run", "rhythm", "function words", "core words", "title words", "new words",
)  # fmt: skip

FIRST_COLUMNS: tuple[str, ...] = (
    *_OWN,
    *(f"mark {category}" for category in _MARKS),
    *(f"rule {name}" for name in _RULES),
    *_SAID,
    *(f"{name} {by:+d}" for by in (-2, -1, 1, 2) for name in _NEAR),
    *(f"{name} {by:+d}" for by in (-3, 3) for name in _FURTHER),
    *(f"{name} {side} {width}" for width in _WINDOWS for side in ("above", "below") for name in _WINDOWED),
    *(f"since {scope}" for scope in (*_SCOPES, "byline")),
    *(f"until {scope}" for scope in (*_SCOPES, "byline")),
    *_PLACE,
)


@dataclass(frozen=True, slots=True)
class FirstLook:
    """The first look's columns, in the order of FIRST_COLUMNS, and what the second look asks of them again.

    columns: shape (columns, blocks), float32.
    """

    columns: NDArray[np.float32]
    words: Numbers
    vocabulary: Vocabulary


def first_look(blocks: Sequence[Block], hits: Sequence[Hit], language: str | None) -> FirstLook:
    """All columns of a page of at least one block."""
    counts = count([block.text for block in blocks])
    shared = vocabulary(blocks, counts, language)
    own = _own(blocks, counts)
    marks, said_marks = _marks(blocks)
    rules, drop, keep = _hits(hits, len(blocks))
    said = np.stack([said_marks, drop, keep])
    words, ends = own[_OWN.index("words")], own[_OWN.index("ends")]
    prose = (words >= CORE_WORDS) & (ends == SENTENCE)
    by_name = dict(zip(chain(_OWN, _SAID), (*own, *said), strict=True))
    by_name["words"] = np.minimum(words, LONGEST)
    near, further = np.stack([by_name[name] for name in _NEAR]), np.stack([by_name[name] for name in _FURTHER])
    by_name |= {"prose": prose, "short": words <= SHORT_WORDS, "open": (ends < COMMA) & (words > SHORT_WORDS)}
    windowed = np.stack([by_name[name] for name in _WINDOWED])
    scopes = _scopes(marks)
    columns = np.concatenate(
        [
            own, marks, rules, said,
            *(shifted(near, by) for by in (-2, -1, 1, 2)),
            *(shifted(further, by) for by in (-3, 3)),
            *means_around(windowed, _WINDOWS),
            since(scopes), until(scopes),
            _place(blocks, by_name | {"words": words}, shared),
        ],
        dtype=np.float32,
    )  # fmt: skip
    return FirstLook(columns, words, shared)


def _own(blocks: Sequence[Block], counts: Counts) -> NDArray[np.float32]:
    """What a block is by itself, one row for each of _OWN."""
    of, size = counts.of, len(blocks)
    words = np.fromiter((block.words for block in blocks), np.float32, size)
    characters = np.maximum(of.sum(axis=0), 1)
    letters = of[Sign.UPPER] + of[Sign.LOWER] + of[Sign.LETTER] + of[Sign.MARK]
    begun = np.maximum(counts.words, 1)
    gap = np.fromiter((block.gap for block in blocks), np.float32, size)
    gap = np.clip(gap - np.median(gap), -1, 4)  # some flatteners part all lines
    rows: dict[str, Numbers] = {
        "words": words,
        "characters": np.fromiter((len(block.text) for block in blocks), np.float32, size),
        "ends": _ENDS[counts.closes],
        "opens": _OPENS[counts.opens],
        "sentences": counts.sentences,
        "words a sentence": words / np.maximum(1, counts.sentences),
        "commas": of[Sign.COMMA],
        "comma share": of[Sign.COMMA] / characters,
        "capitalised": np.where(counts.words > 0, counts.capitals / begun, -1),
        "capitals": of[Sign.UPPER] / np.maximum(letters, 1),
        "digits": of[Sign.DIGIT] / characters,
        "punctuation": (of[Sign.PUNCTUATION] + of[Sign.SYMBOL]) / characters,
        "bars": of[Sign.BAR],
        "quotes": of[Sign.QUOTE],
        "symbols": of[Sign.SYMBOL],
        "colons": of[Sign.COLON],
        "word length": letters / begun,
        "brackets": of[Sign.CLOSE],
        "tail": np.minimum(counts.tail, TAIL_WORDS),
        "cut off": np.fromiter((block.text.endswith(("...", "…")) for block in blocks), np.float32, size),
        "copyright sign": np.fromiter(("©" in block.text for block in blocks), np.float32, size),
        "date": _dates(blocks, of[Sign.DIGIT]),
        "address": np.fromiter((_holds_address(block.text[:400]) for block in blocks), np.float32, size),
        "kind": np.fromiter((_KINDS.index(block.kind) for block in blocks), np.float32, size),
        "gap": gap,
        "gap after": shifted(gap, 1, 0.0),
    }
    return stacked([rows[name] for name in _OWN], size)


_ENDS = np.full(len(Sign), OPEN, dtype=np.float32)
_ENDS[[Sign.END, Sign.STOP]] = SENTENCE
_ENDS[[Sign.COLON, Sign.COMMA, Sign.BAR]] = COLON, COMMA, BAR
_OPENS = np.zeros(len(Sign), dtype=np.float32)
_OPENS[[Sign.UPPER, Sign.LOWER, Sign.DIGIT, Sign.QUOTE, Sign.LETTER]] = 1, 2, 3, 4, 5


def _dates(blocks: Sequence[Block], digits: Numbers) -> NDArray[np.float32]:
    """Whether a block's first 400 characters hold a date, a year or a time of day."""
    found = np.zeros(len(blocks), dtype=np.float32)
    for at in np.flatnonzero(digits >= FEWEST_DIGITS).tolist():
        found[at] = _DATE.search(blocks[at].text, 0, 400) is not None
    return found


def _holds_address(text: str) -> bool:
    """Whether the text holds an address of the web or of mail."""
    return "@" in text or "www." in text or "://" in text


def _marks(blocks: Sequence[Block]) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """The strongest place of each category's phrases in each block, and the strongest of any category."""
    found = np.zeros((len(_MARKS), len(blocks)), dtype=np.float32)
    for block in blocks:
        for mark in block.marks:
            row, place = _MARKS[mark.category], _PLACES[mark.place]
            found[row, block.index] = max(found[row, block.index], place)
    return found, found.max(axis=0)


def _hits(hits: Sequence[Hit], size: int) -> tuple[NDArray[np.float32], NDArray[np.float32], NDArray[np.float32]]:
    """Each rule's word on each block, and the loudest word against it and for it."""
    found = np.zeros((len(_RULES), size), dtype=np.float32)
    drop, keep = np.zeros(size, dtype=np.float32), np.zeros(size, dtype=np.float32)
    for hit in hits:
        if hit.rule in _RULES:
            found[_RULES[hit.rule], hit.block] = hit.weight
        loudest = drop if hit.call is Call.DROP else keep
        loudest[hit.block] = max(loudest[hit.block], hit.weight)
    return found, drop, keep


def _scopes(marks: NDArray[np.float32]) -> NDArray[np.bool_]:
    """Where a heading of each kind of furniture stands, and where a byline or date."""
    whole = _PLACES["line"]
    rows = [marks[[_MARKS[category] for category in _SCOPES[scope]]].max(axis=0) >= whole for scope in _SCOPES]
    return np.stack([*rows, marks[[_MARKS[category] for category in _STAMPS]].max(axis=0) > 0])


def _place(blocks: Sequence[Block], known: Mapping[str, Numbers], shared: Vocabulary) -> NDArray[np.float32]:
    """Where a block stands on the page, one row for each of _PLACE; known: what is known of each block by itself."""
    words, prose, drop = known["words"], known["prose"], known["drop"]
    size = len(blocks)
    at = np.arange(size, dtype=np.float32)
    headline = np.fromiter((block.headline for block in blocks), bool, size)
    total = max(float(words.sum()), 1.0)
    dropped, proses = drop > thresholds.NAMES_FURNITURE, np.cumsum(prose)
    drops = np.cumsum(dropped)
    classes = np.digitize(words, LENGTH_CLASSES)
    run, in_run = _runs(classes)
    rows: dict[str, Numbers | float] = {
        "position": at / size,
        "blocks": size,
        "from top": at,
        "to end": size - 1 - at,
        "words above": (np.cumsum(words) - words) / total,
        "page words": total,
        "prose": prose,
        "after headline": np.clip(at - np.argmax(headline), -FAR, FAR) if headline.any() else NO_HEADLINE,
        "is headline": headline,
        "prose above": proses - prose,
        "prose below": proses[-1] - proses,
        "from prose": since(prose),
        "to prose": until(prose),
        "drops above": drops - dropped,
        "drops below": drops[-1] - drops,
        "page drop": float((drop * words).sum()) / total,
        "page prose": float((prose * words).sum()) / total,
        "page keep": float((known["keep"] * words).sum()) / total,
        "page mean": total / size,
        "page dates": float(known["date"].mean()),
        "language known": shared.function_share[0] >= 0,
        "unspaced": shared.unspaced,
        "repeated": _repeats(blocks),
        "run length": run,
        "in run": in_run,
        "rhythm": _rhythm(classes * 8 + known["ends"]),
        "function words": shared.function_share,
        "core words": shared.shared_with(prose),
        "title words": shared.shared_with(headline, beside_itself=False),
        "new words": shared.nowhere_else(),
    }
    return stacked([rows[name] for name in _PLACE], size)


def _repeats(blocks: Sequence[Block]) -> Numbers:
    """How often a block's text stands on the page, at most 6; 0 where it does not repeat."""
    times: dict[str, int] = {}
    for block in blocks:
        times[block.folded] = times.get(block.folded, 0) + 1
    counted = np.fromiter((times[block.folded] for block in blocks), np.float32, len(blocks))
    return np.where(counted > 1, np.minimum(counted, 6), 0)


def _runs(classes: Numbers) -> tuple[Numbers, Numbers]:
    """Length of the run of blocks alike in length that a block stands in, and its place in the run."""
    begins = np.flatnonzero(np.concatenate(([True], classes[1:] != classes[:-1])))
    lengths = np.diff(np.append(begins, len(classes)))
    return np.repeat(lengths, lengths), np.arange(len(classes)) - np.repeat(begins, lengths)


def _rhythm(shapes: Numbers) -> Numbers:
    """How much of what stands around a block comes again at one distance: comments and teasers do, prose does not."""
    best = np.zeros(len(shapes))
    for period in PERIODS:
        if len(shapes) <= 2 * period:
            break
        again = shapes[:-period] == shapes[period:]
        again &= shapes[:-period] != shapes[1 : len(shapes) - period + 1]
        total = np.concatenate(([0], np.cumsum(again), np.full(period, again.sum())))
        at = np.arange(len(shapes))
        found = total[np.minimum(len(shapes), at + 2 * period)] - total[np.maximum(0, at - 2 * period)]
        np.maximum(best, found / (4 * period), out=best)
    return best
