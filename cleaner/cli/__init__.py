"""The command line: parses, calls, prints, sets the exit code. The only room that knows click."""

from __future__ import annotations

from cleaner.cli.group import main

__all__ = ["main"]
