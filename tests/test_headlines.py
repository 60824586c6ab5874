"""Headlines that no heading of the first rank holds, or where the site's name stands in such a one."""

from collections.abc import Mapping
from typing import Any

import pytest
from small_pages import ADDRESS, LAST, MORE, PROSE, read

from carnegie_extract import NoArticle, extract

SITE = "Carnegie Endowment for International Peace"
TEXT = f"<p>{PROSE}</p><p>{MORE}</p><p>{LAST}</p>"


def page(main: str, title: str = SITE) -> Mapping[str, Any]:
    address = f'<link rel="canonical" href="{ADDRESS}">'
    return read(f"<html><head><title>{title}</title>{address}</head><body>{main}</body></html>")


def check(record: Mapping[str, Any]) -> None:
    assert (record["headline"], record["date"]) == ("Harbor Lights", "2003-05-03")
    assert ([author["name"] for author in record["authors"]], record["body"]) == (
        ["Ann Lee"],
        [PROSE, MORE, LAST],
    )


@pytest.mark.parametrize("name", ["title", "Headline", "hed", "big title"])
@pytest.mark.parametrize(
    "header",
    [
        '<span class="{}">Harbor Lights</span><br><span>By Ann Lee</span><br><span>May 3, 2003</span>',
        '<div class="{}">Harbor Lights</div><div>By Ann Lee</div><div>May 3, 2003</div>',
        '<p class="{}"><font size="4">Harbor Lights</font></p><p>By Ann Lee<br>May 3, 2003</p>',
    ],
)
@pytest.mark.parametrize(
    "cell", ["{}", "<table><tr><td><table><tr><td>{}</td></tr></table></td></tr></table>"]
)
def test_a_class_names_the_headline(name: str, header: str, cell: str) -> None:
    check(page(cell.format(header.format(name) + TEXT)))


@pytest.mark.parametrize(
    "over",
    [
        '<div class="title">Harbor News</div>',
        '<div class="title">Carnegie</div>',
        '<form><div class="title">Harbor News</div></form>',
    ],
)
def test_the_last_one_over_the_date_is_the_headline(over: str) -> None:
    check(page(f'{over}<div class="title">Harbor Lights</div><p>By Ann Lee</p><p>May 3, 2003</p>{TEXT}'))


@pytest.mark.parametrize("name", ["subtitle", "title-bar", "titled"])
def test_other_classes_name_no_headline(name: str) -> None:
    with pytest.raises(NoArticle, match="no headline"):
        page(f'<div class="{name}">Harbor Lights</div><p>By Ann Lee</p><p>May 3, 2003</p>{TEXT}')


def test_a_class_says_less_than_a_heading_or_the_title() -> None:
    other = '<div class="title">Harbor News</div><p>By Ann Lee</p><p>May 3, 2003</p>'
    check(page(f"<h1>Harbor Lights</h1>{other}{TEXT}"))
    check(page(f"<b>Harbor Lights</b><br>{other}{TEXT}", f"Harbor Lights - {SITE}"))


@pytest.mark.parametrize(
    "site", ["Carnegie", SITE, "Carnegie Europe", "Diwan", '<a href="/">Carnegie</a>', "Карнеги"]
)
@pytest.mark.parametrize("heading", ["h2", "h3"])
@pytest.mark.parametrize("title", [SITE, "Carnegie", "Harbor Lights and Other Notes"])
@pytest.mark.parametrize(
    "byline", ["<p>By Ann Lee</p><p>May 3, 2003</p>", "<p>May 3, 2003</p><p>By Ann Lee</p>"]
)
def test_the_site_is_the_first_heading(site: str, heading: str, title: str, byline: str) -> None:
    check(page(f"<header><h1>{site}</h1></header><{heading}>Harbor Lights</{heading}>{byline}{TEXT}", title))


@pytest.mark.parametrize("when", ["May 3, 2003", "May 3, 2003 | Op-Ed"])
def test_a_heading_over_a_date_is_the_headline(when: str) -> None:
    names = '<p><a href="/experts/1">Ann Lee</a></p>'
    check(page(f"<h1>Carnegie</h1><h3>Harbor Lights</h3>{names}<p>{when}</p>{TEXT}"))


@pytest.mark.parametrize("title", ["Carnegie, a Life", "The Diwan of Old"])
def test_a_headline_that_only_begins_so_is_one(title: str) -> None:
    assert (
        page(f"<h1>{title}</h1><h2>Salt</h2><p>By Ann Lee</p><p>May 3, 2003</p>{TEXT}")["headline"] == title
    )


def test_an_article_may_have_the_name_of_the_endowment() -> None:
    main = f"<h1>Carnegie</h1><p>By Ann Lee</p><p>May 3, 2003</p>{TEXT}"
    assert extract(f'<link rel="canonical" href="{ADDRESS}">{main}'.encode()).headline == "Carnegie"


