"""Lines that hold more than a paragraph: a page in one line, a menu and a story side by side.

Where a flattener left no line breaks, sentences are the only boundaries. A sentence that follows a menu
carries the menu as its head (`Home News Sport The council voted …`): the head holds no small words and
ends where prose begins. What opens several sentences of the page (`Advertisement`, `Article content`) is
a head too.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass

from cleaner.lexicon import line_categories
from cleaner.lexicon.folding import fold

# Paragraphs of news stay below this (163 lines in 1,412 pages of WCXB pass it, most of them no paragraphs).
LONG = 1_500
# A page of so few lines is no page laid out in lines, and then less is too much.
FEW_LINES, LONG_OF_FEW = 3, 700
SHORT = 60  # characters of a sentence that takes the next one in, so that nothing is judged by three words
MIXED = 200  # a line with bars or tabs that is longer may hold a menu and prose
PROSE_CELL = 120
HEAD_LOSS = 3.0  # how much less a sentence with its head reads as prose before the head is cut off
FEWEST_BEFORE, FEWEST_AFTER = 3, 5  # words on both sides of a capital that opens a sentence without a stop before it
MOST_FURNITURE = 25  # words of a piece that is no sentence
REPEATED_WORDS, REPEATED = 4, 3  # longest head that is known by its repeats, and how often it must stand
RUN = 5  # words; a run this long that stands twice on the page is no chance

# Phrases that stand before a sentence of the story when all lines are one.
_HEADS = frozenset({
    "advertisement", "sponsored", "read_more", "related", "newsletter", "player", "columns", "trending",
})  # fmt: skip
_STOP = re.compile(r"[.!?…。！？।؟۔]{1,10}+[\"'’”»)\]」』）]{0,3}+")
_UNSPACED_STOPS = frozenset("。！？")
_BEFORE_STOP = re.compile(r"[^\s(\"'“„«]{1,30}$")
_GLUED = re.compile(r"[.!?][\"”’]?(?=[^\W\d_a-z][a-z]{0,30}+ )")
_TOKEN = re.compile(r"\S+")
_HUMP = re.compile(r"(?<=[a-zß-öø-ÿ])([A-ZÀ-ÖØ-Þ][a-zß-öø-ÿ]{0,12}+)(?!\S)")
_BEFORE_HUMP = re.compile(r"(?<!\S)([a-zß-öø-ÿ]{3,30}+)(?=[A-ZÀ-ÖØ-Þ][a-zß-öø-ÿ])")
_SEPARATORS = frozenset("\t|•·›»")
_SEPARATOR = re.compile(r"\t+\s*|\s{3,}|\s+[|•·›»]\s+")
_UNSPACED = re.compile("[\u0e00-\u0eff\u1000-\u109f\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]")
_ENDS = frozenset('.!?…。！？।؟۔"”»')
_OPENERS = "\"'“„«‘(¿¡「『"
_COMMAS = (",", "،", "，", "、", ";", "؛")
_BARS = frozenset("|•·›»/-–—")

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class _Unit:
    """What stands between two stops.

    words, spans: its words and where they stand. stopped: a stop ends it, or only the line does.
    """

    words: Sequence[str]
    spans: Sequence[Span]
    stopped: bool


def pieces(text: str, few_lines: bool, small_words: Callable[[], Collection[str]]) -> list[Span]:
    """Start and end of each piece of a line that is longer than MIXED; one piece for a usual paragraph.

    few_lines: the page has hardly any other line. small_words: asked for the function words of the page's language,
        folded, where sentences must be told.
    """
    if len(text) > (LONG_OF_FEW if few_lines else LONG) or _is_glued(text):
        return _sentences(text, small_words())
    if not _SEPARATORS.isdisjoint(text) or "   " in text:
        return _cells(text)
    return [(0, len(text))]


def _is_glued(text: str) -> bool:
    """Whether a sentence begins where the one before it ends, without a space: `last spring.Opponents had`."""
    return any(text[match.start() - 1].islower() for match in _GLUED.finditer(text, 1))


def _cells(text: str) -> list[Span]:
    """Long cells by themselves, runs of short ones together."""
    spans: list[Span] = []
    start, joined = 0, False
    for end, following in [*((m.start(), m.end()) for m in _SEPARATOR.finditer(text)), (len(text), len(text))]:
        prose = end - start > PROSE_CELL
        if joined and not prose:
            spans[-1] = (spans[-1][0], end)
        elif text[start:end].strip():
            spans.append((start, end))
            joined = not prose
        start = following
    return spans if any(end - start > PROSE_CELL for start, end in spans) else [(0, len(text))]


def _sentences(text: str, small_words: Collection[str]) -> list[Span]:
    """Sentences, the short ones with the next, and what stands between them."""
    units = _apart(list(_units(text, small_words)))
    repeated = _repeated(units)
    spans: list[Span] = []
    opened = False
    for unit in units:
        head = _head(unit, repeated, small_words) if unit.stopped else len(unit.words)
        for first, last in _furniture(unit.words, head, small_words):
            spans.append((unit.spans[first][0], unit.spans[last - 1][1]))
            opened = False
        if head == len(unit.words):
            continue
        end = unit.spans[-1][1]
        if opened and spans[-1][1] - spans[-1][0] < SHORT and end - spans[-1][0] < LONG_OF_FEW:
            spans[-1] = (spans[-1][0], end)
        else:
            spans.append((unit.spans[head][0], end))
        opened = True
    return spans


def _units(text: str, small_words: Collection[str]) -> Iterator[_Unit]:
    humps = _humps(text, small_words)
    start = 0
    for end in [*_stops(text), len(text)]:
        spans = [match.span() for match in _TOKEN.finditer(text, start, end)]
        if own := humps[bisect_left(humps, start) : bisect_left(humps, end)]:
            spans = [part for span in spans for part in _cut(span, own)]
        if spans:
            yield _Unit([text[left:right] for left, right in spans], spans, end < len(text) or text[-1] in _ENDS)
        start = end


def _humps(text: str, small_words: Collection[str]) -> Sequence[int]:
    """Where two words stand as one, of elements that nothing set apart: `contentThe`, `contentSchools` again and again.

    `YouTube` is no such place: a small word begins at it, or what ends at it begins small and does so often.
    """
    found = {match.start(1) for match in _HUMP.finditer(text) if match[1].casefold() in small_words}
    ends = Counter(_BEFORE_HUMP.findall(text))
    often = {word for word, count in ends.items() if count >= REPEATED}
    if often:
        found |= {match.end(1) for match in _BEFORE_HUMP.finditer(text) if match[1] in often}
    return sorted(found)


def _cut(span: Span, places: Sequence[int]) -> Iterator[Span]:
    left, right = span
    for at in places[bisect_right(places, left) : bisect_left(places, right)]:
        yield left, at
        left = at
    yield left, right


def _stops(text: str) -> Iterator[int]:
    """Ends of sentences: a stop that no small letter follows, and that ends no abbreviation."""
    for match in _STOP.finditer(text, 1):
        end = match.end()
        if end < len(text) and _is_stop(text, match.start(), end):
            yield end


def _is_stop(text: str, start: int, end: int) -> bool:
    if text[start] in _UNSPACED_STOPS:
        return True
    following = text[end : end + 3].lstrip(" " + _OPENERS)[:2]
    if not text[end].isspace():
        # `spring.Opponents`: nothing set the paragraphs apart.
        opens = following[:1].isupper() and (following[1:].islower() or following[1:].isspace())
        return end - start <= 2 and text[start - 1].islower() and opens
    if following[:1].islower() or text[start - 1].isspace():
        return False
    word = _BEFORE_STOP.search(text, max(0, start - 30), start) if text[start] == "." else None
    return word is None or not _abbreviates(word[0], following[:1])


def _abbreviates(word: str, following: str) -> bool:
    """`Dr`, `Nov`, `J`, `U.S`, and in many languages the ordinal `3`."""
    if word.isdigit():
        return len(word) <= 2 and following.isalpha()
    return (len(word) <= 3 and word[0].isupper() and word.isalpha()) or (
        "." in word and len(word) <= 6 and word[-2:-1] == "."
    )


def _apart(units: Sequence[_Unit]) -> list[_Unit]:
    """The units, cut where words begin or end that the page holds twice: its title, a caption, a teaser."""
    counts: Counter[tuple[str, ...]] = Counter()
    runs = [list(zip(*(unit.words[at:] for at in range(RUN)), strict=False)) for unit in units]
    for own in runs:
        counts.update(own)
    cut: list[_Unit] = []
    for unit, own in zip(units, runs, strict=True):
        twice = [counts[run] > 1 for run in own]
        edges = [at for at in range(1, len(twice)) if twice[at] and not twice[at - 1]]
        edges += [at + RUN for at in range(len(twice) - 1) if twice[at] and not twice[at + 1]]
        start = 0
        for at in [*sorted(edges), len(unit.words)]:
            if at > start:
                stopped = unit.stopped and at == len(unit.words)
                cut.append(_Unit(unit.words[start:at], unit.spans[start:at], stopped))
                start = at
    return cut


def _repeated(units: Sequence[_Unit]) -> Collection[tuple[str, ...]]:
    """Heads that several sentences of the page open with, a new sentence behind each: `Article content`."""
    opened: Counter[tuple[str, ...]] = Counter()
    for unit in units:
        for size in range(1, min(REPEATED_WORDS, len(unit.words) - 1) + 1):
            following = unit.words[size].lstrip(_OPENERS)[:1]
            if unit.words[size - 1][0].islower() and following.isupper():
                opened[tuple(unit.words[:size])] += 1
    return {head for head, count in opened.items() if count >= REPEATED}


def _head(unit: _Unit, repeated: Collection[tuple[str, ...]], small_words: Collection[str]) -> int:
    """How many words stand before the sentence that ends with the last of them."""
    known = _known_head(unit.words, repeated)
    return known + _bare_head(unit.words[known:], small_words)


def _known_head(words: Sequence[str], repeated: Collection[tuple[str, ...]]) -> int:
    head, size = 0, REPEATED_WORDS
    while size:
        found = words[head : head + size]
        rest = words[head + size : head + size + 1]
        if rest and (tuple(found) in repeated or _announces(found, rest[0])):
            head += size
            size = REPEATED_WORDS
        else:
            size -= 1
    return head


def _announces(words: Sequence[str], following: str) -> bool:
    """A phrase of the lexicon that is a line of its own, with a capital behind it."""
    if not following.lstrip(_OPENERS)[:1].isupper() or not words[0][:1].isupper():
        return False
    return not _HEADS.isdisjoint(line_categories(fold(" ".join(words))))


def _bare_head(words: Sequence[str], small_words: Collection[str]) -> int:
    gains = [_gain(word, small_words) for word in words]
    rest = sum(gains)
    best, cut = rest + HEAD_LOSS + _opening(words, 0, small_words), 0
    for at in range(1, len(words)):
        rest -= gains[at - 1]
        if _opens(words, at) and (value := rest + _opening(words, at, small_words)) >= best:
            best, cut = value, at
    return cut


def _gain(word: str, small_words: Collection[str]) -> float:
    """How much a word speaks for prose rather than for a menu."""
    first = word[0]
    if first.islower():
        return 1.0
    if word.endswith(_COMMAS):
        return 0.5
    if first.isupper() or not first.isalpha():
        return 0.0 if word[-1] == "." else -1.0  # an abbreviation stands in no menu
    unspaced = len(_UNSPACED.findall(word))
    if unspaced > 1:
        return min(unspaced, 60) / 4 - 3.0
    return 2.0 if word in small_words else -0.4  # a script without capitals


def _opens(words: Sequence[str], at: int) -> bool:
    return not words[at].lstrip(_OPENERS)[:1].islower() and not words[at - 1].endswith(_COMMAS)


def _opening(words: Sequence[str], at: int, small_words: Collection[str]) -> float:
    """What speaks for a sentence to open here: `The`, `In`, a bar before it."""
    bonus = 1.0 if at and words[at - 1] in _BARS else 0.0
    if words[at].lstrip(_OPENERS).casefold() in small_words:
        bonus += 3.0
    return bonus


def _furniture(words: Sequence[str], head: int, small_words: Collection[str]) -> Iterator[Span]:
    """The words before a sentence, cut where a capital small word opens something new, and into short pieces."""
    first = 0
    for at in range(1, head):
        opens = words[at][0].isupper() and words[at].casefold() in small_words
        if at - first >= MOST_FURNITURE or (opens and at - first >= FEWEST_BEFORE and head - at >= FEWEST_AFTER):
            yield first, at
            first = at
    if head > first:
        yield first, head
