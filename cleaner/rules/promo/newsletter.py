"""Newsletter sign-ups.

What it drops: lines that offer a newsletter, and the short lines of its form that follow.

Why it is junk: it promotes the publisher's mailings.

What it must keep: stories that mention a newsletter in a sentence of their own, and what somebody is quoted
saying.

Example: `Subscribe to our Newsletter`, below it `Your email address`

Since: 0.1.0
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from cleaner.model import Block, Call, Hit
from cleaner.rules.phrases import phrase_weight, strongest
from cleaner.rules.shape import is_prose, quoted
from cleaner.rules.sheet import Sheet

# The lines of a sign-up form below its heading: at most so many, each at most so long, and at least
# one of these marks, for any short line may follow a heading.
FORM_LINES = 4
FORM_WORDS = 30
FORM = ("newsletter", "terms", "account", "subscribe", "contact")

NAMES = frozenset({"newsletter", "newsletters", "signup", "mailchimp", "mailinglist"})


def judge(blocks: Sequence[Block]) -> Iterable[Hit]:
    page = Sheet.of(blocks)
    named = page.named(NAMES)
    left, above = 0, -1
    for block in page.pick(page.marked(*FORM) | named.keys()):
        left = left if above == block.index - 1 else 0
        above = block.index
        mark = strongest(block, "newsletter")
        if mark and (weight := phrase_weight(block, mark)):
            yield Hit(block.index, Call.DROP, weight, f"it offers {quoted(mark.phrase)}")
            left = FORM_LINES if weight > 0.5 else 0
        elif block.index in named and not is_prose(block):
            yield Hit(block.index, Call.DROP, 0.6, f"the markup calls it '{named[block.index]}'")
        elif left and block.words <= FORM_WORDS and (mark := block.marked(*FORM)):
            yield Hit(block.index, Call.DROP, 0.7, f"{quoted(mark.phrase)} in the form below a newsletter's offer")
            left -= 1
        else:
            left = 0
