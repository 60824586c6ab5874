"""Words that a page keeps from screen readers because it says them to these otherwise: a reader sees them."""

import pytest
from small_pages import LAST, MORE, PARAGRAPHS, PROSE, current, legacy, read, within

HEADLINES = {
    "words": '<h1 aria-label="Harbor Lights"><span aria-hidden="true">Harbor</span> '
    '<span aria-hidden="true">Lights</span></h1>',
    "lines of words": '<h1 aria-label="Harbor Lights"><span aria-hidden="true"><span>Har&#8203;bor</span></span><br>'
    '<span aria-hidden="true"><span>Lights</span></span></h1>',
    "an element around": '<div aria-label="Harbor Lights"><h1><span aria-hidden="true">Harbor</span> '
    '<span aria-hidden="true">Lights</span></h1></div>',
    "said beside": '<h1><span class="sr-only">Harbor Lights</span> <span aria-hidden="true">Harbor Lights</span></h1>',
    "said behind": '<h1><span aria-hidden="true">Harbor Lights</span> <span class="sr-only">Harbor Lights</span></h1>',
}


@pytest.mark.parametrize("page", [current(PARAGRAPHS), legacy()], ids=["current", "legacy"])
@pytest.mark.parametrize("form", HEADLINES)
def test_a_headline_shown_word_by_word_is_read(form: str, page: str) -> None:
    record = read(page.replace("<h1>Harbor Lights</h1>", HEADLINES[form]))
    assert (record["headline"], record["body"]) == ("Harbor Lights", [PROSE, MORE, LAST])


OPENINGS = {
    "letters": '<span aria-label="The"><span aria-hidden="true">T</span><span aria-hidden="true">he</span></span>',
    "a word": '<span aria-label="The"><span aria-hidden="true">The</span></span>',
    "heard behind": '<span aria-hidden="true">The</span> <span class="sr-only">The</span>',
    "heard before": '<span class="visually-hidden">The</span> <span aria-hidden="true">The</span>',
    "large letter": '<span aria-hidden="true">T</span><span class="sr-only">T</span>he',
}


@pytest.mark.parametrize("opening", OPENINGS)
def test_a_word_shown_letter_by_letter_is_read_once(opening: str) -> None:
    assert read(current(within(f"<p>{OPENINGS[opening]}{PROSE[3:]} Twice.</p>")))["body"] == [
        PROSE,
        MORE,
        f"{PROSE} Twice.",
        LAST,
    ]


def test_a_long_paragraph_shown_word_by_word_is_read() -> None:
    text = " ".join(f"Ship {number} of the harbor lay idle." for number in range(20))
    words = " ".join(f'<span aria-hidden="true">{word}</span>' for word in text.split())
    assert read(current(within(f'<p aria-label="{text}">{words}</p>')))["body"] == [PROSE, MORE, text, LAST]


@pytest.mark.parametrize(
    "icon",
    [
        '<a href="/x" aria-label="Copy the link"><span aria-hidden="true">link</span></a>',
        '<span aria-label="External"><span aria-hidden="true">open_in_new</span></span>',
        '<a href="/x"><span class="sr-only">Opens elsewhere</span><i aria-hidden="true">launch</i></a>',
    ],
)
def test_the_icon_of_a_link_is_not_one_of_its_words(icon: str) -> None:
    assert read(current(within(f"<p>{PROSE} Twice. {icon}</p>")))["body"][2] == f"{PROSE} Twice."
