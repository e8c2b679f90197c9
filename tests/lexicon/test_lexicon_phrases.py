"""The phrase tables: their form, what they must cover, and what they find and leave alone."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib import resources

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleaner.lexicon import CATEGORIES, function_words, marks, marks_of
from cleaner.lexicon.folding import fold, fold_all
from cleaner.lexicon.gather import as_json, gather
from cleaner.model import Mark

Table = dict[str, dict[str, list[str]]]

LANGUAGES = (
    "en", "de", "fr", "es", "it", "pt", "nl", "pl", "cs", "ru", "uk", "el", "tr", "ar",
    "fa", "he", "hi", "zh", "ja", "ko", "sv", "no", "da", "fi", "id", "vi", "hu", "ro",
)  # fmt: skip
SMALLER = (
    "ca", "sk", "hr", "sr", "bg", "ms", "af", "sw", "th", "bn", "ur", "et", "lv", "lt",
    "be", "sl",
)  # fmt: skip
EVERYWHERE = (
    "menu", "section", "trending", "latest", "related", "share", "newsletter", "advertisement",
    "comments", "copyright", "terms", "contact", "byline", "read_more",
    "about_author", "embed", "disclosure", "gallery", "call_out",
)  # fmt: skip
# Categories that tell of the story itself: finding them in a sentence does no harm.
OF_THE_STORY = {"byline", "published", "modified", "source", "credit", "correction", "caption"}

FURNITURE = (
    ("Skip to main content", "menu"),
    ("TRENDING", "trending"),
    ("Most Read", "trending"),
    ("Latest News", "latest"),
    ("You may also like", "related"),
    ("ALSO READ: Council votes on the bridge", "related"),
    ("OPINION / BLOG / INTERVIEW", "columns"),
    ("Connect us on", "follow"),
    ("LinkedIn Quora Youtube RSS", "network"),
    ("Subscribe to our Newsletter", "newsletter"),
    ("Story continues below advertisement", "advertisement"),
    ("Give Feedback", "feedback"),
    ("© Copyright 2024", "copyright"),
    ("This material may not be published, broadcast, rewritten or redistributed.", "copyright"),
    ("You have reached your limit of free articles this month.", "paywall"),
    ("12 Comments", "comments"),
    ("Report abuse", "comment_tool"),
    ("We use cookies to improve your visit.", "cookie"),
    ("4 min read", "tool"),
    ("Video player is loading.", "player"),
    ("Filed Under: Harbour, Fish", "tags"),
    ("You are here: Home", "breadcrumb"),
    ("EDITIONS", "edition"),
    ("Lesen Sie auch: Der neue Hafen", "related"),
    ("Meistgelesen", "trending"),
    ("– Anzeige –", "advertisement"),
    ("Impressum", "terms"),
    ("© 2023 Alle Rechte vorbehalten", "copyright"),
    ("À LIRE AUSSI", "related"),
    ("Les plus lus", "trending"),
    ("La suite après cette publicité", "advertisement"),
    ("Lo más leído", "trending"),
    ("Te puede interesar: el puente nuevo", "related"),
    ("Suscríbete a nuestro boletín", "newsletter"),
    ("Leggi anche", "related"),
    ("Riproduzione riservata ©", "copyright"),
    ("Continua após a publicidade", "advertisement"),
    ("Mais lidas", "trending"),
    ("Lees ook: de nieuwe brug", "related"),
    ("Meest gelezen", "trending"),
    ("Czytaj także: Nowy most", "related"),
    ("Mohlo by vás zajímat", "related"),
    ("Читайте также: новый мост", "related"),
    ("Останні новини", "latest"),
    ("ΔΙΑΒΑΣΤΕ ΕΠΙΣΗΣ", "related"),
    ("SON DAKİKA", "latest"),
    ("İlgili Haberler", "related"),
    ("اقرأ أيضا", "related"),
    ("جميع الحقوق محفوظة © 2022", "copyright"),
    ("پربازدیدترین‌ها", "trending"),
    ("כל הזכויות שמורות", "copyright"),
    ("यह भी पढ़ें: नया पुल", "related"),
    ("相关新闻", "related"),
    ("热门文章", "trending"),
    ("版權所有", "copyright"),
    ("アクセスランキング", "trending"),
    ("関連記事", "related"),
    ("많이 본 뉴스", "trending"),
    ("무단전재 및 재배포 금지", "copyright"),
    ("Läs också: Den nya bron", "related"),
    ("Les også: Den nye brua", "related"),
    ("Mest læste", "trending"),
    ("Luetuimmat", "trending"),
    ("Baca Juga: Jembatan baru", "related"),
    ("Tin liên quan", "related"),
    ("Kapcsolódó cikkek", "related"),
    ("Citește și: Podul nou", "related"),
    ("Súvisiace články", "related"),
    ("Najčitanije", "trending"),
    ("Свързани новини", "related"),
    ("ข่าวที่เกี่ยวข้อง", "related"),
    ("আরও পড়ুন", "related"),
    ("Mara Lind is a reporter for the Courier", "about_author"),
    ("Mara Lind ist Redakteurin im Ressort Küste.", "about_author"),
    ("Mara Lind est journaliste au service des régions.", "about_author"),
    ("Mara Lind es periodista y escribe sobre puertos.", "about_author"),
    ("Mara Lind è giornalista e scrive di porti.", "about_author"),
    ("Mara Lind é jornalista formada em Lisboa.", "about_author"),
    ("Mara Lind is redacteur bij de Havenbode.", "about_author"),
    ("Mara Lind jest dziennikarką portalu.", "about_author"),
    ("Mara Lind je redaktorka deníku.", "about_author"),
    ("Мара Линд — корреспондент отдела новостей.", "about_author"),
    ("Мара Лінд — журналістка відділу новин.", "about_author"),
    ("Η Μάρα Λιντ είναι δημοσιογράφος.", "about_author"),
    ("Mara Lind, gazetenin liman muhabiridir.", "about_author"),
    ("مارا ليند صحفية مستقلة تقيم في الميناء", "about_author"),
    ("مارا لیند خبرنگار است", "about_author"),
    ("מרה לינד היא עיתונאית", "about_author"),
    ("मारा लिंड वरिष्ठ पत्रकार हैं", "about_author"),
    ("作者简介：林玛拉，港口报记者", "about_author"),
    ("筆者プロフィール:港湾を取材", "about_author"),
    ("필자는 항구신문 기자다", "about_author"),
    ("Mara Lind är reporter på Hamnbladet.", "about_author"),
    ("Mara Lind er journalist i Havnebladet.", "about_author"),
    ("Mara Lind on toimittaja.", "about_author"),
    ("Mara Lind adalah jurnalis.", "about_author"),
    ("Mara Lind là phóng viên của báo Bến Cảng.", "about_author"),
    ("A szerző újságíró.", "about_author"),
    ("Mara Lind este jurnalistă.", "about_author"),
    ("View this post on Instagram", "embed"),
    ("An dieser Stelle finden Sie externen Inhalt, der den Artikel ergänzt.", "embed"),
    ("Accepter les cookies pour voir ce contenu", "embed"),
    ("Por favor, activa JavaScript", "embed"),
    ("Následuje obsah vložený z jiného webu.", "embed"),
    ("This article is more than 5 years old", "disclosure"),
    ("Diese Seite enthält Affiliate-Links.", "disclosure"),
    ("Tento text byl přeložen automaticky.", "disclosure"),
    ("전체 내용을 이해하기 위해서는 기사 본문과 함께 읽어야 합니다.", "disclosure"),
    ("Cet article a été traduit par un outil.", "disclosure"),
    ("View gallery", "gallery"),
    ("이미지 확대보기", "gallery"),
    ("Have your say in the comments", "call_out"),
    ("Was meinen Sie? Schreiben Sie es in die Kommentare.", "call_out"),
    ("Faça parte do grupo do jornal no WhatsApp", "follow"),
    ("Unlimited online access to the Courier", "subscribe"),
    ("CLICK HERE TO GET THE COURIER APP", "app"),
)

STORY = (
    "The harbour board met on Tuesday to discuss the new breakwater and its cost.",
    "By the time the ferry left, the queue reached back to the market square.",
    "He said the most popular dish was the one his mother had cooked for years.",
    "More than forty people were told to leave their homes before midnight.",
    "The company said it would share its results with the regulator next week.",
    "She follows the rules and expects the council to follow them too.",
    "Police asked witnesses for their comments on the latest fire in the old mill.",
    "The minister rejected the terms and conditions of the loan as an insult.",
    "Related costs rose by a third while the newsletter of the union fell silent.",
    "Readers wrote hundreds of letters about the trend towards smaller houses.",
    "Copyright law was changed last year, and publishers are still arguing about it.",
    "Advertising on the trams brings the town about two million a year.",
    "The app was downloaded by thousands of farmers within a day, the ministry said.",
    "Cookies and tea were served before the judges read out the names of the winners.",
    "Der Stadtrat stimmte am Abend über den neuen Hafen ab, der Bürgermeister blieb fern.",
    "Die Anzeige gegen den Fahrer wurde nach Angaben der Polizei zurückgezogen.",
    "Le maire a refusé de commenter la décision du tribunal avant la fin de la semaine.",
    "La publicité pour le tabac est interdite depuis longtemps dans ce pays.",
    "El alcalde dijo que la opinión de los vecinos será escuchada antes del verano.",
    "Los comentarios del ministro provocaron una protesta frente al palacio.",
    "Il sindaco ha detto che la redazione del piano richiederà almeno due anni.",
    "O prefeito disse que a assinatura do contrato ficou para o próximo mês.",
    "De burgemeester zei dat de brug pas volgend jaar weer open kan voor verkeer.",
    "Burmistrz powiedział, że nowy most zostanie otwarty dopiero na wiosnę.",
    "Starosta uvedl, že oprava mostu potrvá nejméně do konce příštího roku.",
    "Мэр города сообщил, что новый мост откроют для машин только весной.",
    "Мер міста повідомив, що новий міст відкриють для машин лише навесні.",
    "Ο δήμαρχος δήλωσε ότι η νέα γέφυρα θα ανοίξει για τα αυτοκίνητα την άνοιξη.",
    "Belediye başkanı yeni köprünün ancak ilkbaharda trafiğe açılacağını söyledi.",
    "قال رئيس البلدية إن الجسر الجديد سيفتح أمام السيارات في الربيع المقبل.",
    "شهردار گفت پل تازه در بهار سال آینده به روی خودروها باز می‌شود.",
    "ראש העיר אמר כי הגשר החדש ייפתח לתנועה רק באביב הקרוב.",
    "मेयर ने कहा कि नया पुल अगले वसंत में गाड़ियों के लिए खोला जाएगा।",
    "市长表示，新桥将于明年春天通车，届时居民过河只需五分钟。",
    "市長表示，新橋將於明年春天通車，屆時居民過河只需五分鐘。",
    "市長は、新しい橋は来年の春に開通する見通しだと述べた。",
    "시장은 새 다리가 내년 봄에 개통될 것이라고 말했다.",
    "Borgmästaren sade att den nya bron öppnas för trafik först till våren.",
    "Ordføreren sa at den nye brua åpner for trafikk først til våren.",
    "Borgmesteren sagde, at den nye bro først åbner for trafik til foråret.",
    "Kaupunginjohtaja sanoi, että uusi silta avataan liikenteelle vasta keväällä.",
    "Wali kota mengatakan jembatan baru itu akan dibuka pada musim kemarau.",
    "Thị trưởng nói cây cầu mới sẽ thông xe vào mùa xuân năm tới.",
    "A polgármester szerint az új híd csak tavasszal nyílik meg a forgalom előtt.",
    "Primarul a declarat că noul pod va fi deschis circulației abia în primăvară.",
)


@cache
def _tables() -> dict[str, Table]:
    folder = resources.files("cleaner.lexicon") / "phrases"
    return {
        entry.name.removesuffix(".toml"): tomllib.loads(entry.read_text(encoding="utf-8"))
        for entry in folder.iterdir()
        if entry.name.endswith(".toml")
    }


def _of_furniture(found: tuple[Mark, ...]) -> list[Mark]:
    return [mark for mark in found if mark.place != "start" and mark.category not in OF_THE_STORY]


def test_every_language_of_the_plan_has_a_table() -> None:
    """A language's table cannot be lost or added unnoticed."""
    assert set(_tables()) == {*LANGUAGES, *SMALLER}


