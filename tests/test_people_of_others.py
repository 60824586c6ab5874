"""What pages say of their authors, as others set it: boxes, bios within the text, links and labels beside names."""

import pytest
from small_pages import BYLINE, DATE, PARAGRAPHS, STRAY, current, legacy, read

from carnegie_extract import extract

BIO = "Ann Lee is a fellow who studies the harbors of the north and the salt that is landed there."
HER = f"Lee has sailed with three crews. {STRAY}"
HIS = "Bo Ray teaches the history of canals and keeps a diary of the tides at the mouth of the river."
TWO = '<p>By <a href="/people/ann-lee">Ann Lee</a> and <a href="/people/bo-ray">Bo Ray</a></p>' + DATE
ANN = '<h4><a href="/people/ann-lee">Ann Lee</a></h4>'
BO = '<h4><a href="/people/bo-ray">Bo Ray</a></h4>'
CARD = '<article><a href="/research/2026/04/salt"><span>Commentary</span><span>Salt</span></a><p>Bo Ray</p></article>'
DISCLAIMER = "Carnegie does not take institutional positions on public policy issues."
BODY = [text.removesuffix("</p>") for text in PARAGRAPHS.split("<p>")[1:]]


def said(page: str) -> list[tuple[object, object, object]]:
    """Name, title and bio of each author; the body is whole and nothing but the text."""
    record = read(page)
    assert record["body"] == BODY
    return [(each["name"], each["title"], each["bio"]) for each in record["authors"]]


@pytest.mark.parametrize("printed", [current, legacy])
@pytest.mark.parametrize(
    ("people", "expected"),
    [
        (f"<article>{ANN}<p>{BIO}</p></article>", [None, BIO]),
        (f"<article>{ANN}<p>Fellow</p><p>{BIO}</p></article>", ["Fellow", BIO]),
        (f"<article><p>{BIO}</p></article>", [None, BIO]),
        (f"<ul><li><article>{ANN}<p>{BIO}</p>{CARD}</article></li></ul>", [None, BIO]),
    ],
)
@pytest.mark.parametrize("second", [True, False])
def test_an_article_element_for_each_author(
    printed: object, people: str, expected: list[str], second: bool
) -> None:
    assert callable(printed)
    other = f"<article>{BO}<p>{HIS}</p></article>"
    both = people.replace("</ul>", f"<li>{other}</li></ul>") if "</ul>" in people else people + other
    after = f"<section><h3>About the Authors</h3>{both if second else people}</section>"
    text = f"<main>{PARAGRAPHS}</main>"
    page = legacy(after=after, header=TWO) if printed is legacy else current(text + after, header=TWO)
    assert said(page) == [("Ann Lee", *expected), ("Bo Ray", None, HIS if second else None)]


FIXED = "Correction: An earlier version named the wrong pier."
CLOSES = {
    "a mark": "<p>■</p>",
    "a rule": "<hr><p><br></p>",
    "a correction": f"<p>{FIXED}</p>",
    "a correction in italics": f"<p><em>{FIXED}</em></p>",
    "thanks": "<p>The author thanks the pilots of the north.</p>",
    "three of them": f"<p><i>Update: The pier is open.</i></p><p>{FIXED}</p><p>* * *</p>",
}


def closing(after: str) -> tuple[object, list[object]]:
    """The body, and the authors' bios, of a page whose text something closes."""
    record = read(legacy(PARAGRAPHS + after))
    return record["body"], [each["bio"] for each in record["authors"]]


@pytest.mark.parametrize("after", CLOSES.values(), ids=CLOSES)
@pytest.mark.parametrize(
    "bio", [f"<p><em>{BIO}</em></p>", f"<p>{BIO}</p>", f"<h3>About the Author</h3><p>{BIO}</p>"]
)
def test_what_closes_a_text_may_follow_the_bio_that_does(bio: str, after: str) -> None:
    assert closing(bio + after) == (closing(after)[0], [BIO])


@pytest.mark.parametrize("after", ["thanks", "a correction", "a correction in italics", "three of them"])
def test_corrections_and_thanks_are_text(after: str) -> None:
    body, _ = closing(CLOSES[after])
    assert isinstance(body, list)
    assert body[: len(BODY)] == BODY
    assert len(body) > len(BODY)


