"""Credit lines at a story's end: who reported, wrote, edited and contributed, and whose pictures they are."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from cleaner.normalise import names, tables
from cleaner.normalise.tokens import label_words, lowered

LONGEST = 600
_CITY = re.compile(r"\s+(?:in|from|at|at the|of|en|à|aus)\s+(?:the\s+)?[A-Z][^,;&]{1,40}?(?=\s+and\s+[A-Z]|,|;|&|$)")
# The words that open a clause, by role. Roles are tried in this order: `additional reporting` is not `reporting`.
_OPENINGS = {
    "contributors": (
        r"\(?additional reporting by", r"additional reporting:", r"with (?:additional )?reporting (?:by|from)",
        r"compiled by", r"with contributions? (?:by|from)", r"with files from",
        r"(?:unter )?mitarbeit(?: von)?\s?:?", r"additional writing by", r"reporte adicional de",
        r"reportagem adicional de", r"con (?:el )?reporte de", r"con la colaboración de", r"con reportería de",
        r"com reportagem de", r"com a colaboração de", r"avec la (?:contribution|collaboration) de",
        r"con la collaborazione di", r"ha collaborato", r"mit beiträgen von", r"weiterer bericht von",
    ),
    "writers": (
        r"(?:writing|written|rewritten) by", r"geschrieben von", r"escrito por", r"rédigé par", r"redatto da",
    ),
    "editors": (
        r"(?:editing|edited|edit) by", r"redaktion\s?:", r"redakteur(?:in)?\s?:", r"redaktør\s?:",
        r"editor(?:in)?\s?:", r"editore?s?\s?:", r"editing\s?:", r"责任编辑\s?[:：]", r"责编\s?[:：]", r"編集\s?[:：]",
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
        r"|fot\.|фото|ph|ảnh|fotó|kép|fotoğraf|φωτο(?:γραφία)?|φωτό|fotografía|fotografia|imagen|imagem|immagine|foto's|fotografie|фотография|عکس|تصوير|الصورة|صورة|צילום|写真|撮影|図|摄影|攝影|图片?|圖|사진|फोटो|छवि|ছবি)\s*(?:by|von|por|de|di|:|：|=|/(?=[\u3400-\u9fff]))",
        r"fot\.", r"zdj\.", r"(?:photo|image|picture) credits?\s*:?", r"bildquelle\s?:",
        r"źródło zdjęcia(?: głównego)?\s?:", r"crédits?(?: photos?)?\s?:", r"crédits? photos?",
        r"crédito(?: da)?(?: foto| imagem)?\s?:", r"fotocredit\s?:", r"fuente (?:de la )?(?:foto|imagen)\s?:",
        r"sursă? foto\s?:", r"zdroj foto\s?:", r"izvor foto\s?:", r"foto izvor\s?:", r"写真提供\s?[:：]",
        r"nguồn ảnh\s?:", r"sumber foto\s?:", r"kuvalähde\s?:", r"bildnachweis\s?:", r"beeld\s?:",
    ),
}  # fmt: skip
# For lines in lower case, which `re` tries far faster than both cases.
_OPENING = re.compile("|".join(rf"(?P<{role}>(?<!\w)(?:{'|'.join(forms)}))" for role, forms in _OPENINGS.items()))
# What may stand before the first clause.
_LEAD = re.compile(r"[ (（【–—\-*•\[]*+(?:FILE[ (–—\-*•\[]*+)?+")
_CONTRIBUTED = re.compile(
    r"^\(?(?:[–—-]\s*)?(?P<who>[^.;()]{2,160}?)\s+(?:also\s+)?"
    r"(?:contributed(?: to this| to the| reporting|\.?$)|a contribué à|contribuy[óe]|trugen? zu)",
)
_GENERIC = re.compile(
    r"^\(?\s*(?:with|mit|avec|con|com|med|z)?\s*(?:inputs?|information|reports|material)?\s*(?:from|by|von|de|der)?\s*"
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
_WIRE_PHOTO = re.compile(
    r"(?<![\w/])(?P<agency>[A-Z]{2,8}|Reuters|Getty Images|Getty|Imago)(?: Photos?| Images)?\s?/\s?"
    r"(?P<who>[A-Z][\w'’.\-]{1,30}(?: [A-Z][\w'’.\-]{1,30}){1,3}?)\.?\)?$"
)
_VIA = re.compile(
    r"^\(?(?P<who>[A-Z][\w'’.\- ]{2,50})\s?/\s?(?P<agency>[A-Z][\w. ]{1,30}?)(?: via (?P<via>[A-Z][\w ]{2,30}))?\)?\.?$"
)
_JOB = re.compile(
    r"^(?:['’]s)?(?:\s+[^\W\d_]+){0,3}?\s+(?:writer|reporter|correspondent|editor|journalist)s?\s+(?P<who>\S.*)$",
    re.IGNORECASE,
)
_LONGEST_SIGN_OFF = 40
_LONGEST_REPORTED = 200
_LISTED = re.compile(r",? and |, |; ")
_FROM = re.compile(r"(?P<who>\S.{2,40}?) (?:also )?(?:reported |contributed )?from [A-Z]\S+(?: [A-Z]\S+){0,2}")
# Taiwan's Central News Agency prints the day's number after the editor's name.
_NUMBER_AFTER = re.compile(r"[)）]\d{6,8}$")
_WITH_INPUTS = re.compile(r"\(?with (?P<who>[\w/, &]{2,40}?) (?:inputs?|reports)\)?\.?", re.IGNORECASE)
_UNMARKED_PHOTO = re.compile(r"(?:Foto|Photo|Bild|Kuva|Beeld|Fot\.|Zdj\.) (?P<agency>[^\W\d_][\w. -]{1,24})")
_SIGN_OFF = re.compile(
    r"[(\[（](?P<bracketed>[^()\[\]（）]{2,36})[)\]）]\.?|(?:--?|[–—/])\s?(?P<dashed>[^()\[\]–—]{2,36}?)\.?"
)
_SIGNS_APART = re.compile(r"\s*[/,]\s*")
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
    return _contributed(line) or _reported_from(line) or _clauses(line) or _picture(line) or _closing_sign(line)


def _is_automated(line: str) -> bool:
    lower = line.lower()
    return any(word in lower for word in _AUTOMATED_WORDS) and _AUTOMATED.search(line) is not None


def _contributed(line: str) -> Credit | None:
    """`AP writer Ann Lee in Rome contributed to this report.`"""
    found = _CONTRIBUTED.match(line) if "contribu" in line or "trug" in line else None
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
    job, owner = _agencys_own(piece), _POSSESSIVE.match(piece)
    if whole:
        draft.agencies.append(whole.name)
    elif job:
        draft.agencies.append(job[0])
        _add_person("contributors", job[1], draft)
    elif owner:
        _agency_or_outlet(owner["outlet"], draft, any_name=True)
        _add_person("contributors", owner["who"], draft)
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
        _read_clause(str(opening.lastgroup), line[opening.end() : stop], draft)
    signed = draft.people or draft.agencies or draft.generic or (draft.outlets and openings[0].lastgroup != "agencies")
    if not signed or draft.unread > 1:
        return None
    photo = set(draft.people) == {"photographers"} and not draft.generic
    return _credit(line, draft, photo)


def _read_clause(role: str, words: str, draft: _Draft) -> None:
    words = words.strip(" \t;,.()[]–—-*:：=（）【】")
    if role == "agencies":
        for piece in names.split_people(words):
            _read_agency(piece.strip(" ."), draft)
        return
    of_agency = re.search(r"\s+of\s+(?:the\s+)?([A-Z][\w ]{1,30})$", words)
    if of_agency and tables.agency(of_agency[1]):
        _agency_or_outlet(of_agency[1], draft)
        words = words[: of_agency.start()]
    for piece in names.split_people(_CITY.sub("", words)):
        agency = tables.agency(piece)
        if role == "contributors":
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
        name = names.clean_person(piece)
        if agency:
            draft.agencies.append(agency.name)
        elif names.is_person(name):
            draft.people.setdefault("photographers", []).append(name)
        elif piece:
            draft.outlets.append(piece)
    return _credit(line, draft, photo=True) if draft.agencies or draft.people else None


def _picture(line: str) -> Credit | None:
    """Picture credits without a label: `(Ann Lee / Anadolu via Getty Images)`, `… REUTERS/Ann Lee`."""
    unmarked = _UNMARKED_PHOTO.fullmatch(line)
    whole = tables.agency(unmarked["agency"]) if unmarked else None
    if whole:
        return Credit(raw=line, agencies=(whole.name,), photo=True)
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


def _closing_sign(line: str) -> Credit | None:
    """`— Reuters`, `(AFP)`, `/ANI`: an agency that signs off below its story, marked by a dash, slash or brackets."""
    found = _SIGN_OFF.fullmatch(line) if len(line) <= _LONGEST_SIGN_OFF else None
    if found is None:
        return None
    inputs = _WITH_INPUTS.fullmatch(line)
    words = inputs["who"] if inputs else found["bracketed"] or found["dashed"]
    if lowered(words) in label_words("generic_agencies"):
        return Credit(raw=line, generic_agencies=True)
    agencies = tuple(agency.name for agency in map(tables.agency, _SIGNS_APART.split(words)) if agency)
    whole = tables.agency(words)
    if whole is None and len(agencies) != len(_SIGNS_APART.split(words)):
        return None
    return Credit(raw=line, agencies=(whole.name,) if whole else agencies)


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
