"""What an interrupted run has already written: which pages, and up to where the file is whole."""

from __future__ import annotations

import re
import zlib
from collections import Counter
from collections.abc import Callable, Iterator
from typing import Any, BinaryIO

import orjson

_SOURCE = re.compile(rb'\{"source":("(?:[^"\\]|\\.)*")')
_CHUNK = 2**20

Pieces = Iterator[tuple[bytes, int | None]]
"""What a file holds, piece by piece; with the last piece of a frame, where in the file the frame ends."""


class NoRecords(Exception):
    """A line is no record of this tool's."""


class Done:
    """The pages whose records are there. It takes about a hundred bytes for each."""

    def __init__(self) -> None:
        self._pages: Counter[int] = Counter()
        self._archives: set[int] = set()

    def add(self, source: str) -> None:
        """The record of `source` is there."""
        self._pages[hash(source)] += 1
        self._archives.update(hash(source[: mark.start()]) for mark in re.finditer("#", source))

    def take(self, source: str) -> bool:
        """Whether there is a record of `source`, once for each."""
        key = hash(source)
        if key not in self._pages:
            return False
        self._pages[key] -= 1
        if not self._pages[key]:
            del self._pages[key]
        return True

    def has_part_of(self, source: str) -> bool:
        """Whether there are records of an archive's pages."""
        return hash(source) in self._archives


def scan(file: BinaryIO, pieces: Callable[[BinaryIO], Pieces]) -> tuple[Done, int]:
    """The pages of a file of records, and where its last whole frame ends. Raises NoRecords, OSError."""
    done, end = Done(), 0
    sources: list[str] = []
    rest = b""
    for piece, frame_end in pieces(file):
        *lines, rest = (rest + piece).split(b"\n")
        sources += map(_source, lines)
        if frame_end is not None and not rest:
            end = frame_end
            for source in sources:
                done.add(source)
            sources.clear()
    return done, end


def plain_pieces(file: BinaryIO) -> Pieces:
    """Each line is a frame."""
    end = 0
    for line in file:
        end += len(line)
        yield line, end


def gzip_pieces(file: BinaryIO) -> Pieces:
    """Each gzip member is a frame."""
    return _unpacked(file, lambda: zlib.decompressobj(zlib.MAX_WBITS | 16), zlib.error)


def zstd_pieces(file: BinaryIO) -> Pieces:
    """Each zstd frame is one."""
    import zstandard

    return _unpacked(file, lambda: zstandard.ZstdDecompressor().decompressobj(), zstandard.ZstdError)


def _unpacked(file: BinaryIO, unpacker: Callable[[], Any], damage: type[Exception]) -> Pieces:
    """Up to where the file is cut off or damaged."""
    unpack, end, chunk = unpacker(), 0, b""
    while chunk := chunk or file.read(_CHUNK):
        try:
            piece = unpack.decompress(chunk)
        except damage:
            return
        if not unpack.eof:
            end += len(chunk)
            yield piece, None
            chunk = b""
            continue
        end += len(chunk) - len(unpack.unused_data)
        yield piece, end
        chunk, unpack = unpack.unused_data, unpacker()


def _source(line: bytes) -> str:
    match = _SOURCE.match(line)
    if match is None:
        raise NoRecords
    source: str = orjson.loads(match[1])
    return source
