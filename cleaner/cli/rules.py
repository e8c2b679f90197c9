"""`cleaner rules`."""

from __future__ import annotations

import inspect

import click

from cleaner.cli.talk import say


@click.group()
def rules() -> None:
    """Tell what rules there are and what each one does.

    \b
    cleaner rules list
    cleaner rules show navigation/menu-line
    """


@rules.command("list", short_help="Print every rule's name and what it is about.")
def list_rules() -> None:
    """Print every rule's name and what it is about, in the order in which they run.

    \b
    cleaner rules list | grep trending
    """
    from cleaner.rules import RULES, rule_name

    names = [rule_name(rule) for rule in RULES]
    width = max(len(name) for name in names)
    for name, rule in zip(names, RULES, strict=True):
        first_line, *_ = inspect.cleandoc(rule.__doc__ or "").splitlines() or [""]
        say(f"{name:<{width}}  {first_line}".rstrip() + "\n")


@rules.command(short_help="Print all that a rule says of itself.")
@click.argument("name")
def show(name: str) -> None:
    """Print all that the rule NAME says of itself: what it drops, why, what it must keep, an example.

    \b
    cleaner rules show navigation/menu-line
    """
    from cleaner.rules import find, rule_name

    rule = find(name)
    title = rule_name(rule)
    say(f"{title}\n{'=' * len(title)}\n\n{inspect.cleandoc(rule.__doc__ or '')}\n")
