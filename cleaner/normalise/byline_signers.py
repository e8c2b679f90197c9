"""One part of a byline read: which of its words are persons, and what the others say of them."""

from __future__ import annotations

import re

from cleaner.normalise import (
    byline_glue,
    byline_outlets,
    byline_roles,
    byline_scripts,
    gazetteer,
    given_names,
    names,
    signers,
    tables,
)
from cleaner.normalise.byline_draft import Draft
from cleaner.normalise.byline_labels import label_end, named_roles
from cleaner.normalise.tokens import label_words, lowered

# Words that are nobody's name, in a line with a label or a date.
MOST_STRANGERS = 2
# Particles, roles and the words between names together: a part with more of them is a sentence.
_MOST_SMALL_WORDS = 8
_MOST_SMALL_UNLABELLED = 4
# What blogs print after the name: `By Ann Lee In Travel, Food`. No name has a capital `In` inside.
_FILED = re.compile(r"\s(?:In|Posted in|Filed in)\s(?=[A-Z])")
_RUBRICS = frozenset(
    {"blog", "business", "culture", "entertainment", "food", "health", "lifestyle", "marketing", "news", "opinion",
     "politics", "seo", "sport", "sports", "tech", "technology", "travel", "uncategorized"}
)  # fmt: skip
# Accounts of a blog's software, which are nobody.
_ACCOUNTS = frozenset({"admin", "administrator", "webmaster", "anonymous"})
_IN_BRACKETS = re.compile(r"\s?\(([^()]{2,40})\)\s*$")
_BEFORE_PLACE = re.compile(r"^(?:à|au|aux|a|in|en|em|aus|w|we|v|ve|în|на|в|у|στο|στη|στην|do|da|de|from)\s(?=[^\W\d_])")
_WITH = re.compile(rf"^(?:avec|mit|with|con|com|med|met|z) (?:{byline_outlets.SOURCED})?", re.IGNORECASE)
_HAN_NAMES = re.compile("[\u3400-\u9fff]{2,4}(?:[ \u3000][\u3400-\u9fff]{2,4})+")
_HAN_END = re.compile(r"[ \u3000]?(?:报道|報導|报导|整理|攝影|摄影|撰文)$")
_BEHALF = re.compile(r"^(?:by )?on behalf of (?=\S)", re.IGNORECASE)
_WITH_PERSON = re.compile(r"\swith (?=[A-ZÀ-Þ][\w.'’\-]{0,20} [A-ZÀ-Þ])")
# Turkish papers join reporters by a hyphen, the family's name in capitals: `Mehmet KAYA-Ali DEMİR`.
_CAPITALS_JOINED = re.compile(r"(?<=[A-ZÇĞİÖŞÜ]{2})-(?=[A-ZÇĞİÖŞÜ][a-zçğıöşü])")
# They open lines about somebody, and no name.
_ABOUT = frozenset(
    {"about", "ask", "by", "congratulations", "contact", "courtesy", "dear", "feat", "featuring", "follow", "hello",
     "hi", "introducing", "meet", "remembering", "starring", "thanks", "watch"}
)  # fmt: skip
_INITIALS = re.compile(r"[a-zäöüß]{2,5}|[A-Z]{2,3}")


def read_part(part: str, draft: Draft) -> None:
    """Read what stands between two bars of a line."""
    if not part:
        return
    if len(part) > 2 * _MOST_SMALL_WORDS and _is_sentence(part, draft):
        draft.strangers += _MOST_SMALL_WORDS
        return
    form = None if part.isascii() else byline_scripts.read(part)
    if form:
        draft.take(form)
        return
    for role, people in named_roles(part, draft.language):
        if role == "authors":
            draft.labelled = draft.vouched = True
            _read_signers(people, draft)
        elif not role:
            _read_signers(people, draft)
        elif role == "editing" and not draft.labelled:
            draft.strangers += _MOST_SMALL_WORDS
        elif role != "others":
            kept = draft.people.setdefault("editors" if role == "editing" else role, [])
            printed = names.split_people(people)
            kept.extend(names.clean_person(person) for person in printed if not names.is_post_nominal(person))


def _is_sentence(part: str, draft: Draft) -> bool:
    """Whether its small words are too many, of those that stand in no name where no label says that it is a byline."""
    small = [word for word in part.split() if word.islower()]
    if len(small) <= _MOST_SMALL_UNLABELLED or len(small) > _MOST_SMALL_WORDS:
        return len(small) > _MOST_SMALL_WORDS
    if draft.vouched or ":" in part or " by " in part or label_end(part):
        return False
    return sum(word not in names.PARTICLES for word in small) > _MOST_SMALL_UNLABELLED


