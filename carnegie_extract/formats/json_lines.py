"""JSON lines: a record a line."""

from __future__ import annotations

import json

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

_COMPACT = json.JSONEncoder(ensure_ascii=False, allow_nan=False, separators=(",", ":"))
_INDENTED = json.JSONEncoder(ensure_ascii=False, allow_nan=False, indent=2)


def encode(record: dict[str, Any], *, pretty: bool = False) -> bytes:
    """The line of a record, its end included; several lines when `pretty`.

    To import orjson takes as long as to read several pages; it writes what a caller's own record may hold besides.
    """
    try:
        text = (_INDENTED if pretty else _COMPACT).encode(record)
    except (TypeError, ValueError):
        import orjson

        return orjson.dumps(record, option=orjson.OPT_APPEND_NEWLINE | (orjson.OPT_INDENT_2 if pretty else 0))
    return f"{text}\n".encode()


def decode(line: bytes | bytearray) -> Any:
    """What a line says. Metadata may hold numbers and letters that orjson does not take. Raises ValueError."""
    import orjson  # as in `encode`

    try:
        return orjson.loads(line)
    except ValueError:
        return json.loads(line, parse_constant=_refuse)


def _refuse(constant: str) -> None:
    raise ValueError(constant)
