"""Paths in, lines out: the only module that opens files and writes."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import nullcontext, suppress
from enum import IntEnum

import orjson

from carnegie_extract.errors import (
    BotChallenge,
    ExtractionError,
    NotAnArticle,
    NotAPage,
    OtherSite,
    UnreadableFile,
)
from carnegie_extract.forms import Found, pages
from carnegie_extract.forms.member import MAX_PAGE_SIZE, Member, SavedPage
from carnegie_extract.pipeline import extract
from carnegie_extract.quick import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from contextlib import AbstractContextManager
    from io import BufferedIOBase
    from typing import Any, BinaryIO

PROGRAM = "carnegie-extract"
STDIN = "-"
_NO_ARTICLES = (NotAnArticle, OtherSite, BotChallenge, NotAPage)
"""What most of an archive is."""


class Exit(IntEnum):
    """How the command ends."""

    OK = 0
    """Every page gave a record."""
    FAILED = 1
    """Some page gave none, or the records could not be written."""
    USAGE = 2
    """The command line makes no sense."""
    INTERRUPTED = 130
    """Ctrl-C."""


class Options(NamedTuple):
    """What is written, and how."""

    blocks: bool = False
    """The typed blocks follow `body`."""
    pretty: bool = False
    """Indented, for eyes."""
    verbose: bool = False
    """Name each page of an archive that is no article."""
    max_page_size: int = MAX_PAGE_SIZE
    """Bytes that a page may have."""


def convert(
    paths: Iterable[str | UnreadableFile],
    options: Options = Options(),  # noqa: B008  # it is immutable
) -> Exit:
    """Write one record per page to standard output, in order, and one line per failure to standard error.

    A path is as the command line gives it, "-" for standard input; or else why there is none. Raises
    nothing but KeyboardInterrupt.
    """
    status = Exit.OK
    try:
        for path in paths:
            if isinstance(path, UnreadableFile):
                _complain(path.source, path.reason)
                status = Exit.FAILED
            elif not _File(path, options).convert():
                status = Exit.FAILED
    except OSError as error:
        return output_failed(error)
    return status


class _File:
    """A file on its way through: a page, or an archive of many."""

    def __init__(self, path: str, options: Options) -> None:
        self.path = path
        self.source = source_name(path)
        self.options = options
        self.records = 0
        self.failures = 0
        self.passed_over: dict[str, int] = {}
        self.told: ExtractionError | None = None
        self.repeats = 0

    def convert(self) -> bool:
        """Write its records; whether nothing failed. Raises OSError when they can't be written."""
        for found in self._found():
            error = found if isinstance(found, ExtractionError) else self._write(found)
            if error is not None:
                self._note(error, of_archive=isinstance(found, SavedPage) and found.of_archive)
        self._tell_repeats()
        if not self.records and not self.failures:
            self.failures = 1
            _complain(self.source, f"no article in it{self._passed_over(': passed over ')}")
        elif self.passed_over:
            _complain(self.source, f"{_count(self.records, 'record')}{self._passed_over('; passed over ')}")
        return not self.failures

    def _found(self) -> Iterator[Found]:
        """What the file holds; an error for a file that can't be read."""
        try:
            with _opened(self.path) as file:
                name = os.path.basename(self.source)
                limit = self.options.max_page_size
                rewinds = file.seekable() and file.tell() == 0
                yield from pages(Member(file, self.source, name, limit=limit, rewinds=rewinds))
        except OSError as error:
            yield UnreadableFile(_reason(error), self.source)
        except Exception as error:
            yield ExtractionError(f"internal error: {_told(error)}", self.source)

    def _write(self, page: SavedPage) -> ExtractionError | None:
        """Write the record of a page, or return why there is none."""
        try:
            article = extract(
                page.content, source=page.source, url=page.url, saved_at=page.saved_at, charset=page.charset
            )
            line = encode(article.record(blocks=self.options.blocks), pretty=self.options.pretty)
        except ExtractionError as error:
            return error
        except Exception as error:
            return ExtractionError(f"internal error: {_told(error)}", page.source)
        _write(line)
        self.records += 1
        return None

    def _note(self, error: ExtractionError, *, of_archive: bool) -> None:
        """Tell of a page without a record, or, where most are no articles, count it."""
        expected = of_archive and isinstance(error, _NO_ARTICLES)
        if expected:
            self.passed_over[error.kind] = self.passed_over.get(error.kind, 0) + 1
        else:
            self.failures += 1
        if not expected or self.options.verbose:
            self._tell(error)

    def _tell(self, error: ExtractionError) -> None:
        """Complain; what is said of a nameless part again and again is counted."""
        if self.told is not None and str(error) == str(self.told):
            self.repeats += 1
            return
        self._tell_repeats()
        self.told = error
        _complain(error.source, error.reason)

    def _tell_repeats(self) -> None:
        if self.told is not None and self.repeats:
            _complain(self.told.source, f"{self.told.reason} ({self.repeats} times more)")
        self.repeats = 0

    def _passed_over(self, words: str) -> str:
        kinds = sorted(self.passed_over.items(), key=lambda item: (-item[1], item[0]))
        return words + ", ".join(f"{count} {kind}" for kind, count in kinds) if kinds else ""


