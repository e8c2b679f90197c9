"""Anything a caller may hold -> Page: bytes, text, a file, an lxml element or a bs4 tag."""

from __future__ import annotations

import sys
from dataclasses import dataclass, replace
from pathlib import Path

from lxml import etree

from cleaner.errors import ConfigError, ReadError
from cleaner.model import Page
from cleaner.options import Options
from cleaner.readers import characters, encoding, files, html, sniff
from cleaner.readers.files import document_id
from cleaner.readers.stated import read_stated
from cleaner.readers.text import lines, markup_lines

__all__ = ["document_id", "read", "read_stated"]

KINDS = ("auto", "html", "text")

_DEFAULTS = Options()
_SNIFFED = 8_192


def read(
    data: object, *, kind: str = "auto", url: str | None = None, id: str | None = None, options: Options = _DEFAULTS
) -> Page:
    """Read a page.

    data: `str`; `bytes`, `bytearray` or `memoryview`; a `pathlib.Path`; an lxml element or element tree; a bs4 tag or
        soup. Bytes and files may be gzip. Elements and tags are copied, never changed.
    kind: `html` or `text` when the caller knows, `auto` to look. Binary data is refused all the same, and an element
        is HTML whatever is said.
    url: handed on. id: handed on; of a Path without one, `document_id` of its name.

    An empty input is a page without lines. Raises ConfigError for an unknown kind and for a url or id that is no
    string; ReadError for another type, for a path that is no readable file, for broken gzip and for binary data;
    LimitError for more than `options.max_bytes`.
    """
    if kind not in KINDS:
        raise ConfigError(f"kind: {kind!r} is unknown; known are {', '.join(KINDS)}")
    for name, value in (("url", url), ("id", id)):
        if not isinstance(value, str | None):
            raise ConfigError(f"{name}: {value!r} is no string; give a str or None")
    if isinstance(data, Path):
        ask = _Ask(kind, files.named(data), options)
        page = _from_bytes(files.load(data, options.max_bytes), ask)
        return replace(page, id=document_id(data.name) if id is None else id, url=url)
    ask = _Ask(kind, files.printable(id or url or "input"), options)
    if isinstance(data, bytes | bytearray | memoryview):
        page = _from_bytes(bytes(data), ask)
    elif isinstance(data, str):
        page = _from_str(data, ask)
    else:
        page = _from_str(_markup(data), replace(ask, kind="html"))
    return replace(page, id=id, url=url)


@dataclass(frozen=True, slots=True)
class _Ask:
    """What is asked for, and how messages name the input."""

    kind: str
    where: str
    options: Options

    def refuse_binary(self, data: bytes) -> None:
        if found := sniff.binary(data):
            raise ReadError(f"{self.where}: looks like {found}, not a page; extract its text or HTML first")


def _from_bytes(data: bytes, ask: _Ask) -> Page:
    if len(data) > ask.options.max_bytes:
        raise files.too_large(ask.where, ask.options.max_bytes)
    data = files.unpack(data, ask.options.max_bytes, ask.where)
    ask.refuse_binary(data)
    decoded = encoding.decode(data, markup=_may_be_markup(data, ask.kind))
    page = _page(decoded.text, ask)
    return replace(page, encoding=decoded.encoding, repairs=decoded.repairs + page.repairs)


def _from_str(text: str, ask: _Ask) -> Page:
    limit = ask.options.max_bytes
    # No character takes more than four bytes, so that most inputs need not be encoded to know.
    if len(text) * 4 > limit and len(text.encode("utf-8", "surrogatepass")) > limit:
        raise files.too_large(ask.where, limit)
    # NULs in a string stand between letters that somebody decoded: they are mended, however many they are.
    ask.refuse_binary(text[:_SNIFFED].replace("\0", "").encode("utf-8", "replace"))
    return _page(text, ask)


def _page(decoded: str, ask: _Ask) -> Page:
    text, repairs = characters.mend(decoded.removeprefix("\ufeff"))
    kind = ask.kind if ask.kind != "auto" else sniff.kind(text)
    if kind == "text":
        return Page("text", lines(text), repairs=repairs)
    root, more = html.parse(text, ask.options.max_depth)
    return Page("html", markup_lines(text), repairs=repairs + more, root=root)


def _may_be_markup(data: bytes, kind: str) -> bool:
    return kind == "html" or (kind == "auto" and sniff.kind(data[:_SNIFFED].decode("latin-1")) == "html")


def _markup(data: object) -> str:
    """The markup of an lxml or bs4 object; raises ReadError for anything else."""
    if isinstance(data, etree._ElementTree):
        data = data.getroot()
    if isinstance(data, etree._Element):
        return etree.tostring(data, encoding="unicode", method="html", with_tail=False)
    # Who holds a tag has bs4 loaded; nobody else should wait for it.
    if type(data).__module__.split(".")[0] == "bs4" or "bs4" in sys.modules:
        from bs4 import Tag

        if isinstance(data, Tag):
            return data.decode()
    raise ReadError(
        f"input: cannot read {type(data).__name__}; give str, bytes, pathlib.Path, an lxml element or a bs4 tag"
    )
