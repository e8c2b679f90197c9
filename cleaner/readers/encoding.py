"""Bytes to text: which encoding, and what could not be decoded.

In this order: a byte order mark; the NULs of UTF-16 or UTF-32 without one; strict UTF-8; UTF-8 with a few broken
bytes; the charset that the markup declares; detection by charset-normalizer; windows-1252.

Valid UTF-8 comes before the declared charset, against the letter of WHATWG: text of another encoding is practically
never valid UTF-8 by chance, while pages served as UTF-8 under an old `iso-8859-1` meta are common. Single-byte labels
are read as their windows superset, as the WHATWG Encoding Standard says (https://encoding.spec.whatwg.org/#names-and-labels).
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from cleaner.readers import latin
from cleaner.readers.characters import REPLACEMENT

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

# Python's name of a declared charset -> the superset that browsers read it with (WHATWG).
_SUPERSETS = {
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "iso8859-11": "cp874",
    "tis-620": "cp874",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
    "big5": "big5hkscs",
}

# Charsets of web pages; charset-normalizer chooses among these alone, which keeps it quick and sure on short text.
_DETECTED = (
    "cp1250", "cp1251", "cp1252", "cp1253", "cp1254", "cp1255", "cp1256", "cp1257", "cp1258", "cp874", "cp932", "cp949",
    "big5", "euc_jp", "gb18030", "iso8859_2", "iso8859_5", "iso8859_7", "koi8_r", "koi8_u",
)  # fmt: skip

# What may be declared: Python also knows `hex`, `rot13`, `utf-7`, …, which no page is written in.
_DECLARED = re.compile(r"cp\d+|iso8859-\d+|koi8|mac-|gb|big5|shift_jis|euc_|iso2022_|hz$|utf-8|tis-620|johab|ptcp|kz")

_LOOKED_AT = 8_192
_SAMPLE = 16_384
# With fewer bytes above 127 than this, detection guesses; WHATWG's own fallback is better.
_ENOUGH = 4
# One broken byte to so many valid UTF-8 sequences is damage, not another encoding.
_DAMAGE = 20

_ESCAPED = re.compile("[\udc80-\udcff]")
_HIGH_RUN = re.compile(rb"[^\n<>]{0,200}[\x80-\xff][^\n<>]{0,200}")
_SEQUENCE = re.compile(
    rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}"
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text as decoded, the codec (Python's name), and what had to be mended, in words."""

    text: str
    encoding: str
    repairs: tuple[str, ...] = ()


