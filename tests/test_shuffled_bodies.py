"""Texts, notes and what stands beside them as the shuffling press printed them, where they were read wrongly."""

import pytest
from small_pages import LAST, MORE, PROSE, STRAY, current, legacy, read
from test_running_words import Printed, paragraphs, three_shapes

TEXT = [PROSE, MORE, LAST]
FURTHER = "On the islands the salt is weighed at night, and by morning all of the boats have left again."


@three_shapes
@pytest.mark.parametrize("after", ["<p>{}</p>", "<div>{}</div>", "<h3>Salt</h3><p>{}</p>"])
def test_a_superscript_that_ends_a_loose_paragraph_is_a_call(after: str, printed: Printed) -> None:
    text = f"{PROSE}<sup>1</sup><br><br>{MORE}<sup>2</sup><br><br>{STRAY}<sup>3</sup>{after.format(LAST)}"
    body = read(printed(text))["body"]
    assert [body[0], body[1], body[2], body[-1]] == [PROSE, MORE, STRAY, LAST]


COMMENTS = {
    "in an element of its own": "<header><h3>Comments</h3></header><p>{}</p>",
    "by its role": '<div role="heading">Comments</div><p>{}</p>',
    "over a box": (
        "<h3>Comments</h3><div><p>Program</p><h3>Salt</h3><p>Boats.</p><a href='/x'>Learn More</a></div><p>{}</p>"
    ),
    "over a player": "<h3>Comments</h3><div>Invalid video URL</div><p>{}</p>",
    "over a box of the text": "<h3>Comments</h3><div><h4>Box 1. Salt and Boats</h4><p>{}</p></div>",
    "over another heading": "<h3>Comments</h3><h3>Key Takeaways</h3><ul><li>{}</li></ul>",
    "over links to share": "<h3>Comments</h3><ul><li>Facebook</li><li>LinkedIn</li></ul><p>{}</p>",
    "over a line without words": "<h3>Comments</h3><p>* * *</p><p>{}</p>",
    "over a figure": '<h3>Comments</h3><figure><img src="/a.png" alt="Cranes"></figure><p>{}</p>',
    "over a quotation": "<h3>Comments</h3><blockquote><p>{}</p></blockquote>",
}


@three_shapes
@pytest.mark.parametrize("name", COMMENTS)
def test_no_text_is_lost_below_a_heading_that_is_called_comments(name: str, printed: Printed) -> None:
    body = read(printed(f"<p>{PROSE}</p>{COMMENTS[name].format(MORE)}<p>{LAST}</p>"))["body"]
    assert {PROSE, MORE, LAST} <= {*body}


def test_no_text_is_lost_below_such_a_heading_between_elements_of_the_text() -> None:
    runs = [f"<p>{PROSE}</p>", "<h3>Comments</h3>", f"<p>{MORE}</p><p>{LAST}</p>"]
    divided = "<div>Invalid video URL</div>".join(
        f'<div class="payload-richtext">{run}</div>' for run in runs
    )
    assert read(current(f'<section id="content">{divided}</section>'))["body"] == TEXT


@pytest.mark.parametrize(
    "comments",
    [
        "<h3>Comments</h3><p>Bo Ray</p><p>{}</p>",
        "<h3>Comments</h3><div><b>Bo Ray</b> May 4, 2019<p>{}</p></div>",
        "<h3>Comments</h3><p>About the Author</p><p>{}</p>",
    ],
)
def test_comments_that_open_with_a_name_are_readers(comments: str) -> None:
    assert read(legacy(after=f"<section>{comments.format(STRAY)}</section>"))["body"] == TEXT


