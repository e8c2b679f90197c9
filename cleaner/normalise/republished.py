"""Sentences that say whose story a page carries over: `This article was originally published by …`, `本文转载自…`."""

from __future__ import annotations

import re
from typing import NamedTuple

from cleaner.normalise import tables

# How each of the forms below begins: most lines are done with after these letters.
_OPENINGS = re.compile(
    r"[\s*(（\[—–•-]{0,4}(?:th(?:is|e)\s|it\s|orig|first|previously|re-?p|syndicated|excerpted|materials?\s"
    r"|content\s|provided|diese|de[rn]n?"
    r"|die\s|artik|beitrag|text|bericht|komm|interview|essay|post|zu(?:erst|nächst)|ursp|erstm|cet|l[’']article"
    r"|initi|d[’']abord|à\sl"
    r"|publ|parue?\s|est[ea]\s|el\s|la\s|[oa]\s|questo|il\s|l[’']|pubbl|inizi|dit\s|het\s|tekst|mater|artyk|эта"
    r"|стат|мате|текст|впер"
    r"|изна|перв|опуб|本文|文章|内容|內容|稿件|系?[转轉]|原[载載]|首发|نقلا)", re.IGNORECASE,
)  # fmt: skip
# The first two characters of those of plain letters, and the signs before them that tell nothing.
_BEGINNINGS = frozenset(
    {
        "a", "ar", "be", "ce", "co", "d'", "de", "di", "el", "er", "es", "ex", "fi", "he", "il", "in", "it", "ko",
        "l'", "la", "ma", "o", "or", "pa", "po", "pr", "pu", "qu", "re", "sy", "te", "th", "ur", "zu",
    }
)  # fmt: skip
_SIGNS_BEFORE = " \t\n\xa0\u3000*(（[—–•-"
_STEMS = re.compile(
    r"ublish|ppeared|posted|reported|rinted|yndicated|xcerpted|rovided by|rschien|eröffentlicht|ublié|paru"
    r"|ublicad|ublicó|pareció"
    r"|parece|pareceu|ubblicat|roviene da|erscheen|verschenen|epubliceerd|ublikowan|ukazał|ublicera|ubliceret"
    r"|ublisert|публикован"
    r"|[转轉][载載自]|原[载載]|首发于|نقلا"
)
_EN = r"(?:article|story|post|piece|report|column|interview|essay|commentary|op-ed|review|excerpt|content|item)"
_FORMS = re.compile(
    "|".join(
        (
            # English; WordPress closes feeds with `The post … appeared first on …`
            rf"(?:(?:this|the) {_EN} |it )?(?:(?:was|is|has been) )?(?:originally|first|previously) "
            r"(?:published|appeared|posted|reported|printed) (?:by|in|on|at|with)",
            r"the post .{2,150} (?:appeared first on|first appeared on)",
            rf"(?:(?:this|the) {_EN} )?(?:(?:was|is|has been) )?(?:re-?published|re-?printed|syndicated"
            rf"|excerpted) (?:here )?"
            r"(?:(?:by|with) (?:kind )?permission )?(?:from|of|by|courtesy of)",
            rf"(?:(?:this|the) {_EN} )?(?:(?:was|is) )?(?:materials? |content )?provided by",
            # German
            r"(?:(?:dieser?|der|die) )?(?:artikel|beitrag|text|bericht|kommentar|interview|essay"
            r"|post)(?: .{2,150})? erschien "
            r"(?:zuerst|zunächst|ursprünglich|erstmals)(?: am .{4,20})? (?:bei|in|im|auf)(?: de[rm])?",
            r"(?:(?:(?:dieser?|der|die) )?(?:artikel|beitrag|text|bericht|kommentar|interview|essay) (?:ist|wurde) )?"
            r"(?:zuerst|zunächst|ursprünglich|erstmals) (?:erschienen |veröffentlicht )?(?:bei|in|im|auf"
            r"|von)(?: de[rm])?",
            # French, Spanish, Portuguese, Italian
            r"(?:(?:cet|l[’'])\s?article .{0,150}|cette tribune .{0,20})?(?:initialement |d[’']abord "
            r"|à l[’']origine )?"
            r"(?:publié|parue?)e?(?: initialement| d[’']abord| à l[’']origine| en premier) (?:par|dans|sur|en)",
            r"(?:cet article (?:est|a été) )?(?:initialement|d[’']abord|à l[’']origine) (?:publiée?"
            r"|parue?) (?:par|dans|sur)",
            r"(?:l[’']article|cet article) .{2,150} est apparu en premier sur",
            r"(?:(?:este|esta|el|la) (?:artículo|nota|texto|historia|reportaje|columna) (?:fue "
            r"|se )?)?(?:publicad[oa] originalmente"
            r"|originalmente publicad[oa]|publicó originalmente|publicad[oa] por primera vez) (?:en|por)",
            r"la entrada .{2,150} (?:se publicó primero|aparece primero|apareció primero) en",
            r"(?:(?:este|esta|o|a) (?:artigo|texto|matéria|reportagem|notícia"
            r"|coluna) (?:foi )?)?(?:publicad[oa] originalmente"
            r"|originalmente publicad[oa]|publicad[oa] primeiro|publicad[oa] inicialmente) (?:em|no|na|por|pelo"
            r"|pela)",
            r"o post .{2,150} (?:apareceu primeiro|foi publicado primeiro) (?:em|no|na)",
            r"(?:(?:questo|l[’']|il) ?(?:articolo|testo|pezzo) (?:è stato )?)?(?:pubblicato (?:originariamente"
            r"|originalmente|inizialmente"
            r"|per la prima volta)|(?:originariamente|originalmente|inizialmente) pubblicato) (?:su|sul|in|da"
            r"|dal|nel)",
            r"l[’']articolo .{2,150} proviene da",
            # Dutch, Polish, the Nordic languages, Russian
            r"dit (?:artikel|stuk|verhaal|bericht) (?:is |verscheen )(?:eerder |oorspronkelijk "
            r"|eerst )(?:verschenen |gepubliceerd )?"
            r"(?:in|op|bij|door)",
            r"het bericht .{2,150} verscheen eerst op",
            r"(?:artykuł|tekst|materiał) (?:został )?(?:pierwotnie )?(?:opublikowany"
            r"|ukazał się)(?: pierwotnie)? (?:w|na|przez)",
            r"(?:den här |denne |denna )?(?:artikeln?|artikkelen|artiklen) (?:är |er |ble |blev "
            r"|har )?(?:publicerades |tidligere )?"
            r"(?:först|ursprungligen|først|opprindeligt|opprinnelig) (?:publicerad |publisert |publiceret "
            r"|publicerades )?(?:i|på|av|af)",
            r"(?:(?:эта )?(?:статья|материал|текст) )?(?:впервые |изначально "
            r"|первоначально )(?:была? )?опубликован[оа]? (?:в|на)",
            # Chinese, Arabic
            r"(?:（|\()?(?:本文|文章|内容|內容|稿件)?(?:系)?(?:转载自|轉載自|转自|轉自|转载于|转载|原载于|原載於|原载|首发于)\s?[:：]?",
            r"نقلا[ً]? عن",
        )
    ),
    re.IGNORECASE,
)
# What follows the name: a licence, a partnership, another clause. A list of names may hold `and` too.
_TAIL = re.compile(
    r"(?:[.;](?:\s|$)|,\s|\s[(\[|–—]|\s-\s|[（(。；，）)]|\s(?:under|as part|as a|with permission|through|via|unter"
    r"|sous|bajo|sob|con"
    r" licen[cz]ia|erschienen|veröffentlicht|and (?:is|was|has|have|appears?|reproduced|republished|reprinted"
    r"|shared)|und (?:ist|wird"
    r"|wurde)|et (?:est|a été)|y (?:es|se|ha|fue)|e (?:é|foi|è)|here with|here as|on [A-Z][a-z]+ \d"
    r"|in (?:January|February|March|April"
    r"|May|June|July|August|September|October|November|December|\d{4}))\b).*$",
    re.DOTALL,
)
_CLOSING = re.compile(r"\s+(?:on|in|am|vom|le|el|em|il|den|the|of|dated)$", re.IGNORECASE)
_ARTICLE = re.compile(r"(?:the|der|die|das|dem|den|le|la|les|el|il|o|a|de)\s(?=\S)")
# `First published in Italian, it sold a million copies` speaks of a book.
_BARE_OPENINGS = ("first", "origi", "previ")
_CLAUSE = re.compile(r",\s(?:it|he|she|they|the|this|his|her|its)\s.{12}")
_A_YEAR = re.compile(r"(?<![\w.])(?:1[5-9]|20)\d\d(?!\w)")
_MOST_WORDS, _LONGEST_UNSPACED = 8, 16


