"""Compressed files: gzip, zstd, brotli, bzip2, xz. What they hold is of any form again."""

from __future__ import annotations

import io
import zlib
from collections.abc import Callable, Iterator
from importlib import import_module
from typing import Any, Protocol

from carnegie_extract.errors import Damaged, NeedsLibrary
from carnegie_extract.forms import Found, form_of, pages
from carnegie_extract.forms.member import HEAD, Member
from carnegie_extract.forms.prefixed import prefixed

_FEED = 2**16
_SMALL_FEED = 2**10
"""For zstd, whose library can't be told how much to unpack: a block of 4 bytes may become 128 KiB."""
_XZ_MEMORY = 256 * 2**20
_ZSTD_WINDOW = 128 * 2**20
_GZIP = b"\x1f\x8b\x08"
_ZSTD = b"\x28\xb5\x2f\xfd"
_DICTIONARY = b"\x5d\x2a\x4d\x18"
_LARGEST_DICTIONARY = 2**24
_NAMES = (".gz", ".zst", ".br", ".bz2", ".xz", ".zstd", ".tgz")


class Decoder(Protocol):
    """One stream being unpacked, as `bz2.BZ2Decompressor` does it."""

    @property
    def eof(self) -> bool:
        """The stream is complete."""

    @property
    def unused_data(self) -> bytes:
        """What came after its end."""

    @property
    def needs_input(self) -> bool:
        """There is no more to unpack of what came so far."""

    def decompress(self, data: bytes, max_length: int) -> bytes:
        """Unpack `data` and what is left of earlier input, about `max_length` bytes at most."""


class Codec:
    """A way to compress: how a stream of it begins, which errors its library raises."""

    def __init__(
        self,
        name: str,
        start: Callable[[], Decoder],
        errors: tuple[type[Exception], ...],
        *,
        feed: int = _FEED,
        magic: bytes = b"",
    ) -> None:
        self.name = name
        self.start = start
        self.errors = errors
        self.feed = feed
        self.magic = magic
        """The first bytes of each stream, where a file may have several in a row."""


class Unpacked(io.RawIOBase):
    """The unpacked bytes of a compressed file. Reading raises Damaged once for each damaged place.

    After it reading goes on with the next stream in the file, if the codec has several.
    """

    def __init__(self, file: io.BufferedIOBase, codec: Codec) -> None:
        self._file = file
        self._codec = codec
        self._decoder: Decoder | None = codec.start()
        self._waiting = b""
        self._ready = b""

    def readable(self) -> bool:
        """It is."""
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]  # what BufferedReader hands over
        """Fill a part of `buffer`; 0 at the end."""
        while not self._ready and self._decoder is not None:
            self._ready = self._some(len(buffer))
        data, self._ready = self._ready[: len(buffer)], self._ready[len(buffer) :]
        buffer[: len(data)] = data
        return len(data)

    def _some(self, most: int) -> bytes:
        decoder = self._decoder
        assert decoder is not None
        if decoder.eof:
            self._next_stream(decoder.unused_data + self._waiting)
            return b""
        feed = b""
        if decoder.needs_input:
            feed, self._waiting = self._waiting or self._file.read(self._codec.feed), b""
            if not feed:
                self._decoder = None
                raise Damaged(f"the {self._codec.name} data is cut off")
            feed, self._waiting = feed[: self._codec.feed], feed[self._codec.feed :]
        try:
            return decoder.decompress(feed, most)
        except self._codec.errors as error:
            self._resume(feed + self._waiting)
            raise Damaged(f"the {self._codec.name} data is damaged: {error}") from error

    def _next_stream(self, rest: bytes) -> None:
        """Go on with the stream that follows, if any; what else follows is padding."""
        rest = (rest or self._file.read(self._codec.feed)).lstrip(b"\0")
        while rest and len(rest) < len(self._codec.magic) and (more := self._file.read(self._codec.feed)):
            rest += more
        goes_on = bool(self._codec.magic) and rest.startswith(self._codec.magic)
        self._decoder, self._waiting = (self._codec.start(), rest) if goes_on else (None, b"")

    def _resume(self, rest: bytes) -> None:
        """After damage: find the next stream."""
        magic = self._codec.magic
        self._decoder = None
        while magic and rest:
            at = rest.find(magic, 1)
            if at >= 0:
                self._decoder, self._waiting = self._codec.start(), rest[at:]
                return
            rest = rest[-len(magic) :] + more if (more := self._file.read(self._codec.feed)) else b""


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
    """A frame of zstd; a dictionary may stand before the first."""

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


def read_gzip(member: Member) -> Iterator[Found]:
    """A gzip file, of one member or, as `.warc.gz`, of many."""
    return _unpacked(member, Codec("gzip", _Gzip, (zlib.error,), magic=_GZIP))


def read_bzip2(member: Member) -> Iterator[Found]:
    """A bzip2 file."""
    bz2 = import_module("bz2")
    return _unpacked(member, Codec("bzip2", bz2.BZ2Decompressor, (OSError, ValueError), magic=b"BZh"))


def read_xz(member: Member) -> Iterator[Found]:
    """An xz file."""
    lzma = import_module("lzma")

    def start() -> Decoder:
        decoder: Decoder = lzma.LZMADecompressor(memlimit=_XZ_MEMORY)
        return decoder

    return _unpacked(member, Codec("xz", start, (lzma.LZMAError,), magic=b"\xfd7zXZ\x00"))


def read_zstd(member: Member) -> Iterator[Found]:
    """A zstd file; of a `.warc.zst` the dictionary comes first, in a frame that others skip."""
    zstandard = library("zstandard", "zstd")
    top = member.file.read(8)
    dictionary = _dictionary(top, member.file, zstandard)
    rest = b"" if dictionary is not None else top
    return _unpacked(
        member._replace(file=prefixed(rest, member.file)),
        Codec(
            "zstd",
            lambda: _Zstd(zstandard, dictionary),
            (zstandard.ZstdError,),
            feed=_SMALL_FEED,
            magic=_ZSTD,
        ),
    )


def read_brotli(member: Member) -> Iterator[Found]:
    """A brotli file."""
    brotli = library("brotli", "brotli")
    return _unpacked(member, Codec("brotli", lambda: _Brotli(brotli), (brotli.error,)))


def is_brotli(head: bytes, name: str) -> bool:
    """Whether brotli unpacks `head` to text."""
    try:
        brotli = import_module("brotli")
    except ImportError:
        return name.endswith(".br")
    try:
        unpacked = brotli.Decompressor().process(head, output_buffer_limit=HEAD)
    except brotli.error:
        return False
    if form_of(unpacked, "") is not None:
        return True
    return b"\x00" not in unpacked and any(sign in unpacked for sign in (b"<", b"\n"))


def library(module: str, form: str) -> Any:
    """A library that is no part of the plain installation. Raises NeedsLibrary when it is missing."""
    try:
        return import_module(module)
    except ImportError as error:
        raise NeedsLibrary(
            f"{form} needs the library {module}: pip install 'carnegie-extract[archives]'"
        ) from error


def _unpacked(member: Member, codec: Codec) -> Iterator[Found]:
    file = io.BufferedReader(Unpacked(member.file, codec), _FEED)
    base, dot, ending = member.name.rpartition(".")
    return pages(member.within(file, base if f".{ending}" in _NAMES and dot else member.name))


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
        raise Damaged(f"the zstd dictionary can't be read: {error}") from error
