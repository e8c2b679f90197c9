"""The day of publication where neither a line nor the page's head states it.

First the day in the page's own address (`/2024/05/12/`), which a site sets when it publishes; then what htmldate finds
in the markup (Barbaresi 2020, doi:10.21105/joss.02439) by its quick search. Its extensive one takes five to ten times
as long and is wrong as often (a fifth). It is not asked where the page dates its last change, for that is what it
gives then; and the first of January, its answer where only a year stands, counts only if the page prints that day.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Any

from cleaner.model import Field, Page
from cleaner.normalise.signature import DATES, Signature

_ADDRESS_DAY = re.compile(r"/((?:19|20)\d\d)[/-](\d{1,2})[/-](\d{1,2})(?=/|$)")
_ADDRESS_MONTH = re.compile(r"/((?:19|20)\d\d)[/-](\d{1,2})(?=/|$)")
_NEW_YEAR = "-01-01"
_NEW_YEAR_PRINTED = re.compile(r"0?1\.? ?(?:st|er)? ?jan|jan[a-z]{0,6}\.? 0?1\b|-01-01|\b0?1[./]0?1[./]", re.IGNORECASE)
# htmldate takes today for the latest day that can be; a fixed one gives the same answer on every day.
_LOOKED_AT = 2000  # characters of a line in which a day is looked for
_EARLIEST, _LATEST = "1995-01-01", "2099-12-31"


def date_of_page(page: Page, address: str | None, found: Signature) -> None:
    """Add a day of publication to a signature that has none; of HTML only."""
    if page.root is None or "published" in found.fields:
        return
    day = address_day(address)
    if day:
        why = "the page's address gives the day"
        found.put("published", Field("published", day, address or "", DATES, why, None, None, "nothing"))
        return
    day = None if "modified" in found.fields else _by_htmldate(page.root, address)
    if day and (not day.endswith(_NEW_YEAR) or _prints_new_year(day[:4], page)):
        why = "htmldate finds the day in the page's markup; no line or head states one"
        found.put("published", Field("published", day, day, DATES, why, None, None, "nothing"))


def redate_by_address(address: str | None, found: Signature) -> None:
    """Set right a day of the head that lies more than one day after the day in the page's address.

    An address keeps the day a story was first published; one day may be that of another zone.
    """
    day = address_day(address)
    entry = found.fields.get("published", (None,))[0]
    if not day or entry is None or entry.line is not None:
        return
    if date.fromisoformat(entry.value[:10]) - date.fromisoformat(day) > timedelta(days=1):
        found.warnings.append(f"date-conflict: the page's head states {entry.value} as published; {address} is taken")
        why = "the page's address gives the day, and its head a later one"
        found.put("published", Field("published", day, address or "", DATES, why, None, None, "nothing"))


def address_month(address: str | None) -> str | None:
    """The month in an address (`/2024/05/`), as `2024-05`."""
    match = _ADDRESS_MONTH.search(address or "")
    return f"{match[1]}-{match[2]:0>2}" if match and 1 <= int(match[2]) <= 12 else None


def address_day(address: str | None) -> str | None:
    """The day in an address, as an ISO date."""
    for match in _ADDRESS_DAY.finditer(address or ""):
        try:
            return date(*map(int, match.groups())).isoformat()
        except ValueError:  # /2024/99/01/ is a number
            continue
    return None


def _by_htmldate(root: Any, address: str | None) -> str | None:
    from htmldate import find_date  # heavy, and most pages do without
    from lxml.html import HtmlElement

    if not isinstance(root, HtmlElement):
        return None
    return find_date(
        root, extensive_search=False, original_date=True, url=address, min_date=_EARLIEST, max_date=_LATEST
    )


def _prints_new_year(year: str, page: Page) -> bool:
    return any(year in line.text and _NEW_YEAR_PRINTED.search(line.text[:_LOOKED_AT]) for line in page.lines)
