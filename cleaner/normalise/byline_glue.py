"""Fields of a byline that lost what parted them: `Ann LeeStaff Writer`, `ANN LEE The Associated Press`."""

from __future__ import annotations

import re

from cleaner.normalise import names, signers, tables

_JOBS = r"(?:Staff|Senior|Special|Political|Guest|Chief|Sports|News|Correspondent|Reporter|Editor|Columnist)\b"
_BESIDE_JOB = r"(?:Writer|Reporter|Columnist|Correspondent|Editor|Critic|Photographer)\b"
_GLUED = re.compile(
    rf"(?<=[a-zà-ÿ])(?=[A-Z]{{3,}}|The [A-Z]|{_JOBS})"
    rf"|(?<=[a-z]{{3}})(?=[A-Z][a-z]{{2,15}} (?:[A-Z][a-z]{{2,15}} )?{_BESIDE_JOB})"
    rf"|(?<=[A-ZÀ-Þ]{{3}})(?=The [A-Z]|{_JOBS}|[A-Z][a-z]{{2,15}} {_BESIDE_JOB})"
)
_CAPITAL_INSIDE = re.compile(r"[A-Z](?:(?<=[a-zà-ÿ].)|(?<=[A-ZÀ-Þ]{2}.)(?=[a-z]{2}))")
_INSIDE = re.compile(r"(?<=[a-zà-ÿ]{3})(?=[A-Z][a-z])|(?<=[A-ZÀ-Þ]{3})(?=[A-Z][a-z]{2})")
# Words that end a paper's name; in a person's they are rare, but where fields are glued together they are plain.
_ENDINGS = frozenset(
    {"advocate", "beacon", "citizen", "democrat", "enterprise", "globe", "independent", "leader", "ledger", "monitor",
     "post", "press", "record", "register", "republic", "republican", "review", "standard", "star", "statesman",
     "sun", "times", "today", "union", "voice", "world"}
)  # fmt: skip
_SHOUTED_NAME = re.compile(
    r"(?:[A-ZÀ-ÖØ-Þ][A-ZÀ-ÖØ-Þ.'’\-]*(?: (?:de|la|van|von|der|Jr\.|[A-ZÀ-ÖØ-Þ][A-ZÀ-ÖØ-Þ.'’\-]*)){1,4})"
    r" (?=[A-Z]?[a-zà-ÿ])"
)


def parted(bare: str) -> str:
    """The line with bars where two fields touch: before a job, capitals or an article."""
    return _GLUED.sub(" | ", bare)


def has_seam(text: str) -> bool:
    """Whether a capital stands inside one of its words."""
    return _CAPITAL_INSIDE.search(text) is not None


def without_paper(part: str) -> tuple[str, str | None]:
    """`Ann LeePalm Coast Courier` parted: what stands before the seam, and the paper, wire or station after it."""
    for seam in _INSIDE.finditer(part):
        before, after = part[: seam.start()], part[seam.start() :]
        if " " in before and _is_outlet(after):
            return before, after
    return part, None


def after_capitals(text: str) -> str:
    """`ANN LEE Gazette Reporter` with a comma after the name, where capitals end and a job, wire or outlet follows."""
    shouted = _SHOUTED_NAME.match(text) if text[1:2].isupper() or text[1:2] in ". " else None
    if not shouted:
        return text
    end = shouted.end() - 1
    last = shouted[0].split()[-1]
    if tables.agency(last) and len(last) > 1 and shouted[0].count(" ") > 2:  # `ANN LEE AP Science Writer`
        end -= len(last) + 1
    rest = text[end + 1 :]
    known = tables.agency(rest) or signers.has_role(rest) or _is_outlet(rest) or signers.is_desk(rest)
    return f"{text[:end]}, {rest}" if known and not rest.startswith(("For ", "Of ")) else text


def _is_outlet(words: str) -> bool:
    plain = words.strip(" ,.")
    if tables.agency(plain) or tables.publisher_named(plain) or signers.is_paper(plain):
        return True
    last = plain.rpartition(" ")[2].lower()
    named = last in _ENDINGS or last.rpartition("-")[2] in _ENDINGS
    return " " in plain and named and not any(map(names.PARTICLES.__contains__, plain.lower().split()[:1]))
