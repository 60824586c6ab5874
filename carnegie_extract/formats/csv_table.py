"""CSV for spreadsheets: a row for each article, below a row with the keys.

UTF-8 behind a byte-order mark, since without it Excel takes the letters for those of an old code page; rows end
in CR LF (RFC 4180).
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from carnegie_extract.formats.format import Format, Record, Style
from carnegie_extract.formats.json_lines import encode

_MARK = "\ufeff"
_FORMULA = re.compile(r"[=+\-@\t\r\n＝＋－＠].", re.S)
"""How a cell begins that a spreadsheet would calculate, full-width letters included; one letter alone is none."""


def rows(records: Iterable[Record], style: Style) -> Iterator[bytes]:
    """The row of the keys, then those of the records."""
    yield f"{_MARK}{_row(style.keys)}".encode()
    for record in records:
        yield _row([_cell(key, record[key]) for key in style.keys]).encode()


def _row(cells: Iterable[str]) -> str:
    written = io.StringIO(newline="")
    csv.writer(written).writerow(cells)
    return written.getvalue()


def _cell(key: str, value: Any) -> str:
    """A value as the text of a cell; an apostrophe before what looks like a formula makes a text of it."""
    text = "" if value is None else _TEXTS.get(key, _text)(value)
    return f"'{text}" if _FORMULA.match(text) else text


def _text(value: Any) -> str:
    return value if isinstance(value, str) else encode(value).decode().rstrip("\n")


def _list(texts: list[str]) -> str:
    return "; ".join(texts)


def _authors(authors: list[Record]) -> str:
    return _list([author["name"] for author in authors])


def _body(paragraphs: list[str]) -> str:
    return "\n\n".join(paragraphs)


def _notes(notes: list[Record]) -> str:
    return "\n".join(f"[{note['id']}] {note['text']}" for note in notes)


_TEXTS: dict[str, Callable[[Any], str]] = {
    "authors": _authors,
    "image": lambda image: image["url"],
    "body": _body,
    "notes": _notes,
    "topics": _list,
    "regions": _list,
    "warnings": _list,
}
"""How values that are not texts are written; others (`metadata`, `blocks`) as JSON."""

CSV = Format("csv", (".csv",), rows, is_data=True)
