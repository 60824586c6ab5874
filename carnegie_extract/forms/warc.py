"""WARC 1.0 and 1.1: the pages among the records of a crawl, read as a stream. ISO 28500.

warcio takes headers apart. Where a record ends is found here: a wrong Content-Length or a
damaged place must cost no other record.
"""

from __future__ import annotations

import io
import re
import zlib
from collections.abc import Iterator
from typing import NamedTuple

from carnegie_extract.base.errors import Damaged, ExtractionError, UnreadableFile
from carnegie_extract.forms.compressed import library
from carnegie_extract.forms.member import Found, Member
from carnegie_extract.forms.records import Record, Source, header_fields, records
from carnegie_extract.words.dates import timestamp

_CHARSET = re.compile(r"charset\s*+=\s*+(?:[\"']\s*+)?([\w.:-]+)", re.I)
_CHUNK_HEAD = re.compile(rb"([0-9A-Fa-f]+)[ \t]*(?:;[^\r\n]*)?\r?\n")
_HEAD_END = re.compile(rb"\r?\n\r?\n")
_OK = re.compile(r"HTTP/\d(?:\.\d)?\s+200\b", re.I)
_PAGE_TYPES = ("text/html", "application/xhtml+xml", "")
_UNSURE_TYPES = ("application/octet-stream", "text/plain", "unknown/unknown", "application/unknown")
_BROTLI_NAME = "page.br"
"""Only brotli is recognized by a name: its bytes show nothing."""


def read_warc(member: Member) -> Iterator[Found]:
    """The HTML responses and resources of a WARC file with status 200; all else without a word."""
    library("warcio", "a WARC file")
    for found in records(Source(member.file), member.limit, may_be_page):
        if isinstance(found, UnreadableFile):
            name = f"{member.source}#{found.source}" if found.source is not None else member.source
            found.source = name
            yield found
        else:
            yield from _pages(found, member)


def may_be_page(fields: dict[str, str], start: bytes) -> bool:
    """Whether a record with these header fields, whose block begins with `start`, may be a page."""
    identified = fields.get("warc-identified-payload-type", "")
    if fields.get("warc-type") not in ("response", "resource"):
        return False
    if not _is_http(fields):
        return _is_page_type(fields.get("content-type", ""), identified)
    http = _http(start)
    return http is None or _is_page_type(http.fields.get("content-type", ""), identified)


def _is_http(fields: dict[str, str]) -> bool:
    """Whether a block is an answer with an HTTP header; Heritrix also has those of name servers."""
    kind = fields.get("content-type", "application/http").partition(";")[0].strip().lower()
    return fields.get("warc-type") == "response" and kind == "application/http"


def _is_page_type(kind: str, identified: str) -> bool:
    bare = kind.partition(";")[0].strip().lower()
    if bare in _UNSURE_TYPES:
        bare = identified.partition(";")[0].strip().lower() or "unsure"
    return bare in _PAGE_TYPES


def _pages(record: Record, member: Member) -> Iterator[Found]:
    part = member.part(io.BytesIO(), record.name, rewinds=True)
    try:
        answer = _answer(record, member.limit)
    except UnreadableFile as error:
        error.source, error.url = part.source, record.url
        yield error
        return
    if answer is not None:
        url, saved_at = record.url, timestamp(record.fields.get("warc-date"))
        for found in member.pages(part._replace(**answer._asdict(), url=url, saved_at=saved_at)):
            if isinstance(found, ExtractionError):
                found.url = url
            yield found


class _Answer(NamedTuple):
    """A body as it was sent, out of its chunks; what compresses it is a form again."""

    file: io.BytesIO
    name: str
    charset: str | None


def _answer(record: Record, limit: int) -> _Answer | None:
    """The page in a record; None for a failed request. Raises Damaged for a body that is not complete."""
    if not _is_http(record.fields):
        return _Answer(io.BytesIO(record.block), "", _charset(record.fields.get("content-type", "")))
    http = _http(record.block)
    if http is None:
        raise Damaged("the record has no HTTP header")
    if not _OK.match(http.status):
        return None
    body = record.block[http.end :]
    encodings = _encodings(http.fields.get("transfer-encoding", ""))
    if "chunked" in encodings and _CHUNK_HEAD.match(body):
        body = _joined(body)
    elif not encodings and len(body) < _number(http.fields.get("content-length", "")):
        raise Damaged("the page is cut off: shorter than its Content-Length")
    coded = [each for each in encodings if each != "chunked"] + _encodings(
        http.fields.get("content-encoding", "")
    )
    if "deflate" in coded:
        body = _inflated(body, limit)
    name = _BROTLI_NAME if "br" in coded else ""
    return _Answer(io.BytesIO(body), name, _charset(http.fields.get("content-type", "")))


class _Http(NamedTuple):
    """An HTTP header; `end` is where the body begins."""

    status: str
    fields: dict[str, str]
    end: int


def _http(block: bytes) -> _Http | None:
    """The HTTP header that a block begins with; None where there is none."""
    end = _HEAD_END.search(block)
    if end is None or block[:5].upper() != b"HTTP/":
        return None
    status, fields = header_fields(block[: end.end()])
    return _Http(status, fields, end.end())


def _encodings(text: str) -> list[str]:
    return [each.strip().lower() for each in text.split(",") if each.strip()]


def _charset(kind: str) -> str | None:
    match = _CHARSET.search(kind)
    return match[1] if match else None


def _number(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() else 0


def _joined(body: bytes) -> bytes:
    """A body out of its chunks. Raises Damaged for a wrong length or a missing end. RFC 9112, 7.1."""
    parts: list[bytes] = []
    at = 0
    while head := _CHUNK_HEAD.match(body, at):
        length, start = int(head[1], 16), head.end()
        if not length:
            return b"".join(parts)
        parts.append(body[start : start + length])
        line_end = b"\r\n" if body.endswith(b"\r\n", at, start) else b"\n"
        if not body.startswith(line_end, start + length):
            raise Damaged("the length of a chunk is wrong, or the page is cut off within it")
        at = start + length + len(line_end)
    raise Damaged("the page is cut off: its last chunks are missing")


def _inflated(body: bytes, limit: int) -> bytes:
    """A body that `deflate` compresses, with or without zlib's header; as it is if nothing does."""
    for bits in (zlib.MAX_WBITS, -zlib.MAX_WBITS):
        inflate = zlib.decompressobj(bits)
        try:
            unpacked = inflate.decompress(body, limit + 1)
        except zlib.error:
            continue
        if not inflate.eof and len(unpacked) <= limit:
            raise Damaged("the page is cut off: its deflate data is incomplete")
        return unpacked
    return body
