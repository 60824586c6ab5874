"""Texts as a fourth hand prints them from the same evidence, where they were read wrongly: lost, torn or joined."""

from collections.abc import Callable

import pytest
from small_pages import LAST, MORE, PROSE, current, legacy, read

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
def test_an_element_amid_running_words_tears_nothing(name: str, form: str, printed: Printed) -> None:
    text = PROSE.replace("The harbor kept", AMID_WORDS[name])
    assert read(printed(form.format(text, MORE) + divs(LAST)))["body"] == [PROSE, MORE, LAST]


@three_shapes
@pytest.mark.parametrize("form", ["<div>{}</div>", "<p>{}</p>", "<ul><li>{}</ul>"])
@pytest.mark.parametrize("name", AMID_WORDS)
def test_an_element_amid_running_words_costs_no_link(name: str, form: str, printed: Printed) -> None:
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
def test_a_button_beside_a_paragraph_is_none_of_it(button: str, printed: Printed) -> None:
    assert read(printed(divs(button.format(PROSE), MORE, LAST)))["body"] == [PROSE, MORE, LAST]


def test_a_button_beside_a_byline_is_none_of_it() -> None:
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
