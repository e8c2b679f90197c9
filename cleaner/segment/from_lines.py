"""Flattened text to blocks: one a line, but for wrapped paragraphs, cut sentences and lines that hold a page.

Whoever flattened the page left traces in its lines: text browsers wrap paragraphs at a fixed width,
indent them and number their links; `get_text("\\n")` puts every inline tag on a line of its own; others
leave no line break at all. All is undone before judging, since neither a third of a paragraph nor the
words of one link can be judged by themselves; each block remembers its input lines, and several blocks
may share one.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from cleaner.lexicon import glued_label, marks, marks_of, words_of
from cleaner.lexicon.folding import count_words, fold, fold_all, is_spaced, touches
from cleaner.model import Block, BlockKind, Line
from cleaner.segment.fragments import LOOK_AHEAD, QUOTES, SENTENCE_END, is_cut, may_rejoin, rejoin
from cleaner.segment.language import detect
from cleaner.segment.long_lines import FEW_LINES, MIXED, pieces
from cleaner.segment.markup import TABLE_RULE, Habits, cells, habits, is_table_row
from cleaner.segment.wrapping import wrapping

_MARKER = re.compile(r"(?:[•·‣▪◦●■*+]|(#{1,6})|(>))\s+(?=\S)")
_MARKERS = frozenset("•·‣▪◦●■*+#>")
_MARKERS_OR_SPACE = _MARKERS | frozenset(" \t")
_DASH_BULLET = re.compile(r"-\s+(?=\S)")
_CLOSING = frozenset(",.;:!?)]}’”»")
LAYOUT_CELL = 200  # characters; a table with a longer cell is not data, it lays the page out
# A page is set with a blank line after every line when so many of its lines are.
SPACED_LINES, SPACED_SHARE = 8, 0.95
# Opens a line that leads to another story; such a line is no part of the paragraph above it.
LINK_LABELS = frozenset({"related", "read_more"})
LINE_START = 60  # characters


@dataclass(frozen=True, slots=True)
class _Printed:
    """A page's lines with text, as the tool printed them.

    bare: the same lines without the tool's own marks; a line that is nothing else keeps them.
    gaps: blank lines above each; up to `spacing` of them part nothing.
    """

    numbers: Sequence[int]
    lines: Sequence[str]
    bare: Sequence[str]
    gaps: Sequence[int]
    spacing: int
    hand: Habits


# A stretch of text, white space as printed; what it is; the first and last input line it stands in; blank lines above.
_Piece = tuple[str, BlockKind, int, int, int]


def blocks_of_lines(lines: Sequence[Line]) -> tuple[Block, ...]:
    """Blocks of flattened text; line numbers are those of the input."""
    printed = _printed(lines)
    found = _pieces(printed)
    texts = _single_spaced([piece[0] for piece in found])
    folded = fold_all(texts)
    spaced = is_spaced("\n".join(texts))
    counts = [text.count(" ") + 1 for text in texts] if spaced else list(map(count_words, texts))
    return tuple(
        Block(index, text, plain, first, last, kind, gap, count, marks)
        for index, (text, plain, (_, kind, first, last, gap), count, marks) in enumerate(
            zip(texts, folded, found, counts, marks_of(folded), strict=True)
        )
    )


def _single_spaced(texts: Sequence[str]) -> Sequence[str]:
    """The texts with single spaces; as they are where one look at all of them shows that nothing is to be done."""
    whole = f"|{'|'.join(texts)}|"
    if whole.isprintable() and "  " not in whole and "| " not in whole and " |" not in whole:
        return texts
    return [" ".join(text.split()) for text in texts]


def _printed(lines: Sequence[Line]) -> _Printed:
    numbers, texts, gaps = [], [], []
    gap = 0
    for line in lines:
        text = line.text.rstrip()
        if text:
            numbers.append(line.number)
            texts.append(text)
            gaps.append(gap)
            gap = 0
        else:
            gap += 1
    hand = habits("\n".join(texts))
    bare = [_bare(text, hand) for text in texts] if hand else texts
    apart = len(gaps) - gaps.count(0) - (gaps[:1] != [0])
    spacing = int(len(texts) >= SPACED_LINES and apart >= SPACED_SHARE * (len(texts) - 1))
    return _Printed(numbers, texts, bare, gaps, spacing, hand)


def _bare(text: str, hand: Habits) -> str:
    bare = hand.away(text)
    return bare if bare and not bare.isspace() else text


def _groups(printed: _Printed) -> Iterator[tuple[int, int]]:
    """Runs of lines that belong together, as positions from start to stop."""
    lines, gaps, spacing = printed.lines, printed.gaps, printed.spacing
    if not lines:
        return
    wrapped, cut, tables = wrapping(lines, gaps, spacing), is_cut(printed.bare), printed.hand.markdown
    start = 0
    if wrapped.width or cut or tables:
        for at in range(1, len(lines)):
            if gaps[at] <= spacing and (
                (wrapped.width and wrapped.goes_on(lines, at) and not _leads_away(printed.bare, at))
                or (
                    cut and may_rejoin(printed.bare, start, at) and rejoin(printed.bare, start, at, _ahead(printed, at))
                )
                or (tables and TABLE_RULE.fullmatch(lines[at]))
            ):
                continue
            yield start, at
            start = at
    else:
        yield from zip(range(len(lines) - 1), range(1, len(lines)), strict=True)
        start = len(lines) - 1
    yield start, len(lines)


def _leads_away(lines: Sequence[str], at: int) -> bool:
    """Whether a sentence ends above this line, and the line opens like a link to another story."""
    if lines[at - 1].rstrip(QUOTES)[-1:] not in SENTENCE_END:
        return False
    opening = lines[at].strip()[:LINE_START]
    label = glued_label(opening)
    return (label is not None and label.category in LINK_LABELS) or any(
        mark.place == "start" and mark.category in LINK_LABELS for mark in marks(fold(opening))
    )


def _ahead(printed: _Printed, at: int) -> int:
    """Where the lines end that stand at this place and right below it, as many as a cut sentence is looked for in."""
    stop = at + 1
    while stop < min(at + LOOK_AHEAD, len(printed.lines)) and printed.gaps[stop] <= printed.spacing:
        stop += 1
    return stop


def _pieces(printed: _Printed) -> list[_Piece]:
    """What blocks are made of, in order."""
    found: list[_Piece] = []
    bare, numbers, gaps, hand = printed.bare, printed.numbers, printed.gaps, printed.hand
    small_words = cache(lambda: words_of(detect(printed.lines)))
    for start, stop in _groups(printed):
        text = bare[start]
        if stop - start > 1 or len(text) > MIXED or hand.markdown or text[0] in _MARKERS_OR_SPACE:
            found.extend(_split(printed, start, stop, small_words))
        else:
            number = numbers[start]
            found.append((text, "paragraph", number, number, gaps[start]))
    return found


def _split(printed: _Printed, start: int, stop: int, small_words: Callable[[], Collection[str]]) -> Iterator[_Piece]:
    """The pieces of lines that belong together: nearly always one."""
    text, offsets = _joined(printed, start, stop)
    kind, opening = _kind(text, printed.hand)
    first, last, gap = printed.numbers[start], printed.numbers[stop - 1], printed.gaps[start]
    if kind == "table":
        yield " | ".join(cells(text)), kind, first, last, gap
        return
    if len(text) <= MIXED:
        yield text[opening:], kind, first, last, gap
        return
    for left, right in pieces(text[opening:], len(printed.lines) <= FEW_LINES, small_words):
        first, last = (bisect_right(offsets, opening + place) - 1 for place in (left, right - 1))
        part = text[opening + left : opening + right]
        yield part, kind, printed.numbers[start + first], printed.numbers[start + last], gap
        gap = 0


def _kind(text: str, hand: Habits) -> tuple[BlockKind, int]:
    """What the marker at its head says the text is, and where the text begins after it."""
    bare = text.lstrip()
    if bare[0] not in _MARKERS and not hand.markdown:
        return "paragraph", 0
    indent = len(text) - len(bare)
    if match := _MARKER.match(bare):
        return "heading" if match[1] else "quote" if match[2] else "list_item", indent + match.end()
    if hand.markdown:
        if match := _DASH_BULLET.match(bare):
            return "list_item", indent + match.end()
        if is_table_row(bare) and max(map(len, cells(bare)), default=LAYOUT_CELL) < LAYOUT_CELL:
            return "table", 0
    return "paragraph", 0


def _joined(printed: _Printed, start: int, stop: int) -> tuple[str, Sequence[int]]:
    """The lines as one text, and where in it each begins."""
    if stop - start == 1:
        return printed.bare[start], (0,)
    parts, offsets = [printed.bare[start]], [0]
    length, last = len(parts[0]), parts[0][-1]
    for at in range(start + 1, stop):
        line = printed.bare[at].strip()
        if printed.hand.markdown and TABLE_RULE.fullmatch(line):
            line = ""
        elif not (line[0] in _CLOSING or touches(last, line[0])):
            line = f" {line}"
        offsets.append(length)
        parts.append(line)
        length += len(line)
        last = line[-1:] or last
    text = "".join(parts)
    # A link that was wrapped is whole only now; the lines of its pieces are then those of all.
    whole = _bare(text, printed.hand) if printed.hand.markdown and "](" in text else text
    return whole, offsets if whole == text else [0] * len(offsets)
