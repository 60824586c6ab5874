"""A file in, its records out: what each process that reads pages does."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator

from carnegie_extract.base.errors import (
    BotChallenge,
    ExtractionError,
    NotAnArticle,
    NotAPage,
    OtherSite,
    OutOfMemory,
    TimedOut,
    TooLarge,
    UnreadableFile,
)
from carnegie_extract.base.quick import NamedTuple
from carnegie_extract.batch.inputs.names import source_name
from carnegie_extract.batch.options import STDIN
from carnegie_extract.batch.reading.light import SMALL, is_bearable, is_light
from carnegie_extract.batch.reading.limits import Clock, TimeIsUp, Watch, in_time, memory_limited, watched
from carnegie_extract.fields import Article
from carnegie_extract.formats.json_lines import encode
from carnegie_extract.forms import pages
from carnegie_extract.forms.member import Found, Member, SavedPage
from carnegie_extract.pipeline import read

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from io import BufferedReader
    from typing import Any

    from carnegie_extract.batch.options import Options
    from carnegie_extract.pipeline import Trace
    from carnegie_extract.report.entry import Entry

_MOST_UNPACKED = 150
"""Times its bytes. Pages become 5 to 20 times as large, those that are much alike, packed together, 100 times;
blanks 230 to 1,000 times."""
_FREE_PAGES = 16
"""Pages of the largest size that any file may give, however small it is."""
_LEAST_PART = 4096
"""Bytes that a part counts for, or a bomb of tiny pages would go on."""
_NO_ARTICLES = (NotAnArticle, OtherSite, BotChallenge, NotAPage)
"""What most of an archive is."""
_LEAST_TIME, _LEAST_MEMORY = 5.0, 2**30
"""Seconds and bytes. With less even a light page needs a process that can be ended."""
_LOOK, _LONG_LOOK = 0.5, 5.0
"""Seconds. A page that is not known to be light by then is not; the longer one is for pages of any size."""
MEMORY_IS_OUT = "out of memory (see --max-memory)"


class Record(NamedTuple):
    """What a page gave, as a line of JSON, its end included."""

    source: str
    line: bytes
    entry: Entry | None = None
    """What the report says of it, if one was asked for."""

    @property
    def size(self) -> int:
        """Bytes that it takes while it waits."""
        return len(self.line) + (len(self.entry.row) + len(self.entry.detail) if self.entry else 0)


class Failure(NamedTuple):
    """Why a page gave no record."""

    source: str
    kind: str
    reason: str
    expected: bool = False
    """It is of an archive, and no article, like most of it."""
    url: str | None = None
    """The page's address, where its container gives one."""


class ErrorLine(NamedTuple):
    """A failure for other programs, as docs/record.md#error-lines describes it."""

    source: str
    error: str
    message: str
    url: str | None


Outcome = Record | Failure


def found(path: str, options: Options, watch: Watch) -> Iterator[Found]:
    """The pages that a file holds; an error for a file that can't be read, or not in time."""
    source = source_name(path)
    try:
        with _opened(path, watch) as file:
            name = os.path.basename(source)
            rewinds = file.seekable() and file.tell() == 0
            member = Member(
                file, source, name, limit=options.max_page_size, rewinds=rewinds, entered=watch.enter
            )
            given = 0
            for page in pages(member):
                watch.pause()
                given += _unpacked(page, options)
                if given > _FREE_PAGES * options.max_page_size + _MOST_UNPACKED * watch.read:
                    says = f"unpacks to more than {_MOST_UNPACKED} times its size; the rest was not read"
                    yield TooLarge(says, source)
                    return
                yield page
                watch.resume(afresh=isinstance(page, SavedPage))
    except TimeIsUp:
        watch.pause()
        yield TimedOut(too_long(options), source)
    except OSError as error:
        from carnegie_extract.batch.inputs.reasons import os_reason

        yield UnreadableFile(os_reason(error, path), source)
    except MemoryError:
        yield OutOfMemory(MEMORY_IS_OUT, source)
    except Exception as error:
        yield ExtractionError(reason_of(error), source)
    finally:
        watch.pause()


def _unpacked(page: Found, options: Options) -> int:
    """Bytes that a page counts for, read or not."""
    if isinstance(page, SavedPage):
        return max(_LEAST_PART, len(page.content))
    return options.max_page_size if isinstance(page, TooLarge) else _LEAST_PART


