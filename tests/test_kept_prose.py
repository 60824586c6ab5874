"""Prose that looks like what stands beside a text, and is the article's own: it stays, or the record warns."""

from collections.abc import Callable

import pytest
from small_pages import LAST, MORE, PARAGRAPHS, PROSE, STRAY, current, legacy, within

from carnegie_extract import ExtractionError, OtherSite, extract

KEPT_LAST = {
    "a word on translation": "Translated from the language of pilots, this means that no ship will sail before spring.",
    "a year": "First published in 1909 the almanac sold a thousand copies on the quay.",
    "a call to act": "Subscribe to that view, and the harbor is lost.",
    "a call to read": 'Read the full <a href="https://example.org/salt">treaty</a> and nothing in it bars the port.',
    "a linked sentence with a call": '<a href="https://example.org/salt">The treaty is clear on that.</a>'
    '<a href="#fn1"><sup>1</sup></a>',
    "a linked title": '<a href="https://example.org/song">“The Ballad of the Quay”</a>',
}


def text(markup: str) -> str:
    """What a reader sees of a line."""
    return extract(legacy(f"<p>{PROSE}</p><p>{markup}</p><p>{LAST}</p>").encode()).body[1]


@pytest.mark.parametrize("line", KEPT_LAST)
def test_a_last_line_that_opens_as_a_note_and_goes_on_is_text(line: str) -> None:
    markup = KEPT_LAST[line]
    notes = '<h2>Notes</h2><ol><li id="fn1">Ibid., 57.</li></ol>' if "#fn1" in markup else ""
    for printed in (legacy, current):
        article = extract(printed(f"{PARAGRAPHS}<p>{markup}</p>{notes}").encode())
        assert article.body == [PROSE, MORE, LAST, text(markup)]


SECTIONS = {
    "Comments": "On May 5, 2019, the minister wrote back.",
    "Video Diplomacy": "Both sides met on screens all through the winter, and the minutes say more than the treaty.",
    "Stay Connected": "The towns kept their one line to the coast open all winter, at a cost that nobody had planned.",
}


@pytest.mark.parametrize("heading", SECTIONS)
@pytest.mark.parametrize(
    "more", ["", '<p><a href="https://example.org/salt">The record of the session</a></p>']
)
def test_a_section_of_the_text_may_be_called_as_a_box_is(heading: str, more: str) -> None:
    section = f"<section><h2>{heading}</h2><p>{SECTIONS[heading]}</p>{more}</section>"
    body = extract(legacy(within(section)).encode()).body
    assert [line for line in body if line != "The record of the session"] == [
        PROSE,
        MORE,
        SECTIONS[heading],
        LAST,
    ]


@pytest.mark.parametrize(
    "numbers", ["<strong>12</strong> ships", "<b>3</b> <i>chapters</i>", "<em>1909</em> and <b>7</b> boats"]
)
def test_a_number_before_a_note_in_the_margin_is_not_a_call_of_it(numbers: str) -> None:
    note = '<span class="sidenote">1. Ibid., 57.</span>'
    line = f"There were {numbers} in the harbor then,{note} and nobody counted them."
    first = extract(legacy(f"<p>{line}</p><p>{MORE}</p><p>{LAST}</p>").encode()).body[0]
    assert [word for word in first.split() if word.isdigit()] == [
        word for word in line.replace("<", " <").replace(">", "> ").split() if word.isdigit()
    ]


def test_what_names_the_piece_and_nobody_is_not_a_citation() -> None:
    lead = "“Harbor Lights” is the second paper in a series of the Carnegie Endowment for International Peace on salt."
    assert extract(legacy(f"<p>{lead}</p>{PARAGRAPHS}").encode()).body == [lead, PROSE, MORE, LAST]


def test_a_text_that_ends_like_a_post_is_not_a_post() -> None:
    whole = f"<div><p>{PROSE}</p><p>{MORE}</p><p>— The Harbor Team (@wells)</p></div>"
    assert extract(current(f"<main>{whole}</main>").encode()).body[:2] == [PROSE, MORE]


