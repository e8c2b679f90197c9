"""`Published` and `Updated` lines: ISO 8601 with exactly the precision and zone that is printed."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Any, NamedTuple

from cleaner.normalise import calendar_words, other_days
from cleaner.normalise.moments import Hints, Scan, is_prose, scan
from cleaner.normalise.names import without_empty
from cleaner.normalise.tokens import Token

LONGEST = 300
# Words left beside the dates: a label earns some page furniture after it (`| Comments: 0`), a bare date little.
_WORDS_WITH_LABEL, _WORDS_BARE = 8, 2
_RUNNING_WORDS = 2
_WORD = re.compile(r"[^\W\d_]+(?:['’.][^\W\d_]+)*")
_RANGE = re.compile(
    r"\s*(?:-|–|—|~|〜|～|to|till?|until|bis|an?|à|al|às|até|hasta|tot|til|do|до|по|至|から)(?: las| alle)?\s*"
)
# `วันศุกร์ที่`, which the vowel signs would break into many words.
_THAI_WEEKDAY = re.compile("วัน[\u0e01-\u0e4e]{2,14}")
# The day of the Islamic calendar, which papers of the Gulf print before ours: `21 رجب 1442 هـ - 05 مارس 2021 مـ`.
_HIJRI = re.compile(
    r"(?:\d{1,2}\s)?[\u0621-\u064a]{3,6}(?:\s[\u0621-\u064a]{4,6})?\s(?:سنة\s|عام\s)?1[34]\d\d\s?هـ?(?!\w)"
    r"|(?<!\w)مـ?(?!\w)"
)
_ARABIC_LETTER = re.compile("[\u0621-\u064a]")
# A sentence that speaks of the story itself is a date line: `This story was originally published March 5, 2021.`
_OF_THE_STORY = re.compile(
    r"(?:this|the|dieser?|cet(?:te)?|est[ea]|questo|quest['’]|dit|deze|denn[ae]|den här|tento|ten|эта|этот"
    r"|данн(?:ая|ый)|ця|цей)?\s*"
    r"(?:article|story|post|report|column|piece|artikel|beitrag|text|meldung|bericht|artículo|articulo|nota"
    r"|noticia|artigo"
    r"|matéria|notícia|articolo|notizia|bericht|artikkel|artikeln|artikkelen|artiklen|článek|artykuł|tekst"
    r"|статья|новость"
    r"|материал|стаття|новина)\b", re.IGNORECASE,
)  # fmt: skip
_JOINING = frozenset(
    {
        "at", "on", "the", "of", "um", "à", "le", "a", "las", "alle", "às", "de", "del", "den", "der", "om",
        "kl", "klo", "uhr", "h", "o'clock", "am", "pm", "и", "в", "г", "года", "lúc", "ngày", "và", "min",
        "mins", "minute", "minutes", "read", "reading", "lecture", "lettura", "leitura", "lesezeit", "minuten",
        "minuti", "ago", "vor", "il", "y", "분", "읽기",
    }
)  # fmt: skip


class Dates(NamedTuple):  # not a dataclass: every line with a day makes them, up to three times
    """What a date line states. Field meanings: README, "The document"; `precision` is day, minute or second.

    raw: the line. tz: the zone as printed. why: how order and zone were told. warnings: what stayed open.
    """

    raw: str
    published: str | None = None
    modified: str | None = None
    precision: str | None = None
    modified_precision: str | None = None
    tz: str | None = None
    why: str = ""
    warnings: tuple[str, ...] = ()

    def to_dict(self) -> dict[str, Any]:
        """The filled fields, without `raw`, `why` and `warnings`."""
        return without_empty(self, leave_out=("raw", "why", "warnings"))


def parse(text: str, *, site: str | None = None, language: str | None = None) -> Dates | None:
    """The dates of a line that holds little else; None for any other text."""
    return read(text, Hints(site, language))


def read(text: str, hints: Hints) -> Dates | None:
    """As `parse`, with all that is known beside the line."""
    if len(text) > LONGEST or is_prose(text):
        return None
    found = scan(text, hints)
    if (found.published is None and found.modified is None) or not _is_date_line(text, found, hints.language):
        return None
    return of(text, found)


def of(text: str, found: Scan) -> Dates:
    """The value object of a scan."""
    main = found.published or found.modified
    other = found.modified if found.published else None
    zone = next((m.zone for m in (found.published, found.modified) if m and m.zone), None)
    return Dates(
        raw=text,
        published=found.published.iso if found.published else None,
        modified=found.modified.iso if found.modified else None,
        precision=main.precision if main else None,
        modified_precision=other.precision if other and main and other.precision != main.precision else None,
        tz=zone.printed if zone else None,
        why=found.why,
        warnings=found.warnings,
    )


def has_range(text: str, tokens: tuple[Token, ...]) -> bool:
    """Whether two times stand as a span (`2:00 p.m. - 3:00 p.m.`), which dates an event, or form a world clock."""
    times = [token for token in tokens if token.kind == "time"]
    if len(times) < 2:
        return False
    days = sum(token.kind == "date" for token in tokens)
    if len(times) > 2 and len(times) > 2 * days:
        return True
    pairs = pairwise(times)
    return any(_RANGE.fullmatch(text[first.end : second.start]) for first, second in pairs)


def _is_date_line(text: str, found: Scan, language: str | None) -> bool:
    if has_range(text, found.tokens) or _is_sentence(text, found):
        return False
    rest = text
    for token in found.tokens:
        if token.kind != "part":
            rest = f"{rest[: token.start]}{' ' * (token.end - token.start)}{rest[token.end :]}"
    if not rest.isascii():
        rest = _THAI_WEEKDAY.sub(" ", rest)
        rest = _HIJRI.sub(" ", rest) if _ARABIC_LETTER.search(rest) else rest
    words = [word for word in _WORD.findall(rest) if not _is_furniture(word, language)]
    labelled = any(token.kind in ("published", "modified") for token in found.tokens)
    if len(words) > (_WORDS_WITH_LABEL if labelled else _WORDS_BARE) or (
        not labelled and _ends_a_sentence(text, words)
    ):
        return False
    return not other_days.are_meant(text, found.tokens, language, wordless=not words)


def _is_sentence(text: str, found: Scan) -> bool:
    """Whether words run into the first label or date without a sign between (`This policy was last updated on …`)."""
    before = text[: found.tokens[0].start].rstrip()
    return (
        before[-1:].isalpha()
        and sum(word.islower() and word not in _JOINING for word in _WORD.findall(before)) >= _RUNNING_WORDS
        and not _OF_THE_STORY.match(before)
    )


def _ends_a_sentence(text: str, words: list[str]) -> bool:
    """Whether a line without a label has a word in small letters and a full stop: `Applications open 5 March 2021.`"""
    return text.endswith((".", "!", "?")) and any(word.islower() and len(word) > 2 for word in words)


def _is_furniture(word: str, language: str | None) -> bool:
    return word.lower() in _JOINING or calendar_words.weekday(word, language) is not None
