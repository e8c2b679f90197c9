"""Credit lines at a story's end: who reported, wrote, edited and contributed, and whose pictures they are."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from cleaner.normalise import closing_signs, names, tables
from cleaner.normalise.tokens import label_words, lowered

LONGEST = 600
_CITY = re.compile(r"\s+(?:in|from|at|at the|of|en|à|aus)\s+(?:the\s+)?[A-Z][^,;&]{1,40}?(?=\s+and\s+[A-Z]|,|;|&|$)")
# The words that open a clause, by role. Roles are tried in this order: `additional reporting` is not `reporting`.
_OPENINGS = {
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
        # Two tasks of the same people; `_roles` tells which.
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
_OPENING = re.compile("|".join(rf"(?P<{role}>(?<!\w)(?:{'|'.join(forms)}))" for role, forms in _OPENINGS.items()))
_TASKS = (("reporting", "reporters"), ("writing", "writers"), ("editing", "editors"))
# What may stand before the first clause.
_LEAD = re.compile(r"[ (（【–—\-*•\[]*+(?:FILE[ (–—\-*•\[]*+)?+")
_CONTRIBUTED = re.compile(
    r"^\(?(?:[–—-]\s*)?(?P<who>[^.;()]{2,160}?)\s+(?:also\s+)?"
    r"(?:contributed(?: to this| to the| (?:additional )?reporting|\.?$)|provided additional reporting|a contribué à"
    r"|ont contribué à|contribuy[óe]|contribuyeron|contribuiu para|contribuíram para|ha contribuito|hanno contribuito"
    r"|trugen? zu|haben? zu dies|droeg bij aan|droegen bij aan)",
)
_CONTRIBUTED_STEM = re.compile("ontribu|trug|additional reporting|droeg|zu dies")
_GENERIC = re.compile(
    r"^\(?\s*(?:with|mit|avec|con|com|med|z)?\s*(?:inputs?|information|reports|material)?\s*(?:from|by|von|de"
    r"|der)?\s*"
    r"(?:(?:various|other|news|the|wire|press) ){0,3}"
    r"(?:agency|agencies|agenturen|agentur|agences|agencias|agenzie|agências|wires?|wire services|byråer|byråene)"
    r"(?: (?:inputs?|reports?|material|contributions))?\s*\.?\)?\s*\.?$",
    re.IGNORECASE,
)
_AGENCY_STEMS = ("gen", "GEN", "wire", "Wire", "byrå")
_AUTOMATED = re.compile(
    r"(?:auto-?generated|(?:generated|published) from a syndicated feed|has not been edited by"
    r"|automatisch (?:erstellt|generiert)|written with the (?:help|assistance) of (?:AI|automation)"
    r"|generated by automated insights)",
    re.IGNORECASE,
)
# One of them stands in each of those forms: plain words are quicker to look for.
_AUTOMATED_WORDS = ("generat", "syndicated", "not been edited", "automat", "written with")
# What papers add to a picture's credit: that it is an old one, or shared or handed out.
_PICTURES_ORIGIN = (
    r"(?:File(?: [Pp]hoto)?|FILE(?: PHOTO)?|Pool(?: [Pp]hoto)?|POOL|Archivo|Archiv|Archives?|Handout|HANDOUT)"
)
_WIRE_PHOTO = re.compile(
    r"(?<![\w/])(?P<agency>[A-Z]{2,8}|Reuters|Getty Images|Getty|Imago)(?: (?:Photos?|PHOTOS?|Images))?\s?/\s?"
    r"(?P<who>[A-Z][\w'’.\-]{1,30}(?: [A-Z][\w'’.\-]{1,30}){1,3}?)"
    rf"(?:\s?[,/]\s?{_PICTURES_ORIGIN})?\.?\)?$"
)
_VIA = re.compile(
    r"^\(?(?P<who>[A-Z][\w'’.\- ]{2,50})\s?/\s?(?P<agency>[A-Z][\w. ]{1,30}?)(?: via (?P<via>[A-Z][\w ]{1,30}))?\)?\.?$"
)
_JOB = re.compile(
    r"^(?:['’]s)?(?:\s+[^\W\d_]+){0,3}?\s+(?:writer|reporter|correspondent|editor|journalist)s?\s+(?P<who>\S.*)$",
    re.IGNORECASE,
)
# A trade before a name, perhaps the paper's or a field's name before it: `Times staff writer Ann Lee`.
_STAFF = re.compile(
    r"(?:the )?(?P<owner>(?:[A-Z][\w&.\-]{1,20} ){0,3}?)(?:(?:[Ss]taff|[Ss]pecial|[Ss]enior|[Ff]reelance"
    r"|[Cc]ontributing|[Nn]ews"
    r"|[Pp]olitical|[Ss]ports?|[Bb]usiness|[Ff]oreign|[Ss]cience|[Hh]ealth) ){0,3}(?:[Ww]riter|[Rr]eporter"
    r"|[Cc]orrespondent"
    r"|[Ee]ditor|[Jj]ournalist|[Rr]esearcher|[Ii]ntern|[Cc]olumnist|[Cc]ontributor)s? (?P<who>[A-Z].*)"
)
_KOREAN_TRADE = re.compile(r"\s?(?:(?:선임|사진|객원)?기자|특파원)$")
_LONGEST_REPORTED = 200
_LISTED = re.compile(r",? and |, |; ")
_FROM = re.compile(r"(?P<who>\S.{2,40}?) (?:also )?(?:reported |contributed )?from [A-Z]\S+(?: [A-Z]\S+){0,2}")
# Taiwan's Central News Agency prints the day's number after the editor's name.
_NUMBER_AFTER = re.compile(r"[)）]\d{6,8}$")
_WIRE_PHOTO_ALONE = re.compile(
    rf"\(?(?P<agency>[A-Z]{{2,8}}|Reuters)(?: (?:Photos?|PHOTOS?)(?:\s?[,/]\s?{_PICTURES_ORIGIN})?"
    rf"|\s?/\s?{_PICTURES_ORIGIN})\.?\)?"
)
_UNMARKED_PHOTO = re.compile(r"(?:Foto|Photo|Bild|Kuva|Beeld|Fot\.|Zdj\.) (?P<agency>[^\W\d_][\w. -]{1,24})")
_POSSESSIVE = re.compile(r"^(?P<outlet>[A-Z][\w& ]{1,30}?)(?:['’]s|(?<=s)['’])\s+(?P<who>\S.*)$")


@dataclass(frozen=True, slots=True)
class Credit:
    """Who stands behind a story besides its authors; `photo` says that the line credits a picture, so that
    its agencies and photographers are the picture's and never the text's. Agencies by canonical name.
    """

    raw: str
    reporters: tuple[str, ...] = ()
    writers: tuple[str, ...] = ()
    editors: tuple[str, ...] = ()
    contributors: tuple[str, ...] = ()
    photographers: tuple[str, ...] = ()
    initials: tuple[str, ...] = ()
    agencies: tuple[str, ...] = ()
    outlets: tuple[str, ...] = ()
    generic_agencies: bool = False
    automated: bool = False
    photo: bool = False

    def to_dict(self) -> dict[str, Any]:
        """The filled fields, without `raw`."""
        return names.without_empty(self, leave_out=("raw",))


@dataclass
class _Draft:
    """What has been read so far; local to one call."""

    people: dict[str, list[str]] = field(default_factory=dict)
    agencies: list[str] = field(default_factory=list)
    outlets: list[str] = field(default_factory=list)
    generic: bool = False
    unread: int = 0


def parse(text: str, *, site: str | None = None, language: str | None = None) -> Credit | None:
    """The credits of a line that holds nothing else, or None. `site` and `language` change nothing here."""
    line = _NUMBER_AFTER.sub(")", text.strip()) if text[-1:].isdigit() else text.strip()
    if not 3 <= len(line) <= LONGEST:
        return None
    if any(word in line for word in _AGENCY_STEMS) and _GENERIC.match(line):
        return Credit(raw=text, generic_agencies=True)
    if len(line) < 250 and _is_automated(line):
        return Credit(raw=text, automated=True)
    return _contributed(line) or _reported_from(line) or _clauses(line) or _picture(line) or _signed_off(line)


def _signed_off(line: str) -> Credit | None:
    signs = closing_signs.read(line)
    if signs is None:
        return None
    return Credit(raw=line, agencies=signs.agencies, initials=signs.initials, generic_agencies=signs.generic)


def _is_automated(line: str) -> bool:
    lower = line.lower()
    return any(word in lower for word in _AUTOMATED_WORDS) and _AUTOMATED.search(line) is not None


def _contributed(line: str) -> Credit | None:
    """`AP writer Ann Lee in Rome contributed to this report.`"""
    found = _CONTRIBUTED.match(line) if _CONTRIBUTED_STEM.search(line) else None
    if found is None or len(line) > found.end() + 120:
        return None
    draft = _Draft()
    for piece in names.split_people(_CITY.sub("", found["who"].strip())):
        _read_contributor(piece, draft)
    if draft.unread or not (draft.people or draft.agencies or draft.outlets):
        return None
    return _credit(line, draft, photo=False)


def _read_contributor(piece: str, draft: _Draft) -> None:
    whole = tables.agency(piece.removeprefix("the ").removeprefix("The "))
    job, owner, staff = _agencys_own(piece), _POSSESSIVE.match(piece), _STAFF.match(piece)
    if whole:
        draft.agencies.append(whole.name)
    elif job:
        draft.agencies.append(job[0])
        _add_person("contributors", job[1], draft)
    elif owner:
        _agency_or_outlet(owner["outlet"], draft, any_name=True)
        _add_person("contributors", owner["who"], draft)
    elif staff:
        _agency_or_outlet((staff["owner"] or "").strip(), draft)
        _add_person("contributors", staff["who"], draft)
    else:
        _add_person("contributors", piece, draft)


def _reported_from(line: str) -> Credit | None:
    """`Ann Lee reported from Paris and Bo Day from Rome.`"""
    if " reported from " not in line or len(line) > _LONGEST_REPORTED:
        return None
    found = [_FROM.fullmatch(piece) for piece in _LISTED.split(line.strip(" .()"))]
    people = tuple(one["who"] for one in found if one and names.is_person(one["who"]))
    return Credit(raw=line, reporters=people) if people and len(people) == len(found) else None


def _agencys_own(piece: str) -> tuple[str, str] | None:
    """`AP Science Writer Ann Lee` -> the agency's canonical name and the person."""
    words = piece.split(" ")
    for size in (1, 2, 3):
        agency = tables.agency(" ".join(words[:size]).removesuffix("'s").removesuffix("’s"))
        job = _JOB.match(" " + " ".join(words[size:])) if agency else None
        if agency and job:
            return agency.name, job["who"]
    return None