BIO = "Ann Lee is a fellow who studies the harbors of the north and the salt that is landed there."
ABOUT = {
    "name, title and bio": f"<h3>About the Author</h3><p>Ann Lee</p><p>Fellow</p><p>{BIO}</p>",
    "a heading in an element of its own": (
        f"<header><h3>About the Author</h3></header><p>Ann Lee</p><p>Fellow</p><p>{BIO}</p>"
    ),
    "a heading that is none": f"<div>About the Author</div><p>Ann Lee</p><p>Fellow</p><p>{BIO}</p>",
    "other work": (
        f"<h3>About the Author</h3><p>Ann Lee</p><p>Fellow</p><p>{BIO}</p><h4>Recent Work</h4>"
        '<article><a href="/salt">Salt of the Coast</a></article>'
    ),
}
CURRENT_RUN = '<div class="payload-richtext">{}</div>'


@pytest.mark.parametrize("name", ABOUT)
@pytest.mark.parametrize("opens", ["", "<p>Source: Harbor Gazette</p>", "<h3>Salt</h3>"])
@pytest.mark.parametrize("run", [CURRENT_RUN, "<div>{}</div>", "<section><div>{}</div></section>"])
def test_a_column_about_the_author_beside_the_text(name: str, opens: str, run: str) -> None:
    text = run.format(f"{opens}{paragraphs(*TEXT)}")
    record = read(current(f"<main><div>{ABOUT[name]}</div>{text}</main>"))
    assert [each for each in record["body"] if each != "Salt"] == TEXT
    assert [(each["title"], each["bio"]) for each in record["authors"]] == [("Fellow", BIO)]


def test_a_text_that_opens_with_a_section_about_its_author_is_kept() -> None:
    text = f"<h3>About the Author</h3>{paragraphs(*TEXT, STRAY)}"
    page = current(f'<main><div class="a">{text}</div><div class="a"><p>{FURTHER}</p></div></main>')
    assert {*TEXT, STRAY, FURTHER} <= {*read(page)["body"]}


@pytest.mark.parametrize("opening", ["Dear Colleagues,", "亲爱的同事们，", "زملائي الأعزاء،"])
@pytest.mark.parametrize("run", [CURRENT_RUN, "<div>{}</div>", "<section><div>{}</div></section>"])
def test_a_letter_opens_with_whom_it_is_for(opening: str, run: str) -> None:
    text = f"{run.format(f'<p>{opening}</p>')}{run.format(paragraphs(*TEXT))}"
    assert read(current(f"<main>{text}</main>"))["body"] == [opening, *TEXT]


BEYOND = {
    "a short sentence beside others": (
        f"<p>{STRAY}</p><p>Nobody wrote back.</p>",
        [STRAY, "Nobody wrote back."],
    ),
    "a sentence of another script": ("<ul><li>盐场的主人们夜里把多余的电力卖到边境另一侧。</li></ul>", None),
    "a correction": ("<p>Update (May 4): a figure is new.</p>", ["Update (May 4): a figure is new."]),
}


@pytest.mark.parametrize("name", BEYOND)
def test_the_text_goes_on_below_the_element_that_a_layout_knows(name: str) -> None:
    block, said = BEYOND[name]
    expected = said or ["盐场的主人们夜里把多余的电力卖到边境另一侧。"]
    assert read(legacy(after=f"<div>{block}</div>"))["body"] == [*TEXT, *expected]


CHAPTERS = '<div><a href="/salt/1">← What the Ledgers Show</a><a href="/salt/3">Next: Salt →</a></div>'
BESIDE = {
    "links to chapters": CHAPTERS,
    "a photograph's credit": "<p>Photo: Ann Lee/Getty Images</p>",
    "such a credit below a picture in a paragraph": '<p><img src="/a.jpg"></p><p>Photo: Ann Lee/Getty Images</p>',
}


@three_shapes
@pytest.mark.parametrize("name", BESIDE)
def test_what_stands_between_paragraphs_and_is_none(name: str, printed: Printed) -> None:
    assert read(printed(f"<p>{PROSE}</p><p>{MORE}</p>{BESIDE[name]}<p>{LAST}</p>"))["body"] == TEXT


