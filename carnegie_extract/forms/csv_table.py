"""CSV with a column of pages: a row for each, the first one names the columns."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from carnegie_extract.base.errors import Damaged
from carnegie_extract.forms.member import Found, Member
from carnegie_extract.forms.signatures import BLANK
from carnegie_extract.forms.values import Lines, held_in, no_page, pages_of

_DELIMITERS = ",;\t"


def read_csv(member: Member) -> Iterator[Found]:
    """The pages in a table, named by the number of their row below the first; read as a stream."""
    lines = Lines(member)
    csv.field_size_limit(max(member.limit, csv.field_size_limit()))
    first = lines.next_filled().text.lstrip(BLANK)
    names = next(csv.reader([first.decode("utf-8", "replace")], delimiter=_delimiter(first)))
    text = io.TextIOWrapper(lines.file, "utf-8", "replace", newline="")
    rows = csv.reader(text, delimiter=_delimiter(first))
    empty, number = True, 0
    try:
        for number, row in enumerate(rows, 1):
            for held in held_in([dict(zip(names, row, strict=False))]):
                empty = False
                yield from pages_of(member, held, str(number))
    except csv.Error as error:
        raise Damaged(f"the table can't be read: {error}", f"{member.source}#{number + 1}") from error
    finally:
        text.detach()
    if empty:
        no_page(member, "CSV")


def _delimiter(line: bytes) -> str:
    return max(_DELIMITERS, key=lambda each: line.count(each.encode()))
