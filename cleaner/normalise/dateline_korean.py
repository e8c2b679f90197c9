"""Datelines of Korean agencies and papers: a bracket with place, signs and reporter, set apart by equals signs."""

from __future__ import annotations

import re
from typing import Any

from cleaner.normalise import gazetteer, tables

_NAMES = r"[가-힣]{2,4}(?:\s?[·,]\s?[가-힣]{2,4}){0,4}"
_TITLE = r"(?:\s?(?:선임|인턴|수습|전문))?\s?(?:기자|특파원|통신원)"
_BRACKET = re.compile(r"[(\[【](?P<inside>[가-힣A-Za-z][^()\[\]【】]{1,40})[)\]】]\s*")
_AFTER = re.compile(rf"(?P<people>{_NAMES}(?:\s[가-힣]{{2,4}}){{0,3}}?){_TITLE}\s*=\s*")
_BY = re.compile(rf"(?P<people>{_NAMES}){_TITLE}$")
_SIGN = re.compile(r"[가-힣A-Za-z0-9][가-힣A-Za-z0-9.&]{1,14}")
_JOINT = re.compile(r"\s?[·ㆍ・/]\s?")
_BAR = re.compile(r"\s?[|ㅣ│]\s?")
_PLACE = re.compile(r"[가-힣][가-힣·ㆍ・,/ ]{1,19}")
# Words that stand where a paper's sign does: `[단독 …]`, `[사진 …]`.
_RUBRICS = frozenset(
    {
        "단독",
        "사진",
        "인터뷰",
        "종합",
        "속보",
        "영상",
        "취재",
        "글",
        "현장",
        "르포",
        "칼럼",
        "기획",
        "포토",
        "특집",
        "날씨",
    }
)
# North Korea's agency, and the Korean services of China's: `평양 3월 5일발 조선중앙통신`, `신화망 베이징 3월5일`.
_DAYS = re.compile(
    r"(?:(?P<first>신화망|신화통신)\s)?(?P<place>[가-힣]{2,8})\s(?P<month>\d{1,2})월\s?(?P<day>\d{1,2})일"
    r"(?:발?\s(?P<last>[가-힣]{3,8}))?"
)


def read(head: str) -> dict[str, Any] | None:
    """The fields of a `Dateline` that this opening states, `rest_starts_at` among them, or None."""
    found = _BRACKET.match(head)
    if found is None:
        return None
    inside = found["inside"].strip()
    fields = _placed_and_signed(inside) or _with_day(inside) or _signed_by(inside) or _sign_alone(inside, found[0])
    after = _AFTER.match(head, found.end()) if fields is None or "authors" not in fields else None
    if fields is None:
        if after is None or inside in _RUBRICS or not _SIGN.fullmatch(inside):
            return None
        fields = _place_or_sign(inside)  # `[쿠키뉴스] 김민수 기자 = …`
    if after:
        fields["authors"] = _people(after["people"])
    return {"rest_starts_at": after.end() if after else found.end(), **fields}


def _people(printed: str) -> tuple[str, ...]:
    return tuple(name for name in re.split(r"[·, ]+", printed) if name)


def _agencies(signs: list[str]) -> dict[str, Any]:
    """The signs' canonical names; what nobody listed stands as printed."""
    names = tuple(dict.fromkeys(found.name if (found := tables.agency(sign)) else sign for sign in signs))
    return {"agency": names[0], **({"agencies": names} if len(names) > 1 else {})}


def _placed_and_signed(inside: str) -> dict[str, Any] | None:
    """`부산=연합뉴스`, `제네바 AFP·로이터=연합뉴스`, `도쿄=신화/뉴시스`, `대전=이데일리 홍길동 기자`."""
    before, equals, after = (part.strip() for part in inside.partition("="))
    if not equals or not after or before in _RUBRICS:
        return None
    authors: dict[str, Any] = {}
    by = _BY.search(after)
    if by:
        people = _people(by["people"])
        first = people[0] if len(people) > 1 and gazetteer.is_known(people[0]) else ""
        authors = {"authors": people[1:] if first else people}
        after = after[: by.start()].strip(" ,") or first
        if not after or gazetteer.is_known(after):  # `헤럴드경제=김바다 기자`, `OSEN=부산, 홍길동 기자`: the sign first
            return {**_place_or_sign(before), **({"location": after} if after else {}), **authors}
    place, _, relayed = before.rpartition(" ")
    inner = _JOINT.split(relayed) if place and all(map(tables.agency, _JOINT.split(relayed))) else []
    place = place if inner else before
    signs = _JOINT.split(after)
    if not _PLACE.fullmatch(place) or not all(_SIGN.fullmatch(sign) for sign in signs):
        return None
    return {"location": place, **_agencies([*inner, *signs]), **authors}


def _place_or_sign(printed: str) -> dict[str, Any]:
    if gazetteer.is_known(printed):
        return {"location": printed}
    agency = tables.agency(printed)
    publisher = tables.publisher_named(printed)
    return {"agency": agency.name if agency else printed} if agency or publisher or _SIGN.fullmatch(printed) else {}


def _with_day(inside: str) -> dict[str, Any] | None:
    found = _DAYS.fullmatch(inside)
    agency = tables.agency(found["first"] or found["last"] or "") if found else None
    if found is None or agency is None:
        return None
    date = f"--{int(found['month']):02d}-{int(found['day']):02d}"
    return {"location": found["place"], "date": date, "agency": agency.name}


def _signed_by(inside: str) -> dict[str, Any] | None:
    """`아시아경제 박소희 기자`, `더팩트ㅣ홍길동 기자`: a paper and its reporter."""
    by = _BY.search(inside)
    sign = _BAR.sub("", inside[: by.start()]).strip() if by else ""
    if by is None or sign in _RUBRICS or not _SIGN.fullmatch(sign):
        return None
    people = _people(by["people"])
    if len(people) > 1 and gazetteer.is_known(people[0]):  # `엑스포츠뉴스 부산, 김민수 기자`
        return {**_place_or_sign(sign), "location": people[0], "authors": people[1:]}
    return {**_place_or_sign(sign), "authors": people}


def _sign_alone(inside: str, bracket: str) -> dict[str, Any] | None:
    """`[파이낸셜뉴스] …`: only a listed paper, as rubrics stand so too."""
    agency = tables.agency(inside)
    publisher = tables.publisher_named(inside) if bracket[0] == "[" and not inside.isascii() else None
    if agency is None and publisher is None:
        return None
    return None if inside.isascii() else {"agency": agency.name if agency else inside}