@pytest.mark.parametrize("language", [*LANGUAGES, *SMALLER])
def test_a_table_has_known_names_and_unique_phrases(language: str) -> None:
    """A misspelt category or list would never be looked up, an empty phrase would match everywhere."""
    table = dict(_tables()[language])
    assert set(table.pop("words")) == {"function"}
    assert set(table) <= CATEGORIES
    for category, lists in table.items():
        assert set(lists) <= {"line", "start", "within"}, category
        for name, phrases in lists.items():
            assert phrases, (category, name)
            assert all(isinstance(phrase, str) and phrase.strip() == phrase != "" for phrase in phrases), category
            assert len(set(phrases)) == len(phrases), (category, name)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_main_language_covers_what_every_news_site_prints(language: str) -> None:
    """The categories that nearly every page shows have phrases in each main language."""
    assert not [category for category in EVERYWHERE if category not in _tables()[language]]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_main_language_has_forty_function_words(language: str) -> None:
    """Fewer would make the guess of a page's language a matter of luck."""
    assert len(function_words()[language]) >= 40


def test_english_knows_every_category() -> None:
    """English is the table that the others are measured by."""
    assert set(_tables()["en"]) - {"words"} == CATEGORIES


@pytest.mark.parametrize(("line", "category"), FURNITURE)
def test_a_line_of_page_furniture_is_marked(line: str, category: str) -> None:
    """A line that sites print around their stories is found under the category it belongs to."""
    assert category in {mark.category for mark in marks(fold(line))}


