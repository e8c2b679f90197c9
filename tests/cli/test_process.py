"""The installed command as a process: pipes, signals, start."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

COMMAND = [sys.executable, "-c", "from cleaner.cli import main; main()"]


def test_a_reader_that_has_seen_enough_is_no_error(pages: Path) -> None:
    """`cleaner clean … | head -1`."""
    paths = ["pages/ferry.txt"] * 40
    with subprocess.Popen([*COMMAND, "clean", *paths], stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.readline()
        process.stdout.close()
        assert process.stderr.read() == b""


@pytest.mark.parametrize("least", [0, 1], ids=["at once", "after a page"])
def test_control_c_ends_a_batch_with_130_and_keeps_what_was_done(pages: Path, least: int) -> None:
    """Workers end too, and none prints a traceback, be it still loading. A terminal signals all of them."""
    story = (pages / "ferry.txt").read_text()
    for number in range(2000):
        (pages / f"{number:04}.txt").write_text(story)
    batch = [*COMMAND, "batch", "pages", "-o", "out.jsonl", "--jobs", "2"]
    with subprocess.Popen(batch, stderr=subprocess.PIPE, text=True, start_new_session=True) as process:
        partial = Path("out.jsonl.partial")
        deadline = time.monotonic() + 60
        while not (partial.exists() and partial.stat().st_size >= least):
            assert time.monotonic() < deadline, "nothing was written in a minute"
            time.sleep(0.02)
        os.killpg(process.pid, signal.SIGINT)
        _, said = process.communicate(timeout=60)
    assert process.returncode == 130
    assert said == (
        "cleaner: interrupted; what was finished is kept in out.jsonl.partial, the same command goes on from it\n"
    )
    assert partial.read_bytes().endswith(b"}\n" * least)
    assert not Path("out.jsonl").exists()


def test_importing_the_package_loads_nothing_heavy() -> None:
    """Who imports it for one name does not pay for the rest."""
    code = "import sys, cleaner; cleaner.Options; print(*{'lxml', 'trafilatura', 'click', 'pebble'} & {*sys.modules})"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert loaded.stdout == "\n"


def test_cleaning_flattened_text_loads_neither_trafilatura_nor_click() -> None:
    """The parser of main content is for HTML, the command line for the command line."""
    code = "import sys, cleaner; cleaner.clean('Words.'); print(*{'trafilatura', 'click', 'pebble'} & {*sys.modules})"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert loaded.stdout == "\n"


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a device of Linux that is always full")
@pytest.mark.parametrize("words", ["clean pages/ferry.txt", "explain pages/ferry.txt", "rules list", "schema"])
def test_a_full_disk_is_one_line(pages: Path, words: str) -> None:
    """Data that did not arrive is an error, whatever its size, and no traceback."""
    with Path("/dev/full").open("wb") as full:
        run = subprocess.run([*COMMAND, *words.split()], stdout=full, stderr=subprocess.PIPE, text=True, check=False)
    assert run.returncode == 2
    assert run.stderr.startswith("cleaner: standard output: cannot be written, no space left on device")
    assert run.stderr.count("\n") == 1