def output_failed(error: OSError) -> Exit:
    """What it means that standard output takes no more: a closed pipe is a reader who has enough."""
    if sys.stdout is not None:
        _abandon(sys.stdout.buffer)
    if isinstance(error, BrokenPipeError):
        return Exit.OK
    _complain("standard output", _reason(error))
    return Exit.FAILED


def source_name(path: str) -> str:
    r"""`path` as UTF-8 can write it: bytes that are not UTF-8 become `\xNN`."""
    return os.fsencode(path).decode("utf-8", "backslashreplace")


def encode(record: dict[str, Any], *, pretty: bool = False) -> bytes:
    """The line of a record, its end included; several lines when `pretty`."""
    option = orjson.OPT_APPEND_NEWLINE | (orjson.OPT_INDENT_2 if pretty else 0)
    return orjson.dumps(record, option=option)


def _opened(path: str) -> AbstractContextManager[BufferedIOBase]:
    if path != STDIN:
        return open(path, "rb")
    if sys.stdin is None:
        raise OSError("standard input is closed")
    return nullcontext(sys.stdin.buffer)  # type: ignore[arg-type]  # it is a BufferedReader


def _write(line: bytes) -> None:
    """Write and flush, so that nothing is lost if a later page ends the program."""
    if sys.stdout is None:
        raise OSError("is closed")
    sys.stdout.buffer.write(line)
    sys.stdout.buffer.flush()


def _abandon(stream: BinaryIO) -> None:
    """Lead a stream nowhere: what is left in its buffer would fail again when Python closes it."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, stream.fileno())
    os.close(nowhere)


def _count(number: int, thing: str) -> str:
    return f"{number} {thing}" if number == 1 else f"{number} {thing}s"


def _reason(error: OSError) -> str:
    match error:
        case FileNotFoundError():
            return "no such file"
        case IsADirectoryError():
            return "is a folder"
        case PermissionError():
            return "permission denied"
    reason = error.strerror or str(error)
    return reason[:1].lower() + reason[1:]


def _told(error: Exception) -> str:
    """An unexpected error with its place, for a bug report."""
    place = error.__traceback__
    while place is not None and place.tb_next is not None:
        place = place.tb_next
    at = f" ({os.path.basename(place.tb_frame.f_code.co_filename)}:{place.tb_lineno})" if place else ""
    return f"{type(error).__name__}: {error}{at}"


def _complain(path: str, reason: str) -> None:
    line = printable(f"{PROGRAM}: {source_name(path)}: {reason}")
    with suppress(OSError, ValueError):  # nobody left to tell; the exit code still does
        print(line, file=sys.stderr, flush=True)  # noqa: T201  # the one place that talks to people


def printable(text: str) -> str:
    r"""`text` on one line, control characters and their like escaped as `\n` or `\x1b`."""
    if text.isprintable():
        return text
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in text)
