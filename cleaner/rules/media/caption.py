"""Captions and picture credits.

What it drops: lines that open with "Photo:" or "Image source", lines that end in a picture credit
("(Photo by Ana Lima/Harbour Press)", "© Ana Lima"), and a line that the next one repeats with a credit.

Why it is junk: it belongs to a picture that the text no longer has.

What it must keep: paragraphs that speak of pictures ("The photo shows …"), which are several sentences or
have the words in mid-sentence. Captions that HTML names as such are a kind of block of their own.

Example: `The harbour at dawn. (Photo by Ana Lima/Harbour Press)`

Since: 0.1.0
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from cleaner.model import Block, Call, Hit, Mark
from cleaner.rules.phrases import paused, spoken
from cleaner.rules.shape import Shape, quoted, states_year
from cleaner.rules.sheet import Sheet

# The longest captions of agencies have two sentences and about this many words.
MOST_WORDS = 70
SHORT_WORDS = 30
# A credit stands in the last characters of its line, after the caption's text.
CREDIT_CHARACTERS = 90
_SIGN = re.compile(r"(?:©|\(c\)|\bfoto\s*:|\bphoto\s*:)\s*[^\W\d_][^.!?]{1,60}$", re.IGNORECASE)
_SIGNS = ("©", "(c)", "oto:", "oto :")
_BRACKET = re.compile(r"[(\[|/]\s*[^()\[\]|]{0,60}$")


def judge(blocks: Sequence[Block]) -> Iterable[Hit]:
    """Hits on captions and credits; blocks of the kind `caption` are left to the segmenter's word."""
    page = Sheet.of(blocks)
    above_credits = {at - 1 for at in page.marked("caption", "credit") if at}
    for block in page.pick(page.marked("caption") | page.saying(*_SIGNS) | above_credits):
        if block.kind == "caption" or block.headline or block.words > MOST_WORDS:
            continue
        weight, why = _told(block, page.kinds[block.index])
        if weight:
            yield Hit(block.index, Call.DROP, weight, why)
        elif block.index in above_credits and _repeated(block, page[block.index + 1]):
            yield Hit(block.index, Call.DROP, 0.8, "the next line repeats it with a picture credit")


def _told(block: Block, kind: str) -> tuple[float, str]:
    mark = block.marked("caption", place="line")
    if mark:
        return 0.9, f"{quoted(block.text)}, the credit of a picture"
    mark = block.marked("caption", place="start")
    if mark and not spoken(block, mark) and not _is_notice(block, mark):
        weight = (0.9 if kind != Shape.PROSE else 0.5) if _parted(block, mark) else 0.4
        return weight, f"opens with {quoted(mark.phrase)}"
    mark = block.marked("caption", place="within")
    if mark and not spoken(block, mark) and _ends_in(block, mark):
        bracketed = _BRACKET.search(block.folded[-2 * CREDIT_CHARACTERS : block.folded.rfind(mark.phrase)])
        return 0.9 if bracketed else 0.6, f"ends in the picture credit {quoted(mark.phrase)}"
    return (0.0, "") if block.marked("copyright", "terms") else _signed(block)


def _signed(block: Block) -> tuple[float, str]:
    tail = block.text[-CREDIT_CHARACTERS:]
    signed = _SIGN.search(tail) if block.words > 2 else None
    return (0.7, f"ends in the credit {quoted(signed.group())}") if signed else (0.0, "")


def _is_notice(block: Block, mark: Mark) -> bool:
    """The sign of a page's copyright line, which has its own rule, not of a picture's."""
    return "©" in mark.phrase and (states_year(block.text) or block.marked("copyright", "terms") is not None)


def _parted(block: Block, mark: Mark) -> bool:
    """A colon or bracket parts the opening words from the rest."""
    return block.text.startswith(("(", "[", "©", "|", "/")) or paused(block, mark)


def _ends_in(block: Block, mark: Mark) -> bool:
    rest = block.folded[block.folded.rfind(mark.phrase) + len(mark.phrase) :]
    if len(rest) > CREDIT_CHARACTERS // 2:
        return False
    # Inside a sentence the words are part of the story; a credit has no full stop after it.
    return not rest.rstrip().endswith(".") or block.words <= SHORT_WORDS // 2


def _repeated(block: Block, credited: Block) -> bool:
    """Flatteners print the alternative text of a picture and then its caption."""
    if not 4 <= block.words <= SHORT_WORDS * 2 or credited.words > block.words + 12:
        return False
    return credited.folded != block.folded and credited.folded.startswith(block.folded.rstrip("."))
