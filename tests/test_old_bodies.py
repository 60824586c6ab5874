"""Texts and notes of the sites before mid-2024, each kind of trouble in several shapes."""

import pytest
from small_pages import ADDRESS, LAST, MORE, PARAGRAPHS, PROSE, STRAY, legacy, within

from carnegie_extract import Article, extract

TEXT = [PROSE, MORE, LAST]
FIRST = "Author interview, Elm Quay."
SECOND = "Ibid."


def read(page: str) -> Article:
    return extract(page.encode())


def noted(article: Article) -> list[tuple[str, str]]:
    return [(note.id, note.text) for note in article.notes]


CONTENTS = {
    "breaks": '<p><a href="#a">Who pays?</a><br><a href="#b">Who waits?</a></p>',
    "bars": '<p><a href="#a">Who pays?</a> | <a href="#b">Who waits?</a></p>',
    "numbered": '<ol><li><a href="#a">Who pays?</a></li><li><a href="#b">Who waits?</a></li></ol>',
    "whole addresses": (
        f'<ul><li><a href="{ADDRESS}#a">Who pays?</a></li><li><a href="{ADDRESS}#b">Who waits?</a></li></ul>'
    ),
    "divs": '<div><a href="#a">Who pays?</a></div><div><a href="#b">Who waits?</a></div>',
}


@pytest.mark.parametrize("name", CONTENTS)
@pytest.mark.parametrize(
    "top",
    [
        '<p><a href="#top">^ Top</a></p>',
        f'<div><a href="{ADDRESS}#top">Back to top</a></div>',
        '<p align="right"><a href="#">top</a></p>',
    ],
)
def test_links_into_the_page_are_not_text(name: str, top: str) -> None:
    body = f'<h4><a name="a"></a>Who pays?</h4><p>{PROSE}</p>{top}<h4 id="b">Who waits?</h4><p>{MORE}</p><p>{LAST}</p>'
    assert read(legacy(f"{CONTENTS[name]}{body}{top}")).body == TEXT


def test_links_to_places_in_other_pages_stay() -> None:
    places = [f'<li><a href="https://example.org/salt#{at}">Salt of {at}</a></li>' for at in ("elm", "ash")]
    assert read(legacy(within(f"<ul>{''.join(places)}</ul>"))).body == [
        PROSE,
        MORE,
        "Salt of elm",
        "Salt of ash",
        LAST,
    ]


@pytest.mark.parametrize(
    "button",
    [
        '<p><a href="/files/h.pdf">Full text</a> (PDF, 240 KB)</p>',
        '<p>[<a href="/files/h.pdf">PDF</a>]</p>',
        '<p><strong><a href="/files/h.pdf">Download PDF</a></strong> | <a href="/files/h-ru.pdf">Русский</a></p>',
        '<div><a href="/files/h.pdf"><img src="/pdf.gif" alt=""> Full Text (PDF)</a></div>',
    ],
)
def test_a_button_may_say_more_than_its_link(button: str) -> None:
    for body in (PARAGRAPHS + button, button + PARAGRAPHS):
        article = read(legacy(body))
        assert (article.body, article.pdf) == (TEXT, "https://carnegieendowment.org/files/h.pdf")


@pytest.mark.parametrize(
    ("base", "href", "expected"),
    [
        ("", "../../files/h.pdf", "https://carnegie.ru/2014/files/h.pdf"),
        ("", "files/h.pdf", "https://carnegie.ru/2014/03/03/files/h.pdf"),
        ("/", "files/h.pdf", "https://carnegie.ru/files/h.pdf"),
        ("https://carnegie-mec.org/a/", "../files/h.pdf", "https://carnegie-mec.org/files/h.pdf"),
        ("/docs/", "/files/h.pdf", "https://carnegie.ru/files/h.pdf"),
    ],
)
def test_a_relative_link_to_the_pdf(base: str, href: str, expected: str) -> None:
    head = f'<base href="{base}">' if base else ""
    page = legacy(f'{PARAGRAPHS}<p><a href="{href}">Download PDF</a></p>', head=head)
    assert read(page.replace(ADDRESS, "https://carnegie.ru/2014/03/03/harbor-pub-1")).pdf == expected


SHORT = "Nobody had asked the pilots for it."


@pytest.mark.parametrize(
    "quote",
    [
        '<p class="pullquote">{}</p>',
        '<p><span class="pull-quote">{}</span></p>',
        '<h4 class="pullquote">{}</h4>',
        '<table class="quotes"><tr><td><p>{}</p></td></tr></table>',
    ],
)
def test_a_short_pull_quote_is_recognized_by_its_class(quote: str) -> None:
    for body in (
        (quote.format(SHORT), f"<p>{PROSE} {SHORT}</p>"),
        (f"<p>{PROSE} {SHORT}</p>", quote.format(SHORT)),
    ):
        assert read(legacy(f"<p>{MORE}</p>{''.join(body)}<p>{LAST}</p>")).body == [
            MORE,
            f"{PROSE} {SHORT}",
            LAST,
        ]