FOREIGN = {
    "a library": ("Summer Reading | Carnegie Events", "<p>By Ann Lee</p><p>May 3, 2019</p>"),
    "a hall": (
        "Summer Music",
        '<img src="/l.png" alt="Carnegie Hall logo"><img src="/l.png" alt="Carnegie Library logo">',
    ),
    "a reprint": (
        "Harbor Gazette: Harbor Lights",
        '<p>By <a href="https://carnegieendowment.org/people/ann-lee">Ann Lee</a></p>'
        '<p>May 3, 2019</p><p>More from <a href="mailto:ann@ceip.org">Ann Lee</a></p>',
    ),
    "a reprint with the disclaimer": (
        "Harbor Gazette: Harbor Lights",
        '<p>By <a href="https://carnegieendowment.org/people/ann-lee">Ann Lee</a></p><p>May 3, 2019</p>'
        "<p>Carnegie does not take institutional positions on public policy issues.</p>",
    ),
}


@pytest.mark.parametrize("page", FOREIGN)
def test_pages_of_others_have_what_goes_with_a_reprint(page: str) -> None:
    title, header = FOREIGN[page]
    markup = f"<html><head><title>{title}</title></head><body><h1>Harbor Lights</h1>{header}{PARAGRAPHS}</body></html>"
    with pytest.raises(ExtractionError) as raised:
        extract(markup.encode())
    assert isinstance(raised.value, OtherSite)


BESIDE_SHARES = {
    "a link": '<div class="callout"><p>{}</p><a href="https://twitter.com/share">Share</a></div>',
    "a button": '<div class="box"><p>{}</p><button>Tweet this</button></div>',
    "a network": '<div class="box"><p>{}</p><a href="https://twitter.com/share">Twitter</a></div>',
}


@pytest.mark.parametrize("box", BESIDE_SHARES)
@pytest.mark.parametrize("page", [legacy, lambda text: current(f"<main>{text}</main>")])
def test_a_sentence_over_a_link_to_share_it_is_text(box: str, page: Callable[[str], str]) -> None:
    assert extract(page(within(BESIDE_SHARES[box].format(STRAY))).encode()).body == [PROSE, MORE, STRAY, LAST]


DOCUMENTS = [
    '<li><a href="/files/{0}.pdf">The {0} Protocol</a> (PDF)</li>',
    '<li><a href="/files/{0}.pdf">The {0} Protocol (PDF)</a></li>',
    '<li>The <a href="/files/{0}.pdf">{0} Protocol</a> (PDF)</li>',
]


@pytest.mark.parametrize("item", DOCUMENTS)
@pytest.mark.parametrize("over", ["<p>The treaty stands in three papers:</p>", "<h3>Papers</h3>"])
def test_documents_that_the_text_lists_are_text(over: str, item: str) -> None:
    listed = "".join(map(item.format, ("First", "Second", "Third")))
    body = extract(legacy(within(f"{over}<ul>{listed}</ul>")).encode()).body
    names = [f"The {each} Protocol (PDF)" for each in ("First", "Second", "Third")]
    assert [line for line in body if not line.endswith(":")] == [PROSE, MORE, *names, LAST]


VALUES = ["Cost: nine crowns a night", "Pages: 40", "Keeper: Harbor Office"]


def test_values_that_close_a_text_below_a_heading_are_text() -> None:
    lines = "".join(f"<p>{line}</p>" for line in VALUES)
    assert extract(legacy(f"{PARAGRAPHS}<h3>The Lamp</h3>{lines}").encode()).body == [
        PROSE,
        MORE,
        LAST,
        *VALUES,
    ]
    header = ["Commentary", "Harbor Lights", "By Ann Lee", "Published on May 3, 2026"]
    page = "\n\n".join(
        ["Carnegie Endowment for International Peace", *header, PROSE, MORE, LAST, "The Lamp", *VALUES]
    )
    assert extract(page.encode()).body == [PROSE, MORE, LAST, *VALUES]
    credited = page.replace(VALUES[0], "Design: Harbor Studio").replace(VALUES[1], "Maps: Bo Ray")
    assert extract(credited.encode()).body == [PROSE, MORE, LAST]
