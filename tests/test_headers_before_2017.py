"""Headers of pages before 2017, as people print them who know no rule: labels, series, names and dates in any line."""

from collections.abc import Mapping
from typing import Any

import pytest
from small_pages import ADDRESS, BYLINE, DATE, MORE, PARAGRAPHS, PROSE, STRAY, legacy, read

from carnegie_extract import NoArticle, extract

SITE = "Carnegie Endowment for International Peace"
DEK = "Lamps, and what they cost"


def names(record: Mapping[str, Any]) -> list[str]:
    return [author["name"] for author in record["authors"]]


def old(header: str, *, title: str = f"Harbor Lights - {SITE}", head: str = "") -> Mapping[str, Any]:
    """The record of a page of 2005: a table, and in its cell a header and the text."""
    logo = f'<img src="/logo.gif" alt="{SITE}">'
    address = f'<link rel="canonical" href="{ADDRESS}">'
    return read(
        f"<html><head><title>{title}</title>{address}{head}</head><body><table><tr><td>{logo}</td></tr><tr>"
        f"<td>{header}<p>{PROSE}</p><p>{MORE}</p></td></tr></table></body></html>"
    )


@pytest.mark.parametrize(
    ("line", "label"),
    [
        ("Carnegie Paper, May 3, 2005", "carnegie paper"),
        ("Policy Outlook | May 3, 2005", "policy outlook"),
        ("Conference Report No. 4, May 3, 2005", "conference report"),
        ("Harbor Brief, Volume 4, Number 11 | Tuesday, May 3, 2005", "harbor brief"),
        ("Congressional Testimony &#8212; May 3, 2005", "congressional testimony"),
        ("Tuesday, May 3, 2005 | Web Commentary", "web commentary"),
    ],
)
@pytest.mark.parametrize("tag", ["p", "div", "h5"])
def test_a_series_and_a_date_in_one_line(line: str, label: str, tag: str) -> None:
    record = old(f"<h1>Harbor Lights</h1><{tag}>By Ann Lee</{tag}><{tag}>{line}</{tag}>")
    assert (record["type"], record["date"], record["byline"]) == (label, "2005-05-03", "Ann Lee")
    assert (record["dek"], record["body"]) == (None, [PROSE, MORE])


@pytest.mark.parametrize("series", ["Volume 4, Issue 2", "March 2006, Volume 4, Issue 2", "Том 4, выпуск 2"])
def test_the_number_of_an_issue_is_not_a_dek(series: str) -> None:
    record = old(f"<h1>Harbor Lights</h1><p>{series}</p><p>By Ann Lee</p><p>May 3, 2005</p>")
    assert (record["dek"], record["type"], record["byline"]) == (None, None, "Ann Lee")


def test_a_series_in_a_line_of_its_own_is_the_label() -> None:
    record = old("<h1>Harbor Lights</h1><i>Harbor Brief, No. 11</i><br><br>By Ann Lee<br>May 3, 2005<br><br>")
    assert (record["dek"], record["type"], record["date"]) == (None, "harbor brief", "2005-05-03")


@pytest.mark.parametrize(
    "title",
    [
        f"{SITE} | Harbor Bulletin | Harbor Lights",
        f"{SITE} &raquo; Harbor Lights",
        f"{SITE} :: Harbor Lights",
        f"Harbor Lights &laquo; {SITE}",
        "Print: Harbor Lights",
        "Print - Harbor Lights",
        f"Harbor Lights - Harbor Bulletin - {SITE}",
    ],
)
@pytest.mark.parametrize(
    "headline", ["<font size=5><b>Harbor Lights</b></font><br>", "<span>Harbor Lights</span>"]
)
def test_the_headline_is_an_end_of_the_title(title: str, headline: str) -> None:
    record = old(f"<div>{headline}</div><div>By Ann Lee</div><div>May 3, 2005</div>", title=title)
    assert (record["headline"], record["byline"]) == ("Harbor Lights", "Ann Lee")


