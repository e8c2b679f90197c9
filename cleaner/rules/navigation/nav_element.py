"""What the markup itself calls navigation.

What it drops: blocks inside `<nav>`, under class, id or role words such as `navbar` or `breadcrumb`, and
short blocks of nothing but links beside others of their kind.

Why it is junk: whoever made the page says so.

What it must keep: flattened text, of which none of this is known; sentences, even linked ones, among the
prose.

Example: `<nav><a href="/shop">Shop</a></nav>`

Since: 0.1.0
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from cleaner.model import Block, Call, Hit
from cleaner.rules.shape import is_prose
from cleaner.rules.sheet import Sheet

# Class, id and role words for navigation in the templates of common content systems (WordPress,
# Drupal, Bootstrap) and in WAI-ARIA.
NAMES = frozenset(
    {"nav", "navbar", "navigation", "menu", "submenu", "breadcrumb", "breadcrumbs", "pagination", "topbar", "megamenu"}
)

# A block of which this share is links, of at most so many words, and a neighbour like it: a list of links.
LINKED = 0.9
LINK_WORDS = 6


def judge(blocks: Sequence[Block]) -> Iterable[Hit]:
    page = Sheet.of(blocks)
    named = page.named(NAMES)
    for block in page if page.html else ():
        if block.dom is None or block.headline:
            continue
        if "nav" in block.dom.path:
            yield Hit(block.index, Call.DROP, 0.6 if is_prose(block) else 0.9, "it stands inside a <nav> element")
        elif name := named.get(block.index):
            weight = 0.3 if is_prose(block) else 0.7
            yield Hit(block.index, Call.DROP, weight, f"the markup calls it '{name}'")
        elif _is_link(block) and _beside_link(blocks, block.index):
            yield Hit(block.index, Call.DROP, 0.6, "a short block of nothing but links, beside another")


def _is_link(block: Block) -> bool:
    return block.link_share is not None and block.link_share >= LINKED and block.words <= LINK_WORDS


def _beside_link(blocks: Sequence[Block], index: int) -> bool:
    return (index > 0 and _is_link(blocks[index - 1])) or (index + 1 < len(blocks) and _is_link(blocks[index + 1]))
