"""A page as learning takes it: whose it is, and its lines."""

from __future__ import annotations

from typing import Any, Literal

from cleaner.model import Stated
from cleaner.options import Options
from cleaner.readers import read
from cleaner.readers.stated import read_stated
from cleaner.segment import segment
from cleaner.templates.lines import PageLines, lines_of
from cleaner.templates.sites import folder_of, site_of


def study(
    data: Any,
    kind: Literal["auto", "html", "text"] = "auto",
    url: str | None = None,
    id: str | None = None,
    options: Options | None = None,
) -> tuple[str, PageLines]:
    """The name of the page's site, "" where nothing tells, and what a sketch takes of the page.

    Arguments and errors as those of `cleaner.clean`.
    """
    options = options or Options()
    page = read(data, kind=kind, url=url, id=id, options=options)
    stated = read_stated(page.root) if page.root is not None else Stated()
    site = options.site or site_of(page.url, stated.canonical, page.id, folder_of(data))
    return site, lines_of(segment(page))
