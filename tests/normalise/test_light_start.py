"""What is read of flattened text needs none of the libraries that HTML and rare questions need."""

from __future__ import annotations

import subprocess
import sys

_HEAVY = ("lxml", "babel", "bs4", "trafilatura", "htmldate", "dateparser", "charset_normalizer")
_READ = """
import sys
from cleaner.normalise import byline, credit, dateline, dates, fields, source
line = "By Ludmila Harkness, March 5, 2024 10:30 am EST"
assert byline.parse(line, site="harbour.example", language="en")
for parser in (credit, dateline, dates, source):
    parser.parse(line, site="harbour.example", language="en")
print(*sys.modules)
"""


def test_reading_a_line_loads_no_heavy_library() -> None:
    """Each of them takes longer to load than a page takes to clean."""
    done = subprocess.run([sys.executable, "-c", _READ], capture_output=True, text=True, check=True)
    assert not set(_HEAVY) & set(done.stdout.split())
