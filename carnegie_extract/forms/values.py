"""Pages that are strings in values: objects with an address and a page's HTML, HAR, arrays, bare strings.

A file of such values has one in all, as JSON and HAR, or one on each line, as JSON Lines.
"""

from __future__ import annotations

import binascii
import io
import re
from collections.abc import Callable, Iterator
from itertools import chain

from carnegie_extract.base.errors import AlreadyExtracted, Damaged, Feed, NotHtml, TooLarge
from carnegie_extract.base.quick import NamedTuple
from carnegie_extract.forms.member import Found, Member, too_large, up_to
from carnegie_extract.forms.prefixed import peeked
from carnegie_extract.forms.signatures import BLANK, UTF16
from carnegie_extract.page.dom import is_html
from carnegie_extract.page.encoding import decode
from carnegie_extract.words.dates import timestamp

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

Parse = Callable[[bytes], "list[Any]"]
"""The values in a text; raises ValueError for what is none."""

_TOP = 2048
_ARRAY, _END_OF_ARRAY = b"[", b"]"
_ADDRESSES = ("url", "final_url", "page_url", "source_url", "uri", "address", "link", "href", "loc")
_STAMPS = ("startedDateTime", "saved_at", "fetched_at", "crawled_at", "scraped_at", "timestamp")
_RECORD = frozenset(("source", "layout", "headline"))
_JSON_FEED = "https://jsonfeed.org/version/"
_BASE64 = re.compile(r"\s*[A-Za-z0-9+/]{64}")
_BLANK_LINE = re.compile(rb"")
_WORD = re.compile(rb"(?:null|true|false|None|True|False|-?\d[\d.eE+-]*),?")
_QUOTED_MARKUP = re.compile(rb"[\"']\s*(?:\\[nrt]\s*)*<(?:!doctype|html|head|body)\b", re.I)


class Held(NamedTuple):
    """A page in a value, and what stands beside it."""

    content: bytes
    url: str | None
    saved_at: str | None
    charset: str | None


def read_values(member: Member, parse: Parse, what: str) -> Iterator[Found]:
    """The pages in a file of values, or the file itself when it is a text that only begins like one.

    Raises NotHtml when the values hold no page, Damaged for a file that is cut off, TooLarge.
    """
    lines = Lines(member, passed_over=_WORD)
    first = lines.next_filled()
    second = lines.next_filled()
    if _is_by_line(first.text, second.text, parse):
        yield from _pages_by_line(member, lines, [first, second], parse, what)
        return
    start = first.blank + first.text + second.blank + second.text
    rest = up_to(lines.file, member.limit - len(start))
    if rest is None:
        raise too_large(member.limit)
    content = start + rest
    try:
        values = parse(content.lstrip(BLANK))
    except ValueError as error:
        if _QUOTED_MARKUP.search(content):
            raise Damaged(f"the {what} can't be read: {error}") from error
        otherwise = f"{what} that can't be read ({error})"
        yield member._replace(otherwise=otherwise).page(content)
        return
    if _may_be_searched(values, member):
        yield from _pages_in(member, held_in(values), what)


def no_page(member: Member, what: str) -> None:
    """Raises NotHtml for a file without a page; in archives such files are nothing to speak of."""
    if not member.of_archive:
        raise NotHtml(f"{what} without a page in it")


def pages_of(member: Member, held: Held, name: str | None) -> Iterator[Found]:
    """What a held page gives: as one of many by its name, or as the only one."""
    file = io.BytesIO(held.content)
    inner = member.within(file, "", rewinds=True) if name is None else member.part(file, name, rewinds=True)
    own = inner._replace(
        url=held.url or member.url, saved_at=held.saved_at or member.saved_at, charset=held.charset
    )
    yield from member.pages(own)


def page_in(value: object) -> tuple[bytes, str | None] | None:
    """The page that a string is, as it stands or in base64, and its encoding if that is known."""
    if isinstance(value, bytes):
        return value, None
    if not isinstance(value, str):
        return None
    if value[:_TOP].lstrip("\ufeff \t\r\n").startswith("<"):
        top = value[:_TOP].encode("utf-8", "replace")
        return (value.encode("utf-8", "surrogatepass"), "utf-8") if is_html(top) else None
    if _BASE64.match(value):
        return _decoded(value)
    return None


class Line(NamedTuple):
    """A line, its number, and what was passed over above it."""

    number: int
    text: bytes
    blank: bytes = b""


class Lines:
    """The lines of a file, numbered from 1; UTF-16 becomes UTF-8.

    Blank ones are passed over, and those that match `passed_over`.
    """

    def __init__(self, member: Member, passed_over: re.Pattern[bytes] = _BLANK_LINE) -> None:
        start, _, self.file = peeked(member.file, 2)
        if start in UTF16:
            utf8 = decode(member._replace(file=self.file).read()).utf8
            self.file = io.BufferedReader(io.BytesIO(utf8))
        self.limit = member.limit
        self.number = 0
        self._passed_over = passed_over

    def next_filled(self) -> Line:
        """The next line that is not passed over; an empty one at the end. Raises TooLarge, at the line's end."""
        blank = b""
        while line := self.file.readline(self.limit + 1):
            self.number += 1
            if len(line) > self.limit:
                while line and not line.endswith(b"\n"):
                    line = self.file.readline(self.limit)
                raise too_large(self.limit)
            bare = line.strip(BLANK)
            if bare and self._passed_over.fullmatch(bare) is None:
                return Line(self.number, line, blank)
            blank += line if len(blank) < _TOP else b""
        return Line(self.number, b"", blank)


