"""Date lines: precision as printed, an offset only where a zone is, order and zone told or warned of."""

from __future__ import annotations

from datetime import date

import pytest

from cleaner.normalise import dates
from cleaner.normalise.moments import Hints

READ: list[tuple[str, str | None, str | None]] = [
    ("Published: 2 December 2024", "2024-12-02", None),
    ("Dec 2, 2024", "2024-12-02", None),
    ("Monday, December 2nd, 2024 5:22 PM", "2024-12-02T17:22:00", None),
    ("17:22, 02 Dec 2024Updated 18:30, 02 Dec 2024", "2024-12-02T17:22:00", "2024-12-02T18:30:00"),
    ("December 2, 20249:05 AM ET", "2024-12-02T09:05:00-05:00", None),
    ("July 2, 2024 9:05 AM ET", "2024-07-02T09:05:00-04:00", None),
    ("Published 2 December 2024 Updated 14:20", "2024-12-02", "2024-12-02T14:20:00"),
    ("Posted: Aug 08, 2024 4:00 AM EDT | Last Updated: August 9", "2024-08-08T04:00:00-04:00", "2024-08-09"),
    ("2024-12-02T17:22:00Z", "2024-12-02T17:22:00+00:00", None),
    ("Written: 2023-11-07 15:03:30", "2023-11-07T15:03:30", None),
    ("Stand: 02.12.2024, 06:00 Uhr", None, "2024-12-02T06:00:00"),
    ("Veröffentlicht am 02.12.24 um 07:39 Uhr", "2024-12-02T07:39:00", None),
    ("Publié le 18 juil. 2024 à 08h01", "2024-07-18T08:01:00", None),
    ("Publicado el 2 de diciembre de 2024", "2024-12-02", None),
    ("Publicado em 21/12/2025 às 07:07", "2025-12-21T07:07:00", None),
    ("Pubblicato il 19 febbraio 2020 Ultima modifica 19 febbraio 2020 12:02", "2020-02-19", "2020-02-19T12:02:00"),
    ("Dodano: 31 grudnia 2011, 18:00", "2011-12-31T18:00:00", None),
    ("Опубликовано: 6 декабря 2011 в 16:24", "2011-12-06T16:24:00", None),
    ("公開日：2025/01/31 11:30 更新日：2025/01/31 12:30", "2025-01-31T11:30:00", "2025-01-31T12:30:00"),
    ("2023/2/21 21:20（2/21 22:08 更新）", "2023-02-21T21:20:00", "2023-02-21T22:08:00"),
    ("2024年12月2日 09:30", "2024-12-02T09:30:00", None),
    ("입력 2024.12.02. 오후 8:06", "2024-12-02T20:06:00", None),
    ("Giriş: 03.07.2024 - 18:24 Güncelleme: 03.07.2024 - 18:57", "2024-07-03T18:24:00", "2024-07-03T18:57:00"),
    ("Thứ hai, 2/12/2024, 19:20 (GMT+7)", "2024-12-02T19:20:00+07:00", None),
    ("2024-12-02 HKT 15:15", "2024-12-02T15:15:00+08:00", None),
    ("04.01.2012 12:23 msk", "2012-01-04T12:23:00+04:00", None),
    ("Published on October 29, 2023, at 4:28 am (Paris)", "2023-10-29T04:28:00+01:00", None),
    ("19 th August 2018, 5:10 PM", "2018-08-19T17:10:00", None),
    ("11 January 2012 Last updated at 15:44", None, "2012-01-11T15:44:00"),
    ("تاریخ انتشار: ۱۵ آبان ۱۴۰۲ - ۱۰:۲۵", "2023-11-06T10:25:00", None),
    ("۳۰ اسفند ماه ۱۳۹۹", "2021-03-20", None),
    ("15 พ.ย. 2566 เวลา 10:30 น.", "2023-11-15T10:30:00", None),
    ("15 พฤศจิกายน 2566", "2023-11-15", None),
    ("15 พ.ย. 66", "2023-11-15", None),
    ("15/11/2566 10:30", "2023-11-15T10:30:00", None),
    ("令和6年5月1日", "2024-05-01", None),
    ("令和元年5月1日", "2019-05-01", None),
    ("民國113年5月1日", "2024-05-01", None),
    ("نشر في: 5 تشرين الثاني/نوفمبر 2023", "2023-11-05", None),
    ("5 كانون الأول (ديسمبر) 2023", "2023-12-05", None),
    ("5 كانون الثاني 2023", "2023-01-05", None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "published", "modified"), READ, ids=[text for text, _, _ in READ])
def test_a_date_line_gives_what_it_prints_and_no_more(text: str, published: str | None, modified: str | None) -> None:
    """Day, time and zone come out exactly as far as they are printed."""
    found = dates.parse(text)
    assert found is not None
    assert (found.published, found.modified) == (published, modified)


