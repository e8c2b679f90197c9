"""Whether a batch run can be trusted: killed at any moment, fed with hostile inputs, and timed.

`python -m benchmarks batch kill | kill-workers | hostile | throughput | steady | overhead`. Each gives figures, and
raises AssertionError where a run lost something, did something twice or wrote other bytes.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import os
import random
import re
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from itertools import cycle, islice, pairwise
from pathlib import Path

COMMAND = (sys.executable, "-c", "from cleaner.cli import main; main()")

_STORY = """{title}

{place}, 2 December (Agency) - The ferry to {place} sailed again on Monday, {number} days after a storm.

"We had milk, we had bread, but we had no mail," said the keeper of shop {number}, the only one of the island.

The county said that the repair had cost {number} million and that a second boat would be chartered before the winter.

TRENDING
1
Botanists find a rare fern on the {place} road
2
Bus line {number} gets a later bus
Subscribe to our newsletter
"""


_LOOP = """
import json, sys, cleaner
from cleaner.writers import to_jsonl
with open(sys.argv[1]) as file, open(sys.argv[2], "w") as out:
    for row in map(json.loads, file):
        out.write(to_jsonl(cleaner.clean(row["text"], id=row["id"])))
"""


def story(number: int) -> str:
    """An invented page, another one for every number."""
    place = ("Lundholm", "Aldermoor", "Varrow", "Kestrel Bay")[number % 4]
    return _STORY.format(title=f"Ferry returns to {place} after {number} days", place=place, number=number)


def write_pages(folder: Path, count: int) -> None:
    """So many pages, every fiftieth of which is none, and some files that are skipped."""
    for number in range(count):
        path = folder / f"{number % 10}" / f"{number:05}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"%PDF-1.4\n\x00\x01" if number % 50 == 7 else story(number).encode())
    (folder / "notes.docx").write_bytes(b"PK")


def outcome(out: Path) -> dict[str, str]:
    """Digests of what a run wrote: OUT, or each file below it, the rejects and the summary."""
    files = [out] if out.is_file() else sorted(path for path in out.rglob("*") if path.is_file())
    files += [out.with_name(out.name + suffix) for suffix in (".rejects.jsonl", ".summary.json")]
    return {os.path.relpath(path, out.parent): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


def accounted(out: Path) -> dict[str, int]:
    """The summary's counts. Raises AssertionError where they do not add up, or differ from what stands in the files."""
    summary: dict[str, int] = json.loads(out.with_name(out.name + ".summary.json").read_text())
    assert summary["in"] == summary["written"] + summary["rejected"] + summary["skipped"], summary
    with out.with_name(out.name + ".rejects.jsonl").open("rb") as rejects:
        assert sum(1 for _ in rejects) == summary["rejected"], summary
    if out.name.endswith(".jsonl"):
        with out.open("rb") as rows:
            ids = [json.loads(row)["id"] for row in rows]
        assert len(ids) == len(set(ids)) == summary["written"], summary
    return {name: summary[name] for name in ("in", "written", "rejected", "skipped")}


def batch(*arguments: str | Path) -> subprocess.Popen[bytes]:
    """Start `cleaner batch` in a process group of its own."""
    words = [*COMMAND, "batch", *map(str, arguments), "--quiet"]
    return subprocess.Popen(words, start_new_session=True)


def finish(*arguments: str | Path) -> float:
    """Run `cleaner batch` to its end; the seconds it took. Raises AssertionError for an exit code above 1."""
    began = time.perf_counter()
    code = batch(*arguments).wait()
    assert code in (0, 1), f"exit code {code}"
    return time.perf_counter() - began


def kill(folder: Path, pages: int, kills: int, seed: int = 1) -> str:
    """Kill the whole run at random moments and resume it, for every kind of output; the bytes must be the same.

    The moments are spread over the time an uninterrupted run takes: while it starts, works and places its files.
    """
    write_pages(folder / "in", pages)
    chance = random.Random(seed)
    told = []
    for name in ("out.jsonl", "out.jsonl.gz", "out.parquet", "out"):
        whole, cut = folder / "whole" / name, folder / "cut" / name
        for out in (whole, cut):
            out.parent.mkdir(exist_ok=True)
        took = finish(folder / "in", "-o", whole, "--jobs", "2")
        hits = 0
        for number in range(kills):
            run = batch(folder / "in", "-o", cut, "--jobs", "2")
            # Early ones for the start, the rest for wherever the run has come by then.
            time.sleep(chance.uniform(0.05, 3.0 if number % 4 else took / 4))
            os.kill(run.pid, signal.SIGKILL)
            hits += run.wait() == -signal.SIGKILL
        finish(folder / "in", "-o", cut, "--jobs", "2")
        assert outcome(whole) == outcome(cut), f"{name}: other bytes after {hits} kills"
        told.append(f"{name}: {hits} of {kills} kills hit, same bytes, {accounted(cut)}")
    return "\n".join(told)


