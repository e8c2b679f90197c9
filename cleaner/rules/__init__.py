"""The rules in order, and the loop that runs them.

A rule is a module of the shape of `protocol.Rule`; its name is its path below this package
(`navigation/menu-line`). The order decides nothing but the order in which a block's hits are told.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from difflib import get_close_matches
from operator import attrgetter

from cleaner.errors import ConfigError, RuleError
from cleaner.model import Block, Hit
from cleaner.rules.comments import call_out, comment_entry, comment_section
from cleaner.rules.consent import cookie
from cleaner.rules.footer import (
    about_author,
    about_line,
    after_copyright,
    contact_line,
    copyright,
    disclosure,
    footer_element,
    site_lists,
    terms_bar,
)
from cleaner.rules.keep import correction, dialogue, list_story, prose, quotation, short_paragraph, subheading
from cleaner.rules.media import caption, embed_notice, gallery, image_name, player
from cleaner.rules.navigation import breadcrumb, inline_menu, menu_line, nav_element, separator, short_run
from cleaner.rules.promo import advertising, app, donate, newsletter, read_more, reading_tools, subscription
from cleaner.rules.protocol import Rule
from cleaner.rules.repeats import repeated_line, repeated_title, site_template
from cleaner.rules.sheet import Sheet
from cleaner.rules.social import counters, follow_us, handle, share_bar
from cleaner.rules.trending import heading_run, inline_link, next_previous, ranked_list, tags, teaser_run

RULES: tuple[Rule, ...] = (
    menu_line,
    inline_menu,
    breadcrumb,
    short_run,
    separator,
    nav_element,
    heading_run,
    ranked_list,
    inline_link,
    teaser_run,
    next_previous,
    tags,
    copyright,
    terms_bar,
    contact_line,
    about_line,
    about_author,
    disclosure,
    site_lists,
    after_copyright,
    footer_element,
    share_bar,
    follow_us,
    counters,
    handle,
    newsletter,
    subscription,
    app,
    donate,
    advertising,
    reading_tools,
    read_more,
    cookie,
    comment_section,
    comment_entry,
    call_out,
    caption,
    player,
    embed_notice,
    gallery,
    image_name,
    repeated_title,
    repeated_line,
    site_template,
    quotation,
    dialogue,
    list_story,
    short_paragraph,
    subheading,
    correction,
    prose,
)


def rule_name(rule: Rule) -> str:
    """The rule's name: its module's path below `cleaner.rules`, `navigation/menu-line`."""
    return rule.__name__.removeprefix(f"{__name__}.").replace(".", "/").replace("_", "-")


def find(name: str) -> Rule:
    """The rule of this name; raises ConfigError, with the names that come close, if there is none."""
    known = {rule_name(rule): rule for rule in RULES}
    if name in known:
        return known[name]
    close = get_close_matches(name, known, n=3)
    hint = f"did you mean {' or '.join(close)}?" if close else "`cleaner rules list` prints the names"
    raise ConfigError(f"rules: there is no rule {name!r}; {hint}")


def judge(blocks: Sequence[Block], disable: Collection[str] = ()) -> tuple[Hit, ...]:
    """The word of every rule on a page's blocks, ordered by block, then by the rules' order.

    blocks: the whole page, `blocks[i].index == i`.
    disable: names of rules to leave out; ConfigError for an unknown one.

    Raises RuleError, naming the rule, when a rule fails or breaks its contract.
    """
    silent = {rule_name(find(name)) for name in disable}
    page = Sheet(blocks)
    names = [(rule, rule_name(rule)) for rule in RULES]
    hits = [hit for rule, name in names if name not in silent for hit in _signed(rule, name, page)]
    return tuple(_ordered(hits, len(page)))


def run(rule: Rule, blocks: Sequence[Block]) -> list[Hit]:
    """One rule's hits by block, checked and signed with its name; raises RuleError when it breaks its contract."""
    return _ordered(_signed(rule, rule_name(rule), blocks), len(blocks))


def _signed(rule: Rule, name: str, blocks: Sequence[Block]) -> list[Hit]:
    try:
        hits = list(rule.judge(blocks))
    except Exception as error:
        raise RuleError(
            f"rule {name}: failed with {type(error).__name__}: {error}; leave it out with disable={name!r}"
        ) from error
    return [Hit(hit.block, hit.call, hit.weight, hit.why, name) for hit in hits]


def _ordered(hits: Sequence[Hit], count: int) -> list[Hit]:
    """The hits by block, those of one block as they came; raises RuleError for one outside the contract."""
    ordered = sorted(hits, key=attrgetter("block"))
    for hit in (*ordered[:1], *ordered[-1:]):
        if not 0 <= hit.block < count:
            raise RuleError(
                f"rule {hit.rule}: a hit on block {hit.block}, but the page has {count} blocks, numbered from 0"
            )
    for weight in {hit.weight for hit in ordered}:  # a page's hundreds of hits have a few dozen weights
        if not 0 < weight <= 1:
            hit = next(hit for hit in ordered if hit.weight is weight)
            raise RuleError(f"rule {hit.rule}: a weight of {weight} on block {hit.block}; give one above 0, at most 1")
    return ordered
