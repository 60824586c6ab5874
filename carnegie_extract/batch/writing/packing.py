"""How the files of records are compressed: the ending of their name shows it."""

from __future__ import annotations

import os
import zlib
from collections.abc import Callable
from typing import BinaryIO

from carnegie_extract.base.quick import NamedTuple
from carnegie_extract.batch.writing.resume import Pieces, gzip_pieces, plain_pieces, zstd_pieces
from carnegie_extract.forms.compressed import library

_QUICKLY = 3
"""Level of compression: at 6, gzip takes as long as reading the page."""


class Packing(NamedTuple):
    """How frames are written and found again."""

    pack: Callable[[bytes], bytes]
    pieces: Callable[[BinaryIO], Pieces]


def _plain() -> Packing:
    return Packing(bytes, plain_pieces)


def _gzip() -> Packing:
    def pack(frame: bytes) -> bytes:
        packer = zlib.compressobj(_QUICKLY, wbits=zlib.MAX_WBITS | 16)
        return packer.compress(frame) + packer.flush()

    return Packing(pack, gzip_pieces)


def _zstd() -> Packing:
    return Packing(library("zstandard", "zstd").ZstdCompressor().compress, zstd_pieces)


PACKINGS: dict[str, Callable[[], Packing]] = {".gz": _gzip, ".zst": _zstd}
"""By the end of the name."""


def packing_of(path: str) -> Packing:
    """How a file of this name is compressed, if it is. Raises NeedsLibrary."""
    return PACKINGS.get(os.path.splitext(path.lower())[1], _plain)()


def ending_of(path: str) -> str:
    """How a name ends, in small letters, what says that the file is compressed aside: ".csv" of "A.CSV.gz"."""
    base, ending = os.path.splitext(path.lower())
    return os.path.splitext(base)[1] if ending in PACKINGS else ending
