"""A run that was stopped, by whatever, is finished by the same command, and its bytes are those of one that was not."""

from __future__ import annotations

import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from made_pages import rows, story, write_pages, written

from cleaner.batch.manifest import Manifest
from cleaner.batch.plan import Plan, Tally, Watch
from cleaner.batch.runner import run_batch
from cleaner.errors import ConfigError
from cleaner.options import Options

OUTS = ("out.jsonl", "out.jsonl.gz", "out.parquet", "out")


class StoppedError(Exception):
    """What stops a run in these tests; like a killed process, it lets the run record nothing more."""


def stop_after(count: int) -> Watch:
    """Stop the run when so many pages are through."""

    def tally(now: Tally) -> None:
        if now.done >= count:
            raise StoppedError

    return Watch(tally)


@pytest.fixture(autouse=True)
def _checkpoint_at_every_page(monkeypatch: pytest.MonkeyPatch) -> None:
    """So that a run of a few pages has something to go on from."""
    monkeypatch.setattr("cleaner.batch.runner._CHECKPOINT_PAGES", 1)


@pytest.fixture
def plan(tmp_path: Path) -> Plan:
    """Twelve pages, one of them none, into `cut/out.jsonl`."""
    write_pages(tmp_path / "in", 12)
    (tmp_path / "cut").mkdir()
    (tmp_path / "whole").mkdir()
    return Plan(inputs=(str(tmp_path / "in"),), out=tmp_path / "cut" / "out.jsonl")


def news_of(plan: Plan) -> list[str]:
    """Run the plan to its end; what it had to say."""
    news: list[str] = []
    run_batch(plan, Watch(news=news.append))
    return news


@pytest.mark.parametrize("name", OUTS)
def test_a_stopped_run_goes_on_and_writes_the_same_bytes(plan: Plan, tmp_path: Path, name: str) -> None:
    """Stopped at every third page; with what was half written, of a page or of none, lying about."""
    whole, cut = replace(plan, out=tmp_path / "whole" / name), replace(plan, out=tmp_path / "cut" / name)
    run_batch(whole)
    for count in (3, 6, 9, 12):
        with pytest.raises(StoppedError):
            run_batch(cut, stop_after(count))
        partial = tmp_path / "cut" / f"{name}.partial"
        if partial.is_dir():
            (partial / "half.json").write_text('{"half')
        else:
            with partial.open("ab") as file:
                file.write(b'{"half')
    assert news_of(cut) == ["going on where the last run stopped: 12 pages are done"]
    assert written(whole.out) == written(cut.out)
    assert sorted(path.name for path in (tmp_path / "cut").iterdir()) == sorted(
        f"{name}{suffix}" for suffix in ("", ".manifest.sqlite", ".rejects.jsonl", ".summary.json")
    )


def test_a_run_that_is_done_is_not_done_again(plan: Plan) -> None:
    """And says so; nothing is touched."""
    first = run_batch(plan)
    before = written(plan.out), plan.out.stat().st_mtime_ns
    news: list[str] = []
    assert run_batch(plan, Watch(news=news.append)) == first
    assert news == [f"{plan.out} is complete and its inputs are unchanged: nothing to do"]
    assert (written(plan.out), plan.out.stat().st_mtime_ns) == before


def test_a_page_that_changed_meanwhile_is_done_again_with_all_after_it(plan: Plan, tmp_path: Path) -> None:
    """The output is that of the pages as they are now."""
    with pytest.raises(StoppedError):
        run_batch(plan, stop_after(8))
    (tmp_path / "in" / "005.txt").write_text(story(555))
    assert news_of(plan)[0].startswith("the inputs have changed since the last run: ")
    whole = replace(plan, out=tmp_path / "whole" / "out.jsonl")
    run_batch(whole)
    assert written(plan.out) == written(whole.out)
    assert "555 days" in plan.out.read_text()


def test_pages_that_are_gone_from_the_inputs_are_gone_from_the_folder(plan: Plan, tmp_path: Path) -> None:
    """Even those that a stopped run had written already."""
    folder = replace(plan, out=tmp_path / "cut" / "out")
    with pytest.raises(StoppedError):
        run_batch(folder, stop_after(8))
    (tmp_path / "in" / "005.txt").unlink()
    run_batch(folder)
    assert not (folder.out / "005.json").exists()
    assert len(list(folder.out.iterdir())) == 10


