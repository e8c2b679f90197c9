"""The fields of whole pages beside peers: title, authors, day of publication.

Compared are

- **title**: exact match after white space is collapsed and case folded; typographic quotes, dashes and ellipses count
  as the plain ones.
- **authors**: exact match of the sets of names, folded likewise. Gold that is one string is cut at commas, semicolons,
  bars, `&` and `and`; letters after a name (`MD`, `Ph.D.`), jobs (`Shipping Expert`) and words in brackets are no
  names, and `Dr` is no part of one. A peer's string is cut the same way.
- **signers**: as authors, but an organisation of gold (`AFP`, `The Marlow Team`) may stand in our `desk` or
  `credits.agencies` instead of in `authors`, which holds persons only; agencies are compared by canonical name.
- **day**: the first ten characters. Precision over the pages that gold dates and the system dates too, recall over all
  that gold dates, F1 of both; what is said of a page that gold leaves undated is not counted.

Only pages whose gold has the field count for it; of a set with page types, the articles. Of flattened text the day is
measured on the pages whose text states it (`states`): all others can only be right by chance.
"""

from __future__ import annotations

import re
import unicodedata
from calendar import month_abbr, month_name
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from benchmarks.runner import predict
from benchmarks.scoring import split
from benchmarks.suites import Item, Suite
from benchmarks.systems import SYSTEMS
from cleaner.normalise import tables

