"""Small files of the forms that pages are saved in, and how to read them: for the tests of forms."""

import bz2
import gzip
import io
import lzma
import tarfile
import zipfile
from importlib import import_module
from pathlib import Path
from typing import Any

import zstandard
from corpus import FIXTURES, Record, as_record

from carnegie_extract import ExtractionError, extract
from carnegie_extract.forms import pages
from carnegie_extract.forms.member import MAX_PAGE_SIZE, Found, Member, SavedPage

brotli: Any = import_module("brotli")  # it has no types
PAGE = (FIXTURES / "site-2026" / "commentary-en" / "page.html").read_bytes()


def read(
    file: bytes | Path, name: str = "", limit: int = MAX_PAGE_SIZE, *, rewinds: bool = True
) -> list[Found]:
    content = file.read_bytes() if isinstance(file, Path) else file
    label = name or (file.name if isinstance(file, Path) else "file")
    return list(pages(Member(io.BytesIO(content), label, label, limit=limit, rewinds=rewinds)))


def record_of(found: Found) -> Record:
    assert isinstance(found, SavedPage), found
    return as_record(
        extract(
            found.content, source=found.source, url=found.url, saved_at=found.saved_at, charset=found.charset
        )
    )


def only(file: bytes | Path, name: str = "") -> SavedPage:
    (found,) = read(file, name)
    assert isinstance(found, SavedPage), found
    return found


def error(found: Found) -> str:
    assert isinstance(found, ExtractionError), found
    return found.kind


PACKED = {
    "gzip": gzip.compress(PAGE),
    "zstd": zstandard.ZstdCompressor().compress(PAGE),
    "brotli": brotli.compress(PAGE),
    "bzip2": bz2.compress(PAGE),
    "xz": lzma.compress(PAGE),
}


def zipped(files: dict[str, bytes]) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return file.getvalue()


def tarred(files: dict[str, bytes], form: int = tarfile.PAX_FORMAT) -> bytes:
    file = io.BytesIO()
    with tarfile.open(fileobj=file, mode="w", format=form) as archive:
        for name, content in files.items():
            info = tarfile.TarInfo(name)
            info.size = len(content)
            archive.addfile(info, io.BytesIO(content))
    return file.getvalue()


def mhtml(
    *parts: bytes, head: bytes = b"Snapshot-Content-Location: https://carnegieendowment.org/x\r\n"
) -> bytes:
    start = (
        b"From: <Saved by Blink>\r\n" + head + b"Subject: x\r\nDate: Mon, 5 Jan 2026 10:00:00 -0000\r\n"
        b'MIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\ttype="text/html";\r\n'
        b'\tboundary="B"\r\n\r\n'
    )
    return start + b"".join(b"\r\n--B\r\n" + part for part in parts) + b"\r\n--B--\r\n"


MAIN = b"Content-Type: text/html\r\nContent-Location: https://carnegieendowment.org/x\r\n\r\n<p>main</p>"
CSS = (
    b"Content-Type: text/css\r\nContent-Location: https://carnegieendowment.org/x.css\r\n\r\np { color: red }"
)


def warc(
    body: bytes = PAGE,
    *,
    kind: bytes = b"response",
    http: bytes | None = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n",
    uri: bytes = b"https://carnegieendowment.org/x",
    number: int = 1,
    length: int | None = None,
    version: bytes = b"1.0",
    more: bytes = b"",
) -> bytes:
    block = body if http is None else http + b"\r\n" + body
    return (
        b"WARC/%s\r\nWARC-Type: %s\r\nWARC-Record-ID: <urn:uuid:%d>\r\nWARC-Target-URI: %s\r\n"
        b"WARC-Date: 2026-02-03T04:05:06Z\r\n%sContent-Length: %d\r\n\r\n"
        % (version, kind, number, uri, more, len(block) if length is None else length)
    ) + block + b"\r\n\r\n"  # fmt: skip


class Endless(io.RawIOBase):
    """The same bytes again and again; whoever holds them all never returns."""

    def __init__(self, piece: bytes) -> None:
        self.piece = io.BytesIO(piece)

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]  # what BufferedReader hands over
        if not (count := self.piece.readinto(buffer)):
            self.piece.seek(0)
            count = self.piece.readinto(buffer)
        return count
