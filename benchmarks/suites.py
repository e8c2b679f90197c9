"""What is measured: items with their gold, gathered into suites."""

from __future__ import annotations

import gzip
import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

Task = Literal["bodies", "snippets", "dates", "lines", "datelines"]
Form = Literal["html", "flat", "line"]


class LayoutError(ValueError):
    """A folder or file has no layout that the loaders know; the message says what was looked for."""


@dataclass(frozen=True, slots=True)
class Item:
    """One input and what is known of it.

    source: where the page lies, or the flattened text itself.
    gold: the record of the gold file, as it stands there.
    """

    id: str
    source: Path | str
    gold: Mapping[str, Any]

    def read(self) -> bytes | str:
        """The page's bytes as crawled (`.gz` unpacked), or the flattened text."""
        if isinstance(self.source, str):
            return self.source
        data = self.source.read_bytes()
        return gzip.decompress(data) if self.source.suffix == ".gz" else data

    def digest(self) -> str:
        """A fingerprint of the input: a cached prediction counts only for the very same one."""
        data = (
            self.source.encode("utf-8", "surrogatepass") if isinstance(self.source, str) else self.source.read_bytes()
        )
        return hashlib.sha256(data).hexdigest()[:16]


@dataclass(frozen=True, slots=True)
class Suite:
    """Items of one set in one form, scored by one task's measures.

    task: `bodies` compares whole texts; `snippets` asks what must and must not appear; `dates` the day
        of publication; `lines` labelled lines of flattened text; `datelines` single lines.
    form: `html` pages, `flat` flattened text, `line` one line for one normaliser.
    """

    name: str
    task: Task
    form: Form
    items: tuple[Item, ...]
