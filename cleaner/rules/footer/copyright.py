"""Copyright lines.

What it drops: lines that open with a copyright sign or phrase, or state one beside a year.

Why it is junk: it says whose page this is, the same on every page of the site.

What it must keep: stories about copyright, which speak of it in sentences, and the © of a photo credit,
which it only suspects.

Example: `© 2031 The Harbour Courier. All rights reserved.`

Since: 0.1.0
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from cleaner.model import Block, Call, Hit
from cleaner.rules.footer._notice import notice, suspects
from cleaner.rules.sheet import Sheet


def judge(blocks: Sequence[Block]) -> Iterable[Hit]:
    page = Sheet.of(blocks)
    _, end = page.prose_span
    for block in suspects(page):
        if found := notice(block, at_foot=block.index >= end):
            weight, why = found
            yield Hit(block.index, Call.DROP, weight, why)
