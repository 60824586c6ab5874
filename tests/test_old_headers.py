"""Headers of the sites before mid-2024, each kind of trouble in several shapes."""

import re

import pytest
from small_pages import ADDRESS, BYLINE, DATE, LAST, MORE, PROSE, legacy

from carnegie_extract import Article, extract

TEXT = [PROSE, MORE, LAST]
DEK = "What the lights cost the towns of the coast."
WHO = '<div class="post-author"><a href="/experts/12">Ann Lee</a></div>'
ITEMS = "<ul><li>May 3, 2019</li><li>Article</li></ul>"
SUMMARY = '<div class="zone-title__summary">{}</div>'


def read(*lines: str) -> Article:
    return extract(legacy(header="".join(lines)).encode())


def post(names: str, dek: str = "") -> Article:
    """A post of a blog: the names stand above the dek, the date below."""
    dated = "<ul><li><div>May 03, 2019</div></li></ul>"
    header = f'<div class="meta"><div>{names}</div><div><div>{dek}</div>{dated}</div></div>'
    logo = '<div class="blog-post"><a href="/diwan" class="blog-zone-title__logo">Diwan</a>'
    return extract(legacy(over=logo, header=header).encode())


def check(article: Article, *names: str, dek: str | None = None) -> None:
    assert ([author.name for author in article.authors], article.dek) == (list(names), dek)
    assert (article.date, article.body) == ("2019-05-03", TEXT)


@pytest.mark.parametrize(
    "outlet",
    [
        "<p>Harbor Gazette</p>",
        "<p><em>Old Quay Review of Letters</em></p>",
        '<div><a href="http://www.example.org/x">Harbor Gazette</a></div>',
        "<p>Независимая газета</p>",
    ],
)
def test_the_outlet_is_not_a_dek(outlet: str) -> None:
    for lines in ((BYLINE, outlet), (BYLINE, outlet, DATE), (BYLINE, DATE, outlet)):
        check(read(*lines), "Ann Lee")


LISTS = [
    ("May 3, 2019", "Op-Ed", "Harbor Gazette"),
    ("Op-Ed", "Harbor Gazette", "May 3, 2019"),
    ("Tide Brief", "May 3, 2019"),
    ("May 3, 2019", '<a href="/x">Tide Brief</a>', "Harbor Gazette"),
]


@pytest.mark.parametrize("items", LISTS)
@pytest.mark.parametrize("dek", [None, DEK])
def test_label_and_outlet_stand_in_the_list_of_the_date(items: tuple[str, ...], dek: str | None) -> None:
    listed = "".join(f"<li>{item}</li>" for item in items)
    article = read(WHO, f"<ul>{listed}</ul>", SUMMARY.format(dek) if dek else "")
    check(article, "Ann Lee", dek=dek)
    assert article.type == ("op-ed" if "Op-Ed" in items else "tide brief")


DEKS = [
    "A talk with Bo Ray on <a href='/x'><i>The Price of Salt</i></a>",
    "In a talk with <em>Diwan</em>, Bo Ray describes his first book.",
    "Mapmaker Bo Ray recalls <a href='/x'>the atlas</a> he drew",
    "<a href='/diwan/experts/9'>Bo Ray</a> talks about the harbor of his childhood.",
]


@pytest.mark.parametrize("dek", DEKS)
def test_a_dek_with_markup_and_without_a_full_stop(dek: str) -> None:
    text = re.sub("<[^>]*>", "", dek)
    check(post('<a href="/diwan/experts/1">Ann Lee</a>', dek), "Ann Lee", dek=text)
    check(read(WHO, ITEMS, SUMMARY.format(dek)), "Ann Lee", dek=text)


@pytest.mark.parametrize(
    "translations",
    [
        '{} <a href="/x">عربي</a>',
        '{} | <a href="/x">English</a> | <a href="/y">Русский</a>',
        '{} (<a href="/x">中文</a>)',
        '{} [<a href="/x">Français</a>]',
        '<a href="/x">English</a> | {}',
        '{} <a href="/x">Read in Russian</a>',
    ],
)
def test_links_to_translations_are_not_part_of_the_dek(translations: str) -> None:
    for dek in (DEK, DEK.rstrip(".")):
        check(read(WHO, ITEMS, SUMMARY.format(translations.format(dek))), "Ann Lee", dek=dek)


