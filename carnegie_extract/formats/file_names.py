"""Names of files, one for each article: "2026-04-23-the-quiet-ports"."""

from __future__ import annotations

import re
from unicodedata import category, normalize
from urllib.parse import unquote, urlsplit

from carnegie_extract.formats.format import Record

_MOST = 100
"""Bytes of a slug: systems take 255 of a name."""
_DATE = re.compile(r"\d{4}-\d\d-\d\d")
_DEVICE = re.compile(r"con|prn|aux|nul|com\d|lpt\d")
"""Names that Windows keeps for itself."""


def stem(record: Record) -> str:
    """The date and the last part of the address; where that says nothing, the headline.

    It has letters, digits and hyphens alone, begins with no hyphen, and is never empty.
    """
    slug = _slug(_last_part(record["url"]))
    if not any(map(str.isalpha, slug)):
        slug = _slug(record["headline"])
    if not slug or _DEVICE.fullmatch(slug):
        slug = f"article-{slug}".strip("-")
    return f"{record['date']}-{slug}" if _DATE.fullmatch(record["date"] or "") else slug


def _last_part(url: str | None) -> str:
    try:
        return unquote(urlsplit(url or "").path.rstrip("/").rpartition("/")[2])
    except ValueError:
        return ""


def _slug(text: str) -> str:
    """A text in small letters, with hyphens for all that is neither letter nor digit nor a letter's mark."""
    small = normalize("NFC", text.casefold())
    kept = "".join(each if each.isalnum() or category(each).startswith("M") else "-" for each in small)
    short = "-".join(filter(None, kept.split("-"))).encode()[:_MOST].decode("utf-8", "ignore")
    return short.strip("-")
