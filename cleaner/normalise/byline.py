"""Lines that say who wrote: persons apart from desks, agencies, outlets and roles; dates if the line prints them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from cleaner.normalise import byline_glue, byline_scripts, byline_text, dates, names
from cleaner.normalise.byline_draft import Draft
from cleaner.normalise.byline_labels import label_end
from cleaner.normalise.byline_lookalikes import is_button, is_other
from cleaner.normalise.byline_signers import MOST_STRANGERS, read_part
from cleaner.normalise.moments import Hints, Scan, is_prose, scan

__all__ = ("LONGEST", "Byline", "is_bare", "label_end", "parse", "read", "run_in")

LONGEST = 300
_UNDATED = dates.Dates(raw="")
_LONGEST_RUN_IN = 60
_LONGEST_UNLABELLED = 120
# Words with at most a comma after each: no sign at which a line is cut into parts or names.
_JOINTS = r"\s,;:：|•·/+&@*_\[\](){}（）【】、،–—"
_BARE = re.compile(rf"[^\-{_JOINTS}][^{_JOINTS}]*+(?:,? [^\-{_JOINTS}][^{_JOINTS}]*+)*+")
_LETTER = re.compile(r"[^\W\d_]")
# `·` parts fields only between spaces or before a figure: it also joins the halves of foreign names.
# One set of first characters, told apart by a look behind, is what `re` passes over a text fastest for.
_PARTS = re.compile(r"[\s|•·](?:(?<=\s)\s*[|•\n]\s*|(?<=[|•\n])\s*|(?<=\s)[·/–—-]\s|(?<=·)(?=\d|\s)|(?<=\s)\s+)")
_WITH_AGENCIES = re.compile(
    r"\s*(?:,|\()?\s*\b(?:with|and|mit|avec|con|com|och|og|med|et|e)\s+"
    r"(?:news\s+|les\s+|le\s+|inputs? from\s+|informaciones? de\s+|informações (?:de|das)\s+)?"
    r"(?:agenc(?:ies|ias|e)|agências|agences|agenzie|agenturen|byråer|byråerna)\)?\s*$",
    re.IGNORECASE,
)
_LONGEST_WITH_AGENCIES = 36


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


def parse(text: str, *, site: str | None = None, language: str | None = None) -> Byline | None:
    """Who signs, if the line says nothing else; None for any other text.

    A line without a label (`By`, `Von`, …) counts if all of it reads as names, desks, agencies and dates.
    """
    return read(text, Hints(site, language))


@lru_cache(maxsize=128)  # the lines near a headline are read for their dates, for their names and as neighbours
def read(text: str, hints: Hints) -> Byline | None:
    """As `parse`, with all that is known beside the line."""
    opening = run_in(text)
    if opening or len(text) > LONGEST:
        return opening
    if _is_other(text):
        return None
    found = scan(text, hints)
    bare = None if dates.has_range(text, found.tokens) else byline_text.without_dates(text, found, hints.language)
    if not bare or not _LETTER.search(bare) or (len(text) > _LONGEST_UNLABELLED and _is_paragraph(text, bare)):
        return None
    bare, email = byline_text.without_contacts(byline_text.without_tail(byline_text.without_links(bare)))
    draft = Draft(language=hints.language, vouched=bool(found.published or found.modified))
    draft.put("email", email)
    generic = _with_agencies(bare)
    if generic:
        bare = bare[: generic.start()]
    bare = byline_text.with_labels_joined(bare)
    form = None if bare.isascii() else byline_scripts.whole_line(bare.strip(" |"))
    if form:
        draft.take(form)
        return _finished(text, draft, found, bool(generic))
    if not _read_parts(bare, draft):
        return None
    return _finished(text, draft, found, bool(generic))


def _is_other(text: str) -> bool:
    """Whether it is a heading, a sentence, or names somebody who wrote nothing here."""
    if text.rstrip().endswith((":", "：")) or (is_prose(text) and not label_end(text)):
        return True
    return (text[:1] in "—–-" or text[-1:] == ")") and is_other(text)


def _read_parts(bare: str, draft: Draft) -> bool:
    """Read what stands between the bars of a line; False where its words are too many that nobody is called."""
    seam = byline_glue.has_seam(bare)
    for part in _PARTS.split(byline_glue.parted(bare) if seam else bare):
        signers, paper = byline_glue.without_paper(part) if seam else (part, None)
        read_part(_trimmed(signers), draft)
        if paper:
            draft.employ(_trimmed(paper))
        if draft.strangers > MOST_STRANGERS:
            return False
    return True


def _with_agencies(bare: str) -> re.Match[str] | None:
    """The closing `with agencies`, if any."""
    tail = bare[-_LONGEST_WITH_AGENCIES:].lower()
    return _WITH_AGENCIES.search(bare) if "agen" in tail or "agên" in tail or "byråer" in tail else None


def _trimmed(part: str) -> str:
    """Without signs around it; brackets stay if they close inside (`Ann Lee, Paris (AFP)`)."""
    part = part.strip(" ,;:·-–—")
    inside = part.strip("()（）【】")
    return part if inside.count("(") != inside.count(")") else inside.strip(" ,;:·-–—")


def is_bare(text: str) -> bool:
    """Whether it is words only, with no label before them and no joint inside that one may follow."""
    cut = byline_glue.has_seam(text) or byline_text.has_phone(text)
    return not cut and _BARE.fullmatch(text) is not None and not label_end(text)


def _is_paragraph(text: str, bare: str) -> bool:
    """Whether a long line signs nothing: no label opens it, and it has no date or most of its other words are small."""
    words = bare.split()
    return not label_end(text) and (bare == text or 2 * sum(map(str.islower, words)) > len(words))


def _finished(text: str, draft: Draft, found: Scan, generic: bool) -> Byline | None:
    draft.authors = [author for author in draft.authors if not is_button(author)]
    signed = bool(
        draft.authors
        or draft.initials
        or draft.single.keys() & {"desk", "agency"}
        or draft.people.keys() - {"photographers"}  # by itself a photo credit
        or draft.agencies
    )
    dated = bool(found.published or found.modified)
    if not signed or draft.strangers > (MOST_STRANGERS if draft.labelled or dated else 0):
        return None
    stamps = dates.of(text, found) if dated else _UNDATED
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