def _read_signers(text: str, draft: Draft) -> None:
    text = _without_outlets(_as_list(text), draft)
    if draft.labelled and not draft.authors and (text[:1].islower() or not text.isascii()):
        text = _without_place_first(text, draft)
    whole = text.strip(" ,.")
    if _is_whole(whole, draft):
        return
    pieces = names.split_people(text)
    if len(pieces) > 1 and _is_one_signer(whole, pieces):
        pieces = [whole]
    elif len(pieces) > 1 and (draft.labelled or not names.has_case(whole)) and _given_names(whole, pieces, draft):
        return
    if len(pieces) > 1 and pieces[0].startswith("From ") and gazetteer.is_known(pieces[-1]):
        pieces[0] = pieces[0].removeprefix("From ")
    for index, piece in enumerate(pieces):
        if 1 < index == len(pieces) - 1 and _is_employer_of(piece, whole, draft):
            draft.put("outlet", piece)
        else:
            _read_signer(piece, draft)
        if draft.strangers > MOST_STRANGERS:
            return


def _as_list(text: str) -> str:
    """The text without what a blog files it under, Chinese and Turkish names parted as others are."""
    if not text.isascii():
        text = _HAN_END.sub("", text)
    elif " In " in text or "iled in " in text or "osted in " in text:
        text = _FILED.split(text)[0]
    if text[:1] > "\u33ff" and _HAN_NAMES.fullmatch(text):
        text = text.replace(" ", "、").replace("\u3000", "、")
    return _CAPITALS_JOINED.sub(", ", text) if "-" in text else text


def _without_outlets(text: str, draft: Draft) -> str:
    """The names without the brackets after them, without for whom they write, and commas where labels need none."""
    text = _bracketed(text, draft)
    if not byline_outlets.JOINTS.isdisjoint(text.split()):
        text, agency, outlet = byline_outlets.for_outlet(text)
        draft.put("agency", agency)
        draft.put("outlet", outlet)
    if not draft.labelled:
        return text
    before, institution = byline_outlets.without_institution(text) if " and " in text else (text, None)
    if institution:
        draft.put("outlet", institution)
        text = before
    text = byline_glue.after_capitals(text)
    return _WITH_PERSON.sub(", ", text) if " with " in text else text


def _is_employer_of(piece: str, whole: str, draft: Draft) -> bool:
    """Whether it closes `Ann Lee, Staff Reporter, Marlow Beacon`: one person, a job, words that are no given name."""
    if len(draft.authors) != 1 or "role" not in draft.single or names.follows_and(whole, piece):
        return False
    return names.is_person(piece) and not (given_names.is_given(piece) or gazetteer.is_known(piece))


def _is_whole(whole: str, draft: Draft) -> bool:
    """Read what is no list of names: `agencies`, a paper with its article, on whose behalf; whether it was that."""
    if draft.vouched and whole[:1] in "OoBb" and (behalf := _BEHALF.match(whole)):
        draft.put("desk", whole[behalf.end() :])
        return True
    if not draft.labelled:
        return False
    if _is_generic(whole):
        draft.agencies = True
        return True
    if not draft.authors and signers.opens_with_article(whole, draft.language):
        draft.put("desk", whole)
        return True
    return False


def _is_one_signer(whole: str, pieces: list[str]) -> bool:
    """An agency, or a desk whose name has an `and` or a slash inside."""
    if tables.agency(whole):
        return True
    if _is_generic(pieces[-1]):
        return False
    if "," in whole or not signers.is_desk(whole) or signers.known_tail(whole):
        return False
    beside = (
        " " not in pieces[-1] and names.is_person(pieces[0]) and not signers.is_desk(pieces[0])
    )  # `Ann Lee and Staff`
    return not beside


def _given_names(whole: str, pieces: list[str], draft: Draft) -> bool:
    """Read `Linny and Peter`, `Ann, Bo and Cy`, and in scripts without capitals a name before a job."""
    if not draft.labelled:
        vouched = not signers.is_desk(pieces[0]) and signers.has_role(pieces[1]) and names.is_person(pieces[0])
        if vouched and not signers.has_role(pieces[0]):
            draft.authors.append(pieces[0])
            for piece in pieces[1:]:
                _read_signer(piece, draft)
        return vouched
    *before, last = pieces
    if " " in last or not _is_given_name(last) or not names.follows_and(whole, last):
        return False
    if all(map(_is_given_name, before)):
        draft.authors.extend(before)
    else:
        for piece in before:
            _read_signer(piece, draft)
    draft.authors.append(last)
    return True


