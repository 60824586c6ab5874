"""Which process reads what: a few light pages here, others by workers, in the order of the paths."""

from __future__ import annotations

import os
from collections.abc import Callable, Generator, Iterator
from itertools import chain, islice
from stat import S_ISREG

from carnegie_extract.batch.light import is_light
from carnegie_extract.batch.limits import Clock, TimeIsUp, Watch, in_time
from carnegie_extract.batch.names import source_name
from carnegie_extract.batch.options import STDIN
from carnegie_extract.batch.reader import Failure, Outcome, failure, found, outcome_here
from carnegie_extract.errors import ExtractionError, UnreadableFile
from carnegie_extract.forms import Found
from carnegie_extract.forms.member import SavedPage
from carnegie_extract.quick import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from carnegie_extract.batch.options import Options
    from carnegie_extract.batch.paths import Path
    from carnegie_extract.batch.resume import Done

FEW = 8
"""So many pages are read before a second process would have started."""
_LARGE_FILE = 8 * 2**20
"""Bytes. What is larger is an archive, most likely: its pages are shared out to the workers."""
_LEAST_TIME, _LEAST_MEMORY = 5.0, 2**30
"""Seconds and bytes. With less even a light page needs a process that can be ended."""
_LOOK = 0.5
"""Seconds. A page that is not known to be light by then is not."""


class Begin(NamedTuple):
    """What follows is of this file."""

    source: str


class Kept(NamedTuple):
    """A page whose record is there from a run that this one continues."""

    source: str


class Whole(NamedTuple):
    """A file that a worker reads, from its page number `skip` on."""

    path: str
    skip: int = 0


class Alone(NamedTuple):
    """No process could be started: the pages are read in this one."""

    reason: str


Event = Begin | Kept | Alone | Outcome
Task = Begin | Kept | Failure | SavedPage | Whole
"""An event that is known, or what gives some: a page, or a file of pages."""


def run(
    paths: Iterator[Path], options: Options, done: Done | None, idle: Callable[[], None]
) -> Generator[Event]:
    """What the files give, in their order. `idle` is called again and again while workers work."""
    first = list(islice(paths, FEW + 1))
    many = len(first) > FEW
    tasks = _tasks(chain(first, paths), options, done, shared=many)
    pages = 0
    for task in () if many else tasks:
        if isinstance(task, SavedPage):
            pages += 1
            if pages > FEW or not fits_here(task, options):
                tasks = chain([task], tasks)
                many = True
                break
            yield outcome_here(task, options)
        elif not isinstance(task, Whole):
            yield task
    if many:
        from carnegie_extract.batch.pool import Pool

        idle()
        yield from Pool(options, idle).run(tasks)


def fits_here(page: SavedPage, options: Options) -> bool:
    """Whether the limits hold for a page in a process that must not be ended."""
    if options.timeout < _LEAST_TIME or options.max_memory < _LEAST_MEMORY:
        return False
    try:
        return in_time(_LOOK, lambda: is_light(page.content))
    except TimeIsUp:
        return False


def found_here(path: str, options: Options) -> Iterator[Found]:
    """The pages that a file holds, within the limits, in a process that must not be ended."""
    return found(path, options, Watch(Clock(options.timeout), options.max_memory))


def _tasks(paths: Iterator[Path], options: Options, done: Done | None, *, shared: bool) -> Iterator[Task]:
    """What is to be done for each path: ordinary files as a whole where workers share the work."""
    for path in paths:
        if isinstance(path, UnreadableFile):
            yield Begin(path.source)
            yield failure(path)
            continue
        name, chosen = (path, None) if isinstance(path, str) else path
        source = source_name(name)
        yield Begin(source)
        if done is not None and done.take(source):
            yield Kept(source)
        elif shared and chosen is None and _is_ordinary(name) and not (done and done.has_part_of(source)):
            yield Whole(name)
        else:
            pages = found_here(name, options)
            yield from _pages(pages if chosen is None else _chosen(pages, chosen), done)


def _pages(pages: Iterator[Found], done: Done | None) -> Iterator[Task]:
    for page in pages:
        if isinstance(page, ExtractionError):
            yield failure(page)
        elif done is not None and done.take(page.source):
            yield Kept(page.source)
        else:
            yield page


def _chosen(pages: Iterator[Found], sources: frozenset[str]) -> Iterator[Found]:
    """The pages of an archive that were asked for, by themselves; an error for one that is not there."""
    missing = set(sources)
    reason = "no such page in this file"
    for page in pages:
        if page.source in sources:
            missing.discard(page.source)
            yield page._replace(of_archive=False) if isinstance(page, SavedPage) else page
        elif isinstance(page, UnreadableFile):
            reason = page.reason
    yield from (UnreadableFile(reason, source) for source in sorted(missing))


def _is_ordinary(path: str) -> bool:
    try:
        status = os.stat(path)
    except (OSError, ValueError):
        return False
    return path != STDIN and S_ISREG(status.st_mode) and status.st_size <= _LARGE_FILE
