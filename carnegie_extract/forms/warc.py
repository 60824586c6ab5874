"""WARC 1.0 and 1.1: the pages among the records of a crawl, read as a stream.

ISO 28500; warcio takes the records apart. Where a record begins and ends is found here, because a
wrong Content-Length or a damaged place must not cost the records after it.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from importlib import import_module
from typing import NamedTuple

from carnegie_extract.dates import timestamp
from carnegie_extract.errors import Damaged, ExtractionError, TooLarge
from carnegie_extract.forms import Found, pages
from carnegie_extract.forms.compressed import library
from carnegie_extract.forms.member import Member, size

_CHUNK = 2**16
_LONGEST_HEADER = 2**16
_START = re.compile(rb"WARC/\d\.\d\r?\n(?=[A-Za-z-]+:)")
_MAY_START = b"WARC/"
_REACH = 64
"""A record's start that two chunks share is not longer."""
_FIELD = re.compile(rb"^([A-Za-z-]+):[ \t]*(.*?)[ \t]*\r?$", re.M)
_HTTP_TYPE = re.compile(rb"^Content-Type:[ \t]*([^;\s]*)", re.I | re.M)
_CHARSET = re.compile(r"charset\s*=\s*[\"']?\s*([\w.:-]+)", re.I)
_PAGE_TYPES = (b"text/html", b"application/xhtml+xml", b"")
_OK = "200"


class _Record(NamedTuple):
    """A record as it stands in the file, cut where the next one begins."""

    fields: dict[str, str]
    header: bytes
    block: bytes

    @property
    def name(self) -> str:
        return self.fields.get("warc-record-id", "").strip("<>") or self.url or "?"

    @property
    def url(self) -> str | None:
        """The address; some tools write it in angle brackets."""
        return self.fields.get("warc-target-uri", "").strip("<>") or None


def read_warc(member: Member) -> Iterator[Found]:
    """The HTML responses and resources of a WARC file with status 200; all else without a word."""
    library("warcio", "a WARC file")
    for found in _records(_Source(member.file), member):
        if isinstance(found, ExtractionError):
            yield found
        else:
            yield from _pages(found, member)


def _pages(record: _Record, member: Member) -> Iterator[Found]:
    part = member.part(io.BytesIO(), record.name)
    try:
        answer = _answer(record, member.limit)
    except Exception as error:  # a library's errors on hostile bytes are of any kind
        yield Damaged(f"the record can't be read: {error}", part.source)
        return
    if answer is not None:
        saved_at = timestamp(record.fields.get("warc-date"))
        yield from pages(
            part._replace(
                file=io.BytesIO(answer.content),
                name=answer.name,
                url=record.url,
                saved_at=saved_at,
                charset=answer.charset,
                rewinds=True,
            )
        )


class _Answer(NamedTuple):
    content: bytes
    name: str
    charset: str | None


def _answer(record: _Record, limit: int) -> _Answer | None:
    """The page in a record, out of its chunks and content encoding; None for a failed request."""
    loader = import_module("warcio.recordloader").ArcWarcRecordLoader()
    loaded = loader.parse_record_stream(io.BytesIO(record.header + record.block), known_format="warc")
    http = loaded.http_headers
    if http is not None and http.get_statuscode() != _OK:
        return None
    name = ""
    if http is not None and (http.get_header("content-encoding") or "").strip().lower() == "br":
        http.remove_header("content-encoding")  # read here as a form: warcio 1.8 can't with brotli 1.2
        name = "page.br"
    kind = (http.get_header("content-type") if http is not None else record.fields.get("content-type")) or ""
    charset = _CHARSET.search(kind)
    return _Answer(loaded.content_stream().read(limit + 1), name, charset[1] if charset else None)


class _Source:
    """A stream that takes bytes back."""

    def __init__(self, file: io.BufferedIOBase) -> None:
        self._file = file
        self._back = b""

    def read(self, most: int) -> bytes:
        """Up to `most` bytes; none at the end."""
        if not self._back:
            return self._file.read1(most)
        data, self._back = self._back[:most], self._back[most:]
        return data

    def readline(self) -> bytes:
        """A line, or as much of it as a header may have."""
        if not self._back:
            return self._file.readline(_LONGEST_HEADER)
        line, end, rest = self._back.partition(b"\n")
        self._back = rest
        return line + end if end else line + self._file.readline(_LONGEST_HEADER)

    def unread(self, data: bytes) -> None:
        """Take back what was read last."""
        self._back = data + self._back


