"""Markdown: CommonMark with front matter, tables and footnotes, as GitHub, Pandoc and Obsidian read them.

What an article says is text and never markup: letters that CommonMark could take for its own are escaped.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator
from itertools import groupby
from typing import NamedTuple
from urllib.parse import quote, urljoin

from carnegie_extract.formats.format import Format, Record, Style
from carnegie_extract.formats.prose import Notes, blocks_of, clean, one_line

_INLINE = re.compile(r"[\\`*_\[\]<~{}|]|&(?=[#\w]+;)")
"""Braces too: what builds sites out of Markdown has commands in them."""
_ESCAPE = r"\\\g<0>"
_OPENING = re.compile(r"[#>+:-]|\d{1,9}[.)]")
"""How a line begins that is not a paragraph; its last letter is escaped."""
_CLOSING = re.compile(r"(?<![\\#])#+$")
"""How a heading may end that says nothing."""
_ENDS_IN_CALL = re.compile(r"\[\^[^]]*\]$")
_BEHIND_CALL = (":", "(", "{")
"""What would make something else of a footnote marker before it."""
_NOT_IN_ADDRESS = re.compile(r"[\x00-\x20\x7f-\x9f<>()\[\]{}\\|`\"'^*_~]|&(?=[#\w]+;)")
_NOT_IN_YAML = re.compile(r"[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")
_LOWEST = 6
"""The level of the lowest headings that there are."""
_SITE = "https://carnegieendowment.org"
_FRONT = (
    "dek",
    "authors",
    "date",
    "url",
    "kind",
    "blog",
    "language",
    "topics",
    "regions",
    "pdf",
    "source",
    "saved_at",
    "warnings",
)
"""Keys of the record that stand in the front matter, behind the headline."""


class _Article(NamedTuple):
    """What the blocks of an article are written with."""

    record: Record
    notes: Notes
    highest: int
    """The level of its highest headings."""


def documents(records: Iterable[Record], _: Style) -> Iterator[bytes]:
    """A document for each record."""
    for record in records:
        yield "\n\n".join(_parts(record)).encode() + b"\n"


def _parts(record: Record) -> Iterator[str]:
    """The front matter, and the blocks of Markdown that empty lines divide."""
    notes, blocks = Notes(record["notes"]), blocks_of(record)
    article = _Article(
        record, notes, min((block["level"] or 2 for block in blocks if block["type"] == "heading"), default=2)
    )
    yield _front_matter(record)
    yield _titled(1, escaped(record["headline"]))
    if record["dek"]:
        yield f"*{escaped(record['dek'])}*"
    yield from _hero(record)
    for kind, group in groupby(blocks, key=lambda block: block["type"]):
        parts = [part for block in group if (part := _BLOCKS[kind](block, article))]
        if parts:
            yield _JOINED.get(kind, "\n\n").join(parts)
    uncalled = [f"\\[{label}\\] {escaped(text)}" for label, text in notes.uncalled()]
    if uncalled:
        yield from ("* * *", *uncalled)
    yield from (
        f"[^{label}]: {_opening_escaped(escaped(text))}"
        for label, text in notes.texts.items()
        if label in notes.called
    )


def _front_matter(record: Record) -> str:
    """The metadata as YAML, of which JSON's texts and lists are a part."""
    values = {"title": record["headline"]} | {key: record.get(key) for key in _FRONT}
    values["authors"] = [author["name"] for author in record["authors"]]
    lines = [f"{key}: {_yaml(key, value)}" for key, value in values.items() if value]
    return "\n".join(("---", *lines, "---"))


def _yaml(key: str, value: object) -> str:
    if key == "date":
        return str(value)
    text = json.dumps(value, ensure_ascii=False)
    return _NOT_IN_YAML.sub(lambda match: f"\\u{ord(match[0]):04x}", text)


def _hero(record: Record) -> Iterator[str]:
    image = record["image"]
    if image is not None and (address := _address(image["url"], record)) is not None:
        yield f"![{escaped(image['alt'] or '')}]({address})"
        if image["credit"]:
            yield f"*{escaped(image['credit'])}*"


def escaped(text: str) -> str:
    """A text on one line that says the same in Markdown, wherever it stands in a line."""
    return _INLINE.sub(_ESCAPE, clean(text))


def _opening_escaped(line: str) -> str:
    """A line that opens nothing: no heading, list or quotation."""
    found = _OPENING.match(line)
    if found is None:
        return line
    at = found.end() - 1
    return f"{line[:at]}\\{line[at:]}"


