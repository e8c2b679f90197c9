"""Who the author is: a paragraph of his life below the story, or beside its byline.

What it drops: a paragraph that opens with a name, or with "the author", and says what he is, what he writes
about, where he worked before and how to reach him.

Why it is junk: it stands below all that he wrote.

What it must keep: what the story says of journalists and writers. So the paragraph must open with the name
in the page's byline, or stand below the story's last paragraph, beside other furniture.

Example: `Mara Lind is a reporter for the Courier and has covered the harbour since 2021.`

Since: 0.1.0
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from cleaner.lexicon.folding import fold
from cleaner.model import Block, Call, Hit, Mark
from cleaner.rules.phrases import spoken
from cleaner.rules.shape import TEXT, quoted
from cleaner.rules.sheet import Sheet

# A life in a few sentences; one sentence has four words at least.
FEWEST_WORDS, MOST_WORDS = 4, 130
# Names have up to four words, small ones ("van der", "de la") among them.
NAME_WORDS = 4
PARTICLES = frozenset(
    {"al", "bin", "da", "de", "del", "della", "den", "der", "di", "dos", "du", "el", "ibn", "la", "le", "van", "von"}
)
# So many words of paragraphs above: an author is told of below what he wrote.
STORY_WORDS = 60
NEAR = 2
# Bylines are one or a few; a name on every entry of a list is no author of the page.
MOST_BYLINES = 4
FURNITURE = ("about", "share", "follow", "comments", "related", "trending", "latest", "newsletter", "tags",
             "copyright", "contact", "next_previous", "subscribe", "advertisement")  # fmt: skip


def judge(blocks: Sequence[Block]) -> Iterable[Hit]:
    page = Sheet.of(blocks)
    authors = _authors(page)
    places = page.marked("about_author") | (page.saying(*authors) if authors else set())
    below: set[int] = set()  # the biographies of several authors stand one below the other
    for block in reversed(page.pick(places)):
        if block.headline or not FEWEST_WORDS <= block.words <= MOST_WORDS:
            continue
        aside = block.index + 1 in below or _is_aside(page, block.index)
        weight, why = _told(block, authors, aside and block.index in page.texts)
        if weight:
            below.add(block.index)
            yield Hit(block.index, Call.DROP, weight, why)


def _told(block: Block, authors: Collection[str], aside: bool) -> tuple[float, str]:
    mark = block.marked("about_author", place="start")
    if mark and not spoken(block, mark):
        return (0.9 if aside else 0.4), f"opens with {quoted(mark.phrase)}, as lines about the author do"
    mark = block.marked("about_author")
    author = next((name for name in authors if block.folded.startswith(name + " ")), None)
    if author:
        return _of_author(author, mark, aside)
    if mark is None or not aside or spoken(block, mark):
        return 0.0, ""
    name = _name(block.text)
    start = len(fold(name))
    if name and block.folded[start:].lstrip().startswith(mark.phrase):
        return 0.9, f"below the story, {quoted(name)} and what he is: {quoted(mark.phrase)}"
    if " " in name:
        return 0.6, f"below the story, it opens with {quoted(name)} and says {quoted(mark.phrase)}"
    return 0.4, f"below the story, it says {quoted(mark.phrase)}"


def _of_author(author: str, mark: Mark | None, aside: bool) -> tuple[float, str]:
    if mark:
        return 0.95, f"it opens with {quoted(author)}, who wrote the story, and says {quoted(mark.phrase)}"
    return (0.7, f"below the story, it opens with {quoted(author)}, who wrote it") if aside else (0.0, "")


def _authors(page: Sheet) -> Sequence[str]:
    """The folded names behind the page's bylines; none where there are too many for one story."""
    names: dict[str, None] = {}
    for block in page.pick(page.marked("byline", place="start")):
        if block.words > 2 * NAME_WORDS:
            continue
        mark = block.marked("byline", place="start")
        words = block.text.split()
        name = _name(" ".join(words[len(mark.phrase.split()) :])) if mark else ""
        if name.count(" "):
            names[fold(name)] = None
    return tuple(names) if len(names) <= MOST_BYLINES else ()


def _name(text: str) -> str:
    """The capitalised words that the text opens with, if they read as a name of which a sentence begins to speak."""
    words: list[str] = []
    for word in text.split()[: NAME_WORDS + 2]:
        if (
            not (word[0].isupper() or (words and word in PARTICLES))
            or not word.replace("-", "").replace("'", "").replace(".", "").isalpha()
        ):
            break
        words.append(word)
    while words and words[-1].islower():
        words.pop()
    return " ".join(words) if len(words) <= NAME_WORDS else ""


def _is_aside(page: Sheet, at: int) -> bool:
    """Below the story: paragraphs above, and the story does not run on below, or furniture stands beside."""
    if page.paragraph_words[at] < STORY_WORDS:
        return False
    if TEXT.isdisjoint(page.kinds[at + 1 : at + 1 + NEAR]):
        return True
    beside = (*page[max(0, at - NEAR) : at], *page[at + 1 : at + 1 + NEAR])
    return any(near.marked(*FURNITURE, place=place) for near in beside for place in ("line", "start"))
