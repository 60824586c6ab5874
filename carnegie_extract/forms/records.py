"""The records of a WARC file, one by one: where they begin and end, even if their Content-Length is wrong."""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Iterator
from importlib import import_module
from typing import NamedTuple

from carnegie_extract.base.errors import Damaged, UnreadableFile
from carnegie_extract.forms.member import too_large

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
"""So many wrong lengths are corrected by reading a block again; a file with more of them is hostile."""

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
        self._raise_damage()
        return self._file.read1(most)

    def _raise_damage(self) -> None:
        if self._damage is not None:
            damage, self._damage = self._damage, None
            raise damage

    def readline(self) -> bytes:
        """A line, or as much of it as a header may have."""
        line = self._back.readline(_LONGEST_HEADER)
        if line.endswith(b"\n") or (line and self._damage is not None):
            return line
        self._raise_damage()
        return line + self._file.readline(_LONGEST_HEADER)

    def unread(self, data: bytes) -> None:
        """Take back what was read last."""
        place = self._back.tell()
        if place >= len(data) and self._back.getbuffer()[place - len(data) : place] == data:
            # No copy: a file full of wrong lengths would be copied again and again.
            self._back.seek(place - len(data))
        else:
            self._back = io.BytesIO(data + self._back.read())


class _Block(NamedTuple):
    """What was read of a block.

    `suspect` is what of it looks like the next record, from there on; `tail` its last bytes.
    """

    kept: bytes = b""
    length: int = 0
    suspect: bytes = b""
    tail: bytes = b""


class _Read(NamedTuple):
    """A record as it was read: itself if it is wanted, its block, what is wrong with it."""

    record: Record | None = None
    block: _Block = _Block()
    error: UnreadableFile | None = None
    repaired: bool = False


def records(source: Source, limit: int, wanted: Wanted) -> Iterator[Record | UnreadableFile]:
    """The wanted records; errors for what makes no sense, with the record's name as source, None without one.

    `limit` is how many bytes a block may have.
    """
    read = _Read()
    repairs = 0
    while True:
        try:
            blank, line = _next_line(source)
        except Damaged as damage:
            if read.record is not None and damage.tainted:
                damage.source = read.record.name
            elif read.record is not None:
                yield read.record
            read = _Read()
            yield damage
            continue
        if line and not _FIRST_LINE.match(line):
            if read.record is not None and blank.startswith(_RECORD_END):
                yield read.record
                read = read._replace(record=None)
            yield _misplaced(read.record)
            repairs += 1
            # What was taken for the end of the block may be, or hold, the beginning of the next record.
            again = read.block.suspect if repairs < _MOST_REPAIRS else b""
            source.unread((again or read.block.tail) + blank + line)
            read = _Read()
            if not _to_next_start(source):
                return
            continue
        yield from [read.record] if read.record else []
        if not line:
            return
        read = _record(line, source, limit, wanted, trusting=repairs < _MOST_REPAIRS)
        repairs += read.repaired
        if read.error is not None:
            yield read.error


def _misplaced(held: Record | None) -> Damaged:
    """The error for what stands where a record should begin; `held` is the record before it."""
    if held is not None:
        return Damaged("wrong Content-Length", held.name)
    return Damaged("no record starts where one should (wrong Content-Length, or damage)")


def _record(line: bytes, source: Source, limit: int, wanted: Wanted, *, trusting: bool) -> _Read:
    """The record that begins with `line`."""
    record = Record({}, b"")
    block, repaired = _Block(), False
    try:
        record = Record(_fields(line, source), b"")
        length = _length(record.fields)
        first = source.read(min(_CHUNK, length))
        keep = wanted(record.fields, first)
        block = _block(source, first, length, limit if keep else 0, trusting=trusting and length <= limit)
        if block.length < length and block.suspect:
            repaired = True
            source.unread(block.suspect)
            block = block._replace(suspect=b"")
        _check(record.fields, block, length, limit if keep else length)
    except UnreadableFile as error:
        error.source, error.url = (record.name, record.url) if record.fields else (None, None)
        return _Read(None, block, error, repaired)
    return _Read(record._replace(block=block.kept) if keep else None, block._replace(kept=b""))


def _length(fields: dict[str, str]) -> int:
    """The length of a record's block. Raises Damaged for a header that lacks what every record has."""
    length = fields.get("content-length", "")
    if not (length.isascii() and length.isdigit() and len(length) < 19):
        raise Damaged("the record has no valid Content-Length")
    if "warc-type" not in fields:
        raise Damaged("the record has no WARC-Type")
    return int(length)


def _check(fields: dict[str, str], block: _Block, length: int, limit: int) -> None:
    """Raise TooLarge or Damaged for a block that is not whole."""
    if block.length > limit:
        raise too_large(limit)
    if block.length < length:
        raise Damaged("the record is cut off, or its Content-Length is wrong")
    if reason := fields.get("warc-truncated"):
        raise Damaged(f"the crawler truncated the page ({reason})")
    if "warc-segment-number" in fields and fields.get("warc-type") in _PAGES:
        raise Damaged("the page is split into segments, which cannot be joined")


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
            raise Damaged("cut off within a record header")
        lines.append(line)
    head = b"".join(lines)
    fields = {
        name.lower().decode(): value.strip().decode("ascii", "replace")
        for name, value in _TELLING.findall(head)
    }
    # Most records are of other types, and a crawl may have millions.
    return header_fields(head)[1] if fields.get("warc-type") in _PAGES else fields


def header_fields(head: bytes) -> tuple[str, dict[str, str]]:
    """The first line and the fields, by lower-case name, of a header as WARC and HTTP write them."""
    parser = import_module("warcio.statusandheaders").StatusAndHeadersParser([], verify=False)
    parsed = parser.parse(io.BytesIO(head))
    fields: dict[str, str] = {}
    for name, value in parsed.headers:
        fields.setdefault(name.strip().lower(), value.strip())
    return f"{parsed.protocol} {parsed.statusline}".strip(), fields


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
            return _Block(kept.getvalue(), at)
        if suspect.tell():
            suspect.write(data)
        elif start is not None:
            suspect.write(whole[start.start() :])
        if kept.tell() <= most:
            kept.write(data)
        done += len(data)
        before = whole[-_REACH:]
        data = source.read(min(_CHUNK, length - done))
    return _Block(kept.getvalue(), done, suspect.getvalue(), before)


def _to_next_start(source: Source) -> bool:
    """Go to where a record begins, over damaged places too; False when none does."""
    before = b""
    while True:
        try:
            data = source.read(_CHUNK)
        except Damaged:
            before = b""  # the damage was reported
            continue
        if not data:
            return False
        whole = before + data
        if start := _START.search(whole):
            source.unread(whole[start.start() :])
            return True
        before = whole[-_REACH:]
