"""`Source: …` lines: whose story a page carries, with the domain or address where it is printed."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from cleaner.normalise import dates, names, republished, source_forms, tables
from cleaner.normalise.moments import Hints, Scan, scan
from cleaner.normalise.tokens import label_words, lowered

LONGEST = 300
# The labels of one source and of several; before the first, English may say what it is of.
_ONE = (
    "source", "fuente", "fonte", "quelle", "bron", "kilde", "källa", "lähde", "źródło", "zdroj", "forrás", "sursa",
    "izvor", "vir", "šaltinis", "avots", "allikas", "font", "πηγή", "источник", "джерело", "извор", "източник",
    "kaynak", "mənbə", "manba", "дереккөз", "sumber", "nguồn", "ที่มา", "المصدر", "مصدر", "منبع", "ماخذ", "מקור",
    "स्रोत", "সূত্র", "来源", "來源", "文章来源", "文章來源", "稿件来源", "信息来源", "消息来源", "新闻来源",
    "新聞來源", "转载来源", "内容来源", "稿源", "出典", "ソース", "출처", "자료",
)  # fmt: skip
_SEVERAL = (
    "quellen", "sources", "fuentes", "fontes", "fonti", "bronnen", "kilder", "källor", "lähteet", "źródła", "zdroje",
    "surse", "izvori", "πηγές", "источники", "джерела",
)  # fmt: skip
_LABEL = re.compile(
    r"(?:^|[\s|)）]|^[(（【\[])(?P<label>(?:original|news|article|story)\s+source"
    rf"|{'|'.join(_ONE)}|(?P<several>{'|'.join(_SEVERAL)}))\s?(?P<colon>[:：])\s*",
    re.IGNORECASE,
)
# How they end: most colons are done with after a look at two characters.
_ENDINGS = frozenset(label[-2:] for label in (*_ONE, *_SEVERAL))
_LONGEST_LABEL = 20
# The press-release form has no colon, and its label stands in capitals: `SOURCE Ford Motor Company`.
_SHOUTED = re.compile(r"^SOURCE ?(?=[A-Z])")
_URL = re.compile(r"https?://[^\s<>\"]{4,300}")
_DOMAIN = re.compile(r"(?<![\w@.])(?:[a-z0-9-]{1,40}\.){1,4}[a-z]{2,12}(?![\w.]*@)(?:/\S{0,200})?(?!\w)", re.IGNORECASE)
_TAIL = re.compile(
    r"\s*(?:\((?:via|with|mit|avec|con)\s|,\sadditional reporting\b"
    r"|参与互动|【字体|字体|\(\d+\)|date \d|\||·|•|\bAuthor:|\bTags?:).*$"
)
_DATE_WORD = re.compile(r"\s*\b(?:date|dated)\s*[:\-]?\s*$", re.IGNORECASE)
_PRESS = re.compile(
    r",?\s*(?:Pressemitteilung|Pressemeldung|Medienmitteilung|Presseinformation|press release|comunicado)\b.*$",
    re.IGNORECASE,
)
_EDITOR = re.compile(r"(?:责任编辑|责编|编辑)\s?[:：]\s?([\u3400-\u9fff]{2,4})")
_CHINESE_AUTHOR = re.compile(r"^(?P<name>[\u3400-\u9fff]{3,10})\s(?P<author>[\u3400-\u9fff]{2,4})$")
_UNSPACED = re.compile(r"[\u3400-\u9fff]{2,20}(?=\s)")
_SIGN = re.compile(r"(?P<sign>[a-zäöü]{2,4})/(?P<agency>[A-Za-z-]{2,10})")
# The full stop that closes a company's name is part of it.
_COMPANY = re.compile(r"\b(?:Inc|Corp|Ltd|Co|L\.P|S\.A|N\.V|B\.V|A\.S|S\.p\.A|Pty|Cos|Bros|LLC)\.$")
# A chart names whose figures it is drawn from, and who reckoned with them.
_CHART = re.compile(
    r"\b(?:eigene|own|author['’]s|authors['’]|calculations?|berechnung(?:en)?|cálculos|calculs|elaborazion[ei]"
    r"|elaboración"
    r"|estimates|schätzung(?:en)?|obliczenia|opracowanie własne|berekeningen|расч[её]ты"
    r"|company (?:reports?|data|filings)|filings|survey|census|data|statistics|datos|données|daten"
    r"|dati|dados|данные)\b",
    re.IGNORECASE,
)  # fmt: skip
_NOTE = re.compile(r"[^\W\d_]{5,}\.\s+[^\W\d_]\S*\s(?:\S+\s)*?[^\W\d_A-Z]{2,}")
# Whose figures charts are drawn from, and who write no stories.
_DATA_HOUSES = frozenset(
    {
        "eurostat", "destatis", "statista", "statistisches bundesamt", "world bank", "weltbank", "banque mondiale",
        "imf", "iwf", "oecd", "ocde", "ecb", "ezb", "bce", "federal reserve", "bls", "u.s. census bureau",
        "us census bureau",
        "census bureau", "u.s. bureau of labor statistics", "bureau of labor statistics", "ons", "insee",
        "istat", "ine",
        "ibge", "inegi", "indec", "dane", "gus", "rosstat", "росстат", "tüik", "cbs", "scb", "ssb", "statistik austria",
        "bfs", "office for national statistics", "johns hopkins university", "our world in data", "worldometer", "rki",
        "robert koch-institut", "infratest dimap", "forsa", "yougov", "ipsos", "gallup", "pew research center",
        "factset", "refinitiv", "openstreetmap", "google maps", "opta", "transfermarkt", "国家统计局", "통계청",
    }
)  # fmt: skip
# Portals of research name who sent the text: `Materials provided by University of Basel`.
_PROVIDED = re.compile(r"^(?:Materials?|Content|Story|Text) provided by\s+(?:the\s+)?", re.IGNORECASE)
# What languages call an agency, before its name or after it.
_AGENCY_WORD = re.compile(
    r"^(?:وكالة(?: أنباء| الأنباء)?|خبرگزاری|(?:информ)?агентств[оа]|агенци[яј]а?|agence(?: de presse)?"
    r"|agenci[aj]a?(?: de noticias"
    r"| prasowa| informacyjna)?|agência(?: de notícias)?|agenzia(?: di stampa)?|(?:nachrichten|presse)agentur"
    r"|agenți[ae](?: de presă)?"
    r"|agencija|agentura|kantor berita|hãng(?: thông tấn)?|πρακτορείο|news agency)\s|\s(?:news agency"
    r"|haber ajansı|ajansı|hírügynökség)$",
    re.IGNORECASE,
)
# `Source – Reuters`, `Via AP`: forms without a colon, which count only before a name of the tables.
_SHORT_FORM = re.compile(
    r"[(\[]?(?:(?:source|fuente|fonte|quelle|bron|kilde|källa|źródło|zdroj|izvor|sursa|kaynak|sumber|источник"
    r"|джерело|المصدر|出典|来源"
    r"|來源|출처)\s?[-–—|=/]\s?|(?:via|vía|za|h/t|hat tip|source \(via\)):?\s|theo\s|출처\s)"
    r"(?P<name>[^\s:][^:]{1,40}?)[)\]]?\.?", re.IGNORECASE,
)  # fmt: skip
_LONGEST_SHORT_FORM = 60
# A wire and its regional service: `dpa/lno`.
_SERVICE = re.compile(r"(?P<agency>[^\W\d_]{2,8})\s?/\s?[a-zäöü]{2,4}")
_AUTHOR = re.compile(r"作者\s?[:：]\s?([\u3400-\u9fff·]{2,8})")
_OR_AGENCIES = re.compile(r"\s?\+\s?\S{4,14}$")
_LIST = re.compile(r"\s*[,/;]\s*|\s(?:and|und|et|y|e|i|och|og|en|και|и)\s")
_MOST_WORDS = 9
_LONGEST_AGENCIES = 40


@dataclass(frozen=True, slots=True)
class Source:
    """Whose story it is. `name` canonical for agencies and listed publishers, else as printed; `domain` a host
    as printed, lower case, without `www.`; dates as in `dates.Dates`.
    """

    raw: str
    name: str | None = None
    names: tuple[str, ...] = ()
    domain: str | None = None
    url: str | None = None
    agencies: tuple[str, ...] = ()
    initials: tuple[str, ...] = ()
    editors: tuple[str, ...] = ()
    authors: tuple[str, ...] = ()
    generic_agencies: bool = False
    published: str | None = None
    modified: str | None = None
    precision: str | None = None
    start: int = 0
    why: str = ""
    warnings: tuple[str, ...] = ()

    def to_dict(self) -> dict[str, Any]:
        """The filled fields, without what only explains."""
        return names.without_empty(self, leave_out=("raw", "start", "why", "warnings"))


def parse(text: str, *, site: str | None = None, language: str | None = None) -> Source | None:
    """The source that a labelled line names, or None; a bare `Sources:` heading and charts' notes yield nothing."""
    return read(text, Hints(site, language))


