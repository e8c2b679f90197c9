"""Datelines of Chinese, Japanese and Korean agencies, which mark their parts with signs rather than spaces."""

from __future__ import annotations

import re
from typing import Any

from cleaner.normalise import gazetteer, tables

_HAN = "\u3400-\u9fff"
_CHINESE = re.compile(
    rf"(?P<who>[{_HAN}]{{2,14}}?)(?:(?P<month>\d{{1,2}})月)?(?P<day>\d{{1,2}})日(?:综合|綜合)?(?:专?[电電]|[讯訊]|消息)[，。]?\s*"
    rf"(?P<people>[（(][^（）()]{{2,40}}[)）])?\s*(?:记者(?P<bare>[{_HAN}]{{2,4}})(?=\s))?\s*(?:[-–—]{{1,2}}\s)?"
)
_FIGURE = re.compile(r"\d")
_OPENING = re.compile(f"[{_HAN}]")
_OWN = ("本报", "本報", "本网", "本網", "本刊", "本台")
_SIGNS = re.compile(rf"^[{_HAN}]{{1,8}}(?:网|網|社|报|報|台|日报|晚报|新闻网|广播网)")
_LABELS = re.compile(
    r"(?:本报|本网|特约)?(?:[^\s，、：:]{0,8}?)(?:实习记者|記者|记者|通讯员|編輯|编辑|实习生)[：:]?\s*"
)
# Taiwan's agency puts all between brackets, its reporter before the place: `（中央社記者陳大文台北11日電）`.
_TAIWANESE = re.compile(
    rf"[（(](?P<who>[{_HAN}]{{4,20}}?)(?:(?P<year>\d{{4}})年)?(?:(?P<month>\d{{1,2}})月)?"
    rf"(?P<day>\d{{1,2}})日?(?:綜合外電報導|[{_HAN}]{{0,3}}[電电訊])[）)]\s*"
)
_REPORTER = re.compile(rf"[{_HAN}]{{0,4}}?(?:記者|记者)(?P<name>[{_HAN}]{{2,3}})(?P<place>[{_HAN}]{{2,6}})")
# `本报讯（记者 李小山）…`, `新华社讯（…）…`: without a day, so the reporters must stand behind it.
_UNDATED = re.compile(rf"(?P<who>[{_HAN}]{{2,8}}?)(?:讯|訊)\s*(?P<people>[（(][^（）()]{{2,40}}[)）])\s*")
# `新华社记者王大海 …`, as its features begin.
_BY_REPORTER = re.compile(
    rf"(?P<who>[{_HAN}]{{2,6}}?)记者(?P<people>[{_HAN}]{{2,4}}(?:[、 ][{_HAN}]{{2,4}}){{0,3}})\s+"
)
# `【9月7日 AFP】…`: a sign with the day, as agencies' Japanese services print it.
_DAY_AND_SIGN = re.compile(r"【(?:(?P<month>\d{1,2})月)?(?P<day>\d{1,2})日\s?(?P<sign>[^【】]{2,16})】\s*")
_JAPANESE = re.compile(
    r"【(?P<place>[^【】＝=]{1,12}?)(?:(?P<first>AFP|CNN|AP|ロイター)?[＝=・](?P<who>[^【】]{2,12})|(?P<sign>時事|共同|AFP時事|ロイター|AFP))】\s*"
)
# Reuters' Japanese service: place, day, sign.
_JAPANESE_REUTERS = re.compile(
    r"[\[［](?P<place>[^\[\]［］\s/]{1,12}(?:/[^\[\]［］\s/]{1,12}){0,2})[\s　]"
    r"(?:(?P<month>\d{1,2})月)?[\s　]?(?P<day>\d{1,2})日?[\s　](?P<sign>ロイター|AFP|AP|時事|共同)[\]］]\s?[-–—―]?\s*"
)
# `[헤럴드경제=김바다 기자]`: the paper, or the city, and its reporter between the brackets.
_KOREAN_SIGN = re.compile(
    r"[(\[【](?P<who>[가-힣A-Za-z0-9]{2,12})\s?=\s?(?P<people>[가-힣]{2,4}(?:[·, ]+[가-힣]{2,4}){0,2})\s?(?:선임|인턴)?"
    r"(?:기자|특파원)[)\]】]\s*"
)
# `央视网消息：…`
_MESSAGE = re.compile(rf"(?P<who>[{_HAN}]{{2,6}})(?:消息|讯)[：:]\s*")
_KOREAN = re.compile(
    r"[(\[【](?P<place>[가-힣·, ]{2,20})=(?P<sign>[가-힣A-Za-z0-9]{2,12})[)\]】]\s*"
    r"(?:(?P<people>[가-힣]{2,4}(?:[·, ]+[가-힣]{2,4}){0,4})\s?(?:기자|특파원|통신원)\s*=\s*)?"
)


def read(head: str) -> dict[str, Any] | None:
    """The fields of a `Dateline` that this opening states, `rest_starts_at` among them, or None."""
    if not head or (head[0].isascii() and head[0] not in "(["):
        return None
    return _chinese(head) or _taiwanese(head) or _korean(head) or _day_and_sign(head) or _japanese(head)


