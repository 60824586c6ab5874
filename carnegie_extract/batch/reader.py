"""A file in, its records out: what every process that reads pages does."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator
from contextlib import nullcontext

import orjson

from carnegie_extract.article import Article
from carnegie_extract.batch.names import source_name
from carnegie_extract.batch.options import STDIN
from carnegie_extract.errors import (
    BotChallenge,
    ExtractionError,
    NotAnArticle,
    NotAPage,
    OtherSite,
    OutOfMemory,
    UnreadableFile,
)
from carnegie_extract.forms import Found, pages
from carnegie_extract.forms.member import Member, SavedPage
from carnegie_extract.pipeline import read
from carnegie_extract.quick import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from contextlib import AbstractContextManager
    from io import BufferedIOBase
    from typing import Any

    from carnegie_extract.batch.options import Options

_NO_ARTICLES = (NotAnArticle, OtherSite, BotChallenge, NotAPage)
"""What most of an archive is."""
MEMORY_IS_OUT = "out of memory (see --max-memory)"


class Record(NamedTuple):
    """What a page gave, as it is written, the end of its line included."""

    source: str
    line: bytes


class Failure(NamedTuple):
    """Why a page gave no record."""

    source: str
    kind: str
    reason: str
    expected: bool = False
    """It is of an archive, and no article, like most of it."""
    url: str | None = None
    """The page's address, where its container gives one."""


Outcome = Record | Failure


def found(path: str, max_page_size: int) -> Iterator[Found]:
    """The pages that a file holds; an error for a file that can't be read."""
    source = source_name(path)
    try:
        with _opened(path) as file:
            name = os.path.basename(source)
            rewinds = file.seekable() and file.tell() == 0
            yield from pages(Member(file, source, name, limit=max_page_size, rewinds=rewinds))
    except OSError as error:
        yield UnreadableFile(os_reason(error), source)
    except MemoryError:
        yield OutOfMemory(MEMORY_IS_OUT, source)
    except Exception as error:
        yield ExtractionError(told(error), source)


def article_of(page: SavedPage) -> Article | ExtractionError:
    """The article on a page, or why there is none."""
    try:
        return read(page)
    except ExtractionError as error:
        failed = error
    except MemoryError:
        failed = OutOfMemory(MEMORY_IS_OUT, page.source)
    except Exception as error:
        failed = ExtractionError(told(error), page.source)
    failed.url = page.url
    return failed


def outcome(page: SavedPage, options: Options) -> Outcome:
    """The record of a page, or why there is none."""
    article = article_of(page)
    if isinstance(article, ExtractionError):
        return failure(article, of_archive=page.of_archive)
    try:
        line = encode(article.record(blocks=options.blocks), pretty=options.pretty)
    except MemoryError:
        return Failure(page.source, OutOfMemory.kind, MEMORY_IS_OUT, url=page.url)
    except Exception as error:
        return Failure(page.source, ExtractionError.kind, told(error), url=page.url)
    return Record(page.source, line)


def failure(error: ExtractionError, *, of_archive: bool = False) -> Failure:
    """An error as it is told."""
    expected = of_archive and isinstance(error, _NO_ARTICLES)
    return Failure(error.source, error.kind, error.reason, expected, error.url)


def encode(record: dict[str, Any], *, pretty: bool = False) -> bytes:
    """The line of a record, its end included; several lines when `pretty`."""
    option = orjson.OPT_APPEND_NEWLINE | (orjson.OPT_INDENT_2 if pretty else 0)
    try:
        return orjson.dumps(record, option=option)
    except TypeError:
        # A metadata block may hold integers of more than 64 bits.
        separators = None if pretty else (",", ":")
        text = json.dumps(
            record, ensure_ascii=False, allow_nan=False, indent=2 if pretty else None, separators=separators
        )
        return f"{text}\n".encode()


def os_reason(error: OSError) -> str:
    """What the system says, in our words."""
    match error:
        case FileNotFoundError():
            return "no such file"
        case IsADirectoryError():
            return "is a folder"
        case PermissionError():
            return "permission denied"
    reason = error.strerror or str(error)
    return reason[:1].lower() + reason[1:]


def _opened(path: str) -> AbstractContextManager[BufferedIOBase]:
    if path != STDIN:
        return open(path, "rb")
    if sys.stdin is None:
        raise OSError("standard input is closed")
    return nullcontext(sys.stdin.buffer)  # type: ignore[arg-type]  # it is a BufferedReader


def told(error: Exception) -> str:
    """An unexpected error with its place, for a bug report."""
    place = error.__traceback__
    while place is not None and place.tb_next is not None:
        place = place.tb_next
    at = f" ({os.path.basename(place.tb_frame.f_code.co_filename)}:{place.tb_lineno})" if place else ""
    return f"internal error: {type(error).__name__}: {error}{at}"