@pytest.mark.parametrize(
    ("header", "authors"),
    [
        ("<b>Ann Lee</b><br>May 3, 2005", ["Ann Lee"]),
        ("<h4>Ann Lee</h4><font size=-1>May 3, 2005</font>", ["Ann Lee"]),
        (
            "<b>Ann Lee, Senior Associate</b><br><b>Bo Ray, Visiting Scholar</b><br>May 3, 2005",
            ["Ann Lee", "Bo Ray"],
        ),
        (
            f"<i>{DEK}</i><br><br><b>Ann Lee</b><br><b>Bo Ray</b><br>Harbor Paper No. 8<br>May 3, 2005",
            ["Ann Lee", "Bo Ray"],
        ),
        ("Ann Lee<br>Carnegie Commentary, May 3, 2005", ["Ann Lee"]),
        ("<h4>By Ann Lee and Bo Ray</h4><h5>May 3, 2005</h5>", ["Ann Lee", "Bo Ray"]),
        ('Posted by: <a href="/experts/4">Ann Lee</a> Tuesday, May 3, 2005', ["Ann Lee"]),
    ],
)
def test_names_over_the_date(header: str, authors: list[str]) -> None:
    record = old(f"<center><h2>Harbor Lights</h2>{header}</center>")
    assert (names(record), record["date"]) == (authors, "2005-05-03")
    assert record["dek"] == (DEK if DEK in header else None)


def test_a_heading_of_the_text_is_not_a_name() -> None:
    record = old(f"<h1>Harbor Lights</h1>By Bo Ray<br>May 3, 2005<br><br><p>{STRAY}</p><h4>Ann Lee</h4>")
    assert names(record) == ["Bo Ray"]


@pytest.mark.parametrize(
    "line", ['<a href="/experts/1">Ann Lee</a>, <a href="/experts/2">Bo Ray</a>', "By Ann Lee and Bo Ray"]
)
def test_the_byline_may_stand_over_the_headline(line: str) -> None:
    menu = '<ul><li><a href="/experts/">Experts</a></li><li><a href="/events/">Events</a></li></ul>'
    record = read(
        legacy(over=f"{menu}<div>{line}</div>", header="<ul><li>May 3, 2013</li><li>Book</li></ul>")
    )
    assert (names(record), record["date"]) == (["Ann Lee", "Bo Ray"], "2013-05-03")
    record = read(legacy(over=menu, header="<ul><li>May 3, 2013</li><li>Book</li></ul>"))
    assert names(record) == []


def test_the_date_may_stand_in_a_list_right_over_the_headline() -> None:
    record = read(legacy(over="<ul><li>May 3, 2016</li></ul>", header=BYLINE))
    assert record["date"] == "2016-05-03"
    record = read(legacy(over="<ul><li>May 3, 2016</li></ul><p>Harbors</p>", header=BYLINE))
    assert "date-from-url" in record["warnings"]


@pytest.mark.parametrize("label", ["Summary", "Резюме", "Résumé :", "摘要"])
def test_a_heading_over_the_dek(label: str) -> None:
    for header in (
        f"<div><h4>{label}</h4><p>{STRAY}</p></div>{BYLINE}{DATE}",
        f"{BYLINE}{DATE}<div><h4>{label}</h4><p>{STRAY}</p></div>",
    ):
        assert read(legacy(header=header))["dek"] == STRAY
    described = f'<meta name="description" content="{STRAY}">'
    page = legacy(header=f"{BYLINE}{DATE}<div><h4>{label}</h4><p>{STRAY}</p></div>", head=described)
    assert read(page.replace('<div class="article-body">', "<div>"))["body"][0] == PROSE


def test_a_summary_of_several_paragraphs_is_text() -> None:
    page = legacy(header=f"{BYLINE}{DATE}<div><h3>Summary</h3>{PARAGRAPHS}</div>")
    assert read(page.replace('<div class="article-body">', "<div>"))["dek"] is None


def test_an_outlet_in_the_line_of_the_label() -> None:
    record = read(legacy(header=f"{BYLINE}<p>Op-Ed <em>Harbor Gazette</em></p>{DATE}"))
    assert (record["type"], record["date"], record["dek"]) == ("op-ed", "2019-05-03", None)


@pytest.mark.parametrize("lead", ["", "<div>Views from the quay.</div>"])
def test_a_blogs_name_over_the_headline(lead: str) -> None:
    assert read(legacy(over=f"<div>Strategic Europe</div>{lead}"))["blog"] == "Strategic Europe"
    menu = f"<div>Strategic Europe</div><div>Diwan</div>{lead}"
    assert read(legacy(over=menu))["blog"] is None


def test_the_caption_of_a_photograph_is_not_a_dek() -> None:
    record = read(
        legacy(header=f"{BYLINE}{DATE}<div>A quay in winter, 1986. (Photo by Bo Ray via Getty Images)</div>")
    )
    assert record["dek"] is None


