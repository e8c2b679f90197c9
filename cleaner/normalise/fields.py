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
    likely_authors,
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
from cleaner.normalise.front_matter import FrontMatter
from cleaner.normalise.layout import Layout, lay_out, placed
from cleaner.normalise.moments import Hints
from cleaner.options import Options


@dataclass(frozen=True, slots=True)
class Reading:
    """The fields of a page, in a fixed order, and what its reader should be warned of."""

    fields: tuple[Field, ...]
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Ground:
    """What the fields are read from, as far as it is known before the first is read.

    front: front matter of flattened text. stated: the head's statements with the front matter's. address: the page's.
    own: the outlet that the page itself names, where no address does. site: the host that dates and zones go by.
    choice: the title. layout: where headline and story stand.
    """

    front: FrontMatter | None
    stated: Stated
    address: str | None
    own: origin.Outlet | None
    site: str | None
    choice: headlines.Choice | None
    layout: Layout
    hints: Hints


def ground(  # noqa: PLR0913  # the room's door: what the page shows, what it states, what the caller wants
    page: Page,
    blocks: Sequence[Block],
    verdicts: Sequence[Verdict],
    *,
    stated: Stated,
    language: str | None,
    options: Options,
) -> Ground:
    """Where headline and story stand, and what is known beside the lines; arguments as of `read`."""
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
    return Ground(front, stated, address, own, site, choice, layout, hints)


def read(  # noqa: PLR0913  # likewise
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
    known = ground(page, blocks, verdicts, stated=stated, language=language, options=options)
    layout, hints = known.layout, known.hints
    signed = _signed(page, known)
    found = [
        field
        for field in (
            title.read(layout, known.choice, known.stated.title),
            summary.read(layout, known.stated, signed.blocks),
        )
        if field
    ]
    found += signed.all()
    whose = origin.read(layout, known.address, known.stated, hints, known.own)
    found += [whose] if whose else []
    found += closing.read(layout, origin.consumed(found))
    for field in opening.read(layout, origin.consumed(found), site=known.site, language=language):
        if field.name == "dateline" or not any(other.name == "authors" and other.line for other in found):
            found = [other for other in found if other.name != field.name] + [field]
    found += _about_the_page(page, known.stated, language, options)
    if known.front:
        found = front_matter.consume(found, known.front)
    return Reading(tuple(found), tuple(dict.fromkeys(signed.warnings)))


def _signed(page: Page, known: Ground) -> signature.Signature:
    """Who signed and when: the lines first, then the head, then what is said but once."""
    signed = signature.read(known.layout, known.hints, names=page.kind == "html")
    if page.kind == "text":
        likely_authors.read(known.layout, known.hints, signed)
    stated_facts.reconcile(page, known.layout, known.stated, known.hints, signed)
    lone_author.read(known.layout, page, known.hints, head_authors.own_names(known.stated, known.hints), signed)
    if page.kind == "html" and not signed.fields.keys() & {"authors", "desk"}:
        likely_authors.read(known.layout, known.hints, signed)
    lone_day.read(known.layout, known.hints, signed)
    last_resort.redate_by_address(known.address, signed)
    last_resort.date_of_page(page, known.address, signed)
    return signed


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