class Origin(NamedTuple):
    """The name as printed, and where its sentence begins."""

    name: str
    start: int


def may_be(text: str) -> bool:
    """Whether a word of these sentences stands in the text at all."""
    begun = text.lstrip(_SIGNS_BEFORE)[:2].rstrip().lower()
    if begun.isascii() and begun not in _BEGINNINGS:
        return False
    return _OPENINGS.match(text) is not None and _STEMS.search(text) is not None


def read(text: str, first_date: int) -> Origin | None:
    """Whose story a sentence says this is; the name ends before the first date after it, if one is printed."""
    start = len(text) - len(text.lstrip(" *(（[—–-•"))
    found = _FORMS.match(text, start) if may_be(text) else None
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
    if _ARTICLE.match(name) and name[0].islower():
        name = _ARTICLE.sub("", name, count=1)
    return Origin(name, start) if _may_name(name) else None


def _may_name(name: str) -> bool:
    bare = _ARTICLE.sub("", name, count=1)
    if not 2 <= len(bare) <= 80 or len(bare.split()) > _MOST_WORDS or _A_YEAR.search(bare):
        return False
    if not bare.isascii() and " " not in bare and not bare[0].isupper() and len(bare) > _LONGEST_UNSPACED:
        return False
    return not bare[0].islower() or "." in bare.split(" ")[0] or tables.publisher_named(bare) is not None
