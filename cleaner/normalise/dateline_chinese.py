"""Datelines of Chinese papers and agencies: sign, place and day in one run before 电 or 讯, or in a bracket."""

from __future__ import annotations

import re
from typing import Any

from cleaner.normalise import gazetteer, tables

_HAN = "\u3400-\u9fff"
_NAMES = rf"[{_HAN}·]{{2,5}}(?:[、,， /][{_HAN}·]{{2,4}}){{0,3}}"
_DAY = (
    r"(?:(?P<year>\d{4})\s?年)?(?:(?P<month>\d{1,2})\s?月)?\s?(?P<day>\d{1,2})\s?日"
    r"(?:\d{1,2}[时時](?:\d{1,2}分)?|[上下]午|晚间|早间|凌晨)?"
)
# What portals print before the day: `新浪科技讯 北京时间3月5日消息`.
_CLOCK = "(?:[讯訊] ?)?(?:北京时间|北京時間)?"
# What is said of the message: 电 of a wire, 讯 and 消息 of a paper, perhaps 综合 (compiled), 专 (special).
_MESSAGE = (
    rf"(?:[{_HAN}]{{0,4}}?[电電]|[{_HAN}]{{0,2}}?[讯訊]|消息"
    rf"|(?P<bare_day>[报報][道導导](?=\s)|(?=/? [-–—]{{1,2}} (?!\d))))"
)
_PLAIN_MESSAGE = "(?:专|專|综合|綜合)?(?:[电電讯訊]|消息|[报報][道導导])"
_PEOPLE = r"[（(](?P<people>[^（）()]{2,40})[)）]"
_BARE_REPORTER = rf"(?:特派)?(?:记者|記者)\s?(?P<bare>{_NAMES}?)(?:(?:摄影)?(?:报道|報道|報導|报导)[：:，,]?|(?=\s))"
_RUN = re.compile(
    rf"(?P<who>[{_HAN}A-Za-z][{_HAN}A-Za-z0-9·/、—－-]{{1,21}}?)\s?{_CLOCK}\s?{_DAY}{_MESSAGE}[，,。:：/|｜丨]?\s*"
    rf"(?:{_PEOPLE}|{_BARE_REPORTER})?[：:]?\s*(?:[-–—]{{1,2}}\s|[|｜丨]\s?)?"
)
_UNDATED = re.compile(rf"(?P<who>[{_HAN}]{{2,12}}?){_PLAIN_MESSAGE}[：:，,]?\s*(?:{_PEOPLE}|{_BARE_REPORTER})[：:]?\s*")
# `央视网消息：…`, `光明网讯 …`: without reporters a colon or a space must close it.
_PLAIN = re.compile(rf"(?P<who>[{_HAN}]{{2,12}}?)[专專快]?(?:消息|讯|訊)(?:[：:，,]\s*|\s+)")
# `新华社记者王大海 …`, as its features begin.
_BY_REPORTER = re.compile(
    rf"(?P<who>[{_HAN}·]{{2,12}}?)(?:全媒体|融媒体|首席)?(?:记者|記者)\s?"
    rf"(?P<people>[{_HAN}]{{2,4}}(?:[、 ][{_HAN}]{{2,4}}){{0,3}})\s+(?!摄|攝)"
)
# `【大公報訊】（記者…）…`: the reporters behind the bracket.
_BEHIND = re.compile(rf"(?:{_PEOPLE}|{_BARE_REPORTER})[：:]?\s*")
_BRACKET = re.compile(r"[（(【〔［\[](?P<inside>[^（）()【】〔〕［］\[\]]{3,40})[)）】〕］\]][：:|｜]?\s*")
_IN_BRACKET = re.compile(
    rf"(?P<who>[{_HAN}/、 ]{{2,24}}?)\s?"
    rf"(?P<kind>{_DAY}(?P<relay>[{_HAN}]{{0,3}}?)(?:[电電讯訊]|綜合外電報導|综合外电报道|消息)|(?:专|專|综合|綜合|快)?[电電讯訊])"
)
_SIGNED_REPORTERS = re.compile(
    rf"(?P<who>[{_HAN}]{{2,6}})(?:驻(?P<place>[{_HAN}]{{2,6}}?))?(?:特派|特约|特約)?(?:记者|記者)\s?(?P<people>.{{2,30}})"
)
# `記者張三／台北報導`, as Taiwan's papers sign, in a bracket or without one.
_REPORTS = re.compile(
    rf"(?P<open>[（(【〔［\[])?(?P<lead>[{_HAN}]{{0,8}}?)(?:特派|實習|实习|特约|特約)?(?:記者|记者|編譯|编译|特派員|特派员)\s?(?P<who>{_NAMES})\s?[/、|｜]\s?"
    rf"(?P<place>[{_HAN}]{{2,8}}?(?:[-－—、/][{_HAN}]{{2,4}})?)(?:即時|專題|連線|连线|綜合|综合|專訪)?(?:報導|报导|報道|报道)[)）】〕］\]]?[：:]?\s*"
)
_REPORTER = re.compile(
    rf"[{_HAN}]{{0,4}}?(?:記者|记者)(?P<name>[{_HAN}]{{2,3}}(?:、[{_HAN}]{{2,3}}){{0,3}})(?P<place>[{_HAN}]{{2,6}})"
)
_FROM = re.compile(
    rf"[\s、,，/](?:发自|發自)?(?P<place>[{_HAN}]{{2,6}}?)(?:报道|報道|報導|报导|[电電])$|[\s、,，/](?:发自|發自)(?P<sent>[{_HAN}]{{2,6}})$"
)
_OWN = ("本报", "本報", "本网", "本網", "本刊", "本台", "本社")
# What ends a paper's name; 台 also begins Taiwan's place names.
_SIGNS = re.compile(
    rf"(?:新浪|腾讯|网易|搜狐|凤凰网?)(?:科技|财经|体育|娱乐|汽车|证券|股票|数码)|[{_HAN}]{{1,8}}?(?:新闻社|通讯社|通訊社|电视台|新闻网|广播网|中文网|日报|日報|晚报|晚報|时报|時報|早报|早報|商报|商報|晨报|快报|青年报"
    rf"|客户端|客戶端|新闻|新聞|财经|財經|在线|[网網社报報刊](?![{_HAN}]?[报報网網社])|台(?![北湾灣南中州东東]))(?:客户端|客戶端)?"
)
_SECOND_BRAND = re.compile(rf"[网網](?=$|[{_HAN}])|[{_HAN}]{{0,4}}?(?:新闻|新聞|客户端|客戶端)|北京[时時][间間]$")
_NO_SIGN = re.compile("^[据據从從在]|时间$|時間$")
_LABELS = re.compile(
    r"(?:本报|本网|本報|特约|特約)?(?:[^\s，、：:]{0,16}?)(?:实习记者|記者|记者|通讯员|通訊員|編輯|编辑|实习生|特派員|特派员)[：:]?\s*"
)
# `周文综合报导`, `周文台湾台北报导`: what the reporter did, and where.
_DID = re.compile(
    "(?:综合|綜合|编译|編譯|采访|採訪|专题|專題|摄影|攝影|现场|現場)?(?:[报報][道導导]|编译|編譯|整理|摄|攝)$"
)
# `（大纪元记者周文综合报导）`, `【記者陳大文台北報導】`, `【环球网综合报道】`: without a sign between the parts.
_BRACKETED_REPORT = re.compile(
    rf"(?:(?P<lead>[{_HAN}]{{0,8}}?)(?:特派|特约|特約|實習|实习)?(?:记者|記者)\s?(?P<who>[{_HAN}、]{{2,16}}?)"
    rf"|(?P<sign>[{_HAN}]{{2,8}}?))"
    r"(?:综合|綜合|编译|編譯|采访|採訪)?[报報][道導导]"
)
_FULL_WIDTH = str.maketrans("０１２３４５６７８９／　", "0123456789/ ")
_WIDE = re.compile("[０-９／　]")
_NUMERALS = re.compile("[一二三四五六七八九十廿卅]{1,3}(?=日)")
_FIGURES = {"一": 1, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9}
_NOT_PLACES = frozenset({"综合", "綜合", "外电", "外電", "整理", "编译", "編譯", "专题", "專題", "即时", "即時"})


