"""What the DOM says of each block, as named features; flattened text has none of them."""

from __future__ import annotations

from collections.abc import Sequence

from cleaner.decide.structure import bucket
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
CHOSEN = (0.05, 0.3, 0.6, 0.9)
LINKS = (0.01, 0.1, 0.3, 0.6, 0.9)


def describe_dom(blocks: Sequence[Block], found: list[list[str]]) -> None:
    """Add the DOM's features to those of every block, in place."""
    doms = [block.dom for block in blocks]
    if not any(doms):
        return
    chosen = [dom.chosen if dom else 0.0 for dom in doms]
    inside = _inside(blocks, chosen)
    near = [_mean(chosen, index, 3) for index in range(len(blocks))]
    for index, (block, dom, features) in enumerate(zip(blocks, doms, found, strict=True)):
        if dom is None:
            continue
        own = bucket(dom.chosen, CHOSEN)
        features.append(f"chosen={own}")
        features.append(f"chosen+length={own}|{bucket(block.words, (2, 6, 12, 25))}")
        features.append(f"chosen around={own}|{bucket(near[index], CHOSEN)}")
        features.append(f"chosen span={inside[index]}|{own}")
        _own(block, dom, features)


def _own(block: Block, dom: Dom, features: list[str]) -> None:
    links = bucket(dom.link_share, LINKS)
    features.append(f"links={links}")
    features.append(f"links+length={links}|{bucket(block.words, (4, 10, 25))}")
    features.append(f"tag={dom.path[-1] if dom.path else 'body'}")
    features.extend(f"inside={tag}" for tag in sorted(TAGS.intersection(dom.path)))
    features.extend(f"class={word}" for word in sorted(WORDS.intersection(dom.words)))
    features.append(f"level={dom.level}")
    if dom.hidden:
        features.append("hidden")


def _inside(blocks: Sequence[Block], chosen: Sequence[float]) -> list[str]:
    """Whether a block stands before, within or after the stretch that was chosen."""
    strong = [index for index, share in enumerate(chosen) if share > 0.6 and blocks[index].words >= 8]
    if not strong:
        return ["none"] * len(chosen)
    return ["before" if i < strong[0] else "after" if i > strong[-1] else "within" for i in range(len(chosen))]


def _mean(values: Sequence[float], index: int, window: int) -> float:
    left, right = max(0, index - window), min(len(values), index + window + 1)
    others = right - left - 1
    return (sum(values[left:right]) - values[index]) / others if others else 0.0
