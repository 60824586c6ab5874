"""The forms that pages are saved in: each gives the record that the bare page gives."""

import base64
import bz2
import gzip
import io
import json
import lzma
import plistlib
import quopri
import random
import struct
import tarfile
import zipfile
import zlib
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
import zstandard
from corpus import DEEP, FIXTURES, SAVED, Record, as_record, cases
from hypothesis import given
from hypothesis import strategies as st
from make_saved import CASES, address_of, name_of

from carnegie_extract import ExtractionError, extract
from carnegie_extract.base import errors
from carnegie_extract.forms import FORMS, MAX_DEPTH, form_of, pages
from carnegie_extract.forms.member import MAX_PAGE_SIZE, Found, Member, SavedPage, size

brotli: Any = import_module("brotli")  # it has no types
PAGE = (FIXTURES / "site-2026" / "commentary-en" / "page.html").read_bytes()
CHALLENGE = (FIXTURES / "_rejected" / "bot-challenge" / "incapsula.html").read_bytes()
NOTES: dict[str, dict[str, Any]] = json.loads((SAVED / "notes.json").read_text(encoding="utf-8"))
BARE = {case.id: case.expected for case in cases() if case.id in CASES}
FILES = sorted(path for path in SAVED.glob("*/*") if path.is_file())
ARCHIVES = {"wget-warc", "wget-warc-gz", "warcio-warc", "wacz", "zip", "tar", "tar-gz"}
ARCHIVES |= {"mbox", "har", "json-lines", "csv"}
DATED = {"chromium-mhtml", "single-file", "wget-warc", "wget-warc-gz", "warcio-warc", "wacz", "pywb"}
WITHOUT_WORDS = ("legacy-publication", "legacy-report", "legacy-blog", "carnegie-ru", "politika-2022")
"""Layouts whose headers say neither "By" nor "Published" nor a type: no text shows what is what."""
DATED |= {"single-file-zip", "single-file-bare-zip", "wayback", "mail", "mbox", "har"}


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


def bare(found: Found) -> Record:
    """The record of the bare page that was saved: its name or its address tells which."""
    assert isinstance(found, SavedPage)
    said = f"{found.source} {found.url}"
    (case,) = (case for case in CASES if name_of(case) in said or found.url == address_of(case))
    return dict(json.loads(json.dumps(BARE[case])))


def as_saved(record: Record, form: str) -> Record:
    """The bare page's record as a form can still say it, by the form's notes."""
    lost = NOTES[form]["lost"]
    expected = {key: value for key, value in record.items() if key not in ("source", "saved_at")}
    if "scheme" in lost:
        for author in expected["authors"]:
            author["url"] = author["url"] and author["url"].replace("https:", "http:")
    if "markup" in lost:
        for key in ("url", "published_at", "modified_at", "image", "pdf"):
            expected[key] = None
        expected["layout"] = "plain-text"
        expected["authors"] = [{**author, "url": None} for author in expected["authors"]]
        expected["body"] = " ".join(expected["body"])
        if expected["metadata"] is None:
            expected |= {"topics": [], "regions": [], "warnings": ["tags-unread"]}
    return expected


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_a_saved_page_gives_the_record_of_the_bare_page(path: Path) -> None:
    form = path.parent.name
    found = read(path)
    if "markup" in NOTES[form]["lost"] and path.name.startswith(WITHOUT_WORDS):
        with pytest.raises((errors.NotHtml, errors.NoArticle)):
            record_of(found[0])
        return
    assert len(found) == (len(CASES) if form in ARCHIVES else 1)
    for page in found:
        record = record_of(page)
        expected = as_saved(bare(page), form)
        if "markup" in NOTES[form]["lost"]:
            record["body"] = " ".join(record["body"])
        elif expected["url"] is None:  # where the page says no address, what it was saved in may
            assert record["url"] is None or record["url"].endswith(expected_path(page))
            expected["url"] = record["url"]
            record["authors"], expected["authors"] = paths(record["authors"]), paths(expected["authors"])
        assert {key: value for key, value in record.items() if key in expected} == expected
        assert (record["saved_at"] is not None) == (form in DATED)


def expected_path(found: Found) -> str:
    """The path of a page without an address of its own."""
    assert isinstance(found, SavedPage)
    said = f"{found.source} {found.url}"
    return next(case for case in CASES if name_of(case) in said or case in said)


