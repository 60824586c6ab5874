"""What stands around the names of authors and speakers: headings, boxes, thanks, credits."""

import pytest
from small_pages import LAST, MORE, PARAGRAPHS, STRAY, current, legacy, within
from small_pages import PROSE as FIRST
from test_streamed_parts import PROSE, paragraphs, read

from carnegie_extract import extract


def test_a_heading_among_the_authors_that_names_none_is_not_passed_over_in_silence() -> None:
    about = "<h3>About the Author</h3><p>Ann Lee is a fellow who writes about harbors and ferries.</p>"
    article = read(paragraphs(*PROSE[:2]) + about + f"<h3>Appendix</h3>{paragraphs(*PROSE[2:])}")
    assert article.body[:2] == PROSE[:2]
    assert article.authors[0].bio == "Ann Lee is a fellow who writes about harbors and ferries."
    assert article.body == PROSE or any(code.startswith("text-unread ") for code in article.warnings)


@pytest.mark.parametrize("credit", ["iStock", "Getty Images", "A. Person/AFP via Getty Images"])
def test_a_bare_credit_is_not_a_blog(credit: str) -> None:
    article = read(paragraphs(*PROSE), above=f"<div><span>{credit}</span><span>Article</span></div>")
    assert article.blog is None


def test_an_events_speakers_are_its_authors() -> None:
    speakers = (
        '<section><h2>Event Speakers</h2><div><h3><a href="/people/ida">Ida Dahl</a></h3><p>Senior Fellow</p>'
        "<p>Ida Dahl is a senior fellow who writes about ferries.</p></div>"
        "<div><h3>Bo Lind</h3><p>Fellow</p></div></section>"
    )
    article = read(paragraphs(*PROSE) + speakers, above="<div><span>Event</span></div>", byline="")
    assert [(author.name, author.title) for author in article.authors] == [
        ("Ida Dahl", "Senior Fellow"),
        ("Bo Lind", "Fellow"),
    ]
    assert article.body == PROSE


THANKS = (
    "The harbor school is grateful to two readers for their patience.",
    "This paper was made possible by a grant of the River Fund.",
    "Many thanks to Bo Lind, who counted the boats.",
)
BIO = "<p>Ann Lee is a fellow of the school.</p>"
ABOUT = f"<section><h3>About the Author</h3><p>Ann Lee</p><p>Fellow</p>{BIO}{{}}</section>"


@pytest.mark.parametrize(
    ("thanks", "heading"),
    [
        *((text, "<h3>Acknowledgments</h3>") for text in THANKS),
        (THANKS[0], "<p><b>Acknowledgements</b></p>"),
        *((text, "") for text in THANKS[1:]),
    ],
)
def test_thanks_below_the_authors_are_text(thanks: str, heading: str) -> None:
    more = f"<section><h2>More Work from Carnegie</h2><p>{PROSE[3]}</p></section>"
    article = read(paragraphs(*PROSE[:2]) + ABOUT.format(f"{heading}<p>{thanks}</p>") + more)
    assert article.body == [*PROSE[:2], thanks]
    assert (article.authors[0].title, article.authors[0].bio) == (
        "Fellow",
        "Ann Lee is a fellow of the school.",
    )


ABOVE = {
    "a side column": f"<div><h3>About the Author</h3><p>Ann Lee, Fellow</p>{BIO}</div>",
    "an aside": f"<aside><p>Ann Lee</p><p>Fellow</p>{BIO}</aside>",
    "a picture": f"<aside><figure><img src='/a.jpg'></figure><p>Ann Lee</p><p>Fellow</p>{BIO}</aside>",
}


@pytest.mark.parametrize("box", ABOVE)
def test_a_box_about_the_author_may_stand_above_the_text(box: str) -> None:
    page = current(
        f'<section id="content">{paragraphs(*PROSE)}</section>',
        header=f"<p>By Ann Lee</p><p>May 3, 2026</p>{ABOVE[box]}",
    )
    article = extract(page.encode())
    assert (article.authors[0].title, article.body) == ("Fellow", PROSE)
    assert article.authors[0].bio is not None


TEXT = [FIRST, MORE, LAST]
TITLE = "Senior Associate, Harbor Program"
OF_LEE = "Lee’s research covers the lamps of small harbors."
BOXES = [
    f'<div><img src="/a.jpg"><h4>Ann Lee</h4><p>{TITLE}</p><p>{OF_LEE}</p><p>More from Ann Lee...</p></div>',
    f"<div><h3>Ann Lee</h3><p><em>{TITLE}</em></p><p>{OF_LEE}</p><a href='/experts/1'>More by Ann Lee</a></div>",
    f"<div><p><strong>Ann Lee</strong><br>{TITLE}</p><p>{OF_LEE}</p><p>More from Ann Lee &raquo;</p></div>",
    f"<div><b>Ann Lee</b><div>{TITLE}</div><div>{OF_LEE}</div><div>Read more from Ann Lee…</div></div>",
    f"<div><h4>Ann Lee</h4><p>{TITLE}</p><p>More from Ann Lee...</p></div>",
]


@pytest.mark.parametrize("box", BOXES)
def test_a_box_about_the_author_in_the_column_of_the_text(box: str) -> None:
    end = legacy(PARAGRAPHS + box)
    for page in (end, end.replace("article-body", "column"), legacy(within(box))):
        article = extract(page.encode())
        assert (article.body, article.warnings) == (TEXT, ())
        assert article.authors[0].title == TITLE
        assert article.authors[0].bio == (OF_LEE if OF_LEE in box else None)


@pytest.mark.parametrize(
    "said",
    [
        f"{OF_LEE} In the winter it covers the boats, too.",
        "More from the harbor came with the tide than by road.",
    ],
)
def test_a_heading_with_the_authors_name_may_stand_over_the_text(said: str) -> None:
    article = extract(legacy(within(f"<h3>Ann Lee</h3><p>{STRAY}</p><p>{said}</p>")).encode())
    assert article.body == [FIRST, MORE, STRAY, said, LAST]
