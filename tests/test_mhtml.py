"""MHTML and web archives: the main frame, encodings, damage."""

import base64
import plistlib
import quopri

import pytest
from containers import CSS, MAIN, PAGE, error, mhtml, only, read, record_of

FRAME = b"Content-Type: text/html\r\nContent-Location: https://ads.example/frame\r\n\r\n<p>frame</p>"


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


def test_mail_in_mail_in_mail_ends() -> None:
    nest = b"".join(
        b"Content-Type: multipart/related; boundary=b%d\r\n\r\n--b%d\r\n" % (number, number)
        for number in range(400)
    )
    (found,) = read(b"MIME-Version: 1.0\r\n" + nest)
    assert error(found) == "too-deep"


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
