"""Whose page it is."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from cleaner.normalise.tables import registered_domain


def site_of(url: str | None, canonical: str | None = None, id: str | None = None, folder: str | None = None) -> str:
    """The name under which a page's site is learned and looked up; "" where nothing tells.

    url, canonical: the page's address as the caller and as its head tells it. id: an address, or a path through a
    folder that is named as a site (`example.com/news/story`). folder: the last resort, the folder that holds it.

    An address stands for its registered domain: `news.example.co.uk` is a part of `example.co.uk`.
    """
    for address in _addresses(url, canonical, id):
        if domain := registered_domain(address):
            return domain
    return folder or ""


def _addresses(url: str | None, canonical: str | None, id: str | None) -> Iterator[str]:
    yield from (address for address in (url, canonical) if address)
    if id and "://" in id:
        yield id
    elif id:
        yield from (part for part in id.split("/")[:-1] if "." in part)


def folder_of(data: Any) -> str | None:
    """Name of the folder that holds the page, where it is a file's path."""
    return data.absolute().parent.name if isinstance(data, Path) else None
