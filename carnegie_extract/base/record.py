"""The parts of a record: an author, a note, a block. The record itself is in `fields`.

They are named tuples: as immutable as frozen dataclasses, and quicker to define, which a run over one page feels.
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
    """What an article is, in one word for all languages."""
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
