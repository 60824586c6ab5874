"""Text for reading: headline, byline, date, article, as wide as the terminal; in a pipe a paragraph is a line."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import groupby
from unicodedata import combining, east_asian_width

from carnegie_extract.formats.format import Format, Record, Style
from carnegie_extract.formats.prose import Notes, blocks_of, clean, one_line

_BETWEEN = "* * *"
"""Divides articles."""
_LEAST = 20
"""Columns: nothing is wrapped to fewer."""
_HAN = r"\u2e80-\u2fff\u3040-\u9fff\uf900-\ufaff"
_CLOSING = "、。，．！？；：）〕】》」』〉”’…—"
_UNIT = re.compile(rf"[{_HAN}][{_CLOSING}]*|[^\s{_HAN}]+")
"""What stays on one line: a word; in Chinese each letter, with the marks that begin no line."""

Lines = list[tuple[str, str]]
"""Texts, each with what it opens with. No empty line stands between them."""


def texts(records: Iterable[Record], style: Style) -> Iterator[bytes]:
    """The articles, divided by a line of stars."""
    for number, record in enumerate(records):
        stanzas = [[wrapped(*line, style.width) for line in lines] for lines in _stanzas(record) if lines]
        text = "\n".join("".join(f"{line}\n" for line in lines) for lines in stanzas)
        yield (f"\n{_BETWEEN}\n\n{text}" if number else text).encode()


def _stanzas(record: Record) -> Iterator[Lines]:
    """The parts of an article that empty lines divide."""
    notes = Notes(record["notes"])
    for keys in (("headline", "dek"), ("byline", "date")):
        yield [("", clean(record[key])) for key in keys if record[key]]
    for kind, group in groupby(blocks_of(record), key=lambda block: str(block["type"])):
        lines = [line for block in group for line in _lines(block, notes)]
        yield from [lines] if kind in ("list-item", "table") else ([line] for line in lines)
    yield [(f"[{label}] ", text) for label, text in notes.texts.items()]


def _lines(block: Record, notes: Notes) -> Lines:
    if block["type"] == "table":
        return [("", " | ".join(map(clean, row))) for row in block["rows"] or ()]
    text = clean(_with_calls(block, notes))
    return [(_OPENED.get(block["type"], ""), text)] if text else []


_OPENED = {"list-item": "- ", "quotation": "    ", "figure": "[Figure] "}
"""How a block opens, by its type; its other lines are indented as far."""


def _with_calls(block: Record, notes: Notes) -> str:
    """The text of a block with the labels of its notes where they are called."""
    text, at, parts = one_line(block["text"]), 0, []
    for marker in sorted(block["markers"], key=lambda marker: int(marker["at"])):
        parts += [text[at : marker["at"]], f"[{notes.call(marker['id']) or clean(marker['id'])}]"]
        at = marker["at"]
    return "".join([*parts, text[at:]])


def wrapped(opened: str, text: str, width: int | None) -> str:
    """A text in lines of at most so many columns, the first behind what opens it; a longer word is not broken."""
    if width is None:
        return f"{opened}{text}"
    width, indent = max(width, _LEAST), " " * len(opened)
    lines, used = [opened], len(opened)
    for unit in _UNIT.finditer(text):
        space = (
            " "
            if unit.start() and text[unit.start() - 1] == " " and lines[-1] not in (opened, indent)
            else ""
        )
        columns = _columns(unit[0])
        if used + len(space) + columns > width and lines[-1] != indent and used > len(indent):
            lines.append(indent)
            space, used = "", len(indent)
        lines[-1] += space + unit[0]
        used += len(space) + columns
    return "\n".join(lines)


def _columns(text: str) -> int:
    """How wide a terminal shows a text."""
    if text.isascii():
        return len(text)
    return sum(2 if east_asian_width(each) in "WF" else not combining(each) for each in text)


TEXT = Format("text", (".txt", ".text"), texts, is_prose=True)
