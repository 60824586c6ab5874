"""Old pages that say little about themselves are articles all the same."""

import pytest

from carnegie_extract import Article, ExtractionError, NoArticle, extract

SITE = "Carnegie Endowment for International Peace"
FIRST = "The harbor was dredged in the spring, and nobody has been able to say who paid for it or why."
SECOND = "The ferries come twice a day now, and the ferrymen complain of the wait between the two of them."
THIRD = "In the second summer the harbor master closed the eastern pier, and the boats went elsewhere."
BODY = f'<div class="article-body"><p>{FIRST}</p><p>{SECOND}</p></div>'
DATED = '<link rel="canonical" href="http://carnegieendowment.org/2014/03/03/quiet-ports/h1">'
UNDATED = '<link rel="canonical" href="http://carnegieendowment.org/publications/4711">'


def page(body: str, head: str = "") -> bytes:
    title = f"<title>The Quiet Ports - {SITE}</title>"
    return f'<html lang="en"><head>{title}{head}</head><body>{body}</body></html>'.encode()


def names(article: Article) -> list[str]:
    return [author.name for author in article.authors]


def blog(authors: str) -> bytes:
    return page(
        '<div class="blog blog-post"><a class="blog-zone-title__logo">Diwan</a><h1>The Quiet Ports</h1>'
        f'<div class="blog-post__meta"><ul>{authors}</ul><div class="largest-text">A dek on half pay.</div>'
        f'<ul class="list-across-spaced"><li><div>March 03, 2014</div></li></ul></div>{BODY}</div>'
    )


@pytest.mark.parametrize(
    "authors", [["Ann Lee"], ["Ann Lee", "Bob El Roe"], ["Ann Lee", "Bob Roe", "Cyd Poe"]]
)
def test_a_blog_post_by_authors_without_links(authors: list[str]) -> None:
    article = extract(blog("".join(f"<li>{name}</li>" for name in authors)))
    assert names(article) == authors
    assert (article.dek, article.date, article.body) == ("A dek on half pay.", "2014-03-03", [FIRST, SECOND])


def test_a_page_whose_date_stands_in_its_address_alone() -> None:
    article = extract(page(f'<h1>The Quiet Ports</h1><p class="author">Ann Lee</p>{BODY}', DATED))
    assert names(article) == ["Ann Lee"]
    assert (article.date, article.body) == ("2014-03-03", [FIRST, SECOND])
    assert "date-from-url" in article.warnings


@pytest.mark.parametrize("prose", [1, 2, 3])
def test_a_date_over_a_text_shows_an_article(prose: int) -> None:
    text = "".join(f"<p>{line}</p>" for line in (FIRST, SECOND, THIRD)[:prose])
    undated = page(f"<h1>The Quiet Ports</h1><p>March 3, 2014</p>{text}", UNDATED)
    if prose < 3:  # a notice has as much
        with pytest.raises(NoArticle):
            extract(undated)
    else:
        assert extract(undated).date == "2014-03-03"


def test_a_page_without_any_date_and_label() -> None:
    with pytest.raises(NoArticle):
        extract(page(f'<h1>The Quiet Ports</h1><p class="author">Ann Lee</p>{BODY}', UNDATED))


@pytest.mark.parametrize(
    "header",
    [
        '<font size="5"><b>The Quiet Ports</b></font><br><br><b>By Ann Lee</b><br>March 3, 2014<br><br>',
        "<b>The Quiet Ports</b><br><i>By Ann Lee</i><br>March 3, 2014",
    ],
)
@pytest.mark.parametrize("above", ["", "<table><tr><td>Menu</td></tr></table>"])
def test_a_headline_that_no_heading_holds(header: str, above: str) -> None:
    text = page(f"{above}<div>{header}<p>{FIRST}<p>{SECOND}</div><p>© 2014 {SITE}</p>")
    article = extract(text)
    assert article.headline == "The Quiet Ports"
    assert names(article) == ["Ann Lee"]
    assert (article.date, article.body) == ("2014-03-03", [FIRST, SECOND])


INDENTED = {
    "centered": (
        '<center><font size="+2"><b>The Quiet Ports</b></font><br><font size="-1">by Ann Lee<br>'
        "<i>Reprinted with permission from the Gazette, March 3, 2014</i></font></center>"
    ),
    "heading": "<h2>The Quiet Ports</h2><p>By Ann Lee<br>March 3, 2014</p>",
    "heading in the middle": "<center><h3>The Quiet Ports</h3>By Ann Lee<br>March 3, 2014</center>",
}


@pytest.mark.parametrize("header", INDENTED)
def test_a_quotation_that_only_indents_the_page(header: str) -> None:
    quoted = f"<blockquote><p>{SECOND}</p></blockquote>"
    indented = f"<blockquote>{INDENTED[header]}<p>{FIRST}<p>{THIRD}{quoted}<p>{FIRST[:-1]}!</blockquote>"
    article = extract(page(f"{indented}<p>© 2014 {SITE}</p>"))
    assert (article.headline, names(article), article.date) == ("The Quiet Ports", ["Ann Lee"], "2014-03-03")
    assert [block.type for block in article.blocks] == ["paragraph", "paragraph", "quotation", "paragraph"]


