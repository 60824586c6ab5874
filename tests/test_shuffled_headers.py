"""Headers, authors and tags of shuffled pages, and of pages that others printed, that were read wrongly."""

import pytest
from small_pages import (
    ADDRESS,
    BYLINE,
    DATE,
    DEK,
    MORE,
    PARAGRAPHS,
    PROSE,
    STRAY,
    current,
    headed,
    legacy,
    read,
)

CITED = "Ann Lee, “Harbor Lights,” Carnegie Endowment for International Peace, May 3, 2026, https://example.org/1."


@pytest.mark.parametrize(
    "box",
    [
        f"<div><h4>Cite This</h4><p>{CITED}</p><button>Copy</button></div>",
        f"<h3>Suggested Citation</h3><p>{CITED}</p>",
        f"<p>{CITED}</p>",
    ],
)
@pytest.mark.parametrize("between", ["", '<img src="/a.jpg" alt=""><div>Source: Getty</div>'])
def test_how_to_cite_the_piece_is_not_a_dek_and_hides_no_byline(box: str, between: str) -> None:
    record = headed(box, between, BYLINE, DATE)
    assert (record["byline"], record["date"], record["dek"]) == ("Ann Lee", "2019-05-03", None)
    assert record["body"] == read(current(f"<main>{PARAGRAPHS}</main>"))["body"]


@pytest.mark.parametrize("who", ["Ann Lee", "Ann Lee and Bo Ray", ""])
def test_how_to_cite_the_piece_is_not_a_bio(who: str) -> None:
    cited = CITED.replace("Ann Lee, ", f"{who}, " if who else "")
    after = (
        f"<div>Ann Lee<b>Fellow</b></div><section><h3>Cite</h3><p>{cited}</p><button>Copy</button></section>"
    )
    (author,) = read(legacy(after=f"{after}<h2>More Work from Carnegie</h2>"))["authors"]
    assert (author["name"], author["title"], author["bio"]) == ("Ann Lee", "Fellow", None)


@pytest.mark.parametrize(
    "sentence",
    [
        "In 2019 this essay, “Harbor Lights,” won the Carnegie Endowment a prize of 12 boats.",
        "Bo Ray answers “Harbor Lights” in the next issue, and so do nine pilots of the old quay.",
        "“Harbor Lights,” the third essay of the series, counts the boats again, all 12 of them this time.",
    ],
)
def test_a_sentence_that_names_the_piece_is_the_articles(sentence: str) -> None:
    assert sentence in read(current(f"<main><p>{PROSE}</p><p>{sentence}</p><p>{MORE}</p></main>"))["body"]


@pytest.mark.parametrize(
    "insert",
    [
        "<p><font size='2'>It began at the quay.</font></p>",
        "<center>***</center>",
        '<a href="/experts/9">Bo</a>',
    ],
)
def test_old_markup_in_a_text_makes_no_old_page_of_one_of_2026(insert: str) -> None:
    over = "<div><span>Commentary</span><span>Diwan</span></div>"
    header = f"{over}{BYLINE}<p>Published on May 3, 2026</p>"
    record = read(current(f"<main>{PARAGRAPHS}{insert}</main>", header=header, over=""))
    assert (record["layout"], record["blog"]) == ("site-2026", "Diwan")


@pytest.mark.parametrize(
    "line",
    [
        '<div><img src="/i.svg" alt="Commentary"><span>Commentary</span></div>',
        '<p><img src="/i.svg" alt="">Commentary</p>',
        '<div><img src="/i.svg" alt="Article"><span>Commentary</span></div><h2>Harbor Lights</h2>'
        '<div><img src="/i.svg" alt="Article"><span>Commentary</span></div>',
    ],
)
def test_a_label_with_an_icon_is_not_a_credit(line: str) -> None:
    hero = '<meta property="og:image" content="https://example.org/a.jpg">'
    page = current(f"<main>{PARAGRAPHS}</main>", header=f"{line}{BYLINE}{DATE}", over="", head=hero)
    assert read(page)["image"]["credit"] is None
    credited = page.replace(
        f"</h1>{line}", f"</h1>{line}<figure><img src='/a.jpg'><p>Source: Getty</p></figure>"
    )
    assert read(credited)["image"]["credit"] == "Source: Getty"


