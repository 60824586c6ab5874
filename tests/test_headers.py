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


def authors(record: Mapping[str, Any]) -> list[tuple[str, str | None]]:
    return [(author["name"], author["title"]) for author in record["authors"]]


LONG_TITLE = "Senior Fellow, Trade and Technology Program"
TITLES_IN_BYLINE = {
    "program with an and": (
        f'<p>By <a href="/people/ann-lee">Ann Lee</a>, {LONG_TITLE}</p>',
        [("Ann Lee", LONG_TITLE)],
    ),
    "two people": (
        f"<p>By Ann Lee, {LONG_TITLE}, and Bo Ray, Director, Carnegie Europe</p>",
        [("Ann Lee", LONG_TITLE), ("Bo Ray", "Director, Carnegie Europe")],
    ),
    "program with commas": (
        '<p>By <a href="/people/ann-lee">Ann Lee</a>, Fellow, Ports, Rivers, and Trade Program</p>',
        [("Ann Lee", "Fellow, Ports, Rivers, and Trade Program")],
    ),
    "name behind an and": (
        "<p>By Ann Lee, Fellow and Bo Ray, Scholar</p>",
        [("Ann Lee", "Fellow"), ("Bo Ray", "Scholar")],
    ),
    "elements without links": (
        "<div><span>By</span><div>Ann Lee<span>Fellow</span></div><div>Bo Ray<span>Trade Program</span></div></div>",
        [("Ann Lee", "Fellow"), ("Bo Ray", "Trade Program")],
    ),
    "linked names": (
        '<div>By <a href="/people/ann-lee">Ann Lee</a><span>Fellow</span><a href="/people/bo-ray">Bo Ray</a>'
        "<span>Scholar</span></div>",
        [("Ann Lee", "Fellow"), ("Bo Ray", "Scholar")],
    ),
    "lines": (
        "<div><div>By</div><div>Ann Lee</div><div>Senior Fellow</div><div>Bo Ray</div><div>Scholar</div></div>",
        [("Ann Lee", "Senior Fellow"), ("Bo Ray", "Scholar")],
    ),
}


@pytest.mark.parametrize("name", TITLES_IN_BYLINE)
def test_titles_in_the_byline_are_no_names(name: str) -> None:
    line, expected = TITLES_IN_BYLINE[name]
    for lines in ((DEK_LINE, line, "<p>May 3, 2026</p>"), (line, "<p>May 3, 2026</p>")):
        assert authors(headed(*lines)) == expected


def test_the_bios_block_has_the_better_title() -> None:
    about = f"<h3>About the Author</h3><p>Ann Lee</p><p>{LONG_TITLE}</p>"
    page = current(f"<main>{PARAGRAPHS}{about}</main>", header="<p>By Ann Lee, Fellow</p><p>May 3, 2026</p>")
    assert authors(read(page)) == [("Ann Lee", LONG_TITLE)]


EDITORS = {
    "en": ('By <a href="/people/ann-lee">Ann Lee, ed.</a>', ["Ann Lee"]),
    "fr": ("Par Anne Lee et Louis Raie (dir.)", ["Anne Lee", "Louis Raie"]),
    "hi": ("लेखक मीरा सागर, सं.", ["मीरा सागर"]),
    "zh": ("作者：闻望舒，柏怀瑾，编", ["闻望舒", "柏怀瑾"]),
    "ar": ("بقلم ليلى حداد، محرّرة", ["ليلى حداد"]),
}


@pytest.mark.parametrize("language", EDITORS)
def test_the_word_behind_an_editors_name_is_no_author(language: str) -> None:
    line, expected = EDITORS[language]
    page = current(f"<main>{PARAGRAPHS}</main>", header=f"<p>{line}</p><p>2026-05-03</p>")
    assert authors(read(page.replace('lang="en"', f'lang="{language}"'))) == [
        (name, None) for name in expected
    ]


@pytest.mark.parametrize(
    "line", ["Edited by Ann Lee", "Sous la direction de Ann Lee", "Под редакцией: Ann Lee"]
)
def test_editors_are_the_authors_of_a_page_without_others(line: str) -> None:
    alone = headed(DEK_LINE, f"<p>{line}</p>", DATE)
    assert (alone["byline"], authors(alone), alone["dek"]) == ("Ann Lee", [("Ann Lee", None)], DEK)
    beside = headed(DEK_LINE, "<p>By Bo Ray</p>", f"<p>{line}</p>", DATE)
    assert (beside["byline"], authors(beside)) == ("Bo Ray", [("Bo Ray", None)])


