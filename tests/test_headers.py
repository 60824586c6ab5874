"""Headers that others printed: what stands between their lines, and what of it is the article's."""

from collections.abc import Callable, Mapping
from typing import Any

import pytest
from small_pages import BYLINE, DATE, DEK, DEK_LINE, PARAGRAPHS, current, headed, legacy, read

from carnegie_extract import extract

PICTURE = '<img src="/quay.jpg" alt="">'


TOOLS = {
    "player": "<div><p>Listen to this article</p><audio controls src='/a.mp3'></audio><span>0:00 / 12:31</span></div>",
    "player in one line": "<p>Слушать статью 0:00 / 1:12:31</p>",
    "time of a player": "<div><span>00:00 / -04:10</span></div>",
    "minutes": "<p>9 min read</p>",
    "minutes after a label": "<p>Reading time: 9 minutes</p>",
    "minutes in Arabic digits": "<p>٧ دقائق قراءة</p>",
    "minutes as estimated": "<p>Estimated reading time: 9 min</p>",
    "about so many minutes": "<p>~9 min read</p>",
    "a section for sharing": "<section><h4>Share</h4><button>Copy Link</button></section>",
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
def test_a_printed_date_that_cannot_be_read_is_reported(printed: str) -> None:
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


def test_prose_in_the_header_beside_the_dek_is_reported() -> None:
    length = len(OTHER[3:-4])
    assert opening(AGAIN + OTHER + BYLINE + DATE, "", DESCRIBED) == (1, 0, [f"text-unread {length}"])


def authors(record: Mapping[str, Any]) -> list[tuple[str, str | None]]:
    return [(author["name"], author["title"]) for author in record["authors"]]


SECOND_HEADERS = {
    "names in a list": "<div>By</div><ul><li>Ann Lee,</li><li>Bo Ray</li></ul>",
    "names in one line": "<p>By Ann Lee and Bo Ray</p>",
    "linked names": '<p><a href="/people/ann-lee">Ann Lee</a> and <a href="/people/bo-ray">Bo Ray</a></p>',
}


@pytest.mark.parametrize("name", SECOND_HEADERS)
def test_a_header_that_comes_twice_says_everything_once(name: str) -> None:
    header = f"<h1>Harbor Lights</h1><h3>{DEK}</h3>{SECOND_HEADERS[name]}<p>May 3, 2026</p>"
    hero = f"<figure>{PICTURE}<figcaption>Source: Getty</figcaption></figure>"
    page = current(f"<main>{PARAGRAPHS}</main>", header=f"{header.partition('</h1>')[2]}{header}{hero}")
    record = read(page)
    assert (record["dek"], [name for name, _ in authors(record)]) == (DEK, ["Ann Lee", "Bo Ray"])
    assert (len(record["body"]), record["image"]["credit"]) == (3, "Source: Getty")


POSTS = (
    "— Tide Watch (@tides) May 5, 2026",
    'Tide Watch · <a href="https://example.org/1">Apr 5, 2024</a>',
    "Commentary · May 9, 2026",
)


@pytest.mark.parametrize("line", POSTS)
def test_another_day_is_not_the_headers(line: str) -> None:
    record = headed(BYLINE, "<p>May 3, 2026</p>", f"<div><p>{DEK}</p>{line}</div>")
    assert (record["dek"], record["date"]) == (None, "2026-05-03")


@pytest.mark.parametrize("name", ["Bo Ray Jr.", "Bo Ray, Ph.D.", "Bo Ray Sr."])
def test_a_suffix_keeps_its_full_stop_beside_the_date(name: str) -> None:
    record = headed(DEK_LINE, f"<p>By {name} · Published on May 3, 2026 · 9 min read</p>")
    assert (record["byline"], record["date"], authors(record)[0][0]) == (name, "2026-05-03", name)


TAGS = (
    "<ul><li>Экономика</li><li>Россия</li></ul>",
    '<ul><li><a href="/t/1">Black Sea</a></li><li><a href="/t/2">World Trade</a></li></ul>',
    "<ul><li>经济</li><li>能源</li></ul>",
)


@pytest.mark.parametrize("tags", TAGS)
def test_a_list_of_tags_is_not_a_byline(tags: str) -> None:
    metadata = '<div>{"authors": ["Ann Lee"], "type": "commentary"}</div>'
    page = current(
        f"<main>{PARAGRAPHS}</main>", over=f"{metadata}<span>Commentary</span>", header=f"{DATE}{tags}"
    )
    assert (read(page)["byline"], authors(read(page))) == (None, [("Ann Lee", None)])


@pytest.mark.parametrize("byline", ["", BYLINE])
@pytest.mark.parametrize("below", ["", f"<figure>{PICTURE}</figure>"])
def test_the_outlet_stands_below_the_date(byline: str, below: str) -> None:
    lines = f"<div>{byline}{DATE}<p>Harbor Gazette</p>{below}</div>"
    record = headed(lines, over="<span>In the Media</span>")
    assert (record["dek"], len(record["body"])) == (None, 3)


@pytest.mark.parametrize(
    "names",
    [
        "<a href='/people/ann'>Ann Lee</a> (Carnegie Europe) and <a href='/people/bo'>Bo Ray</a> (Delta University)",
        "Ann Lee (Carnegie Europe) and Bo Ray (Delta University)",
        "<b>Ann Lee</b> (Carnegie Europe) and <b>Bo Ray</b> <span>(Delta University)</span>",
    ],
)
def test_where_an_author_works_may_stand_in_brackets(names: str) -> None:
    record = headed(f"<p>By {names}</p>", DATE)
    assert record["byline"] == "Ann Lee (Carnegie Europe) and Bo Ray (Delta University)"
    assert [author["name"] for author in record["authors"]] == ["Ann Lee", "Bo Ray"]


@pytest.mark.parametrize("name", ["<em>Ann Lee</em>", "<i><a href='/people/ann'>Ann Lee</a></i>"])
def test_the_closing_bio_may_have_the_name_alone_in_italics(name: str) -> None:
    bio = f"<p>{name} is a pilot of the north. She wrote this at sea.</p>"
    record = read(legacy(PARAGRAPHS + bio))
    assert len(record["body"]) == 3
    assert record["authors"][0]["bio"] == "Ann Lee is a pilot of the north. She wrote this at sea."


CLOSINGS = {
    "names again": "<div><span>Ann Lee</span><span>Fellow</span></div>",
    "names again in one line of two elements": "<aside></aside><div><b>Ann Lee</b> <i>Fellow</i></div>",
    "notes": "<p>[1] The ledgers of the harbor office, volume 2.</p><p>[2] The same, volume 3.</p>",
}


@pytest.mark.parametrize("name", CLOSINGS)
def test_the_closing_bio_stands_above(name: str) -> None:
    bio = "Ann Lee is a fellow who studies the ports of small states and the pilots who keep them."
    calls = PARAGRAPHS.replace("</p>", " [1] [2]</p>", 1) if name == "notes" else PARAGRAPHS
    record = read(current(f"<main>{calls}<p><em>{bio}</em></p>{CLOSINGS[name]}</main>"))
    assert (record["authors"][0]["bio"], len(record["body"])) == (bio, 3)


JOINED = {
    "label apart": '<div><div>作者：</div><div>闻望舒和<a href="/people/bai">柏怀瑾</a></div></div>',
    "one name plain": '<p>作者： 闻望舒和<a href="/people/bai">柏怀瑾</a></p>',
    "spans": '<p><span>作者：</span><a href="/people/wen">闻望舒</a><span>和柏怀瑾</span></p>',
}


@pytest.mark.parametrize("name", JOINED)
def test_a_chinese_and_needs_no_spaces_wherever_markup_divides(name: str) -> None:
    page = current(PARAGRAPHS, header=f"{JOINED[name]}<p>2026年5月3日</p>").replace('lang="en"', 'lang="zh"')
    record = read(page.replace("Harbor Lights", "港口的灯火与冬天"))
    assert (record["byline"], [each for each, _ in authors(record)]) == (
        "闻望舒和柏怀瑾",
        ["闻望舒", "柏怀瑾"],
    )


@pytest.mark.parametrize("tag", ["citation_author", "author"])
def test_a_chinese_name_of_the_head_has_no_comma_and_no_space(tag: str) -> None:
    page = current(PARAGRAPHS, header="<p>2026-05-03</p>", head=f'<meta name="{tag}" content="闻, 望舒">')
    assert authors(read(page)) == [("闻望舒", None)]


BELOW = {
    "in two spans": "<div><span>Commentary</span><span>{}</span></div>",
    "in two paragraphs": "<p>Commentary</p><p>{}</p>",
    "in one line": "<p>Commentary | {}</p>",
    "on both sides of a stroke": "<p>Commentary / {}</p>",
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


def test_a_bar_that_repeats_the_headline_is_not_a_dek() -> None:
    assert headed(BYLINE, DATE, "<div><span>Harbor Lights</span></div>")["dek"] is None


def test_a_dek_in_a_heading_comes_again_in_a_header_for_wide_screens() -> None:
    lines = f"<h3>{DEK}</h3><button>Share</button>{BYLINE}{DATE}"
    record = headed(f"<div>{lines}</div><div><h2>Harbor Lights</h2>{lines}</div>")
    assert (record["dek"], record["byline"], len(record["body"])) == (DEK, "Ann Lee", 3)


@pytest.mark.parametrize("first", ["p", "h3", "div"])
@pytest.mark.parametrize("second", ["p", "h3", "h4"])
def test_a_dek_printed_twice_for_two_widths_even_in_a_heading(first: str, second: str) -> None:
    record = headed(f"<{first}>{DEK}</{first}><{second}>{DEK}</{second}>", BYLINE, DATE)
    assert (record["dek"], record["byline"], len(record["body"])) == (DEK, "Ann Lee", 3)


@pytest.mark.parametrize("credit", ["<p>Source: Getty</p>", "<p><span>Source</span><span>: Getty</span></p>"])
@pytest.mark.parametrize("picture", ["<img src='/quay.jpg'>", "<picture><img src='/quay.jpg'></picture>"])
def test_a_credit_stands_below_the_picture_below_the_date(credit: str, picture: str) -> None:
    for printed in (current, legacy):
        header = f'<p>By <a href="/people/ann-lee">Ann Lee</a></p>{DATE}<div>{picture}{credit}</div>'
        record = read(printed(PARAGRAPHS, header=header))
        assert (record["dek"], record["image"]["credit"], len(record["body"])) == (None, "Source: Getty", 3)


POINTS = [
    "The lamps cost nine crowns a night, and the towns pay for half of them.",
    "The pilots trust them again.",
    "Nobody knows who will pay for the winter after the next one.",
]
TAKEAWAYS = {
    "a heading": "<h3>Key Takeaways</h3>{}",
    "a box": "<div><h4>Key Takeaways</h4>{}</div>",
    "a bold line": "<p><strong>Key Takeaways</strong></p>{}",
    "behind the dek": f"{DEK_LINE}<div><h3>Key Takeaways</h3>{{}}</div>",
}


@pytest.mark.parametrize(
    "page", [legacy, lambda header: current(f"<main>{PARAGRAPHS}</main>", header=header)]
)
@pytest.mark.parametrize("form", TAKEAWAYS)
def test_key_takeaways_over_the_byline_are_text(form: str, page: Callable[..., str]) -> None:
    points = f"<ul>{''.join(f'<li>{point}</li>' for point in POINTS)}</ul>"
    header = TAKEAWAYS[form].format(points) + BYLINE + DATE
    record = read(page(header=header))
    assert (record["byline"], record["date"]) == ("Ann Lee", "2019-05-03")
    assert record["dek"] == (DEK if DEK in header else None)
    assert record["body"][:3] == POINTS
    assert len(record["body"]) == len(POINTS) + 3


@pytest.mark.parametrize(
    "items",
    [
        "<li>Add to calendar</li><li>Hall 4</li>",
        '<li><a href="/x">Why nobody insures the pilots of the north, and who pays for it.</a></li>',
    ],
)
def test_a_list_of_other_things_over_the_byline_is_none(items: str) -> None:
    record = read(legacy(header=f"<div><h4>Practical</h4><ul>{items}</ul></div>{BYLINE}{DATE}"))
    assert (record["byline"], len(record["body"])) == ("Ann Lee", 3)
