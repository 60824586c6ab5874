"""What a format is, and how its documents may be styled."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any, NamedTuple

Record = dict[str, Any]
"""As `Article.record` gives it, or some of its keys."""


class Style(NamedTuple):
    """How records are written."""

    keys: tuple[str, ...]
    """Those that each record has, in their order."""
    pretty: bool = False
    """Indented, for eyes."""
    width: int | None = None
    """Columns of the terminal that shows a text; None where lines are not wrapped."""


class Format(NamedTuple):
    """A format by its name: how the names of its files end, and what turns records into a document."""

    name: str
    endings: tuple[str, ...]
    encode: Callable[[Iterable[Record], Style], Iterator[bytes]]
    """The document, piece by piece: what a record gives is there before the next record is asked for."""
    is_data: bool = False
    """A record keeps its keys: `--fields` and `--blocks` choose among them."""
    is_prose: bool = False
    """It is for reading: made of the typed blocks; a folder takes a file for each article."""
    is_single: bool = False
    """A document holds one article."""
    is_binary: bool = False
    """A terminal cannot show it."""
    may_indent: bool = False
    """`--pretty` makes a difference."""
    library: str | None = None
    """What it is written with, where an installation may lack that: the extra of its name brings it."""
