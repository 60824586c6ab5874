"""JSON lines: a record a line."""

from __future__ import annotations

from carnegie_extract.base.quick import JSONEncoder

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

_ENCODER = JSONEncoder(ensure_ascii=False, allow_nan=False, separators=(",", ":"))


def encode(record: dict[str, Any], *, pretty: bool = False) -> bytes:
    """The line of a record, its end included; several lines when `pretty`.

    To import orjson takes as long as to read several pages; it writes what a caller's own record may hold besides.
    """
    try:
        text = _indented(record) if pretty else _ENCODER.encode(record)
    except (TypeError, ValueError):
        import orjson

        return orjson.dumps(record, option=orjson.OPT_APPEND_NEWLINE | (orjson.OPT_INDENT_2 if pretty else 0))
    return f"{text}\n".encode()


def _indented(record: dict[str, Any]) -> str:
    import json

    return json.dumps(record, ensure_ascii=False, allow_nan=False, indent=2)


def decode(line: bytes | bytearray) -> Any:
    """What a line says. Metadata may hold numbers and letters that orjson does not take. Raises ValueError."""
    import orjson  # as in `encode`

    try:
        return orjson.loads(line)
    except ValueError:
        import json

        return json.loads(line, parse_constant=_refuse)


def _refuse(constant: str) -> None:
    raise ValueError(constant)
