"""What stands amid running words, and beside them: nothing is lost, torn or joined."""

from collections.abc import Callable

import pytest
from small_pages import LAST, MORE, PROSE, STRAY, current, legacy, read

from carnegie_extract import extract

Printed = Callable[[str], str]


def rich(text: str) -> str:
    return current(
        f'<main><section id="content"><div class="cms-html payload-richtext">{text}</div></section></main>'
    )


def bare(text: str) -> str:
    """A page without class names."""
    return current(f"<main><div>{text}</div></main>")


three_shapes = pytest.mark.parametrize("printed", [rich, bare, legacy])


def paragraphs(*texts: str) -> str:
    return "".join(f"<p>{text}</p>" for text in texts)


def divs(*texts: str) -> str:
    return "".join(f"<div>{text}</div>" for text in texts)


AMID_WORDS = {
    "a term": "The <button>harbor</button> kept",
    "a term and its meaning": "The <button>harbor</button><span role=tooltip hidden>Quays</span> kept",
    "a term that opens": "<button>The harbor</button> kept",
    "a mark": "The <mark-x>harbor</mark-x> kept",
    "a mark around a mark": "The <mark-x><mark-y>harbor</mark-y></mark-x> kept",
    "a mark in a span": "The <span><mark-x>harbor</mark-x></span> kept",
    "a mark that opens": "<mark-x>The harbor</mark-x> kept",
    "an icon": "The harbor<icon-x></icon-x> kept",
    "a link in a mark": 'The <mark-x><a href="/x">harbor</a></mark-x> kept',
    "a comment": "The <mark-x>harbor</mark-x><!-- x --> kept",
}


@three_shapes
@pytest.mark.parametrize(
    "form", ["<div>{}</div><div>{}</div>", "{}<br><br>{}", "<p>{}</p><p>{}</p>", "<ul><li>{}<li>{}</ul>"]
)
@pytest.mark.parametrize("name", AMID_WORDS)
def test_an_element_within_running_words_tears_nothing(name: str, form: str, printed: Printed) -> None:
    text = PROSE.replace("The harbor kept", AMID_WORDS[name])
    assert read(printed(form.format(text, MORE) + divs(LAST)))["body"] == [PROSE, MORE, LAST]


@three_shapes
@pytest.mark.parametrize("form", ["<div>{}</div>", "<p>{}</p>", "<ul><li>{}</ul>"])
@pytest.mark.parametrize("name", AMID_WORDS)
def test_an_element_within_running_words_costs_no_link(name: str, form: str, printed: Printed) -> None:
    text = PROSE.replace("The harbor kept", AMID_WORDS[name]).replace("winter", '<a href="/salt">winter</a>')
    page = printed(form.format(text) + divs(MORE, LAST))
    links = extract(page.encode()).record(blocks=True)["blocks"][0]["links"]
    assert [PROSE[link["start"] : link["end"]] for link in links][-1] == "winter"


@three_shapes
def test_a_term_may_end_a_paragraph(printed: Printed) -> None:
    text = PROSE.replace("trust them again.", "trust <button>them again.</button>")
    assert read(printed(divs(text, MORE, LAST)))["body"] == [PROSE, MORE, LAST]


@three_shapes
@pytest.mark.parametrize(
    "button", ["{}<button>Ring the bell</button>", "{}<br><button>Ring the bell</button><br>"]
)
def test_a_button_beside_a_paragraph_is_not_part_of_it(button: str, printed: Printed) -> None:
    assert read(printed(divs(button.format(PROSE), MORE, LAST)))["body"] == [PROSE, MORE, LAST]


def test_a_button_beside_a_byline_is_not_part_of_it() -> None:
    header = "<div>By Ann Lee <button>Follow</button></div><p>May 3, 2026</p>"
    assert read(current(f"<main>{paragraphs(PROSE, MORE)}</main>", header=header))["byline"] == "Ann Lee"


@three_shapes
def test_elements_of_their_own_names_hold_lines(printed: Printed) -> None:
    text = "".join(f"<text-block>{each}</text-block>" for each in (PROSE, MORE, LAST))
    assert read(printed(text))["body"] == [PROSE, MORE, LAST]