def _records(source: _Source, member: Member) -> Iterator[_Record | ExtractionError]:
    """The records that may be pages, and an error for each place that makes no sense."""
    lost = False
    while True:
        try:
            line = source.readline()
            if not line:
                return
            if not line.strip():
                continue
            if not _START.match(line + b"a:"):
                if not lost:
                    yield Damaged(
                        "no record begins where one should: a wrong Content-Length, or damage", member.source
                    )
                lost = not _to_next_start(source)
                if lost:
                    return
                continue
            found = _record(line, source, member)
            lost = False
        except Damaged as error:
            error.source = member.source
            yield error
            continue
        if found is not None:
            yield found


def _record(line: bytes, source: _Source, member: Member) -> _Record | ExtractionError | None:
    """The record that begins with `line`; None where it is no page."""
    header = _header(line, source)
    fields = {
        name.decode().lower(): value.decode("utf-8", "replace") for name, value in _FIELD.findall(header)
    }
    length = fields.get("content-length", "")
    if not (length.isascii() and length.isdigit()):
        raise Damaged(f"a record without a length: {fields.get('warc-record-id', '?')}")
    record = _Record(fields, header, b"")
    chunks = _block(source, int(length))
    first = next(chunks, b"")
    if not _may_be_page(fields, first):
        for _ in chunks:
            pass
        return None
    block = [first]
    kept = len(first)
    for chunk in chunks:
        kept += len(chunk)
        if kept <= member.limit + _LONGEST_HEADER:
            block.append(chunk)
    if kept > member.limit + _LONGEST_HEADER:
        return TooLarge(
            f"larger than a page may be ({size(member.limit)}; see --max-page-size)",
            f"{member.source}#{record.name}",
        )
    if kept < int(length):
        return Damaged(
            "the record is cut off, or its Content-Length is wrong", f"{member.source}#{record.name}"
        )
    return record._replace(block=b"".join(block))


def _header(line: bytes, source: _Source) -> bytes:
    lines = [line]
    length = len(line)
    while line.strip():
        line = source.readline()
        length += len(line)
        if not line or length > _LONGEST_HEADER:
            raise Damaged("a record's header is cut off")
        lines.append(line)
    return b"".join(lines)


def _block(source: _Source, length: int) -> Iterator[bytes]:
    """The block of a record by chunks, `length` bytes or up to where the next record begins."""
    left = length
    before = b""
    while left > 0:
        data = source.read(min(_CHUNK, left))
        if not data:
            break
        left -= len(data)
        if _MAY_START in before + data and (start := _START.search(before + data)):
            source.unread((before + data)[start.start() :])
            yield (before + data)[: start.start()]
            return
        # What may be the first half of a record's start waits for the other half.
        whole = before + data
        cut = whole.rfind(b"W", -_REACH) if left else -1
        whole, before = (whole[:cut], whole[cut:]) if cut >= 0 else (whole, b"")
        yield whole
    if before:
        yield before


def _may_be_page(fields: dict[str, str], block: bytes) -> bool:
    kind = fields.get("warc-type")
    if kind == "resource":
        return fields.get("content-type", "").partition(";")[0].strip().lower().encode() in _PAGE_TYPES
    if kind != "response":
        return False
    head = re.split(rb"\r?\n\r?\n", block, maxsplit=1)[0]
    said = _HTTP_TYPE.search(head)
    return (said[1].lower() if said else b"") in _PAGE_TYPES


def _to_next_start(source: _Source) -> bool:
    """Go to where a record begins; False when none does."""
    before = b""
    while data := source.read(_CHUNK):
        whole = before + data
        if start := _START.search(whole):
            source.unread(whole[start.start() :])
            return True
        before = whole[-_REACH:]
    return False
