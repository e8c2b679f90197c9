"""One frozen set of options, the same for one page and for a batch of millions."""

from __future__ import annotations

import re
from dataclasses import dataclass, fields

from cleaner.errors import ConfigError

MEGABYTE = 1_000_000

_PRIMARY_TAG = re.compile("[a-z]{2,3}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """How to clean.

    language: BCP 47 primary tag (`en`) when the caller knows it; None lets the page tell.
    day_first: order of numeric dates such as 02-03-2024 when nothing on the page decides; None takes
        the publisher's order, else day first with a warning.
    max_bytes: largest input, in bytes after decompression; a larger one raises `LimitError`.
    max_depth: deepest nesting of HTML elements that is read; what lies deeper is read as text of the
        element at that depth.
    disable: names of rules to leave out, as `cleaner rules list` prints them.
    templates: path of a file that `cleaner learn` wrote: what repeats across the pages of each site.
    site: the name under which the page's site was learned; None takes the domain of the page's address, else the name
        of the folder that holds it.

    Raises ConfigError for a value that cannot be used; an unknown name raises TypeError as any
    Python call does, `Options.from_mapping` raises ConfigError for it.
    """

    language: str | None = None
    day_first: bool | None = None
    max_bytes: int = 20 * MEGABYTE
    max_depth: int = 500
    disable: tuple[str, ...] = ()
    templates: str | None = None
    site: str | None = None

    def __post_init__(self) -> None:
        language = self.language
        if language is not None and not (isinstance(language, str) and _PRIMARY_TAG.fullmatch(language)):
            raise _unusable("language", language, "a primary tag in lower case, such as 'en'")
        if self.day_first not in (None, True, False):
            raise _unusable("day_first", self.day_first, "True, False or None")
        if not _is_count(self.max_bytes) or self.max_bytes <= 0:
            raise _unusable("max_bytes", self.max_bytes, "a number of bytes above 0")
        if not _is_count(self.max_depth) or not 1 <= self.max_depth <= 2000:
            raise _unusable("max_depth", self.max_depth, "a number from 1 to 2000")
        if not isinstance(self.disable, tuple) or not all(isinstance(name, str) for name in self.disable):
            raise _unusable("disable", self.disable, "a tuple of rule names, such as ('trending/heading-run',)")
        for name in ("templates", "site"):
            value = getattr(self, name)
            if value is not None and (not isinstance(value, str) or not value):
                raise _unusable(name, value, "a text that is not empty")

    @classmethod
    def from_mapping(cls, values: dict[str, object]) -> Options:
        """Options from a configuration mapping; raises ConfigError for a name that does not exist."""
        known = [f.name for f in fields(cls)]
        for name in values:
            if name not in known:
                raise ConfigError(f"options: unknown name {name!r}; known are {', '.join(known)}")
        if isinstance(values.get("disable"), list):  # configuration files know lists, not tuples
            values = {**values, "disable": tuple(values["disable"])}  # type: ignore[arg-type]
        return cls(**values)  # type: ignore[arg-type]  # __post_init__ checks the values


def _is_count(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)


def _unusable(name: str, value: object, give: str) -> ConfigError:
    return ConfigError(f"options: {name} is {value!r}; give {give}")
