"""A byline's line without what signs nothing: links, dates, addresses, reading times, buttons."""

from __future__ import annotations

import re
from functools import cache

from ahocorasick_rs import AhoCorasick

from cleaner.normalise import calendar_words
from cleaner.normalise.moments import Scan
from cleaner.normalise.tokens import label_words

_LINK = re.compile(r"!?\[([^\[\]]{1,80})\]\([^()\s]{1,300}\)")
_EMAIL = re.compile(r"[\w.+-]{1,40}@[\w-]{1,40}(?:\.[\w-]{2,20}){1,3}")
_PHONE = re.compile(r"\(?\+?\d[\d ()\-]{6,18}\d")
_FIGURE = re.compile(r"\d")
_HANDLE = re.compile(r"@\w{2,30}")
_TAIL = re.compile(
    r"(?=[\dtfscknopumravlwzgebдч评])(?:^|(?<=\s)|(?<=[A-Za-z]))"
    r"(?:(?:\d+|no|one) (?:comments?|opinii|kommentare?|komentarzy)"
    r"|\d+[ -]?min(?:\w{1,6}|\.)? (?:de |di )?(?:read|lesezeit|leestijd|lesetid|læsetid|lästid|lecture|lectura|lettura"
    r"|leitura|czytania)"
    r"|(?:leestijd|lesezeit|lesetid|læsetid|lästid|lukuaika|temps de lecture|tiempo de lectura|tempo di lettura"
    r"|tempo de leitura|czas czytania|время чтения|час читання|waktu baca)\b"
    r"|(?:Published|Posted|Updated) \d+ \w+ ago|Tags?:|Topics?:|Filed under"
    # What stands beside an author's name for a click: his other stories, his life.
    r"|more (?:stories |articles |posts )?(?:by|from) (?:this|the) |(?:view|see|read) (?:all|bio|full|more|profile)\b"
    r"|alle (?:artikel|beiträge) von|mehr von |meer van |voir tous ses |tous ses articles|ver más de |ver todos "
    r"|leggi altri |více od |więcej od |все статьи "
    r"|Share\b|Follow\b|Comments?:|Kommentare\s?:|评论).*",
    re.IGNORECASE,
)
# One of them stands in each of those forms: all of them are looked for at once.
_TAIL_WORDS = (
    "omment", "opinii", "omentarzy", " read", " ago", "tag", "topic", "filed", "share", "follow", "评论", "more ",
    "view ", "see ", "le artikel", "le beitr", "mehr ", "meer ", "tous ", "ver ", "leggi ", "od ", "статьи", "чт",
    "tijd", "zeit", "tid", "aika", "lect", "lett", "leit", "czyt", "чит", "baca",
)  # fmt: skip
# Buttons of English pages, which stand after the name as words of their own.
_BUTTON = re.compile(
    r"\s(?:(?:view|see|read|show) (?:author|comments?|in|on)\b|(?:leave|add|post|write) a comment"
    r"|get (?:email )?alerts|(?:email|contact|message) (?:the )?author|listen (?:to|\()|print$|print (?:this|article)"
    r"|save$|save (?:this|article)|bookmark\b|copy link|subscribe\b|sign up|full bio|author bio).*",
    re.IGNORECASE,
)
_BUTTON_WORDS = (
    "view ", "see ", "read ", "show ", " a comment", " alerts", "author", "listen", " print", " save", " bookmark",
    " copy link", " subscribe", " sign up", "full bio",
)  # fmt: skip
# `2 hours ago` in many languages; it stands for a date, of which nothing can be read.
_AGO = re.compile(
    r"(?<!\w)(?:(?:há|hace|vor|před|pred|för|for|πριν|منذ|il y a) \d{1,2} \w{1,12}(?: sedan| siden)?"
    r"|\d{1,2} \w{1,12} (?:ago|fa|geleden|temu|siden|sedan|sitten|назад|тому|önce|lalu|yang lalu|trước|पहले|پیش)(?!\w)"
    r"|\d{1,2}\s?(?:分钟|分鐘|分|小时|小時|時間|天|日|분|시간|일)\s?[前전])",
    re.IGNORECASE,
)
_CUT = "\x1f"
_TIME_WORDS = frozenset(
    {"at", "le", "à", "um", "uhr", "on", "am", "kl", "el", "il", "alle", "в", "den", "reads", "", "date", "datum",
     "fecha", "data", "дата", "tanggal", "tarih"}
)  # fmt: skip
# `Author | Ann Lee`, `文 | 张大文`: what parts a label from its name.
_APART = re.compile(r"[|–—-]\s(?=\w)")
_LONGEST_APART = 24
# `Words Ann Lee Photography Bo Day`, as magazines print it.
_WORDS_AND_PICTURES = re.compile(
    r"(?:words|text|story|tekst|texto|texte|testo)\s(?P<author>(?-i:[A-ZÀ-Þ])[^\d,:|\s]{1,20}\s[^\d,:|]{2,40}?)\s"
    r"(?:photograph(?:y|s)|photos?|pictures|images|beeld|fotografie|foto['’]?s?|fotografía|fotografia|bild(?:er)?"
    r"|photographies)\s(?P<hand>(?-i:[A-ZÀ-Þ])[^\d,:|\s]{1,20}\s[^\d,:|]{2,40})",
    re.IGNORECASE,
)
_CLOCK_OF = re.compile(r"\b[A-Z][a-z]{2,15} (?:[Ll]ocal )?[Tt]ime\b")


