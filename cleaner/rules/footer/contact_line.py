"""How to reach the publisher: mail addresses, telephone numbers, contact labels.

What it drops: short lines that are a contact label, a label with an address or a number, or nothing but an
address.

Why it is junk: it is the publisher's letterhead, not the story.

What it must keep: sentences that tell a reader where to call or write, and the reporter's own address above
the story.

Example: `Email: desk@courier.example`, `Tel. +47 55 01 02 03`

Since: 0.1.0
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from cleaner.model import Block, Call, Hit
from cleaner.rules.shape import ends_like_sentence, quoted, states_year
from cleaner.rules.sheet import Sheet

_EMAIL = re.compile(r"[\w.+-]{1,64}(?:@|\s?[\[(]at[\])]\s?)[\w-]{1,63}(?:\.[\w-]{2,24}){1,4}")
_ATS = ("@", "at]", "at)")
_PHONE = re.compile(r"(?<![\w.,])\+?\(?\d[\d ()/.-]{5,18}\d(?![\w%])")

# National numbers with their area code have nine digits or more.
DIGITS = 9

# A label and one or two addresses or numbers; an address alone; an address with a name before it.
LABELLED_WORDS = 20
LABELLED_CHARACTERS = 300
ALONE_WORDS = 3
NAMED_WORDS = 8
# A telephone number has 22 characters at most and fills half of its line.
NUMBER_CHARACTERS = 44


def judge(blocks: Sequence[Block]) -> Iterable[Hit]:
    page = Sheet.of(blocks)
    _, end = page.prose_span
    numbers = {at for at in page.numbered if at >= end and len(page[at].text) <= NUMBER_CHARACTERS}
    for block in page.pick(page.marked("contact") | page.holding(*_ATS) | numbers):
        if block.words > LABELLED_WORDS or len(block.text) > LABELLED_CHARACTERS:
            continue
        at_foot = block.index >= end
        found = _labelled(block, at_foot) or _address(block, at_foot)
        if found:
            weight, why = found
            yield Hit(block.index, Call.DROP, weight, why)


def _labelled(block: Block, at_foot: bool) -> tuple[float, str] | None:
    if mark := block.marked("contact", place="line"):
        # Above it, "Frequently asked questions" and "Location:" may as well head a part of the story.
        return (0.9 if at_foot else 0.6), f"the line is the label {quoted(mark.phrase)}"
    mark = block.marked("contact", place="start")
    if mark is None:
        return None
    if reach := _mail(block.text) or _PHONE.search(block.text):
        return 0.9, f"the label {quoted(mark.phrase)} with {quoted(reach[0])}"
    return None if ends_like_sentence(block.text) else (0.6, f"a short line that opens with {quoted(mark.phrase)}")


def _address(block: Block, at_foot: bool) -> tuple[float, str] | None:
    if block.words <= (NAMED_WORDS if at_foot else ALONE_WORDS) and (mail := _mail(block.text)):
        bracketed = block.text.startswith("(") and block.text.endswith(")")
        return (0.9 if bracketed else 0.6 if at_foot else 0.4), f"hardly more than the address {quoted(mail[0])}"
    phone = _PHONE.search(block.text) if at_foot and not states_year(block.text) else None
    if phone and len(phone[0]) * 2 >= len(block.text) and _is_dialled(phone[0]):
        return 0.6, f"hardly more than the number {quoted(phone[0])}, below the story"
    return None


def _mail(text: str) -> re.Match[str] | None:
    return _EMAIL.search(text) if any(at in text for at in _ATS) else None


def _is_dialled(number: str) -> bool:
    """A number with a dialling code, not the figures of a table's row."""
    return number.startswith(("+", "(", "0")) or sum(character.isdigit() for character in number) >= DIGITS
