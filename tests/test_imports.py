"""Rooms import only from the rooms before them, so that each can be read without those after it."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import cleaner

ROOT = Path(str(cleaner.__file__)).parent
ROOMS = (
    "errors", "options", "model", "lexicon", "readers", "segment", "rules", "decide", "normalise",
    "writers", "document", "assemble", "templates", "pipeline", "batch", "integrations", "cli",
)  # fmt: skip

# Guests: they may use the package as anybody does, through its door, which lies behind the rooms before them.
GUESTS = ("integrations", "cli")


def modules() -> list[Path]:
    """Every module below a room; `cleaner/__init__.py` is the door and may show what it likes."""
    return sorted(path for path in ROOT.rglob("*.py") if path.relative_to(ROOT).as_posix() != "__init__.py")


def room(path: Path) -> str:
    """The room a module lies in: a folder, or a module of its own."""
    return path.relative_to(ROOT).parts[0].removesuffix(".py")


def imports(path: Path) -> Iterator[tuple[int, str]]:
    """Line and full name of what a module imports at run time, lazily or not; `TYPE_CHECKING` excepted."""
    pending: list[ast.AST] = [ast.parse(path.read_text(encoding="utf-8"))]
    while pending:
        node = pending.pop()
        if isinstance(node, ast.If) and "TYPE_CHECKING" in ast.unparse(node.test):
            pending.extend(node.orelse)
            continue
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path.name}:{node.lineno}: imports name their room in full"
            yield from ((node.lineno, f"{node.module}.{alias.name}") for alias in node.names)
        pending.extend(ast.iter_child_nodes(node))


def test_every_room_has_its_place_in_the_order() -> None:
    """A new room must say where it stands."""
    assert {room(path) for path in modules()} <= set(ROOMS)


@pytest.mark.parametrize("path", modules(), ids=lambda path: path.relative_to(ROOT).as_posix())
def test_a_module_imports_only_from_its_room_and_the_rooms_before(path: Path) -> None:
    """An import from a later room would close a circle."""
    own = ROOMS.index(room(path))
    for line, name in imports(path):
        parts = name.split(".")
        if parts[0] != "cleaner":
            continue
        if room(path) in GUESTS and (len(parts) == 1 or parts[1] not in ROOMS):
            continue
        assert len(parts) > 1, f"{path.name}:{line}: import a room, not the whole of cleaner"
        assert parts[1] in ROOMS, f"{path.name}:{line}: {name} is in no room"
        assert ROOMS.index(parts[1]) <= own, f"{path.name}:{line}: {room(path)} must not import {parts[1]}"


@pytest.mark.parametrize("path", modules(), ids=lambda path: path.relative_to(ROOT).as_posix())
def test_click_stays_in_the_command_line(path: Path) -> None:
    """Whoever uses the library does not meet its command line."""
    if room(path) == "cli":
        return
    assert not [line for line, name in imports(path) if name.split(".")[0] == "click"]