TAGS = '<a href="/topics/trade">Trade</a><a href="/regions/gulf">Gulf</a>'


@pytest.mark.parametrize(
    "tags",
    [
        f'<div class="tags">{TAGS}</div>',
        f"<ul><li>{TAGS.replace('</a><a', '</a></li><li><a')}</li></ul>",
        f"<p>{TAGS.replace('</a><a', '</a>, <a')}</p>",
    ],
)
@pytest.mark.parametrize(
    "below",
    [
        "<div><p>Was this page helpful?</p><button>Yes</button></div>",
        f'<section><p>{STRAY}</p><button type="button">Ring</button></section>',
        "",
    ],
)
def test_tags_are_recognized_above_anything(tags: str, below: str) -> None:
    page = current(f"<main><div><div>{PARAGRAPHS}</div></div>{tags}{below}</main>")
    record = read(page)
    assert (record["topics"], record["regions"]) == (["Trade"], ["Gulf"])


def test_links_to_topics_within_the_text_are_not_tags() -> None:
    page = current(f"<main><p>{PROSE}</p><p>{TAGS}</p><p>{MORE}</p></main>")
    assert read(page)["topics"] == []
    apart = current(f"<main><p>{PROSE}</p><div>{TAGS}</div><p>{MORE}</p><p>{DEK}</p><p>{STRAY}</p></main>")
    assert read(apart)["topics"] == []


@pytest.mark.parametrize(
    "line",
    [
        '<li><a href="/posts/salt">Salt of the Coast</a><span>May 5, 2026</span></li>',
        '<p><a href="/posts/salt">Salt of the Coast</a> (9 min)</p>',
        '<div><a href="/posts/salt">Salt</a> <a href="/posts/tide">Tide</a></div>',
    ],
)
def test_links_to_other_pieces_over_the_disclaimer_are_not_tags(line: str) -> None:
    below = "<p>Carnegie does not take institutional positions on public policy issues.</p>"
    page = legacy(after=f"<h2>About the Author</h2><p>Ann Lee</p><h4>Most Read</h4>{line}{below}")
    assert read(page)["topics"] == []


OUTLETS = {
    "called so": '<p class="source">Harbor Gazette</p>',
    "in italics": "<p><i>Harbor Gazette</i></p>",
    "cited": '<p class="article-source"><cite>The Salt Review</cite></p>',
}


@pytest.mark.parametrize("line", OUTLETS)
@pytest.mark.parametrize("header", [BYLINE + DATE, DATE + BYLINE])
def test_an_outlet_may_stand_in_one_element_with_the_text(line: str, header: str) -> None:
    record = read(current("", header=f"{header}{OUTLETS[line]}{PARAGRAPHS}"))
    assert record["body"] == read(current("", header=header + PARAGRAPHS))["body"]
    assert (record["byline"], record["dek"]) == ("Ann Lee", None)


@pytest.mark.parametrize("line", ["Dear Colleagues,", "Dear Members of the Committee,", "الزملاء الأعزاء،"])
def test_a_salutation_is_not_an_outlet(line: str) -> None:
    record = headed(BYLINE, DATE, f"<div><p>{line}</p></div>")
    assert record["body"][0] == line
    assert len(record["body"]) == 4


@pytest.mark.parametrize(
    "who", ["<b>Ann Lee</b>:<br>", "Ann Lee:<br>", '<a href="/people/ann-lee">Ann Lee</a><br>']
)
def test_who_speaks_first_is_not_a_byline(who: str) -> None:
    known = '<meta name="author" content="Ann Lee">'
    page = current(f"<main><p>{who}{PROSE}</p><p>{MORE}</p></main>", header=DATE, head=known)
    record = read(page)
    assert record["byline"] is None
    assert record["body"] == [f"Ann Lee{':' if ':' in who else ''} {PROSE}", MORE]


