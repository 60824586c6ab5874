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
    [f"{AUTHOR}:", AUTHOR, "The boats are back.", f"{STRAY} {STRAY} {STRAY}"],
)
def test_a_bold_line_that_speaks_or_names_who_does_stays(line: str) -> None:
    assert read(legacy(within(f"<p><strong>{line}</strong></p>"))).body == [PROSE, MORE, line, LAST]


def test_one_bold_question_is_a_heading_and_several_are_an_interviewers() -> None:
    first, second = ("<p><b>Who pays for the boats?</b></p>", "<p><b>Who sails?</b></p>")
    assert read(legacy(within(first))).body == TEXT
    asked = read(legacy(f"{first}<p>{PROSE}</p>{second}<p>{MORE}</p>")).body
    assert asked == ["Who pays for the boats?", PROSE, "Who sails?", MORE]


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
def test_the_times_of_a_player_are_not_text(times: str) -> None:
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
def test_a_card_between_paragraphs_is_not_text(name: str) -> None:
    text = within(CARDS[name].format(TEASER))
    for page in (legacy(text), current(f"<main><div class='payload-richtext'>{text}</div></main>")):
        assert read(page).body == TEXT


READ_MORE = {
    "bold": "<p><strong>Read more:</strong> <a href='/x'>The Price of Salt</a></p>",
    "several": "<p>See also: <a href='/x'>The Price of Salt</a>, <a href='/y'>Sand for Sale</a></p>",
    "a label in the link": "<div><em>Related articles: </em><a href='/x'>The Price of Salt</a></div>",
}


@pytest.mark.parametrize("name", READ_MORE)
def test_a_label_and_a_link_in_one_line_are_not_text(name: str) -> None:
    assert read(legacy(within(READ_MORE[name]))).body == TEXT


@pytest.mark.parametrize("end", [" for an older quarrel.", " and the answer to it"])
def test_a_sentence_that_opens_like_a_label_stays(end: str) -> None:
    line = f"See also: <a href='/x'>The Price of Salt</a>{end}"
    assert len(read(legacy(within(f"<p>{line}</p>"))).body) == 4


def test_a_label_over_paragraphs_without_an_element_is_not_a_card() -> None:
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
def test_tags_that_follow_the_text_at_once_are_not_part_of_it(tags: str) -> None:
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
def test_the_column_beside_a_page_of_2011_is_not_text(box: str) -> None:
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
def test_controls_beside_each_other_are_not_text(row: str) -> None:
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
def test_controls_in_one_line_of_the_header_are_not_a_dek(row: str) -> None:
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
        "<p>Carnegie Endowment for International Peace, 12 Quay Street, Harbor Town 20036</p>",
    ],
)
def test_how_to_reach_the_endowment_is_not_text(contact: str) -> None:
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
def test_sources_and_notes_below_a_table_or_a_figure_are_not_text(figure: str) -> None:
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


TARGETS = within('<h3 id="one">Salt</h3>').replace(f"<p>{LAST}</p>", f'<p id="two">{LAST}</p>')


@pytest.mark.parametrize("address", ["", "https://carnegieendowment.org/research/2026/05/harbor-lights"])
@pytest.mark.parametrize("label", ["<button>Jump to section</button>", ""])
def test_contents_whose_links_a_browser_made_absolute(address: str, label: str) -> None:
    links = f'<ul><li><a href="{address}#one">Salt</a></li><li><a href="{address}#two">Tides</a></li></ul>'
    assert read(current(f'<section id="content">{label}{links}{TARGETS}</section>')).body == TEXT


@pytest.mark.parametrize("jump", ["Go to table 1", "Skip the box", "↓ Data"])
@pytest.mark.parametrize("element", ["p", "div", "li"])
def test_one_link_into_the_page_alone_is_not_text(jump: str, element: str) -> None:
    link = f'<{element}><a href="#table-1">{jump}</a></{element}>'
    assert read(legacy(within(link + '<h3 id="table-1">Salt</h3>'))).body == [PROSE, MORE, LAST]


def test_links_to_places_of_other_pages_are_not_contents() -> None:
    first, second = (
        '<li><a href="/posts/salt#a">Salt of the coast.</a></li>',
        '<li><a href="/posts/1#b">Tides.</a></li>',
    )
    links = f"<ul>{first}{second}</ul>"
    assert read(legacy(within(links))).body == [PROSE, MORE, "Salt of the coast.", "Tides.", LAST]


@pytest.mark.parametrize(
    "label", ["Read more:", "<strong>See also:</strong>", "<em>Read also:</em>", "Lire aussi :"]
)
def test_labels_before_a_link_are_not_text(label: str) -> None:
    line = f'<p>{label} <a href="/posts/salt">Salt of the Coast</a></p>'
    assert read(legacy(within(line))).body == TEXT


