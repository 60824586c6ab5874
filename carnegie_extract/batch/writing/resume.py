"""What a file of ours holds: which pages, and up to where it is whole."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any, BinaryIO

from carnegie_extract.base.english import joined
from carnegie_extract.batch.writing.our_lines import Kind, NotOurs

_CHUNK = 2**20
_GZIP_FEED, _ZSTD_FEED = 2**14, 2**10
"""Bytes that are unpacked at once: at worst they become 32 MiB."""
_GZIP_HEADS = (b"\x1f\x8b\x08" + bytes(5),)
_ZSTD_HEADS = tuple(b"\x28\xb5\x2f\xfd" + bytes((size,)) for size in (0x20, 0x60, 0xA0, 0xE0))
"""How the frames that we write begin."""
_HEAD = 16

Pieces = Iterator[tuple[bytes, int | None]]
"""What a file holds, piece by piece; with the last piece of a frame, where in the file the frame ends.

Raises NotOurs if the bytes after the last frame are not a frame that was cut off.
"""


class Scan:
    """Goes through a file, and makes sure that all of it is ours."""

    def __init__(self, kind: Kind, longest: int, shape: tuple[str, ...] | None = None) -> None:
        """`longest` is how long a line may be; `shape` the keys that each must have, one record to a line."""
        self.kind = kind
        self.longest = longest
        self.shape = shape

    def frames(self, pieces: Pieces) -> Iterator[tuple[list[str], int]]:
        """Of each whole frame, the sources that its lines name and where it ends. Raises NotOurs, OSError."""
        sources: list[str] = []
        rest, end = bytearray(), 0
        try:
            for piece, frame_end in pieces:
                seen = len(rest)
                rest += piece
                sources += map(self._source, cut(rest, seen))
                self._check_rest(rest)
                if frame_end is not None and not rest:
                    end = frame_end
                    yield sources, end
                    sources = []
        except _ForeignFrame:
            raise self.kind.foreign from None
        torn = bytes(rest).rstrip(b"\0")  # a crash of the system leaves those
        if rest and not (self.kind.may_be_torn(torn) if torn else end):
            raise self.kind.foreign

    def _source(self, line: bytearray) -> str:
        try:
            source, keys = self.kind.read(line)
        except NotOurs:
            picked = self.kind.picked(line) if self.shape is not None else ()
            if picked:
                raise NotOurs(f"its {self.kind.lines} have only the fields {joined(picked, 'and')}") from None
            raise
        if self.shape is not None and line.startswith(b"{\n"):
            raise NotOurs(f"its {self.kind.lines} are indented (see --pretty)")
        if self.shape is not None and keys != self.shape:
            has = "blocks (see --blocks)" if "blocks" in keys else "no blocks"
            raise NotOurs(f"its {self.kind.lines} have {has}")
        return source

    def _check_rest(self, rest: bytearray) -> None:
        """Don't hold what can't become a line. Raises NotOurs."""
        if not self.kind.may_begin(rest) and rest[0]:
            raise self.kind.foreign
        if len(rest) > self.longest:
            raise NotOurs("a line is longer than a record may be")


def plain_pieces(file: BinaryIO) -> Pieces:
    """Each line is a frame."""
    start = 0
    while chunk := file.read(_CHUNK):
        lines = chunk.rfind(b"\n") + 1
        if lines:
            yield chunk[:lines], start + lines
        yield chunk[lines:], None
        start += len(chunk)


def gzip_pieces(file: BinaryIO) -> Pieces:
    """Each gzip member is a frame."""
    unpacker = partial(zlib.decompressobj, zlib.MAX_WBITS | 16)
    return _unpacked(file, unpacker, zlib.error, _GZIP_HEADS, _GZIP_FEED)


def zstd_pieces(file: BinaryIO) -> Pieces:
    """Each zstd frame is one."""
    import zstandard

    unpacker = zstandard.ZstdDecompressor().decompressobj
    return _unpacked(file, unpacker, zstandard.ZstdError, _ZSTD_HEADS, _ZSTD_FEED)


class _ForeignFrame(Exception):
    """What follows the last frame is none."""


def _unpacked(
    file: BinaryIO,
    unpacker: Callable[[], Any],
    damage: type[Exception],
    heads: tuple[bytes, ...],
    feed: int,
) -> Pieces:
    """Up to where the file is cut off or damaged."""
    unpack, end, head, chunk = unpacker(), 0, b"", b""
    while chunk := chunk or file.read(feed):
        head += chunk[: _HEAD - len(head)]
        try:
            piece = unpack.decompress(chunk)
        except damage:
            break
        if not unpack.eof:
            end += len(chunk)
            yield piece, None
            chunk = b""
            continue
        end += len(chunk) - len(unpack.unused_data)
        yield piece, end
        chunk, unpack, head = unpack.unused_data, unpacker(), b""
    if not head.strip(b"\0") and end:
        return
    if not any(head.startswith(ours) or ours.startswith(head) for ours in heads):
        raise _ForeignFrame


def cut(rest: bytearray, seen: int) -> Iterator[bytearray]:
    """Take the whole lines from the front, and indented records; none ends in the `seen` bytes."""
    start = 0
    while True:
        mark = b"\n}\n" if rest.startswith(b"{\n", start) else b"\n"
        at = rest.find(mark, max(start, seen - len(mark) + 1))
        if at < 0:
            break
        end = at + len(mark)
        yield rest[start:end]
        start = end
    del rest[:start]
