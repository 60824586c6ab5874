"""MHTML, as Chrome and Edge save: a message whose parts are the page, its frames and pictures. RFC 2557."""

from __future__ import annotations

from collections.abc import Iterator

from carnegie_extract.errors import Damaged
from carnegie_extract.forms import Found
from carnegie_extract.forms.member import Member
from carnegie_extract.forms.message import address_in, content_of, date_of, is_cut_off, main_frame, parsed


def read_mhtml(member: Member) -> Iterator[Found]:
    """The page in an MHTML file: its main frame. Raises Damaged when there is none, or half of one."""
    message = parsed(member, "MHTML file")
    parts = list(message.walk())
    url = address_in(message, "Snapshot-Content-Location")
    part = main_frame(message, parts, url)
    if part is None:
        raise Damaged("no web page in this MHTML file")
    if part is parts[-1] and is_cut_off(message):
        raise Damaged("the MHTML file is cut off before the end of the page")
    content = content_of(part)
    location = address_in(part, "Content-Location")
    own = member._replace(
        url=url or (location if location and location.startswith("http") else member.url),
        saved_at=date_of(message) or member.saved_at,
        charset=part.get_content_charset() or member.charset,
    )
    yield own.page(content)
