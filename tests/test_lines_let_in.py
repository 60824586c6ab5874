"""Lines let into a text by the page: keys of charts, slides, drawn tables, what closes it. The text itself is kept."""

from collections.abc import Callable

import pytest
from small_pages import BYLINE, DATE, LAST, MORE, PARAGRAPHS, PROSE, STRAY, current, legacy, read, within

from carnegie_extract import extract

Page = Callable[[str], str]
TEXT = [PROSE, MORE, LAST]
three_shapes = pytest.mark.parametrize(
    "page",
    [
        pytest.param(legacy, id="legacy"),
        pytest.param(lambda text: current(f"<main><div>{text}</div></main>"), id="current"),
        pytest.param(
            lambda text: current(
                f'<section id="content"><div class="payload-richtext">{text}</div></section>'
            ),
            id="rich text",
        ),
    ],
)

SLIDES = [
    "The pilots of the western quay leave the lamp house at dusk, an hour or two after the clerks.",
    "A clerk counts the lamps that came back from the quay; the broken ones are handed to the smith.",
]
BESIDE = {
    "key of a map": "<p>● sailing ○ laid up</p>",
    "key in pieces": "<p><span>■ grain</span> <span>■ salt</span> <span>■ lamp oil</span></p>",
    "key in lines": "<ul><li>● sailing</li><li>○ laid up</li></ul>",
    "slides": '<div class="swiper"><div class="slide"><img src="/a.jpg" alt=""><p>{}</p></div><div class="slide">'
    '<img src="/b.jpg" alt=""><p>{}</p></div><p>1 / 2</p></div>'.format(*SLIDES),
    "slides told by a role": '<div aria-roledescription="carousel"><div><img src="/a.jpg"><p>{}</p></div><div>'
    '<img src="/b.jpg"><p>{}</p></div></div>'.format(*SLIDES),
    "slides named otherwise": '<div class="photo-slider"><div><img src="/a.jpg"><p>{}</p></div><div>'
    '<img src="/b.jpg"><p>{}</p></div><div>2/2</div></div>'.format(*SLIDES),
    "podcast": '<p>Subscribe on <a href="https://a.example">Pod A</a>, <a href="https://b.example">Pod B</a>, or '
    "wherever you get your podcasts.</p>",
    "podcast to hear": "<p>Listen to it on Pod A or wherever you get your podcasts.</p>",
    "podcast to follow": "<p>Follow us on Pod A, Pod B, or wherever you get your podcasts!</p>",
    "transcript": "<p>Note: this is an AI-generated transcript and may contain errors</p>",
    "transcript made": "<p>This transcript was automatically generated and may contain mistakes.</p>",
    "card": '<div><span>Podcast Episode</span> <a href="/podcasts/salt">The Salt of the Coast</a><p>Two pilots talk '
    "about the day the lamps were lit in the wrong order.</p></div>",
    "card of own elements": '<x-card><b>Podcast Episode</b><a href="/podcasts/salt">The Salt</a><p>Two '
    "pilots talk about the day the lamps were lit in the wrong order.</p></x-card>",
    "card in bold": '<div><b>Commentary</b><a href="/salt"><b>The Salt of the Coast</b></a><p>Two pilots talk about '
    "the day the lamps were lit in the wrong order.</p></div>",
}


@three_shapes
@pytest.mark.parametrize("name", BESIDE)
def test_what_stands_beside_the_text_is_left_out(name: str, page: Page) -> None:
    assert read(page(within(BESIDE[name])))["body"] == TEXT


KEPT = {
    "one sign": "<p>● The pilots were paid in salt.</p>",
    "items": "<p>■ lamps and oil</p><p>■ salt</p>",
    "of two kinds": "<p>■ lamps and oil</p><p>▪ salt</p><p>■ ropes</p>",
    "a fraction": "<p>1 / 2 of the lamps burned all winter.</p>",
    "a podcast": "<p>Subscribe if you like podcasts; the pilots never did, and were none the worse for it.</p>",
    "a transcript": "<p>This transcript was found in the harbor house, where nobody had looked for it.</p>",
    "a name": "<h3>Salt Harbor</h3><p>No pilots, no lamps, and no quay</p>",
    "a picture": f'<div class="slide-in"><div><img src="/a.jpg"></div><p>{STRAY}</p></div>',
}


@three_shapes
@pytest.mark.parametrize("name", KEPT)
def test_what_only_looks_so_is_kept(name: str, page: Page) -> None:
    kept = read(page(within(KEPT[name])))["body"]
    assert len(kept) > len(TEXT), kept


ROWS = [("Month", "Boats"), ("January, before the western quay was closed to all but the pilots", "12")]
TABLES = {
    "spans": "<div role=table>{}</div>|<div role=row>{}</div>|<span role=columnheader>{}</span>|"
    "<span role=cell>{}</span>",
    "groups": "<div role=grid><div role=rowgroup>{}</div></div>|<div role=row>{}</div>|<div role=columnheader>{}</div>|"
    "<div role=gridcell>{}</div>",
    "lists": "<ul role=table>{}</ul>|<li role=row>{}</li>|<b role=columnheader>{}</b>|<p role=cell>{}</p>",
}


@three_shapes
@pytest.mark.parametrize("form", TABLES)
def test_what_is_drawn_as_a_table_is_one(form: str, page: Page) -> None:
    table, row, *cells = TABLES[form].split("|")
    rows = (row.format("".join(map(cell.format, texts))) for cell, texts in zip(cells, ROWS, strict=True))
    printed = table.format("".join(rows)) + "<p><em>Source: Pilots’ Fund.</em></p>"
    article = extract(page(within(printed)).encode())
    assert list(article.body) == TEXT
    assert [block.rows for block in article.blocks if block.type == "table"] == [tuple(ROWS)]


