"""What an HTML page states about itself: title, site, authors, dates, address, language.

Read from meta elements (Open Graph, Twitter cards, Dublin Core and the names that news systems use), from schema.org
JSON-LD and microdata, and from `<title>`, `<link>` and `<html lang>`. Words as they stand there, white space
collapsed: other rooms parse dates and names.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from html import unescape
from typing import Any
from urllib.parse import urlsplit

from lxml import etree

from cleaner.model import Stated
from cleaner.readers import jsonld
from cleaner.readers.characters import plain

_MAX_METAS = 1_000
_MAX_AUTHORS = 30
_MAX_PROPERTIES = 100
_TITLE, _NAME, _DESCRIPTION, _DATE, _ADDRESS = 500, 200, 5_000, 64, 2_000

_TITLES = ("og:title", "twitter:title")
_SITES = ("og:site_name", "application-name", "al:android:app_name")
_DESCRIPTIONS = ("og:description", "description", "twitter:description", "dc.description")
_AUTHORS = (
    "author", "article:author", "byl", "parsely-author", "sailthru.author", "citation_author", "dc.creator",
    "dcterms.creator", "dcterms.author",
)  # fmt: skip
# Names of dates, letters only, by what they end in: systems put their own word first (`shareaholic:article_published_
# time`, `w-published-date`) and part the words by any mark. The first that a page has is taken.
_FIRST_PUBLISHED = "article:published_time"
_PUBLISHED = (
    "publishedtime", "publishtime", "articlepublished", "datepublished", "publisheddate", "parselypubdate",
    "sailthrudate", "publishdate", "pubdate", "publicationdate", "onlinedate", "dateissued", "termsissued", "dcissued",
    "published", "datecreated", "termscreated", "dcdate", "termsdate",
)  # fmt: skip
_FIRST_MODIFIED = "article:modified_time"
_MODIFIED = (
    "modifiedtime", "updatedtime", "articlemodified", "datemodified", "modifieddate", "lastmod", "lastmodified",
    "termsmodified",
)  # fmt: skip
# Too short to be an ending.
_DATE_ALONE = "date"
_LETTERS_ONLY = str.maketrans("", "", ":.-_ /0123456789")
# Elements that say a property aloud (`<span itemprop="datePublished">12 May</span>`); those of comments do not count.
_PROPERTIES = (
    "//*[(@itemprop or @property) and not(self::meta) and not(self::time) and not(self::link)]"
    "[contains(@itemprop, 'date') or contains(@itemprop, 'ublish') or contains(@property, 'date')]"
    "[not(ancestor::*[contains(@class, 'comment') or contains(@itemprop, 'comment')])]"
)
_LANGUAGES = ("og:locale", "content-language", "dc.language", "language")

_PRIMARY = re.compile(r"([A-Za-z]{2,3})(?:[-_,; ]|$)")
_NO_LANGUAGE = frozenset({"und", "mul", "zxx"})
# Placeholders of publishing systems that never set the date.
_NEVER = ("0000", "0001-01-01", "1970-01-01")


def read_stated(root: Any) -> Stated:
    """What the page says in its head. Every field is bounded in length; what is missing or unusable is None.

    root: `Page.root` of an HTML page; None (flattened text) gives an empty Stated.
    authors: persons of JSON-LD, else of author metas; web addresses are left out.
    organisations: authors of JSON-LD that are no persons.
    published, modified: as written, with at least four digits; not yet parsed.
    canonical: absolute http or https address of `<link rel="canonical">`, else of `og:url`.
    language: BCP 47 primary tag of `<html lang>`, else of a meta.
    """
    if root is None:
        return Stated()
    metas = _metas(root)
    title = _title(root)
    titles = [*_all(metas, _TITLES), title]
    canonical = _address([*_canonical(root), *_all(metas, ("og:url",))])
    article = jsonld.article(_scripts(root), canonical, " ".join(filter(None, titles)))
    return Stated(
        title=_first([*_all(metas, _TITLES), article.headline, title], _TITLE),
        site_name=_first(_all(metas, _SITES), _NAME),
        description=_first(_all(metas, _DESCRIPTIONS), _DESCRIPTION),
        authors=_authors(article.authors) or _authors(_all(metas, _AUTHORS)),
        organisations=_authors(article.organisations),
        published=_date([*_all(metas, [_FIRST_PUBLISHED]), article.published, *_ending(metas, _PUBLISHED)]),
        modified=_date([*_all(metas, [_FIRST_MODIFIED]), article.modified, *_ending(metas, _MODIFIED)]),
        canonical=canonical,
        language=_language([root.get("lang"), root.get("xml:lang"), *_all(metas, _LANGUAGES)]),
    )


def _metas(root: Any) -> Mapping[str, list[str]]:
    """Contents by name, property, itemprop or http-equiv in lower case, in page order.

    `<time itemprop>` and other elements that state a date are among them.
    """
    found: dict[str, list[str]] = {}
    for element, _ in zip(root.iter("meta", "time"), range(_MAX_METAS), strict=False):
        _note(element, element.get("content") or element.get("datetime"), found)
    for element in _properties()(root)[:_MAX_PROPERTIES]:
        _note(element, element.get("content") or "".join(element.itertext()), found)
    return found


def _note(element: Any, content: str | None, found: dict[str, list[str]]) -> None:
    names = {element.get(key, "").strip().lower() for key in ("property", "name", "itemprop", "http-equiv")}
    for name in names - {""} if content else ():
        found.setdefault(name, []).append(content or "")


@cache
def _properties() -> Callable[[Any], list[Any]]:
    return etree.XPath(_PROPERTIES)  # type: ignore[return-value]  # the path selects elements


def _ending(metas: Mapping[str, list[str]], endings: Iterable[str]) -> list[str]:
    """Contents of metas whose name ends so, letters only; `date` alone comes last."""
    bare = {name: unescape(name).translate(_LETTERS_ONLY) for name in metas}
    found = [content for ending in endings for name in metas if bare[name].endswith(ending) for content in metas[name]]
    return found + (metas.get(_DATE_ALONE, []) if _PUBLISHED[0] in endings else [])


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