def _inline(block: Record, notes: Notes) -> str:
    """The text of a block with its links and footnote markers."""
    links = _apart(block)
    inserted: dict[int, list[str]] = {}
    for start, end, address in links:
        inserted.setdefault(start, []).append("[")
        inserted.setdefault(end, []).insert(0, f"]({address})")
    for marker in sorted(block["markers"], key=lambda marker: int(marker["at"])):
        label = notes.call(marker["id"])
        call = f"[^{label}]" if label is not None else f"\\[{escaped(marker['id'])}\\]"
        # No link holds another, and a marker is one.
        at = next((end for start, end, _ in links if start <= marker["at"] < end), marker["at"])
        place = inserted.setdefault(min(at, len(block["text"])), [])
        place.insert(len(place) - place.count("["), call)
    return _woven(one_line(block["text"]), inserted).strip()


def _apart(block: Record) -> list[tuple[int, int, str]]:
    """The links of a block: where each starts and ends, and its address; of two that overlap the first."""
    found: list[tuple[int, int, str]] = []
    for link in sorted(block["links"], key=lambda link: int(link["start"])):
        start, end = link["start"], min(link["end"], len(block["text"]))
        if start < end and start >= (found[-1][1] if found else 0):
            found.append((start, end, _in_markdown(link["url"])))
    return found


def _woven(text: str, inserted: dict[int, list[str]]) -> str:
    """A text with markup inserted at some of its places, and all else of it escaped."""
    cuts = sorted({0, *inserted, len(text)})
    line = ""
    for start, end in zip(cuts, [*cuts[1:], len(text)], strict=True):
        markup = "".join(inserted.get(start, ()))
        if markup.startswith("[") and line.endswith("!"):
            line = f"{line[:-1]}\\!"  # or it would be a picture
        piece = _INLINE.sub(_ESCAPE, text[start:end])
        if not line and not markup:
            piece = _opening_escaped(piece.lstrip())
        if _ENDS_IN_CALL.search(markup) and piece.startswith(_BEHIND_CALL):
            piece = f"\\{piece}"
        line += markup + piece
    return line


def _address(url: str | None, record: Record) -> str | None:
    """The address of a picture; None for one that is not on the web."""
    try:
        whole = urljoin(record["url"] or _SITE, url or "")
    except ValueError:
        return None
    return _in_markdown(whole) if url and whole.lower().startswith(("http://", "https://")) else None


def _in_markdown(address: str) -> str:
    """An address as it may stand between parentheses."""
    return _NOT_IN_ADDRESS.sub(
        lambda match: "&amp;" if match[0] == "&" else quote(match[0], safe=""), address
    )


def _titled(level: int, text: str) -> str:
    return f"{'#' * level} {_CLOSING.sub(_ESCAPE, text)}" if text else ""


def _heading(block: Record, article: _Article) -> str:
    """The headline is of the first level, and alone there: the highest headings are of the second."""
    level = 2 + (block["level"] or 2) - article.highest
    return _titled(min(level, _LOWEST), _inline(block, article.notes))


def _opened_by(mark: str) -> Callable[[Record, _Article], str]:
    def opened(block: Record, article: _Article) -> str:
        text = _inline(block, article.notes)
        return text and f"{mark}{text}"

    return opened


def _figure(block: Record, article: _Article) -> str:
    """The picture with its caption; the caption alone where the page has no address for it."""
    text, address = escaped(block["text"]), _address(block["url"], article.record)
    if address is not None:
        return f"![{text}]({address})"
    return f"*{text}*" if text else ""


def _table(block: Record, _: _Article) -> str:
    """Rows of as many cells as the longest has; the first is the head."""
    rows = [[escaped(cell) for cell in row] for row in block["rows"] or ()]
    columns = max(map(len, rows), default=0)
    if not columns:
        return ""
    head, *body = [[*row, *[""] * (columns - len(row))] for row in rows]
    return "\n".join(f"| {' | '.join(row)} |" for row in (head, ["---"] * columns, *body))


_BLOCKS: dict[str, Callable[[Record, _Article], str]] = {
    "paragraph": _opened_by(""),
    "heading": _heading,
    "list-item": _opened_by("- "),
    "quotation": _opened_by("> "),
    "figure": _figure,
    "table": _table,
}
"""What a block is in Markdown, by its type."""
_JOINED = {"list-item": "\n", "quotation": "\n>\n"}
"""What stands between blocks of a type that belong together; an empty line divides all others."""

MARKDOWN = Format("markdown", (".md", ".markdown"), documents, is_prose=True, is_single=True)