BEHIND = ['<a href="/topics/trade">Trade</a>', '<a href="/programs/asia">Rivers and Harbors</a>',
          '<a href="/regions/gulf">The Gulf</a>']  # fmt: skip
BYLINES = {
    "a linked name, a bar": '<p>By <a href="/people/ann-lee">Ann Lee</a> | {0}</p>',
    "no label": '<div><a href="/people/ann-lee">Ann Lee</a> | {0}</div>',
    "spans": '<div><span>By <a href="/people/ann-lee">Ann Lee</a></span><span>{0}</span></div>',
    "a plain name": "<p>By Ann Lee · {0}</p>",
    "a comma": '<p>By <a href="/people/ann-lee">Ann Lee</a>, {0}</p>',
    "before the name": '<p>{0} | By <a href="/people/ann-lee">Ann Lee</a></p>',
}


@pytest.mark.parametrize("line", BYLINES)
@pytest.mark.parametrize("link", BEHIND)
def test_a_topic_beside_the_byline_is_not_an_author(line: str, link: str) -> None:
    record = headed(BYLINES[line].format(link), DATE)
    assert (record["byline"], [author["name"] for author in record["authors"]]) == ("Ann Lee", ["Ann Lee"])


@pytest.mark.parametrize("rubric", ['<a href="/rubric">{0}</a>', '<div><a href="/rubric">{0}</a></div>'])
@pytest.mark.parametrize("name", ["Экономика", "Trade"])
def test_a_rubric_below_the_date_is_not_an_author(rubric: str, name: str) -> None:
    text = f'<div class="zone-main">{PARAGRAPHS}</div></div>'
    header = f'<div class="commentary-detail"><h1>Harbor Lights</h1><div>03.05.2019</div>{rubric.format(name)}{text}'
    title = "<title>Harbor Lights - Carnegie Endowment for International Peace</title>"
    record = read(f'{title}<link rel="canonical" href="{ADDRESS}"><body>{header}</body>')
    assert (record["byline"], record["authors"], len(record["body"])) == (None, [], 3)


SERIES = ["Trade, Equity, and Development Series", "Rivers and Harbors Project", "Harbor Series No. 4"]
BESIDE_DATE = {
    "items": f"<ul><li>{{0}}</li><li>May 3, 2019</li></ul>{BYLINE}",
    "items, the date first": f"{BYLINE}<ul><li>May 3, 2019</li><li>{{0}}</li></ul>",
    "elements": f"{BYLINE}<div><span>{{0}}</span><span>May 3, 2019</span></div>",
    "breaks": "<p>By Ann Lee<br>{0}<br>May 3, 2019</p>",
    "one line": f"{BYLINE}<p>{{0}}, May 3, 2019</p>",
    "lines": f"{BYLINE}<p>{{0}}</p><p>May 3, 2019</p>",
}


@pytest.mark.parametrize("form", BESIDE_DATE)
@pytest.mark.parametrize("series", SERIES)
def test_a_series_or_a_project_beside_the_date_is_not_a_type(series: str, form: str) -> None:
    record = read(legacy(header=BESIDE_DATE[form].format(series)))
    assert (record["type"], record["kind"], record["dek"]) == (None, None, None)
    assert (record["byline"], record["date"], len(record["body"])) == ("Ann Lee", "2019-05-03", 3)


@pytest.mark.parametrize(
    ("printed", "label", "kind"),
    [
        ("Policy Brief 35", "policy brief", "paper"),
        ("Carnegie Paper #12", "carnegie paper", "paper"),
        ("Carnegie Papers, Number 44", "carnegie papers", "paper"),
        ("Conference Report No. 4", "conference report", "report"),
        ("Harbor Commentary 7", "harbor commentary", "commentary"),
    ],
)
@pytest.mark.parametrize("form", ["items", "one line", "elements", "lines"])
def test_a_label_may_have_a_number_and_a_series(printed: str, label: str, kind: str, form: str) -> None:
    record = read(legacy(header=BESIDE_DATE[form].format(printed)))
    assert (record["type"], record["kind"]) == (label, kind)


