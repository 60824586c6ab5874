"""Which process reads which page: a few light pages here, others by workers, in the order of the paths."""

from __future__ import annotations

import os
from collections.abc import Callable, Generator, Iterator
from itertools import chain, islice, takewhile
from stat import S_ISFIFO, S_ISREG

from carnegie_extract.base.errors import ExtractionError, UnreadableFile
from carnegie_extract.batch.inputs.entries import LeftOut, Pause
from carnegie_extract.batch.inputs.names import source_name
from carnegie_extract.batch.options import STDIN
from carnegie_extract.batch.reading.events import Begin, Kept, Whole
from carnegie_extract.batch.reading.reader import failure, fits_here, found_here, outcome_here
from carnegie_extract.forms.member import SavedPage

TYPE_CHECKING = False
if TYPE_CHECKING:
    from carnegie_extract.batch.inputs.entries import Members, Path
    from carnegie_extract.batch.options import Options
    from carnegie_extract.batch.reading.done import Done
    from carnegie_extract.batch.reading.events import Event, Task
    from carnegie_extract.forms.member import Found

FEW = 8
"""So many pages are read before a second process would have started."""
_LARGE_FILE = 8 * 2**20
"""Bytes. What is larger is an archive, most likely: its pages are shared out to the workers."""


def run(
    paths: Iterator[Path], options: Options, done: Done | None, idle: Callable[[], None]
) -> Generator[Event]:
    """What the files give, in their order. `idle` is called again and again while workers work."""
    first = list(islice(takewhile(lambda path: not isinstance(path, Pause), paths), FEW + 1))
    work = _Work(chain(first, paths), options, done)
    work.is_shared = len(first) > FEW
    tasks = work.tasks()
    pages = 0
    for task in () if work.is_shared else tasks:
        if isinstance(task, SavedPage):
            pages += 1
            if pages > FEW or not fits_here(task, options):
                tasks = chain([task], tasks)
                work.is_shared = True
                break
            yield outcome_here(task, options)
        elif not isinstance(task, Whole | Pause):
            yield task
    if work.is_shared:
        from carnegie_extract.batch.reading.pool import Pool

        idle()
        yield from Pool(options, idle).run(tasks)


def found_at(path: str | Members, options: Options) -> Iterator[Found]:
    """The same of a file, or of the pages of an archive that were asked for."""
    name, chosen = (path, None) if isinstance(path, str) else path
    pages = found_here(name, options)
    return pages if chosen is None else _chosen(pages, chosen)


class _Work:
    """What is to be done for each path: ordinary files as a whole where workers share the work."""

    is_shared = False

    def __init__(self, paths: Iterator[Path], options: Options, done: Done | None) -> None:
        self.paths = paths
        self.options = options
        self.done = done

    def tasks(self) -> Iterator[Task]:
        """In the order of the paths."""
        for path in self.paths:
            if isinstance(path, Pause | LeftOut):
                yield path
            elif isinstance(path, UnreadableFile):
                yield Begin(STDIN if path.source is None else path.source)
                yield failure(path)
            else:
                yield from self._of_file(path)

    def _of_file(self, path: str | Members) -> Iterator[Task]:
        name = path if isinstance(path, str) else path.path
        source = source_name(name)
        if self.is_shared and _may_wait(name):
            yield Pause()
        yield Begin(source)
        if self.done is not None and self.done.take(source):
            yield Kept(source)
        elif self.options.report is not None and _holds_records(name):
            yield from _earlier(name)
        elif (
            self.is_shared
            and isinstance(path, str)
            and _is_ordinary(name)
            and not (self.done and self.done.has_part_of(source))
        ):
            yield Whole(name)
        else:
            yield from _pages(found_at(path, self.options), self.done)


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


def _holds_records(name: str) -> bool:
    from carnegie_extract.batch.reading.earlier_records import holds_records

    return holds_records(name)


def _earlier(name: str) -> Iterator[Task]:
    from carnegie_extract.batch.reading.earlier_records import earlier

    return earlier(name)


def _may_wait(path: str) -> bool:
    """Whether what it holds may be slow to come: standard input, a named pipe."""
    try:
        return path == STDIN or S_ISFIFO(os.stat(path).st_mode)
    except (OSError, ValueError):
        return False


def _is_ordinary(path: str) -> bool:
    try:
        status = os.stat(path)
    except (OSError, ValueError):
        return False
    return path != STDIN and S_ISREG(status.st_mode) and status.st_size <= _LARGE_FILE
