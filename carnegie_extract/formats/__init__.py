"""The formats in which records are written: one file each, and one line in `table.py`.

from carnegie_extract import extract_file, formats

with open("articles.csv", "wb") as file:
    file.writelines(formats.encode(articles, "csv"))
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from carnegie_extract.fields import Article
    from carnegie_extract.formats.format import Record

__all__ = ["encode"]


def encode(
    articles: Iterable[Article | Record],
    format: str = "jsonl",  # noqa: A002  # the command's word for it
    *,
    fields: Iterable[str] | None = None,
    blocks: bool = False,
    pretty: bool = False,
    width: int | None = None,
) -> Iterator[bytes]:
    """Write articles in a format: one document, piece by piece, as in a file.

    `articles` are results of `extract`, or records. The options are those of the command: `fields` are the keys that
    are written, `blocks` adds the typed blocks, `pretty` indents JSON, `width` wraps text at so many columns.

    Raises ValueError for an unknown format or field, an option that does not fit, and a second article in a format
    whose documents hold one; NeedsLibrary if the format's library is missing. An ExtractionError among the articles
    is raised.
    """
    from carnegie_extract.formats.document import document

    keys = tuple(fields) if fields is not None else None
    return document(articles, format, keys, blocks=blocks, pretty=pretty, width=width)
