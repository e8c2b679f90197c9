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
from cleaner.rules.shape import Shape, quoted
from cleaner.rules.sheet import Sheet, places

# A speaker: up to four words before a colon ("Ms Lima of the port:" has more and is rare).
_SPEAKER = re.compile(r"([^\W\d_][^:：.!?,;]{0,40})[:：]\s*\S")
MOST_NAME_WORDS = 4
_QUESTION = re.compile("[?؟？\"'’”»]")
# Each of two speakers twice, or one (the reporter asks, the other's answers are plain) three times.
FEWEST_TURNS = 2
FEWEST_SPEAKERS = 2
FEWEST_QUESTIONS = 3


def judge(blocks: Sequence[Block]) -> Iterable[Hit]:
    """Keep hits on the turns of speakers and on questions with answers."""
    page = Sheet.of(blocks)
    yield from _turns(page)
    questions = [at for at in places(_QUESTION, page.lasts) if _is_question(page, at)]
    if _varied(page, questions) >= FEWEST_QUESTIONS:
        why = f"one of {len(questions)} questions, each followed by a paragraph"
        yield from (Hit(at, Call.KEEP, 0.8, why) for at in questions)


def _turns(page: Sheet) -> Iterator[Hit]:
    turns: dict[str, list[int]] = defaultdict(list)
    for block in page.pick(page.holding(":", "：")):
        match = _SPEAKER.match(block.text) if block.index in page.sentences else None
        if match and len(match.group(1).split()) <= MOST_NAME_WORDS and _speaks(block):
            turns[match.group(1).casefold()].append(block.index)
    speakers = {name: lines for name, lines in turns.items() if _varied(page, lines) >= FEWEST_TURNS}
    if len(speakers) < FEWEST_SPEAKERS:
        return
    for name, lines in speakers.items():
        why = f"{quoted(name)} speaks {len(lines)} times, in turn with {len(speakers) - 1} other"
        yield from (Hit(at, Call.KEEP, 0.85, why) for at in lines)


def _varied(blocks: Sequence[Block], lines: Sequence[int]) -> int:
    """How many different texts: a message that a form repeats is nobody's turn."""
    return len({blocks[at].folded for at in lines})


def _speaks(block: Block) -> bool:
    """Words said are not cut off; what the lexicon knows at the line's start is a label."""
    # "Reporter:" opens a byline as well as a turn.
    labelled = any(mark.place == "start" and mark.category != "byline" for mark in block.marks)
    return not labelled and not block.text.endswith(("...", "…"))


def _is_question(page: Sheet, at: int) -> bool:
    block = page[at]
    asks = block.text.rstrip("\"'’”»").endswith(("?", "؟", "？")) and block.words > 2
    answered = page.kinds[at] != Shape.PROSE and page.kinds[at + 1 : at + 2] == Shape.PROSE
    return asks and answered and not block.marks
