"""What a saving tool noted in the page: the page's address and when the copy was made.

Browsers' "Save as", SingleFile, Save Page WE, monolith, HTTrack, the Wayback Machine, archive.today and the
caches of Google and Bing: docs/pages.md#saved-copies.
"""

import re
from collections.abc import Callable

from carnegie_extract.base.quick import NamedTuple, pattern
from carnegie_extract.page.head import Head
from carnegie_extract.words.addresses import stamp
from carnegie_extract.words.dates import find_date, timestamp

_SAVED_FROM = pattern(rb"<!--\s*saved from url=\(\d+\)([^\s<]+?)\s*+-->")
_SINGLE_FILE = pattern(rb"Page saved with SingleFile\s+url:\s*(\S+)\s+saved date:\s*([^\n]+)")
# monolith gives no address for a local file, nor for a page from a pipe.
_MONOLITH = pattern(rb"<!--\s*Saved from (?:local source|(\S+)) at (\S+) using monolith ")
_HTTRACK = pattern(
    rb"<!--\s*Mirrored from (?:https?://)?(\S+) by HTTrack Website Copier/[^,>]*,\s*([^>]*?)\s*-->"
)
_HTTRACK_DATE = pattern(r"\w+, (\d\d? \w+ \d{4}) (\d\d:\d\d:\d\d) GMT")
_ARCHIVE_TODAY = pattern(
    rb"""<link rel="bookmark" href="https?://archive\.\w+/(\d{14})/(https?://[^"\s]+)\"""", re.I
)
# The caches set the page's base, then say so above it.
_CACHE = pattern(
    rb"""<base href="([^"\s]+)"\s*/?>.{0,4000}?(?:This is Google(?:'|&#39;|\xe2\x80\x99)s cache of|"""
    rb"""You have reached the cached page for)\s*(?:<strong>\s*)?<a href="\1"[^>]*>""",
    re.I | re.S,
)
_CACHED_ON = pattern(rb"as it appeared on ([\w ,]+ \d{4}) (\d\d:\d\d:\d\d) GMT")
_ARCHIVED_ON = pattern(rb"FILE ARCHIVED ON (\d\d:\d\d:\d\d) (\w+ \d\d?, \d{4})")
_WOMBAT = pattern(rb'__wm\.wombat\(\s*"([^"]+)"\s*,\s*"(\d{14})"')
_WBINFO = pattern(rb'wbinfo\.url\s*=\s*"([^"]+)";\s*wbinfo\.timestamp\s*=\s*"(\d{14})"')
# Without a note, the addresses that a replay rewrote in the head contain the stamp.
_REWRITTEN = pattern(
    rb"<(?:link|script)\b[^>]{0,400}?\b(?:href|src)=[\"']?(?:https?:)?(?://web\.archive\.org)?/web/(\d{14})[a-z_]{0,3}/http",
    re.I,
)
# The replay prints this line above the page: all that a copy without scripts keeps of its bar.
_PRINTED_LINE = pattern(
    rb'id="wm-ipp-print">\s*The Wayback Machine - https?://web\.archive\.org/web/(\d{14})/([^\s<]+)'
)
_DATE_STRING = pattern(r"\w{3} (\w{3} \d\d \d{4}) (\d\d:\d\d:\d\d) GMT([+-]\d{4})")
_EDGE = 16_384


class Saved(NamedTuple):
    """`url` of the page, and `at`, RFC 3339, when it was saved; None where no tool gives it."""

    url: str | None = None
    at: str | None = None


def read_saved(page: bytes) -> Saved:
    """Read the comments that saving tools leave at the top and at the end of a page."""
    top, end = page[:_EDGE], page[-_EDGE:]
    for marker, read in _NOTES:
        if marker in top and (saved := read(top)):
            return saved
    url = None
    if b"saved from url" in top and (match := _SAVED_FROM.search(top)):
        url = _text(match[1])
    rewritten = _REWRITTEN.search(top) if b"/web/" in top else None
    return Saved(url, _archived_on(end) or (stamp(rewritten[1].decode()) if rewritten else None))


def read_saved_tags(head: Head) -> Saved:
    """Read the tags that Save Page WE leaves in the head."""
    date = head.meta("savepage-date")
    return Saved(head.meta("savepage-url"), _date_string(date) if date else None)


def _single_file(top: bytes) -> Saved | None:
    match = _SINGLE_FILE.search(top)
    return Saved(_text(match[1]), _date_string(_text(match[2]))) if match else None


def _replayed(form: re.Pattern[bytes]) -> Callable[[bytes], Saved | None]:
    def read(top: bytes) -> Saved | None:
        match = form.search(top)
        return Saved(_text(match[1]), stamp(_text(match[2]))) if match else None

    return read


def _monolith(top: bytes) -> Saved | None:
    match = _MONOLITH.search(top)
    return Saved(_text(match[1]) if match[1] else None, timestamp(_text(match[2]))) if match else None


def _httrack(top: bytes) -> Saved | None:
    """HTTrack leaves the scheme out."""
    match = _HTTRACK.search(top)
    if match is None:
        return None
    date = _HTTRACK_DATE.fullmatch(_text(match[2]))
    return Saved(f"https://{_text(match[1])}", _utc(date[1], date[2]) if date else None)


def _stamped(form: re.Pattern[bytes]) -> Callable[[bytes], Saved | None]:
    def read(top: bytes) -> Saved | None:
        match = form.search(top)
        return Saved(_text(match[2]).replace("&amp;", "&"), stamp(_text(match[1]))) if match else None

    return read


def _cached(top: bytes) -> Saved | None:
    match = _CACHE.search(top)
    if match is None:
        return None
    date = _CACHED_ON.search(top, match.end())
    return Saved(_text(match[1]), _utc(_text(date[1]), _text(date[2])) if date else None)


_NOTES: tuple[tuple[bytes, Callable[[bytes], Saved | None]], ...] = (
    (b"SingleFile", _single_file),
    # The scripts of the Wayback Machine and of pywb name the page and the stamp.
    (b"__wm.wombat(", _replayed(_WOMBAT)),
    (b"wbinfo.t", _replayed(_WBINFO)),
    (b"using monolith", _monolith),
    (b"by HTTrack", _httrack),
    (b'rel="bookmark"', _stamped(_ARCHIVE_TODAY)),
    (b"wm-ipp-print", _stamped(_PRINTED_LINE)),
    (b"s cache of", _cached),
    (b"cached page for", _cached),
)
"""What a note holds, and how it is read."""


def _text(content: bytes) -> str:
    return content.decode("utf-8", "replace")


def _utc(day: str, clock: str) -> str | None:
    found = find_date(day)
    return timestamp(f"{found[0].isoformat()}T{clock}Z") if found else None


def _archived_on(end: bytes) -> str | None:
    match = _ARCHIVED_ON.search(end) if b"FILE ARCHIVED ON" in end else None
    found = find_date(match[2].decode("ascii", "replace")) if match else None
    return f"{found[0].isoformat()}T{match[1].decode()}Z" if match and found else None


def _date_string(text: str) -> str | None:
    match = _DATE_STRING.search(text)
    if match is None:
        return None
    month, day, year = match[1].split()
    found = find_date(f"{month} {day}, {year}")
    offset = "Z" if match[3][1:] == "0000" else f"{match[3][:3]}:{match[3][3:]}"
    return f"{found[0].isoformat()}T{match[2]}{offset}" if found else None