def _is_given_name(piece: str) -> bool:
    known = signers.is_desk(piece) or tables.agency(piece) or gazetteer.is_known(piece) or _is_generic(piece)
    return " " not in piece and not piece.isupper() and names.is_person(piece, single=True) and not known


def _without_place_first(text: str, draft: Draft) -> str:
    """What follows the city in `[De notre correspondante] à Rome, Claire Montbrun`."""
    inner = _BEFORE_PLACE.sub("", text)
    if inner == text:
        return text
    words = inner.split(" ")
    for size in (2, 1):
        place = " ".join(words[:size]).strip(",:")
        if len(words) > size and "," not in place and gazetteer.is_known(place):
            draft.put("location", place)
            return " ".join(words[size:])
    return text


def _is_generic(piece: str) -> bool:
    return lowered(piece) in label_words("generic_agencies")


def _bracketed(text: str, draft: Draft) -> str:
    """The text without what its closing brackets say of the person before: agency, job, pictures, place."""
    closing = _IN_BRACKETS.search(text) if text[-1:] == ")" or ")" in text[-3:] else None
    if not closing:
        return text
    inside, before = closing[1], text[: closing.start()]
    agency = tables.agency(_WITH.sub("", inside))
    where = _BEFORE_PLACE.sub("", inside)
    if agency:
        draft.put("agency", agency.name)
    elif signers.has_role(inside):
        role, place = byline_roles.after_name(inside) or (inside, None)
        draft.put("role", role)
        draft.put("location", place)
    elif lowered(inside) in _PICTURES:
        *others, last = names.split_people(before) or [""]
        draft.people.setdefault("photographers", []).append(names.clean_person(last))
        return before[: before.rfind(last)].rstrip(" ,&") if others else ""
    elif gazetteer.is_known(where):
        draft.put("location", where)
    elif lowered(inside) not in _TEXTS:
        return text
    return before


_TEXTS = frozenset({"text", "texte", "texto", "testo", "tekst", "teksti", "текст", "words", "story", "szöveg", "metin"})
_PICTURES = frozenset(
    {"photo", "photos", "foto", "fotos", "foto's", "bild", "bilder", "pictures", "kuvat", "kuva", "фото", "zdjęcia",
     "fotografía", "fotografías", "fotografia", "fotografias", "fotó", "beeld", "fotoğraf"}
)  # fmt: skip


def _read_signer(piece: str, draft: Draft) -> None:
    piece = _bracketed(piece, draft).strip(" ,;:")
    agency = tables.agency(piece)
    if agency and (agency.type in ("wire", "network") or agency.name == "CNN"):
        draft.put("agency", agency.name)
    elif not piece or piece.lower() in _ACCOUNTS or (" in " in piece and _in_place(piece, draft)):
        return
    elif signers.known_tail(piece):
        _read_person(piece, draft)
    elif (draft.authors or "desk" in draft.single) and _read_addition(piece, draft):
        return
    elif draft.labelled and _INITIALS.fullmatch(piece):
        draft.initials.append(piece)
    elif not _with_role(piece, draft):
        _read_person(piece, draft)


def _with_role(piece: str, draft: Draft) -> bool:
    """Read a desk, or a person whose job stands beside the name; whether it was one of them, or a job alone."""
    job = signers.has_role(piece)
    named = byline_roles.name_and_role(piece) if job else None
    staff = signers.is_desk(piece) and lowered(piece).endswith(" staff")
    if named and not (staff and not given_names.is_given(named[0].partition(" ")[0])):
        draft.authors.append(names.clean_person(named[0]))
        draft.put("role", named[1])
        return True
    named = byline_roles.role_and_name(piece) if job and draft.labelled else None
    if named:
        draft.authors.append(names.clean_person(named[1]))
        draft.put("role", named[0])
        return True
    if signers.is_desk(piece):
        draft.put("desk", piece)
        return True
    alone = byline_roles.after_name(piece) if job and not draft.labelled else None
    if alone and len(piece.split()) <= 4:  # `Corresponsal en Roma | Ana Ruiz`
        draft.put("role", alone[0])
        return True
    if job and draft.labelled and not draft.authors and byline_roles.is_job_alone(piece):
        draft.put("desk", piece)  # `By Business Reporter`
        return True
    draft.strangers += job
    return job


