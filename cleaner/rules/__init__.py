"""The rules in order, and the loop that runs them.

A rule is a module of the shape of `protocol.Rule`; its name is its path below this package
(`navigation/menu-line`). The order decides nothing but the order in which a block's hits are told.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from difflib import get_close_matches
from functools import cache
from operator import attrgetter

from cleaner.errors import ConfigError, RuleError
from cleaner.model import Block, Hit
from cleaner.rules.comments import comment_entry, comment_section
from cleaner.rules.consent import cookie
from cleaner.rules.footer import (
    about_line,
    after_copyright,
    contact_line,
    copyright,
    footer_element,
    site_lists,
    terms_bar,
)
from cleaner.rules.keep import correction, dialogue, list_story, prose, quotation, short_paragraph, subheading
from cleaner.rules.media import caption, image_name, player
from cleaner.rules.navigation import breadcrumb, inline_menu, menu_line, nav_element, separator, short_run
from cleaner.rules.promo import advertising, app, donate, newsletter, read_more, reading_tools, subscription
from cleaner.rules.protocol import Rule
from cleaner.rules.repeats import repeated_line, repeated_title
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
    caption,
    player,
    image_name,
    repeated_title,
    repeated_line,
    quotation,
    dialogue,
    list_story,
    short_paragraph,
    subheading,
    correction,
    prose,
)


# A page has hundreds of hits. Each is signed as the rule built it, before anybody else sees it, through its
# slot, in a tenth of the time that a second, signed hit would take.
_sign = vars(Hit)["rule"].__set__


def rule_name(rule: Rule) -> str:
    """The rule's name: its module's path below `cleaner.rules`, `navigation/menu-line`."""
    return _named(rule.__name__)


@cache
def _named(module: str) -> str:
    return module.removeprefix(f"{__name__}.").replace(".", "/").replace("_", "-")


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
    hits = [hit for rule in RULES if rule_name(rule) not in silent for hit in run(rule, page)]
    return tuple(sorted(hits, key=attrgetter("block")))  # stable: the rules' order stays


def run(rule: Rule, blocks: Sequence[Block]) -> list[Hit]:
    """One rule's hits, checked and signed with its name; raises RuleError when it breaks its contract."""
    name = rule_name(rule)
    try:
        hits = list(rule.judge(blocks))
    except Exception as error:
        raise RuleError(
            f"rule {name}: failed with {type(error).__name__}: {error}; leave it out with disable={name!r}"
        ) from error
    count = len(blocks)
    for hit in hits:
        if not (0 <= hit.block < count and 0 < hit.weight <= 1):
            raise _refused(hit, name, count)
        _sign(hit, name)
    return hits


def _refused(hit: Hit, name: str, count: int) -> RuleError:
    if not 0 <= hit.block < count:
        return RuleError(f"rule {name}: a hit on block {hit.block}, but the page has {count} blocks, numbered from 0")
    return RuleError(f"rule {name}: a weight of {hit.weight} on block {hit.block}; give one above 0, at most 1")
