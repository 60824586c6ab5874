"""Pages that stand as strings in JSON, HAR, CSV and what Python prints: read, and never taken for HTML."""

import base64
import csv
import gzip
import html
import io
import json
import re
import time
from pathlib import Path
from typing import Any

import pytest
from containers import Endless, error, only, read, record_of, zipped
from corpus import FIXTURES, SAVED, as_record, cases
from hypothesis import example, given
from hypothesis import strategies as st

from carnegie_extract import Article, ExtractionError, NotHtml, extract, extract_file
from carnegie_extract.base import errors
from carnegie_extract.formats.json_lines import encode
from carnegie_extract.forms import form_of, pages
from carnegie_extract.forms.member import Member, SavedPage

PAGE = (FIXTURES / "site-2026" / "qa-ru" / "page.html").read_bytes()
TEXT = PAGE.decode()
OTHER = (FIXTURES / "site-2026" / "commentary-en" / "page.html").read_text(encoding="utf-8")
EXPECTED = as_record(extract(PAGE))
ADDRESS = "https://carnegieendowment.org/x"
OBJECT = {"url": ADDRESS, "html": TEXT}


def same(page: object) -> None:
    assert isinstance(page, SavedPage), page
    record = record_of(page)
    assert {key for key in EXPECTED if record[key] != EXPECTED[key]} <= {"source", "saved_at"}


def har(*entries: dict[str, Any]) -> bytes:
    return json.dumps({"log": {"version": "1.2", "pages": [{"title": ADDRESS}], "entries": entries}}).encode()


def visited(
    text: str = TEXT, kind: str = "text/html; charset=utf-8", status: int = 200, **more: str
) -> dict[str, Any]:
    content = {"size": len(text), "mimeType": kind, "text": text, **more}
    return {
        "startedDateTime": "2026-02-18T12:00:00.123Z",
        "request": {"url": ADDRESS},
        "response": {"status": status, "content": content, "redirectURL": ""},
    }


BASE64 = base64.b64encode(PAGE).decode()
SHAPES: dict[str, Any] = {
    "address and html": OBJECT,
    "any key": {"id": 7, "page_url": ADDRESS, "raw": TEXT, "summary": "Short."},
    "html in an object": {"url": ADDRESS, "response": {"status": 200, "body": TEXT}},
    "html in an array": [OBJECT],
    "a bare string": TEXT,
    "an array of strings": [TEXT],
    "an address as the key": {ADDRESS: TEXT},
    "base64": {"url": ADDRESS, "body": BASE64, "encoding": "base64"},
    "base64 on lines": {"content": base64.encodebytes(PAGE).decode()},
    "a fragment beside the page": {"teaser": "<p>A short one.</p>", "html": TEXT},
}


@pytest.mark.parametrize("indent", [None, 1])
@pytest.mark.parametrize("ascii_only", [True, False])
@pytest.mark.parametrize("shape", SHAPES)
def test_json_of_any_shape_gives_the_page(shape: str, ascii_only: bool, indent: int | None) -> None:
    text = json.dumps(SHAPES[shape], indent=indent, ensure_ascii=ascii_only)
    for coded in (text.encode(), text.encode("utf-8-sig"), text.encode("utf-16"), b"\n " + text.encode()):
        for rewinds in (True, False):
            (page,) = read(coded, rewinds=rewinds)
            assert page.source == "file"
            same(page)


def test_what_a_container_says_of_a_page_is_in_its_record() -> None:
    page = only(json.dumps({**OBJECT, "fetched_at": "2026-02-18T12:00:00Z"}).encode())
    assert (page.url, page.saved_at) == (ADDRESS, "2026-02-18T12:00:00Z")
    logged = only(har(visited()))
    assert (logged.url, logged.saved_at) == (ADDRESS, "2026-02-18T12:00:00.123Z")


# HAR.


