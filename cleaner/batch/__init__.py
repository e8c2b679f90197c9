"""Many pages: in this process or in several, one outcome a page, in input order."""

from __future__ import annotations

from cleaner.batch.many import clean_many
from cleaner.batch.task import Failure, Outcome

__all__ = ["Failure", "Outcome", "clean_many"]
