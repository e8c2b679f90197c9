"""Cleans scraped news pages, flattened text above all, and says why every removed line went.

    import cleaner
    doc = cleaner.clean(page)
    doc.title, doc.text, doc.dropped

The names below are looked up when they are first used, so that `import cleaner` costs next to nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from cleaner.batch import Failure, Outcome, clean_many
    from cleaner.document import Document
    from cleaner.errors import CleanerError, ConfigError, LimitError, ReadError, RuleError
    from cleaner.options import Options
    from cleaner.pipeline import clean

    __version__: str

__all__ = [
    "CleanerError",
    "ConfigError",
    "Document",
    "Failure",
    "LimitError",
    "Options",
    "Outcome",
    "ReadError",
    "RuleError",
    "__version__",
    "clean",
    "clean_many",
]

_HOMES = {
    "CleanerError": "cleaner.errors",
    "ConfigError": "cleaner.errors",
    "Document": "cleaner.document",
    "Failure": "cleaner.batch",
    "LimitError": "cleaner.errors",
    "Options": "cleaner.options",
    "Outcome": "cleaner.batch",
    "ReadError": "cleaner.errors",
    "RuleError": "cleaner.errors",
    "clean": "cleaner.pipeline",
    "clean_many": "cleaner.batch",
}


def __getattr__(name: str) -> Any:
    if name == "__version__":
        from importlib.metadata import version

        return version("cleaner")
    if name in _HOMES:
        from importlib import import_module

        return getattr(import_module(_HOMES[name]), name)
    raise AttributeError(f"module 'cleaner' has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
