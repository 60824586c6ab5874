"""Pages in, lines out: the only module that touches files and streams."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from contextlib import suppress
from enum import IntEnum

import orjson

from carnegie_extract.errors import ExtractionError
from carnegie_extract.pipeline import extract
from carnegie_extract.quick import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, BinaryIO

PROGRAM = "carnegie-extract"
STDIN = "-"


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
    """What a record looks like on its way out."""

    blocks: bool = False
    """The typed blocks follow `body`."""
    pretty: bool = False
    """Indented, for eyes."""


class _Failure(Exception):
    """A page that gives no record; its text is the reason."""


def convert(pages: Iterable[str], options: Options = Options()) -> Exit:  # noqa: B008  # it is immutable
    """Write one record per page to standard output, in order, and one line per failure to standard error.

    A page is a path as the command line gives it, or "-" for standard input. Raises nothing but
    KeyboardInterrupt.
    """
    status = Exit.OK
    try:
        for path in pages:
            try:
                record = _record(path, options)
            except _Failure as failure:
                _complain(path, str(failure))
                status = Exit.FAILED
            else:
                _write(record)
    except OSError as error:
        return output_failed(error)
    return status


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


def _record(path: str, options: Options) -> bytes:
    try:
        article = extract(_read(path), source=source_name(path))
        return encode(article.record(blocks=options.blocks), pretty=options.pretty)
    except OSError as error:
        raise _Failure(_reason(error)) from error
    except ExtractionError as error:
        raise _Failure(error.reason) from error
    except Exception as error:
        raise _Failure(f"internal error: {_told(error)}") from error


def _read(path: str) -> bytes:
    if path == STDIN:
        if sys.stdin is None:
            raise OSError("standard input is closed")
        return sys.stdin.buffer.read()
    with open(path, "rb") as file:
        return file.read()


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
