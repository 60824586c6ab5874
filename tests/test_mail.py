"""Mail: what people send themselves, forward and export gives the record of the page in it."""

import base64
import io
import quopri
import time
from email.message import EmailMessage
from email.policy import SMTP
from pathlib import Path

import pytest
from containers import Endless, error, mhtml, only, read, record_of, zipped
from corpus import FIXTURES, SAVED, as_record

from carnegie_extract import ExtractionError, NotHtml, extract, extract_file
from carnegie_extract.forms import form_of, pages
from carnegie_extract.forms.member import Member, SavedPage

PAGE = (FIXTURES / "site-2026" / "qa-ru" / "page.html").read_bytes()
SAVED_MHTML = (SAVED / "chromium-mhtml" / "site-2026.qa-ru.mhtml").read_bytes()
EXPECTED = as_record(extract(PAGE))
TRACES = b"".join(
    b"Received: from mx%d.example.org by mx%d.example.org;\r\n\tWed, 18 Feb 2026 12:00:00 +0000 %s\r\n"
    % (number, number + 1, b"x" * 120)
    for number in range(40)
)


def mail(
    *, page: bytes | None = PAGE, coding: str = "quoted-printable", text: str = "See below."
) -> EmailMessage:
    message = EmailMessage(policy=SMTP)
    message["From"], message["To"] = "Ann <ann@example.org>", "ann@example.org"
    message["Subject"], message["Date"] = "Fwd: to read", "Wed, 18 Feb 2026 12:00:00 +0300"
    message.set_content(text)
    if page is not None:
        message.add_alternative(page.decode(), subtype="html", cte=coding)
    return message


def same(page: SavedPage) -> None:
    record = record_of(page)
    # MHTML has absolute links, and these pages were served by http.
    unlike = {key for key in EXPECTED if str(record[key]).replace("http:", "https:") != str(EXPECTED[key])}
    assert unlike <= {"source", "saved_at"}


@pytest.mark.parametrize("coding", ["quoted-printable", "base64", "8bit"])
def test_the_page_in_a_mail_is_read(coding: str) -> None:
    page = only(mail(coding=coding).as_bytes())
    same(page)
    assert (page.source, page.saved_at) == ("file", "2026-02-18T12:00:00+03:00")


def test_a_part_of_a_mail_saved_alone() -> None:
    fields = b"Content-Type: text/html; charset=utf-8\nContent-Transfer-Encoding: "
    same(only(fields + b"quoted-printable\n\n" + quopri.encodestring(PAGE)))
    same(only(fields + b"base64\n\n" + base64.encodebytes(PAGE)))


def test_a_page_in_another_charset() -> None:
    body = quopri.encodestring(PAGE.decode().encode("koi8-r", "xmlcharrefreplace"))
    head = b"From: a@example.org\r\nMIME-Version: 1.0\r\nContent-Type: text/html; charset=koi8-r\r\n"
    page = only(head + b"Content-Transfer-Encoding: quoted-printable\r\n\r\n" + body)
    assert page.charset == "koi8-r"
    same(page)


@pytest.mark.parametrize("before", [b"", TRACES, b"\xef\xbb\xbf", b"\r\n", b"Return-Path: <a@example.org>\n"])
@pytest.mark.parametrize("kind", ["mail", "mhtml"])
def test_headers_may_be_as_long_as_they_like(before: bytes, kind: str) -> None:
    same(only(before + (mail().as_bytes() if kind == "mail" else SAVED_MHTML)))


def test_blanks_that_a_gateway_left_at_line_ends_are_deleted() -> None:
    for left in (b" ", b"\t", b" \t  "):
        coded = SAVED_MHTML.replace(b"=\r\n", b"=" + left + b"\r\n")
        assert coded != SAVED_MHTML
        assert record_of(only(coded)) == record_of(only(SAVED_MHTML))
        head, _, body = mail().as_bytes().partition(b"\r\n\r\n")
        same(only(head + b"\r\n\r\n" + body.replace(b"=\r\n", b"=" + left + b"\r\n")))


