"""Flattened text to blocks: one a line, but for hard-wrapped paragraphs and sentences that were cut.

Whoever flattened the page left traces in its lines: text browsers wrap paragraphs at a fixed width
and indent them, `get_text("\\n")` puts every inline tag on a line of its own. Both are undone before
judging, since neither a third of a paragraph nor the words of one link can be judged by themselves;
each block remembers its input lines.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from cleaner.lexicon import marks
from cleaner.lexicon.folding import count_words, fold
from cleaner.model import Block, BlockKind, Line
from cleaner.segment.fragments import LOOK_AHEAD, is_cut, rejoin
from cleaner.segment.wrapping import unwrap, wrap_width

_BULLET = re.compile(r"\s*[•·‣▪◦●■*+]\s+(?=\S)")
_MARKDOWN_HEADING = re.compile(r"\s*#{1,6}\s+(?=\S)")
_QUOTE = re.compile(r"\s*>\s+(?=\S)")


@dataclass(frozen=True, slots=True)
class Piece:
    """Lines that belong together: their joined text and where they stand."""

    text: str
    first: int
    last: int
    gap: int


def blocks_of_lines(lines: Sequence[Line]) -> tuple[Block, ...]:
    """Blocks of flattened text; line numbers are those of the input."""
    texts = [(line.number, line.text.rstrip()) for line in lines]
    groups = _groups(texts)
    return tuple(_block(index, piece) for index, piece in enumerate(groups))


def _groups(texts: Sequence[tuple[int, str]]) -> Iterator[Piece]:
    width = wrap_width([text for _, text in texts])
    cut = is_cut([text for _, text in texts])
    pending: list[tuple[int, str]] = []
    pending_gap = gap = 0
    for at, (number, text) in enumerate(texts):
        if not text.strip():
            gap += 1
            continue
        goes_on = gap == 0 and (
            (width > 0 and unwrap(pending[-1][1], text, width)) or (cut and rejoin(_tail(pending), _ahead(texts, at)))
            if pending
            else False
        )
        if pending and not goes_on:
            yield _piece(pending, pending_gap)
            pending = []
        if not pending:
            pending_gap = gap
        pending.append((number, text))
        gap = 0
    if pending:
        yield _piece(pending, pending_gap)


def _tail(lines: Sequence[tuple[int, str]]) -> str:
    """The last lines gathered: enough to see whether a sentence is open, and bounded."""
    return " ".join(text.strip() for _, text in lines[-4:])


def _ahead(texts: Sequence[tuple[int, str]], at: int) -> list[str]:
    """The line at this place and those right below it, up to a blank one."""
    ahead = []
    for _, text in texts[at : at + LOOK_AHEAD]:
        if not text.strip():
            break
        ahead.append(text)
    return ahead


def _piece(lines: Sequence[tuple[int, str]], gap: int) -> Piece:
    parts = [lines[0][1]]
    for _, following in lines[1:]:
        word = following.strip()
        parts.append(word if word[:1] in ",.;:!?)]}’”»" else f" {word}")
    return Piece("".join(parts), lines[0][0], lines[-1][0], gap)


def _block(index: int, piece: Piece) -> Block:
    kind: BlockKind = "paragraph"
    text = piece.text
    for pattern, named in ((_BULLET, "list_item"), (_MARKDOWN_HEADING, "heading"), (_QUOTE, "quote")):
        match = pattern.match(text)
        if match:
            kind, text = named, text[match.end() :]  # type: ignore[assignment]  # literals above
            break
    text = " ".join(text.split())
    folded = fold(text)
    return Block(
        index=index,
        text=text,
        folded=folded,
        first=piece.first,
        last=piece.last,
        kind=kind,
        gap=piece.gap,
        words=count_words(text),
        marks=marks(folded),
    )