@pytest.mark.parametrize("footer", ['<div class="footer">{}</div>', '<div id="zoneDocFooter">{}</div>'])
@pytest.mark.parametrize("body", [PARAGRAPHS, '<iframe src="https://www.youtube.com/embed/x"></iframe>'])
def test_the_footer_is_not_text(footer: str, body: str) -> None:
    """docs/pages.md#before-mid-2024."""
    page = legacy(body, over="<p>Video</p>", after=footer.format(f"<p>{STRAY}</p>"))
    assert read(page).body == (TEXT if body == PARAGRAPHS else [])


@pytest.mark.parametrize(
    "table",
    [
        "<table><tr><td>{0}<br><br>{1}<br><br>{2}</td></tr></table>",
        "<table><tr><td><table><tr><td><p>{0}</p><p>{1}</p><p>{2}</p></td></tr></table></td></tr></table>",
        "<table><tr><td><img src='/a.png'></td><td>{0}</td></tr><tr><td colspan=2>{1}</td></tr></table><p>{2}</p>",
    ],
)
def test_a_table_may_lay_out_a_text(table: str) -> None:
    assert read(legacy(table.format(*TEXT))).body == TEXT


@pytest.mark.parametrize(
    "rest",
    [
        "</div></div><p>{0}</p><p>{1}</p>",
        "</div><ul><li>{0}</li></ul><p>{1}</p>",
        "</div>{0}<br><br>{1}",
        '</div><h3>Part Two</h3><div class="article-body second"><p>{0}</p></div><div class="article-body"><p>{1}</p>',
    ],
)
def test_a_text_goes_on_behind_the_end_of_its_element(rest: str) -> None:
    assert read(legacy(f"<p>{PROSE}</p>{rest.format(MORE, LAST)}")).body == TEXT


SUPERSCRIPTS = f"<p>{PROSE}<sup>1</sup></p><p>{MORE}<sup>2</sup></p><p>{LAST}</p>"
NOTES = {
    "superscripts in one paragraph": f"<hr><p><sup>1</sup> {FIRST}<br><sup>2</sup> {SECOND}</p>",
    "superscripts without spaces": f"<h4>Notes</h4><p><sup>1</sup>{FIRST}<br><sup>2</sup>{SECOND}</p>",
    "heading in their paragraph": f"<p><b>Notes</b><br>1. {FIRST}<br>2. {SECOND}</p>",
    "small print": (
        f'<hr><span class="small"><a name="fn1"></a><sup>1</sup> {FIRST}<br>'
        f'<a name="fn2"></a><sup>2</sup> {SECOND}</span>'
    ),
    "fonts": f'<hr><p><font size="1"><sup>1</sup> {FIRST}</font></p><p><font size="1"><sup>2</sup> {SECOND}</font></p>',
    "hyphens": f"<h4>Notes</h4><p>1- {FIRST}</p><p>2 - {SECOND}</p>",
    "hyphens in one paragraph": f"<h4>هوامش</h4><p>١- {FIRST}<br>٢- {SECOND}</p>",
    "breaks without an element": f"<h4>Endnotes</h4>1. {FIRST}<br>2. {SECOND}<br>",
}


@pytest.mark.parametrize("name", NOTES)
def test_notes_below_the_text(name: str) -> None:
    article = read(legacy(SUPERSCRIPTS + NOTES[name]))
    assert (article.body, [text for _, text in noted(article)]) == (TEXT, [FIRST, SECOND])


@pytest.mark.parametrize("star", ["*", "†", "‡", "§"])
@pytest.mark.parametrize("call", ["<sup>{}</sup>", "{}", '<a href="#fn1">{}</a>'])
def test_a_star_may_call_a_note(star: str, call: str) -> None:
    body = f"<p>{PROSE}{call.format(star)}</p><p>{MORE}</p><p>{LAST}</p>"
    for text in (FIRST, STRAY):
        article = read(legacy(f"{body}<h4>Notes</h4><p>1. {SECOND}</p><p>{star} {text}</p>"))
        assert (article.body, noted(article)) == (TEXT, [("1", SECOND), (star, text)])
        assert noted(read(legacy(f"{body}<h4>Notes</h4><p>{star} {text}</p>"))) == [(star, text)]


def test_a_star_that_no_note_answers_stays() -> None:
    assert read(legacy(within(f"<p>{STRAY}*</p>"))).body == [PROSE, MORE, f"{STRAY}*", LAST]


@pytest.mark.parametrize("calls", ["[1, 2]", " [1,2]", "[1], [2]", "[1–2]", "[1][2]", "[1; 2]"])
def test_several_calls_by_hand(calls: str) -> None:
    notes = f"<h4>Notes</h4><p>[1] {FIRST}</p><p>[2] {SECOND}</p>"
    article = read(legacy(f"<p>{PROSE}{calls}</p><p>{MORE}</p><p>{LAST}</p>{notes}"))
    assert article.body == TEXT
    assert [marker.id for marker in article.blocks[0].markers] == ["1", "2"]


