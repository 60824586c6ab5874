"""Bylines in the forms that others printed: names, titles, editors, and what is none of them."""

from collections.abc import Mapping
from typing import Any

import pytest
from small_pages import (
    BYLINE,
    DATE,
    DEK,
    DEK_LINE,
    LAST,
    MORE,
    PARAGRAPHS,
    PROSE,
    current,
    headed,
    legacy,
    read,
)

from carnegie_extract.words.names import conjunctions

PICTURE = '<img src="/quay.jpg" alt="">'


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
    "brackets": ("<p>By Ann Lee (Senior Fellow)</p>", [("Ann Lee", "Senior Fellow")]),
    "dash": (
        "<p>By Ann Lee – Senior Fellow, Trade Program</p>",
        [("Ann Lee", "Senior Fellow, Trade Program")],
    ),
    "lines": (
        "<div><div>By</div><div>Ann Lee</div><div>Senior Fellow</div><div>Bo Ray</div><div>Scholar</div></div>",
        [("Ann Lee", "Senior Fellow"), ("Bo Ray", "Scholar")],
    ),
}


@pytest.mark.parametrize("name", TITLES_IN_BYLINE)
def test_titles_in_the_byline_are_not_names(name: str) -> None:
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
def test_the_word_behind_an_editors_name_is_not_an_author(language: str) -> None:
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


@pytest.mark.parametrize(
    "line",
    ["By Ann Lee, translated by Bo Ray", "By Ann Lee · Translated by Bo Ray", "By Ann Lee; photos by Bo Ray"],
)
def test_who_translated_is_not_an_author_in_the_line_of_the_names_either(line: str) -> None:
    record = headed(DEK_LINE, f"<p>{line}</p>", DATE)
    assert (record["byline"], authors(record), record["dek"]) == ("Ann Lee", [("Ann Lee", None)], DEK)


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
def test_a_list_of_contents_in_the_header_is_not_one_of_its_lines(tag: str, between: str) -> None:
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
def test_the_outlet_is_not_an_author(name: str) -> None:
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
def test_what_stands_beside_names_and_day_is_not_a_dek(name: str) -> None:
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


@pytest.mark.parametrize(
    ("language", "byline"),
    [
        ("fr", "By Ann Lee and Bo Ray"),
        ("fr", "Par Ann Lee et Bo Ray"),
        ("ru", "By Ann Lee and Bo Ray"),
        ("hi", "By Ann Lee and Bo Ray"),
        ("en", "By Ann Lee and Bo Ray"),
    ],
)
def test_names_are_joined_in_the_language_of_the_page_or_of_the_site(language: str, byline: str) -> None:
    page = legacy(PARAGRAPHS, header=f"<p>{byline}</p>{DATE}").replace('lang="en"', f'lang="{language}"')
    assert f'<html lang="{language}"' in page
    assert authors(read(page)) == [("Ann Lee", None), ("Bo Ray", None)]


@pytest.mark.parametrize("language", ["ru", "RU", "ru-RU"])
def test_the_language_of_a_page_may_be_written_in_capitals(language: str) -> None:
    names = "<p>Автор: <span>Анна Лиева</span> <span>и Борис Раев</span></p>"
    page = legacy(PARAGRAPHS, header=names + DATE).replace("Harbor Lights", "Огни гавани")
    record = read(page.replace('lang="en"', f'lang="{language}"'))
    assert (record["byline"], len(record["authors"])) == ("Анна Лиева и Борис Раев", 2)
    assert conjunctions(language) == conjunctions("ru") != conjunctions(None)


POST = "<p>The Continental Post</p>"
REPRINTED = {
    "alone": (None, f'<div class="post-author">The Continental Post</div>{DATE}<p>Op-Ed</p>'),
    "alone below its label": (None, f"<p>Op-Ed</p>{POST}{DATE}"),
    "behind a label": (None, f"<p>Op-Ed</p><p>By The Continental Post</p>{DATE}"),
    "below a name": ("Ann Lee", f"<p>Op-Ed</p><p>Ann Lee</p>{POST}{DATE}"),
    "beside a name": ("Ann Lee", f"<div>Ann Lee, The Continental Post</div>{DATE}<p>Op-Ed</p>"),
}


@pytest.mark.parametrize("form", REPRINTED)
def test_an_outlet_in_the_place_of_a_byline_is_not_an_author(form: str) -> None:
    author, header = REPRINTED[form]
    record = read(legacy(header=header))
    assert [each["name"] for each in record["authors"]] == ([author] if author else [])
    assert (record["dek"], record["date"], record["type"]) == (None, "2019-05-03", "op-ed")
    assert record["body"] == [PROSE, MORE, LAST]


def test_a_dek_behind_whose_comma_an_article_stands_is_no_byline() -> None:
    dek = "On paper, the pilots of the north answer the letters of the town."
    assert read(current(PARAGRAPHS, header=f"<p>{dek}</p>{DATE}", over="<p>Event</p>"))["dek"] == dek
