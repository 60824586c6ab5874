"""Archives of pages: zip, WACZ, tar, and the page of SingleFile that is a zip archive."""

from __future__ import annotations

import io
import tarfile
import zipfile
import zlib
from collections.abc import Iterator

from carnegie_extract.errors import Damaged, Encrypted, NotAPage, TooLarge
from carnegie_extract.forms import Found, pages
from carnegie_extract.forms.member import Member, SavedPage, size

_WACZ = "datapackage.json"
_WACZ_CRAWLS = "archive/"
_FORKS = "__MACOSX/"
_PARTS_OF_PAGES = (
    ".css .js .mjs .json .map .png .jpg .jpeg .gif .webp .avif .svg .ico .woff .woff2 .ttf .otf .eot "
    ".mp3 .mp4 .webm .xml .rss .DS_Store"
).split()
"""Names that say that a member is no page, but part of one."""
_OFFICE = ("[Content_Types].xml", "mimetype")
_SINGLE_FILE_PAGE = "index.html"
_ENCRYPTED = 0x1
_ZIP_ERRORS = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, ValueError, OSError)


def read_zip(member: Member) -> Iterator[Found]:
    """The pages in a zip archive; of a WACZ archive the crawls."""
    with _opened(member) as archive:
        names = set(archive.namelist())
        if _is_office(archive, names):
            raise NotAPage("the file is an Office document or an e-book, not a page")
        crawls = _WACZ in names and any(name.startswith(_WACZ_CRAWLS) for name in names)
        for info in archive.infolist():
            if info.is_dir() or not _may_be_page(info.filename):
                continue
            if not crawls or info.filename.startswith(_WACZ_CRAWLS):
                yield from _entry(member, archive, info)


def _may_be_page(name: str) -> bool:
    return not name.startswith(_FORKS) and not name.lower().endswith(tuple(_PARTS_OF_PAGES))


def _entry(member: Member, archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> Iterator[Found]:
    source = f"{member.source}#{info.filename}"
    if info.flag_bits & _ENCRYPTED:
        yield Encrypted("it is encrypted", source)
        return
    try:
        with archive.open(info) as file:
            yield from pages(member.part(file, info.filename))  # type: ignore[arg-type]  # it reads as one
    except _ZIP_ERRORS as error:
        yield Damaged(f"the entry can't be unpacked: {error}", source)


def read_self_extracting(member: Member) -> Iterator[Found]:
    """The page in a file of SingleFile that is HTML and a zip archive at once."""
    content = member.read()
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            inner = archive.read(_SINGLE_FILE_PAGE)
    except (KeyError, *_ZIP_ERRORS):
        inner = content  # a page that only looks like one
    yield SavedPage(inner, member.source, member.url, member.saved_at, member.charset, member.of_archive)


def read_tar(member: Member) -> Iterator[Found]:
    """The pages in a tar archive, read as a stream."""
    try:
        with tarfile.open(fileobj=member.file, mode="r|", errors="backslashreplace") as archive:
            for info in archive:
                archive.members = []  # type: ignore[attr-defined]  # or it would remember them all
                file = archive.extractfile(info) if info.isfile() and _may_be_page(info.name) else None
                if file is not None:
                    yield from pages(member.part(file, info.name))  # type: ignore[arg-type]  # it reads as one
    except (tarfile.TarError, EOFError) as error:
        yield Damaged(f"the tar archive is damaged: {error}", member.source)


def _opened(member: Member) -> zipfile.ZipFile:
    """Raises Damaged for what is no zip archive, TooLarge for one too large to hold."""
    try:
        return zipfile.ZipFile(member.file if member.rewinds else _held(member))
    except _ZIP_ERRORS as error:
        raise Damaged(f"the zip archive can't be read: {error}") from error


def _held(member: Member) -> io.BytesIO:
    """A zip archive that comes as a stream; its directory stands at its end."""
    content = member.file.read(member.limit + 1)
    if len(content) > member.limit:
        raise TooLarge(
            f"a zip archive in another container, or on standard input, may have {size(member.limit)}; "
            "see --max-page-size"
        )
    return io.BytesIO(content)


def _is_office(archive: zipfile.ZipFile, names: set[str]) -> bool:
    first = archive.infolist()[0].filename if names else ""
    return first in _OFFICE or "[Content_Types].xml" in names or "META-INF/container.xml" in names
