"""Headers, authors and tags of shuffled pages, and of pages that others printed, that were read wrongly."""

import pytest
from small_pages import BYLINE, DATE, DEK, MORE, PARAGRAPHS, PROSE, STRAY, current, headed, legacy, read

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
def test_how_to_cite_the_piece_is_no_dek_and_hides_no_byline(box: str, between: str) -> None:
    record = headed(box, between, BYLINE, DATE)
    assert (record["byline"], record["date"], record["dek"]) == ("Ann Lee", "2019-05-03", None)
    assert record["body"] == read(current(f"<main>{PARAGRAPHS}</main>"))["body"]


@pytest.mark.parametrize("who", ["Ann Lee", "Ann Lee and Bo Ray", ""])
def test_how_to_cite_the_piece_is_no_bio(who: str) -> None:
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
def test_a_label_with_an_icon_is_no_credit(line: str) -> None:
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
def test_tags_are_known_whatever_stands_below(tags: str, below: str) -> None:
    page = current(f"<main><div><div>{PARAGRAPHS}</div></div>{tags}{below}</main>")
    record = read(page)
    assert (record["topics"], record["regions"]) == (["Trade"], ["Gulf"])


def test_links_to_topics_amid_the_text_are_no_tags() -> None:
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
def test_links_to_other_pieces_over_the_disclaimer_are_no_tags(line: str) -> None:
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


@pytest.mark.parametrize("label", ["Op-Ed", "In The Media"])
def test_below_a_label_of_the_media_a_short_line_is_the_outlet(label: str) -> None:
    record = read(
        current("", header=f"{BYLINE}{DATE}<p>Harbor Gazette</p>{PARAGRAPHS}", over=f"<span>{label}</span>")
    )
    assert len(record["body"]) == 3


@pytest.mark.parametrize("line", ["Dear Colleagues,", "Dear Members of the Committee,", "الزملاء الأعزاء،"])
def test_a_salutation_is_no_outlet(line: str) -> None:
    record = headed(BYLINE, DATE, f"<div><p>{line}</p></div>")
    assert record["body"][0] == line
    assert len(record["body"]) == 4


@pytest.mark.parametrize(
    "who", ["<b>Ann Lee</b>:<br>", "Ann Lee:<br>", '<a href="/people/ann-lee">Ann Lee</a><br>']
)
def test_who_speaks_first_is_no_byline(who: str) -> None:
    known = '<meta name="author" content="Ann Lee">'
    page = current(f"<main><p>{who}{PROSE}</p><p>{MORE}</p></main>", header=DATE, head=known)
    record = read(page)
    assert record["byline"] is None
    assert record["body"] == [f"Ann Lee{':' if ':' in who else ''} {PROSE}", MORE]