@pytest.mark.parametrize(
    "card",
    [
        CHAPTERS,
        f'<a href="/salt"><div>Salt of the Coast</div><div>{STRAY}</div></a>',
        "<div><p>Blog</p><h3>Tide Tables</h3><a href='/tides'>Learn More</a></div>",
        f'<div><span>Commentary</span><h3><a href="/salt">Salt of the Coast</a></h3><p>{STRAY}</p></div>',
    ],
)
@pytest.mark.parametrize("text", [f"<p>{LAST}</p>", "<p>Not yet.</p>", f"<p>Not yet.</p><p>{LAST}</p>"])
def test_paragraphs_below_a_card_in_one_element_are_not_part_of_it(card: str, text: str) -> None:
    body = read(current(f"<main><div><p>{PROSE}</p><p>{MORE}</p></div><div>{card}{text}</div></main>"))[
        "body"
    ]
    assert body[2:] == [each for each in ("Not yet.", LAST) if each in text]


@three_shapes
@pytest.mark.parametrize("number", ["*", "†", "ii", "12"])
def test_a_loose_paragraph_may_end_with_a_call_of_any_kind(number: str, printed: Printed) -> None:
    call = f'<sup id="footnote-ref-1"><a href="#footnote-1">{number}</a></sup>'
    assert read(printed(f"<div>{PROSE}{call}</div><div>{MORE}{call}</div><div>{LAST}</div>"))["body"] == TEXT


@pytest.mark.parametrize(
    "bold", ["<strong>{}</strong>", '<font style="x"><font>{}</font></font>', "<b><i>{}</i></b>"]
)
def test_a_sentence_before_a_call_is_not_a_heading(bold: str) -> None:
    sentence = "盐场的主人们夜里把多余的电力卖到边境另一侧。"
    call = '<a href="#footnote-1">1</a>'
    page = legacy(f"<p>{PROSE}</p><p>{bold.format(sentence)}{bold.format(call)}</p><p>{LAST}</p>")
    assert read(page)["body"] == [PROSE, sentence, LAST]


CLOSING = f"<p><em>{BIO}</em></p>"
BELOW = {
    "a box that asks for a gift": '<section><p>{}</p><a href="https://donate.example/x">Donate</a></section>',
    "a question": "<div><p>Was this page helpful?</p><button>✓</button><button>✗</button></div>",
    "what an extension adds": "<div><p>Open the side panel</p></div>",
    "names and titles": "<div>Ann Lee<b>Fellow</b></div><div><p>Open the side panel</p></div>",
}


@pytest.mark.parametrize("run", [CURRENT_RUN, "<div>{}</div>", "<section><div>{}</div></section>"])
@pytest.mark.parametrize("name", BELOW)
def test_the_note_about_the_author_closes_the_text_above_what_is_not_part_of_it(name: str, run: str) -> None:
    text = run.format(f"{paragraphs(*TEXT)}{CLOSING}")
    record = read(current(f"<main>{text}{BELOW[name].format(STRAY)}</main>"))
    assert record["body"] == TEXT
    assert [author["bio"] for author in record["authors"]] == [BIO]


@pytest.mark.parametrize(
    "bio", [f"<div><em>{BIO}</em></div>", f"<div><i>{BIO}</i></div>", f"<p><em>{BIO}</em></p>"]
)
def test_a_closing_note_in_italics_in_any_element(bio: str) -> None:
    text = f"<div>{PROSE}</div><div>{MORE}</div><div>{LAST}</div>"
    record = read(
        current(f"<main><div>{text}{bio.replace('is a fellow who studies', 'studies')}</div></main>")
    )
    assert record["body"] == TEXT


def test_a_folded_section_about_the_author_is_not_text() -> None:
    folded = f"<details open><summary><h3>About the Author</h3></summary><p>{BIO.replace('is a', 'the')}</p></details>"
    text = "".join(f"<details open><summary><h3>Salt</h3></summary><p>{each}</p></details>" for each in TEXT)
    assert read(legacy(text + folded))["body"] == TEXT


