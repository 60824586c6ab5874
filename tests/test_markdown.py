"""Markdown as a CommonMark reader sees it: what an article says is text, and never markup."""

from typing import Any

import pytest
import yaml
from corpus import Case, cases
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.footnote import footnote_plugin
from mdit_py_plugins.front_matter import front_matter_plugin

from carnegie_extract import extract
from carnegie_extract.base.text import fold
from carnegie_extract.formats import encode
from carnegie_extract.formats.prose import clean

READER = (
    MarkdownIt("commonmark").enable(["table", "strikethrough"]).use(front_matter_plugin).use(footnote_plugin)
)
RECORD: dict[str, Any] = {
    "source": "page.html",
    "url": "https://carnegieendowment.org/posts/2026/04/harbor-lights",
    "kind": "commentary",
    "blog": None,
    "language": "en",
    "headline": "Harbor Lights",
    "dek": None,
    "byline": None,
    "authors": [],
    "date": "2026-04-23",
    "image": None,
    "body": [],
    "notes": [],
    "topics": [],
    "regions": [],
    "pdf": None,
    "saved_at": None,
    "warnings": [],
}
HOSTILE = [
    "# no heading",
    "1. no list",
    "1) no list",
    "1234567890. no list either",
    "- no item",
    "+ no item",
    "* no item",
    "> no quotation",
    "---",
    "===",
    "***",
    "___",
    "```",
    "~~~ python",
    "| no | table |",
    ": no definition",
    "<script>alert(1)</script>",
    "<!-- no comment -->",
    "<https://example.org>",
    "&copy; and &#35; and & and AT&T;",
    "[no](link) and ![no](picture) and [no][reference] and [x]",
    "[x]: https://example.org",
    "[^1]: no note",
    "[^1]",
    "*no* _no_ **no** __no__ ~~no~~ `no`",
    "a_b_c and 2*3*4",
    "ends with a backslash \\",
    "\\* and \\\\",
    "trailing #",
    "### ###",
    "{{ no.command }} {% no %} {#no}",
    "!",
    "a single ` tick",
    "\x1b[31mred\x9b",
]
TEXTS = st.one_of(
    st.sampled_from(HOSTILE),
    st.text(st.sampled_from(" #*_-+=~`<>[]()!\\|&;:.1ab\n^{}\"'$%@é字"), max_size=20),
    st.text(max_size=30),
).map(fold)
SAFE = st.text(st.characters(codec="utf-8", exclude_categories=["Cs"]), max_size=30)


def block(kind: str, text: str, **said: object) -> dict[str, Any]:
    empty: dict[str, Any] = {"level": None, "url": None, "rows": None, "markers": [], "links": []}
    return {"type": kind, "text": text, **empty, **said}


def document(*blocks: dict[str, Any], **said: object) -> str:
    record = {**RECORD, "blocks": list(blocks), **said}
    return b"".join(encode([record], "markdown")).decode()


def tokens(text: str) -> list[Token]:
    """What a reader makes of a document, behind the front matter and the headline."""
    env: dict[str, Any] = {}
    found = READER.parse(text, env)
    assert [token.type for token in found[:4]] == ["front_matter", "heading_open", "inline", "heading_close"]
    return found[4:]


def front_matter(text: str) -> dict[str, Any]:
    return dict(yaml.safe_load(READER.parse(text)[0].content))


def shown(token: Token) -> str:
    """The text that a reader of a line sees."""
    return "".join(child.content for child in token.children or ())


def kinds(found: list[Token]) -> list[str]:
    return [token.type for token in found]


@given(TEXTS)
@pytest.mark.parametrize(
    ("kind", "around"),
    [
        ("paragraph", []),
        ("list-item", ["bullet_list", "list_item"]),
        ("quotation", ["blockquote"]),
    ],
)
def test_a_text_is_a_text(kind: str, around: list[str], text: str) -> None:
    found = tokens(document(block(kind, text)))
    if not clean(text):
        assert found == []
        return
    opened = [f"{name}_open" for name in around]
    closed = [f"{name}_close" for name in reversed(around)]
    assert kinds(found) == [*opened, "paragraph_open", "inline", "paragraph_close", *closed]
    assert shown(found[len(around) + 1]) == clean(text)
    assert {child.type for child in found[len(around) + 1].children or ()} <= {"text", "text_special"}