_PLAIN = str.maketrans({"‘": "'", "’": "'", "“": '"', "”": '"', "„": '"', "–": "-", "—": "-", "…": "..."})
_BETWEEN = re.compile(r"\s*(?:[,;|&]|\band\b)\s*")
_BRACKETED = re.compile(r"\([^()]{0,80}\)")
_LETTERS_AFTER = re.compile(r"(?:ph\.?d|m\.?d|dr|[a-z]{2,6}®|(?-i:[A-Z]{2,6}(?:[ -][A-Z0-9]{2,5})?))\.?", re.IGNORECASE)
_JOB = re.compile(r"\b(?:\w{2,10}ist|\w{3,10}tian|expert|director|editor|ceo|representative|educator)\b", re.IGNORECASE)
_TITLE = re.compile(r"^dr\.?\s+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Figures:
    """A system's counts on one field: pages that gold has it for, pages with an answer, answers that are right."""

    pages: int
    answered: int
    right: int

    def __str__(self) -> str:
        precision, recall = self.right / max(1, self.answered), self.right / max(1, self.pages)
        f1 = 2 * precision * recall / max(1e-9, precision + recall)
        return f"n {self.pages}  exact {recall:.4f}  precision {precision:.4f}  recall {recall:.4f}  F1 {f1:.4f}"


def measure(suite: Suite, jobs: int = 1) -> str:
    """The figures of every system that reads fields from this suite, as lines of text."""
    suite = replace(suite, items=tuple(split(suite.items, "page_type").get("article", suite.items)))
    lines = [f"{suite.name}  fields {suite.form}  {len(suite.items)} pages"]
    systems = ("cleaner", "htmldate") if suite.form == "html" else ("cleaner",)
    answers: dict[str, Mapping[str, Mapping[str, Any]]]
    answers = {name: predict(suite, SYSTEMS[name], jobs) for name in systems}
    if suite.form == "html":
        answers["trafilatura"] = {item.id: _trafilatura(item) for item in suite.items}
    for name, right in _RIGHT.items():
        items = [item for item in suite.items if _has(item, name, suite.form)]
        for system, given in answers.items() if items else ():
            if name == "day" or system != "htmldate":
                lines.append(f"  {name:8} {system:12} {_figures(items, given, name, right)}")
    return "\n".join(lines)


def _figures(
    items: Sequence[Item], answers: Mapping[str, Mapping[str, Any]], name: str, right: Callable[[Any, Any], bool]
) -> Figures:
    keys = _KEYS[name]
    answered = [item for item in items if any(answers[item.id].get(key) for key in keys)]
    return Figures(len(items), len(answered), sum(right(item.gold, answers[item.id]) for item in answered))


def _has(item: Item, name: str, form: str) -> bool:
    """Whether gold has the field; of flattened text, whether the text states the day too."""
    if name != "day":
        return bool(item.gold.get("title") if name == "title" else gold_authors(item.gold))
    day = gold_day(item.gold)
    return day is not None and (form == "html" or states(str(item.source), day))


def gold_day(gold: Mapping[str, Any]) -> date | None:
    """The day of publication; None where gold has none, or less than a day (`2015-11`, `nan`)."""
    try:
        return date.fromisoformat(str(gold.get("published"))[:10])
    except ValueError:
        return None


def title_is_right(gold: Mapping[str, Any], answer: Mapping[str, Any]) -> bool:
    """Whether both titles are the same words."""
    return folded(gold["title"]) == folded(answer.get("title"))


def authors_are_right(gold: Mapping[str, Any], answer: Mapping[str, Any]) -> bool:
    """Whether both name the same signers, whatever the order."""
    return gold_authors(gold) == frozenset(map(_canonical, answer.get("authors") or ()))


def signers_are_right(gold: Mapping[str, Any], answer: Mapping[str, Any]) -> bool:
    """The same, where an organisation may stand in `desk` or among the agencies, and one that gold omits is let be."""
    wanted = gold_authors(gold)
    persons = frozenset(map(_canonical, answer.get("authors") or ()))
    others = [answer.get("desk"), *(answer.get("credits") or {}).get("agencies", ())]
    return persons <= wanted and wanted - persons <= frozenset(_canonical(name) for name in others if name)


def day_is_right(gold: Mapping[str, Any], answer: Mapping[str, Any]) -> bool:
    """Whether both give the same day."""
    return str(gold["published"])[:10] == str(answer.get("published"))[:10]


def gold_authors(gold: Mapping[str, Any]) -> frozenset[str]:
    """The names of a gold record's `authors` (a list) or `author` (one string)."""
    listed = gold.get("authors")
    names = listed if isinstance(listed, list) else cut(str(gold.get("author") or listed or ""))
    return frozenset(_canonical(name) for name in names if name)


def cut(joined: str) -> list[str]:
    """The names in a string of several, letters after a name and words in brackets left out."""
    first, *others = _BETWEEN.split(_BRACKETED.sub("", joined).strip())
    names = [first, *(piece for piece in others if not _LETTERS_AFTER.fullmatch(piece) and not _JOB.search(piece))]
    return [_TITLE.sub("", name) for name in names if name]


def folded(text: Any) -> str:
    """White space collapsed, case folded, typographic marks made plain."""
    return " ".join(unicodedata.normalize("NFC", str(text or "")).translate(_PLAIN).casefold().split())


def _canonical(name: str) -> str:
    agency = tables.agency(name)
    return folded(agency.name if agency else _TITLE.sub("", name))


def states(text: str, day: date) -> bool:
    """Whether a text prints this day with its year: figures in any order, or English month names."""
    flat = folded(text)
    return any(re.search(rf"(?<!\d){form}(?!\d)", flat) for form in _forms(day))


def _forms(day: date) -> Iterator[str]:
    number, month, year = f"0?{day.day}", f"0?{day.month}", str(day.year)
    names = f"(?:{month_name[day.month].casefold()}|{month_abbr[day.month].casefold()}t?)\\.?"
    yield rf"{number}(?:st|nd|rd|th)?(?: of)?[ -]{names},?[ -]{year}"
    yield rf"{names}[ -]{number}(?:st|nd|rd|th)?,?[ -]{year}"
    for parts in ((year, month, number), (number, month, year), (month, number, year)):
        yield r"[-/.]".join(parts)
    yield rf"{year}年 ?{month}月 ?{number}日"


def _trafilatura(item: Item) -> dict[str, Any]:
    import trafilatura

    found = trafilatura.bare_extraction(item.read(), with_metadata=True)
    if found is None or isinstance(found, dict):
        return {}
    return {"title": found.title, "authors": cut(found.author or ""), "published": found.date}


_RIGHT: Mapping[str, Callable[[Any, Any], bool]] = {
    "title": title_is_right,
    "authors": authors_are_right,
    "signers": signers_are_right,
    "day": day_is_right,
}
_KEYS: Mapping[str, tuple[str, ...]] = {
    "title": ("title",),
    "authors": ("authors",),
    "signers": ("authors", "desk", "credits"),
    "day": ("published",),
}