def test_the_pages_of_a_visit_are_read_and_nothing_else() -> None:
    file = har(
        visited(status=301, text=""),
        visited(),
        visited("<html><body>gone", status=404),
        visited(f"let page = `{OTHER}`", "text/javascript"),
        visited('<svg xmlns="http://www.w3.org/2000/svg"><title>x</title></svg>', "image/svg+xml"),
        visited(OTHER, "application/octet-stream"),
        visited(BASE64, encoding="base64"),
        visited(base64.b64encode(b"\x89PNG\r\n\x1a\n" + bytes(200)).decode(), "image/png", encoding="base64"),
    )
    found = read(file)
    assert [page.source for page in found] == ["file#1", "file#2"]
    for page in found:
        same(page)


def test_a_visit_behind_a_byte_order_mark() -> None:
    same(only(b"\xef\xbb\xbf" + har(visited())))


def test_a_visit_without_a_page_is_refused() -> None:
    (found,) = read(har(visited(status=500)))
    assert error(found) == "not-html"
    assert "JSON without a page in it" in str(found)


def test_a_visit_larger_than_a_page_may_be() -> None:
    (found,) = read(har(visited(), visited()), limit=len(PAGE))
    assert error(found) == "too-large"


# Lines.


def lines(*values: object, end: str = "\n") -> bytes:
    return "".join(json.dumps(value) + end for value in values).encode()


@pytest.mark.parametrize("end", ["\n", "\r\n", "\n\n"])
def test_pages_on_lines_go_by_the_number_of_the_line(end: str) -> None:
    found = read(lines(OBJECT, {"url": ADDRESS, "html": None}, OBJECT, end=end))
    step = end.count("\n")
    assert [page.source for page in found] == ["file#1", f"file#{1 + 2 * step}"]
    for page in found:
        same(page)


def test_one_line_is_one_page() -> None:
    assert only(lines(OBJECT)).source == "file"


def test_a_line_with_two_pages() -> None:
    found = read(lines(OBJECT, [TEXT, TEXT]))
    assert [page.source for page in found] == ["file#1", "file#2", "file#2.2"]


def test_an_array_with_an_element_on_each_line_is_read_by_line() -> None:
    file = "[\n" + ",\n".join(json.dumps(OBJECT) for _ in range(3)) + "\n]\n"
    found = read(file.encode(), limit=len(json.dumps(OBJECT)) + 10)
    assert [page.source for page in found] == ["file#2", "file#3", "file#4"]
    for page in found:
        same(page)


def test_objects_in_a_row_are_read_however_they_are_indented() -> None:
    found = read((json.dumps(OBJECT, indent=2) + "\n" + json.dumps(OBJECT, indent=2)).encode())
    assert [page.source for page in found] == ["file#1", "file#2"]


@pytest.mark.parametrize("place", [0, 1, 2])
def test_a_damaged_line_costs_itself_only(place: int) -> None:
    whole = lines(OBJECT, OBJECT, OBJECT).splitlines(keepends=True)
    whole[place] = whole[place][:3000] + b"\n"
    found = read(b"".join(whole))
    assert [each.source for each in found] == ["file#1", "file#2", "file#3"]
    assert [isinstance(each, SavedPage) for each in found] == [number != place for number in range(3)]
    assert error(found[place]) == "damaged"


@pytest.mark.parametrize("empty", [None, True, 200, -1.5, {}, []])
@pytest.mark.parametrize("page", [TEXT, OBJECT])
def test_a_line_with_a_mere_word_holds_no_page(empty: object, page: object) -> None:
    """A crawler writes null for a page that it did not get."""
    for values in (empty, page, page), (page, empty, page), (empty, empty, page, page, empty):
        found = read(lines(*values))
        assert [each.source for each in found] == [
            f"file#{number}" for number, value in enumerate(values, 1) if value is page
        ]
        same(found[0])
    same(only(lines(empty, page)))
    same(only(lines(page, empty)))


def test_a_line_that_is_too_large_costs_itself_only() -> None:
    large = {**OBJECT, "html": TEXT + "x" * 50_000}
    found = read(lines(OBJECT, OBJECT, large, OBJECT), limit=len(lines(OBJECT)))
    assert [each.source for each in found] == ["file#1", "file#2", "file#3", "file#4"]
    assert error(found[2]) == "too-large"