def test_a_moderator_below_the_speakers() -> None:
    one, two = (f"<div><h4>{name}</h4><p>{name} {STRAY[6:]}</p></div>" for name in ("Ann Lee", "Bo Ray"))
    record = read(legacy(header=DATE, after=f"<h3>Speakers</h3>{one}<h3>Moderator</h3>{two}"))
    assert names(record) == ["Ann Lee", "Bo Ray"]


FIELDS = (
    ("Date", "Tuesday, May 3, 2005"),
    ("Time", "12:15 PM to 2:00 PM"),
    ("Location", "Harbor Room, Second Floor"),
    ("Speakers", '<a href="/experts/1">Ann Lee</a><br>Bo Ray'),
    ("Moderator", "Cy Orr"),
)


def test_an_event_with_its_fields_in_a_table() -> None:
    rows = "".join(f"<tr><td><b>{label}:</b></td><td>{value}</td></tr>" for label, value in FIELDS)
    record = old(f"<h1>Harbor Lights</h1><table>{rows}</table>")
    assert (names(record), record["date"], record["dek"]) == (
        ["Ann Lee", "Bo Ray", "Cy Orr"],
        "2005-05-03",
        None,
    )
    assert record["body"] == [PROSE, MORE]


def test_a_table_of_data_stays_one() -> None:
    rows = "<tr><td>Harbor:</td><td>boats</td></tr><tr><td>Salt Quay</td><td>12</td></tr>"
    page = legacy(f"<p>{PROSE}</p><table>{rows}</table><p>{MORE}</p>")
    assert [block.type for block in extract(page.encode()).blocks] == ["paragraph", "table", "paragraph"]


def test_speakers_beside_the_text() -> None:
    people = '<ul><li><a href="/experts/1">Ann Lee</a> <span>Fellow</span></li><li>Bo Ray <span>Fellow</span></li></ul>'
    record = read(legacy(header=DATE, after=f'<div id="zone2"><h3>Speakers</h3>{people}</div>'))
    assert names(record) == ["Ann Lee", "Bo Ray"]


def arabic(line: str) -> Mapping[str, Any]:
    page = legacy(header=f"<p>{line}</p><p>٣ مايو ٢٠١٠</p>").replace('lang="en"', 'lang="ar"')
    return read(page.replace("Harbor Lights", "أضواء الميناء"))


@pytest.mark.parametrize(
    ("line", "authors"),
    [
        ("بقلم ليلى حداد وسامر نجار", ["ليلى حداد", "سامر نجار"]),
        ("بقلم ليلى حداد، سامر نجار، وهدى كرم", ["ليلى حداد", "سامر نجار", "هدى كرم"]),
        ("بقلم ليلى حداد و سامر نجار", ["ليلى حداد", "سامر نجار"]),
        ('بقلم <a href="/experts/1">ليلى حداد</a> وسامر نجار', ["ليلى حداد", "سامر نجار"]),
        ("بقلم محمد وليد حداد", ["محمد وليد حداد"]),
        ("بقلم سامر علي وليد نجار", ["سامر علي وليد نجار"]),
        ("بقلم سامر وهران", ["سامر وهران"]),
        ("بقلم وهران سامر", ["وهران سامر"]),
    ],
)
def test_arabic_writes_and_in_one_word_with_the_name(line: str, authors: list[str]) -> None:
    record = arabic(line)
    assert names(record) == authors
    assert record["byline"] in line.replace('<a href="/experts/1">', "").replace("</a>", "")


def test_links_to_files_are_not_a_dek() -> None:
    links = '<ul><li><a href="/files/lights.pdf">Full Text (English)</a></li></ul>'
    record = read(legacy(header=f"{BYLINE}{DATE}<p>{STRAY}</p>{links}"))
    assert record["dek"] == STRAY
    assert record["pdf"] == "https://carnegieendowment.org/files/lights.pdf"


def test_two_links_to_files_in_one_line_are_not_text() -> None:
    links = '<p><a href="/files/lights.pdf">Full Text (PDF)</a> | <a href="/files/ar.pdf">Arabic</a></p>'
    record = old(f"<h1>Harbor Lights</h1><p>By Ann Lee</p><p>May 3, 2005</p>{links}")
    assert (record["body"], record["dek"]) == ([PROSE, MORE], None)


@pytest.mark.parametrize(
    "place", ["Harbor Gazette", "<i>The Harbor Gazette</i>", "Testimony before the Salt Committee"]
)
def test_a_date_behind_an_outlet(place: str) -> None:
    record = old(f"<h1>Harbor Lights</h1><p>By Ann Lee</p><p>{place}, Tuesday, May 3, 2005</p>")
    assert (record["date"], record["type"], record["dek"], record["body"]) == (
        "2005-05-03",
        None,
        None,
        [PROSE, MORE],
    )


