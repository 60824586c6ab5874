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


AGAIN = "<p>Every autumn the committee sends letters to its members, who answer them with gifts of salt.</p>"
OTHER = (
    "<p>Nobody on the quay had read the letters to their end, and yet all of them had an answer ready.</p>"
)
DESCRIBED = f'<meta name="description" content="{AGAIN[3:-4]}">'


def opening(header: str, text: str, head: str = "") -> tuple[int, int, list[str]]:
    """How often a repeated line is in the dek and in the body, and the warnings."""
    record = read(current(text + PARAGRAPHS, header=header, head=head))
    line = AGAIN[3:-4]
    return (record["dek"] or "").count(line), record["body"].count(line), record["warnings"]


@pytest.mark.parametrize(
    ("header", "text", "times"),
    [
        (BYLINE + DATE, AGAIN + AGAIN, (0, 2)),
        (BYLINE + DATE, AGAIN + OTHER + AGAIN, (0, 2)),
        (AGAIN + AGAIN + BYLINE + DATE, "", (1, 0)),
        (AGAIN + BYLINE + DATE, AGAIN, (1, 0)),
        (AGAIN + BYLINE + DATE, OTHER + AGAIN, (1, 1)),
    ],
)
def test_a_line_that_comes_twice_is_the_dek_above_byline_and_date(
    header: str, text: str, times: tuple[int, int]
) -> None:
    assert opening(header, text) == (*times, [])


def test_a_described_line_is_the_dek_and_takes_no_text_with_it() -> None:
    assert opening(BYLINE + DATE, AGAIN + OTHER + AGAIN, DESCRIBED) == (1, 1, [])
    text = read(current(AGAIN + OTHER + AGAIN + PARAGRAPHS, header=BYLINE + DATE, head=DESCRIBED))["body"]
    assert text[0] == OTHER[3:-4]


def test_prose_in_the_header_beside_the_dek_is_told() -> None:
    length = len(OTHER[3:-4])
    assert opening(AGAIN + OTHER + BYLINE + DATE, "", DESCRIBED) == (1, 0, [f"text-unread {length}"])