def test_a_paragraph_below_a_sentence_about_the_author_goes_on_with_the_text() -> None:
    assert closing(f"<p><em>{BIO}</em></p><p>{STRAY}</p>")[0] == [*BODY, BIO, STRAY]


@pytest.mark.parametrize(
    "sign",
    [
        '<a href="#about">#</a>',
        ' <a href="#about" aria-label="Link">¶</a>',
        '<span><a href="/x#about"><span>§</span></a></span>',
    ],
)
def test_the_sign_of_a_place_is_not_a_word_of_a_heading(sign: str) -> None:
    assert closing(f"<h3>About the Author{sign}</h3><p>{BIO}</p>") == (BODY, [BIO])
    blocks = extract(legacy(f"{PARAGRAPHS}<h3>Salt{sign}</h3><p>{STRAY}</p>").encode()).blocks
    assert [block.text for block in blocks][len(BODY)] == "Salt"


LONG = f"{BIO} {HER}"
BOX = "<div><h3>About the Author</h3><p>Ann Lee</p><p>{}</p></div>"


@pytest.mark.parametrize(
    ("above", "amid", "below"),
    [
        (BOX.format(BIO), "", ""),
        (BOX.format(BIO), f"<p><em>{BIO}</em></p>", ""),
        ("", f"<p><em>{BIO}</em></p>", "<h2>Notes</h2><ol><li>Salt.</li></ol>" + BOX.format(LONG)),
        (BOX.format(BIO), "", BOX.format(LONG)),
    ],
)
def test_a_bio_in_two_places_is_one(above: str, amid: str, below: str) -> None:
    header = '<p>By <a href="/people/ann-lee">Ann Lee</a></p>' + DATE + above
    record = read(legacy(PARAGRAPHS + amid, header=header, after=below))
    assert record["body"] == BODY
    assert [each["bio"] for each in record["authors"]] == [BIO]


ABOUT = f"<section><h3>About the Author</h3><div><p>Ann Lee</p><p>Fellow</p><p>{BIO}</p><p>{HER}</p></div></section>"
TAGS = '<div><a href="/topics/salt">Salt</a><a href="/regions/north">North</a></div>'
CITED = "Ann Lee, “Harbor Lights,” Carnegie Endowment for International Peace, 2019."
BOXES = {
    "a question": "<div><p>Did this page help you?</p><button>Yes</button></div>",
    "a request": f'<section><p>{STRAY}</p><a href="https://example.org/give">Donate</a></section>',
    "a citation": f"<section><h3>Cite This</h3><p>{CITED}</p><button>Copy</button></section>",
    "a citation alone": f"<p>{CITED}</p>",
}


@pytest.mark.parametrize("printed", [current, legacy])
@pytest.mark.parametrize("tags", ["", TAGS])
@pytest.mark.parametrize("box", BOXES.values(), ids=BOXES)
def test_a_box_below_the_authors_is_not_one_of_their_bios(printed: object, tags: str, box: str) -> None:
    after = ABOUT + tags + box
    page = legacy(after=after) if printed is legacy else current(f"<main>{PARAGRAPHS}</main>{after}")
    assert said(page) == [("Ann Lee", "Fellow", f"{BIO} {HER}")]


def test_authors_in_elements_below_that_of_their_heading() -> None:
    after = (
        f"<div><div><h3>About the Authors</h3></div><p>Carnegie has two.</p></div>"
        f"<div><p>Ann Lee</p><p>Fellow</p><p>{BIO}</p></div><div><p>Bo Ray</p><p>{HIS}</p></div>"
    )
    assert said(legacy(after=after, header=TWO)) == [("Ann Lee", "Fellow", BIO), ("Bo Ray", None, HIS)]


IN_TEXT = f"<h3>About the Author</h3><p>{BIO}</p>"


@pytest.mark.parametrize("box", BOXES.values(), ids=BOXES)
def test_a_box_below_a_bio_in_the_element_of_the_text(box: str) -> None:
    assert said(legacy(PARAGRAPHS + IN_TEXT, after=box)) == [("Ann Lee", None, BIO)]


@pytest.mark.parametrize("box", BOXES.values(), ids=BOXES)
def test_a_box_below_tags_in_the_element_of_the_bio(box: str) -> None:
    assert said(legacy(after=f"{IN_TEXT}{TAGS}{box}")) == [("Ann Lee", None, BIO)]