def kill_workers(folder: Path, pages: int, every: int = 100) -> str:
    """Kill a worker whenever so many pages more are through; nothing may be lost, rejected or changed."""
    write_pages(folder / "in", pages)
    whole, cut = folder / "whole.jsonl", folder / "cut.jsonl"
    finish(folder / "in", "-o", whole, "--jobs", "2")
    run = batch(folder / "in", "-o", cut, "--jobs", "2")
    spool = cut.with_name(cut.name + ".partial")
    size, killed = every * whole.stat().st_size // pages, 0
    while run.poll() is None:
        time.sleep(0.02)
        workers = _children(run.pid)
        if spool.exists() and spool.stat().st_size > (killed + 1) * size and workers:
            os.kill(workers[killed % len(workers)], signal.SIGKILL)
            killed += 1
    assert run.returncode in (0, 1), f"exit code {run.returncode}"
    assert list(outcome(whole).values()) == list(outcome(cut).values()), "other bytes"
    return f"{killed} workers killed, same bytes, {accounted(cut)}"


def _children(pid: int) -> list[int]:
    """Processes that this one started, those that only track resources left out (Linux)."""
    children = [
        int(child) for task in Path(f"/proc/{pid}/task").glob("*/children") for child in task.read_text().split()
    ]
    return sorted(child for child in children if b"spawn_main" in _command_line(child))


def _command_line(pid: int) -> bytes:
    try:
        return Path(f"/proc/{pid}/cmdline").read_bytes()
    except FileNotFoundError:  # it ended in between
        return b""


def hostile(folder: Path) -> str:
    """Clean the hostile set with two jobs; every file of it is accounted for, and nothing crashes."""
    from benchmarks import hostile as made

    (folder / "in").mkdir()
    count = made.write(folder / "in")
    out = folder / "out.jsonl"
    took = finish(folder / "in", "-o", out, "--jobs", "2", "--timeout", "10", "--report", folder / "report.html")
    rejects = [json.loads(row) for row in out.with_name(out.name + ".rejects.jsonl").open("rb")]
    stages = Counter(reject["stage"] for reject in rejects)
    assert not stages["crash"], [reject for reject in rejects if reject["stage"] == "crash"]
    assert not stages["clean"], [reject for reject in rejects if reject["stage"] == "clean"]
    return f"{count} inputs, {accounted(out)}, rejected {dict(stages)}, {took:.0f} s"


def throughput(pages: Path, folder: Path, rounds: int = 3) -> str:
    """Pages a second of two jobs beside one, in turn.

    Other work on the machine is taken out: of a run's wall time, that is left in which its workers were not waiting for
    a core; what the parent takes from two workers on two cores is put on again. (Linux; needs two cores.)
    """
    ratios = []
    for number in range(rounds):
        took = {jobs: _undisturbed(pages, folder / f"{number}-{jobs}.jsonl", jobs) for jobs in (1, 2)}
        ratios.append(took[1] / took[2])
        print(f"one job {took[1]:.1f} s, two jobs {took[2]:.1f} s, ratio {ratios[-1]:.2f}", flush=True)
    return f"two jobs: {statistics.median(ratios):.2f} times the throughput of one (median of {rounds})"


def _undisturbed(pages: Path, out: Path, jobs: int) -> float:
    """Seconds that a run would take on two cores of its own."""
    began = time.perf_counter()
    run, waited, own = batch(pages, "-o", out, "--jobs", str(jobs)), dict[int, float](), 0.0
    while run.poll() is None:
        time.sleep(0.1)
        own = max(own, _seconds(run.pid, 0))
        for worker in _children(run.pid):
            waited[worker] = max(waited.get(worker, 0), _seconds(worker, 1))
    assert run.returncode in (0, 1)
    wall = time.perf_counter() - began
    return wall - statistics.fmean(waited.values()) + (own / jobs if jobs > 1 else 0)


def _seconds(pid: int, which: int) -> float:
    """Seconds that a process has been on a core (0), or ready and waiting for one (1)."""
    try:
        threads = [(thread / "schedstat").read_text() for thread in Path(f"/proc/{pid}/task").iterdir()]
    except (FileNotFoundError, ProcessLookupError):
        return 0
    return sum(int(thread.split()[which]) for thread in threads) / 1e9


