"""`python -m benchmarks`: scores, fields, tables, timings, batch runs, templates and the trainings."""

from __future__ import annotations

import argparse
import datetime
import os
import platform
import sys
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from benchmarks import fields, loaders, parsers, report, speed
from benchmarks.flatten import FORMS, flattened
from benchmarks.folds import VARIABLE, fold_of, site_of
from benchmarks.metrics import Measures, Prediction
from benchmarks.runner import MAX_JOBS, predict, save
from benchmarks.scoring import score, split
from benchmarks.suites import Item, LayoutError, Suite
from benchmarks.systems import SYSTEMS, System, systems_for

_KEYS = ("id", "text", "page_type", "required", "forbidden")
LANGUAGE_PAGES = 50  # a set with so many pages of a language has a row for it
_PEERS = {"html": ("cleaner", "trafilatura"), "flat": ("cleaner", "c4", "justext")}


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; the exit code is 0, or 2 for an input that cannot be used."""
    arguments = _parser().parse_args(argv)
    if getattr(arguments, "folds", None) and arguments.run is not _train:
        os.environ[VARIABLE] = str(arguments.folds.resolve())
    try:
        arguments.run(arguments)
    except (LayoutError, FileNotFoundError, ValueError) as error:
        print(f"benchmarks: {error}", file=sys.stderr)
        return 2
    return 0


def _score(arguments: argparse.Namespace) -> None:
    for suite in _suites(arguments):
        for system in systems_for(suite, tuple(arguments.system)):
            predictions = predict(suite, system, arguments.jobs, arguments.cache)
            if arguments.save:
                save(arguments.save / f"{suite.name}.{system.name}.jsonl", predictions)
            scores = score(suite, predictions, arguments.by)
            print(report.as_text(suite, system.name, scores, arguments.worst), flush=True)


def _fields(arguments: argparse.Namespace) -> None:
    """Title, authors and day of publication of whole pages; `fields.py` says how they are compared."""
    for suite in _suites(arguments):
        if suite.task in ("bodies", "dates"):
            print(fields.measure(suite, arguments.jobs), flush=True)


def _table(arguments: argparse.Namespace) -> None:
    rows = []
    suites = loaders.discover(arguments.bench)
    for suite in suites:
        print(suite.name, file=sys.stderr, flush=True)
        rows += _rows(_limited(suite, arguments.limit), arguments)
    used = {system.name: system for suite in suites for system in systems_for(suite)}
    report.replace_tables(arguments.output, f"{_stamp(arguments, list(used.values()))}\n\n{report.as_tables(rows)}")


def _rows(suite: Suite, arguments: argparse.Namespace) -> list[report.Row]:
    """The suite's row; rows for its articles alone, where it has other page types, and for each kind of datelines."""
    parts: dict[str, dict[str, Measures]] = {suite.name: {}}
    articles = split(suite.items, "page_type").get("article", [])
    for system in systems_for(suite):
        predictions = predict(suite, system, arguments.jobs, arguments.cache)
        groups = score(suite, predictions).groups
        parts[suite.name][system.name] = groups["all"] | _spread(suite, predictions)
        if 0 < len(articles) < len(suite.items):
            alone = replace(suite, items=tuple(articles))
            only = score(alone, predictions).groups["all"] | _spread(alone, predictions)
            parts.setdefault(f"{suite.name}, articles", {})[system.name] = only
        for language, members in split(suite.items, "lang").items():
            if suite.task == "bodies" and LANGUAGE_PAGES <= len(members) < len(suite.items):
                only = score(replace(suite, items=tuple(members)), predictions).groups["all"]
                parts.setdefault(f"{suite.name}, {language}", {})[system.name] = only
        for kind in groups if suite.task == "datelines" else ():
            if kind != "all" and "." not in kind:
                parts.setdefault(f"{suite.name}: {kind}", {})[system.name] = groups[kind]
    return [report.Row(suite.task, suite.form, name, measures) for name, measures in parts.items()]


def _spread(suite: Suite, predictions: Mapping[str, Prediction]) -> Measures:
    """`lowest` and `highest` shingle F1 over the five folds of sites; nothing where the suite has no bodies."""
    if suite.task != "bodies":
        return {}
    folds: dict[int, list[Item]] = {}
    for item in suite.items:
        folds.setdefault(fold_of(site_of(item.gold, item.id)), []).append(item)
    found = [score(replace(suite, items=tuple(items)), predictions).groups["all"]["f1"] for items in folds.values()]
    return {"lowest": min(found), "highest": max(found)}


