"""A file of lines that is never half a result: it grows beside its place and is moved there when complete.

What grows, FILE.part, is a sequence of frames of whole lines, each compressed for itself where the name asks
for it. So an interrupted run can be continued behind its last whole frame.
"""

from __future__ import annotations

import os
import shutil
import sys
import zlib
from collections.abc import Callable
from contextlib import suppress
from stat import S_IMODE, S_ISREG
from typing import BinaryIO

from carnegie_extract.batch.interrupts import Interrupts
from carnegie_extract.batch.output import Lines, OutputFailed, failed, write_whole
from carnegie_extract.batch.resume import (
    Done,
    NoRecords,
    Pieces,
    gzip_pieces,
    plain_pieces,
    scan,
    zstd_pieces,
)
from carnegie_extract.errors import NeedsLibrary
from carnegie_extract.forms.compressed import library
from carnegie_extract.quick import NamedTuple

if sys.platform != "win32":
    import fcntl

_FRAME = 2**18
"""Bytes of lines that are written together."""
_QUICKLY = 3
"""Level of compression: at 6, gzip takes as long as reading the page."""


class Packing(NamedTuple):
    """How frames are written and found again."""

    pack: Callable[[bytes], bytes]
    pieces: Callable[[BinaryIO], Pieces]


class PartFile(Lines):
    """FILE.part, to become FILE."""

    def __init__(
        self, path: str, hear: Callable[[], Interrupts], *, resume: bool = False, frame: int = _FRAME
    ) -> None:
        """Raises OutputFailed."""
        super().__init__(-1, path, hear)
        self.done = Done()
        self.replaced = 0
        """Bytes of an interrupted run that nobody wanted to continue."""
        self._path = os.path.realpath(path)
        self._part = f"{self._path}.part"
        self._most = frame
        self._frame: list[bytes] = []
        self._size = 0
        self._is_open = False
        try:
            self._packing = _packing(path)
            self._open(resume=resume)
        except NeedsLibrary as error:
            raise OutputFailed(path, error.reason) from error
        except OSError as error:
            raise failed(error, path) from error
        except NoRecords as error:
            raise OutputFailed(path, "is no file of records, so nothing can be added to it") from error

    @property
    def left_in(self) -> str | None:
        """FILE.part, unless it has become FILE or has nothing in it."""
        return self._part if os.path.exists(self._part) else None

    def write(self, line: bytes) -> None:
        """Keep it, and write what is kept when it is enough. Raises OutputFailed."""
        self._frame.append(line)
        self._size += len(line)
        if self._size >= self._most:
            self._flush()

    def close(self, *, complete: bool) -> None:
        """Move it to its place; or leave it where it is, to be continued. Raises OutputFailed."""
        if not self._is_open:
            return
        with self.hear().held():
            self._is_open = False
            self._flush()
            try:
                if complete:
                    os.fsync(self.descriptor)
                    os.replace(self._part, self._path)
                elif not os.fstat(self.descriptor).st_size:
                    os.unlink(self._part)
                os.close(self.descriptor)
            except OSError as error:
                raise failed(error, self.name) from error

    def _flush(self) -> None:
        frame, self._frame, self._size = b"".join(self._frame), [], 0
        if frame:
            with self.hear().held():
                write_whole(self.descriptor, self._packing.pack(frame), self.name)

    def _open(self, *, resume: bool) -> None:
        """Open FILE.part, behind what is to be kept of it. Raises OSError, NoRecords."""
        if os.path.isdir(self._path):
            raise IsADirectoryError
        is_copy = resume and not os.path.exists(self._part) and os.path.exists(self._path)
        if is_copy:
            _copy(self._path, self._part)
        self.descriptor = os.open(self._part, os.O_RDWR | os.O_CREAT, 0o666)
        _lock(self.descriptor)
        end = 0
        if resume:
            try:
                with open(self.descriptor, "rb", closefd=False) as file:
                    self.done, end = scan(file, self._packing.pieces)
            except NoRecords:
                if is_copy:
                    os.unlink(self._part)
                raise
        else:
            self.replaced = os.fstat(self.descriptor).st_size
        os.ftruncate(self.descriptor, end)
        os.lseek(self.descriptor, end, os.SEEK_SET)
        if os.path.exists(self._path):
            os.chmod(self._part, S_IMODE(os.stat(self._path).st_mode))
        self._is_open = True


def _copy(path: str, to: str) -> None:
    """Copy a file wholly or not at all. Raises OSError."""
    try:
        shutil.copyfile(path, f"{to}.copy")
        os.replace(f"{to}.copy", to)
    except OSError:
        with suppress(OSError):
            os.unlink(f"{to}.copy")
        raise


def is_stream(path: str) -> bool:
    """Whether it is there and no file that could be moved: a device, a named pipe."""
    try:
        mode = os.stat(path).st_mode
    except OSError:
        return False
    return not S_ISREG(mode) and not os.path.isdir(path)


def opened(path: str, hear: Callable[[], Interrupts], *, resume: bool = False, frame: int = _FRAME) -> Lines:
    """The file, or stream, of a name; `frame` bytes of lines are written together. Raises OutputFailed."""
    if not is_stream(path):
        return PartFile(path, hear, resume=resume, frame=frame)
    if resume:
        raise OutputFailed(path, "is no file, so that nothing can be continued")
    try:
        return Lines(os.open(path, os.O_WRONLY), path, hear)
    except OSError as error:
        raise failed(error, path) from error


def _packing(path: str) -> Packing:
    """By the ending of the name. Raises NeedsLibrary, or OutputFailed for what can only be read."""
    match os.path.splitext(path)[1].lower():
        case ".gz":
            return Packing(_gzip, gzip_pieces)
        case ".zst":
            return Packing(library("zstandard", "zstd").ZstdCompressor().compress, zstd_pieces)
        case ".xz" | ".bz2" | ".br" | ".zip":
            raise OutputFailed(path, "can be packed as .gz or .zst only")
    return Packing(bytes, plain_pieces)


def _gzip(frame: bytes) -> bytes:
    packer = zlib.compressobj(_QUICKLY, wbits=zlib.MAX_WBITS | 16)
    return packer.compress(frame) + packer.flush()


def _lock(descriptor: int) -> None:
    """Two runs that write one file would write over each other. Raises OSError.

    The lock is this process's: its workers don't inherit it, and it ends with the process.
    """
    if sys.platform != "win32":
        try:
            fcntl.lockf(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise OSError(None, "another run is writing it") from None
