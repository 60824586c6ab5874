"""JSON that holds pages: objects and arrays of any shape, HAR, JSON Lines."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

import orjson

from carnegie_extract.forms.member import Found, Member
from carnegie_extract.forms.values import read_values

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

_MOST_BRACKETS = 4_000_000
"""Each may cost a hundred bytes of memory."""
_BLANK = re.compile(r"\s*")


def read_json(member: Member) -> Iterator[Found]:
    """The pages in a JSON file; by line where each line is a value. Of HAR those that were answered."""
    return read_values(member, values_in, "JSON")


def values_in(text: bytes) -> list[Any]:
    """The values that follow each other in a text. Raises ValueError if it is not JSON."""
    if text.count(b"[") + text.count(b"{") > _MOST_BRACKETS:
        raise ValueError("it has too many parts")
    try:
        return [orjson.loads(text)]
    except orjson.JSONDecodeError:
        return _leniently(text.decode("utf-8", "replace"))


def _leniently(text: str) -> list[Any]:
    """As most programs read it: NaN, half surrogates, control characters, several values in a row."""
    decoder = json.JSONDecoder(strict=False)
    values, at = [], 0
    try:
        while at < len(text):
            value, end = decoder.raw_decode(text, at)
            values.append(value)
            at = _end_of_blank(text, end)
    except RecursionError as error:
        raise ValueError("it nests too deeply") from error
    return values


def _end_of_blank(text: str, at: int) -> int:
    blank = _BLANK.match(text, at)
    return blank.end() if blank is not None else at
