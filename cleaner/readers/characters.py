"""Unicode as a reader sees it: odd spaces made plain, invisible and control characters taken out, NFC.

`mend` works on a whole input before its kind is known (what no page can hold: NUL, lone surrogates, controls);
`plain` on text, never on markup: NFC would turn `>` and a following U+0338 into one character and eat the tag's end.
"""

from __future__ import annotations

import re
import unicodedata

REPLACEMENT = "�"

# C1 code points in decoded text are windows-1252 bytes read as Latin-1 (WHATWG reads `&#146;` so too). U+0085 is not
# here: it is NEL, a line end. The five bytes that windows-1252 leaves free decode to nothing.
_C1 = {point: bytes([point]).decode("cp1252", "ignore") or None for point in range(0x80, 0xA0) if point != 0x85}

# Kept by `mend`: tab and everything that ends a line or may (LF, VT, FF, CR, NEL); `text.lines` sorts them out.
_CONTROLS = {**dict.fromkeys([*range(0x01, 0x09), *range(0x0E, 0x20), 0x7F, 0xFFFE, 0xFFFF]), **_C1}

_SPACES = dict.fromkeys([0x0B, 0x0C, 0x85, 0xA0, 0x1680, *range(0x2000, 0x200B), 0x202F, 0x205F, 0x3000], " ")

# Zero-width space, soft hyphen, word joiner, BOM; bidi marks, embeddings and isolates; invisible operators; the
# deprecated format characters; interlinear annotation. Joiners (U+200C, U+200D) need their neighbours: see _JOINER.
_INVISIBLE = dict.fromkeys(
    [
        0xAD,
        0x61C,
        0x200B,
        0x200E,
        0x200F,
        *range(0x202A, 0x202F),
        *range(0x2060, 0x2070),
        0xFEFF,
        *range(0xFFF9, 0xFFFC),
    ]
)

_PLAIN = {0: None, **_CONTROLS, **_SPACES, **_INVISIBLE}

_ODD = re.compile("[" + re.escape("".join(map(chr, _PLAIN))) + "\u200c\u200d\ud800-\udfff]")
_C0 = bytes(point for point in _CONTROLS if point < 0x80)
_C1_ENCODED = re.compile(rb"\xc2[\x80-\x84\x86-\x9f]")
_SURROGATE = re.compile("[\ud800-\udfff]")

# Scripts in which a joiner is spelling (Unicode 16, chapters 9 and 12): Arabic between two letters; the Indic scripts,
# Tibetan, Myanmar, Khmer and Mongolian also at a word's end. In emoji U+200D glues two pictures.
_ARABIC = "\u0600-\u08ff\ufb50-\ufdff\ufe70-\ufefc"
_INDIC = "\u0900-\u0dff\u0f00-\u109f\u1780-\u18af\ua980-\ua9df\uaa60-\uaa7f"
_EMOJI = "\u203c-\u3299\ufe0f\U0001f000-\U0001faff\U000e0020-\U000e007f"
_JOINER = re.compile(
    f"(?<![{_ARABIC}{_INDIC}{_EMOJI}])[\u200c\u200d]"
    f"|(?<=[{_ARABIC}])[\u200c\u200d](?![\u200c\u200d]{{0,8}}[{_ARABIC}])"
    f"|(?<=[{_EMOJI}])(?:\u200c|\u200d(?![{_EMOJI}]))"
)

_MARKS = re.compile(rb"[^\0]{30}(?=[^\0])")
_LONG = 2_000


def mend(text: str) -> tuple[str, tuple[str, ...]]:
    """The text without NULs, lone surrogates and control characters, and a note for each loss a caller should know.

    Surrogates become U+FFFD. Line ends of every kind and tabs stay, so line numbers do not move.
    """
    repairs = []
    if nuls := text.count("\0"):
        text = text.replace("\0", "")
        repairs.append(f"nul-bytes: {nuls} removed")
    try:
        encoded = text.encode("utf-8")
    except UnicodeEncodeError:
        text, surrogates = _SURROGATE.subn(REPLACEMENT, text)
        encoded = text.encode("utf-8")
        repairs.append(f"lone-surrogates: {surrogates} shown as U+FFFD")
    # Looked for in the bytes, where a whole page takes a fraction of a millisecond.
    controls = len(encoded.translate(None, _C0)) < len(encoded) or _C1_ENCODED.search(encoded)
    if controls or "\ufffe" in text or "\uffff" in text:
        text = text.translate(_CONTROLS)
    return text, tuple(repairs)


def plain(text: str) -> str:
    """The text in NFC; every odd space a space; invisible and control characters gone.

    Tab, LF and CR stay. ZWNJ and ZWJ stay where they are spelling (Arabic, Indic and kin, emoji).
    Does nothing to text it has already seen.
    """
    if text.isascii() and text.isprintable():  # most lines; the quickest thing to ask
        return text
    if _ODD.search(text):
        text = _SURROGATE.sub(REPLACEMENT, text).translate(_PLAIN)
        text = _JOINER.sub("", text)
    return unicodedata.normalize("NFC", text if len(text) < _LONG else _stream_safe(text))


def _stream_safe(text: str) -> str:
    """The text with a joiner of graphemes in every run of more than 30 combining marks.

    Sorting such a run takes time that grows with its square; Unicode's Stream-Safe Text Format (UAX #15, 13) cuts it.
    """
    classes = bytes(map(unicodedata.combining, text))
    parts, start = [], 0
    for run in _MARKS.finditer(classes):
        parts += [text[start : run.end()], "\u034f"]
        start = run.end()
    return "".join([*parts, text[start:]])
