"""JSON lines: a record a line."""

from __future__ import annotations

import json

import orjson

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


def encode(record: dict[str, Any], *, pretty: bool = False) -> bytes:
    """The line of a record, its end included; several lines when `pretty`."""
    option = orjson.OPT_APPEND_NEWLINE | (orjson.OPT_INDENT_2 if pretty else 0)
    try:
        return orjson.dumps(record, option=option)
    except TypeError:
        # A metadata block may hold integers of more than 64 bits.
        separators = None if pretty else (",", ":")
        text = json.dumps(
            record, ensure_ascii=False, allow_nan=False, indent=2 if pretty else None, separators=separators
        )
        return f"{text}\n".encode()


def decode(line: bytes | bytearray) -> Any:
    """What a line says. Metadata may hold numbers and letters that orjson does not take. Raises ValueError."""
    try:
        return orjson.loads(line)
    except ValueError:
        return json.loads(line, parse_constant=_refuse)


def _refuse(constant: str) -> None:
    raise ValueError(constant)
