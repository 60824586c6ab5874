"""The record: what `extract` returns. The order of the fields is the order of the keys.

Records and their parts are named tuples: as immutable as frozen dataclasses, and quicker to define, which a
run over one page feels.
"""

from __future__ import annotations

from carnegie_extract.quick import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Literal

    BlockType = Literal["paragraph", "heading", "list-item", "quotation", "pull-quote", "figure", "table"]


class Author(NamedTuple):
    """One author; what the page does not say is None. `url` is absolute where the page's own is."""

    name: str
    title: str | None = None
    bio: str | None = None
    url: str | None = None


class Image(NamedTuple):
    """The hero image; `credit` as printed, with its label."""

    url: str
    alt: str | None = None
    credit: str | None = None


class Note(NamedTuple):
    """A footnote; `id` is its number as printed."""

    id: str
    text: str


class Marker(NamedTuple):
    """A footnote marker: note `id` is called for before character `at` of the block's text."""

    id: str
    at: int


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


class Article(NamedTuple):
    """One article as record.md describes it; `blocks` is the model behind `body`."""

    source: str
    url: str | None
    layout: str
    language: str | None
    type: str | None
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

    @property
    def body(self) -> list[str]:
        """The article's prose in reading order: paragraphs, list items, block quotations."""
        return [block.text for block in self.blocks if block.type in PROSE]

    def record(self, *, blocks: bool = False) -> dict[str, Any]:
        """The record, key by key, ready for a JSON encoder.

        With `blocks` the typed blocks follow `body`.
        """
        record: dict[str, Any] = {}
        for name, value in zip(Article._fields, self, strict=True):
            if name != "blocks":
                record[name] = _plain(value)
                continue
            record["body"] = self.body
            if blocks:
                record["blocks"] = _plain(self.blocks)
        return record


def _plain(value: Any) -> Any:
    """Named tuples as objects, for encoders that would write them as lists."""
    if isinstance(value, tuple):
        if hasattr(value, "_asdict"):
            return {name: _plain(part) for name, part in value._asdict().items()}
        return [_plain(part) for part in value]
    return value
