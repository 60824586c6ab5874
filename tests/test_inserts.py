"""What stands in a body beside its paragraphs, each kind in several shapes: bold headings, lists of links, players."""

import pytest
from small_pages import BYLINE, DATE, LAST, MORE, PARAGRAPHS, PROSE, STRAY, current, legacy, within

from carnegie_extract import Article, extract

TEXT = [PROSE, MORE, LAST]
AUTHOR = "Ann Lee"


def read(page: str) -> Article:
    return extract(page.encode())


@pytest.mark.parametrize(
    "heading",
    [
        "<p><strong>An Older Quarrel</strong></p>",
        "<p><span><b>An Older</b> <b>Quarrel</b></span></p>",
        "<div><strong>An Older Quarrel</strong></div>",
        "<p><b>Boats (and Their Owners)</b></p>",
    ],
)
def test_a_bold_line_over_text_is_a_heading(heading: str) -> None:
    article = read(legacy(within(heading)))
    assert article.body == TEXT
    assert [block.type for block in article.blocks].count("heading") == 1


def test_a_bold_line_between_breaks_is_a_heading() -> None:
    lines = [f"<b>{PROSE}</b> {MORE}", "<b>An Older Quarrel</b>", LAST, STRAY]
    assert read(legacy("<br><br>".join(lines))).body == [f"{PROSE} {MORE}", LAST, STRAY]


@pytest.mark.parametrize(
    "line",
    [f"{AUTHOR}:", AUTHOR, "Who pays for the boats?", "The boats are back.", f"{STRAY} {STRAY} {STRAY}"],
)
def test_a_bold_line_that_speaks_or_names_who_does_stays(line: str) -> None:
    assert read(legacy(within(f"<p><strong>{line}</strong></p>"))).body == [PROSE, MORE, line, LAST]


LINKS = "".join(
    f'<li><a href="/posts/{word.lower()}">{word} of the Coast</a></li>' for word in ("Salt", "Tides")
)


@pytest.mark.parametrize(
    "related",
    [
        f"<div><h3>Related Content</h3><ul>{LINKS}</ul></div>",
        f"<div><div><h4>Related Content</h4></div><ul>{LINKS}</ul></div>",
        f"<section><h3>Contenu associé</h3><ul>{LINKS}</ul></section>",
        f"<div><h3>From the Archive</h3><ul>{LINKS}</ul></div>",
    ],
)
@pytest.mark.parametrize("printed", [legacy, lambda body: current(f'<section id="content">{body}</section>')])
def test_a_list_of_links_under_a_heading_does_not_end_the_body(related: str, printed: object) -> None:
    assert callable(printed)
    assert read(printed(within(related))).body == TEXT


def test_other_pieces_with_teasers_below_the_text_end_it() -> None:
    piece = f'<div><a href="/posts/salt">Salt of the Coast</a><p>{STRAY}</p></div>'
    assert read(current(f"<div>{PARAGRAPHS}</div><div><h2>Recent Work</h2>{piece}</div>")).body == TEXT


@pytest.mark.parametrize(
    "times",
    [
        "<span>0:00</span><span>18:42</span>",
        "<div>0:00 / 1:18:42</div>",
        "<p>18:42</p>",
    ],
)
def test_the_times_of_a_player_are_no_text(times: str) -> None:
    player = (
        f"<div><p>Listen to this article</p><audio src='/a.mp3'></audio><button>Play</button>{times}</div>"
    )
    assert read(legacy(within(player))).body == TEXT


TEASER = "A talk about the salt that nobody buys, and the men who go on selling it."
CARDS = {
    "in one link": "<a class='t' href='/z'><img alt='' src='/t.jpg'><span>Podcast Episode</span>"
    "<strong>The Price of Salt</strong><span>{}</span></a>",
    "in one link of a box": "<div><a href='/z'><em>Video</em><b>The Price of Salt</b><i>{}</i></a></div>",
    "in elements of its own": "<x-card><y-card><div>Podcast Episode</div><div>Diwan</div><div>The Price of Salt</div>"
    "<div>{}</div></y-card></x-card>",
    "without a blog": "<div class='card'><div>Paper</div><div>The Price of Salt</div><div>{}</div></div>",
}


@pytest.mark.parametrize("name", CARDS)
def test_a_card_between_paragraphs_is_no_text(name: str) -> None:
    text = within(CARDS[name].format(TEASER))
    for page in (legacy(text), current(f"<main><div class='payload-richtext'>{text}</div></main>")):
        assert read(page).body == TEXT


