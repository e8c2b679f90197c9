"""`python -m cleaner.lexicon.gather`: the phrase tables of all languages folded into one file that loads at once.

`phrases/<language>.toml` is where phrases are written; `phrases.json` is made from them, sorted, and holds nothing
else. To read and fold forty-five TOML files takes five times as long as to read it; a test tells when it is stale.
"""

from __future__ import annotations

import json
import tomllib
from importlib import resources
from pathlib import Path
from typing import Any

from cleaner.lexicon.folding import core_span, fold

SEARCHED = ("start", "within")

Gathered = dict[str, dict[str, Any]]


def gather() -> Gathered:
    """All tables: `line`, `start` and `within` hold folded phrases by category, `words` function words by language.

    A line phrase is its core, without digits, counts and punctuation at its ends.
    """
    places: dict[str, dict[str, set[str]]] = {"line": {}, **{place: {} for place in SEARCHED}}
    words: dict[str, list[str]] = {}
    for entry in (resources.files("cleaner.lexicon") / "phrases").iterdir():
        if not entry.name.endswith(".toml"):
            continue
        for category, lists in tomllib.loads(entry.read_text(encoding="utf-8")).items():
            if category == "words":
                words[entry.name.removesuffix(".toml")] = sorted({fold(word) for word in lists["function"]})
                continue
            for place, by_category in places.items():
                folded = {fold(phrase) for phrase in lists.get(place, ())}
                by_category.setdefault(category, set()).update(map(_core, folded) if place == "line" else folded)
    found: Gathered = {
        place: {category: sorted(phrases) for category, phrases in sorted(by_category.items()) if phrases}
        for place, by_category in places.items()
    }
    return found | {"words": dict(sorted(words.items()))}


def as_json(gathered: Gathered) -> str:
    """The tables as they stand in the file: a category a line, so that a change shows where it is."""
    tables = [
        f'"{name}": {{\n'
        + ",\n".join(f"{json.dumps(key)}: {json.dumps(phrases, ensure_ascii=False)}" for key, phrases in table.items())
        + "\n}"
        for name, table in gathered.items()
    ]
    return "{\n" + ",\n".join(tables) + "\n}\n"


def _core(folded: str) -> str:
    left, right = core_span(folded)
    return folded[left:right]


if __name__ == "__main__":
    Path(__file__).with_name("phrases.json").write_text(as_json(gather()), encoding="utf-8")