def paths(authors: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Authors with the paths of their pages: the host is that of the page's address."""
    return [
        {**author, "url": (author["url"] or "").partition("//")[2].partition("/")[2]} for author in authors
    ]


def test_every_form_has_notes_and_files() -> None:
    folders = {path.name for path in SAVED.iterdir() if path.is_dir()}
    assert folders == set(NOTES), (
        "say in tests/fixtures/_saved/notes.json which tool made a form, and what it lost"
    )
    assert all(any(folder.iterdir()) for folder in SAVED.iterdir() if folder.is_dir())


def test_the_source_names_the_member() -> None:
    (zipped_page, *_) = read(SAVED / "zip" / "pages.zip")
    assert zipped_page.source == "pages.zip#carnegie-mec.commentary-ar.html"
    (crawled, *_) = read(SAVED / "wacz" / "crawl.wacz")
    assert crawled.source.startswith("crawl.wacz#archive/crawl.warc.gz#urn:uuid:")
    (mail,) = read(SAVED / "chromium-mhtml" / "site-2026.qa-ru.mhtml")
    assert mail.source == "site-2026.qa-ru.mhtml"


# The bytes tell the form.

PACKED = {
    "gzip": gzip.compress(PAGE),
    "zstd": zstandard.ZstdCompressor().compress(PAGE),
    "brotli": brotli.compress(PAGE),
    "bzip2": bz2.compress(PAGE),
    "xz": lzma.compress(PAGE),
}


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


@pytest.mark.parametrize("name", ["page.gz", "page", "page.html", "page.warc", "page.zip", "page.br"])
def test_the_name_is_only_a_hint(name: str) -> None:
    assert only(PAGE, name).content == PAGE
    for packed in PACKED.values():
        assert only(packed, name).content == PAGE


def test_text_in_any_encoding_is_no_brotli() -> None:
    text = "Слово за слово, и вот уже вечер. " * 40
    for codec in ("utf-8", "cp1251", "koi8-r", "utf-16", "utf-16-le"):
        assert only(text.encode(codec), "page.txt").content == text.encode(codec)


def test_several_streams_in_a_row_are_one_file() -> None:
    for pack in (gzip.compress, bz2.compress, lzma.compress, zstandard.ZstdCompressor().compress):
        assert only(pack(PAGE[:3000]) + pack(PAGE[3000:])).content == PAGE


def test_padding_after_gzip_is_no_damage() -> None:
    assert only(gzip.compress(PAGE) + b"\0" * 512).content == PAGE


@pytest.mark.parametrize("form", PACKED)
def test_a_page_that_is_cut_off_is_not_guessed(form: str) -> None:
    (found,) = read(PACKED[form][:-40])
    assert error(found) == "damaged"
    assert form in str(found)


def test_damage_within_gzip_is_told() -> None:
    damaged = bytearray(PACKED["gzip"])
    damaged[400:420] = b"\xff" * 20
    (found,) = read(bytes(damaged))
    assert error(found) == "damaged"


# Too much.


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


def test_a_bomb_in_a_zip_costs_itself_only() -> None:
    held = zipped({"bomb.html": b" " * 5_000_000, "page.html": PAGE})
    bomb, page = read(held, limit=1_000_000)
    assert (error(bomb), bomb.source) == ("too-large", "file#bomb.html")
    assert record_of(page)["headline"] == "The Quiet Ports Nobody Bothered to Close"


def test_containers_in_containers_end() -> None:
    file = PAGE
    for _ in range(MAX_DEPTH):
        file = gzip.compress(file)
    assert only(file).content == PAGE
    (found,) = read(gzip.compress(file))
    assert error(found) == "too-deep"


@pytest.mark.parametrize(
    ("count", "words"), [(64 * 2**20, "64 MiB"), (1000, "1000 bytes"), (2**30, "1 GiB"), (1536, "1536 bytes")]
)
def test_sizes_as_people_say_them(count: int, words: str) -> None:
    assert size(count) == words


# Zip and tar.


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


HOSTILE_NAMES = ("../../outside.html", "/etc/outside.html", "C:\\outside.html", "a/b/../../../x.html")


@pytest.mark.parametrize("pack", [zipped, tarred])
def test_names_that_lead_outside_are_only_names(
    pack: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    found = read(pack(dict.fromkeys(HOSTILE_NAMES, PAGE)))
    assert [page.source for page in found] == [f"file#{name}" for name in HOSTILE_NAMES]
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("form", [tarfile.USTAR_FORMAT, tarfile.GNU_FORMAT, tarfile.PAX_FORMAT])
def test_every_kind_of_tar(form: int) -> None:
    long = "folder/" * 20 + "page.html"
    name = "page.html" if form == tarfile.USTAR_FORMAT else long
    (found,) = read(tarred({name: PAGE}, form))
    assert (found.source, record_of(found)["type"]) == (f"file#{name}", "commentary")


def test_a_tar_without_a_signature_is_told_by_its_sum() -> None:
    old = bytearray(tarred({"page.html": PAGE}, tarfile.USTAR_FORMAT))
    old[257:265] = b"\0" * 8
    old[148:156] = b" " * 8
    old[148:156] = b"%06o\0 " % sum(old[:512])
    assert record_of(read(bytes(old))[0])["layout"] == "site-2026"


def test_links_in_a_tar_are_passed_over() -> None:
    file = io.BytesIO()
    with tarfile.open(fileobj=file, mode="w") as archive:
        link = tarfile.TarInfo("link.html")
        link.type, link.linkname = tarfile.SYMTYPE, "/etc/passwd"
        archive.addfile(link)
        info = tarfile.TarInfo("page.html")
        info.size = len(PAGE)
        archive.addfile(info, io.BytesIO(PAGE))
    assert [page.source for page in read(file.getvalue())] == ["file#page.html"]


def test_a_tar_that_is_cut_off_gives_what_is_whole() -> None:
    whole, cut = read(tarred({"a.html": PAGE, "b.html": PAGE})[: 512 * 2 + len(PAGE) + 3000])
    assert (record_of(whole)["source"], error(cut)) == ("file#a.html", "damaged")


def test_a_wrong_sum_is_told() -> None:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("a.html", PAGE)
    held = file.getvalue().replace(b"harbor", b"hardor", 1)
    (found,) = read(held)
    assert error(found) == "damaged"
    packed = bytearray(PACKED["gzip"])
    packed[-6] ^= 1
    (found,) = read(bytes(packed))
    assert error(found) == "damaged"


def test_a_damaged_entry_costs_itself_only() -> None:
    held = bytearray(zipped({"a.html": PAGE, "b.html": PAGE}))
    held[200:260] = b"\xff" * 60
    damaged, whole = read(bytes(held))
    assert (error(damaged), damaged.source) == ("damaged", "file#a.html")
    assert whole.source == "file#b.html"


def test_a_zip_without_its_directory_is_told() -> None:
    (found,) = read(zipped({"a.html": PAGE})[:-100])
    assert error(found) == "damaged"


def test_an_encrypted_entry_is_told() -> None:
    held = bytearray(zipped({"a.html": PAGE, "b.html": PAGE}))
    directory = held.rindex(b"PK\x01\x02", 0, held.rindex(b"PK\x01\x02"))
    held[directory + 8] |= 1
    locked, whole = read(bytes(held))
    assert (error(locked), whole.source) == ("encrypted", "file#b.html")


def test_an_office_file_is_refused_by_name() -> None:
    (word,) = read(zipped({"[Content_Types].xml": b"<Types/>", "word/document.xml": b"<w/>"}))
    assert "a Word document" in str(word)
    (book,) = read(zipped({"mimetype": b"application/epub+zip", "META-INF/container.xml": b"<c/>"}))
    assert "an e-book" in str(book)


def test_a_zip_may_come_through_a_pipe() -> None:
    (found,) = read(zipped({"page.html": PAGE}), rewinds=False)
    assert record_of(found)["source"] == "file#page.html"
    (large,) = read(zipped({"page.html": random.Random(1).randbytes(9000)}), limit=5000, rewinds=False)
    assert error(large) == "too-large"


# MHTML and webarchive.


def mhtml(
    *parts: bytes, head: bytes = b"Snapshot-Content-Location: https://carnegieendowment.org/x\r\n"
) -> bytes:
    start = (
        b"From: <Saved by Blink>\r\n" + head + b"Subject: x\r\nDate: Mon, 5 Jan 2026 10:00:00 -0000\r\n"
        b'MIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\ttype="text/html";\r\n'
        b'\tboundary="B"\r\n\r\n'
    )
    return start + b"".join(b"\r\n--B\r\n" + part for part in parts) + b"\r\n--B--\r\n"


FRAME = b"Content-Type: text/html\r\nContent-Location: https://ads.example/frame\r\n\r\n<p>frame</p>"
MAIN = b"Content-Type: text/html\r\nContent-Location: https://carnegieendowment.org/x\r\n\r\n<p>main</p>"
CSS = (
    b"Content-Type: text/css\r\nContent-Location: https://carnegieendowment.org/x.css\r\n\r\np { color: red }"
)


def test_the_main_frame_is_told_from_the_others() -> None:
    page = only(mhtml(CSS, FRAME, MAIN))
    assert page.content == b"<p>main</p>"
    assert (page.url, page.saved_at) == ("https://carnegieendowment.org/x", "2026-01-05T10:00:00Z")


def test_mhtml_without_a_snapshot_address() -> None:
    assert only(mhtml(CSS, MAIN, FRAME, head=b"")).url == "https://carnegieendowment.org/x"


def test_transfer_encodings_and_charsets_of_mhtml() -> None:
    text = "<p>Жизнь = 1</p>".encode("cp1251")
    for name, coded in (
        (b"base64", base64.encodebytes(text)),
        (b"quoted-printable", quopri.encodestring(text)),
    ):
        part = (
            b"Content-Type: text/html; charset=windows-1251\r\nContent-Transfer-Encoding: "
            + name
            + b"\r\n\r\n"
        )
        page = only(mhtml(part + coded))
        assert (page.content.strip(), page.charset) == (text, "windows-1251")


def test_mhtml_that_is_cut_off_within_the_page() -> None:
    (found,) = read(mhtml(MAIN)[:-12])
    assert error(found) == "damaged"
    assert only(mhtml(MAIN, CSS)[:-12]).content == b"<p>main</p>"


def test_mhtml_without_a_page() -> None:
    (found,) = read(mhtml(CSS))
    assert error(found) == "damaged"


def test_a_page_that_speaks_of_mhtml_is_a_page() -> None:
    page = b"<!doctype html><p>Content-Type: multipart/related; boundary=x</p>"
    assert only(page).content == page


@pytest.mark.parametrize(
    "content", [b"bplist00" + b"\xff" * 40, b"<?xml version='1.0'?><!DOCTYPE plist><plist><dict>"]
)
def test_broken_property_lists(content: bytes) -> None:
    (found,) = read(content)
    assert error(found) == "damaged"


def test_a_property_list_of_something_else() -> None:
    (found,) = read(plistlib.dumps({"a": 1}, fmt=plistlib.FMT_BINARY))
    assert error(found) == "not-a-page"


# WARC.


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


def test_an_address_with_spaces_is_no_matter_for_standard_error(capfd: pytest.CaptureFixture[str]) -> None:
    assert only(warc(uri=b"https://carnegieendowment.org/a b")).content == PAGE
    assert capfd.readouterr().err == ""


def test_empty_lines_before_a_crawl() -> None:
    assert only(b"\r\n" + warc()).content == PAGE


def test_a_page_about_crawls_is_no_crawl() -> None:
    page = PAGE.replace(b"</body>", b"<pre>WARC/1.0\r\nWARC-Type: response\r\n\r\n</pre></body>")
    assert [found.source for found in read(warc(page) + warc(number=2))] == [
        "file#urn:uuid:1",
        "file#urn:uuid:2",
    ]


@pytest.mark.parametrize("junk", [b"junk", b"\x00\x8b\x08", b"j" * 70_000])
def test_junk_between_gzip_members_is_told(junk: bytes) -> None:
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


def test_a_damaged_entry_of_any_method_costs_itself_only() -> None:
    for method in (zipfile.ZIP_LZMA, zipfile.ZIP_BZIP2, zipfile.ZIP_DEFLATED):
        file = io.BytesIO()
        with zipfile.ZipFile(file, "w", method) as archive:
            archive.writestr("a.html", PAGE)
            archive.writestr("b.html", PAGE)
        held = bytearray(file.getvalue())
        held[300:320] = b"\xff" * 20
        damaged, whole = read(bytes(held))
        assert (error(damaged), whole.source) == ("damaged", "file#b.html")


def test_mail_in_mail_in_mail_ends() -> None:
    nest = b"".join(
        b"Content-Type: multipart/related; boundary=b%d\r\n\r\n--b%d\r\n" % (number, number)
        for number in range(400)
    )
    (found,) = read(b"MIME-Version: 1.0\r\n" + nest)
    assert error(found) == "too-deep"


def test_zstd_frames_to_skip() -> None:
    skip = b"\x50\x2a\x4d\x18" + struct.pack("<I", 9) + b"metadata!"
    pack = zstandard.ZstdCompressor().compress
    found = read(skip + pack(warc()) + skip + pack(warc(number=2)))
    assert [page.source for page in found] == ["file#urn:uuid:1", "file#urn:uuid:2"]


def test_a_damaged_header_in_a_tar_is_told_and_the_rest_is_read() -> None:
    held = bytearray(tarred({"a.html": PAGE, "b.html": PAGE, "c.html": PAGE}))
    second = 512 + (len(PAGE) + 511) // 512 * 512
    held[second : second + 100] = b"\xff" * 100
    first, third, told = read(bytes(held))
    assert (first.source, third.source, error(told)) == ("file#a.html", "file#c.html", "damaged")


def test_a_tar_without_its_end_is_told() -> None:
    padded = (len(PAGE) + 511) // 512 * 512
    whole, told = read(tarred({"a.html": PAGE})[: 512 + padded])
    assert (whole.source, error(told)) == ("file#a.html", "damaged")


def test_names_in_a_tar_are_not_larger_than_names() -> None:
    bomb = io.BytesIO()
    with tarfile.open(fileobj=bomb, mode="w", format=tarfile.GNU_FORMAT) as archive:
        archive.addfile(tarfile.TarInfo("n" * 5_000_000))
    found = read(gzip.compress(bomb.getvalue()))
    assert error(found[-1]) == "damaged"
    assert all(len(each.source) < 200 for each in found)


def test_a_page_by_another_name_in_a_zip() -> None:
    found = read(
        zipped({"page.xml": PAGE, "style.css": b"p { }", "script.js": b"let a", "dot.png": b"\x89PNG"})
    )
    assert [page.source for page in found] == ["file#page.xml"]


def test_the_self_extracting_page_has_the_limit_of_a_page() -> None:
    bomb = b"<html data-sfz>" + zipped({"index.html": b" " * 5_000_000})
    (found,) = read(bomb, limit=1_000_000)
    assert error(found) == "too-large"


def test_mhtml_of_a_page_alone() -> None:
    head = b"MIME-Version: 1.0\r\nContent-Type: text/html; charset=utf-8\r\n"
    coded = b"Content-Transfer-Encoding: quoted-printable\r\n\r\n" + quopri.encodestring(PAGE)
    for before in (b"", b"\xef\xbb\xbf", b"\r\n"):
        assert (
            record_of(only(before + head + coded))["headline"] == "The Quiet Ports Nobody Bothered to Close"
        )


def test_a_date_beyond_all_dates_is_none() -> None:
    late = mhtml(MAIN).replace(b"-0000", b"+99999999999999999")
    assert only(late).saved_at is None


@pytest.mark.parametrize(
    ("head", "name"),
    [
        (b"%PDF-1.7\n", "a PDF"),
        (b"7z\xbc\xaf\x27\x1c\x00\x04", "a 7z archive"),
        (b"Rar!\x1a\x07\x01\x00", "a RAR archive"),
        (b"\x00\x00\x00\x20ftypavif\x00", "a media file"),
        (b"{\\rtf1\\ansi", "an RTF document"),
        (b"SQLite format 3\x00\x10", "a database"),
    ],
)
def test_binaries_are_refused_by_name(head: bytes, name: str) -> None:
    page = only(head + b"\x00\xff" * 40)
    with pytest.raises(errors.BinaryInput, match=f"^-: {name}, not a web page$"):
        extract(page.content)


def test_a_page_in_a_declared_chinese_encoding() -> None:
    page = (FIXTURES / "site-2026" / "qa-zh" / "page.html").read_text(encoding="utf-8")
    for codec in ("gb18030", "gbk"):
        coded = page.encode(codec, "xmlcharrefreplace")
        record = record_of(
            only(warc(coded, http=HTML.replace(b"text/html", b"text/html; charset=" + codec.encode())))
        )
        assert (record["warnings"], record["language"]) == ([], "zh")


REPLAYED = PAGE.replace(b'rel="canonical"', b'rel="shortlink"').replace(b'property="og:url"', b'property="x"')
WOMBAT = b"""<script>__wm.wombat("https://carnegieendowment.org/x","20240102030405","https://web.archive.org/","web");"""


def test_what_a_replay_without_a_canonical_link_says() -> None:
    record = record_of(only(REPLAYED.replace(b"<head>", b"<head>" + WOMBAT + b"</script>")))
    assert (record["url"], record["saved_at"]) == ("https://carnegieendowment.org/x", "2024-01-02T03:04:05Z")
    link = b'<link rel="stylesheet" href="/web/20240102030405cs_/https://carnegieendowment.org/x.css">'
    assert (
        record_of(only(REPLAYED.replace(b"<head>", b"<head>" + link)))["saved_at"] == "2024-01-02T03:04:05Z"
    )


def test_a_link_to_an_archived_page_is_no_stamp() -> None:
    link = b'<a href="https://web.archive.org/web/20190102030405/https://example.org/">a copy</a></p>'
    assert record_of(only(PAGE.replace(b"</p>", link, 1)))["saved_at"] is None


# Laws.


def seeds() -> Iterator[bytes]:
    yield from PACKED.values()
    yield from (zipped({"a.html": PAGE}), tarred({"a.html": PAGE}), warc() + warc(), mhtml(CSS, MAIN))
    yield (SAVED / "webarchive-binary" / "site-2026.qa-ru.webarchive").read_bytes()


SEEDS = tuple(seeds())


@given(st.sampled_from(SEEDS), st.randoms(use_true_random=False), st.integers(0, 12), st.booleans())
def test_damaged_containers_give_pages_or_our_errors(
    seed: bytes, chance: random.Random, hits: int, cut: bool
) -> None:
    file = bytearray(seed[: chance.randrange(len(seed))] if cut else seed)
    for _ in range(hits if file else 0):
        file[chance.randrange(len(file))] = chance.randrange(256)
    for found in read(bytes(file), limit=2**20):
        assert isinstance(found, SavedPage | ExtractionError)


@given(st.binary(max_size=600), st.sampled_from([b"", *(seed[:40] for seed in SEEDS)]))
def test_any_bytes_give_pages_or_our_errors(tail: bytes, head: bytes) -> None:
    for found in read(head + tail, limit=2**16):
        assert isinstance(found, SavedPage | ExtractionError)


def test_every_form_has_a_fixture() -> None:
    shown = {form_of(path.read_bytes()[:4096], path.name) for path in FILES} - {None}
    missing = [form.name for form in FORMS if form not in shown]
    assert not missing, f"make a fixture of each form in tests/make_saved.py: {missing}"


def test_every_error_of_a_file_is_one_of_ours() -> None:
    assert issubclass(errors.UnreadableFile, ExtractionError)


# What the page itself says of its copy.


def test_the_stamp_of_a_raw_copy_stands_in_the_address_of_the_archive() -> None:
    bare = PAGE.replace(b'rel="canonical"', b'rel="shortlink"').replace(b'property="og:url"', b'property="x"')
    address = b"https://web.archive.org/web/20260301020304id_/https://carnegieendowment.org/posts/x"
    record = record_of(only(warc(bare, uri=address)))
    assert (record["url"], record["saved_at"]) == (
        "https://carnegieendowment.org/posts/x",
        "2026-03-01T02:03:04Z",
    )


def test_a_page_with_pictures_inlined_may_have_20_megabytes() -> None:
    saved = (SAVED / "single-file" / "site-2026.commentary-en.html").read_bytes()
    picture = b"<img src=data:image/png;base64," + b"iVBORw0K" * 2_500_000 + b">"
    record = record_of(only(saved.replace(b"<h2", picture + b"<h2", 1)))
    assert record["headline"] == "The Quiet Ports Nobody Bothered to Close"
    assert len(record["body"]) == 12


def test_a_member_that_does_not_fit_in_memory_costs_itself_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    read = Member.read

    def fail_once(self: Member) -> bytes:
        if self.name.startswith("legacy-blog"):
            raise MemoryError
        return read(self)

    monkeypatch.setattr(Member, "read", fail_once)
    for name in ("zip/pages.zip", "tar-gz/pages.tgz"):
        content = io.BytesIO((SAVED / name).read_bytes())
        found = list(pages(Member(content, name, name, rewinds=True)))
        failed = [each for each in found if isinstance(each, ExtractionError)]
        assert [type(error) for error in failed] == [errors.OutOfMemory]
        assert len(found) == len(CASES)
