"""Headers that others printed: what stands between their lines, and what of it is the article's."""

from collections.abc import Mapping
from typing import Any

import pytest
from small_pages import BYLINE, DATE, PARAGRAPHS, current, legacy

from carnegie_extract import extract

DEK = "What the lights cost the towns of the coast, and who is asked to pay for them every winter."
DEK_LINE = f"<p>{DEK}</p>"
PICTURE = '<img src="/quay.jpg" alt="">'


def read(page: str) -> Mapping[str, Any]:
    return extract(page.encode()).record()


def headed(*lines: str, over: str = "<span>Commentary</span>") -> Mapping[str, Any]:
    """The record of a page of 2026 whose header has these lines."""
    return read(current(f"<main>{PARAGRAPHS}</main>", over=over, header="".join(lines)))


TOOLS = {
    "player": "<div><p>Listen to this article</p><audio controls src='/a.mp3'></audio><span>0:00 / 12:31</span></div>",
    "player in one line": "<p>Слушать статью 0:00 / 1:12:31</p>",
    "time of a player": "<div><span>00:00 / -04:10</span></div>",
    "minutes": "<p>9 min read</p>",
    "minutes after a label": "<p>Reading time: 9 minutes</p>",
    "minutes in Arabic digits": "<p>٧ دقائق قراءة</p>",
    "label and center of a header for narrow screens": "<div><span>Commentary</span><span>Carnegie Europe</span></div>",
}


@pytest.mark.parametrize("name", TOOLS)
def test_what_is_none_of_the_headers_lines_stops_nothing(name: str) -> None:
    over = "<div><span>Commentary</span><span>Carnegie Europe</span></div>"
    for lines in ((DEK_LINE, TOOLS[name], BYLINE, DATE), (TOOLS[name], DEK_LINE, BYLINE, DATE)):
        record = headed(*lines, over=over)
        assert (record["dek"], record["byline"], record["date"]) == (DEK, "Ann Lee", "2019-05-03")
        assert len(record["body"]) == 3
    assert headed(TOOLS[name], BYLINE, over=over)["dek"] is None


ONE_LINE = {
    "en": ("By Ann Lee and Bo Ray · Published on May 3, 2026 · 9 min read", "Ann Lee and Bo Ray"),
    "ru": ("Автор: Анна Ли · Опубликовано 3 мая 2026 г. · 9 мин чтения", "Анна Ли"),
    "uk": ("Автор: Анна Лі | 3 травня 2026 р. | 9 хв читання", "Анна Лі"),
}


@pytest.mark.parametrize("language", ONE_LINE)
def test_names_day_and_minutes_in_one_line(language: str) -> None:
    line, names = ONE_LINE[language]
    record = headed(DEK_LINE, f"<p>{line}</p>")
    assert (record["byline"], record["date"], record["dek"]) == (names, "2026-05-03", DEK)


@pytest.mark.parametrize(
    ("start", "end"), [("<main><article>", "</article></main>"), ("<article>", "</article>")]
)
@pytest.mark.parametrize(
    "credit", ["Source: Getty", "iStock", "Boats at the quay. (Photo by Bo Ray/Getty Images)"]
)
def test_the_credit_stands_in_an_article_around_the_headline(start: str, end: str, credit: str) -> None:
    figure = f"<figure>{PICTURE}<figcaption>{credit}</figcaption></figure>"
    page = current(f"{PARAGRAPHS}{end}", over=f"{start}{figure}<span>Commentary</span>")
    assert read(page)["image"]["credit"] == credit
    card = f"<article>{figure}<p>Commentary</p></article>"
    assert (read(current(PARAGRAPHS, over=card))["image"] or {}).get("credit") is None


def test_chinese_names_are_joined_without_spaces() -> None:
    line = '作者： <a href="/people/wen">闻望舒</a>和<a href="/people/bai">柏怀瑾</a>'
    page = current(PARAGRAPHS, header=f"<p>{line}</p><p>2026年5月3日</p>").replace('lang="en"', 'lang="zh"')
    record = read(page.replace("Harbor Lights", "港口的灯火与冬天"))
    assert record["byline"] == "闻望舒和柏怀瑾"
    assert [author["name"] for author in record["authors"]] == ["闻望舒", "柏怀瑾"]


@pytest.mark.parametrize(
    ("line", "byline"),
    [
        ('<a href="/experts/1">Ann Lee</a> Commentary Wednesday, May 3, 2019', "Ann Lee"),
        (
            '<a href="/experts/1">Ann Lee</a>, <a href="/experts/2">Bo Ray</a> Q&amp;A Friday, May 3, 2019',
            "Ann Lee, Bo Ray",
        ),
        ("Ann Lee Op-Ed Fri., May 3, 2019", "Ann Lee"),
    ],
)
def test_names_label_weekday_and_day_in_one_line(line: str, byline: str) -> None:
    article = extract(legacy(header=f"<p>{line}</p>").encode())
    assert (article.byline, article.date, article.dek) == (byline, "2019-05-03", None)