def read(head: str) -> dict[str, Any] | None:
    """The fields of a `Dateline` that this opening states, `rest_starts_at` among them, or None."""
    head = head.translate(_FULL_WIDTH) if _WIDE.search(head) else head
    if head[0] in "（(【〔［[":
        return _reports(head) or _bracketed(head)
    if not "\u3400" <= head[0] <= "\u9fff" and "日" not in head:
        return None
    return _run(head) or _reports(head) or _undated(head)


def _run(head: str) -> dict[str, Any] | None:
    found = _RUN.match(head)
    sign, place = _sign_and_place(found["who"]) if found else (None, "")
    if found is None or (sign is None and (found["bare_day"] is not None or not gazetteer.is_known(found["who"]))):
        return None
    fields = {**_signed(sign), **_placed(place or (found["who"] if sign is None else "")), **_date(found)}
    return {"rest_starts_at": found.end(), **fields, **_reporters(found, sign)}


def _undated(head: str) -> dict[str, Any] | None:
    """`本报讯（记者 李小山）…`, `央视网消息（记者 …）：`, `新京报讯 记者张三报道：`, `新华社记者王大海 …`."""
    found = _UNDATED.match(head) or _BY_REPORTER.match(head)
    sign, place = _sign_and_place(found["who"]) if found else (None, "")
    if found and sign and not place:
        people = _reporters(found, sign)
        listed = tables.agency(sign) is not None or sign in _OWN or _SIGNS.fullmatch(sign) is not None
        if people.get("authors") and (listed or found.re is _UNDATED):
            return {"rest_starts_at": found.end(), **_signed(sign), **people}
    plain = _PLAIN.match(head)
    sign, place = _sign_and_place(plain["who"]) if plain else (None, "")
    if plain and sign and plain[0][-1] in "，," and tables.agency(sign) is None and sign not in _OWN:
        return None  # `国内新闻消息，…`: a sentence
    if plain is None or sign is None or (place and not (sign in _OWN and gazetteer.is_known(place))):
        return None
    return {"rest_starts_at": plain.end(), **_signed(sign), **_placed(place)}