def _is_by_line(first: bytes, second: bytes, parse: Parse) -> bool:
    """Whether each line is a value: two of them, or one with a page in it; or an element of an array."""
    if not second:
        return False
    if first.strip(BLANK) == _ARRAY:
        return second.rstrip().endswith(b",") and _parsed(second, parse) is not None
    if _parsed(second, parse) is not None:
        return True
    values = _parsed(first, parse)
    return values is not None and next(held_in(values), None) is not None


def _parsed(line: bytes, parse: Parse) -> list[Any] | None:
    """The values on a line; None for a line that is none, or a mere number or word."""
    bare = line.strip(BLANK).rstrip(b",")
    if bare[:1] not in (b"{", b"[", b"(", b'"', b"'", b"b"):
        return None
    try:
        return parse(bare)
    except ValueError:
        return None


def _pages_by_line(
    member: Member, lines: Lines, first: list[Line], parse: Parse, what: str
) -> Iterator[Found]:
    """The pages of a file with a value on each line, named by the line; `first` was read already."""
    empty = True
    while True:
        try:
            line = first.pop(0) if first else lines.next_filled()
        except TooLarge as error:
            error.source = f"{member.source}#{lines.number}"
            yield error
            empty = False
            continue
        if not line.text:
            break
        if line.text.strip(BLANK) in (_ARRAY, _END_OF_ARRAY):
            continue
        name = str(line.number)
        values = _parsed(line.text, parse)
        if values is None:
            empty = False
            yield Damaged(f"line {name} is not {what}", f"{member.source}#{name}")
            continue
        if not _may_be_searched(values, member):
            return
        for count, held in enumerate(held_in(values), 1):
            empty = False
            yield from pages_of(member, held, name if count == 1 else f"{name}.{count}")
    if empty:
        no_page(member, what)


def _pages_in(member: Member, held: Iterator[Held], what: str) -> Iterator[Found]:
    """The pages of one value: a single one is named like the file, others by their number."""
    first, second = next(held, None), next(held, None)
    if first is None:
        no_page(member, what)
    elif second is None:
        yield from pages_of(member, first, None)
    else:
        for number, each in enumerate(chain((first, second), held), 1):
            yield from pages_of(member, each, str(number))


def _may_be_searched(values: list[Any], member: Member) -> bool:
    """Whether values are neither records of this tool nor a feed. Raises what they are, outside of archives."""
    first = values[0] if values else None
    if isinstance(first, list) and first:
        first = first[0]
    if not isinstance(first, dict):
        return True
    is_feed = str(first.get("version", "")).startswith(_JSON_FEED)
    if not is_feed and not first.keys() >= _RECORD:
        return True
    if member.of_archive:
        return False
    if is_feed:
        raise Feed("a feed of articles, not an article")
    raise AlreadyExtracted("records of carnegie-extract, not a page")


def held_in(values: list[Any]) -> Iterator[Held]:
    """The pages in values, in their order; without recursion, for values nest deeply."""
    stack: list[tuple[Any, str | None, str | None]] = [(value, None, None) for value in reversed(values)]
    while stack:
        value, url, saved_at = stack.pop()
        if isinstance(value, dict):
            if _is_no_page(value):
                continue
            url, saved_at = _address(value) or url, _stamp(value) or saved_at
            found = [page for page in map(page_in, value.values()) if page is not None]
            if found:
                content, charset = max(found, key=lambda page: len(page[0]))
                yield Held(content, url, saved_at, charset)
                continue
            stack += [(child, url, saved_at) for child in reversed(value.values())]
        elif isinstance(value, list | tuple):
            stack += [(child, url, saved_at) for child in reversed(value)]
        elif (page := page_in(value)) is not None:
            yield Held(page[0], url, saved_at, page[1])


def _is_no_page(value: dict[Any, Any]) -> bool:
    """Whether a browser's or crawler's log says that an answer failed or is of another type."""
    response = value.get("response")
    status = response.get("status") if isinstance(response, dict) else None
    kind = value.get("mimeType")
    return (isinstance(status, int) and status != 200) or (
        isinstance(kind, str) and kind != "" and "html" not in kind.lower() and "unknown" not in kind.lower()
    )


def _address(value: dict[Any, Any]) -> str | None:
    request = value.get("request")
    urls = [value.get(key) for key in _ADDRESSES] + (
        [request.get("url")] if isinstance(request, dict) else []
    )
    return next((url for url in urls if isinstance(url, str) and url.startswith("http")), None)


def _stamp(value: dict[Any, Any]) -> str | None:
    stamps = (value.get(key) for key in _STAMPS)
    return next((at for each in stamps if isinstance(each, str) and (at := timestamp(each))), None)


def _decoded(value: str) -> tuple[bytes, None] | None:
    """The page that a string holds in base64."""
    top = "".join(value[:_TOP].split())
    try:
        if not is_html(binascii.a2b_base64(top[: len(top) // 4 * 4])):
            return None
        return binascii.a2b_base64(value), None
    except ValueError:
        return None
