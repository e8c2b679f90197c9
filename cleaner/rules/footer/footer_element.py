"""What the markup itself calls a footer.

What it drops: blocks inside a `<footer>` that does not belong to an article, and under class, id or role
words for it.

Why it is junk: whoever made the page says so.

What it must keep: flattened text, of which none of this is known; the footer of an article, which may hold
credits.

Example: `<footer><p>Harbour Street 4, Bergen</p></footer>`

Since: 0.1.0
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from cleaner.model import Block, Call, Hit
from cleaner.rules.shape import is_prose
from cleaner.rules.sheet import Sheet

# Class, id and role words for the foot of the page in the templates of common content systems and in
# WAI-ARIA (`contentinfo`).
NAMES = frozenset({"footer", "colophon", "contentinfo", "imprint", "copyright", "subfooter"})


def judge(blocks: Sequence[Block]) -> Iterable[Hit]:
    page = Sheet.of(blocks)
    named = page.named(NAMES)
    for block in page if page.html else ():
        if block.dom is None or block.headline:
            continue
        if "footer" in block.dom.path and "article" not in block.dom.path:
            yield Hit(block.index, Call.DROP, 0.9, "it stands inside the page's <footer> element")
        elif name := named.get(block.index):
            yield Hit(block.index, Call.DROP, 0.3 if is_prose(block) else 0.6, f"the markup calls it '{name}'")
