"""The unpacked bytes of a compressed file as a stream, with any codec."""

import io
from collections.abc import Callable
from typing import NamedTuple, Protocol

from carnegie_extract.base.errors import Damaged

FEED = 2**16


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
        """All that came so far is unpacked."""

    def decompress(self, data: bytes, max_length: int) -> bytes:
        """Unpack `data` and what is left of earlier input, about `max_length` bytes at most."""


class Codec(NamedTuple):
    """A way to compress."""

    name: str
    start: Callable[[], Decoder]
    """Begins a stream."""
    errors: tuple[type[Exception], ...]
    """What its library raises for bytes that make no sense."""
    magic: tuple[bytes, ...] = ()
    """The first bytes of a stream, where a file may have several in a row; the usual ones first."""
    feed: int = FEED
    """Bytes to unpack at once."""


class Unpacked(io.RawIOBase):
    """The unpacked bytes of a compressed file. Reading raises Damaged once for each damaged place.

    After it reading goes on with the next stream in the file, if the codec has several.
    """

    def __init__(self, file: io.BufferedIOBase, codec: Codec) -> None:
        self._file = file
        self._codec = codec
        self._decoder: Decoder | None = codec.start()
        self._waiting = b""
        self._ready = io.BytesIO()
        self._fed = b""
        self._given = False
        """Whether the stream at hand has given data yet, which its sum at the end may belie."""

    def readable(self) -> bool:
        """It is."""
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]  # what BufferedReader hands over
        """Fill a part of `buffer`; 0 at the end."""
        while True:
            if count := self._ready.readinto(buffer):
                return count
            if self._decoder is None:
                return 0
            self._ready = io.BytesIO(self._some(self._decoder, len(buffer)))

    def _some(self, decoder: Decoder, most: int) -> bytes:
        if decoder.eof:
            self._next_stream(decoder.unused_data + self._waiting)
            return b""
        feed = b""
        if decoder.needs_input:
            feed, self._waiting = self._waiting or self._file.read(self._codec.feed), b""
            if not feed:
                self._decoder = None
                raise self._damaged("is cut off")
            feed, self._waiting = feed[: self._codec.feed], feed[self._codec.feed :]
            self._fed = feed
        try:
            data = decoder.decompress(feed, most)
        except self._codec.errors as error:
            damage = self._damaged("is damaged")
            self._resume(self._fed + self._waiting)
            raise damage from error
        self._given = self._given or bool(data)
        return data

    def _damaged(self, how: str) -> Damaged:
        damage = Damaged(f"the {self._codec.name} data {how}")
        damage.tainted = self._given
        return damage

    def _start(self, rest: bytes) -> None:
        """Begin the stream that `rest` begins with."""
        self._decoder, self._waiting, self._given = self._codec.start(), rest, False

    def _next_stream(self, rest: bytes) -> None:
        """Go on with the stream that follows. Zeros are padding; what else follows is damage."""
        magic = self._codec.magic
        if not magic:
            self._decoder = None
            return
        rest = rest.lstrip(b"\0")
        while not rest and (more := self._file.read(FEED)):
            rest = more.lstrip(b"\0")
        while rest and len(rest) < _longest(magic) and (more := self._file.read(self._codec.feed)):
            rest += more
        if rest.startswith(magic):
            self._start(rest)
            return
        self._resume(rest)
        if rest:
            raise Damaged(f"unknown data after the {self._codec.name} data")

    def _resume(self, rest: bytes) -> None:
        """Find the next stream in what is left of the file."""
        self._decoder, self._waiting = None, b""
        if not self._codec.magic:
            return
        magic = self._codec.magic[0]
        while rest:
            at = rest.find(magic, 1)
            if at >= 0:
                self._start(rest[at:])
                return
            more = self._file.read(FEED)
            rest = rest[-len(magic) :] + more if more else b""


def _longest(magic: tuple[bytes, ...]) -> int:
    return max(map(len, magic), default=0)
