"""Whose a page is that says little: what the sites of 1999 to 2010 have of their own."""

import pytest
from small_pages import LAST, MORE, PROSE
from test_site import ENDOWMENT, LOGO, RIGHTS, STYLES, og

from carnegie_extract import Article, HomePage, OtherSite, extract

TITLE = f"<title>{ENDOWMENT}</title>"


def read(*, head: str = "<title>Harbor Lights</title>", over: str = "", end: str = "") -> Article:
    """A page without an address: a table with a header and a text in its cell."""
    header = "<h2>Harbor Lights</h2><p>By Ann Lee</p><p>May 3, 2003</p>"
    return extract(
        f"<html><head>{head}</head><body>{over}<table><tr><td>{header}<p>{PROSE}</p><p>{MORE}</p><p>{LAST}</p>"
        f"</td></tr></table>{end}</body></html>".encode()
    )


MARKS = {
    "base": {"head": '<title>Harbor Lights</title><base href="http://www.ceip.org/files/npp/">'},
    "title": {"head": TITLE},
    "way home": {"over": '<a href="/">CarnegieEndowment.org</a> &gt; <a href="/pubs">Papers</a>'},
    "home": {"over": f'<b><a href="/">{ENDOWMENT}</a></b>'},
    "office": {"end": f"<p>{ENDOWMENT}, 1779 Massachusetts Avenue NW, Washington, DC 20036-2103</p>"},
    "another office": {"end": "<p>Carnegie Europe, Rue du Congrès 15, 1000 Brussels</p>"},
    "mail": {"end": '<p><a href="mailto:npp@ceip.org?subject=x">Contact us</a> | <a href="/x">Up</a></p>'},
    "masthead": {"over": f'<table><tr><td>{ENDOWMENT}</td><td><a href="/">Home</a></td></tr></table>'},
    "issue": {"over": "<p>Proliferation Brief, Volume 1, Number 14</p>"},
    "link home": {"over": '<a href="http://www.ceip.org/">Home</a> | <a href="/pubs">Papers</a>'},
    "rights in the head": {
        "head": f'<title>Harbor Lights</title><meta name="copyright" content="Copyright 2004 {ENDOWMENT}">'
    },
    "series": {"head": "<title>Carnegie Endowment Policy Brief 12</title>"},
    "bare logo": {"over": '<img src="/l.gif" alt="Carnegie">'},
    "disclaimer": {"end": "<p><i>The Carnegie Endowment takes no position on what is said here.</i></p>"},
    "street": {"end": "<p>1779 Massachusetts Avenue NW, Washington DC</p>"},
    "rights behind the name": {"end": f"<p>{ENDOWMENT} &copy; 2004. Page posted May 5, 2004.</p>"},
    "rights behind a bar": {"end": f"<p>{ENDOWMENT} | Copyright (c) 2004</p>"},
    "masthead with bars": {
        "over": "<p>ARAB REFORM BULLETIN | July 2005, Volume 3, Issue 6 | Bo Ray, Editor</p>"
    },
    "motto": {"over": f'<img src="/b.jpg" alt="{ENDOWMENT}: Think, Analyze, Act">'},
    "rights and office": {
        "end": f"<p>&copy; 1999 {ENDOWMENT}<br>1779 Massachusetts Ave.<br>Tel: 483-7600</p>"
    },
}


@pytest.mark.parametrize("mark", MARKS)
def test_each_is_one_mark(mark: str) -> None:
    with pytest.raises(OtherSite, match="fewer than two signs"):
        read(**MARKS[mark])
    more = dict(MARKS[mark])
    more["head"] = more.get("head", "<title>Harbor Lights</title>") + STYLES
    assert read(**more).headline == "Harbor Lights"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("base", "mail"),
        ("base", "home"),
        ("title", "way home"),
        ("title", "office"),
        ("home", "rights and office"),
        ("bare logo", "street"),
        ("bare logo", "title"),
        ("disclaimer", "base"),
        ("street", "title"),
        ("masthead", "mail"),
        ("issue", "title"),
        ("link home", "rights in the head"),
        ("series", "street"),
        ("masthead with bars", "street"),
        ("motto", "rights behind the name"),
        ("bare logo", "rights behind a bar"),
    ],
)
def test_two_are_enough(one: str, other: str) -> None:
    assert read(**MARKS[one], **MARKS[other]).body == [PROSE, MORE, LAST]