@pytest.mark.parametrize(
    "who", ["Translated by Bo Ray.", "Translated by Bo Ray and Cy Orr", "Illustrations by Bo Ray"]
)
def test_who_helped_with_a_piece_is_not_part_of_the_bio_above(who: str) -> None:
    (author,) = read(legacy(after=f"<h3>About the Author</h3><p>Ann Lee</p><p>{BIO}</p><p>{who}</p>"))[
        "authors"
    ]
    assert author["bio"] == BIO


FOLDED = (
    "<details><summary><h3>Related Content</h3></summary>"
    '<ul><li><a href="/1">Salt</a></li><li><a href="/2">Tides</a></li></ul></details>'
)


@pytest.mark.parametrize("run", [CURRENT_RUN, '<div class="x">{}</div>', '<section class="x">{}</section>'])
def test_a_folded_list_of_other_pieces_opens_an_element_of_the_text(run: str) -> None:
    text = run.format(f"<p>{PROSE}</p>") + run.format(f"{FOLDED}<p>{MORE}</p><p>{LAST}</p>")
    assert read(current(f"<main>{text}</main>"))["body"] == TEXT


DISCLAIMER = "Carnegie does not take institutional positions on public policy issues."
QUOTED = {
    "a pull quote in a box": '<div class="pull-quote"><p>{}</p></div>',
    "a pull quote of no element": '<div class="pull-quote">{}</div>',
    "a signed one": '<div class="pull-quote">{} <cite>Ann Lee</cite></div>',
    "a paragraph of its own": "<p>{}</p>",
}
BEHIND = ["", "<h3>Salt</h3>"]


@three_shapes
@pytest.mark.parametrize("behind", BEHIND)
@pytest.mark.parametrize("name", QUOTED)
def test_no_text_is_lost_below_a_disclaimer_that_is_quoted(name: str, behind: str, printed: Printed) -> None:
    opening = f"{PROSE} {DISCLAIMER}"
    quoted = f"<p>{opening}</p>{QUOTED[name].format(DISCLAIMER)}{behind}<p>{MORE}</p><p>{LAST}</p>"
    assert {opening, MORE, LAST} <= {*read(printed(quoted))["body"]}


@pytest.mark.parametrize("last", ["", f"<p>{DISCLAIMER}</p>"])
def test_what_stands_below_the_disclaimer_is_not_text(last: str) -> None:
    work = f'<h2>More Work from Carnegie</h2><div><h3><a href="/salt">Salt</a></h3><p>{STRAY}</p></div>'
    assert read(legacy(after=f"<p>{DISCLAIMER}</p>{work}{last}"))["body"] == TEXT


@pytest.mark.parametrize("heading", ["Related Content", "Related Work", "Recent Work"])
def test_a_heading_over_other_pieces_between_paragraphs_below_the_known_element(heading: str) -> None:
    beyond = f"<div><p>{MORE}</p><h3>{heading}</h3><p>{STRAY}</p><p>{LAST}</p></div>"
    assert read(legacy(f"<p>{PROSE}</p>", after=beyond))["body"] == [PROSE, MORE, STRAY, LAST]


@three_shapes
@pytest.mark.parametrize(
    ("box", "warns"),
    [
        ("<div><p>{}</p><button>Ring</button></div>", True),
        ("<section><p>{}</p><button>Listen to them</button></section>", True),
        ('<div class="notice"><p>{}</p><button>Ring</button></div>', False),
        ("<div><p>{}</p><button>Subscribe</button></div>", False),
        ("<div><p>{}</p><button>Yes</button><button>No</button></div>", False),
    ],
)
def test_a_sentence_over_one_button_is_not_left_out_in_silence(
    box: str, warns: bool, printed: Printed
) -> None:
    record = read(printed(f"<p>{PROSE}</p><p>{MORE}</p>{box.format(STRAY)}<p>{LAST}</p>"))
    assert any(warning.startswith("text-unread") for warning in record["warnings"]) == warns