@pytest.mark.parametrize(
    "summary",
    [
        '<h4 class="visuallyhidden">Summary</h4><p>{}</p>',
        "<div><h3>Summary</h3><div><p>{}</p></div></div>",
        "<div><strong>Summary</strong><br>{}</div>",
        "<p><b>Summary: </b><i>{}</i></p>",
    ],
)
def test_the_label_summary_may_be_a_heading(summary: str) -> None:
    check(read(WHO, ITEMS, summary.format(DEK)), "Ann Lee", dek=DEK)


TOOLS = [
    '<div><strong>Related Media and Tools</strong><ul><li><a href="#">Print Page</a></li></ul></div>',
    '<ul><li><a href="#">Printer-friendly version</a></li><li><a href="#">Send to a friend</a></li></ul>',
    '<ul><li><a href="#">Google+</a></li><li><a href="#">Tweet</a></li></ul>',
]


@pytest.mark.parametrize("tools", TOOLS)
def test_tools_are_not_a_dek(tools: str) -> None:
    for lines in ((WHO, tools, ITEMS), (WHO, ITEMS, tools)):
        check(read(*lines), "Ann Lee")
    check(read(WHO, ITEMS, f"<div>{DEK}</div>", tools), "Ann Lee", dek=DEK)


LEE = '<a href="/diwan/experts/1">Ann Lee</a>'


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        (f"<div>Bo El Ray</div><div>{LEE}</div>", ["Bo El Ray", "Ann Lee"]),
        (f"<ul><li>Bo El Ray</li><li>and {LEE}</li></ul>", ["Bo El Ray", "Ann Lee"]),
        ("<ul><li>Bo El Ray</li><li>and Ann Lee</li></ul>", ["Bo El Ray", "Ann Lee"]),
        (f"<ul><li>Bo El Ray,</li><li>Cy Orr</li><li>{LEE}</li></ul>", ["Bo El Ray", "Cy Orr", "Ann Lee"]),
    ],
)
def test_guests_stand_before_others(names: str, expected: list[str]) -> None:
    check(post(names, DEK), *expected, dek=DEK)
    check(post(names), *expected)
    check(read(f"<div>{names}</div>", ITEMS), *expected)


@pytest.mark.parametrize(
    "beside", [f"<div>Harbor Gazette Online</div>{WHO}", f"<div>Bo Ray</div><p>{DEK}</p>"]
)
def test_what_stands_beside_a_name_in_a_larger_element_is_none(beside: str) -> None:
    article = read(f"<div>{beside}{ITEMS}</div>")
    assert len(article.authors) == 1


@pytest.mark.parametrize(
    "name",
    [
        '<a href="/experts/1"><span>Ann Lee</span><span>Senior Associate</span></a>',
        '<a href="/experts/1">Ann Lee<em>Fellow, Trade Program</em></a>',
        '<a href="/experts/1"><b>Ann Lee</b></a><i>Senior Associate</i>',
    ],
)
@pytest.mark.parametrize("element", ["<ul><li>{}</li></ul>", "<div>{}</div>", "<p>{}</p>"])
def test_a_title_in_an_element_of_its_own_is_not_part_of_the_name(name: str, element: str) -> None:
    check(read(element.format(name), ITEMS), "Ann Lee")


@pytest.mark.parametrize("label", ["Posted: ", "Posted ", "Posted on ", "Published: "])
def test_a_label_before_the_date(label: str) -> None:
    check(post("<ul><li>Ann Lee</li><li>Bo El Ray</li></ul>", DEK), "Ann Lee", "Bo El Ray", dek=DEK)
    check(read(BYLINE, f"<p>{label}May 3, 2019</p>"), "Ann Lee")