@pytest.mark.parametrize("tag", ["h2", "h3"])
@pytest.mark.parametrize("between", ["<p>Commentary</p>", "<p>9 min read</p>", "<button>Share</button>"])
def test_the_dek_is_a_heading_above_the_byline(tag: str, between: str) -> None:
    record = headed(between, f"<{tag}>{DEK}</{tag}>", BYLINE, DATE, over="")
    assert (record["dek"], record["byline"]) == (DEK, "Ann Lee")
    assert headed(between, BYLINE, DATE, f"<{tag}>{DEK}</{tag}>", over="")["dek"] is None


ABOVE = {
    "in lines of their own": "<p>May 3, 2026</p><p>{}</p>",
    "beside label and date": "<div><span>Paper</span><span>Published on May 3, 2026</span></div><div>{}</div>",
    "in one line": "<div><span>Paper</span> | <span>{}</span> | <span>May 3, 2026</span></div>",
}


@pytest.mark.parametrize("name", ABOVE)
def test_byline_and_date_may_stand_above_the_headline(name: str) -> None:
    names = 'By <a href="/people/ann-lee">Ann Lee</a> and Bo Ray'
    over = f'<p><a href="/people/cy-dahl">Cy Dahl</a></p>{ABOVE[name].format(names)}'
    record = headed(DEK_LINE, over=over)
    assert (record["byline"], record["date"]) == ("Ann Lee and Bo Ray", "2026-05-03")
    assert len(record["body"]) == 4  # nothing shows where a dek ends


LAST_ITEMS = {
    "and in the last item": ("<ul><li>{}</li><li>and {}</li></ul>", "Ann Lee and Bo Ray"),
    "and beside a link": (
        "<ul><li>{}</li><li> &amp; <a href='/people/bo'>{}</a></li></ul>",
        "Ann Lee & Bo Ray",
    ),
    "and at the end of the item above": ("<div><p>{} and</p><p>{}</p></div>", "Ann Lee and Bo Ray"),
    "no and": ("<ul><li>{}</li><li>{}</li></ul>", "Ann Lee, Bo Ray"),
}


@pytest.mark.parametrize("name", LAST_ITEMS)
def test_the_last_name_of_a_list_may_bring_its_and(name: str) -> None:
    names, expected = LAST_ITEMS[name]
    record = headed(f"<div><span>By</span>{names.format('Ann Lee', 'Bo Ray')}</div>", DATE)
    assert record["byline"] == expected
    assert [author["name"] for author in record["authors"]] == ["Ann Lee", "Bo Ray"]


SECTIONS = "".join(
    f"<li><a href='#{each}'>{each}</a></li>" for each in ("Summary", "What the Crews Say", "Ann Lee on Tides")
)


@pytest.mark.parametrize("tag", ["p", "div", "span", "h3"])
@pytest.mark.parametrize("between", [BYLINE + DATE, ""])
def test_a_list_of_contents_in_the_header_is_none_of_its_lines(tag: str, between: str) -> None:
    contents = f"<div><{tag}>Jump to a section</{tag}><ul>{SECTIONS}</ul></div>"
    after = f"<h3>Summary</h3>{PARAGRAPHS}"
    below = "" if between else BYLINE + DATE
    record = read(current(f"<main>{after}</main>", header=DEK_LINE + between + contents + below))
    assert (record["dek"], record["byline"]) == (DEK, "Ann Lee")
    assert len(record["body"]) == 3


OUTLETS = {
    "published by": "<div>Published by <a href='https://example.org/x'>Foreign Affairs</a></div>",
    "published in": "<p>Published in Delta Studies</p>",
    "originally published": "<div><span>Originally published by</span> <span>Delta Gazette</span></div>",
}


@pytest.mark.parametrize("name", OUTLETS)
def test_the_outlet_is_no_author(name: str) -> None:
    byline = '<div>By <a href="/people/ann">Ann Lee</a> and <a href="/people/bo">Bo Ray</a></div>'
    for known in ("", '<meta name="author" content="Lee, Ann"><meta name="author" content="Ray, Bo">'):
        for lines in ((byline, OUTLETS[name], DATE), (byline, DATE, OUTLETS[name])):
            record = read(current(f"<main>{PARAGRAPHS}</main>", header="".join(lines), head=known))
            assert (record["byline"], record["date"]) == ("Ann Lee and Bo Ray", "2019-05-03")
            assert len(record["body"]) == 3