@pytest.mark.parametrize(
    "page",
    [
        {"over": LOGO + MARKS["home"]["over"]},
        {"over": MARKS["masthead"]["over"] + MARKS["link home"]["over"]},
        {"over": MARKS["masthead"]["over"] + LOGO},
        {"head": MARKS["rights in the head"]["head"], "end": RIGHTS},
        {"end": RIGHTS + MARKS["mail"]["end"]},
        {"end": MARKS["mail"]["end"] + MARKS["office"]["end"]},
        {"end": RIGHTS + MARKS["office"]["end"]},
        {"end": MARKS["street"]["end"] + MARKS["office"]["end"]},
    ],
)
def test_what_says_the_same_twice_is_one_mark(page: dict[str, str]) -> None:
    with pytest.raises(OtherSite, match="fewer than two signs"):
        read(**page)


@pytest.mark.parametrize(
    "page",
    [
        {"head": '<base href="https://ceip.org.gazette.example/">'},
        {"head": f"<title>{ENDOWMENT} Weekly</title>"},
        {"over": '<a href="/">Home</a>'},
        {"over": f'<a href="https://gazette.example/">{ENDOWMENT}</a>'},
        {"over": '<a href="/carnegie">CarnegieEndowment.org</a>'},
        {"over": f"<p>The Marsh Gazette</p><p>{ENDOWMENT}</p>"},
        {
            "over": '<a href="https://gazette.example/">Home</a> | <a href="http://www.ceip.org/">The Endowment</a>'
        },
        {"head": '<title>Harbor Lights</title><meta name="copyright" content="The Marsh Gazette">'},
        {"head": "<title>Carnegie Hall Brief 12</title>"},
        {"end": "<p>The Marsh Gazette, 1779 Massachusetts Avenue NW, Washington</p>"},
        {"end": "<p>© 2003 All rights reserved</p>"},
        {"over": '<img src="/l.gif" alt="Carnegie Hall">'},
        {"end": f"<p>{ENDOWMENT}, which keeps the lights on</p>"},
        {"end": f"<p>A report of the {ENDOWMENT} &copy; 2004</p>"},
        {"end": f"<p>{ENDOWMENT} Weekly &copy; 2004</p>"},
        {"over": f'<img src="/l.gif" alt="The Gazette"><img src="/b.jpg" alt="{ENDOWMENT}: the hall">'},
        {"end": f'<img src="/b.jpg" alt="{ENDOWMENT}: the hall at night">'},
        {"end": '<p><a href="mailto:npp@gazette.example">ceip.org</a></p>'},
        {"end": '<p><a href="http://www.ceip.org/">The Endowment</a></p>'},
        {"over": MARKS["mail"]["end"], "end": f"<p>{LAST}</p>" * 12},
    ],
)
def test_what_is_not_a_mark(page: dict[str, str]) -> None:
    page["head"] = page.get("head", "<title>Harbor Lights</title>") + STYLES
    with pytest.raises(OtherSite):
        read(**page)


def test_a_page_about_the_endowment_has_its_name_for_title_and_headline() -> None:
    with pytest.raises(OtherSite):
        extract(
            f"<html><head>{TITLE}{STYLES.replace('ceip_', 'x_')}</head><body><h1>{ENDOWMENT}</h1><p>By Ann Lee</p>"
            f"<p>May 3, 2003</p><p>{PROSE}</p><p>{MORE}</p>{LOGO}</body></html>".encode()
        )


def test_marks_count_for_nothing_where_the_page_names_another_site() -> None:
    page = {"head": MARKS["base"]["head"] + og("site_name", "The Marsh Gazette"), "end": MARKS["mail"]["end"]}
    with pytest.raises(OtherSite):
        read(**page)


def test_a_month_near_the_headline_tells_an_own_page() -> None:
    for when in ("Policy Brief No. 39, June 2005", "Summer 2005"):
        page = (
            f"<title>Harbor Lights - {ENDOWMENT}</title><h1>Harbor Lights</h1><p>By Ann Lee</p><p>{when}</p>"
        )
        assert extract(f"{page}<p>{PROSE}</p><p>{MORE}</p>".encode()).byline == "Ann Lee"
    with pytest.raises(OtherSite):
        extract(f"{page.replace(when, f'She came in {when}')}<p>{PROSE}</p><p>{MORE}</p>".encode())


