"""HTML, flattened text, or no page at all: told from the bytes' first kilobytes and the markup in the text."""

from __future__ import annotations

import re

from cleaner.model import PageKind
from cleaner.readers.encoding import wide

_LOOKED_AT = 8_192
_TEXT_LOOKED_AT = 65_536

# (magic number, offset, what it is); https://en.wikipedia.org/wiki/List_of_file_signatures. Only numbers that no text
# begins with: "BM" or "MZ" alone would refuse a story about a car.
_MAGIC = (
    (b"%PDF-", 0, "a PDF"),
    (b"%!PS", 0, "PostScript"),
    (b"{\\rtf", 0, "an RTF document"),
    (b"\x89PNG\r\n", 0, "a PNG image"),
    (b"\xff\xd8\xff", 0, "a JPEG image"),
    (b"GIF87a", 0, "a GIF image"),
    (b"GIF89a", 0, "a GIF image"),
    (b"WEBP", 8, "a WebP image"),
    (b"WAVE", 8, "a WAV sound"),
    (b"AVI ", 8, "an AVI video"),
    (b"II*\0", 0, "a TIFF image"),
    (b"MM\0*", 0, "a TIFF image"),
    (b"\0\0\1\0", 0, "an icon"),
    (b"PK\3\4", 0, "a ZIP archive or an office document"),
    (b"PK\5\6", 0, "a ZIP archive"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 0, "an old office document"),
    (b"\x1f\x8b", 0, "gzip data inside gzip data"),
    (b"BZh", 0, "bzip2 data"),
    (b"\xfd7zXZ\0", 0, "xz data"),
    (b"\x28\xb5\x2f\xfd", 0, "zstd data"),
    (b"7z\xbc\xaf\x27\x1c", 0, "a 7z archive"),
    (b"Rar!\x1a\7", 0, "a RAR archive"),
    (b"ustar", 257, "a tar archive"),
    (b"\x7fELF", 0, "a program"),
    (b"\xca\xfe\xba\xbe", 0, "a program"),
    (b"\0asm", 0, "a program"),
    (b"ftyp", 4, "an MP4 video or sound"),
    (b"ID3", 0, "an MP3 sound"),
    (b"\xff\xfb", 0, "an MP3 sound"),
    (b"OggS\0", 0, "an Ogg sound"),
    (b"fLaC\0", 0, "a FLAC sound"),
    (b"\x1aE\xdf\xa3", 0, "a Matroska video"),
    (b"SQLite format 3\0", 0, "an SQLite database"),
    (b"PAR1\x15", 0, "a Parquet file"),
    (b"wOFF\0", 0, "a font"),
    (b"wOF2\0", 0, "a font"),
)
# These are also words, and belong to text unless a control byte stands near.
_WORDS = (b"WEBP", b"WAVE", b"AVI ", b"ustar", b"ftyp", b"ID3", b"BZh")

_CONTROL = bytes([*range(1, 9), *range(14, 27), *range(28, 32), 127])

_INTRO = re.compile(r"(?:\s++|﻿|<!--(?:(?!-->).){0,20000}+-->|<\?[^>]{0,2000}+>)*+", re.DOTALL)
_OPENER = re.compile(r"<(?:!doctype|html|head|body|meta|title|link|script|style|base|frameset)\b", re.IGNORECASE)
_SKELETON = re.compile(r"<(!doctype html|html|head|/head|body|/body|/html)\b", re.IGNORECASE)

_BLOCKS = (
    "address|article|aside|blockquote|center|dd|details|div|dl|dt|fieldset|figcaption|figure|footer|form|h[1-6]|header|hr|"
    "li|main|nav|ol|p|pre|section|table|tbody|td|th|thead|tr|ul"
)
_INLINE = (
    "a|abbr|b|br|button|cite|code|em|font|i|iframe|img|input|label|mark|q|s|small|span|strong|sub|sup|time|u|video"
)
_TAG = re.compile(
    rf"<(?:(?P<block>/?(?:{_BLOCKS}))|/?(?:{_INLINE}))(?=[\s/>])[^<>]{{0,4000}}+>", re.IGNORECASE
)  # fmt: skip


def binary(data: bytes) -> str | None:
    """What the bytes look like (`a PDF`) when they are no page, else None. UTF-16 and UTF-32 are text."""
    sample = data[:_LOOKED_AT]
    for magic, offset, name in _MAGIC:
        if sample.startswith(magic, offset) and not (magic in _WORDS and _is_text(sample[:512])):
            return name
    if sample.startswith((b"\xff\xfe", b"\xfe\xff", b"\0\0\xfe\xff")) or wide(data):
        return None
    return None if _is_text(sample) else "binary data"


def kind(text: str) -> PageKind:
    """`html` or `text`, from decoded text.

    HTML: it opens (after blanks, comments and processing instructions) with an element only a document has, or with
    any element and shows paired blocks; or tags make up much of it. Text that quotes a tag or two, or kept a few
    inline ones when it was flattened, is text.
    """
    start = _INTRO.match(text).end()  # type: ignore[union-attr]  # it matches an empty string
    if _OPENER.match(text, start) or text.startswith("<?xml"):
        return "html"
    sample = text[start : start + _TEXT_LOOKED_AT]
    if "<" not in sample:
        return "text"
    if len({found.lower() for found in _SKELETON.findall(sample)}) >= 4:
        return "html"
    return "html" if _is_fragment(sample, list(_TAG.finditer(sample))) else "text"


def _is_fragment(sample: str, tags: list[re.Match[str]]) -> bool:
    if not tags:
        return False
    blocks = [tag["block"].lower() for tag in tags if tag["block"]]
    ended = {name[1:] for name in blocks if name.startswith("/")}
    pairs = sum(name in ended for name in blocks)
    if tags[0].start() == 0:
        stacked = tags[0]["block"] and len(tags) > 1 and not sample[tags[0].end() : tags[1].start()].strip()
        if pairs or stacked or len(blocks) >= 3:
            return True
    share = sum(len(tag[0]) for tag in tags) / len(sample)
    return len(tags) >= 6 and share >= (0.02 if pairs >= 2 else 0.1)


def _is_text(sample: bytes) -> bool:
    """Few control bytes; NULs alone, strewn over text, are mended and not refused."""
    if not sample:
        return True
    controls = len(sample) - len(sample.translate(None, _CONTROL))
    if controls > 4 and controls * 20 > len(sample):
        return False
    nuls = sample.count(0)
    return nuls * (3 if controls == 0 else 20) <= len(sample)