def test_a_quotation_with_a_heading_in_it_stays_one() -> None:
    header = "<h1>The Quiet Ports</h1><p>By Ann Lee</p><p>March 3, 2014</p>"
    for inner in (
        f"<h4>Article One</h4><p>{THIRD}</p>",
        f"<center>{THIRD}</center>",
        f"<h2>One</h2><p>{THIRD}</p>",
    ):
        quoted = f"<blockquote>{inner}</blockquote>"
        article = extract(page(f"{header}<p>{FIRST}</p>{quoted}<p>{SECOND}</p>"))
        assert [block.type for block in article.blocks][-2:] == ["quotation", "paragraph"]


EVENT = "<p><b>Monday, March 3, 2014</b><br>9:00 a.m. – 5:30 p.m.<br>Elm Hall, Washington, D.C.</p>"
SPEAKERS = [
    "<h3>Speakers</h3><p><b>Ann Lee</b>, Port of Elm Quay</p><p><b>Bo Ray</b>, Harbor House</p>",
    "<h4>Panelists</h4><ul><li>Ann Lee, Port of Elm Quay</li><li>Bo Ray, Harbor House</li></ul>",
    "<p><b>Speakers</b></p><p>Ann Lee, Port Director</p><p>Bo Ray, Harbor Fellow</p>",
]


@pytest.mark.parametrize("speakers", SPEAKERS)
@pytest.mark.parametrize("above", [True, False])
def test_an_event_without_an_address_by_its_speakers(speakers: str, above: bool) -> None:
    header = f"{EVENT}<h1>The Quiet Ports</h1>" if above else f"<h1>The Quiet Ports</h1>{EVENT}"
    article = extract(page(f"{header}<p>{FIRST}</p><p>{SECOND}</p>{speakers}"))
    assert (article.date, article.body) == ("2014-03-03", [FIRST, SECOND])
    with pytest.raises(NoArticle):
        extract(page(f"{header}<p>{FIRST}</p><p>{SECOND}</p>"))


def untitled(body: str) -> bytes:
    """A page whose title is the site's name alone."""
    return page(body).replace(b"<title>The Quiet Ports - ", b"<title>")


@pytest.mark.parametrize("name", ["arbtitle", "pubTitle", "page-title big-title"])
@pytest.mark.parametrize("below", ["<div><b>Ann Lee</b></div>", "<p>By Ann Lee<br>May 3, 2005</p>"])
def test_the_one_line_called_a_title_of_some_kind(name: str, below: str) -> None:
    over = "<p>Arab Reform Bulletin | July 2005, Volume 3 | Bo Ray, Editor</p>"
    for around in ("<td>{}</td>", "<td><blockquote>{}</blockquote></td>"):
        text = around.format(
            f'<div class="{name}">The Quiet Ports</div>{below}<p>{FIRST}<p>{SECOND}<p>{THIRD}'
        )
        article = extract(untitled(f"{over}<table><tr>{text}</tr></table><p>© 2005 {SITE}</p>"))
        assert (article.headline, names(article)) == ("The Quiet Ports", ["Ann Lee"])
        assert article.body == [FIRST, SECOND, THIRD]


def test_several_lines_called_titles_are_a_list() -> None:
    title = '<div class="arbtitle">The Quiet Ports</div><div><b>Ann Lee</b></div>'
    with pytest.raises(ExtractionError):
        extract(untitled(f"{title}<p>{FIRST}</p>{title}<p>{SECOND}</p><p>© 2005 {SITE}</p>"))


def test_a_label_stands_in_the_line_over_what_is_called_a_headline() -> None:
    bar = '<div style="display:none">12 captures 19 Aug 2001 - 23 Nov 2003<div>19 Aug 2001</div></div>'
    rows = {"Date:": "March 3, 2014", "Place:": "Salt Hall, Harbor Row", "Venue:": "Salt Hall, Harbor Row"}
    fields = "".join(f"<tr><td>{label}</td><td>{value}</td></tr>" for label, value in rows.items())
    for label in ("<span class=kicker>Event</span><br>", "Event<br>"):
        header = f'{label}<span class="title">The Quiet Ports</span><br><br><table>{fields}</table><br>'
        text = f"<td>{header}{FIRST}<br><br>{SECOND}<br><br>{THIRD}</td>"
        article = extract(untitled(f"{bar}<table><tr>{text}</tr></table><p>© 2014 {SITE}</p>"))
        assert (article.headline, article.type, article.dek) == ("The Quiet Ports", "event", None)
        assert (str(article.date), article.body) == ("2014-03-03", [FIRST, SECOND, THIRD])