def test_a_year_in_brackets_is_not_a_call() -> None:
    notes = f"<h4>Notes</h4><p>[1] {FIRST}</p><p>[2] {SECOND}</p>"
    article = read(legacy(f"<p>{PROSE}[1], [1998] [7]</p><p>{MORE}[2]</p><p>{LAST}</p>{notes}"))
    assert article.body[0] == f"{PROSE}, [1998] [7]"


OTHERS = {
    "lines": '<p>New!</p><p><a href="/x">Salt of the Coast</a></p><p>June 1, 2005</p>',
    "list": '<ul><li><a href="/x">Salt of the Coast</a> (June 1, 2005)</li><li>Tides, July 2, 2004</li></ul>',
    "breaks": '<b>Related Links</b><br><a href="/x">Salt of the Coast</a><br>June 1, 2005',
}


@pytest.mark.parametrize("name", OTHERS)
@pytest.mark.parametrize("row", ["<td>{others}</td><td>{own}</td>", "<td>{own}</td><td>{others}</td>"])
def test_a_column_beside_the_text_is_not_text(name: str, row: str) -> None:
    own = f"<h1>Harbor Lights</h1><p>Ann Lee<br>Tide Brief<br>Friday, May 3, 2019</p>{PARAGRAPHS}"
    title = "<title>Harbor Lights - Carnegie Endowment for International Peace</title>"
    cells = row.format(own=own, others=OTHERS[name])
    article = read(f"<html><head>{title}</head><body><table><tr>{cells}</tr></table></body></html>")
    assert (article.body, article.date) == (TEXT, "2019-05-03")


@pytest.mark.parametrize(
    "below",
    [
        "<div><h3>2 Comments</h3><p>Bo Ray says:</p><p>{}</p></div>",
        "<div><h3>Comments (2)</h3><div><b>Bo Ray</b> May 4, 2019<p>{}</p></div></div>",
        "<div><h4>Also by Ann Lee</h4><p>{}</p></div>",
        '<div><h4>More from The Global Think Tank</h4><ul><li><a href="/x">Salt</a></li></ul><p>{}</p></div>',
        '<div class="zone-2"><h4>Recent Analysis</h4><p>{}</p></div>',
    ],
)
def test_what_stands_below_the_text(below: str) -> None:
    assert read(legacy(after=below.format(STRAY))).body == TEXT


@pytest.mark.parametrize(
    "text",
    [
        "<p>{}<p>{}<p>{}",
        "<div><font>{}</font></div><div>&nbsp;</div><div><font>{}</font></div><div>&nbsp;</div><div>{}</div>",
        "<span>{}<br /><br />{}<br /><br />{}</span>",
        "<blockquote dir='ltr'><p>{}</p><p>{}</p><p>{}</p></blockquote>",
        "<ul><p>{}</p><p>{}</p><p>{}</p></ul>",
        "<dl><dt>Salt</dt><dd>{}</dd></dl><p>{}</p><center>{}</center>",
    ],
)
def test_paragraphs_in_any_markup_of_an_editor(text: str) -> None:
    assert read(legacy(text.format(*TEXT))).body == TEXT


LETTERED = {
    "linked": '<sup><a href="#n{0}">{0}</a></sup>',
    "in a link": '<a href="#n{0}"><sup>{0}</sup></a>',
    "bare": "<sup>{0}</sup>",
    "in brackets": "<sup>[{0}]</sup>",
}
BELOW = [
    '<h4>Notes</h4><p id="n{0}"><sup>{0}</sup> {2}</p><p id="n{1}"><sup>{1}</sup> {3}</p>',
    '<hr><p><a name="n{0}"></a><sup>{0}</sup>{2}</p><p><a name="n{1}"></a><sup>{1}</sup>{3}</p>',
    '<h4>Notes</h4><p><sup><a href="#r{0}">{0}</a></sup> {2}</p><p><sup><a href="#r{1}">{1}</a></sup> {3}</p>',
]


@pytest.mark.parametrize("call", LETTERED)
@pytest.mark.parametrize("below", BELOW)
@pytest.mark.parametrize("signs", ["ab", "*a", "*†"])
def test_notes_with_letters(call: str, below: str, signs: str) -> None:
    one, other = (LETTERED[call].format(sign) for sign in signs)
    notes = below.format(*signs, FIRST, SECOND)
    article = read(legacy(f"<p>{PROSE}{one}</p><p>{MORE[:-1]},{other} as was said.</p><p>{LAST}</p>{notes}"))
    assert article.body == [PROSE, f"{MORE[:-1]}, as was said.", LAST]
    assert noted(article) == [(signs[0], FIRST), (signs[1], SECOND)]
    assert [marker.id for block in article.blocks for marker in block.markers] == [*signs]
    assert article.warnings == ()


@pytest.mark.parametrize("sign", ["a", "e", "x"])
def test_raised_letters_that_no_note_answers_stay(sign: str) -> None:
    article = read(legacy(f"<p>{PROSE}</p><p>{MORE} It is the 1<sup>{sign}</sup> of many.</p><p>{LAST}</p>"))
    assert article.body[1] == f"{MORE} It is the 1{sign} of many."
