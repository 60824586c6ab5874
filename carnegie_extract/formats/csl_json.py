"""CSL-JSON: an item for each article, as Zotero, Pandoc and citeproc read them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from carnegie_extract.formats.citation import PUBLISHER, Keys, Name, day, names
from carnegie_extract.formats.format import Format, Record, Style
from carnegie_extract.formats.json_text import array
from carnegie_extract.formats.prose import clean

_TYPES = {
    "paper": "report",
    "report": "report",
    "book": "book",
    "testimony": "speech",
    "q-and-a": "interview",
    "op-ed": "article-newspaper",
    "in-the-media": "article-newspaper",
    "podcast": "broadcast",
    "video": "motion_picture",
}
"""By the kind of the page; a blog's post is one, all else a web page. CSL 1.0.1 has these types."""


def items(records: Iterable[Record], style: Style) -> Iterator[bytes]:
    """One array of items."""
    keys = Keys()
    return array((_item(record, keys.of(record)) for record in records), style)


def _item(record: Record, key: str) -> Record:
    kind, blog = record["kind"], record["blog"]
    item: dict[str, Any] = {
        "id": key,
        "type": _TYPES.get(kind, "post-weblog" if blog else "webpage"),
        "title": clean(record["headline"]),
        "author": [_name(name) for name in names(record)],
        "issued": _date(record["date"]),
        "accessed": _date(record["saved_at"]),
        "container-title": blog,
        "publisher": PUBLISHER,
        "genre": record["type"] if kind in ("paper", "report") else None,
        "URL": record["url"],
        "abstract": record["dek"],
        "keyword": ", ".join(record["topics"] + record["regions"]),
        "language": record["language"],
    }
    return {name: value for name, value in item.items() if value}


def _name(name: Name) -> dict[str, str]:
    if not name.given and not name.suffix:
        return {"literal": name.family}
    parts = {
        "family": name.family,
        "given": name.given,
        "non-dropping-particle": name.particle,
        "suffix": name.suffix,
    }
    return {part: text for part, text in parts.items() if text}


def _date(stamp: str | None) -> dict[str, Any] | None:
    found = day(stamp)
    return {"date-parts": [list(found)]} if found is not None else None


CSL_JSON = Format("csl-json", (".json",), items, may_indent=True)
