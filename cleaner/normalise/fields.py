"""Blocks and verdicts -> the document's fields, for flattened text and HTML alike.

A line gives its fields whether the verdict kept it or not: a byline is no story, yet it is not lost.
What the page prints goes before what its head states; what neither states stays empty.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from cleaner.model import Block, Field, Page, Stated, Verdict
from cleaner.normalise import (
    closing,
    front_matter,
    head_authors,
    headlines,
    last_resort,
    lone_author,
    lone_day,
    opening,
    origin,
    signature,
    stated_facts,
    summary,
    tables,
    title,
)
from cleaner.normalise.layout import lay_out, placed
from cleaner.normalise.moments import Hints
from cleaner.options import Options


@dataclass(frozen=True, slots=True)
class Reading:
    """The fields of a page, in a fixed order, and what its reader should be warned of."""

    fields: tuple[Field, ...]
    warnings: tuple[str, ...] = ()


def read(  # noqa: PLR0913  # the room's one door: what the page shows, what it states, what the caller wants
    page: Page,
    blocks: Sequence[Block],
    verdicts: Sequence[Verdict],
    *,
    stated: Stated,
    language: str | None,
    options: Options,
) -> Reading:
    """Every field that the page states.

    blocks, verdicts: in step, in the page's order. stated: what an HTML page says in its head.
    language: BCP 47 primary tag as far as it is known.
    """
    front = front_matter.find(blocks) if page.kind == "text" else None
    apart = frozenset(block.index for block, _ in front.blocks) if front else frozenset()
    stated = front_matter.added(stated, front) if front else stated
    address = page.url or stated.canonical
    layout = lay_out(blocks, verdicts, apart)
    own = None if address else origin.outlet(layout)
    site = tables.host_of(address) if address else own.domain if own else None
    choice = headlines.choose(layout, page, stated, site)
    if choice and choice.block and choice.block.index not in layout.headlines:
        layout = placed(blocks, verdicts, _repeating(blocks, choice.block), apart)
    hints = Hints(site, language, options.day_first, origin.known_days(page, blocks, stated))
    signed = signature.read(layout, hints)
    stated_facts.reconcile(page, layout, stated, hints, signed)
    lone_author.read(layout, page, hints, head_authors.own_names(stated, hints), signed)
    lone_day.read(layout, hints, signed)
    last_resort.redate_by_address(address, signed)
    last_resort.date_of_page(page, address, signed)
    found = [
        field
        for field in (title.read(layout, choice, stated.title), summary.read(layout, stated, signed.blocks))
        if field
    ]
    found += signed.all()
    whose = origin.read(layout, address, stated, hints, own)
    found += [whose] if whose else []
    found += closing.read(layout, origin.consumed(found))
    for field in opening.read(layout, origin.consumed(found), site=site, language=language):
        if field.name == "dateline" or not any(other.name == "authors" and other.line for other in found):
            found = [other for other in found if other.name != field.name] + [field]
    found += _about_the_page(page, stated, language, options)
    if front:
        found = front_matter.consume(found, front)
    return Reading(tuple(found), tuple(dict.fromkeys(signed.warnings)))


def _repeating(blocks: Sequence[Block], headline: Block) -> tuple[int, ...]:
    """Indexes of the headline and of the blocks with its words."""
    return tuple(block.index for block in blocks if block.folded == headline.folded)


def _about_the_page(page: Page, stated: Stated, language: str | None, options: Options) -> list[Field]:
    found = []
    if language:
        if options.language:
            why = "the caller gave it"
        elif stated.language:
            why = "the page's head states it"
        else:
            why = "most of the page's function words are of this language"
        found.append(Field("language", language, "", "normalise/language", why, consumes="nothing"))
    address = page.url or stated.canonical
    if address:
        why = "the caller gave it" if page.url else "the page's canonical link"
        found.append(Field("url", address, address, "normalise/url", why, consumes="nothing"))
    return found
