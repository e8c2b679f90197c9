"""The words that say who did what on a line: `By`, `Von`, `Text:`, `Photos by`, in many languages."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from types import MappingProxyType

from ahocorasick_rs import AhoCorasick

from cleaner.normalise import names
from cleaner.normalise.tokens import label_words, lowered

_LONGEST_LABEL = 40
_COLON = r"\s?[:：]\s*"
_BY = r"(?:by|von|por|par|de|di|van|av|af)"
_PICTURES = (
    r"photo(?:s|graph(?:e|es|er|ers|ie|ies|y|s))?|pictures?|images?|bild(?:er)?|beeld|képe?k?|kuvat?|valokuvat?|fotó?k?"
    r"|foto(?:s|['’]s|graf(?:ia|ias|ie|i|en|er|o|ija|ije)?)?|fotografías?|fotograaf|fotoğraf(?:lar)?|fot\.|zdj\.|zdjęcia"
    r"|slike|snímky|nuotr\.|nuotraukos|kamera|ảnh|фото(?:граф|графии)?|снимки|φωτο(?:γραφίες|γραφία)?|صور|تصوير|عدسة"
    r"|عکس|عکاس|תמונות|צילום|צילומים|ภาพ|फोटो|ছবি|사진"
)
_ROLES = re.compile(
    r"(?<!\w)(?=[^\W\d_])(?:"
    rf"(?P<photographers>(?:{_PICTURES}){_COLON}"
    r"|(?:photo(?:graph(?:y|s|ies))?s?|pictures|images|foto['’]?s?|fotograf[ií]as?|fotografie|bild(?:er)?|beeld)"
    rf" {_BY}:?\s+|(?<=.)(?<=\s)(?:kuvat?|foto|zdjęcia|fot\.)\s(?-i:(?=[A-ZÀ-ÖØ-ÞŁŚŽČŠ])))"
    r"|(?P<producers>produced by:?\s+)"
    r"|(?P<fact_checkers>(?:fact[- ]?checked|medically reviewed|reviewed) by:?\s+)"
    r"|(?P<editors>edited by\s?:?\s?)"
    rf"|(?P<editing>(?:editors?|editing|edição|redaktur|redaktor|editör|szerkesztő){_COLON})"
    r"|(?P<authors>(?-i:(?<=[A-Z]{2} )By )|(?<=[\w.,|] )(?:as told to"
    r"|recueillis? par|propos recueillis par|aufgezeichnet von|notiert von"
    r"|protokolliert von|opgetekend door|raccolto da|fortalt til|berättat för|written by:?|words by|text by)\s+)"
    # Who drew, translated or helped signs nothing else.
    r"|(?P<others>(?:illustrations?|graphics?|grafiken?|infografía|translated|übersetzung|traduction|traducción|mitarbeit"
    rf"|mitwirkung|colaboración|colaboração|collaborazione|additional reporting)(?:{_COLON}| {_BY}\s)))",
    re.IGNORECASE,
)
# One of these stands in each of those forms.
_STEMS = (":", "：", "zdjęcia", "infogra", "grafik", "traduc", "übersetz",
          "mitarbeit", "mitwirk", "colabora", "collabor",
          "photo", "foto", "fot.", "bild", "beeld", "pictur", "image", "kuva", "ed by ", "graphic", "illustr",
          "told to", "recueilli", "chnet von", "rt von", "kend door", "raccolto", "fortalt", "berättat", "words by",
          "text by", "reporting by")  # fmt: skip
# In Chinese and Japanese, several tasks may stand before one sign: `取材・文／`, `文/图：`.
_CJK_TASK = r"(?:通讯员|通訊員|作者|记者|記者|撰文|撰稿|采写|採訪|采访|取材|執筆|文字|文|(?<=[・／、])構成)"
_CJK_PICTURE = r"(?:图片|圖片|图|圖|攝影|摄影|撮影|写真)"
_CJK_SIGN = r"\s?[:：／/＝=｜]\s?"
_CJK_LABEL = re.compile(
    r"^[\u3400-\u9fff]{0,6}(?:通讯员|记者|通訊員|記者)\s?(?=[\u3400-\u9fff]{2,4}(?:[\s、][\u3400-\u9fff]{2,4}){0,4}$)"
    rf"|(?:(?:{_CJK_PICTURE}|{_CJK_TASK}|構成|編集)[・·/／、和])?{_CJK_TASK}(?:[・·/／、和]?{_CJK_PICTURE})?{_CJK_SIGN}"
    rf"|(?P<photographers>{_CJK_PICTURE}{_CJK_SIGN}|(?<=\s){_CJK_PICTURE}\s(?=[\u3400-\u9fff]{{2,4}}$))"
    rf"|^文\s(?=[\u3400-\u9fff]{{2,4}}\s{_CJK_PICTURE}\s)"
    rf"|(?P<editors>(?:责任编辑|责编|責任編輯|責編)\s?[:：／/]?\s?|(?:編集|编辑|編輯){_CJK_SIGN}\s?)"
)
_CJK_WORDS = re.compile("[文者写寫图圖影取執採采責责編構]")
_TRAILING_AND = re.compile(r"\s(?:and|und|et|y|e|en|og|och|ja|i|a|és|și|и|та|και|ve|dan|và|&)$")


def named_roles(part: str, language: str | None) -> Iterator[tuple[str, str]]:
    """The part cut at its role labels: (role, names), the role empty for what no label governs."""
    cuts = _cuts(part)
    opening = label_end(part) or _label_of_language(part, language)
    if opening:
        if not any(start < opening for start, _, _ in cuts):
            cuts.append((0, opening, "authors"))
        elif cuts[0][1] == opening:  # `Fotoğraf-Haber:`, pictures and words by one hand
            cuts[0] = (0, opening, "authors" if cuts[0][0] else cuts[0][2])
    if not cuts:
        yield "", part
        return
    cuts.sort()
    before = _TRAILING_AND.sub("", part[: cuts[0][0]].strip(" ,;"))
    if before:
        yield "", before
    for index, (_, end, role) in enumerate(cuts):
        stop = cuts[index + 1][0] if index + 1 < len(cuts) else len(part)
        yield role, _TRAILING_AND.sub("", part[end:stop].strip(" ,;/|"))


def _cuts(part: str) -> list[tuple[int, int, str]]:
    plain = part.isascii()
    cuts = []
    if _stems().find_matches_as_indexes(part.lower()):
        cuts = [(*found.span(), str(found.lastgroup)) for found in _ROLES.finditer(part)]
    if not plain and _CJK_WORDS.search(part):
        cuts += [(*found.span(), found.lastgroup or "authors") for found in _CJK_LABEL.finditer(part)]
    return cuts


def label_end(part: str) -> int:
    """Where the names begin after an opening `By`, `Autor:`, `Text by`, …; 0 if it opens with none."""
    labels, lengths = _by_labels()
    ends = lengths.get(lowered(part[:2]))
    if ends is None:
        return 0
    lower = lowered(part[:_LONGEST_LABEL])
    for end in ends:
        if end <= len(lower) and lower[:end] in labels:
            rest = part[end:]
            if end == 2 and lower[:2] == "by" and lower[3:].partition(" ")[0].strip(":,") in _NO_NAME:
                return 0
            if lower[end - 1] in _CLOSING or rest[:1] in (":", " "):
                return end + len(rest) - len(rest.lstrip(" :"))
    return 0


_CLOSING = ":：／/＝=｜"
# Words that only one language puts before a name; elsewhere they belong to it (`De Luca`).
_LABELS_OF = {
    "ro": ("de ",), "mo": ("de ",), "ca": ("per ",), "bg": ("от ",), "sk": ("od ",), "et": ("kirjutas ",),
    "th": ("โดย ",), "id": ("penulis ", "reporter "), "sw": ("na ",), "de": ("gastautor ", "gastautorin "),
}  # fmt: skip
# What English puts after `By` in headings and lists of ways; none of them begins a name.
_NO_NAME = frozenset(
    {"accident", "air", "all", "any", "appointment", "author", "bike", "boat", "bus", "car", "category", "chance",
     "clicking", "comparison", "contrast", "date", "default", "definition", "design", "far", "foot", "hand", "heart",
     "invitation", "land", "law", "location", "mail", "nature", "now", "phone", "plane", "popular", "proxy", "rail",
     "request", "road", "sea", "signing", "submitting", "then", "topic", "train", "using"}
)  # fmt: skip


def _label_of_language(part: str, language: str | None) -> int:
    for label in _LABELS_OF.get(language or "", ()):
        if lowered(part[: len(label)]) == label and names.is_person(part[len(label) :]):
            return len(label)
    return 0


@cache
def _stems() -> AhoCorasick:
    return AhoCorasick(_STEMS)


@cache
def _by_labels() -> tuple[frozenset[str], Mapping[str, tuple[int, ...]]]:
    """The labels, and by their first two characters their lengths, longest first. French parts words from colons."""
    listed = label_words("by")
    labels = listed | {f"{label[:-1]} :" for label in listed if label.endswith(":")}
    lengths: dict[str, set[int]] = {}
    for label in labels:
        lengths.setdefault(label[:2], set()).add(len(label))
    return labels, MappingProxyType({first: tuple(sorted(ends, reverse=True)) for first, ends in lengths.items()})
