"""A site's own name beside a title, and titles with spelling set aside."""

from __future__ import annotations

import re

from cleaner.normalise import tables

# Bars and dashes between a title and the name or rubric beside it.
PARTING = re.compile(r"\s+[|\-–—•·:»/]{1,2}\s+|\s?[ㅣ｜]\s?")


def letters(text: str) -> str:
    """Letters and figures only, case-folded: what is left when spelling, spaces and quotes are set aside."""
    return "".join(c for c in text.casefold() if c.isalnum())


def without_site(title: str, site_name: str | None, site: str | None) -> str:
    """The title without a leading or closing part that is the site's own name or domain."""
    publisher = tables.publisher(site)
    domain = tables.registered_domain(site) if site else None
    own = {
        letters(name)
        for name in (site_name, publisher and publisher.name, domain, (domain or "").split(".")[0])
        if name
    }
    partings = list(PARTING.finditer(title))
    if partings and letters(title[partings[-1].end() :]) in own:
        return title[: partings[-1].start()].strip()
    if partings and letters(title[: partings[0].start()]) in own:
        return title[partings[0].end() :].strip()
    return title
