"""Headers of old pages that somebody else printed: labels with outlets, blogs, names and where they lead."""

import pytest
from small_pages import ADDRESS, BYLINE, DATE, LAST, MORE, PROSE, legacy

from carnegie_extract import Article, extract

TEXT = [PROSE, MORE, LAST]
ITEMS = "<ul><li>May 3, 2019</li><li>{}</li></ul>"


def read(*lines: str, over: str = "", body: str | None = None) -> Article:
    text = "".join(f"<p>{line}</p>" for line in TEXT) if body is None else body
    return extract(legacy(text, over=over, header="".join(lines)).encode())


OUTLETS = [
    ("Op-Ed", "<em>Harbor Gazette</em>"),
    ("Op-Ed", "<i>The Quay and Coast Courier of the Eastern Marshes and the Southern Islands</i>"),
    ("Testimony", "<em>House Committee on Piers</em>"),
    ("Article", "<span>Harbor Gazette</span>"),
]


@pytest.mark.parametrize(("label", "outlet"), OUTLETS)
@pytest.mark.parametrize(
    "item", ["{} {}", '<p class="kind">{} {}</p>', "<span>{}</span> {}", "\n  <p>\n  {}\n  {}\n  </p>\n"]
)
def test_the_label_with_an_outlet_beside_it(label: str, outlet: str, item: str) -> None:
    for header in (
        BYLINE + ITEMS.format(item.format(label, outlet)),
        BYLINE + DATE + item.format(label, outlet),
    ):
        if "<span>" in outlet and header.startswith(BYLINE + DATE):
            continue  # a card's label and title may look so
        article = read(header)
        assert (article.type, article.date, article.body) == (label.lower(), "2019-05-03", TEXT)


@pytest.mark.parametrize(
    "dated",
    [
        "<p>Published May 3, 2019 by Carnegie Endowment for International Peace</p>",
        "<ul><li>Book</li><li>Published May 3, 2019 by Carnegie Europe</li></ul>",
        "<p>May 3, 2019, by the Carnegie Endowment</p>",
    ],
)
def test_a_date_with_the_publisher_behind_it(dated: str) -> None:
    header = dated if "by the" in dated else f'<div><a href="/experts/12">Ann Lee</a></div>{dated}'
    page = legacy(header=header).replace("/2019/05/03/", "/2018/04/04/").encode()
    article = extract(page)
    assert (article.date, article.warnings) == ("2019-05-03", ())
    assert [author.name for author in article.authors] == ([] if "by the" in dated else ["Ann Lee"])


@pytest.mark.parametrize("outlet", ["Le Matin des Affaires", "Center Daily Times", "Institute Herald"])
@pytest.mark.parametrize(
    "spans", ["<span>Article</span> <span>May 3, 2019</span>", "<span>May 3, 2019</span>"]
)
def test_an_outlet_behind_the_date_is_not_a_title(outlet: str, spans: str) -> None:
    header = f'<div>By <a href="/experts/12">Ann Lee</a> {spans} <span>{outlet}</span></div>'
    (author,) = read(header).authors
    assert (author.name, author.title) == ("Ann Lee", None)


def test_a_label_on_a_line_of_its_own_in_the_source() -> None:
    header = (
        "<div>\n  Par\n  <a href='/experts/12'>Ann Lee</a>\n  <span>Article</span>\n  <span>3 mai 2019</span>\n"
        "  <span>Le Matin</span>\n</div>"
    )
    article = read(header)
    assert (article.byline, article.type, article.date) == ("Ann Lee", "article", "2019-05-03")


def test_a_title_right_behind_the_name_stays() -> None:
    header = (
        '<div>By <a href="/experts/12">Ann Lee</a> <span>Harbor Program</span> <span>May 3, 2019</span></div>'
    )
    assert read(header).authors[0].title == "Harbor Program"


NAMES = [
    ("李安娜，艾琳·韦伯", ["李安娜", "艾琳·韦伯"]),
    ("艾琳·韦伯、安·李·格雷", ["艾琳·韦伯", "安·李·格雷"]),
    ("艾琳·韦伯", ["艾琳·韦伯"]),
    ("李安娜 · 王海港", ["李安娜", "王海港"]),
]