def without_links(text: str) -> str:
    """The words of Markdown links and emphasis (`By [Ann Lee](https://…)`) without their marks."""
    return _LINK.sub(r"\1", text).strip("*_ ") if "](" in text or text[:1] in "*_" else text


def without_dates(text: str, found: Scan, language: str | None) -> str:
    """The line with its dates, times and their labels turned into parting bars, weekday names beside them taken out."""
    if not found.published and not found.modified:
        return text
    rest = text
    for token in reversed(found.tokens):
        if token.kind != "part":
            rest = f"{rest[: token.start]}{_CUT}{rest[token.end :]}"
    pieces = (_CLOCK_OF.sub(" ", rest) if "ime" in rest else rest).split(_CUT)
    last = len(pieces) - 1
    for index, piece in enumerate(pieces):
        words = piece.split(" ") if piece.strip(" ") else []
        while words and index < last and _is_time_word(words[-1], language):
            words.pop()
        start = 0
        while start < len(words) and index and _is_time_word(words[start], language):
            start += 1
        pieces[index] = " ".join(words[start:])
    return " | ".join(pieces)


def _is_time_word(word: str, language: str | None) -> bool:
    """Whether this, beside a date, belongs to it: `at`, `Uhr`, a weekday, a sign; elsewhere it may be a name's."""
    marked = word[-1:] in (",", ".")  # `Mi,` is a weekday, `Mi` a name
    word = word.strip(" ,.;:()-–•").lower()
    return word in _TIME_WORDS or (len(word) > 2 - marked and calendar_words.weekday(word, language) is not None)


def with_labels_joined(text: str) -> str:
    """Labels with the colon that they do without: before a bar or dash, and in `Words Ann Lee Photography Bo Day`."""
    sign = _APART.search(text, 0, _LONGEST_APART)
    if sign:
        label = text[: sign.start()].rstrip()
        if label and not label_words("by").isdisjoint((f"{label.lower()}:", f"{label}：")):
            return f"{label}: {text[sign.end() :]}"
    both = _WORDS_AND_PICTURES.fullmatch(text) if text[:2].lower() in ("wo", "te", "st") else None
    if both and not both["author"].lower().startswith(("by ", "de ", "door ", "di ")):
        return f"Words: {both['author']} | Photos: {both['hand']}"
    return text


def without_tail(text: str) -> str:
    """Without what follows a byline on its line: counts of comments, reading time, tags, buttons."""
    lower = text.lower()
    if _button_words().find_matches_as_indexes(lower):
        text = _BUTTON.sub(" ", text)
    return _TAIL.sub(" ", text) if _tail_words().find_matches_as_indexes(lower) else text


@cache
def _button_words() -> AhoCorasick:
    return AhoCorasick(_BUTTON_WORDS)


@cache
def _tail_words() -> AhoCorasick:
    return AhoCorasick(_TAIL_WORDS)


def without_contacts(text: str) -> tuple[str, str | None]:
    """The line without addresses, handles, telephone numbers and ages (`2 hours ago`), and the e-mail address."""
    email = None
    if "@" in text:
        email = _EMAIL.search(text)
        if email:
            text = text[: email.start()] + " | " + text[email.end() :]
        text = _HANDLE.sub(" | ", text)
    if _FIGURE.search(text):
        text = _without_ages(_PHONE.sub(" | ", text))
    return text, email[0] if email else None


def _without_ages(text: str) -> str:
    found = _AGO.search(text)
    if not found:
        return text
    *words, last = text[: found.start()].rstrip(" :").split(" ")
    labelled = last.lower() in label_words("modified") | label_words("published")  # `Aktualisiert vor 2 Stunden`
    before = " ".join(words) if labelled else text[: found.start()]
    return f"{before} | {text[found.end() :]}"


def has_phone(text: str) -> bool:
    """Whether it holds a telephone number."""
    return _PHONE.search(text) is not None
