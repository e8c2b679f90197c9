"""A cleaned page as it travels from a worker to the run: its bytes, and what the report tells of it."""

from __future__ import annotations

import time
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from cleaner.batch.near_duplicates import fingerprint
from cleaner.batch.outputs import encode
from cleaner.batch.task import Task, clean_task
from cleaner.options import Options
from cleaner.writers import Format, render

if TYPE_CHECKING:
    from cleaner.document import Document


@dataclass(frozen=True, slots=True)
class Rendered:
    """A document as bytes in the form that was asked for.

    site: the host of its address, without `www.`; None where it has none.
    warnings: the codes of its warnings.
    rules: blocks dropped, by the rule that decided.
    milliseconds: what reading, cleaning and writing it took.
    fingerprint: what its text is compared with others by; empty where nobody asked.
    """

    data: bytes
    site: str | None
    warnings: tuple[str, ...]
    rules: dict[str, int]
    milliseconds: int
    fingerprint: bytes = b""


def render_task(task: Task, options: Options, to: Format, ledger: bool, dedup: bool = False) -> Rendered:
    """Clean a page and render it, with a fingerprint for `dedup`; raises what `pipeline.clean` raises."""
    began = time.perf_counter()
    document = clean_task(task, options)
    data = encode(render(document, to, ledger))
    return Rendered(
        data,
        site_of(document.url),
        tuple(dict.fromkeys(warning.partition(":")[0] for warning in document.warnings)),
        _rules(document),
        round((time.perf_counter() - began) * 1000),
        fingerprint(document.text) if dedup else b"",
    )


def site_of(url: str | None) -> str | None:
    """The host of an address, lower case, without `www.`."""
    try:
        host = urlsplit(url or "").hostname
    except ValueError:  # brackets that hold no address
        return None
    return encode((host or "").removeprefix("www.")[:253]).decode() or None


def _rules(document: Document) -> dict[str, int]:
    return dict(sorted(Counter(verdict.rule for verdict in document.dropped).items()))
