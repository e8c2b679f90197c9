"""Which encoding bytes are in, and what happens to those that do not fit."""

from __future__ import annotations

import pytest

from cleaner.readers import read

META = '<!doctype html><html><head><meta charset="{}"></head><body><p>{}</p></body></html>'

SENTENCES = {
    "cp1250": "Źródło: premier zapowiedział, że łódź zostanie sprzedana, a świąteczne zakupy są droższe niż rok temu.",
    "cp1251": "Президент заявил, что переговоры продолжатся на следующей неделе в столице.",
    "koi8-r": "Президент заявил, что переговоры продолжатся на следующей неделе в столице.",
    "cp1253": "Ο πρωθυπουργός δήλωσε ότι οι συνομιλίες θα συνεχιστούν την επόμενη εβδομάδα.",
    "cp1255": "ראש הממשלה אמר כי השיחות יימשכו בשבוע הבא בבירה.",
    "cp1256": "قال رئيس الوزراء إن المحادثات ستستمر الأسبوع المقبل في العاصمة.",
    "cp932": "首相は来週、首都で交渉が続くと述べた。野党は反対している。",
    "gb18030": "总理表示，谈判将于下周在首都继续进行。反对派表示反对。",
    "big5": "總理表示，談判將於下週在首都繼續進行。反對派表示反對。",
    "cp949": "총리는 다음 주 수도에서 협상이 계속될 것이라고 말했다. 야당은 반대한다.",
    "cp1252": "Le président a déclaré : « Ça ira », à Genève, où l’été fut très chaud.",
}


@pytest.mark.parametrize("codec", SENTENCES)
def test_the_encoding_of_flattened_text_is_found_from_its_bytes(codec: str) -> None:
    """One sentence is enough, in any of the legacy encodings of the web."""
    page = read(SENTENCES[codec].encode(codec))
    assert page.lines[0].text == SENTENCES[codec]
    assert page.repairs == ()


@pytest.mark.parametrize(
    ("codec", "text"),
    [
        ("cp1252", "Die Bürger müssen größere Beträge für Öl und Gas zahlen, erklärte der Präsident in Köln."),
        ("cp1252", "A inflação não diminuiu, disse o ministro; a situação é difícil para as famílias."),
        ("cp1252", "The minister said: “We won’t go.” “I’m sure it’s true,” she said — they didn’t agree."),
        ("cp1250", "Vláda schválila nový zákon, který příští rok zvýší daně z příjmů; opozice ho kritizuje."),
        ("cp1250", "A kormány új törvényt fogadott el, amely jövőre növeli az adókat; az ellenzék bírálja."),
        (
            "cp1250",
            "Vlada je usvojila zakon koji će sljedeće godine povećati poreze, rekao je premijer u četvrtak uveče.",
        ),
        ("cp1254", "Başbakan görüşmelerin önümüzdeki hafta başkentte süreceğini açıkladı."),
        ("cp1257", "Vyriausybė patvirtino naują įstatymą, kuris kitąmet padidins mokesčius."),
    ],
)
def test_latin_encodings_are_told_apart_by_the_letters_of_a_language(codec: str, text: str) -> None:
    """Accents are few, but they fit one alphabet under the right encoding only."""
    assert read(text.encode(codec)).lines[0].text == text


@pytest.mark.parametrize(
    ("label", "codec"),
    [
        ("iso-8859-1", "cp1252"),
        ("ISO-8859-9", "cp1254"),
        ("windows-1251", "cp1251"),
        ("gb2312", "gb18030"),
        ("Shift_JIS", "cp932"),
        ("x-sjis", "cp932"),
        ("euc-kr", "cp949"),
        ("iso-2022-jp", "iso2022_jp"),
    ],
)
def test_a_declared_charset_is_read_as_browsers_read_it(label: str, codec: str) -> None:
    """Labels of the standard name their windows supersets."""
    story = {"cp1252": "“Été”", "cp1254": "“şu”", "cp1251": "Мир"}.get(codec, "首都" if codec != "cp949" else "수도")
    page = read(META.format(label, story).encode(codec))
    assert page.root.find(".//p").text == story


def test_an_xml_declaration_counts_like_a_meta() -> None:
    """XHTML names its charset in its first line."""
    markup = '<?xml version="1.0" encoding="windows-1251"?><html><body><p>Мир</p></body></html>'
    assert read(markup.encode("cp1251")).root.find(".//p").text == "Мир"


def test_valid_utf_8_is_read_as_such_whatever_a_page_declares() -> None:
    """An old meta on a page served as UTF-8 gives no mojibake."""
    page = read(META.format("iso-8859-1", "naïve café").encode())
    assert page.root.find(".//p").text == "naïve café"
    assert page.encoding == "utf-8"


@pytest.mark.parametrize("label", ["hex", "rot13", "utf-7", "idna", "no-such", "", "undefined", "utf-16"])
def test_a_charset_that_no_page_is_written_in_is_passed_over(label: str) -> None:
    """Python's other codecs are not for pages."""
    assert "Caf\xe9" in read(META.format(label, "Caf\xe9").encode("latin-1")).lines[0].text


def test_a_charset_quoted_in_flattened_text_declares_nothing() -> None:
    """Only markup speaks of itself."""
    text = "Set <meta charset=koi8-r> on the page, she said. The café closed. " + "It opened again. " * 9
    assert "café" in read(text.encode("cp1252")).lines[0].text


def test_a_few_broken_bytes_in_utf_8_are_shown_and_counted() -> None:
    """Damage does not turn a UTF-8 page into windows-1252."""
    page = read("Größe und Güte für alle Bürger ".encode() * 20 + b"a\xff\xfeb\xe2\x82")
    assert page.encoding == "utf-8"
    assert page.lines[0].text.endswith("a��b��")
    assert page.repairs == ("undecodable-bytes: 4 shown as U+FFFD",)


def test_half_a_character_at_the_end_of_utf_16_is_counted() -> None:
    """Wide encodings have faults that are no single byte."""
    page = read("Hafen offen".encode("utf-16") + b"x")
    assert page.lines[0].text == "Hafen offen�"
    assert page.repairs == ("undecodable-bytes: 1 shown as U+FFFD",)


def test_nul_bytes_in_text_are_removed_and_counted() -> None:
    """NULs between words are a writer's fault, not a binary file."""
    page = read(b"The harbour\0 reopened\0.\n")
    assert page.lines[0].text == "The harbour reopened."
    assert page.repairs == ("nul-bytes: 2 removed",)


def test_lone_surrogates_in_a_string_are_shown_and_counted() -> None:
    """They cannot be written in any encoding, so they must not get further."""
    for kind in ("text", "html"):
        page = read("The har\ud800bour\udfff", kind=kind)
        assert page.lines[0].text == "The har�bour�"
        assert page.repairs == ("lone-surrogates: 2 shown as U+FFFD",)