LEFT_ALONE = [
    "Updated 9 minutes ago",
    "wczoraj 21:46",
    "Thu., January 08, 2026, 2:00 p.m. - 3:00 p.m. ET",
    "May 15: Last day to file the forms for the harbour fund.",
    "The bridge was opened on 2 December 2024 by the mayor of Marlow.",
    "Freitag, 28. April 2023 20:29 Uhr Berlin | 19:29 Uhr London | 14:29 Uhr New York",
    "31.02.2024",
    "Call 02-12-2024-77",
    "Version 3, 29 June 2007",
    "2024年5月1日 星期三 农历三月廿三",
]


@pytest.mark.parametrize("text", LEFT_ALONE)
def test_lines_that_date_no_story_yield_nothing(text: str) -> None:
    """Relative times, events, deadlines, world clocks and days that do not exist are no dates."""
    assert dates.parse(text) is None


ORDERS: list[tuple[str, Hints, str, str]] = [
    ("02-12-2024", Hints(site="devdiscourse.com"), "2024-12-02", "writes the day first"),
    ("02/12/2024", Hints(site="nytimes.com"), "2024-02-12", "writes the month first"),
    ("02/12/2024", Hints(site="ledger.example.co.uk"), "2024-12-02", "is of GB"),
    ("02/12/2024", Hints(language="es"), "2024-12-02", "the page is in es"),
    ("02.12.2024", Hints(), "2024-12-02", "full stops"),
    ("Monday 04/11/2024", Hints(), "2024-11-04", "was a Monday"),
    ("Monday 11/04/2024", Hints(language="es"), "2024-11-04", "was a Monday"),
    ("02/12/2024", Hints(known=(date(2024, 2, 12),)), "2024-02-12", "the page also names 2024-02-12"),
    ("13/02/2024", Hints(), "2024-02-13", "13 cannot be a month"),
    ("02/13/2024", Hints(site="lemonde.fr"), "2024-02-13", "13 cannot be a month"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "hints", "day", "reason"), ORDERS)
def test_the_order_of_day_and_month_is_told_with_a_reason(text: str, hints: Hints, day: str, reason: str) -> None:
    """Whatever decides an open order is named in `why`, and nothing is warned of."""
    found = dates.read(text, hints)
    assert found is not None
    assert found.published == day
    assert reason in found.why
    assert found.warnings == ()


@pytest.mark.parametrize(("day_first", "day"), [(None, "2024-12-02"), (True, "2024-12-02"), (False, "2024-02-12")])
def test_an_order_that_nothing_tells_takes_the_default_and_warns(day_first: bool | None, day: str) -> None:
    """The caller's option, else the day first: never in silence."""
    found = dates.read("02/12/2024", Hints(day_first=day_first))
    assert found is not None
    assert found.published == day
    assert found.warnings[0].startswith("ambiguous-date-order: ")


ZONES = [
    ("IST", "thehindu.com", "+05:30"),
    ("IST", "rte.ie", "+01:00"),
    ("IST", "haaretz.com", "+02:00"),
    ("CST", "xinhuanet.com", "+08:00"),
    ("CST", "chicagotribune.com", "-06:00"),
    ("BST", "bbc.com", "+01:00"),
    ("BST", "thedailystar.net", "+06:00"),
    ("EST", "smh.com.au", "+10:00"),
]


@pytest.mark.parametrize(("zone", "site", "offset"), ZONES)
def test_a_zone_of_several_meanings_is_read_as_the_sites_country_does(zone: str, site: str, offset: str) -> None:
    """IST is not one zone."""
    found = dates.parse(f"2 December 2024 17:22 {zone}", site=site)
    assert found is not None
    assert found.published == f"2024-12-02T17:22:00{offset}"
    assert found.warnings == ()


def test_a_zone_that_nothing_tells_is_warned_of() -> None:
    """The commonest reading is taken, and the warning names the others."""
    found = dates.parse("2 December 2024 17:22 IST")
    assert found is not None
    assert found.published == "2024-12-02T17:22:00+05:30"
    assert found.warnings[0].startswith("ambiguous-zone: IST")
    assert "Irish" in found.warnings[0]


def test_a_megabyte_is_refused_at_once() -> None:
    """A line longer than any date line is no candidate."""
    assert dates.parse("2 December 2024 " * 70_000) is None


def test_an_outlet_that_puts_the_year_first_does_so_with_two_digits_too() -> None:
    """`24.03.11` is the eleventh of March at a Korean paper, and the 24th at a German one."""
    korean, german = (dates.parse("24.03.11 17:05", site=site) for site in ("chosun.com", "spiegel.de"))
    assert korean is not None
    assert korean.published == "2024-03-11T17:05:00"
    assert german is not None
    assert german.published == "2011-03-24T17:05:00"