ROLES = ["Director of the Lamp Forum", "Keeper of the Northern Light", "Senior Researcher, Salt Institute"]
PEOPLE = ["Bo Ray", "Cy Dahl", "Di Marsh"]
BOXES = {
    "no pictures": "<div><h3>{}</h3><p>{}</p></div>",
    "sections": '<section class="person"><h4>{}</h4><p class="role">{}</p></section>',
    "boxes in boxes": "<div><div><h2>{}</h2><p><em>{}</em></p></div></div>",
}


@three_shapes
@pytest.mark.parametrize("form", BOXES)
def test_who_the_people_are_whose_answers_follow_is_no_text(form: str, page: Page) -> None:
    heads = [BOXES[form].format(name, role) for name, role in zip(PEOPLE, ROLES, strict=True)]
    texts = "".join(f"{head}<div><p>{text}</p></div>" for head, text in zip(heads, TEXT, strict=True))
    article = extract(page(texts).encode())
    assert list(article.body) == TEXT
    assert [block.text for block in article.blocks if block.type == "heading"] == PEOPLE


HOUSE = "Carnegie Endowment for International Peace"
CITED = {
    "family name first": f"Lee, Ann, Cy Dahl, and Bo Ray. “Harbor Lights.” {HOUSE}, May 3, 2019.",
    "three": f"Ann Lee, Bo Ray, and Cy Dahl, “Harbor Lights,” {HOUSE}, May 3, 2019.",
    "initials": f"Lee, A., &amp; Ray, B. (2019, May 3). Harbor Lights. {HOUSE}.",
    "no marks": f"Lee, Ann. <em>Harbor Lights</em>. Washington, DC: {HOUSE}, 2019.",
}


@three_shapes
@pytest.mark.parametrize("form", CITED)
def test_how_to_cite_the_piece_is_no_text(form: str, page: Page) -> None:
    box = f"<section><h4>Cite This</h4><p>{CITED[form]}</p><button>Copy</button></section>"
    assert read(page(PARAGRAPHS + box))["body"] == TEXT


def test_a_sentence_that_names_the_piece_is_text() -> None:
    said = f"The pilots were asked. Harbor Lights is a project of the {HOUSE}."
    assert read(current(within(f"<p>{said}</p>")))["body"] == [PROSE, MORE, said, LAST]


@three_shapes
@pytest.mark.parametrize("text", ["Subscribe for letters from our pilots.", "Sign up for news of the quay."])
def test_what_a_newsletter_asks_below_the_text_is_none(text: str, page: Page) -> None:
    assert read(page(f"{PARAGRAPHS}<div><h3>Harbor letter</h3><p>{text}</p></div>"))["body"] == TEXT


NOTE = "The lamps of that year are kept in the harbor house."
BACK = {
    "in cells": "<h3>Notes</h3><table><tr><td>1</td><td>{} <a href='#b1'>↩</a></td></tr></table>",
    "in terms": "<h3>Notes</h3><dl><dt>1</dt><dd>{} <a href='#b1'>↩︎</a></dd></dl>",
    "in elements": "<h3>Notes</h3><div><span>1</span><div>{} <a href='#call1'>⤴</a></div></div>",
}


@three_shapes
@pytest.mark.parametrize("form", BACK)
def test_an_arrow_back_to_the_text_is_no_part_of_a_note(form: str, page: Page) -> None:
    call = '<sup><a href="#n1" id="b1">1</a></sup>'
    record = read(page(f"<p>{PROSE}{call}</p><p>{MORE}</p><p>{LAST}</p>{BACK[form].format(NOTE)}"))
    assert record["notes"] == [{"id": "1", "text": NOTE}]
    assert record["body"] == TEXT


@pytest.mark.parametrize(
    ("language", "line"),
    [("fr", "Temps de lecture : 7 minutes"), ("uk", "Час читання: 7 хв"), ("ar", "مدة القراءة: 7 دقائق")],
)
def test_a_reading_time_is_no_text(language: str, line: str) -> None:
    assert (
        read(current(f"<p>{line}</p>{PARAGRAPHS}").replace('lang="en"', f'lang="{language}"'))["body"] == TEXT
    )


@pytest.mark.parametrize("title", ["Économiste", "Keeper of Lamps", "Pilot"])
def test_a_title_beside_the_name_over_the_disclaimer_is_the_authors(title: str) -> None:
    page = current(
        f"<main>{PARAGRAPHS}<section><h2>About the Authors</h2><div><b>Bo Ray</b><span>Fellow</span></div>"
        f"<div><b>Ann Lee</b><span>{title}</span></div></section>"
        "<p>Carnegie does not take institutional positions on public policy issues.</p></main>",
        header=BYLINE.replace("By ", "By Bo Ray and ") + DATE,
    )
    authors = extract(page.encode()).authors
    assert [(each.name, each.title) for each in authors] == [("Bo Ray", "Fellow"), ("Ann Lee", title)]


@pytest.mark.parametrize("heading", ["About the Editor", "About the Editors"])
def test_what_is_said_of_an_editor_is_the_authors(heading: str) -> None:
    box = f"<aside><h3>{heading}</h3><p>Ann Lee</p><p>Editor in chief, Harbor Gazette</p></aside>"
    authors = extract(current(f"<main>{PARAGRAPHS}</main>{box}").encode()).authors
    assert [(each.name, each.title) for each in authors] == [("Ann Lee", "Editor in chief, Harbor Gazette")]