@pytest.mark.parametrize("sentence", STORY)
def test_a_sentence_of_a_story_is_not_furniture(sentence: str) -> None:
    """Story prose gets no mark that would count against it wherever it stands in the line."""
    assert _of_furniture(marks(fold(sentence))) == []


def test_the_gathered_file_holds_what_the_tables_say() -> None:
    """`python -m cleaner.lexicon.gather` was run after the last change of a table."""
    gathered = (resources.files("cleaner.lexicon") / "phrases.json").read_text(encoding="utf-8")
    assert gathered == as_json(gather())


# Texts as blocks have them: single spaces, no line end; phrases, look-alikes and characters that fold oddly among them.
BLOCK_TEXTS = st.lists(
    st.lists(
        st.sampled_from(
            ["Related stories", "Share", "shares", "©", "2024", "“Read more”", "İ", "ß", "…", "分享", "ǰ", "\u0301a"]
        ),
        min_size=1,
        max_size=6,
    ).map(" ".join),
    max_size=12,
)


@given(texts=BLOCK_TEXTS)
def test_a_page_is_folded_as_its_blocks_are(texts: list[str]) -> None:
    """One pass over all texts, short and long, changes nothing."""
    assert fold_all(texts) == [fold(text) for text in texts]
    assert fold_all(texts * 40) == [fold(text) for text in texts] * 40


@given(texts=BLOCK_TEXTS)
def test_a_page_is_marked_as_its_blocks_are(texts: list[str]) -> None:
    """No phrase is found across two texts, and none is lost at a text's end."""
    folded = [fold(text) for text in texts]
    assert marks_of(folded) == [marks(text) for text in folded]
