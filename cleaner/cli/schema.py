"""`cleaner schema`."""

from __future__ import annotations

import json

import click

from cleaner.cli.talk import say


@click.command(short_help="Print the JSON Schema of the written documents.")
def schema() -> None:
    """Print the JSON Schema (2020-12) that every written document validates against.

    \b
    cleaner schema > document.schema.json
    """
    from cleaner import writers

    say(json.dumps(writers.schema(), indent=2, ensure_ascii=False) + "\n")