@three_shapes
@pytest.mark.parametrize(
    "note", ["Update (May 4, 2019): new map.", "Correction: the map was old.", "Special thanks to Bo Ray."]
)
@pytest.mark.parametrize("picture", ['<img src="/a.jpg" alt="Cranes">', '<p><img src="/a.jpg"></p>'])
def test_what_the_author_says_below_a_picture_is_not_a_caption(
    note: str, picture: str, printed: Printed
) -> None:
    text = f"<div><p>{PROSE}</p><p>{MORE}</p><p>{LAST}</p></div><div>{picture}<p>{note}</p></div>"
    assert read(printed(text))["body"] == [*TEXT, note]


@three_shapes
@pytest.mark.parametrize("stop", ["。", "！", "？”"])
def test_a_superscript_between_sentences_of_chinese_is_a_call(stop: str, printed: Printed) -> None:
    first, second = (
        f"盐场的主人们夜里把多余的电力卖到边境另一侧{stop}",
        "几家粮食合作社夜里把多余的粮食卖到城里去。",
    )
    text = f"<p>{PROSE}<sup>1</sup></p><p>{MORE}<sup>2</sup></p><p>{first}<sup>3</sup>{second}</p>"
    assert read(printed(text))["body"] == [PROSE, MORE, f"{first}{second}"]


@pytest.mark.parametrize("heading", ["<h3>References</h3>", "<h2>Sources and Further Reading</h2>", ""])
@pytest.mark.parametrize("role", ["doc-endnote", "doc-footnote"])
def test_notes_are_known_by_their_roles(role: str, heading: str) -> None:
    notes = "".join(
        f'<li id="n{n}" role="{role}"><p>{text}</p></li>' for n, text in ((1, STRAY), (2, FURTHER))
    )
    calls = [f'<a href="#n{n}" id="r{n}" role="doc-noteref">{n}</a>' for n in (1, 2)]
    text = f"<p>{PROSE}{calls[0]}</p><p>{MORE}{calls[1]}</p><p>{LAST}</p>"
    record = read(current(f"<main><div>{text}</div><section>{heading}<ol>{notes}</ol></section></main>"))
    assert [note["text"] for note in record["notes"]] == [STRAY, FURTHER]
    assert record["body"] == TEXT


@pytest.mark.parametrize(
    "over", [f"<p>{DISCLAIMER}</p>", "<p>© 2026 Harbor Gazette. All rights reserved.</p>"]
)
@pytest.mark.parametrize("number", ["[1] ", "[1] Ibid. "])
def test_numbered_notes_below_a_disclaimer(over: str, number: str) -> None:
    record = read(legacy(f"<p>{PROSE}</p><p>{MORE}</p><p>{LAST}[1]</p>{over}<p>{number}{STRAY}</p>"))
    assert [note["text"] for note in record["notes"]] == [f"{number[4:]}{STRAY}"]


@pytest.mark.parametrize(
    "items", ["<li>Facebook</li><li>X</li>", '<li><a href="https://x.com/share?u=1">Share on X</a></li>']
)
def test_links_to_share_below_the_notes_are_none(items: str) -> None:
    notes = f"<h2>Notes</h2><ol><li>{STRAY}</li></ol>"
    record = read(legacy(after=f"{notes}<ul>{items}</ul>"))
    assert [note["text"] for note in record["notes"]] == [STRAY]


@three_shapes
@pytest.mark.parametrize(
    "line",
    [
        '<p>Was this forwarded to you? <a href="/subscribe">Subscribe here</a>.</p>',
        "<p>Was this email forwarded to you?</p>",
        '<div><p><em>Was this forwarded to you?</em> <a href="/mail">Sign up</a></p></div>',
    ],
)
def test_what_a_newsletter_asks_its_readers_is_not_text(line: str, printed: Printed) -> None:
    assert read(printed(f"{line}{paragraphs(PROSE, MORE)}{line}<p>{LAST}</p>{line}"))["body"] == TEXT
