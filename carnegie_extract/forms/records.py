"""The records of a WARC file, one by one: where they begin and end, whatever their Content-Length says."""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Iterator
from importlib import import_module
from typing import NamedTuple

from carnegie_extract.errors import Damaged, TooLarge, UnreadableFile
from carnegie_extract.forms.member import size

_CHUNK = 2**16
_LONGEST_HEADER = 2**16
_START = re.compile(rb"WARC/\d\.\d\d?\r?\n(?=[A-Za-z-]+:)")
_FIRST_LINE = re.compile(rb"WARC/\d\.\d\d?\s*$")
_MAY_START = b"WARC/"
_RECORD_END = (b"\r\n\r\n", b"\n\n")
_TELLING = re.compile(rb"^(WARC-Type|Content-Length):([^\r\n]*)", re.I | re.M)
_PAGES = ("response", "resource")
_REACH = 64
"""A record's start that two chunks share is not longer."""
_MOST_REPAIRS = 100
"""So many wrong lengths are mended by reading a block again; a file with more of them is hostile."""

Wanted = Callable[[dict[str, str], bytes], bool]
"""Whether a record's block is to be kept, by its header fields and the block's first bytes."""


class Record(NamedTuple):
    """A record: its header fields, by lower-case name, and its block."""

    fields: dict[str, str]
    block: bytes

    @property
    def name(self) -> str:
        """The record's id, else its address."""
        return self.fields.get("warc-record-id", "").strip("<>") or self.url or "?"

    @property
    def url(self) -> str | None:
        """The address; some tools write it in angle brackets."""
        return self.fields.get("warc-target-uri", "").strip("<> ") or None


class Source:
    """A stream that takes bytes back, and gives those before a damaged place before it raises Damaged."""

    def __init__(self, file: io.BufferedIOBase) -> None:
        self._file = file
        self._back = io.BytesIO()
        self._damage: Damaged | None = None

    def read(self, most: int) -> bytes:
        """`most` bytes, or those up to the end or to a damaged place; none at the end."""
        parts: list[bytes] = []
        try:
            while most > 0 and (data := self._some(most)):
                parts.append(data)
                most -= len(data)
        except Damaged as damage:
            if not parts:
                raise
            self._damage = damage
        return b"".join(parts)

    def _some(self, most: int) -> bytes:
        if data := self._back.read(most):
            return data
        if self._damage is not None:
            damage, self._damage = self._damage, None
            raise damage
        return self._file.read1(most)

    def readline(self) -> bytes:
        """A line, or as much of it as a header may have."""
        line = self._back.readline(_LONGEST_HEADER)
        if line.endswith(b"\n"):
            return line
        if self._damage is not None:
            if line:
                return line
            damage, self._damage = self._damage, None
            raise damage
        return line + self._file.readline(_LONGEST_HEADER)

    def unread(self, data: bytes) -> None:
        """Take back what was read last."""
        self._back = io.BytesIO(data + self._back.read())


class _Block(NamedTuple):
    """What was read of a block; `suspect` is what of it looks like the next record, from there on."""

    kept: bytes
    length: int
    suspect: bytes


def records(source: Source, limit: int, wanted: Wanted) -> Iterator[Record | UnreadableFile]:
    """The wanted records; errors for what makes no sense, with the record's name as source, "-" without one.

    `limit` is how many bytes a block may have.
    """
    held: Record | None = None
    suspect = b""
    repairs = 0
    while True:
        try:
            blank, line = _next_line(source)
        except Damaged as damage:
            yield from [held] if held else []
            held, suspect = None, b""
            yield damage
            continue
        if line and not _FIRST_LINE.match(line):
            if held is not None and blank.startswith(_RECORD_END):
                yield held
                held = None
            yield _misplaced(held)
            held = None
            if suspect and repairs < _MOST_REPAIRS:
                repairs += 1
                source.unread(suspect + blank + line)
                suspect = b""
            elif not _to_next_start(source):
                return
            continue
        yield from [held] if held else []
        if not line:
            return
        held, suspect, error = _record(line, source, limit, wanted, trusting=repairs < _MOST_REPAIRS)
        if error is not None:
            yield error


