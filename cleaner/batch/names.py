"""Ids that are unique, and the file names that they become: never outside OUT, never two alike."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections import OrderedDict
from collections.abc import Callable

# Longest file name that common file systems take is 255 bytes; this leaves room for suffixes.
_LONGEST_NAME = 200
_LONGEST_PATH = 2000  # of the 4096 that Linux takes, the rest is for OUT itself
# Characters that a file system or a shell gives a meaning; `%` too, so that no two ids meet.
_UNSAFE = re.compile(r'[\x00-\x1f\x7f<>:"|?*\\%\ud800-\udfff]')
# Names that Windows keeps for devices, whatever suffix follows them
# (https://learn.microsoft.com/windows/win32/fileio/naming-a-file).
_DEVICE = re.compile(r"(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$)(?=[ .]|$)", re.IGNORECASE)
_TRAILING = re.compile(r"[. ]+$")  # Windows takes them off the end of a name

# Ids that were met again of late, with their last number: saves counting up from 2 for a column of one value.
_REMEMBERED = 10_000


class Names:
    """Hands out ids of which no two are alike: `x`, `x~2`, `x~3`, …

    known: whether an earlier page, settled already, has the id of this key.
    fold: ids are alike that differ only by case or by how an accent is encoded, as their files would be on some disks.
    """

    def __init__(self, known: Callable[[int], bool] = lambda key: False, fold: bool = False) -> None:
        self._known = known
        self._fold = fold
        self._pending: set[int] = set()
        self._counts: OrderedDict[str, int] = OrderedDict()

    def claim(self, id: str) -> str:
        """The id, or with the smallest number that makes it unique."""
        if self._take(id):
            return id
        count = self._counts.pop(id, 1)
        while True:
            count += 1
            if self._take(numbered := f"{id}~{count}"):
                break
        self._counts[id] = count
        if len(self._counts) > _REMEMBERED:
            self._counts.popitem(last=False)
        return numbered

    def key(self, id: str) -> int:
        """64 bits that stand for the id. Two ids in a million million share one: the later is then numbered in vain."""
        alike = unicodedata.normalize("NFC", id).casefold() if self._fold else id
        digest = hashlib.blake2b(alike.encode("utf-8", "surrogatepass"), digest_size=8).digest()
        return int.from_bytes(digest, "big", signed=True)

    def settled(self, keys: list[int]) -> None:
        """These are `known` from now on and need not be remembered here."""
        self._pending.difference_update(keys)

    def _take(self, id: str) -> bool:
        key = self.key(id)
        if key in self._pending or self._known(key):
            return False
        self._pending.add(key)
        return True


def safe_name(id: str, suffix: str = "") -> str:
    """A relative path for an id, another one for every other id.

    No step up, no root, no unsafe character, no device, no name too long for a disk, and no folder with a name
    that ends in `suffix`, where a document could want to stand.
    """
    *folders, name = [_safe_part(part) for part in id.split("/")]
    folders = [part[:-1] + "%" if suffix and part.endswith(suffix) else part for part in folders]
    path = "/".join([*folders, name + suffix])
    if len(path.encode()) <= _LONGEST_PATH:
        return path
    return f"%long/{_digest(path)}{suffix}"


def _safe_part(part: str) -> str:
    safe = _UNSAFE.sub(lambda m: _percent(m.group()), part)
    safe = _DEVICE.sub(lambda m: _percent(m.group()[0]) + m.group()[1:], safe, count=1) if _DEVICE.match(safe) else safe
    safe = _TRAILING.sub(lambda m: _percent(m.group()), safe) or "%"
    raw = safe.encode()
    if len(raw) <= _LONGEST_NAME:
        return safe
    return raw[: _LONGEST_NAME - 18].decode("utf-8", "ignore") + "%~" + _digest(safe)


def _percent(text: str) -> str:
    return "".join(f"%{byte:02X}" for byte in text.encode("utf-8", "surrogatepass"))


def _digest(text: str) -> str:
    return hashlib.blake2b(text.encode(), digest_size=8).hexdigest()