def is_candidate(text: str) -> bool:
    """Whether the line is short enough and has a sign of a source: a colon, a slash, a dash, the label in capitals, or
    a word of a sentence that says where the story was published first.
    """
    if len(text) > LONGEST:
        return False
    return (
        ":" in text
        or "/" in text
        or "：" in text
        or text[:6] == "SOURCE"
        or _is_short_form(text)
        or republished.may_be(text)
        or " via " in text
        or (text[:1] in "©ⓒ(cC" and source_forms.may_be(text))
    )


def read(text: str, hints: Hints) -> Source | None:
    """As `parse`, with all that is known beside the line."""
    if not is_candidate(text):
        return None
    label = _labelled(text) or _SHOUTED.match(text)
    if label is None:
        return _agencies_only(text) or _short_form(text) or _unlabelled(text) or _carried_over(text, hints)
    found = scan(text, hints)
    if text[: label.start()].strip(" (（") and not (found.published or found.modified):
        return None
    value = _without_dates(text, label.end(), found)
    if value is None:
        return None
    several = label.re is _LABEL and label["several"]
    fields = _agencies_listed(value, outlets=True) if several else _named(value)
    if fields is None:
        return None
    editors = tuple(_EDITOR.findall(text))
    authors = tuple(_AUTHOR.findall(text))
    if authors:
        fields.setdefault("authors", authors)
    stamps = dates.of(text, found)
    return Source(raw=text, editors=editors, published=stamps.published, modified=stamps.modified,
                  precision=stamps.precision, start=label.start(), warnings=stamps.warnings, **fields)  # fmt: skip