def _chinese(head: str) -> dict[str, Any] | None:
    found = _CHINESE.match(head.translate(_FULL_WIDTH)) if _OPENING.match(head) else None
    if found is None:
        return _undated(head) if _OPENING.match(head) else None
    sign, place = _sign_and_place(found["who"])
    if sign is None:
        return None
    fields: dict[str, Any] = {"rest_starts_at": found.end()}
    if sign in _OWN:
        fields["own_paper"] = True
    else:
        agency = tables.agency(sign)
        fields["agency"] = agency.name if agency else sign
    if place:
        fields["location"] = place
    if found["month"]:
        fields["date"] = f"--{int(found['month']):02d}-{int(found['day']):02d}"
    people = _people(found["people"] or "", fields.get("agency", "")) or ((found["bare"],) if found["bare"] else ())
    return {**fields, "authors": people} if people else fields


def _sign_and_place(who: str) -> tuple[str | None, str]:
    """`新华社北京` -> agency and place: the longest listed agency, `本报`, or a name that ends as a paper's does."""
    for length in range(len(who), 1, -1):
        if tables.agency(who[:length]) or who[:length] in _OWN:
            return who[:length], who[length:]
    found = _SIGNS.match(who)
    return (found[0], who[found.end() :]) if found else (None, "")


def _people(bracket: str, agency: str) -> tuple[str, ...]:
    inside = bracket.strip("（）()")
    pieces = re.split(r"[\s、，,;；]+", _LABELS.sub(" ", inside))
    return tuple(piece for piece in pieces if re.fullmatch(rf"[{_HAN}·]{{2,5}}", piece) and piece != agency)


def _day_and_sign(head: str) -> dict[str, Any] | None:
    found = _DAY_AND_SIGN.match(head)
    agency = tables.agency(found["sign"]) if found else None
    if found is None or agency is None:
        return None
    fields: dict[str, Any] = {"rest_starts_at": found.end(), "agency": agency.name}
    return {**fields, "date": f"--{int(found['month']):02d}-{int(found['day']):02d}"} if found["month"] else fields


def _undated(head: str) -> dict[str, Any] | None:
    message = _MESSAGE.match(head)
    sender = tables.agency(message["who"]) if message else None
    if message and sender:
        return {"rest_starts_at": message.end(), "agency": sender.name}
    found = _UNDATED.match(head) or _BY_REPORTER.match(head)
    sign, place = _sign_and_place(found["who"]) if found else (None, "")
    if found is None or sign is None or place:
        return None
    people = _people(found["people"], sign)
    agency = tables.agency(sign)
    if not people or (agency is None and sign not in _OWN):
        return None
    signed: dict[str, Any] = {"agency": agency.name} if agency else {"own_paper": True}
    return {"rest_starts_at": found.end(), **signed, "authors": people}


def _taiwanese(head: str) -> dict[str, Any] | None:
    found = _TAIWANESE.match(head.translate(_FULL_WIDTH)) if head[0] in "（(" else None
    sign, place = _sign_and_place(found["who"]) if found else (None, "")
    agency = tables.agency(sign) if sign else None
    if found is None or agency is None:
        return None
    reporter = _REPORTER.fullmatch(place)
    fields: dict[str, Any] = {"rest_starts_at": found.end(), "agency": agency.name}
    fields["location"] = reporter["place"] if reporter else place
    if found["month"]:
        fields["date"] = f"{found['year'] or '-'}-{int(found['month']):02d}-{int(found['day']):02d}"
    return {**fields, "authors": (reporter["name"],)} if reporter else fields


def _japanese(head: str) -> dict[str, Any] | None:
    found = _JAPANESE.match(head) or _JAPANESE_REUTERS.match(head)
    if found is None:
        return None
    fields: dict[str, Any] = {"rest_starts_at": found.end(), "location": found["place"]}
    parts = found.groupdict()
    if parts.get("month"):
        fields["date"] = f"--{int(parts['month']):02d}-{int(parts['day']):02d}"
    signs = [sign for sign in (parts.get("first"), parts.get("who"), parts["sign"]) if sign]
    agencies = tuple(agency.name for agency in map(tables.agency, signs) if agency)
    if not agencies and _FIGURE.search(signs[0]):
        return None
    if not agencies:
        return {**fields, "authors": tuple(re.split(r"[、・]", signs[0]))}
    return {**fields, "agency": agencies[0], **({"agencies": agencies} if len(agencies) > 1 else {})}


def _korean(head: str) -> dict[str, Any] | None:
    found = _KOREAN.match(head)
    if found is None:
        return _korean_sign(head)
    agency = tables.agency(found["sign"])
    fields: dict[str, Any] = {"rest_starts_at": found.end(), "location": found["place"]}
    fields["agency"] = agency.name if agency else found["sign"]
    people = tuple(re.split(r"[·, ]+", found["people"])) if found["people"] else ()
    return {**fields, "authors": people} if people else fields


def _korean_sign(head: str) -> dict[str, Any] | None:
    found = _KOREAN_SIGN.match(head)
    if found is None:
        return None
    agency = tables.agency(found["who"])
    people = tuple(re.split(r"[·, ]+", found["people"]))
    fields: dict[str, Any] = {"rest_starts_at": found.end(), "authors": people}
    if agency or tables.publisher_named(found["who"]):
        return {**fields, "agency": agency.name if agency else found["who"]}
    return {**fields, "location": found["who"]} if gazetteer.is_known(found["who"]) else fields


_FULL_WIDTH = str.maketrans("０１２３４５６７８９", "0123456789")
