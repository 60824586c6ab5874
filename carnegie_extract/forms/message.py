"""Messages as mail and MHTML are: their parts, header fields and transfer encodings. RFC 5322, RFC 2045."""

from __future__ import annotations

import re
from binascii import Error, a2b_base64, a2b_qp
from contextlib import suppress
from datetime import UTC
from email import message_from_bytes
from email.errors import CloseBoundaryNotFoundDefect, HeaderParseError, StartBoundaryNotFoundDefect
from email.header import decode_header, make_header
from email.message import Message
from email.utils import parsedate_to_datetime

from carnegie_extract.base.errors import Damaged, TooDeep, TooLarge
from carnegie_extract.forms.member import Member

TYPE_CHECKING = False
if TYPE_CHECKING:
    from email.policy import Policy

_BEFORE = b"\xef\xbb\xbf\r\n"
_MOST_BOUNDARIES = 100
_FIELD = re.compile(rb"^content-(?:type|disposition)[^\n]*+(?:\n[ \t][^\n]*+)*+", re.I | re.M)
_LONGEST_FIELD = 2**14
"""Bytes; the library takes the square of what parameters take."""
_LONGEST_ADDRESS = 8192
_CODINGS = ("", "7bit", "8bit", "binary", "quoted-printable", "base64")
PAGE_TYPES = ("text/html", "application/xhtml+xml")
_MOST_PARTS = 10_000
"""0.3 s. Pages have hundreds of pictures and styles at most."""


class _Parts:
    """Makes the parts of a message, and no more of them than a message may have."""

    def __init__(self, what: str) -> None:
        self._what = what
        self._made = -2  # the parser makes one to try, and the message itself is not a part

    def __call__(self, policy: Policy) -> Message:
        """One more. Raises TooLarge."""
        self._made += 1
        if self._made > _MOST_PARTS:
            raise TooLarge(f"the {self._what} has more than {_MOST_PARTS:,} parts")
        return Message(policy)


def parsed(member: Member, what: str) -> Message:
    """The message that a file is. Raises TooDeep, TooLarge, Damaged."""
    raw = member.read().lstrip(_BEFORE)
    if raw.lower().count(b"boundary=") > _MOST_BOUNDARIES:
        raise TooDeep("MIME parts nested too deeply")
    if any(len(field[0]) > _LONGEST_FIELD for field in _FIELD.finditer(raw)):
        raise Damaged(f"a header of the {what} is too long")
    try:
        message = message_from_bytes(raw, _class=_Parts(what))  # type: ignore[arg-type]  # it takes a policy
        list(message.walk())
    except RecursionError as error:
        raise TooDeep("MIME parts nested too deeply") from error
    return message


def content_of(part: Message) -> bytes:
    """A part out of its transfer encoding. Raises Damaged for one that nobody reads."""
    coding = (text_of(part, "Content-Transfer-Encoding") or "").lower()
    if coding in ("quoted-printable", "base64"):
        return decoded(str(part.get_payload()).encode("ascii", "surrogateescape"), coding)
    content = part.get_payload(decode=True)
    return decoded(content if isinstance(content, bytes) else b"", coding)


def decoded(content: bytes, coding: str) -> bytes:
    """`content` out of a transfer encoding. Raises Damaged for an unknown or a broken one."""
    if coding not in _CODINGS:
        raise Damaged(f"unknown Content-Transfer-Encoding: {coding}")
    if coding == "quoted-printable":
        # RFC 2045, 6.7: blanks at a line's end were left by what carried it.
        return a2b_qp(b"\n".join(line.rstrip(b" \t\r") for line in content.split(b"\n")))
    if coding == "base64":
        try:
            return a2b_base64(content + b"==")
        except Error as error:
            raise Damaged(f"invalid base64: {error}") from error
    return content


def main_frame(message: Message, parts: list[Message], url: str | None) -> Message | None:
    """The main frame: the part at the page's address, the one that the headers name, or the first."""
    frames = [part for part in parts if part.get_content_type() in PAGE_TYPES]
    start = message.get_param("start")
    for frame in frames:
        if url is not None and address_in(frame, "Content-Location") == url:
            return frame
    for frame in frames:
        if start and text_of(frame, "Content-ID") == start:
            return frame
    return frames[0] if frames else None


def is_cut_off(message: Message) -> bool:
    """Whether the end of its parts is missing."""
    lost = (CloseBoundaryNotFoundDefect, StartBoundaryNotFoundDefect)
    return any(isinstance(defect, lost) for defect in message.defects)


def text_of(part: Message, name: str) -> str | None:
    """A header field; None without one."""
    value = part.get(name)
    return str(value).strip() or None if value is not None else None


def address_in(part: Message, name: str) -> str | None:
    """A header field with an address, which may be folded and encoded. RFC 2557, 4.4."""
    value = text_of(part, name)
    if value is None or len(value) > _LONGEST_ADDRESS:
        return None
    if "=?" in value:
        with suppress(ValueError, LookupError, HeaderParseError):
            value = str(make_header(decode_header(value)))
    return "".join(value.split())


def date_of(message: Message) -> str | None:
    """`Date` as RFC 3339."""
    value = text_of(message, "Date")
    try:
        stamp = parsedate_to_datetime(value) if value else None
    except (ValueError, OverflowError):
        return None
    if stamp is None:
        return None
    # RFC 5322: -0000, as Chrome writes it, is UTC.
    return stamp.replace(tzinfo=stamp.tzinfo or UTC).isoformat().replace("+00:00", "Z")
