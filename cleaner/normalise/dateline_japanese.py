"""Datelines of Japanese papers and agencies: a bracket that holds place, day, agency or reporter."""

from __future__ import annotations

import re
from typing import Any

from cleaner.normalise import gazetteer, tables

_HAN = "\u3400-\u9fff々"
_LENTICULAR = re.compile(r"【(?P<inside>[^【】]{2,40})】\s*")
# `9月7日 AFP`: the day and a sign.
_DAY_AND_SIGN = re.compile(r"(?:(?P<month>\d{1,2})月)?(?P<day>\d{1,2})日\s?(?P<sign>[^\d]{2,16})")
# `新華社ウルムチ11月6日`, `平壌11月6日発朝鮮中央通信`: the day stands last or before the sign.
_WITH_DAY = re.compile(
    r"(?P<who>[^\d＝=]{2,20}?)\s?(?:(?P<month>\d{1,2})月)?(?P<day>\d{1,2})日(?:発)?(?P<sign>[^\d\s＝=]{2,12})?"
)
_EQUALS = re.compile(r"[＝=]")
_PLACES = re.compile(r"[、,/]")
# `北京・赤間清広`: the dot parts place and reporter, unless both sides are foreign words.
_DOTTED = re.compile(rf"(?P<place>[^・]{{2,12}})・(?P<who>[{_HAN}][{_HAN}\u3040-\u309f]{{2,5}})")
# `ワシントン古本陽荘`: a place in foreign letters, then a name in four or five characters.
_RUN_ON = re.compile(rf"(?P<place>[\u30a1-\u30ff]{{2,12}})(?P<who>[{_HAN}]{{4,5}})")
_NO_NAME = re.compile("五輪|選挙|代表|株式|市場|大会|会議|協定|条約|事件|事故|万博|情勢|外為|戦争|問題|首脳|中央")
# Signs that are another agency's elsewhere.
_LOCAL = {"CNS": "中国新闻社"}
# Reuters' Japanese service: place, day, sign.
_SPACED = re.compile(
    r"[\[［(（](?:(?P<place>[^\[\]［］()（）\d\s]{1,12}(?:[/、][^\[\]［］\d\s]{1,12}){0,2})[\s　]{1,2})?"
    r"(?:(?P<month>\d{1,2})月)?[\s　]?(?P<day>\d{1,2})日?[\s　]"
    r"(?P<sign>ロイター|AFP|AP|時事|共同|中央社|聯合ニュース|新華社|ブルームバーグ|タス通信|AFP時事|共同通信|時事通信)"
    r"(?:[\s　][A-Z]{3,14})?"
    r"[\]］)）]\s?[-–—―－]?\s*"
)
# `（台北中央社）`: the Japanese service of Taiwan's agency.
_ROUND = re.compile(rf"[（(](?P<place>[{_HAN}\u30a0-\u30ff]{{2,8}})(?P<sign>中央社|聯合ニュース|新華社)[）)]\s*")


def read(head: str) -> dict[str, Any] | None:
    """The fields of a `Dateline` that this opening states, `rest_starts_at` among them, or None."""
    found = _LENTICULAR.match(head)
    if found:
        inside = found["inside"].strip()
        fields = _day_and_sign(inside) or _with_day(inside) or _parted(inside) or _signed_place(inside)
        return {"rest_starts_at": found.end(), **fields} if fields else None
    spaced = _SPACED.match(head) or _ROUND.match(head)
    if spaced is None:
        return None
    signed = {**_placed(spaced["place"] or ""), **_agencies([spaced["sign"]])}
    return {"rest_starts_at": spaced.end(), **signed, **_day(spaced.groupdict())}


def _day(parts: dict[str, str | None]) -> dict[str, Any]:
    month, day = parts.get("month"), parts.get("day")
    return {"date": f"--{int(month):02d}-{int(day):02d}"} if month and day else {}


def _placed(places: str) -> dict[str, Any]:
    several = tuple(place.strip() for place in _PLACES.split(places) if place.strip())
    if not several:
        return {}
    return {"location": places, **({"locations": several} if len(several) > 1 else {})}


def _agencies(signs: list[str]) -> dict[str, Any]:
    listed = (tables.agency(_LOCAL.get(sign, sign)) for sign in signs)
    names = tuple(dict.fromkeys(agency.name for agency in listed if agency))
    if not names:
        return {}
    return {"agency": names[0], **({"agencies": names} if len(names) > 1 else {})}


def _day_and_sign(inside: str) -> dict[str, Any] | None:
    found = _DAY_AND_SIGN.fullmatch(inside)
    signed = _agencies([found["sign"].strip()]) if found else {}
    return {**signed, **_day(found.groupdict())} if found and signed else None


def _with_day(inside: str) -> dict[str, Any] | None:
    found = _WITH_DAY.fullmatch(inside)
    if found is None:
        return None
    who, sign = found["who"], found["sign"]
    if sign is None:
        sign, who = next(((who[:n], who[n:]) for n in range(len(who) - 1, 1, -1) if tables.agency(who[:n])), ("", who))
    signed = _agencies([sign])
    return {**_placed(who.strip()), **signed, **_day(found.groupdict())} if signed else None


def _parted(inside: str) -> dict[str, Any] | None:
    """`ソウル＝小池和樹`, `ニューヨーク＝共同`, `AFP＝時事`, `ワシントンAFP＝時事`, `NQNニューヨーク＝川内資子`."""
    first, *others = (part.strip() for part in _EQUALS.split(inside))
    dotted = _DOTTED.fullmatch(inside) if not others else None
    if dotted:
        first, others = dotted["place"], [dotted["who"]]
    if len(others) != 1 or not 1 < len(first) <= 20 or not 1 < len(others[0]) <= 16:
        return None
    second = others[0]
    if tables.agency(first):
        return _agencies([first, second]) if tables.agency(second) else None
    place, sign = _ending_in_sign(first)
    if not sign and first[:3].isascii() and first[:3].isupper():
        place = first[3:]
    signed = _agencies([sign, second])
    if tables.agency(second):
        return {**_placed(place), **signed}
    if any(c.isdigit() for c in second) or not place:
        return None
    return {**_placed(place), **signed, "authors": tuple(re.split(r"[、・]", second))}


def _signed_place(inside: str) -> dict[str, Any] | None:
    """`ロンドン、パリ共同`, and the run-on `ワシントン古本陽荘`."""
    place, sign = _ending_in_sign(inside)
    nested, inner = _ending_in_sign(place.rstrip("・")) if sign else ("", "")
    if inner and nested:  # `モスクワ・ロイター共同`: what the outer agency relays
        return {**_placed(nested.rstrip("・")), **_agencies([inner, sign])}
    if sign:
        return {**_placed(place), **_agencies([sign])} if place or len(sign) > 2 else None
    found = _RUN_ON.fullmatch(inside)
    if found is None or _NO_NAME.search(found["who"]) or not gazetteer.is_known(found["place"]):
        return None
    return {**_placed(found["place"]), "authors": (found["who"],)}


_SIGNS = ("AFP時事", "ロイター時事", "聯合ニュース", "中央社", "新華社", "ロイター", "共同", "時事", "AFP", "CNN", "AP")


def _ending_in_sign(text: str) -> tuple[str, str]:
    """`ワシントン共同` -> place and sign; of `AFP時事` the outer one is told by the table."""
    sign = next((sign for sign in _SIGNS if text.endswith(sign)), "")
    return (text[: -len(sign)].strip(), sign) if sign else (text, "")