@pytest.mark.parametrize("packed", [False, True])
def test_lines_are_read_as_a_stream(packed: bool) -> None:
    piece = gzip.compress(lines(OBJECT)) if packed else lines(OBJECT)
    found = pages(Member(io.BufferedReader(Endless(piece)), "file", "file"))
    assert [next(found).source for _ in range(5)] == [f"file#{number}" for number in range(1, 6)]


# What is no JSON, and JSON that is something else.


def test_json_that_is_cut_off_is_not_guessed() -> None:
    for file in (json.dumps(OBJECT).encode(), har(visited()), json.dumps(OBJECT, indent=1).encode()):
        (found,) = read(file[: len(file) * 2 // 3])
        assert error(found) == "damaged"
        assert "JSON" in str(found)


@pytest.mark.parametrize("value", [{"a": 1}, [], [{}], {"url": ADDRESS}, {"html": "Access denied"}, ["<b>"]])
def test_json_without_a_page_is_refused_by_name(value: object) -> None:
    for file in (json.dumps(value).encode(), json.dumps(value, indent=1).encode(), lines(value, value)):
        for found in read(file):
            with pytest.raises(NotHtml):
                raise found if isinstance(found, ExtractionError) else refusal(found)


UNREADABLE = {
    "arrays in each other": "[" * 100_000 + "]" * 100_000,
    "objects in each other": '{"a":' * 100_000 + "1" + "}" * 100_000,
    "half a value": '{"a": 1, "b": [1, 2',
    "a list in Python, nested": "['a'," + "[" * 3_000 + "]" * 3_001,
    "a literal that is no more than a beginning": "b' <",
    "signs upon signs": "['a'," + "-" * 100_000 + "1]",
    "a sum without end": "['a'" + "+'a'" * 100_000 + "]",
    "a call": "['a', open('a')]",
}


@pytest.mark.parametrize("text", UNREADABLE.values(), ids=UNREADABLE)
def test_values_that_cannot_be_read_are_refused_by_name(tmp_path: Path, text: str) -> None:
    """What the file was taken for, and why no page was found in it, in words."""
    file = tmp_path / "file.json"
    file.write_text(text)
    name = "Python literal" if "'" in text else "JSON"
    for found in (*extract_file(file), refusal(SavedPage(text.encode(), "-"))):
        assert isinstance(found, NotHtml)
        assert found.reason.startswith(f"{name} that can't be read (")
        assert "): neither HTML nor the plain text of an article" in found.reason
        assert not re.search("[a-z]Error|<ast| at 0x", found.reason)
        assert "nests too deeply" in found.reason or not text.startswith(("[[", '{"a":{'))


@pytest.mark.parametrize("held", ["-" * 100_000 + "1", "open('a')"])
def test_damage_is_reported_in_words(held: str) -> None:
    (found,) = read(f"['<html>', {held}]".encode())
    assert error(found) == "damaged"
    assert not re.search("[a-z]Error|<ast| at 0x", str(found))


def refusal(page: SavedPage) -> ExtractionError:
    with pytest.raises(ExtractionError) as caught:
        extract(page.content)
    return caught.value


def test_records_of_this_tool_are_not_pages() -> None:
    record = encode(extract(PAGE).record())
    pretty = encode(extract(PAGE).record(), pretty=True)
    for file in (record, record * 3, pretty, pretty * 2, b"[" + record.strip() + b"]"):
        (found,) = read(file)
        refused = found if isinstance(found, ExtractionError) else refusal(found)
        assert refused.kind == "already-extracted"


def test_a_text_that_begins_with_a_metadata_block_is_a_text() -> None:
    case = next(case for case in cases() if not case.is_html and case.expected["metadata"])
    for indent in (None, 2):
        block = json.dumps(case.expected["metadata"], indent=indent)
        text = f"{block}\n{case.text}".encode()
        assert only(text).content == text
        assert record_of(only(text))["headline"] == case.expected["headline"]


def test_a_page_behind_a_brace_is_a_page() -> None:
    for page in (b'{"a": 1}\n' + PAGE, b"['a']" + PAGE, b"{'a': 1}" + PAGE):
        assert only(page).content == page


def test_json_beside_pages_in_an_archive_is_nothing_to_speak_of() -> None:
    record = encode(extract(PAGE).record())
    archive = zipped(
        {"page.html": PAGE, "index.json": b'{"a": 1}', "old.jsonl": record + record, "x.map": b"[1]"}
    )
    assert [each.source for each in read(archive)] == ["file#page.html"]
    assert [each.source for each in read(zipped({"pages.jsonl": lines(OBJECT, OBJECT)}))] == [
        "file#pages.jsonl#1",
        "file#pages.jsonl#2",
    ]


def test_odd_json_is_read_as_most_programs_do() -> None:
    page = only(json.dumps({"score": float("nan"), **OBJECT}).encode())
    same(page)
    half = only(json.dumps({"html": TEXT.replace("</title>", " \ud83d</title>")}).encode())
    assert record_of(half)["warnings"] == ["bytes-replaced"]


def test_hostile_json_ends() -> None:
    start = time.process_time()
    for file in (
        b'{"a":' * 50_000,
        b"[" * 5_000_000,
        b'["' + b"[],[]," * 10,
        b"[[],[" + b"[]," * 250_000,
        b'"<' + b'"' * 250_000,
        b'{"html": "' + b" " * 750_000,
        b"{'a':" * 25_000,
        b"b'<" + b"\\x" * 250_000,
        b'{"a":1}\n' * 12_500,
        b'<html><div class="line-gutter-backdrop">' + b'<td class="line-content">' * 50_000,
        b'<html><div class="line-gutter-backdrop"><td class="line-content">' + b"<" * 250_000,
        b'id,"html"\n"<html' + b'"' * 250_000,
    ):
        for found in read(file):
            assert isinstance(found, SavedPage | ExtractionError)
    assert time.process_time() - start < 4


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8) | st.just(TEXT),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=8,
)


