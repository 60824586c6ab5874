"""The links of blocks: where they stand in the text, and where they lead."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from small_pages import ADDRESS, LAST, MORE, PROSE, legacy, within

from carnegie_extract import Block, Link, extract

OPENING = "The towns along the coast keep their records in a shed behind the church, and"
CITED = "https://harbor.example/records"
HERE = f'<a href="{CITED}">this ledger</a>'


def blocks(body: str) -> tuple[Block, ...]:
    return extract(legacy(body).encode()).blocks


def linked(paragraph: str) -> list[tuple[str, str]]:
    """What the links of a paragraph in a body cover, and where they lead."""
    (block,) = [each for each in blocks(within(paragraph)) if each.text not in (PROSE, MORE, LAST)]
    return [(block.text[link.start : link.end], link.url) for link in block.links]


SHAPES = {
    "in the text": f"<p>{OPENING} {HERE} was the last.</p>",
    "at the end": f"<p>{OPENING} the last of them was {HERE}</p>",
    "spaces within": f'<p>{OPENING} <a href="{CITED}"> this\n ledger </a> was the last.</p>',
    "spaces around": f"<p>{OPENING}  \n {HERE}  was the last.</p>",
    "emphasis within": f'<p>{OPENING} <a href="{CITED}">this <em>ledger</em></a> was the last.</p>',
    "emphasis around": f"<p>{OPENING} <em>so <b>says {HERE}</b></em> was the last.</p>",
    "words that came before": f"<p>{OPENING} this ledger, unlike {HERE}, was the last.</p>",
    "a footnote before": f'<p>{OPENING}<sup><a href="#footnote-1">1</a></sup> {HERE} was the last.</p>',
    "a comment within": f'<p>{OPENING} <a href="{CITED}">this<!-- --> ledger</a> was the last.</p>',
    "a break before": f"<p>{OPENING} so it is<br>that {HERE} was the last.</p>",
    "a list item": f"<ul><li>{OPENING} {HERE} was the last.</li></ul>",
    "a quotation": f"<blockquote><p>{OPENING} {HERE} was the last.</p></blockquote>",
    "a heading": f"<h3>What was in {HERE}</h3><p>{MORE}</p>",
}


@pytest.mark.parametrize("shape", SHAPES.values(), ids=SHAPES)
def test_a_link_covers_its_words(shape: str) -> None:
    assert linked(shape) == [("this ledger", CITED)]


SITE = "https://carnegieendowment.org"
WRITTEN_ODDLY = {
    "https:\\\\carnegieendowment.org\\posts\\x?a\\b#c\\d": f"{SITE}/posts/x?a\\b#c\\d",
    "https://ann:secret@carnegieendowment.org/posts/x": f"{SITE}/posts/x",
    "https://ann@carnegieendowment.org:8443/posts/x": f"{SITE}:8443/posts/x",
    "https://carnegieendowment.org:443/posts/x": f"{SITE}/posts/x",
    "http://carnegieendowment.org:080/posts/x": "http://carnegieendowment.org/posts/x",
    "https://carnegieendowment.org:/posts/x": f"{SITE}/posts/x",
    "https://carnegieendowment.org:80/posts/x": f"{SITE}:80/posts/x",
    "HTTPS://CarnegieEndowment.ORG/posts/X": f"{SITE}/posts/X",
    " https://carnegieendowment.org/po&#9;sts&#10;/x ": f"{SITE}/posts/x",
    "https:/carnegieendowment.org/posts/x": f"{SITE}/posts/x",
    "//carnegieendowment.org\\posts/x": f"{SITE}/posts/x",
    "https://carnegie%65ndowment.org/posts/x": f"{SITE}/posts/x",
}
ORDINARY = (
    f"{SITE}/posts/x",
    f"{SITE}./posts/x",
    f"{SITE}/posts/2026/04/A%20b-c?page=2&q=a:b@c#d\\e",
    f"{SITE}/posts/a b/порт",
    "http://www.carnegieendowment.org:8080/posts/x?",
)


@pytest.mark.parametrize(("written", "url"), [*WRITTEN_ODDLY.items(), *zip(ORDINARY, ORDINARY, strict=True)])
def test_addresses_are_given_as_browsers_read_them(written: str, url: str) -> None:
    """The page's own as those of links, without what nobody should publish; ordinary ones are left alone."""
    assert extract(legacy().replace(ADDRESS, written).encode()).url == url
    assert linked(f'<p>{OPENING} <a href="{written}">this ledger</a> was the last.</p>') == [
        ("this ledger", url)
    ]