def fits_here(page: SavedPage, options: Options) -> bool:
    """Whether the limits apply to a page in a process that must not be ended."""
    if options.timeout < _LEAST_TIME or options.max_memory < _LEAST_MEMORY:
        return False
    return _is_known_to_be(is_light, page, _LOOK)


def fits_alone(page: SavedPage) -> bool:
    """Whether a page may be read where no process can be started: it holds this one up for a while at most.

    The limits on time and memory are kept by all but the parser.
    """
    return _is_known_to_be(is_bearable, page, _LONG_LOOK)


def _is_known_to_be(light: Callable[[bytes], bool], page: SavedPage, seconds: float) -> bool:
    try:
        return in_time(seconds, lambda: light(page.content))
    except TimeIsUp:
        return False


def found_here(path: str, options: Options) -> Iterator[Found]:
    """The pages that a file holds, within the limits, in a process that must not be ended."""
    return found(path, options, Watch(Clock(options.timeout), options.max_memory))


def article_of(page: SavedPage, trace: Trace | None = None) -> Article | ExtractionError:
    """The article on a page, or why there is none; the trace hears how it was found."""
    try:
        return read(page, trace)
    except ExtractionError as error:
        failed = error
    except MemoryError:
        failed = OutOfMemory(MEMORY_IS_OUT, page.source)
    except Exception as error:
        failed = ExtractionError(reason_of(error), page.source)
    failed.url = page.url
    return failed


def outcome(page: SavedPage, options: Options) -> Outcome:
    """The record of a page, or why there is none."""
    trace = _trace(options)
    article = article_of(page, trace)
    if isinstance(article, ExtractionError):
        return failure(article, of_archive=page.of_archive)
    try:
        record = article.record(blocks=options.blocks)
        line = encode(record, pretty=options.pretty and options.is_plain)
        entry = _entry(record, trace) if trace is not None else None
    except MemoryError:
        return Failure(page.source, OutOfMemory.kind, MEMORY_IS_OUT, url=page.url)
    except Exception as error:
        return Failure(page.source, ExtractionError.kind, reason_of(error), url=page.url)
    return Record(page.source, line, entry)


def _trace(options: Options) -> Trace | None:
    """What hears how a page is read, for the report."""
    if options.report is None:
        return None
    from carnegie_extract.pipeline import Trace

    return Trace()


def _entry(record: dict[str, Any], trace: Trace) -> Entry:
    from carnegie_extract.report.entry import entry_of

    return entry_of(record, trace)


def outcome_here(page: SavedPage, options: Options) -> Outcome:
    """The same in the process that must not die of it; only for pages that fit."""
    try:
        if len(page.content) <= SMALL:
            return in_time(options.timeout, lambda: outcome(page, options))
        with memory_limited(options.max_memory):
            return in_time(options.timeout, lambda: outcome(page, options))
    except TimeIsUp:
        return timed_out(page.source, options, url=page.url)


def timed_out(source: str, options: Options, *, url: str | None = None) -> Failure:
    """A page took too long."""
    return Failure(source, TimedOut.kind, too_long(options), url=url)


def too_long(options: Options) -> str:
    """How it is reported."""
    return f"took longer than {options.timeout:g} s (see --timeout)"


def failure(error: ExtractionError, *, of_archive: bool = False) -> Failure:
    """An error as it is reported."""
    expected = of_archive and isinstance(error, _NO_ARTICLES)
    reason = MEMORY_IS_OUT if isinstance(error, OutOfMemory) else error.reason
    return Failure(STDIN if error.source is None else error.source, error.kind, reason, expected, error.url)


def _opened(path: str, watch: Watch) -> BufferedReader:
    if path == STDIN and sys.stdin is None:
        raise OSError(None, "is closed")
    return watched(0 if path == STDIN else path, watch)


def reason_of(error: Exception) -> str:
    """An unexpected error with its place, for a bug report."""
    place = error.__traceback__
    while place is not None and place.tb_next is not None:
        place = place.tb_next
    at = f" ({os.path.basename(place.tb_frame.f_code.co_filename)}:{place.tb_lineno})" if place else ""
    return f"internal error: {type(error).__name__}: {error}{at}"