@pytest.mark.parametrize("words", ["View full bio", "More of Ann Lee’s work", "Полная версия"])
def test_a_link_to_the_page_of_an_author_is_not_a_title(words: str) -> None:
    link = f'<a href="/people/ann-lee">{words}</a>'
    named = f"<section><h3>About the Author</h3><div><p>Ann Lee</p>{{}}{link}</div></section>"
    assert said(legacy(after=named.format(""))) == [("Ann Lee", None, None)]
    assert said(legacy(after=named.format(f"<p>Fellow</p><p>{BIO}</p>"))) == [("Ann Lee", "Fellow", BIO)]


@pytest.mark.parametrize("label", ["الكتّاب:", "الكاتبة:", "المؤلفة:"])
@pytest.mark.parametrize("name", ['<a href="/people/rima">ريما السهلي</a>', "ريما السهلي"])
def test_labels_of_the_byline_in_arabic(label: str, name: str) -> None:
    page = current(f"<main>{PARAGRAPHS}</main>", header=f"<p>{label} {name}</p>{DATE}")
    record = read(page.replace('lang="en"', 'lang="ar"'))
    assert (record["byline"], record["authors"][0]["name"]) == ("ريما السهلي", "ريما السهلي")


WORKS = {
    "a list": '<ul><li><a href="/posts/1">Salt of the Coast</a></li><li>Bo Ray</li></ul>',
    "names in a line": '<p><a href="/posts/1">Salt of the Coast</a></p><p>Bo Ray, Ann Lee</p>',
    "names that are links": '<div><a href="/posts/1">Salt</a> <a href="/people/bo-ray">Bo Ray</a></div>',
    "cards": f"<ul><li>{CARD}</li></ul>",
}


@pytest.mark.parametrize("work", WORKS.values(), ids=WORKS)
@pytest.mark.parametrize(
    "box",
    ["<div>{}</div>", "<ul><li>{}</li></ul>", "<section><div>{}</div></section>", "<article>{}</article>"],
)
def test_an_author_named_again_among_the_work_of_another(work: str, box: str) -> None:
    ann = f"<p>Ann Lee</p><p>Fellow</p><p>{BIO}</p><h4>Recent Work</h4>{work}"
    boxes = box.format(ann) + box.format(f"<p>Bo Ray</p><p>Historian</p><p>{HIS}</p>")
    page = legacy(after=f"<section><h3>About the Authors</h3>{boxes}</section>", header=TWO)
    assert said(page) == [("Ann Lee", "Fellow", BIO), ("Bo Ray", "Historian", HIS)]


def test_somebody_else_below_the_authors_gives_them_nothing() -> None:
    other = f'<div><a href="/people/cy-moss">Cy Moss</a><p>Editor</p><p>{STRAY}</p></div>'
    after = f"<section><h3>About the Author</h3><div><p>Ann Lee</p><p>Fellow</p></div>{other}</section>"
    assert said(legacy(after=after)) == [("Ann Lee", "Fellow", None)]


@pytest.mark.parametrize("link", ["Rivers and Harbors", "Asia Program"])
def test_a_short_link_in_the_header_is_not_a_dek(link: str) -> None:
    header = f'<div><a href="/programs/x">{link}</a></div><p>By Ann Lee</p>{DATE}'
    assert read(current(f"<main>{PARAGRAPHS}</main>", header=header))["dek"] is None


@pytest.mark.parametrize("heading", ["Contributors", "Meet the Authors", "Contributeurs"])
def test_more_headings_over_authors(heading: str) -> None:
    links = (
        '<ul><li><a href="https://x.com/ann">@ann</a></li><li><a href="mailto:a@b.org">a@b.org</a></li></ul>'
    )
    box = f"<div><p>Ann Lee</p><p>Fellow</p><p>{BIO}</p>{links}</div>"
    assert said(legacy(after=f"<section><h3>{heading}</h3>{box}</section>")) == [("Ann Lee", "Fellow", BIO)]


