"""What somebody may write with the package. test_types.py checks that a type checker knows each value's type."""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, assert_type

from carnegie_extract import (
    Article,
    Author,
    Block,
    BotChallenge,
    ExtractionError,
    Image,
    Link,
    Marker,
    NotAnArticle,
    Note,
    UnreadableFile,
    extract,
    extract_file,
    formats,
)


def described(path: Path) -> str:
    """One page, and what its fields are."""
    try:
        article = extract(path.read_bytes(), source=path.name, url=None, saved_at=None, charset="utf-8")
    except (BotChallenge, NotAnArticle, UnreadableFile) as error:
        assert_type(error.kind, str)
        assert_type(error.url, str | None)
        return f"{error.source}: {error.reason}"
    assert_type(article, Article)
    assert_type(article.headline, str)
    assert_type(article.date, str | None)
    assert_type(article.authors, tuple[Author, ...])
    assert_type(article.image, Image | None)
    assert_type(article.metadata, dict[str, Any] | None)
    assert_type(article.blocks, tuple[Block, ...])
    assert_type(article.notes, tuple[Note, ...])
    assert_type(article.warnings, tuple[str, ...])
    assert_type(article.body, list[str])
    assert_type(article.record(blocks=True), dict[str, Any])
    return ", ".join(author.name for author in article.authors)


def cited(block: Block) -> list[str]:
    """What the text of a block leads to."""
    assert_type(block.markers, tuple[Marker, ...])
    assert_type(block.links, tuple[Link, ...])
    return [block.text[link.start : link.end] + link.url for link in block.links]


def articles(path: str) -> Iterator[Article]:
    """The articles of a file of any form."""
    for found in extract_file(path, max_page_size=2**20):
        assert_type(found, Article | ExtractionError)
        if isinstance(found, ExtractionError):
            print(found, file=sys.stderr)
            continue
        yield found


def convert(path: str) -> None:
    """The same in another format."""
    written = formats.encode(articles(path), "csv", fields=["date", "headline"])
    assert_type(written, Iterator[bytes])
    sys.stdout.buffer.writelines(written)


if __name__ == "__main__":
    page, archive = sys.argv[1:]
    print(described(Path(page)), flush=True)
    convert(archive)