@pytest.mark.parametrize("first", [None, True, -5, 0, "a-b"])
def test_lines_of_other_values_may_stand_above_a_page(first: object) -> None:
    (found,) = read(lines(first, first, TEXT))
    assert isinstance(found, SavedPage)
    assert found.content == PAGE


@pytest.mark.parametrize("name", ["0", '"html"'])
def test_a_table_of_one_column_is_csv(name: str) -> None:
    quoted = TEXT.replace('"', '""')
    (found,) = read(f'{name}\n"{quoted}"\n'.encode())
    assert isinstance(found, SavedPage)
    assert found.content == PAGE


@given(st.lists(JSON, min_size=1, max_size=4), st.booleans())
@example([None, TEXT], True)
def test_sources_are_unique_and_pages_whole(values: list[Any], by_line: bool) -> None:
    file = lines(*values) if by_line else json.dumps(values).encode()
    found = read(file)
    whole = [each for each in found if isinstance(each, SavedPage) and each.content != file]
    assert len({each.source for each in whole}) == len(whole)
    assert all(each.content == PAGE for each in whole)


# What Python prints.

PRINTED: dict[str, object] = {
    "bytes": PAGE,
    "bytes with both quotes": PAGE.replace(b"<body", b"<body data-x='\"'"),
    "a string": TEXT,
    "a dictionary": {"url": ADDRESS, "html": TEXT},
    "a dictionary of bytes": {"url": ADDRESS, "content": PAGE},
    "a list": [PAGE],
    "a tuple": (ADDRESS, TEXT),
    "bytes that are packed": gzip.compress(PAGE),
}


@pytest.mark.parametrize("value", PRINTED.values(), ids=PRINTED)
@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16"])
def test_what_python_prints_of_a_page_is_read(value: object, codec: str) -> None:
    page = only(f"{value!r}\n".encode(codec))
    assert page.source == "file"
    same(page)


def test_what_python_prints_on_several_lines() -> None:
    found = read(f"{PAGE!r}\n{PAGE!r}\n".encode())
    assert [page.source for page in found] == ["file#1", "file#2"]


def test_a_literal_that_is_cut_off_is_not_guessed() -> None:
    (found,) = read(repr(PAGE).encode()[:3000])
    assert error(found) == "damaged"


# Tables.