def test_the_home_page_has_the_name_for_its_title_and_many_headlines() -> None:
    cards = "".join(f'<h3><a href="/{at}">Harbor {at}</a></h3><p>{LAST}</p>' for at in range(4))
    with pytest.raises(HomePage):
        read(head=TITLE + MARKS["base"]["head"].partition("</title>")[2], end=cards)


TURNS = {
    "names of who speaks": "<p><b>MR. RAY:</b> {}</p>",
    "plain": "<p>{}</p>",
    "divided by breaks": "{}<br><br>",
}


@pytest.mark.parametrize("turn", TURNS)
def test_a_long_dated_text_that_nobody_signs_may_have_the_name_for_its_title(turn: str) -> None:
    text = TURNS[turn].format(LAST) * 9
    page = f"{TITLE}{LOGO}<h1>Harbor Lights</h1><p>May 3, 2003</p>{{}}"
    assert extract(page.format(text).encode()).date == "2003-05-03"
    for other in (
        text.replace("boats", '<a href="/boats">boats</a>'),
        text + "<h3><a href='/a'>Piers</a></h3>" * 3,
    ):
        with pytest.raises(HomePage):
            extract(page.format(other).encode())


COPYRIGHTS = {
    "behind a sentence": f"The views are the author's alone. &copy; {ENDOWMENT}",
    "behind two, with a year": f"Write to us. We answer all letters! Copyright 2004 {ENDOWMENT}. Washington",
    "behind reserved rights": "版权所有 © 2007 清华-卡内基全球政策中心",
    "behind a stop": "Tous droits réservés. © Centre Carnegie pour le Moyen-Orient",
    "a part of the house": "版权所有 © 卡内基国际和平基金会中国项目",
}


@pytest.mark.parametrize("line", COPYRIGHTS)
def test_a_copyright_is_one_wherever_it_stands_in_its_line(line: str) -> None:
    end = f"<p>{COPYRIGHTS[line]}</p>"
    assert read(head=TITLE, end=end).body[:3] == [PROSE, MORE, LAST]
    reprint = end.replace("<p>", "<p>This article first appeared elsewhere. ")
    for other in (reprint, end.replace("Carnegie", "Marsh").replace("卡内基", "海港")):
        with pytest.raises(OtherSite, match="fewer than two signs"):
            read(head=TITLE, end=other)


CENTERS = (
    "Centre Carnegie pour le Moyen-Orient",
    "Le Centre Carnegie de Moscou",
    "Fondation Carnegie pour la paix internationale",
    "清华-卡内基全球政策中心",
    "卡内基–清华全球政策中心",
    "卡内基中国透视",
    "Carnegie Proliferation Brief",
    "Carnegie Non-Proliferation Project",
    "Carnegie China Program",
)


@pytest.mark.parametrize("name", CENTERS)
def test_centers_and_programs_are_the_endowments_in_each_language(name: str) -> None:
    for head in (f"Harbor Lights - {name}", f"{name}: Harbor Lights", f"{name} | Harbor Lights"):
        assert read(head=OWN.format(head), end=f"<p>© 2007 {name}</p>").headline == "Harbor Lights"
    other = name.replace("Carnegie", "Carnegie Hall").replace("卡内基", "海港")
    with pytest.raises(OtherSite):
        read(head=OWN.format(f"Harbor Lights - {other}"), end=f"<p>© 2007 {other}</p>")


@pytest.mark.parametrize("company", ["CEIP", "Carnegie Endowment for International Peace", "Carnegie Europe"])
def test_word_notes_at_which_company_a_file_was_made(company: str) -> None:
    def noted(name: str) -> str:
        kept = f"<o:DocumentProperties><o:Author>lee</o:Author><o:Company>{name}</o:Company></o:DocumentProperties>"
        return f"{TITLE}<!--[if gte mso 9]><xml>{kept}</xml><![endif]-->"

    assert read(head=noted(company)).body == [PROSE, MORE, LAST]
    for head in (noted("Carnegie Hall"), f"{TITLE}<!-- {company} -->", noted("").replace("Company", company)):
        with pytest.raises(OtherSite, match="fewer than two signs"):
            read(head=head)


OWN = "<title>{}</title>"


