"""Crawls (WARC): which records are pages, how their bodies are coded, what damage costs."""

import bz2
import gzip
import io
import struct
import zlib
from typing import Any

import pytest
import zstandard
from containers import PACKED, PAGE, error, only, read, record_of, warc
from corpus import DEEP, FIXTURES

from carnegie_extract import ExtractionError
from carnegie_extract.forms import pages
from carnegie_extract.forms.member import Member, SavedPage


def test_what_a_warc_record_says() -> None:
    for crawl in (warc(), warc(uri=b"<https://carnegieendowment.org/x>"), warc(version=b"1.1")):
        page = only(crawl)
        assert page == SavedPage(
            PAGE,
            "file#urn:uuid:1",
            "https://carnegieendowment.org/x",
            "2026-02-03T04:05:06Z",
            "utf-8",
            of_archive=True,
            forms=("warc",),
        )


def test_only_pages_are_read() -> None:
    crawl = b"".join(
        [
            warc(b"software: x\r\n", kind=b"warcinfo", http=None),
            warc(b"GET / HTTP/1.1\r\n\r\n", kind=b"request", http=None),
            warc(b"fetchTimeMs: 3\r\n", kind=b"metadata", http=None),
            warc(b"", kind=b"revisit"),
            warc(http=b"HTTP/1.1 404 Not Found\r\nContent-Type: text/html\r\n"),
            warc(http=b"HTTP/1.1 301 Moved\r\nContent-Type: text/html\r\nLocation: /\r\n"),
            warc(b"\x89PNG", http=b"HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n"),
            warc(b"{}", http=b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"),
            warc(b"ns.example 1.2.3.4", kind=b"resource", http=None, more=b"Content-Type: text/dns\r\n"),
            warc(b"20260101 a.example 60 IN A 1.2.3.4", http=None, more=b"Content-Type: text/dns\r\n"),
            warc(kind=b"resource", http=None, more=b"Content-Type: text/html\r\n", number=7),
            warc(http=b"HTTP/1.1 200\r\ncontent-type: TEXT/HTML\r\n", number=8),
            warc(http=b"HTTP/1.1 200 OK\r\n", number=9),
        ]
    )
    assert [page.source for page in read(crawl)] == [f"file#urn:uuid:{number}" for number in (7, 8, 9)]


def chunked(body: bytes) -> bytes:
    return b"".join(b"%x\r\n%s\r\n" % (len(part), part) for part in (body[:999], body[999:], b""))


@pytest.mark.parametrize(
    ("encoding", "body"),
    [
        (b"Content-Encoding: gzip\r\n", PACKED["gzip"]),
        (b"Content-Encoding: deflate\r\n", zlib.compress(PAGE)),
        (b"Content-Encoding: br\r\n", PACKED["brotli"]),
        (b"Content-Encoding: zstd\r\n", PACKED["zstd"]),
        (b"Content-Encoding: gzip\r\n", PAGE),
        (b"Transfer-Encoding: chunked\r\n", chunked(PAGE)),
        (b"Transfer-Encoding: chunked\r\n", PAGE),
        (b"Transfer-Encoding: chunked\r\nContent-Encoding: gzip\r\n", chunked(PACKED["gzip"])),
        (b"Transfer-Encoding: chunked\r\nContent-Encoding: br\r\n", chunked(PACKED["brotli"])),
    ],
)
def test_bodies_come_out_of_chunks_and_encodings(encoding: bytes, body: bytes) -> None:
    http = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n" + encoding
    assert only(warc(body, http=http)).content == PAGE


@pytest.mark.parametrize("packed", [False, True])
@pytest.mark.parametrize("length", [10, 400, 9000, 30_000, 10**12])
def test_a_wrong_length_costs_its_own_record_at_most(length: int, packed: bool) -> None:
    records = [warc(number=1), warc(number=2, length=length), warc(number=3), warc(number=4)]
    found = read(b"".join(map(gzip.compress, records) if packed else records))
    pages_found = [page.source for page in found if isinstance(page, SavedPage)]
    assert [source for source in pages_found if source != "file#urn:uuid:2"] == [
        f"file#urn:uuid:{number}" for number in (1, 3, 4)
    ]
    assert any(isinstance(page, ExtractionError) for page in found)


def test_a_last_record_that_is_cut_off() -> None:
    whole, cut = read(warc(number=1) + warc(number=2)[:-3000])
    assert (whole.source, error(cut), cut.source) == ("file#urn:uuid:1", "damaged", "file#urn:uuid:2")
    packed = gzip.compress(warc(number=1)) + gzip.compress(warc(number=2))[:-30]
    whole, cut = read(packed)
    assert (whole.source, error(cut)) == ("file#urn:uuid:1", "damaged")


def test_a_crawl_that_ends_within_a_record_of_another_type() -> None:
    whole, cut = read(warc() + warc(b"x" * 9000, kind=b"metadata", http=None, number=2)[:-3000])
    assert (whole.source, error(cut)) == ("file#urn:uuid:1", "damaged")


def test_a_page_that_the_crawler_cut_off() -> None:
    cut, whole = read(warc(more=b"WARC-Truncated: length\r\n") + warc(number=2))
    assert (error(cut), cut.source, whole.source) == ("damaged", "file#urn:uuid:1", "file#urn:uuid:2")


def test_damage_in_one_gzip_member_costs_its_own_record() -> None:
    members = [bytearray(gzip.compress(warc(number=number))) for number in range(1, 5)]
    members[1][600:640] = b"\xff" * 40
    found = read(b"".join(map(bytes, members)))
    assert [page.source for page in found if isinstance(page, SavedPage)] == [
        f"file#urn:uuid:{number}" for number in (1, 3, 4)
    ]
    assert [error(page) for page in found if isinstance(page, ExtractionError)] == ["damaged"]


def test_rubbish_between_records() -> None:
    found = read(warc(number=1) + b"rubbish\r\n" * 9000 + warc(number=2))
    assert [page.source for page in found if isinstance(page, SavedPage)] == [
        "file#urn:uuid:1",
        "file#urn:uuid:2",
    ]
    assert len(found) == 3


def test_a_page_too_large_in_a_crawl() -> None:
    large, other = read(warc(PAGE * 20, number=1) + warc(number=2), limit=50_000)
    assert (error(large), large.source, other.source) == ("too-large", "file#urn:uuid:1", "file#urn:uuid:2")


def test_a_crawl_in_zstd_with_a_dictionary() -> None:
    records = [warc(PAGE + b"<!-- %d -->" % number, number=number) for number in range(40)]
    dictionary = zstandard.train_dictionary(4096, [*records])
    compressor = zstandard.ZstdCompressor(dict_data=dictionary)
    for content in (dictionary.as_bytes(), zstandard.ZstdCompressor().compress(dictionary.as_bytes())):
        head = b"\x5d\x2a\x4d\x18" + struct.pack("<I", len(content)) + content
        found = read(head + b"".join(map(compressor.compress, records)))
        assert [page.source for page in found] == [f"file#urn:uuid:{number}" for number in range(40)]


def test_many_tiny_records() -> None:
    crawl = warc(b"x", kind=b"metadata", http=None) * 20_000 + warc()
    assert [page.source for page in read(crawl)] == ["file#urn:uuid:1"]


def test_where_chunks_end_does_not_matter() -> None:
    picture = warc(b"\x89PNG", http=b"HTTP/1.1 200 OK\r\nServer: x\r\nContent-Type: image/png\r\n")
    for padding in range(2**16 - 700, 2**16 - 300, 7):
        head = warc(b"x" * padding, kind=b"metadata", http=None)
        found = read(gzip.compress(head + picture + warc()))
        assert [page.source for page in found] == ["file#urn:uuid:1"]
        assert isinstance(found[0], SavedPage)
        assert found[0].content == PAGE


class Counted(io.RawIOBase):
    """A crawl without end that knows how much of it was read."""

    def __init__(self, record: bytes) -> None:
        self.record, self.read_so_far = record, 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        data = (self.record * (len(buffer) // len(self.record) + 2))[self.read_so_far % len(self.record) :][
            : len(buffer)
        ]
        buffer[: len(data)] = data
        self.read_so_far += len(data)
        return len(data)


def test_a_crawl_is_read_as_a_stream() -> None:
    endless = Counted(warc())
    found = pages(Member(io.BufferedReader(endless), "-", ""))
    for _ in range(100):
        assert isinstance(next(found), SavedPage)
    assert endless.read_so_far < 102 * len(warc()) + 2**20


CUT = "damaged"
HTML = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"


@pytest.mark.parametrize(
    ("http", "body"),
    [
        (HTML + b"Content-Encoding: gzip\r\n", PACKED["gzip"][:-900]),
        (HTML + b"Content-Encoding: br\r\n", PACKED["brotli"][:-900]),
        (HTML + b"Content-Encoding: zstd\r\n", PACKED["zstd"][:-900]),
        (HTML + b"Content-Encoding: deflate\r\n", zlib.compress(PAGE)[:-900]),
        (HTML + b"Transfer-Encoding: chunked\r\n", chunked(PAGE)[:-5]),
        (HTML + b"Transfer-Encoding: chunked\r\n", chunked(PAGE)[:-900]),
        (HTML + b"Content-Length: %d\r\n" % (len(PAGE) + 1), PAGE),
    ],
)
def test_a_body_that_is_cut_off_is_not_guessed(http: bytes, body: bytes) -> None:
    cut, whole = read(warc(body, http=http) + warc(number=2))
    assert (error(cut), cut.source, whole.source) == (CUT, "file#urn:uuid:1", "file#urn:uuid:2")


@pytest.mark.parametrize(
    ("http", "body"),
    [
        (b"HTTP/2 200\r\ncontent-type: text/html\r\n", PAGE),
        (b"http/1.0 200\r\nContent-Type: text/html\r\n", PAGE),
        (b"Http/1.1  200  OK\r\nContent-Type: text/html\r\n", PAGE),
        (b"HTTP/1.1 200 OK\r\nContent-Type:\r\n text/html\r\n", PAGE),
        (HTML + b"Transfer-Encoding: Chunked\r\n", chunked(PAGE)),
        (HTML + b"Transfer-Encoding: gzip, chunked\r\n", chunked(PACKED["gzip"])),
        (HTML + b"Transfer-Encoding: chunked\r\n", chunked(PAGE)[:-2] + b"X-Trailer: 1\r\n\r\n"),
        (HTML + b"Content-Encoding: br\r\n", PAGE),
        (HTML + b"Content-Encoding: deflate\r\n", PAGE),
        (HTML + b"Content-Encoding: gzip\r\nContent-Length: 300\r\n", PAGE),
    ],
)
def test_headers_as_servers_and_crawlers_write_them(http: bytes, body: bytes) -> None:
    assert only(warc(body, http=http)).content == PAGE


def test_a_type_that_the_crawler_identified() -> None:
    http = b"HTTP/1.1 200 OK\r\nContent-Type: application/octet-stream\r\n"
    assert read(warc(http=http)) == []
    assert only(warc(http=http, more=b"WARC-Identified-Payload-Type: text/html\r\n")).content == PAGE


def test_an_address_with_spaces_reports_nothing_on_standard_error(capfd: pytest.CaptureFixture[str]) -> None:
    assert only(warc(uri=b"https://carnegieendowment.org/a b")).content == PAGE
    assert capfd.readouterr().err == ""


def test_empty_lines_before_a_crawl() -> None:
    assert only(b"\r\n" + warc()).content == PAGE


def test_a_page_about_crawls_is_not_a_crawl() -> None:
    page = PAGE.replace(b"</body>", b"<pre>WARC/1.0\r\nWARC-Type: response\r\n\r\n</pre></body>")
    assert [found.source for found in read(warc(page) + warc(number=2))] == [
        "file#urn:uuid:1",
        "file#urn:uuid:2",
    ]


@pytest.mark.parametrize("junk", [b"junk", b"\x00\x8b\x08", b"j" * 70_000])
def test_junk_between_gzip_members_is_reported(junk: bytes) -> None:
    first, told, second = read(gzip.compress(warc()) + junk + gzip.compress(warc(number=2)))
    assert (first.source, error(told), second.source) == ("file#urn:uuid:1", "damaged", "file#urn:uuid:2")


@pytest.mark.parametrize("damaged", [0, 1, 2])
@pytest.mark.parametrize("place", ["head", "middle", "sum"])
def test_one_damaged_member_costs_itself_only(damaged: int, place: str) -> None:
    info = warc(b"software: x\r\n", kind=b"warcinfo", http=None, number=0)
    members = [bytearray(gzip.compress(record)) for record in (info, warc(number=1), warc(number=2))]
    member = members[damaged]
    at = {"head": 2, "middle": len(member) // 2, "sum": len(member) - 6}[place]
    member[at] ^= 0xFF
    found = read(b"".join(map(bytes, members)), rewinds=False)
    sources = [page.source for page in found if isinstance(page, SavedPage)]
    assert sources == [f"file#urn:uuid:{number}" for number in (1, 2) if number != damaged]
    assert any(isinstance(page, ExtractionError) for page in found)


def test_zeros_between_streams_are_padding() -> None:
    for pack in (gzip.compress, bz2.compress, zstandard.ZstdCompressor().compress):
        found = read(pack(warc()) + b"\0" * 200_000 + pack(warc(number=2)))
        assert [page.source for page in found] == ["file#urn:uuid:1", "file#urn:uuid:2"]


@pytest.mark.parametrize("over", range(1, 40))
def test_a_length_a_little_too_large_costs_its_own_record(over: int) -> None:
    length = len(HTML) + 2 + len(PAGE) + over
    found = read(warc(http=HTML, length=length) + warc(number=2) + warc(number=3))
    sources = [page.source for page in found if isinstance(page, SavedPage)]
    assert sources[-2:] == ["file#urn:uuid:2", "file#urn:uuid:3"]
    assert over <= 4 or any(isinstance(page, ExtractionError) for page in found)


@pytest.mark.parametrize("junk", [b"xxx", b"\0" * 512])
def test_junk_on_the_line_of_a_record_costs_nothing(junk: bytes) -> None:
    found = read(warc() + junk + warc(number=2))
    assert [page.source for page in found if isinstance(page, SavedPage)] == [
        "file#urn:uuid:1",
        "file#urn:uuid:2",
    ]
    assert len(found) == 3


def test_many_lengths_beyond_the_end_take_no_time() -> None:
    head = b"WARC/1.0\r\nWARC-Type: metadata\r\nContent-Length: 60000000\r\n\r\n"
    found = read(warc() + head * (20_000 if DEEP else 2_000))
    assert isinstance(found[0], SavedPage)


def test_records_that_lack_what_every_record_has() -> None:
    found = read(
        warc().replace(b"WARC-Type", b"Type", 1)
        + warc(more=b"WARC-Segment-Number: 1\r\n", number=2)
        + warc(number=3)
    )
    assert [page.source for page in found if isinstance(page, SavedPage)] == ["file#urn:uuid:3"]
    assert {page.source for page in found if isinstance(page, ExtractionError)} >= {"file#urn:uuid:2"}


def test_zstd_frames_to_skip() -> None:
    skip = b"\x50\x2a\x4d\x18" + struct.pack("<I", 9) + b"metadata!"
    pack = zstandard.ZstdCompressor().compress
    found = read(skip + pack(warc()) + skip + pack(warc(number=2)))
    assert [page.source for page in found] == ["file#urn:uuid:1", "file#urn:uuid:2"]


def test_a_page_in_a_declared_chinese_encoding() -> None:
    page = (FIXTURES / "site-2026" / "qa-zh" / "page.html").read_text(encoding="utf-8")
    for codec in ("gb18030", "gbk"):
        coded = page.encode(codec, "xmlcharrefreplace")
        record = record_of(
            only(warc(coded, http=HTML.replace(b"text/html", b"text/html; charset=" + codec.encode())))
        )
        assert (record["warnings"], record["language"]) == ([], "zh")


def test_the_stamp_of_a_raw_copy_stands_in_the_address_of_the_archive() -> None:
    bare = PAGE.replace(b'rel="canonical"', b'rel="shortlink"').replace(b'property="og:url"', b'property="x"')
    address = b"https://web.archive.org/web/20260301020304id_/https://carnegieendowment.org/posts/x"
    record = record_of(only(warc(bare, uri=address)))
    assert (record["url"], record["saved_at"]) == (
        "https://carnegieendowment.org/posts/x",
        "2026-03-01T02:03:04Z",
    )
