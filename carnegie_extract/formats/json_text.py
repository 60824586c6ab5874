"""JSON: an object a line, or one array of objects."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from carnegie_extract.formats.format import Format, Record, Style
from carnegie_extract.formats.json_lines import encode


def lines(records: Iterable[Record], style: Style) -> Iterator[bytes]:
    """A line for each record."""
    for record in records:
        yield encode(record, pretty=style.pretty)


def array(items: Iterable[Record], style: Style) -> Iterator[bytes]:
    """One array, which ends after the last item."""
    before = b"["
    for item in items:
        text = encode(item, pretty=style.pretty).removesuffix(b"\n")
        # No text in JSON holds a line end, so that all of them can be moved in.
        yield before + b"\n" + (b"  " + text.replace(b"\n", b"\n  ") if style.pretty else text)
        before = b","
    yield b"[]\n" if before == b"[" else b"\n]\n"


JSON_LINES = Format("jsonl", (".jsonl", ".ndjson"), lines, is_data=True, may_indent=True)
JSON = Format("json", (".json",), array, is_data=True, may_indent=True)
