"""What the DOM says of each block, one column a fact; flattened text has none of them."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from cleaner.decide.along import FAR, Numbers, means_around
from cleaner.model import Block, Dom

# Class and id words that publishing systems use for story and furniture; learned weights say which is
# which. Collected from the HTML5 sectioning vocabulary, schema.org property names and the class names
# of common systems (WordPress, Drupal, Joomla, Bootstrap).
WORDS = frozenset({
    "article", "articlebody", "body", "content", "main", "story", "entry", "post", "text", "paragraph",
    "prose", "richtext", "page", "section", "lead", "summary", "intro", "dek", "standfirst", "subtitle",
    "subhead", "headline", "title", "header", "heading", "byline", "author", "date", "time", "meta", "caption",
    "figure", "image", "img", "photo", "gallery", "slideshow", "video", "player", "media", "embed", "quote",
    "blockquote", "pullquote", "factbox", "infobox", "box", "aside", "sidebar", "rail", "nav", "navigation",
    "menu", "breadcrumb", "breadcrumbs", "toolbar", "tabs", "footer", "copyright", "legal", "comment",
    "comments", "reply", "respond", "discussion", "disqus", "share", "sharing", "social", "follow", "related",
    "recommended", "recommend", "recirculation", "more", "popular", "trending", "latest", "teaser", "card",
    "list", "item", "items", "widget", "module", "promo", "promotion", "newsletter", "signup", "subscribe",
    "subscription", "paywall", "ad", "ads", "advert", "advertisement", "sponsored", "sponsor", "taboola",
    "outbrain", "cookie", "consent", "gdpr", "banner", "modal", "popup", "overlay", "dialog", "tag", "tags",
    "topic", "topics", "category", "categories", "pagination", "pager", "next", "previous", "prev", "search",
    "form", "login", "account", "user", "profile", "avatar", "bio", "biography", "about", "print", "skip",
    "hidden", "screen", "reader", "sr", "source", "credit", "correction", "note", "footnote", "table", "toc",
    "carousel", "slider", "ticker", "live", "blog", "feed", "product", "price", "review", "reviews", "rating",
    "shop", "cart", "description", "features", "forum", "thread", "message", "code", "highlight",
    "docs",
})  # fmt: skip
TAGS = frozenset({
    "article", "main", "nav", "footer", "aside", "header", "section", "figure", "form", "table", "ul", "ol",
    "li", "blockquote", "td", "dl", "details", "button", "pre", "noscript",
})  # fmt: skip
OWN_TAGS = ("p", "div", "span", "a", "td", "li")
CHOSEN, CHOSEN_WORDS = 0.6, 8  # a block this long of which so much was chosen lies in the chosen stretch
_AROUND = (3,)
_TAGS, _WORDS = (
    {tag: row for row, tag in enumerate(sorted(TAGS))},
    {word: row for row, word in enumerate(sorted(WORDS))},
)

DOM_COLUMNS: tuple[str, ...] = (
    "chosen", "links", "level", "hidden", "depth",
    "chosen above", "links above", "chosen below", "links below", "chosen from", "chosen to", "page chosen",
    *(f"tag {tag}" for tag in OWN_TAGS),
    *(f"inside {tag}" for tag in _TAGS),
    *(f"class {word}" for word in _WORDS),
)  # fmt: skip


def dom_look(blocks: Sequence[Block]) -> NDArray[np.float32]:
    """The DOM's columns, in the order of DOM_COLUMNS; shape (columns, blocks)."""
    doms = [block.dom or Dom((), frozenset(), 0.0, 0.0) for block in blocks]
    numbers = np.array([(d.chosen, d.link_share, d.level, d.hidden, len(d.path)) for d in doms], dtype=np.float32).T
    own = np.zeros((len(OWN_TAGS), len(blocks)), dtype=np.float32)
    inside = np.zeros((len(_TAGS), len(blocks)), dtype=np.float32)
    words = np.zeros((len(_WORDS), len(blocks)), dtype=np.float32)
    for at, dom in enumerate(doms):
        if dom.path and dom.path[-1] in OWN_TAGS:
            own[OWN_TAGS.index(dom.path[-1]), at] = 1
        for tag in TAGS.intersection(dom.path):
            inside[_TAGS[tag], at] = 1
        for word in WORDS.intersection(dom.words):
            words[_WORDS[word], at] = 1
    around = means_around(numbers[:2], _AROUND)
    return np.concatenate([numbers, *around, _span(blocks, numbers[0]), own, inside, words], dtype=np.float32)


def _span(blocks: Sequence[Block], chosen: Numbers) -> Numbers:
    """Blocks from the first and the last that trafilatura surely chose, and the share of words that it chose."""
    words = np.fromiter((block.words for block in blocks), np.float32, len(blocks))
    strong = np.flatnonzero((chosen > CHOSEN) & (words >= CHOSEN_WORDS))
    at = np.arange(len(blocks))
    first, last = (strong[0], strong[-1]) if len(strong) else (-FAR, FAR)
    share = np.full(len(blocks), float((chosen * words).sum() / max(1.0, float(words.sum()))))
    return np.stack([np.clip(at - first, -FAR, FAR), np.clip(at - last, -FAR, FAR), share])