def test_a_sentence_that_leads_to_a_link_stays() -> None:
    line = 'Read more of this in <a href="/posts/salt">Salt of the Coast</a>, by the same hand.'
    assert read(legacy(within(f"<p>{line}</p>"))).body[2].startswith("Read more of this in Salt")


@pytest.mark.parametrize(
    "line",
    [
        "<p>Your browser does not support the audio element.</p>",
        '<div class="invisible"><p>The draft of a paragraph that nobody should read.</p></div>',
        '<div aria-modal="true"><p>Never be late for the letters of the harbor office.</p></div>',
        f"{GRID}<p>Sources: Harbor office, <a href='/x'>River Fund</a></p>",
    ],
)
def test_what_a_reader_does_not_see_or_is_not_prose(line: str) -> None:
    assert read(current(f'<section id="content">{within(line)}</section>')).body == TEXT


FILES = '<a href="/files/a.pdf">Full Text</a>'


@pytest.mark.parametrize(
    "insert",
    [
        '<div><h4>See Also</h4><p><a href="/posts/salt">Salt of the Coast</a></p></div>',
        '<div><h4>Related Content</h4><a href="/posts/salt">Salt of the Coast</a></div>',
        f"<p>Additional Links</p><p>{FILES}</p>",
        f'<h3>Additional Links</h3><p>{FILES} <a href="/files/b.pdf">One Pager</a></p>',
        f"<p><em>Table A1. Boats by pier, 2019–2024</em></p>{GRID}",
    ],
)
def test_boxes_and_titles_at_the_head_of_a_text(insert: str) -> None:
    for body in (insert + PARAGRAPHS, within(insert)):
        assert read(current(f'<section id="content"><div class="rich">{body}</div></section>')).body == TEXT


@pytest.mark.parametrize(
    "control",
    [
        '<p><a href="#wrap">^ Top of page</a></p>',
        '<p align="right"><a href="#top">Наверх</a> &nbsp; <a href="?print=1">Ausgabe zum Drucken</a></p>',
        '<p><a href="javascript:window.print()">Put it on paper</a> | <a href="mailto:?subject=x">Post it</a></p>',
        '<p>[<a href="/files/salt.pdf">Full Text PDF</a>]</p>',
        '<p><a href="/files/salt.pdf">Salt of the Coast</a> (PDF, 120 KB)</p>',
        '<p><a href="/files/salt.pdf">Slides (PDF)</a> | <a href="/salt.mp3">Sound</a></p>',
        '<ul><li><a href="/files/salt.pdf">Full Text (PDF)</a></li></ul>',
    ],
)
def test_links_that_do_something_are_controls(control: str) -> None:
    for page in (legacy(within(control)), legacy(PARAGRAPHS + control)):
        assert read(page).body == TEXT


def test_a_line_that_speaks_of_a_top_stays() -> None:
    line = 'At the top stands <a href="/salt">a light</a>.'
    assert read(legacy(within(f"<p>{line}</p>"))).body == [PROSE, MORE, "At the top stands a light.", LAST]


@pytest.mark.parametrize(
    "above",
    ['<p><img src="/a.png"></p>', "<p><strong>Figure 1. Boats of the coast</strong></p>"],
)
@pytest.mark.parametrize("source", ["Source: Harbor office.", "Sources: Harbor office; the salt bank."])
def test_the_source_of_a_picture_is_not_text(above: str, source: str) -> None:
    assert read(legacy(within(f"{above}<p><em>{source}</em></p>"))).body == TEXT


def test_a_picture_and_its_caption_may_be_rows_of_a_table() -> None:
    rows = f'<tr><td><img src="/a.jpg"></td></tr><tr><td>{STRAY}</td></tr>'
    assert read(legacy(within(f'<table align="right">{rows}</table>'))).body == TEXT
    beside = f'<table><tr><td><img src="/a.jpg"></td><td>{STRAY}</td></tr></table>'
    assert read(legacy(within(beside))).body == [PROSE, MORE, STRAY, LAST]


COLUMN = (
    '<div><h3>Older Letters</h3><ul><li><a href="/q">Salt of the Coast</a> March 28, 2014</li></ul></div>'
)


@pytest.mark.parametrize("tags", ["", '<p>Tags: <a href="/t">Trade</a></p>'])
def test_a_column_below_the_text_is_none(tags: str) -> None:
    page = legacy(after=f"{tags}{COLUMN}").replace("article-body", "text")
    assert read(page).body == TEXT