def test_a_blank_that_is_coded_stays() -> None:
    head = b"Content-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n"
    assert only(mhtml(head + b"<pre>a=20\r\nb \r\n=41</pre>")).content == b"<pre>a \nb\nA</pre>"


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("page.html", PAGE),
        ("page.mhtml", SAVED_MHTML),
        ("pages.zip", zipped({"page.html": PAGE})),
        ("страница.html", PAGE),
    ],
)
def test_attached_pages_are_read(name: str, content: bytes) -> None:
    message = mail(page=None)
    message.add_attachment(content, maintype="application", subtype="octet-stream", filename=name)
    message.add_attachment(b"\x89PNG\r\n\x1a\n", maintype="image", subtype="png", filename="logo.png")
    message.add_attachment(b"p { }", maintype="application", subtype="octet-stream", filename="style.css")
    same(only(message.as_bytes()))


def test_several_pages_go_by_their_number() -> None:
    message = mail(page=b"<html><body><p>A note of mine.</p></body></html>")
    for _ in range(2):
        message.add_attachment(PAGE, maintype="text", subtype="html", filename="page.html")
    note, *attached = read(message.as_bytes())
    assert isinstance(note, SavedPage)
    assert note.of_archive
    for number, page in enumerate(attached, 2):
        assert isinstance(page, SavedPage)
        assert (page.source, page.saved_at) == (f"file#{number}", None)
        same(page)


def test_a_forwarded_mail_is_looked_into() -> None:
    message = mail(page=None)
    message.add_attachment(mail())
    same(only(message.as_bytes()))


def test_the_picture_beside_a_page_is_not_a_page() -> None:
    message = mail()
    (_, html) = message.iter_parts()
    assert isinstance(html, EmailMessage)
    html.add_related(b"\x89PNG\r\n\x1a\n", "image", "png", cid="<a@b>")
    same(only(message.as_bytes()))


def test_a_mail_without_a_page_is_refused() -> None:
    page = only(mail(page=None).as_bytes())
    with pytest.raises(NotHtml):
        extract(page.content)
    picture = EmailMessage(policy=SMTP)
    picture["From"] = picture["To"] = picture["Subject"] = "a@example.org"
    picture.set_content(b"\x89PNG\r\n\x1a\n", "image", "png")
    (found,) = read(picture.as_bytes())
    assert error(found) == "not-html"
    assert "mail" in str(found)


@pytest.mark.parametrize("text", ["See you on Monday.", "", "<b>Monday</b>"])
def test_a_mail_that_is_only_text_is_refused_by_name(tmp_path: Path, text: str) -> None:
    plain = tmp_path / "text.eml"
    plain.write_bytes(mail(page=None, text=text).as_bytes())
    several = tmp_path / "text.mbox"
    several.write_bytes(mbox(plain.read_bytes(), plain.read_bytes()).replace(b"\r\n", b"\n"))
    for found in (*extract_file(plain), *extract_file(several)):
        assert isinstance(found, NotHtml)
        assert found.reason.startswith("mail without a page in it: ")


@pytest.mark.parametrize("kind", ["text/html", "text/plain", "message/rfc822"])
def test_a_mail_of_very_many_parts_is_refused_at_once(kind: str) -> None:
    head = b"Subject: x\nFrom: a\nTo: b\nContent-Type: multipart/mixed; boundary=x\n\n"
    part = b"--x\nContent-Type: %s\n\n\n" % kind.encode()
    (found,) = read(head + part * 200_000 + b"--x--\n")
    assert error(found) == "too-large"
    assert "10,000 parts" in str(found)


@pytest.mark.parametrize("length", [0.3, 0.6, 0.9])
def test_a_mail_that_is_cut_off_is_not_guessed(length: float) -> None:
    whole = mail(text="Short.").as_bytes()
    (found,) = read(whole[: int(len(whole) * length)])
    assert error(found) == "damaged"


