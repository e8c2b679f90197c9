"""The systems that are compared: this project and its peers, each as it comes, by default options."""

from __future__ import annotations

import dataclasses
import html
import importlib
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import metadata
from types import MappingProxyType
from typing import Any

from benchmarks.folds import held_out
from benchmarks.suites import Item, Suite
from cleaner.model import PageKind
from cleaner.options import Options
from cleaner.pipeline import clean_page
from cleaner.readers import read

Work = tuple[str, str]

BODY = ("bodies", "html")
SNIPPETS = ("snippets", "html")
DATES = ("dates", "html")
FLAT = ("bodies", "flat")
LINES = ("lines", "flat")
DATELINES = ("datelines", "line")


@dataclass(frozen=True, slots=True)
class System:
    """One way to clean.

    package: the distribution whose version is reported, None for rules written out in this module.
    does: the (task, form) pairs that it can be asked for.
    run: item -> prediction, an object with some of the document's fields; `datelines` puts its value at `expect`.
    slow: its predictions are worth caching. Never true of the project itself, which is always run anew.
    """

    name: str
    package: str | None
    does: frozenset[Work]
    run: Callable[[Item], dict[str, Any]]
    slow: bool = False

    def version(self) -> str:
        """The installed version, "" for rules written out here."""
        return metadata.version(self.package) if self.package else ""


def systems_for(suite: Suite, wanted: tuple[str, ...] = ()) -> list[System]:
    """The systems that can do a suite's task, this project first; of the wanted ones if any are named."""
    return [
        system
        for system in SYSTEMS.values()
        if (suite.task, suite.form) in system.does and (not wanted or system.name in wanted)
    ]


def language(item: Item) -> str | None:
    """The item's language as its gold names it: `de`, and `de` too for `de/fr` (published in France)."""
    value = item.gold.get("lang")
    return str(value).split("/")[0] if value else None


def _cleaner(item: Item) -> dict[str, Any]:
    """The URL is withheld: flattened texts are judged without it, and a folder of pages does not have it.

    With `--folds`, each page is judged by weights that never saw its site.
    """
    if "expect" in item.gold:
        return {"expect": _normaliser(item)}
    kind: PageKind = "text" if isinstance(item.source, str) else "html"
    weights = held_out(item.gold, item.id, kind)
    page = read(item.read(), kind=kind, id=item.id)
    return clean_page(page, Options(), weights).to_dict()


def _normaliser(item: Item) -> Any:
    """What the normaliser of the item's kind reads, as plain JSON. A site named `index:…` is a group, not a site."""
    module = importlib.import_module(f"cleaner.normalise.{item.gold['kind']}")
    site = item.gold.get("site")
    value = module.parse(item.source, site=site if site and ":" not in site else None, language=language(item))
    if value is None:
        return None
    plain = value.to_dict() if hasattr(value, "to_dict") else dataclasses.asdict(value)
    return json.loads(json.dumps(plain, ensure_ascii=False))


def _trafilatura(item: Item) -> dict[str, Any]:
    import trafilatura

    return {"text": trafilatura.extract(item.read()) or ""}


def _htmldate(item: Item) -> dict[str, Any]:
    """`original_date`: the day of publication is asked for, not that of the last change."""
    import htmldate

    return {"published": htmldate.find_date(item.read(), original_date=True)}


def _keep(item: Item) -> dict[str, Any]:
    return {"text": item.read()}


# Raffel et al. 2020 (JMLR 21/140, section 2.2) and the published code of the data set, which has the word limit,
# the marks, the ellipsis, the longest word and the phrases. Only the rules over lines: those that throw away whole
# pages (fewer than three sentences, bad words) choose documents, they do not clean them; "lorem ipsum" and "{" are
# taken by line for the same reason. C4 is English; the marks after the first four are what other typography ends a
# sentence with, lest the peer lose for a want that is no part of its idea.
_END_MARKS = (".", "?", "!", '"', "”", "»", "。", "！", "？", "」", "؟", "।")
_MIN_WORDS = 5
_MAX_WORD_LENGTH = 1000
_BANNED = (
    "javascript", "lorem ipsum", "{",
    "terms of use", "privacy policy", "cookie policy", "uses cookies", "use of cookies", "use cookies",
)  # fmt: skip