def test_an_element_called_summary_holds_the_dek() -> None:
    for markup in (f'<div class="pub-summary">{STRAY}</div>', f'<div class="summary"><p>{STRAY}</p></div>'):
        page = legacy(header=f"{BYLINE}{DATE}{markup}").replace('<div class="article-body">', "<div>")
        assert (read(page)["dek"], read(page)["body"][0]) == (STRAY, PROSE)


def test_the_label_of_a_card_or_a_menu_is_not_the_pages() -> None:
    card = '<div><a href="/2004/01/01/salt-pub-1">Salt of the Coast</a><br>Bo Ray, <i>Paper</i>, February 1, 2004</div>'
    assert (
        read(legacy(over=card, header=f"{BYLINE}<p>Policy Brief | May 3, 2005</p>"))["type"] == "policy brief"
    )
    menu = '<div><a href="/a">About</a> <a href="/b">Staff</a> <a href="/c">News</a></div>'
    assert read(legacy(over=menu))["type"] is None


MENUS = {
    "three entries": ("Experts", "Books", "Event"),
    "two entries": ("Experts", "Event"),
    "one entry": ("Event",),
}


@pytest.mark.parametrize("form", MENUS)
def test_an_entry_of_a_menu_over_the_headline_yields_to_a_label_below(form: str) -> None:
    menu = "".join(f'<li><a href="/{entry}">{entry}</a></li>' for entry in MENUS[form])
    below = f"{BYLINE}<ul><li>Policy Brief</li><li>May 3, 2005</li></ul>"
    assert read(legacy(over=f"<ul>{menu}</ul>", header=below))["type"] == "policy brief"
    assert read(legacy(over=f"<ul><li>{MENUS[form][-1]}</li></ul>", header=below))["type"] == "event"
    alone = read(legacy(over=f"<ul>{menu}</ul>"))["type"]
    assert alone == (None if form == "three entries" else "event")


DIVIDED = [
    "<p><span>3</span> <span>May</span> <span>2005</span> <a href='/experts/1'>Ann Lee</a></p>",
    "<p><a href='/experts/1'>Ann Lee</a> <b>May</b> <b>3,</b> <b>2005</b></p>",
    "<div><i>Tuesday</i> <b>3</b> <b>May</b> <b>2005</b> | <a href='/experts/1'>Ann Lee</a></div>",
]


@pytest.mark.parametrize("line", DIVIDED)
def test_a_date_in_several_elements_beside_a_name(line: str) -> None:
    record = old(f"<h1>Harbor Lights</h1>{line}")
    assert (record["date"], record["byline"], record["dek"]) == ("2005-05-03", "Ann Lee", None)
    undated = old(
        f"<h1>Harbor Lights</h1><p>By Bo Ray</p><p>Policy Brief</p>{line.replace('2005', 'Harbor')}"
    )
    assert undated["date"] != "2005-05-03"


@pytest.mark.parametrize(
    "day", ["1<sup>er</sup> mars 2005", "March 1<sup>st</sup>, 2005", "1<span>st</span> March 2005"]
)
def test_an_ordinal_in_an_element_of_its_own(day: str) -> None:
    record = old(f"<h1>Harbor Lights</h1><p>By Ann Lee</p><p>{day}</p>")
    assert (record["date"], record["body"]) == ("2005-03-01", [PROSE, MORE])


ABOVE = [
    ('<p class="author">Ann Lee</p>', ""),
    ('<div class="pub-authors">Ann Lee</div>', ""),
    ("<p>Ann Lee</p>", "<p><i>Ann Lee keeps the lamps of Elm Quay, and has written on them since.</i></p>"),
]


@pytest.mark.parametrize(("name", "bio"), ABOVE)
@pytest.mark.parametrize(
    "issue",
    ["Harbor Review. Vol. 9, No. 2 (2005)", "Harbor Review, Volume 9 (2005)", "Гавань. Том 9, № 2 (2005)"],
)
def test_a_name_over_the_headline_and_an_issue_with_its_year(name: str, bio: str, issue: str) -> None:
    def undated(over: str) -> bytes:
        head = f'<title>Harbor Lights - {SITE}</title><link rel="canonical" href="http://www.ceip.org/pubs/4711">'
        return f"{head}{over}<h1>Harbor Lights</h1><p>{PROSE}</p><p>{MORE}</p>{bio}".encode()

    record = extract(undated(f"<div>{issue}</div>{name}")).record()
    assert (record["byline"], record["date"], record["dek"]) == ("Ann Lee", None, None)
    assert record["body"] == [PROSE, MORE]
    for over in (f"<div>{issue}</div><p>Bo Ray</p>", f"<div>{issue.replace('2005', '205')}</div>{name}"):
        with pytest.raises(NoArticle):
            extract(undated(over))


