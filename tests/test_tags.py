"""Topics and regions of pages without a metadata block: their tags, in any shape and place."""

from collections.abc import Callable

import pytest
from small_pages import BYLINE, DATE, DEK, LAST, MORE, PARAGRAPHS, PROSE, current, legacy, read

TEXT = [PROSE, MORE, LAST]


@pytest.mark.parametrize(
    "tags",
    [
        '<div><a href="/topics/trade">Trade</a> | <a href="/regions/china">China</a></div>',
        '<nav aria-label="Tags"><a href="/fr/topics/trade">Trade</a><a href="/fr/regions/china">China</a></nav>',
        '<ul><li><a href="/topics/trade">Trade</a></li><li><a href="/regions/china">China</a></li></ul>',
        '<p><a href="/topics/trade">Trade</a>, <a href="/programs/x">Asia</a>, <a href="/regions/china">China</a></p>',
        '<p>Tags: <a href="/topics/trade">Trade</a><a href="/people/bo">Bo</a><a href="/regions/china">China</a></p>',
        '<div><a href="/topics/trade">Trade</a><a href="/regions/china">China</a><a href="/project/x">Salt</a></div>',
    ],
)
def test_tags_in_any_shape(tags: str) -> None:
    article = read(legacy(PARAGRAPHS, after=tags))
    assert (article["topics"], article["regions"]) == (["Trade"], ["China"])


ASIDES = {
    "alone": "<aside><div><div>{trade}</div><div>{china}</div></div></aside>",
    "in one line": "<aside><p>{trade}, {china}</p></aside>",
    "below a heading": "<aside><h3>Topics</h3><ul><li>{trade}</li><li>{china}</li></ul></aside>",
}


@pytest.mark.parametrize("aside", ASIDES)
@pytest.mark.parametrize("printed", [legacy, current])
def test_tags_in_an_aside_below_the_text(aside: str, printed: Callable[..., str]) -> None:
    links = {"trade": '<a href="/topics/trade">Trade</a>', "china": '<a href="/regions/china">China</a>'}
    article = read(printed(f"<div>{PARAGRAPHS}</div>{ASIDES[aside].format_map(links)}"))
    assert (article["topics"], article["regions"]) == (["Trade"], ["China"])


@pytest.mark.parametrize("more", ["<p>Salt for all.</p>", '<p><a href="/research/salt">Salt</a></p>'])
def test_an_aside_with_more_than_tags_is_a_box(more: str) -> None:
    box = f'<aside><p><a href="/topics/salt">Salt</a></p>{more}</aside>'
    assert read(legacy(f"<div>{PARAGRAPHS}</div>{box}"))["topics"] == []


def test_a_person_before_a_topic_is_the_author() -> None:
    line = '<p><a href="/people/ann-lee">Ann Lee</a> | <a href="/topics/trade">Trade</a></p>'
    record = read(current(f"<main>{PARAGRAPHS}</main>", header=line + DATE))
    assert record["authors"][0]["name"] == "Ann Lee"


def test_tags_and_the_disclaimer_in_the_footer_of_the_article_itself() -> None:
    links = '<a href="/topics/trade">Trade</a> <a href="/regions/china">China</a>'
    small = "<small>Carnegie does not take institutional positions on public policy issues; so these are hers.</small>"
    page = legacy(f"{PARAGRAPHS}").replace("<body>", "<body><article>")
    article = read(page.replace("</body>", f"<footer>{links}{small}</footer></article></body>"))
    assert (article["topics"], article["regions"], article["body"]) == (
        ["Trade"],
        ["China"],
        [PROSE, MORE, LAST],
    )


TAGS = {
    "links": '<div><a href="/topics/salt">Salt</a><a href="/regions/delta">Delta</a></div>',
    "list": '<ul><li><a href="/topics/salt">Salt</a></li><li><a href="/regions/delta">Delta</a></li></ul>',
    "commas": '<p><a href="/topics/salt">Salt</a>, <a href="/regions/delta">Delta</a></p>',
    "one each": '<p><a href="/topics/salt">Salt</a></p><p><a href="/regions/delta">Delta</a></p>',
}


