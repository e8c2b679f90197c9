"""Which of the single-byte encodings of Latin script some bytes are in, told by their accented letters.

Statistics over whole text cannot tell them apart, since nearly all letters are ASCII; but the few that are not fit the
alphabet of one language under the right encoding, and of none under a wrong one (Czech `ř` is `ø` in windows-1252,
where `ě` is `ì`, and no language has both).
"""

from __future__ import annotations

import re

# Letters beyond ASCII of the languages' own spelling (after CLDR's exemplar characters, rare ones left out), Western
# ones first: on a tie, and for a text with almost no such letters, windows-1252 is WHATWG's fallback.
_ALPHABETS = (
    (("cp1252",), "àâçèéêëîïôœùûü"),  # French
    (("cp1252",), "äöüß"),  # German
    (("cp1252",), "áéíñóúüªº"),  # Spanish
    (("cp1252",), "àáâãçéêíóôõúªº"),  # Portuguese
    (("cp1252",), "àèéìíòóùú"),  # Italian
    (("cp1252",), "àçèéíïòóúü"),  # Catalan
    (("cp1252",), "éèëïóöü"),  # Dutch
    (("cp1252",), "àåäéö"),  # Swedish, Finnish
    (("cp1252",), "àåæéêóòôø"),  # Danish, Norwegian
    (("cp1252",), "áæðéíóöúýþ"),  # Icelandic
    (("cp1252",), "äõöüšž"),  # Estonian
    (("cp1250", "iso8859_2"), "ąćęłńóśźż"),  # Polish
    (("cp1250", "iso8859_2"), "áčďéěíňóřšťúůýž"),  # Czech
    (("cp1250", "iso8859_2"), "áäčďéíĺľňóôŕšťúýž"),  # Slovak
    (("cp1250", "iso8859_2"), "áéíóöőúüű"),  # Hungarian
    (("cp1250", "iso8859_2"), "ăâîşţ"),  # Romanian
    (("cp1250", "iso8859_2"), "ćčđšž"),  # Bosnian, Croatian, Slovene
    (("cp1254",), "çğıöşüâîûİ"),  # Turkish
    (("cp1257",), "āčēģīķļņšūž"),  # Latvian
    (("cp1257",), "ąčęėįšųūž"),  # Lithuanian
)
ENCODINGS = frozenset({"cp1250", "cp1252", "cp1254", "cp1257", "cp1258", "iso8859_2"})

# A byte above 127 that touches a letter is a letter itself; quotes and dashes stand beside one too, but every language
# has those.
_HIGH = re.compile("[^\x00-\x7f“”„‚‘’«»…–—•·©®°€£§\xa0]")


def best(sample: bytes) -> str:
    """The codec under which the sample's letters beyond ASCII fit one alphabet best; `cp1252` where none is better."""
    chosen, most = "cp1252", 0.0
    decoded: dict[str, list[str]] = {}
    for codecs, alphabet in _ALPHABETS:
        for codec in codecs:
            if codec not in decoded:
                decoded[codec] = _HIGH.findall(sample.decode(codec, "replace"))
            letters = decoded[codec]
            share = sum(letter.lower() in alphabet or letter in alphabet for letter in letters) / (len(letters) or 1)
            if share > most:
                chosen, most = codec, share
    return chosen
