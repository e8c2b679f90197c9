"""The language of a page: told from a sentence or two, never guessed."""

from __future__ import annotations

import pytest

from cleaner.segment import detect
from cleaner.segment.language import GLANCE

SENTENCES = {
    "en": "The council has voted to keep the old bath open, and most of "
    "the people who swim there were pleased with it.",
    "de": "Der Rat hat beschlossen, das alte Bad nicht zu schließen, und "
    "die meisten Besucher sind mit der Lösung zufrieden.",
    "fr": "Le conseil a décidé de ne pas fermer la vieille piscine, et "
    "la plupart des nageurs sont contents de cette décision.",
    "es": "El ayuntamiento ha decidido que la vieja piscina no se cierra, y "
    "la mayoría de los vecinos están contentos con ello.",
    "it": "Il consiglio ha deciso di non chiudere la vecchia piscina, e la "
    "maggior parte dei cittadini è contenta della scelta.",
    "pt": "A câmara decidiu que a velha piscina não vai fechar, e a maioria "
    "dos moradores ficou contente com a decisão do executivo.",
    "nl": "De gemeenteraad heeft besloten dat het oude zwembad niet dicht gaat, en "
    "de meeste bezoekers zijn daar heel blij mee.",
    "sv": "Kommunen har beslutat att det gamla badet inte ska stängas, och de "
    "flesta som simmar där är glada över det.",
    "pl": "Rada zdecydowała, że stary basen nie zostanie zamknięty, a większość mieszkańców "
    "jest z tego bardzo zadowolona, choć nie wszyscy.",
    "ru": "Городской совет решил, что старый бассейн не будет закрыт, "
    "и большинство жителей были рады этому решению.",
    "tr": "Belediye meclisi eski yüzme havuzunun kapanmaması için karar aldı ve "
    "bu karar çok sayıda kişi tarafından iyi karşılandı.",
    "ar": "قرر المجلس أن يبقى المسبح القديم مفتوحا حتى نهاية العام، وقال كثير من "
    "السكان إن هذا القرار من أفضل ما حدث في المدينة.",
    "hi": "परिषद ने फैसला किया है कि पुराना तालाब बंद नहीं होगा और शहर के अधिकतर लोग इस फैसले से खुश हैं।",
    "ja": "市議会は古い公衆浴場を来年の三月末まで残すことを決め、多くの利用者がその決定を喜んだ。",
    "zh": "市议会决定把旧游泳池保留到明年三月底，大多数居民都对这个决定感到高兴。",
    "ko": "시의회는 오래된 수영장을 내년 삼월 말까지 유지하기로 결정했고 대부분의 주민들이 이 결정을 반겼다.",
    "el": "Το δημοτικό συμβούλιο αποφάσισε ότι η παλιά πισίνα δεν "
    "θα κλείσει, και οι περισσότεροι κάτοικοι χάρηκαν.",
    "vi": "Hội đồng thành phố đã quyết định không đóng cửa bể bơi cũ và "
    "phần lớn người dân rất vui với quyết định này.",
}  # fmt: skip


@pytest.mark.parametrize("language", SENTENCES)
def test_one_sentence_tells_its_language(language: str) -> None:
    """A sentence of ordinary words is enough, in scripts with and without spaces."""
    assert detect([SENTENCES[language]]) == language


@pytest.mark.parametrize(("near", "sentence"), [
    ("de", "Das ist nicht mehr als ein Anfang, sagte er, aber wir werden "
     "auch den Rest noch in diesem Jahr schaffen."),
    ("nl", "Dat is niet meer dan een begin, zei hij, maar we zullen ook "
     "de rest nog in dit jaar voor elkaar krijgen."),
    ("es", "Eso no es más que el comienzo, dijo, pero también vamos a terminar "
     "lo que falta antes de que acabe este año."),
    ("pt", "Isso não é mais do que o começo, disse ele, mas também vamos "
     "terminar o que falta até ao fim deste ano."),
    ("uk", "Це лише початок, сказав він, але ми також зробимо все, що треба, ще до того, як закінчиться цей рік."),
])  # fmt: skip
def test_languages_that_look_alike_are_told_apart(near: str, sentence: str) -> None:
    """German and Dutch, Spanish and Portuguese, Ukrainian and Russian share many words and letters."""
    assert detect([sentence]) == near


def test_the_language_of_most_of_the_text_is_the_pages() -> None:
    """A foreign menu and a quoted sentence do not outweigh the story."""
    story = [SENTENCES["fr"]] * 4
    assert detect(["Home", "News", "Sign in", SENTENCES["en"], *story]) == "fr"


def test_a_long_menu_does_not_hide_the_language_of_the_story() -> None:
    """What the longest line leaves open, a second look at more of the page tells."""
    menu = " ".join(f"Brelno{index} vastik ormu delphane kiruts" for index in range(120))
    assert len(menu) > GLANCE
    assert detect([menu]) is None
    assert detect([menu, *[SENTENCES["de"]] * 60]) == "de"


def test_the_order_of_the_blocks_does_not_matter() -> None:
    """What a page is in does not hang on where its paragraphs stand."""
    texts = [SENTENCES["de"], SENTENCES["de"], SENTENCES["en"], "Menü", "Suche"]
    assert detect(texts) == detect(reversed(texts)) == "de"


def test_latin_names_in_an_asian_text_do_not_change_its_language() -> None:
    """Brand names and numbers stand in every Japanese and Korean story."""
    assert detect([SENTENCES["ja"] + " Aldermoor Leisure Ltd"]) == "ja"
    assert detect([SENTENCES["ko"] + " Aldermoor Leisure Ltd 2024"]) == "ko"


@pytest.mark.parametrize(
    "texts", [[], [""], ["   "], ["12.12.2024", "1 | 2 | 3"], ["—", "…", "★★★"], ["News", "Sport"], ["Aldermoor"]]
)
def test_what_is_no_running_text_has_no_language(texts: list[str]) -> None:
    """Numbers, signs and a handful of words: nothing is guessed."""
    assert detect(texts) is None


def test_a_text_half_in_one_language_and_half_in_another_gets_one_of_them_or_none() -> None:
    """A close vote may stay open, but never goes to a third language."""
    assert detect([SENTENCES["en"], SENTENCES["de"]]) in ("en", "de", None)


def test_words_of_no_known_language_are_left_open() -> None:
    """Invented words hold no function words."""
    assert detect(["Brelno vastik ormu delphane kiruts wendolar bristi quonfel marotti zuvendra halpo"]) is None
