"""A dateline as it is read: its fields, how its places are spelled, and what may follow it."""

from __future__ import annotations

import re
from typing import Any, NamedTuple

from cleaner.normalise import gazetteer, names

_SPEECH = re.compile(r"[^.!?]{0,40}: ?[“\"]")
# `ROMA - LAZIO 2-1`: a result, not a story.
_SCORE = re.compile(r"[^.!?\d]{0,30}\d{1,3}\s?[-:–]\s?\d{1,3}(?!\d)")
# `LONDON: 7 July, 8pm, …`, `Athen - 12 Uhr: …`: an event and its hour.
_EVENT = re.compile(r"(?=\d)(?:\d{1,2}\.? [^\W\d]{3,10},? )?\d{1,2}(?:[:.]\d\d)?\s?(?:[ap]\.?m\b|Uhr|h\b|°|:\d\d)")
# `31 grados; Barcelona: 29 grados; …`, a list that the first place opens.
_ENTRIES = re.compile(r"(?:\d[^:;]{0,40}[;,؛،]|[^:;؛]{1,40}[;؛])\s?[^:;,\d]{2,25}: ?\w")
_NO_STORIES = (_SPEECH, _SCORE, _EVENT)
_STARTS_STORY = re.compile(r"[\"'“„«‘‹¿¡(\[]?\s?[^\W_]")


class Dateline(NamedTuple):  # not a dataclass: each is made anew as it is read, step by step
    """A dateline. `location` as printed but for capitals, `locations` only if several; `date` as `--12-02`
    without a year and ISO with one; `agency` canonical; `rest_starts_at` where the story begins in the text.
    """

    raw: str
    rest_starts_at: int
    location: str | None = None
    locations: tuple[str, ...] = ()
    date: str | None = None
    agency: str | None = None
    agencies: tuple[str, ...] = ()
    service: str | None = None
    distributor: str | None = None
    authors: tuple[str, ...] = ()
    own_paper: bool = False

    def to_dict(self) -> dict[str, Any]:
        """The filled fields, without `raw` and `rest_starts_at`."""
        return names.without_empty(self, leave_out=("raw", "rest_starts_at"))


def story_follows(found: Dateline, head: str) -> Dateline | None:
    """Only a story's first word, capital or quotation may follow; a lower-case word continues a sentence."""
    rest = head[found.rest_starts_at :]
    opening = _STARTS_STORY.match(rest)
    if opening is None or gazetteer.is_small(opening[0][-1]) or any(form.match(rest) for form in _NO_STORIES):
        return None
    if head[: found.rest_starts_at].rstrip().endswith(":") and _ENTRIES.match(rest):
        return None
    return found


def placed(place: str | None) -> dict[str, Any]:
    """The fields of a printed place part: the whole, spelled, and its places if they are several."""
    pieces = gazetteer.pieces(place) if place else ()
    if not place or not pieces:
        return {}
    if len(pieces) == 1:
        return {"location": gazetteer.spelled(pieces[0])}
    whole = " ".join(place.split()).strip(" ,;")
    spelled = tuple(map(gazetteer.spelled, pieces))
    for printed, name in zip(pieces, spelled, strict=True):
        whole = whole.replace(printed, name, 1)
    return {"location": whole, "locations": spelled}