@pytest.mark.parametrize("text", HOSTILE)
def test_a_hostile_text_is_a_text(text: str) -> None:
    found = tokens(document(block("paragraph", fold(text)), block("paragraph", fold(text))))
    assert kinds(found) == ["paragraph_open", "inline", "paragraph_close"] * 2
    assert shown(found[1]) == clean(fold(text))


@given(TEXTS.filter(clean))
@example("# a #")
@example("###")
def test_a_heading_is_what_it_says(text: str) -> None:
    found = tokens(document(block("heading", text, level=3)))
    assert kinds(found) == ["heading_open", "inline", "heading_close"]
    assert (found[0].tag, shown(found[1])) == ("h2", clean(text))


def test_the_highest_headings_are_of_the_second_level() -> None:
    found = tokens(document(*(block("heading", "A part", level=level) for level in (3, 4, 3))))
    assert [token.tag for token in found if token.type == "heading_open"] == ["h2", "h3", "h2"]
    found = tokens(document(*(block("heading", "A part", level=level) for level in (1, 6))))
    assert [token.tag for token in found if token.type == "heading_open"] == ["h2", "h6"]


@given(st.lists(st.lists(TEXTS, min_size=1, max_size=3), min_size=1, max_size=3))
def test_a_table_has_the_cells_that_it_had(rows: list[list[str]]) -> None:
    columns = max(map(len, rows))
    found = tokens(document(block("table", "", rows=rows)))
    cells = [shown(token) for token in found if token.type == "inline"]
    assert cells == [clean(cell) for row in rows for cell in [*row, *[""] * (columns - len(row))]]
    assert found[0].type == "table_open"


@given(SAFE, SAFE, st.lists(SAFE, max_size=3))
@example("a: b", "--- ", ["- x", "null", "", "2020-01-01"])
@example("\x85\u2028\ufeff\x7f", '"\\/', [])
def test_the_front_matter_is_yaml_that_says_the_same(headline: str, dek: str, topics: list[str]) -> None:
    said = front_matter(
        document(block("paragraph", "A text."), headline=headline or "x", dek=dek, topics=topics)
    )
    assert said["title"] == (headline or "x")
    assert said.get("dek", "") == dek
    assert said.get("topics", []) == topics
    assert str(said["date"]) == "2026-04-23"


@given(st.text(st.sampled_from("ab !#.:([1 "), min_size=1, max_size=12), st.data())
def test_links_and_markers_stand_where_they_stood(text: str, data: st.DataObject) -> None:
    text = fold(text)
    places = st.integers(0, len(text))
    start, end = sorted((data.draw(places), data.draw(places)))
    at = data.draw(places)
    links = [{"start": start, "end": end, "url": "https://example.org/a"}]
    markers = [{"id": "1", "at": at}]
    notes = [{"id": "1", "text": "See there."}]
    found = tokens(document(block("paragraph", text, links=links, markers=markers), notes=notes))
    children = found[1].children or []
    assert "".join(child.content for child in children) == text
    opened = [child for child in children if child.type == "link_open"]
    assert [child.attrs["href"] for child in opened] == (["https://example.org/a"] if start < end else [])
    assert [child.type for child in children].count("footnote_ref") == 1
    if start < end:
        first, last = (kinds(children).index(f"link_{side}") for side in ("open", "close"))
        assert "".join(child.content for child in children[first:last]) == text[start:end]


@pytest.mark.parametrize(
    ("url", "href"),
    [
        ("https://example.org/a_(b)", "https://example.org/a_%28b%29"),
        ("https://example.org/?a=1&copy;=2", "https://example.org/?a=1&copy;=2"),
        ("https://example.org/a b<c>`*d*`", "https://example.org/a%20b%3Cc%3E%60%2Ad%2A%60"),
        ("https://example.org/{{x}}|y\\z", "https://example.org/%7B%7Bx%7D%7D%7Cy%5Cz"),
    ],
)
def test_any_address_is_a_link(url: str, href: str) -> None:
    links = [{"start": 2, "end": 7, "url": url}]
    found = tokens(document(block("paragraph", "a!words b", links=links)))
    assert [child.attrs.get("href") for child in found[1].children or () if child.type == "link_open"] == [
        href
    ]