def _bracketed(head: str) -> dict[str, Any] | None:
    """`（中央社記者陳大文台北11日電）`, `（吉隆坡5日讯）`, `【明報專訊】`, `【环球时报记者 …】`."""
    bracket = _BRACKET.match(head)
    inside = _in_figures(bracket["inside"].strip()) if bracket else ""
    found = _IN_BRACKET.fullmatch(inside)
    if bracket is None or found is None:
        return (_bracketed_report(bracket) or _signed_reporters(bracket)) if bracket else None
    who, relay = _relayed(found["who"].replace(" ", ""), found["relay"])
    sign, place = _sign_and_place(who)
    if sign is None and not (found["kind"][-1] in "讯訊电電" and _may_be_place(who, bool(found["day"]))):
        return None
    reporter = _REPORTER.fullmatch(place)
    place = reporter["place"] if reporter else place or (who if sign is None else "")
    fields = {**_signed(sign or relay), **_placed(place), **_date(found)}
    if reporter:
        return {"rest_starts_at": bracket.end(), **fields, "authors": tuple(reporter["name"].split("、"))}
    behind = _BEHIND.match(head, bracket.end())
    end = behind.end() if behind else bracket.end()
    return {"rest_starts_at": end, **fields, **(_reporters(behind, sign) if behind else {})}


def _relayed(who: str, relay: str | None) -> tuple[str, str | None]:
    """The agency relayed by a paper that signs with the place (`（华盛顿5日法新电）`, `（华盛顿路透电）`), by name."""
    if relay:
        return who, _wire(relay)
    for size in (2, 3):
        wire = _wire(who[-size:]) if len(who) > size + 1 else None
        if wire and gazetteer.is_known(who[:-size]):
            return who[:-size], wire
    return who, None


def _wire(name: str) -> str | None:
    return next((sign for sign in (name, name + "社") if tables.agency(sign)), None)


def _may_be_place(who: str, dated: bool) -> bool:
    return all(map(gazetteer.is_known, re.split("[/、]", who))) or (dated and 2 <= len(who) <= 5)


def _bracketed_report(bracket: re.Match[str]) -> dict[str, Any] | None:
    found = _BRACKETED_REPORT.fullmatch(bracket["inside"].strip())
    if found is None:
        return None
    sign, place = _sign_and_place(found["lead"] or found["sign"] or "")
    if place or ((found["lead"] or found["sign"]) and not sign) or (found["sign"] and not tables.agency(found["sign"])):
        return None
    names, place = _name_and_place(found["who"] or "")
    people = tuple(name for name in names.split("、") if name)
    if any(not 2 <= len(name) <= 4 for name in people):
        return None
    return {
        "rest_starts_at": bracket.end(),
        **_signed(sign),
        **_placed(place),
        **({"authors": people} if people else {}),
    }


def _name_and_place(printed: str) -> tuple[str, str]:
    """`陳大文台北` -> name and place: a known place behind a name of two or three characters."""
    start = printed.rfind("、") + 1
    for size in (3, 2, 4):
        place = printed[start + size :]
        if len(place) > 1 and (gazetteer.is_known(place) or gazetteer.is_known(place[2:])):
            return printed[: start + size], place
    return printed, ""