def table(*rows: tuple[str, ...], dialect: str = "excel", **how: Any) -> bytes:
    file = io.StringIO()
    csv.writer(file, dialect, **how).writerows(rows)
    return file.getvalue().encode()


@pytest.mark.parametrize("how", [{}, {"delimiter": ";"}, {"delimiter": "\t"}, {"quoting": csv.QUOTE_ALL}])
@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16"])
def test_the_pages_of_a_table_go_by_their_row(how: dict[str, Any], codec: str) -> None:
    rows = [("id", "url", "html"), ("1", ADDRESS, TEXT), ("2", ADDRESS, ""), ("3", ADDRESS, TEXT)]
    found = read(table(*rows, **how).decode().encode(codec))
    assert [page.source for page in found] == ["file#1", "file#3"]
    for page in found:
        same(page)
        assert isinstance(page, SavedPage)
        assert page.url == ADDRESS


def test_a_table_with_a_column_of_pages_alone() -> None:
    (page,) = read(table(("html",), (TEXT,)))
    same(page)


def test_a_column_whose_name_is_a_number() -> None:
    for name in ("0", "null"):
        (page,) = read(table((name,), (TEXT,)))
        same(page)


def test_a_line_above_a_page_is_not_a_table() -> None:
    for text in (b"saved page\n" + PAGE, b"Saved, by hand\n" + PAGE, b"a,b\n\n" + PAGE):
        assert form_of(text[:4096], "") is None


# Pages that are spelled out in a text of no known form.

_QUOTED = {
    "a status, and bytes as Python prints them": f"200\n{TEXT.encode()!r}",
    "bytearray": repr(bytearray(PAGE)),
    "a variable": f"var page = {json.dumps(OBJECT)};",
    "a callback": f"callback({json.dumps(OBJECT)});",
    "YAML": f"url: {ADDRESS}\nhtml: {json.dumps(TEXT)}",
    "JSON in JSON": json.dumps(json.dumps(OBJECT)),
    "a line of a log, and JSON": f"GET 200\n{json.dumps(OBJECT)}",
    "with line breaks": f"page = '\\n\\r\\n {TEXT!r}'",
}


@pytest.mark.parametrize("text", _QUOTED.values(), ids=_QUOTED)
def test_a_page_that_is_spelled_out_is_refused_by_name(text: str) -> None:
    """Read as HTML, it would give a record full of backslashes."""
    refused = refusal(only(text.encode()))
    assert isinstance(refused, NotHtml)
    assert refused.reason.startswith("a page inside quotation marks, ")


def test_a_page_below_the_header_of_an_answer_is_a_page() -> None:
    page = only(b'HTTP/1.1 200 OK\r\nETag: "a-b"\r\n\r\n' + PAGE)
    same(page)


# The view of a source.


def test_the_view_of_a_source_gives_the_page() -> None:
    view = (SAVED / "view-source" / "site-2026.qa-ru.html").read_bytes()
    assert only(view).content == PAGE
    shown = html.escape('<a href="x">&amp;</a>').replace("x", "<a>x</a>")
    row = f'<div class="line-gutter-backdrop"></div><td class="line-content"><span>{shown}</span></td>'
    assert only(row.encode()).content == b'<a href="x">&amp;</a>'


# In Python.


def test_files_of_these_forms_give_articles() -> None:
    for name, count in (("har/visit.har", 11), ("json-lines/pages.jl", 11), ("csv/pages.csv", 11)):
        assert sum(isinstance(each, Article) for each in extract_file(SAVED / name)) == count
    with pytest.raises(errors.Container, match="JSON"):
        extract(json.dumps(OBJECT).encode())


@pytest.mark.parametrize("indent", [None, 1])
@pytest.mark.parametrize("version", ["1", "1.1"])
def test_a_json_feed(version: str, indent: int | None) -> None:
    item = {"id": "1", "url": ADDRESS, "content_html": TEXT}
    feed = {"version": f"https://jsonfeed.org/version/{version}", "title": "Ports", "items": [item, item]}
    content = json.dumps(feed, indent=indent).encode()
    (found,) = read(content)
    assert error(found) == "feed"
