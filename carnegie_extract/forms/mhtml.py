"""MHTML, as Chrome and Edge save: a message whose parts are the page, its frames and pictures. RFC 2557."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC
from email import message_from_bytes
from email.errors import CloseBoundaryNotFoundDefect, StartBoundaryNotFoundDefect
from email.message import Message
from email.utils import parsedate_to_datetime

from carnegie_extract.errors import Damaged, TooDeep
from carnegie_extract.forms import Found
from carnegie_extract.forms.member import Member

_BEFORE = b"\xef\xbb\xbf\r\n"
_MOST_BOUNDARIES = 100
_CODINGS = ("", "7bit", "8bit", "binary", "quoted-printable", "base64")
_PAGE_TYPES = ("text/html", "application/xhtml+xml")


def read_mhtml(member: Member) -> Iterator[Found]:
    """The page in an MHTML file: its main frame. Raises Damaged when there is none, or half of one."""
    raw = member.read().lstrip(_BEFORE)
    if raw.lower().count(b"boundary=") > _MOST_BOUNDARIES:
        raise TooDeep("MIME parts nested too deeply")
    try:
        message = message_from_bytes(raw)
        parts = list(message.walk())
    except RecursionError as error:
        raise TooDeep("MIME parts nested too deeply") from error
    url = _text(message, "Snapshot-Content-Location")
    part = _main(message, parts, url)
    if part is None:
        raise Damaged("no web page in this MHTML file")
    if part is parts[-1] and _is_cut_off(message):
        raise Damaged("the MHTML file is cut off before the end of the page")
    coding = (_text(part, "Content-Transfer-Encoding") or "").lower()
    if coding not in _CODINGS:
        raise Damaged(f"unknown Content-Transfer-Encoding: {coding}")
    content = part.get_payload(decode=True)
    location = _text(part, "Content-Location")
    own = member._replace(
        url=url or (location if location and location.startswith("http") else member.url),
        saved_at=_date(message) or member.saved_at,
        charset=part.get_content_charset() or member.charset,
    )
    yield own.page(content if isinstance(content, bytes) else b"")


def _main(message: Message, parts: list[Message], url: str | None) -> Message | None:
    """The main frame: the part at the page's address, the one that the headers name, or the first."""
    frames = [part for part in parts if part.get_content_type() in _PAGE_TYPES]
    start = message.get_param("start")
    for frame in frames:
        if url is not None and _text(frame, "Content-Location") == url:
            return frame
    for frame in frames:
        if start and _text(frame, "Content-ID") == start:
            return frame
    return frames[0] if frames else None


def _is_cut_off(message: Message) -> bool:
    lost = (CloseBoundaryNotFoundDefect, StartBoundaryNotFoundDefect)
    return any(isinstance(defect, lost) for defect in message.defects)


def _text(part: Message, name: str) -> str | None:
    value = part.get(name)
    return str(value).strip() or None if value is not None else None


def _date(message: Message) -> str | None:
    """`Date` as RFC 3339."""
    said = _text(message, "Date")
    try:
        stamp = parsedate_to_datetime(said) if said else None
    except (ValueError, OverflowError):
        return None
    if stamp is None:
        return None
    # RFC 5322: -0000, as Chrome writes it, is UTC.
    return stamp.replace(tzinfo=stamp.tzinfo or UTC).isoformat().replace("+00:00", "Z")
