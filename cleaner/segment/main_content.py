"""trafilatura's own choice of main content, as evidence on blocks.

The extractor is asked once a page, on a copy of the tree, with its default settings and without its
process-wide duplicate memory; what it gives back is compared with our blocks by their words.
Method and library: Barbaresi 2021, "Trafilatura: A Web Scraping Library …", ACL demonstrations.
"""

from __future__ import annotations

import logging
from copy import deepcopy
from dataclasses import dataclass
from typing import Any

from lxml.etree import LxmlError

from cleaner.lexicon.folding import fold

GRAM = 4  # words; a run this long seldom stands in the story and in furniture alike
UNSPACED_GRAM = 8  # characters, where words are not spaced


@dataclass(frozen=True, slots=True)
class Chosen:
    """What the extractor chose, ready for comparison."""

    lines: frozenset[str]
    grams: frozenset[str]

    def share(self, folded: str) -> float:
        """Share of a block's words that were chosen, 0 to 1; a short block counts only as a whole line."""
        if folded in self.lines:
            return 1.0
        grams = _grams(folded)
        if len(grams) < 3:
            return 0.0
        return sum(gram in self.grams for gram in grams) / len(grams)


def choose(root: Any) -> Chosen:
    """Run the extractor over a copy of the tree; an empty choice where it finds or can do nothing."""
    # Loading the extractor costs half a second, which flattened text should not pay.
    import trafilatura

    # It logs a discarded page as an error; here that is an answer. Handlers of the caller's still get it.
    logger = logging.getLogger("trafilatura")
    if not logger.handlers:
        logger.addHandler(logging.NullHandler())
    try:
        found = trafilatura.bare_extraction(deepcopy(root), include_comments=False)
    except (ValueError, TypeError, AttributeError, LookupError, RecursionError, ArithmeticError, LxmlError) as error:
        # Its evidence is one among many: where hostile markup breaks it, the page is judged without, and that is said.
        said = "trafilatura failed on a page (%s: %s); its blocks are judged without its choice"
        logging.getLogger("cleaner").warning(said, type(error).__name__, error)
        found = None
    text = getattr(found, "text", None) or ""
    lines = [fold(line) for line in text.split("\n")]
    grams = {gram for line in lines for gram in _grams(line)}
    return Chosen(frozenset(line for line in lines if line), frozenset(grams))


def _grams(folded: str) -> list[str]:
    words = folded.split()
    if len(words) * 12 < len(folded):
        return [folded[at : at + UNSPACED_GRAM] for at in range(max(0, len(folded) - UNSPACED_GRAM + 1))]
    return [" ".join(words[at : at + GRAM]) for at in range(max(0, len(words) - GRAM + 1))]