@pytest.mark.parametrize("summary", [f"<p>Summary: {STRAY}</p>", f"<p>Summary</p><p>{STRAY}</p>"])
def test_a_labelled_summary_and_a_date_tell_an_article_without_byline(summary: str) -> None:
    page = legacy(header=DATE + summary)
    unaddressed = page.replace('<link rel="canonical"', '<link rel="x"')
    record = read(unaddressed)
    assert (record["dek"], record["authors"], record["body"]) == (STRAY, [], BODY)


FOOT = {
    "authors first": f"<h3>About the Authors</h3>{{people}}<p>{DISCLAIMER}</p>",
    "tags first": '<h3>Topics</h3><ul><li><a href="/topics/salt">Salt</a></li></ul><h3>Authors</h3>{people}',
    "notes first": f"<h3>Notes</h3><ol><li>{STRAY}</li></ol><h3>About the Author</h3>{{people}}",
}


@pytest.mark.parametrize("outer", ["main", "article", "main><div"])
@pytest.mark.parametrize("foot", FOOT)
def test_the_foot_of_an_article_says_who_wrote_it(foot: str, outer: str) -> None:
    people = f"<div><p>Ann Lee</p><p>Fellow</p><p>{BIO}</p></div>"
    footer = f"<footer>{FOOT[foot].format(people=people)}</footer>"
    top, text = current(PARAGRAPHS + footer, header=BYLINE + DATE).split("<body>")
    page = f"{top}<body><{outer}>{text}"
    assert said(page) == [("Ann Lee", "Fellow", BIO)]


@pytest.mark.parametrize(
    "footer",
    [
        "<h3>Topics</h3><ul><li><a href='/topics/all'>All</a></li></ul><p>© 2026 Carnegie Endowment</p>",
        "<h3>About the Authors</h3><p>Ann Lee</p><p>Fellow</p><p>1779 Massachusetts Avenue NW</p>",
        f"<p>{STRAY}</p>",
    ],
)
def test_the_foot_of_the_site_says_nothing_of_an_article(footer: str) -> None:
    page = current(f"<main>{PARAGRAPHS}</main>", header=BYLINE + DATE)
    record = read(
        page.replace("<body>", "<body><main>").replace("</body>", f"<footer>{footer}</footer></main></body>")
    )
    assert (record["topics"], [each["title"] for each in record["authors"]]) == ([], [None])


@pytest.mark.parametrize("bio", ["Lee is a fellow of the harbor school.", BIO])
@pytest.mark.parametrize(
    "more", ['<a href="#">More from this author...</a>', '<p><a href="/people/ann-lee">Full bio</a></p>', ""]
)
def test_a_sentence_about_an_author_is_not_a_title_and_a_link_below_it_not_a_bio(bio: str, more: str) -> None:
    box = f'<div class="author-box">{ANN}<p>{bio}</p>{more}</div>'
    page = legacy(PARAGRAPHS, after=f"<h3>About the Author</h3>{box}", header=BYLINE + DATE)
    assert said(page) == [("Ann Lee", None, bio)]


PEOPLE_IN_TABLES = {
    "a row each": "<tr><th>{ann}</th><td><p>Fellow</p><p>{bio}</p></td></tr>",
    "without links": "<tr><td>Ann Lee</td><td><p>Fellow</p><p>{bio}</p></td></tr>",
    "one cell": "<tr><td>{ann}<p>Fellow</p><p>{bio}</p></td></tr>",
}


@pytest.mark.parametrize("caption", ["About the Author", "Authors"])
@pytest.mark.parametrize("rows", PEOPLE_IN_TABLES)
def test_a_table_about_authors_is_not_a_table_of_data(rows: str, caption: str) -> None:
    row = PEOPLE_IN_TABLES[rows].format(ann='<a href="/people/ann-lee">Ann Lee</a>', bio=BIO)
    table = f"<table><caption>{caption}</caption><tbody>{row}</tbody></table>"
    for printed in (legacy, current):
        assert said(printed(PARAGRAPHS + table, header=BYLINE + DATE)) == [("Ann Lee", "Fellow", BIO)]


def test_a_bio_needs_no_full_stop() -> None:
    after = f"<h3>About the Author</h3>{ANN}<p>Ann Lee is a fellow at the harbor school</p>"
    assert said(legacy(PARAGRAPHS, after=after, header=BYLINE + DATE)) == [
        ("Ann Lee", None, "Ann Lee is a fellow at the harbor school")
    ]
