"""Five folds by site: a page is judged with weights that never saw a page of its site."""

from __future__ import annotations

import json
import os
import zlib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from publicsuffixlist import PublicSuffixList

from cleaner.decide.weights import Weights
from cleaner.model import PageKind

FOLDS = 5
# The folder of fold weights travels to worker processes in the environment.
VARIABLE = "CLEANER_BENCHMARK_FOLDS"


def site_of(gold: Mapping[str, Any], otherwise: str) -> str:
    """Registered domain of a gold record's address, else its site, else the page itself."""
    host = str(gold.get("url") or "").split("//")[-1].split("/")[0].split(":")[0].lower()
    if host:
        return _suffixes().privatesuffix(host) or host
    return str(gold.get("site") or otherwise).split(" ")[0]


def fold_of(site: str) -> int:
    """The fold of a site, the same in every run."""
    return zlib.crc32(site.encode()) % FOLDS


def write(folder: Path, fold: int, weights: Mapping[str, Any]) -> None:
    """Write the weights that never saw this fold."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"fold{fold}.json").write_text(json.dumps(weights, ensure_ascii=False), encoding="utf-8")


def held_out(gold: Mapping[str, Any], id_: str, kind: PageKind) -> Weights | None:
    """The weights that never saw the page's site; None where no folder of fold weights was given."""
    folder = os.environ.get(VARIABLE)
    return _read(folder, fold_of(site_of(gold, id_)))[kind] if folder else None


@cache
def _read(folder: str, fold: int) -> Mapping[PageKind, Weights]:
    values = json.loads((Path(folder) / f"fold{fold}.json").read_text(encoding="utf-8"))
    return {"text": Weights.from_mapping(values["text"]), "html": Weights.from_mapping(values["html"])}


@cache
def _suffixes() -> PublicSuffixList:
    return PublicSuffixList()
