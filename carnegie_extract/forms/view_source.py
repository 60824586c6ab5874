"""A browser's view of a page's source, saved as a page: a table row for each line, markup as text."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from carnegie_extract.forms import Found
from carnegie_extract.forms.member import Member

_LINE = re.compile(r'<td class="line-content">(.*?)</td>', re.S)
_TAG = re.compile(r"<[^>]*>")


def read_view_source(member: Member) -> Iterator[Found]:
    """The page whose source it is."""
    view = member.read().decode("utf-8", "replace")
    lines = (html.unescape(_TAG.sub("", line)) for line in _LINE.findall(view))
    yield member.page("\n".join(lines).encode())
