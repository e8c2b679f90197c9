"""Sentences that say whose story a page carries over: `This article was originally published by …`, `本文转载自…`."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from ahocorasick_rs import AhoCorasick

from cleaner.normalise import names, republished_forms, tables

# What follows the name: a licence, a partnership, another clause. A list of names may hold `and` too.
_TAIL = re.compile(
    r"(?:[.;](?:\s|$)|,\s|\s[(\[|–—]|\s-\s|[（(。；，）)]|\s(?:under|as part|as a|with permission|through|via|unter"
    r"|sous|bajo|sob|con"
    r" licen[cz]i?a|erschienen|veröffentlicht|übernommen|avec (?:l|son|s)|con permiso|com permissão|mit freundlicher"
    r"|dengan judul"
    r"|jelent meg|and (?:is|was|has|have|appears?|reproduced|republished|reprinted"
    r"|shared)|und (?:ist|wird"
    r"|wurde)|et (?:est|a été)|y (?:es|se|ha|fue)|e (?:é|foi|è)|here with|here as|on [A-Z][a-z]+ \d"
    r"|in (?:January|February|March|April"
    r"|May|June|July|August|September|October|November|December|\d{4}))\b).*$",
    re.DOTALL,
)
_CLOSING = re.compile(r"\s+(?:on|in|am|vom|le|el|em|il|den|the|of|dated)$", re.IGNORECASE)
_ARTICLE = re.compile(r"(?:the|der|die|das|dem|den|le|la|les|el|il|o|a|de)\s(?=\S)")
# `Kikötői Lap-én`, on that page
_HUNGARIAN_ON = re.compile(r"-[éáoöe]n$")
# `First published in Italian, it sold a million copies` speaks of a book.
_BARE_OPENINGS = ("first", "origi", "previ")
_CLAUSE = re.compile(r",\s(?:it|he|she|they|the|this|his|her|its)\s.{12}")
_A_YEAR = re.compile(r"(?<![\w.])(?:1[5-9]|20)\d\d(?!\w)")
# `It was first published in Nature last week` tells of another text.
_LAST = re.compile(r"\s(?:last|this|earlier) (?:week|month|year|this)$")
_MOST_WORDS, _MOST_SMALL, _LONGEST_UNSPACED = 8, 2, 16


class Origin(NamedTuple):
    """The name as printed, and where its sentence begins."""

    name: str
    start: int


def may_be(text: str) -> bool:
    """Whether a word of these sentences stands in the text at all."""
    begun = (text if text[:1].isalpha() else text.lstrip(republished_forms.SIGNS_BEFORE))[:4].partition(" ")[0].lower()
    if begun.isascii():
        return begun in republished_forms.BEGINNINGS and bool(_stems().find_matches_as_indexes(text))
    return republished_forms.OPENINGS.match(text) is not None and bool(_stems().find_matches_as_indexes(text))


@cache
def _stems() -> AhoCorasick:
    return AhoCorasick(republished_forms.STEMS)


def read(text: str, first_date: int) -> Origin | None:
    """Whose story a sentence says this is; the name ends before the first date after it, if one is printed."""
    start = len(text) - len(text.lstrip(" *(（[—–-•"))
    found = republished_forms.FORMS.match(text, start) if may_be(text) else None
    if found is None:
        return None
    stop = first_date if first_date > found.end() else len(text)
    if (
        not text[found.end() : found.end() + 1].isspace()
        and text[found.end() - 1].isascii()
        and text[found.end() - 1] != ":"
    ):
        return None
    rest = text[found.end() : stop].strip(" :：\"“”«»《》「」'")
    tail = _TAIL.search(rest)
    if (
        tail
        and tail[0].startswith(",")
        and text[start : start + 5].lower() in _BARE_OPENINGS
        and _CLAUSE.match(tail[0])
    ):
        return None
    name = _CLOSING.sub("", _TAIL.sub("", rest).strip(" .,;:\"“”«»《》「」'")).strip(" .,;:-–—(（")
    name = _HUNGARIAN_ON.sub("", name)
    if _ARTICLE.match(name) and name[0].islower():
        name = _ARTICLE.sub("", name, count=1)
    return Origin(name, start) if _may_name(name) else None


def _may_name(name: str) -> bool:
    bare = _ARTICLE.sub("", name, count=1)
    if not 2 <= len(bare) <= 80 or len(bare.split()) > _MOST_WORDS or _A_YEAR.search(bare) or _LAST.search(bare):
        return False
    small = [word for word in bare.split() if word.islower() and len(word) > 3 and word not in names.PARTICLES]
    if len(small) > _MOST_SMALL:
        return False
    if not bare.isascii() and " " not in bare and not bare[0].isupper() and len(bare) > _LONGEST_UNSPACED:
        return False
    return not bare[0].islower() or "." in bare.split(" ")[0] or tables.publisher_named(bare) is not None
