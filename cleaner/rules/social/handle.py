"""Handles of the publisher or the reporter, alone on a line.

What it drops: lines of nothing but handles, or of a short name and a handle.

Why it is junk: they lead to somebody's channel.

What it must keep: embedded posts: the line with the author's name, handle and date that closes one belongs
to the story.

Example: `@harbourcourier`, `Ida Berg @idaberg`

Since: 0.1.0
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from cleaner.model import Block, Call, Hit
from cleaner.rules.shape import ends_like_sentence, quoted, states_year
from cleaner.rules.sheet import Sheet

# Handles as the networks allow them: letters, digits, underscore, full stop and hyphen, up to 30
# (Instagram's and Bluesky's limit; X has 15), with a host part on Mastodon.
_HANDLE = re.compile(r"@\w[\w.-]{1,29}(?:@[\w.-]{3,60})?")

# A name has up to four words.
NAMED_WORDS = 5

# What opens the signature of an embedded post.
_SIGNATURE = ("—", "–", "-", "―")


def judge(blocks: Sequence[Block]) -> Iterable[Hit]:
    page = Sheet.of(blocks)
    for block in page.pick(page.holding("@")):
        if block.words > NAMED_WORDS or block.text.startswith(_SIGNATURE):
            continue
        words = block.text.split()
        handles = [word for word in words if _HANDLE.fullmatch(word.strip("(),|·:"))]
        if not handles or states_year(block.text) or ends_like_sentence(block.text):
            continue
        alone = len(handles) == len(words)
        what = "nothing but" if alone else "a name and"
        yield Hit(block.index, Call.DROP, 0.8 if alone else 0.5, f"{what} {quoted(' '.join(handles))}")
