"""Pull quotes are found wherever in a long body their words stand, and nothing else is taken for one."""

import pytest
from small_pages import LAST, MORE, PROSE, current, legacy, within

from carnegie_extract import extract
from carnegie_extract.lines.pull_quotes import find_pull_quotes
from carnegie_extract.page.flow import Flow, Line

TEXTS = [
    f"In the year {at} the harbor master wrote down {at * 7} ships, and nobody asked how many of them sank."
    for at in range(1000, 1400)
]
SHIPS = "the harbor master wrote down 8400 ships, and nobody asked"


def is_pull_quote(quote: str, texts: list[str]) -> bool:
    flow = Flow([*(Line("p", text) for text in texts), Line("quote", quote)])
    at = len(texts)
    return at in find_pull_quotes(flow, list(range(at + 1)), {at}, frozenset(), plain_text=False)


@pytest.mark.parametrize("length", [10, len(TEXTS)])
@pytest.mark.parametrize("start", range(10))
def test_words_are_found_wherever_they_begin(start: int, length: int) -> None:
    assert is_pull_quote(SHIPS[start:], TEXTS[195 : 195 + length])


@pytest.mark.parametrize(
    "quote",
    [
        "“The harbor master wrote down 8400 ships – and nobody asked.”",
        "the harbor master wrote down 8400 ships … how many of them sank",
        "8400 ships",
    ],
)
def test_punctuation_and_what_is_left_out_do_not_matter(quote: str) -> None:
    assert is_pull_quote(quote, TEXTS)


@pytest.mark.parametrize(
    "quote",
    [
        "the harbor master wrote down 8401 ships, and nobody asked",
        "nobody asked how many … the harbor master wrote down 8400 ships",
        "[…]",
        "***",
    ],
)
def test_other_words_stay_a_quotation(quote: str) -> None:
    assert not is_pull_quote(quote, TEXTS)


CREW = "The ferries keep a crew of nine, and the nine of them have not been ashore together since the spring flood."
TEXT = f"{CREW} Nobody has asked them why. They would not say, for the river has taught them to say little."
REST = "What the towns do next depends on the boats that sail, and on the crews that stay ashore."


def body_with(insert: str) -> list[str]:
    """What is read of two paragraphs with `insert` between them."""
    page = current(f'<div class="payload-richtext"><p>{TEXT}</p>{insert}<p>{REST}</p></div>')
    return extract(page.encode(), source="page.html").body


@pytest.mark.parametrize(
    "quote",
    [
        f"<div>{CREW}</div>",
        f"<div><span>{CREW}</span></div>",
        f'<div class="pull">“{CREW}”</div>',
        f"<p>{CREW}</p>",
        f"<p>“{CREW}” <cite>Ann Lee</cite></p>",
    ],
)
def test_a_pull_quote_may_stand_in_any_element(quote: str) -> None:
    assert body_with(quote) == [TEXT, REST]


@pytest.mark.parametrize(
    "quote",
    [
        f"<blockquote><p>{CREW}</p><cite>Ann Lee</cite></blockquote>",
        f"<blockquote><p>“{CREW}”</p><p>— Ann Lee, Senior Fellow</p></blockquote>",
        f"<figure><blockquote>{CREW}</blockquote><cite>Ann Lee</cite></figure>",
        f"<div>{CREW} <cite>Ann Lee</cite></div>",
        f"<blockquote>“{CREW}” —J. R. Lee</blockquote>",
        f"<div><p>“{CREW}”</p><p>— Ann Lee, Senior Fellow</p></div>",
    ],
)
def test_the_name_under_a_pull_quote_goes_with_it(quote: str) -> None:
    assert body_with(quote) == [TEXT, REST]


@pytest.mark.parametrize("button", ["", '<a href="https://x.com/intent">Tweet This</a>', "Share on X"])
def test_a_quotation_never_takes_the_paragraph_with_it_that_it_repeats(button: str) -> None:
    body = f"<p>{MORE}</p><blockquote>{PROSE} {button}</blockquote><p>{PROSE}</p><p>{LAST}</p>"
    assert extract(legacy(body).encode()).body == [MORE, PROSE, LAST]


def test_the_name_under_a_real_quotation_stays_with_it() -> None:
    said = "Nine is enough for any river, and too many for any ferry that I have ever seen."
    assert said in body_with(f"<blockquote><p>{said}</p><cite>Ann Lee</cite></blockquote>")


@pytest.mark.parametrize(
    "quote",
    [
        "The crew of nine have not been ashore together, for the river has taught them to say little.",
        "The cranes keep a crew of nine, and nobody has asked them why. They depend on the boats that sail.",
        "It depends on the boats that sail, and the nine of them have not been ashore together.",
    ],
)
def test_words_from_here_and_there_make_no_pull_quote(quote: str) -> None:
    assert body_with(f"<blockquote><p>{quote}</p></blockquote>") == [TEXT, quote, REST]


@pytest.mark.parametrize("signature", ["", "<p>Ann Lee</p>", '<p class="by">— Ann Lee, Harbor Office</p>'])
@pytest.mark.parametrize("end", ["", ". . .", "…"])
def test_a_paragraph_in_an_element_called_a_quotation_may_be_shortened(signature: str, end: str) -> None:
    quote = f'<div class="pullquote"><p>“{PROSE[:60]}{end}”</p>{signature}</div>'
    assert extract(legacy(within(quote)).encode()).body == [PROSE, MORE, LAST]


@pytest.mark.parametrize(
    "markup",
    ['<div class="field-quote">“{}”</div>', '<div class="quote-block"><div><div><p>{}</p></div></div></div>'],
)
def test_an_element_called_a_quotation_may_stand_before_the_words_that_it_repeats(markup: str) -> None:
    body = f"<p>{MORE}</p>{markup.format(PROSE)}<p>{PROSE}</p><p>{LAST}</p>"
    assert extract(legacy(body).encode()).body == [MORE, PROSE, LAST]
