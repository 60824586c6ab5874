"""What a saving tool noted in the page: the page's address and when the copy was made.

Browsers' "Save as", SingleFile and the Wayback Machine: evidence/current-site.md, last section.
"""

import re

from carnegie_extract.dates import find_date, timestamp
from carnegie_extract.quick import NamedTuple, pattern

# The Wayback Machine's, and that of a pywb of one's own: any host, any name of a collection.
_WAYBACK_PREFIX = pattern(
    r"^(?:https?:)?(?://[^/?#\s]+)?/[\w.-]+/(\d{4,14})(?:[a-z]{2}_)?/(https?:/{1,2}\S+)", re.I
)
_SAVED_FROM = pattern(rb"<!--\s*saved from url=\(\d+\)(\S+?)\s*-->")
_SINGLE_FILE = pattern(rb"Page saved with SingleFile\s+url:\s*(\S+)\s+saved date:\s*([^\n]+)")
_ARCHIVED_ON = pattern(rb"FILE ARCHIVED ON (\d\d:\d\d:\d\d) (\w+ \d\d?, \d{4})")
# The scripts of the Wayback Machine and of pywb name the page and the stamp.
_REPLAYS = (
    (b"__wm.wombat(", pattern(rb'__wm\.wombat\(\s*"([^"]+)"\s*,\s*"(\d{14})"')),
    (b"wbinfo.t", pattern(rb'wbinfo\.url\s*=\s*"([^"]+)";\s*wbinfo\.timestamp\s*=\s*"(\d{14})"')),
)
# Without them, the addresses that a replay rewrote in the head bear the stamp.
_REWRITTEN = pattern(
    rb"<(?:link|script)\b[^>]{0,400}?\b(?:href|src)=[\"']?(?:https?:)?(?://web\.archive\.org)?/web/(\d{14})[a-z_]{0,3}/http",
    re.I,
)
_DATE_STRING = pattern(r"\w{3} (\w{3} \d\d \d{4}) (\d\d:\d\d:\d\d) GMT([+-]\d{4})")
_EDGE = 16_384


class Saved(NamedTuple):
    """`url` of the page, and `at`, RFC 3339, when it was saved; None where no tool said it."""

    url: str | None = None
    at: str | None = None


def read_saved(page: bytes) -> Saved:
    """Read the comments that saving tools leave at the top and at the end of a page."""
    top, end = page[:_EDGE], page[-_EDGE:]
    if b"SingleFile" in top and (match := _SINGLE_FILE.search(top)):
        return Saved(
            match[1].decode("utf-8", "replace"), _single_file_date(match[2].decode("utf-8", "replace"))
        )
    url = None
    for marker, form in _REPLAYS:
        if marker in top and (match := form.search(top)):
            return Saved(match[1].decode("utf-8", "replace"), _rfc3339(match[2].decode()))
    if b"saved from url" in top and (match := _SAVED_FROM.search(top)):
        url = match[1].decode("utf-8", "replace")
    rewritten = _REWRITTEN.search(top) if b"/web/" in top else None
    return Saved(url, _archived_on(end) or (_rfc3339(rewritten[1].decode()) if rewritten else None))


def original(url: str) -> str:
    """`url` without the Wayback Machine's prefix."""
    match = _wayback(url)
    return match[2] if match else url.strip()


def wayback_stamp(url: str) -> str | None:
    """When the Wayback Machine made the copy that `url` leads to, RFC 3339."""
    match = _wayback(url)
    return _rfc3339(match[1]) if match is not None else None


def _rfc3339(s: str) -> str | None:
    """A stamp of 14 digits; shorter ones do not say when the copy was made."""
    return timestamp(f"{s[:4]}-{s[4:6]}-{s[6:8]}T{s[8:10]}:{s[10:12]}:{s[12:]}Z")


def _wayback(url: str) -> re.Match[str] | None:
    return _WAYBACK_PREFIX.match(url.strip()) if "/http" in url else None


def _archived_on(end: bytes) -> str | None:
    match = _ARCHIVED_ON.search(end) if b"FILE ARCHIVED ON" in end else None
    found = find_date(match[2].decode("ascii", "replace")) if match else None
    return f"{found[0].isoformat()}T{match[1].decode()}Z" if match and found else None


def _single_file_date(text: str) -> str | None:
    match = _DATE_STRING.search(text)
    if match is None:
        return None
    month, day, year = match[1].split()
    found = find_date(f"{month} {day}, {year}")
    return f"{found[0].isoformat()}T{match[2]}{match[3][:3]}:{match[3][3:]}" if found else None