@pytest.mark.parametrize("form", ["<div>{}<br>{}</div>", "<p>{}<br>{}</p>"])
@pytest.mark.parametrize("label", ["<strong>{}</strong>", "<b>{}</b>"])
@three_shapes
def test_who_speaks_stands_in_one_entry_with_the_words(form: str, label: str, printed: Printed) -> None:
    speaker, other = label.format("Ann Lee:"), label.format("Bo Ray：")
    text = form.format(speaker, PROSE) + form.format(other, MORE) + form.format(speaker, LAST)
    assert read(printed(text))["body"] == [f"Ann Lee: {PROSE}", f"Bo Ray： {MORE}", f"Ann Lee: {LAST}"]


PICTURE = '<img src="/f.png" alt="">'
CARD = (
    f'<a href="/salt">{PICTURE}<span>Salt of the Coast</span><span>{STRAY}</span><span>By Bo Ray</span></a>'
)
DAYS = "".join(f'<li><a href="/{n}">Salt {n}</a><span>May {n}, 2026 г.</span></li>' for n in (1, 2))
AMID = {
    "a caption in italics": f"<p>{PICTURE}<br><em>{STRAY}</em></p>",
    "a caption in italics, no paragraph": f"<div>{PICTURE}<br><i>{STRAY}</i></div>",
    "a caption in italics below": f"<div><p>{PICTURE}</p><p><em>{STRAY}</em></p></div>",
    "a caption in a list": f'<dl class="wp-caption"><dt>{PICTURE}</dt><dd>{STRAY}</dd></dl>',
    "what shows on paper": f'<div class="hidden print:block"><p>{STRAY}</p></div>',
    "what shows on paper, by name": f'<p class="print-only">{STRAY}</p>',
    "what shows on paper, in a framework": f'<div class="visible-print-block">{STRAY}</div>',
    "what shows on paper, in another": f'<div class="show-for-print"><p>{STRAY}</p></div>',
    "a question": "<div><p>Did this help you?</p><button>✓</button><button>✗</button></div>",
    "a question, its buttons apart": "<div><p>Did this help?</p><div><button>✓</button><button>✗</button></div></div>",
    "a notice": f"<div><p>{STRAY}</p><button>I see</button></div>",
    "a player": "<div><button>Start</button><span>1.0x</span><span>04:31</span></div>",
    "a card in a bare link": CARD,
    "pages of the text": '<ul><li>1</li><li><a href="?page=2">2</a></li><li><a href="?page=2">Next</a></li></ul>',
    "pages in a paragraph": '<p>1 <a href="?page=2">2</a> <a href="?page=2">Next</a></p>',
    "pages in a div": '<div><a href="?p=1">Back</a> <span>2</span> <a href="?p=3">3</a></div>',
    "pieces with days that end in a stop": f"<div><h4>Salt</h4><ol>{DAYS}</ol></div>",
    "how much is read": '<div role="progressbar"><span>0% of these boats</span></div>',
    "how much is read, an element": "<progress>0% of these boats</progress>",
    "a signed pull quote": (
        f'<blockquote class="pull-quote"><div><p>{PROSE}</p></div><cite>Ann Lee</cite></blockquote>'
    ),
    "the view of the author": (
        "<p>The views expressed in this letter are those of the author alone, and no harbor shares them.</p>"
    ),
    "where it was first": "<p><em>This article was originally published in the Harbor Gazette.</em></p>",
}


@three_shapes
@pytest.mark.parametrize("name", AMID)
def test_an_insert_between_paragraphs_is_left_out(name: str, printed: Printed) -> None:
    text = f"{paragraphs(PROSE, MORE)}{AMID[name]}{paragraphs(LAST)}"
    assert read(printed(text))["body"] == [PROSE, MORE, LAST]


AT_THE_END = {
    "the full text, over comments": (
        '<p><a href="https://gazette.example/x">Read Full Text</a></p><div class="comment-wrapper">'
        f"<h4>Comments (3)</h4>{paragraphs(*[STRAY] * 3)}</div>"
    ),
    "who translated": "<p><em>Translated by Bo Ray.</em></p>",
    "who translated, above another credit": "<p>Translated by Bo Ray</p><p>© 2026 Harbor Gazette. Reprinted.</p>",
    "who drew": "<div>Illustrations by Bo Ray and Cy Orr</div>",
}


