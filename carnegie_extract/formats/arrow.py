"""The record as a row of a table: what Arrow, and with it Parquet, calls its types.

The types are read off `Article`, so that a key which is new there is a column here.
"""

from __future__ import annotations

from types import NoneType, UnionType
from typing import TYPE_CHECKING, Any, Literal, Union, get_args, get_origin, get_type_hints

import pyarrow as pa

from carnegie_extract.fields import Article
from carnegie_extract.formats.json_lines import encode

if TYPE_CHECKING:
    from collections.abc import Iterator

_PLAIN = {str: pa.string(), int: pa.int64(), bool: pa.bool_()}


def schema(*, blocks: bool = False) -> pa.Schema:
    """The columns of a record, in the order of its keys; `blocks` follow `body` if they are wanted.

    What may be of any shape, as the metadata block, is a column of JSON texts.
    """
    return pa.schema([(name, arrow_type(hint)) for name, hint in _keys(blocks=blocks)])


def row(record: dict[str, Any]) -> dict[str, Any]:
    """A record, or some of its keys, with JSON texts for what may be of any shape."""
    texts = {key: encode(record[key]).decode().strip() for key in _OPEN if record.get(key) is not None}
    return record | texts


def arrow_type(hint: Any) -> pa.DataType:
    """The Arrow type for a type of a record's value. Raises TypeError where there is none."""
    hint = _without_none(hint)
    arguments = get_args(hint)
    if hint in _PLAIN:
        return _PLAIN[hint]
    if _is_open(hint):
        return pa.string()
    if get_origin(hint) is Literal:
        return arrow_type(type(arguments[0]))
    if get_origin(hint) in (list, tuple):
        return pa.list_(arrow_type(arguments[0]))
    if hasattr(hint, "_fields"):
        return pa.struct([(name, arrow_type(part)) for name, part in get_type_hints(hint).items()])
    raise TypeError(f"no Arrow type for {hint}")


def _keys(*, blocks: bool) -> Iterator[tuple[str, Any]]:
    """The keys of a record with the types of their values."""
    hints = get_type_hints(Article)
    for name in Article._fields:
        if name == "blocks":
            yield "body", get_type_hints(vars(Article)["body"].fget)["return"]
        if name != "blocks" or blocks:
            yield name, hints[name]


def _without_none(hint: Any) -> Any:
    """A type without `| None`: every column may hold nulls."""
    if get_origin(hint) not in (Union, UnionType):
        return hint
    (known,) = [part for part in get_args(hint) if part is not NoneType]
    return known


def _is_open(hint: Any) -> bool:
    return get_origin(_without_none(hint)) is dict


_OPEN = frozenset(name for name, hint in _keys(blocks=False) if _is_open(hint))
"""Keys whose values may be of any shape."""
