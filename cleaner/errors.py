"""What can go wrong, and how it is said: what was wrong, where, and what to do."""


class CleanerError(Exception):
    """Base of every error that `cleaner` raises on purpose; its message is one line for people."""


class ReadError(CleanerError):
    """The input cannot be read as a page (missing, a folder, binary, another type than supported)."""


class ConfigError(CleanerError):
    """An option, argument or configuration file is unknown or has an unusable value."""


class RuleError(CleanerError):
    """A rule broke its contract (unknown name, a hit on a block that does not exist, an exception)."""


class LimitError(CleanerError):
    """A size, depth or time limit was passed; the message names the limit and how to raise it."""
