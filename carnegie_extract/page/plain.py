"""Plain text -> flow: a page saved as text, in the form that browsers copy and save.

The form is known from one real page: docs/pages.md#plain-text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from carnegie_extract.base.errors import AlreadyExtracted
from carnegie_extract.base.quick import pattern
from carnegie_extract.base.text import fold, key, letters
from carnegie_extract.page.flow import Flow, Line
from carnegie_extract.page.head import Metadata, looks_like_metadata, read_block
from carnegie_extract.page.printed import without_pages
from carnegie_extract.page.textdump import BULLET, NUMBER, split_label, undumped, without_pictures
from carnegie_extract.words.carnegie import BLOGS

_LINE_END = pattern(r"\r\n|\n|\r|(?=\f)")
_LONGEST_BLOCK = 400
"""Lines of a metadata block."""
_MOST_TRIES = 20
_QUOTED = pattern(r"^(?:> ?)+")
_FIELD_OF_MAIL = pattern(r"\w[\w -]{0,20}: ")
"""A field of a mail's header; the first one, "From", holds an address."""
_FEWEST_FIELDS = 3
_RULE = "-----"
_RECORD_KEYS = (b'"source":', b'"layout":', b'"headline":')


def read_text(utf8: bytes) -> tuple[Flow, Metadata]:
    """The lines and the metadata block of a page saved as plain text. Raises AlreadyExtracted."""
    if utf8.lstrip()[:1] in (b"{", b"[") and all(key in utf8 for key in _RECORD_KEYS):
        raise AlreadyExtracted("records written by carnegie-extract, not a web page")
    lines = _LINE_END.split(utf8.decode("utf-8", "replace"))
    lines = _without_fields_of_mail(_unquoted(lines))
    metadata, rest = _cut_metadata(undumped(without_pages(lines)))
    return _flow(map(without_pictures, rest), metadata), metadata


def _unquoted(lines: list[str]) -> list[str]:
    """The lines of a text without the ">" before them, if a mail quotes most of it."""
    quoted = sum(line.startswith(">") for line in lines)
    if 2 * quoted <= sum(bool(line.strip()) for line in lines):
        return lines
    return [_QUOTED.sub("", line) for line in lines]


def _without_fields_of_mail(lines: list[str]) -> list[str]:
    """The lines of a text with a rule in the place of the header of a mail that was forwarded with it."""
    start = next((at for at, line in enumerate(lines) if "@" in line and _FIELD_OF_MAIL.match(line)), 0)
    end = start
    while end < len(lines) and _FIELD_OF_MAIL.match(lines[end]):
        end += 1
    return lines if end - start < _FEWEST_FIELDS else [*lines[:start], "", _RULE, "", *lines[end:]]


def _cut_metadata(lines: list[str]) -> tuple[Metadata, list[str]]:
    """The metadata block, and the lines with a blank one in its place."""
    tries = 0
    for start in range(len(lines)):
        if not _opens_object(lines, start) or tries == _MOST_TRIES:
            continue
        tries += 1
        joined = " ".join(map(str.strip, lines[start : start + _LONGEST_BLOCK]))
        metadata, end = read_block(joined)
        if metadata is not None:
            return metadata, [*lines[:start], "", *_after(lines[start:], end)]
        until = _end_of_braces(lines, start)
        if looks_like_metadata("\n".join(lines[start:until]).lstrip()):
            return Metadata(None, broken=True), [*lines[:start], "", *lines[until:]]
    return Metadata(), lines


def _opens_object(lines: list[str], at: int) -> bool:
    line = lines[at].lstrip()
    if not line.startswith("{"):
        return False
    inner = line[1:].lstrip() or (lines[at + 1].lstrip() if at + 1 < len(lines) else "")
    return inner.startswith(('"', "'"))


def _after(lines: list[str], end: int) -> list[str]:
    """The lines after the first `end` characters of them, joined with spaces."""
    for at, line in enumerate(lines):
        text = line.strip()
        if end <= len(text):
            return [text[end:], *lines[at + 1 :]]
        end -= len(text) + 1
    return []


def _end_of_braces(lines: list[str], start: int) -> int:
    """Where a block that can't be read ends: after its last line that looks like JSON."""
    end = start + 1
    while end < len(lines) and re.match(r'\s*["\]}\[,]', lines[end]):
        end += 1
    return end


def _flow(lines: Iterable[str], metadata: Metadata) -> Flow:
    flow = Flow()
    paragraph = 0

    def is_blog(name: str) -> bool:
        return key(name) in BLOGS or key(name) == key(metadata.string("blog") or "")

    for line in lines:
        text = fold(line)
        if not text:
            paragraph += 1
        elif flow and flow[-1].item == paragraph and not text[0].isalnum() and not letters(text):
            continue  # it underlines the line above
        elif bullet := BULLET.match(line) or NUMBER.match(line):
            if item := fold(line[bullet.end() :]):
                flow.append(Line("li", item, item=paragraph))
        else:
            flow.extend(Line("p", part, item=paragraph) for part in split_label(text, is_blog))
    return flow
