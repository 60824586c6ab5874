"""XHTML for a parser of HTML: to it `<script src="a.js"/>` is a start tag, which swallows the page."""

import re

from carnegie_extract.base.quick import pattern

_SELF_CLOSED = pattern(
    rb"<!--.*?(?:-->|\Z)|<!\[CDATA\[.*?(?:\]\]>|\Z)|<(?:script|style)\b(?:[^<>]*[^<>/])?>.*?(?:</(?:script|style)\b|\Z)|"
    rb"<([a-z][\w:-]*)((?:\s[^<>]*)?)/>",
    re.I | re.S,
)
_VOID = frozenset(b"area base br col embed frame hr img input link meta param source track wbr".split())


def closed(utf8: bytes) -> bytes:
    """A page of XHTML with an end tag for each element that closes itself and may hold something."""
    return _SELF_CLOSED.sub(_close, utf8)


def _close(match: re.Match[bytes]) -> bytes:
    name, attributes = match.groups()
    if name is None or name.lower() in _VOID:
        return match[0]
    return b"<%b%b></%b>" % (name, attributes, name)