@pytest.mark.parametrize("label", ["Related", "Read more", "Also by Ann Lee"])
def test_a_link_behind_a_label_is_none(label: str) -> None:
    assert (
        read(legacy(within(f'<p><b>{label}:</b> <a href="/a">Salt of the Coast</a>, May 2008</p>'))).body
        == TEXT
    )


@pytest.mark.parametrize("place", ["{}" + PARAGRAPHS, within("{}")])
def test_a_box_about_the_author_ends_no_text(place: str) -> None:
    bio = "Lee keeps the books of two ferries, and has written twice about the islands that they sail to."
    box = f'<div><h3>About the Author</h3><p><a href="/experts/12">Ann Lee</a></p><p>{bio}</p></div>'
    article = read(legacy(place.format(box)))
    assert (article.body, article.authors[0].bio) == (TEXT, bio)


@pytest.mark.parametrize("heading", ["<p><u>{}</u></p>", "<p><font size=4 color=red>{}</font></p>"])
def test_a_large_line_over_text_is_a_heading(heading: str) -> None:
    assert read(legacy(within(heading.format("Who Pays")))).body == TEXT
    assert "Who pays?" in read(legacy(within(heading.format("Who pays?")))).body


def test_other_cells_of_the_table_that_holds_the_text_are_none() -> None:
    aside = '<td><b>Older Letters</b><br><a href="/q">Salt of the Coast</a><br>Bo Ray</td>'
    table = f"<table><tr><td>{PARAGRAPHS}</td>{aside}</tr><tr><td><small>{STRAY}</small></td></tr></table>"
    article = read(legacy(table).replace("article-body", "text"))
    assert article.body == TEXT
    assert article.warnings == (f"text-unread {len(STRAY)}",)


def test_notes_may_stand_in_another_cell() -> None:
    rows = f"<tr><td><p>{PROSE}[1]</p><p>{MORE}[2]</p></td></tr><tr><td><p>[1] {LAST}</p><p>[2] {STRAY}</p></td></tr>"
    article = read(legacy(f"<table>{rows}</table>").replace("article-body", "text"))
    assert (article.body, [note.text for note in article.notes]) == ([PROSE, MORE], [LAST, STRAY])


def test_a_list_of_links_within_the_text_stays() -> None:
    items = '<h3>What to Read</h3><ul><li><a href="/q">Salt of the Coast</a>, in four volumes</li></ul>'
    page = legacy(PARAGRAPHS + items).replace("article-body", "text")
    assert read(page).body == [*TEXT, "Salt of the Coast, in four volumes"]


BIOS = [
    "About the author: Ann Lee keeps the books of two ferries that sail to the islands of the north.",
    "Ann Lee is a consultant in a northern port and the former captain of a ferry that no longer sails.",
    "Ann Lee and Bo Ray are consultants in a northern port, where they keep the books of two ferries.",
    "The author is a consultant in a northern port.",
    "The writers are consultants in a northern port, where they keep the books of two ferries that sail.",
]


@pytest.mark.parametrize("bio", BIOS)
@pytest.mark.parametrize("form", ["<p>{}</p>", "<hr><p><font size=2>{}</font></p>"])
def test_a_closing_note_says_who_the_author_is(bio: str, form: str) -> None:
    below = '<div><a href="/about/">About</a> <span>Quay 4</span></div>'
    page = legacy(PARAGRAPHS + form.format(bio), header=f"<p>By Ann Lee and Bo Ray</p>{DATE}", after=below)
    assert read(page).body == TEXT


@pytest.mark.parametrize(
    "line",
    [
        "The author is grateful to the pilots of the coast.",
        "Lee is what the sailors call the side of an island where no wind blows, and where they may sleep.",
        f"{AUTHOR}: It is the pilots who decide, and not the committee, whatever the letters say of them.",
    ],
)
def test_what_closes_a_text_otherwise_is_none(line: str) -> None:
    assert read(legacy(f"{PARAGRAPHS}<p>{line}</p>")).body == [*TEXT, line]


def test_bios_alone_are_the_text() -> None:
    assert read(legacy(f"<p>{BIOS[1]}</p>")).body == [BIOS[1]]


def test_a_page_of_frames_is_what_it_shows_without_them() -> None:
    frames = '<frameset cols="20%,*"><frame src="menu.htm"><noframes><body>'
    page = legacy().replace("<body>", frames).replace("</body>", "</body></noframes></frameset>")
    assert read(page).body == TEXT


def test_a_pdf_may_say_its_language() -> None:
    link = '<ul><li><a href="/files/salt.pdf">Full Text (English)</a></li></ul>'
    assert (read(legacy(after=link)).pdf or "").endswith("/files/salt.pdf")
