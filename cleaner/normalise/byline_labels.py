"""The words that say who did what on a line: `By`, `Von`, `Text:`, `Photos by`, in many languages."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from types import MappingProxyType

from cleaner.normalise import names
from cleaner.normalise.tokens import label_words, lowered

_LONGEST_LABEL = 40
_ROLES = re.compile(
    r"(?=[pfbmre责編ф])(?:(?P<photographers>(?:(?:photo(?:graph(?:y|s))?s?|pictures|fotos?) (?:by|von|por|de):?"
    r"|(?:photos?|fotos?|bild(?:er)?|фото):)\s+)"
    r"|(?P<producers>produced by:?\s+)"
    r"|(?P<fact_checkers>(?:fact[- ]?checked|medically reviewed|reviewed) by:?\s+)"
    r"|(?P<editors>(?:edited by|责任编辑|责编|編集)\s?[:：]?\s?))",
    re.IGNORECASE,
)
_CJK_LABEL = re.compile(
    r"^[\u3400-\u9fff]{0,6}(?:通讯员|记者)\s?(?=[\u3400-\u9fff]{2,4}(?:[\s、][\u3400-\u9fff]{2,4}){0,4}$)"
    r"|(?:作者|记者|記者|撰文|文|取材|執筆)\s?[:：／/]\s?"
)


def named_roles(part: str, language: str | None) -> Iterator[tuple[str, str]]:
    """The part cut at its role labels: (role, names), the role empty for what no label governs."""
    cuts = [(m.start(), m.end(), str(m.lastgroup)) for m in _ROLES.finditer(part)]
    if not part.isascii():
        cuts += [(m.start(), m.end(), "authors") for m in _CJK_LABEL.finditer(part)]
    opening = label_end(part) or _label_of_language(part, language)
    if opening and not any(start < opening for start, _, _ in cuts):
        cuts.append((0, opening, "authors"))
    cuts.sort()
    before = (part[: cuts[0][0]] if cuts else part).strip()
    if before:
        yield "", before
    for index, (_, end, role) in enumerate(cuts):
        stop = cuts[index + 1][0] if index + 1 < len(cuts) else len(part)
        yield role, part[end:stop].strip(" ,;")


def label_end(part: str) -> int:
    """Where the names begin after an opening `By`, `Autor:`, `Text by`, …; 0 if it opens with none."""
    labels, lengths = _by_labels()
    lower = lowered(part[:_LONGEST_LABEL])
    for end in lengths.get(lower[:2], ()):
        if end <= len(lower) and lower[:end] in labels:
            rest = part[end:]
            if lower[end - 1] in ":：" or rest[:1] in (":", " "):
                return end + len(rest) - len(rest.lstrip(" :"))
    return 0


# Words that only one language puts before a name; elsewhere they belong to it (`De Luca`).
_LABELS_OF = {"ro": "de ", "mo": "de ", "ca": "per ", "bg": "от ", "sk": "od ", "et": "kirjutas "}


def _label_of_language(part: str, language: str | None) -> int:
    label = _LABELS_OF.get(language or "", " ")
    return len(label) if lowered(part[: len(label)]) == label and names.is_person(part[len(label) :]) else 0


@cache
def _by_labels() -> tuple[frozenset[str], Mapping[str, tuple[int, ...]]]:
    """The labels, and by their first two characters their lengths, longest first."""
    labels = label_words("by")
    lengths: dict[str, set[int]] = {}
    for label in labels:
        lengths.setdefault(label[:2], set()).add(len(label))
    return labels, MappingProxyType({first: tuple(sorted(ends, reverse=True)) for first, ends in lengths.items()})
