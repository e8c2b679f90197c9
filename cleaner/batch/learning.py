"""What repeats across the pages of each site, learned from the inputs that a batch takes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from cleaner.batch import inputs
from cleaner.batch.plan import Tally
from cleaner.batch.pool import Limits, run
from cleaner.batch.records import Columns
from cleaner.batch.task import Failure, Skipped, Task, decoded
from cleaner.batch.workers import MEMORY, prepare
from cleaner.errors import ConfigError
from cleaner.options import Options

if TYPE_CHECKING:
    from cleaner.templates.lines import PageLines


@dataclass(frozen=True, slots=True, kw_only=True)
class Lesson:
    """What is to be learned. inputs, jobs, timeout, memory, columns, options: as for a batch's plan.

    out: the file of templates. options.site names the site of every page.
    avoid: resolved paths that are no pages.
    """

    inputs: tuple[str, ...]
    out: Path
    avoid: frozenset[Path] = frozenset()
    jobs: int = 1
    timeout: float | None = None
    memory: int | None = MEMORY
    columns: Columns = field(default_factory=Columns)
    options: Options = field(default_factory=Options)


@dataclass(frozen=True, slots=True)
class Learned:
    """Pages so far, and at the end the sites.

    pages: learned from; rejected: could not be read; unnamed: nothing tells whose they are.
    sites: how many the templates hold; few: how many had too few pages.
    """

    pages: int = 0
    rejected: int = 0
    unnamed: int = 0
    sites: int = 0
    few: int = 0

    def tally(self, total: int | None = None) -> Tally:
        """How far learning has come, as a tally of its pages."""
        return Tally(written=self.pages + self.unnamed, rejected=self.rejected, total=total)


@dataclass(frozen=True, slots=True)
class Listener:
    """Who is told: of the counts after every page, and of the id and failure of each page that could not be read."""

    learned: Callable[[Learned], None] = lambda learned: None
    rejected: Callable[[str, Failure], None] = lambda id, failure: None


def learn(lesson: Lesson, listener: Listener | None = None) -> Learned:
    """Learn the templates of every site with enough pages into `lesson.out`, whole or not at all.

    The same pages give the same templates in any order and under any number of jobs. Raises ConfigError for inputs or
    an output that cannot be used, OSError as the disk does.
    """
    from cleaner.templates import Sketch
    from cleaner.templates.book import draft_of

    listener = listener or Listener()
    place = lesson.out.resolve()
    if any(Path(text).resolve() == place for text in lesson.inputs):
        raise ConfigError(f"{lesson.out} is also an input; choose another name for the templates")
    walked = inputs.walk(lesson.inputs, lesson.avoid | {place, draft_of(place)})
    files = (listed for listed in walked if listed.skip is None)
    tasks = inputs.tasks(files, inputs.Reading(lesson.options.max_bytes, lesson.columns, lesson.memory))
    limits = Limits(lesson.jobs, lesson.timeout, partial(prepare, lesson.memory))
    learned = Learned()
    with Sketch() as sketch:
        for task, found in run(tasks, partial(_studied, options=lesson.options), limits):
            if isinstance(found, Skipped):
                continue
            if isinstance(found, Failure):
                learned = replace(learned, rejected=learned.rejected + 1)
                listener.rejected(task.id or "", found)
            elif not found[0]:
                learned = replace(learned, unnamed=learned.unnamed + 1)
            else:
                sketch.add(*found)
                learned = replace(learned, pages=learned.pages + 1)
            listener.learned(learned)
        sites, few = sketch.write(place)
    return replace(learned, sites=sites, few=few)


def _studied(task: Task, options: Options) -> tuple[str, PageLines]:
    from cleaner.templates.study import study  # here, so that the first worker pays for it, not the import

    return study(decoded(task), kind=task.kind, url=task.url, id=task.id, options=options)
