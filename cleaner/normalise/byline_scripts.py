"""Signatures in scripts without capitals, where a paper's fixed form tells a name from words."""

from __future__ import annotations

import re
from dataclasses import dataclass

from cleaner.normalise import gazetteer

_HANGUL_NAMES = r"[가-힣]{2,4}(?:(?:\s?기자)?\s?[·,/]\s?[가-힣]{2,4}){0,5}"
_KOREAN = re.compile(
    r"^(?:[\[(【](?P<at>[가-힣]{2,6})=(?P<press>[가-힣A-Za-z]{2,10})[\])】]\s?)?/?"
    r"(?:(?:글[·/]사진|글|사진|취재|정리)[·=:\s]\s*)?(?:(?P<place>(?:(?!기자|특파원)[가-힣, ]){1,15}[가-힣])[\s=])?"
    rf"(?P<names>{_HANGUL_NAMES})\s?(?:선임|수습|전문|객원)?\s?(?P<job>기자|특파원|통신원|논설위원|앵커)(?:\s외 \d+명)?"
    r"(?:\s?[/,]?\s?사진[=:·\s]\s?(?P<photo>[가-힣]{2,4})(?:\s?(?:기자|작가))?)?$"
)
# How papers' names end, which stand where others print a place.
_PRESS_ENDINGS = ("뉴스", "신문", "일보", "경제", "방송", "닷컴", "타임스", "데일리", "미디어", "투데이")
_KOREAN_JOINT = re.compile(r"(?:\s?기자)?\s?[·,/]\s?")
_HAN = "[\u3400-\u9fff]"
_HAN_WORD = re.compile(rf"{_HAN}+")
_HAN_NAMES = rf"{_HAN}{{2,4}}(?:[、,，\s]{_HAN}{{2,4}}){{0,3}}"
_REPORTED = r"(?:報導|报道|報道|报导|專電|专电|採訪|采访|攝影|摄影)"
# `記者陳怡蓁／台北報導`, `记者 张大文 北京报道`, `本报记者 张大文 发自北京`.
_CHINESE = re.compile(
    rf"^[〔\[]?{_HAN}{{0,6}}?(?P<job>記者|记者|特派員|特派员)\s?(?P<names>{_HAN_NAMES})"
    rf"(?:\s?[／/｜╱]\s?(?P<place>{_HAN}{{2,4}}?)(?:即時|即时|連線|连线|專題|特稿)?{_REPORTED}"
    rf"|(?P<glued>{_HAN}{{2,3}}){_REPORTED}|\s(?P<from>{_HAN}{{2,4}}?){_REPORTED}|\s?[发發]自(?P<out>{_HAN}{{2,6}}))[〕\]]?$"
)
# `新京报记者 张大文 编辑 李小山 校对 王海`: who did what, each task before its names.
_TASKS = {
    **dict.fromkeys(("记者", "記者", "作者", "文", "撰文", "撰稿", "采写", "采访", "通讯员", "实习生", "实习记者",
                     "见习记者",
                     "实习", "执笔", "採訪", "報導", "报道"), "authors"),
    **dict.fromkeys(("编辑", "編輯", "责编", "责任编辑", "編集", "責任編輯"), "editors"),
    **dict.fromkeys(("摄影", "攝影", "图", "圖", "图片", "拍摄", "写真", "撮影"), "photographers"),
    **dict.fromkeys(("校对", "审核", "制图", "设计", "监制", "排版", "统筹", "校對", "主编", "视频", "剪辑"), "others"),
}  # fmt: skip
_TASK_NAMES = re.compile(r"[\s|｜丨:：/／、]+")
_OWN_REPORTER = re.compile("^[\u3400-\u9fff]{0,8}?(记者|記者)(?=[\\s|｜丨:：/／])")
_NO_PLACES = frozenset(
    {"綜合", "综合", "整理", "編譯", "编译", "專題", "专题", "獨家", "独家", "現場", "现场", "實習", "本報", "本报"}
)
_CHINESE_JOINT = re.compile(r"[、,，\s]")
_ARABIC_WORD = "[\u0620-\u063f\u0641-\u06d3\u200c]{2,14}"
_ARABIC = re.compile(
    rf"(?P<place>{_ARABIC_WORD}(?: {_ARABIC_WORD})?)\s?(?: [ـ\-–—] |ـ)\s?"
    rf"(?P<name>(?P<given>{_ARABIC_WORD})(?: {_ARABIC_WORD}){{1,3}})"
)
# `كتب محمد علي`: the word alone is a verb, so a given name must follow.
_ARABIC_WROTE = re.compile(
    rf"(?:كتب|كتبت|تقرير|حوار|إعداد|أعده|أعدته)\s?[-ـ:–]?\s?"
    rf"(?P<name>(?P<given>{_ARABIC_WORD})(?: {_ARABIC_WORD}){{1,3}})"
)
# Names that children are given; headlines of the same form (`القاهرة ـ اتفاق جديد`) begin with a word.
_GIVEN = frozenset(
    {
        "محمد", "أحمد", "احمد", "محمود", "مصطفى", "علي", "حسن", "حسين", "عمر", "عثمان", "إبراهيم", "ابراهيم",
        "إسماعيل", "يوسف", "عبد", "عبدالله", "عبدالرحمن", "عبدالعزيز", "عبده", "خالد", "طارق", "سامي", "سمير",
        "كريم", "كمال", "جمال", "جلال", "فؤاد", "فاروق", "فيصل", "فهد", "سعد", "سعود", "سعيد", "سليمان",
        "سلطان", "سلمان", "صالح", "صلاح", "ناصر", "نبيل", "نزار", "نجيب", "هاني", "هشام", "وائل", "وليد",
        "ياسر", "ياسين", "يحيى", "يزيد", "زياد", "رامي", "رائد", "رشيد", "رضا", "رفيق", "ربيع", "بلال", "بسام",
        "باسم", "بشير", "بدر", "أمين", "أمير", "أنس", "أنور", "أسامة", "أشرف", "أكرم", "أيمن", "إيهاب", "إياد",
        "جورج", "جوزيف", "ميشال", "بيار", "إلياس", "الياس", "طوني", "مروان", "معتز", "منير", "موسى", "عيسى",
        "عادل", "عامر", "عماد", "عدنان", "عصام", "علاء", "غسان", "فادي", "فارس", "قاسم", "لؤي", "ليث", "ماجد",
        "ماهر", "مازن", "مالك", "شريف", "شادي", "شوقي", "حاتم", "حازم", "حسام", "حمد", "حمزة", "حمدي", "جابر",
        "جاسم", "جهاد", "تامر", "توفيق", "راشد", "مبارك", "مجدي", "محسن", "مراد", "منصور", "فاطمة", "عائشة",
        "مريم", "زينب", "خديجة", "سارة", "ليلى", "هدى", "نور", "نورا", "نادية", "نجوى", "نجلاء", "منى", "مها",
        "ميساء", "ميرفت", "لينا", "لمى", "لبنى", "كوثر", "هبة", "هالة", "هناء", "هيام", "وفاء", "ياسمين", "رنا",
        "ريم", "رانيا", "رشا", "رولا", "سلمى", "سلوى", "سناء", "سمر", "سميرة", "سهير", "سوسن", "سعاد", "شيماء",
        "شيرين", "صفاء", "ضحى", "غادة", "فتحية", "فريدة", "دعاء", "دينا", "داليا", "دلال", "جيهان", "بسمة",
        "بثينة", "أمل", "أميرة", "أسماء", "أماني", "آية", "إيمان", "آمال", "إنجي", "إلهام", "ابتسام", "حنان",
        "حياة", "خلود", "عبير", "عزة", "علا", "عفاف",
    }
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Signed:
    """Persons, and what the form says of them."""

    authors: tuple[str, ...]
    role: str | None = None
    location: str | None = None
    photographers: tuple[str, ...] = ()
    editors: tuple[str, ...] = ()
    press: str | None = None


def read(part: str) -> Signed | None:
    """Who signs, if this is one of the fixed forms and nothing else."""
    if "가" <= part[:1] <= "힣" or (part[:1] in "[(【/" and "기자" in part):
        return _korean(part)
    return _chinese(part) if "者" in part or "特派" in part else None


def _korean(part: str) -> Signed | None:
    found = _KOREAN.match(part)
    if not found:
        return None
    place, photo, press = found["at"] or found["place"], found["photo"], found["press"]
    if place and place.endswith(_PRESS_ENDINGS):
        place, press = None, place
    authors = tuple(_KOREAN_JOINT.split(found["names"]))
    return Signed(
        authors,
        None if found["job"] == "기자" else found["job"],
        place.strip(" ,") if place else None,
        (photo,) if photo else (),
        press=press,
    )


def _chinese(part: str) -> Signed | None:
    found = _CHINESE.match(part)
    if not found:
        return None
    place = found["place"] or found["from"] or found["out"] or found["glued"]
    if found["glued"] and not gazetteer.is_known(place):
        return None
    known = place not in _NO_PLACES
    return Signed(tuple(_CHINESE_JOINT.split(found["names"])), found["job"], place if known else None)


def whole_line(line: str) -> Signed | None:
    """Who signs, by a form that goes over the bars of a line."""
    return _tasks(line) if "\u3400" <= line[:1] <= "\u9fff" else arabic(line)


def _tasks(line: str) -> Signed | None:
    """Several tasks in turn, each with its names of two to four characters; at least two of them."""
    own = _OWN_REPORTER.match(line)
    words = _TASK_NAMES.split(line[own.start(1) :] if own else line)
    done: dict[str, list[str]] = {}
    task, tasks = "", 0
    for word in words:
        if word in _TASKS:
            task, tasks = _TASKS[word], tasks + 1
        elif task and 2 <= len(word) <= 4 and _HAN_WORD.fullmatch(word):
            done.setdefault(task, []).append(word)
        else:
            return None
    if tasks < 2 or "authors" not in done:
        return None
    return Signed(
        tuple(done["authors"]),
        photographers=tuple(done.get("photographers", ())),
        editors=tuple(done.get("editors", ())),
    )


def arabic(line: str) -> Signed | None:
    """`القاهرة ـ محمد النجار`: a city and a name of two to four words, the first a given one."""
    if not "\u0620" <= line[:1] <= "\u06d3":
        return None
    wrote = _ARABIC_WROTE.fullmatch(line)
    if wrote and wrote["given"] in _GIVEN:
        return Signed((wrote["name"],))
    found = _ARABIC.fullmatch(line)
    if found is None or found["given"] not in _GIVEN or not gazetteer.is_known(found["place"]):
        return None
    return Signed((found["name"],), location=found["place"])
