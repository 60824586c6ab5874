"""Zip and tar: names that lead outside, damage, and what is passed over."""

import gzip
import io
import random
import tarfile
import zipfile
from pathlib import Path
from typing import Any

import pytest
from containers import PACKED, PAGE, error, read, record_of, tarred, zipped
from corpus import SAVED
from make_saved import CASES

from carnegie_extract import ExtractionError
from carnegie_extract.base import errors
from carnegie_extract.forms import pages
from carnegie_extract.forms.member import Member


def test_a_bomb_in_a_zip_costs_itself_only() -> None:
    held = zipped({"bomb.html": b" " * 5_000_000, "page.html": PAGE})
    bomb, page = read(held, limit=1_000_000)
    assert (error(bomb), bomb.source) == ("too-large", "file#bomb.html")
    assert record_of(page)["headline"] == "The Quiet Ports Nobody Bothered to Close"


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


def test_a_tar_without_a_signature_is_recognized_by_its_sum() -> None:
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


def test_a_wrong_sum_is_reported() -> None:
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


def test_a_zip_without_its_directory_is_reported() -> None:
    (found,) = read(zipped({"a.html": PAGE})[:-100])
    assert error(found) == "damaged"


def test_an_encrypted_entry_is_reported() -> None:
    held = bytearray(zipped({"a.html": PAGE, "b.html": PAGE}))
    directory = held.rindex(b"PK\x01\x02", 0, held.rindex(b"PK\x01\x02"))
    held[directory + 8] |= 1
    locked, whole = read(bytes(held))
    assert (error(locked), whole.source) == ("encrypted", "file#b.html")
    assert str(locked) == "file#a.html: this entry is encrypted"


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


def test_a_damaged_header_in_a_tar_is_reported_and_the_rest_is_read() -> None:
    held = bytearray(tarred({"a.html": PAGE, "b.html": PAGE, "c.html": PAGE}))
    second = 512 + (len(PAGE) + 511) // 512 * 512
    held[second : second + 100] = b"\xff" * 100
    first, third, told = read(bytes(held))
    assert (first.source, third.source, error(told)) == ("file#a.html", "file#c.html", "damaged")


def test_a_tar_without_its_end_is_reported() -> None:
    padded = (len(PAGE) + 511) // 512 * 512
    whole, told = read(tarred({"a.html": PAGE})[: 512 + padded])
    assert (whole.source, error(told)) == ("file#a.html", "damaged")


def test_names_in_a_tar_are_not_larger_than_names() -> None:
    bomb = io.BytesIO()
    with tarfile.open(fileobj=bomb, mode="w", format=tarfile.GNU_FORMAT) as archive:
        archive.addfile(tarfile.TarInfo("n" * 5_000_000))
    found = read(gzip.compress(bomb.getvalue()))
    assert error(found[-1]) == "damaged"
    assert all(len(str(each.source)) < 200 for each in found)


def test_a_page_by_another_name_in_a_zip() -> None:
    found = read(
        zipped({"page.xml": PAGE, "style.css": b"p { }", "script.js": b"let a", "dot.png": b"\x89PNG"})
    )
    assert [page.source for page in found] == ["file#page.xml"]


def test_the_self_extracting_page_has_the_limit_of_a_page() -> None:
    bomb = b"<html data-sfz>" + zipped({"index.html": b" " * 5_000_000})
    (found,) = read(bomb, limit=1_000_000)
    assert error(found) == "too-large"


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
