"""Headers laid out as tables and lists of fields, and lines that say who published a piece."""

import pytest
from small_pages import BYLINE, DATE, LAST, MORE, PARAGRAPHS, PROSE, STRAY, current, headed, legacy, read

from carnegie_extract import NoArticle

TEXT = [PROSE, MORE, LAST]
ADDRESS_DAY = ("/2019/05/03/", "/2019/pieces/")

FIELDS = [
    "<table><tr><td>Author:</td><td>Ann Lee</td></tr><tr><td>Date:</td><td>May 3, 2004</td></tr></table>",
    "<table><tr><th>Author</th><td>Ann Lee</td></tr><tr><th>Published</th><td>May 3, 2004</td></tr></table>",
    "<table><tr><th>Date</th><td>May 3, 2004</td></tr><tr><th>Author</th><td>Ann Lee</td></tr></table>",
    "<table><tr><th>Publisher</th><td>Carnegie Endowment</td></tr><tr><th>Author</th><td>Ann Lee</td></tr>"
    "<tr><th>Date</th><td>May 3, 2004</td></tr></table>",
    "<dl><dt>Author</dt><dd>Ann Lee</dd><dt>Date</dt><dd>May 3, 2004</dd></dl>",
    "<dl><dt>Date:</dt><dd>May 3, 2004</dd><dt>By</dt><dd>Ann Lee</dd></dl>",
    "<table><tr><td>Author</td><td>Ann Lee</td></tr><tr><td>Date</td><td>May 3, 2004</td></tr></table>",
    "<table><tr><td>Type</td><td>Paper</td></tr><tr><td><b>Posted</b></td><td>May 3, 2004</td></tr>"
    "<tr><td><b>Author</b></td><td>Ann Lee</td></tr></table>",
    "<table><tr><td>Author</td><td>Ann Lee</td></tr></table><p>May 3, 2004</p>",
    "<table><tr><td>By Ann Lee</td><td>Policy Outlook</td><td>May 3, 2004</td></tr></table>",
    "<table><tr><td>By Ann Lee</td></tr><tr><td>May 3, 2004</td></tr></table>",
]


@pytest.mark.parametrize("fields", FIELDS)
@pytest.mark.parametrize("page", [legacy, current])
def test_fields_make_a_header(fields: str, page: object) -> None:
    record = read(legacy(header=fields) if page is legacy else current(PARAGRAPHS, header=fields))
    assert (record["byline"], record["date"], record["dek"]) == ("Ann Lee", "2004-05-03", None)
    assert record["body"] == TEXT


@pytest.mark.parametrize("role", ["presentation", "none"])
@pytest.mark.parametrize("blog", ["", "Diwan"])
def test_a_table_for_the_look_alone_holds_lines(role: str, blog: str) -> None:
    over = f'<table role="{role}"><tr><td>Testimony</td><td>{blog}</td></tr></table>'
    record = headed('<p>By <a href="/people/ann-lee">Ann Lee</a></p>', DATE, over=over)
    assert (record["type"], record["blog"]) == ("testimony", blog or None)


def test_names_stand_in_a_row_with_label_and_date_on_old_pages() -> None:
    row = "<table><tr><td>Ann Lee</td><td>Policy Outlook</td><td>May 3, 2004</td></tr></table>"
    record = read(legacy(header=row))
    assert (record["byline"], record["date"], record["type"]) == ("Ann Lee", "2004-05-03", "policy outlook")


@pytest.mark.parametrize(
    "table",
    [
        "<table><tr><th>Date</th><th>Boats</th></tr><tr><td>May 3, 2004</td><td>12</td></tr></table>",
        "<table><tr><td>May 3, 2004</td><td>12</td></tr><tr><td>May 4, 2004</td><td>14</td></tr></table>",
        "<table><tr><th>Pier</th><td>6</td></tr><tr><th>Quay</th><td>9</td></tr></table>",
        "<table><tr><td>Pier</td><td>6</td><td>Quay</td></tr></table>",
        "<table><tr><td>Author</td><td>Pages</td></tr><tr><td>Ann Lee</td><td>40</td></tr></table>",
    ],
)
def test_tables_of_data_are_none(table: str) -> None:
    with pytest.raises(NoArticle):
        read(legacy("<p>Salt.</p>", header=table).replace(*ADDRESS_DAY))
    record = read(legacy(f"<p>{PROSE}</p>{table}<p>{MORE}</p><p>{LAST}</p>"))
    assert record["body"] == TEXT


