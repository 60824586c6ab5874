"""The record: what `extract` returns. The order of the fields is the order of the keys.

Records and their parts are named tuples: as immutable as frozen dataclasses, and quicker to define, which a
run over one page feels.
"""

from __future__ import annotations

from carnegie_extract.base.quick import Any, NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Literal

    BlockType = Literal["paragraph", "heading", "list-item", "quotation", "pull-quote", "figure", "table"]
    Kind = Literal[
        "commentary", "article", "paper", "report", "book", "testimony", "q-and-a", "op-ed", "in-the-media",
        "press-release", "event", "podcast", "video", "other",
    ]  # fmt: skip
    """What an article is, whatever its language calls it."""
else:
    BlockType = Kind = str  # so that `typing.get_type_hints` finds the names


class Author(NamedTuple):
    """One author; what the page does not say is None. `url` is absolute where the page's own is."""

    name: str
    title: str | None = None
    bio: str | None = None
    url: str | None = None

    def record(self) -> dict[str, Any]:
        """The same as a plain dictionary, as it stands in the record."""
        return _record(self)


class Image(NamedTuple):
    """The hero image; `credit` as printed, with its label."""

    url: str
    alt: str | None = None
    credit: str | None = None

    def record(self) -> dict[str, Any]:
        """The same as a plain dictionary, as it stands in the record."""
        return _record(self)


class Note(NamedTuple):
    """A footnote; `id` is its number as printed."""

    id: str
    text: str

    def record(self) -> dict[str, Any]:
        """The same as a plain dictionary, as it stands in the record."""
        return _record(self)


class Marker(NamedTuple):
    """A footnote marker: note `id` is called for before character `at` of the block's text."""

    id: str
    at: int

    def record(self) -> dict[str, Any]:
        """The same as a plain dictionary, as it stands in the record."""
        return _record(self)


class Link(NamedTuple):
    """A hyperlink: characters `start` up to `end` of the block's text lead to `url`, an absolute address."""

    start: int
    end: int
    url: str

    def record(self) -> dict[str, Any]:
        """The same as a plain dictionary, as it stands in the record."""
        return _record(self)


KINDS = (
    "commentary", "article", "paper", "report", "book", "testimony", "q-and-a", "op-ed", "in-the-media",
    "press-release", "event", "podcast", "video", "other",
)  # fmt: skip
BLOCK_TYPES = ("paragraph", "heading", "list-item", "quotation", "pull-quote", "figure", "table")
PROSE: frozenset[BlockType] = frozenset(("paragraph", "list-item", "quotation"))


class Block(NamedTuple):
    """One block of the article. `level` is set for headings (1-6), `url` for figures, `rows` for tables."""

    type: BlockType
    text: str
    level: int | None = None
    url: str | None = None
    rows: tuple[tuple[str, ...], ...] | None = None
    markers: tuple[Marker, ...] = ()
    links: tuple[Link, ...] = ()

    def record(self) -> dict[str, Any]:
        """The same as a plain dictionary, as it stands in the record."""
        return _record(self)


class Article(NamedTuple):
    """One article as docs/record.md describes it; `blocks` is the model behind `body`."""

    source: str
    url: str | None
    layout: str
    language: str | None
    type: str | None
    kind: Kind | None
    blog: str | None
    headline: str
    dek: str | None
    byline: str | None
    authors: tuple[Author, ...]
    date: str | None
    published_at: str | None
    modified_at: str | None
    image: Image | None
    metadata: dict[str, Any] | None
    blocks: tuple[Block, ...]
    notes: tuple[Note, ...]
    topics: tuple[str, ...]
    regions: tuple[str, ...]
    pdf: str | None
    saved_at: str | None
    warnings: tuple[str, ...]

    def __repr__(self) -> str:
        """One line: the fields of a paper fill a book."""
        date = f", {self.date}" if self.date else ""
        return f"<Article {self.headline!r}{date}, {self.layout}, from {self.source}>"

    @property
    def body(self) -> list[str]:
        """The article's prose in reading order: paragraphs, list items, block quotations."""
        return [block.text for block in self.blocks if block.type in PROSE]

    def record(self, *, blocks: bool = False) -> dict[str, Any]:
        """The record, key by key, ready for a JSON encoder, and the caller's own to change.

        With `blocks` the typed blocks follow `body`.
        """
        record: dict[str, Any] = {}
        for name, value in zip(Article._fields, self, strict=True):
            if name != "blocks":
                record[name] = plain(value)
                continue
            record["body"] = self.body
            if blocks:
                record["blocks"] = plain(self.blocks)
        return record


def keys(*, blocks: bool = False) -> tuple[str, ...]:
    """The keys of a record, in their order; with `blocks` the typed blocks are among them."""
    body = ("body", "blocks") if blocks else ("body",)
    return tuple([key for name in Article._fields for key in (body if name == "blocks" else (name,))])


def _record(part: tuple[Any, ...]) -> dict[str, Any]:
    """A named tuple by the names of its fields."""
    names: tuple[str, ...] = part._fields  # type: ignore[attr-defined]  # it is a named tuple
    return {name: plain(value) for name, value in zip(names, part, strict=True)}


def plain(value: Any) -> Any:
    """Named tuples as objects, for encoders that would write them as lists; nothing that may change is shared."""
    if isinstance(value, tuple):
        return _record(value) if hasattr(value, "_fields") else [plain(part) for part in value]
    if isinstance(value, dict):
        return {key: plain(part) for key, part in value.items()}
    if isinstance(value, list):
        return [plain(part) for part in value]
    return value