def _forms(arguments: argparse.Namespace) -> None:
    """Shingle F1 of HTML sets under every flattener of `benchmarks.flatten`, as a Markdown table."""
    suites = [_limited(suite, arguments.limit) for path in arguments.paths for suite in loaders.load(path)]
    suites = [
        replace(suite, items=tuple(split(suite.items, "page_type").get("article", suite.items))) for suite in suites
    ]
    print("| form | " + " | ".join(f"{suite.name} ({len(suite.items)})" for suite in suites) + " |")
    print("|---|" + "---:|" * len(suites))
    system = SYSTEMS["cleaner"]
    for form in FORMS:
        cells = []
        for suite in suites:
            flat = flattened(suite, form)
            measures = score(flat, predict(flat, system, arguments.jobs)).groups["all"]
            cells.append(f"{measures['f1']:.3f} ({measures['precision']:.3f} / {measures['recall']:.3f})")
        print(f"| {form} | {' | '.join(cells)} |", flush=True)


def _stamp(arguments: argparse.Namespace, systems: Sequence[System]) -> str:
    limit = f" --limit {arguments.limit}" if arguments.limit else ""
    folds = " --folds DIR" if arguments.folds else ""
    weights = "five-fold cross-validation by site" if arguments.folds else "those that ship, which saw these pages"
    versions = ", ".join(f"{system.name} {system.version()}".strip() for system in systems)
    return (
        f"{datetime.datetime.now(datetime.UTC).date()}, Python {platform.python_version()}, {versions}.\n"
        f"Weights: {weights}.\n"
        f"Command: `python -m benchmarks table --bench {arguments.bench.resolve().name}{limit}{folds}`"
    )


def _speed(arguments: argparse.Namespace) -> None:
    for suite in _suites(arguments):
        if suite.form in _PEERS:
            systems = systems_for(suite, tuple(arguments.system) or _PEERS[suite.form])
            print(speed.as_text(suite, speed.measure(suite, systems, arguments.pages)), flush=True)


def _parsers(arguments: argparse.Namespace) -> None:
    for suite in _suites(arguments):
        if suite.form == "line":
            print(parsers.as_text(suite, parsers.measure(suite)), flush=True)


def _train(arguments: argparse.Namespace) -> None:
    from benchmarks import train  # LightGBM comes with the `bench` extra only

    train.make(arguments.bench, arguments.output, arguments.folds, arguments.jobs)


def _train_headline(arguments: argparse.Namespace) -> None:
    from benchmarks import train_headline

    train_headline.make(arguments.bench, arguments.output, arguments.jobs)


def _train_authors(arguments: argparse.Namespace) -> None:
    from benchmarks import train_authors

    train_authors.make(arguments.bench, arguments.output, arguments.jobs)


def _templates(arguments: argparse.Namespace) -> None:
    from benchmarks import made_sites, templates

    suites = _suites(arguments) if arguments.paths else []
    print(templates.as_table([templates.compare(suite) for suite in (*suites, *made_sites.suites())]))


def _batch(arguments: argparse.Namespace) -> None:
    from benchmarks import batch

    print(batch.measure(arguments.what, arguments.pages, arguments.count))


def _suites(arguments: argparse.Namespace) -> list[Suite]:
    if arguments.gold and arguments.html:
        keys = loaders.Keys(**{name: getattr(arguments, f"{name}_key") for name in _KEYS})
        return [_limited(loaders.custom(arguments.gold, arguments.html, keys), arguments.limit)]
    if arguments.gold or arguments.html or not arguments.paths:
        raise LayoutError("give a FOLDER, or --gold and --html together")
    if arguments.flat and len(arguments.paths) > 1:
        raise LayoutError("--flat belongs to one FOLDER's gold; give one")
    flat = [loaders.load_flat(arguments.paths[0], texts) for texts in arguments.flat]
    pages = [] if flat and not arguments.with_html else [s for path in arguments.paths for s in loaders.load(path)]
    return [_limited(suite, arguments.limit) for suite in pages + flat]


