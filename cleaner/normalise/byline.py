"""Lines that say who wrote: persons apart from desks, agencies, outlets and roles; dates if the line prints them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from cleaner.normalise import calendar_words, dates, gazetteer, names, signers, tables
from cleaner.normalise.byline_labels import label_end, named_roles
from cleaner.normalise.moments import Hints, Scan, is_prose, scan
from cleaner.normalise.tokens import label_words, lowered

__all__ = ("LONGEST", "Byline", "is_bare", "label_end", "parse", "read", "run_in")

LONGEST = 300
_LONGEST_RUN_IN = 60
_LONGEST_UNLABELLED = 120
# Words that are nobody's name, in a line with a label or a date.
_MOST_STRANGERS = 2
# Particles, roles and the words between names together: a part with more of them is a sentence.
_MOST_SMALL_WORDS = 8
# What blogs print after the name: `By Ann Lee In Travel, Food`. No name has a capital `In` inside.
_FILED = re.compile(r"\s(?:In|Posted in|Filed in)\s(?=[A-Z])")
# Words with at most a comma after each: no sign at which a line is cut into parts or names.
_JOINTS = r"\s,;:：|•·/+&@*_\[\](){}（）【】、،–—"
_BARE = re.compile(rf"[^\-{_JOINTS}][^{_JOINTS}]*+(?:,? [^\-{_JOINTS}][^{_JOINTS}]*+)*+")
_LETTER = re.compile(r"[^\W\d_]")
_EMAIL = re.compile(r"[\w.+-]{1,40}@[\w-]{1,40}(?:\.[\w-]{2,20}){1,3}")
_PHONE = re.compile(r"\(?\+?\d[\d ()\-]{6,18}\d")
_FIGURE = re.compile(r"\d")
_HANDLE = re.compile(r"@\w{2,30}")
_TAIL = re.compile(
    r"(?=[\dtfscknopu评])(?:^|(?<=\s)|(?<=[A-Za-z]))(?:(?:\d+|no|one) (?:comments?|opinii|kommentare?|komentarzy)"
    r"|\d+ min(?:ute)?s? read|(?:Published|Posted|Updated) \d+ \w+ ago|Tags?:|Topics?:|Filed under"
    r"|Share\b|Follow\b|Comments?:|Kommentare\s?:|评论).*",
    re.IGNORECASE,
)
# One of them stands in each of those forms: plain words are quicker to look for.
_TAIL_WORDS = ("omment", "opinii", "omentarzy", " read", " ago", "tag", "topic", "filed", "share", "follow", "评论")
# `·` parts fields only between spaces or before a figure: it also joins the halves of foreign names.
_PARTS = re.compile(r"(?=[\s|•·])(?:\s*[|•\n]\s*|\s[·/–—-]\s|·(?=\d|\s)|\s{2,})")
_GLUED = re.compile(
    r"(?<=[a-zà-ÿ])(?=[A-Z]{3,}|(?:Staff|Senior|Special|Political|Correspondent|Reporter|Editor)\b)"
    r"|(?<=[a-z]{3})(?=[A-Z][a-z]{2,15} (?:[A-Z][a-z]{2,15} )?"
    r"(?:Writer|Reporter|Columnist|Correspondent|Editor|Critic)\b)"
)
_KOREAN = re.compile(
    r"^(?:(?:글|사진|글·사진|취재)[·=:\s]\s*)?(?:(?P<place>[가-힣, ]{2,16})\s)?(?P<name>[가-힣]{2,4})\s?"
    r"(?:선임|수습|전문|객원)?\s?(?:기자|특파원|통신원|논설위원|앵커)(?:\s외 \d+명)?$"
)
_CAPITAL_INSIDE = re.compile(r"[A-Z](?<=[a-zà-ÿ].)")
_ROLE_IN_BRACKETS = re.compile(r"\s?\(([^()]{2,40})\)\s*$")
_WITH = re.compile(r"^(?:avec|mit|with|con|com|med|met|z) ")
_HAN_NAMES = re.compile("[\u3400-\u9fff]{2,4}(?:[ \u3000][\u3400-\u9fff]{2,4})+")
_HAN_END = re.compile(r"[ \u3000]?(?:报道|報導|报导|整理|攝影|摄影|撰文)$")
_SPACES = re.compile(r"(\s+)")
_WITH_AGENCIES = re.compile(
    r"\s*(?:,|\()?\s*\b(?:with|and|mit|avec|con|com|och|og|med|et)\s+(?:news\s+)?"
    r"(?:agenc(?:ies|ias|e)|agenturen|byråer|byråerna)\)?\s*$",
    re.IGNORECASE,
)
_LONGEST_WITH_AGENCIES = 30
_LONGEST_OUTLET = 54
_FOR_OUTLET = re.compile(
    r"\s+[Ff]or (?P<outlet>(?:[Tt]he )?[A-Z][\w.& ]{2,40})$"
    r"|\s+(?:mit|avec|with|con|com|med|met|et|och|og|und|and|e|y|z) (?:l['’]|the |la )?"
    r"(?P<agency>[^\W\d_]{2,12}(?: [A-Z]\w{2,10})?)$"
)
_INITIALS = re.compile(r"[a-zäöüß]{2,5}|[A-Z]{2,3}")
_LINK = re.compile(r"!?\[([^\[\]]{1,80})\]\([^()\s]{1,300}\)")
_TIME_WORDS = frozenset({"at", "le", "à", "um", "uhr", "on", "am", "kl", "el", "il", "alle", "в", "den", "reads"})
_CLOCK_OF = re.compile(r"\b[A-Z][a-z]{2,15} (?:[Ll]ocal )?[Tt]ime\b")


@dataclass(frozen=True, slots=True)
class Byline:
    """Who signs a story. `authors` are persons; `desk` an organisation or collective; `agency` a canonical name.

    `initials` are signs such as `mb`; `rest_starts_at` is set where the story follows in the same line.
    Dates as in `dates.Dates`.
    """

    raw: str
    authors: tuple[str, ...] = ()
    initials: tuple[str, ...] = ()
    desk: str | None = None
    agency: str | None = None
    outlet: str | None = None
    role: str | None = None
    location: str | None = None
    email: str | None = None
    photographers: tuple[str, ...] = ()
    producers: tuple[str, ...] = ()
    fact_checkers: tuple[str, ...] = ()
    editors: tuple[str, ...] = ()
    generic_agencies: bool = False
    published: str | None = None
    modified: str | None = None
    precision: str | None = None
    modified_precision: str | None = None
    tz: str | None = None
    rest_starts_at: int | None = None
    labelled: bool = False
    why: str = ""
    warnings: tuple[str, ...] = ()

    def to_dict(self) -> dict[str, Any]:
        """The filled fields, without what only explains."""
        return names.without_empty(self, leave_out=("raw", "why", "warnings", "rest_starts_at", "labelled"))


@dataclass
class _Draft:
    """What has been read of a line so far; local to one call."""

    labelled: bool
    authors: list[str] = field(default_factory=list)
    initials: list[str] = field(default_factory=list)
    people: dict[str, list[str]] = field(default_factory=dict)
    single: dict[str, str] = field(default_factory=dict)
    strangers: int = 0
    shouted: bool = False
    agencies: bool = False
    language: str | None = None


def parse(text: str, *, site: str | None = None, language: str | None = None) -> Byline | None:
    """Who signs, if the line says nothing else; None for any other text.

    A line without a label (`By`, `Von`, …) counts if all of it reads as names, desks, agencies and dates.
    """
    return read(text, Hints(site, language))


def read(text: str, hints: Hints) -> Byline | None:
    """As `parse`, with all that is known beside the line."""
    opening = run_in(text)
    if opening or len(text) > LONGEST:
        return opening
    if text.rstrip().endswith((":", "：")) or (is_prose(text) and not label_end(text)):
        return None
    found = scan(text, hints)
    bare = None if dates.has_range(text, found.tokens) else _without_dates(text, found, hints.language)
    if not bare or not _LETTER.search(bare) or (len(text) > _LONGEST_UNLABELLED and _is_paragraph(text, bare)):
        return None
    draft = _Draft(labelled=False, language=hints.language)
    bare = _without_tail(_without_links(bare))
    bare = _without_contacts(bare, draft)
    tail = bare[-_LONGEST_WITH_AGENCIES:].lower()
    generic = _WITH_AGENCIES.search(bare) if "agen" in tail or "byråer" in tail else None
    if generic:
        bare = bare[: generic.start()]
    if _CAPITAL_INSIDE.search(bare):
        bare = _GLUED.sub(" | ", bare)
    for part in _PARTS.split(bare):
        _read_part(_trimmed(part), draft)
        if draft.strangers > _MOST_STRANGERS:
            return None
    return _finished(text, draft, found, bool(generic))


def _trimmed(part: str) -> str:
    """Without signs around it; brackets stay if they close inside (`Ann Lee, Paris (AFP)`)."""
    part = part.strip(" ,;:·-–—")
    inside = part.strip("()（）【】")
    return part if inside.count("(") != inside.count(")") else inside.strip(" ,;:·-–—")


def _without_tail(text: str) -> str:
    """Without what follows a byline on its line: counts of comments, reading time, tags, buttons."""
    lower = text.lower()
    return _TAIL.sub(" ", text) if any(word in lower for word in _TAIL_WORDS) else text


def is_bare(text: str) -> bool:
    """Whether it is words only, with no label before them and no joint inside that one may follow."""
    cut = _CAPITAL_INSIDE.search(text) or _PHONE.search(text)
    return not cut and _BARE.fullmatch(text) is not None and not label_end(text)


def _is_paragraph(text: str, bare: str) -> bool:
    """Whether a long line signs nothing: no label opens it, and it has no date or most of its other words are small."""
    words = bare.split()
    return not label_end(text) and (bare == text or 2 * sum(map(str.islower, words)) > len(words))


def _finished(text: str, draft: _Draft, found: Scan, generic: bool) -> Byline | None:
    signed = bool(
        draft.authors or draft.initials or draft.single.keys() & {"desk", "agency"} or draft.people or draft.agencies
    )
    dated = bool(found.published or found.modified)
    if not signed or draft.strangers > (_MOST_STRANGERS if draft.labelled or dated else 0):
        return None
    stamps = dates.of(text, found)
    return Byline(
        raw=text,
        authors=tuple(dict.fromkeys(draft.authors)),
        initials=tuple(draft.initials),
        generic_agencies=generic or draft.agencies,
        published=stamps.published,
        modified=stamps.modified,
        precision=stamps.precision,
        modified_precision=stamps.modified_precision,
        tz=stamps.tz,
        labelled=draft.labelled,
        why=stamps.why,
        warnings=stamps.warnings,
        **{role: tuple(people) for role, people in draft.people.items()},  # type: ignore[arg-type]  # keys are fields
        **draft.single,  # type: ignore[arg-type]  # likewise
    )


def run_in(text: str) -> Byline | None:
    """`By Ann Lee: The story goes on …`, where the byline opens the first paragraph; `rest_starts_at` is set."""
    colon = text.find(": ", 0, _LONGEST_RUN_IN)
    if colon < 0 or len(text) - colon < _LONGEST_RUN_IN or not text.startswith(("By ", "Von ", "Por ", "Par ")):
        return None
    people = names.split_people(text[text.find(" ") : colon])
    if not people or not all(names.is_person(person) for person in people):
        return None
    authors = tuple(names.clean_person(person) for person in people)
    return Byline(raw=text[: colon + 1], authors=authors, rest_starts_at=colon + 2, labelled=True)


def _without_links(text: str) -> str:
    """The words of Markdown links and emphasis (`By [Ann Lee](https://…)`) without their marks."""
    return _LINK.sub(r"\1", text).strip("*_ ") if "](" in text or text[:1] in "*_" else text


def _without_dates(text: str, found: Scan, language: str | None) -> str:
    """The line with its dates, times and their labels turned into parting bars, weekday names taken out."""
    rest = text
    for token in reversed(found.tokens):
        if token.kind != "part" and (found.published or found.modified):
            rest = f"{rest[: token.start]} | {rest[token.end :]}"
    if rest == text:
        return text
    rest = _CLOCK_OF.sub(" ", rest)
    words = _SPACES.split(rest)
    kept = [w for w in words if not w[:1].isalpha() or not _is_time_word(w.strip(" ,.;:()@-–•"), language)]
    return "".join(kept)


def _is_time_word(word: str, language: str | None) -> bool:
    return word.lower() in _TIME_WORDS or (len(word) > 2 and calendar_words.weekday(word, language) is not None)


def _without_contacts(text: str, draft: _Draft) -> str:
    if "@" in text:
        email = _EMAIL.search(text)
        if email:
            draft.single["email"] = email[0]
            text = text[: email.start()] + " | " + text[email.end() :]
        text = _HANDLE.sub(" | ", text)
    return _PHONE.sub(" | ", text) if _FIGURE.search(text) else text


def _read_part(part: str, draft: _Draft) -> None:
    if not part:
        return
    if sum(map(str.islower, part.split())) > _MOST_SMALL_WORDS:
        draft.strangers += _MOST_SMALL_WORDS
        return
    korean = None if part.isascii() else _KOREAN.match(part)
    if korean:
        draft.authors.append(korean["name"])
        draft.labelled = True
        if korean["place"]:
            draft.single["location"] = korean["place"].strip(" ,")
        return
    for role, people in named_roles(part, draft.language):
        if role == "authors":
            draft.labelled = True
            _read_signers(people, draft)
        elif role:
            draft.people.setdefault(role, []).extend(names.clean_person(p) for p in names.split_people(people))
        else:
            _read_signers(people, draft)


def _read_signers(text: str, draft: _Draft) -> None:
    text = _FILED.split(text)[0] if text.isascii() else _HAN_END.sub("", text)
    if _HAN_NAMES.fullmatch(text):
        text = text.replace(" ", "、").replace("\u3000", "、")
    text = _for_outlet(_bracketed_role(text, draft), draft)
    whole = text.strip(" ,.")
    if draft.labelled and lowered(whole) in label_words("generic_agencies"):
        draft.agencies = True
        return
    if draft.labelled and not draft.authors and signers.opens_with_article(whole, draft.language):
        draft.single.setdefault("desk", whole)
        return
    pieces = names.split_people(text)
    if len(pieces) > 1 and _is_one_signer(whole):
        pieces = [whole]
    for piece in pieces:
        _read_signer(piece, draft)
        if draft.strangers > _MOST_STRANGERS:
            return


def _is_one_signer(whole: str) -> bool:
    """An agency, or a desk whose name has an `and` or a slash inside."""
    if tables.agency(whole):
        return True
    return "," not in whole and signers.is_desk(whole) and not signers.known_tail(whole)


def _for_outlet(text: str, draft: _Draft) -> str:
    """`Ann Lee for The Gazette`, `Ann Lee mit AP`: the names before it."""
    found = _FOR_OUTLET.search(text, max(0, len(text) - _LONGEST_OUTLET)) if " " in text else None
    agency = tables.agency(found["agency"] or found["outlet"]) if found else None
    if found is None or (found["agency"] and agency is None):
        return text
    draft.single.setdefault("agency" if agency else "outlet", agency.name if agency else found["outlet"])
    return text[: found.start()]


def _bracketed_role(text: str, draft: _Draft) -> str:
    closing = _ROLE_IN_BRACKETS.search(text) if ")" in text else None
    if not closing:
        return text
    agency = tables.agency(_WITH.sub("", closing[1]))
    if agency:
        draft.single.setdefault("agency", agency.name)
    elif signers.has_role(closing[1]):
        draft.single["role"] = closing[1]
    else:
        return text
    return text[: closing.start()]


def _read_signer(piece: str, draft: _Draft) -> None:
    piece = piece.strip(" ,;:")
    agency = tables.agency(piece)
    if agency and (agency.type in ("wire", "network") or agency.name == "CNN"):
        draft.single.setdefault("agency", agency.name)
    elif _agency_in_city(piece, draft):
        return
    elif signers.known_tail(piece):
        _read_person(piece, draft)
    elif draft.authors and _read_addition(piece, draft):
        return
    elif draft.labelled and _INITIALS.fullmatch(piece):
        draft.initials.append(piece)
    elif signers.is_desk(piece):
        draft.single.setdefault("desk", piece)
    elif not signers.has_role(piece):
        _read_person(piece, draft)
    elif not _name_and_role(piece, draft):
        draft.strangers += 1


def _read_addition(piece: str, draft: _Draft) -> bool:
    """What may follow a person: a degree, another one with a role, a role alone, an employer."""
    if names.is_post_nominal(piece):
        return True
    if signers.has_role(piece) and lowered(piece.rpartition(" ")[2]) in label_words("role"):
        if not _name_and_role(piece, draft):
            draft.single.setdefault("role", piece)
        return True
    if signers.is_outlet(piece) or (piece.isupper() and not draft.shouted):
        desk = signers.is_desk(piece) and not tables.publisher_named(piece)
        draft.single.setdefault("desk" if desk else "outlet", piece)
        return True
    return False


def _agency_in_city(piece: str, draft: _Draft) -> bool:
    """`Associated Press in Valencia`, `Ann Lee in Paris`."""
    who, joined, where = piece.partition(" in ")
    if not joined or not where[:1].isupper() or len(where.split()) > 3:
        return False
    agency = tables.agency(who)
    if agency:
        draft.single.setdefault("agency", agency.name)
    elif names.is_person(who):
        draft.authors.append(names.clean_person(who))
    else:
        return False
    draft.single["location"] = where
    return True


def _read_person(piece: str, draft: _Draft) -> None:
    name = names.clean_person(piece)
    draft.shouted = draft.shouted or piece.isupper()
    tail = signers.known_tail(name)
    if tail:
        draft.single.setdefault("outlet", tail)
        name = name[: -len(tail)].strip()
    if (draft.authors or not draft.labelled) and gazetteer.is_known(name):
        draft.single.setdefault("location", name)
    elif not draft.labelled and not names.has_case(name):
        draft.strangers += len(piece.split())  # in a script without capitals only a label tells names from words
    elif names.is_person(name, single=draft.labelled and not draft.authors):
        draft.authors.append(name)
    elif draft.authors and name[:1].isupper() and len(name.split()) <= 3:
        draft.single.setdefault("location" if len(name.split()) == 1 and not name.isupper() else "outlet", name)
    elif piece:
        draft.strangers += len(piece.split())


def _name_and_role(piece: str, draft: _Draft) -> bool:
    """`Ann Lee Staff Writer`, name and role without a separator: the name ends before the role's first word."""
    words = piece.split(" ")
    for size in (2, 3, 4):
        name, role = " ".join(words[:size]), " ".join(words[size:])
        follows = size < len(words) and (lowered(words[size]).strip(",.") in label_words("role") or size == 2)
        if follows and signers.has_role(role) and names.is_person(name) and not signers.has_role(name):
            draft.authors.append(names.clean_person(name))
            draft.single.setdefault("role", role)
            return True
    return False
