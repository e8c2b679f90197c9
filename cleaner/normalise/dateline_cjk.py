"""Datelines of Chinese, Japanese and Korean agencies, which mark their parts with signs rather than spaces."""

from __future__ import annotations

import re
from typing import Any

from cleaner.normalise import tables

_HAN = "\u3400-\u9fff"
_CHINESE = re.compile(
    rf"(?P<who>[{_HAN}]{{2,14}}?)(?:(?P<month>\d{{1,2}})月)?(?P<day>\d{{1,2}})日(?:综合)?(?:专?[电電]|[讯訊]|消息)[，。]?\s*"
    rf"(?P<people>[（(][^（）()]{{2,40}}[)）])?\s*(?:记者(?P<bare>[{_HAN}]{{2,4}})(?=\s))?\s*"
)
_OPENING = re.compile(f"[{_HAN}]")
_OWN = ("本报", "本報", "本网", "本網", "本刊", "本台")
_SIGNS = re.compile(rf"^[{_HAN}]{{1,8}}(?:网|網|社|报|報|台|日报|晚报|新闻网|广播网)")
_LABELS = re.compile(
    r"(?:本报|本网|特约)?(?:[^\s，、：:]{0,8}?)(?:实习记者|記者|记者|通讯员|編輯|编辑|实习生)[：:]?\s*"
)
_JAPANESE = re.compile(
    r"【(?P<place>[^【】＝=]{1,12}?)(?:[＝=](?P<who>[^【】]{2,12})|(?P<sign>時事|共同|AFP時事|ロイター|AFP))】\s*"
)
_KOREAN = re.compile(
    r"[(\[](?P<place>[가-힣·, ]{2,20})=(?P<sign>[가-힣A-Za-z0-9]{2,12})[)\]]\s*"
    r"(?:(?P<people>[가-힣]{2,4}(?:[·, ]+[가-힣]{2,4}){0,4})\s?(?:기자|특파원|통신원)\s*=\s*)?"
)


def read(head: str) -> dict[str, Any] | None:
    """The fields of a `Dateline` that this opening states, `rest_starts_at` among them, or None."""
    if not head or (head[0].isascii() and head[0] not in "(["):
        return None
    return _chinese(head) or _japanese(head) or _korean(head)


def _chinese(head: str) -> dict[str, Any] | None:
    found = _CHINESE.match(head.translate(_FULL_WIDTH)) if _OPENING.match(head) else None
    if found is None:
        return None
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


def _japanese(head: str) -> dict[str, Any] | None:
    found = _JAPANESE.match(head)
    if found is None:
        return None
    who = found["who"] or found["sign"]
    fields: dict[str, Any] = {"rest_starts_at": found.end(), "location": found["place"]}
    agency = tables.agency(who)
    if agency:
        return {**fields, "agency": agency.name}
    return {**fields, "authors": tuple(re.split(r"[、・]", who))}


def _korean(head: str) -> dict[str, Any] | None:
    found = _KOREAN.match(head)
    if found is None:
        return None
    agency = tables.agency(found["sign"])
    fields: dict[str, Any] = {"rest_starts_at": found.end(), "location": found["place"]}
    fields["agency"] = agency.name if agency else found["sign"]
    people = tuple(re.split(r"[·, ]+", found["people"])) if found["people"] else ()
    return {**fields, "authors": people} if people else fields


_FULL_WIDTH = str.maketrans("０１２３４５６７８９", "0123456789")
