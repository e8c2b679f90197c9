"""Whatever the text: no exception, and nobody who does not stand in it."""

from __future__ import annotations

import re
import time
import unicodedata
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleaner.normalise import byline, credit, dateline, dates, source

PARSERS: dict[str, Any] = {
    "byline": byline.parse,
    "credit": credit.parse,
    "dateline": dateline.parse,
    "dates": dates.parse,
    "source": source.parse,
}
PIECES = (
    "By ", "Von ", "PARIS", "Ann Lee", "LEE", "New York", "(Reuters)", "(AP) — ", " - ", "--", ".- ", ": ", ", ",
    "/", "|", " and ", "Oct 22", "2 декабря", "02-12-2024", "17:22", "IST", "GMT+1", "Updated", "Published:",
    "Source:", "Reporting by ", "Editing by ", "新华社北京", "12月2日电", "【ソウル＝", "】", "(서울=",
    "기자 = ", "دمشق", "(भाषा) ", "नयी दिल्ली, ", "तीन मार्च", "দিল্লি", "১১ মার্চ", "تهران", "سانا",
    "- ایرنا- ", "٥ مارس", "،", "واس ", "路透", "（中央社記者", "日電）", "[東京 3日 ロイター] - ",
    "【3月3日 AFP】", "本报讯", "(AP, 3 March)", "/PRNewswire/ -- ", "GNA – ", "LAGOS", "Hamburg, Bremen", "Z",
    "Foto: ", "fot. ", "avec AFP", "編輯：", "एजेंसी", "İSTANBUL", "ß", "\u0301", "\u2028", "（记者", "@ann",
    "The story goes on. ",
)  # fmt: skip
LANGUAGES = st.sampled_from((None, "en", "de", "ro", "hi", "ar", "fa", "zh", "ja", "ko", "sr", "no", "fr", "xx"))
SITES = st.sampled_from(
    (None, "harbour.com", "usatoday.com", "chosun.com", "harbour.co.uk", "not a site", "harbournews.id")
)
TEXTS = st.one_of(st.text(max_size=200), st.lists(st.sampled_from(PIECES), max_size=12).map("".join))
NAMED = ("location", "locations", "authors", "photographers", "reporters", "writers", "editors", "contributors", "desk")


def letters(text: str) -> str:
    """Comparable letters: case, dots of I, accents, spaces and signs left out."""
    folded = unicodedata.normalize("NFD", text.lower().replace("ı", "i").replace("ς", "σ").casefold())
    return re.sub(r"[\W_]+", "", "".join(c for c in folded if not unicodedata.combining(c)))


@pytest.mark.parametrize("name", sorted(PARSERS))
@given(text=TEXTS, language=LANGUAGES, site=SITES)
def test_any_text_is_read_or_left_and_names_come_from_it(
    name: str, text: str, language: str | None, site: str | None
) -> None:
    """Persons and places stand in the text, whatever case they are set in, whatever page it is said to be from."""
    found = PARSERS[name](text, site=site, language=language)
    values = found.to_dict() if found else {}
    for field in NAMED:
        value = values.get(field, ())
        for named in (value,) if isinstance(value, str) else value:
            assert letters(named) in letters(text)


@given(text=TEXTS, language=LANGUAGES)
def test_a_story_begins_inside_its_paragraph(text: str, language: str | None) -> None:
    """What `rest_starts_at` cuts off is the dateline as printed, and dates are ISO 8601."""
    found = dateline.parse(text, language=language)
    if found:
        assert 0 < found.rest_starts_at <= len(text)
        assert found.raw == text[: found.rest_starts_at].strip()
        assert found.date is None or re.fullmatch(r"(?:\d{4}|-)-\d\d(?:-\d\d(?:T\d\d:\d\d)?)?", found.date, re.ASCII)


@pytest.mark.parametrize("name", sorted(PARSERS))
@pytest.mark.parametrize(
    "piece",
    [
        "A",
        "By Ann Lee, ",
        "1:1 ",
        "PARIS (",
        "2 Dec 2024 ",
        "Reporting by ",
        " - ",
        "(",
        "記者",
        "AP, ",
        "سانا ",
        "/ ",
        "，",
        "٥",
    ],
)
def test_long_lines_cost_no_time(name: str, piece: str) -> None:
    """A megabyte of anything is refused, or read at its opening only."""
    text = piece * (1_000_000 // len(piece))
    PARSERS[name](piece * 20)  # tables are loaded outside the clock
    started = time.perf_counter()
    PARSERS[name](text)
    assert time.perf_counter() - started < 0.5