@pytest.mark.parametrize("name", TAGS)
def test_tags_follow_the_header_of_a_podcast_without_text(name: str) -> None:
    page = current(f"<main>{TAGS[name]}</main>", over="<span>Podcast</span>", header=BYLINE + DATE)
    record = read(page)
    assert (record["topics"], record["regions"], record["body"]) == (["Salt"], ["Delta"], [])


def test_a_podcast_without_byline_and_text_is_an_article() -> None:
    record = read(current("<main></main>", over="<span>Podcast</span>", header=DATE))
    assert (record["type"], record["authors"], record["body"]) == ("podcast", [], [])


CARD = f'<article><a href="/posts/salt"><span>Commentary</span><span>Salt</span></a><p>{DEK}</p></article>'
OVER_CARDS = ("Besides, Carnegie India", "आगे देखें Carnegie India", "Around the Harbor")


@pytest.mark.parametrize("name", TAGS)
@pytest.mark.parametrize("heading", OVER_CARDS)
def test_tags_end_a_text_without_disclaimer_over_cards_under_no_known_heading(
    name: str, heading: str
) -> None:
    more = f"<section><h2>{heading}</h2>{CARD * 3}</section>"
    record = read(current(f"<main><div>{PARAGRAPHS}</div>{TAGS[name]}{more}</main>"))
    assert (record["topics"], record["regions"], len(record["body"])) == (["Salt"], ["Delta"], 3)


def test_linked_names_over_the_disclaimer_are_not_tags() -> None:
    names = '<p><a href="/people/ida">达艾达</a><a href="/people/bo">林博</a></p>'
    notice = "<p>Carnegie does not take institutional positions on public policy issues.</p>"
    record = read(current(f"<main>{PARAGRAPHS}<h3>关于作者</h3>{names}{notice}</main>"))
    assert record["topics"] == []


@pytest.mark.parametrize("path", ["topics/salt", "regions/north", "collections/salt", "programs/salt"])
def test_what_is_linked_beside_the_label_may_be_no_blog(path: str) -> None:
    over = f'<span>Commentary</span><a href="/{path}">Salt of the Coast</a>'
    record = read(current(f"<main>{PARAGRAPHS}</main>", over=over))
    assert (record["type"], record["blog"]) == ("commentary", None)


LINKS = '<a href="/x/1">Salt</a>, <a href="/x/2">Trade</a>'
MARKED = '<a class="tag" href="/x">Salt</a> <a class="tag" href="/x">Trade</a>'


@pytest.mark.parametrize(
    "tags",
    [
        f'<p class="tags">Filed under: {LINKS}</p>',
        f'<div><a href="#">Print</a> | <a href="#">Share</a> | Tags: {LINKS}</div>',
        "<p>Topics: Salt | Trade</p>",
        MARKED,
        f"<div>{MARKED}</div>",
        '<ul><li><a href="/tag/salt">Salt</a></li><li><a href="/diwan/?tag=2">Trade</a></li></ul>',
        '<p>Posted in <a rel="tag" href="/a">Salt</a> and <a rel="tag" href="/b">Trade</a></p>',
    ],
)
def test_tags_of_blogs(tags: str) -> None:
    """docs/pages.md#blog-posts."""
    for page in (legacy(PARAGRAPHS + tags), legacy(PARAGRAPHS, after=tags)):
        record = read(page)
        assert (record["topics"], record["body"]) == (["Salt", "Trade"], [PROSE, MORE, LAST])


def test_a_sentence_with_a_link_to_a_topic_is_none() -> None:
    sentence = 'The committee publishes <a href="/topics/salt">its papers about salt</a> each spring'
    assert read(legacy(f"<p>{PROSE}</p><p>{sentence}.</p>"))["topics"] == []


@pytest.mark.parametrize("label", ["<b>Topics</b><br>", "<h4>Topics</h4>"])
def test_tags_without_links_below_a_label(label: str) -> None:
    box = "<div><b>Related Analysis</b><br><a href='/b'>Boats</a><br><br>{}{}</div>"
    for line, topics in (
        ("Trade<br>Quiet Harbors", ["Trade", "Quiet Harbors"]),
        ("Trade", ["Trade"]),
        ("Write to us about your harbor.", []),
        ("Privacy", []),
    ):
        assert read(legacy(PARAGRAPHS, after=box.format(label, line)))["topics"] == topics


