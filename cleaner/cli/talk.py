"""What is said beside the data: one line each, on stderr."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager

import click

from cleaner.errors import ConfigError

REJECTED = 1
UNUSABLE = 2
INTERRUPTED = 130


def complain(message: str) -> None:
    """One line on stderr under the program's name, whatever line ends or control characters the words hold."""
    words = " ".join(message.splitlines())
    click.echo("cleaner: " + "".join(char if char.isprintable() else ascii(char)[1:-1] for char in words), err=True)


def say(text: str) -> None:
    """Data on stdout, UTF-8 whatever the locale; raises ConfigError where it cannot be written to its end."""
    from cleaner.batch.outputs import encode

    with writing("standard output"):
        sys.stdout.buffer.write(encode(text))
        sys.stdout.buffer.flush()


def about(name: str, message: str) -> str:
    """The message with the name of its input in front, unless it has that already."""
    from cleaner.readers.files import printable

    name = printable(name)
    return message if message.startswith(f"{name}:") else f"{name}: {message}"


@contextmanager
def writing(output: object) -> Iterator[None]:
    """Turn an operating system's error into one line about the output; a closed pipe is none (click ends quietly)."""
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as error:
        what = error.strerror or type(error).__name__
        where = f" ({error.filename})" if error.filename else ""
        message = f"{output}: cannot be written, {what.lower()}{where}; check the path, its permissions and the disk"
        raise ConfigError(message) from error