ADDRESSES = {
    "\\research\\tides": "https://carnegieendowment.org/research/tides",
    "/research\\tides": "https://carnegieendowment.org/research/tides",
    "\\\\harbor.example\\a": "https://harbor.example/a",
    "//harbor.example/a": "https://harbor.example/a",
    "/research/2019/05/tides": "https://carnegieendowment.org/research/2019/05/tides",
    "tides.html": "https://carnegieendowment.org/2019/05/03/tides.html",
    "https://web.archive.org/web/20200102030405/https://harbor.example/a": "https://harbor.example/a",
    "https://harbor.example/a?utm_source=mail&utm_medium=x": "https://harbor.example/a",
    "https://harbor.example/a?fbclid=1&page=2#top": "https://harbor.example/a?page=2#top",
    "https://harbor.example/a?page=2&gclid=3": "https://harbor.example/a?page=2",
    "https://harbor.example/a?q=utm_source": "https://harbor.example/a?q=utm_source",
}


@pytest.mark.parametrize(("href", "url"), ADDRESSES.items())
def test_a_link_has_an_absolute_address_without_tracking(href: str, url: str) -> None:
    assert linked(f'<p>{OPENING} <a href="{href}">this ledger</a> was the last.</p>') == [
        ("this ledger", url)
    ]


@pytest.mark.parametrize(
    "href", ["#part-2", "mailto:office@harbor.example", "javascript:void(0)", "", "tel:1"]
)
def test_what_leads_to_no_page_is_not_a_citation(href: str) -> None:
    assert linked(f'<p>{OPENING} <a href="{href}">this ledger</a> was the last.</p>') == []


def test_a_picture_has_no_words_that_lead_anywhere() -> None:
    assert linked(f'<p>{OPENING} <a href="{CITED}"><img src="/a.png"></a> was the last.</p>') == []


def test_the_lines_of_one_element_have_each_their_links() -> None:
    texts = [f'{OPENING} <a href="{CITED}/{at}">ledger {at}</a> was the last.' for at in range(4)]
    found = blocks(f"<div>{'<br><br>'.join(texts)}</div>")
    assert [[link.url for link in block.links] for block in found] == [[f"{CITED}/{at}"] for at in range(4)]


def test_links_move_along_where_printed_markers_are_taken_out() -> None:
    notes = f"<h2>Notes</h2><p>[1] {STRAY_NOTE}</p><p>[2] {STRAY_NOTE}</p>"
    body = f"<p>{OPENING} [1] so <a href='{CITED}'>this [2] ledger</a> was the last.</p><p>{MORE}</p>{notes}"
    block = blocks(body)[0]
    assert "[" not in block.text
    assert [block.text[link.start : link.end] for link in block.links] == ["this ledger"]


STRAY_NOTE = "The keeper of the records, letter to the council, in the archive of the town."


def test_records_of_blocks_have_links() -> None:
    (record,) = [
        block for block in extract(legacy(within(SHAPES["in the text"])).encode()).record(blocks=True)["blocks"]
        if block["links"]
    ]  # fmt: skip
    start = record["text"].index("this ledger")
    assert record["links"] == [{"start": start, "end": start + 11, "url": CITED}]


WORDS = st.sampled_from(["tide", "quay", " ", "  ", "<em>", "</em>", "<br>", "\n", "a", "—", "[3]"])
PIECES = st.lists(
    st.tuples(st.lists(WORDS, max_size=4).map("".join), st.sampled_from(["tide", "the quay", " a "]))
)


@given(PIECES)
def test_links_never_change_the_text_and_cover_their_words(pieces: list[tuple[str, str]]) -> None:
    shown = [(between, words, f"{CITED}/{at}") for at, (between, words) in enumerate(pieces)]
    plain = "".join(between + words for between, words, _ in shown)
    linked = "".join(f'{between}<a href="{url}">{words}</a>' for between, words, url in shown)
    without = blocks(within(f"<p>{OPENING} {plain} and so the year went on.</p>"))
    block = blocks(within(f"<p>{OPENING} {linked} and so the year went on.</p>"))
    assert [each.text for each in block] == [each.text for each in without]
    covered = [(each.text[link.start : link.end], link.url) for each in block for link in each.links]
    assert covered == [(words.strip(), url) for _, words, url in shown]
    assert all(isinstance(link, Link) for each in block for link in each.links)