STAMP = '<meta property="article:published_time" content="2026-05-03T10:00:00.000Z">'


@pytest.mark.parametrize(
    "printed", ["3 Mayıs 2026", "2026. május 3.", "den 3. Fünftmonat 2026", "2026 / V / 3"]
)
def test_a_printed_date_that_cannot_be_read_is_told(printed: str) -> None:
    record = read(current(PARAGRAPHS, header=f"{DEK_LINE}{BYLINE}<p>{printed}</p>", head=STAMP))
    assert record["date"] == "2026-05-03"
    assert "date-unread" in record["warnings"]


@pytest.mark.parametrize(
    "printed",
    ["", DATE, "<p>Updated on May 7, 2026</p>", "<p>The harbors of 1998–2004</p>", "<p>9 min read</p>"],
)
def test_no_date_is_unread_where_none_is_printed_or_one_is_read(printed: str) -> None:
    record = read(current(PARAGRAPHS, header=BYLINE + printed, head=STAMP))
    assert "date-unread" not in record["warnings"]


HOURS = "<p>Friday, May 3, 2026</p>", "<p>10:00 AM - 10:45 AM (EDT)</p>"
PLACES = {
    "in one element": "<div>{}{}<p>12 Quay Street, Delta City</p></div>",
    "directly below the dek": "{}{}<p>Harbor Hall, Third Floor</p>",
    "in two lines": "<ul><li>{}</li><li>{}</li><li>Sala Grande</li><li>Delta City</li></ul>",
    "in the script of the page": "<div>{}{}<div>مرفأ دلتا، شارع المنارة</div></div>",
    "below a place that is known": "<div>{}{}<p>Hybrid</p><p>12 Quay Street</p></div>",
}


@pytest.mark.parametrize("name", PLACES)
def test_where_an_event_takes_place_is_no_dek_and_no_paragraph(name: str) -> None:
    for dek in ("", DEK_LINE):
        record = headed(dek, PLACES[name].format(*HOURS), over="<span>Event</span>")
        assert (record["dek"], record["date"]) == (DEK if dek else None, "2026-05-03")
        assert len(record["body"]) == 3


def test_a_bar_that_repeats_the_headline_is_no_dek() -> None:
    assert headed(BYLINE, DATE, "<div><span>Harbor Lights</span></div>")["dek"] is None


def test_a_dek_in_a_heading_comes_again_in_a_header_for_wide_screens() -> None:
    lines = f"<h3>{DEK}</h3><button>Share</button>{BYLINE}{DATE}"
    record = headed(f"<div>{lines}</div><div><h2>Harbor Lights</h2>{lines}</div>")
    assert (record["dek"], record["byline"], len(record["body"])) == (DEK, "Ann Lee", 3)


IDA = "Ida Dahl is a fellow who writes about ferries, and a former pilot."
BO = "Bo Lind works at the Harbor Institute, where he counts boats for a living."
SPEAKERS = {
    "an element for each": "<div><p>Ida Dahl</p><p>Fellow</p></div><div><p>Bo Lind</p><p>Harbor Institute</p></div>",
    "elements within elements": "<div><div><div>Ida Dahl</div><div><p>Fellow</p><p>Harbor Institute</p></div></div>"
    "<div><div>Bo Lind</div><div><p>Harbor Institute</p></div></div></div>",
    "one after the other": f"<p>Ida Dahl</p><p>Fellow</p><p>{IDA}</p><p>Bo Lind</p><p>{BO}</p>",
    "names and titles": "<div><p>Ida Dahl</p><p>Fellow</p><p>Bo Lind</p><p>Analyst, Harbor Institute</p></div>",
    "list items": "<ul><li>Ida Dahl, Fellow</li><li>Bo Lind, Harbor Institute</li></ul>",
    "items of names": "<ul><li>Ida Dahl</li><li>Bo Lind</li></ul>",
    "dashes": "<p>Ida Dahl \u2013 Fellow</p><p>Bo Lind \u2013 Harbor Institute</p>",
    "bold names": f"<p><strong>Ida Dahl</strong>{IDA[8:]}</p><p><strong>Bo Lind</strong>{BO[7:]}</p>",
    "breaks": "<p><b>Ida Dahl</b><br>Fellow</p><p><b>Bo Lind</b><br>Harbor Institute</p>",
    "one link": '<p><a href="/people/ida">Ida Dahl</a>, Fellow</p><p>Bo Lind, Harbor Institute</p>',
    "a moderator": "<div><p>Ida Dahl</p><p>Fellow</p></div><h4>Moderator</h4><div><p>Bo Lind</p><p>Analyst</p></div>",
}


