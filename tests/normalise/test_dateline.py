"""Datelines of many agencies: place, date, agency, reporters, and where the story begins."""

from __future__ import annotations

from typing import Any

import pytest

from cleaner.normalise import dateline

STORY = "The council approved the new bridge on Monday after a long debate."

READ: list[tuple[str, dict[str, Any]]] = [
    ("HAYWARD, Calif. (AP) — ", {"location": "Hayward, Calif.", "agency": "Associated Press"}),
    ("PARIS, Oct 22 (Reuters) - ", {"location": "Paris", "date": "--10-22", "agency": "Reuters"}),
    ("BEIJING, May 16 (Xinhua) -- ", {"location": "Beijing", "date": "--05-16", "agency": "Xinhua"}),
    ("MOSCOW, September 23. /TASS/. ", {"location": "Moscow", "date": "--09-23", "agency": "TASS"}),
    ("New Delhi, Oct 16 (PTI) ", {"location": "New Delhi", "date": "--10-16", "agency": "Press Trust of India"}),
    ("Pune (Maharashtra) [India], Jan 13 (ANI): ",
        {"location": "Pune (Maharashtra) [India]", "date": "--01-13", "agency": "Asian News International"}),
    ("Bruselas, 7 oct (EFE).- ", {"location": "Bruselas", "date": "--10-07", "agency": "EFE"}),
    ("(ANSA) - ROMA, 28 LUG - ", {"location": "Roma", "date": "--07-28", "agency": "ANSA"}),
    ("Berlin (dpa) - ", {"location": "Berlin", "agency": "dpa"}),
    ("МОСКВА, 2 дек - РИА Новости. ", {"location": "Москва", "date": "--12-02", "agency": "RIA Novosti"}),
    ("КИЇВ. 2 грудня. УНІАН. ", {"location": "Київ", "date": "--12-02", "agency": "UNIAN"}),
    ("新华社北京12月2日电 ", {"location": "北京", "date": "--12-02", "agency": "Xinhua"}),
    ("本报郑州12月5日讯（记者李大河）",
        {"location": "郑州", "date": "--12-05", "own_paper": True, "authors": ["李大河"]}),
    ("【ソウル＝山田太郎】", {"location": "ソウル", "authors": ["山田太郎"]}),
    ("【ワシントン時事】", {"location": "ワシントン", "agency": "Jiji Press"}),
    ("(부산=연합뉴스) 김바다 기자 = ", {"location": "부산", "agency": "Yonhap", "authors": ["김바다"]}),
    ("دمشق (CNN) -- ", {"location": "دمشق", "agency": "CNN"}),
    ("تهران (ایرنا) - ", {"location": "تهران", "agency": "IRNA"}),
    ("OSLO, Dec. 2, 2024 /PRNewswire/ -- ", {"location": "Oslo", "date": "2024-12-02", "agency": "PR Newswire"}),
    ("TAMPA, FL / ACCESSWIRE / December 2, 2024 / ",
        {"location": "Tampa, FL", "date": "2024-12-02", "agency": "ACCESSWIRE"}),
    ("HALIFAX, Dec. 02, 2024 (GLOBE NEWSWIRE) -- ",
        {"location": "Halifax", "date": "2024-12-02", "agency": "GlobeNewswire"}),
    ("(CNN)", {"agency": "CNN"}),
    ("(CBS/AP) ", {"agency": "CBS News", "agencies": ["CBS News", "Associated Press"]}),
    ("By Ann Lee and Bo Day LAGOS (Reuters) - ",
        {"location": "Lagos", "agency": "Reuters", "authors": ["Ann Lee", "Bo Day"]}),
    ("LIMA/QUITO (Reuters) - ", {"location": "Lima/Quito", "locations": ["Lima", "Quito"], "agency": "Reuters"}),
    ("Frankfurt/Main (dpa) - ", {"location": "Frankfurt/Main", "agency": "dpa"}),
    ("Bonn (KNA/ab). ", {"location": "Bonn", "agency": "Katholische Nachrichten-Agentur", "service": "ab"}),
    ("WARSZAWA, 3 grudnia (PAP) - ", {"location": "Warszawa", "date": "--12-03", "agency": "PAP"}),
    ("Budapest, 2024. december 2., hétfő (MTI) - ", {"location": "Budapest", "date": "2024-12-02", "agency": "MTI"}),
    ("BUCUREŞTI, 2 dec (Agerpres) - ", {"location": "Bucureşti", "date": "--12-02", "agency": "Agerpres"}),
    ("ZAGREB, 2. prosinca (Hina) - ", {"location": "Zagreb", "date": "--12-02", "agency": "Hina"}),
    ("HÀ NỘI (TTXVN) - ", {"location": "Hà Nội", "agency": "Vietnam News Agency"}),
    ("ISLAMABAD, Dec 02 (APP): ",
        {"location": "Islamabad", "date": "--12-02", "agency": "Associated Press of Pakistan"}),
    ("नई दिल्ली, 16 अक्टूबर (भाषा) ", {"location": "नई दिल्ली", "date": "--10-16", "agency": "Press Trust of India"}),
    ("LIMA.- ", {"location": "Lima"}),
    ("LINZ – ", {"location": "Linz"}),
    ("EUGENE, Ore. — ", {"location": "Eugene, Ore."}),
    ("Ali YILMAZ/ADANA, (DHA)- ",
        {"location": "Adana", "agency": "Demirören Haber Ajansı", "authors": ["Ali Yılmaz"]}),
]  # fmt: skip


