"""What an HTML page states about itself: title, site, authors, dates, address, language.

Read from meta elements (Open Graph, Twitter cards, Dublin Core and the names that news systems use), from schema.org
JSON-LD and microdata, and from `<title>`, `<link>` and `<html lang>`. Words as they stand there, white space
collapsed: other rooms parse dates and names.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from html import unescape
from typing import Any
from urllib.parse import urlsplit

from lxml import etree

from cleaner.model import Stated
from cleaner.readers import jsonld
from cleaner.readers.characters import plain

_MAX_METAS = 1_000
_MAX_AUTHORS = 30
_TITLE, _NAME, _DESCRIPTION, _DATE, _ADDRESS = 500, 200, 5_000, 64, 2_000

_TITLES = ("og:title", "twitter:title")
_SITES = ("og:site_name", "application-name", "al:android:app_name")
_DESCRIPTIONS = ("og:description", "description", "twitter:description", "dc.description")
_AUTHORS = ("author", "article:author", "byl", "parsely-author", "sailthru.author", "dc.creator", "dcterms.creator")
_PUBLISHED = (
    "article:published_time", "og:published_time", "article:published", "datepublished", "parsely-pub-date",
    "sailthru.date", "cxenseparse:recs:publishtime", "publish-date", "publishdate", "publish_date", "pubdate",
    "publication_date", "publicationdate", "citation_publication_date", "dc.date.issued", "dcterms.issued",
    "dcterms.created", "dc.date", "date",
)  # fmt: skip
_MODIFIED = (
    "article:modified_time", "og:updated_time", "article:modified", "datemodified", "lastmod", "last-modified",
    "dcterms.modified", "dc.date.modified",
)  # fmt: skip
_LANGUAGES = ("og:locale", "content-language", "dc.language", "language")

_PRIMARY = re.compile(r"([A-Za-z]{2,3})(?:[-_,; ]|$)")
_NO_LANGUAGE = frozenset({"und", "mul", "zxx"})
# Placeholders of publishing systems that never set the date.
_NEVER = ("0000", "0001-01-01", "1970-01-01")


def read_stated(root: Any) -> Stated:
    """What the page says in its head. Every field is bounded in length; what is missing or unusable is None.

    root: `Page.root` of an HTML page; None (flattened text) gives an empty Stated.
    authors: persons of JSON-LD, else of author metas; web addresses are left out.
    published, modified: as written, with at least four digits; not yet parsed.
    canonical: absolute http or https address of `<link rel="canonical">`, else of `og:url`.
    language: BCP 47 primary tag of `<html lang>`, else of a meta.
    """
    if root is None:
        return Stated()
    metas = _metas(root)
    article = jsonld.article(_scripts(root))
    return Stated(
        title=_first([*_all(metas, _TITLES), article.headline, _title(root)], _TITLE),
        site_name=_first(_all(metas, _SITES), _NAME),
        description=_first(_all(metas, _DESCRIPTIONS), _DESCRIPTION),
        authors=_authors(article.authors) or _authors(_all(metas, _AUTHORS)),
        published=_date([*_all(metas, _PUBLISHED[:1]), article.published, *_all(metas, _PUBLISHED[1:])]),
        modified=_date([*_all(metas, _MODIFIED[:1]), article.modified, *_all(metas, _MODIFIED[1:])]),
        canonical=_address([*_canonical(root), *_all(metas, ("og:url",))]),
        language=_language([root.get("lang"), root.get("xml:lang"), *_all(metas, _LANGUAGES)]),
    )


def _metas(root: Any) -> Mapping[str, list[str]]:
    """Contents by name, property, itemprop or http-equiv in lower case, in page order; `<time itemprop>` among them."""
    found: dict[str, list[str]] = {}
    for element, _ in zip(root.iter("meta", "time"), range(_MAX_METAS), strict=False):
        content = element.get("content") or element.get("datetime")
        names = {element.get(key, "").strip().lower() for key in ("property", "name", "itemprop", "http-equiv")}
        for name in names - {""} if content else ():
            found.setdefault(name, []).append(content)
    return found


def _all(metas: Mapping[str, list[str]], names: Iterable[str]) -> list[str]:
    return [content for name in names for content in metas.get(name, ())]


def _scripts(root: Any) -> Iterator[str]:
    for script in root.iter("script"):
        if "ld+json" in script.get("type", "").lower() and script.text:
            yield script.text


def _title(root: Any) -> str | None:
    for element in root.iter("title"):
        parent = element.getparent()
        if parent is None or parent.tag in ("head", "html", "body"):  # not the title of an `<svg>`
            return str(etree.tostring(element, method="text", encoding="unicode", with_tail=False))
    return None


def _canonical(root: Any) -> Iterator[str]:
    for link in root.iter("link"):
        if "canonical" in link.get("rel", "").lower().split() and link.get("href"):
            yield link.get("href")


def _tidy(value: str | None, longest: int) -> str:
    # Escaped twice is common in metas and JSON-LD (`&amp;quot;`).
    return " ".join(plain(unescape((value or "")[: longest * 4])).split())[:longest].strip()


def _first(values: Iterable[str | None], longest: int) -> str | None:
    return next((tidy for value in values if (tidy := _tidy(value, longest))), None)


def _authors(values: Iterable[str]) -> tuple[str, ...]:
    found: dict[str, str] = {}
    for value in values:
        name = _tidy(value, _NAME)
        if any(char.isalpha() for char in name) and "://" not in name and not name.startswith(("www.", "@")):
            found.setdefault(name.casefold(), name)
    return tuple(found.values())[:_MAX_AUTHORS]


def _date(values: Iterable[str | None]) -> str | None:
    for value in values:
        date = _tidy(value, 2 * _DATE)
        digits = sum(char.isdigit() for char in date)
        if len(date) <= _DATE and digits >= 4 and not date.startswith(_NEVER):
            return date
    return None


def _address(values: Iterable[str]) -> str | None:
    for value in values:
        address = value.strip()
        if len(address) <= _ADDRESS and not any(char.isspace() for char in address) and _is_absolute(address):
            return address
    return None


def _is_absolute(address: str) -> bool:
    try:
        parts = urlsplit(address)
        return parts.scheme in ("http", "https") and bool(parts.hostname)
    except ValueError:  # a broken IPv6 host
        return False


def _language(values: Iterable[str | None]) -> str | None:
    for value in values:
        match = _PRIMARY.match((value or "").strip())
        if match and match[1].lower() not in _NO_LANGUAGE:
            return match[1].lower()
    return None