def _c4(item: Item) -> dict[str, Any]:
    return {"text": "\n".join(line for line in map(str.strip, str(item.read()).splitlines()) if _c4_keeps(line))}


def _c4_keeps(line: str) -> bool:
    words = line.split()
    if len(words) < _MIN_WORDS or max(map(len, words)) > _MAX_WORD_LENGTH:
        return False
    if not line.endswith(_END_MARKS) or line.endswith("..."):
        return False
    lowered = line.lower()
    return not any(phrase in lowered for phrase in _BANNED)


def _justext(item: Item) -> dict[str, Any]:
    """jusText sees every line as a paragraph, and is told the page's language; links are lost in flattened text."""
    import justext

    lines = [line.strip() for line in str(item.read()).splitlines()]
    page = "".join(f"<p>{html.escape(line, quote=False)}</p>\n" for line in lines if line)
    if not page:
        return {"text": ""}
    words = _stoplist(language(item) or "en")
    # Its documentation: without a stop list both thresholds are set to 0, and length alone decides.
    limits = {} if words else {"stopwords_low": 0, "stopwords_high": 0}
    paragraphs = justext.justext(f"<html><body>{page}</body></html>", words, **limits)
    return {"text": "\n".join(paragraph.text for paragraph in paragraphs if not paragraph.is_boilerplate)}


_STOPLISTS: Mapping[str, str] = MappingProxyType(
    {
        "af": "Afrikaans", "ar": "Arabic", "be": "Belarusian", "bg": "Bulgarian", "bn": "Bengali", "ca": "Catalan",
        "cs": "Czech", "da": "Danish", "de": "German", "el": "Greek", "en": "English", "es": "Spanish",
        "et": "Estonian", "fa": "Persian", "fi": "Finnish", "fr": "French", "he": "Hebrew", "hi": "Hindi",
        "hr": "Croatian", "hu": "Hungarian", "id": "Indonesian", "it": "Italian", "ko": "Korean", "lt": "Lithuanian",
        "lv": "Latvian", "ms": "Malay", "nl": "Dutch", "no": "Norwegian_Bokmal", "nb": "Norwegian_Bokmal",
        "nn": "Norwegian_Nynorsk", "pl": "Polish", "pt": "Portuguese", "ro": "Romanian", "ru": "Russian",
        "sk": "Slovak", "sl": "Slovenian", "sr": "Serbian", "sv": "Swedish", "sw": "Swahili", "ta": "Tamil",
        "tr": "Turkish", "uk": "Ukrainian", "ur": "Urdu", "vi": "Vietnamese",
    }
)  # fmt: skip


@cache
def _stoplist(name: str) -> frozenset[str]:
    """The stop words of a BCP 47 tag or of a language called by its English name; empty where jusText has none."""
    import justext

    stoplist = _STOPLISTS.get(name, name)
    return justext.get_stoplist(stoplist) if stoplist in justext.get_stoplists() else frozenset()


SYSTEMS: Mapping[str, System] = MappingProxyType(
    {
        system.name: system
        for system in (
            System("cleaner", "cleaner", frozenset({BODY, SNIPPETS, DATES, FLAT, LINES, DATELINES}), _cleaner),
            System("trafilatura", "trafilatura", frozenset({BODY, SNIPPETS}), _trafilatura, slow=True),
            System("htmldate", "htmldate", frozenset({DATES}), _htmldate, slow=True),
            System("c4", None, frozenset({FLAT, LINES}), _c4),
            System("justext", "jusText", frozenset({FLAT, LINES}), _justext, slow=True),
            System("keep", None, frozenset({FLAT, LINES}), _keep),
        )
    }
)
