"""Records in another format than JSON Lines, made from the lines that come from the processes."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator

from carnegie_extract.batch.options import Options
from carnegie_extract.batch.stops import OutputFailed
from carnegie_extract.formats.document import SeveralArticles, document
from carnegie_extract.formats.json_lines import decode

TYPE_CHECKING = False
if TYPE_CHECKING:
    from carnegie_extract.formats.format import Record


def encoded(records: Iterable[Record], options: Options, place: str) -> Iterator[bytes]:
    """The document that the options ask for. Raises OutputFailed, about the `place` it goes to."""
    blocks = options.blocks and options.fields is None
    try:
        yield from document(
            records,
            options.format,
            options.fields,
            blocks=blocks,
            pretty=options.pretty,
            width=options.width,
        )
    except SeveralArticles as error:
        raise OutputFailed(place, f"{error}; for several, use --output FOLDER{os.sep}") from error


def record_of(line: bytes | bytearray) -> Record:
    """The record of a line of ours."""
    record = decode(line)
    assert isinstance(record, dict), "the line was written or checked by us"
    return record