@pytest.mark.parametrize(
    "footer", ["Carnegie Endowment for International Peace", "Harbor Office", "Tide Tables"]
)
def test_a_footer_right_below_the_speakers_names_none(footer: str) -> None:
    speakers = "<h3>Event Speakers</h3><div><p>Bo Ray</p><p>Fellow, Salt Program</p></div>"
    page = current(
        f"<main>{PARAGRAPHS}{speakers}</main><footer><p>{footer}</p><p>Research</p></footer>", header=DATE
    )
    assert [author["name"] for author in read(page)["authors"]] == ["Bo Ray"]


@pytest.mark.parametrize(
    "title", ["Senior Fellow, the program “Rivers and Harbors of the Northern Coast and of its Islands”",
              "Senior Fellow (on leave), and once the head of the harbor office of the northern towns (2012–19)"],
)  # fmt: skip
def test_a_long_title_may_end_with_a_quotation_mark_or_a_bracket(title: str) -> None:
    page = current(
        f"<main>{PARAGRAPHS}<h3>Event Speakers</h3><ul><li>Bo Ray <span>{title}</span></li></ul></main>",
        header=DATE,
    )
    (author,) = read(page)["authors"]
    assert (author["name"], author["title"]) == ("Bo Ray", title)


@pytest.mark.parametrize(
    "rights",
    [
        "© 2019 Harbor Gazette. Reprinted with permission.",
        "© Harbor Gazette 2019. Reprinted with permission of the Gazette.",
    ],
)
def test_the_copyright_of_a_reprint_makes_no_page_of_another_site(rights: str) -> None:
    page = legacy(f"{PARAGRAPHS}<p>{rights}</p>").replace('<link rel="canonical"', '<link rel="x"')
    marked = page.replace("</head>", '<link rel="stylesheet" href="/css/ceip_main.css"></head>')
    assert read(marked)["headline"] == "Harbor Lights"


@pytest.mark.parametrize(
    ("line", "byline", "names"),
    [
        ("Ann Lee, Bo Ray · May 3, 2019 · 5 min read", "Ann Lee, Bo Ray", ["Ann Lee", "Bo Ray"]),
        ("May 3, 2019 | Ann Lee and Bo Ray", "Ann Lee and Bo Ray", ["Ann Lee", "Bo Ray"]),
        ("Ann Lee and Bo Ray • 3 May 2019", "Ann Lee and Bo Ray", ["Ann Lee", "Bo Ray"]),
        ("Harbor Gazette | May 3, 2019 | 5 min read", None, []),
        ("Commentary by Ann Lee, May 3, 2019", "Ann Lee", ["Ann Lee"]),
        ("By Ann Lee Commentary May 3, 2019", "Ann Lee", ["Ann Lee"]),
    ],
)
@pytest.mark.parametrize("tag", ["p", "div", "h4"])
def test_names_beside_the_date_are_the_authors(
    line: str, byline: str | None, names: list[str], tag: str
) -> None:
    record = headed(f"<{tag}>{line}</{tag}>")
    assert (record["byline"], [author["name"] for author in record["authors"]]) == (byline, names)
    assert (record["date"], record["dek"], len(record["body"])) == ("2019-05-03", None, 3)


def test_on_an_old_page_one_name_beside_the_date_is_enough() -> None:
    record = read(legacy(header="<div>Ann Lee | May 3, 2019</div>"))
    assert (record["byline"], record["date"]) == ("Ann Lee", "2019-05-03")


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("By Ann Lee. Photographs by Bo Ray.", ["Ann Lee"]),
        ("By Ann Lee and Cy Fox. Translated by Bo Ray", ["Ann Lee", "Cy Fox"]),
        ("By Ann Lee Jr. and Cy Fox", ["Ann Lee Jr.", "Cy Fox"]),
        ("By Ann Lee @annlee", ["Ann Lee"]),
        ("By Ann Lee (@annlee) and Bo Ray (@boray)", ["Ann Lee", "Bo Ray"]),
        ("Interview by Ann Lee", ["Ann Lee"]),
        ("By the Editors", []),
        ("By Ann Lee and others", []),
    ],
)
def test_a_byline_holds_names_and_is_not_a_dek(line: str, names: list[str]) -> None:
    record = headed(f"<p>{line}</p>", DATE)
    assert ([author["name"] for author in record["authors"]], record["dek"]) == (names, None)


