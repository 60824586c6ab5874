"""Plain text -> flow: a page saved as text, in the form that browsers copy and save.

The form is known from one real page: evidence/current-site.md and the case `seed-text`.
"""

from __future__ import annotations

import re
from itertools import pairwise

from carnegie_extract.byline import are_names
from carnegie_extract.errors import NotHtml
from carnegie_extract.flow import Block, Flow
from carnegie_extract.head import Head, LinkedData, Metadata, is_metadata, load_json, looks_like_metadata
from carnegie_extract.header_line import read_line
from carnegie_extract.labels import BLOGS
from carnegie_extract.landmarks import (
    LONGEST_LANDMARK,
    after_label,
    is_button,
    is_credit,
    is_type_label,
)
from carnegie_extract.page import Page
from carnegie_extract.quick import pattern
from carnegie_extract.site import is_carnegie_name
from carnegie_extract.text import fold, key

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

_LINE_END = pattern(r"\r\n|\n|\r|\f")
_BULLET = pattern(r"^\s*(?:[•‣◦▪●∙]\s*|[*+–-]\s+)(?=\S)")
_NUMBER = pattern(r"^\s+\d{1,3}\.\s+(?=\S)")
_LONGEST_HEADER = 12
_NARROW, _WRAPPED, _RAGGED, _ENOUGH_LINES = 60, 100, 20, 3
"""Widths that programs wrap at, how much a line may fall short, and how many lines show a width."""
_EMPTY_HEAD = Head("", {}, "", "", LinkedData())


def read_text(utf8: bytes) -> Page:
    """Read a page saved as plain text. Raises NotHtml when it has none of an article's landmarks."""
    lines = _LINE_END.split(utf8.decode("utf-8", "replace"))
    metadata, rest = _cut_metadata(lines)
    flow = _flow(_unwrapped(rest))
    headline = _headline(flow, metadata)
    if headline is None or not _is_ours(flow, metadata):
        raise NotHtml("neither HTML nor the plain text of an article: no line with a date under a headline")
    return Page(None, _EMPTY_HEAD, metadata, flow, headline)


def _is_ours(flow: Flow, metadata: Metadata) -> bool:
    """Whether a text shows one of the Endowment's marks: the block, a disclaimer, its name on a line."""
    if metadata.present:
        return True
    return any(
        "disclaimers" in flow.landmarks.get(at, ())
        or (len(block.text) <= LONGEST_LANDMARK and is_carnegie_name(block.text))
        for at, block in enumerate(flow)
    )


def _cut_metadata(lines: list[str]) -> tuple[Metadata, list[str]]:
    """The metadata block, and the lines with a blank one in its place."""
    broken = False
    for start, line in enumerate(lines):
        if not line.lstrip().startswith("{"):
            continue
        for end in _possible_ends(lines, start):
            text = "\n".join(lines[start:end])
            block: Any = load_json(text)
            if is_metadata(block):
                return Metadata(block), [*lines[:start], "", *lines[end:]]
        end = _end_of_braces(lines, start)
        if looks_like_metadata("\n".join(lines[start:end]).lstrip()):
            broken = True
            return Metadata(None, broken), [*lines[:start], "", *lines[end:]]
    return Metadata(None, broken), lines


def _possible_ends(lines: list[str], start: int) -> list[int]:
    closing = [
        at + 1 for at in range(start, min(start + 400, len(lines))) if lines[at].rstrip().endswith("}")
    ]
    return closing[:20]


def _end_of_braces(lines: list[str], start: int) -> int:
    """Where a block that can't be read ends: after its last line that looks like JSON."""
    end = start + 1
    while end < len(lines) and re.match(r'\s*["\]}\[,]', lines[end]):
        end += 1
    return end


def _unwrapped(lines: list[str]) -> list[str]:
    """Join the lines of paragraphs that were wrapped at a width: a line ends where no word fits in."""
    inner = [len(line) for line, after in pairwise(lines) if line.strip() and after.strip()]
    width = max(inner, default=0)
    if not _NARROW <= width <= _WRAPPED or sum(length > width - _RAGGED for length in inner) < _ENOUGH_LINES:
        return lines
    joined: list[str] = []
    previous = ""
    for line in lines:
        word = line.split(maxsplit=1)[0] if line.strip() else ""
        full = len(previous) > width - _RAGGED and len(previous) + 1 + len(word) > width
        if word and full and not (_BULLET.match(line) or _NUMBER.match(line)):
            joined[-1] = f"{joined[-1].rstrip()} {line.strip()}"
        else:
            joined.append(line)
        previous = line
    return joined


def _flow(lines: list[str]) -> Flow:
    flow = Flow()
    paragraph = 0
    for line in lines:
        text = fold(line)
        if not text:
            paragraph += 1
        elif bullet := _BULLET.match(line) or _NUMBER.match(line):
            flow.append(Block("li", fold(line[bullet.end() :]), item=paragraph))
        else:
            flow.append(Block("p", text, item=paragraph))
    return flow


def _headline(flow: Flow, metadata: Metadata) -> int | None:
    """The headline: the first line under type label and blog, above the line with the date."""
    known = metadata.strings("authors")
    dated = next((at for at, block in enumerate(flow) if _is_dated(block, known)), None)
    if dated is None:
        return None
    top = max(dated - _LONGEST_HEADER, 0)
    labels = [at for at in range(top, dated) if flow[at].kind == "p" and is_type_label(flow[at].text)]
    start = labels[-1] + 1 if labels else _below_furniture(flow, top, dated)
    lines = [at for at in range(start, dated) if not _is_furniture(flow[at], known)]
    blog = metadata.string("blog")
    while len(lines) > 1 and labels and _is_blog(flow, lines[0], labels[-1], blog):
        lines.pop(0)
    return lines[0] if lines else None


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
