"""Lines of nothing but the signs that part menu items.

What it drops: a line that holds only bars, bullets, arrows or slashes.

Why it is junk: flattening puts each piece of a menu or breadcrumb on its own line, the signs between them
too.

What it must keep: asterisks, dashes, tildes and hashes, with which stories part their sections.

Example: `|`, `›`, `> >`

Since: 0.1.0
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from cleaner.model import Block, Call, Hit
from cleaner.rules.sheet import Sheet, places

# The signs that part items in menus; section breaks of stories (`* * *`, `---`, `#`) are not among them.
SIGNS = frozenset("|¦•·●▪‣◦›»→⟩❯>/\\+×✕☰ ")
_SIGN = re.compile(f"[{re.escape(''.join(sorted(SIGNS)))}]")

LONGEST = 20
WEIGHT = 0.85


def judge(blocks: Sequence[Block]) -> Iterable[Hit]:
    page = Sheet.of(blocks)
    for block in page.pick(places(_SIGN, page.firsts)):
        if len(block.text) <= LONGEST and SIGNS.issuperset(block.text):
            yield Hit(block.index, Call.DROP, WEIGHT, f"nothing but '{block.text}', which parts the items of menus")
