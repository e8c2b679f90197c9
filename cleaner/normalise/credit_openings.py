"""The words that open a clause of credits (`Reporting by`, `Mitarbeit:`, `Fotos:`), by role and in many languages."""

from __future__ import annotations

import re

from cleaner.normalise.tokens import lowered

# By role. Roles are tried in this order: `additional reporting` is not `reporting`.
_FORMS = {
    "contributors": (
        r"\(?additional reporting by", r"additional reporting:", r"with (?:additional )?reporting (?:by|from)",
        r"compiled by", r"with assistance (?:by|from)", r"with contributions? (?:by|from)", r"with files from",
        r"(?:unter )?mitarbeit(?: von)?\s?:?", r"additional writing by", r"reporte adicional de",
        r"reportagem adicional de", r"con (?:el )?reporte de", r"con la colaboración de", r"con reportería de",
        r"com reportagem de", r"com a colaboração de", r"avec la (?:contribution|collaboration) de",
        r"con la collaborazione di", r"ha collaborato", r"mit beiträgen von", r"weiterer bericht von",
        r"reportage additionnel de", r"contribution de", r"con reporte adicional de", r"con aportes de",
        r"mit unterstützung von", r"zusätzliche berichterstattung(?: von|:)?", r"weitere berichterstattung(?: von|:)?",
        r"m[ei]t medewerking van", r"med bidrag från", r"med bidrag fra", r"colaboró", r"colaboraron",
    ),
    "writers": (
        # Two tasks of the same people; whoever asks reads which.
        r"(?:reporting|writing|editing) and (?:reporting|writing|editing) by",
        r"(?:writing|written|rewritten) by", r"geschrieben von", r"escrito por", r"rédigé par", r"redatto da",
        r"[eé]crit par", r"texte de", r"scritto da", r"geschreven door", r"tekst av", r"redacción de",
        r"redação de",
    ),
    # Whoever did neither reporting nor editing ends the clause before, and is none of the text's.
    "others": (
        r"version (?:française|originale)(?: (?:de|par))?", r"traduit par", r"traduction(?: de)?\s?:?",
        r"traducción de",
        r"traducid[oa] por", r"traducción:", r"tradução de", r"traduzid[oa] por", r"tradotto da", r"traduzione di",
        r"translat(?:ed|ion) by", r"übersetzt von", r"übersetzung\s?:", r"vertaald door", r"(?:fact|graphics?"
        r"|video|data"
        r"|illustrations?|design|audio|production|development|research)(?:[- ](?:checking|editing|analysis"
        r"|illustration))? by",
        r"(?:produced|illustrated|designed|fact-checked) by", r"grafik\s?:", r"infografik\s?:", r"layout\s?:",
        r"(?:校[对對]|[审審]核|[监監][制製]|[统統][筹籌]|翻[译訳譯])\s?[:：]",
    ),
    "editors": (
        r"(?:editing|edited|edit) by", r"redaktion\s?:", r"redakteur(?:in)?\s?:", r"redaktør\s?:",
        r"editor(?:in)?\s?:", r"editore?s?\s?:", r"editing\s?:", r"[责責]任[编編][辑輯]\s?[:：]",
        r"[责責][编編]\s?[:：]",
        r"編集\s?[:：]",
        r"[编編][辑輯]\s?[:：]", r"редактор\s?:?(?= )", r"edición de", r"edición\s?:", r"edição de", r"edição\s?:",
        r"editad[oa] por", r"redazione\s?:", r"édité par", r"edité par", r"édition\s?(?::|de)", r"redakcja\s?:",
        r"redigiert von:?", r"redigerad av", r"redigert av", r"redigeret af", r"penyunting\s?:", r"editör\s?:",
        r"szerkesztette\s?:?", r"oprac\.:?", r"opracowa(?:ł|ła|nie)\s?:?", r"a cura di", r"편집\s?[:=]",
        r"επιμέλεια\s?:", r"تحرير\s?:", r"संपादन\s?:", r"biên tập\s?:",
    ),
    "reporters": (
        r"(?:reporting|reported) by", r"reporting\s?:", r"reportage(?: de)?(?!\w)", r"reporte de",
        r"report(?:er|aje|agem)\s?:", r"reportagem de", r"reportaje de", r"bericht von:?", r"pewarta\s?:",
        r"muhabir\s?:", r"记者\s?[:：]", r"記者\s?[:：]", r"采写\s?[:：]", r"wartawan\s?:", r"(?<=\()por(?= )",
    ),
    "agencies": (
        r"\(?with (?:agency )?(?:inputs?|information|reports?|material|files|contributions?) from",
        r"\(?inputs? (?:from|by)", r"\(?con información de(?: las?)?", r"\(?com informações d[aeo]s?",
        r"\(?com (?=[\w/, ]{2,30}\)?$)", r"\(?avec", r"\(?mit (?:material|inhalten|informationen) (?:von|der|des)",
        r"\(?mit", r"\(?con (?=[\w/, ]{2,30}\)?$)", r"\(?med (?:material|innehåll|innhold) fra?n?",
        r"इनपुट\s?[:\-–]", r"s využitím", r"za:", r"met (?:informatie|medewerking) van",
    ),
    "photographers": (
        r"(?:photos?|photograph(?:y|s)?|pictures?|images?|fotos?|bild(?:er)?|kuvat?|zdjęci[ea]|zdj\."
        r"|fot\.|фото|ph|ảnh|fotó|kép|fotoğraf|φωτο(?:γραφία)?|φωτό|fotografía|fotografia|imagen|imagem"
        r"|immagine|foto's|fotografie|фотография|عکس|تصوير|الصورة|صورة|צילום|写真|撮影|図|摄影|攝影|图片?|圖|사진|फोटो|छवि"
        r"|ছবি)\s*(?:by|von|por|de|di|:|：|=|/(?=[\u3400-\u9fff]))",
        r"fot\.", r"zdj\.", r"autor (?:zdjęcia|zdjęć|fotografii|fotografije|foto)\s?:", r"photographer\s?:",
        r"fotógraf[oa]\s?:", r"fotograf\s?:", r"photographe\s?:", r"фотограф\s?:", r"(?:photo|image"
        r"|picture) credits?\s*:?", r"bildquelle\s?:",
        r"źródło zdjęcia(?: głównego)?\s?:", r"crédits?(?: photos?)?\s?:", r"crédits? photos?",
        r"crédito(?: da)?(?: foto| imagem)?\s?:", r"fotocredit\s?:", r"fuente (?:de la )?(?:foto|imagen)\s?:",
        r"sursă? foto\s?:", r"zdroj foto\s?:", r"izvor foto\s?:", r"foto izvor\s?:", r"写真提供\s?[:：]",
        r"nguồn ảnh\s?:", r"sumber foto\s?:", r"kuvalähde\s?:", r"bildnachweis\s?:", r"beeld\s?:",
    ),
}  # fmt: skip
# For lines in lower case, which `re` tries far faster than both cases.
_OPENING = re.compile(
    r"(?<!\w)(?:" + "|".join(rf"(?P<{role}>{'|'.join(forms)})" for role, forms in _FORMS.items()) + ")"
)
# How those of plain letters begin: most lines are done with after a look at two characters.
_BEGINNINGS = frozenset(
    {
        "(a", "(c", "(i", "(m", "(w", "a ", "ad", "au", "av", "be", "bi", "co", "cr", "da", "de", "ec", "ed", "es",
        "fa", "fo", "fu", "ge", "gr", "ha", "il", "im", "in", "iz", "ku", "la", "me", "mi", "mu", "ng", "op", "pe",
        "ph", "pi", "po", "pr", "re", "s ", "sc", "su", "sz", "te", "tr", "un", "ve", "vi", "wa", "we", "wi", "wr",
        "za", "zd", "zu",
    }
)  # fmt: skip
# What may stand before the first clause.
_LEAD = re.compile(r"[ (（【–—\-*•\[]*+(?:FILE[ (–—\-*•\[]*+)?+")


def read(line: str) -> list[re.Match[str]]:
    """Every opening of a line that begins with one, its role being its last group; nothing of other lines."""
    lead = None if line[0].isalnum() and not line.startswith("FILE") else _LEAD.match(line)
    at, lower = lead.end() if lead else 0, lowered(line)
    begun = lower[at : at + 2]
    if (begun.isascii() and begun not in _BEGINNINGS) or not _OPENING.match(lower, at):
        return []
    return list(_OPENING.finditer(lower, at))
