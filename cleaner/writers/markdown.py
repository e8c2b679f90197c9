"""The document as CommonMark. A page's own words are escaped: they can add no markup and no HTML.

Only what CommonMark (spec 0.31) or GitHub's tables, strikethrough and footnotes would read as structure is
escaped, so that ordinary prose, `AT&T`, `5 < 6`, `snake_case`, `[sic]`, stays as people wrote it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cleaner.model import StoryBlock

if TYPE_CHECKING:
    from cleaner.document import Document

_FENCED = frozenset({"table", "code"})

_INLINE = re.compile(
    r"""
      \\(?=[!-/:-@\[-`{-~]|$)          # a backslash escapes punctuation, or breaks the line at its end
    | [*`]                             # emphasis, code
    | ~(?=~)|(?<=~)~                   # strikethrough
    | (?<!\w)_|_(?!\w)                 # emphasis; inside a word an underscore is a letter
    | \](?=[(\[:])                     # a link, a reference, a definition
    | <(?=[A-Za-z/!?])                 # a tag, a comment, an autolink
    | &(?=\#?[A-Za-z0-9]{1,32};)       # an entity
    """,
    re.VERBOSE,
)
_HTML = {"<": "&lt;", "&": "&amp;"}

# What is structure only where a line begins: headings, quotes, lists, underlines, rules, a table's second row.
_OPENING = re.compile(r"\A(?:(?=[>#])|(?=[-+](?:\s|$))|(?=[-=:|][-=:|\s]*$)|\d{1,9}(?=[.)](?:\s|$)))")
_CLOSING_HASHES = re.compile(r"(?<=\s)#(?=#{0,1000}$)")
_BACKTICKS = re.compile(r"`+")


def to_markdown(document: Document) -> str:
    """Title as heading, summary in italics, a line of what is known of author, date and place, then the story.

    Ends with a newline; empty for an empty document. Captions are left out, as they are of `text`.
    """
    parts: list[str] = []
    if document.title:
        parts.append("# " + _heading(document.title))
    if document.summary:
        parts += [f"*{_inline(paragraph)}*" for paragraph in document.summary.split("\n\n") if paragraph.strip()]
    if signed := _signature(document):
        parts.append(_escape(signed))
    story = _story([block for block in document.blocks if block.kind != "caption"])
    return "\n\n".join([*parts, *story]) + "\n" if parts or story else ""


def _signature(document: Document) -> str:
    """`By A and B · News Desk · LONDON · published … · updated … · Sky News (news.sky.com)`."""
    dateline = document.dateline or {}
    source = document.source or {}
    name, domain = source.get("name"), source.get("domain")
    known = (
        f"By {' and '.join(document.authors)}" if document.authors else None,
        document.desk,
        dateline.get("location"),
        dateline.get("agency"),
        f"published {document.published}" if document.published else None,
        f"updated {document.modified}" if document.modified else None,
        f"{name} ({domain})" if name and domain else name or domain,
    )
    return " · ".join(part for part in known if part)


def _story(blocks: list[StoryBlock]) -> list[str]:
    """Blocks as Markdown; neighbouring list items are one tight list."""
    parts: list[str] = []
    previous = ""
    for block in blocks:
        written = _block(block)
        if block.kind == previous == "list_item":
            parts[-1] += "\n" + written
        else:
            parts.append(written)
        previous = block.kind
    return parts


def _block(block: StoryBlock) -> str:
    if block.kind == "heading":
        return "## " + _heading(block.text)
    if block.kind == "list_item":
        return "- " + _escape(block.text).replace("\n", "\n  ")
    if block.kind == "quote":
        return "> " + _escape(block.text).replace("\n", "\n> ")
    return _fence(block.text) if block.kind in _FENCED else _escape(block.text)


def _heading(text: str) -> str:
    return _CLOSING_HASHES.sub(r"\\#", _inline(text))


def _fence(text: str) -> str:
    """A fence longer than any run of backticks inside, so that no text can close it."""
    longest = max((len(run) for run in _BACKTICKS.findall(text)), default=0)
    fence = "`" * max(3, longest + 1)
    return f"{fence}\n{text}\n{fence}"


def _escape(text: str) -> str:
    """Text as a block of its own: inner lines kept, none of them able to open a structure."""
    lines = (_OPENING.sub(lambda m: m.group() + "\\", _inline(line)) for line in text.splitlines())
    return "\n".join(line for line in lines if line)


def _inline(text: str) -> str:
    """Text on one line, without the leading and trailing white space that Markdown gives a meaning."""
    return _INLINE.sub(lambda m: _HTML.get(m.group(), "\\" + m.group()), " ".join(text.split()))