@pytest.mark.parametrize(
    "title", ["Senior Fellow, Salt Program", "Director", "Professor of Law, Harbor University"]
)
@pytest.mark.parametrize(
    "form", ["<p>{0}<br>{1}</p>", "<p><b>{0}</b><br><i>{1}</i></p>", "<div>{0}<br/>{1}</div>"]
)
def test_a_name_over_its_title_is_the_author(title: str, form: str) -> None:
    record = headed(form.format("Ann Lee", title), DATE)
    assert (record["byline"], record["dek"], record["date"]) == ("Ann Lee", None, "2019-05-03")
    assert record["authors"][0]["title"] == title


@pytest.mark.parametrize(
    "line",
    [
        "Updated June 3, 2020. Published May 3, 2019",
        "Last updated June 3, 2020 | Published on May 3, 2019",
        "Updated: June 3, 2020 · First published May 3, 2019",
        "Released May 3, 2019",
        "Issued on May 3, 2019",
    ],
)
def test_the_day_of_publication_may_follow_that_of_an_update(line: str) -> None:
    assert headed(BYLINE, f"<p>{line}</p>")["date"] == "2019-05-03"


BELOW_TAGS = {
    "a gift": f'<p>{STRAY}</p><a href="https://donate.carnegieendowment.org/support">Donate</a>',
    "an address": '<p><a href="mailto:letters@example.org">letters@example.org</a></p>',
    "a link": '<p><a href="/guidelines">Write for us</a></p>',
}


@pytest.mark.parametrize("below", BELOW_TAGS)
@pytest.mark.parametrize(
    "label", ["<p>Topics: {0}</p>", "<h3>Topics</h3><ul><li>{0}</li></ul>", "<h4>Tags</h4><div>{0}</div>"]
)
def test_what_stands_below_labelled_tags_is_none(label: str, below: str) -> None:
    tags = label.format('<a href="/topics/trade">Trade</a>')
    record = read(
        legacy(after=f"{tags}<section>{BELOW_TAGS[below]}</section><h2>More Work from Carnegie</h2>")
    )
    assert record["topics"] == ["Trade"]


@pytest.mark.parametrize("label", ["<p>Topics: {0}</p>", "<h3>Topics</h3><p>{0}</p>"])
def test_labelled_tags_may_lead_anywhere(label: str) -> None:
    tags = label.format('<a href="/t/trade">Trade</a>, <a href="/t/salt">Salt</a>')
    assert read(legacy(after=f"{tags}<h2>More Work from Carnegie</h2>"))["topics"] == ["Trade", "Salt"]


@pytest.mark.parametrize("place", ["/collections/salt", "/programs/salt", "/projects/salt"])
@pytest.mark.parametrize(
    "line",
    [
        '<div><a href="{0}">Salt Papers</a> <span>Part 2 of 4</span></div>',
        '<p>Part of <a href="{0}">Salt Papers</a></p>',
        '<p>In: <a href="{0}">Salt Papers</a></p>',
    ],
)
def test_a_line_that_leads_to_a_series_is_not_a_dek(line: str, place: str) -> None:
    record = headed("<span>Commentary</span>", line.format(place), f"<p>{DEK}</p>", BYLINE, DATE, over="")
    assert (record["dek"], record["type"], record["byline"]) == (DEK, "commentary", "Ann Lee")


@pytest.mark.parametrize("name", ["lead", "article-lead", "summary"])
def test_the_caption_of_the_hero_is_not_a_dek(name: str) -> None:
    words = "Boats at the old quay, which nobody has mended since the great storm of 1998. (Photo by Bo Ray)"
    hero = f'<div class="{name}"><figure><img src="/a.jpg" alt=""><figcaption>{words}</figcaption></figure></div>'
    record = headed(hero, BYLINE, DATE)
    assert (record["dek"], record["image"]["credit"]) == (None, words)


