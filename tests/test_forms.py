"""The forms that pages are saved in: each gives the record that the bare page gives."""

import gzip
import json
import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from containers import CSS, MAIN, PACKED, PAGE, error, mhtml, only, read, record_of, tarred, warc, zipped
from corpus import SAVED, Record, cases
from hypothesis import given
from hypothesis import strategies as st
from make_saved import CASES, address_of, name_of

from carnegie_extract import ExtractionError, OtherSite, extract
from carnegie_extract.base import errors
from carnegie_extract.forms import FORMS, MAX_DEPTH, form_of
from carnegie_extract.forms.member import Found, SavedPage, size

NOTES: dict[str, dict[str, Any]] = json.loads((SAVED / "notes.json").read_text(encoding="utf-8"))
BARE = {case.id: case.expected for case in cases() if case.id in CASES}
FILES = sorted(path for path in SAVED.glob("*/*") if path.is_file())
ARCHIVES = {"wget-warc", "wget-warc-gz", "warcio-warc", "wacz", "zip", "tar", "tar-gz"}
ARCHIVES |= {"mbox", "har", "json-lines", "csv"}
DATED = {"chromium-mhtml", "single-file", "wget-warc", "wget-warc-gz", "warcio-warc", "wacz", "pywb"}
WITHOUT_WORDS = ("legacy-blog", "carnegie-ru", "politika-2022")
"""Layouts whose headers say neither "By" nor "Published" nor a type: no text shows what is what."""
WITHOUT_LISTS = ("legacy-publication", "legacy-report")
"""Layouts that list date and type; browsers save no lists."""
CARD = " The Dockers’ Second Strike How a quarrel about gloves ended with open books."
"""A card amid a text, which no text tells from the lines around it."""
DATED |= {"single-file-zip", "single-file-bare-zip", "wayback", "mail", "mbox", "har"}


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
    unknown = WITHOUT_WORDS if form != "chromium-text" else WITHOUT_WORDS + WITHOUT_LISTS
    if "markup" in NOTES[form]["lost"] and path.name.startswith(unknown):
        with pytest.raises((errors.NotHtml, errors.NoArticle)):
            record_of(found[0])
        return
    assert len(found) == (len(CASES) if form in ARCHIVES else 1)
    for page in found:
        record = record_of(page)
        expected = as_saved(bare(page), form)
        if "markup" in NOTES[form]["lost"]:
            record["body"] = " ".join(record["body"]).replace(CARD, "")
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
    assert str(crawled.source).startswith("crawl.wacz#archive/crawl.warc.gz#urn:uuid:")
    (mail,) = read(SAVED / "chromium-mhtml" / "site-2026.qa-ru.mhtml")
    assert mail.source == "site-2026.qa-ru.mhtml"


@pytest.mark.parametrize("name", ["page.gz", "page", "page.html", "page.warc", "page.zip", "page.br"])
def test_the_name_is_only_a_hint(name: str) -> None:
    assert only(PAGE, name).content == PAGE
    for packed in PACKED.values():
        assert only(packed, name).content == PAGE


def test_text_in_any_encoding_is_not_brotli() -> None:
    text = "Слово за слово, и вот уже вечер. " * 40
    for codec in ("utf-8", "cp1251", "koi8-r", "utf-16", "utf-16-le"):
        assert only(text.encode(codec), "page.txt").content == text.encode(codec)


ELSEWHERE = "https://gazette.example/ports"
PARTS = b"Content-Type: text/html\r\nContent-Transfer-Encoding: 8bit\r\n\r\n" + PAGE


@pytest.mark.parametrize(
    "content",
    [
        warc(uri=ELSEWHERE.encode()),
        mhtml(PARTS, head=f"Snapshot-Content-Location: {ELSEWHERE}\r\n".encode()),
        json.dumps({"url": ELSEWHERE, "html": PAGE.decode()}).encode(),
    ],
    ids=["WARC", "MHTML", "JSON"],
)
def test_a_page_that_another_site_gave_is_that_site_s(content: bytes) -> None:
    found = only(content)
    assert found.url == ELSEWHERE
    with pytest.raises(OtherSite):
        record_of(found)


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


REPLAYED = PAGE.replace(b'rel="canonical"', b'rel="shortlink"').replace(b'property="og:url"', b'property="x"')
WOMBAT = b"""<script>__wm.wombat("https://carnegieendowment.org/x","20240102030405","https://web.archive.org/","web");"""


def test_what_a_replay_without_a_canonical_link_says() -> None:
    record = record_of(only(REPLAYED.replace(b"<head>", b"<head>" + WOMBAT + b"</script>")))
    assert (record["url"], record["saved_at"]) == ("https://carnegieendowment.org/x", "2024-01-02T03:04:05Z")
    link = b'<link rel="stylesheet" href="/web/20240102030405cs_/https://carnegieendowment.org/x.css">'
    assert (
        record_of(only(REPLAYED.replace(b"<head>", b"<head>" + link)))["saved_at"] == "2024-01-02T03:04:05Z"
    )


def test_a_link_to_an_archived_page_is_not_a_stamp() -> None:
    link = b'<a href="https://web.archive.org/web/20190102030405/https://example.org/">a copy</a></p>'
    assert record_of(only(PAGE.replace(b"</p>", link, 1)))["saved_at"] is None


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


def test_a_page_with_pictures_inlined_may_have_20_megabytes() -> None:
    saved = (SAVED / "single-file" / "site-2026.commentary-en.html").read_bytes()
    picture = b"<img src=data:image/png;base64," + b"iVBORw0K" * 2_500_000 + b">"
    record = record_of(only(saved.replace(b"<h2", picture + b"<h2", 1)))
    assert record["headline"] == "The Quiet Ports Nobody Bothered to Close"
    assert len(record["body"]) == 12