@three_shapes
@pytest.mark.parametrize("name", AT_THE_END)
def test_what_stands_below_the_last_paragraph_and_is_none(name: str, printed: Printed) -> None:
    assert read(printed(paragraphs(PROSE, MORE, LAST) + AT_THE_END[name]))["body"] == [PROSE, MORE, LAST]


KEPT = {
    "a heading by its role": (f'<div role="heading">Salt</div><blockquote>{STRAY}</blockquote>', [STRAY]),
    "a chapter around a box": (
        f"<section><div><p>Blog</p><p>{PROSE}</p><span>Learn More</span></div><p>{STRAY}</p></section>",
        [STRAY],
    ),
    "a picture in a paragraph": (f"<p>{PICTURE}<em>Salt</em> {STRAY}</p>", [f"Salt {STRAY}"]),
    "a paragraph in italics": (f"<p><em>{STRAY}</em></p>", [STRAY]),
    "what shows on screens": (f'<p class="no-print">{STRAY}</p>', [STRAY]),
    "what shows on wide screens": (f'<div class="hidden md:block"><p>{STRAY}</p></div>', [STRAY]),
    "an answer below its button": (f"<div><button>What is salt?</button><p>{STRAY}</p></div>", [STRAY]),
    "paragraphs over a button": (
        f"<div><p>{STRAY}</p><p>{STRAY}!</p><button>More</button></div>",
        [STRAY, f"{STRAY}!"],
    ),
    "a long paragraph over a button": (
        f"<div><p>{STRAY} {STRAY} {STRAY}</p><button>#</button></div>",
        [f"{STRAY} {STRAY} {STRAY}"],
    ),
    "a paragraph that is one link": (
        f'<p><a href="/x">They say: <em>{STRAY}</em></a></p>',
        [f"They say: {STRAY}"],
    ),
    "numbers in a list": ("<ul><li>1</li><li>2</li><li>Neither.</li></ul>", ["1", "2", "Neither."]),
    "a year and a link": ('<p>2012 was <a href="/x">a year of salt</a>.</p>', ["2012 was a year of salt."]),
    "what was translated": (
        "<p>Translated by nobody, the letters lay there for a year.</p>",
        ["Translated by nobody, the letters lay there for a year."],
    ),
}


@three_shapes
@pytest.mark.parametrize("name", KEPT)
def test_a_paragraph_that_looks_like_an_insert_is_kept(name: str, printed: Printed) -> None:
    block, said = KEPT[name]
    assert read(printed(f"{paragraphs(PROSE, MORE)}{block}{paragraphs(LAST)}"))["body"] == [
        PROSE,
        MORE,
        *said,
        LAST,
    ]


@three_shapes
def test_a_question_with_two_buttons_among_paragraphs_of_its_make(printed: Printed) -> None:
    text = divs(*(f"<p>{each}</p>" for each in (PROSE, MORE))) + AMID["a question"] + divs(f"<p>{LAST}</p>")
    assert read(printed(text))["body"] == [PROSE, MORE, LAST]


@pytest.mark.parametrize("beside", ['<a href="/x">Salt</a>', "<button>Ring</button>"])
def test_thanks_beside_a_link_are_text(beside: str) -> None:
    thanks = "The author thanks the pilots of all the nine boats."
    box = f"<div><p>{thanks}</p>{beside}</div>"
    text = f'{paragraphs(PROSE)}</div>{box}<div class="payload-richtext">{paragraphs(MORE)}'
    assert thanks in read(rich(text))["body"]


@three_shapes
def test_buttons_below_all_paragraphs_take_none(printed: Printed) -> None:
    text = "".join(
        f"<div><p>{each}</p><button>Ring</button><button>Bell</button></div>" for each in (PROSE, MORE, LAST)
    )
    assert read(printed(text))["body"] == [PROSE, MORE, LAST]


def test_a_card_in_a_link_over_the_text_has_no_byline() -> None:
    record = read(current(f"<main>{CARD}{paragraphs(PROSE, MORE, LAST)}</main>"))
    assert (record["byline"], record["body"]) == ("Ann Lee", [PROSE, MORE, LAST])
