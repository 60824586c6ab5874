"""A browser's view of a page's source, saved as a page: a table row for each line, markup as text."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from carnegie_extract.forms.member import Found, Member

_LINE, _END_OF_LINE = '<td class="line-content">', "</td>"
_TAG = re.compile(r"<[^<>]*>")


def read_view_source(member: Member) -> Iterator[Found]:
    """The page whose source it is."""
    view = member.read().decode("utf-8", "replace")
    lines = (line.partition(_END_OF_LINE)[0] for line in view.split(_LINE)[1:])
    yield member.page("\n".join(html.unescape(_TAG.sub("", line)) for line in lines).encode())
