"""Pull quotes are found wherever in a long body their words stand, and nothing else is taken for one."""

import pytest

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