@pytest.mark.parametrize("name", ["out.jsonl", "out.jsonl.gz", "out"])
def test_a_finished_run_is_gone_on_from_when_pages_are_new(plan: Plan, tmp_path: Path, name: str) -> None:
    """What stands before the first change is taken over; the bytes are those of a run over all."""
    cut, whole = replace(plan, out=tmp_path / "cut" / name), replace(plan, out=tmp_path / "whole" / name)
    run_batch(cut)
    (tmp_path / "in" / "new.txt").write_text(story(99))
    (tmp_path / "in" / "009.txt").unlink()
    assert news_of(cut) == [
        "the inputs have changed since the last run: 3 pages are done again",
        "going on where the last run stopped: 9 pages are done",
    ]
    run_batch(whole)
    assert written(cut.out) == written(whole.out)


def test_a_finished_parquet_file_is_made_anew_when_pages_are_new(plan: Plan, tmp_path: Path) -> None:
    """It does not give back the bytes that it was made of."""
    parquet = replace(plan, out=tmp_path / "cut" / "out.parquet")
    run_batch(parquet)
    (tmp_path / "in" / "new.txt").write_text(story(99))
    assert news_of(parquet) == [f"the inputs have changed since {parquet.out} was finished: all pages are done again"]


def test_what_a_stopped_run_left_and_somebody_took_away_is_done_again(plan: Plan) -> None:
    """The manifest alone is no output."""
    with pytest.raises(StoppedError):
        run_batch(plan, stop_after(8))
    plan.out.with_name("out.jsonl.partial").write_bytes(b"")
    assert "is gone: all pages are done again" in news_of(plan)[0]
    assert len(rows(plan.out)) == 11


def test_rows_of_a_dump_are_gone_on_with_in_its_middle(plan: Plan, tmp_path: Path) -> None:
    """Ids that the rows share are numbered as in one go."""
    dump = tmp_path / "dump.jsonl"
    dump.write_text('{"id": "a", "text": "One."}\n{"id": "a", "text": "Two."}\n{}\n{"id": "a", "text": "Three."}\n')
    rest = replace(plan, inputs=(str(dump), str(tmp_path / "in" / "000.txt")))
    with pytest.raises(StoppedError):
        run_batch(rest, stop_after(2))
    run_batch(rest)
    assert [row["id"] for row in rows(rest.out)] == ["a", "a~2", "a~3", "in/000"]


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"ledger": True}, "ledger was False and is True"),
        ({"options": Options(max_bytes=7)}, "max_bytes was 20000000 and is 7"),
    ],
)
@pytest.mark.parametrize("finished", [True, False])
def test_other_settings_are_refused_by_name(plan: Plan, change: dict[str, object], said: str, finished: bool) -> None:
    """Half of an output under each would be worse than either; `--fresh` starts over."""
    if finished:
        run_batch(plan)
    else:
        with pytest.raises(StoppedError):
            run_batch(plan, stop_after(4))
    with pytest.raises(ConfigError, match=said):
        run_batch(replace(plan, **change))  # type: ignore[arg-type]  # names and values are those above
    assert run_batch(replace(plan, fresh=True, **change)).done == 12  # type: ignore[arg-type]


def test_another_version_of_the_toolkit_is_refused(plan: Plan, monkeypatch: pytest.MonkeyPatch) -> None:
    """Other weights clean otherwise."""
    run_batch(plan)
    monkeypatch.setattr("cleaner.batch.runner.toolkit", lambda: "9.9")
    with pytest.raises(ConfigError, match=r"toolkit was '.*' and is '9.9'; give the same again, .* or --fresh"):
        run_batch(plan)


def test_an_output_that_somebody_changed_is_not_replaced(plan: Plan) -> None:
    """It is theirs now."""
    run_batch(plan)
    plan.out.write_text("mine")
    with pytest.raises(ConfigError, match="changed since a run wrote it"):
        run_batch(plan)
    assert plan.out.read_text() == "mine"
    run_batch(replace(plan, fresh=True))
    assert len(rows(plan.out)) == 11


def test_two_runs_into_one_output_are_refused(plan: Plan) -> None:
    """The lock is the operating system's, and ends with its process."""
    program = (
        "import sys, time; from pathlib import Path; from cleaner.batch.manifest import Manifest\n"
        "manifest = Manifest(Path(sys.argv[1])); print('locked', flush=True); time.sleep(60)"
    )
    path = plan.out.with_name("out.jsonl.manifest.sqlite")
    with subprocess.Popen([sys.executable, "-c", program, str(path)], stdout=subprocess.PIPE) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == b"locked\n"
        with pytest.raises(ConfigError, match="a run into it is under way"):
            run_batch(plan)
        with pytest.raises(ConfigError, match="a run into it is under way"):
            run_batch(replace(plan, fresh=True))
        other.kill()
    assert run_batch(plan).done == 12