def _signed_reporters(bracket: re.Match[str]) -> dict[str, Any] | None:
    found = _SIGNED_REPORTERS.fullmatch(bracket["inside"].strip())
    sign, place = _sign_and_place(found["who"]) if found else (None, "")
    if found is None or sign is None or place:
        return None
    people = _people("记者 " + found["people"], sign)
    return {"rest_starts_at": bracket.end(), **_signed(sign), "authors": people} if people else None


def _reports(head: str) -> dict[str, Any] | None:
    found = _REPORTS.match(head) if "報" in head[:50] or "报" in head[:50] else None
    if found is None or (found["lead"] and not found["open"]):
        return None
    fields: dict[str, Any] = {"rest_starts_at": found.end(), "authors": tuple(re.split(r"[、,， /]", found["who"]))}
    sign = _sign_and_place(found["lead"])[0] if found["lead"] else None
    place = {} if found["place"] in _NOT_PLACES else _placed(found["place"])
    return {**fields, **_signed(sign), **place}


def _signed(sign: str | None) -> dict[str, Any]:
    if sign is None:
        return {}
    if sign in _OWN:
        return {"own_paper": True}
    agency = tables.agency(sign)
    return {"agency": agency.name if agency else sign}


def _placed(place: str) -> dict[str, Any]:
    several = tuple(piece for piece in re.split(r"[/、—－-]", place) if piece)
    if not several:
        return {}
    return {"location": place, **({"locations": several} if len(several) > 1 else {})}


def _date(found: re.Match[str]) -> dict[str, str]:
    if not found["month"]:
        return {}
    return {"date": f"{found['year'] or '-'}-{int(found['month']):02d}-{int(found['day']):02d}"}


def _sign_and_place(who: str) -> tuple[str | None, str]:
    """`新华社北京` -> agency and place: the longest listed agency, `本报`, or a name that ends as a paper's does."""
    for length in range(len(who), 1, -1):
        if tables.agency(who[:length]) or who[:length] in _OWN:
            return who[:length], _without_brand(who[length:])
    found = _SIGNS.match(who) if not _NO_SIGN.search(who) else None
    return (found[0].removesuffix("客户端"), _without_brand(who[found.end() :])) if found else (None, "")


def _without_brand(rest: str) -> str:
    """The place behind a sign, without the second brand that stands between (`红网时刻新闻长沙`, `大众网·海报新闻`)."""
    if rest[:1] in ("·", "-", "—"):
        brand = _SIGNS.match(rest, 1)
        return _without_brand(rest[brand.end() :]) if brand else ""
    brand = _SECOND_BRAND.match(rest)
    return rest[brand.end() :] if brand else rest.strip("/、")


def _reporters(found: re.Match[str], sign: str | None) -> dict[str, Any]:
    """The people in brackets behind the sign, or after a bare 记者; the place they report from too."""
    parts = found.groupdict()
    if parts.get("bare"):
        return {"authors": tuple(re.split(r"[、,， /]", parts["bare"]))}
    inside = parts.get("people") or ""
    sent = _FROM.search(inside)
    people = _people(inside[: sent.start()] if sent else inside, sign or "")
    place = _placed(sent["place"] or sent["sent"]) if sent else {}
    return {**({"authors": people} if people else {}), **place}


def _people(inside: str, sign: str) -> tuple[str, ...]:
    labelled = _LABELS.sub(" ", inside)
    longest = 5 if labelled != inside else 3  # `（新闻联播）` is no reporter
    pieces = (_DID.sub("", _name_and_place(_DID.sub("", piece))[0]) for piece in re.split(r"[\s、，,;；/]+", labelled))
    named = (piece for piece in pieces if re.fullmatch(rf"[{_HAN}·]{{2,9}}", piece) and piece != sign)
    return tuple(piece for piece in named if len(piece) <= longest or "·" in piece)


def _in_figures(inside: str) -> str:
    """Days in characters (`五日`, `二十七日`) in figures, as the bracket is read apart from the line."""
    found = _NUMERALS.search(inside)
    if found is None:
        return inside
    tens, ten, ones = found[0].replace("廿", "二十").replace("卅", "三十").rpartition("十")
    value = (_FIGURES.get(tens, 1) * 10 if ten else 0) + _FIGURES.get(ones, 0)
    return f"{inside[: found.start()]}{value}{inside[found.end() :]}"