def _labelled(text: str) -> re.Match[str] | None:
    """The first label, looked for right before each colon."""
    plain = text if text.isascii() else text.replace("：", ":")
    colon = plain.find(":")
    while colon >= 0:
        start = max(0, colon - _LONGEST_LABEL)
        if plain[start:colon].rstrip()[-2:].lower() in _ENDINGS:
            found = _LABEL.search(text, start, colon + 1)
            if found:
                return found
        colon = plain.find(":", colon + 1)
    return None


def _without_dates(text: str, at: int, found: Scan) -> str | None:
    """What stands after the label, without a closing date; None where a status note shows a chart's source."""
    rest = text[at:]
    if re.search(r"\((?:Stand|as of|Stand:|data|Daten)[^()]*\)?", rest):
        return None
    starts = (token.start - at for token in found.tokens if token.kind in ("date", "time") and token.start >= at)
    first = min(starts, default=len(rest))
    value = _DATE_WORD.sub("", _TAIL.sub("", rest[:first]).rstrip(" -–,(")).strip(" ,;:()[]（）【】\"'“”")
    value = value if _COMPANY.search(value) else value.strip(" .")
    return value or None


def _named(value: str) -> dict[str, Any] | None:
    url = _URL.search(value)
    if url:
        address = url[0].rstrip(".,);")
        domain = tables.host_of(address)
        before = value[: url.start()].strip(" ,;:-–(")
        return {"name": before or _name_of(domain), "domain": domain, "url": address}
    if lowered(value) in label_words("generic_agencies"):
        return {"generic_agencies": True}
    service = _SERVICE.fullmatch(value)
    value = service["agency"] if service and tables.agency(service["agency"]) else _PRESS.sub("", value)
    value = _PROVIDED.sub("", _OR_AGENCIES.sub("", value))
    if not value or _CHART.search(value) or _NOTE.search(value) or not _DATA_HOUSES.isdisjoint(_pieces(value)):
        return None
    lower = value[:1].islower() and "." not in value.split(" ")[0] and not _opens_with_agency(value)
    if len(value.split()) > _MOST_WORDS or ";" in value or lower:
        return None
    return _with_signs(value)


def _pieces(value: str) -> list[str]:
    """All of it, and its parts between commas, in small letters."""
    lower = lowered(value)
    return [lower, *lower.split(", ")] if ", " in lower else [lower]


def _opens_with_agency(value: str) -> bool:
    return any(map(tables.agency, (_AGENCY_WORD.sub("", value), value.partition(",")[0])))


def _agencies_listed(value: str, outlets: bool = False) -> dict[str, Any] | None:
    """`Quellen: dpa, AFP`; under the plural, charts name whom their figures are from, so all must be agencies, or
    (`outlets`) papers that the table of publishers has beside one.
    """
    pieces = _LIST.split(value)
    found = [tables.agency(piece) for piece in pieces]
    papers = [outlets and tables.publisher_named(piece) is not None for piece in pieces]
    if not any(found) or not all(a or b for a, b in zip(found, papers, strict=True)):
        return None
    listed = tuple(agency.name if agency else piece for agency, piece in zip(found, pieces, strict=True))
    return {"name": listed[0], **({"names": listed} if len(listed) > 1 else {})}


