"""Write `cleaner/normalise/given_names.json`, names that children are given, from Faker's lists of persons.

    python -m benchmarks.given_names cleaner/normalise/given_names.json

Faker (MIT licence) lists given names of some seventy countries, in their own scripts and, for some, in Latin letters.
"""

from __future__ import annotations

import importlib
import json
import pkgutil
import sys
from collections.abc import Iterator
from pathlib import Path

from faker.providers import person

_LISTS = ("first_names", "first_names_male", "first_names_female", "first_names_nonbinary", "first_romanized_names")
_SHORTEST = 2


def given_names() -> list[str]:
    """The names folded and in order, none twice; of names of several words, the first."""
    words = {name.split()[0].casefold().strip(".") for name in _listed() if name.strip()}
    return sorted(word for word in words if len(word) >= _SHORTEST and word.replace("-", "").isalpha())


def _listed() -> Iterator[str]:
    for country in pkgutil.iter_modules(person.__path__):
        provider = importlib.import_module(f"faker.providers.person.{country.name}").Provider
        for name in _LISTS:
            listed = getattr(provider, name, ())
            if not isinstance(listed, property):
                yield from (entry[0] if isinstance(entry, tuple) else entry for entry in listed)


if __name__ == "__main__":
    text = json.dumps(given_names(), ensure_ascii=False, indent=0)
    Path(sys.argv[1]).write_text(text + "\n", encoding="utf-8", newline="\n")