def test_an_unknown_coding_is_named() -> None:
    coded = mail().as_bytes().replace(b"quoted-printable", b"x-secret")
    (found,) = read(coded)
    assert (error(found), "x-secret" in str(found)) == ("damaged", True)


def test_mails_in_mails_in_mails_end() -> None:
    nest = b"".join(
        b"Subject: x\r\nContent-Type: multipart/mixed; boundary=b%d\r\n\r\n--b%d\r\n" % (number, number)
        for number in range(90)
    )
    (found,) = read(b"Received: x\r\n" + nest + b"Content-Type: text/html\r\n\r\n" + PAGE)
    assert error(found) in ("too-deep", "damaged")
    forwarded = b"Received: x\r\nContent-Type: message/rfc822\r\n\r\n" * 5000
    for found in read(forwarded):
        assert isinstance(found, SavedPage | ExtractionError)


@pytest.mark.parametrize(
    "text",
    [
        b"Commentary: the ports\n\nBy Ann Lee\n",
        b"From: the quiet ports\n\nPublished on Apr 23, 2026\n",
        b"<!doctype html>\nReceived: x\nFrom: a\nTo: b\nSubject: c\n",
        b"Subject: harbors\nFrom the start, to: the end\n",
    ],
)
def test_texts_that_look_a_little_like_mail_are_none(text: bytes) -> None:
    assert form_of(text, "page.txt") is None


# Mailboxes.


def mbox(*mails: bytes) -> bytes:
    return b"".join(b"From ann@example.org Wed Feb 18 12:00:00 2026\n" + each + b"\n\n" for each in mails)


def test_the_pages_of_a_mailbox_go_by_the_number_of_the_mail() -> None:
    whole = mail().as_bytes()
    found = read(mbox(whole, mail(page=None).as_bytes(), whole).replace(b"\r\n", b"\n"))
    assert [page.source for page in found] == ["file#1", "file#2", "file#3"]
    for page in (found[0], found[2]):
        assert isinstance(page, SavedPage)
        same(page)


def test_quoted_lines_of_a_mailbox_are_as_they_were() -> None:
    head = b"Subject: x\nFrom: a\nTo: b\nContent-Type: text/html; charset=utf-8\n\n"
    (page,) = read(mbox(head + b"<p>\n>From here\n>>From there</p>"))
    assert isinstance(page, SavedPage)
    assert page.content.split(b"\n")[1:3] == [b"From here", b">From there</p>"]


def test_a_mail_that_is_too_large_costs_itself_only() -> None:
    large = b"Subject: x\nFrom: a\nTo: b\n\n" + b"x" * 70 + b"\n"
    found = read(mbox(large + b"y\n" * 3000, large, large + b"y" * 5000), limit=1000)
    assert [each.source for each in found] == ["file#1", "file#2", "file#3"]
    assert [isinstance(each, SavedPage) for each in found] == [False, True, False]
    assert error(found[0]) == error(found[2]) == "too-large"


def test_a_mailbox_is_read_as_a_stream() -> None:
    file = io.BufferedReader(Endless(mbox(mail().as_bytes().replace(b"\r\n", b"\n"))))
    found = pages(Member(file, "file", "file"))
    assert [next(found).source for _ in range(5)] == [f"file#{number}" for number in range(1, 6)]


def test_many_header_lines_take_no_time() -> None:
    start = time.perf_counter()
    for line in (b"X-A: b\r\n", b" folded\r\n", b"Content-Type: text/html;\r\n"):
        for found in read(b"Received: x\r\n" + line * 100_000 + b"\r\n" + PAGE):
            assert isinstance(found, SavedPage | ExtractionError)
    assert time.perf_counter() - start < 20


def test_base64_of_a_page_in_mhtml_alone() -> None:
    head = b"MIME-Version: 1.0\r\nContent-Type: text/html; charset=utf-8\r\n"
    same(only(head + b"Content-Transfer-Encoding: base64\r\n\r\n" + base64.encodebytes(PAGE)))