@pytest.mark.parametrize(
    "text", ["<p>{}</p>", "<div><p>{}</p></div>", "<div class='cms'><div>{}</div></div>"]
)
@pytest.mark.parametrize("label", ["Video", "Podcast"])
def test_one_paragraph_below_byline_and_date_is_the_text(text: str, label: str) -> None:
    after = '<div><a href="/topics/salt">Salt</a></div>'
    page = current(
        f"<main>{text.format(DEK)}{after}</main>", over=f"<span>{label}</span>", header=BYLINE + DATE
    )
    record = read(page)
    assert (record["dek"], record["body"]) == (None, [DEK])


def test_a_button_in_the_header_offers_the_pdf_wherever_it_leads() -> None:
    for button in ("Download PDF", "Full Text"):
        link = f'<a href="https://files.example.net/salt.pdf">{button}</a>'
        assert headed(BYLINE, DATE, f"<div>{link}</div>")["pdf"] == "https://files.example.net/salt.pdf"
    assert read(current(f"{PARAGRAPHS}{link}"))["pdf"] is None


FACTS = {
    "names without a label, day and minutes": "<div><a href='/people/ann'>Ann Lee</a> • May 3, 2026 • 4 min read</div>",
    "a list of values": "<dl><dt>Author</dt><dd><a href='/people/ann'>Ann Lee</a></dd><dt>Published</dt>"
    "<dd>May 3, 2026</dd><dt>Format</dt><dd>Paper</dd></dl>",
    "a label of two words": "<div>Written by <a href='/people/ann'>Ann Lee</a></div><p>May 3, 2026</p>",
    "a label with a colon": "<p>Author: Ann Lee</p><p>Published: May 3, 2026</p>",
    "a picture and its words above": "<figure><img src='/a.jpg'><figcaption>A boat waits. (Photo by Bo Ray/AFP)"
    "</figcaption></figure><p>By Ann Lee</p><p>May 3, 2026</p>",
}


@pytest.mark.parametrize("name", FACTS)
def test_what_stands_beside_names_and_day_is_no_dek(name: str) -> None:
    for dek in (DEK_LINE, f"<div><em>{DEK}</em></div>", ""):
        record = headed(dek, FACTS[name])
        assert (record["byline"], record["date"]) == ("Ann Lee", "2026-05-03")
        assert record["dek"] == (DEK if dek else None)
        assert len(record["body"]) == 3


BESIDE_TEXT = {
    "a heading": "<div><h4>{}</h4><p><a href='/people/ann'>Ann Lee</a></p><p>Fellow, Harbor Program</p></div>",
    "no heading": "<div><div>{}</div><p><a href='/people/ann'>Ann Lee</a></p><p>Fellow, Harbor Program</p></div>",
    "a bio": "<div><h3>{}</h3><h4>Ann Lee</h4><p>Fellow, Harbor Program</p><p>Ann Lee is a fellow.</p></div>",
}


@pytest.mark.parametrize("name", BESIDE_TEXT)
@pytest.mark.parametrize("label", ["Author", "Authors", "About the Author"])
def test_a_box_about_the_author_may_stand_in_a_column_beside_the_text(name: str, label: str) -> None:
    box = BESIDE_TEXT[name].format(label)
    for text in (f"<div>{PARAGRAPHS}</div>", f"<h3>Salt</h3>{PARAGRAPHS}"):
        record = headed(BYLINE, DATE, box, f"<div>{text}</div>")
        assert authors(record) == [("Ann Lee", "Fellow, Harbor Program")]
        assert len(record["body"]) == 6


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
def test_a_list_of_tags_is_no_byline(tags: str) -> None:
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


def test_a_bar_that_repeats_the_headline_is_no_dek() -> None:
    assert headed(BYLINE, DATE, "<div><span>Harbor Lights</span></div>")["dek"] is None


def test_a_dek_in_a_heading_comes_again_in_a_header_for_wide_screens() -> None:
    lines = f"<h3>{DEK}</h3><button>Share</button>{BYLINE}{DATE}"
    record = headed(f"<div>{lines}</div><div><h2>Harbor Lights</h2>{lines}</div>")
    assert (record["dek"], record["byline"], len(record["body"])) == (DEK, "Ann Lee", 3)
