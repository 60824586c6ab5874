"""Addresses: the page's own, and links made absolute against it."""

import re

from carnegie_extract.base.quick import pattern
from carnegie_extract.fields.field import Evidence, Field, Found, found
from carnegie_extract.words.addresses import as_read, original, without_tracking

_SITE = "https://carnegieendowment.org"
_ORIGIN = pattern(r"https?://[^/?#]+", re.I)


def own_address(evidence: Evidence) -> Found | None:
    """The canonical link, else `og:url`, the JSON-LD, what the saving tool noted; for a copy, the original's."""
    return found(evidence.url, "head")


URL = Field("url", (own_address,))


def absolute(href: str | None, url: str | None, base: str = "") -> str | None:
    """`href` made absolute against `base` or the page's address; links of a page lead to its own site."""
    if not href:
        return None
    href = as_read(original(href))
    if href.startswith("//"):
        return f"https:{href}"
    start = base if _ORIGIN.match(base) else url or ""
    if href.startswith("/"):
        origin = _ORIGIN.match(start)
        return f"{origin[0] if origin else _SITE}{href}"
    if ":" in href.partition("/")[0] or href[0] in "#?" or not start:
        return href
    from urllib.parse import urljoin  # noqa: PLC0415  # hardly any link needs it

    return urljoin(urljoin(start, base), href)


def reached_by(href: str, url: str | None, base: str = "") -> str | None:
    """The absolute address on the web that a link leads to, tracking off; None for a place in the page itself."""
    if not href or href[0] == "#":
        return None
    whole = absolute(href, url, base) or ""
    return without_tracking(whole) if whole[:8].lower().startswith(("http://", "https://")) else None
