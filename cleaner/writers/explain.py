"""The page told again, block by block: what became of each, under which rule, and what moved the decision."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from cleaner.model import Fate, Field, Hit, Verdict
from cleaner.writers.columns import printable, wrap

if TYPE_CHECKING:
    from cleaner.document import Document

WIDTH = 100
_GUTTER = 10  # line number, sign and the spaces around them
_TEXT_LINES = 3  # of a long paragraph its beginning tells which one it is
_NOTE_LINES = 4
_MOST_EVIDENCE = 5

_SIGNS = {Fate.STORY: "+", Fate.FIELD: "=", Fate.DROPPED: "-"}
_COLOURS = {Fate.STORY: "\x1b[32m", Fate.FIELD: "\x1b[36m", Fate.DROPPED: "\x1b[31m"}
_BOLD, _DIM, _PLAIN = "\x1b[1m", "\x1b[2m", "\x1b[0m"


def to_explain(document: Document, colour: bool = False) -> str:
    """Every block of the page in order with its fate, score, rule and evidence; lines of at most 100 columns.

    `+` marks story, `=` what went into a field, `-` what was dropped. Scores and weights are log-odds
    that the block is story; a rule's own number is its confidence, 0 to 1. `colour` adds ANSI colours.
    """
    parts = [_header(document, colour)]
    if document.fields:
        parts.append("\n".join(line for field in document.fields for line in _field(field, colour)))
    parts += [_verdict(verdict, colour) for verdict in document.verdicts]
    return "\n\n".join(parts) + "\n"


def _header(document: Document, colour: bool) -> str:
    counts = Counter(verdict.fate for verdict in document.verdicts)
    blocks = len(document.verdicts)
    facts = [
        ("page", document.id),
        ("url", document.url),
        ("title", document.title),
        ("language", document.language),
        (
            "blocks",
            f"{blocks}: {counts[Fate.STORY]} + story, {counts[Fate.FIELD]} = in fields, "
            f"{counts[Fate.DROPPED]} - dropped",
        ),
        *(("warning", warning) for warning in document.warnings),
    ]
    return "\n".join(line for name, value in facts if value for line in _fact(name, value, colour))


def _fact(name: str, value: str, colour: bool) -> list[str]:
    first, *more = wrap(printable(value), WIDTH - _GUTTER, _TEXT_LINES)
    return [_paint(f"{name:<{_GUTTER}}", _BOLD, colour) + first, *(" " * _GUTTER + line for line in more)]


def _field(field: Field, colour: bool) -> list[str]:
    place = f"line {field.line}" if field.line is not None else "in no line"
    first, *more = wrap(printable(_reading(field)), WIDTH - _GUTTER - 2, _TEXT_LINES)
    name = _paint(f"{field.name:<{_GUTTER}}", _COLOURS[Fate.FIELD], colour)
    words = [f"{name}= {first}", *(" " * (_GUTTER + 2) + line for line in more)]
    return [*words, *_notes([f"{place}, {field.rule}: {field.why}"], colour)]


def _reading(field: Field) -> str:
    """What was read, and the words it was read from where they are others."""
    if not field.raw:
        return str(field.value)
    read = isinstance(field.value, str) and field.value != field.raw
    return f"{field.value}, from “{field.raw}”" if read else f"“{field.raw}”"


def _verdict(verdict: Verdict, colour: bool) -> str:
    paint = _COLOURS[verdict.fate]
    first, *more = wrap(printable(verdict.block.text), WIDTH - _GUTTER, _TEXT_LINES)
    number = f"{verdict.block.first:>6} "
    lines = [number + _paint(f"{_SIGNS[verdict.fate]}  {first}", paint, colour)]
    lines += [" " * _GUTTER + _paint(line, paint, colour) for line in more]
    return "\n".join([*lines, *_notes(_reasons(verdict), colour)])


def _reasons(verdict: Verdict) -> list[str]:
    """The decision, then every other rule's word, then what the learned weights said."""
    fate = " and ".join(filter(None, (verdict.fate.value, ", ".join(verdict.fields))))
    if verdict.fate is Fate.FIELD:
        fate = "field " + ", ".join(verdict.fields)
    reasons = [f"{fate}, {verdict.score:+.2f}, {verdict.rule}: {verdict.why}"]
    reasons += [_word(hit) for hit in verdict.hits if (hit.rule, hit.why) != (verdict.rule, verdict.why)]
    if verdict.evidence:
        said = ", ".join(f"{what} {weight:+.2f}" for what, weight in verdict.evidence[:_MOST_EVIDENCE])
        reasons.append(f"weights: {said}")
    return reasons


def _word(hit: Hit) -> str:
    return f"{hit.call.value} {hit.weight:.2f}, {hit.rule}: {hit.why}"


def _notes(notes: list[str], colour: bool) -> list[str]:
    written: list[str] = []
    for note in notes:
        first, *more = wrap(printable(note), WIDTH - _GUTTER - 4, _NOTE_LINES)
        written.append(" " * (_GUTTER + 2) + _paint("· " + first, _DIM, colour))
        written += [" " * (_GUTTER + 4) + _paint(line, _DIM, colour) for line in more]
    return written


def _paint(text: str, paint: str, colour: bool) -> str:
    return f"{paint}{text}{_PLAIN}" if colour else text
