"""The line that is likeliest to say who wrote the story, if any is.

It gives the authors of flattened text, and those of an HTML page whose markup, labels and head name nobody.
`author_weights.json` says what each sign of `author_signs` is worth; `python -m benchmarks train-authors` learns it
from labelled pages. Where no line is likelier than "none of them", the document has no author: nothing is guessed.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from importlib import resources

from cleaner.model import Block
from cleaner.normalise import given_names, signature, signers
from cleaner.normalise.author_signs import NAMES, NONE, Signer, candidates
from cleaner.normalise.layout import Layout
from cleaner.normalise.moments import Hints
from cleaner.normalise.signature import Signature
from cleaner.segment.logit import Logit

# How much likelier than "none of them" a line must be (logarithms of odds): a wrong name is worse than none. Bare words
# of which none is a known given name are as often a rubric.
_MARGIN, _MARGIN_OF_BARE_WORDS = 0.3, 0.8
_MOST_TOLD = 3
_MOST_BETWEEN = 2  # lines of jobs and joints between the names of one signature
_JOB_WORDS = 6
# What speaks against a line that stands right below a signature being its next name.
_DOUBTS = frozenset(
    {
        "common word", "place name", "a word of furniture", "most words of furniture", "label", "surname in headline",
        "surname often in story", "own date",
    }
)  # fmt: skip
# Names of elements whose names are what the story is about.
_TOPIC_WORDS = frozenset({"topic", "topics", "tag", "tags", "category", "categories", "keyword", "keywords", "related"})


@cache
def author_weights() -> Logit:
    """The weights that ship with this version."""
    text = (resources.files("cleaner.normalise") / "author_weights.json").read_text(encoding="utf-8")
    return Logit.from_mapping(json.loads(text), NAMES, NONE)


def read(layout: Layout, hints: Hints, found: Signature) -> None:
    """Add the authors of the line that signs the story to a signature, else the organisation that does."""
    lines, none = candidates(layout, hints)
    chosen = author_weights().choose(lines, none)
    if chosen is not None and _is_sure(chosen, none) and not _is_subject(layout, chosen):
        _sign(layout, [chosen, *_going_on(layout, lines, chosen)], found)
    for blocks, signed in found.organisations:
        if not found.fields.keys() & {"authors", "desk"}:
            signature.add_signers(blocks, signed, found)


def _sign(layout: Layout, several: Sequence[Signer], found: Signature) -> None:
    first = several[0]
    authors = tuple(dict.fromkeys(name for signer in several for name in signer.signed.authors))
    blocks = [layout.blocks[index] for signer in several for index in signer.run.members]
    signature.add_signers(blocks, replace(first.signed, authors=authors), found, _told(first))


def _is_subject(layout: Layout, chosen: Signer) -> bool:
    """Whether markup, where there is any, speaks against a bare name: a topic's element, or one of a row of names."""
    doms = [layout.blocks[index].dom for index in chosen.run.members]
    if chosen.signed.labelled or not all(doms):
        return False
    said = dict(zip(NAMES, chosen.signs, strict=True))
    in_row = said["name right below"] or said["name right above"]
    return bool(in_row) or any(dom is not None and dom.words & _TOPIC_WORDS for dom in doms)


def _is_sure(chosen: Signer, none: Sequence[float]) -> bool:
    weights = author_weights()
    vouched = chosen.signed.labelled or any(map(given_names.is_given, chosen.signed.authors))
    margin = _MARGIN if vouched else _MARGIN_OF_BARE_WORDS
    return weights.worth(chosen) >= weights.worth_of_none(none) + margin


def _told(chosen: Signer) -> str:
    """The signs that speak for the line, heaviest first."""
    weighed = zip(chosen.signs, author_weights().lines, NAMES, strict=True)
    worth = sorted(((sign * weight, name) for sign, weight, name in weighed), reverse=True)
    signs = ", ".join(name for value, name in worth[:_MOST_TOLD] if value > 0)
    return f"of the lines near headline and story the likeliest to sign {{names}}; for it speak: {signs}"


def _going_on(layout: Layout, lines: Sequence[Signer], chosen: Signer) -> Iterator[Signer]:
    """The lines below that name further authors: one a line, with at most their jobs between."""
    last = chosen.run.members[-1]
    for signer in lines:
        first = signer.run.members[0]
        if first <= last:
            continue
        between = layout.blocks[last + 1 : first]
        if len(between) > _MOST_BETWEEN or not all(_is_job(block) for block in between):
            return
        if _is_doubtful(signer):
            return
        yield signer
        last = signer.run.members[-1]


def _is_doubtful(signer: Signer) -> bool:
    said = {name for name, sign in zip(NAMES, signer.signs, strict=True) if sign}
    return not said.isdisjoint(_DOUBTS)


def _is_job(block: Block) -> bool:
    return block.words <= _JOB_WORDS and (signers.has_role(block.text) or not any(map(str.isalpha, block.text)))