def _agency_or_outlet(name: str, draft: _Draft, any_name: bool = False) -> bool:
    agency = tables.agency(name)
    if agency and (agency.type in ("wire", "network") or agency.name == "CNN"):
        draft.agencies.append(agency.name)
    elif agency or any_name or tables.publisher_named(name):
        draft.outlets.append(name)
    return bool(agency) or any_name


def _clauses(line: str) -> Credit | None:
    """Clauses that each open with a role: `Reporting by …; Editing by …`."""
    at, lower = _LEAD.match(line), lowered(line)
    if at is None or not _OPENING.match(lower, at.end()):
        return None
    openings = list(_OPENING.finditer(lower, at.end()))
    if openings[0].lastgroup == "photographers":
        return _photo(line, openings[0].end())
    draft = _Draft()
    for index, opening in enumerate(openings):
        stop = openings[index + 1].start() if index + 1 < len(openings) else len(line)
        for role in _roles(opening):
            _read_clause(role, line[opening.end() : stop], draft)
    signed = draft.people or draft.agencies or draft.generic or (draft.outlets and openings[0].lastgroup != "agencies")
    if not signed or draft.unread > 1:
        return None
    photo = set(draft.people) == {"photographers"} and not draft.generic
    return _credit(line, draft, photo)


def _roles(opening: re.Match[str]) -> list[str]:
    """The roles of a clause: more than one of `Reporting and writing by …`."""
    if " and " not in opening[0]:
        return [str(opening.lastgroup)]
    return [role for word, role in _TASKS if word in opening[0]] or [str(opening.lastgroup)]


