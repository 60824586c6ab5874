"""mbox: mails one after the other, each after a line that begins with "From ". RFC 4155."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator

from carnegie_extract.forms.member import Found, Member, too_large

_START = b"From "
_QUOTED = re.compile(rb"^>(>*From )", re.M)


def read_mbox(member: Member) -> Iterator[Found]:
    """The pages in the mails, named by the number of the mail; read as a stream."""
    lines: list[bytes] = []
    number, length, after_blank = 0, 0, True
    while line := member.file.readline(member.limit):
        if after_blank and line.startswith(_START):
            yield from _mail(member, lines, length, number)
            lines, length, number = [], 0, number + 1
        else:
            length += len(line)
            if length <= member.limit:
                lines.append(line)
            else:
                lines.clear()
        after_blank = not line.strip()
    yield from _mail(member, lines, length, number)


def _mail(member: Member, lines: list[bytes], length: int, number: int) -> Iterator[Found]:
    """The pages of a mail that `lines` are, unless it is too long to be kept."""
    if not number:
        return
    if length > member.limit:
        error = too_large(member.limit)
        error.source = f"{member.source}#{number}"
        yield error
        return
    content = io.BytesIO(_QUOTED.sub(rb"\1", b"".join(lines)))
    yield from member.pages(member.part(content, str(number), rewinds=True))