@pytest.mark.parametrize(("byline", "names"), NAMES)
@pytest.mark.parametrize("line", ["<p>作者：{} 2019年5月3日</p>", "<p>作者：{}</p><p>2019年5月3日</p>"])
def test_a_dot_within_a_chinese_name(byline: str, names: list[str], line: str) -> None:
    page = legacy(header=line.format(byline)).replace("Harbor Lights", "海港的灯火").replace('"en"', '"zh"')
    article = extract(page.encode())
    assert (article.byline, [author.name for author in article.authors]) == (byline, names)


def test_linked_chinese_names_with_a_dot() -> None:
    links = '<a href="/experts/1">李安娜</a>，<a href="/experts/2">艾琳·韦伯</a>'
    page = legacy(header=f"<div>{links} <span>文章</span> <span>2019年5月3日</span></div>")
    article = extract(page.replace("Harbor Lights", "海港的灯火").replace('"en"', '"zh"').encode())
    assert (article.byline, article.type) == ("李安娜，艾琳·韦伯", "文章")
    assert [(each.name, each.url) for each in article.authors] == [
        ("李安娜", "https://carnegieendowment.org/experts/1"),
        ("艾琳·韦伯", "https://carnegieendowment.org/experts/2"),
    ]


SITE = ADDRESS.partition("/2019")[0]
LINKS = {
    "http://www.ceip.org/files/about/Staff.asp?r=14": "http://www.ceip.org/files/about/Staff.asp?r=14",
    "http://www.carnegie.ru/ru/staff/70911.htm": "http://www.carnegie.ru/ru/staff/70911.htm",
    "/about/staff/lee.htm": f"{SITE}/about/staff/lee.htm",
    "mailto:ann@ceip.org": None,
    "http://gazette.example/staff/lee": None,
    "#bio": None,
    "javascript:show()": None,
}


@pytest.mark.parametrize("href", LINKS)
@pytest.mark.parametrize(
    "line", ["<p>By {}</p>", "<p><b>By {} and Bo Ray</b></p>", "<div>By {} | May 3, 2019</div>"]
)
def test_the_link_around_a_name_is_the_author_s(href: str, line: str) -> None:
    header = line.format(f'<a href="{href}">Ann Lee</a>')
    article = read(header if "2019" in header else header + DATE)
    assert [author.url for author in article.authors] == [LINKS[href], *[None] * ("Bo Ray" in header)]


BLOG_PLACES = {
    "a logo over the text": ("", '<div><a href="/se"><img src="/s.png" alt="{}"></a></div>'),
    "a link over the text": ("", '<div><a href="/sada/">{}</a></div>'),
    "a paragraph over the text": ("", '<p><a href="/sada/">{}</a></p>'),
    "below the headline": ('<div id="blog"><a href="/outlook/">{}</a></div>', ""),
    "below the headline as a logo": ('<div><img alt="{}" src="/o.png"></div>', ""),
}


@pytest.mark.parametrize("place", BLOG_PLACES)
@pytest.mark.parametrize("name", ["Strategic Europe", "Sada", "Eurasia Outlook"])
def test_where_the_name_of_a_blog_may_stand(place: str, name: str) -> None:
    below, over = (shown.format(name) for shown in BLOG_PLACES[place])
    body = over + "".join(f"<p>{line}</p>" for line in TEXT)
    article = read(f"{below}{BYLINE}{DATE}", body=body)
    assert (article.blog, article.body) == (name, TEXT)


def test_the_name_of_a_blog_that_is_not_the_article_s() -> None:
    text = "".join(f"<p>{line}</p>" for line in TEXT)
    for body in (
        text + '<p><a href="/sada/"><img src="/s.png" alt="Sada"></a></p>',
        '<ul><li><a href="/sada/">Sada</a></li><li><a href="/diwan/">Diwan</a></li></ul>' + text,
        '<div><img alt="Sada" src="/s"><img alt="Diwan" src="/d"></div>' + text,
    ):
        assert read(BYLINE, DATE, body=body).blog is None


@pytest.mark.parametrize("occasion", ["House Committee on Harbors", "Harbor School Lecture"])
@pytest.mark.parametrize("line", ["{}, May 3, 2010", "May 3, 2010, {}"])
def test_a_date_with_its_occasion_stacked_below_names(occasion: str, line: str) -> None:
    article = read(f"<p>Ann Lee<br>{line.format(occasion)}</p>")
    assert (article.byline, str(article.date), article.body) == ("Ann Lee", "2010-05-03", TEXT)