@pytest.mark.parametrize("name", SPEAKERS)
def test_speakers_are_the_authors_of_an_event_without_a_byline(name: str) -> None:
    more = "<h2>Harbors Of The North</h2><p>Salt of the Coast</p>"
    speakers = f"<section><h3>Event Speakers</h3>{SPEAKERS[name]}</section>"
    for after in (speakers, speakers + more, speakers.replace("section>", "div>") + more):
        header = f"<div>{''.join(HOURS)}</div>"
        page = current(f"<main>{PARAGRAPHS}{after}</main>", over="<span>Event</span>", header=header)
        record = read(page)
        assert [author["name"] for author in record["authors"]] == ["Ida Dahl", "Bo Lind"]
        assert len(record["body"]) == 3


def test_speakers_are_spelled_as_the_page_prints_them() -> None:
    speakers = "<h3>活动嘉宾</h3><div><p>林海伦</p><p>港口研究所</p></div><div><p>达博</p><p>研究员</p></div>"
    names = '<meta name="citation_author" content="海伦 林"><meta name="citation_author" content="博 达">'
    page = current(PARAGRAPHS + speakers, over="<span>活动</span>", header="".join(HOURS), head=names)
    assert [author["name"] for author in read(page)["authors"]] == ["林海伦", "达博"]


BELOW = {
    "in two spans": "<div><span>Commentary</span><span>{}</span></div>",
    "in two paragraphs": "<p>Commentary</p><p>{}</p>",
    "in one line": "<p>Commentary | {}</p>",
}


@pytest.mark.parametrize("name", BELOW)
@pytest.mark.parametrize("level", ["p", "h3"])
def test_label_and_blog_may_stand_below_the_headline(name: str, level: str) -> None:
    byline = BYLINE.replace("experts", "people")
    record = headed(
        BELOW[name].format("Carnegie Politika"), f"<{level}>{DEK}</{level}>", byline, DATE, over=""
    )
    assert (record["type"], record["blog"], record["dek"]) == ("commentary", "Carnegie Politika", DEK)
    assert (record["byline"], record["date"], len(record["body"])) == ("Ann Lee", "2019-05-03", 3)


@pytest.mark.parametrize("name", BELOW)
def test_label_and_center_come_again_in_a_header_for_wide_screens(name: str) -> None:
    lines = BELOW[name].format("Carnegie Europe") + BYLINE.replace("experts", "people") + DATE
    record = headed(f"<div>{lines}</div><div><h2>Harbor Lights</h2>{lines}</div>", over="")
    assert (record["type"], record["blog"], record["dek"]) == ("commentary", None, None)


TAGS = {
    "links": '<div><a href="/topics/salt">Salt</a><a href="/regions/delta">Delta</a></div>',
    "list": '<ul><li><a href="/topics/salt">Salt</a></li><li><a href="/regions/delta">Delta</a></li></ul>',
    "one each": '<p><a href="/topics/salt">Salt</a></p><p><a href="/regions/delta">Delta</a></p>',
}


@pytest.mark.parametrize("name", TAGS)
def test_tags_follow_the_header_of_a_podcast_without_text(name: str) -> None:
    page = current(f"<main>{TAGS[name]}</main>", over="<span>Podcast</span>", header=BYLINE + DATE)
    record = read(page)
    assert (record["topics"], record["regions"], record["body"]) == (["Salt"], ["Delta"], [])


def test_a_podcast_without_byline_and_text_is_an_article() -> None:
    record = read(current("<main></main>", over="<span>Podcast</span>", header=DATE))
    assert (record["type"], record["authors"], record["body"]) == ("podcast", [], [])


CARD = f'<article><a href="/posts/salt"><span>Commentary</span><span>Salt</span></a><p>{DEK}</p></article>'
OVER_CARDS = ("Besides, Carnegie India", "आगे देखें Carnegie India", "Around the Harbor")


@pytest.mark.parametrize("name", TAGS)
@pytest.mark.parametrize("heading", OVER_CARDS)
def test_tags_end_a_text_without_disclaimer_over_cards_under_no_known_heading(
    name: str, heading: str
) -> None:
    more = f"<section><h2>{heading}</h2>{CARD * 3}</section>"
    record = read(current(f"<main><div>{PARAGRAPHS}</div>{TAGS[name]}{more}</main>"))
    assert (record["topics"], record["regions"], len(record["body"])) == (["Salt"], ["Delta"], 3)


def test_linked_names_over_the_disclaimer_are_no_tags() -> None:
    names = '<p><a href="/people/ida">达艾达</a><a href="/people/bo">林博</a></p>'
    notice = "<p>Carnegie does not take institutional positions on public policy issues.</p>"
    record = read(current(f"<main>{PARAGRAPHS}<h3>关于作者</h3>{names}{notice}</main>"))
    assert record["topics"] == []