@pytest.mark.parametrize(("opening", "fields"), READ, ids=[opening for opening, _ in READ])
def test_a_dateline_gives_its_parts_and_where_the_story_begins(opening: str, fields: dict[str, Any]) -> None:
    """Each form is read whole, and what follows it is the untouched story."""
    found = dateline.parse(opening + STORY)
    assert found is not None
    assert found.to_dict() == fields
    assert (opening + STORY)[found.rest_starts_at :] == STORY


LEFT_ALONE = [
    "Marco Belluno (SPA): We played well and we deserved the point today, he said.",
    "Essen, Bochum, Rosenheim – die Verteilung der Mittel bleibt weiter umstritten.",
    "ANNA MARTINEZ-LOPEZ, BYLINE: It is a quiet morning in the harbour town.",
    "WOW – The photographs in this piece are some of the best I have seen here.",
    "UPDATE: many readers asked how the map was made, so here is the answer.",
    "MARIGOLDS - Repels beetles, ticks, silverfish and mosquitos all summer long.",
    "HARBOUR FEES — Marlow: the city council will raise them again next spring.",
    "According to a report by the Associated Press (AP), the bridge is closed.",
    "Коломна – город, похожий на музей под открытым небом и очень старый.",
    "Marlow—unlike, say, Denby—recognised that the campaign could not succeed.",
    "(With inputs from agencies.)",
    "London (Reuters) -",
]


@pytest.mark.parametrize("text", LEFT_ALONE)
def test_what_only_looks_like_a_dateline_is_left_alone(text: str) -> None:
    """Speakers, run-in headings, list entries and sentences keep their words."""
    assert dateline.parse(text) is None


def test_a_papers_own_sign_is_known_from_its_site() -> None:
    """The words before the dash are an agency only where the site bears the same name."""
    text = f"Harbour Ledger – {STORY}"
    found = dateline.parse(text, site="harbourledger.example.com".replace("example.", ""))
    assert found is not None
    assert found.agency == "Harbour Ledger"
    assert dateline.parse(text) is None


def test_an_outer_label_is_the_distributor() -> None:
    """Of two labels the inner one is the agency."""
    found = dateline.parse(f"Canadian Press - REGINA, Saskatchewan (AP) - {STORY}")
    assert found is not None
    assert (found.agency, found.distributor) == ("Associated Press", "The Canadian Press")