def decode(data: bytes, markup: bool) -> Decoded:
    """Decode any bytes; what cannot be decoded is shown as U+FFFD and counted in a repair note.

    markup: the bytes look like HTML or XML, so a charset declared in them counts.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _decoded(data[len(mark) :], encoding)
    if encoding := wide(data):
        return _decoded(data, encoding)
    if b"\x1b" in data and markup and (encoding := _declared(data)) and encoding.startswith("iso2022"):
        return _decoded(data, encoding)
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        return _decoded(data, _guess(data, markup))


def wide(data: bytes) -> str:
    """The UTF-16 or UTF-32 that bytes without a mark are in, told by where their NULs stand; else an empty string.

    Spaces and line ends are NUL in one half in every script, so that text is told from binary by its NULs being on
    one side only, and by its decoding without a fault.
    """
    sample = data[: _LOOKED_AT // 4 * 4]
    if sample.count(0) * 50 < len(sample) or len(sample) < 4 or _is_dotted(sample):
        return ""
    columns = [sample[start::4].count(0) for start in range(4)]
    even, odd = columns[0] + columns[2], columns[1] + columns[3]
    quarter = len(sample) // 4
    candidates = (
        ("utf-32-be", columns[0] == quarter and columns[3] * 4 < quarter),
        ("utf-32-le", columns[3] == quarter and columns[0] * 4 < quarter),
        ("utf-16-be", even > 4 * odd),
        ("utf-16-le", odd > 4 * even),
    )
    for encoding, fits in candidates:
        if fits and _reads(sample, encoding):
            return encoding
    return ""


def _is_dotted(sample: bytes) -> bool:
    """Whether it is narrow text with NULs strewn in: few of them, and the rest is UTF-8 without controls.

    UTF-16 of other scripts has few NULs too, but then its other bytes are controls or no UTF-8.
    """
    rest = sample.replace(b"\0", b"")
    if len(rest) * 4 < len(sample) * 3:
        return False
    text = rest.decode("utf-8", "replace")
    return sum((char < " " and char not in "\n\r") or char == REPLACEMENT for char in text) * 10 < len(text)


def _reads(sample: bytes, encoding: str) -> bool:
    """Whether the sample decodes (its last character may be cut) into text without controls."""
    try:
        text = codecs.getincrementaldecoder(encoding)().decode(sample)
    except UnicodeDecodeError:
        return False
    return bool(text) and sum(char < " " and char not in "\t\n\r\f" for char in text) * 50 < len(text)


def _guess(data: bytes, markup: bool) -> str:
    high = sum(len(run) for run in re.findall(rb"[\x80-\xff]+", data[:1_000_000]))
    valid = sum(len(sequence) for sequence in _SEQUENCE.findall(data[:1_000_000]))
    if (high - valid) * _DAMAGE <= valid:
        return "utf-8"
    if markup and (encoding := _declared(data)):
        return encoding
    return _detected(data) if high >= _ENOUGH else "cp1252"


def _declared(data: bytes) -> str:
    """The charset of an XML declaration or a meta element as a codec that pages are written in, or an empty string."""
    from bs4.dammit import EncodingDetector

    label = EncodingDetector.find_declared_encoding(data[:_SAMPLE], is_html=True, search_entire_document=True)
    return codec(label or "")


def codec(label: str) -> str:
    """Python's codec for a charset as a page or a server names it, or an empty string for none that pages are in."""
    try:
        name = codecs.lookup(label.strip(" \"'").lower().removeprefix("x-")).name  # x-sjis, x-gbk, x-cp1251
    except (LookupError, ValueError):  # ValueError: a NUL in the label
        return ""
    return _SUPERSETS.get(name, name) if _DECLARED.match(name) else ""


def marked(data: bytes) -> bool:
    """Whether the bytes begin with a byte order mark, or are UTF-16 or UTF-32 without one."""
    return data.startswith(tuple(mark for mark, _ in _MARKS)) or bool(wide(data))


def _detected(data: bytes) -> str:
    """What charset-normalizer makes of the stretches that hold bytes above 127, markup left out."""
    from charset_normalizer import from_bytes

    sample = bytearray()
    for run in _HIGH_RUN.finditer(data):
        sample += run[0] + b"\n"
        if len(sample) >= _SAMPLE:
            break
    best = from_bytes(
        bytes(sample),
        steps=5,
        chunk_size=512,
        cp_isolation=list(_DETECTED),
        preemptive_behaviour=False,
        enable_fallback=False,
    ).best()
    if best is None or best.encoding in latin.ENCODINGS:
        return latin.best(bytes(sample))
    return _SUPERSETS.get(best.encoding, best.encoding)


def _decoded(data: bytes, encoding: str) -> Decoded:
    try:
        return Decoded(data.decode(encoding), encoding)
    except UnicodeDecodeError:
        pass
    try:
        # One lone surrogate for each undecodable byte, so that they can be counted.
        text = data.decode(encoding, "surrogateescape")
        lost = len(_ESCAPED.findall(text))
        text = _ESCAPED.sub(REPLACEMENT, text)
    except UnicodeDecodeError:  # codecs of wide or shifting bytes have faults that no surrogate can stand for
        text = data.decode(encoding, "replace")
        lost = text.count(REPLACEMENT)
    return Decoded(text, encoding, (f"undecodable-bytes: {lost} shown as U+FFFD",))
