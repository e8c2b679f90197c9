"""The values that pass between the rooms. All are frozen; this module imports nothing of ours.

bytes -read-> Page -segment-> Blocks -judge-> Hits -decide-> Verdicts -normalise-> Fields -assemble-> Document
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from typing import Any, Literal, Protocol

SCHEMA = "cleaner/document/1"

PageKind = Literal["html", "text"]
BlockKind = Literal["paragraph", "heading", "list_item", "quote", "table", "code", "caption"]


class Call(Enum):
    """What a rule says of a block."""

    DROP = "drop"
    KEEP = "keep"


class Fate(Enum):
    """Where a block ended: in the story, in a field of the document, or in the ledger."""

    STORY = "story"
    FIELD = "field"
    DROPPED = "dropped"


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the input after Unicode normalisation.

    number: 1-based, as an editor counts the input's lines (LF, CRLF or CR end a line).
    text: normalised text, inner spacing and indentation kept.
    """

    number: int
    text: str


@dataclass(frozen=True, slots=True)
class Page:
    """A page as read: decoded, newlines and Unicode normalised, nothing else changed.

    lines: of flattened text, every line, blank ones too; of HTML, the lines of the markup.
    encoding: the codec that decoded the bytes; None where the caller gave a string.
    repairs: what the reader had to mend, each in words (`undecodable-bytes: 3 bytes shown as U+FFFD`).
    root: the caller's or the parsed element tree for HTML (never mutated), else None.
    """

    kind: PageKind
    lines: tuple[Line, ...]
    id: str | None = None
    url: str | None = None
    encoding: str | None = None
    repairs: tuple[str, ...] = ()
    root: Any = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Stated:
    """What an HTML page states about itself in its head; every field empty for flattened text.

    organisations: authors that the page itself says are no persons.
    """

    title: str | None = None
    site_name: str | None = None
    description: str | None = None
    authors: tuple[str, ...] = ()
    organisations: tuple[str, ...] = ()
    published: str | None = None
    modified: str | None = None
    canonical: str | None = None
    language: str | None = None


Place = Literal["line", "start", "within"]


@dataclass(frozen=True, slots=True)
class Mark:
    """A lexicon phrase found in a block.

    category: the phrase table it stands in (`trending`, `copyright`, …).
    place: `line`, the phrase is the whole block but for digits, counts and punctuation; `start`, the
        block opens with it; `within`, it stands somewhere inside.
    """

    category: str
    phrase: str
    place: Place


@dataclass(frozen=True, slots=True)
class Dom:
    """What the DOM knows of a block; only HTML has it.

    path: element names from the body down (`("div", "article", "p")`).
    words: class, id and role words of the block and its ancestors, lower case.
    link_share: share of the block's characters inside `<a>`, 0 to 1.
    chosen: share of the block's words that trafilatura's own extraction also chose, 0 to 1.
    level: 1 to 6 for h1 to h6, else 0.
    hidden: the markup says that a reader does not see it.
    """

    path: tuple[str, ...]
    words: frozenset[str]
    link_share: float
    chosen: float
    level: int = 0
    hidden: bool = False


Where = Literal["above", "amid", "boxed", "below"]


@dataclass(frozen=True, slots=True)
class Recurrence:
    """On how many other pages of its site a line stands; only where templates were learned from the site.

    pages: other pages with this line; of: other pages that were learned from; at least 1.
    place: where it stands here, seen from the paragraphs that no other page has: `above` the first of them, `below`
        the last, and between them `amid` where it stands alone, `boxed` in a run of lines that recur.
    alike: other pages on which it stands in the same place as here.
    site: the site's name.
    """

    pages: int
    of: int
    alike: int
    place: Where
    site: str


@dataclass(frozen=True, slots=True)
class Block:
    """The unit of judgement: a paragraph, heading, list item, …; for flattened text, one or more lines.

    index: position in the sequence, 0-based.
    text: white space collapsed, never empty.
    folded: `text` in case-folded form for comparison, typographic quotes and dashes made plain.
    first, last: 1-based input lines, inclusive. For HTML the line of the markup where it starts, twice.
    gap: blank lines before it (0 for HTML).
    words: number of words; in scripts without spaces, two characters count as one word.
    marks: lexicon phrases found in it.
    headline: it reads as the page's headline or repeats it.
    link_share: share of characters inside links; None (unknown), never 0, for flattened text.
    recurs: what the site's other pages have of it; None where they were not learned from, or too few have it.
    """

    index: int
    text: str
    folded: str
    first: int
    last: int
    kind: BlockKind = "paragraph"
    gap: int = 0
    words: int = 0
    marks: tuple[Mark, ...] = ()
    headline: bool = False
    link_share: float | None = None
    dom: Dom | None = None
    recurs: Recurrence | None = None

    def marked(self, *categories: str, place: Place | None = None) -> Mark | None:
        """The first mark of one of these categories (at this place), or None."""
        for mark in self.marks:
            if mark.category in categories and (place is None or mark.place == place):
                return mark
        return None


@dataclass(frozen=True, slots=True)
class Hit:
    """What one rule says of one block.

    block: the block's index.
    weight: the rule's own confidence, 0 to 1; `decide` knows what a rule's word is worth.
    why: one sentence in words that quotes the evidence.
    rule: stamped by the engine, so that no rule can sign for another.
    """

    block: int
    call: Call
    weight: float
    why: str
    rule: str = ""


class Reason(Protocol):
    """Why a verdict fell as it did, put in words when somebody asks: most of a corpus's lines nobody asks about.

    why: one sentence in words.
    evidence: (what, log-odds) pairs of the learned weights and the rules' voices, strongest first.
    """

    @property
    def why(self) -> str: ...

    @property
    def evidence(self) -> tuple[tuple[str, float], ...]: ...


@dataclass(frozen=True, slots=True)
class Said:
    """A reason that is in words already."""

    why: str
    evidence: tuple[tuple[str, float], ...] = ()


@dataclass(frozen=True, slots=True)
class Verdict:
    """The decision on one block, with all that moved it.

    score: log-odds that the block is story; above 0 it is kept.
    rule: the name of what decided: a rule, a guard, or the learned weights (`decide/reads-as-story`).
    reason: the evidence that weighed most, in words.
    hits: every rule's word on the block, for and against.
    fate, fields: set when the document is assembled; `fields` names those the block went into.
    """

    block: Block
    kept: bool
    score: float
    rule: str
    reason: Reason = field(compare=False)
    hits: tuple[Hit, ...] = ()
    fate: Fate = Fate.STORY
    fields: tuple[str, ...] = ()

    @property
    def why(self) -> str:
        """The reason in one sentence."""
        return self.reason.why

    @property
    def evidence(self) -> tuple[tuple[str, float], ...]:
        """What moved the score, strongest first."""
        return self.reason.evidence


@dataclass(frozen=True, slots=True)
class Field:
    """One field of the document, read from the page.

    value: what the document carries, in the contract's shape.
    raw: the words it was read from, as the page prints them.
    line: 1-based input line of `raw`; None where it stands in no line (the page's head, the caller).
    block: index of the block it was read from, None likewise.
    consumes: `block`, the block holds nothing else and leaves the story; `prefix`, only its first
        `len(raw)` characters do (a dateline); `nothing`, the block stays where the verdict put it.
    """

    name: str
    value: Any
    raw: str
    rule: str
    why: str
    line: int | None = None
    block: int | None = None
    consumes: Literal["block", "prefix", "nothing"] = "block"


@dataclass(frozen=True, slots=True)
class StoryBlock:
    """A block of the cleaned story."""

    kind: BlockKind
    text: str
