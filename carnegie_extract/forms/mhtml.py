"""MHTML, as Chrome and Edge save: a message whose parts are the page, its frames and pictures. RFC 2557.

The library reads headers alone, and short ones: of what is long it takes the square.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from email import message_from_bytes
from email.message import Message
from typing import NamedTuple

from carnegie_extract.base.errors import Damaged, TooDeep
from carnegie_extract.forms.member import Found, Member
from carnegie_extract.forms.message import PAGE_TYPES, address_in, date_of, decoded, text_of

_BEFORE = b"\xef\xbb\xbf\r\n"
_MOST_DEPTH = 20
_LONGEST_HEADER = 2**14
_HEADER_END = re.compile(rb"(?:\A|\n)\r?\n")
_MAY_HOLD_PAGE = re.compile(rb"html|multipart|rfc822", re.I)


class _Part(NamedTuple):
    """A part that may be the page."""

    head: Message
    body: memoryview
    is_cut_off: bool
    """The file ends within it."""


def read_mhtml(member: Member) -> Iterator[Found]:
    """The page in an MHTML file: its main frame. Raises Damaged when there is none, or half of one."""
    raw = memoryview(member.read().lstrip(_BEFORE))
    message, body = _message(raw)
    url = address_in(message, "Snapshot-Content-Location")
    part = _main(message, list(_frames(message, body)), url)
    if part is None:
        raise Damaged("no web page in this MHTML file")
    if part.is_cut_off:
        raise Damaged("the MHTML file is cut off before the end of the page")
    location = address_in(part.head, "Content-Location")
    own = member._replace(
        url=url or (location if location and location.startswith("http") else member.url),
        saved_at=date_of(message) or member.saved_at,
        charset=part.head.get_content_charset() or member.charset,
    )
    yield own.page(_decoded(part))


def _message(raw: memoryview) -> tuple[Message, memoryview]:
    """The header and the body of a message or a part."""
    end = _HEADER_END.search(raw, 0, _LONGEST_HEADER)
    if end is None and len(raw) > _LONGEST_HEADER:
        raise Damaged("a header of the MHTML file is too long")
    at = end.end() if end is not None else len(raw)
    return message_from_bytes(raw[:at].tobytes()), raw[at:]


def _frames(head: Message, body: memoryview, depth: int = 0, *, is_cut_off: bool = True) -> Iterator[_Part]:
    """The parts that are pages, those in parts too; `is_cut_off` when nothing but the file ends the body."""
    if depth > _MOST_DEPTH:
        raise TooDeep("MIME parts nested too deeply")
    kind = head.get_content_type()
    if kind in PAGE_TYPES:
        yield _Part(head, body, is_cut_off and depth > 0)
    elif kind == "message/rfc822":
        yield from _frames(*_message(body), depth + 1, is_cut_off=is_cut_off)
    elif boundary := head.get_boundary():
        for part, is_last in _split(body, boundary.encode("ascii", "replace")):
            header = part[:_LONGEST_HEADER]
            end = _HEADER_END.search(header)
            if _MAY_HOLD_PAGE.search(header, 0, end.end() if end is not None else len(header)):
                yield from _frames(*_message(part), depth + 1, is_cut_off=is_last and is_cut_off)


def _split(body: memoryview, boundary: bytes) -> Iterator[tuple[memoryview, bool]]:
    """The parts between the lines of a boundary, and whether the file ends before the next of them."""
    line = re.compile(rb"(?:\A|\r?\n)--" + re.escape(boundary) + rb"(--)?[ \t]*+(?=\r?\n|\Z)")
    start = None
    for mark in line.finditer(body):
        if start is not None:
            yield body[start : mark.start()], False
        if mark[1]:
            return
        start = mark.end() + len(b"\r\n" if body[mark.end() : mark.end() + 1].tobytes() == b"\r" else b"\n")
    if start is not None:
        yield body[start:], True


def _main(message: Message, frames: list[_Part], url: str | None) -> _Part | None:
    """The main frame: the part at the page's address, the one that the headers name, or the first."""
    start = message.get_param("start")
    for frame in frames:
        if url is not None and address_in(frame.head, "Content-Location") == url:
            return frame
    for frame in frames:
        if start and text_of(frame.head, "Content-ID") == start:
            return frame
    return frames[0] if frames else None


def _decoded(part: _Part) -> bytes:
    coding = (text_of(part.head, "Content-Transfer-Encoding") or "").lower()
    return decoded(part.body.tobytes(), coding)