def _misplaced(held: Record | None) -> Damaged:
    """The error for what stands where a record should begin; `held` is the record before it."""
    if held is not None:
        return Damaged("its Content-Length is wrong", held.name)
    return Damaged("no record begins where one should: a wrong Content-Length, or damage")


def _record(
    line: bytes, source: Source, limit: int, wanted: Wanted, *, trusting: bool
) -> tuple[Record | None, bytes, UnreadableFile | None]:
    """The record that begins with `line`, what may be the next one in its block, what is wrong with it."""
    record = Record({}, b"")
    try:
        record = Record(_fields(line, source), b"")
        length = record.fields.get("content-length", "")
        if not (length.isascii() and length.isdigit() and len(length) < 19):
            raise Damaged("the record has no length")
        first = source.read(min(_CHUNK, int(length)))
        keep = wanted(record.fields, first)
        block = _block(
            source, first, int(length), limit if keep else 0, trusting=trusting and int(length) <= limit
        )
        if block.length < int(length) and block.suspect:
            source.unread(block.suspect)
            block = block._replace(suspect=b"")
        if keep and block.length > limit:
            raise TooLarge(f"larger than a page may be ({size(limit)}; see --max-page-size)")
        if block.length < int(length):
            raise Damaged("the record is cut off, or its Content-Length is wrong")
        if keep and (reason := record.fields.get("warc-truncated")):
            raise Damaged(f"the crawler cut the page off ({reason})")
    except UnreadableFile as error:
        error.source = record.name if record.fields else "-"
        return None, b"", error
    return (record._replace(block=block.kept) if keep else None), block.suspect, None


def _next_line(source: Source) -> tuple[bytes, bytes]:
    """The empty lines that come next, and the line after them; none at the end."""
    blank = b""
    while (line := source.readline()) and not line.strip():
        if len(blank) < _CHUNK:
            blank += line
    return blank, line


def _fields(line: bytes, source: Source) -> dict[str, str]:
    """The header fields of the record that begins with `line`, by lower-case name."""
    lines = [line]
    length = 0
    while line.strip():
        line = source.readline()
        length += len(line)
        if not line or length > _LONGEST_HEADER:
            raise Damaged("a record's header is cut off")
        lines.append(line)
    head = b"".join(lines)
    told = {
        name.lower().decode(): value.strip().decode("ascii", "replace")
        for name, value in _TELLING.findall(head)
    }
    # Most records are of other types, and a crawl may have millions.
    return header_fields(head)[1] if told.get("warc-type") in _PAGES else told


def header_fields(head: bytes) -> tuple[str, dict[str, str], int]:
    """First line, fields by lower-case name, and length of a header as WARC and HTTP write them."""
    parser = import_module("warcio.statusandheaders").StatusAndHeadersParser([], verify=False)
    parsed = parser.parse(io.BytesIO(head))
    fields: dict[str, str] = {}
    for name, value in parsed.headers:
        fields.setdefault(name.strip().lower(), value.strip())
    return f"{parsed.protocol} {parsed.statusline}".strip(), fields, parsed.total_len


def _block(source: Source, first: bytes, length: int, most: int, *, trusting: bool) -> _Block:
    """Read a block of `length` bytes that begins with `first`, and keep up to `most` of them.

    When the length is not to be trusted, the block ends where a record seems to begin.
    """
    kept, suspect = io.BytesIO(), io.BytesIO()
    done, before = 0, b""
    data = first
    while data:
        whole = before + data
        start = _START.search(whole) if not suspect.tell() and _MAY_START in whole else None
        if start is not None and not trusting:
            source.unread(whole[start.start() :])
            at = done - len(before) + start.start()
            kept.truncate(min(at, most))
            return _Block(kept.getvalue(), at, b"")
        if suspect.tell():
            suspect.write(data)
        elif start is not None:
            suspect.write(whole[start.start() :])
        if kept.tell() <= most:
            kept.write(data)
        done += len(data)
        before = whole[-_REACH:]
        data = source.read(min(_CHUNK, length - done))
    return _Block(kept.getvalue(), done, suspect.getvalue())


def _to_next_start(source: Source) -> bool:
    """Go to where a record begins; False when none does."""
    before = b""
    while data := source.read(_CHUNK):
        whole = before + data
        if start := _START.search(whole):
            source.unread(whole[start.start() :])
            return True
        before = whole[-_REACH:]
    return False
