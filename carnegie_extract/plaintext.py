"""Plain text -> flow: a page saved as text, in the form that browsers copy and save.

The form is known from one real page: evidence/current-site.md and the case `seed-text`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from carnegie_extract.byline import are_names
from carnegie_extract.errors import AlreadyExtracted, NotHtml
from carnegie_extract.flow import Block, Flow
from carnegie_extract.head import Head, LinkedData, Metadata, looks_like_metadata, read_block
from carnegie_extract.header_line import read_line
from carnegie_extract.labels import BLOGS
from carnegie_extract.landmarks import (
    after_label,
    is_button,
    is_credit,
    is_type_label,
)
from carnegie_extract.page import Page
from carnegie_extract.quick import pattern
from carnegie_extract.site import (
    ENOUGH_MARKS,
    has_copyright,
    has_disclaimer,
    is_carnegie_name,
    metadata_marks,
)
from carnegie_extract.text import fold, key
from carnegie_extract.textdump import BULLET, NUMBER, split_label, undumped, without_pictures

_LINE_END = pattern(r"\r\n|\n|\r|\f")
_LONGEST_HEADER = 12
_LONGEST_BLOCK = 400
"""Lines of a metadata block."""
_MOST_TRIES = 20
_TAIL = frozenset(("about_authors", "disclaimers", "ends", "comments"))
"""No header stands below these."""
_RECORD_KEYS = (b'"source":', b'"layout":', b'"headline":')
_EMPTY_HEAD = Head("", {}, "", "", LinkedData())


def read_text(utf8: bytes) -> Page:
    """Read a page saved as plain text. Raises NotHtml when it has none of an article's landmarks."""
    if utf8.lstrip()[:1] in (b"{", b"[") and all(key in utf8 for key in _RECORD_KEYS):
        raise AlreadyExtracted("records written by carnegie-extract, not a web page")
    lines = _LINE_END.split(utf8.decode("utf-8", "replace"))
    metadata, rest = _cut_metadata(undumped(lines))
    flow = _flow(map(without_pictures, rest), metadata)
    headline = _headline(flow, metadata)
    if headline is None or not _is_ours(flow, metadata, headline):
        raise NotHtml(
            "neither HTML nor the plain text of an article (no headline followed by a byline or a date, or "
            "too few signs of the Carnegie Endowment)"
        )
    return Page(None, _EMPTY_HEAD, metadata, flow, headline)


def _is_ours(flow: Flow, metadata: Metadata, headline: int) -> bool:
    """Whether a text has a header as the Endowment prints it, and bears a mark beside it."""
    if metadata_marks(metadata) >= ENOUGH_MARKS:
        return True
    named = any(is_carnegie_name(block.text) or key(block.text) in BLOGS for block in flow)
    marked = metadata.present or named or has_copyright(flow) or has_disclaimer(flow)
    return marked and _has_printed_header(flow, headline)


def _has_printed_header(flow: Flow, headline: int) -> bool:
    """Whether a header is one as the Endowment's pages print it: a type label, or "Published on"."""
    above = flow[max(headline - 3, 0) : headline]
    below = flow[headline : headline + _LONGEST_HEADER]
    return any(is_type_label(block.text) for block in above) or any(
        after_label("published", block.text) is not None for block in below
    )


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
        elif bullet := BULLET.match(line) or NUMBER.match(line):
            if item := fold(line[bullet.end() :]):
                flow.append(Block("li", item, item=paragraph))
        else:
            flow.extend(Block("p", part, item=paragraph) for part in split_label(text, is_blog))
    return flow


def _headline(flow: Flow, metadata: Metadata) -> int | None:
    """The headline: the first line under type label and blog, above the line with the date."""
    known = metadata.strings("authors")
    dated = next((at for at, block in enumerate(flow) if _is_dated(block, known)), None)
    tail = next((at for at, roles in flow.landmarks.items() if roles & _TAIL), len(flow))
    if dated is None or dated > tail:
        return None
    top = max(dated - _LONGEST_HEADER, 0)
    labels = [at for at in range(top, dated) if flow[at].kind == "p" and is_type_label(flow[at].text)]
    start = labels[-1] + 1 if labels else _below_furniture(flow, top, dated)
    lines = [at for at in range(start, dated) if not _is_furniture(flow[at], known)]
    if not (labels or metadata.present or _is_labelled(flow, start, dated)):
        return None  # nothing tells the headline from a menu's last line
    blog = metadata.string("blog")
    while len(lines) > 1 and labels and _is_blog(flow, lines[0], labels[-1], blog):
        lines.pop(0)
    return lines[0] if lines else None


def _is_labelled(flow: Flow, start: int, dated: int) -> bool:
    """Whether a header says "By" or "Published on"."""
    lines = [flow[at].text for at in range(start, min(dated + 2, len(flow)))]
    return any(after_label(role, text) is not None for role in ("by", "published") for text in lines)


def _is_dated(block: Block, known: tuple[str, ...]) -> bool:
    if block.kind != "p":
        return False
    line = read_line(block.text, known)
    return line is not None and (line.day is not None or line.waits == "date")


def _below_furniture(flow: Flow, top: int, dated: int) -> int:
    """Without a type label: below the credit line, the menu or a control."""
    above = [
        at
        for at in range(top, dated)
        if flow[at].kind == "li" or is_credit(flow[at].text) or is_button(flow[at].text)
    ]
    below_menu = [
        at
        for at in above
        if any(flow[n].kind == "p" and not is_button(flow[n].text) for n in range(at + 1, dated))
    ]
    furniture = [at for at in below_menu if not _link_copied(flow, at, dated)]
    return furniture[-1] + 1 if furniture else top


def _link_copied(flow: Flow, at: int, dated: int) -> bool:
    """Whether a control stands between dek and byline and so below the headline."""
    return is_button(flow[at].text) and all(
        after_label("by", flow[n].text) is not None or is_button(flow[n].text) for n in range(at + 1, dated)
    )


def _is_furniture(block: Block, known: tuple[str, ...]) -> bool:
    names = after_label("by", block.text)
    is_byline = names is not None and (not names or are_names(names, known))
    return block.kind == "li" or is_byline or is_button(block.text) or is_credit(block.text)


def _is_blog(flow: Flow, at: int, label: int, blog: str | None) -> bool:
    """Whether the line under the type label is a blog's name: a known one, or one that comes again."""
    text = key(flow[at].text)
    if blog is not None:
        return text == key(blog)
    if text in BLOGS:
        return True
    again = sum(key(block.text) == text for block in flow[at + 1 :])
    return at == label + 1 and flow[at].item == flow[label].item and again > 0