@pytest.mark.parametrize(
    "rights", [f"© {SITE}, 2005. No reprints.", f"(c) {SITE}", "版权所有 © 卡内基国际和平基金会"]
)
def test_the_copyright_below_the_notes_is_not_a_note(rights: str) -> None:
    notes = f"<p>Notes</p><p>[1] Harbor Papers, 14.</p><p>[2] Ann Lee, 15.</p><p>{rights}</p>"
    record = read(legacy(after=notes))
    assert [note["text"] for note in record["notes"]] == ["Harbor Papers, 14.", "Ann Lee, 15."]
    assert (record["warnings"], record["body"]) == ([], read(legacy())["body"])


TESTIMONY = {
    "over an occasion": (
        "<p>Ann Lee<br>Senior Associate<br>{site}</p><p>Testimony before the Subcommittee on Harbors and Lights of "
        "the Coast<br>United States Senate<br>May 3, 2005</p>"
    ),
    "beside a title": (
        "<p>Ann Lee, Senior Associate<br>{site}</p><p>Testimony before the Harbor Committee<br>May 3, 2005</p>"
    ),
    "over the name of the house": (
        "<p><b>Ann Lee</b><br>{site}</p><p>Testimony before the Harbor Committee</p><p>May 3, 2005</p>"
    ),
    "below the occasion": (
        "<p>Testimony before the Harbor Committee<br>United States Senate<br>May 3, 2005</p><p>By Ann Lee</p>"
    ),
    "in the label": "<p>Testimony of Ann Lee<br>before the Harbor Committee<br>May 3, 2005</p>",
    "behind the label": "<p>Testimony by Ann Lee<br>United States Senate<br>May 3, 2005</p>",
}


@pytest.mark.parametrize("header", TESTIMONY)
@pytest.mark.parametrize("site", [SITE, "Carnegie Endowment"])
def test_who_testifies_and_before_whom(header: str, site: str) -> None:
    record = old(f"<h5>TESTIMONY</h5><h1>Harbor Lights</h1>{TESTIMONY[header].format(site=site)}")
    assert (names(record), record["type"], record["date"]) == (["Ann Lee"], "testimony", "2005-05-03")
    assert (record["dek"], record["body"]) == (None, [PROSE, MORE])


@pytest.mark.parametrize("place", ["Washington, D.C.", "Washington, DC", "Moscow", "Brussels"])
@pytest.mark.parametrize(
    "header",
    [
        "<p>By {}<br>Publisher: Carnegie Endowment<br>{}<br>May 3, 2005</p>",
        "<p>By {}<br>{}<br>May 3, 2005</p>",
        "<p>By {}</p><p>{}</p><p>May 3, 2005</p>",
        "<p>By {}</p><p>{}, May 3, 2005</p>",
    ],
)
@pytest.mark.parametrize(
    "who", ["Ann Lee", '<a href="/experts/index.cfm?fa=expert_view&expert_id=3">Ann Lee</a>']
)
def test_a_place_behind_the_names_is_nobody(place: str, header: str, who: str) -> None:
    record = old(f"<h1>Harbor Lights</h1>{header.format(who, place)}")
    assert (record["byline"], names(record)) == ("Ann Lee", ["Ann Lee"])
    assert (record["type"], record["dek"], record["date"]) == (None, None, "2005-05-03")


def test_a_place_in_the_byline_is_nobody_either() -> None:
    record = old("<h1>Harbor Lights</h1><p>By Ann Lee and Bo Ray, Washington, D.C.</p><p>May 3, 2005</p>")
    assert (record["byline"], names(record)) == (
        "Ann Lee and Bo Ray, Washington, D.C.",
        ["Ann Lee", "Bo Ray"],
    )


@pytest.mark.parametrize(
    "outlet", ["International Herald Tribune", "South China Morning Post", "Harbor Evening News"]
)
def test_an_outlet_that_ends_as_a_label_is_no_name(outlet: str) -> None:
    header = f"<p>By Ann Lee<br><i>{outlet}</i>, October 18, 2004</p>"
    record = read(legacy(over="<h3>Op-Ed</h3>", header=header))
    assert (names(record), record["date"], record["type"]) == (["Ann Lee"], "2004-10-18", "op-ed")