def test_of_links_that_overlap_the_first_is_one() -> None:
    places = [(0, 5, "a"), (3, 9, "b"), (7, 7, "c")]
    links = [
        {"start": start, "end": end, "url": f"https://example.org/{name}"} for start, end, name in places
    ]
    text = document(block("paragraph", "a links b", links=links))
    assert text.endswith("\n\n[a lin](https://example.org/a)ks b\n")


@given(TEXTS.filter(clean))
def test_a_dek_is_emphasized_and_says_the_same(text: str) -> None:
    (_, line, _) = tokens(document(dek=text))
    assert shown(line) == clean(text)
    assert [child.type for child in line.children or ()][:: len(line.children or ()) - 1] == [
        "em_open",
        "em_close",
    ]


def test_notes_are_footnotes_under_labels_of_their_own() -> None:
    notes = [{"id": number, "text": f"Note {number}."} for number in ("1", "*", "**", "1", "٢", "3")]
    markers = [{"id": number, "at": 6} for number in ("1", "*", "**", "1", "2", "9")]
    text = document(block("paragraph", "A text.", markers=markers), notes=notes)
    found = READER.parse(text)
    refs = [
        child.meta["label"]
        for token in found
        for child in token.children or ()
        if child.type == "footnote_ref"
    ]
    assert refs == ["1", "note", "note-2", "1-2", "٢"]
    assert "\\[9\\]" in text, "a call without a note stays to be seen"
    said = [token.content for token in found if token.type == "inline"]
    assert said[-5:] == ["Note 1.", "Note \\*.", "Note \\*\\*.", "Note 1.", "Note ٢."]
    assert "* * *\n\n\\[3\\] Note 3." in text, "a note that nobody calls is shown"


def test_pictures_lead_to_the_web_or_are_captions() -> None:
    for url, picture in (
        ("/f.png", "![A chart](https://carnegieendowment.org/f.png)"),
        ("https://example.org/f.png", "![A chart](https://example.org/f.png)"),
        ("javascript:alert(1)", "*A chart*"),
        ("data:image/png;base64,AA", "*A chart*"),
        ("http://[", "*A chart*"),
        (None, "*A chart*"),
    ):
        assert document(block("figure", "A chart", url=url)).endswith(f"\n\n{picture}\n")
    image = {"url": "https://example.org/a.png", "alt": None, "credit": "Photo: *Ann*"}
    shown_first = "![](https://example.org/a.png)\n\n*Photo: \\*Ann\\**"
    assert shown_first in document(block("paragraph", "A text."), image=image)


def test_lists_and_quotations_hold_together_and_pull_quotes_are_left_out() -> None:
    kinds_of_blocks = "paragraph list-item list-item quotation quotation pull-quote paragraph".split()
    text = document(*(block(kind, "A text.") for kind in kinds_of_blocks))
    assert text.partition("Lights\n\n")[2] == (
        "A text.\n\n- A text.\n- A text.\n\n> A text.\n>\n> A text.\n\nA text.\n"
    )


@pytest.mark.parametrize("case", cases(), ids=lambda case: case.id)
def test_every_fixture_keeps_its_prose(case: Case) -> None:
    record = {**case.unchanged, "blocks": blocks_of(case)}
    text = b"".join(encode([record], "markdown")).decode()
    said = [shown(token) for token in READER.parse(text) if token.type == "inline"]
    assert [line for line in record["body"] if line in said] == record["body"]
    assert front_matter(text)["title"] == record["headline"]


def blocks_of(case: Case) -> list[dict[str, Any]]:
    blocks = extract(case.page, source=case.path.name).record(blocks=True)["blocks"]
    assert isinstance(blocks, list)
    return blocks
