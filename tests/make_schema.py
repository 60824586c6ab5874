"""Write carnegie_extract/schema.json: types from the code, meanings from docs/record.md, examples from fixtures.

python tests/make_schema.py           write it
python tests/make_schema.py --check   write nothing; exit 1 when the file differs
"""

import json
import re
import sys
from collections.abc import Iterator
from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Any, Union, get_args, get_origin, get_type_hints

from corpus import ROOT, SAVED, html_cases
from written import main

from carnegie_extract import Article, ExtractionError, UnreadableFile, UnreadablePage, extract
from carnegie_extract.base import record
from carnegie_extract.batch.reading.reader import ErrorLine
from carnegie_extract.fields.warnings import WARNINGS, code_of
from carnegie_extract.layouts.recognise import LAYOUTS
from carnegie_extract.page import encoding

FILE = ROOT / "carnegie_extract" / "schema.json"
CONTRACT = ROOT / "docs" / "record.md"

Schema = dict[str, Any]

DEFINITIONS: dict[str, tuple[type, str]] = {
    "record": (Article, "The record"),
    "author": (record.Author, "Authors"),
    "image": (record.Image, "Image"),
    "note": (record.Note, "Notes"),
    "block": (record.Block, "Blocks"),
    "marker": (record.Marker, "Markers"),
    "link": (record.Link, "Links"),
    "error": (ErrorLine, "Error lines"),
}
"""The objects, each with its type and the section of the contract whose table says what its keys hold."""
NAMES = {kind: name for name, (kind, _) in DEFINITIONS.items()}
LISTED = {
    "BlockType": Annotated[str, record.BLOCK_TYPES],
    "Kind": Annotated[str, record.KINDS],
}
"""Types that list their values."""

DAY = r"[0-9]{4}-[0-9]{2}-[0-9]{2}"
STAMP = {
    "format": "date-time",
    "pattern": rf"^{DAY}T[0-9]{{2}}:[0-9]{{2}}:[0-9]{{2}}(\.[0-9]+)?(Z|[+-][0-9]{{2}}:[0-9]{{2}})$",
}
CODES = sorted({*map(code_of, WARNINGS), *encoding.WARNINGS} - {"text-unread"})
EXACT: dict[str, Schema] = {
    "record.layout": {"enum": [layout.name for layout in LAYOUTS]},
    "record.date": {"format": "date", "pattern": f"^{DAY}$"},
    "record.published_at": STAMP,
    "record.modified_at": STAMP,
    "record.saved_at": STAMP,
    "record.warnings": {"items": {"anyOf": [{"enum": CODES}, {"pattern": "^text-unread [1-9][0-9]*$"}]}},
    "block.level": {"minimum": 1, "maximum": 6},
    "marker.at": {"minimum": 0},
    "link.start": {"minimum": 0},
    "link.end": {"minimum": 1},
}
"""What the contract says of values and the types do not."""
BEST = "site-2026/paper-en"
"""The fixture whose record says the most."""

DESCRIPTION = (
    "What carnegie-extract writes for each article; #/$defs/error is what --errors writes for a page without one. "
    "The schema is exact for the version that prints it. A minor version may add keys, layouts, block types, kinds of "
    "errors and codes of warnings. A major version may remove or rename a key, change its type, or change the list "
    "of `kind`; before 1.0, a minor version may, too."
)
ERROR = ErrorLine(
    "crawl.zip#research.html",
    "list-page",
    "a list of articles, not an article",
    "https://carnegieendowment.org/research",
)


def kinds_of_errors() -> list[str]:
    """The kinds that a page can fail with; the other classes are groups of these."""
    raised = {ExtractionError, UnreadableFile, UnreadablePage}

    def walk(kind: type[ExtractionError]) -> Iterator[str]:
        refined = kind.__subclasses__()
        if not refined or kind in raised:
            yield kind.kind
        for each in refined:
            yield from walk(each)

    return sorted(walk(ExtractionError))


@cache
def sections() -> dict[str, str]:
    """The sections of the contract by their titles."""
    _, *parts = re.split(r"^#+ (.*)$", CONTRACT.read_text(encoding="utf-8"), flags=re.M)
    return dict(zip(parts[::2], parts[1::2], strict=True))


