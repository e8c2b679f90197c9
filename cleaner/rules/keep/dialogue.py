"""Interviews and transcripts.

What it keeps: "Q: …" and "A: …", lines that open with a speaker's name and a colon, and questions each
followed by a paragraph.

Why it is story: the same few speakers come back, each time with words of theirs, however short.

What it must drop: labels that come back before names or numbers ("Photo:", "Price:").

Example: `Reporter: When did you see the rocks?` / `Captain: Too late.` / `Reporter: And then?` / …

Since: 0.1.0
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from cleaner.model import Block, Call, Hit
from cleaner.rules.shape import Shape, ends_like_sentence, quoted, shapes

# A speaker: up to four words before a colon ("Ms Lima of the port:" has more and is rare).
_SPEAKER = re.compile(r"([^\W\d_][^:：.!?,;]{0,40})[:：]\s*\S")
MOST_NAME_WORDS = 4
# Each of two speakers twice, or one (the reporter asks, the other's answers are plain) three times.
FEWEST_TURNS = 2
FEWEST_SPEAKERS = 2
FEWEST_QUESTIONS = 3


def judge(blocks: Sequence[Block]) -> Iterable[Hit]:
    """Keep hits on the turns of speakers and on questions with answers."""
    kinds = shapes(blocks)
    yield from _turns(blocks)
    questions = [at for at in range(len(blocks) - 1) if _is_question(blocks[at], kinds[at], kinds[at + 1])]
    if _varied(blocks, questions) >= FEWEST_QUESTIONS:
        why = f"one of {len(questions)} questions, each followed by a paragraph"
        yield from (Hit(at, Call.KEEP, 0.8, why) for at in questions)


def _turns(blocks: Sequence[Block]) -> Iterator[Hit]:
    turns: dict[str, list[int]] = defaultdict(list)
    for block in blocks:
        match = _SPEAKER.match(block.text)
        if match and len(match.group(1).split()) <= MOST_NAME_WORDS and _speaks(block):
            turns[match.group(1).casefold()].append(block.index)
    speakers = {name: lines for name, lines in turns.items() if _varied(blocks, lines) >= FEWEST_TURNS}
    if len(speakers) < FEWEST_SPEAKERS:
        return
    for name, lines in speakers.items():
        why = f"{quoted(name)} speaks {len(lines)} times, in turn with {len(speakers) - 1} other"
        yield from (Hit(at, Call.KEEP, 0.85, why) for at in lines)


def _varied(blocks: Sequence[Block], lines: Sequence[int]) -> int:
    """How many different texts: a message that a form repeats is nobody's turn."""
    return len({blocks[at].folded for at in lines})


def _speaks(block: Block) -> bool:
    """Words said end as sentences; what the lexicon knows at the line's start is a label."""
    cut_off = block.text.endswith(("...", "…"))
    return (
        ends_like_sentence(block.text)
        and not cut_off
        and not any(
            # "Reporter:" opens a byline as well as a turn.
            mark.place == "start" and mark.category != "byline"
            for mark in block.marks
        )
    )


def _is_question(block: Block, kind: Shape, after: Shape) -> bool:
    asks = block.text.rstrip("\"'’”»").endswith(("?", "؟", "？")) and block.words > 2
    return asks and kind is not Shape.PROSE and after is Shape.PROSE and not block.marks