def _limited(suite: Suite, limit: int | None) -> Suite:
    return replace(suite, items=tuple(speed.evenly(suite.items, limit))) if limit else suite


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks",
        description="The toolkit beside its peers on folders of labelled pages. Layouts: benchmarks/README.md.",
    )
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    scoring = commands.add_parser("score", help="run systems over a folder and print their figures")
    _add_inputs(scoring)
    _add_running(scoring)
    scoring.add_argument("--by", metavar="KEY", help="figures by a gold key too: lang, page_type, site, …")
    scoring.add_argument("--worst", type=int, default=0, metavar="N", help="list the N items with the lowest values")
    scoring.add_argument("--save", type=Path, metavar="DIR", help="write each system's predictions there as JSONL")
    scoring.set_defaults(run=_score)
    values = commands.add_parser("fields", help="title, authors and day of publication beside trafilatura and htmldate")
    _add_inputs(values)
    _add_running(values)
    values.set_defaults(run=_fields)
    table = commands.add_parser("table", help="all sets, forms and systems: write the tables of RESULTS.md")
    table.add_argument("--bench", type=Path, required=True, metavar="DIR", help="folder that holds the sets")
    table.add_argument("-o", "--output", type=Path, default=Path("benchmarks/RESULTS.md"), metavar="FILE")
    _add_running(table)
    table.set_defaults(run=_table)
    forms = commands.add_parser("forms", help="shingle F1 of HTML sets under our own flatteners")
    _add_inputs(forms)
    _add_running(forms)
    forms.set_defaults(run=_forms)
    timing = commands.add_parser("speed", help="CPU time a page beside peers in the same run")
    _add_inputs(timing)
    timing.add_argument("--pages", type=int, default=100, metavar="N", help="pages timed, evenly spaced (default 100)")
    timing.set_defaults(run=_speed, limit=None)
    lines = commands.add_parser("parsers", help="time a line of the five parsers, on a JSONL file of single lines")
    _add_inputs(lines)
    lines.set_defaults(run=_parsers, limit=None)
    training = commands.add_parser("train", help="learn the weights that ship from labelled pages")
    training.add_argument("--bench", type=Path, required=True, metavar="DIR", help="folder that holds the sets")
    training.add_argument("-o", "--output", type=Path, default=Path("cleaner/decide"), metavar="FOLDER")
    training.add_argument("--folds", type=Path, metavar="DIR", help="write the five folds' weights there too")
    training.add_argument("--jobs", type=int, default=1, choices=range(1, MAX_JOBS + 1), help="processes (default 1)")
    training.set_defaults(run=_train)
    _add_line_training(commands)
    shared = commands.add_parser("templates", help="what a site's templates are worth, on labelled and on made sites")
    _add_inputs(shared)
    _add_running(shared)
    shared.set_defaults(run=_templates)
    runs = commands.add_parser("batch", help="whether batch runs can be trusted: killed, fed with bombs, timed")
    runs.add_argument("what", choices=["kill", "kill-workers", "hostile", "throughput", "steady", "overhead"])
    runs.add_argument("--pages", type=Path, metavar="PATH", help="a folder; for steady, overhead: flat JSONL")
    runs.add_argument("--count", type=int, default=10_000, metavar="N", help="pages of steady (default 10000)")
    runs.set_defaults(run=_batch)
    return parser


def _add_line_training(commands: Any) -> None:
    """The two choices of a line: which is the headline, which signs the story."""
    choices = (
        ("train-headline", _train_headline, "a page's headline", "cleaner/segment/headline_weights.json"),
        ("train-authors", _train_authors, "the line that signs a story", "cleaner/normalise/author_weights.json"),
    )
    for name, run, what, output in choices:
        parser = commands.add_parser(name, help=f"learn what tells {what} from labelled pages")
        parser.add_argument("--bench", type=Path, required=True, metavar="DIR", help="folder that holds the sets")
        parser.add_argument("-o", "--output", type=Path, default=Path(output), metavar="FILE")
        parser.add_argument("--jobs", type=int, default=1, choices=range(1, MAX_JOBS + 1), help="processes (default 1)")
        parser.set_defaults(run=run)


def _add_inputs(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "paths", nargs="*", type=Path, metavar="FOLDER", help="a folder or JSONL file of a known layout"
    )
    parser.add_argument(
        "--flat", action="append", default=[], type=Path, metavar="FILE",
        help="the FOLDER's flattened texts (JSONL, may be .gz) instead of its HTML; may be repeated",
    )  # fmt: skip
    parser.add_argument("--with-html", action="store_true", help="with --flat: the HTML too")
    parser.add_argument(
        "--system", action="append", default=[], choices=list(SYSTEMS), help="only this system; may be repeated"
    )
    own = parser.add_argument_group("a layout of your own (keys: a dot steps into a nested object)")
    own.add_argument("--gold", type=Path, help="JSONL, a JSON object by id, or a folder of ID.json")
    own.add_argument("--html", type=Path, help="folder of ID.html.gz or ID.html")
    for name in _KEYS:
        own.add_argument(
            f"--{name}-key", default=getattr(loaders.Keys(), name), metavar="KEY", help="default %(default)s"
        )


def _add_running(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--jobs", type=int, default=1, choices=range(1, MAX_JOBS + 1), help="processes (default 1)")
    parser.add_argument("--limit", type=int, metavar="N", help="only N items of each set, evenly spaced")
    parser.add_argument(
        "--folds", type=Path, metavar="DIR",
        help="judge each page by weights that never saw its site: the folder that `train --folds` wrote",
    )  # fmt: skip
    parser.add_argument("--cache", type=Path, metavar="DIR", help="keep the slow peers' predictions there between runs")


if __name__ == "__main__":
    sys.exit(main())
