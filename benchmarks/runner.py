"""Runs a system over a suite, in one process or two, and remembers what the slow peers answered."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from multiprocessing import get_context
from pathlib import Path
from typing import Any

from benchmarks.suites import Item, Suite
from benchmarks.systems import SYSTEMS, System

Predictions = dict[str, dict[str, Any]]

MAX_JOBS = 2
_CHUNK = 8  # pages a worker takes at a time: few enough that both finish together


def predict(suite: Suite, system: System, jobs: int = 1, cache: Path | None = None) -> Predictions:
    """The system's predictions by item id, in the suite's order.

    cache: folder for the predictions of slow peers; a changed input or version is run anew.
    A page on which a system fails scores as empty; how many and the first reason are said on stderr.
    """
    store = cache / f"{suite.name}.{suite.task}.{system.name}-{system.version()}.jsonl" if cache else None
    if store is None or not system.slow:
        return _run(suite.items, suite.name, system, jobs)
    known = _read(store)
    inputs = {item.id: item.digest() for item in suite.items}
    missing = [item for item in suite.items if known.get(item.id, {}).get("input") != inputs[item.id]]
    fresh = _run(missing, suite.name, system, jobs)
    if fresh:
        known |= {key: {"input": inputs[key], "prediction": prediction} for key, prediction in fresh.items()}
        _write(store, known)
    return {item.id: known[item.id]["prediction"] for item in suite.items}


def save(path: Path, predictions: Predictions) -> None:
    """Write predictions as JSONL, each with its item's id."""
    _write(path, {key: dict(prediction) for key, prediction in predictions.items()})


def _run(items: Sequence[Item], name: str, system: System, jobs: int) -> Predictions:
    predictions = dict(zip((item.id for item in items), _answers(items, system, jobs), strict=True))
    errors = {key: answer["error"] for key, answer in predictions.items() if "error" in answer}
    if errors:
        key, first = next(iter(errors.items()))
        print(f"{name}: {system.name} failed on {len(errors)} of {len(items)}; first {key}: {first}", file=sys.stderr)
    return predictions


def _answers(items: Sequence[Item], system: System, jobs: int) -> Iterator[dict[str, Any]]:
    answer = partial(_answer, system.name)
    if jobs == 1 or len(items) < 2 * _CHUNK:
        yield from map(answer, items)
        return
    with ProcessPoolExecutor(min(jobs, MAX_JOBS), mp_context=get_context("spawn")) as pool:
        yield from pool.map(answer, items, chunksize=_CHUNK)


def _answer(name: str, item: Item) -> dict[str, Any]:
    try:
        return SYSTEMS[name].run(item)
    except Exception as error:  # noqa: BLE001  # one page on which a peer breaks must not end the run; it is counted
        return {"error": f"{type(error).__name__}: {error}"}


def _read(store: Path) -> dict[str, dict[str, Any]]:
    if not store.is_file():
        return {}
    with store.open(encoding="utf-8") as file:
        return {row.pop("id"): row for row in map(json.loads, file)}


def _write(store: Path, rows: dict[str, dict[str, Any]]) -> None:
    store.parent.mkdir(parents=True, exist_ok=True)
    draft = store.with_suffix(".tmp")
    with draft.open("w", encoding="utf-8") as file:
        file.writelines(json.dumps(row | {"id": key}) + "\n" for key, row in rows.items())
    os.replace(draft, store)