def _with_signs(value: str) -> dict[str, Any]:
    first, comma, tail = value.partition(", ")
    sign = _SIGN.fullmatch(tail) if comma else None
    agency = tables.agency(sign["agency"]) if sign else None
    if sign and agency:
        return {**_one(first), "agencies": (agency.name,), "initials": (sign["sign"],)}
    if tables.agency(value) is None:
        agencies = _agencies_listed(value)
        if agencies:
            return agencies
    signed = _signed(value) if "/" in value else None
    signed = signed or source_forms.several(value)
    if signed:
        return signed
    chinese = _CHINESE_AUTHOR.match(value)
    if chinese:
        return {**_one(chinese["name"]), "authors": (chinese["author"],)}
    unspaced = _UNSPACED.match(value)
    return _one(unspaced[0] if unspaced else value)


def _signed(value: str) -> dict[str, Any] | None:
    """`MTI/Kovács Anna`, `Hina/Jutarnji list`, `NOS/ANP`: a wire and its author, or an outlet beside a wire."""
    first, _, rest = value.partition("/")
    agency, second = tables.agency(first.strip()), tables.agency(rest.strip())
    if agency is None and second and second.type == "wire" and first[:1].isupper():
        return {"name": first.strip(), "names": (first.strip(), second.name)}
    if agency is None or agency.type != "wire" or "/" in rest:
        return None
    person = names.is_person(rest.strip()) and rest.strip()[-1:].islower() and len(rest.split()) > 1
    if person and not tables.publisher_named(rest.strip()) and all(word[:1].isupper() for word in rest.split()):
        return {"name": agency.name, "authors": (names.clean_person(rest),)}
    return {"name": agency.name, "names": (agency.name, rest.strip())}


def _is_short_form(text: str) -> bool:
    return len(text) <= _LONGEST_SHORT_FORM and _SHORT_FORM.fullmatch(text) is not None


def _short_form(text: str) -> Source | None:
    found = _SHORT_FORM.fullmatch(text) if len(text) <= _LONGEST_SHORT_FORM else None
    if found is None:
        return None
    known = tables.agency(found["name"]) or tables.publisher_named(found["name"])
    return Source(raw=text, name=known.name) if known else _agencies_in(text, found["name"])


def _agencies_in(text: str, value: str) -> Source | None:
    fields = _agencies_listed(value)
    return Source(raw=text, **fields) if fields else None


def _unlabelled(text: str) -> Source | None:
    fields = source_forms.unlabelled(text) if source_forms.may_be(text) else None
    return Source(raw=text, **fields) if fields else None


def _carried_over(text: str, hints: Hints) -> Source | None:
    """A sentence that says where the story was published first, perhaps with the day."""
    if not republished.may_be(text):
        return None
    found = scan(text, hints)
    dated = next((token.start for token in found.tokens if token.kind == "date"), -1)
    origin = republished.read(text, dated)
    if origin is None:
        return None
    fields = _one(origin.name)
    if fields.get("domain") == fields["name"].lower().removeprefix("www."):
        del fields["name"]  # `at example.com` says where, not who
    stamps = dates.of(text, found)
    return Source(raw=text, published=stamps.published or stamps.modified, precision=stamps.precision,
                  start=origin.start, **fields)  # fmt: skip


def _one(value: str) -> dict[str, Any]:
    whole = tables.agency(value) or tables.agency(_AGENCY_WORD.sub("", value))
    if whole:
        return {"name": whole.name}
    domain = _DOMAIN.fullmatch(value)
    if domain and tables.registered_domain(value):
        host = tables.host_of(value)
        known = tables.publisher(host)
        return {"name": _name_of(host) if known else value, "domain": host}
    known = tables.publisher_named(value)
    return {"name": known.name if known and value.isupper() else value}


def _name_of(domain: str) -> str:
    known = tables.publisher(domain)
    return known.name if known else domain


def _agencies_only(text: str) -> Source | None:
    """`RMF FM/PAP`: nothing but short names parted by slashes, one of them an agency's."""
    if len(text) > _LONGEST_AGENCIES or "/" not in text:
        return None
    pieces = [piece.strip() for piece in text.split("/")]
    if not 2 <= len(pieces) <= 4 or not all(2 <= len(p) <= 20 and p[0].isupper() for p in pieces):
        return None
    if not any(a and a.type == "wire" for a in map(tables.agency, pieces)) or not all(_shouts(p) for p in pieces):
        return None
    found = tuple(a.name if (a := tables.agency(piece)) else piece for piece in pieces)
    return Source(raw=text, name=found[0], names=found)


def _shouts(piece: str) -> bool:
    return piece.isupper() or tables.agency(piece) is not None