def _read_clause(role: str, words: str, draft: _Draft) -> None:
    words = words.strip(" \t;,.()[]–—-*:：=（）【】")
    if role == "others":
        return
    if role == "agencies" and not draft.people:
        for piece in names.split_people(words):
            _read_agency(piece.strip(" ."), draft)
        return
    of_agency = re.search(r"\s+of\s+(?:the\s+)?([A-Z][\w ]{1,30})$", words)
    if of_agency and tables.agency(of_agency[1]):
        _agency_or_outlet(of_agency[1], draft)
        words = words[: of_agency.start()]
    for piece in names.split_people(_CITY.sub("", words)):
        agency = tables.agency(piece)
        # After the authors, `avec` and `mit` name whoever helped them: agencies or people.
        if role in ("contributors", "agencies"):
            _read_contributor(piece, draft)
        elif agency:
            draft.agencies.append(agency.name)
        else:
            _add_person(role, piece, draft)


def _read_agency(piece: str, draft: _Draft) -> None:
    agency = tables.agency(piece.removeprefix("the ").strip())
    if agency:
        draft.agencies.append(agency.name)
    elif lowered(piece) in label_words("generic_agencies"):
        draft.generic = True
    elif piece[:1].isupper() and len(piece.split()) <= 4:
        draft.outlets.append(piece)
    else:
        draft.unread += 1