@pytest.mark.parametrize(
    "line", ["Ann Lee | Op-Ed | Harbor Gazette", "Ann Lee · Op-Ed", "Ann Lee • Op-Ed • Gazette"]
)
def test_bars_divide_names_and_label_in_one_text(line: str) -> None:
    record = read(legacy(header=f"<p>{line}</p><p>May 3, 2019</p>"))
    assert (record["byline"], record["type"], record["dek"]) == ("Ann Lee", "op-ed", None)
    assert (record["date"], record["body"]) == ("2019-05-03", TEXT)


@pytest.mark.parametrize("line", ["Salt | Harbors | Trade", "What it costs | and who pays"])
def test_bars_without_a_label_divide_nothing(line: str) -> None:
    record = read(legacy(header=f"<p>{line}</p><p>By Ann Lee</p><p>May 3, 2019</p>"))
    assert (record["type"], record["byline"], record["dek"]) == (None, "Ann Lee", line)


@pytest.mark.parametrize(
    "line", ["Published by Ann Lee", "Published by Harbor Gazette", "Published by: Salt Press"]
)
@pytest.mark.parametrize("date", ["<p>May 3, 2019</p>", ""])
def test_who_published_a_piece_is_neither_author_nor_label_nor_dek(line: str, date: str) -> None:
    text = f"{line}, May 3, 2019" if not date else line
    for page in (legacy(header=f"<p>{text}</p>{date}"), current(PARAGRAPHS, header=f"<p>{text}</p>{date}")):
        record = read(page)
        assert (record["byline"], record["dek"], record["authors"]) == (None, None, [])
        assert (record["date"], record["body"]) == ("2019-05-03", TEXT)


@pytest.mark.parametrize("between", [" on ", ", ", " | "])
def test_people_who_published_a_piece_are_its_authors(between: str) -> None:
    line = f'<p>Published by <a href="/people/ann-lee">Ann Lee</a>{between}May 3, 2019</p>'
    for page in (legacy(header=line), current(PARAGRAPHS, header=line, over="")):
        record = read(page)
        assert (record["byline"], record["date"], record["type"]) == ("Ann Lee", "2019-05-03", None)


def beside_column(column: str, header: str = "", tag: str = "div") -> str:
    """A page with a column before the one of label, headline and text."""
    page = current(f"{PARAGRAPHS}</div>", over="", header=header)
    return page.replace("<h1>", f"<{tag}>{column}</{tag}><div><div>Paper</div><h1>")


OTHER_PIECES = {
    "linked heading": "<h3><a href='/x'>Salt of the Coast</a></h3>",
    "linked title": "<a href='/x'>Salt of the Coast</a>",
    "teaser": f"<p>{STRAY}</p>",
}


@pytest.mark.parametrize("title", OTHER_PIECES)
def test_the_names_of_another_piece_before_the_headline_are_not_its_own(title: str) -> None:
    column = f"{OTHER_PIECES[title]}<p>By Bo Ray</p><p>June 16, 2026</p>"
    record = read(beside_column(column, f"{DATE}"))
    assert (record["byline"], record["date"]) == (None, "2019-05-03")
    own = read(beside_column(column, BYLINE + DATE))
    assert (own["byline"], own["date"]) == ("Ann Lee", "2019-05-03")


RELATIVE = {
    "alone": ["<time datetime='2026-05-06'>3 days ago</time>", BYLINE],
    "behind a label": [BYLINE, "<p>Published <time datetime='2026-05-06T10:00:00Z'>yesterday</time></p>"],
    "a paragraph": [BYLINE, "<p><time datetime='2026-05-06'><b>Wednesday</b></time></p>"],
    "behind the names": [
        "<p>By <a href='/people/ann-lee'>Ann Lee</a> · <time datetime='2026-05-06'>3d</time></p>"
    ],
    "beside an update": [
        BYLINE,
        "<p>Updated <time datetime='2026-05-09'>an hour ago</time></p>",
        "<p><time datetime='2026-05-06'>3 days ago</time></p>",
    ],
}


@pytest.mark.parametrize("form", RELATIVE)
def test_a_date_that_is_shown_by_what_has_passed_since_is_that_of_its_element(form: str) -> None:
    record = headed(*RELATIVE[form])
    assert (record["byline"], record["date"], record["dek"]) == ("Ann Lee", "2026-05-06", None)
    assert (record["body"], record["warnings"]) == (TEXT, [])


def test_a_day_that_the_text_tells_of_is_not_its_date() -> None:
    told = "On <time datetime='1990-05-03'>that day</time> the boats came back to the old quay of the town."
    record = headed(BYLINE, f"<p>{told}</p>")
    assert (record["date"], record["warnings"]) == (None, ["no-date"])
