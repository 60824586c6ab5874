"""What goes from form to form: a file, or a part of one, and the pages that come out of it."""

from __future__ import annotations

from carnegie_extract.base.errors import ExtractionError, TooLarge
from carnegie_extract.base.quick import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from io import BufferedIOBase

HEAD = 4096
"""So many bytes at its start tell the form of a file."""
MAX_PAGE_SIZE = 64 * 2**20
"""Bytes that a page may have when it is unpacked, unless the caller says otherwise."""
_CHUNK = 2**20


class SavedPage(NamedTuple):
    """A page as it was saved, free of what it was saved in.

    `url`, `saved_at` (RFC 3339) and `charset` are what the container says; None where it does not.
    """

    content: bytes
    source: str
    url: str | None = None
    saved_at: str | None = None
    charset: str | None = None
    of_archive: bool = False
    """The page is one of many: most pages of an archive are not articles."""
    forms: tuple[str, ...] = ()
    """The codes of the forms that it was saved in, outermost first."""
    otherwise: str = ""
    """The container's message if it is not a page after all; it comes before the reason."""


Found = SavedPage | ExtractionError
"""A page, or why there is none; `source` names it either way."""


def _no_pages(_member: Member) -> Iterator[Found]:
    return iter(())


class Member(NamedTuple):
    """A file, or what stands in one, before its form is known; `source` names it in records."""

    file: BufferedIOBase
    source: str
    name: str
    """The file's name, a hint at its form."""
    url: str | None = None
    saved_at: str | None = None
    charset: str | None = None
    of_archive: bool = False
    depth: int = 0
    """In how many containers it stands."""
    limit: int = MAX_PAGE_SIZE
    """Bytes that a page may have."""
    rewinds: bool = False
    """The file can be read again from its start, and in any order."""
    entered: Callable[[], object] = bool
    """Called before a container is read, which may take long; a page is read at once."""
    pages: Callable[[Member], Iterator[Found]] = _no_pages
    """The pages in what it holds: a reader is handed this, since a container may hold any form."""
    forms: tuple[str, ...] = ()
    """The codes of the forms that it stands in, outermost first."""
    endings: tuple[str, ...] = ()
    """How names of its form end."""
    otherwise: str = ""
    """The message if it is not a page after all, before the reason."""

    def read(self) -> bytes:
        """All of it. Raises TooLarge above the limit, Damaged where it can't be unpacked."""
        content = up_to(self.file, self.limit)
        if content is None:
            raise too_large(self.limit)
        return content

    def page(self, content: bytes) -> SavedPage:
        """It is a page itself, or holds one."""
        return SavedPage(
            content,
            self.source,
            self.url,
            self.saved_at,
            self.charset,
            self.of_archive,
            self.forms,
            self.otherwise,
        )

    def within(self, file: BufferedIOBase, name: str, *, rewinds: bool = False) -> Member:
        """What it holds, when it holds one thing only."""
        return self._replace(file=file, name=name, depth=self.depth + 1, rewinds=rewinds, otherwise="")

    def part(self, file: BufferedIOBase, name: str, *, rewinds: bool = False) -> Member:
        """One of the many things that it holds, as an archive."""
        inner = self.within(file, name, rewinds=rewinds)
        return inner._replace(source=f"{self.source}#{name}", of_archive=True)


def up_to(file: BufferedIOBase, limit: int) -> bytes | None:
    """What is left of a file, None when it is more than `limit` bytes."""
    chunks: list[bytes] = []
    length = 0
    while chunk := file.read(_CHUNK):
        length += len(chunk)
        if length > limit:
            return None
        chunks.append(chunk)
    return b"".join(chunks)


def too_large(limit: int) -> TooLarge:
    """The error for a page of more than `limit` bytes."""
    return TooLarge(f"larger than {size(limit)} (see --max-page-size)")


def size(count: int) -> str:
    """A number of bytes as people say it: "64 MiB"."""
    for unit in ("bytes", "KiB", "MiB"):
        if count < 1024 or count % 1024:
            return f"{count} {unit}"
        count //= 1024
    return f"{count} GiB"