@pytest.mark.parametrize(
    ("over", "label"),
    [
        ("<p>Commentary / Middle East</p>", "commentary"),
        ("<p>Type: Commentary</p>", "commentary"),
        ("<p>In The Media – Harbor Gazette</p>", "in the media"),
        ("<div>Category: Paper</div>", "paper"),
    ],
)
def test_a_label_over_the_headline_may_stand_beside_something_else(over: str, label: str) -> None:
    assert headed(BYLINE, DATE, over=over)["type"] == label


@pytest.mark.parametrize("form", ["<p><strong>Summary</strong><br>{0}</p>", "<p><b>Summary:</b> {0}</p>",
                                  "<div><span>Summary</span> <span>{0}</span></div>"])  # fmt: skip
def test_a_dek_has_no_label(form: str) -> None:
    assert headed(form.format(DEK), BYLINE, DATE)["dek"] == DEK


@pytest.mark.parametrize(
    "label", ["<p>Key takeaways</p>", "<p><b>At a glance</b></p>", "<div>In short</div>"]
)
def test_a_list_over_the_byline_hides_neither_it_nor_itself(label: str) -> None:
    record = headed(f"{label}<ul><li>{DEK}</li><li>{MORE}</li><li>{STRAY}</li></ul>", BYLINE, DATE)
    assert (record["byline"], record["date"], record["dek"]) == ("Ann Lee", "2019-05-03", None)
    kept = record["body"][:3] == [DEK, MORE, STRAY]
    assert kept == ("<b>" in label)
    assert kept or any(warning.startswith("text-unread") for warning in record["warnings"])


@pytest.mark.parametrize("line", ["Testimony in Full", "Event Transcript", "Book Review Essay"])
def test_what_opens_with_a_label_is_not_a_name(line: str) -> None:
    record = read(legacy(header=f"<p>{line}</p>{DATE}", over="<p>Commentary</p>"))
    assert (record["byline"], record["authors"]) == (None, [])


@pytest.mark.parametrize(
    "title", ["Senior Associate, Carnegie Endowment", "Director, Salt Program", "Visiting Scholar"]
)
@pytest.mark.parametrize("tag", ["p", "div"])
def test_a_title_below_a_bare_name_is_not_a_dek(title: str, tag: str) -> None:
    record = headed(f"<{tag}>Ann Lee</{tag}><{tag}>{title}</{tag}>", DATE)
    assert (record["byline"], record["dek"], record["authors"][0]["title"]) == ("Ann Lee", None, title)


@pytest.mark.parametrize(
    "line",
    [
        "Originally published in the Harbor Gazette on May 3, 2019",
        "First published in Harbor Gazette, May 3, 2019",
        "Published in the Salt Review May 3, 2019",
    ],
)
def test_the_day_may_stand_behind_where_it_was_published(line: str) -> None:
    assert headed(BYLINE, f"<p>{line}</p>")["date"] == "2019-05-03"


@pytest.mark.parametrize("label", ["Type", "Category", "Kind of piece"])
def test_a_field_says_the_type_behind_a_colon(label: str) -> None:
    fields = f"<ul><li>Author: Ann Lee</li><li>Date: May 3, 2019</li><li>{label}: Paper</li></ul>"
    record = read(legacy(header=fields))
    assert (record["type"], record["kind"], record["byline"]) == ("paper", "paper", "Ann Lee")


@pytest.mark.parametrize("entry", ["Event 1", "Podcast 12", "Paper 104"])
def test_an_entry_of_a_menu_with_a_number_is_not_a_label(entry: str) -> None:
    menu = f"<ul><li><a href='/a'>{entry}</a></li><li><a href='/b'>Experts 7</a></li></ul>"
    assert headed(BYLINE, DATE, over=menu)["type"] is None