def overhead(pages: Path, folder: Path, count: int = 1500, rounds: int = 3) -> str:
    """CPU seconds of `cleaner batch` with one worker beside `cleaner.clean` in a loop, over the same pages."""
    texts = _texts(pages, count)
    rows = folder / "pages.jsonl"
    rows.write_text("".join(json.dumps({"id": str(n), "text": text}) + "\n" for n, text in enumerate(texts)))
    ratios = []
    for number in range(rounds):
        before = os.times()
        subprocess.run([sys.executable, "-c", _LOOP, rows, folder / "loop.jsonl"], check=True)
        middle = os.times()
        finish(rows, "-o", folder / f"{number}.jsonl")
        after = os.times()
        alone, batched = (
            b.children_user + b.children_system - a.children_user - a.children_system
            for a, b in ((before, middle), (middle, after))
        )
        ratios.append(batched / alone)
        print(f"loop {alone:.2f}, batch {batched:.2f} CPU seconds, ratio {ratios[-1]:.3f}", flush=True)
    assert (folder / "loop.jsonl").read_bytes() == (folder / "0.jsonl").read_bytes(), "other documents"
    return f"the runner costs {statistics.median(ratios) - 1:+.1%} over a loop, on {len(texts)} pages, start included"


def steady(pages: Path, folder: Path, count: int = 10_000) -> str:
    """Whether rate and memory stay as they are: flattened pages, repeated and salted, through two jobs.

    The rate is told twice: by the clock, which other work on the machine moves, and by the workers' CPU seconds.
    """
    rows = folder / "pages.jsonl"
    with rows.open("w") as file:
        for number, text in enumerate(islice(cycle(_texts(pages)), count)):
            file.write(json.dumps({"id": str(number), "text": f"{text}\n\nEdition {number}"}) + "\n")
    began = time.perf_counter()
    run, parent, worker = batch(rows, "-o", folder / "out.jsonl", "--jobs", "2"), 0, 0
    spool, spent, marks = folder / "out.jsonl.partial", dict[int, float](), list[tuple[int, float, float]]()
    while run.poll() is None:
        time.sleep(0.5)
        parent = max(parent, _peak(run.pid))
        for child in _children(run.pid):
            worker = max(worker, _peak(child))
            spent[child] = max(spent.get(child, 0), _seconds(child, 0))
        if spool.exists():
            marks.append((spool.stat().st_size, time.perf_counter() - began, sum(spent.values())))
    assert run.returncode in (0, 1)
    took = time.perf_counter() - began
    tenths = [next(mark for mark in marks if mark[0] >= marks[-1][0] * part / 10) for part in range(1, 11)]
    clock, cpu = ([after[which] - before[which] for before, after in pairwise(tenths)] for which in (1, 2))
    return (
        f"{count} pages in {took:.0f} s; second tenth {clock[0]:.1f} s, last tenth {clock[-1]:.1f} s, slowest "
        f"{max(clock):.1f} s; CPU seconds of the workers: {cpu[0]:.1f}, {cpu[-1]:.1f}, most {max(cpu):.1f}; "
        f"peak of the parent {parent} MB, of a worker {worker} MB; {accounted(folder / 'out.jsonl')}"
    )


def _peak(pid: int) -> int:
    """The most memory that a process has had, in megabytes (Linux)."""
    try:
        status = Path(f"/proc/{pid}/status").read_text()
    except (FileNotFoundError, ProcessLookupError):
        return 0
    found = re.search(r"VmHWM:\s+(\d+) kB", status)
    return int(found[1]) // 1000 if found else 0


def _texts(pages: Path, count: int | None = None) -> list[str]:
    """Texts of a set of flattened pages (JSONL, may be .gz)."""
    with gzip.open(pages, "rt") if pages.suffix == ".gz" else pages.open() as file:
        return [json.loads(row)["text"] for row in islice(file, count)]


def measure(what: str, pages: Path | None, count: int = 10_000) -> str:
    """Run one of the measurements in a temporary folder; `count` is the number of pages of `steady`.

    Raises ValueError where it needs pages and has none.
    """
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        alone: dict[str, Callable[[], str]] = {
            "kill": lambda: kill(folder, 2000, 20),
            "kill-workers": lambda: kill_workers(folder, 2000),
            "hostile": lambda: hostile(folder),
        }
        if what in alone:
            return alone[what]()
        if pages is None:
            raise ValueError(f"{what}: give --pages, a folder of pages or a file of flattened ones")
        with_pages: dict[str, Callable[[Path, Path], str]] = {
            "throughput": throughput,
            "overhead": overhead,
            "steady": lambda pages, folder: steady(pages, folder, count),
        }
        return with_pages[what](pages, folder)
