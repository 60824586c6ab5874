"""Records that were made earlier, for `--report`: as JSON Lines or indented, compressed or not."""

from __future__ import annotations

import os
from collections.abc import Iterator
from io import BufferedReader
from itertools import islice

from carnegie_extract.base.errors import Damaged, NeedsLibrary
from carnegie_extract.batch.inputs.names import source_name
from carnegie_extract.batch.inputs.reasons import os_reason
from carnegie_extract.batch.reading.reader import Failure, Record
from carnegie_extract.formats.json_lines import decode
from carnegie_extract.forms.compressed import unpacked
from carnegie_extract.report.entry import entry_of

_LONGEST = 2**28
"""Bytes of a record."""
_KEYS = frozenset(("source", "layout", "headline", "body"))
"""What a record has in any version of this tool."""


def holds_records(path: str) -> bool:
    """Whether a file begins with a record of this tool."""
    try:
        if not os.path.isfile(path):
            return False
        with open(path, "rb") as file:
            if unpacked(file).read(1) != b"{":
                return False
            file.seek(0)
            return any(_record(text) is not None for _, text in islice(_texts(unpacked(file)), 1))
    except (Damaged, NeedsLibrary, OSError, ValueError):
        return False


def earlier(path: str) -> Iterator[Record | Failure]:
    """The records of a file, for the report alone: they are written already. A failure for what is none."""
    source = source_name(path)
    with open(path, "rb") as file:
        for record in records_in(file):
            yield Failure(source, Damaged.kind, record) if isinstance(record, str) else record


def records_in(file: BufferedReader) -> Iterator[Record | str]:
    """The records, and in the place of what is none why it is not. Raises NeedsLibrary."""
    try:
        for number, text in _texts(unpacked(file)):
            record = _record(text)
            yield record if record is not None else f"line {number} is not a record"
    except Damaged as error:
        yield error.reason
    except OSError as error:
        yield os_reason(error)


def _texts(lines: BufferedReader) -> Iterator[tuple[int, bytes]]:
    """Each line, or indented record, with the number of its first line; blank ones left out."""
    held: list[bytes] = []
    size = 0
    for number, line in enumerate(iter(lambda: lines.readline(_LONGEST), b""), 1):
        if not held and not line.strip():
            continue
        held.append(line)
        size += len(line)
        if held[0].rstrip() == b"{" and line.rstrip() != b"}" and size < _LONGEST:
            continue
        yield number - len(held) + 1, b"".join(held)
        held, size = [], 0
    if held:
        yield number - len(held) + 1, b"".join(held)


def _record(text: bytes) -> Record | None:
    """A record; None for anything else."""
    try:
        found = decode(text)
        if not isinstance(found, dict) or not found.keys() >= _KEYS or not isinstance(found["source"], str):
            return None
        return Record(found["source"], b"", entry_of(found))
    except (ValueError, RecursionError):
        return None
