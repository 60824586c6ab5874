"""Parquet: a table with a row for each article, and the record's types as columns (`arrow.py`)."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator
from itertools import chain

from carnegie_extract.formats.format import Format, Record, Style

_MOST_ROWS, _MOST_LETTERS = 1000, 2**25
"""What a group of rows holds at most: so much is kept until it is written, and readers take a group at a time."""


def table(records: Iterable[Record], style: Style) -> Iterator[bytes]:
    """The table, a group of rows at a time."""
    groups = _groups(records)
    first = next(
        groups, []
    )  # now the processes are there that read the pages: they need not take the library along
    import pyarrow as pa
    import pyarrow.parquet as pq

    from carnegie_extract.formats import arrow

    columns = arrow.schema(blocks=True)
    schema = pa.schema([columns.field(key) for key in style.keys])
    sink = _Sink()
    with pq.ParquetWriter(sink, schema, compression="zstd") as writer:
        for rows in chain([first], groups):
            writer.write_table(pa.Table.from_pylist(list(map(arrow.row, rows)), schema))
            yield sink.taken()
    yield sink.taken()


def _groups(records: Iterable[Record]) -> Iterator[list[Record]]:
    group: list[Record] = []
    letters = 0
    for record in records:
        group.append(record)
        letters += sum(map(len, record.get("body", ())))
        if len(group) >= _MOST_ROWS or letters >= _MOST_LETTERS:
            yield group
            group, letters = [], 0
    if group:
        yield group


class _Sink(io.RawIOBase):
    """A file whose bytes are taken as they come."""

    def __init__(self) -> None:
        self._pieces: list[bytes] = []
        self._length = 0

    def writable(self) -> bool:
        """It is for writing alone."""
        return True

    def write(self, piece: object) -> int:
        """Keep a piece until it is taken."""
        content = bytes(piece)  # type: ignore[call-overload]  # the library hands over a buffer
        self._pieces.append(content)
        self._length += len(content)
        return len(content)

    def tell(self) -> int:
        """Where the next piece begins: a table says of each column where it stands."""
        return self._length

    def taken(self) -> bytes:
        """What was written since the last time."""
        pieces, self._pieces = self._pieces, []
        return b"".join(pieces)


PARQUET = Format("parquet", (".parquet",), table, is_data=True, is_binary=True, library="pyarrow")