@pytest.mark.parametrize(
    "title",
    [
        "卡内基中文网 - Harbor Lights",
        "Harbor Lights - 卡内基中文网",
    ],
)
def test_a_part_of_the_site_stands_in_the_title_of_a_dated_page(title: str) -> None:
    assert read(head=OWN.format(title)).body == [PROSE, MORE, LAST]
    with pytest.raises(OtherSite):
        read(head=OWN.format(title.replace("卡内基", "海港")))


@pytest.mark.parametrize(
    "name", ["Arab Reform Bulletin", "نشرة الإصلاح العربي", "Proliferation Brief", "The Arab Reform Bulletin"]
)
@pytest.mark.parametrize("number", ["", ", Volume 6, Issue 6", " No. 39"])
def test_a_periodical_of_the_endowment_in_title_and_masthead(name: str, number: str) -> None:
    masthead = f'<a href="/arb"><img src="/m.jpg" alt="{name}"></a>'
    assert read(head=OWN.format(name + number), over=masthead).headline == "Harbor Lights"
    for page in ({"head": OWN.format(name + number)}, {"over": masthead}, {"over": f"<p>{name}</p>"}):
        with pytest.raises(OtherSite, match="fewer than two signs"):
            read(**page)


@pytest.mark.parametrize(
    "byline",
    [
        '<p>By <a href="http://www.carnegieendowment.org/experts/?fa=expert_view&id=5">Ann Lee</a></p>',
        '<div><a href="http://carnegie.ru/experts/?fa=7">Ann Lee</a> and Bo Ray</div>',
        '<p>May 3, 2003<br>By <a href="https://carnegie-mec.org/experts/9">Ann Lee</a></p>',
    ],
)
def test_the_author_has_a_page_at_the_endowment(byline: str) -> None:
    page = f"<h2>Harbor Lights</h2>{byline}<p>May 3, 2003</p><p>{PROSE}</p><p>{MORE}</p><p>{LAST}</p>"
    with pytest.raises(OtherSite, match="fewer than two signs"):
        extract(f"<title>Harbor Lights</title>{page}".encode())
    assert extract(f"<title>Harbor Lights</title>{LOGO}{page}".encode()).body == [PROSE, MORE, LAST]
    away = page.replace("carnegie", "quay").replace("endowment", "side")
    said = f'<p>{PROSE} So <a href="http://carnegie.ru/experts/?fa=7">Ann Lee</a> says, and others.</p>'
    for other in (away, f"<h2>Harbor Lights</h2><p>May 3, 2003</p>{said * 3}"):
        with pytest.raises(OtherSite, match="fewer than two signs"):
            extract(f"<title>Harbor Lights</title>{LOGO}{other}".encode())


@pytest.mark.parametrize(
    ("title", "label"),
    [
        ("Carnegie Endowment Policy Brief 12", "POLICY BRIEF 12"),
        ("Carnegie Europe Working Paper No. 3", "Working Paper No. 3"),
        ("Carnegie Papers, No. 70", "Carnegie Papers, No. 70"),
    ],
)
def test_a_series_in_the_title_and_over_the_dated_headline_tells_an_own_page(title: str, label: str) -> None:
    head = OWN.format(title)
    assert read(head=head, over=f"<p>{label}</p>").headline == "Harbor Lights"
    for page in (
        {"head": head, "over": "<p>Policy Brief 14</p>"},
        {"head": head.replace("Carnegie", "Marsh"), "over": f"<p>{label.replace('Carnegie', 'Marsh')}</p>"},
    ):
        with pytest.raises(OtherSite):
            read(**page)


@pytest.mark.parametrize(
    "foot", [f"Sada is a journal of the {ENDOWMENT}. &copy; 2012", f"A blog: {ENDOWMENT}. © 2012"]
)
def test_a_copyright_of_nobody_behind_a_sentence_on_the_endowment_is_not_of_another(foot: str) -> None:
    publisher = f'<title>Harbor Lights - Sada</title><meta name="publisher" content="{ENDOWMENT}">'
    assert read(head=publisher + STYLES, end=f"<div>{foot}</div>").headline == "Harbor Lights"
    for end in (
        f"<div>{foot} The Marsh Gazette</div>",
        "<div>The Marsh Gazette is a paper. &copy; 2012</div>",
    ):
        with pytest.raises(OtherSite):
            read(head=publisher + STYLES, end=end)