READ_MORE = {
    "bold": "<p><strong>Read more:</strong> <a href='/x'>The Price of Salt</a></p>",
    "several": "<p>See also: <a href='/x'>The Price of Salt</a>, <a href='/y'>Sand for Sale</a></p>",
    "a label in the link": "<div><em>Related articles: </em><a href='/x'>The Price of Salt</a></div>",
}


@pytest.mark.parametrize("name", READ_MORE)
def test_a_label_and_a_link_in_one_line_are_no_text(name: str) -> None:
    assert read(legacy(within(READ_MORE[name]))).body == TEXT


@pytest.mark.parametrize("end", [" for an older quarrel.", " and the answer to it"])
def test_a_sentence_that_opens_like_a_label_stays(end: str) -> None:
    line = f"See also: <a href='/x'>The Price of Salt</a>{end}"
    assert len(read(legacy(within(f"<p>{line}</p>"))).body) == 4


def test_a_label_over_paragraphs_without_an_element_is_no_card() -> None:
    text = within(f"<div><div>Analysis</div><div>{STRAY}</div><div>{TEASER}</div></div>")
    assert read(legacy(text)).body == [PROSE, MORE, STRAY, TEASER, LAST]


FIGURE = "<figure><img src='/a.jpg' alt='Boats'></figure>"
FOURTH = "The mill upriver sold its last flour in March, and the bakers of the valley learned to buy abroad."
LONG = "".join(f"<p>{sentence}</p>" for sentence in (PROSE, MORE, LAST, STRAY, FOURTH))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (PARAGRAPHS, TEXT),
        (f"<div><div>{PROSE}</div><div>{MORE}</div><div>{LAST}</div></div>", TEXT),
        (FIGURE + LONG, [*TEXT, STRAY, FOURTH]),
    ],
)
def test_an_article_element_may_hold_the_text_alone(text: str, expected: list[str]) -> None:
    cards = f"<article><h3>Salt</h3><p>{STRAY}</p><p>{STRAY}</p></article>" * 4
    page = f"<main><article>{text}</article><section><h2>More Work from Carnegie</h2>{cards}</section></main>"
    assert read(current(page)).body == expected


def test_a_pdf_in_the_articles_own_element_is_offered() -> None:
    button = '<div><a href="/files/harbor.pdf">Download PDF</a></div>'
    own = read(current(f"<main><article>{PARAGRAPHS}{button}</article></main>"))
    card = read(current(f"<main>{PARAGRAPHS}<article><h3>Salt</h3>{button}</article></main>"))
    assert (own.pdf, card.pdf) == ("https://carnegieendowment.org/files/harbor.pdf", None)


TAGS = '<a href="/topics/trade">Trade</a><a href="/regions/north">North</a>'


def _parted(tag: str) -> str:
    return TAGS.replace("><", f"></{tag}><{tag}><")


@pytest.mark.parametrize(
    "tags", [f"<div>{TAGS}</div>", f"<ul><li>{_parted('li')}</li></ul>", f"<p>{_parted('p')}</p>"]
)
def test_tags_that_follow_the_text_at_once_are_no_part_of_it(tags: str) -> None:
    """docs/pages.md: a page may have neither bios nor a heading between text and tags."""
    article = read(legacy(after=tags))
    assert (article.body, article.topics, article.regions) == (TEXT, ("Trade",), ("North",))


SIGN_UP = (
    "<h3>Stay in the Know</h3><p>Enter your email address to receive the letter of the harbor office.</p>"
)


@pytest.mark.parametrize(
    "box",
    [
        f'<div id="zone2" class="column halfs last"><div id="stayInTheKnow">{SIGN_UP}</div></div>',
        f'<div id="zone2"><div>{SIGN_UP.replace("Stay in the Know", "Write to Us")}</div></div>',
    ],
)
def test_the_column_beside_a_page_of_2011_is_no_text(box: str) -> None:
    page = legacy().replace('class="article-body"', 'id="zone1"').replace("</main>", f"{box}</main>")
    assert read(page).body == TEXT


