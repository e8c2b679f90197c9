"""Datelines of Chinese, Japanese and Korean agencies, which mark their parts with signs rather than spaces."""

from __future__ import annotations

import re
from typing import Any

from cleaner.normalise import dateline_chinese, dateline_japanese, dateline_korean

# Letters and figures of double width, one character each, so that places in the line stay where they are.
_NARROW = {0xFF01 + n: 0x21 + n for n in range(0x5E) if chr(0x21 + n).isalnum()}
_WIDE = re.compile("[\uff01-\uff5e]")
_CJK = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_LATEST_SIGN = 40


def read(head: str) -> dict[str, Any] | None:
    """The fields of a `Dateline` that this opening states, `rest_starts_at` among them, or None."""
    if head.isascii() or not _CJK.search(head, 0, _LATEST_SIGN):
        return None
    head = head.translate(_NARROW) if _WIDE.search(head) else head
    return dateline_chinese.read(head) or dateline_korean.read(head) or dateline_japanese.read(head)
