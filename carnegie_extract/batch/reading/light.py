"""Which pages need no process of their own: those that cannot keep the parser busy, with any content.

The parser takes the square of the attributes of an element (10,000: 0.19 s) and of the depth of the elements
(10,000 `div`: 0.16 s). Formatting elements that are left open are copied, attributes included, into each
block that follows, and moved about by each end tag: 230 of them, each with another attribute, with 9,500
tags around them take 20 s. The counts here are those of the bytes, and bound what any parser finds in them:
wherever a tag begins, its attributes are told by the same rules.
"""

import re

from carnegie_extract.base.quick import pattern
from carnegie_extract.page.dom import without_payload

SMALL = 2**16
"""Bytes: not more than 16,000 attributes of different names, 0.5 s."""
_COPIES = 2**24
"""Tags, times the bytes that may be copied at each. The most that was seen: 0.4 s, 600 MB."""
_LARGE, _LARGE_ALONE = 4 * 2**20, 2**26
_MOST_TAGS, _MOST_TAGS_ALONE = 5_500, 12_000
"""Twice the tags, seven times the time: 0.8 s and 5 s of formatting that is moved about by end tags."""
_MOST_ROOTS = 100
"""The attributes of each further `html` and `body` go to the first."""
_LONGEST_COPY = 2**14
_MOST_OPEN = 1
"""Different formatting tags with attributes; three alike are kept open. The most that was seen: 3 s."""

# https://html.spec.whatwg.org/#before-attribute-name-state and the states after it.
_ATTRIBUTE = (
    rb"(?>[\t\n\f\r /]*+[^\t\n\f\r />][^\t\n\f\r />=]*+"
    rb"(?>[\t\n\f\r ]*+=[\t\n\f\r ]*+(?>\"[^\"]*+\"?|'[^']*+'?|[^\t\n\f\r >]++)?)?)"
)
_MANY_ATTRIBUTES = pattern(rb"</?[a-zA-Z][^\t\n\f\r />]*+" + _ATTRIBUTE + rb"{64}")
_ROOT = pattern(rb"<(?:html|body)[\t\n\f\r /]", re.I)
# What is closed after mere text is not left open. Of links one is, at most.
_OPEN = pattern(
    rb"(?=(<(a|b|big|code|em|font|i|nobr|s|small|strike|strong|tt|u)(?=[\t\n\f\r /])"
    rb"(?!" + _ATTRIBUTE + rb"*+[\t\n\f\r /]*+>[^<]*+</\2[\t\n\f\r ]*>)" + _ATTRIBUTE + rb"*+))",
    re.I,
)


def is_light(page: bytes) -> bool:
    """Whether the parser is done with a page within 5 seconds and 700 MB, whatever the page holds."""
    return _is_bounded(page, _LARGE, _MOST_TAGS)


def is_bearable(page: bytes) -> bool:
    """Whether the parser is done with a page within half a minute and 1 GB: for who has no other process."""
    return _is_bounded(page, _LARGE_ALONE, _MOST_TAGS_ALONE)


def _is_bounded(page: bytes, large: int, most_tags: int) -> bool:
    page = without_payload(page)
    tags = page.count(b"<")
    if len(page) <= SMALL and tags * len(page) <= _COPIES:
        return True
    if len(page) > large or tags > most_tags or b"\0" in page:  # UTF-16 hides its tags
        return False
    if _MANY_ATTRIBUTES.search(page) or len(_ROOT.findall(page)) > _MOST_ROOTS:
        return False
    left_open = {tag: name.lower() for tag, name in _OPEN.findall(page)}
    formatting = sum(name != b"a" for name in left_open.values())
    return formatting <= _MOST_OPEN and max(map(len, left_open), default=0) <= _LONGEST_COPY