@pytest.mark.parametrize(
    "row",
    [
        "<p>Print | Email</p>",
        '<p><a href="#">Share on Facebook</a> <a href="#">Post on X</a></p>',
        "<p>打印 | 关闭</p>",
        "<p>Версия для печати</p>",
        "<p>Imprimer · Envoyer</p>",
    ],
)
def test_controls_beside_each_other_are_no_text(row: str) -> None:
    assert read(legacy(within(row))).body == TEXT
    assert read(legacy(f"{PARAGRAPHS}{row}")).body == TEXT


@pytest.mark.parametrize(
    "row",
    [
        '<a href="#">Share on X</a><a href="#">Email</a>',
        '<a href="#">Facebook</a><a href="#">LinkedIn</a><span>Link Copied</span>',
        '<a href="#">Register</a><a href="#">Add to Calendar</a>',
    ],
)
def test_controls_in_one_line_of_the_header_are_no_dek(row: str) -> None:
    dek = "Nobody counted them."
    assert read(legacy(PARAGRAPHS, header=f"<div>{row}</div>{BYLINE}{DATE}")).dek is None
    assert read(legacy(PARAGRAPHS, header=f"<p>{dek}</p><div>{row}</div>{BYLINE}{DATE}")).dek == dek


@pytest.mark.parametrize(
    "contact",
    [
        "<h3>Press Contact</h3><p>Edna Marlow<br>edna.marlow@example.org<br>(202) 555-0100</p>",
        "<p>Questions: harbor-desk@example.org</p>",
        "<p>1779 Massachusetts Avenue NW<br>Washington, DC 20036</p><p>Phone: 202 555 0100</p>",
        "<p>Rue du Congrès, 15<br>1000 Brussels, Belgium</p>",
    ],
)
def test_how_to_reach_the_endowment_is_no_text(contact: str) -> None:
    assert read(legacy(f"{PARAGRAPHS}{contact}")).body == TEXT


GRID = "<table><tr><th>Pier</th><th>Boats</th></tr><tr><td>East</td><td>6</td></tr></table>"


@pytest.mark.parametrize(
    "figure",
    [
        f"<div>{GRID}<p><em>Note:</em> Boats above six meters.</p><p><em>Source:</em> Harbor office.</p></div>",
        f"{GRID}<p>Source: Harbor office, 2019.</p><p>Notes: Boats above six meters, in the second summer.</p>",
        '<div><h5>Figure 1. Boats by pier</h5><iframe src="/c"></iframe><p>Source: The author’s own count.</p></div>',
    ],
)
def test_sources_and_notes_below_a_table_or_a_figure_are_no_text(figure: str) -> None:
    assert read(legacy(within(figure))).body == TEXT


def test_the_outlet_may_close_the_text() -> None:
    assert read(legacy(f"{PARAGRAPHS}<p>Source: The Marsh Gazette</p>")).body == TEXT
    noted = "Source: nobody at the harbor wishes to be named here."
    assert read(legacy(f"{PARAGRAPHS}<p>{noted}</p>")).body == [*TEXT, noted]


@pytest.mark.parametrize(
    "picture",
    [
        '<div class="box"><img src="/h.jpg" alt=""><div>The hall, closed since March. (AP Photo)</div></div>',
        '<div><img src="/h.jpg"><span class="cutline">The hall, which the town has closed since March.</span></div>',
        '<table><tr><td><img src="/h.jpg"><br><span>A well, one of many. (Ann Lee)</span></td></tr></table>',
        '<div><img src="/h.jpg"><br><span class="caption">A well, one of an unknown number. (Ann Lee)</span></div>',
    ],
)
def test_the_words_beside_a_picture_are_its_caption(picture: str) -> None:
    assert read(legacy(within(picture))).body == TEXT


@pytest.mark.parametrize("title", ["", "<p>Research Director, Harbor School</p>"])
def test_a_box_about_an_author_may_give_a_title(title: str) -> None:
    bio = f"<p>{AUTHOR} is the research director of the harbor school, where she counts boats.</p>"
    box = f"<div><h3>{AUTHOR}</h3>{title}{bio}</div>"
    assert read(legacy(f"{box}{PARAGRAPHS}")).body == TEXT


def test_a_figure_may_give_its_credit_a_paragraph() -> None:
    caption = "<p>Map of the six districts through which the road is to run.</p><p>Credit: Jo Weil/AFP</p>"
    figure = f'<figure><img src="/m.png" alt="map"><div class="cap">{caption}</div></figure>'
    assert read(legacy(within(figure))).body == TEXT
