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
        "common word", "place name", "a word of furniture", "label", "surname in headline", "surname often in story",
        "own date",
    }
)  # fmt: skip


@cache
def author_weights() -> Logit:
    """The weights that ship with this version."""
    text = (resources.files("cleaner.normalise") / "author_weights.json").read_text(encoding="utf-8")
    return Logit.from_mapping(json.loads(text), NAMES, NONE)


def read(layout: Layout, hints: Hints, found: Signature) -> None:
    """Add the authors of the line that signs the story to a signature, else the organisation that does."""
    lines, none = candidates(layout, hints)
    weights = author_weights()
    chosen = weights.choose(lines, none)
    if chosen is not None and weights.worth(chosen) >= weights.worth_of_none(none) + _margin(chosen):
        several = [chosen, *_going_on(layout, lines, chosen)]
        authors = tuple(dict.fromkeys(name for signer in several for name in signer.signed.authors))
        signing = [layout.blocks[index] for signer in several for index in signer.run.members]
        signature.add_signers(signing, replace(chosen.signed, authors=authors), found, _told(chosen))
    for blocks, signed in found.organisations:
        if not found.fields.keys() & {"authors", "desk"}:
            signature.add_signers(blocks, signed, found)


def _margin(chosen: Signer) -> float:
    vouched = chosen.signed.labelled or any(map(given_names.is_given, chosen.signed.authors))
    return _MARGIN if vouched else _MARGIN_OF_BARE_WORDS


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