@pytest.mark.parametrize(
    "header",
    [
        "<font size=5><b>Harbor Lights</b></font><br><b>By Ann Lee</b><br>May 3, 2019<br>",
        "<b>Harbor Lights<br>By Ann Lee</b><br>Friday, May 3, 2019<br>",
        "<b>Harbor Lights</b><br>By Ann Lee<br><i>May 3, 2019</i><br>",
    ],
)
@pytest.mark.parametrize("between", ["", "<br>"])
def test_the_first_paragraph_may_stand_right_below_the_date(header: str, between: str) -> None:
    title = "<title>Harbor Lights - Carnegie Endowment for International Peace</title>"
    text = "<br><br>".join(TEXT)
    check(
        extract(f"<html><head>{title}</head><body>{header}{between}{text}</body></html>".encode()), "Ann Lee"
    )


@pytest.mark.parametrize("site", ["m.carnegieendowment.org", "www.carnegie.ru", "carnegie-mec.org"])
@pytest.mark.parametrize(
    "names", ["<div>Ann Lee</div>", "<p><b>Ann Lee</b></p>", '<p class="author">Ann Lee</p>']
)
def test_a_name_alone_above_a_text_whose_date_the_address_has(site: str, names: str) -> None:
    page = legacy(header=names).replace(ADDRESS, f"http://{site}/2019/05/03/harbor/h1")
    check(extract(page.replace('class="article-body"', 'id="zone1"').encode()), "Ann Lee")


DATES = {
    "ru": (
        "03.05.2019",
        "3.5.2019 г.",
        "3 мая 2019 г.",
        "Опубликовано: 03.05.2019",
        "Пятница, 3 мая 2019 г.",
    ),
    "en": (
        "3 May 2019",
        "May 3rd, 2019",
        "Fri., May 3, 2019",
        "Published May 3, 2019",
        "May  03, 2019",
        "2019-05-03",
    ),
    "ar": ("نشرت في ٣ مايو ٢٠١٩", "٣ أيار/مايو ٢٠١٩", "٣ أيار ٢٠١٩", "الجمعة، ٣ مايو ٢٠١٩"),
}


@pytest.mark.parametrize(("language", "printed"), [(code, each) for code in DATES for each in DATES[code]])
def test_dates_as_editions_print_them(language: str, printed: str) -> None:
    for lines in ((WHO, f"<div>{printed}</div>"), (f"<div>{printed}</div>", f"<p>{DEK}</p>", WHO)):
        page = legacy(header="".join(lines)).replace(ADDRESS, "https://carnegie.ru/publications/4711")
        article = extract(page.replace('lang="en"', f'lang="{language}"').encode())
        check(article, "Ann Lee", dek=DEK if len(lines) > 2 else None)


MANY = "Ann Lee, Bernadette Marchand-Olsen, Bartholomew van der Ray and Clementine Oduya-Harper"
TWO = '<a href="/experts/12">{}</a>{}<a href="/experts/13">{}</a><br>'
LONG = [
    f"<p>By {MANY}</p><p>May 3, 2019</p>",
    f"<div>{TWO.format('Ann Lee', ', ', 'Bernadette Marchand-Olsen')}Policy Outlook of the Lamps<br>May 3, 2019</div>",
    f"<p>{TWO.format('ليلى الصيداوي', '، ', 'كمال درويش عيسى')}مقال<br>٣ أيار/مايو ٢٠١٩</p>",
]


@pytest.mark.parametrize("byline", LONG)
@pytest.mark.parametrize("dek", [f"<p>{MORE}</p>", f"<div><p>{DEK}</p></div>"])
def test_a_dek_beside_a_byline_that_is_as_long_as_prose(byline: str, dek: str) -> None:
    page = legacy(over='<div class="title">', header=f"{byline}{dek}</div>").replace("article-body", "column")
    article = extract(page.replace(f"<p>{MORE}</p><p>{LAST}", f"<p>{LAST}").encode())
    assert (article.dek, article.date, article.body) == (
        re.sub("<[^>]*>", "", dek),
        "2019-05-03",
        [PROSE, LAST],
    )
