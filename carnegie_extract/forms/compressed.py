"""Compressed files: gzip, zstd, brotli, bzip2, xz. What they hold is of any form again."""

from __future__ import annotations

import io
import os
import zlib
from collections.abc import Iterator
from importlib import import_module
from typing import Any

from carnegie_extract.base.errors import Damaged, NeedsLibrary
from carnegie_extract.forms.member import HEAD, Found, Member
from carnegie_extract.forms.prefixed import prefixed
from carnegie_extract.forms.unpacked import FEED, Codec, Decoder, Unpacked

_SMALL_FEED = 2**10
"""For zstd, whose library can't be limited in how much it unpacks: a block of 4 bytes may become 128 KiB."""
_XZ_MEMORY, _LEAST_XZ_MEMORY = 256 * 2**20, 66 * 2**20
"""What unpacking may take, the less the deeper; `xz -9` needs the least."""
_ZSTD_WINDOW = 128 * 2**20
_GZIP = b"\x1f\x8b\x08"
_XZ = b"\xfd7zXZ\x00"
_BZIP2 = b"BZh"
_ZSTD = b"\x28\xb5\x2f\xfd"
_ZSTD_SKIPPABLE = tuple(bytes((0x50 + number, 0x2A, 0x4D, 0x18)) for number in range(16))
_DICTIONARY = b"\x5d\x2a\x4d\x18"
_LARGEST_DICTIONARY = 2**24


def read_gzip(member: Member) -> Iterator[Found]:
    """A gzip file, of one member or, as `.warc.gz`, of many."""
    return _unpacked(member, _gzip())


def read_bzip2(member: Member) -> Iterator[Found]:
    """A bzip2 file."""
    return _unpacked(member, _bzip2())


def read_xz(member: Member) -> Iterator[Found]:
    """An xz file."""
    return _unpacked(member, _xz(member.depth))


def read_zstd(member: Member) -> Iterator[Found]:
    """A zstd file; of a `.warc.zst` the dictionary comes first, in a frame that others skip."""
    zstandard = library("zstandard", "zstd")
    top = member.file.read(8)
    dictionary = _dictionary(top, member.file, zstandard)
    rest = b"" if dictionary is not None else top
    return _unpacked(member._replace(file=prefixed(rest, member.file)), _zstd(zstandard, dictionary))


def read_brotli(member: Member) -> Iterator[Found]:
    """A brotli file."""
    brotli = library("brotli", "brotli")
    return _unpacked(member, Codec("brotli", lambda: _Brotli(brotli), (brotli.error,)))


def start_of_brotli(head: bytes) -> bytes | None:
    """What brotli makes of the first bytes of a file, None for nothing. Raises NeedsLibrary."""
    brotli = library("brotli", "brotli")
    try:
        unpacked: bytes = brotli.Decompressor().process(head, output_buffer_limit=HEAD)
    except brotli.error:
        return None
    return unpacked


def unpacked(file: io.BufferedReader) -> io.BufferedReader:
    """What a file holds, by its first bytes, if it is of one of these forms but brotli; else the file itself.

    Reading raises Damaged. Raises NeedsLibrary.
    """
    head = file.peek(len(_XZ))
    for magic, codec in ((_GZIP, _gzip), (_BZIP2, _bzip2), (_XZ, _xz), (_ZSTD, _zstd)):
        if head.startswith(magic):
            return io.BufferedReader(Unpacked(file, codec()), FEED)
    return file


def _gzip() -> Codec:
    return Codec("gzip", _Gzip, (zlib.error,), (_GZIP,))


def _bzip2() -> Codec:
    bz2 = import_module("bz2")
    return Codec("bzip2", bz2.BZ2Decompressor, (OSError, ValueError), (_BZIP2,))


def _xz(depth: int = 0) -> Codec:
    lzma = import_module("lzma")

    def start() -> Decoder:
        decoder: Decoder = lzma.LZMADecompressor(memlimit=max(_XZ_MEMORY >> depth, _LEAST_XZ_MEMORY))
        return decoder

    return Codec("xz", start, (lzma.LZMAError,), (_XZ,))


def _zstd(zstandard: Any = None, dictionary: Any = None) -> Codec:
    zstandard = zstandard or library("zstandard", "zstd")
    magic = (_ZSTD, *_ZSTD_SKIPPABLE)
    return Codec("zstd", lambda: _Zstd(zstandard, dictionary), (zstandard.ZstdError,), magic, _SMALL_FEED)


def library(module: str, form: str) -> Any:
    """A library that only this form needs. Raises NeedsLibrary when the installation lacks it."""
    try:
        return import_module(module)
    except ImportError as error:
        raise NeedsLibrary(f"{form} needs the library {module}, which this installation lacks") from error


def _unpacked(member: Member, codec: Codec) -> Iterator[Found]:
    file = io.BufferedReader(Unpacked(member.file, codec), FEED)
    base, ending = os.path.splitext(member.name)
    return member.pages(member.within(file, base if ending.lower() in member.endings else member.name))


class _Gzip:
    """`zlib` in the manner of `bz2`."""

    def __init__(self) -> None:
        self._inflate = zlib.decompressobj(zlib.MAX_WBITS | 16)

    @property
    def eof(self) -> bool:
        return self._inflate.eof

    @property
    def unused_data(self) -> bytes:
        return self._inflate.unused_data

    @property
    def needs_input(self) -> bool:
        return not self._inflate.unconsumed_tail

    def decompress(self, data: bytes, max_length: int) -> bytes:
        return self._inflate.decompress(self._inflate.unconsumed_tail + data, max_length)


class _Zstd:
    """A frame of zstd, unpacked with or without a dictionary."""

    def __init__(self, zstandard: Any, dictionary: Any) -> None:
        arguments = {"dict_data": dictionary} if dictionary is not None else {}
        whole = zstandard.ZstdDecompressor(max_window_size=_ZSTD_WINDOW, **arguments)
        self._frame = whole.decompressobj(read_across_frames=False)
        self.needs_input = True

    @property
    def eof(self) -> bool:
        return bool(self._frame.eof)

    @property
    def unused_data(self) -> bytes:
        unused: bytes = self._frame.unused_data
        return unused

    def decompress(self, data: bytes, max_length: int) -> bytes:  # noqa: ARG002  # see _SMALL_FEED
        unpacked: bytes = self._frame.decompress(data)
        return unpacked


class _Brotli:
    """`brotli` in the manner of `bz2`."""

    unused_data = b""

    def __init__(self, brotli: Any) -> None:
        self._stream = brotli.Decompressor()
        self.needs_input = True

    @property
    def eof(self) -> bool:
        return bool(self._stream.is_finished())

    def decompress(self, data: bytes, max_length: int) -> bytes:
        unpacked: bytes = self._stream.process(data, output_buffer_limit=max_length)
        self.needs_input = not unpacked
        return unpacked


def _dictionary(top: bytes, file: io.BufferedIOBase, zstandard: Any) -> Any:
    """The dictionary of https://iipc.github.io/warc-specifications/specifications/warc-zstd/, or None."""
    if top[:4] != _DICTIONARY:
        return None
    length = int.from_bytes(top[4:], "little")
    content = file.read(length) if length <= _LARGEST_DICTIONARY else b""
    try:
        if content.startswith(_ZSTD):
            content = zstandard.ZstdDecompressor().decompress(content, max_output_size=_LARGEST_DICTIONARY)
        return zstandard.ZstdCompressionDict(content)
    except (zstandard.ZstdError, ValueError) as error:
        raise Damaged("the zstd dictionary is damaged") from error
