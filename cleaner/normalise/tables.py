"""The agency and publisher tables, and who a name, domain or host belongs to. Offline."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import resources
from types import MappingProxyType
from typing import Any, Literal

from publicsuffixlist import PublicSuffixList

# Shorter labels of domains are words (`la.lv`, `is.fi`), and so are these.
_LABEL_FROM = 5
_PLAIN_WORDS = frozenset(
    {
        "capital", "chronicle", "citizen", "debate", "express", "extra", "fortune", "guardian", "herald", "independent",
        "information", "leadership", "marianne", "monitor", "nation", "observer", "opinion", "patch", "people",
        "prensa", "profil", "reason", "record", "space", "sport", "standard", "times", "trend", "tribune", "variety",
        "dan",
    }
)  # fmt: skip
# Shorter aliases (AP, SID, aa) are words of some language when their case is not held to.
_CASELESS_FROM = 5


@dataclass(frozen=True, slots=True)
class Agency:
    """One row of `agencies.json`: canonical name, type, ISO 3166 country, other names it goes by."""

    name: str
    type: str
    country: str
    aliases: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Publisher:
    """One row of `publishers.json`: the outlet as it prints itself, ISO 3166 country, BCP 47 language, the order of its
    numeric dates, its home zone by IANA name.
    """

    domain: str
    name: str
    country: str
    language: str
    order: Literal["dmy", "mdy", "ymd"]
    zone: str

    @property
    def day_first(self) -> bool:
        """Whether the day precedes the month where the year comes last."""
        return self.order != "mdy"


@dataclass(frozen=True, slots=True)
class Place:
    """What a site's address says of where it is: its publisher, if known, and a country, if any."""

    site: str
    publisher: Publisher | None
    country: str | None


def agency(name: str) -> Agency | None:
    """The agency of this name or alias; short aliases only in the case they are listed in."""
    name = name.strip()
    exact, folded = _agencies()
    found = exact.get(name)
    if found is None and len(name) >= _CASELESS_FROM:
        found = folded.get(name.casefold())
    return found


def agency_names() -> Iterable[str]:
    """Every name and alias in the table, as listed."""
    return _agencies()[0].keys()


def load(name: str) -> Any:
    """The JSON data file of this room that has this name."""
    return json.loads((resources.files("cleaner.normalise") / name).read_text(encoding="utf-8"))


def publisher(site: str | None) -> Publisher | None:
    """The publisher of a host or URL: the longest listed domain that it ends in."""
    if not site:
        return None
    host = host_of(site)
    table = _publishers()
    while "." in host:
        if host in table:
            return table[host]
        host = host.split(".", 1)[1]
    return None


def publisher_named(name: str) -> Publisher | None:
    """The publisher of this name, or the one whose domain's first label is this name without spaces."""
    return _publisher_names().get(name.casefold())


def host_of(address: str) -> str:
    """The host of a URL or bare domain, lower case, without `www.`."""
    host = address.strip().lower().split("://", 1)[-1]
    for stop in "/?#":
        host = host.split(stop, 1)[0]
    return host.rpartition("@")[2].split(":", 1)[0].removeprefix("www.").strip(".")


@lru_cache(maxsize=4096)
def registered_domain(address: str) -> str | None:
    """The registrable domain of a URL, host or e-mail address (`a.example.co.uk` -> `example.co.uk`), else None."""
    host = host_of(address)
    if "." not in host or len(host) > 253 or not host.isascii():
        return None
    found = _suffixes().privatesuffix(host)
    return str(found) if found else None


@lru_cache(maxsize=1024)
def whereabouts(site: str | None) -> Place | None:
    """The publisher and country of a site; the country of an unlisted one is that of its top-level domain."""
    if not site or "." not in site:
        return None
    known = publisher(site)
    if known:
        return Place(known.domain, known, known.country)
    host = host_of(site)
    top = host.rpartition(".")[2].upper()
    return Place(host, None, _TOP_LEVEL.get(top, top) if len(top) == 2 and top not in _NOT_A_COUNTRY else None)


_TOP_LEVEL = {"UK": "GB"}
# Country domains that are sold as words, and so say nothing of the country.
_NOT_A_COUNTRY = frozenset({"TV", "IO", "ME", "CO", "AI", "FM", "CC", "WS", "TO", "LY", "GG", "EU"})


@cache
def _suffixes() -> Any:
    return PublicSuffixList(only_icann=True)


@cache
def _agencies() -> tuple[Mapping[str, Agency], Mapping[str, Agency]]:
    exact: dict[str, Agency] = {}
    for row in load("agencies.json"):
        entry = Agency(row["name"], row["type"], row["country"], tuple(row["aliases"]))
        for name in (entry.name, *entry.aliases):
            exact[name] = entry
    folded: dict[str, Agency] = {}
    for name, entry in exact.items():
        if len(name) >= _CASELESS_FROM:
            folded.setdefault(name.casefold(), entry)
    return MappingProxyType(exact), MappingProxyType(folded)


@cache
def _publishers() -> Mapping[str, Publisher]:
    return MappingProxyType({row["domain"]: Publisher(**row) for row in load("publishers.json")})


@cache
def _publisher_names() -> Mapping[str, Publisher]:
    names: dict[str, Publisher] = {}
    for entry in _publishers().values():
        names.setdefault(entry.name.casefold(), entry)
        names.setdefault(entry.name.casefold().removeprefix("the "), entry)
    for entry in _publishers().values():
        label = entry.domain.split(".", 1)[0]
        if len(label) >= _LABEL_FROM or not label.isalpha():
            names.setdefault(label, entry)
    for word in _PLAIN_WORDS:
        names.pop(word, None)
    return MappingProxyType(names)
