"""Files in Python: a path goes in; articles come out, and errors for pages that are not articles."""

import os
from collections.abc import Iterator

from carnegie_extract.base.errors import ExtractionError
from carnegie_extract.batch.options import Options
from carnegie_extract.batch.reading.limits import Watch
from carnegie_extract.batch.reading.reader import article_of, found
from carnegie_extract.fields import Article
from carnegie_extract.forms.member import MAX_PAGE_SIZE


def extract_file(
    path: str | os.PathLike[str], *, max_page_size: int = MAX_PAGE_SIZE
) -> Iterator[Article | ExtractionError]:
    """Read the pages in a file of any form, one after the other.

    "-" is standard input. For a page that is not an article, its error is yielded; only a
    TypeError, for an argument of the wrong type, is raised. A page may have up to `max_page_size` bytes.
    """
    name = os.fspath(path) if isinstance(path, str | os.PathLike) else None
    if not isinstance(name, str):
        raise TypeError(
            f"extract_file takes the path of a file, not {type(path).__name__}: "
            "give extract the bytes of a page"
        )
    if not isinstance(max_page_size, int) or isinstance(max_page_size, bool):
        raise TypeError(
            f"max_page_size must be an int, a number of bytes, not {type(max_page_size).__name__}"
        )
    pages = found(name, Options(max_page_size=max_page_size), Watch())
    return (page if isinstance(page, ExtractionError) else article_of(page) for page in pages)
