"""What the report says about an article: a row of its list, and what is shown when it is opened."""

from __future__ import annotations

import json

import orjson

from carnegie_extract.base.quick import NamedTuple
from carnegie_extract.explain import fields_of, lines_of
from carnegie_extract.fields import Article

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from carnegie_extract.pipeline import Trace

_ALWAYS = frozenset(("source", "layout", "headline", "warnings"))
KEYS = tuple("body" if name == "blocks" else name for name in Article._fields if name not in _ALWAYS)
"""The keys of which a row says whether the record has a value: what every record has tells nothing."""
_ROW = (
    "source", "url", "layout", "language", "kind", "blog", "headline", "authors", "date",
    "characters", "warnings", "has",
)  # fmt: skip
"""The columns of a row, in their order; the scripts know them by these names."""
_SEPARATORS = ((b"\xe2\x80\xa8", b"\\u2028"), (b"\xe2\x80\xa9", b"\\u2029"))


class Entry(NamedTuple):
    """An article in the report, as JSON in one line each."""

    row: bytes
    detail: bytes
    has_lines: bool
    """Whether it shows the lines of the page: of a record made earlier nobody knows them."""


def entry_of(record: dict[str, Any], trace: Trace | None = None) -> Entry:
    """How an article appears. Of a record from a file nothing is taken for granted, not even its types."""
    shown = {key: value for key, value in record.items() if key != "blocks"}
    if isinstance(shown.get("metadata"), dict):
        shown["metadata"] = _indented(shown["metadata"])  # JavaScript has no large integers
    article = trace.article if trace is not None else None
    detail = {
        "record": shown,
        "fields": _witnesses(trace, article) if trace is not None and article is not None else {},
        "lines": _lines(trace) if trace is not None else None,
    }
    return Entry(to_script(_row(record)), to_script(detail), trace is not None)


def columns() -> dict[str, int]:
    """The place of each column in a row."""
    return {name: at for at, name in enumerate(_ROW)}


def _row(record: dict[str, Any]) -> list[Any]:
    body = [text for text in _list(record.get("body")) if isinstance(text, str)]
    names = (author.get("name") for author in _list(record.get("authors")) if isinstance(author, dict))
    values = {
        **{name: _text(record.get(name)) for name in _ROW},
        "authors": "; ".join(filter(None, map(_text, names))),
        "characters": sum(map(len, body)),
        "warnings": [code for code in _list(record.get("warnings")) if isinstance(code, str)],
        "has": sum(2**at for at, key in enumerate(KEYS) if record.get(key) not in (None, [], "", {})),
    }
    return [values[name] for name in _ROW]


def _text(value: object) -> str | None:
    return value if isinstance(value, str) else None


def _list(value: object) -> list[Any]:
    return value if isinstance(value, list) else []


def _lines(trace: Trace) -> list[tuple[str | None, str | None, str]]:
    """The page's lines: role, rule, text."""
    return [(line["role"], line["rule"], line["text"]) for line in lines_of(trace)]


def _witnesses(trace: Trace, article: Article) -> dict[str, Any]:
    """Of each field that has a witness: its name, where it looked, and the witnesses that differ from it."""
    return {
        field["field"]: [
            field["witness"],
            field["where"],
            [(other["witness"], other["where"]) for other in field["others"] if not other["agrees"]],
        ]
        for field in fields_of(trace, article)
        if field["witness"] is not None
    }


def _indented(metadata: dict[str, Any]) -> str:
    try:
        return orjson.dumps(metadata, option=orjson.OPT_INDENT_2).decode()
    except TypeError:
        return json.dumps(metadata, ensure_ascii=False, indent=2)


def to_script(value: object) -> bytes:
    """A value as JSON that can stand in a script of a page: no text of it begins a tag or ends the script."""
    try:
        script = orjson.dumps(value)
    except TypeError:  # lone surrogates, integers of more than 64 bits
        script = json.dumps(value, separators=(",", ":")).encode()
    script = script.replace(b"<", b"\\u003c")
    for separator, escaped in _SEPARATORS:
        script = script.replace(separator, escaped)
    return script
