"""What repeats across the pages of a site: learned once, evidence for every later page of it.

`lines.py` says what of two pages is compared, `sketch.py` gathers pages, `book.py` is the file, `marking.py` tells
a page's blocks on how many others they stand, `sites.py` whose page it is.
"""

from __future__ import annotations

from cleaner.templates.book import Book
from cleaner.templates.marking import marked
from cleaner.templates.sites import folder_of, site_of
from cleaner.templates.sketch import Sketch

__all__ = ["Book", "Sketch", "folder_of", "marked", "site_of"]
