"""Zip archives of pages, and WACZ, which is one of crawls."""

import errno
import io
import zipfile
import zlib
from collections.abc import Iterator

from carnegie_extract.base.errors import BinaryInput, Damaged, Encrypted, TooLarge
from carnegie_extract.forms.member import Found, Member, size, up_to

ZIP_ERRORS = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, ValueError, OSError)
"""What `zipfile` raises for bytes that make no sense; an OSError only without a number."""
_OF_THE_BYTES = (None, errno.EINVAL)
"""Numbers of an OSError that an impossible place in the archive leads to, and no fault of the disk."""
_ENCRYPTED = 0x1
_HEADER = 30
"""Bytes before the name and the content of an entry."""
_FORKS = "__MACOSX/"
_WACZ = "datapackage.json"
_CRAWLS = "archive/"
_WACZ_OWN = ("pages/", "indexes/", "logs/", "datapackage")
_DOCUMENTS = (
    ("word/document.xml", "a Word document"),
    ("xl/workbook.xml", "an Excel workbook"),
    ("ppt/presentation.xml", "a PowerPoint presentation"),
    ("META-INF/container.xml", "an e-book"),
    ("META-INF/manifest.xml", "an OpenDocument file"),
    ("[Content_Types].xml", "an Office document"),
)


def read_zip(member: Member) -> Iterator[Found]:
    """The pages in a zip archive; of a WACZ archive those in its crawls. Raises Damaged for overlaps."""
    with _opened(member) as archive:
        names = set(archive.namelist())
        _refuse_document(names)
        _refuse_overlaps(archive.infolist())
        own = _WACZ_OWN if _is_wacz(names) else ()
        for info in archive.infolist():
            if not info.filename.endswith("/") and not info.filename.startswith((_FORKS, *own)):
                yield from _entry(member, archive, info)


def is_locked(info: zipfile.ZipInfo) -> bool:
    """Whether an entry is encrypted."""
    return bool(info.flag_bits & _ENCRYPTED)


def _entry(member: Member, archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> Iterator[Found]:
    source = f"{member.source}#{info.filename}"
    if is_locked(info):
        yield Encrypted("this entry is encrypted", source)
        return
    try:
        with archive.open(info) as file:
            yield from member.pages(member.part(file, info.filename))  # type: ignore[arg-type]  # it reads as one
    except Exception as error:  # a library's errors on hostile bytes are of any kind
        if _is_of_the_disk(error):
            raise
        unknown = isinstance(error, NotImplementedError)
        why = "its compression method is unknown" if unknown else "its data is damaged"
        yield Damaged(f"cannot be unpacked: {why}", source)


def _opened(member: Member) -> zipfile.ZipFile:
    """Raises Damaged for a file that is not a zip archive, TooLarge for one too large to hold."""
    try:
        return zipfile.ZipFile(member.file if member.rewinds else _held(member))
    except ZIP_ERRORS as error:
        if _is_of_the_disk(error):
            raise
        raise Damaged("the zip archive cannot be read: its directory is missing or damaged") from error


def _is_of_the_disk(error: Exception) -> bool:
    return isinstance(error, OSError) and error.errno not in _OF_THE_BYTES


def _held(member: Member) -> io.BytesIO:
    """A zip archive that comes as a stream; its directory stands at its end."""
    content = up_to(member.file, member.limit)
    if content is None:
        raise TooLarge(
            f"a zip archive inside another file or on standard input can be at most {size(member.limit)} "
            "(see --max-page-size)"
        )
    return io.BytesIO(content)


def _refuse_overlaps(entries: list[zipfile.ZipInfo]) -> None:
    """Raises Damaged where entries share their bytes: so a few kilobytes become any number of pages."""
    end = 0
    for info in sorted(entries, key=lambda info: info.header_offset):
        if info.header_offset < end:
            raise Damaged("entries of the zip archive overlap")
        end = info.header_offset + _HEADER + info.compress_size


def _is_wacz(names: set[str]) -> bool:
    return _WACZ in names and any(name.startswith(_CRAWLS) and ".warc" in name for name in names)


def _refuse_document(names: set[str]) -> None:
    for name, document in _DOCUMENTS:
        if name in names:
            raise BinaryInput(f"{document}, not a web page")
