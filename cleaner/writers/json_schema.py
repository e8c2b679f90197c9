"""The JSON Schema (2020-12) that every written document validates against."""

from __future__ import annotations

import json
from importlib import resources
from typing import Any


def schema() -> dict[str, Any]:
    """The schema of `cleaner/document/1`, a fresh dict at every call; the package file is its one home."""
    text = resources.files("cleaner.writers").joinpath("document.schema.json").read_text(encoding="utf-8")
    loaded: dict[str, Any] = json.loads(text)
    return loaded