LISTED = [
    "<h3>Related Topics</h3><ul><li>Salt</li><li>Trade</li></ul>",
    '<p><b>Topics</b></p><ul><li><a href="/t/?id=1">Salt</a></li><li><a href="/t/?id=2">Trade</a></li></ul>',
    '<h3>مواضيع ذات صلة</h3><p><a href="/t/?id=1">Salt</a>، <a href="/t/?id=2">Trade</a></p>',
    '<div><h3>Related Topics</h3><a href="/t/?id=1">Salt</a><br><a href="/t/?id=2">Trade</a></div>',
    '<p><b>Related Topics:</b> <a href="/t/?id=1">Salt</a>, <a href="/t/?id=2">Trade</a></p>',
    "<p><b>Topics:</b> Salt, Trade</p>",
    '<div><b>Темы</b></div><div><a href="/t/?id=1">Salt</a></div><div><a href="/t/?id=2">Trade</a></div>',
]


@pytest.mark.parametrize("tags", LISTED)
@pytest.mark.parametrize("column", ['<div id="zone2">{}</div>', '<div class="zone-2">{}</div>', "{}"])
def test_tags_below_a_heading_in_the_column_beside_the_text(tags: str, column: str) -> None:
    more = '<h3>Of Related Interest</h3><ul><li><a href="/2019/04/01/oil">Oil</a></li></ul>'
    record = read(legacy(after=column.format(f"{tags}{more}")))
    assert (record["topics"], record["body"]) == (["Salt", "Trade"], [PROSE, MORE, LAST])


def test_sentences_and_menus_below_a_heading_are_not_tags() -> None:
    entries = "".join(f"<li>Salt {at}</li>" for at in range(20))
    for below in (f"<p>{MORE}</p>", f"<ul><li>{MORE}</li></ul>", f"<ul>{entries}</ul>"):
        assert read(legacy(after=f'<div id="zone2"><h3>Topics</h3>{below}</div>'))["topics"] == []


REGION = '<a href="/regions/?fa=egypt">Egypt</a>'


TOPICS = '<h3>Topics</h3><ul><li><a href="/topic/?fa=1">Salt</a></li><li><a href="/topic/?fa=2">Trade</a></li></ul>'


@pytest.mark.parametrize("tags", [TOPICS, LISTED[4]])
@pytest.mark.parametrize(
    "regions", [f"<h3>Regions</h3><ul><li>{REGION}</li></ul>", f"<p>Regions: {REGION}</p>"]
)
def test_regions_below_topics_in_the_column_beside_the_text(tags: str, regions: str) -> None:
    record = read(legacy(after=f'<div id="zone2">{tags}{regions}</div>'))
    assert (record["topics"], record["regions"], record["body"]) == (["Salt", "Trade"], ["Egypt"], TEXT)


ROWS = [
    '<div><a href="#c">Comment</a> | <a>Share</a> | Tags: <a href="?t=1">Salt</a> <a href="?t=2">Trade</a></div>',
    '<p>Tags: <a href="/blog/?t=salt">Salt</a>, <a href="/blog/?t=trade">Trade</a></p>',
    '<div><b>Topics:</b> <a href="?t=1">Salt</a> and <a href="?t=2">Trade</a></div>',
]


@pytest.mark.parametrize("row", ROWS)
def test_tags_behind_a_label_stand_over_the_bio(row: str) -> None:
    bio = "<div><p><b>Ann Lee</b> is a fellow at the harbor school, where she writes about the price of salt.</p></div>"
    for text in (f"<div>{PARAGRAPHS}</div>{row}", f"{PARAGRAPHS}{row}"):
        record = read(legacy(f"{text}{bio}").replace('<div class="article-body">', "<div>"))
        assert (record["topics"], record["body"]) == (["Salt", "Trade"], TEXT)


def test_a_paragraph_behind_a_label_of_tags_is_text() -> None:
    said = '<p>Topics: the <a href="/a">salt</a> of the coast and the <a href="/b">tides</a> that bring it here.</p>'
    record = read(legacy(f"<p>{PROSE}</p>{said}<p>{MORE}</p>"))
    assert (record["topics"], len(record["body"])) == ([], 3)
