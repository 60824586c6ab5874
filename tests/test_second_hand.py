"""Pages as another hand prints them from the same evidence, where they were read wrongly."""

import pytest
from small_pages import current

from carnegie_extract import Article, extract

SITE = "Carnegie Endowment for International Peace"
PROSE = [
    f"The {each} was built by people who did not expect anybody to come, and who were right for a long time."
    for each in ("harbor", "lighthouse", "ferry", "warehouse")
]
NOTICE = (
    "<p>Carnegie does not take institutional positions on public policy issues; the views represented herein are "
    "those of the author(s) and do not necessarily reflect the views of Carnegie, its staff, or its trustees.</p>"
)


def read(body: str, above: str = "", below: str = "", byline: str = "<p>By Ann Lee</p>") -> Article:
    return extract(
        f'<html lang="en"><head><title>The Quiet Ports | {SITE}</title>'
        '<link rel="canonical" href="https://carnegieendowment.org/posts/2026/04/the-quiet-ports"></head>'
        f"<body><main>{above}<h2>The Quiet Ports</h2>{byline}<p>Published on Apr 23, 2026</p>"
        f'<section id="content">{body}</section>{NOTICE}</main>{below}</body></html>'.encode()
    )


def paragraphs(*texts: str) -> str:
    return "".join(f"<p>{text}</p>" for text in texts)


WAITS = '<template id="B:2"></template>'
OUTER = f'<div hidden id="S:1"><div>{paragraphs(PROSE[0])}{WAITS}{paragraphs(PROSE[3])}</div></div>'
INNER = f'<div hidden id="S:2">{paragraphs(*PROSE[1:3])}</div>'


@pytest.mark.parametrize("parts", [OUTER + INNER, INNER + OUTER])
def test_streamed_parts_within_streamed_parts(parts: str) -> None:
    article = read('<!--$?--><template id="B:1"></template><p>Loading</p><!--/$-->', below=parts)
    assert article.body == PROSE


@pytest.mark.parametrize("many", [3, 12])
def test_streamed_parts_in_a_chain(many: int) -> None:
    texts = [f"{PROSE[0]} That was the harbor of pier number {number}." for number in range(many)]
    parts = [
        f'<div hidden id="S:{at}">{paragraphs(text)}<template id="B:{at + 1}"></template></div>'
        for at, text in enumerate(texts)
    ]
    article = read('<template id="B:0"></template>', below="".join(parts[::-1]))
    assert article.body == texts


def test_streamed_parts_in_a_circle_are_not_placed() -> None:
    circle = (
        f'<div hidden id="S:{at}">{paragraphs(PROSE[at])}<template id="B:{1 - at}"></template></div>'
        for at in range(2)
    )
    assert read(paragraphs(*PROSE[2:]), below="".join(circle)).body == PROSE[2:]


LATE = f'<div hidden id="S:1">{paragraphs(*PROSE[1:])}</div>'


@pytest.mark.parametrize(
    ("waits", "late", "missing"),
    [
        ('<template id="B:1"></template>', "", True),
        (
            '<template id="B:1"></template><p>Loading</p>',
            '<div hidden id="S:2"><p>Another part</p></div>',
            True,
        ),
        ('<template id="B:1"></template><template id="B:2"></template>', LATE, True),
        ('<template id="B:1"></template>', LATE, False),
        ('<template id="menu"><li>Menu</li></template>', "", False),
    ],
)
def test_a_part_that_never_came_is_told(waits: str, late: str, missing: bool) -> None:
    assert ("part-missing" in read(paragraphs(PROSE[0]) + waits, below=late).warnings) is missing


def test_each_of_many_hidden_elements_is_told_for_itself() -> None:
    many = "".join(f"<div hidden><p>{each}</p><p>{each} {at}</p></div>" for at in range(60) for each in PROSE)
    label = '<div hidden>{"authors": ["Ann Lee"], "type": "commentary"}</div>'
    assert read(paragraphs(*PROSE), above=many, below=label).metadata == {
        "authors": ["Ann Lee"],
        "type": "commentary",
    }


def test_a_heading_among_the_authors_that_names_none_is_not_passed_over_in_silence() -> None:
    about = "<h3>About the Author</h3><p>Ann Lee is a fellow who writes about harbors and ferries.</p>"
    article = read(paragraphs(*PROSE[:2]) + about + f"<h3>Appendix</h3>{paragraphs(*PROSE[2:])}")
    assert article.body[:2] == PROSE[:2]
    assert article.authors[0].bio == "Ann Lee is a fellow who writes about harbors and ferries."
    assert article.body == PROSE or any(code.startswith("text-unread ") for code in article.warnings)


@pytest.mark.parametrize("credit", ["iStock", "Getty Images", "A. Person/AFP via Getty Images"])
def test_a_bare_credit_is_no_blog(credit: str) -> None:
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