def _add_person(role: str, piece: str, draft: _Draft) -> None:
    name = names.clean_person(piece)
    if names.is_person(name, single=role == "editors"):
        draft.people.setdefault(role, []).append(name)
    else:
        draft.unread += 1


def _photo(line: str, at: int) -> Credit | None:
    draft = _Draft()
    words = re.sub(r"^\s*(?:Bild|Foto|Photo)\s*:\s*", "", line[at:].strip(" :：=/"), flags=re.IGNORECASE)
    if len(words) > 120:
        return None
    for piece in re.split(r"\s*(?:/|,|;|\||\svia\s|\s&\s)\s*", words.strip(" .()")):
        agency = tables.agency(piece)
        name = _KOREAN_TRADE.sub("", names.clean_person(piece))
        if agency:
            draft.agencies.append(agency.name)
        elif names.is_person(name):
            draft.people.setdefault("photographers", []).append(name)
        elif piece:
            draft.outlets.append(piece)
    return _credit(line, draft, photo=True) if draft.agencies or draft.people else None


def _picture(line: str) -> Credit | None:
    """Picture credits without a label: `(Ann Lee / Anadolu via Getty Images)`, `… REUTERS/Ann Lee`."""
    unmarked = _UNMARKED_PHOTO.fullmatch(line) or _WIRE_PHOTO_ALONE.fullmatch(line)
    whole = tables.agency(unmarked["agency"]) if unmarked else None
    if whole:
        return Credit(raw=line, agencies=(whole.name,), photo=True)
    if line[0] == "©":
        owned = _photo(line, 1)
        return owned if owned and owned.agencies and owned.photographers else None
    if "/" not in line:
        return None
    via, wire = _VIA.match(line), _WIRE_PHOTO.search(line[-80:])
    if via and (tables.agency(via["agency"]) or not wire):
        agencies, who = [via["agency"], via["via"] or ""], via["who"]
    elif wire:
        agencies, who = [wire["agency"]], wire["who"]
    else:
        return None
    found = [agency.name for agency in map(tables.agency, agencies) if agency]
    if not found or not names.is_person(who.strip()) or tables.agency(who.strip()):
        return None
    draft = _Draft(people={"photographers": [names.clean_person(who)]}, agencies=found)
    return _credit(line, draft, photo=True)


def _credit(line: str, draft: _Draft, photo: bool) -> Credit:
    def named(role: str) -> tuple[str, ...]:
        return tuple(dict.fromkeys(draft.people.get(role, ())))

    return Credit(
        raw=line,
        reporters=named("reporters"),
        writers=named("writers"),
        editors=named("editors"),
        contributors=named("contributors"),
        photographers=named("photographers"),
        agencies=tuple(dict.fromkeys(draft.agencies)),
        outlets=tuple(dict.fromkeys(draft.outlets)),
        generic_agencies=draft.generic,
        photo=photo,
    )
