"""Elements in elements in elements, told before the parser meets them: it takes the square of their depth.

Measured with selectolax 1.0: 20,000 nested `div` take half a second and 100,000 a quarter of a minute; of
`<b>` and `<i>` left open, each with other attributes, 2,000 take 0.4 s and 8,000 take 23 s and 5 GB.
"""

from __future__ import annotations

import re

from carnegie_extract.errors import TooNested
from carnegie_extract.quick import pattern

MAX_DEPTH = 20_000
MAX_FORMATTING = 2_000
"""Formatting elements are opened again in each block until they are closed."""

_TAG = pattern(rb"<!--.*?(?:-->|\Z)|<(?:script|style)\b.*?(?:</|\Z)|<(/?)([a-z][^\s/>]*)([^>]*)", re.I | re.S)
_FORMATTING = frozenset(b"b big code em font i s small strike strong tt u".split())
_NEVER_DEEP = frozenset(
    b"area base br col embed hr img input link meta param source track wbr "  # void
    b"a body head html li dd dt nobr option p rb rp rt tbody td tfoot th thead tr".split()  # close their like
)


def check_nesting(html: bytes) -> None:
    """Raises TooNested for a page that would keep the parser busy for seconds."""
    if html.count(b"<") <= MAX_FORMATTING:
        return
    opened: dict[bytes, int] = {}
    depth = formatting = 0
    for slash, name, attributes in _TAG.findall(html):
        element = name.lower()
        if not element or element in _NEVER_DEEP or attributes.endswith(b"/"):
            continue
        step = -1 if slash else 1
        count = opened.get(element, 0) + step
        if count < 0:
            continue
        opened[element] = count
        depth += step
        if element in _FORMATTING:
            formatting += step
        if depth > MAX_DEPTH or formatting > MAX_FORMATTING:
            raise TooNested("its elements are nested more deeply than the parser can take")