@pytest.mark.parametrize("fresh", [True, False])
def test_a_file_in_the_manifests_place_is_told(plan: Plan, fresh: bool) -> None:
    """Only `--fresh` takes it away."""
    path = plan.out.with_name("out.jsonl.manifest.sqlite")
    path.write_text("notes of mine")
    if fresh:
        assert run_batch(replace(plan, fresh=True)).done == 12
    else:
        with pytest.raises(ConfigError, match="no manifest of a run"):
            run_batch(plan)
        assert path.read_text() == "notes of mine"


def test_a_run_killed_while_it_places_its_files_is_finished_by_the_next(
    plan: Plan, monkeypatch: pytest.MonkeyPatch
) -> None:
    """After the output, before the summary: a moment that no page belongs to."""

    def killed(self: object, done: int) -> None:
        raise StoppedError

    with monkeypatch.context() as patch:
        patch.setattr("cleaner.batch.runner._Run._check", killed)
        with pytest.raises(StoppedError):
            run_batch(plan)
    assert plan.out.exists()
    run_batch(plan)
    assert len(rows(plan.out.with_name("out.jsonl.rejects.jsonl"))) == 1
    assert plan.out.with_name("out.jsonl.summary.json").exists()


def test_a_run_that_could_not_begin_leaves_nothing(plan: Plan, tmp_path: Path) -> None:
    """Not even a manifest."""
    with pytest.raises(ConfigError):
        run_batch(replace(plan, inputs=("gone",)))
    assert list((tmp_path / "cut").iterdir()) == []


def test_a_full_disk_ends_the_run_and_the_next_goes_on(plan: Plan, monkeypatch: pytest.MonkeyPatch) -> None:
    """What was recorded before it counts."""
    from cleaner.batch.sinks import Spool

    write = Spool.write

    def full(self: Spool, id: str, data: bytes) -> None:
        if "007" in id:
            self._file.write(data[:10])  # type: ignore[union-attr]
            raise OSError(28, "No space left on device")
        write(self, id, data)

    with monkeypatch.context() as patch:
        patch.setattr(Spool, "write", full)
        with pytest.raises(OSError, match="No space left"):
            run_batch(plan)
    assert news_of(plan) == ["going on where the last run stopped: 7 pages are done"]
    assert [row["id"] for row in rows(plan.out)] == [f"{number:03}" for number in range(12) if number != 3]


def test_what_stands_beside_an_output_that_is_a_link_is_no_input(plan: Plan, tmp_path: Path) -> None:
    """Its rejects stand beside the link; the next run, which walks that folder, does not read them."""
    (tmp_path / "elsewhere").mkdir()
    link = tmp_path / "in" / "out.jsonl"
    link.symlink_to(tmp_path / "elsewhere" / "out.jsonl")
    run_batch(replace(plan, out=link))
    assert news_of(replace(plan, out=link)) == [f"{link} is complete and its inputs are unchanged: nothing to do"]


def test_the_manifest_survives_a_database_that_is_full(tmp_path: Path) -> None:
    """An error in a transaction takes it back whole."""
    with Manifest(tmp_path / "m.sqlite") as manifest:
        manifest.note(state="running")
        with pytest.raises(sqlite3.Error):
            manifest.ask("SELECT nothing FROM nowhere")
        assert manifest.state == "running"


WAIT: dict[str, Callable[[Path], bool]] = {
    "as it starts": lambda partial: partial.exists(),
    "at work": lambda partial: partial.exists() and partial.stat().st_size > 0,
}


@pytest.mark.parametrize("ended_by", [signal.SIGKILL, signal.SIGTERM])
def test_a_killed_process_is_gone_on_from(tmp_path: Path, ended_by: signal.Signals) -> None:
    """As a process, with workers: killed as it starts, then at work, then finished."""
    write_pages(tmp_path / "in", 100)
    command = [sys.executable, "-c", "from cleaner.cli import main; main()", "batch", "in", "--jobs=2", "--quiet", "-o"]
    subprocess.run([*command, "whole.jsonl"], cwd=tmp_path, check=False)
    partial = tmp_path / "cut.jsonl.partial"
    for moment in WAIT.values():
        with subprocess.Popen([*command, "cut.jsonl"], cwd=tmp_path, stderr=subprocess.DEVNULL) as process:
            while process.poll() is None and not moment(partial):
                time.sleep(0.02)
            process.send_signal(ended_by)
        assert process.returncode == (130 if ended_by is signal.SIGTERM else -ended_by)
    assert subprocess.run([*command, "cut.jsonl"], cwd=tmp_path, check=False).returncode == 1
    whole, cut = (list(written(tmp_path / f"{name}.jsonl").values()) for name in ("whole", "cut"))
    assert whole == cut
