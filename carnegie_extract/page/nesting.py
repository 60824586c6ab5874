"""Deeply nested elements, found before the parser meets them: its time grows with the square of their depth.

Measured with selectolax 1.0: 10,000 lists in lists take half a second, 100,000 nested `div` 14 s; of
`<b>` and `<i>` left open, each with other attributes, 2,000 take 0.4 s and 8,000 take 23 s and 5 GB.
"""

from __future__ import annotations

import re

from carnegie_extract.base.errors import TooNested
from carnegie_extract.base.quick import pattern

MAX_DEPTH = 10_000
MAX_FORMATTING = 2_000
"""Formatting elements are opened again in each block until they are closed."""

_TAG = pattern(
    rb"<!--.*?(?:-->|\Z)|<(?:script|style)\b.*?(?:</|\Z)|<svg\b.*?(?:</svg|\Z)|<(/?)([a-z][^\s/>]*)",
    re.I | re.S,
)
_FORMATTING = frozenset(b"b big code em font i s small strike strong tt u".split())
_MAY_FORMAT = pattern(rb"<[bceifstuBCEIFSTU][A-Za-z]{0,5}[\s/>]")
"""Twice as quick as their names."""
_NEVER_DEEP = frozenset(
    b"area base br col embed hr img input link meta param source track wbr "  # void
    b"a body head html li dd dt nobr option p rb rp rt tbody td tfoot th thead tr".split()  # close their like
)


def check_nesting(html: bytes) -> None:
    """Raises TooNested for a page that would keep the parser busy for seconds."""
    if _is_shallow(html):
        return
    opened: dict[bytes, int] = {}
    depth = formatting = 0
    for slash, name in _TAG.findall(html):
        element = name.lower()
        if not element or element in _NEVER_DEEP:
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
            raise TooNested("HTML elements nested too deeply")


def _is_shallow(html: bytes) -> bool:
    """Whether a page has too few tags to be deep, as nearly every page."""
    tags = html.count(b"<")
    if tags <= MAX_FORMATTING:
        return True
    return tags <= MAX_DEPTH and len(_MAY_FORMAT.findall(html)) <= MAX_FORMATTING
