"""Whose story a page carries, and on which site it stands."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from cleaner.model import Block, Field, Page, Stated
from cleaner.normalise import source, tables
from cleaner.normalise.layout import Layout
from cleaner.normalise.moments import Hints

_RULE = "normalise/source"
_EMAIL = re.compile(r"(?<![\w.@])[\w.+-]{1,40}@(?P<host>[\w-]{1,40}(?:\.[\w-]{2,20}){1,3})")
_WEB = re.compile(r"https?://[^\s/?#.]+\.[^\s/?#]+", re.IGNORECASE)
# Begins with the dash, which is quick to find; the year stands before it.
_ISO_DAY = re.compile(r"-(?<=((?:19|20)\d\d)-)(?<!\d\d{4}-)(\d\d)-(\d\d)(?!\d)")
_URL_DAY = re.compile(r"/((?:19|20)\d\d)[/-](\d{1,2})[/-](\d{1,2})(?=/|$)")
_WORD = re.compile(r"[^\W_]+")
_SHORTEST_LABEL = 4
_LOOKED_AT = 300  # characters of a block in which an address or an ISO date is looked for
_AFTER_STORY = 8


@dataclass(frozen=True, slots=True)
class Outlet:
    """The site a page tells of itself: its domain, the name it signs with, and the block with its address."""

    domain: str
    name: str
    raw: str
    block: Block
    signs: str


def outlet(layout: Layout) -> Outlet | None:
    """The outlet a page names twice: in a contact address, and with the same name in a line that signs the story."""
    addressed = [block for block in layout.blocks if "@" in block.text]
    signing = [layout.blocks[index] for index, _ in layout.signing()] if addressed else []
    for block in reversed(addressed):
        found = _EMAIL.search(block.text[:_LOOKED_AT])
        domain = tables.registered_domain(found["host"]) if found else None
        if found is None or domain is None:
            continue
        label = domain.split(".")[0].replace("-", "")
        for line in signing:
            name = _named(line.text, label) if line is not block else None
            if name:
                known = tables.publisher(domain)
                return Outlet(domain, known.name if known else name, found[0], block, name)
    return None


def _named(text: str, label: str) -> str | None:
    """The words of a line that, run together, are the domain's first label."""
    words = _WORD.findall(text[:_LOOKED_AT])
    if len(label) < _SHORTEST_LABEL or label not in "".join(words).casefold():
        return None
    for first in range(len(words)):
        joined = ""
        for last in range(first, min(first + 4, len(words))):
            joined += words[last].casefold()
            if joined == label:
                return " ".join(words[first : last + 1])
    return None


def known_days(page: Page, blocks: Sequence[Block], stated: Stated) -> tuple[date, ...]:
    """Days that page, address or head state without doubt of their order."""
    dashed = "\n".join([block.text[:_LOOKED_AT] for block in blocks if "-" in block.text])
    found = [found.groups() for found in _ISO_DAY.finditer(dashed)]
    found += [
        found.groups() for address in (page.url, stated.canonical) if address for found in _URL_DAY.finditer(address)
    ]
    found += [
        found.groups() for said in (stated.published, stated.modified) if said for found in _ISO_DAY.finditer(said)
    ]
    days = {day for year, month, number in found if (day := _day(int(year), int(month), int(number)))}
    return tuple(sorted(days))


def _day(year: int, month: int, number: int) -> date | None:
    try:
        return date(year, month, number)
    except ValueError:
        return None


def read(layout: Layout, address: str | None, stated: Stated, hints: Hints, own: Outlet | None) -> Field | None:
    """The source a line states, else the page's own site, else the outlet it names; None if nothing tells."""
    return _line(layout, hints) or _site(address, stated) or _outlet(own)


def _line(layout: Layout, hints: Hints) -> Field | None:
    """`Source: …` before the story or at its end. Inside it, such lines belong to charts and pictures."""
    before = range(layout.headlines[0] + 1 if layout.headlines else 0, min(layout.start, len(layout.blocks)))
    after = range(max(layout.start, layout.end - 1), min(len(layout.blocks), layout.end + 1 + _AFTER_STORY))
    for index in (*after, *before):
        block = layout.blocks[index]
        if not source.is_candidate(block.text) or not layout.speaks(index):
            continue
        found = source.read(block.text, hints)
        if found and found.name and not found.names:
            why = "the line names whose story it is" + (f"; {found.domain} is {found.name}" if found.domain else "")
            value = {"name": found.name, "domain": found.domain, "url": found.url}
            return Field("source", value, block.text, _RULE, why, block.first, block.index)
    return None


def _site(address: str | None, stated: Stated) -> Field | None:
    # What is no web address (`mailto:`, a file's name, a word) names no site.
    host = tables.host_of(address) if address and _WEB.match(address) else None
    if not host and not stated.site_name:
        return None
    known = tables.publisher(host)
    name = known.name if known else stated.site_name
    value: dict[str, Any] = {"name": name, "domain": host, "url": None}
    why = f"the page stands on {host}" if host else "the page's head gives the site's name"
    return Field("source", value, address or stated.site_name or "", _RULE, why, None, None, "nothing")


def _outlet(own: Outlet | None) -> Field | None:
    if own is None:
        return None
    why = f"the story is signed {own.signs!r} and the page's contact address is at {own.domain}"
    value: dict[str, Any] = {"name": own.name, "domain": own.domain, "url": None}
    return Field("source", value, own.raw, _RULE, why, own.block.first, own.block.index, "nothing")


def consumed(fields: Collection[Field]) -> set[int]:
    """Indexes of the blocks these fields hold entirely."""
    return {field.block for field in fields if field.block is not None and field.consumes == "block"}
