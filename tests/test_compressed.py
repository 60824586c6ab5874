"""Compressed files: stacked, in several streams, damaged, too large."""

import bz2
import gzip
import lzma

import pytest
import zstandard
from containers import PACKED, PAGE, brotli, error, only, read


@pytest.mark.parametrize("outer", PACKED)
@pytest.mark.parametrize("inner", PACKED)
def test_compression_may_be_stacked(outer: str, inner: str) -> None:
    once = PACKED[inner]
    twice = {
        "gzip": gzip.compress,
        "zstd": zstandard.ZstdCompressor().compress,
        "brotli": brotli.compress,
        "bzip2": bz2.compress,
        "xz": lzma.compress,
    }[outer](once)
    assert only(twice).content == PAGE


def test_several_streams_in_a_row_are_one_file() -> None:
    for pack in (gzip.compress, bz2.compress, lzma.compress, zstandard.ZstdCompressor().compress):
        assert only(pack(PAGE[:3000]) + pack(PAGE[3000:])).content == PAGE


def test_padding_after_gzip_is_not_damage() -> None:
    assert only(gzip.compress(PAGE) + b"\0" * 512).content == PAGE


@pytest.mark.parametrize("form", PACKED)
def test_a_page_that_is_cut_off_is_not_guessed(form: str) -> None:
    (found,) = read(PACKED[form][:-40])
    assert error(found) == "damaged"
    assert form in str(found)


def test_damage_within_gzip_is_reported() -> None:
    damaged = bytearray(PACKED["gzip"])
    damaged[400:420] = b"\xff" * 20
    (found,) = read(bytes(damaged))
    assert error(found) == "damaged"


def test_the_limit_counts_unpacked_bytes() -> None:
    for pack in (
        gzip.compress,
        bz2.compress,
        lzma.compress,
        brotli.compress,
        zstandard.ZstdCompressor().compress,
    ):
        (found,) = read(pack(b"<html>" + b" " * 5_000_000), limit=1_000_000)
        assert error(found) == "too-large"
        assert "--max-page-size" in str(found)
    assert only(gzip.compress(b"<p>" * 100)).content == b"<p>" * 100