def meanings(section: str) -> dict[str, str]:
    """What the last column of a section's table says of each key, in order, without links to other sections."""
    said: dict[str, str] = {}
    for keys, meaning in re.findall(r"^\| (`.*?) \|(?:.*\|)? (.*?) \|$", sections()[section], re.M):
        plain = re.sub(r"\[(.*?)\]\(.*?\)", r"\1", re.sub(r",? see \[[^]]*\]\(#[^)]*\)", "", meaning))
        said |= dict.fromkeys(re.findall(r"`(.*?)`", keys), plain)
    return said


def type_of(hint: object) -> Schema:
    """The schema of a type."""
    if hint in NAMES:
        return {"$ref": f"#/$defs/{NAMES[hint]}"}
    match get_origin(hint):
        case union if union in (Union, UnionType):
            return or_null(next(type_of(each) for each in get_args(hint) if each is not NoneType))
        case origin if origin is Annotated:
            return {"type": "string", "enum": list(get_args(hint)[1])}
        case origin if origin in (tuple, list):
            return {"type": "array", "items": type_of(get_args(hint)[0])}
        case origin if origin is dict:
            return {"type": "object"}
    return {"type": {str: "string", int: "integer"}[hint]}  # type: ignore[index]  # there is no other


def or_null(schema: Schema) -> Schema:
    """The same, or null."""
    if "$ref" in schema:
        return {"anyOf": [schema, {"type": "null"}]}
    listed = {"enum": [*schema["enum"], None]} if "enum" in schema else {}
    return schema | {"type": [schema["type"], "null"]} | listed


def keys_of(kind: type) -> dict[str, object]:
    """The keys of an object with their types, in order; `body` is made of `blocks`."""
    hints = get_type_hints(kind, localns=LISTED, include_extras=True)
    if kind is not Article:
        return hints
    made = {"blocks": {"body": list[str], "blocks": hints["blocks"]}}
    return {key: hint for name in hints for key, hint in made.get(name, {name: hints[name]}).items()}


@cache
def records() -> tuple[dict[str, Any], ...]:
    """The records of the fixtures, the best first, those of copies last."""
    order = sorted(html_cases(), key=lambda case: (case.id != BEST, case.layout != "site-2026", case.id))
    pages = [*(case.path for case in order), *sorted((SAVED / "wayback").glob("*.html"))]
    return tuple(extract(page.read_bytes(), source=page.name).record(blocks=True) for page in pages)


def shown(value: object, kind: type) -> Iterator[dict[str, Any]]:
    """The objects of a kind in a value of a record, in order."""
    if isinstance(value, dict):
        if list(value) == list(keys_of(kind)):
            yield value
        value = list(value.values())
    if isinstance(value, list):
        for each in value:
            yield from shown(each, kind)


def examples(kind: type) -> dict[str, Any]:
    """A value of each key that says something; of a list its first."""
    found: dict[str, Any] = {}
    for each in [ERROR._asdict()] if kind is ErrorLine else shown(list(records()), kind):
        for key, value in each.items():
            if value not in (None, []):
                found.setdefault(key, value[:1] if isinstance(value, list) else value)
        if len(found) == len(keys_of(kind)):
            break
    return found


def definition(name: str) -> Schema:
    """The schema of an object."""
    kind, section = DEFINITIONS[name]
    meaning, example = meanings(section), examples(kind)
    exact = EXACT | {"error.error": {"enum": kinds_of_errors()}}
    properties = {
        key: type_of(hint)
        | exact.get(f"{name}.{key}", {})
        | {"description": meaning[key], "examples": [example[key]]}
        for key, hint in keys_of(kind).items()
    }
    return {
        "type": "object",
        "properties": properties,
        "required": [key for key in properties if (name, key) != ("record", "blocks")],
        "additionalProperties": False,
    }


def schema() -> str:
    """What the file should hold."""
    content = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "The record of carnegie-extract",
        "description": DESCRIPTION,
        "$comment": "Written by tests/make_schema.py.",
        "$ref": "#/$defs/record",
        "$defs": {name: definition(name) for name in DEFINITIONS},
    }
    return json.dumps(content, indent=2, ensure_ascii=False) + "\n"


if __name__ == "__main__":
    sys.exit(main("Write carnegie_extract/schema.json.", {FILE: schema}, sys.argv[1:]))