def _read_addition(piece: str, draft: Draft) -> bool:
    """What may follow a person: a degree, another one with a role, a role alone, an employer, an age of the story."""
    if names.is_post_nominal(piece):
        return True
    plain = lowered(piece)
    if plain in label_words("generic_agencies"):
        draft.agencies = True
        return True
    if plain.rstrip(" :") in label_words("published") or plain.rstrip(" :") in label_words("modified"):
        return True
    job = signers.has_role(piece)
    named = byline_roles.name_and_role(piece) if job and plain.rpartition(" ")[2] in label_words("role") else None
    if named:
        draft.authors.append(names.clean_person(named[0]))
        draft.put("role", named[1])
        return True
    role = byline_roles.after_name(piece)
    if role and not (job and draft.labelled and byline_roles.role_and_name(piece)):
        draft.put("role", role[0])
        draft.put("location", role[1])
        return True
    return _read_employer(piece, draft)


def _read_employer(piece: str, draft: Draft) -> bool:
    if signers.opens_with_article(piece, draft.language) and len(piece.split()) > 2:
        draft.put("outlet", piece)
        return True
    branch = " " in piece and signers.is_branch(piece)
    employer = branch or signers.is_outlet(piece) or (piece.isupper() and not draft.shouted)
    if employer and not gazetteer.is_known(piece):
        own = not branch and signers.is_desk(piece) and not tables.publisher_named(piece) and not tables.agency(piece)
        draft.put("desk" if own else "outlet", piece)
        return True
    return False


def _in_place(piece: str, draft: Draft) -> bool:
    """`Associated Press in Valencia`, `Ann Lee in Paris`; where a blog files a story (`Ann Lee in seo`) is no place."""
    who, _, where = piece.removeprefix("From ").partition(" in ")
    rubric = draft.vouched and (where.islower() or where.lower() in _RUBRICS)
    if not (where[:1].isupper() or rubric) or len(where.split()) > 3:
        return False
    agency = tables.agency(who)
    if agency:
        draft.put("agency", agency.name)
    elif names.is_person(who):
        draft.authors.append(names.clean_person(who))
    else:
        return False
    if not rubric:
        draft.put("location", where)
    return True


def _read_person(piece: str, draft: Draft) -> None:
    name = names.clean_person(piece)
    draft.shouted = draft.shouted or piece.isupper()
    tail = signers.known_tail(name) or byline_outlets.from_article(name)
    if tail:
        draft.employ(tail)
        name = names.clean_person((piece if piece.endswith(tail) else name)[: -len(tail)])
        if _is_job_at(name, draft):
            return
    if (draft.authors or not draft.labelled) and (gazetteer.is_known(name) or _is_place_of_outlet(name, draft)):
        draft.put("location", name)
    elif not draft.labelled and (not names.has_case(name) or name.partition(" ")[0].lower() in _ABOUT):
        draft.strangers += len(piece.split())  # in a script without capitals only a label tells names from words
    elif draft.authors and _after_preposition(name, draft):
        return
    elif names.is_person(name, single=draft.labelled and not draft.authors):
        draft.authors.append(name)
    elif draft.authors and len(name.split()) <= 3 and all(word[:1].isupper() for word in name.split()):
        draft.put("location" if len(name.split()) == 1 and not name.isupper() else "outlet", name)
    elif piece:
        draft.strangers += len(piece.split())


def _is_job_at(name: str, draft: Draft) -> bool:
    """`Repórter da [Agência Brasil]`, after a person."""
    if not draft.authors or not signers.has_role(name):
        return False
    before, _, last = name.rpartition(" ")
    draft.put("role", before if last.islower() and before else name)
    return True


def _is_place_of_outlet(name: str, draft: Draft) -> bool:
    """Whether it stands after a person and his outlet and has the make of a place: `Juiz de Fora`."""
    if not draft.authors or not draft.single.keys() & {"outlet", "agency"} or not draft.vouched:
        return False
    small = any(word.islower() for word in name.split()[1:-1])
    return small and gazetteer.can_be_place(name) and not given_names.is_given(name)


def _after_preposition(name: str, draft: Draft) -> bool:
    """`Zoé Martin, à Paris`, after a person."""
    place = _BEFORE_PLACE.sub("", name) if name[:1].islower() or not name.isascii() else name
    if place == name or not gazetteer.is_known(place):
        return False
    draft.put("location", place)
    return True