APART = [
    "<div><span>Harbor Lights</span><br><span>Ann Lee, Op-Ed, May 3, 2003</span></div>",
    '<p><span>Harbor Lights</span><br><a href="/experts/5">Ann Lee</a> Op-Ed, May 3, 2003</p>',
    "<center>Harbor Lights<br>By Ann Lee<br>May 3, 2003</center>",
]


@pytest.mark.parametrize("header", APART)
@pytest.mark.parametrize("title", [f"Harbor Lights | {SITE}", "Print: Harbor Lights"])
def test_the_title_names_the_first_words_of_a_line(header: str, title: str) -> None:
    path = '<p><a href="/">Home</a> &raquo; Harbor Lights</p>'
    check(page(f"{path}{header}{TEXT}", title))
    with pytest.raises(NoArticle, match="no headline"):
        page(f"{path}{header.replace('Lights', 'News')}{TEXT}", title)


LOUD = [
    "<b>Harbor Lights</b><br>By Ann Lee<br>May 3, 2003<br><br>",
    '<font size="5">Harbor Lights</font><br><i>By Ann Lee</i><br>Policy Brief, May 3, 2003<br><br>',
    "<p><b>Harbor Lights</b></p><p>By Ann Lee</p><p>May 3, 2003</p>",
]


@pytest.mark.parametrize("header", LOUD)
def test_one_loud_line_over_byline_and_date_is_the_headline(header: str) -> None:
    over = '<p><b>Carnegie Endowment for International Peace</b></p><div><a href="/p">Print</a></div>'
    check(page(f"{over}{header}{TEXT}", "Print Version"))
    for other in (header * 2, header.replace("<b>", "<u>").replace("<font", "<u")):
        with pytest.raises(NoArticle, match="no headline"):
            page(f"{over}{other}{TEXT}", "Print Version")


def test_a_month_below_a_loud_line_is_a_date_too() -> None:
    header = "<b>Harbor Lights</b><br><i>Ann Lee, Bo Ray</i><br>Policy Brief, May 2003<br><br>"
    record = page(f"{header}{TEXT}", "Print Version")
    assert (record["headline"], record["byline"]) == ("Harbor Lights", "Ann Lee, Bo Ray")


LOUD_HEADERS = {
    "label and hours": (
        '<font size="1">EVENT</font><br><font size="5">Harbor Lights</font><br>'
        "<b>Saturday, May 3, 2003</b><br>By Ann Lee<br><br>"
    ),
    "names": "<font size=5><b>Harbor Lights</b></font><br><b>Ann Lee</b><br><font size=2>May 3, 2003</font><br><br>",
    "series": "<b>Policy Brief 12</b><br><b>Harbor Lights</b><br><b>By Ann Lee</b><br>May 3, 2003<br><br>",
}


@pytest.mark.parametrize("header", LOUD_HEADERS)
def test_other_lines_of_a_header_may_be_loud_too(header: str) -> None:
    check(page(f"<table><tr><td>{LOUD_HEADERS[header]}{TEXT}</td></tr></table>", "Print Version"))


MENU = '<p><b>By Region</b></p><a href="/topic/?id=1">Africa</a><p><b>By Topic</b></p><a href="/topic/?id=2">Trade</a>'


@pytest.mark.parametrize(
    ("header", "title"),
    [
        ("<p>Harbor Lights<br><span>On the pay of the crews.</span></p>", f"Harbor Lights - {SITE}"),
        ("<h3>Harbor Lights</h3>", "Print Version"),
        ("<p><b>Harbor Lights</b></p>", "Print Version"),
    ],
)
def test_a_menu_that_opens_with_by_is_not_a_header(header: str, title: str) -> None:
    check(page(f"<table><tr><td>{MENU}<td>{header}<p>By Ann Lee</p><p>May 3, 2003</p>{TEXT}</table>", title))


@pytest.mark.parametrize(
    ("title", "label"),
    [
        (f"{SITE}: Testimony", "Testimony"),
        ("Congressional Testimony - Carnegie Europe", "Congressional Testimony"),
        ("Московский Центр Карнеги: Брифинг", "Брифинг"),
    ],
)
@pytest.mark.parametrize(
    "header", ["<p>{}</p><h3>Harbor Lights</h3>", "<h4>{}</h4><p><b>Harbor Lights</b></p>"]
)
def test_a_label_in_the_title_names_no_headline(title: str, label: str, header: str) -> None:
    record = page(f"{header.format(label)}<p>By Ann Lee</p><p>May 3, 2003</p>{TEXT}", title)
    check(record)
    assert record["type"] == label.casefold()


def test_a_headline_that_is_a_label_is_one_where_nothing_else_can_be() -> None:
    record = page(f"<p>Testimony</p><p>By Ann Lee</p><p>May 3, 2003</p>{TEXT}", f"{SITE}: Testimony")
    assert (record["headline"], record["byline"]) == ("Testimony", "Ann Lee")
