"""Mail: the page in its text, and those attached to it. RFC 5322, RFC 2045."""

from __future__ import annotations

import io
from collections.abc import Iterator
from email.message import Message

from carnegie_extract.base.errors import Damaged, TooDeep
from carnegie_extract.forms import signatures as sign
from carnegie_extract.forms.member import Found, Member
from carnegie_extract.forms.message import (
    PAGE_TYPES,
    address_in,
    content_of,
    date_of,
    is_cut_off,
    main_frame,
    parsed,
)
from carnegie_extract.forms.values import no_page

_NO_PAGES = ("image", "audio", "video", "font")
_ONLY_TEXT = "mail without a page in it"


def read_mail(member: Member) -> Iterator[Found]:
    """The pages in a mail: its text, HTML before plain, its attachments, mails that it forwards.

    A single page is named like the mail, others by their number in it.
    """
    message = parsed(member, "mail")
    try:
        leaves = _pages(list(_leaves(message)))
    except RecursionError as error:
        raise TooDeep("MIME parts nested too deeply") from error
    if not leaves:
        no_page(member, "mail")
    last = list(message.walk())[-1]
    for number, part in enumerate(leaves, 1):
        source = member.source if len(leaves) == 1 else f"{member.source}#{number}"
        if part is last and is_cut_off(message):
            yield Damaged("the mail is cut off before the end of the page", source)
            continue
        try:
            content = io.BytesIO(content_of(part))
        except Damaged as error:
            error.source = source
            yield error
            continue
        inner = (
            member.within(content, "", rewinds=True)
            if len(leaves) == 1
            else member.part(content, str(number), rewinds=True)
        )
        yield from member.pages(_described(inner, message, part))


def _leaves(part: Message) -> Iterator[Message]:
    """The parts that may be pages: of alternatives one, of related parts the main one."""
    kind = part.get_content_type()
    inner = part.get_payload()
    if kind == "multipart/related":
        main = main_frame(part, list(part.walk()), address_in(part, "Snapshot-Content-Location"))
        if main is not None:
            yield main
            return
    if isinstance(inner, list):
        found = [leaf for each in inner if isinstance(each, Message) for leaf in _leaves(each)]
        pages_found = [leaf for leaf in found if leaf.get_content_type() in PAGE_TYPES]
        yield from pages_found if kind == "multipart/alternative" and pages_found else found
    elif part.get_content_maintype() not in _NO_PAGES:
        yield part


def _pages(leaves: list[Message]) -> list[Message]:
    """Those that are HTML or attached; without any, the plain text."""
    found = [leaf for leaf in leaves if leaf.get_content_type() in PAGE_TYPES or _is_attached(leaf)]
    return found or [leaf for leaf in leaves if leaf.get_content_type() == "text/plain"][:1]


def _is_attached(part: Message) -> bool:
    name = part.get_filename()
    return name is not None and not name.lower().endswith(sign.PARTS_OF_PAGES)


def _described(inner: Member, message: Message, part: Message) -> Member:
    """With what the mail says of a page; when an attachment was made, it does not say."""
    location = address_in(part, "Content-Location") or ""
    is_page = part.get_content_type() in PAGE_TYPES or _is_attached(part)
    name = part.get_filename()
    return inner._replace(
        name=name or "",
        url=address_in(message, "Snapshot-Content-Location")
        or (location if location.startswith("http") else None),
        saved_at=date_of(message) if name is None else None,
        charset=part.get_content_charset(),
        otherwise="" if is_page else _ONLY_TEXT,
    )
