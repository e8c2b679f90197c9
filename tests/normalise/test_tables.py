"""The data files: shape, uniqueness, order, and who a domain belongs to."""

from __future__ import annotations

from zoneinfo import ZoneInfo

import pytest
from babel import Locale

from cleaner.normalise import calendar_words, tables


def test_agencies_have_one_shape_and_no_alias_twice() -> None:
    """A name or alias belongs to one agency, and rows stand in order."""
    rows = tables.load("agencies.json")
    assert all(set(row) == {"name", "type", "country", "aliases"} for row in rows)
    assert [row["name"] for row in rows] == sorted(row["name"] for row in rows)
    names = [name for row in rows for name in (row["name"], *row["aliases"])]
    assert len(names) == len(set(names))
    assert len(rows) >= 150


def test_agencies_have_known_types_and_countries() -> None:
    """The type decides whether a name may sign a dateline without brackets."""
    rows = tables.load("agencies.json")
    assert {row["type"] for row in rows} == {"broadcaster", "network", "photo", "press-release", "publisher", "wire"}
    assert {row["country"] for row in rows} <= set(Locale.parse("en").territories)
    assert all(row["aliases"] == sorted(row["aliases"]) for row in rows)


def test_places_are_in_order() -> None:
    """Lists that are kept by hand and the one made from CLDR stand in order, nothing twice."""
    lists = [*tables.load("places.json").values(), tables.load("cities.json")]
    assert all(rows == sorted(set(rows)) for rows in lists)


def test_publishers_have_one_shape_and_real_zones() -> None:
    """A domain stands once, in order, with a zone that the zone database has."""
    rows = tables.load("publishers.json")
    assert all(set(row) == {"domain", "name", "country", "language", "order", "zone"} for row in rows)
    domains = [row["domain"] for row in rows]
    assert domains == sorted(set(domains))
    assert all(ZoneInfo(zone) for zone in {row["zone"] for row in rows})
    assert {row["order"] for row in rows} == {"dmy", "mdy", "ymd"}
    assert len(rows) >= 520


def test_publishers_name_countries_and_languages_that_exist() -> None:
    """ISO 3166 and BCP 47, as CLDR knows them."""
    rows = tables.load("publishers.json")
    english = Locale.parse("en")
    assert {row["country"] for row in rows} <= set(english.territories)
    assert {row["language"] for row in rows} <= set(english.languages)


def test_publishers_domains_are_somebodys() -> None:
    """Each is a registrable domain or a host below one, written as hosts are."""
    for row in tables.load("publishers.json"):
        registered = tables.registered_domain(row["domain"])
        assert registered, row
        assert row["domain"] == tables.host_of(row["domain"])
        assert row["domain"] == registered or row["domain"].endswith(f".{registered}")


def test_the_order_of_a_publisher_tells_whether_the_day_comes_first() -> None:
    """Only where the month comes first does it precede the day when the year stands last."""
    orders = {site: tables.publisher(site) for site in ("usatoday.com", "spiegel.de", "chosun.com")}
    assert {site: found and (found.order, found.day_first) for site, found in orders.items()} == {
        "usatoday.com": ("mdy", False),
        "spiegel.de": ("dmy", True),
        "chosun.com": ("ymd", True),
    }


def test_plain_words_are_no_publishers() -> None:
    """`People` and `Dan` are outlets too, but a line that says so means the word."""
    assert tables.publisher_named("people") is None
    assert tables.publisher_named("Dan") is None
    assert tables.publisher_named("The Jakarta Post") is not None


@pytest.mark.parametrize(
    ("address", "name"),
    [
        ("https://news.sky.com/story/1", "Sky News"),
        ("www.devdiscourse.com", "Devdiscourse"),
        ("timesofindia.indiatimes.com", "The Times of India"),
        ("notsky.com", None),
        ("sky.com.example.org", None),
    ],
)
def test_a_publisher_is_found_by_the_longest_domain(address: str, name: str | None) -> None:
    """Subdomains belong to their publisher; names that merely end alike do not."""
    found = tables.publisher(address)
    assert (found.name if found else None) == name


@pytest.mark.parametrize(
    ("address", "domain"),
    [
        ("info@mail.harbour.co.uk", "harbour.co.uk"),
        ("https://a.b.harbour.com/x", "harbour.com"),
        ("co.uk", None),
        ("x", None),
    ],
)
def test_a_registered_domain_knows_public_suffixes(address: str, domain: str | None) -> None:
    """`co.uk` is nobody's domain."""
    assert tables.registered_domain(address) == domain


def test_short_aliases_hold_to_their_case() -> None:
    """`AP` is an agency, `ap` and `pa` are not."""
    assert tables.agency("AP") is not None
    assert tables.agency("pa") is None
    assert tables.agency("REUTERS") == tables.agency("Reuters")


@pytest.mark.parametrize(
    ("word", "language", "number"),
    [
        ("listopada", "pl", 11),
        ("listopada", "hr", 10),
        ("marta", "sr", 3),
        ("ožujka", "bs", 3),
        ("марта", "sr", 3),
        ("Mrz", "de", 3),
        ("Jänner", "de", 1),
        ("كانون الثاني", "ar", 1),
        ("جويلية", "ar", 7),
        ("дек", "ru", 12),
        ("Sept", "en", 9),
        ("LUG", "it", 7),
        ("table", "en", None),
    ],
)
def test_months_are_those_of_the_pages_language(word: str, language: str, number: int | None) -> None:
    """One word may be two months."""
    assert calendar_words.month(word, language) == number


@pytest.mark.parametrize("language", ["en", "de", "fr", "es", "ru", "pl", "tr", "ar", "hi", "el"])
def test_the_calendar_file_holds_what_babel_gives(language: str) -> None:
    """The shipped table is Babel's; `python -m benchmarks.month_names` writes it anew."""
    months = Locale.parse(language).months["format"]["wide"]
    assert {calendar_words.month(name, language) for name in months.values()} == set(range(1, 13))
    days = Locale.parse(language).days["format"]["wide"]
    assert [calendar_words.weekday(days[number], language) for number in range(7)] == list(range(7))


def test_a_month_of_no_known_language_is_looked_for_in_all() -> None:
    """The page's language narrows the search, it is not needed for it."""
    assert calendar_words.month("décembre") == 12
    assert calendar_words.month("décembre", "de") is None
    assert calendar_words.month("table") is None
