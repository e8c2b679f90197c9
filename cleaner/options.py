"""One frozen set of options, the same for one page and for a batch of millions."""

from __future__ import annotations

from dataclasses import dataclass, fields

from cleaner.errors import ConfigError

MEGABYTE = 1_000_000


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

    Raises ConfigError for a value that cannot be used; an unknown name raises TypeError as any
    Python call does, `Options.from_mapping` raises ConfigError for it.
    """

    language: str | None = None
    day_first: bool | None = None
    max_bytes: int = 20 * MEGABYTE
    max_depth: int = 500
    disable: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if self.max_bytes <= 0:
            raise ConfigError(f"options: max_bytes is {self.max_bytes}; give a number of bytes above 0")
        if not 1 <= self.max_depth <= 2000:
            raise ConfigError(f"options: max_depth is {self.max_depth}; give a number from 1 to 2000")

    @classmethod
    def from_mapping(cls, values: dict[str, object]) -> Options:
        """Options from a configuration mapping; raises ConfigError for a name that does not exist."""
        known = [f.name for f in fields(cls)]
        for name in values:
            if name not in known:
                raise ConfigError(f"options: unknown name {name!r}; known are {', '.join(known)}")
        return cls(**values)  # type: ignore[arg-type]  # __post_init__ checks the values
