"""Lists of paths: a file in any usual encoding -> its lines, as they come."""

from __future__ import annotations

import os
import re
import sys
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE, BOM_UTF32_BE, BOM_UTF32_LE, getincrementaldecoder
from collections.abc import Callable, Iterator
from contextlib import suppress
from itertools import chain
from select import select
from stat import S_ISREG

from carnegie_extract.batch.inputs.names import source_name
from carnegie_extract.batch.options import STDIN
from carnegie_extract.batch.stops import Refused
from carnegie_extract.page.dom import has_first_tag
from carnegie_extract.page.encoding import binary_name

TYPE_CHECKING = False
if TYPE_CHECKING:
    from io import BufferedReader

    from carnegie_extract.batch.options import Inputs

LONGEST_LINE = 2**20
"""Bytes. A line of `--errors` names a page in an archive, and says why it failed."""
_CHUNK = 2**16
_MARKS = (  # UTF-32 before UTF-16, whose mark it begins with
    (BOM_UTF32_LE, "utf-32-le"),
    (BOM_UTF32_BE, "utf-32-be"),
    (BOM_UTF16_LE, "utf-16-le"),
    (BOM_UTF16_BE, "utf-16-be"),
)
_UNMARKED = (
    (re.compile(rb"[^\0]\0{3}[^\0]\0{3}"), "utf-32-le"),
    (re.compile(rb"\0{3}[^\0]"), "utf-32-be"),
    (re.compile(rb"[^\0]\0[^\0]?\0"), "utf-16-le"),
    (re.compile(rb"\0[^\0]\0"), "utf-16-be"),
)
"""How a list in a wide encoding begins without its mark."""
_NO_PATHS = b"\0\0\0"
"""Two empty paths: no program writes them, but UTF-16 and UTF-32 have these bytes around each NUL."""
_BINARY = re.compile(rb"[\x01-\x08\x0e-\x1a\x1c-\x1f]")


def lines_of(name: str, *, null: bool) -> Iterator[bytes | None]:
    """The lines of a list or, with `null`, what NUL separates; "-" is standard input. None to wait.

    Lists may come from Windows or an old Mac: with a byte-order mark, in UTF-16 or UTF-32, with CR LF or CR.
    Raises OSError, or Refused for a file that is not a list.
    """
    with _opened(name) as file:
        chunks = _decoded(_chunks(file), null=null)
        for start in chunks:
            if start:
                break
            yield None
        else:
            return
        if (found := _something_else(start, null=null)) is not None:
            raise Refused(source_name(name), f"{found}, not a list of paths")
        end = b"\0" if null else _line_end(start)
        yield from _split(chain([start], chunks), end, _unmarked if null else _bare)


def check_lists(inputs: Inputs) -> None:
    """Raises Refused for a file that is not a list, unless it comes through a pipe: that is seen on the way."""
    for name in filter(os.path.isfile, inputs.lists):
        with suppress(OSError):
            next(lines_of(name, null=inputs.null), None)


def _opened(name: str) -> BufferedReader:
    if name != STDIN:
        return open(name, "rb")
    if sys.stdin is None:
        raise OSError(None, "is closed")
    return open(0, "rb", closefd=False)


def _chunks(file: BufferedReader) -> Iterator[bytes]:
    """The bytes of a list as they come; none where the next may be long in coming."""
    is_stream = not S_ISREG(os.fstat(file.fileno()).st_mode)
    while True:
        if is_stream and _must_wait(file):
            yield b""
        chunk = file.read1(_CHUNK)
        if not chunk:
            return
        yield chunk


def _must_wait(file: BufferedReader) -> bool:
    """Whether nothing has come yet; not known on Windows."""
    try:
        return not select([file], [], [], 0)[0]
    except OSError:
        return False


def _decoded(chunks: Iterator[bytes], *, null: bool) -> Iterator[bytes]:
    """The bytes of a list; UTF-8 for UTF-16 and UTF-32."""
    head = b""
    for chunk in chunks:
        if not chunk:
            yield b""
        head += chunk
        if not _is_open(head, null=null):
            break
    encoding = _wide_encoding(head, null=null)
    if encoding is None:
        yield from filter(None, [head])
        yield from chunks
        return
    decoder = getincrementaldecoder(encoding)("replace")
    for chunk in chain([head], chunks):
        yield decoder.decode(chunk).encode("utf-8", "replace")


def _is_open(head: bytes, *, null: bool) -> bool:
    """Whether the encoding cannot be determined yet. Between NUL, names of one letter look like UTF-16 for long."""
    if not null:
        return len(head) < 4 and b"\n" not in head
    if b"\0" not in head[:2]:
        return len(head) < (4 if head[:1] in (b"", b"\xff", b"\xfe") else 2)
    return len(head) < 8 or (_NO_PATHS not in head and len(head) < _CHUNK)


def _wide_encoding(head: bytes, *, null: bool) -> str | None:
    for mark, name in _MARKS:
        if head.startswith(mark):
            return name
    if null and _NO_PATHS not in head:
        return None
    return next((name for start, name in _UNMARKED if start.match(head)), None)


def _something_else(start: bytes, *, null: bool) -> str | None:
    """The kind of file that begins so, if it is not a list of paths; a file whose name begins so comes first."""
    start = start.removeprefix(BOM_UTF8)
    if os.path.lexists(re.split(rb"[\0\r\n]", start, maxsplit=1)[0]):
        return None
    if start.lstrip().startswith(b"<") and has_first_tag(start):
        return "a web page"
    if null or not _BINARY.search(start):
        return None
    return binary_name(start) or ("binary data" if b"\0" in start else None)


def _line_end(start: bytes) -> bytes:
    """CR in a list of an old Mac; the name of a file may hold one."""
    ends_in_cr = b"\r" in start.removesuffix(b"\r") and b"\n" not in start
    return b"\r" if ends_in_cr and not os.path.lexists(start) else b"\n"


def _split(
    chunks: Iterator[bytes], separator: bytes, bare: Callable[[bytes], bytes]
) -> Iterator[bytes | None]:
    """The lines in some chunks; of a line without end, as much as shows that it is too long. None to wait."""
    line = bytearray()
    for chunk in chunks:
        if not chunk:
            yield None
        *ended, rest = chunk.split(separator)
        for end in ended:
            line += end
            yield bare(bytes(line[: LONGEST_LINE + 1]))
            line.clear()
        line += rest
        del line[LONGEST_LINE + 1 :]
    yield bare(bytes(line))


def _bare(line: bytes) -> bytes:
    """A line without the marks of Windows; nothing of a blank one. A file whose name has them comes first."""
    bare = line.removesuffix(b"\r").removeprefix(BOM_UTF8)
    bare = bare if bare.strip() else b""
    return line if bare != line and os.path.lexists(line) else bare


def _unmarked(line: bytes) -> bytes:
    """What stands between NUL, without a byte-order mark: otherwise, every byte counts."""
    bare = line.removeprefix(BOM_UTF8)
    return line if bare != line and os.path.lexists(line) else bare
